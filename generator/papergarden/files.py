"""Documents in, files out: the disk, so that everything below works on text alone."""

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import Self, overload

from jinja2 import TemplateSyntaxError

from papergarden.decode import decode
from papergarden.model import Batch, Finding, Made, Seed, Settings, Source
from papergarden.project import site_source
from papergarden.text.digest import digest_of
from papergarden.unpack import unpack

DECISIONS = "decisions.yml"
LATELY = 3 * 10**9
"""Nanoseconds."""


class Held:
    """A seed that is a text only while somebody looks at it.

    It is held as UTF-8: in Python's own form, one rare letter makes all letters of a text take four bytes.
    """

    def __init__(self, seed: Seed) -> None:
        self.path, self._text = seed.path, seed.text.encode(errors="surrogatepass")

    def __len__(self) -> int:
        """How many bytes it has."""
        return len(self._text)

    @cached_property
    def digest(self) -> bytes:
        """What stands for its text."""
        return digest_of(self._text)

    @property
    def seed(self) -> Seed:
        """The seed with its text."""
        return Seed(self.path, self._text.decode(errors="surrogatepass"))


class Seeds(Sequence[Seed]):
    """Seeds that are held."""

    def __init__(self, held: Iterable[Held]) -> None:
        self.held = list(held)

    @classmethod
    def of(cls, seeds: Sequence[Seed]) -> Self:
        """Some seeds, in their order."""
        return seeds if isinstance(seeds, cls) else cls(map(Held, seeds))

    def __len__(self) -> int:
        return len(self.held)

    @overload
    def __getitem__(self, place: int) -> Seed: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Seed]: ...
    def __getitem__(self, place: int | slice) -> Seed | Sequence[Seed]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        return self.held[place].seed


@dataclass(frozen=True, slots=True)
class Collection:
    """All that a library is made from: seeds, people's decisions, the topic vocabulary, and its faults."""

    seeds: Sequence[Seed]
    decisions: Seed
    topics: Seed
    findings: tuple[Finding, ...]
    partial: bool = False
    """Whether only some documents were asked for, so that decisions about others are no fault."""


_Contents = dict[tuple[Path, Path], tuple[tuple[int, ...], Sequence[Held], Sequence[Finding]]]
"""By the folder that its name is relative to and its path, of a document the state of its file, the seeds in
it, and findings."""


class Opened:
    """What was in documents when they were last opened, for a program that builds again and again.

    A document of which the file is as it was is not opened again, unless it had just changed then: some disks
    tell the time in steps of two seconds.
    """

    def __init__(self) -> None:
        self._before: _Contents = {}
        self._now: _Contents = {}

    def begin(self) -> None:
        """Forget, after another look into the folder, what was not there at the last one."""
        self._before, self._now = self._now, {}

    def read(self, root: Path, path: Path) -> tuple[Sequence[Held], Sequence[Finding]]:
        """The seeds in a document, and findings."""
        with suppress(OSError):
            state = _state(path)
            known = self._before.get((root, path))
            if not known or known[0] != state:
                known = (state, *_held(root, path))
            if time.time_ns() - max(state[2:]) > LATELY:
                self._now[root, path] = known
            return known[1:]
        return _held(root, path)


def collect(settings: Settings, only: Iterable[Path] = (), opened: Opened | None = None) -> Collection:
    """Read the seeds folder of a project, or only the named documents or folders instead.

    What was ``opened`` before and is as it was is not read again.
    """
    findings: list[Finding] = []
    named = tuple(only)
    opened = opened or Opened()
    opened.begin()
    held: list[Held] = []
    for root, path in _documents(settings.seeds, named, findings):
        seeds, found = opened.read(root, path)
        held += seeds
        findings += found
    return Collection(
        seeds=Seeds(sorted(held, key=attrgetter("path"))),
        decisions=_one(settings.seeds / DECISIONS, findings),
        topics=_one(settings.topics, findings),
        findings=tuple(findings),
        partial=bool(named),
    )


def _documents(folder: Path, only: tuple[Path, ...], findings: list[Finding]) -> Iterator[tuple[Path, Path]]:
    """Pairs of the folder that names are relative to, and a document."""
    if not only and not folder.exists():
        findings.append(_no_folder(folder))
    elif not only:
        yield from ((folder, path) for path in _walk(folder, folder, findings) if path != folder / DECISIONS)
    for path in only:
        inside = path.absolute().is_relative_to(folder.absolute())
        root = folder if inside else (path if path.is_dir() else path.parent)
        yield from ((root.absolute(), found) for found in _walk(root.absolute(), path.absolute(), findings))


def _walk(root: Path, path: Path, findings: list[Finding]) -> Iterator[Path]:
    """The documents at or below a path, in the order of their names; hidden files are nobody's documents."""
    if not path.is_dir():
        if path.is_file():
            yield path
        else:
            findings.append(_unreadable(root, path, "There is no such file, or it is not a regular file."))
        return
    try:
        names = sorted(entry.name for entry in os.scandir(path) if not entry.name.startswith("."))
    except OSError as error:
        findings.append(_unreadable(root, path, f"The folder cannot be read: {error.strerror}."))
        return
    if any(path.samefile(above) for above in path.parents if above.is_relative_to(root)):
        findings.append(_unreadable(root, path, "The folder leads back to one that it is in."))
        return
    if not names:
        findings.append(_empty_folder(root, path))
    for name in names:
        yield from _walk(root, path / name, findings)


def _held(root: Path, path: Path) -> tuple[Sequence[Held], Sequence[Finding]]:
    findings: list[Finding] = []
    return list(map(Held, _read(root, path, findings))), findings


def _state(path: Path) -> tuple[int, ...]:
    """What tells whether a file changed; after the first two numbers come times."""
    found = os.stat(path)
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _read(root: Path, path: Path, findings: list[Finding]) -> Iterator[Seed]:
    """The seeds in a file: one, or as many as an archive has members."""
    name = _name(root, path)
    try:
        data = path.read_bytes()
    except OSError as error:
        findings.append(_unreadable(root, path, f"The file cannot be read: {error.strerror}."))
        return
    members, found = unpack(name, data)
    findings.extend(found)
    for member, content in members:
        text, problems = decode(member, content)
        findings.extend(problems)
        yield Seed(member, text)


def open_document(path: Path) -> tuple[Seed, ...]:
    """The seeds in one document, wherever it lies."""
    return tuple(_read(path.parent, path, []))


def load_templates(settings: Settings) -> dict[str, str]:
    """The page templates by file name: the project's, and ours where it has none of that name."""
    folders = dict.fromkeys((site_source() / "templates", settings.templates))
    paths = (path for folder in folders for path in sorted(folder.glob("*.j2")))
    return {path.name: _template(path) for path in paths}


def _template(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise TemplateSyntaxError("This is not UTF-8", line, filename=str(path)) from error


def load_font() -> bytes:
    """The font that cards are set in, which papergarden brings along: the same on every machine."""
    return (site_source() / "cards/DejaVuSerif-Bold.ttf").read_bytes()


def _one(path: Path, findings: list[Finding]) -> Seed:
    """A file of the project's own that need not be there."""
    if not path.is_file():
        return Seed(path.name, "")
    text, problems = decode(path.name, path.read_bytes())
    findings.extend(problem for problem in problems if problem.code != "empty-file")
    return Seed(path.name, text)


def _name(root: Path, path: Path) -> str:
    """The path below the folder, with ``/``; undecodable bytes of a name are shown, not carried on."""
    return _shown(path.relative_to(root).as_posix())


def _shown(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _no_folder(folder: Path) -> Finding:
    fix = "Make it and put documents into it, or say in mkdocs.yml which one has them: `seeds` of the plugin."
    what = f"There is no folder {_shown(folder.name)}."
    return Finding("error", "unreadable-file", Source(_name(folder, folder), 1), what, fix)


def _unreadable(root: Path, path: Path, what: str) -> Finding:
    fix = "Check the name and the permissions, or take the file out of the seeds folder."
    return Finding("error", "unreadable-file", Source(_name(root, path), 1), what, fix)


def _empty_folder(root: Path, path: Path) -> Finding:
    fix, what = "Put documents into it or remove it.", f"The folder {_shown(path.name)} is empty."
    return Finding("info", "empty-folder", Source(_name(root, path), 1), what, fix)


def save(folder: Path, files: Iterable[Made | Batch]) -> Iterator[Path]:
    """Write files below a folder and yield each path; a file that is already so is left alone.

    Raises ``ValueError`` for a path that would leave the folder: a writer made it, so it is a bug.
    """
    root = folder.resolve()
    for file in (one for some in files for one in (some.files if isinstance(some, Batch) else (some,))):
        path = (root / file.path).resolve()
        if not path.is_relative_to(root) or path == root:
            raise ValueError(f"a writer names a path outside the folder: {file.path!r}")
        made = file.content
        content = made.encode() if isinstance(made, str) else made
        if not (path.is_file() and path.read_bytes() == content):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        yield path
