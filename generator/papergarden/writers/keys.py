"""What pages are made from, as a few bytes: where they are the same, the page is, and need not be made.

A key stands for everything that the page is given, so a page that shows one more thing of what it is given
needs no other key. What is not in the data themselves but in what they are together (where a tag's page is,
which topics tell most of a paper) counts as a part of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from operator import attrgetter
from types import NoneType
from typing import Any

from markupsafe import Markup

from papergarden.model import Paper, Person, Tag
from papergarden.text.digest import digest_of
from papergarden.writers.catalog import Catalog

_tag = attrgetter("kind", "slug", "name")
_person = attrgetter("slug", "name", "variants", "papers", "maybe", "aliases")


class Keys:
    """The keys of one library's pages."""

    def __init__(self, catalog: Catalog) -> None:
        self._addresses = {_tag(tag): address for tag, address in catalog.addresses.items()}
        self._catalog = catalog
        self._papers: dict[str, bytes] = {}
        self._people: dict[str, bytes] = {}
        self._readers: dict[type, Callable[[Any], Any]] = {
            **dict.fromkeys((str, bytes, int, float, bool, NoneType), lambda value: value),
            **dict.fromkeys((tuple, list), lambda value: [self.read(one) for one in value]),
            Markup: str,
            Paper: lambda paper: self.paper(paper.key),
            Person: _person,
            Tag: self._of_tag,
        }

    def paper(self, key: str) -> bytes:
        """What stands for the paper with a key, and for all that its pages say of it beside."""
        if key not in self._papers:
            self._papers[key] = self._of_paper(self._catalog.papers[key])
        return self._papers[key]

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
        if reader := self._readers.get(kind):
            return reader(value)
        if isinstance(value, Mapping):
            return [(self.read(name), self.read(one)) for name, one in value.items()]
        names = [field.name for field in fields(kind)]
        self._readers[kind] = lambda value: [
            kind.__name__,
            *(self.read(getattr(value, name)) for name in names),
        ]
        return self._readers[kind](value)

    def _of_tag(self, tag: Tag) -> tuple[str, ...]:
        known = _tag(tag)
        return *known, self._addresses.get(known, "")

    def _of_paper(self, paper: Paper) -> bytes:
        catalog, people = self._catalog, self._catalog.library.people
        return digest_of(
            [
                catalog.digests[paper.key],
                [self._addresses[_tag(tag)] for tag in paper.tags],
                [tag.name for tag in catalog.telling[paper.key]],
                [catalog.seed_addresses[record.source.seed] for record in paper.records],
                [people[slug].name for slug in catalog.writers[paper.key] if slug in people],
            ]
        )

    def _of_person(self, slug: str) -> bytes:
        people = self._catalog.library.people
        person = people.get(slug)
        return digest_of(
            [
                _person(person) if person else slug,
                [self.paper(key) for key in self._catalog.keys_by.get(slug, ())],
                [people[other].name for other in (person.maybe if person else ()) if other in people],
            ]
        )
