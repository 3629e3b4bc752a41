"""Which abstracts share rare shingles, remembered from one run to the next.

A shingle is rare by how many records have it, so a record that comes or goes tells on others: on those with
a shingle of its abstract that is rare now or was so. Pairs of these are looked for anew; of any other pair
no rare shingle, and none that was one, came or went.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, product, starmap

from papergarden.steps.blocking import LARGEST, Pair, by_abstract

MANY = 0.2
"""Where more than this share of the abstracts came or went, all are looked at anew."""

Shingles = Mapping[bytes, Sequence[bytes]]
"""By the digest of an abstract the shingles that it is looked up by, as the bytes of an array of "I"; and
what else is known of it."""
Times = Mapping[bytes, int]
"""By the digest of an abstract how many records have it."""


class Overlaps:
    """Pairs of abstracts that share at least two rare shingles, by their digests.

    Args:
        times: how many records had an abstract, by its digest.
        pairs: the pairs among these.

    """

    def __init__(self, times: Times, pairs: Iterable[tuple[bytes, bytes]]) -> None:
        self.times, self.pairs = times, set(pairs)

    def find(self, digests: Sequence[bytes], known: Shingles, before: Shingles) -> Iterator[Pair]:
        """Pairs of the numbers of records with such abstracts, from the shingles now and ``before``."""
        times = dict(Counter(digests))
        if times != self.times:
            self._update(digests, times, known, before)
        paired = set(chain.from_iterable(self.pairs))
        numbers: defaultdict[bytes, list[int]] = defaultdict(list)
        for number, digest in enumerate(digests):
            if digest in paired:
                numbers[digest].append(number)
        for one, other in self.pairs:
            some = combinations(numbers[one], 2) if one == other else product(numbers[one], numbers[other])
            yield from ((min(pair), max(pair)) for pair in some)

    def _update(self, digests: Sequence[bytes], times: Times, known: Shingles, before: Shingles) -> None:
        """Bring the pairs up to date with how many records have an abstract now."""
        altered = {digest for digest, _ in times.items() ^ self.times.items()}
        lost = altered - times.keys()
        if len(altered) <= MANY * len(times) and lost <= before.keys():
            more: Counter[int] = Counter()
            for digest in altered:
                change = times.get(digest, 0) - self.times.get(digest, 0)
                more.update(dict.fromkeys(_lookups(known if digest in times else before, digest), change))
            self._amend(more, altered, times, known)
        else:
            found = by_abstract((number, _lookups(known, digest)) for number, digest in enumerate(digests))
            self.pairs = {_pair(digests[one], digests[other]) for one, other in found}
        self.times = times

    def _amend(self, more: Mapping[int, int], altered: set[bytes], times: Times, known: Shingles) -> None:
        """Look again at pairs that share a shingle which is rare now or was so, where some came or went.

        ``more`` tells of each such shingle how many more records have it now.
        """
        having: defaultdict[int, list[bytes]] = defaultdict(list)
        changed = set(more)
        for digest in times:
            lookups = _lookups(known, digest)
            if not changed.isdisjoint(lookups):
                for shingle in changed.intersection(lookups):
                    having[shingle].append(digest)
        touched, doubtful = altered & times.keys(), set[tuple[bytes, bytes]]()
        for shingle, some in having.items():
            count = sum(map(times.__getitem__, some))
            if count <= LARGEST:
                doubtful.update(
                    starmap(_pair, combinations(some, 2)), [(one, one) for one in some if times[one] > 1]
                )
            if min(count, count - more[shingle]) <= LARGEST:
                touched.update(some)
        there = [(one, other) for one, other in self.pairs if one in times and other in times]
        still = {(one, other) for one, other in there if one not in touched or other not in touched}
        self.pairs = still | _sharing(doubtful.union(there) - still, times, known)


def _lookups(known: Shingles, digest: bytes) -> "array[int]":
    """The shingles that an abstract is looked up by."""
    return array("I", known[digest][0])


def _pair(one: bytes, other: bytes) -> tuple[bytes, bytes]:
    return (one, other) if one < other else (other, one)


def _sharing(pairs: Iterable[tuple[bytes, bytes]], times: Times, known: Shingles) -> set[tuple[bytes, bytes]]:
    """Those of some pairs that share two rare shingles; of an abstract and itself, that have two."""
    shared = {pair: set(_lookups(known, pair[0])).intersection(_lookups(known, pair[1])) for pair in pairs}
    shared = {pair: some for pair, some in shared.items() if len(some) > 1}
    wanted = set(chain.from_iterable(shared.values()))
    counts: Counter[int] = Counter()
    for digest, count in times.items() if wanted else ():
        counts.update(dict.fromkeys(wanted.intersection(_lookups(known, digest)), count))
    return {pair for pair, some in shared.items() if sum(counts[one] <= LARGEST for one in some) > 1}
