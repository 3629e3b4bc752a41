"""What was found out once and is kept for the next build, each thing under a name for all it was made from.

A shelf can be lost, damaged, mixed up or another version's: what cannot be read from it is found out again.
"""

import os
import pickle
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import is_dataclass
from functools import partial
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any, BinaryIO

from papergarden.cores import FEW, apart
from papergarden.unchanged import program_digest

DIGEST_BYTES = 16
IN_DRAWER = "-"
"""Between the name of a drawer and that of a thing in it."""
NEW = ".new"
"""How the name of a thing ends while it is written down."""
RECORDS = "papergarden.model."
PLAIN = {
    *(("builtins", name) for name in ("frozenset", "set", "str")),
    (f"{RECORDS}packed", "_unpacked"),
}
"""What beside records may be on a shelf, and how records are put together again."""


def _itself(thing: Any) -> Any:
    return thing


class Shelf:
    """A folder of kept things, each used or thrown away by the next ``tidy``.

    A thing may lie in the folder in another form than the one it is used in: whoever puts it says how it is
    ``packed``, whoever gets it how it is ``unpacked``. What is held is the thing itself.

    Args:
        folder: where they lie; without one, nothing outlives the program.
        hold: whether to hold them in memory too, for a program that builds again and again.

    """

    def __init__(self, folder: Path | None = None, *, hold: bool = False) -> None:
        self._folder, self.holds = folder, hold
        self._held: dict[str, Any] = {}
        self._used: set[str] = set()

    def name(self, kind: str, *texts: str) -> str:
        """The name of what this program makes of some texts."""
        whole = "\0".join((program_digest(), *texts)).encode(errors="surrogatepass")
        return f"{_digest(whole).hex()}.{kind}"

    def get(self, name: str, unpacked: Callable[[Any], Any] = _itself) -> Any:
        """What is kept under a name, or None."""
        self._used.add(name)
        if name in self._held:
            return self._held[name]
        found = _read(self._folder / name) if self._folder else None
        thing = None if found is None else unpacked(found)
        if self.holds:
            self._held[name] = thing
        return thing

    def take(self, name: str, unpacked: Callable[[Any], Any] = _itself) -> Any:
        """What is kept under a name, for somebody who changes it and gives it back when that is done."""
        thing = self.get(name, unpacked)
        self._held.pop(name, None)
        return thing

    def hold(self, name: str, thing: Any) -> None:
        """Have a thing at hand, as far as things are held, without writing it down."""
        self._used.add(name)
        if self.holds:
            self._held[name] = thing

    def put(self, name: str, thing: Any, packed: Callable[[Any], Any] = _itself, *, things: int = 0) -> None:
        """Keep a thing, which must not be changed any more unless somebody takes it.

        To write down one of many ``things`` takes as much memory again, which another process gives back.
        """
        self.hold(name, thing)
        if self._folder:
            write = partial(_write, self._folder / name, thing, packed)
            apart(write) if things > FEW and not self.holds else write()

    def spare(self, name: str) -> None:
        """Have what is kept under a name, or in a drawer of that name, outlive the next ``tidy``."""
        self._used.add(name)

    @property
    def used(self) -> Collection[str]:
        """The names of all that was asked for since the last ``tidy``."""
        return frozenset(self._used)

    def drop(self, name: str) -> None:
        """Throw away what is kept under a name."""
        self._held.pop(name, None)
        if self._folder:
            with suppress(OSError):
                (self._folder / name).unlink()

    def names(self) -> set[str]:
        """The names of all that is kept."""
        names = set(self._held)
        if self._folder:
            with suppress(OSError):
                names.update(os.listdir(self._folder))
        return names

    def tidy(self) -> None:
        """Throw away what nobody asked for since the last time."""
        for name in self.names():
            thing = name.removesuffix(NEW)  # which another process may be writing down
            if not {thing, thing.partition(IN_DRAWER)[0]} & self._used:
                self.drop(name)
        self._used.clear()


class Drawer:
    """Things kept under one name of a shelf, each read and replaced on its own."""

    def __init__(self, shelf: Shelf, name: str) -> None:
        self._shelf, self._inside = shelf, name + IN_DRAWER
        shelf.spare(name)

    def get(self, name: str) -> Any:
        """What is kept in the drawer under a name, or None."""
        return self._shelf.get(self._inside + name)

    def __setitem__(self, name: str, thing: Any) -> None:
        self._shelf.put(self._inside + name, thing)

    def __delitem__(self, name: str) -> None:
        self._shelf.drop(self._inside + name)

    def clear(self) -> None:
        """Throw away all that is in it."""
        for name in self._shelf.names():
            if name.startswith(self._inside):
                self._shelf.drop(name)


def _seal(name: str) -> Any:
    """What a digest begins with: a file under another name is another file."""
    return sha256(name.encode(errors="surrogatepass"))


def _write(path: Path, thing: Any, packed: Callable[[Any], Any]) -> None:
    new = path.with_name(path.name + NEW)
    with suppress(OSError):  # with nothing kept, the next build takes longer
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(new, "wb") as file:
            file.write(bytes(DIGEST_BYTES))
            told = _Digested(file, _seal(path.name))
            pickle.dump(packed(thing), told, protocol=pickle.HIGHEST_PROTOCOL)
            file.seek(0)
            file.write(told.digest)
        new.replace(path)


def _read(path: Path) -> Any:
    try:
        with open(path, "rb") as file:
            digest = file.read(DIGEST_BYTES)
            if file_digest(file, partial(_seal, path.name)).digest()[:DIGEST_BYTES] != digest:
                return None
            file.seek(DIGEST_BYTES)
            return _Records(file).load()
    except (OSError, EOFError, AttributeError, ImportError, TypeError, ValueError, pickle.UnpicklingError):
        return None


class _Digested:
    """A file that is written, and the digest of what was."""

    def __init__(self, file: BinaryIO, seal: Any) -> None:
        self._file, self._seen = file, seal

    def write(self, data: bytes) -> int:
        """Write and take in some bytes."""
        self._seen.update(data)
        return self._file.write(data)

    @property
    def digest(self) -> bytes:
        """The digest of all that was written."""
        return bytes(self._seen.digest()[:DIGEST_BYTES])


class _Records(pickle.Unpickler):
    """Reads our own records and nothing else: what lies in a folder may be anybody's."""

    def find_class(self, module: str, name: str) -> Any:
        found = (
            super().find_class(module, name) if module.startswith(RECORDS) or module == "builtins" else None
        )
        record = is_dataclass(found) and getattr(found, "__module__", "") == module
        if not record and (module, name) not in PLAIN:
            raise pickle.UnpicklingError(f"{module}.{name} is no record")
        return found


def _digest(data: bytes) -> bytes:
    return sha256(data).digest()[:DIGEST_BYTES]
