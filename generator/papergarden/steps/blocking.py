"""Which pairs of records are worth comparing: few, all likely ones among them, in nearly linear time.

Records share a block by an id, a title, the beginning of a title, a rare run of three words in titles or
abstracts, or an abstract's opening. Of abstracts every third shingle is taken, chosen by its hash, so that a
cut or revised abstract chooses the same ones (Broder 1997, "mod" sketches). In a block of more than
``LARGEST`` only neighbours in the order of their texts are paired (Hernández and Stolfo, *The merge/purge
problem*, 1995), so that neither a common phrase nor a paper listed a thousand times costs a square.
"""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

LARGEST = 12
PARTS = 8
"""The index is built and sorted in so many parts, one at a time in memory."""
BITS = 32
LOW = (1 << BITS) - 1
"""Two numbers are told as one: this part of it is the second."""
HASHED = (1 << 20) - 1
"""By so many bits keys are told apart before they are compared."""

Pair = tuple[int, int]
Numbers = NDArray[np.int64]
Mask = NDArray[np.bool]
K = TypeVar("K", np.uint32, np.uint64)


class Sharing(Generic[K]):
    """Pairs of records that share keys, remembered from one run to the next.

    A key is worth pairs by how many records have it, so a record that comes or goes tells on others: on those
    with a key of its own. Pairs of these are looked for anew; of any other pair no key came, went or changed.

    Args:
        keys: of each record its keys, as the bytes of an array.
        pairs: the pairs among the records.

    Records are known by names that stand for all they say, and which of those that say the same they are.

    """

    kind: type[K]

    def __init__(self, keys: Mapping[bytes, bytes], pairs: Iterable[tuple[bytes, bytes]]) -> None:
        self.keys, self.pairs = keys, set(pairs)

    def find(self, names: Sequence[bytes], keys: Sequence[bytes], *beside: Any) -> Iterator[Pair]:
        """Pairs of the numbers of records with these names and keys; what is ``beside`` helps to tell."""
        number_of = {name: number for number, name in enumerate(names)}
        if number_of.keys() != self.keys.keys():
            self._update(dict(zip(names, keys, strict=True)), *beside)
        pairs = ((number_of[one], number_of[other]) for one, other in self.pairs)
        return (pair if pair[0] < pair[1] else pair[::-1] for pair in pairs)  # they may have changed places

    def _update(self, keys: Mapping[bytes, bytes], *beside: Any) -> None:
        """Bring the pairs up to date with which records there are now."""
        before, self.keys = self.keys, keys
        altered = [keys[name] if name in keys else before[name] for name in keys.keys() ^ before.keys()]
        having = np.frombuffer(b"".join(keys.values()), self.kind)
        sizes = np.fromiter(map(len, keys.values()), np.int64, len(keys))
        owners = np.repeat(np.arange(len(keys)), sizes // having.itemsize)
        among = np.full(len(keys), not before)
        if before:
            among[owners[self._altered(having, np.frombuffer(b"".join(altered), self.kind))]] = True
            some = b"".join(compress(keys.values(), among.tolist()))
            theirs = _are_in(having, np.frombuffer(some, self.kind))
            having, owners = having[theirs], owners[theirs]
        names, touched = list(keys), set(compress(keys, among.tolist()))
        there = [(one, other) for one, other in self.pairs if one in keys and other in keys]
        still = {(one, other) for one, other in there if one not in touched or other not in touched}
        pairs = ((names[one], names[other]) for one, other in self._pairs(having, owners, among, *beside))
        self.pairs = still | {pair for pair in pairs if touched.issuperset(pair)}

    def _altered(self, having: NDArray[K], altered: NDArray[K]) -> Mask:
        """Which keys are worth other pairs than they were, where these came or went."""
        return _are_in(having, altered)

    @abstractmethod
    def _pairs(self, having: NDArray[K], owners: Numbers, among: Mask, *beside: Any) -> Iterable[Pair]:
        """All pairs of records among some, by their numbers, and perhaps others.

        Each key has an owner; there are all owners of those keys that records among them have.
        """


def _are_in(keys: NDArray[K], some: NDArray[K]) -> Mask:
    """Which keys are among a few."""
    there = np.zeros(HASHED + 1, bool)
    there[some & HASHED] = True
    found: Mask = there[keys & HASHED]
    known, asked = np.sort(some), keys[found]
    found[found] = known[np.minimum(np.searchsorted(known, asked), len(known) - 1)] == asked
    return found


class Overlaps(Sharing[np.uint32]):
    """Pairs of records of which the abstracts share at least two rare shingles.

    The keys are shingles, each once.
    """

    kind = np.uint32

    def _altered(self, having: NDArray[np.uint32], altered: NDArray[np.uint32]) -> Mask:
        """One that many had and have is worth no pair."""
        found = super()._altered(having, altered)
        keys, times = np.unique(having[found], return_counts=True)
        most = dict(zip(*(one.tolist() for one in np.unique(altered, return_counts=True)), strict=True))
        rare = [
            count - most[key] <= LARGEST for key, count in zip(keys.tolist(), times.tolist(), strict=True)
        ]
        return _are_in(having, keys[rare])

    def _pairs(
        self, having: NDArray[np.uint32], owners: Numbers, among: Mask, *beside: Any
    ) -> Iterable[Pair]:
        parts = (having % PARTS == part for part in range(PARTS))
        pairs = np.concatenate([_sharing(having[part], owners[part].astype(np.uint64)) for part in parts])
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
