"""Lists of numbers by term, packed, and changed only where they change."""

import sys
from array import array
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import pairwise

import numpy as np

from papergarden.writers.search_arrays import BITS, SECOND, Pairs

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


def listed(parts: Iterable[Pairs], names: Sequence[str]) -> dict[str, bytes]:
    """Lists by name of the numbers that come second in pairs with the number of a name."""
    together = bytearray()  # grows in place
    for part in parts:
        together += part.data
    pairs = np.frombuffer(together, np.int64)
    pairs.sort()
    starts = np.searchsorted(pairs, np.arange(len(names) + 1) << BITS)
    contents = pairs.astype("<u4").tobytes()
    del pairs, together
    ends = pairwise((starts * NUMBER_BYTES).tolist())
    return {name: contents[start:end] for name, (start, end) in zip(names, ends, strict=True) if start < end}


def named(pairs: Pairs, names: Sequence[str]) -> set[tuple[str, int]]:
    """Names and numbers, of pairs of the number of a name and a number."""
    terms, numbers = (pairs >> BITS).tolist(), (pairs & SECOND).tolist()
    return set(zip(map(names.__getitem__, terms), numbers, strict=True))


def relisted(lists: Lists, gone: Entries, new: Entries) -> dict[str, bytes]:
    """The same lists without some entries and with others."""
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
    return now


def renumbered(lists: Lists, numbers: Mapping[int, int], bits: int) -> dict[str, bytes]:
    """The same lists with other numbers, shifted by some ``bits``, and without those that have none."""
    now, values = {}, (1 << bits) - 1
    for term, some in lists.items():
        stay = (number for number in unpacked(some) if number >> bits in numbers)
        if found := sorted(numbers[number >> bits] << bits | number & values for number in stay):
            now[term] = packed(array("I", found))
    return now
