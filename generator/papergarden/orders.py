"""What the made things of a site are as files: under which path, from what, and how their bytes are made."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial

from papergarden.model import Batch, LateFile, LongFile, Made, OutFile, Page, Still
from papergarden.moulds import Press, frame_in
from papergarden.publish import Order, Site
from papergarden.splice import Pieces
from papergarden.unchanged import program_digest
from papergarden.writers.digests import key_of

PAGE, FILE = "/index.html", "file"
"""What is a page, and what stands for the frame of all else, which has none."""


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

    def __call__(self, things: Sequence[Made | Batch]) -> Iterator[Order]:
        """The files that some things are: pages first."""
        pages = [one for one in things if isinstance(one, Page)]
        known = [self._site.key_of(_path(page)) for page in pages]
        stamps = self.press.stamp_all(list(zip(pages, known, strict=True))) if pages else ()
        for page, stamped in zip(pages, stamps, strict=True):
            yield Order(_path(page), *stamped)
        for one in things:
            if isinstance(one, Batch):
                yield from self._of_batch(one)
            elif not isinstance(one, Page):
                yield self._of(one)

    def still(self, stills: Iterable[Still]) -> tuple[Sequence[str], Sequence[Made]]:
        """The paths of all files that are as they were; and things of which some may not be.

        A file is as it was if nothing has changed that it is made from, nor the frame of its page, and nobody
        has touched it.
        """
        touched = self._site.touched()
        kept: list[str] = []
        doubtful: list[Made] = []
        for one in stills:
            lying = self._lying(one)
            changed = lying.keys() - self._known(one, lying)
            same = [lying[frame] for frame in lying.keys() - changed]
            names = set(one.names).difference(*(places.values() for places in same))
            names.update(set(map(one.name_of, touched)) - {""}, *(lying[frame].values() for frame in changed))
            for places in same:
                kept += [path for path, name in places.items() if name not in names] if names else places
            doubtful += one.things(names) if names else ()
        return kept, [one for one in doubtful if not self._taken(one.path)]

    def _lying(self, still: Still) -> Mapping[str, Mapping[str, str]]:
        """Files that lay in some folders, with the names of these, by the frames of pages.

        By "" there are those of which nobody knows what they were made from.
        """
        lying: defaultdict[str, dict[str, str]] = defaultdict(dict)
        start, names = len(still.folder), still.names
        for path, mark in self._site.marks_beside(still.folder).items():
            if (name := path[start:].partition("/")[0]) in names:
                key = mark[mark.rfind(" ") + 1 :]
                lying[frame_in(key) if path.endswith(PAGE) else key and FILE][path] = name
        return lying

    def _known(self, still: Still, lying: Mapping[str, Mapping[str, str]]) -> Set[str]:
        """Those of the frames that are as they were, as one page of each tells."""
        firsts = {next(iter(places)): frame for frame, places in lying.items() if frame not in {"", FILE}}
        things = still.things(set(map(still.name_of, firsts)))
        pages = {_path(one): one for one in things if isinstance(one, Page)}
        there = ((pages[path], frame) for path, frame in firsts.items() if path in pages)
        return {FILE, *(frame for page, frame in there if self.press.knows(page, frame))}

    def _of_batch(self, batch: Batch) -> Iterator[Order]:
        known = self._site.paths_below(batch.folder)
        files = batch.make(lambda key: known.get(self._key(key), ""))
        return (self._of(file) for file in files if not self._taken(file.path))

    def _of(self, made: Made) -> Order:
        if isinstance(made, Page):
            path = _path(made)
            return Order(path, *self.press.stamp(made, self._site.key_of(path)))
        if isinstance(made, LateFile):
            key = made.key
            return Order(made.path, key and self._key(key), partial(_encoded, made))
        if isinstance(made, LongFile):
            pieces = Pieces(self._program, made.keys, lambda number: made.make(number).encode())
            return Order(made.path, self._key(*pieces.keys), lambda: pieces)
        return Order(made.path, key_of(made.content), partial(_encoded, made))

    def _key(self, *parts: str | bytes) -> str:
        """What stands for a file that this program makes of what ``parts`` stand for."""
        return key_of(self._program, *parts)


def _path(page: Page) -> str:
    return f"{page.address}index.html"


def _encoded(file: OutFile | LateFile) -> bytes:
    content = file.content
    return content.encode() if isinstance(content, str) else content
