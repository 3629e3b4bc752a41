"""The room that a build of a project has to itself: another one waits until it is free."""

import logging
import os
import shutil
import sys
from contextlib import suppress
from errno import EACCES
from pathlib import Path
from tempfile import mkdtemp

if sys.platform == "win32":
    LOCK_EX = LOCK_NB = LOCK_UN = 0

    def flock(file: int, operation: int) -> None:
        """There, builds are not kept apart."""

else:
    from fcntl import LOCK_EX, LOCK_NB, LOCK_UN, flock

log = logging.getLogger("mkdocs.plugins.papergarden")

NAME = "being-built"
"""Of the folder beside what is remembered; one that is left there is of a build that was killed."""


class Workroom:
    """What two builds of a project would confuse for each other, held by the one that is at work.

    The system lets go of it when a process dies.

    Args:
        project: the folder of the project.
        cache: where to have a folder for files that are no site yet, if something can be written there.

    """

    def __init__(self, project: Path, cache: Path) -> None:
        self._project, self._cache = project, cache
        self._lock: int | None = None
        self._folder: Path | None = None

    def enter(self) -> None:
        """Wait for a build of another process, if there is one and the room is not ours already."""
        if self._lock is not None:
            return
        with suppress(OSError):  # some disks know no locks
            lock = os.open(self._project, os.O_RDONLY)
            try:
                flock(lock, LOCK_EX | LOCK_NB)
            except BlockingIOError:
                log.info("Waiting for another build of this project to end")
                flock(lock, LOCK_EX)
            self._lock = lock

    def folder(self) -> Path:
        """A new and empty folder, for as long as the build takes."""
        folder = self._cache / NAME
        try:
            if self._lock is None:
                raise PermissionError("another build may have it")
            if os.path.lexists(folder):
                shutil.rmtree(folder)
            folder.mkdir(parents=True)
        except OSError:
            folder = self._elsewhere()
        self._folder = folder
        return folder

    def _elsewhere(self) -> Path:
        """A folder where nothing can be written beside what is remembered."""
        try:
            return Path(mkdtemp(prefix="papergarden-"))
        except OSError as error:
            words = f"neither in {self._cache} nor in a folder for temporary files, which TMPDIR may name"
            raise PermissionError(EACCES, f"Files can be made {words}") from error

    def leave(self) -> None:
        """The build has ended."""
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
        if self._lock is not None:
            flock(self._lock, LOCK_UN)  # a child that is still there has it open, too
            os.close(self._lock)
        self._lock = self._folder = None
