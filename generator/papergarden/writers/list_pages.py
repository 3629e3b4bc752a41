"""Pages that list papers: all of them, and those of a tag, year, venue or organization; and their indices."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from papergarden.model import TAG_FOLDERS, OutFile, Paper, Tag, TagKind
from papergarden.writers.catalog import Catalog, by_year, years_of
from papergarden.writers.rendering import Renderer, sheet_address, sheets

INDEX_SIZE = 500
COMPANIONS = 12
MOST_HERE = 100
KIND_NAMES: dict[TagKind, tuple[str, str]] = {
    "topic": ("Topic", "Topics"),
    "category": ("Category", "Categories"),
    "feature": ("Feature", "Features"),
    "organization": ("Organization", "Organizations"),
    "venue": ("Venue", "Venues"),
    "year": ("Year", "Years"),
}


def write(catalog: Catalog, renderer: Renderer) -> Iterator[OutFile]:
    """The list of all papers, every tag's list, and the indices of tags, years, venues and organizations."""
    yield from _list(renderer, "papers/", catalog.newest, "All papers", kind="", companions=[])
    for tag, papers in sorted(catalog.tagged.items()):
        companions = _companions(tag, papers)
        yield from _list(
            renderer, catalog.addresses[tag], papers, tag.name, kind=tag.kind, companions=companions
        )
    yield renderer.page(
        "tags/",
        "tags",
        {"title": "Tags", "description": "Every topic, category, organization, venue and year."},
        groups=[_group(catalog, kind) for kind in KIND_NAMES],
    )
    yield from _index(catalog, renderer, "years/", "year", by_name=True)
    yield from _index(catalog, renderer, "venues/", "venue")
    yield from _index(catalog, renderer, "organizations/", "organization")


def _group(catalog: Catalog, kind: TagKind) -> tuple[str, list[tuple[Tag, int]], str, int]:
    """A kind on the index of all tags: name, tags with counts, where all are, how many are shown here.

    Kinds that have an index of their own show their most frequent tags only.
    """
    tags = catalog.tags(kind)
    return (
        KIND_NAMES[kind][1],
        tags,
        f"{TAG_FOLDERS[kind]}/",
        len(tags) if TAG_FOLDERS[kind] == "tags" else MOST_HERE,
    )


def _list(
    renderer: Renderer,
    address: str,
    papers: Sequence[Paper],
    title: str,
    kind: str,
    **context: Any,
) -> Iterator[OutFile]:
    for number, count, shown in sheets(papers):
        name = title if number == 1 else f"{title}, page {number}"
        label = KIND_NAMES[kind][0] if kind in KIND_NAMES else ""
        described = (
            f"{len(papers):,} papers. {label}: {title}" if label else f"{len(papers):,} papers, newest first."
        )
        yield renderer.page(
            sheet_address(address, number),
            "list",
            {"title": name, "description": described},
            heading=title,
            kind=kind,
            label=label,
            address=address,
            number=number,
            count=count,
            total=len(papers),
            years=years_of(papers),
            groups=by_year(shown),
            **context,
        )


def _index(
    catalog: Catalog, renderer: Renderer, address: str, kind: TagKind, *, by_name: bool = False
) -> Iterator[OutFile]:
    tags = catalog.tags(kind)
    if by_name:
        tags.sort(key=lambda pair: pair[0].name, reverse=True)
    title = KIND_NAMES[kind][1]
    for number, count, shown in sheets(tags, INDEX_SIZE):
        yield renderer.page(
            sheet_address(address, number),
            "index_of_tags",
            {"title": title, "description": f"{title} in this collection: {len(tags):,}."},
            heading=title,
            kind=kind,
            address=address,
            number=number,
            count=count,
            total=len(tags),
            tags=shown,
        )


def _companions(tag: Tag, papers: Sequence[Paper]) -> list[tuple[Tag, int]]:
    """The topics that go with a tag most often, with the number of papers that carry both."""
    counts = Counter(
        other for paper in papers for other in paper.tags if other.kind == "topic" and other != tag
    )
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:COMPANIONS]
