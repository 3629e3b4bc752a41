"""The catalog of a library that has nearly all of its papers from another one, as after an edit of a seed.

To index them all anew takes a server longer than all else that it does before it shows an edited paper.
"""

from bisect import insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cmp_to_key
from itertools import chain
from operator import attrgetter
from typing import TypeVar

from papergarden.model import Library, Paper, Record
from papergarden.writers.catalog import Catalog, catalogued, entry_order, tag_order
from papergarden.writers.citation import wanted_keys

MANY = 0.1
"""Where more than this share of the papers came or went, all are indexed anew."""

K = TypeVar("K")


def amended(before: Catalog, library: Library) -> Catalog:
    """What `Catalog.of` makes of a library, told from what it made of another one.

    A paper that both have is the same object in both.
    """
    was, now = ({id(paper): paper for paper in one.papers} for one in (before.library, library))
    gone, new = ([one[at] for at in one.keys() - other.keys()] for one, other in ((was, now), (now, was)))
    if len(gone) + len(new) > MANY * len(now):
        return Catalog.of(library)
    newest = [paper for paper in before.newest if id(paper) in now]
    for paper in new:
        insort(newest, paper, key=cmp_to_key(_order))
    place = {paper.key: number for number, paper in enumerate(newest)}
    change = _Change(gone, sorted(new, key=lambda paper: place[paper.key]), place)
    tagged = change.of(before.tagged, lambda paper: dict.fromkeys(paper.tags))
    if tagged.keys() != before.tagged.keys():
        tagged = {tag: tagged[tag] for tag in sorted(tagged, key=tag_order)}
    made = catalogued(library, newest, tagged, _listed_in(before, gone, new))
    if "cited" in vars(before) and wanted_keys(gone) == wanted_keys(new):
        vars(made)["cited"] = before.cited
    return made


def _order(one: Paper, other: Paper) -> int:
    """Which of two papers comes first in a list: that with the later date, or the earlier title."""
    if one.date != other.date:
        return -1 if one.date > other.date else 1
    left, right = ((paper.title.casefold(), paper.key) for paper in (one, other))
    return (left > right) - (left < right)


class _Change:
    """Papers that came, newest first, and that went; and where all papers stand now."""

    def __init__(self, gone: Sequence[Paper], new: Sequence[Paper], place: Mapping[str, int]) -> None:
        self._gone, self._new, self._place = gone, new, place

    def of(
        self, lists: Mapping[K, Sequence[Paper]], names: Callable[[Paper], Iterable[K]]
    ) -> dict[K, Sequence[Paper]]:
        """Lists of papers after the change; the ``names`` are of the lists that a paper is in."""
        gone = set(map(id, self._gone))
        touched = dict.fromkeys(chain.from_iterable(map(names, (*self._gone, *self._new))))
        fresh = {name: [one for one in lists.get(name, ()) if id(one) not in gone] for name in touched}
        for paper in self._new:
            for name in names(paper):
                insort(fresh[name], paper, key=lambda one: self._place[one.key])
        return {name: some for name, some in {**lists, **fresh}.items() if some}


def _listed_in(
    before: Catalog, gone: Sequence[Paper], new: Sequence[Paper]
) -> Mapping[str, Sequence[tuple[Record, Paper]]]:
    """What seeds list after the change."""
    left = set(map(id, gone))
    records = chain.from_iterable(paper.records for paper in (*gone, *new))
    touched = set(map(attrgetter("source.seed"), records))
    listed: dict[str, Sequence[tuple[Record, Paper]]] = dict(before.listed_in)
    for seed in touched:
        still = [entry for entry in listed.get(seed, ()) if id(entry[1]) not in left]
        come = [(one, paper) for paper in new for one in paper.records if one.source.seed == seed]
        listed[seed] = sorted([*still, *come], key=entry_order)
    return {seed: entries for seed, entries in listed.items() if entries}
