"""One object for all that is equal: what many records print takes as much memory as all else they say."""

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from papergarden.model.packed import fill_each
from papergarden.model.paper import Paper, Person
from papergarden.model.record import Record

_NAMED = ("authors", "organizations", "categories", "keywords")
_SAID = ("venue", "date")


class Once(dict[str, str]):
    """Texts by themselves: each is the first that was asked for of all that are equal."""

    def __missing__(self, text: str) -> str:
        self[text] = text
        return text

    def each(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The same texts as they are held."""
        return tuple(map(self.__getitem__, texts))


def say_once(records: Sequence[Record], once: Once) -> None:
    """Have records, which nobody was shown yet, hold each name and date once among all that do so."""
    for name in _NAMED:
        fill_each(records, **{name: map(once.each, map(attrgetter(name), records))})
    for name in _SAID:
        fill_each(records, **{name: map(once.__getitem__, map(attrgetter(name), records))})


def name_once(people: Mapping[str, Person], papers: Sequence[Paper]) -> None:
    """Have people who were told elsewhere be called by the very names that are on papers.

    Those who wrote no other paper than their co-authors hold the same list of papers.
    """
    names, keys = Once(), Once()
    lists: dict[tuple[str, ...], tuple[str, ...]] = {}
    for paper in papers:
        keys[paper.key] = paper.key
        for one in paper.authors:
            names[one.name] = one.name
    persons = list(people.values())
    theirs = [keys.each(one.papers) for one in persons]
    fill_each(
        persons,
        name=[names[one.name] for one in persons],
        variants=[names.each(one.variants) for one in persons],
        papers=[lists.setdefault(some, some) for some in theirs],
    )
