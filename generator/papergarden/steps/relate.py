"""Find the papers that go with a paper: the same rare words, topics and people.

Each paper is a vector of features: the words of title and abstract, its topics, its authors. Only a paper's
heaviest features are kept, and none that many papers share, so that the work grows with the number of papers,
not with its square.

A paper more or less should leave most vectors as they are. So how few papers have a feature is told in half
powers of two: of the features of a new paper, few come to weigh otherwise, and only papers that have one of
these are compared again.
"""

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, compress, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from papergarden.model import Paper, changed_each
from papergarden.steps.features import (
    Counted,
    Mask,
    counted,
    distinct,
    features,
    joined,
    number,
    said,
    told,
    word_numbers,
)
from papergarden.steps.memo import Apply, Same, forgetting
from papergarden.steps.nearest import MOST, Nearest
from papergarden.steps.phrases import alike
from papergarden.steps.vectors import FAR, Vectors, vectors_of, weights_of

Apart = Callable[[Callable[[], Any]], Any]
"""What calls a function, perhaps where what that takes is let go of whole."""


class Relations:
    """What is remembered from one run to the next: who is near whom, and what that was found out from.

    Papers are told by their places; they stand in the order in which they came.

    Args:
        papers: by key a digest of all that a paper is compared by.
        columns: the numbers of all features, in order; of the papers, by places among these, the features
            (`Counted`); their `Vectors`; the `Nearest`.

    """

    def __init__(self, papers: Mapping[str, bytes] | None = None, *columns: NDArray[Any]) -> None:
        self.papers = papers or {}
        if not columns:
            columns = (np.empty(0, np.uint64), *Counted.none(), *Vectors.none(0), *Nearest.none(0))
        self._take(*columns)
        self._near: dict[str, tuple[str, ...]] = {}
        self._settled: Mask = np.zeros(len(self.papers), bool)
        """Whether what is near a paper is told in ``_near``."""
        self.digests: Same[Paper, bytes] = Same()
        self.related: Same[Paper, Paper] = Same()

    @property
    def size(self) -> int:
        """How many papers there are."""
        return len(self.papers)

    def dump(self) -> tuple[Any, ...]:
        """The same in texts and numbers, for whoever keeps it."""
        return self.papers, *((one.dtype.str, one.shape, one.tobytes()) for one in self._columns())

    @classmethod
    def load(cls, *kept: Any) -> "Relations":
        """What was dumped; nothing of an earlier run where nothing is given."""
        papers, *columns = kept or ({},)
        return cls(papers, *(np.frombuffer(data, kind).reshape(shape) for kind, shape, data in columns))

    def rest_on(self, papers: Sequence[Paper]) -> None:
        """Know by these objects which papers there were; their order is that of their keys."""
        self.digests.rest_on(papers, [self.papers[paper.key] for paper in papers])
        self.related.rest_on(papers, papers, [paper.related for paper in papers])
        self._near, self._settled = {paper.key: paper.related for paper in papers}, np.ones(len(papers), bool)

    def near(self) -> Mapping[str, tuple[str, ...]]:
        """By key of a paper the keys of those that are near it, best first."""
        keys, untold = list(self.papers), (~self._settled).nonzero()[0]
        far, papers = self.nearest.far[untold, :MOST], self.nearest.papers[untold, :MOST]
        near = [keys[place] for place in papers[far < FAR].tolist()]
        ends = [0, *np.cumsum(np.count_nonzero(far < FAR, axis=1)).tolist()]
        for place, (begin, end) in zip(untold.tolist(), pairwise(ends), strict=True):
            self._near[keys[place]] = tuple(near[begin:end])
        self._settled[:] = True
        return self._near

    def follow(self, stay: Mask, new: Mapping[str, bytes], found: Counted, apart: Apart) -> None:
        """Let go of the papers that do not stay, and take in new ones, which have these features.

        Where most are new, ``apart`` does what takes much.
        """
        before, settled = self.nearest, np.append(self._settled[stay], np.zeros(len(new), bool))
        self.papers = {**dict(compress(self.papers.items(), stay.tolist())), **new}
        work = partial(self._followed, stay, found)
        self._take(*(apart(work) if 2 * len(new) > len(self.papers) else work()))
        self._settled = settled & ~self.nearest.differ(before.followed(stay, len(self.papers)))

    def _columns(self) -> Iterator[NDArray[Any]]:
        return chain((self.numbers,), self.counted, self.vectors, self.nearest)

    def _take(self, *columns: NDArray[Any]) -> None:
        self.numbers, self.counted = columns[0], Counted(*columns[1:4])
        self.vectors, self.nearest = Vectors(*columns[4:6]), Nearest(*columns[6:])

    def _followed(self, stay: Mask, found: Counted) -> tuple[NDArray[Any], ...]:
        """All columns with the papers that there are now."""
        again, weights = self._count(stay, found)
        made = vectors_of(self.counted.of(again), weights)
        moved = again.copy()
        moved[again] = made.differ(self.vectors.of(again))
        self.vectors.features[again], self.vectors.weights[again] = made
        del made  # which weighs as much as all vectors
        keys = list(self.papers)
        ranks = np.empty(len(keys), np.int64)
        ranks[sorted(range(len(keys)), key=keys.__getitem__)] = np.arange(len(keys))
        self.nearest = self.nearest.followed(stay, len(keys))
        self.nearest.update(self.vectors, moved, ranks)
        return tuple(self._columns())

    def _count(self, stay: Mask, new: Counted) -> tuple[Mask, NDArray[np.float64]]:
        """Count features anew: whether a paper is new or has one that weighs otherwise; and all weights."""
        numbers, gone, kept = self.numbers, self.counted.of(~stay), self.counted.of(stay)
        had = np.bincount(self.counted.features, minlength=len(numbers))
        left = had - np.bincount(gone.features, minlength=len(numbers))
        before, used = weights_of(had, len(stay)), left > 0
        self.numbers = distinct(np.append(numbers[used], new.features))
        places = np.searchsorted(self.numbers, numbers).astype(np.uint32)
        kept, new = (
            kept._replace(features=places[kept.features]),
            new._replace(features=np.searchsorted(self.numbers, new.features).astype(np.uint32)),
        )
        self.counted = joined(kept, new)
        self.vectors = joined(self.vectors.of(stay).renumbered(places), Vectors.none(len(new.lengths)))
        having = np.bincount(new.features, minlength=len(self.numbers))
        having[places[used]] += left[used]
        weights, otherwise = weights_of(having, len(self.counted.lengths)), np.zeros(len(self.numbers))
        otherwise[places[used]] = before[used]
        again = self.counted.having(weights != otherwise)
        again[len(kept.lengths) :] = True
        return again, weights


@forgetting(word_numbers, number, alike)
def relate(
    papers: Sequence[Paper],
    relations: Relations | None = None,
    apply: Apply = map,
    apart: Apart = operator.call,
) -> tuple[Paper, ...]:
    """The papers with the keys of at most eight related ones each, best first; none where none is close.

    ``relations`` are those of an earlier run, and become those of this one; ``apply`` applies a function to
    each of some papers, ``apart`` calls one elsewhere.
    """
    relations = relations or Relations()
    digests = relations.digests.each(lambda some: (told(papers[at]) for at in some), papers)
    now = {paper.key: paper for paper in papers}
    known = dict(zip(now, digests, strict=True))
    stay = list(map(operator.eq, map(known.get, relations.papers), relations.papers.values()))
    new = now.keys() - set(compress(relations.papers, stay))
    if new or not all(stay):
        found = apply(lambda paper: features(said(paper)), [now[key] for key in new])
        digests_of_new = {key: known[key] for key in new}
        relations.follow(np.array(stay, bool), digests_of_new, counted(found), apart)
    near = relations.near()
    nearest = [near[paper.key] for paper in papers]
    related = relations.related.each(
        lambda some: changed_each([papers[at] for at in some], related=[nearest[at] for at in some]),
        papers,
        nearest,
    )
    return tuple(related)
