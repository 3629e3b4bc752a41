"""What every format of named values shares: a row of columns becomes an entry, or findings."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from papergarden.model import Entry, Finding, Furniture, Link, Reading, Seed
from papergarden.text.columns import fields
from papergarden.text.json_records import json_records
from papergarden.text.xml_records import xml_records

Row = Mapping[str, object]
JSON_FIX = "Mend the record: every quote, bracket and comma has to be there."
XML_FIX = "Mend the record: every tag has to be closed, and & and < written as &amp; and &lt;."
NAMING = ("title", "abstract", "arxiv_id", "doi")
"""Fields of which a paper has one at least."""


def row_readings(seed: Seed, reader: str, start: int, end: int, row: Row) -> Iterator[Reading]:
    """The entry that a row states, and a finding for each cell that is not what its column promises.

    A row whose ``origin`` is ``enriched`` is a service's answer that was saved, and ranks below a document.
    """
    enriched = row.get("origin") == "enriched"
    read = fields({name: value for name, value in row.items() if name != "origin"} if enriched else row)
    if not any(read.fields.get(name) for name in NAMING):
        what = "The record has no title, abstract, arXiv id or DOI."
        shown = ", ".join(f"{name}: {value}" for name, value in row.items())
        fix = "Add one of them, or take the record out."
        yield Finding("error", "broken-record", seed.at(start), what, fix, shown, end)
        return
    links = tuple(Link(kind, url) for kind, url in read.links)
    origin = "enriched" if enriched else "stated"
    yield Entry(source=seed.at(start), end=end, reader=reader, links=links, origin=origin, **read.fields)
    for column, text in read.odd:
        what = f"{column} does not hold what its name promises."
        fix = f"Correct {column}, or leave it out."
        yield Finding("warning", "odd-value", seed.at(start), what, fix, text)


def json_readings(seed: Seed, reader: str, row_of: Callable[[Row], Row]) -> Iterator[Reading]:
    """The entries of a JSON document, each record made a row by ``row_of``; the rest is its envelope."""
    records = list(json_records(seed.text))
    cuts = [(one.start, one.end, one.fault and f"The record is not JSON: {one.fault}.") for one in records]
    return _readings(seed, reader, cuts, lambda number: row_of(records[number].value), JSON_FIX)


def xml_readings(
    seed: Seed, reader: str, tags: tuple[str, ...], row_of: Callable[[Element], Row]
) -> Iterator[Reading]:
    """The entries of an XML document, each element of those names made a row; the rest is its envelope."""
    records = list(xml_records(seed.text, tags))
    cuts = [(one.start, one.end, one.fault and f"The record is not XML: {one.fault}.") for one in records]
    return _readings(seed, reader, cuts, lambda number: row_of(records[number].element), XML_FIX)


def _readings(
    seed: Seed, reader: str, cuts: Sequence[tuple[int, int, str]], row_at: Callable[[int], Row], fix: str
) -> Iterator[Reading]:
    """The envelope around the records, given by first line, last line and fault; then each record."""
    yield from _envelope(seed, [(start, end) for start, end, _ in cuts])
    lines = seed.text.split("\n") if any(what for _, _, what in cuts) else []
    for number, (start, end, what) in enumerate(cuts):
        if what:
            shown = lines[start - 1].strip()
            yield Finding("error", "broken-record", seed.at(start), what, fix, shown, end)
        else:
            yield from row_readings(seed, reader, start, end, row_at(number))


def _envelope(seed: Seed, spans: Iterable[tuple[int, int]]) -> Iterator[Furniture]:
    """The lines before, between and after the records: brackets, and what a service says of its answer."""
    after = 1
    for start, end in spans:
        if start > after:
            yield Furniture(seed.at(after), start - 1, "envelope")
        after = max(after, end + 1)
    last = seed.text.rstrip().count("\n") + 1
    if 1 < after <= last:
        yield Furniture(seed.at(after), last, "envelope")
