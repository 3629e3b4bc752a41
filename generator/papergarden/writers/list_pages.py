"""Pages that list papers: all of them, and those of a tag, year, venue or organization; and their indices."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Literal

from papergarden.model import TAG_FOLDERS, Page, Paper, Sheet, Tag, TagKind
from papergarden.text.digest import digest_of
from papergarden.writers.catalog import Catalog, by_month, by_year, span_of, years_of
from papergarden.writers.digests import key_of
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
    lists = _Lists(catalog, renderer)
    yield from lists.pages("papers/", catalog.newest)
    for tag, papers in sorted(catalog.tagged.items()):
        yield from lists.pages(catalog.addresses[tag], papers, tag)
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


class _Lists:
    """The pages of lists of papers, each of as many as open at once; without a tag, it is the list of all."""

    def __init__(self, catalog: Catalog, renderer: Renderer) -> None:
        self._catalog, self._renderer = catalog, renderer
        self._ways = {tag: catalog.way_to(tag) for tag in catalog.tagged if tag.kind == "topic"}
        signs = {tag: digest_of(tag.slug, tag.name, catalog.addresses[tag]) for tag in self._ways}
        self._outlines = {
            paper.key: digest_of(paper.date, [signs[tag] for tag in catalog.topics[paper.key]])
            for paper in catalog.newest
        }
        """What stands for that which all pages of a list tell of a paper: its date and topics."""

    def pages(self, address: str, papers: Sequence[Paper], tag: Tag | None = None) -> Iterator[Page]:
        """The pages of a list at an address."""
        outline = digest_of([self._outlines[paper.key] for paper in papers])
        for number, _, _ in sheets(papers):
            subject = address, papers, tag, number, outline
            yield Page(sheet_address(address, number), subject, self._sheet, self._key)

    def _key(
        self, address: str, papers: Sequence[Paper], tag: Tag | None, number: int, outline: bytes
    ) -> str:
        if not (keys := self._renderer.keys("list")):
            return ""
        around = keys.read([tag, self._ways.get(tag, ()), self._narrower(tag)]) if tag else ""
        shown = papers[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        return key_of("list", outline, number, around, [keys.papers[paper.key] for paper in shown])

    def _sheet(
        self, address: str, papers: Sequence[Paper], tag: Tag | None, place: int, outline: bytes
    ) -> Sheet:
        """A page of a list, for so many papers the one at a place among several, counted from 1."""
        kind: TagKind | Literal[""] = tag.kind if tag else ""
        title = tag.name if tag else "All papers"
        one, several = KIND_NAMES[tag.kind] if tag else ("", "")
        number, count, shown = next(islice(sheets(papers), place - 1, None))
        years = years_of(papers)
        cut = by_month if kind == "year" else by_year
        return self._renderer.sheet(
            sheet_address(address, number),
            "list",
            {
                "title": title if number == 1 else f"{title}, page {number}",
                "description": f"{len(papers):,} papers"
                + (f". {one}: {title}" if tag else ", newest first."),
            },
            heading=title,
            kind=kind,
            label=several,
            index=f"{TAG_FOLDERS[tag.kind]}/" if tag else "",
            address=address,
            number=number,
            count=count,
            total=len(papers),
            years=years,
            span="" if kind == "year" else span_of(years),
            groups=cut(shown),
            places=_places(cut(papers)) if count > 1 else [],
            view=view_of(kind, address),
            way=self._ways.get(tag, []) if tag else [],
            narrower=self._narrower(tag) if tag else [],
            companions=self._companions(tag, papers) if tag else [],
        )

    def _narrower(self, tag: Tag) -> Sequence[tuple[Tag, int]]:
        return self._catalog.narrower.get(tag, ())[:NARROWER]

    def _companions(self, tag: Tag, papers: Sequence[Paper]) -> list[tuple[Tag, int]]:
        """The topics that go with a tag most often, with the number of papers that carry both.

        Those that a topic is part of, or that are part of it, go with it by themselves and are left out.
        """
        counts = Counter(chain.from_iterable([self._catalog.topics[paper.key] for paper in papers]))
        kin = {tag, *self._ways.get(tag, ())}
        others = [
            (other, count)
            for other, count in counts.items()
            if other not in kin and tag not in self._ways[other]
        ]
        return sorted(others, key=lambda pair: (-pair[1], pair[0]))[:COMPANIONS]


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
