"""All pages of the site as a tree of Markdown files; each kind has its own module."""

from collections.abc import Iterator, Mapping

from papergarden.model import Library, Made, Settings
from papergarden.writers import (
    author_pages,
    browse_page,
    data_pages,
    home_page,
    list_pages,
    paper_pages,
    reading_list_page,
    source_pages,
)
from papergarden.writers.api_files import PaperShards
from papergarden.writers.catalog import Catalog
from papergarden.writers.rendering import Renderer


def write_pages(library: Library, settings: Settings, templates: Mapping[str, str]) -> Iterator[Made]:
    """The Markdown tree of a library.

    Args:
        library: what there is to show.
        settings: the collection's name and addresses.
        templates: Jinja sources by file name (``paper.md.j2``).

    """
    catalog = Catalog.of(library)
    renderer = Renderer(catalog, settings, templates)
    yield home_page.write(catalog, renderer, settings)
    yield from paper_pages.write(catalog, renderer, settings)
    yield from author_pages.write(catalog, renderer)
    yield from list_pages.write(catalog, renderer)
    yield from source_pages.write(catalog, renderer)
    papers = PaperShards.of(catalog)
    yield from browse_page.write(catalog, renderer, papers)
    yield reading_list_page.write(renderer)
    yield from data_pages.write(catalog, renderer, papers, settings.site_url)
