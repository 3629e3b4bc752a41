"""Which pairs of records are worth comparing: few, all likely ones among them, in nearly linear time.

Records share a block by an id, a title, the beginning of a title, a rare run of three words in titles or
abstracts, or an abstract's opening. Of abstracts every third shingle is taken, chosen by its hash, so that a
cut or revised abstract chooses the same ones (Broder 1997, "mod" sketches). In a block of more than
``LARGEST`` only neighbours in the order of their texts are paired (Hernández and Stolfo, *The merge/purge
problem*, 1995), so that neither a common phrase nor a paper listed a thousand times costs a square.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

LARGEST = 12
PARTS = 8
"""The index is built and sorted in so many parts, one at a time in memory."""
BITS = 32
LOW = (1 << BITS) - 1
"""Two numbers are told as one: this part of it is the second."""

Pair = tuple[int, int]


def by_abstract(abstracts: Sequence[bytes]) -> list[Pair]:
    """Pairs of numbers of abstracts that share at least two rare shingles of those given with each.

    These are the bytes of numbers of 32 bits, each once.
    """
    shingles = np.frombuffer(b"".join(abstracts), np.uint32)
    lengths = np.fromiter(map(len, abstracts), np.int64, len(abstracts)) // shingles.itemsize
    having = np.repeat(np.arange(len(abstracts), dtype=np.uint64), lengths)
    parts = (shingles % PARTS == part for part in range(PARTS))
    pairs = np.concatenate([_sharing(shingles[part], having[part]) for part in parts])
    pairs.sort()
    again = set(pairs[1:][pairs[1:] == pairs[:-1]].tolist())
    return [(pair >> BITS, pair & LOW) for pair in again]


def _sharing(shingles: NDArray[np.uint32], having: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """For each rare one of some shingles the pairs of records that share it, each pair as one number."""
    posted = np.sort(shingles.astype(np.uint64) << BITS | having)
    begins = np.append(True, posted[1:] >> BITS != posted[:-1] >> BITS).nonzero()[0]
    lengths = np.diff(begins, append=len(posted))
    posted = posted[np.repeat((lengths > 1) & (lengths <= LARGEST), lengths)]
    pairs = []
    for behind in range(1, LARGEST):
        one, other = posted[:-behind], posted[behind:]
        same = one >> BITS == other >> BITS
        pairs.append((one[same] & LOW) << BITS | other[same] & LOW)
    return np.concatenate(pairs)
