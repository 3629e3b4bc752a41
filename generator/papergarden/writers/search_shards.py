"""The shards of the search index: runs of neighbouring terms, each with its postings, names and forms.

``site_src/pages/search-format.md`` specifies them.
"""

from array import array
from collections.abc import Sequence
from functools import partial
from itertools import chain, pairwise
from typing import NamedTuple

from papergarden.writers.digests import key_of
from papergarden.writers.hashed import name_of
from papergarden.writers.search_cells import Cells
from papergarden.writers.search_files import Part
from papergarden.writers.search_lists import packed, unpacked
from papergarden.writers.search_pack import Sizes, cut, front_coded, in_order, numbers, sections
from papergarden.writers.search_table import Table, gaps, values
from papergarden.writers.search_terms import LEVELS, VALUE_BITS

FRONT_LEVEL = 11
"""Levels of the postings that a small index has in its manifest: nearly all in titles and names."""
TAILS = Sizes(least=20_000, most=56_000, odds=8)
"""Of the files with the less important postings of neighbouring shards, before compression."""


class Shard(NamedTuple):
    """A shard of neighbouring terms: the terms of a table from a row on, before another row."""

    table: Table
    start: int
    end: int

    @property
    def first(self) -> Part:
        """The shard itself."""
        return Part(self._first, name_of(self._first()).hex(), {1, 2}, named=True)

    def _first(self) -> bytes:
        columns = self.table.columns
        rests = f"{self.table.terms[self.start]}\n".encode() + columns.rest.between(self.start + 1, self.end)
        return sections(
            b"\0" + columns.shared.between(self.start + 1, self.end),
            rests[:-1],
            self._of(columns.forms)[:-1],
            *map(self._of, (columns.counts, columns.gaps, columns.values, columns.named, columns.names)),
        )

    @property
    def rest(self) -> tuple[bytes, bytes]:
        """The postings of its frequent terms that are not in it."""
        return self._of(self.table.columns.far_gaps), self._of(self.table.columns.far_values)

    def _of(self, column: Cells) -> bytes:
        return column.between(self.start, self.end)


def tails(shards: Sequence[Shard]) -> tuple[Sequence[int], Sequence[Part]]:
    """What is not in the shards, that of some neighbours together: how many of them, and the content."""
    weights = [sum(map(len, shard.rest)) for shard in shards]
    if not any(weights):
        return [], []
    starts = cut([shard.table.terms[shard.start] for shard in shards], weights, TAILS)
    groups = [shards[start:end] for start, end in pairwise([*starts, len(shards)])]
    return list(map(len, groups)), [
        Part(partial(_tail, group), key_of("tail", [shard.rest for shard in group]), set())
        for group in groups
    ]


def _tail(shards: Sequence[Shard]) -> bytes:
    return sections(*chain.from_iterable(shard.rest for shard in shards))


def front(table: Table) -> bytes:
    """The postings of high levels, built like a shard: for most queries enough to tell what comes first."""
    kept = {
        term: array("I", [posting for posting in unpacked(postings) if posting & LEVELS >= FRONT_LEVEL])
        for term, postings in table.postings().items()
        if ":" not in term
    }
    terms = in_order(term for term, postings in kept.items() if postings)
    lists = [packed(kept[term]) for term in terms]
    frequencies = dict(zip(table.terms, table.frequencies.tolist(), strict=True))
    return sections(
        *front_coded(terms),
        b"\n" * (len(terms) - 1),
        numbers(map(frequencies.__getitem__, terms)),
        gaps(lists, VALUE_BITS).content,
        values(lists).content,
        bytes(len(terms)),
        b"",
        numbers(len(kept[term]) for term in terms),
    )
