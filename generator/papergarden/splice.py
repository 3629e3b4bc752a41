"""Files too long to be made anew for one paper: pieces that stayed as they were are taken from the old file.

A memory beside the project tells what pieces a file was put together from, and how it lay on the disk then.
Without it, or if somebody changed the file, every piece is made; what the file is then does not differ.
"""

import os
import struct
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate, groupby
from pathlib import Path
from typing import NamedTuple

DIGEST_BYTES = 16
HEAD = struct.Struct("<QQQQ")
"""Size and time of change of the file, how many pieces it has, bytes of a key. Keys and lengths follow."""
AT_ONCE = 1 << 20
"""Bytes that are written at once."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """What a file is put together from.

    ``keys`` stand for all that each piece is made from, each as long as the others; ``make`` makes the piece
    with a number; ``salt`` stands for what makes them.
    """

    salt: str
    keys: Sequence[bytes]
    make: Callable[[int], bytes]


class _Old(NamedTuple):
    """What the file was: its content, None where there is none, and the pieces that it is known to have."""

    content: bytes | None
    places: Mapping[bytes, int]
    lengths: "array[int]"


def splice(file: str, memory: Path, pieces: Pieces) -> bool:
    """Have a file be the pieces one after the other; whether it was not yet.

    Raises ``OSError`` where the file cannot be opened, its folder missing, or a folder in its place.
    """
    old = _recalled(file, memory, pieces.salt)
    lengths = array("Q")
    written = _rewrite(file, old.content, _contents(pieces, old, lengths))
    _remember(file, memory, pieces, lengths)
    return written


def _contents(pieces: Pieces, old: _Old, lengths: "array[int]") -> Iterator[bytes]:
    """The content, a piece or many at once; ``lengths`` gets the length of each.

    Pieces that have moved by as many places as the one before lie behind it in the old file, too.
    """
    starts = list(accumulate(old.lengths, initial=0))
    for moved, run in groupby(enumerate(map(old.places.get, pieces.keys)), key=_moved):
        numbers = [number for number, _ in run]
        if moved is None:
            for number in numbers:
                piece = pieces.make(number)
                lengths.append(len(piece))
                yield piece
        else:
            first, end = numbers[0] + moved, numbers[-1] + moved + 1
            lengths.extend(old.lengths[first:end])
            yield from _cut(old.content or b"", starts[first], starts[end])


def _moved(piece: tuple[int, int | None]) -> int | None:
    """By how many places a piece has moved; None for a new one."""
    now, before = piece
    return None if before is None else before - now


def _cut(content: bytes, start: int, end: int) -> Iterator[bytes]:
    return (content[at : min(at + AT_ONCE, end)] for at in range(start, end, AT_ONCE))


def _rewrite(file: str, old: bytes | None, chunks: Iterator[bytes]) -> bool:
    """Write from the first place where the file differs from what it has to be."""
    at = 0
    for chunk in chunks:
        if old is None or old[at : at + len(chunk)] != chunk:
            with open(file, "wb" if old is None else "r+b") as opened:
                opened.seek(at)
                opened.truncate()
                opened.write(chunk)
                opened.writelines(chunks)
            return True
        at += len(chunk)
    if old is None or at < len(old):
        with open(file, "ab") as opened:
            opened.truncate(at)
        return True
    return False


def _recalled(file: str, memory: Path, salt: str) -> _Old:
    """The old file; without pieces where it is not known what it has."""
    content, nothing = _read(file), array("Q")
    try:
        data = memory.read_bytes()
        digest, data = data[:DIGEST_BYTES], data[DIGEST_BYTES:]
        size, time, count, width = HEAD.unpack_from(data)
    except (OSError, struct.error):
        return _Old(content, {}, nothing)
    if content is None or digest != _digest(salt, data) or (size, time) != _state(file):
        return _Old(content, {}, nothing)
    end = HEAD.size + count * width
    keys = [data[at : at + width] for at in range(HEAD.size, end, width)]
    return _Old(content, dict(zip(keys, range(count), strict=True)), array("Q", data[end:]))


def _read(file: str) -> bytes | None:
    try:
        with open(file, "rb") as opened:
            return opened.read()
    except FileNotFoundError:
        return None


def _remember(file: str, memory: Path, pieces: Pieces, lengths: "array[int]") -> None:
    width = len(pieces.keys[0]) if pieces.keys else 1
    head = HEAD.pack(*_state(file), len(lengths), width)
    data = b"".join((head, *pieces.keys, lengths.tobytes()))
    with suppress(OSError):  # without a memory, the next build takes longer
        memory.parent.mkdir(parents=True, exist_ok=True)
        memory.write_bytes(_digest(pieces.salt, data) + data)


def _state(file: str) -> tuple[int, int]:
    found = os.stat(file)
    return found.st_size, found.st_mtime_ns


def _digest(salt: str, data: bytes) -> bytes:
    return blake2b(data, digest_size=DIGEST_BYTES, key=salt.encode()[:64]).digest()
