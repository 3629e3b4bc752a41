"""The shards of the search index: runs of neighbouring terms, each with its postings, names and forms.

``site_src/pages/search-format.md`` specifies them.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property, partial
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

import numpy as np

from papergarden.text.digest import digest_of
from papergarden.writers.digests import key_of
from papergarden.writers.hashed import name_of
from papergarden.writers.search_arrays import varints
from papergarden.writers.search_files import Part
from papergarden.writers.search_lists import NUMBER_BYTES, Lists, packed, unpacked
from papergarden.writers.search_pack import (
    Sizes,
    common,
    cut,
    front_coded,
    in_order,
    numbers,
    sections,
    units,
)
from papergarden.writers.search_terms import LEVELS, VALUE_BITS

FIRST_TIER = 600
"""Of a term with more postings, only so many, those of the highest levels, are in its shard."""
FRONT_LEVEL = 11
"""Levels of the postings that a small index has in its manifest: nearly all in titles and names."""
TAILS = Sizes(least=20_000, most=56_000, odds=8)
"""Of the files with the less important postings of neighbouring shards, before compression."""
MOST_FORMS = 5
VALUE_OF = bytes(byte & ((1 << VALUE_BITS) - 1) for byte in range(256))
LEVEL_OF = bytes(byte & LEVELS for byte in range(256))
AT_LEAST = [bytes(level >= least for level in range(256)) for least in range(LEVELS + 2)]
"""For each level which are not lower."""
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

    def frequencies(self, terms: Iterable[str]) -> list[int]:
        """In how many documents each term is."""
        return [len(self.postings.get(term, b"")) // NUMBER_BYTES for term in terms]


class Changes(NamedTuple):
    """Terms that may be otherwise than in the last build: their postings, their words, whom they name.

    Of the ``frequent`` ones postings are, or were, not in the shard.
    """

    postings: Set[str]
    words: Set[str]
    names: Set[str]
    frequent: Set[str]


class State(NamedTuple):
    """What is kept of a shard: its name, its sections of words and of names, and of the postings that are not
    in it what stands for them, and their size.
    """

    name: bytes
    words: bytes
    names: bytes
    rest: bytes
    weight: int


class Shard:
    """A shard of neighbouring terms, and the postings of its frequent terms that are not in it.

    Args:
        terms: the terms in order.
        index: all that is known of terms.
        known: the state of a shard of the same terms in the last build.
        changes: what has changed since then.

    """

    def __init__(self, terms: Sequence[str], index: Index, known: State | None, changes: Changes) -> None:
        self.terms, self._index = terms, index
        postings, words, names, frequent = (not known or not changed.isdisjoint(terms) for changed in changes)
        self._words = self._written() if words or not known else known.words
        self._names = self._named() if names or not known else known.names
        if postings or words or names or not known:
            rest = self._weighed() if frequent or not known else known[3:]
            known = State(name_of(self._first), self._words, self._names, *rest)
        self.state = known

    @property
    def first(self) -> Part:
        """The shard itself."""
        return Part(lambda: self._first, self.state.name.hex(), {1, 2}, named=True)

    @cached_property
    def rest(self) -> tuple[bytes, bytes]:
        """The postings that are not in it."""
        return _postings([beyond(some) for some in self._lists if len(some) > FIRST_TIER * NUMBER_BYTES])

    @cached_property
    def _first(self) -> bytes:
        frequencies = numbers([len(some) // NUMBER_BYTES for some in self._lists])
        most = FIRST_TIER * NUMBER_BYTES
        postings = _postings([first_tier(some) if len(some) > most else some for some in self._lists])
        return self._words + sections(frequencies, *postings) + self._names

    @cached_property
    def _lists(self) -> Sequence[bytes]:
        return [self._index.postings.get(term, b"") for term in self.terms]

    def _weighed(self) -> tuple[bytes, int]:
        return digest_of(self.rest), sum(map(len, self.rest))

    def _written(self) -> bytes:
        spellings = self._index.spellings
        forms = "\n".join([_spelled(term, spellings.get(term, "")) for term in self.terms])
        return sections(*front_coded(self.terms), forms.encode())

    def _named(self) -> bytes:
        named = [self._index.names.get(term, b"") for term in self.terms]
        return sections(
            numbers([len(some) // NUMBER_BYTES for some in named]),
            _gaps(named, 0),
        )


def is_frequent(postings: bytes) -> bool:
    """Whether a term has more postings than are in a shard."""
    return len(postings) > FIRST_TIER * NUMBER_BYTES


def first_tier(postings: bytes) -> bytes:
    """Of a frequent term the postings that matter most, newer ones among equals, in order of number."""
    return _those(postings, _matter(postings))


def beyond(postings: bytes) -> bytes:
    """The others."""
    return _those(postings, _matter(postings).translate(NOT))


def _matter(postings: bytes) -> bytes:
    """For each of many postings, 1 if it is in the first tier."""
    levels = postings[::NUMBER_BYTES].translate(LEVEL_OF)
    level, room = LEVELS, FIRST_TIER
    while (count := levels.count(level)) <= room:
        room -= count
        level -= 1
    # Of the postings with this level, the newest still have room.
    oldest = len(levels.rsplit(bytes((level,)), room)[0]) if room else len(levels)
    return levels[:oldest].translate(AT_LEAST[level + 1]) + levels[oldest:].translate(AT_LEAST[level])


def _those(postings: bytes, chosen: bytes) -> bytes:
    return np.frombuffer(postings, "<u4")[np.frombuffer(chosen, np.bool_)].tobytes()


def front(index: Index) -> bytes:
    """The postings of high levels, built like a shard: for most queries enough to tell what comes first."""
    kept = {
        term: array("I", [posting for posting in unpacked(postings) if posting & LEVELS >= FRONT_LEVEL])
        for term, postings in index.postings.items()
        if ":" not in term
    }
    terms = in_order(term for term, postings in kept.items() if postings)
    return sections(
        *front_coded(terms),
        b"\n" * (len(terms) - 1),
        numbers(index.frequencies(terms)),
        *_postings([packed(kept[term]) for term in terms]),
        bytes(len(terms)),
        b"",
        numbers(len(kept[term]) for term in terms),
    )


def tails(shards: Sequence[Shard]) -> tuple[Sequence[int], Sequence[Part]]:
    """What is not in the shards, that of some neighbours together: how many of them, and the content."""
    weights = [shard.state.weight for shard in shards]
    if not any(weights):
        return [], []
    starts = cut([shard.terms[0] for shard in shards], weights, TAILS)
    groups = [shards[start:end] for start, end in pairwise([*starts, len(shards)])]
    return list(map(len, groups)), [
        Part(partial(_tail, group), key_of("tail", [shard.state.rest for shard in group]), set())
        for group in groups
    ]


def _tail(shards: Sequence[Shard]) -> bytes:
    return sections(*chain.from_iterable(shard.rest for shard in shards))


def _postings(lists: Sequence[bytes]) -> tuple[bytes, bytes]:
    """Gaps between document numbers, and values, one list after the other."""
    values = b"".join(lists)[::NUMBER_BYTES].translate(VALUE_OF)
    return _gaps(lists, VALUE_BITS), values


def _gaps(lists: Sequence[bytes], bits: int) -> bytes:
    """The first number of each list, and the gaps to the next; they are shifted by so many bits."""
    ids = np.frombuffer(b"".join(lists), "<u4").astype(np.uint32) >> np.uint32(bits)
    before = np.append(np.zeros(1, np.uint32), ids)
    before[[0, *accumulate(len(some) // NUMBER_BYTES for some in lists)]] = 0
    return varints(ids - before[:-1])


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
