"""Files too long to be made anew for one paper: pieces that stayed as they were are taken from the old file.

A memory beside the project tells what pieces a file was put together from, and how it lay on the disk then.
Without it, or if somebody changed the file, every piece is made; what the file is then does not differ.
"""

import os
import struct
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate
from pathlib import Path

DIGEST_BYTES = 16
HEAD = struct.Struct("<QQQQ")
"""Size and time of change of the file, how many pieces it has, the bytes of a key; then keys, lengths."""
AT_ONCE = 1 << 20
"""Bytes that are written at once."""
Known = Mapping[bytes, bytes | memoryview]


@dataclass(frozen=True, slots=True)
class Pieces:
    """What a file is put together from.

    ``keys`` stand for all that each piece is made from, each as long as the others; ``make`` makes the piece
    with a number; ``salt`` stands for what makes them.
    """

    salt: str
    keys: Sequence[bytes]
    make: Callable[[int], bytes]


def splice(file: str, memory: Path, pieces: Pieces) -> bool:
    """Have a file be the pieces one after the other; whether it was not yet.

    Raises ``OSError`` where the file cannot be opened, its folder missing, or a folder in its place.
    """
    old = _read(file)
    known = _recalled(file, memory, pieces.salt, old)
    lengths = array("Q")

    def all_pieces() -> Iterator[bytes | memoryview]:
        for number, key in enumerate(pieces.keys):
            piece = known.get(key)
            if piece is None:
                piece = pieces.make(number)
            lengths.append(len(piece))
            yield piece

    written = _rewrite(file, old, _gathered(all_pieces()))
    _remember(file, memory, pieces, lengths)
    return written


def _rewrite(file: str, old: memoryview | None, chunks: Iterator[bytes]) -> bool:
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


def _gathered(pieces: Iterable[bytes | memoryview]) -> Iterator[bytes]:
    """The same in chunks of about `AT_ONCE` bytes."""
    chunk = bytearray()
    for piece in pieces:
        chunk += piece
        if len(chunk) >= AT_ONCE:
            yield bytes(chunk)
            chunk.clear()
    if chunk:
        yield bytes(chunk)


def _read(file: str) -> memoryview | None:
    try:
        with open(file, "rb") as opened:
            return memoryview(opened.read())
    except FileNotFoundError:
        return None


def _recalled(file: str, memory: Path, salt: str, old: memoryview | None) -> Known:
    """The pieces that the old file has, by their keys; none where it is not known what it has."""
    try:
        data = memory.read_bytes()
        digest, data = data[:DIGEST_BYTES], data[DIGEST_BYTES:]
        size, time, count, width = HEAD.unpack_from(data)
    except (OSError, struct.error):
        return {}
    if old is None or digest != _digest(salt, data) or (size, time) != _state(file):
        return {}
    ends = HEAD.size + count * width
    lengths = array("Q", data[ends:])
    keys = (data[at : at + width] for at in range(HEAD.size, ends, width))
    return {
        key: old[end - length : end]
        for key, length, end in zip(keys, lengths, accumulate(lengths), strict=True)
    }


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
