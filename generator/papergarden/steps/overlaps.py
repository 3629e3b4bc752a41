"""Which abstracts share rare shingles, remembered from one run to the next.

A shingle is rare by how many records have it, so a record that comes or goes tells on others: on those with
a shingle of its abstract that is rare now or was so. Pairs of these are looked for anew; of any other pair
no rare shingle, and none that was one, came or went.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, product

from papergarden.steps.blocking import LARGEST, Pair, by_abstract
from papergarden.steps.profiles import Shingled

MANY = 0.2
"""Where more than this share of the abstracts came or went, all are looked at anew."""

Shingles = Mapping[bytes, Shingled]
"""By the digest of an abstract its shingles."""


class Overlaps:
    """Pairs of abstracts that share at least two rare shingles, by their digests.

    Args:
        times: how many records had an abstract, by its digest.
        pairs: the pairs among these.

    """

    def __init__(self, times: Mapping[bytes, int], pairs: Iterable[tuple[bytes, bytes]]) -> None:
        self.times, self.pairs = times, set(pairs)

    def find(self, digests: Sequence[bytes], known: Shingles, before: Shingles) -> Iterator[Pair]:
        """Pairs of the numbers of records with such abstracts, from the shingles now and ``before``."""
        numbers: defaultdict[bytes, list[int]] = defaultdict(list)
        for number, digest in enumerate(digests):
            numbers[digest].append(number)
        times = {digest: len(some) for digest, some in numbers.items()}
        if times != self.times:
            self._update(digests, times, known, before)
        for one, other in self.pairs:
            some = combinations(numbers[one], 2) if one == other else product(numbers[one], numbers[other])
            yield from ((min(pair), max(pair)) for pair in some)

    def _update(
        self, digests: Sequence[bytes], times: Mapping[bytes, int], known: Shingles, before: Shingles
    ) -> None:
        """Bring the pairs up to date with how many records have an abstract now."""
        both = times.keys() | self.times.keys()
        altered = {digest for digest in both if times.get(digest) != self.times.get(digest)}
        lookups = {digest: array("I", known[digest][0]) for digest in times}
        lost = altered - times.keys()
        touched = set(times)
        wanted: set[int] | None = None
        if len(altered) <= MANY * len(times) and lost <= before.keys():
            gone = {digest: array("I", before[digest][0]) for digest in lost}
            touched = self._touched(altered, {**lookups, **gone}, times)
            among = Counter(
                chain.from_iterable(lookups[digest] for digest in touched for _ in range(times[digest]))
            )
            wanted = {shingle for shingle, count in among.items() if 1 < count <= LARGEST}
        found: Iterator[tuple[int, Iterable[int]]] = (
            (number, lookups[digest] if wanted is None else wanted.intersection(lookups[digest]))
            for number, digest in enumerate(digests)
        )
        still = {
            pair
            for pair in self.pairs
            if times.keys() >= set(pair) and not (pair[0] in touched and pair[1] in touched)
        }
        new = [(digests[one], digests[other]) for one, other in by_abstract(found)]
        self.times = times
        self.pairs = still | {
            (min(pair), max(pair)) for pair in new if pair[0] in touched and pair[1] in touched
        }

    def _touched(
        self, altered: set[bytes], lookups: Mapping[bytes, "array[int]"], times: Mapping[bytes, int]
    ) -> set[bytes]:
        """Abstracts with a shingle that is rare now, or was so, and that came or went somewhere."""
        more: Counter[int] = Counter()
        for digest in altered:
            change = times.get(digest, 0) - self.times.get(digest, 0)
            more.update(dict.fromkeys(lookups[digest], change))
        having: Counter[int] = Counter()
        changed = set(more)
        met = {
            digest: changed.intersection(lookups[digest])
            for digest in times
            if not changed.isdisjoint(lookups[digest])
        }
        for digest, some in met.items():
            having.update(dict.fromkeys(some, times[digest]))
        rare = {
            shingle
            for shingle, change in more.items()
            if min(having[shingle], having[shingle] - change) <= LARGEST
        }
        return {digest for digest, some in met.items() if not rare.isdisjoint(some)} | altered & times.keys()
