"""The bytes of the search index: numbers, front-coded words, and the cut of sorted terms into shards."""

import re
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from zlib import crc32

import numpy as np

from papergarden.writers.hashed import LEVEL

MOST_SHARED = 120
AT_ONCE = 512
"""Words that are compared at once."""
HIGH = re.compile("[\ud800-\U0010ffff]")
"""What has two code units, or one that is greater than those."""
ZLIB_HEADER = bytes((0x78, 0x9C))
WINDOW_BITS, MEMORY_LEVEL = 14, 7
"""Half as large as is usual: so much memory is made ready for each section, few of which are so large."""
LEAST_PACKED = 100
"""Bytes of a section for which codes of its own pay."""


def number(value: int) -> bytes:
    """An unsigned integer in LEB128: seven bits a byte, lowest first, the high bit says that more follow."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


class _Numbers(dict[int, bytes]):
    """Those that were needed already: an index has millions of numbers, most of them small."""

    def __missing__(self, value: int) -> bytes:
        found = bytes((value & 127 | 128, value >> 7)) if 127 < value < 1 << 14 else number(value)
        self[value] = found
        return found


_numbers = _Numbers().__getitem__


def numbers(values: Iterable[int]) -> bytes:
    """Integers one after the other."""
    return b"".join(map(_numbers, values))


def sections(*contents: bytes) -> bytes:
    """Byte strings, each after its length."""
    return b"".join(number(len(content)) + content for content in contents)


def section_ends(content: bytes) -> Iterator[int]:
    """Where each of the sections ends that a file consists of."""
    at = 0
    while at < len(content):
        size = shift = 0
        while content[at] > 127:
            size |= (content[at] & 127) << shift
            shift, at = shift + 7, at + 1
        at += 1 + (size | content[at] << shift)
        yield at


def pack_sections(content: bytes, texts: Set[int]) -> bytes:
    """One zlib stream in which each section has codes of its own, but those that are too small for that.

    ``texts`` are the places of sections of words. In others no more is looked for than one byte many times,
    for no other repetition is worth its place there. A file is a fourteenth smaller so than as one block.
    """
    start, packed = 0, [ZLIB_HEADER]
    for place, end in enumerate(section_ends(content)):
        last = end == len(content)
        if last or end - start >= LEAST_PACKED:
            strategy = zlib.Z_DEFAULT_STRATEGY if place in texts else zlib.Z_RLE
            packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -WINDOW_BITS, MEMORY_LEVEL, strategy)
            packed.append(packer.compress(content[start:end]))
            packed.append(packer.flush(zlib.Z_FINISH if last else zlib.Z_SYNC_FLUSH))
            start = end
    return b"".join(packed) + zlib.adler32(content).to_bytes(4, "big")


def shared(before: Sequence[str], words: Sequence[str]) -> list[int]:
    """How many characters each word shares at its beginning with the one before it, `MOST_SHARED` at most."""
    counts: list[int] = []
    for start in range(0, len(words), AT_ONCE):
        some = words[start : start + AT_ONCE]
        pair, width = (before[start : start + len(some)], some), min(max(map(len, some)), MOST_SHARED) + 1
        one, other = (np.array(each, f"<U{width}").view("<u4").reshape(-1, width) for each in pair)
        alike = (one == other) & (other > 0)
        alike[:, -1] = False
        counts += alike.argmin(axis=1).tolist()
    return counts


def common(left: str, right: str) -> int:
    """How many characters two words have in common at their beginning."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count


def units(text: str) -> int:
    """The length of a text as JavaScript counts it: in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def front_coded(words: Sequence[str]) -> tuple[bytes, bytes]:
    """How many UTF-16 code units each word shares with the one before, and the rests, a line each."""
    counts = shared(["", *words[:-1]], words)
    lines = [word[count:] for word, count in zip(words, counts, strict=True)]
    return bytes(in_units(counts, words)), "\n".join(lines).encode()


def in_units(counts: Sequence[int], words: Sequence[str]) -> Iterable[int]:
    """So many characters of words as JavaScript counts them."""
    if "".join(words).isascii():
        return counts
    return (units(word[:count]) for word, count in zip(words, counts, strict=True))


def sort_key(term: str) -> bytes:
    """Terms are sorted as the browser compares strings: by UTF-16 code units."""
    return term.encode("utf-16-be", "surrogatepass")


def finder(words: Sequence[str], coming: Iterable[str] = ()) -> Callable[[str], int]:
    """Tells where among words in order, to which others may come, a word is or would be."""
    together = "".join((*words, *coming))
    if together.isascii() or not HIGH.search(together):
        return partial(bisect_left, words)
    return lambda word: bisect_left(words, sort_key(word), key=sort_key)


def in_order(words: Iterable[str]) -> list[str]:
    """Words sorted so; where no character has two units, that is the order of their characters."""
    ordered = sorted(words)
    together = "".join(ordered)
    return ordered if units(together) == len(together) else sorted(ordered, key=sort_key)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large parts are: of at least so many bytes and at most so many; a key in ``odds`` may begin one."""

    least: int
    most: int
    odds: int

    def times(self, factor: int) -> "Sizes":
        """So many times as large."""
        return Sizes(factor * self.least, factor * self.most, factor * self.odds)


def cut(words: Sequence[str], weights: Iterable[int], sizes: Sizes) -> list[int]:
    """Where the parts of sorted words begin; each weighs at most ``sizes.most`` or holds one word.

    Borders follow what is there, as in content-defined chunking (Muthitacharoen and others, "A low-bandwidth
    network file system", SOSP 2001): whether a part may begin with a word tells the word's checksum alone. So
    another word moves only the borders near it.
    """
    before = list(accumulate(weights, initial=0))
    starts: list[int] = []
    start = 0
    while start < len(words):
        starts.append(start)
        likely = max(bisect_left(before, before[start] + sizes.least), start + 1)
        end = max(bisect_right(before, before[start] + sizes.most) - 1, start + 1)
        borders = (place for place in range(likely, end) if crc32(sort_key(words[place])) % sizes.odds == 0)
        start = next(borders, end)
    return starts


def border(left: str, right: str) -> str:
    """The shortest string that is greater than ``left`` and not greater than ``right``."""
    return right[: common(left, right) + 1]
