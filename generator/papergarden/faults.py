"""Faults of a build that are nobody's bug, in words for whoever can mend them."""

import os
from collections.abc import Sequence
from errno import EACCES, EDQUOT, EEXIST, EFBIG, EISDIR, ENOSPC, ENOTDIR, EPERM, EROFS
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError

from papergarden.writers.blame import note_place, noted_place

OF_THE_DISK = {EACCES, EDQUOT, EEXIST, EFBIG, EISDIR, ENOSPC, ENOTDIR, EPERM, EROFS}


def told(error: BaseException, folders: Sequence[Path]) -> str:
    """Where and what it is, and what to do; "" for all that may be a bug of ours.

    Args:
        error: what ended the build.
        folders: where the project's own templates are, the first of a name being the one that is used.

    """
    if place := _place(error, folders):
        return f"{place}: {_words(error)}. Mend this template, or remove it to have ours."
    if isinstance(error, OSError) and error.errno in OF_THE_DISK:
        return f"The build cannot go on: {error}. Make room, or give leave to read and write there."
    return ""


def mixed(site: Path, sources: Sequence[Path]) -> str:
    """Which of the things that a site is made from lies in its folder, or the other way round; "" if none."""
    folder, *others = (Path(os.path.realpath(path)) for path in (site, *sources))
    for source in others:
        if folder.is_relative_to(source):
            return f"{site}: The site would be read as a part of {source}. Set `site_dir` to another folder."
        if source.is_relative_to(folder):
            return f"{site}: The site would take the place of {source}. Set `site_dir` to another folder."
    return ""


def _place(error: BaseException, folders: Sequence[Path]) -> str:
    """The file and line of a template of the project's own."""
    note_place(error)
    name, line = noted_place(error)
    if isinstance(error, TemplateSyntaxError):
        name, line = error.filename or error.name or "", error.lineno
    files = (folder / name for folder in folders)
    own = (file for file in files if file.is_file() and any(map(file.is_relative_to, folders)))
    return next((f"{file}:{line}" for file in own), "")


def _words(error: BaseException) -> str:
    said = (error.message if isinstance(error, TemplateError) else str(error)) or type(error).__name__
    return said.rstrip(".")
