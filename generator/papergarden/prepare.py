"""Every seed read, cleaned and accounted for; one whose records rest on nothing new is not read again."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from papergarden.cores import spread
from papergarden.model import Finding, Record, Seed, SeedReport
from papergarden.reading import SeedReading, read_seed
from papergarden.shelf import Shelf
from papergarden.steps.account import account
from papergarden.steps.clean import clean
from papergarden.steps.known_words import Answers, Asked, counted, vocabulary

SHARE = 250
"""Entries that one process cleans before it takes the next."""
FEW = 4
"""So many shares are cleaned sooner than a second process is started."""

Cleaned = tuple[Record, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a seed states: the account of its lines, what was found in it, its records."""

    report: SeedReport
    findings: tuple[Finding, ...]
    records: tuple[Record, ...]


@dataclass(slots=True)
class _Seed:
    """A seed on its way: the words in it, and either what is kept of it or what was read in it."""

    seed: Seed
    name: str
    counts: Mapping[str, int]
    answers: Answers | None = None
    prepared: Prepared | None = None
    reading: SeedReading | None = None


def prepare(seeds: Sequence[Seed], shelf: Shelf) -> list[Prepared]:
    """What each seed states. Its text and the words known in all seeds together decide upon it."""
    under_way = [_begin(seed, shelf) for seed in seeds]
    words = vocabulary(one.counts for one in under_way)
    for one in under_way:
        if one.answers and not one.answers.hold(words):
            one.prepared = None
        if not (one.prepared or one.reading):
            one.reading = read_seed(one.seed)
    results = _cleaned([one.reading for one in under_way if one.reading], words)
    return [one.prepared or _end(one, *next(results), shelf) for one in under_way]


def _begin(seed: Seed, shelf: Shelf) -> _Seed:
    name = shelf.name("seed", seed.path, seed.text)
    if kept := shelf.get(name):
        counts, known, unknown, *prepared = kept
        return _Seed(seed, name, counts, Answers(known, unknown), Prepared(*prepared))
    reading = read_seed(seed)
    return _Seed(seed, name, counted(reading.entries), reading=reading)


def _cleaned(
    readings: Sequence[SeedReading], words: frozenset[str]
) -> Iterator[tuple[list[Cleaned], Answers]]:
    """For each seed what became of its entries, and on which words that rests."""
    whole = [list(reading.entries) for reading in readings]
    shares = [(at, start) for at, entries in enumerate(whole) for start in range(0, len(entries), SHARE)]

    def work(share: tuple[int, int]) -> tuple[list[Cleaned], Answers]:
        at, start = share
        asked = Asked(words)
        return [clean(entry, asked) for entry in whole[at][start : start + SHARE]], asked.answers

    results = spread(work, shares) if len(shares) > FEW else map(work, shares)
    for entries in whole:
        parts = list(islice(results, math.ceil(len(entries) / SHARE)))
        answers = Answers(
            frozenset().union(*(part.known for _, part in parts)),
            frozenset().union(*(part.unknown for _, part in parts)),
        )
        yield [one for part, _ in parts for one in part], answers


def _end(one: _Seed, cleaned: Sequence[Cleaned], answers: Answers, shelf: Shelf) -> Prepared:
    """The account of a seed, which is kept."""
    reading = one.reading
    assert reading is not None  # noqa: S101 (for the type checker)
    records = tuple(record for record, _ in cleaned)
    report, left_over = account(reading.seed, reading.reader, reading.readings, records)
    found = (*reading.findings, *left_over, *(finding for _, some in cleaned for finding in some))
    shelf.put(one.name, (one.counts, answers.known, answers.unknown, report, found, records))
    return Prepared(report, found, records)
