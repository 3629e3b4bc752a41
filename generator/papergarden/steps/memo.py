"""What a function made of its arguments, remembered from one run of a step to the next."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from itertools import compress, count, islice, repeat
from operator import ne
from typing import Any, Generic, ParamSpec, Protocol, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
V = TypeVar("V")

_NOTHING = object()
"""What is beside no thing."""
FEW = 64
"""One in so many is made again sooner than all are written down."""

Apply = Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]
"""What applies a function to each of some things, as ``map`` does, perhaps on several cores."""


def forgetting(*caches: Any) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """A step that lets go, when it is done, of what these caches hold: it was at hand only for its sake."""

    def of(step: Callable[P, R]) -> Callable[P, R]:
        @wraps(step)
        def done(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return step(*args, **kwargs)
            finally:
                for one in caches:
                    one.cache_clear()

        return done

    return of


class Numbers(dict[str, int]):
    """Numbers by word, of which one that is missing is found with a function; a cache to be `forgetting`."""

    def __init__(self, find: Callable[[str], int]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> int:
        self[word] = found = self._find(word)
        return found

    cache_clear = dict.clear


class Memory(Protocol):
    """What a step remembers from one run to the next, as far as it ended well."""

    @property
    def size(self) -> int:
        """How many things there are."""

    def dump(self) -> tuple[Any, ...]:
        """The same in texts and numbers, for whoever keeps it."""

    def rest_on(self, *things: Any) -> None:
        """Know by these objects what there was in the last run, in the same order."""


class Same(Generic[T, V]):
    """What was made of things the last time, for those that are the same objects still.

    That is so for nearly all; those that nobody made to be so find nothing here.
    """

    def __init__(self) -> None:
        self._things: list[T] = []
        self._beside: list[Any] = []
        self._values: list[V] = []

    def each(
        self,
        make: Callable[[Sequence[int]], Iterable[V]],
        things: Iterable[T],
        beside: Iterable[Any] = repeat(None),
    ) -> list[V]:
        """For each thing what was made of it and what is ``beside`` it, or ``make`` makes of some places."""
        things = list(things)
        beside = list(islice(beside, len(things)))
        values, new = self._still(things, beside)
        for at, value in zip(new, make(new), strict=True):
            values[at] = value
        self._things, self._beside, self._values = things, beside, values
        return values[:]

    def rest_on(self, things: Sequence[T], values: Sequence[V], beside: Iterable[Any] = repeat(None)) -> None:
        """Know that these values were made of some things."""
        self._things, self._values = list(things), list(values)
        self._beside = list(islice(beside, len(things)))

    def forget(self, which: Callable[[Any], bool]) -> None:
        """Have things made anew by what is beside them."""
        still = [not which(one) for one in self._beside]
        lists = (self._things, self._beside, self._values)
        self._things, self._beside, self._values = (list(compress(one, still)) for one in lists)

    def _still(self, things: Sequence[T], beside: Sequence[Any]) -> tuple[list[V], list[int]]:
        """For each thing its value, if what is beside it is equal; and the places of all others."""
        place_of = dict(zip(map(id, self._things), count()))
        places = list(map(place_of.get, map(id, things), repeat(len(place_of))))
        none = cast("V", None)
        values = list(map([*self._values, none].__getitem__, places))
        were = map([*self._beside, _NOTHING].__getitem__, places)
        return values, [*compress(count(), map(ne, beside, were))]


class Memo(Generic[V]):
    """Values by digests of all that they were made from; whoever asks says what that is.

    Only what was asked for is kept for the next run.
    """

    def __init__(self, kept: Mapping[bytes, V] | None = None, asked: Sequence[bytes] = ()) -> None:
        self.kept = kept or {}
        self.asked = asked
        """The digests of the things that ``each`` was asked for."""
        self._digests: Same[Any, bytes] = Same()
        self._begun: Iterable[tuple[bytes, V]] = ()

    @property
    def size(self) -> int:
        """How many things there are."""
        return len(self.kept)

    def dump(self) -> tuple[Any, ...]:
        """What is kept for the next run."""
        return (self.kept, self.asked)

    def rest_on(self, things: Sequence[Any], beside: Iterable[Any] = repeat(None)) -> None:
        """Know by these objects what ``each`` was asked for, in the same order."""
        self._digests.rest_on(things, self.asked, beside)

    def begin(
        self, make: Callable[[T], V], things: Iterable[T], digest: Callable[[T], bytes], apply: Apply
    ) -> None:
        """Have ``apply`` begin with some of the things that ``each`` will soon be asked for."""
        new = {digest(thing): thing for thing in things}
        self._begun = zip(new, apply(make, list(new.values())), strict=True)

    def each(
        self,
        make: Callable[[T], V],
        things: Sequence[T],
        digest: Callable[[T], bytes],
        apply: Apply,
        same: tuple[Sequence[Any], Iterable[Any]] | None = None,
    ) -> list[V]:
        """What ``make`` makes of each thing, of which the ``digest`` stands for all that it looks at.

        ``apply`` does what ``map`` does. Things are the same by objects, and values beside them, if not by
        themselves.
        """
        digests = self._digests.each(
            lambda new: (digest(things[at]) for at in new), *(same or (things, repeat(None)))
        )
        self.asked, known = digests, self.kept
        made, self._begun = dict(self._begun), ()
        there = {**known, **made}
        if not there.keys() >= set(digests):
            pairs = zip(digests, things, strict=True)
            new = {digest: thing for digest, thing in pairs if digest not in there}
            there.update(zip(new, apply(make, list(new.values())), strict=True))
        values = list(map(there.__getitem__, digests))
        self.kept = dict(zip(digests, values, strict=True))
        return values
