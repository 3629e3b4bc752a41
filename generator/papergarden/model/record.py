"""An entry made clean: typed, repaired, each repair remembered."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from papergarden.model.away import long_text
from papergarden.model.entry import NO_LINES, NOTHING, Link
from papergarden.model.packed import packed
from papergarden.model.source import Source


@packed
@dataclass(frozen=True, slots=True)
class Repair:
    """One mended place: the field, the rule that mended it, the text before and after."""

    field: str
    rule: str
    before: str
    after: str


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One paper as one seed lists it, clean.

    ``ref`` names the record so that edits elsewhere in the seed do not rename it: its id, or its seed and
    opening words. ``date`` is ISO, as precise as known (``2023-07-26``, ``2024-06``, ``2024``). ``origin`` is
    ``stated``, ``decided``, ``enriched`` or ``inferred``. ``arxiv_id`` is without version. ``links`` lead to
    different pages. ``damage`` names what is lost for good and in which field (``{"abstract": "maths
    missing"}``). ``digest`` stands for all that it says, wherever that is printed; ``key`` is the address of
    a paper of which nothing else is known; b"" and "" where nobody made them.
    """

    source: Source
    end: int
    reader: str
    ref: str
    origin: str = "stated"
    title: str = ""
    authors: tuple[str, ...] = ()
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
    lines: Mapping[str, int] = field(default_factory=lambda: NO_LINES)
    extra: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    repairs: tuple[Repair, ...] = ()
    damage: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    digest: bytes = field(default=b"", compare=False, repr=False)
    key: str = field(default="", compare=False, repr=False)
