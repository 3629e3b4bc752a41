"""Files of a site that are made when somebody asks for them, so that a server shows an edit at once."""

import logging
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from threading import Condition
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from papergarden.publish import Order, Site

log = logging.getLogger("mkdocs.plugins.papergarden")

T = TypeVar("T")
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""A web application as WSGI (PEP 3333) has it."""

NO_NAMES: Mapping[str, Any] = MappingProxyType({})


class OnDemand(Generic[T]):
    """What a site still owes; a server asks for it from threads of its own while the site is built anew."""

    def __init__(self) -> None:
        self._free = Condition()
        self._building = False
        self._builds = 0
        self._owed: dict[str, T] = {}
        self._unnamed: dict[str, Callable[[], Mapping[str, T]]] = {}
        self._there: set[str] = set()

    def begin(self) -> None:
        """A build begins: whoever asks for a file waits for its end."""
        with self._free:
            self._building, self._builds = True, self._builds + 1
            self._owed, self._unnamed, self._there = {}, {}, set()

    def end(self) -> None:
        """The build has ended, well or not."""
        with self._free:
            self._building = False
            self._free.notify_all()

    def owe(
        self,
        site: Site,
        owed: Mapping[str, T],
        orders: Callable[[Sequence[T]], Iterable[Order]],
        unnamed: Mapping[str, Callable[[], Mapping[str, T]]] = NO_NAMES,
    ) -> None:
        """Make each of some things when a file of it is asked for.

        Args:
            site: where the files will lie.
            owed: the things by path; one with a ``/`` at its end stands for all files below it.
            orders: what files some things are.
            unnamed: what names more such things below a folder (with ``/``), once one of them is asked for;
                of the folder "" those that are in no other.

        """
        self._site, self._owed, self._unnamed, self._orders = site, dict(owed), dict(unnamed), orders

    def owes(self, path: str) -> bool:
        """Whether a file may still be made."""
        return path in self._owed or any(
            folder in self._owed or folder in self._unnamed for folder in _folders(path)
        )

    def make(self, path: str) -> int:
        """Have the file at a path be there, if it is one that is owed; returns the number of the build."""
        with self._free:
            self._free.wait_for(lambda: not self._building)
            if path not in self._there:
                self._make(path)
            return self._builds

    def _make(self, path: str) -> None:
        if path not in self._owed:
            self._name(path)
        for name in (path, *_folders(path)):
            if name in self._owed:
                self._site.replace(name, self._orders([self._owed[name]]))
                self._there.add(name)
                del self._owed[name]
                break

    def _name(self, path: str) -> None:
        """Have all named that there is in the folders of a file."""
        for folder in _folders(path):
            if folder in self._unnamed:
                self._owed |= self._unnamed.pop(folder)()
                self._site.drop(folder, self.owes)

    def serving(self, inner: Application, mount: Callable[[str], str | None]) -> Application:
        """An application that makes the file that is asked for before another one looks for it.

        ``mount`` tells the path of the file at an address, or None for what is no file. An answer from
        before a build that began in the meantime is not given.
        """

        def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            path = mount(environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore"))
            while path is not None:
                said: list[tuple[Any, ...]] = []
                build = self.make(path)
                answer = inner(environ, lambda *words, said=said: said.append(words))
                if build == self._builds:
                    start_response(*said[-1])
                    return answer
                if hasattr(answer, "close"):
                    answer.close()
            return inner(environ, start_response)

        return application


def telling(inner: Application, told: Callable[[Exception], str]) -> Application:
    """An application that answers in words where another one fails and ``told`` knows any."""

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        try:
            return inner(environ, start_response)
        except Exception as error:
            if not (words := told(error)):
                raise
            log.error(words)
            start_response("500 Internal Server Error", [("Content-Type", "text/plain; charset=utf-8")])
            return [words.encode()]

    return application


def file_at(address: str, mount: str) -> str | None:
    """The path of the file that a server shows at an address below the site's own."""
    if not f"{address}/".startswith(mount):
        return None
    path = address[len(mount) :] + ("index.html" if address.endswith("/") else "")
    return posixpath.normpath(f"/{path}").lstrip("/")


def _folders(path: str) -> Iterator[str]:
    """The folders above a file, as they stand for all that is below them; "" where there is none."""
    at = path.find("/")
    if at < 0:
        yield ""
    while at >= 0:
        yield path[: at + 1]
        at = path.find("/", at + 1)
