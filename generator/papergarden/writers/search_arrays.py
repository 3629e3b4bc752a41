"""Many numbers at once: chains of them, and pairs, as of the place of a document and the number of a term."""

import numpy as np
from numpy.typing import NDArray

from papergarden.writers.search_lexicon import Chains

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Pairs = Ints
"""Of two numbers below 2 ** 31, the first shifted by so many bits."""
BITS = 32
SECOND = (1 << BITS) - 1


def paired(first: Ints, second: Ints) -> Pairs:
    """Each number of the one with that of the other; in order of the first, then of the second."""
    return first << BITS | second


def distinct(some: Ints) -> Ints:
    """Numbers in order, each once."""
    ordered = np.sort(some)
    return ordered[_starts(ordered)]


def tally(some: Ints) -> tuple[Ints, Ints]:
    """Numbers in order, each once, and how often each was there."""
    ordered = np.sort(some)
    starts = np.flatnonzero(_starts(ordered))
    return ordered[starts], np.diff(starts, append=len(ordered))


def summed(some: Ints, values: Floats) -> tuple[Ints, Floats]:
    """Numbers in order, each once, and the sum of its values, added one by one as they come."""
    order = np.argsort(some)
    is_first = _starts(some[order])
    places = np.empty(len(some), np.int64)
    places[order] = np.cumsum(is_first) - 1
    sums: Floats = np.bincount(places, values).astype(np.float64)
    return some[order[is_first]], sums


def among(some: Ints, others: Ints) -> Flags:
    """Which numbers are among others, which are in order."""
    if not len(others):
        return np.zeros(len(some), np.bool_)
    found: Flags = others[np.minimum(np.searchsorted(others, some), len(others) - 1)] == some
    return found


def varints(values: NDArray[np.uint32]) -> bytes:
    """What `search_pack.numbers` makes of numbers below 2 ** 28."""
    return varints_and_sizes(values)[0].tobytes()


def varints_and_sizes(values: NDArray[np.uint32]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The same bytes, and how many of them each number takes."""
    sizes = np.ones(len(values), np.uint8)
    for place in range(1, 4):
        sizes += values >= 1 << 7 * place
    ends = np.cumsum(sizes, dtype=np.int64)
    found = np.empty(ends[-1] if len(ends) else 0, np.uint8)
    found[ends - sizes] = values & 127
    longer, at = values, ends - sizes
    while (those := longer > 127).any():
        longer, at = longer[those] >> np.uint32(7), at[those]
        found[at] |= 128
        at += 1
        found[at] = longer & 127
    return found, sizes


def from_varints(content: bytes) -> tuple[Ints, Ints]:
    """The numbers that `varints` made bytes of, and where the last byte of each is."""
    taken = np.frombuffer(content, np.uint8)
    ends = np.flatnonzero(taken < 128)
    values = taken[ends].astype(np.int64)
    sizes = np.diff(ends, prepend=-1)
    for place in range(1, sizes.max(initial=1)):
        longer = np.flatnonzero(sizes > place)
        values[longer] = values[longer] << 7 | taken[ends[longer] - place] & 127
    return values, ends


def _starts(ordered: Ints) -> Flags:
    """Which numbers in order are not the same as the one before."""
    are_first: Flags = np.diff(ordered, prepend=ordered[:1] - 1) != 0
    return are_first


class Linked:
    """Chains of numbers, of which those of many things can be taken at once.

    Args:
        chains: what each thing has.
        start: of things before this one nothing is asked.
        end: nor of those from this one on.

    """

    def __init__(self, chains: Chains, start: int = 0, end: int | None = None) -> None:
        ends = np.frombuffer(chains.ends, np.uint32) if chains.ends else np.zeros(0, np.uint32)
        starts = np.concatenate((np.zeros(1, np.uint32), ends))[start : None if end is None else end + 1]
        numbers = np.frombuffer(chains.numbers, np.uint32) if chains.numbers else np.zeros(0, np.uint32)
        self.numbers: Ints = numbers[starts[0] : starts[-1]].astype(np.int64)
        self.starts: Ints = starts.astype(np.int64) - starts[0]
        self.lengths: Ints = np.diff(self.starts)

    def all(self) -> tuple[Ints, Ints]:
        """All numbers, and before them the place of what has each."""
        return np.repeat(np.arange(len(self.lengths)), self.lengths), self.numbers

    def of(self, things: Ints) -> tuple[Ints, Ints]:
        """What some things have: all numbers, and before them the place among the things of what has each."""
        lengths = self.lengths[things]
        before = np.cumsum(lengths) - lengths - self.starts[things]
        places = np.repeat(np.arange(len(things)), lengths)
        return places, self.numbers[np.arange(len(places)) - before[places]]
