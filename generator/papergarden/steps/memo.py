"""What a function made of its arguments, remembered from one run of a step to the next."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from typing import Any, Generic, ParamSpec, Protocol, TypeVar

from papergarden.text.digest import digest_of

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
V = TypeVar("V")

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


class Memory(Protocol):
    """What a step remembers from one run to the next."""

    @property
    def is_new(self) -> bool:
        """Whether the last run made it other than it was."""

    def dump(self) -> tuple[Any, ...]:
        """The same in texts and numbers, for whoever keeps it."""


class Memo(Generic[V]):
    """Values by digests of all that they were made from; whoever asks says what that is.

    Only what was asked for is kept for the next run.
    """

    def __init__(self, known: Mapping[bytes, V] | None = None) -> None:
        self.known = known or {}
        self.kept: dict[bytes, V] = {}
        self.asked: list[bytes] = []
        """The digests of the things that ``each`` was asked for."""

    @property
    def is_new(self) -> bool:
        """Whether there is more or less to keep than was known."""
        return self.kept.keys() != self.known.keys()

    def dump(self) -> tuple[Any, ...]:
        """What is kept for the next run."""
        return (self.kept,)

    def get(self, make: Callable[[], V], *given: Any) -> V:
        """What ``make`` makes of what is ``given``: texts, numbers, and tuples of them."""
        key = digest_of(*given)
        value = self.kept.get(key)
        if value is None:
            value = self.known.get(key)
            self.kept[key] = value = make() if value is None else value
        return value

    def each(
        self, make: Callable[[T], V], things: Sequence[T], told: Callable[[T], tuple[Any, ...]], apply: Apply
    ) -> list[V]:
        """What ``make`` makes of each thing; ``told`` tells what of a thing it looks at.

        That are texts, numbers, and tuples of them. ``apply`` does what ``map`` does.
        """
        digests = [digest_of(*told(thing)) for thing in things]
        self.asked, known = digests, self.known
        new = {digest: thing for digest, thing in zip(digests, things, strict=True) if digest not in known}
        made = dict(zip(new, apply(make, list(new.values())), strict=True))
        self.kept = {digest: made[digest] if digest in made else known[digest] for digest in digests}
        return [self.kept[digest] for digest in digests]
