"""All pages of the site as a tree of Markdown files; each kind has its own module."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from papergarden.model import Batch, LateFile, Library, Made, Page, Settings
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
from papergarden.writers.api_files import PaperShards
from papergarden.writers.catalog import Catalog
from papergarden.writers.hashed import PathOf
from papergarden.writers.kept import Kept
from papergarden.writers.rendering import Renderer
from papergarden.writers.settled import NOTHING, Settled, settled, state_of


def write_pages(
    library: Library,
    settings: Settings,
    templates: Mapping[str, str],
    font: bytes = b"",
    by_hand: Iterable[str] = (),
    kept: Kept | None = None,
    on_demand: bool = False,
) -> Iterator[Made | Batch]:
    """The Markdown tree of a library.

    Args:
        library: what there is to show.
        settings: the collection's name and addresses.
        templates: Jinja sources by file name (``paper.md.j2``).
        font: a TrueType font for the pictures of cards; without one there are none.
        by_hand: the addresses of pages that people wrote, which belong into the sitemap.
        kept: what was found out before and most pages need; it becomes what they need now.
        on_demand: whether only a few of them will be made, so that nothing is found out for all before, and
            those of people are not even named.

    """
    catalog, kept, known = Catalog.of(library), kept or Kept(), NOTHING
    if not on_demand:
        catalog.find_out()
        around = repr(templates), repr(author_pages.have_pages(catalog, settings))
        before, kept.state = kept.state, state_of(catalog, settings, *around)
        known = settled(catalog, before, kept.state) if before else NOTHING
    renderer = Renderer(catalog, settings, templates, kept, known)
    if not on_demand:
        renderer.pieces.find_out()
    addresses = {*by_hand, "formats/"}
    for made in _pages(catalog, settings, renderer):
        if isinstance(made, Page) and not made.moved:
            addresses.add(made.address)
        yield made
    people = Batch("authors/", partial(_of_people, catalog, settings, renderer, known), apart=True)
    yield from (people,) if on_demand else people.files
    addresses.update(author_pages.addresses(catalog, settings))
    yield from feeds.write(catalog, settings)
    yield from sitemap.write(addresses, catalog, settings)
    yield from invitations.write(catalog, settings)
    if font:
        yield from cards.write(catalog, settings, font)


def _of_people(
    catalog: Catalog, settings: Settings, renderer: Renderer, known: Settled, path_of: PathOf
) -> Iterator[Page | LateFile]:
    yield from author_pages.of_people(catalog, renderer, settings)
    yield from feeds.of_people(catalog, settings, known)


def _pages(catalog: Catalog, settings: Settings, renderer: Renderer) -> Iterator[Made | Batch]:
    """All but those of people."""
    yield home_page.write(catalog, renderer, settings)
    yield from paper_pages.write(catalog, renderer, settings)
    yield from author_pages.write(catalog, renderer)
    yield from list_pages.write(catalog, renderer)
    yield from source_pages.write(catalog, renderer)
    yield browse_page.write(catalog, renderer)
    yield reading_list_page.write(renderer)
    yield from data_pages.write(catalog, renderer, settings.site_url)
    papers = PaperShards(catalog)
    yield api_files.batch(catalog, papers)
    yield browse_files.batch(catalog, papers, renderer.pieces)
