"""The shards of the search index: runs of neighbouring terms, each with its postings, names and forms.

``site_src/pages/search-format.md`` specifies them.
"""

import sys
from array import array
from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from itertools import accumulate, chain, compress, pairwise
from typing import NamedTuple

from papergarden.text.digest import digest_of
from papergarden.writers.digests import key_of
from papergarden.writers.hashed import name_of
from papergarden.writers.search_files import Part
from papergarden.writers.search_lists import NUMBER_BYTES, Lists, unpacked
from papergarden.writers.search_pack import (
    Sizes,
    common,
    cut,
    front_coded,
    gaps,
    numbers,
    sections,
    sort_key,
    units,
)
from papergarden.writers.search_readings import VALUE_BITS
from papergarden.writers.search_terms import LEVELS

FIRST_TIER = 600
"""Of a term with more postings, only so many, those of the highest levels, are in its shard."""
FRONT_LEVEL = 11
"""Levels of the postings that a small index has in its manifest: nearly all in titles and names."""
TAILS = Sizes(least=20_000, most=56_000, odds=8)
"""Of the files with the less important postings of neighbouring shards, before compression."""
MOST_FORMS = 5
LOW_BYTE = 0 if sys.byteorder == "little" else NUMBER_BYTES - 1
VALUE_OF = bytes(byte & ((1 << VALUE_BITS) - 1) for byte in range(256))
LEVEL_OF = bytes(byte & LEVELS for byte in range(256))
ABOVE = [bytes(level > other for level in range(256)) for other in range(LEVELS + 1)]
"""For each level which others are higher."""
NOT = bytes([1]) + bytes(255)


class Index(NamedTuple):
    """All terms: their postings, ``number << 5 | author bit | level`` in order, whom they name, their forms.

    ``names`` are the numbers of people and tags; ``spellings`` are the words of a term, the most frequent
    first, joined by blanks.
    """

    postings: Lists
    names: Lists
    spellings: Mapping[str, str]

    def weigh(self, term: str) -> int:
        """About how many bytes a term takes in a shard."""
        spelled = self.spellings.get(term, "")
        listed = min(len(self.postings.get(term, b"")), FIRST_TIER * NUMBER_BYTES)
        named = len(self.names.get(term, b""))
        return 6 + (len(spelled) - spelled.count(" ")) // 2 + 2 * (listed + named) // NUMBER_BYTES

    def frequency(self, term: str) -> int:
        """In how many documents a term is."""
        return len(self.postings.get(term, b"")) // NUMBER_BYTES


class State(NamedTuple):
    """A shard as it was made: its name, what stands for the postings that are not in it, their size."""

    name: bytes
    rest: bytes
    weight: int


class Shard:
    """A shard of neighbouring terms, and the postings of its frequent terms that are not in it.

    Args:
        terms: the terms in order.
        index: all that is known of terms.
        known: the state of the same shard in the last build, where nothing in it can have changed.

    """

    def __init__(self, terms: Sequence[str], index: Index, known: State | None = None) -> None:
        self.terms, self._index = terms, index
        self.state = known or self._made()

    @property
    def first(self) -> Part:
        """The shard itself."""
        return Part(lambda: self._first, self.state.name.hex(), named=True)

    @cached_property
    def rest(self) -> tuple[bytes, bytes]:
        """The postings that are not in it."""
        return _postings([rest for _, rest in self._tiers])

    @cached_property
    def _first(self) -> bytes:
        postings, names, spellings = self._index
        named = [names.get(term, b"") for term in self.terms]
        return sections(
            *front_coded(self.terms),
            "\n".join([_spelled(term, spellings.get(term, "")) for term in self.terms]).encode(),
            numbers([len(postings.get(term, b"")) // NUMBER_BYTES for term in self.terms]),
            *_postings([first for first, _ in self._tiers]),
            numbers([len(some) // NUMBER_BYTES for some in named]),
            numbers(chain.from_iterable(gaps(unpacked(some)) for some in named if some)),
        )

    @cached_property
    def _tiers(self) -> Sequence[tuple[bytes, bytes]]:
        return [tiers(self._index.postings.get(term, b"")) for term in self.terms]

    def _made(self) -> State:
        return State(name_of(self._first), digest_of(self.rest), sum(map(len, self.rest)))


def tiers(postings: bytes) -> tuple[bytes, bytes]:
    """The postings that matter most, newer ones among equals, and the rest; both in order of number."""
    if len(postings) <= FIRST_TIER * NUMBER_BYTES:
        return postings, b""
    levels = postings[LOW_BYTE::NUMBER_BYTES].translate(LEVEL_OF)
    level, room = LEVELS, FIRST_TIER
    while (count := levels.count(level)) <= room:
        room -= count
        level -= 1
    oldest = len(levels)
    for _ in range(room):  # of the postings with this level, the newest still have room
        oldest = levels.rindex(level, 0, oldest)
    chosen = levels[:oldest].translate(ABOVE[level]) + levels[oldest:].translate(ABOVE[level - 1])
    first, rest = (
        array("I", compress(unpacked(postings), some)).tobytes() for some in (chosen, chosen.translate(NOT))
    )
    return first, rest


def front(index: Index) -> bytes:
    """The postings of high levels, built like a shard: for most queries enough to tell what comes first."""
    kept = {
        term: array("I", [posting for posting in unpacked(postings) if posting & LEVELS >= FRONT_LEVEL])
        for term, postings in index.postings.items()
        if ":" not in term
    }
    terms = sorted((term for term, postings in kept.items() if postings), key=sort_key)
    return sections(
        *front_coded(terms),
        b"\n" * (len(terms) - 1),
        numbers(map(index.frequency, terms)),
        *_postings([kept[term].tobytes() for term in terms]),
        bytes(len(terms)),
        b"",
        numbers(len(kept[term]) for term in terms),
    )


def tails(shards: Sequence[Shard]) -> tuple[Sequence[int], Sequence[Part]]:
    """What is not in the shards, that of some neighbours together: how many of them, and the content."""
    weights = [shard.state.weight for shard in shards]
    if not any(weights):
        return [], []
    starts = cut([sort_key(shard.terms[0]) for shard in shards], weights, TAILS)
    groups = [shards[start:end] for start, end in pairwise([*starts, len(shards)])]
    return list(map(len, groups)), [
        Part(partial(_tail, group), key_of("tail", [shard.state.rest for shard in group])) for group in groups
    ]


def _tail(shards: Sequence[Shard]) -> bytes:
    return sections(*chain.from_iterable(shard.rest for shard in shards))


def _postings(lists: Sequence[bytes]) -> tuple[bytes, bytes]:
    """Gaps between document numbers, and values, one list after the other."""
    together = b"".join(lists)
    ids = [posting >> VALUE_BITS for posting in unpacked(together)]
    distances = gaps(ids)  # of all lists as if they were one: of each, the first is put right
    for start in accumulate(map(len, lists[:-1]), initial=0):
        if start < len(together):
            distances[start // NUMBER_BYTES] = ids[start // NUMBER_BYTES]
    return numbers(distances), together[LOW_BYTE::NUMBER_BYTES].translate(VALUE_OF)


def _spelled(term: str, spellings: str) -> str:
    """The forms of a stem, most frequent first: how many characters of it to drop, then what to add."""
    if spellings == term:
        return ""
    codes = []
    for form in spellings.split():
        keep = len(term) if form.startswith(term) else common(term, form)
        if (drop := units(term[keep:])) < 10:
            codes.append(f"{drop}{form[keep:]}")
    return " ".join(codes[:MOST_FORMS])
