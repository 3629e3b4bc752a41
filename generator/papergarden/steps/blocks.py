"""Which records share an id or a part of the title."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import combinations, pairwise
from operator import ne

import numpy as np
from numpy.typing import NDArray

from papergarden.model import Record
from papergarden.steps.blocking import LARGEST, Mask, Numbers, Pair, Sharing
from papergarden.steps.judge import MISSPELT, compared
from papergarden.steps.profiles import Runs, Titled, doi_of

OPENING = 40
END = 12
"""Letters at either end of a title that make a block, whatever is misspelt at the other end."""
NAMED = 1 << 63
"""Marks the key of what names a paper: an id, the opening of its abstract."""

Keys = NDArray[np.uint64]
TitleOf = Callable[[int], Titled]
"""The title of the record that has a number."""


class Blocks(Sharing[np.uint64]):
    """Pairs of records that share a name, or of which the titles could be one.

    The keys are such as `block_keys` makes; titles are asked for of those in pairs.
    """

    kind = np.uint64

    def _pairs(self, having: Keys, owners: Numbers, among: Mask, title_of: TitleOf) -> Iterable[Pair]:
        named, titled = set[Pair](), set[Pair]()
        for key, block in _blocks(having, owners, among):
            (named if key & NAMED else titled).update(_paired(block, title_of))
        return named | {pair for pair in titled if _may_be_one_title(*map(title_of, pair))}


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
