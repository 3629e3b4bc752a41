"""Which papers and people are, with all that their pages show, as they were when the site was last built.

After a new seed nearly all are. To find the key of each of their pages takes longer than to look once at what
has changed, and for whom that matters.
"""

from collections.abc import Callable, Mapping, Set
from functools import cache, partial
from itertools import chain
from types import MappingProxyType
from typing import Any, NamedTuple

from papergarden.model import Settings
from papergarden.text.digest import digest_of
from papergarden.writers.cards import with_own_card
from papergarden.writers.carried import LISTED, SAID, TRACED, WHOLE, Common, carry, common, people_as_before
from papergarden.writers.catalog import Catalog

CARD = b"card"
PAGE = slice(WHOLE.start, None)
"""Where that is which its own page shows: all there is of it, and whether it has a card."""


def _nobody(shows_all: bool, lists: bool) -> "Settled":
    return NOTHING


class Settled(NamedTuple):
    """The keys of papers and the slugs of people of whom nothing changed that most pages show."""

    papers: Set[str] = frozenset()
    people: Set[str] = frozenset()
    among: "Callable[[bool, bool], Settled]" = _nobody
    """Those of whom nothing changed that pages show which show all of other papers, or list them."""
    lists: Mapping[str, bytes] = MappingProxyType({})
    """What stood for the lists of tags and seeds, if pages are made as they were."""
    others: Set[str] = frozenset()
    """The keys of papers that such pages show otherwise, or that are stated elsewhere."""


NOTHING = Settled()


class State(NamedTuple):
    """What a site was built from: what stands for each paper, for each person, and for all else."""

    papers: Mapping[str, bytes]
    people: Mapping[str, bytes]
    around: bytes
    common: tuple[Any, ...]
    """As `Common`."""
    lists: Mapping[str, bytes]
    """What stands for each list of a tag or seed, by its address, once it is known."""


def state_of(catalog: Catalog, settings: Settings, before: State | None, *around: str) -> State:
    """What a site is built from; ``around`` stands for what its pages are made with.

    What is as it was ``before`` need not be found out again.
    """
    papers = _papers_before(catalog, before) if before else {}
    others = catalog.papers.keys() - papers.keys()
    catalog.find_out(others)
    said, listed, traced, whole = catalog.said, catalog.listed, catalog.traced, catalog.digests
    papers.update({key: said[key] + listed[key] + traced[key] + whole[key] for key in others})
    for key in with_own_card(catalog.newest, settings):
        papers[key] += CARD
    return State(
        papers,
        {slug: catalog.known[slug] for slug in catalog.library.people},
        digest_of(repr(settings), around),
        tuple(common(catalog)),
        {},
    )


def _papers_before(catalog: Catalog, before: State) -> dict[str, bytes]:
    """What stood for papers and does so still, but for their cards."""
    then = Common(*before.common)
    same = carry(catalog, before.papers, then)
    people = people_as_before(catalog.library, then) & before.people.keys()
    catalog.known.update({slug: before.people[slug] for slug in people})
    return {key: before.papers[key][: WHOLE.stop] for key in same}


def settled(catalog: Catalog, before: State, now: State) -> Settled:
    """What is settled in a library that is ``now``."""
    if before.around != now.around:
        return NOTHING
    people = set(_differing(before.people, now.people))
    changes = _Changes(_differing(before.papers, now.papers), people)
    among = cache(partial(_among, catalog, changes))
    return among(False, False)._replace(among=among, lists=before.lists)


class _Changes(NamedTuple):
    """Papers with what stood for each and what does now, and people, that are other than before."""

    papers: Mapping[str, tuple[bytes, bytes]]
    people: set[str]

    def of_papers(self, part: slice) -> set[str]:
        """The papers of which one part is other than it was."""
        return {key for key, (then, now) in self.papers.items() if then[part] != now[part]}


def _among(catalog: Catalog, changes: _Changes, shows_all: bool, lists: bool) -> Settled:
    """The page of a paper shows papers that are like it and others by its authors.

    That of a person lists all their papers, with who wrote them, and tells whom they may also be.
    """
    parts = [SAID, *([LISTED] if lists else ()), *([WHOLE] if shows_all else ())]
    shown = set(chain.from_iterable(map(changes.of_papers, parts)))
    people = changes.people
    written = people.union(*(catalog.writers[key] for key in shown & catalog.papers.keys()))
    known = catalog.library.people
    papers = shown | changes.of_papers(PAGE)
    papers.update(paper.key for slug in written for paper in catalog.written_by[slug])
    papers.update(key for key, paper in catalog.papers.items() if not shown.isdisjoint(paper.related))
    unsure = (slug for slug, person in known.items() if person.maybe and not people.isdisjoint(person.maybe))
    return Settled(
        catalog.papers.keys() - papers,
        known.keys() - written.union(unsure),
        others=shown | changes.of_papers(TRACED),
    )


def _differing(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> Mapping[str, tuple[bytes, bytes]]:
    """What stood for things, and what does now, where that differs; of what is new or gone one is empty."""
    names = before.keys() - now.keys() | {name for name, one in now.items() if before.get(name) != one}
    return {name: (before.get(name, b""), now.get(name, b"")) for name in names}
