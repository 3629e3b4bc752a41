"""The files that a new collection begins with."""

from collections.abc import Iterator

from papergarden.model import OutFile
from papergarden.project import site_source


def starter_files() -> Iterator[OutFile]:
    """The configuration, an example seed, the publishing workflow, and what says how to go on."""
    folder = site_source() / "starter"
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield OutFile(path.relative_to(folder).as_posix(), path.read_bytes())
