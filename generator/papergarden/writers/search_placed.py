"""Which document has which number, told from which had it before: few move when one comes or goes."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

import numpy as np

from papergarden.text.digest import SIZE, digest_of
from papergarden.writers.search_documents import Documents, SearchDocument
from papergarden.writers.search_places import Tables, lifted, place, seat, size_for

FREE = bytes(SIZE)
"""What stands for the document at a number that none has."""
TableOf = Callable[[SearchDocument], int]


class Moves(NamedTuple):
    """The numbers that documents had that are gone, or not as they were, and those of new ones, both by what
    stands for the document; and those of documents that have moved, by the numbers that they had.
    """

    gone: Mapping[bytes, int]
    new: Mapping[bytes, int]
    moved: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Placed:
    """Documents by number: their addresses, "" where there is none, and what stands for all that they say."""

    tables: Tables
    urls: Sequence[str]
    digests: bytes

    def numbers(self) -> dict[str, int]:
        """The numbers of documents, by address."""
        numbers = {url: number for number, url in enumerate(self.urls)}
        numbers.pop("", None)
        return numbers

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self.urls) - self.urls.count("")

    def digest(self, number: int) -> bytes:
        """What stands for the document with a number."""
        return self.digests[number * SIZE : (number + 1) * SIZE]

    def since(self, before: "Placed") -> Moves:
        """What has changed since then."""
        was, now = (np.frombuffer(one.digests, np.uint8).reshape(-1, SIZE) for one in (before, self))
        alike = was.shape == now.shape
        places = np.flatnonzero((was != now).any(axis=1)).tolist() if alike else None
        gone, new = before._documents(places), self._documents(places)
        moved = {gone.pop(digest): new.pop(digest) for digest in gone.keys() & new.keys()}
        return Moves(gone, new, moved)

    def _documents(self, places: Sequence[int] | None) -> dict[bytes, int]:
        """The numbers of documents, among some, by what stands for them."""
        numbers = range(len(self.urls)) if places is None else places
        return {self.digest(number): number for number in numbers if self.urls[number]}

    def plain(self) -> tuple[Tables, str, bytes]:
        """The same in texts and numbers, to be kept."""
        return self.tables, "\n".join(self.urls), self.digests

    @classmethod
    def kept(cls, tables: Tables, urls: str, digests: bytes) -> "Placed":
        """What `plain` gave."""
        return cls(tables, urls.split("\n") if digests else [], digests)


def placed(documents: Documents, some: Iterable[str], table_of: TableOf) -> Placed:
    """The numbers of some documents."""
    tables, numbered = place((documents[url] for url in some), table_of)
    urls = [""] * sum(size for _, size in tables)
    digests = [FREE] * len(urls)
    for number, document in numbered.items():
        urls[number], digests[number] = document.url, stated(document)
    return Placed(tables, urls, b"".join(digests))


def placed_again(
    documents: Documents,
    some: Mapping[str, object],
    table_of: TableOf,
    before: Placed,
    doubtful: Set[str] | None,
) -> Placed:
    """The same, where all that is not ``doubtful`` is there still and says what it said; all is if None."""
    numbers = before.numbers()
    doubtful = {*some, *numbers} if doubtful is None else doubtful
    asked = {url: documents[url] for url in doubtful if url in some}
    digests = {url: stated(document) for url, document in asked.items()}
    same = {
        url for url, digest in digests.items() if url in numbers and digest == before.digest(numbers[url])
    }
    new = {url: table_of(document) for url, document in asked.items() if url not in same}
    gone = {url for url in doubtful if url in numbers and (url in new or url not in some)}
    left = [numbers[url] for url in gone]
    if (urls := _seated(before, left, gone, new, lambda url: (documents.date(url), url))) is None:
        return placed(documents, some, table_of)
    written = bytearray(before.digests)
    for number, (url, was) in enumerate(zip(urls, before.urls, strict=True)):
        if url != was or url in new:
            known = digests.get(url) or (before.digest(numbers[url]) if url else FREE)
            written[number * SIZE : (number + 1) * SIZE] = known
    return Placed(before.tables, urls, bytes(written))


def _seated(
    before: Placed,
    left: Sequence[int],
    gone: Set[str],
    new: Mapping[str, int],
    order: Callable[[str], tuple[str, str]],
) -> Sequence[str] | None:
    """The addresses by number once some are gone, which have left places, and new ones are in their tables.

    None where tables have other sizes then.
    """
    starts = list(accumulate((size for _, size in before.tables), initial=0))
    keys = [key for key, _ in before.tables]
    runs = (list(before.urls[start:end]) for start, end in pairwise(starts))
    seats = dict(zip(keys, runs, strict=True))
    coming: defaultdict[int, set[str]] = defaultdict(set)
    for number in left:
        at = bisect_right(starts, number) - 1
        coming[keys[at]].update(lifted(seats[keys[at]], number - starts[at]))
    for urls in coming.values():
        urls -= gone
    for url, key in new.items():
        coming[key].add(url)
    for key, urls in coming.items():
        table = seats.get(key, [])
        count = len(urls) + len(table) - table.count("")
        if not count or size_for(count) != len(table):
            return None
        for url in urls:
            seat(table, url, order)
    return list(chain.from_iterable(seats.values()))


def stated(document: SearchDocument) -> bytes:
    """What stands for all that a document says."""
    return digest_of(*document._replace(abstract=document.text))
