"""Feeds to follow: Atom 1.0 (RFC 4287) and JSON Feed 1.1 of all papers, of each topic, of lists and people.

A feed has the newest papers of its list by the papers' own dates. No source says when it took a paper in, so
nothing here does: the same seeds make the same bytes. Ids are the addresses of the pages.
"""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any
from xml.etree import ElementTree  # it only writes here, and reads nothing

from papergarden.model import LateFile, Paper, Settings
from papergarden.text import escape
from papergarden.writers import rich
from papergarden.writers.catalog import Catalog

ATOM = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"
ATOM_FILE, JSON_FILE = "feed.xml", "feed.json"
NEWEST, NEWEST_OF_FEW = 50, 20
"""Papers in the feed of everything and of a topic; and in the others, of which there are thousands."""
LONGEST_SUMMARY = 160
MOST_AUTHORS, MOST_TOPICS = 10, 3
FEWEST = 2
"""Papers that a person or a list that is no topic needs for a feed of its own."""
UNDATED = "1970-01-01T00:00:00Z"
"""When a paper without a date "was updated": RFC 4287 demands a time, and any later one would be made up."""


def has_feed(kind: str, papers: int) -> bool:
    """Whether a list of so many papers has feeds: a tag's kind, "person" or "" for all papers."""
    return kind in ("", "topic") or papers >= FEWEST


def write(catalog: Catalog, settings: Settings) -> Iterator[LateFile]:
    """Two files for each list, beside its page; none where nobody knows yet where the site will be."""
    if not settings.site_url:
        return
    feeds = _Feeds(settings)
    for place, name, newest in _lists(catalog):
        title = f"{settings.site_name}: {name}" if name else settings.site_name
        yield LateFile(place + ATOM_FILE, partial(feeds.atom, place, title, newest))
        yield LateFile(place + JSON_FILE, partial(feeds.json, place, title, newest))


def _lists(catalog: Catalog) -> Iterator[tuple[str, str, Sequence[Paper]]]:
    """Where a list is, what it is called, its newest papers."""
    yield "", "", catalog.newest[:NEWEST]
    for tag, papers in sorted(catalog.tagged.items()):
        if has_feed(tag.kind, len(papers)):
            yield catalog.addresses[tag], tag.name, papers[: NEWEST if tag.kind == "topic" else NEWEST_OF_FEW]
    for slug, papers in sorted(catalog.written_by.items()):
        if has_feed("person", len(papers)) and slug in catalog.library.people:
            yield f"authors/{slug}/", catalog.library.people[slug].name, papers[:NEWEST_OF_FEW]


class _Feeds:
    """Makes feeds; an entry, which several feeds have, is made once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._at = settings.absolute
        self._entries: dict[str, str] = {}
        self._items: dict[str, str] = {}

    def atom(self, place: str, title: str, papers: Sequence[Paper]) -> str:
        """The Atom feed of the list at a place below the site."""
        feed = ElementTree.Element("feed", {"xmlns": ATOM})
        _add(feed, "id", self._at(place))
        _add(feed, "title", title)
        _add(feed, "updated", max(map(_updated, papers), default=UNDATED))
        _add(feed, "link", rel="self", type="application/atom+xml", href=self._at(place + ATOM_FILE))
        _add(feed, "link", rel="alternate", type="text/html", href=self._at(place))
        _add(_add(feed, "author"), "name", self._settings.site_name)
        head = ElementTree.tostring(feed, encoding="unicode").removesuffix("</feed>")
        entries = "\n".join(map(self._entry, papers))
        return f'<?xml version="1.0" encoding="utf-8"?>\n{head}\n{entries}\n</feed>\n'

    def json(self, place: str, title: str, papers: Sequence[Paper]) -> str:
        """The JSON feed of the list at a place below the site."""
        feed = {
            "version": JSON_FEED,
            "title": escape.fold(title),
            "home_page_url": self._at(place),
            "feed_url": self._at(place + JSON_FILE),
        }
        items = ",\n".join(map(self._item, papers))
        return f'{_compact(feed).removesuffix("}")},"items":[\n{items}\n]}}\n'

    def _entry(self, paper: Paper) -> str:
        if paper.key not in self._entries:
            self._entries[paper.key] = ElementTree.tostring(self._new_entry(paper), encoding="unicode")
        return self._entries[paper.key]

    def _new_entry(self, paper: Paper) -> ElementTree.Element:
        entry = ElementTree.Element("entry")
        _add(entry, "id", self._at(paper.url))
        _add(entry, "title", rich.plain(paper.title) or paper.key)
        _add(entry, "updated", _updated(paper))
        if paper.date:
            _add(entry, "published", _updated(paper))
        _add(entry, "link", rel="alternate", type="text/html", href=self._at(paper.url))
        for name in _authors(paper):
            _add(_add(entry, "author"), "name", name)
        for topic in _topics(paper):
            _add(entry, "category", term=topic)
        _add(entry, "summary", _summary(paper))
        return entry

    def _item(self, paper: Paper) -> str:
        if paper.key not in self._items:
            item = {
                "id": self._at(paper.url),
                "url": self._at(paper.url),
                "title": rich.plain(paper.title),
                "content_text": _summary(paper),
                "date_published": _updated(paper) if paper.date else "",
                "authors": [{"name": name} for name in _authors(paper)],
                "tags": _topics(paper),
            }
            self._items[paper.key] = _compact({name: value for name, value in item.items() if value})
        return self._items[paper.key]


def _compact(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _authors(paper: Paper) -> list[str]:
    return [escape.fold(author.name) for author in paper.authors[:MOST_AUTHORS]]


def _topics(paper: Paper) -> list[str]:
    return [escape.fold(tag.name) for tag in paper.tags if tag.kind == "topic"][:MOST_TOPICS]


def _summary(paper: Paper) -> str:
    """The abstract's beginning; no feed reader wants an entry without any text."""
    return rich.shortened(paper.abstract, LONGEST_SUMMARY) or rich.plain(paper.title) or paper.key


def _updated(paper: Paper) -> str:
    """The paper's date as a time; of one that is less precise, the beginning."""
    if not paper.date:
        return UNDATED
    year, month, day = (*paper.date.split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}T00:00:00Z"


def _add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(
        parent, name, {key: escape.fold(value) for key, value in attributes.items()}
    )
    child.text = escape.fold(text) or None
    return child
