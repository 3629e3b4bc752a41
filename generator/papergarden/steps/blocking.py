"""Which pairs of records are worth comparing: few, all likely ones among them, in nearly linear time.

Records share a block by an id, a title, the beginning of a title, a rare run of three words in titles or
abstracts, or an abstract's opening. Of abstracts every fourth shingle is taken, chosen by its hash, so that a
cut or revised abstract chooses the same ones (Broder 1997, "mod" sketches). In a block of more than
``LARGEST`` only neighbours in the order of their texts are paired (Hernández and Stolfo, *The merge/purge
problem*, 1995), so that neither a common phrase nor a paper listed a thousand times costs a square.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from papergarden.steps.profiles import Profile, hashes, shingles

LARGEST = 12
SAMPLED = 4
"""One shingle of so many is indexed."""
SHORT = 60
"""An abstract with fewer shingles is indexed by all."""
OPENING = 40
END = 14
"""Letters at either end of a title that make a block, whatever is misspelt at the other end."""

Pair = tuple[int, int]


def candidates(profiles: Sequence[Profile]) -> list[Pair]:
    """Pairs of numbers of records worth comparing, smaller first, sorted."""
    pairs = set(_by_names(profiles))
    pairs.update(_by_abstract(profiles))
    return sorted(pairs)


def _by_names(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Pairs that share an id, a title or a part of one, or an abstract's opening."""
    certain: defaultdict[Hashable, list[int]] = defaultdict(list)
    likely: defaultdict[Hashable, list[int]] = defaultdict(list)
    for one in profiles:
        for name in filter(None, (one.arxiv_id and f"arxiv:{one.arxiv_id}", one.doi and f"doi:{one.doi}")):
            certain[name].append(one.number)
        for key in _title_keys(one):
            likely[key].append(one.number)
        if one.abstract:
            likely["opening", one.abstract[:OPENING].casefold()].append(one.number)
    for block in (*certain.values(), *likely.values()):
        yield from _paired(block, profiles)


def _title_keys(one: Profile) -> Iterator[Hashable]:
    if one.title:
        letters = one.letters
        yield letters
        yield "begins", letters[:END]
        yield "ends", letters[-END:]
        yield from hashes(one.title)
    if one.subtitled:
        yield "".join(one.title[: one.subtitled])


def _paired(block: Sequence[int], profiles: Sequence[Profile]) -> Iterator[Pair]:
    if len(block) < 2:
        return
    if len(block) <= LARGEST:
        yield from combinations(block, 2)
        return
    ordered = sorted(block, key=lambda number: (profiles[number].letters, number))
    yield from ((min(pair), max(pair)) for pair in pairwise(ordered))


def _by_abstract(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Pairs whose abstracts share at least two rare shingles."""
    postings = array("Q")
    for one in profiles:
        postings.extend((shingle << 32) | one.number for shingle in _sampled(shingles(one.abstract)))
    counts: Counter[Pair] = Counter()
    for block in _blocks(sorted(postings)):
        if 1 < len(block) <= LARGEST:
            counts.update(combinations(block, 2))
    return (pair for pair, count in counts.items() if count > 1)


def _sampled(found: frozenset[int]) -> Iterable[int]:
    return found if len(found) < SHORT else (shingle for shingle in found if shingle % SAMPLED == 0)


def _blocks(postings: Iterable[int]) -> Iterator[list[int]]:
    """Runs of postings of the same shingle."""
    block: list[int] = []
    latest = -1
    for posting in postings:
        shingle = posting >> 32
        if shingle != latest:
            yield block
            block, latest = [], shingle
        block.append(posting & 0xFFFFFFFF)
    yield block
