"""What papers can be narrowed by: topics, years, venues and so on, each value with its papers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal, NamedTuple

from papergarden.model import TagKind
from papergarden.model.settings import quoted
from papergarden.writers.catalog import Catalog

KINDS: tuple[tuple[str, TagKind, str, bool], ...] = (
    ("topic", "topic", "Topic", True),
    ("year", "year", "Year", False),
    ("has", "feature", "Code", True),
    ("venue", "venue", "Venue", False),
    ("category", "category", "Category", True),
    ("organization", "organization", "Organization", True),
)
"""The facets that are tags: the name in addresses, the kind, the name for people, and whether a paper can
have several of its values, so that choosing two of them asks for both."""
_NAMES = {other: name for name, other, _, _ in KINDS} | {"person": "author"}
UNKNOWN = "unknown"


class Value(NamedTuple):
    """One value of a facet: its name in addresses and for people, and its papers' places among the newest."""

    slug: str
    name: str
    papers: Sequence[int]


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow a list; several values of an ``every`` facet narrow more.

    Values are in order of their slugs, but a year that is not known comes first.
    """

    name: str
    label: str
    every: bool
    values: Sequence[Value]


def facets(catalog: Catalog) -> Iterator[Facet]:
    """All facets in the order in which they are shown; one that would not narrow anything is left out."""
    place = catalog.place

    def made(name: str, label: str, every: bool, found: Iterable[Value]) -> Facet:
        values = sorted(found, key=attrgetter("slug"))
        if name == "year":
            values.sort(key=lambda one: one.slug != UNKNOWN)
        return Facet(name, label, every, values)

    every_facet = [
        *(made(name, label, every, _tags(catalog, kind)) for name, kind, label, every in KINDS),
        made("author", "Author", True, _people(catalog)),
        made("source", "Source", True, _sources(catalog)),
    ]
    return (facet for facet in every_facet if any(len(value.papers) < len(place) for value in facet.values))


def view_of(kind: TagKind | Literal["person", ""], address: str) -> str:
    """Where a list can be narrowed and sorted: the page to browse with its value chosen."""
    return f"browse/?{_NAMES[kind]}={quoted(_slug(kind, address))}" if kind else "browse/"


def _slug(kind: str, address: str) -> str:
    """The last part of a list's address, of a feature's without ``has-``."""
    slug = address.split("/")[1]
    return slug.removeprefix("has-") if kind == "feature" else slug


def _tags(catalog: Catalog, kind: TagKind) -> Iterator[Value]:
    """The tags of a kind by the last part of their addresses, a feature without its ``has-``."""
    place = catalog.place
    for tag, papers in catalog.tagged.items():
        if tag.kind == kind:
            places = [place[paper.key] for paper in papers]
            yield Value(_slug(kind, catalog.addresses[tag]), tag.name, places)
    undated = [at for at, paper in enumerate(catalog.newest) if not paper.date] if kind == "year" else []
    if undated:
        yield Value(UNKNOWN, "Not known", undated)


def _people(catalog: Catalog) -> Iterator[Value]:
    for slug, person in catalog.library.people.items():
        if places := catalog.places_of(person.papers):
            yield Value(slug, person.name, places)


def _sources(catalog: Catalog) -> Iterator[Value]:
    for seed, entries in catalog.listed_in.items():
        places = sorted({catalog.place[paper.key] for _, paper in entries})
        yield Value(catalog.seed_addresses[seed].split("/")[1], seed, places)
