"""Byte strings of many things, one after the other, of which runs are taken and few are exchanged."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from papergarden.writers.search_arrays import Ints


class Edit(NamedTuple):
    """A run of things in place of which others come."""

    start: int
    end: int
    new: int
    """How many come."""


class Cells:
    """What many things have, a byte string each.

    Args:
        content: all of them, one after the other.
        lengths: how many bytes each has.

    """

    def __init__(self, content: bytes, lengths: NDArray[np.uint32]) -> None:
        self.content, self.lengths = content, lengths
        self.ends: Ints = np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)))

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

    def edited(self, edits: Iterable[Edit], new: "Cells") -> "Cells":
        """The same after edits, which are in order; ``new`` are all that come, likewise."""
        contents: list[bytes] = []
        lengths: list[NDArray[np.uint32]] = []
        at = come = 0
        for start, end, count in chain(edits, (Edit(len(self.lengths), len(self.lengths), 0),)):
            contents += (self.between(at, start), new.between(come, come + count))
            lengths += (self.lengths[at:start], new.lengths[come : come + count])
            at, come = end, come + count
        return Cells(b"".join(contents), np.concatenate(lengths))

    def plain(self) -> tuple[bytes, bytes]:
        """The same as two values, to be kept."""
        return self.content, self.lengths.astype("<u4").tobytes()

    @classmethod
    def kept(cls, content: bytes, lengths: bytes) -> "Cells":
        """What `plain` gave."""
        return cls(content, np.frombuffer(lengths, "<u4").astype(np.uint32, copy=False))
