"""What is remembered of the folder of a site: from what each file was made, and how it lay there then."""

from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from papergarden import __version__

FORMAT = f"papergarden {__version__} site 6"
"""The first line of a memory; another one is of another version."""
PIECES = ".pieces"
"""How the names of memories end that know the pieces of a long file."""
Known = dict[str, str]
"""By path of a file its mark: its size, its time of change in nanoseconds, and the key of what it was made
from, with blanks between them. There are many, and a text weighs half of what a tuple does."""
HEAD = 3
"""Lines before the rest: the version, the folder, a digest of the rest."""
AT_ONCE = 1 << 12
"""Files whose marks are written down at once."""


class Memory(NamedTuple):
    """What is remembered of the last build: its name, how the folder lay after it, and the files."""

    build: str
    lay: str
    known: Known


def recalled(memory: Path, folder: Path) -> Memory | None:
    """What is remembered; None where that cannot be relied upon."""
    try:
        with open(memory, "rb") as opened:
            head = [opened.readline().decode(errors="replace").removesuffix("\n") for _ in range(HEAD)]
            text = opened.read()
        form, place, digest = head
    except (OSError, ValueError):
        return None
    if (form, place, digest) != (FORMAT, str(folder), _digest(text)):
        return None
    said = iter(text.decode(errors="surrogateescape").split("\0"))
    return Memory(next(said), next(said), dict(zip(said, said, strict=False)))


def remember(memory: Path, folder: Path, new: Memory) -> bool:
    """Write the memory, and forget folders that are gone, such as that of a server that was stopped.

    Returns whether it could be written; without it, the next build takes longer.
    """
    head, seen = f"{FORMAT}\n{folder}\n".encode(), sha256()
    with suppress(OSError):
        memory.parent.mkdir(parents=True, exist_ok=True)
        file = memory.with_suffix(".new")
        with open(file, "wb") as opened:
            opened.write(head + seen.hexdigest().encode() + b"\n")
            for part in _parts(new):
                seen.update(part)
                opened.write(part)
            opened.seek(len(head))
            opened.write(seen.hexdigest().encode())
        file.replace(memory)
        _forget_lost(memory)
        return True
    return False


def _parts(new: Memory) -> Iterator[bytes]:
    """What is to be remembered, a part at a time: the whole weighs as much again as what is known."""
    yield f"{new.build}\0{new.lay}".encode()
    items = iter(new.known.items())
    while some := list(islice(items, AT_ONCE)):
        yield "\0".join(chain(("",), *some)).encode(errors="surrogateescape")


def _forget_lost(memory: Path) -> None:
    for other in memory.parent.glob(f"*{memory.suffix}"):
        with suppress(OSError):
            if not _remembered(other).exists():
                for file in (other, *other.parent.glob(f"{other.stem}.*{PIECES}")):
                    file.unlink()


def _remembered(memory: Path) -> Path:
    """The folder that a memory is of."""
    with open(memory, "rb") as opened:
        opened.readline()
        return Path(opened.readline().decode(errors="replace").removesuffix("\n"))


def _digest(text: bytes) -> str:
    return sha256(text).hexdigest()
