"""The folder of the finished site: only what changed is written, what is no longer made is removed.

A memory beside the project tells of each file what it was made from and how it lay on the disk when it was
written. A file that was made from the same and still lies there so is right without being made again. The
memory can be lost, damaged or another version's: then each file is made and compared with what is there.
While a build is at work the memory has another name, for what a build leaves that broke off is not in it.
"""

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from functools import cache, partial
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from secrets import token_hex
from typing import Any, NamedTuple, TypeVar

from papergarden.cores import FEW, aside, cores, spread
from papergarden.folders import (
    deep_folders,
    keep_to_itself,
    lay_of_folders,
    lies_as,
    linked_folders,
    strangers,
    take_away,
)
from papergarden.remembered import PIECES, Known, Memory, recalled, remember
from papergarden.splice import Pieces, splice

TORN = ".torn"
"""How the name of a memory ends while a build is at work, and after one that broke off."""

_Laid = tuple[str, str, bool, bool]
"""A file in its place: its path, its mark ("" where it cannot be seen), whether it had to be made and to be
written. There are many, and a class of its own has each take longer on its way from another process."""
T = TypeVar("T")
_WRITE = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
"""How a file is opened to be written over: as bytes, on Windows too, and not what a link leads to."""
NAME_BYTES = 8
"""Of the name of a build."""
FOLDERS_KEPT = 1 << 12
"""Folders that are remembered as made: those of pages are rarely needed twice."""
TOGETHER = 40
"""How many things files are made of one kind of work after the other: more would hold more than they save."""
SHARE = 100
"""How many things one process makes files of before it reports and takes the next."""


class Order(NamedTuple):
    """A file to be at a path (with ``/``) of the site.

    ``key`` stands for all that it is made from; "" has it made in any case. ``make`` makes it, or tells of
    what pieces it is.
    """

    path: str
    key: str
    make: Callable[[], bytes | Pieces]


class NotHereError(Exception):
    """Raised where a file is made that only the first process can make: the rest must see what that does."""


class Site:
    """A folder that is published.

    ``written`` counts the files that were not yet as they had to be, ``made`` those that were looked at
    closely. ``last`` is the name of the build that all its files are of, "" where there is none; ``this`` is
    that of the one that begins.

    Args:
        folder: where the files lie; whatever else is in it or right in one of its folders is removed, except
            hidden files at its top. (To look into the folder of each page would take longer than all else
            where nothing changed.)
        memory: the file that remembers it.

    """

    def __init__(self, folder: Path, memory: Path) -> None:
        self.folder, self.memory = folder, memory
        self._folder = str(folder)
        self._is_bare = not (folder.is_dir() and any(folder.iterdir()))
        self._torn = memory.with_suffix(TORN)
        nothing = Memory("", "", {})
        known = nothing if self._is_bare else recalled(memory, folder)
        self.last, lay, self._before = known or recalled(self._torn, folder) or nothing
        self._is_torn = not self._is_bare and not (known and lies_as(lay, self._folder))
        self.this = token_hex(NAME_BYTES)
        self._by_top: Mapping[str, Known] = {}
        self._now: Known = {}
        self._folders: set[str] = set()
        self._older: set[str] = set()
        self._begun: list[Callable[[], list[_Laid]]] = []
        self._waiting: list[Any] = []
        self.touched: Callable[[], Collection[str]] = self._touched
        self.written = self.made = 0

    def __len__(self) -> int:
        """How many files there are."""
        return len(self._now)

    def is_whole(self) -> bool:
        """Whether every file that is remembered lies on the disk as it was written."""
        return bool(self._before) and not self._is_torn and not self._touched()

    def start(self) -> None:
        """A build begins to write, but not into folders that links lead to."""
        with suppress(OSError):
            self.memory.replace(self._torn)
        for link in linked_folders(self._folder) if self._is_torn else ():
            link.unlink()

    def look(self) -> None:
        """Begin to look which files somebody touched, while this process goes on."""
        if len(self._before) > FEW:
            self.touched = cache(aside(self._touched))

    def begin(self, large: T, orders: Callable[[Sequence[T]], Iterable[Order]]) -> None:
        """Begin with a thing that is much work, while this process goes on; `fill` waits for it.

        Where no core is left for that, `fill` begins with it: another process would only hold more.
        """
        if len(self._begun) < cores() - 1:
            self._begun.append(aside(lambda: self._share([large], orders)[0]))
        else:
            self._waiting.append(large)

    def _touched(self) -> Collection[str]:
        """Which files that are remembered do not lie on the disk as they were written."""
        folder, known = self._folder, self._before.items()
        return [path for path, mark in known if not mark.startswith(f"{_state(f'{folder}/{path}')} ")]

    def fill(
        self,
        large: Sequence[T],
        small: Sequence[T],
        orders: Callable[[Sequence[T]], Iterable[Order]],
        unnamed: Sequence[Callable[[], Sequence[T]]] = (),
    ) -> None:
        """Put every file that is ordered for some things, on all cores where there are many.

        Things of which one is much work come first, one by one, and the small ones in shares after them; last
        come shares of things that are ``unnamed`` until they are wanted.
        """
        large = [*self._waiting, *large]
        self._waiting = []
        shares: list[Callable[[], Sequence[T]]] = [partial(_itself, (one,)) for one in large]
        shares += [partial(_itself, small[at : at + SHARE]) for at in range(0, len(small), SHARE)]
        shares += unnamed

        def work(share: Callable[[], Sequence[T]]) -> tuple[list[_Laid], list[int]]:
            return self._share(share(), orders)

        results = spread(work, shares, len(large) + len(small) + SHARE * len(unnamed), here=True)
        for share, (laid, left) in zip(shares, results, strict=True):
            self._note(laid)
            things = share() if left else ()
            ordered = list(_together(things, orders)) if left else []
            self._note([self._lay(ordered[at]) for at in left])
        while self._begun:
            self._note(self._begun.pop()())

    def keep(self, paths: Sequence[str]) -> None:
        """Have files that are remembered stay as they are."""
        self._now.update(zip(paths, map(self._before.__getitem__, paths), strict=True))

    def key_of(self, path: str) -> str:
        """What a file was made from the last time, "" where nobody knows."""
        return _key(self._before.get(path, ""))

    def paths_below(self, folder: str) -> Mapping[str, str]:
        """Where each file below a folder (with ``/``) lay, by the key of what it was made from before."""
        there = self.marks_beside(folder).items()
        return {_key(mark): path for path, mark in there if path.startswith(folder)}

    def marks_beside(self, folder: str) -> Known:
        """The marks of the files that are remembered below the folder at the top that a folder is in."""
        if not self._by_top:
            tops: defaultdict[str, Known] = defaultdict(dict)
            for path, mark in self._before.items():
                tops[path.partition("/")[0]][path] = mark
            self._by_top = dict(tops)
        return self._by_top.get(folder.partition("/")[0], {})

    def put(self, order: Order) -> None:
        """Have a file be what is ordered."""
        self._note([self._lay(order)])

    def replace(self, name: str, orders: Iterable[Order]) -> None:
        """Have a file, or with a ``/`` at the end of its name all files of a folder, be what is ordered."""
        laid = [self._lay(order) for order in orders]
        self._note(laid)
        older = {path for path in self._older if path == name or (name[-1] == "/" and path.startswith(name))}
        self._older -= older
        self._remove(older - {path for path, *_ in laid})

    def drop(self, folder: str, owed: Callable[[str], bool]) -> None:
        """Remove the older files below a folder (with ``/``) that are owed no longer."""
        older = {path for path in self._older if path.startswith(folder) and not owed(path)}
        self._older -= older
        self._remove(older)

    def again(self) -> None:
        """Begin another build of the same site; the one before may have broken off."""
        self._is_torn = self._before is not self._now
        self._before, self._now, self._folders = {**self._before, **self._now}, {}, set()
        self._by_top = {}
        self._is_bare, self.touched = False, self._touched
        self.written = self.made = 0

    def _share(
        self, share: Sequence[T], orders: Callable[[Sequence[T]], Iterable[Order]]
    ) -> tuple[list[_Laid], list[int]]:
        """The files of some things, in their places, and which of these are left to the first process.

        Some are made before the first of these is written, for a core does faster what it has just done; but
        not those of a thing that is alone, which may have many.
        """
        done: list[_Laid] = []
        left: list[int] = []
        numbered = enumerate(_together(share, orders))
        while some := list(islice(numbered, min(len(share), TOGETHER))):
            ready = []
            for at, order in some:
                try:
                    ready.append(self._ready(order))
                except NotHereError:
                    left.append(at)
            done += [self._put_down(*one) for one in ready]
        return done, left

    def _lay(self, order: Order) -> _Laid:
        """Have a file be what is ordered."""
        return self._put_down(*self._ready(order))

    def _ready(self, order: Order) -> tuple[Order, str, bytes | Pieces | None]:
        """What is ordered, how the file lies there, and what has to be in it: None where that is there."""
        path, key, make = order
        if (".." in path and ".." in path.split("/")) or path.startswith("/"):
            raise ValueError(f"a writer names a path outside the folder: {path!r}")
        state = "" if self._is_bare else _state(f"{self._folder}/{path}")
        is_known = key and self._before.get(path) == f"{state} {key}"
        return order, state, None if is_known else make()

    def _put_down(self, order: Order, state: str, content: bytes | Pieces | None) -> _Laid:
        """Have a file have a content, or stay as it is."""
        path, key, _ = order
        if content is None:
            return path, f"{state} {key}", False, False
        file = f"{self._folder}/{path}"
        if isinstance(content, Pieces):
            self._make_room(Path(path))
            keep_to_itself(file)
            written = splice(file, self._memory_of(path), content)
            return path, _mark(file, key), True, written
        if state.startswith(f"{len(content)} ") and _read(file) == content:
            return path, f"{state} {key}", True, False
        state = self._write(path, content, new=not state)
        return path, f"{state} {key}", True, True

    def _memory_of(self, path: str) -> Path:
        """What remembers the pieces of a file."""
        name = blake2b(os.fsencode(path), digest_size=4).hexdigest()
        return self.memory.with_suffix(f".{name}{PIECES}")

    def _note(self, laid: Iterable[_Laid]) -> None:
        for path, mark, made, written in laid:
            self.made += made
            self.written += written
            if mark:
                self._now[path] = mark

    def finish(self, owed: Callable[[str], bool] = lambda path: False) -> None:
        """Remove what was not put and is not owed to a later hour, and remember the rest."""
        before, others = self._before, strangers(self._folder, self._now) if self._is_torn else ()
        gone = {path for path in before if path not in self._now}
        self._older = {path for path in gone if owed(path)}
        self._now |= {path: before.get(path, "") for path in self._older}
        self._remove(gone - self._older)
        for path in others:
            with suppress(OSError):
                take_away(path)
        if self.written or gone or others:
            with suppress(OSError):
                os.utime(self._folder)  # so that no older memory is taken for one of what lies here now
        build = "" if self._older else self.this
        lay = lay_of_folders(self._folder, deep_folders(self._now))
        if remember(self.memory, self.folder, Memory(build, lay, self._now)):
            with suppress(OSError):
                take_away(self._torn)
        self._before, self._is_torn = self._now, False

    def _remove(self, paths: Set[str]) -> None:
        for path in sorted(paths, reverse=True):
            self._now.pop(path, None)
            for file in (Path(self._folder, path), self._memory_of(path)):
                with suppress(OSError):
                    take_away(file)
            self._remove_empty_folders(path)

    def _write(self, path: str, content: bytes, new: bool) -> str:
        """Write a file and return its state.

        An old one is written over, for to empty it first takes ten times as long (ext4 flushes it). A new one
        is not: what lies there is a link or worse.
        """
        file = f"{self._folder}/{path}"
        try:
            if new:
                self._make_folder(file[: file.rindex("/")])
            else:
                keep_to_itself(file)
            opened = os.open(file, _WRITE | os.O_EXCL if new else _WRITE, 0o666)
        except OSError:
            self._make_room(Path(path))
            opened = os.open(file, _WRITE | os.O_TRUNC, 0o666)
        return _filled(opened, content, old=not new)

    def _make_folder(self, folder: str) -> None:
        """Make a folder that is probably not there in one that probably is: a page has one of its own."""
        if folder not in self._folders:
            if len(self._folders) == FOLDERS_KEPT:
                self._folders.clear()
            try:
                os.mkdir(folder)
            except FileExistsError:
                pass
            except FileNotFoundError:
                os.makedirs(folder)
            self._folders.add(folder)

    def _make_room(self, path: Path) -> None:
        """Make the folders of a file, where files may lie, and take away what cannot be written over."""
        for inside in reversed(path.parents[:-1]):
            above = Path(self._folder, inside)
            if above.is_symlink() or above.is_file():
                above.unlink()
        place = Path(self._folder, path)
        if os.path.lexists(place) and not (_state(str(place)) and os.access(place, os.W_OK)):
            take_away(place)
        place.parent.mkdir(parents=True, exist_ok=True)

    def _remove_empty_folders(self, path: str) -> None:
        """The folders above a file that is gone, as far as nothing else is in them."""
        with suppress(OSError):
            for folder in Path(path).parents:
                if folder.parts:
                    Path(self._folder, folder).rmdir()


def _together(things: Sequence[T], orders: Callable[[Sequence[T]], Iterable[Order]]) -> Iterator[Order]:
    """The files of some things, as many of which are ordered together as can be held."""
    for at in range(0, len(things), TOGETHER):
        yield from orders(things[at : at + TOGETHER])


def _itself(things: Sequence[T]) -> Sequence[T]:
    return things


def _state(file: str) -> str:
    """Size and time of change of a regular file, "" if there is none."""
    try:
        found = os.lstat(file)
    except OSError:
        return ""
    return _told(found) if found.st_mode & 0o170000 == 0o100000 else ""


def _told(found: os.stat_result) -> str:
    return f"{found.st_size} {found.st_mtime_ns}"


def _mark(file: str, key: str) -> str:
    state = _state(file)
    return f"{state} {key}" if state else ""


def _key(mark: str) -> str:
    return mark[mark.rfind(" ") + 1 :]


def _filled(opened: int, content: bytes, old: bool) -> str:
    """The state of an open file once it has this content, in place of an old one; it is closed.

    Python's own files take twice as long for it.
    """
    try:
        rest = content
        while rest:
            rest = rest[os.write(opened, rest) :]
        if old:
            os.ftruncate(opened, len(content))
        return _told(os.fstat(opened))
    finally:
        os.close(opened)


def _read(file: str) -> bytes:
    with open(file, "rb") as opened:
        return opened.read()
