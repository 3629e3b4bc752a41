"""Files named after their content: under its name a file never changes, so old and new never mix."""

import zlib
from collections.abc import Callable
from functools import partial
from hashlib import sha256

from papergarden.model import LateFile
from papergarden.writers.digests import key_of

NAME_BYTES = 6
COMPRESSED = ".bin"
LEVEL = 6
"""Of compression: the next ones take twice the time for less than a hundredth of the bytes."""
SHARD = 16
"""Things in a shard at most, on average; at least half as many."""
PathOf = Callable[[str], str]
"""Tells where a file lies that was made from what a key stands for, "" where none is known."""


def named(folder: str, content: bytes) -> LateFile:
    """A compressed file below a folder (``browse/``), named after what is in it."""
    return LateFile(_path(folder, content, COMPRESSED), partial(pack, content), key_of(content))


def pack(content: bytes) -> bytes:
    """What is in a compressed file: one zlib stream (RFC 1950)."""
    return zlib.compress(content, LEVEL)


def found_or_made(
    folder: str,
    key: str,
    make: Callable[[], bytes],
    path_of: PathOf,
    ending: str = COMPRESSED,
    pack: Callable[[bytes], bytes] = pack,
) -> LateFile:
    """A file named after what is in it, made for its name only where none is known that is of the same."""
    pack = pack if ending == COMPRESSED else bytes
    if path := path_of(key):
        return LateFile(path, lambda: pack(make()), key)
    content = make()
    return LateFile(_path(folder, content, ending), lambda: pack(content), key)


def name_in(path: str) -> bytes:
    """The name in the path of a file, as bytes."""
    return bytes.fromhex(path.rpartition("/")[2].partition(".")[0])


def name_of(content: bytes) -> bytes:
    """The name as bytes: the beginning of the SHA-256."""
    return sha256(content).digest()[:NAME_BYTES]


def _path(folder: str, content: bytes, ending: str) -> str:
    return f"{folder}{name_of(content).hex()}{ending}"


def shards_for(count: int, size: int = SHARD) -> int:
    """How many shards so many things are dealt to: a power of two, so that few move when one comes."""
    return 1 << (max(count - 1, 0) // size).bit_length()


def shard_of(key: str, shards: int) -> int:
    """The shard that a key belongs to: its CRC-32 modulo their number."""
    return zlib.crc32(key.encode()) % shards
