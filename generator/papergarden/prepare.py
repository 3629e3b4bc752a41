"""Every seed read, cleaned and accounted for; what rests on nothing new is not looked at again."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain, islice
from operator import attrgetter, or_
from typing import NamedTuple

from papergarden.cores import FEW, SHARE, spread
from papergarden.model import Entry, Finding, Record, Seed, SeedReport
from papergarden.reading import SeedReading, read_seed
from papergarden.shelf import Shelf
from papergarden.steps.account import account
from papergarden.steps.clean import clean
from papergarden.steps.known_words import Answers, Asked, Counts, counted, vocabulary
from papergarden.steps.memo import digest_of

Cleaned = tuple[Record, tuple[Finding, ...]]

_FIELDS = attrgetter(
    *("source.seed", "source.line", "end", "reader", "title", "authors", "authors_complete", "abstract"),
    *("arxiv_id", "doi", "date", "venue", "categories", "organizations", "keywords", "has_code", "score"),
    "origin",
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a seed states: the account of its lines, what was found in it, its records."""

    report: SeedReport
    findings: tuple[Finding, ...]
    records: tuple[Record, ...]


class _Kept(NamedTuple):
    """What is kept of a seed: digests of its text and its entries, what became of them, on which words."""

    text: bytes
    counts: Counts
    known: frozenset[str]
    unknown: frozenset[str]
    report: SeedReport
    findings: tuple[Finding, ...]
    entries: tuple[bytes, ...]
    cleaned: tuple[Cleaned, ...]

    @property
    def answers(self) -> Answers:
        return Answers(self.known, self.unknown)

    @property
    def by_entry(self) -> Mapping[bytes, Cleaned]:
        return dict(zip(self.entries, self.cleaned, strict=True))

    @property
    def prepared(self) -> Prepared:
        found = chain.from_iterable(findings for _, findings in self.cleaned)
        return Prepared(self.report, (*self.findings, *found), tuple(record for record, _ in self.cleaned))


class _Seed:
    """A seed on its way: what is kept of it from an earlier hour, and what has to be done now."""

    def __init__(self, seed: Seed, shelf: Shelf) -> None:
        self.seed, self.name, self.text = seed, shelf.name("seed", seed.path), digest_of(seed.text)
        known = shelf.get(self.name)
        self.kept = _Kept(*known) if known else None
        self.reading: SeedReading | None = None
        if not (self.kept and self.kept.text == self.text):
            self._read()

    @property
    def counts(self) -> Counts:
        """The words in its entries."""
        return self._counts if self.reading or not self.kept else self.kept.counts

    def settle(self, words: frozenset[str]) -> None:
        """Forget what rests on other words than are known now, and read what was not read."""
        if self.kept and not self.kept.answers.hold(words):
            self.kept = None
            if not self.reading:
                self._read()
        before = self.kept.by_entry if self.kept else {}
        self.done = [before.get(digest) for digest in self.digests] if self.reading else []

    def _read(self) -> None:
        self.reading = read_seed(self.seed)
        self.entries = list(self.reading.entries)
        self.digests = tuple(map(_digest, self.entries))
        self._counts = counted(self.entries)

    def end(self, cleaned: Sequence[Cleaned], asked: Answers, shelf: Shelf) -> Prepared:
        """The account of the seed, which is kept, once all entries that are new are clean."""
        if not self.reading:
            assert self.kept is not None  # noqa: S101 (it is one or the other)
            return self.kept.prepared
        new = iter(cleaned)
        whole = tuple(one or next(new) for one in self.done)
        reading, answers = self.reading, asked | self.kept.answers if self.kept else asked
        report, left_over = account(
            self.seed, reading.reader, reading.readings, [record for record, _ in whole]
        )
        findings = (*reading.findings, *left_over)
        kept = _Kept(
            self.text, self.counts, answers.known, answers.unknown, report, findings, self.digests, whole
        )
        shelf.put(self.name, tuple(kept))
        return kept.prepared


def prepare(seeds: Sequence[Seed], shelf: Shelf) -> list[Prepared]:
    """What each seed states. Its text and the words known in all seeds together decide upon it."""
    under_way = [_Seed(seed, shelf) for seed in seeds]
    words = vocabulary(one.counts for one in under_way)
    for one in under_way:
        one.settle(words)
    new = [
        [entry for entry, done in zip(one.entries, one.done, strict=True) if not done] if one.reading else []
        for one in under_way
    ]
    results = zip(under_way, _cleaned(new, words), strict=True)
    return [one.end(cleaned, answers, shelf) for one, (cleaned, answers) in results]


def _cleaned(
    seeds: Sequence[Sequence[Entry]], words: frozenset[str]
) -> Iterator[tuple[list[Cleaned], Answers]]:
    """For each seed what became of its entries, and on which words that rests."""
    shares = [entries[start : start + SHARE] for entries in seeds for start in range(0, len(entries), SHARE)]

    def work(share: Sequence[Entry]) -> tuple[list[Cleaned], Answers]:
        asked = Asked(words)
        return [clean(entry, asked) for entry in share], asked.answers

    results = spread(work, shares) if sum(map(len, seeds)) > FEW else map(work, shares)
    for entries in seeds:
        parts = list(islice(results, math.ceil(len(entries) / SHARE)))
        answers = reduce(or_, (part for _, part in parts), Answers(frozenset(), frozenset()))
        yield [one for part, _ in parts for one in part], answers


def _digest(entry: Entry) -> bytes:
    links = [(link.kind, link.url) for link in entry.links]
    return digest_of(_FIELDS(entry), links, list(entry.lines.items()), list(entry.extra.items()))
