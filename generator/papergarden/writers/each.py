"""What is found out of each paper once somebody asks for it."""

from collections.abc import Callable, Container
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

    def take_over(self, keys: Container[str], find: Callable[[str], V]) -> None:
        """Have the values of some keys, of which none was asked for yet, found with another function."""
        own = self._find
        self._find = lambda key: find(key) if key in keys else own(key)

    def __missing__(self, key: str) -> V:
        if len(self) == self._most:
            self.clear()
        value = self[key] = self._find(key)
        return value
