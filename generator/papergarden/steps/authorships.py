"""The authors of papers, one record for all papers of a person: there are far more names than persons."""

from collections.abc import Iterable, Sequence
from itertools import chain, repeat

from papergarden.model import Authorship, made_of


def authors_of(
    printed: Sequence[Sequence[str]], persons: Iterable[Iterable[str]] = repeat(repeat(""))
) -> list[tuple[Authorship, ...]]:
    """For each paper its authors, by their names in printed form and the slugs of the persons behind them."""
    pairs = [list(zip(names, slugs, strict=False)) for names, slugs in zip(printed, persons, strict=False)]
    each = list(dict.fromkeys(chain.from_iterable(pairs)))
    made = made_of(Authorship, len(each), name=[name for name, _ in each], person=[slug for _, slug in each])
    known = dict(zip(each, made, strict=True))
    return [tuple(map(known.__getitem__, some)) for some in pairs]
