"""The shards of the search index: runs of neighbouring terms, each with its postings, names and forms.

``site_src/pages/search-format.md`` specifies them.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property, partial
from itertools import accumulate, chain, compress, pairwise
from typing import NamedTuple

from papergarden.text.digest import digest_of
from papergarden.writers.digests import key_of
from papergarden.writers.hashed import name_of
from papergarden.writers.search_files import Part
from papergarden.writers.search_lists import NUMBER_BYTES, Lists, packed, unpacked
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
ID = bytes([255] * (NUMBER_BYTES - 1) + [255 >> VALUE_BITS])
"""The bits of a posting that are a document's number once it is shifted to the right."""
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
    """Terms that may be otherwise than in the last build: their postings, their words, whom they name."""

    postings: Set[str]
    words: Set[str]
    names: Set[str]


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
        words, names = (
            not known or not changed.isdisjoint(terms) for changed in (changes.words, changes.names)
        )
        self._words = self._written() if words or not known else known.words
        self._names = self._named() if names or not known else known.names
        anew = words or names or not changes.postings.isdisjoint(terms)
        self.state = self._made() if anew or not known else known

    @property
    def first(self) -> Part:
        """The shard itself."""
        return Part(lambda: self._first, self.state.name.hex(), named=True)

    @cached_property
    def rest(self) -> tuple[bytes, bytes]:
        """The postings that are not in it."""
        return _postings(self._tiers[1])

    @cached_property
    def _first(self) -> bytes:
        frequencies = numbers(self._index.frequencies(self.terms))
        return self._words + sections(frequencies, *_postings(self._tiers[0])) + self._names

    def _written(self) -> bytes:
        spellings = self._index.spellings
        forms = "\n".join([_spelled(term, spellings.get(term, "")) for term in self.terms])
        return sections(*front_coded(self.terms), forms.encode())

    def _named(self) -> bytes:
        named = [self._index.names.get(term, b"") for term in self.terms]
        return sections(
            numbers([len(some) // NUMBER_BYTES for some in named]),
            numbers(chain.from_iterable(gaps(unpacked(some)) for some in named if some)),
        )

    @cached_property
    def _tiers(self) -> tuple[Sequence[bytes], Sequence[bytes]]:
        """The postings of each term that are in it, and those of some that are not."""
        lists, rests = [self._index.postings.get(term, b"") for term in self.terms], []
        for place, postings in enumerate(lists):
            if len(postings) > FIRST_TIER * NUMBER_BYTES:
                lists[place], rest = tiers(postings)
                rests.append(rest)
        return lists, rests

    def _made(self) -> State:
        rest = digest_of(self.rest), sum(map(len, self.rest))
        return State(name_of(self._first), self._words, self._names, *rest)


def tiers(postings: bytes) -> tuple[bytes, bytes]:
    """The postings that matter most, newer ones among equals, and the rest; both in order of number."""
    if len(postings) <= FIRST_TIER * NUMBER_BYTES:
        return postings, b""
    levels = postings[::NUMBER_BYTES].translate(LEVEL_OF)
    level, room = LEVELS, FIRST_TIER
    while (count := levels.count(level)) <= room:
        room -= count
        level -= 1
    oldest = len(levels)
    for _ in range(room):  # of the postings with this level, the newest still have room
        oldest = levels.rindex(level, 0, oldest)
    chosen = levels[:oldest].translate(AT_LEAST[level + 1]) + levels[oldest:].translate(AT_LEAST[level])
    found = unpacked(postings)
    first, rest = (packed(array("I", compress(found, some))) for some in (chosen, chosen.translate(NOT)))
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
        Part(partial(_tail, group), key_of("tail", [shard.state.rest for shard in group])) for group in groups
    ]


def _tail(shards: Sequence[Shard]) -> bytes:
    return sections(*chain.from_iterable(shard.rest for shard in shards))


def _postings(lists: Sequence[bytes]) -> tuple[bytes, bytes]:
    """Gaps between document numbers, and values, one list after the other."""
    together = b"".join(lists)
    # Thousands of numbers at once, as one large one: the documents, less those before them in their lists.
    whole = int.from_bytes(ID * (len(together) // NUMBER_BYTES), "little")
    ids = int.from_bytes(together, "little") >> VALUE_BITS & whole
    before = bytearray(bytes(NUMBER_BYTES) + ids.to_bytes(len(together), "little"))
    for start in accumulate(map(len, lists)):
        before[start : start + NUMBER_BYTES] = bytes(NUMBER_BYTES)
    distances = (ids - int.from_bytes(before, "little")).to_bytes(len(together), "little")
    return numbers(unpacked(distances)), together[::NUMBER_BYTES].translate(VALUE_OF)


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
