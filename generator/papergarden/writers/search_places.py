"""Numbers for documents: newer years have greater ones, and another document moves few of the others."""

from collections.abc import Iterable, Mapping, Sequence
from zlib import crc32

from papergarden.writers.search_documents import SearchDocument

FULLEST = 0.8
"""How full the table of a year may be; a fuller one is doubled."""

Years = Sequence[tuple[int, int]]
"""The years in order (0 where there is none), each with the size of its table, a power of two."""


def place(documents: Iterable[SearchDocument]) -> tuple[Years, Mapping[int, SearchDocument]]:
    """Give every document a number and return them in that order.

    The numbers of a year are a hash table of their own: a document sits at the checksum of its address, or at
    the next free place (linear probing in order of address). So a comparison of numbers is one of years, and
    a new document displaces only those that would have probed its place.
    """
    by_year: dict[int, list[SearchDocument]] = {}
    for document in sorted(documents, key=lambda document: document.url):
        by_year.setdefault(year_of(document), []).append(document)
    years: list[tuple[int, int]] = []
    numbered: dict[int, SearchDocument] = {}
    first = 0
    for year, members in sorted(by_year.items()):
        size = 1 << (int(len(members) / FULLEST) - 1).bit_length()
        table = _table(members, size)
        numbered.update((first + slot, table[slot]) for slot in sorted(table))
        years.append((year, size))
        first += size
    return years, numbered


def document_numbers(documents: Iterable[SearchDocument]) -> Mapping[str, int]:
    """The number of each paper and page by its address: what the browser's search answers ``every`` with.

    Numbers are not dense: there are up to three times as many as documents. Greater ones are newer.
    """
    found = (document for document in documents if document.kind in {"paper", "page"})
    return {document.url: number for number, document in place(found)[1].items()}


def year_of(document: SearchDocument) -> int:
    """The year, 0 when unknown."""
    year = document.date[:4]
    return int(year) if len(year) == 4 and year.isascii() and year.isdigit() else 0


def _table(members: Sequence[SearchDocument], size: int) -> dict[int, SearchDocument]:
    table: dict[int, SearchDocument] = {}
    for document in members:
        slot = crc32(document.url.encode()) % size
        while slot in table:
            slot = (slot + 1) % size
        table[slot] = document
    return table
