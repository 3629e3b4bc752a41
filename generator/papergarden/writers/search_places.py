"""Numbers for documents: newer years have greater ones, and another document moves few of the others."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any
from zlib import crc32

from papergarden.writers.search_documents import SearchDocument

FULLEST = 0.8
"""How full a table may be; a fuller one is doubled."""

Tables = Sequence[tuple[int, int]]
"""Tables in order: what they are of, and the size of each, a power of two."""


def year_of(document: SearchDocument) -> int:
    """The year, 0 when unknown."""
    year = document.date[:4]
    return int(year) if len(year) == 4 and year.isascii() and year.isdigit() else 0


def renown_of(document: SearchDocument) -> int:
    """The bit length of how many papers somebody or something has."""
    return document.papers.bit_length()


def place(
    documents: Iterable[SearchDocument], table_of: Callable[[SearchDocument], int] = year_of
) -> tuple[Tables, Mapping[int, SearchDocument]]:
    """Give every document a number, and return them in that order: greater ones for later tables.

    Each table is a hash table: a document sits at the checksum of its address, or at the next free place
    (linear probing in order of date, then of address). So a comparison of numbers is one of tables, and a new
    document displaces only those that would have probed its place: none, if it is the newest.
    """
    members: dict[int, list[SearchDocument]] = {}
    for document in sorted(documents, key=attrgetter("date", "url")):
        members.setdefault(table_of(document), []).append(document)
    tables: list[tuple[int, int]] = []
    numbered: dict[int, SearchDocument] = {}
    first = 0
    for key, some in sorted(members.items()):
        size = size_for(len(some))
        table = _table(some, size)
        numbered.update((first + slot, table[slot]) for slot in sorted(table))
        tables.append((key, size))
        first += size
    return tables, numbered


def document_numbers(documents: Iterable[SearchDocument]) -> Mapping[str, int]:
    """The number of each paper and page by its address: what the browser's search answers ``every`` with.

    Numbers are not dense: there are up to three times as many as documents. Greater ones are newer.
    """
    found = (document for document in documents if document.kind in {"paper", "page"})
    return {document.url: number for number, document in place(found)[1].items()}


def size_for(count: int) -> int:
    """How large the table of so many documents is."""
    return 1 << (int(count / FULLEST) - 1).bit_length()


def seat(table: list[str], url: str, order: Callable[[str], Any]) -> None:
    """Seat a document in a table where it sits if all are placed in an order; who came too early moves on.

    Seats are addresses, "" where nobody sits (Blelloch and Golovin, "Strongly history-independent hashing
    with applications", FOCS 2007).
    """
    at = crc32(url.encode()) % len(table)
    while there := table[at]:
        if order(url) < order(there):
            table[at], url = url, there
        at = (at + 1) % len(table)
    table[at] = url


def lifted(table: list[str], at: int) -> Iterator[str]:
    """Take a document from its seat, and those behind it up to the next free one, which may have to move."""
    while url := table[at]:
        table[at] = ""
        yield url
        at = (at + 1) % len(table)


def _table(members: Sequence[SearchDocument], size: int) -> dict[int, SearchDocument]:
    table: dict[int, SearchDocument] = {}
    for document in members:
        slot = crc32(document.url.encode()) % size
        while slot in table:
            slot = (slot + 1) % size
        table[slot] = document
    return table
