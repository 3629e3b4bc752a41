"""Pages and files to be: where they will lie, and how they are made once somebody asks."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True)
class OutFile:
    """A file to be: its path below the site or tree (with ``/``) and what is in it."""

    path: str
    content: str | bytes


class LateFile(NamedTuple):
    """A file whose content is made when it is asked for, because it is large or takes long.

    Its ``key`` holds all that it is made from, where that is less work than to make it: a file that was made
    from the same by the same program is not made again.
    """

    path: str
    make: Callable[..., str | bytes]
    known: str | Callable[..., str] = ""
    """The key, or what finds it; "" where nobody can tell."""
    subject: tuple[Any, ...] = ()
    """What both functions are given: of many files of a kind, this is all that they do not share."""

    @property
    def key(self) -> str:
        """What stands for all that it is made from."""
        return self.known if isinstance(self.known, str) else self.known(*self.subject)

    @property
    def content(self) -> str | bytes:
        """What is in the file; made anew with every question."""
        return self.make(*self.subject)


@dataclass(frozen=True, slots=True)
class LongFile:
    """A file of pieces, one after the other, so many that it is neither held nor made anew for one of them.

    ``keys`` stand for all that each piece is made from, each as long as the others, and are found when they
    are asked for; ``make`` makes the piece with a number.
    """

    path: str
    known: Callable[[], Sequence[bytes]]
    make: Callable[[int], str]

    @property
    def keys(self) -> Sequence[bytes]:
        """What stands for all that each piece is made from; found anew with every question."""
        return self.known()

    @property
    def content(self) -> str:
        """What is in the file; made anew with every question."""
        return "".join(map(self.make, range(len(self.keys))))


@dataclass(frozen=True, slots=True)
class Batch:
    """Files below a folder (with ``/``) that are named, and made together, when the first is asked for."""

    folder: str
    make: Callable[[Callable[[str], str]], "Iterable[OutFile | LateFile | Page]"]
    """Makes them. It is given what tells, for a `LateFile`'s key, the path of the file that was made from it
    the last time, "" where none was: a file whose name is made of its content need not be made for it."""

    @property
    def files(self) -> "Iterable[OutFile | LateFile | Page]":
        """All of them, where nothing is known of an earlier time."""
        return self.make(lambda key: "")


@dataclass(frozen=True, slots=True)
class Folder:
    """What lies below a path (with ``/``), or in no folder (""), named once the first of it is asked for."""

    path: str
    name: Callable[[], "Iterable[Made | Batch]"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is on a page.

    ``front`` is its front matter as themes print it: texts are on one line, ``title`` and ``description``
    are HTML. ``body`` is Markdown of the plainest kind: HTML elements and headings, blank lines between them.
    """

    front: Mapping[str, Any]
    body: str

    @property
    def markdown(self) -> str:
        """The page as a Markdown file.

        One line a field, its value as JSON, which YAML reads alike and far faster than it writes itself.
        """
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in self.front.items()]
        return f"---\n{''.join(lines)}---\n\n{self.body}"


Draft = Iterator[Sheet | None]
"""A page that is being made: it gives None wherever another kind of work begins, and the sheet in the end."""


class Page(NamedTuple):
    """A page at an address (relative to the site, ends in ``/``, "" for the home page).

    Hundreds of thousands of them are held at once, so what is on them is made when it is asked for, each time
    anew, of their ``subject`` by functions that all pages of a kind share.
    So is its ``key``, which stands for all that the page shows, where that is less work than to make it: of
    the same templates and settings, the same program makes the same sheet of it. "" where nobody can tell.
    """

    address: str
    subject: tuple[Any, ...]
    """What it is about: the arguments of the functions."""
    sheet_of: Callable[..., Sheet | Draft]
    key_of: Callable[..., str] = lambda *subject: ""
    front_of: Callable[..., Mapping[str, Any]] | None = None
    """For one that only leads to another: its front matter alone, which is all that themes show of it."""

    def make(self) -> Sheet:
        """What is on it; made anew with every question."""
        return made_together([self])[0]

    @property
    def moved(self) -> bool:
        """Whether it only leads to another."""
        return self.front_of is not None

    @property
    def key(self) -> str:
        """What stands for all that it shows; found anew with every question."""
        return self.key_of(*self.subject)

    @property
    def path(self) -> str:
        """Where its Markdown file lies."""
        return f"{self.address}index.md"

    @property
    def content(self) -> str:
        """Its Markdown file."""
        return self.make().markdown


def made_together(pages: Iterable[Page]) -> Sequence[Sheet]:
    """What is on each of some pages: each kind of work is done for all of them before the next one.

    A core is quicker at what it has just done, for it has at hand what that takes: this saves it a quarter.
    """
    begun = [page.sheet_of(*page.subject) for page in pages]
    made = {at: one for at, one in enumerate(begun) if isinstance(one, Sheet)}
    drafts = {at: one for at, one in enumerate(begun) if not isinstance(one, Sheet)}
    while drafts:
        sheets = list(map(next, drafts.values()))
        if any(sheets):
            made.update((at, sheet) for at, sheet in zip(drafts, sheets, strict=True) if sheet)
            # Those that are made are run to their end, for to break them off takes longer.
            drafts = {at: one for at, one in drafts.items() if at not in made or next(one, None)}
    return [made[at] for at in range(len(begun))]


Made = OutFile | LateFile | LongFile | Page


@dataclass(frozen=True, slots=True)
class Lot:
    """Files by the folders that they lie in, so many that nobody names each of them before it is made."""

    folder: str
    """The folder (with ``/``) that these folders are in."""
    names: Collection[str]
    """What they are called."""
    things: Callable[[Set[str]], Iterable[Made]]
    """Names what lies in some of them."""
    addresses: Callable[[], Iterable[str]]
    """The pages in all of them, but for those that only lead to another."""

    def name_of(self, path: str) -> str:
        """In which of the folders a file is, "" if in none."""
        name = path[len(self.folder) :].partition("/")[0] if path.startswith(self.folder) else ""
        return name if name in self.names else ""


@dataclass(frozen=True, slots=True)
class Still(Lot):
    """Files that are made from the same as when the site was last built."""

    names: Set[str]
