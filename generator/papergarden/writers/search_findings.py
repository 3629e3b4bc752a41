"""What a build of the search index found out and the next one uses again, as it is kept."""

from collections.abc import Mapping
from typing import Any, NamedTuple, Self

from papergarden.text.digest import digest_of
from papergarden.writers.search_lists import Lists, counted, flat, raised, told
from papergarden.writers.search_names import Names
from papergarden.writers.search_readings import Readings
from papergarden.writers.search_segments import Kept
from papergarden.writers.search_shards import State
from papergarden.writers.search_spellings import restored, shortened

FINDINGS, LISTS = "findings", "lists"
"""The names under which they are kept, and the lists of all terms apart: they are as large as all else."""
PARTS = 16
"""In so many parts lists are kept, so that there are never two copies of all."""


class Findings(NamedTuple):
    """What a build found out, and the next one uses again."""

    documents: Readings
    names: Names
    spellings: Mapping[str, str]
    weights: Mapping[str, int]
    """Of all terms, in order."""
    shards: Mapping[tuple[str, str, int], State]
    """By the first and the last of their terms, and how many they are."""

    @classmethod
    def kept_in(cls, kept: Kept) -> Self | None:
        """What was kept the last time, if all of it is there."""
        if not (plain := kept.get(FINDINGS)):
            return None
        documents, names, spellings, weights, shards = plain
        weighed = counted(*weights)
        if not (lists := _lists(_mark(documents, names), list(weighed), kept)):
            return None
        states = {place: State(*state) for place, state in shards.items()}
        listed = Readings.of(lists[0], *documents), Names.of(lists[1], *names)
        return cls(*listed, restored(*spellings), weighed, states)

    def keep_in(self, kept: Kept) -> None:
        """Keep it in texts and numbers, first of all the lists."""
        documents, names = self.documents.plain(), self.names.plain()
        terms, mark = list(self.weights), _mark(documents, names)
        for part in range(PARTS):
            some = _part(terms, part)
            lists = flat(self.documents.postings, some), flat(self.names.lists, some)
            kept[f"{LISTS}{part}"] = mark, lists
        shards = {place: tuple(state) for place, state in self.shards.items()}
        kept[FINDINGS] = documents, names, shortened(self.spellings), told(self.weights), shards


def _mark(documents: tuple[Any, ...], names: tuple[Any, ...]) -> bytes:
    """What stands for all documents, their numbers and names: lists with the same mark are of the same."""
    return digest_of(*documents[:2], *names[:2])


def _lists(mark: bytes, terms: list[str], kept: Kept) -> tuple[Lists, Lists] | None:
    """The postings and the names of all terms; None where a part is lost, or of another build."""
    postings: dict[str, bytes] = {}
    names: dict[str, bytes] = {}
    for part in range(PARTS):
        found, plain = kept.get(f"{LISTS}{part}") or (b"", ())
        if found != mark:
            return None
        for lists, packed in zip((postings, names), plain, strict=True):
            lists |= raised(_part(terms, part), *packed)
    return postings, names


def _part(terms: list[str], part: int) -> list[str]:
    return terms[len(terms) * part // PARTS : len(terms) * (part + 1) // PARTS]
