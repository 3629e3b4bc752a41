"""The theme's files as Jinja finds them, but for hidden ones when all are asked for.

MkDocs asks before each build, and leaves out what lies in folders whose names begin with a dot: in one such
Material has 14,000 icons.
"""

import os
from collections.abc import Iterator

from jinja2 import FileSystemLoader


class ThemeFiles(FileSystemLoader):
    """Loads any file of the theme, lists those that are not hidden."""

    def list_templates(self) -> list[str]:
        """The names of all files in no hidden folder, in order, each once."""
        return sorted({name for folder in self.searchpath for name in _visible(folder)})


def _visible(root: str) -> Iterator[str]:
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = os.path.relpath(folder, root).replace(os.sep, "/")
        yield from names if inside == "." else (f"{inside}/{name}" for name in names)
