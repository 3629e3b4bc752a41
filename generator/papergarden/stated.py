"""What seeds state: the account of their lines, what was found in them, their records.

That is kept here apart from how it is found out, for which much has to be loaded.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, NamedTuple

from papergarden.model import Finding, Record, SeedReport, held
from papergarden.shelf import Shelf
from papergarden.steps.answers import Answers, Counts

STATED = "stated"
"""What is kept of seeds beside a library."""

_around = held(Record, *(one.name for one in fields(Record) if one.name != "abstract"))
"""All of a record but its abstract, which may lie elsewhere and for which, too, its digest stands."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a seed states: the account of its lines, what was found in it, its records.

    ``text`` stands for its text, ``counts`` are its words, ``asked`` is what its records rest on in others.
    """

    report: SeedReport
    findings: tuple[Finding, ...]
    records: tuple[Record, ...]
    text: bytes = field(default=b"", compare=False)
    counts: Counts = field(default_factory=dict, compare=False)
    asked: tuple[Answers, ...] = field(default=(), compare=False)


class News(NamedTuple):
    """What a seed states that is not what it stated before.

    Where its text is the same, there are only records that may be others now, and ``places`` tells at which
    places among all they are.
    """

    said: Prepared
    places: Sequence[int] | None = None

    def after(self, before: Prepared | None) -> Prepared:
        """All that the seed states, with the very records that there were before as far as they are equal."""
        if before is None:
            return self.said
        return replace(
            self.said, records=tuple(self._changed(before) if self.places is None else self._put_into(before))
        )

    def _put_into(self, before: Prepared) -> list[Record]:
        records = list(before.records)
        for at, new in zip(self.places or (), self.said.records, strict=True):
            if _around(records[at]) != _around(new):
                records[at] = new
        return records

    def _changed(self, before: Prepared) -> list[Record]:
        known = {(record.source.line, record.ref): record for record in before.records}
        pairs = [(record, known.pop((record.source.line, record.ref), None)) for record in self.said.records]
        return [old if old is not None and _around(old) == _around(new) else new for new, old in pairs]


def together(news: Iterable[tuple[str, News | None]], before: Mapping[str, Prepared]) -> list[Prepared]:
    """What all seeds state, from what is new, by their paths, and what they stated before."""
    return [new.after(before.get(path)) if new else before[path] for path, new in news]


def dumped(stated: tuple[str, Sequence[Prepared]]) -> tuple[Any, ...]:
    """The name of a library, and what the seeds stated that it was made from, but for their records."""
    name, seeds = stated
    return name, [
        (one.report, one.findings, one.text, one.counts, [(some.known, some.unknown) for some in one.asked])
        for one in seeds
    ]


def recalled(shelf: Shelf) -> tuple[str, Sequence[Prepared]]:
    """The same as it is kept; no name where nothing is."""
    name, seeds = shelf.take(shelf.name(STATED)) or ("", ())
    return name, [
        Prepared(report, findings, (), text, counts, tuple([Answers(*some) for some in asked]))
        for report, findings, text, counts, asked in seeds
    ]
