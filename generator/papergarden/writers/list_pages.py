"""Pages that list papers: all of them, and those of a tag, year, venue or organization; and their indices."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any, Literal
from zlib import crc32

from papergarden.model import TAG_FOLDERS, Draft, Page, Paper, Tag, TagKind
from papergarden.text.digest import digest_of
from papergarden.writers.catalog import Catalog, by_month, by_year, most, span_of, years_of
from papergarden.writers.digests import key_of
from papergarden.writers.facets import view_of
from papergarden.writers.pieces import sheet_address
from papergarden.writers.rendering import Renderer, sheets

LEAST, MOST = 60, 120
"""Papers on one page of a list of several pages, but for the last, and on one page at most."""
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


def of_all(catalog: Catalog, renderer: Renderer) -> Iterator[Page]:
    """The list of all papers."""
    yield from _List("papers/", catalog.newest, None, catalog, renderer).pages()


def of_tags(tags: Iterable[Tag], catalog: Catalog, renderer: Renderer) -> Iterator[Page]:
    """The lists of some tags."""
    for tag in tags:
        yield from _List(catalog.addresses[tag], catalog.tagged[tag], tag, catalog, renderer).pages()


def addresses(tags: Iterable[Tag], catalog: Catalog) -> Iterator[str]:
    """Where the pages of the lists of some tags are."""
    for tag in tags:
        for number in range(1, len(_starts(catalog.tagged[tag])) + 1):
            yield sheet_address(catalog.addresses[tag], number)


def stands_for(catalog: Catalog, renderer: Renderer, before: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """By address of a tag what stands for all that its list shows; nothing where nobody can tell.

    A list has the papers that it had ``before`` if it has as many, and none that is not as it was.
    """
    if not (keys := renderer.keys("list")):
        return {}
    ways = [(keys.read(topic), keys.read(way)) for topic, way in catalog.ways.items()]
    shared = digest_of(ways, keys.read(catalog.unusual))
    others = catalog.papers.keys() - renderer.settled("list").papers
    touched = {tag for key in others for tag in catalog.papers[key].tags}

    def found(tag: Tag, address: str, papers: Sequence[Paper]) -> bytes:
        narrower = keys.read(catalog.narrower.get(tag, ())[:NARROWER])
        whole = digest_of(shared, tag.kind, tag.slug, tag.name, address, narrower, len(papers))
        known = before.get(address, b"")
        if tag not in touched and known.startswith(whole):
            return known
        return whole + digest_of(b"".join([keys.papers[paper.key] for paper in papers]))

    return {
        (address := catalog.addresses[tag]): found(tag, address, papers)
        for tag, papers in catalog.tagged.items()
    }


def write(catalog: Catalog, renderer: Renderer) -> Iterator[Page]:
    """The indices of tags, years, venues and organizations."""
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
        if way := catalog.ways[topic]:
            parts[way[0]].append((topic, count))
        else:
            widest.append((topic, count))
    return [(topic, count, parts[topic]) for topic, count in widest]


class _List:
    """Papers, newest first, that fill some pages; without a tag, all there are.

    The first page tells of the whole list, each other of what it shows: another paper changes few of them.
    """

    def __init__(
        self, address: str, papers: Sequence[Paper], tag: Tag | None, catalog: Catalog, renderer: Renderer
    ) -> None:
        self._address, self._papers, self._tag = address, papers, tag
        self._catalog, self._renderer = catalog, renderer
        self._way = catalog.ways.get(tag, ()) if tag else ()
        self._narrower = catalog.narrower.get(tag, ())[:NARROWER] if tag else ()

    def pages(self) -> Iterator[Page]:
        """Its pages."""
        for number in range(1, len(self._starts) + 1):
            yield Page(sheet_address(self._address, number), (self, number), _List.sheet, _List.key)

    def key(self, number: int) -> str:
        """The key of one of its pages, counted from 1."""
        if not (keys := self._renderer.keys("list")):
            return ""
        shown = b"".join([keys.papers[paper.key] for paper in self._on(number)])
        whole = keys.read(self._whole) if number == 1 else 0
        return key_of("list", self._outline, number, whole, shown)

    @cached_property
    def _outline(self) -> bytes:
        """What stands for that which all of its pages show."""
        keys = self._renderer.keys("list")
        return digest_of(keys.read(self._shared)) if keys else b""

    def sheet(self, number: int) -> Draft:
        """One of its pages, counted from 1."""
        shown, tag, title = self._on(number), self._tag, self._shared["heading"]
        about = f". {KIND_NAMES[tag.kind][0]}: {title}" if tag else ", newest first."
        page = f" on page {number}" if number > 1 else ""
        told = self._told(shown, ()) if page else self._whole
        return self._renderer.draft(
            sheet_address(self._address, number),
            "list",
            {
                "title": f"{title}, page {number}" if page else title,
                "description": f"{told['total']:,} papers{page}{about}",
            },
            number=number,
            groups=self._cut(shown),
            **self._shared,
            **told,
        )

    @cached_property
    def _starts(self) -> Sequence[int]:
        return _starts(self._papers)

    def _on(self, number: int) -> Sequence[Paper]:
        """What is on one of its pages."""
        ends = [*self._starts[1:], len(self._papers)]
        return self._papers[self._starts[number - 1] : ends[number - 1]]

    def _cut(self, papers: Sequence[Paper]) -> list[tuple[str, list[Paper]]]:
        in_year = self._tag is not None and self._tag.kind == "year"
        return by_month(papers) if in_year else by_year(papers)

    @cached_property
    def _shared(self) -> Mapping[str, Any]:
        """What all of its pages show."""
        tag, count = self._tag, len(self._starts)
        kind: TagKind | Literal[""] = tag.kind if tag else ""
        return {
            "heading": tag.name if tag else "All papers",
            "kind": kind,
            "label": KIND_NAMES[tag.kind][1] if tag else "",
            "index": f"{TAG_FOLDERS[tag.kind]}/" if tag else "",
            "address": self._address,
            "count": count,
            "places": _places(self._cut(self._papers), self._starts) if count > 1 else [],
            "view": view_of(kind, self._address),
            "way": self._way,
        }

    @cached_property
    def _whole(self) -> Mapping[str, Any]:
        """What its first page shows of all of it."""
        return self._told(self._papers, self._narrower, self._companions(self._tag) if self._tag else ())

    def _told(
        self,
        papers: Sequence[Paper],
        narrower: Sequence[tuple[Tag, int]],
        companions: Sequence[tuple[Tag, int]] = (),
    ) -> Mapping[str, Any]:
        """What is told of papers, of all of it or those on one page, and of other lists."""
        years = years_of(papers)
        span = "" if self._tag and self._tag.kind == "year" else span_of(years)
        others = {"narrower": narrower, "companions": companions}
        return {"total": len(papers), "years": years, "span": span, **others}

    def _companions(self, tag: Tag) -> list[tuple[Tag, int]]:
        """The topics that go with its tag most often, with the number of papers that carry both.

        Those that a topic is part of, or that are part of it, go with it by themselves and are left out.
        """
        catalog = self._catalog
        counts = most([catalog.ranks[paper.key] for paper in self._papers])
        others = ((catalog.ranked[rank], count) for rank, count in counts.items())
        if tag.kind == "topic":
            kin = {tag, *self._way}
            others = (pair for pair in others if pair[0] not in kin and tag not in catalog.ways[pair[0]])
        return list(islice(others, COMPANIONS))


def _starts(papers: Sequence[Paper]) -> Sequence[int]:
    """Where in a list each of its pages begins: at papers that their keys pick among those in question.

    So another paper moves no page but its own, or a few.
    """
    starts = [0]
    while len(papers) - starts[-1] > MOST:
        first = starts[-1] + LEAST
        picks = [crc32(paper.key.encode()) for paper in papers[first : starts[-1] + MOST]]
        starts.append(first + picks.index(min(picks)))
    return starts


def _places(groups: Iterable[tuple[str, Sequence[Paper]]], starts: Sequence[int]) -> list[tuple[str, int]]:
    """Where in a list of many pages each group begins: its name and the number of the page."""
    places, at = [], 0
    for name, papers in groups:
        places.append((name, bisect_right(starts, at)))
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
