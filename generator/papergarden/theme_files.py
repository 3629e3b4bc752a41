"""The theme's files: which of them are looked for, and which are published."""

import os
from collections.abc import Iterator
from pathlib import Path

from jinja2 import FileSystemLoader

SCRIPTS = b"assets/javascripts/"
"""Where Material has its scripts: more than two megabytes, of which our frame loads none."""


class ThemeFiles(FileSystemLoader):
    """Loads any file of the theme, lists those that are not hidden.

    MkDocs asks for the list before each build, and leaves out what lies in folders whose names begin with a
    dot: in one such Material has 14,000 icons.
    """

    def list_templates(self) -> list[str]:
        """The names of all files in no hidden folder, in order, each once."""
        return sorted({name for folder in self.searchpath for name in _visible(folder)})


def _visible(root: str) -> Iterator[str]:
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = os.path.relpath(folder, root).replace(os.sep, "/")
        yield from names if inside == "." else (f"{inside}/{name}" for name in names)


def files_to_publish(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files that MkDocs made, but the theme's scripts only where a page loads any of them."""
    files = [
        (path.relative_to(folder).as_posix(), path) for path in sorted(folder.rglob("*")) if path.is_file()
    ]
    unread = not any(SCRIPTS in path.read_bytes() for name, path in files if name.endswith(".html"))
    return ((name, path) for name, path in files if not (unread and name.startswith(SCRIPTS.decode())))
