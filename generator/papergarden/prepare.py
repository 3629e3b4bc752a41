"""Every seed read, cleaned and accounted for; what rests on nothing new is not looked at again."""

import math
import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate, chain, groupby, islice
from operator import attrgetter
from typing import Any, NamedTuple

from papergarden.attic import put_away
from papergarden.cores import spread
from papergarden.files import Held, Seeds
from papergarden.model import (
    Entry,
    Finding,
    Once,
    Record,
    Seed,
    SeedReport,
    fill_each,
    from_columns,
    in_columns,
    say_once,
)
from papergarden.reading import SeedReading, read_seed
from papergarden.shelf import Shelf
from papergarden.stated import News, Prepared, together
from papergarden.steps.account import account, with_records
from papergarden.steps.answers import Answers, Counts
from papergarden.steps.clean import clean, forget
from papergarden.steps.keys import own_key, told
from papergarden.steps.known_words import Asked, counted, recounted, vocabulary
from papergarden.steps.memo import FEW
from papergarden.text.digest import digest_of

TOGETHER = 50
"""Entries that are cleaned anew together, once a word that one of them rests on becomes known or unknown."""

AT_ONCE = 16 << 20
"""Bytes of seeds whose entries are held at once."""

ENTRY = 1000
"""Bytes of a seed that are about one entry, where it prints abstracts."""

NOTHING: Mapping[str, Prepared] = {}

Cleaned = tuple[Record, tuple[Finding, ...]]

_FIELDS = attrgetter(
    *("source.seed", "source.line", "end", "reader", "title", "authors", "authors_complete", "abstract"),
    *("arxiv_id", "doi", "date", "venue", "categories", "organizations", "keywords", "has_code", "score"),
    "origin",
)


class _Part(NamedTuple):
    """Entries that were cleaned together, by their digests, and on which words that rests."""

    known: frozenset[str]
    unknown: frozenset[str]
    cleaned: Mapping[bytes, Cleaned]

    def __reduce__(self) -> tuple[Any, ...]:
        return _part, ([(self.known, self.unknown, tuple(self.cleaned))], *_in_columns([self]))

    def holds(self, words: frozenset[str]) -> bool:
        """Whether the entries would become the same with other words known."""
        return Answers(self.known, self.unknown).hold(words)


def _in_columns(parts: Iterable[_Part]) -> tuple[Any, Mapping[int, tuple[Finding, ...]]]:
    """What was cleaned in parts, one after the other: the records in columns, and by place what was found."""
    cleaned = list(chain.from_iterable(part.cleaned.values() for part in parts))
    findings = {place: found for place, (_, found) in enumerate(cleaned) if found}
    return in_columns([record for record, _ in cleaned]), findings


def _parts(
    words: Iterable[tuple[frozenset[str], frozenset[str], Sequence[bytes]]],
    columns: Any,
    findings: Mapping[int, tuple[Finding, ...]],
) -> tuple[_Part, ...]:
    """Parts of their words and digests, and of what was cleaned in them."""
    cleaned = iter([(one, findings.get(place, ())) for place, one in enumerate(from_columns(columns))])
    return tuple([_Part(yes, no, dict(zip(digests, cleaned, strict=False))) for yes, no, digests in words])


def _others(kept: "_Kept", asked: Iterable[Answers]) -> list[int]:
    """The places of records that rest on words which were known otherwise when others were ``asked`` for."""
    asked = tuple(asked)
    known = frozenset[str]().union(*(one.known for one in asked))
    unknown = frozenset[str]().union(*(one.unknown for one in asked))
    parts = [
        one for one in kept.parts if not (one.known.isdisjoint(unknown) and one.unknown.isdisjoint(known))
    ]
    digests = frozenset(chain.from_iterable(one.cleaned for one in parts))
    return [at for at, digest in enumerate(kept.entries) if digest in digests]


def _part(*plain: Any) -> _Part:
    (part,) = _parts(*plain)
    return part


class _Kept(NamedTuple):
    """What is kept of a seed: digests of its text and its entries, its account, what its entries became."""

    text: bytes
    counts: Counts
    report: SeedReport
    findings: tuple[Finding, ...]
    entries: tuple[bytes, ...]
    parts: tuple[_Part, ...]

    @classmethod
    def of(cls, known: Sequence[Any]) -> "_Kept":
        """The same from the form that it has in a folder."""
        return cls._make((*known[:-3], _parts(*known[-3:])))

    def packed(self) -> tuple[Any, ...]:
        """The same for a folder: of each part the words and the digests, then what was cleaned in all."""
        words = [(part.known, part.unknown, tuple(part.cleaned)) for part in self.parts]
        return (*self[:-1], words, *_in_columns(self.parts))

    def news(self, before: Prepared | None) -> News:
        """What the seed states, as far as it may not be what it stated before."""
        by_entry = _merged(self.parts)
        found = tuple(chain.from_iterable(by_entry[digest][1] for digest in self.entries))
        asked = tuple([Answers(part.known, part.unknown) for part in self.parts])
        places = _others(self, before.asked) if before and before.text == self.text else None
        there = range(len(self.entries)) if places is None else places
        records = tuple([by_entry[self.entries[at]][0] for at in there])
        said = Prepared(self.report, (*self.findings, *found), records, self.text, self.counts, asked)
        return News(said, places)


class _Read(NamedTuple):
    """What was found in a seed: its words, the account of its lines, findings."""

    counts: Counts
    report: SeedReport
    findings: tuple[Finding, ...]


class _Lately(NamedTuple):
    """How this program read a seed the last time, and the words of its entries."""

    reading: SeedReading
    counts: Counts


class _Seed:
    """A seed on its way: what is kept of it from an earlier hour, what was read in it, what it states.

    What it stated ``before`` is at hand; what is kept is looked at only where that is no answer.
    """

    def __init__(self, place: int, seed: Held, shelf: Shelf, before: Prepared | None) -> None:
        self.place, self.path, self.length, self.text = place, seed.path, len(seed), seed.digest
        self._before = before
        self.name, self.found = shelf.name("seed", seed.path), shelf.name("read", seed.path)
        self.in_hand = shelf.name("lately", seed.path)
        shelf.spare(self.found)
        shelf.spare(self.in_hand)
        shelf.spare(self.name)
        self.parts: tuple[_Part, ...] = ()
        self.read: _Read | None = None
        self.packed = b""
        self.columns: Any = None
        self.lately: _Lately | None = None
        self.entries: Mapping[bytes, Entry] = {}
        self.counts: Counts = {}
        self.news: News | None = None
        self.is_settled = bool(before and before.text == self.text)
        if before and self.is_settled:
            self.counts = before.counts
        else:
            self._look(shelf)

    def _look(self, shelf: Shelf) -> None:
        """Take in what is kept of the seed."""
        kept: _Kept | None = shelf.get(self.name, _Kept.of)
        self.parts = kept.parts if kept else ()
        if kept and kept.text == self.text:
            self.counts, self.news, self.is_settled = kept.counts, kept.news(self._before), True

    def take(self, read: _Read, packed: bytes) -> None:
        """Take in what was read in the seed, and its entries as this program packed them."""
        self.read, self.counts, self.packed = read, read.counts, packed

    def read_here(self, seed: Seed, shelf: Shelf) -> None:
        """Read the seed, in which little may be new since this was done before, and have that at hand."""
        self.lately = _read_again(seed, shelf.get(self.in_hand))
        shelf.hold(self.in_hand, self.lately)
        report, left_over = account(seed, self.lately.reading.reader, self.lately.reading.readings)
        self.take(_Read(self.lately.counts, report, (*self.lately.reading.findings, *left_over)), b"")

    def recall(self, shelf: Shelf) -> None:
        """Take in what was read in the seed in an earlier hour, if that is kept."""
        text, columns, *read = shelf.get(self.found) or (b"", None)
        if text == self.text:
            self.read, self.columns = _Read._make(read), columns

    def settle(self, words: frozenset[str], shelf: Shelf) -> None:
        """Forget what rests on other words than are known now."""
        as_before = self._before.asked if self._before and self.is_settled and not self.news else ()
        if not all(one.hold(words) for one in as_before):
            self.is_settled = False
            self._look(shelf)
        parts = tuple(part for part in self.parts if part.holds(words))
        if len(parts) < len(self.parts):
            self.parts, self.news, self.is_settled = parts, None, False

    def new(self) -> list[tuple[bytes, Entry]]:
        """The entries that have to be cleaned, by their digests."""
        before = _merged(self.parts)
        if self.packed:
            self.columns = pickle.loads(self.packed)  # noqa: S301 (never what lay on a shelf)
        read = self.lately.reading.entries if self.lately else from_columns(self.columns)
        self.entries = _by_digest(read)
        return [one for one in self.entries.items() if one[0] not in before]

    def end(self, new: Iterable[_Part], shelf: Shelf) -> None:
        """Give account of the seed and keep it, now that its entries are clean; let go of what was read.

        A server that found little new keeps it in memory alone.
        """
        assert self.read is not None  # noqa: S101 (it was read)
        new = list(new)
        is_worth_keeping = not self.lately or sum(len(part.cleaned) for part in new) * FEW > len(self.entries)
        parts = (*map(self._still, self.parts), *new)
        by_entry = _merged(parts)
        report = with_records(self.read.report, [by_entry[digest][0] for digest in self.entries])
        kept = _Kept(self.text, self.read.counts, report, self.read.findings, tuple(self.entries), parts)
        if is_worth_keeping:
            shelf.put(self.name, kept, _Kept.packed)
        else:
            shelf.hold(self.name, kept)
        if self.packed:
            shelf.put(self.found, (self.text, self.columns, *self.read))
        self.news, self.is_settled = kept.news(self._before), True
        self.read, self.packed, self.columns, self.lately = None, b"", None, None
        self.entries, self.counts, self.parts = {}, {}, ()

    def _still(self, part: _Part) -> _Part:
        there = {digest: cleaned for digest, cleaned in part.cleaned.items() if digest in self.entries}
        return part._replace(cleaned=there)


def prepare(seeds: Sequence[Seed], shelf: Shelf, before: Mapping[str, Prepared] = NOTHING) -> list[Prepared]:
    """What each seed states. Its text and the words known in all seeds together decide upon it.

    What seeds stated ``before`` is by their paths.
    """
    return together(news(seeds, shelf, before), before)


def news(
    seeds: Sequence[Seed], shelf: Shelf, before: Mapping[str, Prepared] = NOTHING
) -> list[tuple[str, News | None]]:
    """For the path of each seed what it states that is not what it stated ``before``; None for nothing.

    Of what it stated before no records are looked at.
    """
    seeds = Seeds.of(seeds)
    under_way = [_Seed(place, seed, shelf, before.get(seed.path)) for place, seed in enumerate(seeds.held)]
    _read([one for one in under_way if not one.is_settled], seeds, shelf)
    words = vocabulary(one.counts for one in under_way)
    for one in under_way:
        one.settle(words, shelf)
    stale = [one for one in under_way if not one.is_settled]
    for one in stale:
        if not one.read:
            one.recall(shelf)
    _read([one for one in stale if not one.read], seeds, shelf)
    once = Once()
    for batch in _batches(stale):
        _clean(batch, words, shelf, once)
    forget()
    return [(one.path, one.news) for one in under_way]


def _read(wanted: Sequence[_Seed], seeds: Sequence[Seed], shelf: Shelf) -> None:
    """Read seeds, each once, and of many on all cores; what is found in them is held packed.

    Somebody who edits a seed while a server shows it will edit it again.
    """
    if shelf.holds and len(wanted) == 1:
        wanted[0].read_here(seeds[wanted[0].place], shelf)
        return

    def work(one: _Seed) -> tuple[_Read, bytes]:
        return _found(seeds[one.place])

    entries = sum(one.length for one in wanted) // ENTRY
    for one, read in zip(wanted, spread(work, wanted, entries), strict=True):
        one.take(*read)


def _found(seed: Seed) -> tuple[_Read, bytes]:
    reading = read_seed(seed)
    entries = list(reading.entries)
    report, left_over = account(seed, reading.reader, reading.readings)
    packed = pickle.dumps(in_columns(entries), protocol=pickle.HIGHEST_PROTOCOL)
    return _Read(counted(entries), report, (*reading.findings, *left_over)), packed


def _read_again(seed: Seed, before: _Lately | None) -> _Lately:
    """What is in a seed, told from what was in it ``before`` where that is the same still."""
    if not before:
        reading = read_seed(seed)
        return _Lately(reading, counted(reading.entries))
    reading = read_seed(seed, before.reading)
    was, now = ({id(entry): entry for entry in one.entries} for one in (before.reading, reading))
    gone, new = ([one[name] for name in one.keys() - other.keys()] for one, other in ((was, now), (now, was)))
    return _Lately(reading, recounted(before.counts, gone, new))


def _batches(seeds: Sequence[_Seed]) -> Iterator[list[_Seed]]:
    """Seeds whose entries are held at once: no more than is good, and of about the same length together."""
    length = sum(one.length for one in seeds) or 1
    number = math.ceil(length / AT_ONCE)
    before = accumulate((one.length for one in seeds), initial=0)
    for _, batch in groupby(zip(before, seeds, strict=False), lambda placed: placed[0] * number // length):
        yield [one for _, one in batch]


def _clean(batch: Sequence[_Seed], words: frozenset[str], shelf: Shelf, once: Once) -> None:
    """Clean what is new in seeds, and give account; names that all have said ``once`` are held once."""
    new = [one.new() for one in batch]
    parts = map(partial(_saying_once, once), _cleaned(new, words))
    for one, entries in zip(batch, new, strict=True):
        one.end(islice(parts, math.ceil(len(entries) / TOGETHER)), shelf)
        put_away(one.news.said.records if one.news else ())


def _cleaned(seeds: Iterable[Sequence[tuple[bytes, Entry]]], words: frozenset[str]) -> Iterator[_Part]:
    """What becomes of the entries of each seed, a few at a time."""
    shares = [
        entries[start : start + TOGETHER] for entries in seeds for start in range(0, len(entries), TOGETHER)
    ]

    def work(share: Sequence[tuple[bytes, Entry]]) -> _Part:
        asked = Asked(words)
        cleaned = {digest: clean(entry, asked) for digest, entry in share}
        records = [record for record, _ in cleaned.values()]
        fill_each(records, digest=map(told, records), key=map(own_key, records))
        answers = asked.answers
        return _Part(answers.known, answers.unknown, cleaned)

    return spread(work, shares, sum(map(len, shares)))


def _saying_once(once: Once, part: _Part) -> _Part:
    say_once([record for record, _ in part.cleaned.values()], once)
    return part


def _merged(parts: Iterable[_Part]) -> Mapping[bytes, Cleaned]:
    return dict(chain.from_iterable(part.cleaned.items() for part in parts))


def _by_digest(entries: Iterable[Entry]) -> Mapping[bytes, Entry]:
    """Entries by what stands for them, also those that a line lists twice."""
    found: dict[bytes, Entry] = {}
    for entry in entries:
        digest = _digest(entry)
        while digest in found:
            digest = digest_of(digest)
        found[digest] = entry
    return found


def _digest(entry: Entry) -> bytes:
    links = [(link.kind, link.url) for link in entry.links]
    return digest_of(_FIELDS(entry), links, list(entry.lines.items()), list(entry.extra.items()))
