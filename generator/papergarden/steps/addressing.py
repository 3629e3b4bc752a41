"""Give every paper an address of its own, and redirects from each address it would otherwise have had.

Papers that would share a key are told apart by a fingerprint of the abstract. One of them keeps the plain
key, so that a published link goes on working: the one with the earliest date, since it most likely was there
first.
"""

from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter

from papergarden.model import Paper
from papergarden.steps.keys import content, distinct, key_of, own_key
from papergarden.text.slugs import fingerprint

_telling = attrgetter("arxiv_id", "title", "abstract", "doi")
"""What of a record makes a key."""


Named = tuple[str, Sequence[str]]
"""The key that a paper has unless another one has it, and those that its records would have had."""


def named(paper: Paper) -> Named:
    """What a paper and its records would be called if there were no others."""
    own = [own_key(record) for record in paper.records]
    return _base(paper, own), own


def keys_of(
    papers: Sequence[Paper], names: Sequence[Named]
) -> tuple[Sequence[str], Sequence[tuple[str, ...]]]:
    """The keys and the aliases of papers with such names; no address is given twice."""
    own = [of for _, of in names]
    keys = _keys(papers, [base for base, _ in names])
    taken = {key: number for number, key in enumerate(keys)}
    crowded = _crowded(own)
    others = {
        number: wanted
        for number, (key, of) in enumerate(zip(keys, own, strict=True))
        if (of != [key] or key in crowded) and (wanted := _other_keys(papers[number], of, crowded) - {key})
    }
    aliases: dict[int, tuple[str, ...]] = {}
    for number in sorted(others, key=lambda number: _age(papers[number])):
        mine = [alias for alias in sorted(others[number]) if taken.setdefault(alias, number) == number]
        aliases[number] = tuple(mine)
    return keys, [aliases.get(number, ()) for number in range(len(papers))]


def _base(paper: Paper, own: Sequence[str]) -> str:
    """The key that a paper has unless another one has it; ``own`` are those of its records."""
    title = "" if paper.title_origin == "inferred" else paper.title
    first = paper.records[0]
    if (paper.arxiv_id, title, paper.abstract, paper.doi) == _telling(first):
        return own[0]
    return key_of(paper.arxiv_id, title, paper.abstract, paper.doi or paper.records[0].ref)


def _keys(papers: Sequence[Paper], bases: Sequence[str]) -> list[str]:
    claims: defaultdict[str, list[int]] = defaultdict(list)
    for number, base in enumerate(bases):
        claims[base].append(number)
    keys = [""] * len(papers)
    taken = set(claims)
    for base, numbers in sorted(claims.items()):
        if len(numbers) > 1:
            numbers.sort(key=lambda number: _age(papers[number]))
        first, *others = numbers
        keys[first] = base
        for number in others:
            keys[number] = _free(base, papers[number], taken)
            taken.add(keys[number])
    return keys


def _free(base: str, paper: Paper, taken: set[str]) -> str:
    """The key with a fingerprint, as long as it must be to be nobody else's."""
    whole = min(distinct(record) for record in paper.records)
    by_place = fingerprint("\n".join(f"{record.source} {record.ref}" for record in paper.records), 16)
    tried = (f"{base}-{whole}", f"{base}-{whole}-{by_place}")
    return next(key for key in tried if key not in taken)


def _age(paper: Paper) -> tuple[str, list[tuple[str, ...]], list[str]]:
    """What papers are sorted by to see who was first: date, then content."""
    places = [f"{record.source} {record.ref}" for record in paper.records]
    return paper.date or "9999", [content(record) for record in paper.records], places


def _crowded(own: Sequence[Sequence[str]]) -> set[str]:
    """Keys that records of several papers would have had on their own."""
    seen: dict[str, int] = {}
    return {key for number, keys in enumerate(own) for key in keys if seen.setdefault(key, number) != number}


def _other_keys(paper: Paper, own: Sequence[str], crowded: set[str]) -> set[str]:
    """Every key that one of the records would have had, with the fingerprint that it might have needed."""
    told_apart = [
        f"{key}-{distinct(record)}" for key, record in zip(own, paper.records, strict=True) if key in crowded
    ]
    return {*own, *told_apart}
