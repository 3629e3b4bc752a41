"""What the made things of a site are as files: under which path, from what, and how their bytes are made."""

from collections.abc import Callable, Iterator
from functools import partial

from papergarden.model import Batch, LateFile, LongFile, Made, OutFile, Page
from papergarden.moulds import Press
from papergarden.publish import Order, Site
from papergarden.splice import Pieces
from papergarden.unchanged import program_digest
from papergarden.writers.digests import key_of


class Orders:
    """Orders the files of made things.

    Args:
        site: where they will lie.
        taken: whether a file at a path is somebody else's.

    """

    press: Press
    """What stamps pages, once it is known."""

    def __init__(self, site: Site, taken: Callable[[str], bool]) -> None:
        self._site, self._taken = site, taken
        self._program = program_digest()

    def __call__(self, made: Made | Batch) -> Iterator[Order]:
        """The files that a thing is."""
        if isinstance(made, Batch):
            for file in made.make(lambda key: self._site.path_of(self._key(key))):
                if not self._taken(file.path):
                    yield from self(file)
        elif isinstance(made, Page):
            path = f"{made.address}index.html"
            stamped = self.press.stamp(made, self._site.key_of(path))
            yield Order(path, stamped.key, stamped.make)
        elif isinstance(made, LateFile):
            yield Order(made.path, made.key and self._key(made.key), partial(_encoded, made))
        elif isinstance(made, LongFile):
            pieces = Pieces(self._program, made.keys, lambda number: made.make(number).encode())
            yield Order(made.path, self._key(*made.keys), lambda: pieces)
        else:
            yield Order(made.path, key_of(made.content), partial(_encoded, made))

    def _key(self, *parts: str | bytes) -> str:
        """What stands for a file that this program makes of what ``parts`` stand for."""
        return key_of(self._program, *parts)


def _encoded(file: OutFile | LateFile) -> bytes:
    content = file.content
    return content.encode() if isinstance(content, str) else content
