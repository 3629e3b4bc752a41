"""The closest papers of each, remembered from one run to the next.

A paper that comes, goes or gets another vector tells on those that are close to it, and on no others. So that
one which loses a close paper need not be compared with all again, more of them are remembered than are shown.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from papergarden.steps.features import Mask, joined
from papergarden.steps.vectors import FAR, Close, Postings, Vectors, Whole, places_of

MOST = 8
"""How many papers are shown."""
KNOWN = 16
AT_ONCE = 1 << 13
"""Papers that are settled at once."""


class Nearest(NamedTuple):
    """By place of a paper the places of the ``KNOWN`` that are closest, in order, and how far each is.

    Where fewer are close, the others are as far as ``FAR`` and stand for nobody. All papers that are not
    known are no closer than ``rest``.
    """

    papers: NDArray[np.uint32]
    far: NDArray[np.uint32]
    rest: NDArray[np.uint32]

    @classmethod
    def none(cls, papers: int) -> "Nearest":
        """So many papers with nobody near them."""
        nobody, far = np.zeros((papers, KNOWN), np.uint32), np.full((papers, KNOWN), FAR, np.uint32)
        return cls(nobody, far, np.full(papers, FAR, np.uint32))

    def followed(self, stay: Mask, number: int) -> "Nearest":
        """The same where only some papers stay, and so many are there with those that come behind them.

        Who is gone is at the place behind all others.
        """
        places = np.where(stay, np.cumsum(stay) - 1, number).astype(np.uint32)
        far = self.far[stay]
        old = Nearest(places[np.where(far < FAR, self.papers[stay], 0)], far, self.rest[stay])
        come = Nearest.none(number - len(far))
        return joined(old, come)

    def differ(self, others: "Nearest") -> Mask:
        """Whether other papers than these may be near each."""
        apart: Mask = ((self.papers != others.papers) | (self.far != others.far)).any(axis=1)
        return apart

    def update(self, vectors: Vectors, moved: Mask, ranks: Whole) -> None:
        """Bring all up to date where some papers moved; of those that are as far, lower ranks come first."""
        lost = (self.far < FAR) & np.append(moved, True)[self.papers]
        self.far[lost] = FAR
        self._forget(moved)
        # Those that moved stand behind all others: each pair is found once, from the one that stands later.
        order = np.argsort(moved, kind="stable").astype(np.uint32)
        ordered, later = vectors.of(order), np.arange(len(moved) - np.count_nonzero(moved), len(moved))
        found = Postings(ordered, later).close(later, earlier=True).at(order)
        touched = np.any(lost, axis=1)
        touched[found.ones] = touched[found.others] = True
        before = self.rest.copy()
        self._settle(touched, found, ranks, mutual=True)
        poor = touched & (before < FAR) & (self.far[:, MOST - 1] >= before)
        self._forget(poor)
        again = poor[order].nonzero()[0]
        self._settle(poor, Postings(ordered, again).close(again, earlier=False).at(order), ranks)

    def _forget(self, papers: Mask) -> None:
        """Have nobody near some papers."""
        self.far[papers] = self.rest[papers] = FAR

    def _settle(self, papers: Mask, found: Close, ranks: Whole, *, mutual: bool = False) -> None:
        """Keep the closest of those that were near some papers, and of those that were found to be.

        Where pairs are ``mutual``, each is there but once. A few papers are settled at once.
        """
        for begin in range(0, len(papers), AT_ONCE):
            some = np.zeros(len(papers), bool)
            some[begin : begin + AT_ONCE] = papers[begin : begin + AT_ONCE]
            theirs = found.where(some[found.ones])
            if mutual:
                theirs = joined(theirs, found.turned().where(some[found.others]))
            self._settle_some(some, theirs, ranks)

    def _settle_some(self, papers: Mask, found: Close, ranks: Whole) -> None:
        rows, at = ((self.far < FAR) & papers[:, None]).nonzero()
        ones: Whole = np.append(found.ones, rows).astype(np.int64)
        others = np.append(found.others, self.papers[rows, at])
        far: Whole = np.append(found.far, self.far[rows, at]).astype(np.int64)
        order = np.lexsort((far << 32 | ranks[others], ones))
        ones, others, far = ones[order], others[order], far[order]
        places = places_of(ones, len(papers))
        known = places < KNOWN
        self.far[papers] = FAR
        self.papers[ones[known], places[known]] = others[known]
        self.far[ones[known], places[known]] = far[known]
        more = ones[places == KNOWN]
        self.rest[more] = np.minimum(self.rest[more], self.far[more, KNOWN - 1])
