"""All pages of the site as a tree of Markdown files; each kind has its own module."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, cached_property, partial
from typing import TypeVar

from papergarden.model import Batch, Folder, Library, Lot, Made, Page, Person, Settings, Sheet, Still, Tag
from papergarden.writers import (
    api_files,
    author_pages,
    browse_files,
    browse_page,
    cards,
    data_pages,
    feeds,
    home_page,
    invitations,
    list_pages,
    paper_pages,
    reading_list_page,
    sitemap,
    source_pages,
)
from papergarden.writers.amended import amended
from papergarden.writers.api_files import PaperShards
from papergarden.writers.catalog import Catalog
from papergarden.writers.kept import Kept
from papergarden.writers.rendering import Renderer
from papergarden.writers.settled import NOTHING, Settled, settled, state_of

_Files = Iterator[Made | Batch | Lot | Folder]
_Listed = Sequence[Made | Batch]
T = TypeVar("T")
SHARE = 100
"""Papers or people whose pages are named together."""
OTHERS = {"page", "letter", "names"}
"""Folders among those of papers and people that have other things in them."""


def all_made(addresses: Set[str]) -> Set[str]:
    """The addresses of all pages that will be published, if those are all that are made."""
    return addresses


class Tree:
    """The Markdown tree of a library: what there is in each folder.

    Args:
        library: what there is to show.
        settings: the collection's name and addresses.
        templates: Jinja sources by file name (``paper.md.j2``).
        font: a TrueType font for the pictures of cards; without one there are none.
        published: of all pages that will be published finds the addresses, which belong into the sitemap; it
            is given those of the pages that are made.
        kept: what was found out before and most pages need; it becomes what they need now.
        on_demand: whether only a few files will be made. Then nothing is found out before one is asked for.
        without: tells which of the files will not be published.

    """

    def __init__(
        self,
        library: Library,
        settings: Settings,
        templates: Mapping[str, str],
        font: bytes = b"",
        published: Callable[[Set[str]], Set[str]] = all_made,
        kept: Kept | None = None,
        *,
        on_demand: bool = False,
        without: str = "",
    ) -> None:
        self._library, self._settings, self._templates, self._font = library, settings, templates, font
        self._published, self._kept = published, kept or Kept()
        self._on_demand, self._without = on_demand, without
        self._kinds: Mapping[tuple[str, ...], Callable[[], _Files]] = {
            ("",): self._home,
            ("papers/",): self._papers,
            ("authors/",): self._people,
            ("tags/", "years/", "venues/", "organizations/"): self._lists,
            ("sources/",): self._sources,
            ("browse/", "data/"): self._data,
            ("reading-list/",): self._reading_list,
        }
        """By the folders that they lie in, in the order in which their first pages are made."""

    def files(self) -> Iterator[Made | Batch]:
        """All of them."""
        return named(self.news())

    def news(self) -> _Files:
        """The same, but what is as it was is not named, nor yet what tells of all pages."""
        addresses = {"formats/"}
        for write in self._kinds.values():
            for made in write():
                if isinstance(made, Page) and not made.moved:
                    addresses.add(made.address)
                elif isinstance(made, Lot):
                    addresses.update(made.addresses())
                yield made
        yield Folder("", partial(self._around, addresses))

    def named(self) -> Iterator[Page | Folder]:
        """The same where few will be made: the first pages of folders, and of each folder all else."""
        for folders, write in self._kinds.items():
            listed = cache(partial(_listed, write))
            for path in folders:
                yield Page(path, (path, listed), _first)
                yield Folder(path, partial(_others, listed if path else self._at_the_top, path))

    def _at_the_top(self) -> _Listed:
        """The files that are in no folder."""
        return [one for one in self.files() if not isinstance(one, Batch) and "/" not in one.path]

    @cached_property
    def _catalog(self) -> Catalog:
        if not self._on_demand:
            return Catalog.of(self._library)
        before, library = self._kept.catalog, self._library
        self._kept.catalog = made = amended(before, library) if before else Catalog.of(library)
        return made

    @cached_property
    def _settled(self) -> Settled:
        """Whose pages are as they were, where all pages are made."""
        if self._on_demand:
            return NOTHING
        catalog, kept, before = self._catalog, self._kept, self._kept.state
        all_have_pages = author_pages.have_pages(catalog, self._settings)
        around = repr(self._templates), repr(all_have_pages), self._without
        kept.state = state_of(catalog, self._settings, before, *around)
        return settled(catalog, before, kept.state) if before else NOTHING

    @cached_property
    def _renderer(self) -> Renderer:
        made = Renderer(self._catalog, self._settings, self._templates, self._kept, self._settled)
        if not self._on_demand:
            made.pieces.find_out()
        return made

    @cached_property
    def _feeds(self) -> feeds.Feeds:
        return feeds.Feeds(self._catalog, self._settings)

    def _home(self) -> _Files:
        yield home_page.write(self._catalog, self._renderer, self._settings)

    def _papers(self) -> _Files:
        papers = self._catalog.papers
        settled = self._renderer.settled("paper").papers - OTHERS
        new = sorted(papers.keys() - settled)
        for some in _in_shares(new):
            yield Lot("papers/", some, self._pages_of_papers, partial(self._addresses_of_papers, some))
        yield Still("papers/", settled, self._of_papers, partial(self._addresses_of_papers, settled))
        yield from paper_pages.moved(self._catalog, self._renderer)
        yield from list_pages.of_all(self._catalog, self._renderer)
        if self._font:
            yield from cards.write(self._catalog, self._settings, self._font)
            yield from cards.of_papers(set(new), self._catalog, self._settings, self._font)

    def _pages_of_papers(self, keys: Set[str]) -> Iterator[Page]:
        some = [self._catalog.papers[key] for key in sorted(keys)]
        return paper_pages.write(some, self._catalog, self._renderer, self._settings)

    def _addresses_of_papers(self, keys: Iterable[str]) -> Iterator[str]:
        return (self._catalog.papers[key].url for key in keys)

    def _of_papers(self, keys: Set[str]) -> Iterator[Made]:
        """What lies in the folders of some papers."""
        yield from self._pages_of_papers(keys)
        if self._font:
            yield from cards.of_papers(keys, self._catalog, self._settings, self._font)

    def _people(self) -> _Files:
        people, renderer = self._library.people, self._renderer
        kinds = self._settled, renderer.settled("author"), renderer.settled("redirect")
        settled = set.intersection(*(set(kind.people) for kind in kinds))
        known = [one for slug in settled if OTHERS.isdisjoint((slug, *(one := people[slug]).aliases))]
        names = {name for one in known for name in (one.slug, *one.aliases)}
        yield from author_pages.write(self._catalog, renderer)
        new = sorted(people.keys() - names)
        for some in _in_shares([people[slug] for slug in new]):
            there = tuple([name for one in some for name in (one.slug, *one.aliases)])
            find = partial(author_pages.addresses, some, self._catalog, self._settings)
            yield Lot("authors/", there, partial(self._of_some_people, some), find)
        find = partial(author_pages.addresses, known, self._catalog, self._settings)
        yield Still("authors/", names, self._of_people, find)

    def _of_people(self, names: Set[str]) -> Iterator[Made]:
        """What lies in the folders of some persons."""
        people = self._library.people
        also = names - people.keys()
        others = [one for one in people.values() if not also.isdisjoint(one.aliases)] if also else []
        by_slug = {one.slug: one for one in (*map(people.__getitem__, names & people.keys()), *others)}
        return self._of_some_people([by_slug[slug] for slug in sorted(by_slug)], names)

    def _of_some_people(self, people: Sequence[Person], names: Set[str]) -> Iterator[Made]:
        """What lies in the folders of those among some people who have one of the names."""
        some = [one for one in people if _is_called(one, names)]
        yield from author_pages.of_people(some, self._catalog, self._renderer, self._settings)
        yield from feeds.of_people([one.slug for one in some], self._feeds)

    def _lists(self) -> _Files:
        by_folder: defaultdict[str, dict[str, Tag]] = defaultdict(dict)
        for tag, address in self._catalog.addresses.items():
            folder, name, _ = address.split("/")
            by_folder[f"{folder}/"][name] = tag
        settled = self._settled_among(list_pages.stands_for)
        for folder, tags in by_folder.items():
            names = {name for name in tags.keys() - OTHERS if f"{folder}{name}/" in settled}
            make = partial(self._of_tags, tags)
            yield from make(tags.keys() - names)
            known = [tags[name] for name in names]
            yield Still(folder, names, make, partial(list_pages.addresses, known, self._catalog))
        yield from list_pages.write(self._catalog, self._renderer)
        yield from feeds.of_all(self._feeds)

    def _settled_among(
        self, stands_for: Callable[[Catalog, Renderer, Mapping[str, bytes]], Mapping[str, bytes]]
    ) -> Set[str]:
        """The addresses of lists of which nothing changed."""
        kept, before = self._kept, self._settled.lists
        if not kept.state:
            return frozenset()
        now = stands_for(self._catalog, self._renderer, before)
        kept.state = kept.state._replace(lists={**kept.state.lists, **now})
        return {address for address, _ in now.items() & before.items()}

    def _of_tags(self, tags: Mapping[str, Tag], names: Set[str]) -> Iterator[Made]:
        """What lies in the folders of some tags."""
        some = [tag for name, tag in tags.items() if name in names]
        yield from list_pages.of_tags(some, self._catalog, self._renderer)
        yield from feeds.of_tags(some, self._feeds)

    def _sources(self) -> _Files:
        catalog, renderer = self._catalog, self._renderer
        seeds = {catalog.seed_addresses[one.path].split("/")[1]: one for one in self._library.seeds}
        settled = self._settled_among(source_pages.stands_for)
        names = {name for name in seeds if f"sources/{name}/" in settled}

        def make(names: Set[str]) -> Iterator[Page]:
            some = [seed for name, seed in seeds.items() if name in names]
            return source_pages.of_seeds(some, catalog, renderer)

        yield from source_pages.write(catalog, renderer)
        yield from make(seeds.keys() - names)
        known = [seeds[name] for name in names]
        yield Still("sources/", names, make, partial(source_pages.addresses, known, catalog))

    def _data(self) -> _Files:
        yield browse_page.write(self._catalog, self._renderer)
        yield from data_pages.write(self._catalog, self._renderer, self._settings.site_url)
        papers = PaperShards(self._catalog)
        yield api_files.batch(self._catalog, papers)
        yield browse_files.batch(self._catalog, papers, self._renderer.pieces)

    def _reading_list(self) -> _Files:
        yield reading_list_page.write(self._renderer)

    def _around(self, addresses: Set[str]) -> Iterator[Made]:
        """What tells programs of the pages at some addresses."""
        yield from sitemap.write(self._published(addresses), self._catalog, self._settings)
        yield from invitations.write(self._catalog, self._settings)


def _is_called(person: Person, names: Set[str]) -> bool:
    return person.slug in names or not names.isdisjoint(person.aliases)


def _in_shares(things: Sequence[T]) -> Iterator[Sequence[T]]:
    return (things[at : at + SHARE] for at in range(0, len(things), SHARE))


def named(made: _Files) -> Iterator[Made | Batch]:
    """All that is made, what is as it was too."""
    for one in made:
        if isinstance(one, Lot):
            yield from one.things(set(one.names))
        elif isinstance(one, Folder):
            yield from one.name()
        else:
            yield one


def _listed(write: Callable[[], _Files]) -> _Listed:
    return list(named(write()))


def _first(path: str, listed: Callable[[], _Listed]) -> Sheet:
    """What is on the first page of a folder."""
    return next(one for one in listed() if isinstance(one, Page) and one.address == path).make()


def _others(listed: Callable[[], _Listed], path: str) -> Iterator[Made | Batch]:
    """What there is below a path but the first page."""
    for one in listed():
        place = one.folder if isinstance(one, Batch) else one.path
        if place.startswith(path) and place != f"{path}index.md":
            yield one
