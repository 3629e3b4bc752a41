"""Who said what of a paper, and what of it a single record tells by itself."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import compress
from types import MappingProxyType

from papergarden.model.packed import held, packed
from papergarden.model.record import Record, Repair
from papergarden.model.source import Source

SINGLE = ("title", "abstract", "venue", "authors", "arxiv_id", "doi", "date")
UNITED = ("categories", "organizations", "keywords")
COUNTED = ("score", "arxiv_version", "has_code")
FIELDS = (*SINGLE, *UNITED, "links", *COUNTED)
"""What records say of papers: fields of one value, of all values, and of the highest one."""


@packed
@dataclass(frozen=True, slots=True)
class Provenance:
    """Who said a field: place, how (stated, decided, enriched, inferred), and what was mended in it."""

    source: Source
    origin: str
    repairs: tuple[Repair, ...] = ()
    others: tuple[tuple[Source, str], ...] = ()
    """Other values that sources give for the field and that lost, each with its place."""


NO_PROVENANCE: Mapping[str, Provenance] = MappingProxyType({})
_values = held(Record, *FIELDS)


def stated(record: Record) -> dict[str, Provenance]:
    """Who said the fields of which the only record of a paper has values: it did."""
    there = compress(FIELDS, _values(record))
    provenance = dict.fromkeys(there, Provenance(record.source, record.origin))
    if record.lines or record.repairs:
        provenance.update(_in_detail(record, provenance.keys()))
    return provenance


def _in_detail(record: Record, known: Set[str]) -> Iterator[tuple[str, Provenance]]:
    """Who said the known fields of a record that stand on a line of their own, or in which it was mended."""
    for name in {*record.lines, *(repair.field for repair in record.repairs)} & known:
        repairs = [] if name in COUNTED else [one for one in record.repairs if one.field == name]
        once = tuple(repairs if name in SINGLE else dict.fromkeys(repairs))
        yield name, Provenance(place_of(name, record), record.origin, once)


def place_of(name: str, record: Record) -> Source:
    """Where a record has a field."""
    line = record.lines.get(name)
    return record.source if line is None else Source(record.source.seed, line)
