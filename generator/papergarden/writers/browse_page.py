"""Every way into the collection on one page, which the browser turns into one that can be filtered."""

from heapq import nsmallest

from papergarden.model import TAG_FOLDERS, Page, Tag, TagKind
from papergarden.writers.catalog import Catalog
from papergarden.writers.list_pages import KIND_NAMES
from papergarden.writers.rendering import Renderer

NEWEST = 20
"""Papers on a page of the browser's list, which begins as this one does."""
SHOWN = 24
"""How many of a kind are shown; the rest are one link away."""
KINDS: tuple[TagKind, ...] = ("topic", "year", "category", "organization", "venue", "feature")


def write(catalog: Catalog, renderer: Renderer) -> Page:
    """The page, with the newest papers and the most frequent of each kind."""
    groups = [(KIND_NAMES[kind][1], _ordered(catalog, kind), f"{TAG_FOLDERS[kind]}/") for kind in KINDS]
    people = catalog.library.people
    most = nsmallest(SHOWN, people.values(), key=lambda person: (-len(person.papers), person.slug))
    return renderer.page(
        "browse/",
        "browse",
        {
            "title": "Browse",
            "description": "By topic, year, category, organization, author and source.",
        },
        newest=catalog.newest[:NEWEST],
        groups=[(name, tags[:SHOWN], len(tags), folder) for name, tags, folder in groups if tags],
        people=[(person, len(person.papers)) for person in most],
        total_people=len(people),
        sources=sorted(catalog.seed_addresses.items()),
    )


def _ordered(catalog: Catalog, kind: TagKind) -> list[tuple[Tag, int]]:
    """Most papers first, but years as time goes, backwards."""
    tags = catalog.tags(kind)
    return sorted(tags, key=lambda pair: pair[0].name, reverse=True) if kind == "year" else tags
