"""What is made from a library, sorted by who publishes it: MkDocs, we at once, or we when it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import cache, partial
from itertools import chain
from typing import Any, TypeVar

from papergarden.model import Batch, Folder, LateFile, LongFile, Lot, Made, OutFile, Page, Still

L = TypeVar("L", bound=Lot)
Owed = dict[str, Made | Batch]
"""Things by the path that they are asked for by, batches by their folder."""


class Sorted:
    """All that is made.

    ``pages`` and ``files`` are ours to publish. ``known`` are the paths of all files, and of pages the
    addresses; ``unnamed`` tell what there is below more folders, for "" what is in none. ``lots`` are ours,
    too, and so are ``stills``, which are as they were.

    Args:
        ways: the paths in the navigation.
        theirs: the paths of files that somebody else has.
        taken: whether that is so of a path, or nobody may have a file there.

    """

    def __init__(self, ways: Set[str], theirs: Set[str], taken: Callable[[str], bool]) -> None:
        self._ways, self._theirs, self._taken = ways, theirs, taken
        self.stills: list[Still] = []
        self.lots: list[Lot] = []
        self.pages: list[Page] = []
        self.files: list[OutFile | LateFile | LongFile | Batch] = []
        self.known: set[str] = set()
        self.unnamed: dict[str, Callable[[], Owed]] = {}

    def take(
        self, everything: Iterable[Made | Batch | Folder | Lot], begin: Callable[[Batch], None]
    ) -> Iterator[Page]:
        """Sort things; ``begin`` with batches, and yield the pages that MkDocs publishes: the ways in."""
        for made in self._named(everything):
            if isinstance(made, Folder):
                self.unnamed[made.path] = cache(partial(_owed, made, self._taken))
            elif isinstance(made, Batch):
                begin(made)
            elif isinstance(made, Still):
                yield from self._apart(made, self.stills)
            elif isinstance(made, Lot):
                yield from self._apart(made, self.lots)
            elif not self._taken(made.path):
                yield from self._sort(made)

    def _apart(self, lot: L, lots: list[L]) -> Iterator[Page]:
        """Tell from the files of a lot what the navigation leads to, or somebody else has files among."""
        names = set(map(lot.name_of, self._ways | self._theirs)) - {""}
        lots.append(replace(lot, names=set(lot.names) - names) if names else lot)
        for made in lot.things(names) if names else ():
            if not self._taken(made.path):
                yield from self._sort(made)

    def is_made(self, path: str) -> bool:
        """Whether a file at a path, or the page of a Markdown file, is ours to publish."""
        page = path.removesuffix("index.md")
        if path in self.known or page in self.known:
            return True
        names, unnamed = {path, f"{page}index.html"}, self.unnamed.items()
        if any(is_below(path, folder) and names & below().keys() for folder, below in unnamed):
            return True
        there = ((one, name) for one in (*self.stills, *self.lots) if (name := one.name_of(path)))
        return any(_known_as(made) in {path, page} for one, name in there for made in one.things({name}))

    def named_late(self) -> list[Callable[[], Sequence[Made]]]:
        """What names the files of each lot."""
        return [partial(self._of, lot) for lot in self.lots]

    def _of(self, lot: Lot) -> Sequence[Made]:
        return [one for one in lot.things(set(lot.names)) if not self._taken(one.path)]

    def _sort(self, made: Made) -> Iterator[Page]:
        self.known.add(_known_as(made))
        if not isinstance(made, Page):
            self.files.append(made)
        elif made.address.count("/") <= 1 or made.path in self._ways:
            yield made
        else:
            self.pages.append(made)

    def _named(
        self, everything: Iterable[Made | Batch | Folder | Lot]
    ) -> Iterator[Made | Batch | Folder | Lot]:
        """The same, with all files named of a folder into which the navigation leads."""
        deep = [way for way in self._ways if way.count("/") > 1]
        for one in everything:
            if isinstance(one, Folder) and any(is_below(way, one.path) for way in deep):
                yield from one.name()
            else:
                yield one

    def large(self) -> list[Batch | LongFile]:
        """Files that are much work each."""
        return [one for one in self.files if isinstance(one, Batch | LongFile)]

    def small(self) -> list[Made]:
        """All other files and pages but those of lots."""
        last = chain.from_iterable(name().values() for name in self.unnamed.values())
        others = (one for one in chain(self.files, last) if not isinstance(one, Batch | LongFile))
        return [*others, *self.pages]


def _known_as(made: Made) -> str:
    return made.address if isinstance(made, Page) else made.path


def _owed(folder: Folder, taken: Callable[[str], bool]) -> Owed:
    return owed(folder.name(), taken)


def is_below(path: str, folder: str) -> bool:
    """Whether a file is below a folder; the folder "" is of those only that are right in it."""
    return path.startswith(folder) if folder else "/" not in path


def owed(made: Iterable[Made | Batch], taken: Callable[[str], bool] = lambda path: False) -> Owed:
    """Things by what they are asked for by, but for those that are taken by others."""
    known: Owed = {}
    for one in made:
        if isinstance(one, Batch):
            known[one.folder] = one
        elif not taken(one.path):
            known[f"{one.address}index.html" if isinstance(one, Page) else one.path] = one
    return known


def ways(nav: Any) -> Iterator[str]:
    """Every path and address in a navigation as it is configured."""
    if isinstance(nav, str):
        yield nav
    for item in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from ways(item)


def untitled(nav: Any) -> Iterator[str]:
    """Those of which the navigation does not tell what they are called."""
    for item in nav if isinstance(nav, list) else ():
        if isinstance(item, str):
            yield item
        for inner in item.values() if isinstance(item, dict) else ():
            yield from untitled(inner)
