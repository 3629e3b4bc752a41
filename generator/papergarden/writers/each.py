"""What is found out of each paper once somebody asks for it."""

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")


class Each(dict[str, V]):
    """Values by the keys of papers, of which one that is missing is found with a function.

    So ``in`` and ``get`` know those only that were asked for.
    """

    def __init__(self, find: Callable[[str], V]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, key: str) -> V:
        value = self[key] = self._find(key)
        return value
