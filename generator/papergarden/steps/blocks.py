"""Which records share an id or a part of the title, remembered from one run to the next.

A block is worth pairs by how many records it has, so a record that comes or goes tells on others: on those
with a key of its own. Pairs of these are looked for anew; of any other pair no block came, went or changed.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import combinations, compress, pairwise
from operator import ne

import numpy as np
from numpy.typing import NDArray

from papergarden.model import Record
from papergarden.steps.blocking import LARGEST, Pair
from papergarden.steps.judge import MISSPELT, compared
from papergarden.steps.profiles import Runs, Titled, doi_of

OPENING = 40
END = 12
"""Letters at either end of a title that make a block, whatever is misspelt at the other end."""
NAMED = 1 << 63
"""Marks the key of what names a paper: an id, the opening of its abstract."""

Keys = NDArray[np.uint64]
Numbers = NDArray[np.int64]
Mask = NDArray[np.bool]
TitleOf = Callable[[int], Titled]
"""The title of the record that has a number."""


class Blocks:
    """Pairs of records that share a name, or of which the titles could be one.

    Args:
        keys: of each record the keys of its blocks, as the bytes of an array of "Q".
        pairs: the pairs among the records.

    Records are known by names that stand for all they say, and which of those that say the same they are.

    """

    def __init__(self, keys: Mapping[bytes, bytes], pairs: Iterable[tuple[bytes, bytes]]) -> None:
        self.keys, self.pairs = keys, set(pairs)
        self.news = 0

    def find(self, names: Sequence[bytes], keys: Sequence[bytes], title_of: TitleOf) -> Iterator[Pair]:
        """Pairs of the numbers of records that have these names, and such ``keys`` as `block_keys` makes.

        The titles are asked for of those in pairs.
        """
        number_of = {name: number for number, name in enumerate(names)}
        if number_of.keys() != self.keys.keys():
            self.news += len(number_of.keys() ^ self.keys.keys())
            self._update(dict(zip(names, keys, strict=True)), title_of)
        return ((number_of[one], number_of[other]) for one, other in self.pairs)

    def _update(self, keys: Mapping[bytes, bytes], title_of: TitleOf) -> None:
        """Bring the pairs up to date with which records there are now."""
        before, self.keys = self.keys, keys
        altered = [keys[name] if name in keys else before[name] for name in keys.keys() ^ before.keys()]
        having = np.frombuffer(b"".join(keys.values()), np.uint64)
        owners = np.repeat(np.arange(len(keys)), [len(some) // having.itemsize for some in keys.values()])
        among = np.full(len(keys), not before)
        if before:
            among[owners[np.isin(having, np.frombuffer(b"".join(altered), np.uint64))]] = True
        names, touched = list(keys), set(compress(keys, among.tolist()))
        there = [(one, other) for one, other in self.pairs if one in keys and other in keys]
        still = {(one, other) for one, other in there if one not in touched or other not in touched}
        pairs = ((names[one], names[other]) for one, other in _pairs(having, owners, among, title_of))
        self.pairs = still | {pair for pair in pairs if touched.issuperset(pair)}


def block_keys(record: Record, title: Titled, runs: Runs) -> bytes:
    """What a record is looked up by: its names, and parts of its title; as the bytes of an array of "Q".

    The ``runs`` are those of the title.
    """
    keys = set(runs.tolist())
    keys.update(_key(text) & ~NAMED for text in _title_keys(title))
    keys.update(_key(text) | NAMED for text in _names(record))
    return array("Q", sorted(keys)).tobytes()


def _key(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(errors="surrogatepass"), digest_size=8).digest(), "big")


def _names(record: Record) -> Iterator[str]:
    if record.arxiv_id:
        yield f"arxiv {record.arxiv_id}"
    if doi := doi_of(record):
        yield f"doi {doi}"
    if record.abstract:
        yield f"opening {record.abstract[:OPENING].casefold()}"


def _title_keys(one: Titled) -> Iterator[str]:
    if one.title:
        letters = one.letters
        yield letters
        yield f"begins {letters[:END]}"
        yield f"ends {letters[-END:]}"
        yield f"frame {one.title[0]} {one.title[-1]} {len(one.title)}"
    if one.subtitled:
        yield "".join(one.title[: one.subtitled])


def _pairs(having: Keys, owners: Numbers, among: Mask, title_of: TitleOf) -> set[Pair]:
    """The pairs of blocks of which several records are among those; each key that there is has an owner."""
    named, titled = set[Pair](), set[Pair]()
    for key, block in _blocks(having, owners, among):
        (named if key & NAMED else titled).update(_paired(block, title_of))
    return named | {pair for pair in titled if _may_be_one_title(*map(title_of, pair))}


def _blocks(having: Keys, owners: Numbers, among: Mask) -> Iterator[tuple[int, list[int]]]:
    """The keys of which several owners are among those, each with all its owners in order."""
    if not len(having):
        return
    order = np.argsort(having, kind="stable")
    having, owners = having[order], owners[order]
    begins = np.append(True, having[1:] != having[:-1]).nonzero()[0]
    ends = np.append(begins[1:], len(having))
    several = np.add.reduceat(among[owners].astype(np.int64), begins) > 1
    places = zip(begins[several].tolist(), ends[several].tolist(), strict=True)
    for key, (begin, end) in zip(having[begins[several]].tolist(), places, strict=True):
        yield key, owners[begin:end].tolist()


def _paired(block: Sequence[int], title_of: TitleOf) -> Iterator[Pair]:
    """All pairs of a small block; of a large one neighbours in the order of titles and content."""
    if len(block) <= LARGEST:
        yield from combinations(block, 2)
        return
    ordered = sorted(block, key=lambda number: (title_of(number).letters, number))
    yield from ((min(pair), max(pair)) for pair in pairwise(ordered))


def _may_be_one_title(a: Titled, b: Titled) -> bool:
    """Whether two titles are equal or one extends the other; most are nothing of that, and quick to see."""
    if not (a.letters.startswith(b.letters) or b.letters.startswith(a.letters)) and (
        len(a.title) != len(b.title) or sum(map(ne, a.title, b.title)) > MISSPELT
    ):
        return False
    return compared(a, b) in ("equal", "extended")
