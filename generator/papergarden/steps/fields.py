"""What the records of a paper say of it field by field, and who said what.

Of several values of a field the first of these that tells decides:

======  ===================================================================================================
origin  decided by a person > stated > enriched > inferred
whole   an author list without "et al." beats one with it; a text that is not cut ("…") or merely the
        beginning of another one beats one that is
intact  a value without repairs beats a repaired one, which beats a damaged one
rich    more authors, a longer text, a more precise date; a venue that is not a preprint server's name, a DOI
        that is not arXiv's own
early   of dates as precise as each other the earlier one: when the paper was first public
content the value that sorts first; never the order of files or lines
======  ===================================================================================================

Categories, organizations, keywords and links are united, in the order of the record that has most of them.
The score is the highest one, the version of the arXiv id the latest. Code is there if one record has it. A
value that loses is kept beside the one that wins.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from papergarden.model import COUNTED, SINGLE, UNITED, Link, Provenance, Record, Source, place_of
from papergarden.steps.references import letters
from papergarden.text import ids, sites

ORIGINS = ("inferred", "enriched", "stated", "decided")
TEXTS = ("title", "abstract", "venue")
ARCHIVES = ("arxiv", "corr", "biorxiv", "medrxiv", "openreview", "preprint")
"""Beginnings of what is printed as a venue and is none."""

Fields = dict[str, Any]
"""Of a paper, by name."""


@dataclass(frozen=True, slots=True)
class _Value:
    """What one record says of a field, and the rank that the rule gives it."""

    record: Record
    value: Any
    rank: tuple[Any, ...]


def of_several(group: Sequence[Record]) -> tuple[Fields, dict[str, Provenance]]:
    """What the records of a paper say of each field together."""
    fields: Fields = {}
    provenance: dict[str, Provenance] = {}
    for name in SINGLE:
        if values := _ranked(name, group):
            fields[name] = values[0].value
            provenance[name] = _provenance(name, values)
            if name == "authors":
                fields["authors_complete"] = values[0].record.authors_complete
    _unite(group, fields, provenance)
    _count(group, fields, provenance)
    return fields, provenance


def _ranked(name: str, group: Sequence[Record]) -> list[_Value]:
    """The values that records have of a field, the best one first."""
    stating = [record for record in group if getattr(record, name)]
    if len(stating) == 1:
        return [_Value(stating[0], getattr(stating[0], name), ())]
    texts = sorted({letters(record.abstract) for record in stating}) if name == "abstract" else []
    begun = {text for text, longer in pairwise(texts) if longer.startswith(text)}
    values = [
        _Value(record, value, _rank(name, value, record, cut=bool(begun) and letters(value) in begun))
        for record in stating
        if (value := getattr(record, name))
    ]
    return sorted(values, key=lambda one: (_Descending(one.rank), str(one.value), one.record.source))


@dataclass(frozen=True, slots=True)
class _Descending:
    """A rank that sorts before lower ones."""

    rank: tuple[Any, ...]

    def __lt__(self, other: "_Descending") -> bool:
        return self.rank > other.rank


def _rank(name: str, value: Any, record: Record, cut: bool) -> tuple[Any, ...]:
    """The table at the head of this module as numbers, higher is better."""
    repaired = any(repair.field == name for repair in record.repairs)
    intact = 0 if name in record.damage else 1 if repaired else 2
    whole = not cut and _is_whole(name, value, record)
    return (ORIGINS.index(record.origin), whole, intact, _richness(name, value))


def _is_whole(name: str, value: Any, record: Record) -> bool:
    if name == "authors":
        return record.authors_complete
    return name not in TEXTS or not value.rstrip().endswith(("…", "..."))


def _richness(name: str, value: Any) -> tuple[Any, ...]:
    if name == "authors":
        return len(value), sum(map(len, value))
    if name == "date":
        return len(value), -int(value[:4])
    if name == "venue":
        return not value.casefold().startswith(ARCHIVES), len(value)
    if name == "title":
        return not value.isupper(), len(value)
    if name == "doi":
        return (ids.parse_arxiv(value) is None,)
    return (len(value),)


def _provenance(name: str, values: Sequence[_Value]) -> Provenance:
    best = values[0].record
    repairs = tuple([repair for repair in best.repairs if repair.field == name]) if best.repairs else ()
    others = _others(name, values) if len(values) > 1 else ()
    if repairs or others:
        return Provenance(place_of(name, best), best.origin, repairs, others)
    return _plain(place_of(name, best), best.origin)


@lru_cache(maxsize=8)
def _plain(source: Source, origin: str) -> Provenance:
    """One for all fields that a record states and of which there is nothing more to say."""
    return Provenance(source, origin)


def _others(name: str, values: Sequence[_Value]) -> tuple[tuple[Source, str], ...]:
    """The values that differ from the best one, each once, and where they stand."""
    others = {
        _form(name, one.value): (place_of(name, one.record), shown(one.value)) for one in reversed(values)
    }
    others.pop(_form(name, values[0].value))
    return tuple(sorted(others.values()))


def _form(name: str, value: Any) -> str:
    """A value without what does not count as a difference: case, spaces and marks."""
    text = shown(value)
    return (letters(text) if name in (*TEXTS, "authors") else text) or text


def shown(value: Any) -> str:
    """A value as text, of a link its address."""
    if isinstance(value, tuple):
        return ", ".join([one.url if isinstance(one, Link) else one for one in value])
    return str(value)


def _unite(group: Sequence[Record], fields: Fields, provenance: dict[str, Provenance]) -> None:
    """Fields that hold a set: what any record says."""
    for name in (*UNITED, "links"):
        stating = [record for record in group if getattr(record, name)]
        if not stating:
            continue
        if len(stating) > 1:
            stating.sort(key=lambda record: (-len(getattr(record, name)), str(getattr(record, name))))
        first = stating[0]
        values = tuple(value for record in stating for value in getattr(record, name))
        united = _each_once(name, values)
        fields[name] = getattr(first, name) if united == getattr(first, name) else united
        repairs = dict.fromkeys(repair for one in stating for repair in one.repairs if repair.field == name)
        place = place_of(name, first)
        provenance[name] = (
            Provenance(place, first.origin, tuple(repairs)) if repairs else _plain(place, first.origin)
        )


def _each_once(name: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(values) == 1:
        return values
    return _united_links(values) if name == "links" else united(values)


@lru_cache(maxsize=1 << 12)
def united(values: tuple[str, ...]) -> tuple[str, ...]:
    """Each value once, in its first spelling."""
    first: dict[str, str] = {}
    for value in values:
        first.setdefault(_spelling(value), value)
    return tuple(first.values())


@lru_cache(maxsize=1 << 12)
def _spelling(value: str) -> str:
    return letters(value) or value


def _united_links(values: Sequence[Link]) -> tuple[Link, ...]:
    """Each address once; what kind it is of, the first record that knows tells."""
    addresses = [sites.same_address(link.url) for link in values]
    once = dict.fromkeys(addresses)
    if len(once) == len(values):
        return tuple(values)
    first: dict[str, Link] = {}
    for address, link in sorted(zip(addresses, values, strict=True), key=lambda one: not one[1].kind):
        first.setdefault(address, link)
    return tuple(first[address] for address in once)


def _count(group: Sequence[Record], fields: Fields, provenance: dict[str, Provenance]) -> None:
    """Fields of which the highest value counts."""
    for name in COUNTED:
        stating = [record for record in group if getattr(record, name) not in (None, False)]
        if stating:
            best = max(stating, key=lambda record: getattr(record, name))
            fields[name] = getattr(best, name)
            provenance[name] = _plain(place_of(name, best), best.origin)
