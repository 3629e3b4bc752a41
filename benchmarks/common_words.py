"""Make the list of common words that ``papergarden.text.repair.common`` ships, from a corpus of papers.

    python -m benchmarks.common_words CORPUS.jsonl.gz > generator/papergarden/text/repair/common.py

A word counts once a paper, in lower case, standing by itself: no part of a hyphenated or broken word, of an
address or a formula. Words that fewer than three papers use are left out, and so are those that the corpus
prints glued (``ofthe``, and ``largescale``, of which ``large-scale`` is far more common).
"""

import gzip
import json
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator

from papergarden.text.repair import repair

FEWEST = 3
RATHER_APART = 12
"""A word whose hyphenated form is so many times as common is taken as glued."""
GLUED = {"apriori", "oflearning", "ofthe", "showthat", "withthe"}
_BROKEN = re.compile(r"\w+(?:-|\(cid:173\))\s+\w+|\(cid:\d+\)|\S*[~¥]\S*|https?://\S+|\$[^$]*\$")
_WORD = re.compile(r"(?<![\w\\-])[a-z]+(?![\w(-])")
_COMPOUND = re.compile(r"(?<![\w-])[a-z]+-[a-z]+(?![\w-])")
HEADER = '''"""The common words of the field's English, printed by {fewest} or more of {papers} papers.

Made by ``benchmarks/common_words.py``; single words are facts, and no text of any paper is here.
"""

COMMON = frozenset(
    """
{words}
""".split()  # noqa: SIM905
)
'''


def texts(path: str) -> Iterator[str]:
    """Title and abstract of every paper, what is certainly damaged mended."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            paper = json.loads(line)
            yield repair("abstract", f"{paper['title']} . {paper.get('abstract') or ''}")[0]


def main(path: str) -> None:
    """Print the module."""
    counts: Counter[str] = Counter()
    hyphenated: Counter[str] = Counter()
    papers = 0
    for text in texts(path):
        papers += 1
        whole = _BROKEN.sub(" ", text)
        counts.update(set(_WORD.findall(whole)))
        hyphenated.update({compound.replace("-", "") for compound in _COMPOUND.findall(whole)})
    words = sorted(
        word
        for word, count in counts.items()
        if count >= FEWEST and len(word) > 1 and word not in GLUED and hyphenated[word] < RATHER_APART * count
    )
    wrapped = "\n".join(textwrap.wrap(" ".join(words), 110))
    sys.stdout.write(HEADER.format(fewest=FEWEST, papers=papers, words=wrapped))


if __name__ == "__main__":
    main(sys.argv[1])
