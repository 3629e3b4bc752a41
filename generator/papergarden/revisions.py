"""A revision of a library, by what a person calls it: an export, a folder, or a git revision."""

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from papergarden.pipeline import build_library
from papergarden.project import ProjectError, load_settings, settings_from
from papergarden.writers.difference import Revision, read_revision, revision_of


def load_revision(name: str, config_file: Path) -> Revision:
    """The revision that a name stands for; raises ``ProjectError`` where it stands for none.

    A file is an export in JSON lines; a folder is a project, or just a seeds folder; anything else is asked
    of git, in the repository of ``config_file``.
    """
    path = Path(name)
    if path.is_file():
        return _export(path)
    return _folder(path) if path.is_dir() else _git(name, config_file)


def _export(path: Path) -> Revision:
    try:
        return read_revision(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ProjectError(f"{path}: {error}. Make one with `papergarden export -o {path}`.") from error


def _folder(path: Path, config: str = "mkdocs.yml") -> Revision:
    if (path / config).is_file():
        return revision_of(build_library(load_settings(path / config)))
    return revision_of(build_library(settings_from({"plugins": [{"papergarden": {"seeds": "."}}]}, path)))


def _git(name: str, config_file: Path) -> Revision:
    """The project as a commit has it, unpacked into a folder that lives as long as it is read."""
    try:
        root = Path(_run("rev-parse", "--show-toplevel", cwd=config_file.absolute().parent).decode().strip())
        revision = f"{name}^{{commit}}"
        commit = _run("rev-parse", "--verify", "--end-of-options", revision, cwd=root).decode().strip()
    except (OSError, subprocess.CalledProcessError) as error:
        raise ProjectError(
            f"{name!r} is no file, no folder and no git revision. Name an export in JSON lines, "
            "a project's folder, or a revision such as HEAD~1."
        ) from error
    archive = _run("archive", "--format=tar", commit, cwd=root)
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")
        within = config_file.absolute().parent.relative_to(root)
        return _folder(Path(folder) / within, config_file.name)


def _run(*arguments: str, cwd: Path) -> bytes:
    return subprocess.run(["git", *arguments], cwd=cwd, check=True, capture_output=True).stdout  # noqa: S603, S607
