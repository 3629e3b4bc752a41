"""The formats that can be read, one module each, and how a seed finds its own.

A reader is a module with a docstring (first line: the name of the format; the rest: its page in the
documentation, with an example), ``sniff`` and ``read``. There is no base class and nothing to register but
one line in ``READERS``. Exactly one reader may claim a seed.
"""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from papergarden.model import Reading, Seed
from papergarden.readers import (
    abstracts_page,
    arxiv_abstract,
    arxiv_listing,
    awesome_list,
    bibtex,
    cards,
    crossref,
    csl_json,
    daily_papers,
    dataset_viewer,
    dblp,
    endnote_xml,
    feeds,
    id_list,
    json_array,
    json_lines,
    nbib,
    openalex,
    openreview,
    proceedings,
    ris,
    scholar_profile,
    semantic_scholar,
    table,
)
from papergarden.readers.almost import almost


class Reader(Protocol):
    """What a module must offer to be a reader."""

    __name__: str
    __doc__: str | None

    def sniff(self, seed: Seed, /) -> bool:
        """Whether the seed is of this format, told from its head; never raises."""
        ...

    def read(self, seed: Seed, /) -> Iterator[Reading]:
        """Entries, furniture and findings of the seed, in order; a line in none of them is a left-over."""
        ...


READERS: tuple[Reader, ...] = (
    abstracts_page,
    arxiv_abstract,
    arxiv_listing,
    awesome_list,
    bibtex,
    cards,
    crossref,
    csl_json,
    daily_papers,
    dataset_viewer,
    dblp,
    endnote_xml,
    feeds,
    id_list,
    json_array,
    json_lines,
    nbib,
    openalex,
    openreview,
    proceedings,
    ris,
    scholar_profile,
    semantic_scholar,
    table,
)
"""All readers, in alphabetical order; the order has no meaning."""


def name(reader: Reader) -> str:
    """The short name of a reader, as entries and reports carry it: the last part of its module's name."""
    return reader.__name__.rpartition(".")[2]


def claimants(seed: Seed) -> tuple[Reader, ...]:
    """The readers that take the seed for their own: one for a good seed, none or several for a bad one."""
    return tuple(reader for reader in READERS if reader.sniff(seed))


class Near(NamedTuple):
    """A format that a document is near to, the line that stops it, and why ("" where it is no more of it)."""

    reader: Reader
    line: int
    why: str = ""


def nearest(seed: Seed) -> Near | None:
    """For a seed without claimant: the reader whose format it begins like, and the line it stumbles over.

    Formats with marks of their own (brackets, tags, columns) say themselves what is missing. Of pasted pages,
    the longest run of first lines that some reader would claim by itself is found by asking the readers about
    shorter and shorter beginnings of the head, so a reader needs no notion of "almost".
    """
    if found := almost(seed):
        return Near(next(reader for reader in READERS if name(reader) == found[0]), *found[1:])
    lines = seed.head.split("\n")
    for count in range(min(len(lines) - 1, LONGEST_BEGINNING), 0, -1):
        if claiming := claimants(Seed(seed.path, "\n".join(lines[:count]) + "\n")):
            return Near(claiming[0], count + 1)
    return None


LONGEST_BEGINNING = 60
"""How many lines of an unclaimed seed are tried as the beginning of some format."""
