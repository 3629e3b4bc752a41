"""What is in a file of the search index, read as its page says and not as the program writes it."""

import zlib


def sections(data: bytes) -> list[bytes]:
    """The sections of a compressed file."""
    rest, found = zlib.decompress(data), []
    while rest:
        length = shift = 0
        while True:
            byte, rest = rest[0], rest[1:]
            length |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                break
        found.append(rest[:length])
        rest = rest[length:]
    return found
