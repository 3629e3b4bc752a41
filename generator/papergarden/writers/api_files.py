"""A JSON API made of static files below ``data/api/``, which the page of the data explains.

``index.json`` names all others after their content: whoever follows it gets files that belong together, or
none where the site was published anew in between.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Self

from papergarden.model import OutFile, Person
from papergarden.writers.catalog import Catalog
from papergarden.writers.citation import citation_keys
from papergarden.writers.hashed import name_of, shard_of, shards_for
from papergarden.writers.records import record

FOLDER = "data/api/"
INDEX = f"{FOLDER}index.json"
FORMAT = 1
PEOPLE = 64
"""People in a shard at most, on average."""


@dataclass(frozen=True, slots=True)
class PaperShards:
    """All papers as the API has them.

    ``places`` gives for each key its shard and its place there; ``version`` tells one state from another.
    """

    contents: Sequence[bytes]
    places: Mapping[str, tuple[int, int]]
    version: str

    @classmethod
    def of(cls, catalog: Catalog) -> Self:
        """Deal the papers to shards by their keys, each shard in order of them."""
        cited = citation_keys(catalog.library)
        records: dict[str, Any] = {key: record(paper, cited[key]) for key, paper in catalog.papers.items()}
        count = shards_for(len(records))
        dealt, moved = _dealt(records, count), _dealt(_moved(catalog), count)
        contents = [
            _json({"papers": list(some.values()), "moved": gone})
            for some, gone in zip(dealt, moved, strict=True)
        ]
        places = {key: (number, at) for number, some in enumerate(dealt) for at, key in enumerate(some)}
        return cls(contents, places, sha256(b"".join(map(name_of, contents))).hexdigest()[:12])


def write(catalog: Catalog, papers: PaperShards) -> Iterator[OutFile]:
    """The shards of papers and people, the list of tags, and last the index that names them."""
    people = {slug: _person(person) for slug, person in catalog.library.people.items()}
    dealt = _dealt(people, shards_for(len(people), PEOPLE))
    shards = [_json({"people": list(some.values())}) for some in dealt]
    tags = _json({"tags": list(_tags(catalog))})
    for content in sorted({*papers.contents, *shards, tags}):
        yield OutFile(FOLDER + _name(content), content)
    index = {
        "format": FORMAT,
        "version": papers.version,
        "count": len(catalog.papers),
        "newest": newest(catalog) or None,
        "papers": list(map(_name, papers.contents)),
        "people": list(map(_name, shards)),
        "tags": _name(tags),
    }
    yield OutFile(INDEX, _json(index))


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


def _dealt(things: Mapping[str, Any], count: int) -> list[dict[str, Any]]:
    """What each of so many shards has, in order of the keys."""
    dealt: defaultdict[int, dict[str, Any]] = defaultdict(dict)
    for key in sorted(things):
        dealt[shard_of(key, count)][key] = things[key]
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
    for tag in sorted(catalog.tagged):
        papers = len(catalog.tagged[tag])
        yield {
            "kind": tag.kind,
            "slug": tag.slug,
            "name": tag.name,
            "url": catalog.addresses[tag],
            "papers": papers,
        }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _name(content: bytes) -> str:
    return f"{name_of(content).hex()}.json"
