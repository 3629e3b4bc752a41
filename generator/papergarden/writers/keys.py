"""What pages are made from, as a few bytes: where they are the same, the page is, and need not be made.

A key stands for everything that the page is given, so a page that shows one more thing of what it is given
needs no other key. What is not in the data themselves but in what they are together (where a tag's page is,
which topics tell most of a paper) counts as a part of them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import partial
from operator import attrgetter
from types import NoneType
from typing import Any

from markupsafe import Markup

from papergarden.model import Paper, Person, Record, Tag
from papergarden.text.digest import digest_of
from papergarden.writers.catalog import Catalog

_tag = attrgetter("kind", "slug", "name")
_PLAIN = frozenset((str, bytes, int, float, bool, NoneType))
"""Most of what is read: for these, to call a function takes longer than all else."""


class Keys:
    """The keys of one library's pages.

    Args:
        catalog: what pages are given things of.
        papers: what stands for as much of each paper as the pages show of those that they are given.

    """

    def __init__(self, catalog: Catalog, papers: Mapping[str, bytes]) -> None:
        self._catalog, self.papers = catalog, papers
        self._people: dict[str, bytes] = {}
        self._records: dict[int, tuple[int, bytes]] = {}
        self._tags: dict[int, tuple[Tag, tuple[str, ...]]] = {}
        """Each with the tag itself, so that no other takes its place in memory."""
        self._readers: dict[type, Callable[[Any], Any]] = {
            **dict.fromkeys((tuple, list), self._each),
            Markup: str,
            Paper: lambda paper: papers[paper.key],
            Person: lambda person: catalog.known[person.slug],
            Record: self._of_record,
            Tag: self._of_tag,
        }

    def person(self, slug: str) -> bytes:
        """What stands for a person and all their papers."""
        if slug not in self._people:
            self._people[slug] = self._of_person(slug)
        return self._people[slug]

    def of(self, *given: Any) -> str:
        """The key of a page that is given these things and sees nothing else."""
        return digest_of(self.read(given)).hex()

    def read(self, value: Any) -> Any:
        """A value as texts, numbers and lists of them."""
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind not in self._readers:
            is_mapping = issubclass(kind, Mapping)
            self._readers[kind] = self._of_mapping if is_mapping else self._reader_of_fields(kind)
        return self._readers[kind](value)

    def _each(self, values: Iterable[Any]) -> list[Any]:
        return [one if type(one) in _PLAIN else self.read(one) for one in values]

    def _of_mapping(self, value: Mapping[Any, Any]) -> list[Any]:
        return [self._each(value), self._each(value.values())]

    def _reader_of_fields(self, kind: type) -> Callable[[Any], Any]:
        return partial(self._of_fields, [field.name for field in fields(kind)])

    def _of_fields(self, names: Sequence[str], value: Any) -> list[Any]:
        return [type(value).__name__, *(self.read(getattr(value, name)) for name in names)]

    def _of_record(self, record: Record) -> tuple[int, bytes]:
        """Which one it is of a paper's records, and what stands for them all."""
        if not self._records:
            traced = self._catalog.traced
            self._records = {
                id(one): (at, traced[paper.key])
                for paper in self._catalog.newest
                for at, one in enumerate(paper.records)
            }
        return self._records[id(record)]

    def _of_tag(self, tag: Tag) -> tuple[str, ...]:
        """What a tag is and where its page is; by identity, for to hash a tag takes longer than all else."""
        if id(tag) not in self._tags:
            self._tags[id(tag)] = tag, (*_tag(tag), self._catalog.addresses.get(tag, ""))
        return self._tags[id(tag)][1]

    def _of_person(self, slug: str) -> bytes:
        people = self._catalog.library.people
        person = people.get(slug)
        return digest_of(
            [
                self._catalog.known[slug] if person else slug,
                [self.papers[paper.key] for paper in self._catalog.written_by[slug]],
                [people[other].name for other in (person.maybe if person else ()) if other in people],
            ]
        )
