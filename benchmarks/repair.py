"""Measure the repair of damaged text, both ways: what it mends, and what it leaves alone.

    python -m benchmarks.repair CORPUS.jsonl.gz [--list] [--papers N]

First the labelled places of the seeds (``tests/samples/repair/places.tsv``), by kind and rule, each that came
out wrong and each change of intact text named. Then every title and abstract of the corpus: the changes
counted by rule, with ``--list`` each on a line of its own for a person to judge. Then damage made in intact
abstracts of the corpus: how often it is restored exactly. Last the speed, alone and as part of ``clean``, and
the time that texts of doubled length take.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator

from benchmarks.corpus import Paper, read_papers
from benchmarks.damage import KINDS, Damage
from papergarden.model import Entry, Source
from papergarden.steps.clean import clean
from papergarden.text.repair import lost, repair
from tests.text.places import false_changes, outcomes

SAMPLE = 1000
"""So many papers are damaged in each way."""
HOSTILE = (
    "a",
    "$",
    "\\",
    "{",
    "&amp;",
    "https://",
    "(a",
    "**",
    "``",
    "111A",
    ") ",
    "a- b",
    "(cid:173) ",
    "aB",
    ".",
    "thea ",
    "use.Ab ",
    "a-bcde-",
)


def say(line: str = "") -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


def measure_places() -> None:
    """How many labelled places come out right, by kind and by rule, and what intact text is changed."""
    kinds: Counter[tuple[str, str]] = Counter()
    rules: Counter[str] = Counter()
    for place, verdict, touched in outcomes():
        kinds[place.kind, verdict] += 1
        rules.update(set(touched) if verdict == "right" else ())
        if verdict != "right":
            say(f"{place.seed[:3]}:{place.line}\t{place.kind}\t{verdict}\t{place.before}\tis\t{place.after}")
    for kind in ("certain", "evidence", "lost"):
        right, left, wrong = (kinds[kind, verdict] for verdict in ("right", "left", "wrong"))
        say(f"{kind}: {right} right, {left} left, {wrong} otherwise ({right / (right + left + wrong):.1%})")
    say("right by rule: " + ", ".join(f"{rule} {count}" for rule, count in rules.most_common()))
    changes = list(false_changes())
    for place, before, after in changes:
        say(f"{place.seed[:3]}:{place.line}\tintact text changed\t{before!r}\t{after!r}")
    say(f"changes of intact text: {len(changes)}")


def texts(papers: list[Paper]) -> Iterator[tuple[int, str, str]]:
    """Number of the paper, field and text of every title and abstract."""
    for number, paper in enumerate(papers, 1):
        for field in ("title", "abstract"):
            if paper.get(field):
                yield number, field, paper[field]


def measure_corpus(papers: list[Paper], listed: bool) -> None:
    """What is changed in the corpus, by rule, and how fast."""
    rules: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    characters, seconds, again, losses = 0, 0.0, 0, Counter[str]()
    for number, field, text in texts(papers):
        start = time.process_time()
        mended, repairs = repair(field, text)
        seconds += time.process_time() - start
        characters += len(text)
        again += repair(field, mended)[0] != mended
        losses[lost(mended)] += 1
        rules.update(rule for rule, _, _ in repairs)
        changed.update({rule for rule, _, _ in repairs})
        for rule, before, after in repairs if listed else ():
            say(f"{number}\t{field}\t{rule}\t{before!r}\t{after!r}")
    for rule, count in rules.most_common():
        say(f"{rule}: {count} places in {changed[rule]} texts")
    say(f"lost: {dict(losses)}; changed again when repaired again: {again}")
    say(f"{len(papers) / seconds:.0f} papers a second, {characters / seconds / 1e6:.2f} million characters")


def measure_damage(papers: list[Paper]) -> None:
    """How often damage made in intact abstracts is restored exactly, stays as it was, or comes out else."""
    chance = random.Random(20260601)
    found = [" ".join(paper["abstract"].split()) for paper in papers if paper.get("abstract")]
    intact = [
        text for text in chance.sample(found, min(SAMPLE, len(found))) if repair("abstract", text)[0] == text
    ]
    say(f"\n{'damage':20} {'made':>5} {'exact':>7} {'left':>6} {'else':>6}")
    for kind in KINDS:
        counts = Counter(filter(None, (_restored(kind, text, chance) for text in intact)))
        made = counts.total()
        say(
            f"{kind.__name__:20} {made:5} {counts['exact'] / made:7.1%} {counts['left'] / made:6.1%}"
            f" {counts['else'] / made:6.1%}"
        )


def _restored(kind: Damage, text: str, chance: random.Random) -> str:
    pair = kind(text, chance)
    if pair is None or repair("abstract", pair[1])[0] != pair[1]:
        return ""
    mended = repair("abstract", pair[0])[0]
    if mended == pair[1]:
        return "exact"
    return "left" if mended == pair[0] else "else"


def measure_cleaning(papers: list[Paper]) -> None:
    """How many papers a second become records."""
    entries = [
        Entry(
            source=Source("corpus.jsonl", number),
            end=number,
            reader="json_lines",
            title=paper["title"],
            abstract=paper["abstract"] or "",
        )
        for number, paper in enumerate(papers[: 5 * SAMPLE], 1)
    ]
    start = time.process_time()
    for entry in entries:
        clean(entry)
    say(f"\nclean: {len(entries) / (time.process_time() - start):.0f} papers a second")


def measure_growth() -> None:
    """The time that hostile texts of 200,000 and 400,000 characters take; about twice as much is linear."""
    for piece in HOSTILE:
        times = []
        for size in (200_000, 400_000):
            text = (piece * (size // len(piece) + 1))[:size]
            start = time.process_time()
            repair("abstract", text)
            times.append(time.process_time() - start)
        say(f"{piece!r:16} {times[0]:.2f} s, {times[1]:.2f} s: {times[1] / times[0]:.1f} times")


def main() -> None:
    """Measure everything."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus")
    parser.add_argument("--list", action="store_true", help="print every change in the corpus")
    parser.add_argument("--papers", type=int, help="read only so many papers")
    arguments = parser.parse_args()
    papers = list(read_papers(arguments.corpus))[: arguments.papers]
    measure_places()
    measure_corpus(papers, arguments.list)
    measure_damage(papers)
    measure_cleaning(papers)
    measure_growth()


if __name__ == "__main__":
    main()
