"""The bytes of the search index: numbers, front-coded words, and the cut of sorted terms into shards."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from operator import sub

SHARD_BYTES = 18_000
"""A shard weighs less than this before compression, but for one that holds a single term."""
NEIGHBOURS = 8
"""How many shards at most are filled one after the other."""


def number(value: int) -> bytes:
    """An unsigned integer in LEB128: seven bits a byte, lowest first, the high bit says that more follow."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


NUMBERS = tuple(map(number, range(1 << 14)))
"""The small ones, ready: an index has millions of them."""


def numbers(values: Iterable[int]) -> bytes:
    """Integers one after the other."""
    values = list(values)
    if values and max(values) < len(NUMBERS):
        return b"".join(map(NUMBERS.__getitem__, values))
    return b"".join(map(number, values))


def gaps(ids: Sequence[int]) -> list[int]:
    """The first of the ascending ids, then the distance from each to the next."""
    return [*ids[:1], *map(sub, ids[1:], ids)]


def sections(*contents: bytes) -> bytes:
    """Byte strings, each after its length."""
    return b"".join(number(len(content)) + content for content in contents)


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
    kept = [0, *(min(common(*pair), 120) for pair in pairwise(words))][: len(words)]
    lines = "\n".join(word[count:] for word, count in zip(words, kept, strict=True))
    return bytes(units(word[:count]) for word, count in zip(words, kept, strict=True)), lines.encode()


def sort_key(term: str) -> bytes:
    """Terms are sorted as the browser compares strings: by UTF-16 code units."""
    return term.encode("utf-16-be", "surrogatepass")


def cut(keys: Sequence[bytes], weights: Sequence[int], limit: int = SHARD_BYTES) -> list[int]:
    """Where the shards of sorted keys begin; each weighs at most ``limit`` or holds one key.

    The keys are seen as the leaves of a binary tree over their bits. A node that would fill more than a few
    shards is split into its two halves; one that does not is filled into shards from left to right. So a term
    moves only the borders of its near neighbours.
    """
    before = [0, *accumulate(weights)]
    starts: list[int] = []
    todo = [(0, len(keys), 0)] if keys else []
    while todo:
        start, end, bit = todo.pop()
        if end - start == 1 or before[end] - before[start] <= NEIGHBOURS * limit:
            starts += _fill(before, start, end, limit)
            continue
        # Bits on which all agree need no node: go to the first on which the ends differ.
        while _bit(keys[start], bit) == _bit(keys[end - 1], bit):
            bit += 1
        middle = _first_with_bit(keys, start, end, bit)
        todo += [(middle, end, bit + 1), (start, middle, bit + 1)]
    return starts


def _fill(before: Sequence[int], start: int, end: int, limit: int) -> list[int]:
    """Where shards begin that are filled from left to right."""
    starts = [start]
    for place in range(start + 1, end):
        if before[place + 1] - before[starts[-1]] > limit:
            starts.append(place)
    return starts


def border(left: str, right: str) -> str:
    """The shortest string that is greater than ``left`` and not greater than ``right``."""
    return right[: common(left, right) + 1]


def _bit(key: bytes, place: int) -> int:
    """A bit of a key; of nine for each byte, the first says that the byte is there."""
    byte, bit = divmod(place, 9)
    if bit == 0:
        return int(byte < len(key))
    return key[byte] >> (8 - bit) & 1 if byte < len(key) else 0


def _first_with_bit(keys: Sequence[bytes], start: int, end: int, bit: int) -> int:
    while start < end:
        middle = (start + end) // 2
        if _bit(keys[middle], bit):
            end = middle
        else:
            start = middle + 1
    return start
