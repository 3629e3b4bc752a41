"""Lists of numbers by term, packed, and changed only where they change."""

import sys
from array import array
from bisect import bisect_left, insort
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import accumulate, pairwise, repeat

Lists = Mapping[str, bytes]
"""By term, numbers in order, four bytes each, the lowest first."""
Entries = Set[tuple[str, int]]
"""Numbers and the terms under which they are listed."""
NUMBER_BYTES = array("I").itemsize


def unpacked(packed: bytes) -> "array[int]":
    """The numbers of a list."""
    numbers = array("I", packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def packed(numbers: "array[int]") -> bytes:
    """Numbers as a list."""
    return (numbers if sys.byteorder == "little" else unpacked(numbers.tobytes())).tobytes()


def listed(things: Iterable[tuple[Iterable[str], Iterable[int]]]) -> dict[str, bytes]:
    """Lists of things that come in order: the terms of each, and for each term its number there."""
    lists = _Arrays()
    for terms, numbers in things:
        deque(map(array.append, map(lists.__getitem__, terms), numbers), maxlen=0)
    found: dict[str, bytes] = {}
    while lists:  # each is let go of when it is packed
        term, some = lists.popitem()
        found[term] = packed(some)
    return found


def relisted(lists: Lists, gone: Entries, new: Entries) -> tuple[dict[str, bytes], set[str]]:
    """The same lists without some entries and with others; and the terms of those that differ."""
    changes: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, entries in enumerate((gone - new, new - gone)):
        for term, number in entries:
            changes[term][side].append(number)
    now = {**lists}
    for term, (out, coming) in changes.items():
        numbers = unpacked(now.pop(term, b""))
        for number in out:
            del numbers[bisect_left(numbers, number)]
        for number in coming:
            insort(numbers, number)
        if numbers:
            now[term] = packed(numbers)
    return now, set(changes)


def renumbered(lists: Lists, numbers: Mapping[int, int], bits: int) -> dict[str, bytes]:
    """The same lists with other numbers, shifted by some ``bits``, and without those that have none."""
    now, values = {}, (1 << bits) - 1
    for term, some in lists.items():
        stay = (number for number in unpacked(some) if number >> bits in numbers)
        if found := sorted(numbers[number >> bits] << bits | number & values for number in stay):
            now[term] = packed(array("I", found))
    return now


def flat(lists: Lists, terms: Iterable[str]) -> tuple[bytes, bytes]:
    """The lists of some terms as two values, which are sooner kept than thousands: lengths and contents."""
    found = list(map(lists.get, terms, repeat(b"")))
    return packed(array("I", map(len, found))), b"".join(found)


def raised(terms: Iterable[str], lengths: bytes, contents: bytes) -> dict[str, bytes]:
    """The lists that `flat` made flat."""
    ends = pairwise(accumulate(unpacked(lengths), initial=0))
    return {term: contents[start:end] for term, (start, end) in zip(terms, ends, strict=True) if start < end}


def told(counts: Mapping[str, int]) -> tuple[str, bytes]:
    """Numbers by term as two values, likewise: all terms, and the numbers."""
    return "\n".join(counts), packed(array("I", counts.values()))


def counted(terms: str, numbers: bytes) -> dict[str, int]:
    """The numbers that `told` made of them."""
    return dict(zip(terms.split("\n"), unpacked(numbers), strict=False))


def strung(texts: Iterable[str]) -> tuple[bytes, str]:
    """Texts of any letters as two values, likewise: their lengths, and one text."""
    some = list(texts)
    return packed(array("I", map(len, some))), "".join(some)


def parted(lengths: bytes, text: str) -> Iterator[str]:
    """The texts that `strung` strung together."""
    return (text[start:end] for start, end in pairwise(accumulate(unpacked(lengths), initial=0)))


class _Arrays(dict[str, "array[int]"]):
    """Numbers by term."""

    def __missing__(self, term: str) -> "array[int]":
        numbers = self[term] = array("I")
        return numbers
