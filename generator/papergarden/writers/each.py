"""What is found out of each paper once somebody asks for it."""

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")


class Each(dict[str, V]):
    """Values by the keys of papers, of which one that is missing is found with a function.

    So ``in`` and ``get`` know those only that were asked for. No more than ``most`` are held, where
    that is given: the others are found again.
    """

    def __init__(self, find: Callable[[str], V], most: int | None = None) -> None:
        super().__init__()
        self._find, self._most = find, most

    def __missing__(self, key: str) -> V:
        if len(self) == self._most:
            self.clear()
        value = self[key] = self._find(key)
        return value
