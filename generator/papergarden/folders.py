"""What lies in the folder of a site beside what is known, and how that is noticed."""

import json
import os
import re
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from unicodedata import normalize


def lay_of_folders(root: str, deep: Iterable[str]) -> str:
    """What changes when anything comes to, or goes from, a folder, one in it or a deep one."""
    with suppress(OSError):
        inside = [one.path for one in os.scandir(root) if one.is_dir(follow_symlinks=False)]
        shown = [path for path in sorted(inside) if not os.path.basename(path).startswith(".")]
        told = {path: os.stat(f"{root}/{path}").st_mtime_ns for path in sorted(deep)}
        return json.dumps([[os.stat(path).st_mtime_ns for path in (root, *shown)], told])
    return ""


def lies_as(lay: str, root: str) -> bool:
    """Whether a folder lies as it lay."""
    return bool(lay) and lay == lay_of_folders(root, json.loads(lay)[1])


def deep_folders(files: Iterable[str]) -> set[str]:
    """Folders in the folders of a folder that hold folders of some files."""
    places = {path.rpartition("/")[0] for path in files if path.count("/") > 2}
    return {place[: end.start()] for place in places for end in list(re.finditer("/", place))[1:]}


def linked_folders(root: str) -> list[Path]:
    """Links that lead to folders."""
    places = (Path(root, inside, name) for inside, folders, _ in _walk(root) for name in folders)
    return list(filter(Path.is_symlink, places))


def strangers(root: str, files: Collection[str]) -> list[Path]:
    """What is in a folder and is none of some files, nor a folder of one.

    Some file systems give names back in another case or form than they were given.
    """
    known = {*files, *(path[: end.start()] for path in files for end in re.finditer("/", path))}
    others = [
        path
        for inside, folders, names in _walk(root)
        for path in map(inside.__add__, [*folders, *names])
        if path not in known
    ]
    alike = set(map(_plain, known)) if others else known
    return [Path(root, path) for path in others if _plain(path) not in alike]


def clear(folder: Path) -> None:
    """Remove what is in a folder, except hidden files at its top."""
    for path in folder.iterdir() if os.path.isdir(folder) else ():
        if not path.name.startswith("."):
            take_away(path)


def take_away(path: Path) -> None:
    """Remove a file, a link, or a folder with all that is in it."""
    shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def keep_to_itself(file: str) -> None:
    """Have a file no other names before it is written over: somebody may keep older sites as hard links."""
    if os.path.exists(file) and os.stat(file).st_nlink > 1:
        shutil.copy2(file, f"{file}.new")
        os.replace(f"{file}.new", file)


def _walk(root: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """Each folder, as names in it begin, with the folders and files in it.

    What is hidden at the top is left out: other tools put that there.
    """
    for folder, folders, names in os.walk(root):
        inside = f"{folder[len(root) + 1 :]}/".lstrip("/").replace(os.sep, "/")
        if not inside:
            folders[:] = [name for name in folders if not name.startswith(".")]
            names = [name for name in names if not name.startswith(".")]
        yield inside, folders, names


def _plain(name: str) -> str:
    return normalize("NFC", name).casefold()
