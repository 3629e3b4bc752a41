"""Give every paper an address of its own, and redirects from each address it would otherwise have had.

Papers that would share a key are told apart by a fingerprint of the abstract. One of them keeps the plain
key, so that a published link goes on working: the one with the earliest date, since it most likely was there
first.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain, count
from operator import attrgetter

from papergarden.model import Paper
from papergarden.steps.keys import content, distinct, key_of, own_key
from papergarden.text.slugs import fingerprint

_telling = attrgetter("arxiv_id", "title", "abstract", "doi")
"""What of a record makes a key."""


def keys_of(papers: Sequence[Paper]) -> tuple[Sequence[str], Sequence[tuple[str, ...]]]:
    """The keys and the aliases of papers; no address is given twice."""
    own = [tuple(map(own_key, paper.records)) for paper in papers]
    keys = _keys(papers, list(map(_base, papers, own)))
    taken = dict(zip(keys, count(), strict=False))
    crowded = _crowded(own)
    others = {
        number: wanted
        for number, (key, of) in enumerate(zip(keys, own, strict=True))
        if (of != (key,) or key in crowded) and (wanted := _other_keys(papers[number], of, crowded) - {key})
    }
    aliases: dict[int, tuple[str, ...]] = {}
    for number in sorted(others, key=lambda number: _age(papers[number])):
        mine = [alias for alias in sorted(others[number]) if taken.setdefault(alias, number) == number]
        aliases[number] = tuple(mine)
    return keys, [aliases.get(number, ()) for number in range(len(papers))]


def _base(paper: Paper, own: Sequence[str]) -> str:
    """The key that a paper has unless another one has it; ``own`` are those of its records."""
    if paper.digest and paper.title_origin != "inferred":
        return own[0]
    title = "" if paper.title_origin == "inferred" else paper.title
    first = paper.records[0]
    if (paper.arxiv_id, title, paper.abstract, paper.doi) == _telling(first):
        return own[0]
    return key_of(paper.arxiv_id, title, paper.abstract, paper.doi or paper.records[0].ref)


def _keys(papers: Sequence[Paper], bases: Sequence[str]) -> list[str]:
    """For each paper the key that it wants; a longer one where an older paper wants the same."""
    keys, times = list(bases), Counter(bases)
    taken = set(times)
    claims: defaultdict[str, list[int]] = defaultdict(list)
    for number, base in enumerate(bases):
        if times[base] > 1:
            claims[base].append(number)
    for base, numbers in sorted(claims.items()):
        for number in sorted(numbers, key=lambda number: _age(papers[number]))[1:]:
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
    twice = {key for key, times in Counter(chain.from_iterable(own)).items() if times > 1}
    first: dict[str, int] = {}
    wanted = ((number, key) for number, keys in enumerate(own) for key in keys if key in twice)
    return {key for number, key in wanted if first.setdefault(key, number) != number}


def _other_keys(paper: Paper, own: Sequence[str], crowded: set[str]) -> set[str]:
    """Every key that one of the records would have had, with the fingerprint that it might have needed."""
    told_apart = [
        f"{key}-{distinct(record)}" for key, record in zip(own, paper.records, strict=True) if key in crowded
    ]
    return {*own, *told_apart}
