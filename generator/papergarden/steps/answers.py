"""Of the words that only a collection can know, what was asked while its entries were cleaned."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

Counts = Mapping[str, int]
"""In how many entries each word stands, without the words that are known without any collection."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Of the words that only a collection can know, those asked for: the known ones, and the unknown ones."""

    known: frozenset[str]
    unknown: frozenset[str]

    def hold(self, known: Set[str]) -> bool:
        """Whether another vocabulary answers all that was asked as this one did."""
        return self.known <= known and self.unknown.isdisjoint(known)
