"""Papers as vectors of features, and which of them are close, worked out on arrays.

A feature weighs by how often the paper has it and by how few other papers do (tf-idf: Spärck Jones, 1972;
Salton & Buckley, 1988); two papers are as close as the cosine of their vectors. What is added up is added in
the order of the features, one after the other, and logarithms are those of ``math``: neither the machine nor
the order of papers tells on a sum.
"""

from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise
from math import log, log2
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from papergarden.steps.features import Counted, Mask, joined

TERMS = 24
COMMON = 200
LEAST_ALIKE = 0.12
"""The least cosine of papers that are close; they share two features at least."""
FAR = 10**9
"""How far papers are from each other that share nothing: 1 minus the cosine is told in billionths."""
LEVELS = 2
"""Into how many steps a power of two is divided where papers are counted."""
LEVEL = log(2) / LEVELS
AT_ONCE = 1 << 12
"""Papers whose vectors are made at once, or that are compared with all."""
ENTRY = 17
"""Bits for the place of a posting among those that are looked at together."""
TOGETHER = 1 << ENTRY - 1
"""Postings that are looked at together, or as many as two papers have: no more than twice as many."""

Whole = NDArray[np.int64]


class Vectors(NamedTuple):
    """Of each paper the ``TERMS`` heaviest features in order, and the weight of each; of length 1.

    Where a paper has fewer, features of no weight follow.
    """

    features: NDArray[np.uint32]
    weights: NDArray[np.float64]

    @classmethod
    def none(cls, papers: int) -> "Vectors":
        """So many vectors without a feature."""
        return cls(np.zeros((papers, TERMS), np.uint32), np.zeros((papers, TERMS)))

    def of(self, papers: NDArray[Any]) -> "Vectors":
        """The vectors of some papers."""
        return Vectors(self.features[papers], self.weights[papers])

    def renumbered(self, numbers: NDArray[np.uint32]) -> "Vectors":
        """The same where each feature has another number, in the same order."""
        features, held = np.zeros_like(self.features), self.weights > 0
        features[held] = numbers[self.features[held]]
        return Vectors(features, self.weights)

    def differ(self, other: "Vectors") -> Mask:
        """Whether each is other than one of as many others."""
        apart: Mask = ((self.features != other.features) | (self.weights != other.weights)).any(axis=1)
        return apart


class Close(NamedTuple):
    """Pairs of papers that are close, and how far they are from each other; each paper has dozens."""

    ones: NDArray[np.uint32]
    others: NDArray[np.uint32]
    far: NDArray[np.uint32]

    def at(self, places: NDArray[np.uint32]) -> "Close":
        """The same papers where they are at other places."""
        return Close(places[self.ones], places[self.others], self.far)

    def where(self, wanted: Mask) -> "Close":
        """Those pairs that are wanted."""
        return Close(*(column[wanted] for column in self))

    def turned(self) -> "Close":
        """The same pairs from the other side."""
        return Close(self.others, self.ones, self.far)


def weights_of(having: Whole, papers: int) -> NDArray[np.float64]:
    """What features weigh that so many of the papers have: nothing, where these are too many, or but one."""
    most = min(COMMON, max(2, papers // 5))
    told = [(_level(papers) - _level(count)) * LEVEL for count in range(2, most + 1)]
    return np.array([0.0, 0.0, *told, 0.0])[np.minimum(having, most + 1)]


@cache
def _level(count: int) -> int:
    return round(log2(count or 1) * LEVELS)


def vectors_of(counted: Counted, weights: NDArray[np.float64]) -> Vectors:
    """The vectors of papers with such features, which weigh so much."""
    made = Vectors.none(len(counted.lengths))
    ends = np.append(0, np.cumsum(counted.lengths))
    for begin in range(0, len(counted.lengths), AT_ONCE):
        end = min(begin + AT_ONCE, len(counted.lengths))
        among = slice(ends[begin], ends[end])
        some = Counted(counted.lengths[begin:end], counted.features[among], counted.counts[among])
        made.features[begin:end], made.weights[begin:end] = _vectors_of(some, weights)
    return made


def _vectors_of(counted: Counted, weights: NDArray[np.float64]) -> Vectors:
    papers, features, heavy = _heaviest(counted, weights)
    number = len(counted.lengths)
    length = np.sqrt(np.bincount(papers, heavy * heavy, number))
    places = places_of(papers, number)
    made = Vectors.none(number)
    made.features[papers, places] = features
    made.weights[papers, places] = heavy / length[papers]
    return made


def _heaviest(counted: Counted, weights: NDArray[np.float64]) -> tuple[Whole, Whole, NDArray[np.float64]]:
    """The papers, features and weights of the heaviest features of each paper, in this order.

    Papers, weights and features are sorted as one number; weights are few, so that a rank stands for each.
    Of features that weigh the same, later ones come first.
    """
    kinds, kind_of = np.unique(weights, return_inverse=True)
    often = np.array([1 + log(count or 1) for count in range(counted.counts.max(initial=0) + 1)])
    scores, ranks = np.unique(kinds[:, None] * often, return_inverse=True)
    held = weights[counted.features].nonzero()[0]
    features = counted.features[held].astype(np.int64)
    ranks = ranks.reshape(len(kinds), len(often))[kind_of[features], counted.counts[held]]
    papers = np.repeat(np.arange(len(counted.lengths)), counted.lengths)[held]
    bits, more = len(weights).bit_length(), len(scores).bit_length()
    packed = np.sort((papers << more | len(scores) - ranks) << bits | len(weights) - features)
    packed = packed[places_of(packed >> bits + more, len(counted.lengths)) < TERMS]
    papers, ranks = packed >> bits + more, len(scores) - (packed >> bits & (1 << more) - 1)
    features = len(weights) - (packed & (1 << bits) - 1)
    order = np.argsort(papers << bits | features)
    return papers[order], features[order], scores[ranks[order]]


def places_of(rows: Whole, number: int) -> Whole:
    """Of things in order of their rows, of which there are so many, the place of each in its row."""
    begins = np.append(0, np.cumsum(np.bincount(rows, minlength=number)))
    places: Whole = np.arange(len(rows)) - begins[rows]
    return places


class Postings:
    """The papers by the features that the vectors of some have, to find those that are close to these.

    Feature and place among all that vectors hold are sorted as one number, so that what lies between two
    numbers are the papers between two that have a feature.
    """

    def __init__(self, vectors: Vectors, papers: Whole) -> None:
        self._vectors, self._papers = vectors, len(vectors.features)
        self._bits = vectors.features.size.bit_length()
        wanted = np.zeros(int(vectors.features.max(initial=0)) + 1, bool)
        wanted[vectors.features[papers]] = True
        places = (wanted[vectors.features] & (vectors.weights > 0)).ravel().nonzero()[0]
        features = vectors.features.ravel()[places].astype(np.int64)
        self._posted = np.sort(features << self._bits | places)
        places = self._posted & (1 << self._bits) - 1
        self._holders, self._weights = places // TERMS, vectors.weights.ravel()[places]

    def close(self, papers: Whole, *, earlier: bool) -> Close:
        """The papers that are close to each of some, or, where so wanted, stand earlier and are close.

        A few are looked at together: all that is told of them on the way weighs much more than what is found.
        """
        few = [papers[begin : begin + AT_ONCE] for begin in range(0, len(papers), AT_ONCE)]
        none = Close(*(np.empty(0, np.uint32) for _ in Close._fields))
        return joined(none, *chain.from_iterable(self._close_to(some, earlier) for some in few))

    def _close_to(self, papers: Whole, earlier: bool) -> list[Close]:
        weights = self._vectors.weights[papers]
        rows, terms = weights.nonzero()
        first = self._vectors.features[papers][rows, terms].astype(np.int64) << self._bits
        last = first + (papers[rows] * TERMS if earlier else 1 << self._bits)
        begins, ends = np.searchsorted(self._posted, first), np.searchsorted(self._posted, last)
        ones, weights = papers[rows], weights[rows, terms]
        return [
            self._close(ones[some], weights[some], begins[some], ends[some] - begins[some])
            for some in _shares(rows, ends - begins)
        ]

    def _close(self, ones: Whole, weights: NDArray[np.float64], begins: Whole, lengths: Whole) -> Close:
        """Those close to papers with features that weigh so much, and postings that begin there.

        Pair and place in the list of postings are sorted as one number: a pair that shares several features
        is there several times, and those few alone are worth adding up.
        """
        terms = np.repeat(np.arange(len(ones)), lengths)
        listed = np.arange(len(terms))
        posted = listed + (begins - np.cumsum(lengths) + lengths)[terms]
        pairs = (ones - ones[0])[terms] * self._papers + self._holders[posted]
        packed = np.sort(pairs << ENTRY | listed)
        pairs = packed >> ENTRY
        again = pairs[1:] == pairs[:-1]
        several = np.append(again, False) | np.append(False, again)
        pairs, listed = pairs[several], packed[several] & (1 << ENTRY) - 1
        pairs, number = np.unique(pairs, return_inverse=True)
        cosines = np.bincount(number, weights[terms[listed]] * self._weights[posted[listed]])
        far = FAR - np.rint(cosines * FAR).astype(np.int64)
        one, other = np.divmod(pairs, self._papers)
        close = (cosines >= LEAST_ALIKE) & (one + ones[0] != other)
        found = (one + ones[0])[close], other[close], far[close]
        return Close(*(column.astype(np.uint32) for column in found))


def _shares(rows: Whole, work: Whole) -> Iterator[slice]:
    """Stretches of things in order of their rows, whole rows each, that are not too much work together."""
    begins = np.diff(rows, prepend=-1).nonzero()[0]
    done = (np.cumsum(work) - work)[begins] // TOGETHER
    cuts = begins[np.diff(done, prepend=-1).nonzero()[0]]
    yield from (slice(begin, end) for begin, end in pairwise([*cuts.tolist(), len(rows)]))
