"""A JSON API made of static files below ``data/api/``, which the page of the data explains.

``index.json`` names all others after their content: whoever follows it gets files that belong together, or
none where the site was published anew in between.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any

from papergarden.model import Batch, LateFile, OutFile, Person
from papergarden.writers.catalog import Catalog
from papergarden.writers.digests import key_of
from papergarden.writers.hashed import PathOf, found_or_made, shard_of, shards_for
from papergarden.writers.records import record

FOLDER = "data/api/"
INDEX = f"{FOLDER}index.json"
FORMAT = 1
PEOPLE = 64
"""People in a shard at most, on average."""


_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


class PaperShards:
    """How the API has all papers of a library."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    @cached_property
    def keys(self) -> Sequence[Sequence[str]]:
        """The keys in each shard, in order."""
        return _dealt(self._catalog.papers, shards_for(len(self._catalog.papers)))

    @cached_property
    def places(self) -> Mapping[str, tuple[int, int]]:
        """For each key its shard and its place there."""
        return {key: (number, at) for number, some in enumerate(self.keys) for at, key in enumerate(some)}

    @cached_property
    def version(self) -> str:
        """Tells one state of the papers from another."""
        known = self._catalog.digests
        return key_of([known[key] for key in sorted(self._catalog.papers)])[:12]


def batch(catalog: Catalog, papers: PaperShards) -> Batch:
    """The shards of papers and people, the list of tags, and last the index that names them."""
    return Batch(FOLDER, partial(_files, catalog, papers))


def _files(catalog: Catalog, papers: PaperShards, path_of: PathOf) -> Iterator[OutFile | LateFile]:
    names: dict[str, list[str]] = {"papers": [], "people": [], "tags": []}
    there = set[str]()
    for kind, key, make in _shards(catalog, papers):
        file = found_or_made(FOLDER, key_of(FOLDER, FORMAT, kind, key), make, path_of, ".json")
        names[kind].append(file.path.removeprefix(FOLDER))
        if file.path not in there:  # shards without anything are all the same
            there.add(file.path)
            yield file
    index = {
        "format": FORMAT,
        "version": papers.version,
        "count": len(catalog.papers),
        "newest": newest(catalog) or None,
        **names,
        "tags": names["tags"][0],
    }
    yield OutFile(INDEX, _json(index))


def _shards(catalog: Catalog, papers: PaperShards) -> Iterator[tuple[str, Any, Callable[[], bytes]]]:
    """What each file is one of, what it is made from, and how."""
    moved = _moved(catalog)
    for keys, gone in zip(papers.keys, _dealt(moved, len(papers.keys)), strict=True):
        led = [(old, moved[old]) for old in gone]
        key = [catalog.digests[key] for key in keys], led
        yield "papers", key, partial(_papers, catalog, keys, dict(led))
    people = catalog.library.people
    for slugs in _dealt(people, shards_for(len(people), PEOPLE)):
        known = [catalog.known[slug] for slug in slugs]
        yield "people", known, partial(_people, [people[slug] for slug in slugs])
    tags = list(_tags(catalog))
    yield "tags", [list(tag.values()) for tag in tags], lambda: _json({"tags": tags})


def _papers(catalog: Catalog, keys: Sequence[str], moved: Mapping[str, str]) -> bytes:
    return _json(
        {"papers": [record(catalog.papers[key], catalog.cited[key]) for key in keys], "moved": moved}
    )


def _people(people: Iterable[Person]) -> bytes:
    return _json({"people": list(map(_person, people))})


def newest(catalog: Catalog) -> str:
    """The latest date that a source states for a paper, "" if none states any."""
    return catalog.newest[0].date if catalog.newest else ""


def _moved(catalog: Catalog) -> dict[str, str]:
    """The keys that were given up, each with the one that took over."""
    return {
        alias: key
        for key, paper in catalog.papers.items()
        for alias in paper.aliases
        if alias not in catalog.papers
    }


def _dealt(keys: Iterable[str], count: int) -> list[list[str]]:
    """The keys that each of so many shards has, in order."""
    dealt: defaultdict[int, list[str]] = defaultdict(list)
    for key in sorted(keys):
        dealt[shard_of(key, count)].append(key)
    return [dealt[number] for number in range(count)]


def _person(person: Person) -> dict[str, Any]:
    return {
        "slug": person.slug,
        "url": f"authors/{person.slug}/",
        "name": person.name,
        "printed": list(person.variants),
        "papers": list(person.papers),
        "maybe": list(person.maybe),
        "moved": list(person.aliases),
    }


def _tags(catalog: Catalog) -> Iterable[dict[str, Any]]:
    for tag, papers in catalog.tagged.items():
        yield {
            "kind": tag.kind,
            "slug": tag.slug,
            "name": tag.name,
            "url": catalog.addresses[tag],
            "papers": len(papers),
        }


def _json(value: object) -> bytes:
    return _encode(value).encode() + b"\n"
