"""Files named after their content: under its name a file never changes, so old and new never mix."""

import zlib
from hashlib import sha256

from papergarden.model import OutFile

NAME_BYTES = 6
SHARD = 16
"""Things in a shard at most, on average; at least half as many."""


def named(folder: str, content: bytes) -> OutFile:
    """A compressed file below a folder (``browse/``), named after what is in it."""
    return OutFile(f"{folder}{name_of(content).hex()}.bin", zlib.compress(content, 9))


def name_of(content: bytes) -> bytes:
    """The name as bytes: the beginning of the SHA-256."""
    return sha256(content).digest()[:NAME_BYTES]


def shards_for(count: int, size: int = SHARD) -> int:
    """How many shards so many things are dealt to: a power of two, so that few move when one comes."""
    return 1 << (max(count - 1, 0) // size).bit_length()


def shard_of(key: str, shards: int) -> int:
    """The shard that a key belongs to: its CRC-32 modulo their number."""
    return zlib.crc32(key.encode()) % shards
