"""What two revisions of a library differ in, and which published addresses the newer one lacks."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from papergarden.model import Library
from papergarden.text.escape import markdown
from papergarden.text.slugs import slug
from papergarden.writers.export_jsonl import paper_object

Object = Mapping[str, Any]
COMPARED = (
    "title", "authors", "authors_complete", "abstract", "arxiv_id", "doi", "date", "venue", "categories",
    "organizations", "tags", "links", "score",
)  # fmt: skip
"""Fields whose change is a change of the paper; ``related`` and ``sources`` follow from others."""


@dataclass(frozen=True)
class Revision:
    """A library as it can be compared: papers as `export` prints them in JSON lines, and redirects."""

    papers: Mapping[str, Object]
    redirects: Mapping[str, str]
    """Keys that only redirect, and the key of the paper that they lead to."""
    gone: frozenset[str] = frozenset()
    """Addresses that people gave up on purpose."""
    forwarded: frozenset[str] = frozenset()
    """Other addresses that only redirect: those of the other forms of a person's name."""

    @cached_property
    def aliases_of(self) -> Mapping[str, list[str]]:
        """For each key those that redirect to it."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for alias, key in self.redirects.items():
            found[key].append(alias)
        return found

    @property
    def addresses(self) -> set[str]:
        """Every address below the site that has a page or a redirect."""
        return (
            set(self.forwarded)
            | {f"papers/{key}/" for key in self.redirects}
            | {address for paper in self.papers.values() for address in _addresses(paper)}
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """Keys of papers by what became of them, and the addresses that would stop working."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    merged: tuple[tuple[str, str], ...]
    """Pairs of an old key and the key of the paper that it is part of now."""
    split: tuple[tuple[str, tuple[str, ...]], ...]
    """An old key and the keys of the papers that its records are now."""
    changed: tuple[tuple[str, tuple[str, ...]], ...]
    """A key and the names of the fields that differ."""
    lost_addresses: tuple[str, ...]


def revision_of(library: Library) -> Revision:
    """A library, comparable."""
    return Revision(
        papers={paper.key: paper_object(paper) for paper in library.papers},
        redirects={alias: paper.key for paper in library.papers for alias in paper.aliases},
        gone=frozenset(library.gone),
        forwarded=frozenset(
            f"authors/{alias}/" for person in library.people.values() for alias in person.aliases
        ),
    )


def read_revision(text: str) -> Revision:
    """An export in JSON lines, comparable; it knows of no redirects. Raises ``ValueError`` if it is none."""
    papers = [json.loads(line) for line in text.splitlines() if line.strip()]
    if not all(isinstance(paper, dict) and "id" in paper and "sources" in paper for paper in papers):
        raise ValueError("not an export in JSON lines")
    return Revision({paper["id"]: paper for paper in papers}, {})


def compare(old: Revision, new: Revision) -> Difference:
    """What became of each paper of the old revision."""
    index = _index(new)
    homes = {key: _homes(key, paper, old, new, index) for key, paper in old.papers.items()}
    arrivals = {home for found in homes.values() for home in found}
    return Difference(
        added=tuple(sorted(new.papers.keys() - old.papers.keys() - arrivals)),
        removed=tuple(sorted(key for key, found in homes.items() if not found)),
        merged=tuple(sorted((key, found[0]) for key, found in homes.items() if found and found[0] != key)),
        split=tuple(sorted((key, tuple(found)) for key, found in homes.items() if len(found) > 1)),
        changed=tuple(_changed(old, new)),
        lost_addresses=tuple(sorted(old.addresses - new.addresses - new.gone)),
    )


Index = Mapping[tuple[str, Any], set[str]]


def _index(revision: Revision) -> Index:
    """The keys of papers by what names them: ids and titles, and the places that list them."""
    index: defaultdict[tuple[str, Any], set[str]] = defaultdict(set)
    for key, paper in revision.papers.items():
        for name in _names(paper):
            index[name].add(key)
        for source in paper["sources"]:
            index["place", (source["seed"], source["line"])].add(key)
    return index


def _names(paper: Object) -> list[tuple[str, Any]]:
    return [(name, paper[name]) for name in ("arxiv_id", "doi", "title") if paper[name]]


def _homes(key: str, paper: Object, old: Revision, new: Revision, index: Index) -> list[str]:
    """The keys of the new papers that an old one lives on in, its own or its successor's first."""
    if key in new.papers:
        first = {key}
    elif key in new.redirects:
        first = {new.redirects[key]}
    else:
        first = set().union(*(index.get(name, set()) for name in _names(paper)))
    return [*sorted(first), *sorted(_parted(key, paper, old, new, index) - first)]


def _parted(key: str, paper: Object, old: Revision, new: Revision, index: Index) -> set[str]:
    """The keys of new papers that were part of an old one: they redirected to it, or share its places."""
    led = {alias for alias in old.aliases_of.get(key, ()) if alias in new.papers}
    places = (("place", (source["seed"], source["line"])) for source in paper["sources"])
    shared = (
        set().union(*(index.get(place, set()) for place in places)) if len(paper["sources"]) > 1 else set()
    )
    return led | (shared - old.papers.keys())


def _changed(old: Revision, new: Revision) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key in sorted(old.papers.keys() & new.papers.keys()):
        before, after = old.papers[key], new.papers[key]
        fields = tuple(name for name in COMPARED if before.get(name) != after.get(name))
        if fields:
            yield key, fields


def _addresses(paper: Object) -> Iterator[str]:
    """The pages of a paper and of what it is tagged with; an export does not say of which kind a tag is."""
    folders = {
        "years": [paper["date"][:4]] if paper["date"] else [],
        "venues": [slug(paper["venue"])] if paper["venue"] else [],
        "organizations": [slug(name) for name in paper["organizations"]],
    }
    elsewhere = {name for names in folders.values() for name in names}
    yield f"papers/{paper['id']}/"
    yield from (f"authors/{author['person']}/" for author in paper["authors"] if author["person"])
    yield from (f"{folder}/{name}/" for folder, names in folders.items() for name in names)
    yield from (f"tags/{tag}/" for tag in paper["tags"] if tag not in elsewhere)


def difference_json(difference: Difference) -> str:
    """For machines."""
    return json.dumps(asdict(difference), ensure_ascii=False, indent=1) + "\n"


def difference_markdown(difference: Difference, old: Revision, new: Revision) -> str:
    """For a pull request: a heading and a list for each kind of change that there is."""
    titles = {key: paper["title"] or key for key, paper in [*old.papers.items(), *new.papers.items()]}

    def named(key: str) -> str:
        return f"`{_code(key)}` {markdown(titles[key])}"

    sections = {
        "Addresses that would stop working": [f"`{_code(address)}`" for address in difference.lost_addresses],
        "Added": [named(key) for key in difference.added],
        "Removed": [named(key) for key in difference.removed],
        "Merged": [f"{named(key)} → `{_code(home)}`" for key, home in difference.merged],
        "Split": [f"{named(key)} → {', '.join(map(named, homes))}" for key, homes in difference.split],
        "Changed": [f"{named(key)}: {', '.join(fields)}" for key, fields in difference.changed],
    }
    blocks = [_section(title, items) for title, items in sections.items() if items]
    return "\n".join(blocks) or "The two revisions list the same papers, with the same words.\n"


def _section(title: str, items: list[str]) -> str:
    return f"### {title} ({len(items):,})\n\n" + "".join(f"- {item}\n" for item in items)


def _code(text: str) -> str:
    return text.replace("`", "'")
