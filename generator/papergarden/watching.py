"""What a site is made from, looked at again and again while a server shows it."""

import os
import time
from collections.abc import Callable, Iterable, Set
from functools import partial
from pathlib import Path
from threading import Thread
from types import SimpleNamespace
from typing import Any

from papergarden.unchanged import files_below

GLANCE = 0.05
"""Seconds from one look to the next; MkDocs waits ten times as long, and looks at more."""
SHARE = 0.1
"""Of its time in which a server that shows many seeds looks at them at most."""
QUIET = 0.05
"""Seconds without another change until a build begins; MkDocs waits twice as long."""


class Watch(Thread):
    """Rings when something at or below one of some paths changes; also when a path itself comes or goes.

    What changes between its making and its start counts, too: a first build takes long.

    Args:
        paths: tells where to look, each time anew.

    """

    def __init__(self, paths: Callable[[], Iterable[Path]]) -> None:
        super().__init__(daemon=True)
        self._paths = paths
        self._seen = self._look()
        self._ring: Callable[[Set[str]], object] = bool

    def tell(self, ring: Callable[[Set[str]], object]) -> None:
        """Begin, and ring so, with the paths of what changed."""
        self._ring = ring
        self.start()

    def run(self) -> None:
        """Look until the program ends."""
        while True:
            began = time.thread_time()
            before, self._seen = self._seen, self._look()
            if changed := {path for path, _ in before.items() ^ self._seen.items()}:
                self._ring(changed)
            time.sleep(max(GLANCE, (time.thread_time() - began) / SHARE))

    def _look(self) -> dict[str, tuple[int, ...]]:
        return {file: _state(file) for path in self._paths() for file in files_below(str(path))}


class Listener:
    """Stands where a server has its observer, and keeps how to tell the server that something changed."""

    ring: Callable[[], object]

    def schedule(self, handler: Any, path: str, *, recursive: bool) -> None:
        """Take the handler of the server for what happens at a path."""
        self.ring = partial(handler.on_any_event, SimpleNamespace(src_path=path, is_directory=False))


def _state(file: str) -> tuple[int, ...]:
    """What tells whether a file changed; of folders, whether there is one."""
    try:
        found = os.stat(file)
    except OSError:
        return ()
    if os.path.isdir(file):
        return (0,)
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
