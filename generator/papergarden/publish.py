"""The folder of the finished site: only what changed is written, what is no longer made is removed.

A memory beside the project tells of each file what it was made from and how it lay on the disk when it was
written. A file that was made from the same and still lies there so is right without being made again. The
memory can be lost, damaged or another version's: then each file is made and compared with what is there.
"""

import json
import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from papergarden import __version__

FORMAT = f"papergarden {__version__} site 1"
"""The first line of a memory; another one is of another version."""

Known = dict[str, tuple[str, int, int]]
"""By path of a file: the key of what it was made from, its size, its time of change in nanoseconds."""


class Site:
    """A folder that is published.

    ``written`` counts the files that were not yet as they had to be, ``made`` those that were looked at
    closely.

    Args:
        folder: where the files lie; whatever else is in it is removed, except hidden files at its top.
        memory: the file that remembers it.

    """

    def __init__(self, folder: Path, memory: Path) -> None:
        self.folder, self.memory = folder, memory
        self._folder = str(folder)
        self._before = _recalled(memory, folder)
        self._now: Known = {}
        self._folders: set[str] = set()
        self.written = self.made = 0

    def __len__(self) -> int:
        """How many files there are."""
        return len(self._now)

    def is_whole(self) -> bool:
        """Whether every file that is remembered lies on the disk as it was written."""
        known = self._before or {}
        return bool(known) and all(
            _state(f"{self._folder}/{path}") == (size, time) for path, (_, size, time) in known.items()
        )

    def put(self, path: str, key: str, make: Callable[[], bytes]) -> None:
        """Have the file at a path (with ``/``) be what ``make`` makes.

        ``key`` stands for all that it is made from; "" has it made in any case.
        """
        if ".." in path.split("/") or path.startswith("/"):
            raise ValueError(f"a writer names a path outside the folder: {path!r}")
        file = f"{self._folder}/{path}"
        before = self._before.get(path) if self._before else None
        state = _state(file)
        if not (key and before and before[0] == key and state == before[1:]):
            self.made += 1
            content = make()
            if not (state and state[0] == len(content) and _read(file) == content):
                self._write(path, content, new=state is None)
                self.written += 1
                state = _state(file)
        if state:
            self._now[path] = (key, *state)

    def finish(self) -> None:
        """Remove what was not put, and remember the rest."""
        there = self._files() if self._before is None else self._before
        for path in sorted(there.keys() - self._now.keys(), reverse=True):
            with suppress(OSError):
                Path(self._folder, path).unlink()
            self._remove_empty_folders(path)
        _remember(self.memory, Path(self._folder), self._now)

    def _write(self, path: str, content: bytes, new: bool) -> None:
        file = f"{self._folder}/{path}"
        try:
            if new:
                self._make_folder(file[: file.rindex("/")])
            opened = open(file, "wb")  # noqa: SIM115 (closed below)
        except OSError:
            self._make_room(Path(path))
            opened = open(file, "wb")  # noqa: SIM115
        with opened:
            opened.write(content)

    def _make_folder(self, folder: str) -> None:
        """Make a folder that is probably not there in one that probably is: a page has one of its own."""
        if folder not in self._folders:
            try:
                os.mkdir(folder)
            except FileExistsError:
                pass
            except FileNotFoundError:
                os.makedirs(folder)
            self._folders.add(folder)

    def _make_room(self, path: Path) -> None:
        """Make the folders of a file, where files may lie, and take away a folder where the file has to."""
        for inside in reversed(path.parents[:-1]):
            above = Path(self._folder, inside)
            if above.is_symlink() or above.is_file():
                above.unlink()
        place = Path(self._folder, path)
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        elif place.is_symlink():
            place.unlink()
        place.parent.mkdir(parents=True, exist_ok=True)

    def _files(self) -> Mapping[str, object]:
        """Every file in the folder but the hidden ones at its top, which other tools put there."""
        found: dict[str, object] = {}
        for folder, folders, names in os.walk(self._folder):
            inside = os.path.relpath(folder, self._folder).replace(os.sep, "/")
            if inside == ".":
                folders[:] = [name for name in folders if not name.startswith(".")]
                names = [name for name in names if not name.startswith(".")]
            found.update({name if inside == "." else f"{inside}/{name}": None for name in names})
        return found

    def _remove_empty_folders(self, path: str) -> None:
        """The folders above a file that is gone, as far as nothing else is in them."""
        with suppress(OSError):
            for folder in Path(path).parents:
                if folder.parts:
                    Path(self._folder, folder).rmdir()


def clear(folder: Path) -> None:
    """Remove what is in a folder, except hidden files at its top."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if not path.name.startswith("."):
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def _state(file: str) -> tuple[int, int] | None:
    """Size and time of change of a regular file."""
    try:
        found = os.lstat(file)
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns) if found.st_mode & 0o170000 == 0o100000 else None


def _read(file: str) -> bytes:
    with open(file, "rb") as opened:
        return opened.read()


def _recalled(memory: Path, folder: Path) -> Known | None:
    """What is remembered of a folder; None where that is nothing that can be relied upon."""
    try:
        form, place, digest, text = memory.read_bytes().split(b"\n", 3)
    except (OSError, ValueError):
        return None
    named = form.decode(errors="replace"), place.decode(errors="replace")
    if named != (FORMAT, str(folder)) or digest.decode(errors="replace") != _digest(text):
        return None
    return {path: (key, size, time) for path, key, size, time in json.loads(text)}


def _remember(memory: Path, folder: Path, known: Known) -> None:
    """Write the memory, and forget folders that are gone, such as that of a server that was stopped."""
    text = json.dumps([(path, *rest) for path, rest in known.items()], separators=(",", ":")).encode()
    with suppress(OSError):  # without a memory, the next build takes longer
        memory.parent.mkdir(parents=True, exist_ok=True)
        new = memory.with_suffix(".new")
        new.write_bytes(b"\n".join([FORMAT.encode(), str(folder).encode(), _digest(text).encode(), text]))
        new.replace(memory)
    for other in memory.parent.glob(f"*{memory.suffix}"):
        with suppress(OSError, IndexError):
            if not Path(other.read_bytes().split(b"\n", 2)[1].decode(errors="replace")).exists():
                other.unlink()


def _digest(text: bytes) -> str:
    return blake2b(text, digest_size=16).hexdigest()
