"""Whether a site is what a build would make of it again: then there is nothing to do.

All that a build looks at is known when it begins: the configuration, the seeds, the folders of pages,
templates and theme, the packages, the variables of the environment that the configuration names. A digest of
their content is kept beside what is remembered of the site (``publish``), and holds for that memory only:
another way to build may have made another site in the same folder since.
"""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b, file_digest, sha256
from pathlib import Path

from papergarden.project import CACHE, PACKAGE, ProjectError, config_files, site_source
from papergarden.publish import Site

VARIABLE = re.compile(r"\b[A-Za-z]\w+\b")
"""What may be the name of a variable in a configuration; naming too many does no harm."""

LEFT_BEHIND = {"__pycache__", CACHE.partition("/")[0]}


class Build:
    """One way of building: a configuration, a folder for the site, and how strict it is.

    Each file that it is made from is looked at once, before it is read: it may change while a build is at
    work. ``memory`` is the file that remembers the last one.
    """

    def __init__(self, config_file: Path, memory: Path, *way: str) -> None:
        self._config, self._memory = config_file.absolute(), memory
        self._way = (str(self._config), str(PACKAGE), str(site_source()), *way)
        self._seen: dict[str, list[str]] = {}

    def begin(self) -> None:
        """Look at the configuration."""
        self._configured = self._digest(())

    def look(self, inputs: Iterable[Path]) -> None:
        """Look at what else it is going to be made from."""
        self._inputs = [str(path) for path in inputs]
        self._made_from = self._digest(self._inputs)

    def remember(self, site: Site, code: int) -> None:
        """Keep what a build that is done was made from, and its exit code."""
        memory = str(site.memory)
        made_from = [self._configured, self._made_from, self._inputs]
        text = json.dumps([*made_from, str(site.folder), memory, _content(memory), code])
        with suppress(OSError):  # without a memory, the next build takes longer
            self._memory.write_text(f"{_digest([], text)}\n{text}", encoding="utf-8")

    def code(self) -> int | None:
        """The exit code of the last build, if another one would make the same; else None."""
        try:
            seal, text = self._memory.read_text(encoding="utf-8").split("\n")
            *made_from, inputs, folder, memory, content, code = json.loads(text)
            same = seal == _digest([], text) and made_from == [self._digest(()), self._digest(inputs)]
            same = same and content == _content(memory) and Site(Path(folder), Path(memory)).is_whole()
        except (OSError, ValueError, TypeError, RecursionError, ProjectError):
            return None
        return int(code) if same else None

    def _digest(self, paths: Iterable[str]) -> str:
        files = list(config_files(self._config))
        names = {name for file in files for name in VARIABLE.findall(file.read_text(encoding="utf-8"))}
        variables = [(name, os.environ.get(name)) for name in sorted({*names, "SOURCE_DATE_EPOCH"})]
        words = (*self._way, program_digest(), repr(variables))
        return _digest([*map(str, files), *paths], *words, seen=self._seen)


@cache
def program_digest() -> str:
    """Stands for this program and all packages that it uses."""
    return _digest([str(PACKAGE)])


def _digest(paths: Iterable[str], *words: str, seen: dict[str, list[str]] | None = None) -> str:
    """Stands for files, the packages and some words; at a path that was ``seen`` nobody looks again."""
    known = {} if seen is None else seen
    digest = blake2b(digest_size=16)
    for path in paths:
        if path not in known:
            known[path] = [f"{file}\0{_content(file)}\0" for file in files_below(path)]
        digest.update("".join(known[path]).encode(errors="surrogateescape"))
    digest.update(repr((words, sys.version, _installed())).encode(errors="surrogateescape"))
    return digest.hexdigest()


def _installed() -> list[str]:
    """Packages with their versions, by the names of their folders."""
    names = (name for path in sys.path if os.path.isdir(path) for name in os.listdir(path))
    return sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))


def build_of(config_file: Path, output: Path | None, strict: bool) -> Build:
    """The way of building that the command was asked for."""
    way = (str(output.absolute()) if output else "", "strict" if strict else "")
    name = blake2b(repr((str(config_file.absolute()), *way)).encode(), digest_size=4).hexdigest()
    return Build(config_file, config_file.absolute().parent / CACHE / f"{name}.build", *way)


def files_below(path: str) -> Iterator[str]:
    """The files at or below a path, in an order of their own, but for what Python and we leave behind.

    A folder that links lead to more than once is looked into once: it may be one that it is in. Then it is
    told which one that is.
    """
    if not os.path.isdir(path):
        yield path
    seen: set[str] = set()
    for folder, folders, names in os.walk(path, followlinks=True):
        yield folder
        if (real := os.path.realpath(folder)) in seen:
            yield real
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(set(folders) - LEFT_BEHIND)
        yield from (os.path.join(folder, name) for name in sorted(names))


def _content(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return file_digest(file, sha256).hexdigest()
    except OSError as error:
        return type(error).__name__
