"""Measure the repair of damaged text, both ways: what it mends, and what it leaves alone.

    python -m benchmarks.repair CORPUS.jsonl.gz [--list]

First the labelled places of the seeds (``tests/samples/repair/places.tsv``), each that came out wrong named;
then every title and abstract of the corpus, the changes counted by rule, with ``--list`` each on a line
of its own; then the speed, and the time that texts of doubled length take.
"""

import argparse
import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from papergarden.text.repair import lexicon, lost, repair, words_of

ROOT = Path(__file__).parents[1]
PLACES = ROOT / "tests/samples/repair/places.tsv"
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
)


def say(line: str = "") -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


def measure_places() -> None:
    """How many labelled places come out right."""
    rows = [line.split("\t") for line in PLACES.read_text(encoding="utf-8").splitlines()[1:]]
    seeds = {
        name: (ROOT / "seeds" / name).read_text(encoding="utf-8").split("\n") for name in {r[0] for r in rows}
    }
    known = lexicon(Counter(word for lines in seeds.values() for line in lines for word in words_of(line)))
    counts: Counter[tuple[str, bool]] = Counter()
    for name, line, kind, before, *after in rows:
        expected = (after or [before])[0]
        right = expected in repair("abstract", seeds[name][int(line) - 1], known)[0]
        counts[kind, right] += 1
        if not right:
            say(f"{name[:3]}:{line}\t{kind}\t{before}\tis not\t{expected}")
    for kind in ("certain", "evidence", "leave"):
        total = counts[kind, True] + counts[kind, False]
        say(f"{kind}: {counts[kind, True]} of {total} right ({counts[kind, True] / total:.1%})")


def texts(path: str) -> Iterator[tuple[int, str, str]]:
    """Line, field and text of every title and abstract."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            paper = json.loads(line)
            for field in ("title", "abstract"):
                if paper.get(field):
                    yield number, field, paper[field]


def measure_corpus(path: str, listed: bool) -> None:
    """What is changed in the corpus, by rule, and how fast."""
    rules: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    characters, seconds, again, losses = 0, 0.0, 0, Counter[str]()
    for number, field, text in texts(path):
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
    say(f"{characters / 1e6:.1f} million characters, {characters / seconds / 1e6:.2f} million a second")


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
    arguments = parser.parse_args()
    measure_places()
    measure_corpus(arguments.corpus, arguments.list)
    measure_growth()


if __name__ == "__main__":
    main()
