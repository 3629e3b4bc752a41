"""Which papers and people are, with all that their pages show, as they were when the site was last built.

After a new seed nearly all are. To find the key of each of their pages takes longer than to look once at what
has changed, and for whom that matters.
"""

from collections.abc import Mapping, Set
from itertools import chain
from typing import NamedTuple

from papergarden.model import Settings
from papergarden.text.digest import digest_of
from papergarden.writers.cards import with_own_card
from papergarden.writers.catalog import Catalog
from papergarden.writers.digests import of_person


class Settled(NamedTuple):
    """The keys of papers and the slugs of people of whom nothing changed."""

    papers: Set[str] = frozenset()
    people: Set[str] = frozenset()


NOTHING = Settled()


class State(NamedTuple):
    """What a site was built from: what stands for each paper, as its own page and as lists have it.

    So for each person, and for all else.
    """

    papers: Mapping[str, bytes]
    listed: Mapping[str, bytes]
    people: Mapping[str, bytes]
    around: bytes


def state_of(catalog: Catalog, settings: Settings, *around: str) -> State:
    """What a site is built from; ``around`` stands for what its pages are made with."""
    own = with_own_card(catalog.newest, settings)
    return State(
        {key: catalog.digests[key] + (b"card" if key in own else b"") for key in catalog.papers},
        {key: catalog.listed[key] for key in catalog.papers},
        {slug: digest_of(of_person(person)) for slug, person in catalog.library.people.items()},
        digest_of(repr(settings), around),
    )


def settled(catalog: Catalog, before: State, now: State) -> Settled:
    """What is settled in a library that is ``now``.

    The page of a paper shows papers that are like it and others by its authors; that of a person lists all
    their papers, with who wrote them, and tells whom they may also be.
    """
    if before.around != now.around:
        return NOTHING
    papers, people = _changed(before.papers, now.papers), _changed(before.people, now.people)
    written = people | _writers(catalog, papers)
    listed = written | _writers(catalog, _changed(before.listed, now.listed))
    known = catalog.library.people
    return Settled(
        {
            key
            for key, paper in catalog.papers.items()
            if key not in papers
            and papers.isdisjoint(paper.related)
            and written.isdisjoint(catalog.writers[key])
        },
        {slug for slug in known if slug not in listed and people.isdisjoint(known[slug].maybe)},
    )


def _writers(catalog: Catalog, papers: Set[str]) -> set[str]:
    """Who wrote those of some papers that are there."""
    return set(chain.from_iterable(catalog.writers[key] for key in papers & catalog.papers.keys()))


def _changed(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> set[str]:
    """The names of what is other than it was, of what is new, and of what is gone."""
    return {name for name, digest in now.items() if before.get(name) != digest} | before.keys() - now.keys()
