"""One paper as one seed prints it, and the lines of a seed that are not papers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from papergarden.model.finding import Finding
from papergarden.model.packed import packed
from papergarden.model.source import Source

NOTHING: Mapping[str, str] = MappingProxyType({})
NO_LINES: Mapping[str, int] = MappingProxyType({})


@packed
@dataclass(frozen=True, slots=True)
class Link:
    """A web address with what is behind it: code, data, project, pdf, page, video, or "" when not known."""

    kind: str
    url: str


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One paper as printed: strings, untouched but for being cut apart.

    The entry owns the non-blank lines from ``source.line`` to ``end`` (both included) that no ``Furniture``
    claims. ``lines`` tells the line of a field where it is not the first. What the reader could not place is
    kept in ``extra`` under the name the seed gives it.
    """

    source: Source
    end: int
    reader: str
    title: str = ""
    authors: tuple[str, ...] = ()
    authors_complete: bool = True
    abstract: str = ""
    arxiv_id: str = ""
    doi: str = ""
    date: str = ""
    venue: str = ""
    categories: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    has_code: bool = False
    score: str = ""
    origin: str = "stated"
    lines: Mapping[str, int] = field(default_factory=lambda: NO_LINES)
    extra: Mapping[str, str] = field(default_factory=lambda: NOTHING)


@packed
@dataclass(frozen=True, slots=True)
class Furniture:
    """Lines ``source.line`` to ``end`` that are part of the page and of no paper, and what they are."""

    source: Source
    end: int
    name: str


Reading = Entry | Furniture | Finding
"""What a reader yields. A line that none of them covers becomes a finding of its own."""
