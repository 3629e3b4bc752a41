"""The authors of papers, one record for all papers of a person: there are far more names than persons."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain

from papergarden.model import Authorship, made_of

Authors = tuple[Authorship, ...]


def printed_only(printed: Sequence[Iterable[str]]) -> list[Authors]:
    """For each paper its authors by their names in printed form; nobody knows yet who they are."""
    names = dict.fromkeys(chain.from_iterable(printed))
    known = dict(zip(names, made_of(Authorship, len(names), name=names), strict=True))
    return [tuple(map(known.__getitem__, some)) for some in printed]


def authors_of(printed: Sequence[Sequence[str]], persons: Sequence[Sequence[str]]) -> list[Authors]:
    """For each paper its authors, by their names in printed form and the slugs of the persons behind them."""
    one_of = dict(zip(chain.from_iterable(printed), chain.from_iterable(persons), strict=True))
    made = made_of(Authorship, len(one_of), name=one_of, person=one_of.values())
    known = dict(zip(one_of, made, strict=True))
    namesake = cache(Authorship)
    return [
        tuple(map(known.__getitem__, names))
        if [*map(one_of.__getitem__, names)] == [*slugs]
        else tuple(map(namesake, names, slugs))
        for names, slugs in zip(printed, persons, strict=True)
    ]
