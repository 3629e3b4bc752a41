"""Papers, the people who wrote them, and the tags they carry."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from papergarden.model.away import long_text
from papergarden.model.entry import Link
from papergarden.model.match import Match
from papergarden.model.packed import READ, packed
from papergarden.model.provenance import NO_PROVENANCE, Provenance, stated
from papergarden.model.record import Record

TagKind = Literal["topic", "category", "organization", "venue", "year", "feature"]


TAG_FOLDERS: Mapping[TagKind, str] = MappingProxyType(
    {
        "topic": "tags",
        "category": "tags",
        "feature": "tags",
        "organization": "organizations",
        "venue": "venues",
        "year": "years",
    }
)
"""Where the page of a tag of this kind lives; the order settles who keeps an address that two tags want."""


@packed
@dataclass(frozen=True, slots=True)
class Authorship:
    """A name on a paper, in its printed form, and the slug of the person behind it ("" until resolved)."""

    name: str
    person: str = ""


@packed
@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who wrote papers: the name to show, every printed form, and persons it may also be.

    ``papers`` are the keys of all these papers.
    ``aliases`` are the slugs of the other printed forms, each of which redirects: a link to the page of a
    short form does not break when a fuller one arrives.
    """

    slug: str
    name: str
    variants: tuple[str, ...]
    papers: tuple[str, ...]
    maybe: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@packed
@dataclass(frozen=True, slots=True, order=True)
class Tag:
    """A label with a page: its kind, address and name to show."""

    kind: TagKind
    slug: str
    name: str


def _provenance(paper: "Paper", held: Mapping[str, Provenance]) -> Mapping[str, Provenance]:
    """Who said the fields of a paper; most have a single record, which tells that whenever somebody asks."""
    return stated(paper.records[0]) if paper.digest and held is NO_PROVENANCE else held


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper, merged from all records of it; every field's ``provenance`` is kept.

    ``key`` is its address below ``papers/``; ``aliases`` are the other keys that its records alone would
    have had, each of which redirects. ``date`` is ISO, as precise as known. ``related`` are keys, best first.
    ``digest`` is that of its only record, where nobody decided otherwise: it stands for all that the paper
    says but its key, tags, persons and neighbours.
    """

    key: str
    records: tuple[Record, ...]
    title: str = ""
    title_origin: str = "stated"
    authors: tuple[Authorship, ...] = ()
    authors_complete: bool = True
    abstract: str = long_text()
    arxiv_id: str = ""
    arxiv_version: int | None = None
    doi: str = ""
    date: str = ""
    venue: str = ""
    categories: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    has_code: bool = False
    score: float | None = None
    tags: tuple[Tag, ...] = ()
    related: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    matches: tuple[Match, ...] = ()
    provenance: Mapping[str, Provenance] = field(
        default_factory=lambda: NO_PROVENANCE, metadata={READ: _provenance}
    )
    digest: bytes = field(default=b"", compare=False, repr=False)

    @property
    def url(self) -> str:
        """The page's address, relative to the site."""
        return f"papers/{self.key}/"

    @property
    def year(self) -> str:
        """The four digits of the date, or "" when it is not known."""
        return self.date[:4]
