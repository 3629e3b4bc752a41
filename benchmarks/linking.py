"""How well records of one paper are linked: precision and recall by kind of damage, false merges, cost.

    python -m benchmarks.linking papers.jsonl.gz damage   # damaged copies among the intact papers
    python -m benchmarks.linking papers.jsonl.gz intact   # what is merged among the intact papers
    python -m benchmarks.linking papers.jsonl.gz scale    # seconds and memory at 1k, 10k, 23k, 100k papers

A damaged copy is compared with all intact papers, as a record of another seed would be. Two intact papers
count as one work where they are merged without any copy (the list that ``intact`` prints, for a person to
judge); a copy that is linked to the other printing of its work is right. Papers beyond the corpus are made
from it: each word is exchanged for another of about its frequency, so that statistics stay and papers differ.
"""

import argparse
import random
import re
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from benchmarks.corpus import Paper, read_papers
from papergarden.model import Match, Record, Source
from papergarden.steps.link import link

COPIES = 500
"""How many papers are damaged in each way."""

Damage = Callable[[Record, random.Random], Record]


def record_of(number: int, paper: Paper) -> Record:
    """The record that a complete, undamaged listing of a paper would give."""
    return Record(
        source=Source("corpus.jsonl", number + 1),
        end=number + 1,
        reader="json_lines",
        ref=f"corpus.jsonl: {number}",
        title=" ".join(paper["title"].split()),
        authors=tuple(" ".join(name.split()) for name in paper["authors"]),
        abstract=" ".join((paper["abstract"] or "").split()),
        date=str(paper["year"] or ""),
        venue=paper["venue"] or "",
    )


# --- damage ---------------------------------------------------------------------------------------------


def title_alone(record: Record, chance: random.Random) -> Record:
    """A list of titles."""
    return replace(record, authors=(), abstract="", venue="", date="")


def without_abstract(record: Record, chance: random.Random) -> Record:
    """A reference list."""
    return replace(record, abstract="", venue="")


def abstract_alone(record: Record, chance: random.Random) -> Record:
    """A page of abstracts."""
    return replace(record, title="", authors=(), venue="", date="")


def few_authors(record: Record, chance: random.Random) -> Record:
    """At most three authors, then "et al."; another year."""
    year = str(int(record.date) + chance.choice([-1, 0, 1])) if record.date else ""
    return replace(record, authors=record.authors[:3], authors_complete=len(record.authors) <= 3, date=year)


def cut_abstract(record: Record, chance: random.Random) -> Record:
    """A teaser of the abstract, without title and authors."""
    words = record.abstract.split()
    return abstract_alone(
        replace(record, abstract=" ".join(words[: max(40, len(words) * 2 // 5)]) + "…"), chance
    )


def lost_maths(record: Record, chance: random.Random) -> Record:
    """The third seed: no maths, no numbers beside it, words glued where italics and commands were."""
    text = re.sub(r"\$[^$]{1,200}\$|\\[a-z]+(?:\{[^{}]*\})?", "", record.abstract)
    pieces = re.split(r"(\s)", text)
    glued = ["" if p == " " and chance.random() < 0.06 else p for p in pieces]
    kept = [p for p in glued if not (any(map(str.isdigit, p)) and chance.random() < 0.5)]
    return abstract_alone(replace(record, abstract="".join(kept)), chance)


def other_case(record: Record, chance: random.Random) -> Record:
    """A title in capitals, names in capitals, family name first, no abstract."""
    names = []
    for name in record.authors:
        *given, family = name.split()
        names.append(f"{' '.join(given)} {family}".strip().upper())
    return replace(record, title=record.title.upper(), authors=tuple(names), abstract="", venue="")


def revised(record: Record, chance: random.Random) -> Record:
    """An abstract as another version words it: sentences dropped and swapped, every tenth word changed."""
    sentences = re.split(r"(?<=[.?!])\s+", record.abstract)
    kept = [s for s in sentences if chance.random() > 0.2] or sentences
    if len(kept) > 3:
        at = chance.randrange(len(kept) - 1)
        kept[at], kept[at + 1] = kept[at + 1], kept[at]
    words = " ".join(kept).split()
    changed = [word[::-1] if chance.random() < 0.1 else word for word in words]
    opening = ["In", "this", "revised", "version"] if chance.random() < 0.5 else []
    return replace(record, abstract=" ".join([*opening, *changed]))


def revised_alone(record: Record, chance: random.Random) -> Record:
    """The same on a page of abstracts."""
    return abstract_alone(revised(record, chance), chance)


def published(record: Record, chance: random.Random) -> Record:
    """A preprint's published version: longer title, revised abstract, shorter author list, a later year."""
    title = f"{record.title}: A Study of Theory and Practice"
    later = str(int(record.date) + chance.choice([0, 1, 2]))
    return replace(
        revised(record, chance), title=title, authors=record.authors[:3], authors_complete=False, date=later
    )


def retitled(record: Record, chance: random.Random) -> Record:
    """Another title for the same abstract and authors."""
    words = record.title.split()
    chance.shuffle(words)
    return replace(record, title=" ".join(["Rethinking", *words]))


ACCENTS = {"é": "\\'e", "ö": '\\"o', "ü": '\\"u', "ñ": "\\~n", "–": "--", "’": "'", "“": "``", "”": "''"}


def other_characters(record: Record, chance: random.Random) -> Record:
    """Ligatures, dashes, accents as TeX or decomposed, a hyphen where a line ended."""
    text = record.abstract.replace("fi", "ﬁ").replace("fl", "ﬂ").replace("-", "‐")
    title = "".join(ACCENTS.get(c, c) for c in record.title.replace("fi", "ﬁ").replace("-", "–"))
    return replace(
        record, title=title, abstract=text, authors=tuple(a.replace("-", "‐") for a in record.authors)
    )


def initials(record: Record, chance: random.Random) -> Record:
    """Authors as a reference list prints them, initials first; no abstract."""

    def short(name: str) -> str:
        *given, family = name.split()
        return " ".join([*(f"{word[0]}." for word in given), family])

    return replace(record, authors=tuple(map(short, record.authors)), abstract="", venue="")


def misspelt(record: Record, chance: random.Random) -> Record:
    """A letter of the title lost, as text recognition does; no abstract."""
    words = record.title.split()
    long = [at for at, word in enumerate(words) if len(word) > 5 and word.isalpha()]
    if long:
        at = chance.choice(long)
        cut = chance.randrange(2, len(words[at]) - 1)
        words[at] = words[at][:cut] + words[at][cut + 1 :]
    return replace(record, title=" ".join(words), abstract="", venue="")


def in_one_case(record: Record, chance: random.Random) -> Record:
    """All that is printed in capitals, or all in small letters."""
    turn = chance.choice([str.upper, str.lower])
    authors = tuple(map(turn, record.authors))
    return replace(record, title=turn(record.title), abstract=turn(record.abstract), authors=authors)


def fields_dropped(record: Record, chance: random.Random) -> Record:
    """Some fields missing, but not both title and abstract."""
    gone: dict[str, object] = {"title" if chance.random() < 0.5 else "abstract": ""}
    gone |= {name: "" for name in ("date", "venue") if chance.random() < 0.5}
    if chance.random() < 0.5:
        gone["authors"] = ()
    return replace(record, **gone)  # type: ignore[arg-type]


def worn(record: Record, chance: random.Random) -> Record:
    """Several of these at once."""
    for damage in (revised, in_one_case, few_authors, fields_dropped):
        if chance.random() < 0.6:
            record = damage(record, chance)
    if record.abstract and chance.random() < 0.6:
        damaged = chance.choice([cut_abstract, lost_maths])(record, chance)
        record = replace(record, abstract=damaged.abstract)
    return record


DAMAGES: Sequence[Damage] = (
    title_alone, without_abstract, abstract_alone, few_authors, cut_abstract, lost_maths, other_case, revised,
    revised_alone, published, retitled, other_characters, initials, misspelt, in_one_case, fields_dropped,
    worn,
)  # fmt: skip


# --- other papers that look alike -----------------------------------------------------------------------


def second_part(record: Record, chance: random.Random) -> Record:
    """A second part by the same authors: the title counts on, the abstract differs."""
    return replace(
        record, title=f"{record.title}, Part II", abstract=_in_other_words(record.abstract, chance, 0.3)
    )


def companion(record: Record, chance: random.Random) -> Record:
    """A companion paper by the same authors: a word of the title and one in 14 of the abstract differ."""
    words = record.title.split()
    long = [at for at, word in enumerate(words) if len(word) > 4] or [0]
    words[chance.choice(long)] = "Antipodal"
    return replace(record, title=" ".join(words), abstract=_in_other_words(record.abstract, chance, 0.07))


def namesake(record: Record, chance: random.Random) -> Record:
    """Another paper with the same title: other authors, another abstract, another year."""
    words = record.abstract.split()
    chance.shuffle(words)
    authors = ("Ada Example", "Bela Sample")
    return replace(record, abstract=" ".join(words), authors=authors, date=str(int(record.date) + 7))


def erratum(record: Record, chance: random.Random) -> Record:
    """The erratum: the title says so, the authors are the same, the abstract is quoted in part."""
    return replace(
        record, title=f"Erratum to: {record.title}", abstract=" ".join(record.abstract.split()[:40])
    )


def _in_other_words(text: str, chance: random.Random, share: float) -> str:
    return " ".join(word[::-1] if chance.random() < share else word for word in text.split())


LOOKALIKES: Sequence[Damage] = (second_part, companion, namesake, erratum)


# --- measuring ------------------------------------------------------------------------------------------


def intact(path: str) -> list[Record]:
    """The corpus as records."""
    return [record_of(number, paper) for number, paper in enumerate(read_papers(path))]


def same(matches: Sequence[Match]) -> Iterator[tuple[Source, Source, Match]]:
    """The pairs that were merged."""
    return ((match.left, match.right, match) for match in matches if match.verdict == "same")


def measure_damage(path: str) -> None:
    """Print recall and precision for each kind of damage, and how many lookalikes were merged."""
    records = intact(path)
    chance = random.Random(4)
    works = _works(link(records, ())[0])
    order = list(range(len(records)))
    chance.shuffle(order)
    long_enough = iter([n for n in order if len(records[n].abstract.split()) > 60])
    copies: list[Record] = []
    for damage in (*DAMAGES, *LOOKALIKES):
        for number in islice(long_enough, COPIES):
            line = number + 1
            place = {"source": Source(damage.__name__, line), "ref": f"{damage.__name__}: {line}"}
            copies.append(replace(damage(records[number], chance), **place))  # type: ignore[arg-type]
    chance.shuffle(copies)
    found: defaultdict[Source, list[Source]] = defaultdict(list)
    matches, _ = link([*records, *copies], ())
    clusters = _clusters(matches)
    for copy in copies:
        found[copy.source] = [one for one in clusters.get(copy.source, ()) if one.seed == "corpus.jsonl"]
    _print_damage(copies, found, works)


def _clusters(matches: Sequence[Match]) -> dict[Source, list[Source]]:
    cluster: dict[Source, list[Source]] = {}
    for left, right, _ in same(matches):
        one, other = cluster.setdefault(left, [left]), cluster.setdefault(right, [right])
        if one is not other:
            one += other
            cluster.update((source, one) for source in other)
    return cluster


def _works(matches: Sequence[Match]) -> dict[int, set[int]]:
    """By line the lines of the same work."""
    clusters = _clusters(matches)
    return {source.line: {one.line for one in some} for source, some in clusters.items()}


def _print_damage(
    copies: Sequence[Record], found: dict[Source, list[Source]], works: dict[int, set[int]]
) -> None:
    total = Counter[str]()
    print(f"{'damage':<18}{'copies':>8}{'found':>8}{'recall':>9}{'wrong':>7}")
    for damage in (*DAMAGES, *LOOKALIKES):
        name = damage.__name__
        mine = [copy for copy in copies if copy.source.seed == name]
        alike = damage in LOOKALIKES
        right = wrong = 0
        for copy in mine:
            of_work = works.get(copy.source.line, set()) | {copy.source.line}
            lines = {one.line for one in found[copy.source]}
            right += bool(lines & of_work) and not alike
            wrong += bool(lines if alike else lines - of_work)
        total.update(copies=0 if alike else len(mine), right=right, wrong=wrong)
        recall = "" if alike or not mine else f"{right / len(mine):9.2%}"
        print(f"{name:<18}{len(mine):>8}{right:>8}{recall:>9}{wrong:>7}")
    precision = total["right"] / (total["right"] + total["wrong"])
    print(f"recall {total['right'] / total['copies']:.2%}, precision {precision:.3%} (lookalikes counted)")


def show_intact(path: str) -> None:
    """Print every pair of intact papers that was merged, with what shows that it is one work."""
    records = intact(path)
    by_line = {record.source.line: record for record in records}
    merged = list(same(link(records, ())[0]))
    for left, right, match in sorted(merged, key=lambda pair: (pair[2].rule, pair[0])):
        print(f"{match.rule} ({match.evidence})")
        for record in (by_line[left.line], by_line[right.line]):
            print(f"    {record.venue} {record.date}  {record.title}  [{', '.join(record.authors[:4])}]")
    print(f"{len(merged)} pairs merged among {len(records)} papers")


def show_scale(path: str) -> None:
    """Print processor time and peak memory for growing collections, each in a process of its own."""
    print(f"{'papers':>8}{'CPU s':>9}{'ms/paper':>10}{'MB (linking)':>14}{'matches':>9}")
    for size in (1_000, 10_000, 22_945, 100_000):
        command = [sys.executable, "-m", "benchmarks.linking", path, "one", "--size", str(size)]
        subprocess.run(command, check=True)


def measure_one(path: str, size: int) -> None:
    """Print one line of the table of ``show_scale``."""
    records = list(islice(enlarged(intact(path)), size))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    matches, _ = link(records, ())
    seconds = time.process_time() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(
        f"{size:>8}{seconds:>9.1f}{1000 * seconds / size:>10.2f}{grown:>14.0f}{len(matches):>9}", flush=True
    )


def enlarged(records: Sequence[Record]) -> Iterator[Record]:
    """The corpus, then papers made from it, without end."""
    yield from records
    words = Counter(word for record in records for word in f"{record.title} {record.abstract}".split())
    ranked = sorted(words, key=lambda word: (-words[word], word))
    for turn in range(1, 1000):
        chance = random.Random(turn)
        other = dict(zip(ranked, _nearby(ranked, chance), strict=True))
        for number, record in enumerate(records):
            source = Source(f"synthetic-{turn}.jsonl", number + 1)
            yield replace(
                record,
                source=source,
                ref=f"{source.seed}: {number}",
                title=" ".join(other.get(word, word) for word in record.title.split()),
                abstract=" ".join(other.get(word, word) for word in record.abstract.split()),
                authors=tuple(f"{name} {turn}" for name in record.authors),
            )


def _nearby(ranked: Sequence[str], chance: random.Random) -> list[str]:
    """The words, the hundred commonest in place, the others shuffled among those of about their frequency."""
    moved = list(ranked)
    start, size = 100, 100
    while start < len(moved):
        some = moved[start : start + size]
        chance.shuffle(some)
        moved[start : start + size] = some
        start, size = start + size, size * 2
    return moved


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus")
    parser.add_argument("part", choices=["damage", "intact", "scale", "one"])
    parser.add_argument("--size", type=int, default=1000)
    options = parser.parse_args()
    if options.part == "one":
        measure_one(options.corpus, options.size)
    else:
        {"damage": measure_damage, "intact": show_intact, "scale": show_scale}[options.part](options.corpus)


if __name__ == "__main__":
    main()
