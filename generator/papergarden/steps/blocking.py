"""Which pairs of records are worth comparing: few, all likely ones among them, in nearly linear time.

Records share a block by an id, a title, the beginning of a title, a rare run of three words in titles or
abstracts, or an abstract's opening. Of abstracts every third shingle is taken, chosen by its hash, so that a
cut or revised abstract chooses the same ones (Broder 1997, "mod" sketches). In a block of more than
``LARGEST`` only neighbours in the order of their texts are paired (Hernández and Stolfo, *The merge/purge
problem*, 1995), so that neither a common phrase nor a paper listed a thousand times costs a square.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from papergarden.steps.profiles import SAMPLED

LARGEST = 12
PARTS = 32
"""The index is built and sorted in so many parts, one at a time in memory."""

Pair = tuple[int, int]


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
