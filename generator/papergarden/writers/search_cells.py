"""Byte strings of many things, one after the other, of which runs are taken and few are exchanged."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

AT_ONCE = 1 << 15
"""So much stays near at hand while it is worked on."""


class Edit(NamedTuple):
    """A run of things in place of which others come."""

    start: int
    end: int
    new: int
    """How many come."""


def runs(ends: NDArray[np.unsignedinteger[Any] | np.int64]) -> Iterator[tuple[int, int]]:
    """Runs of things that have little enough together to be worked on at once; given is where each ends."""
    borders = np.searchsorted(ends, np.arange(0, ends[-1], AT_ONCE)).tolist()
    return pairwise(dict.fromkeys([0, *borders, len(ends) - 1]))


class Cells:
    """What many things have, a byte string each.

    Args:
        content: all of them, one after the other.
        lengths: how many bytes each has.

    """

    def __init__(self, content: bytes, lengths: NDArray[np.uint32]) -> None:
        self.content, self.lengths = content, lengths
        self.ends: NDArray[np.uint32] = np.zeros(len(lengths) + 1, np.uint32)
        np.cumsum(lengths, dtype=np.uint32, out=self.ends[1:])

    @classmethod
    def of(cls, things: Sequence[bytes]) -> "Cells":
        """Those of some things."""
        return cls(b"".join(things), np.fromiter(map(len, things), np.uint32, len(things)))

    @classmethod
    def joined(cls, parts: Sequence["Cells"]) -> "Cells":
        """Those of some things, of others, and so on."""
        none = np.zeros(0, np.uint32)
        lengths = np.concatenate([none, *(part.lengths for part in parts)])
        return cls(b"".join([part.content for part in parts]), lengths)

    def between(self, start: int, end: int) -> bytes:
        """What the things from one to before another have."""
        return self.content[self.ends[start] : self.ends[end]]

    def those(self, things: Sequence[int]) -> "Cells":
        """What some of the things have."""
        places = np.array(things, np.int64)
        starts, ends = self.ends[places].tolist(), self.ends[places + 1].tolist()
        content = b"".join([self.content[start:end] for start, end in zip(starts, ends, strict=True)])
        return Cells(content, self.lengths[places])

    def edited(self, edits: Sequence[Edit], new: "Cells") -> "Cells":
        """The same after edits, which are in order; ``new`` are all that come, likewise."""
        kept = [0, *chain.from_iterable((start, end) for start, end, _ in edits), len(self.lengths)]
        come = [0, *accumulate(count for _, _, count in edits)]
        ends, new_ends = self.ends[kept].tolist(), new.ends[come].tolist()
        contents, lengths = [b""] * len(kept[1:]), [self.lengths] * len(kept[1:])
        contents[::2] = map(self.content.__getitem__, map(slice, ends[::2], ends[1::2]))
        contents[1::2] = map(new.content.__getitem__, map(slice, new_ends, new_ends[1:]))
        lengths[::2] = map(self.lengths.__getitem__, map(slice, kept[::2], kept[1::2]))
        lengths[1::2] = map(new.lengths.__getitem__, map(slice, come, come[1:]))
        return Cells(b"".join(contents), np.concatenate(lengths))

    def plain(self) -> tuple[bytes, bytes, int]:
        """The same in values to be kept: the content, the lengths, and how many bytes each of these takes."""
        longest = int(self.lengths.max(initial=0))
        size = 1 if longest < 1 << 8 else 2 if longest < 1 << 16 else 4
        return self.content, self.lengths.astype(f"<u{size}").tobytes(), size

    @classmethod
    def kept(cls, content: bytes, lengths: bytes, size: int) -> "Cells":
        """What `plain` gave."""
        return cls(content, np.frombuffer(lengths, f"<u{size}").astype(np.uint32))
