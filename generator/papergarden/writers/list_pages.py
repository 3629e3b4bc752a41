"""Pages that list papers: all of them, and those of a tag, year, venue or organization; and their indices."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from papergarden.model import TAG_FOLDERS, Page, Paper, Tag, TagKind
from papergarden.writers.catalog import Catalog, by_month, by_year, span_of, years_of
from papergarden.writers.facets import view_of
from papergarden.writers.rendering import PAGE_SIZE, Renderer, sheet_address, sheets

INDEX_SIZE = 500
COMPANIONS = 12
NARROWER = 24
MOST_HERE = 100
KIND_NAMES: dict[TagKind, tuple[str, str]] = {
    "topic": ("Topic", "Topics"),
    "category": ("Category", "Categories"),
    "feature": ("Feature", "Features"),
    "organization": ("Organization", "Organizations"),
    "venue": ("Venue", "Venues"),
    "year": ("Year", "Years"),
}


def write(catalog: Catalog, renderer: Renderer) -> Iterator[Page]:
    """The list of all papers, every tag's list, and the indices of tags, years, venues and organizations."""
    yield from _list(renderer, "papers/", catalog.newest, "All papers", way=[], narrower=[], companions=[])
    ways = {tag: catalog.way_to(tag) for tag in catalog.tagged if tag.kind == "topic"}
    for tag, papers in sorted(catalog.tagged.items()):
        narrower = catalog.parts(tag) if tag in ways else []
        yield from _list(
            renderer,
            catalog.addresses[tag],
            papers,
            tag.name,
            kind=tag.kind,
            way=ways.get(tag, []),
            narrower=narrower[:NARROWER],
            companions=_companions(tag, papers, catalog, ways),
        )
    yield renderer.page(
        "tags/",
        "tags",
        {"title": "Tags", "description": "Every topic, category, organization, venue and year."},
        topics=_tree(catalog),
        groups=[_group(catalog, kind) for kind in KIND_NAMES if kind != "topic"],
    )
    yield from _index(catalog, renderer, "years/", "year", by_name=True)
    yield from _index(catalog, renderer, "venues/", "venue")
    yield from _index(catalog, renderer, "organizations/", "organization")


def _group(catalog: Catalog, kind: TagKind) -> tuple[str, list[tuple[Tag, int]], str, int]:
    """A kind on the index of all tags: name, tags with counts, where all are, how many are shown here.

    Kinds that have an index of their own show their most frequent tags only.
    """
    tags = catalog.tags(kind)
    if kind == "year":
        tags.sort(key=lambda pair: pair[0].name, reverse=True)
    shown = tags if TAG_FOLDERS[kind] == "tags" else tags[:MOST_HERE]
    return KIND_NAMES[kind][1], shown, f"{TAG_FOLDERS[kind]}/", len(tags)


def _tree(catalog: Catalog) -> list[tuple[Tag, int, list[tuple[Tag, int]]]]:
    """The topics that are part of no other, most papers first, each with all that is part of it."""
    parts: defaultdict[Tag, list[tuple[Tag, int]]] = defaultdict(list)
    widest = []
    for topic, count in catalog.tags("topic"):
        if way := catalog.way_to(topic):
            parts[way[0]].append((topic, count))
        else:
            widest.append((topic, count))
    return [(topic, count, parts[topic]) for topic, count in widest]


def _list(
    renderer: Renderer,
    address: str,
    papers: Sequence[Paper],
    title: str,
    kind: TagKind | None = None,
    **context: Any,
) -> Iterator[Page]:
    years = years_of(papers)
    cut = by_month if kind == "year" else by_year
    places = _places(cut(papers)) if len(papers) > PAGE_SIZE else []
    one, several = KIND_NAMES[kind] if kind else ("", "")
    described = f"{len(papers):,} papers" + (f". {one}: {title}" if kind else ", newest first.")
    for number, count, shown in sheets(papers):
        name = title if number == 1 else f"{title}, page {number}"
        yield renderer.page(
            sheet_address(address, number),
            "list",
            {"title": name, "description": described},
            heading=title,
            kind=kind or "",
            label=several,
            index=f"{TAG_FOLDERS[kind]}/" if kind else "",
            address=address,
            number=number,
            count=count,
            total=len(papers),
            years=years,
            span="" if kind == "year" else span_of(years),
            groups=cut(shown),
            places=places,
            view=view_of(kind or "", address),
            **context,
        )


def _places(groups: Iterable[tuple[str, Sequence[Paper]]]) -> list[tuple[str, int]]:
    """Where in a list of many pages each group begins: its name and the number of the page."""
    places, at = [], 0
    for name, papers in groups:
        places.append((name, at // PAGE_SIZE + 1))
        at += len(papers)
    return places


def _index(
    catalog: Catalog, renderer: Renderer, address: str, kind: TagKind, *, by_name: bool = False
) -> Iterator[Page]:
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
            years=catalog.years() if kind == "year" else {},
        )


def _companions(
    tag: Tag, papers: Sequence[Paper], catalog: Catalog, ways: Mapping[Tag, Sequence[Tag]]
) -> list[tuple[Tag, int]]:
    """The topics that go with a tag most often, with the number of papers that carry both.

    Those that a topic is part of, or that are part of it, go with it by themselves and are left out; ``ways``
    has for each topic those that it is part of.
    """
    counts = Counter(chain.from_iterable([catalog.topics[paper.key] for paper in papers]))
    kin = {tag, *ways.get(tag, ())}
    others = [
        (other, count) for other, count in counts.items() if other not in kin and tag not in ways[other]
    ]
    return sorted(others, key=lambda pair: (-pair[1], pair[0]))[:COMPANIONS]
