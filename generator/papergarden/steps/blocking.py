"""Which pairs of records are worth comparing: few, all likely ones among them, in nearly linear time.

Records share a block by an id, a title, the beginning of a title, a rare run of three words in titles or
abstracts, or an abstract's opening. Of abstracts every third shingle is taken, chosen by its hash, so that a
cut or revised abstract chooses the same ones (Broder 1997, "mod" sketches). In a block of more than
``LARGEST`` only neighbours in the order of their texts are paired (Hernández and Stolfo, *The merge/purge
problem*, 1995), so that neither a common phrase nor a paper listed a thousand times costs a square.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from operator import ne

from papergarden.steps.judge import MISSPELT, Comparison
from papergarden.steps.profiles import SAMPLED, Profile, hashes

LARGEST = 12
OPENING = 40
END = 12
"""Letters at either end of a title that make a block, whatever is misspelt at the other end."""

PARTS = 32
"""The index is built and sorted in so many parts, one at a time in memory."""

Pair = tuple[int, int]


def candidates(profiles: Sequence[Profile], overlapping: Iterable[Pair]) -> list[Pair]:
    """Pairs of numbers of records worth comparing, smaller first, sorted.

    Those with ``overlapping`` abstracts are known.
    """
    pairs = set(_by_names(profiles))
    pairs.update(_by_title(profiles))
    pairs.update(overlapping)
    return sorted(pairs)


def _by_names(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Pairs that share an id or the opening of the abstract."""
    blocks: defaultdict[Hashable, list[int]] = defaultdict(list)
    for one in profiles:
        if one.arxiv_id:
            blocks["arxiv", one.arxiv_id].append(one.number)
        if one.doi:
            blocks["doi", one.doi].append(one.number)
        if one.abstract:
            blocks["opening", one.abstract[:OPENING].casefold()].append(one.number)
    return (pair for block in blocks.values() for pair in _paired(block, profiles))


def _by_title(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Pairs whose titles share a part and could be one title."""
    blocks: defaultdict[Hashable, list[int]] = defaultdict(list)
    for one in profiles:
        for key in _title_keys(one):
            blocks[key].append(one.number)
    pairs = {pair for block in blocks.values() for pair in _paired(block, profiles)}
    for block in _shared_by_several([hashes(one.title) for one in profiles]):
        pairs.update(_paired(block, profiles))
    return ((left, right) for left, right in pairs if _may_be_one_title(profiles[left], profiles[right]))


def _may_be_one_title(a: Profile, b: Profile) -> bool:
    """Whether two titles are equal or one extends the other; most are nothing of that, and quick to see."""
    if not (a.letters.startswith(b.letters) or b.letters.startswith(a.letters)) and (
        len(a.title) != len(b.title) or sum(map(ne, a.title, b.title)) > MISSPELT
    ):
        return False
    return Comparison(a, b).titles in ("equal", "extended")


def _shared_by_several(titles: Sequence[frozenset[int]]) -> Iterable[list[int]]:
    """The numbers of the titles that have a shingle, in order, for each that several have."""
    seen: set[int] = set()
    again: set[int] = set()
    for title in titles:
        again |= title & seen
        seen |= title
    blocks: defaultdict[int, list[int]] = defaultdict(list)
    for number, title in enumerate(titles):
        for shingle in title & again:
            blocks[shingle].append(number)
    return blocks.values()


def _title_keys(one: Profile) -> Iterator[Hashable]:
    if one.title:
        letters = one.letters
        yield letters
        yield "begins", letters[:END]
        yield "ends", letters[-END:]
        yield "frame", one.title[0], one.title[-1], len(one.title)
    if one.subtitled:
        yield "".join(one.title[: one.subtitled])


def _paired(block: Sequence[int], profiles: Sequence[Profile]) -> Iterator[Pair]:
    """All pairs of a small block; of a large one neighbours in the order of titles and content."""
    if len(block) <= LARGEST:
        yield from combinations(block, 2)
        return
    ordered = sorted(block, key=lambda number: (profiles[number].letters, number))
    yield from ((min(pair), max(pair)) for pair in pairwise(ordered))


def by_abstract(abstracts: Iterable[tuple[int, Iterable[int]]]) -> Iterator[Pair]:
    """Pairs of numbers of abstracts that share at least two rare shingles of those given with each."""
    shared = [array("Q") for _ in range(PARTS)]
    for postings in _postings(abstracts):
        for block in _shared(postings):
            for left, right in combinations(block, 2) if len(block) <= LARGEST else ():
                shared[left % PARTS].append(left << 32 | right)
    for part in shared:
        for pair, times in Counter(part).items():
            if times > 1:
                yield pair >> 32, pair & 0xFFFFFFFF


def _postings(records: Iterable[tuple[int, Iterable[int]]]) -> Iterator["array[int]"]:
    """Numbers of records below the shingles that they have, in parts by shingle."""
    parts = [array("Q") for _ in range(PARTS)]
    for number, found in records:
        for shingle in found:
            parts[shingle // SAMPLED % PARTS].append(shingle << 32 | number)
    while parts:
        yield parts.pop()


def _shared(postings: "array[int]") -> Iterable[list[int]]:
    """The numbers of the records that share a shingle, in order, for each shingle of several records."""
    counts = Counter([posting >> 32 for posting in postings])
    blocks: dict[int, list[int]] = {shingle: [] for shingle, count in counts.items() if count > 1}
    for posting in postings:
        if (block := blocks.get(posting >> 32)) is not None:
            block.append(posting & 0xFFFFFFFF)
    return blocks.values()
