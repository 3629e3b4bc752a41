"""What stands for papers, taken over from the last build where nothing changed that it stands for.

A library tells which of its papers are as they were in an earlier one. What else is a part of what stands for
a paper is the doing of all papers together: what its authors are called, where its tags and seeds have their
pages, which of its topics tell most, how it is cited. For few papers a new seed changes any of that.
"""

from collections.abc import Iterable, Mapping, Set
from itertools import chain
from typing import NamedTuple

from papergarden.model import Library, Paper, Tag
from papergarden.text.digest import SIZE
from papergarden.writers.catalog import Catalog

SAID, LISTED, TRACED, WHOLE = (slice(at * SIZE, (at + 1) * SIZE) for at in range(4))
"""Where in what stands for a paper its digests are."""


class Common(NamedTuple):
    """What was found out of a library, beside what stands for each paper, in texts and numbers."""

    name: str
    base: str
    """The names of the library, and of the earlier one that it was told from."""
    papers: Set[str]
    people: Set[str]
    """Those that were other than in that one."""
    wanted: Mapping[str, str]
    """By key of a paper the citation key that it has unless another wants the same."""
    counts: Mapping[tuple[str, ...], int]
    """How many papers each topic has."""
    places: Mapping[tuple[str, ...], str]
    """Where the pages of seeds are, and of tags that are not where one expects them."""


def common(catalog: Catalog) -> Common:
    """What the next build takes over, if it is told from the same library or this one."""
    library = catalog.library
    return Common(
        library.name,
        library.base,
        frozenset(catalog.papers.keys() - library.as_base),
        frozenset(library.people.keys() - library.people_as_base),
        dict(catalog.wanted),
        {_named(topic): len(catalog.tagged[topic]) for topic in catalog.ways},
        _places(catalog),
    )


def carry(catalog: Catalog, papers: Mapping[str, bytes], before: Common) -> Set[str]:
    """Take over what stood for ``papers``; of all others it is found out when somebody asks.

    Returns the keys of those for which the same stands as then.
    """
    same = papers_as_before(catalog.library, before) & catalog.papers.keys()
    if not same:
        return same
    catalog.wanted.update({key: before.wanted[key] for key in same})
    moved = {name for name, _ in before.places.items() ^ _places(catalog).items()}
    same = same - _called(catalog, before) - _tagged(catalog, moved)
    catalog.said.take_over(same, lambda key: papers[key][SAID])
    listed = same - _retold(catalog, before.counts)
    catalog.listed.update({key: papers[key][LISTED] for key in listed})
    traced = same - _stated(catalog, moved)
    catalog.traced.take_over(traced, lambda key: papers[key][TRACED])
    contested = _contested(catalog, before, same)
    wholes = [key for key in traced if before.wanted[key] not in contested]
    catalog.digests.update({key: papers[key][WHOLE] for key in wholes})
    return listed.intersection(wholes)


def papers_as_before(library: Library, before: Common) -> Set[str]:
    """The keys of papers of which nothing is other than it was then."""
    return _same(library, before, library.as_base, before.papers) & before.wanted.keys()


def people_as_before(library: Library, before: Common) -> Set[str]:
    """The slugs of people, likewise."""
    return _same(library, before, library.people_as_base, before.people)


def _same(library: Library, before: Common, as_base: Set[str], others: Set[str]) -> Set[str]:
    """Those that are as in a library that is the one of then, or that both were told from.

    What was told from that then, but was not there, is among them.
    """
    if not library.base or library.base not in (before.name, before.base):
        return frozenset()
    return as_base if library.base == before.name else as_base - others


def _contested(catalog: Catalog, before: Common, same: Set[str]) -> set[str]:
    """What papers that are not the same want to be cited as, or wanted: others may be cited anew for it."""
    wanted = {catalog.wanted[key] for key in catalog.papers.keys() - same}
    return wanted | {before.wanted[key] for key in before.wanted.keys() - same}


def _called(catalog: Catalog, before: Common) -> set[str]:
    """The papers of persons who may be called otherwise."""
    others = catalog.library.people.keys() - people_as_before(catalog.library, before)
    return _keys(chain.from_iterable(catalog.written_by[slug] for slug in others))


def _tagged(catalog: Catalog, moved: Set[tuple[str, ...]]) -> set[str]:
    """The papers with tags whose pages are elsewhere."""
    some = (papers for tag, papers in catalog.tagged.items() if _named(tag) in moved) if moved else ()
    return _keys(chain.from_iterable(some))


def _stated(catalog: Catalog, moved: Set[tuple[str, ...]]) -> set[str]:
    """The papers of seeds whose pages are elsewhere."""
    return {paper.key for seed, *no in moved if not no for _, paper in catalog.listed_in.get(seed, ())}


def _retold(catalog: Catalog, before: Mapping[tuple[str, ...], int]) -> set[str]:
    """The papers of which other topics may tell most: of two that they have another one is the wider now."""
    counts = {topic: (before.get(_named(topic), 0), len(catalog.tagged[topic])) for topic in catalog.ways}
    retold = set()
    for topic, (was, now) in counts.items():
        if was != now:
            passed = [
                other for other, (then, count) in counts.items() if _order(was, then) != _order(now, count)
            ]
            others = _keys(chain.from_iterable(map(catalog.tagged.__getitem__, passed)))
            retold |= others & _keys(catalog.tagged[topic]) if others else set()
    return retold


def _order(one: int, other: int) -> int:
    return (one > other) - (one < other)


def _places(catalog: Catalog) -> dict[tuple[str, ...], str]:
    seeds = {(seed,): address for seed, address in catalog.seed_addresses.items()}
    return seeds | {_named(tag): address for tag, address in catalog.unusual.items()}


def _named(tag: Tag) -> tuple[str, ...]:
    return tag.kind, tag.slug, tag.name


def _keys(papers: Iterable[Paper]) -> set[str]:
    return {paper.key for paper in papers}
