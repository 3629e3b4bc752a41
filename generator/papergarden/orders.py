"""What the made things of a site are as files: under which path, from what, and how their bytes are made."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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

    def __call__(self, made: Made | Batch) -> Iterable[Order]:
        """The files that a thing is."""
        return self._of_batch(made) if isinstance(made, Batch) else (self._of(made),)

    def part(self, things: Iterable[Made]) -> tuple[Mapping[str, Made], Sequence[Made]]:
        """Things whose files are made from the same as those that are remembered, by path; and the others."""
        still, others = {}, []
        for one in things:
            if path := self._still(one) if isinstance(one, Page | LateFile) and one.settled else "":
                still[path] = one
            else:
                others.append(one)
        return still, others

    def _still(self, made: Page | LateFile) -> str:
        """The path of a file that is made from the same as the one that is remembered, "" if it is not."""
        if isinstance(made, LateFile):
            return made.path if self._site.key_of(made.path) else ""
        path = f"{made.address}index.html"
        return path if self.press.knows(made, self._site.key_of(path)) else ""

    def _of_batch(self, batch: Batch) -> Iterator[Order]:
        known = self._site.paths_below(batch.folder)
        files = batch.make(lambda key: known.get(self._key(key), ""))
        return (self._of(file) for file in files if not self._taken(file.path))

    def _of(self, made: Made) -> Order:
        if isinstance(made, Page):
            path = f"{made.address}index.html"
            return Order(path, *self.press.stamp(made, self._site.key_of(path)))
        if isinstance(made, LateFile):
            known = self._site.key_of(made.path) if made.settled else ""
            key = known or made.key
            return Order(made.path, known or (key and self._key(key)), partial(_encoded, made))
        if isinstance(made, LongFile):
            pieces = Pieces(self._program, made.keys, lambda number: made.make(number).encode())
            return Order(made.path, self._key(*pieces.keys), lambda: pieces)
        return Order(made.path, key_of(made.content), partial(_encoded, made))

    def _key(self, *parts: str | bytes) -> str:
        """What stands for a file that this program makes of what ``parts`` stand for."""
        return key_of(self._program, *parts)


def _encoded(file: OutFile | LateFile) -> bytes:
    content = file.content
    return content.encode() if isinstance(content, str) else content
