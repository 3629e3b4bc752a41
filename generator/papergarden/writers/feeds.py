"""Feeds to follow: Atom 1.0 (RFC 4287) and JSON Feed 1.1 of all papers, of each topic, of lists and people.

A feed has the newest papers of its list by the papers' own dates. No source says when it took a paper in, so
nothing here does: the same seeds make the same bytes. Ids are the addresses of the pages.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from xml.sax.saxutils import escape as escaped  # which parses nothing

from papergarden.model import LateFile, Paper, Settings, Tag
from papergarden.text import escape
from papergarden.writers import rich
from papergarden.writers.catalog import Catalog
from papergarden.writers.digests import key_of

ATOM = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"
ATOM_FILE, JSON_FILE = "feed.xml", "feed.json"
NEWEST, NEWEST_OF_FEW = 50, 15
"""Papers in the feed of everything and of a topic; and in the others, of which there are thousands."""
LONGEST_SUMMARY = 160
MOST_AUTHORS, MOST_TOPICS = 10, 3
FEWEST = 2
"""Papers that a person or a list that is no topic needs for a feed of its own."""
ENTRIES_KEPT = 1 << 12
"""Papers whose entries are remembered for the other feeds that have them, about two kilobytes each."""
NAMES_KEPT = 1 << 12
_List = tuple[str, str, Sequence[Paper]]
"""Where a list is, what it is called, and its newest papers."""
QUOTE = {'"': "&quot;"}
UNDATED = "1970-01-01T00:00:00Z"
"""When a paper without a date "was updated": RFC 4287 demands a time, and any later one would be made up."""


def has_feed(kind: str, papers: int) -> bool:
    """Whether a list of so many papers has feeds: a tag's kind, "person" or "" for all papers."""
    return kind in ("", "topic") or papers >= FEWEST


def of_all(feeds: "Feeds") -> Iterator[LateFile]:
    """Two files with the newest papers; none where nobody knows yet where the site will be."""
    yield from _files([("", "", feeds.catalog.newest[:NEWEST])], feeds)


def of_tags(tags: Iterable[Tag], feeds: "Feeds") -> Iterator[LateFile]:
    """The same for each of some tags, beside its list."""
    yield from _files(_lists(tags, feeds.catalog), feeds)


def of_people(slugs: Iterable[str], feeds: "Feeds") -> Iterator[LateFile]:
    """The same for each of some persons."""
    yield from _files(_people(slugs, feeds.catalog), feeds)


def _files(lists: Iterable[_List], feeds: "Feeds") -> Iterator[LateFile]:
    if not feeds.have_a_place:
        return
    for place, name, newest in lists:
        subject = feeds, place, name, newest
        yield LateFile(place + ATOM_FILE, Feeds.atom, _atom_key, subject)
        yield LateFile(place + JSON_FILE, Feeds.json, _json_key, subject)


def _atom_key(feeds: "Feeds", place: str, name: str, papers: Sequence[Paper]) -> str:
    return _key(feeds, ATOM_FILE, place, name, papers)


def _json_key(feeds: "Feeds", place: str, name: str, papers: Sequence[Paper]) -> str:
    return _key(feeds, JSON_FILE, place, name, papers)


def _key(feeds: "Feeds", file: str, place: str, name: str, papers: Sequence[Paper]) -> str:
    said = [feeds.catalog.said[paper.key] for paper in papers]
    return key_of(feeds.known, file, place, feeds.title(name), said)


def _lists(tags: Iterable[Tag], catalog: Catalog) -> Iterator[_List]:
    for tag in tags:
        papers = catalog.tagged[tag]
        if has_feed(tag.kind, len(papers)):
            most = NEWEST if tag.kind == "topic" else NEWEST_OF_FEW
            yield catalog.addresses[tag], tag.name, papers[:most]


def _people(slugs: Iterable[str], catalog: Catalog) -> Iterator[_List]:
    for slug in slugs:
        person = catalog.library.people[slug]
        if has_feed("person", len(person.papers)):
            papers = catalog.written_by[slug]
            yield f"authors/{slug}/", person.name, papers[:NEWEST_OF_FEW]


class _Entry(NamedTuple):
    """A paper as feeds have it: when it was updated, in Atom, in JSON; in bytes, which take half the room."""

    updated: str
    atom: bytes
    json: bytes


class Feeds:
    """Makes feeds; an entry, which several feeds have, is made once.

    They ``have_a_place`` where it is known where the site will be.
    """

    def __init__(self, catalog: Catalog, settings: Settings) -> None:
        self.catalog, self.known = catalog, (settings.site_url, settings.site_name)
        self.have_a_place, self._site_name = bool(settings.site_url), settings.site_name
        self._at = settings.absolute
        self._entries: dict[str, _Entry] = {}

    def title(self, name: str) -> str:
        """What the feed of a list is called."""
        return f"{self._site_name}: {name}" if name else self._site_name

    def atom(self, place: str, name: str, papers: Sequence[Paper]) -> bytes:
        """The Atom feed of the list at a place below the site."""
        entries = list(map(self._entry, papers))
        head = (
            f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="{ATOM}">',
            _element("id", self._at(place)),
            _element("title", self.title(name)),
            _element("updated", max((entry.updated for entry in entries), default=UNDATED)),
            _link("self", "application/atom+xml", self._at(place + ATOM_FILE)),
            _link("alternate", "text/html", self._at(place)),
            _author(self._site_name),
        )
        return b"\n".join(["".join(head).encode(), *(entry.atom for entry in entries), b"</feed>\n"])

    def json(self, place: str, name: str, papers: Sequence[Paper]) -> bytes:
        """The JSON feed of the list at a place below the site."""
        feed = {
            "version": JSON_FEED,
            "title": escape.fold(self.title(name)),
            "home_page_url": self._at(place),
            "feed_url": self._at(place + JSON_FILE),
        }
        head = f'{_compact(feed).removesuffix("}")},"items":[\n'.encode()
        return head + b",\n".join([self._entry(paper).json for paper in papers]) + b"\n]}\n"

    def _entry(self, paper: Paper) -> _Entry:
        known = self._entries.get(paper.key)
        if not known:
            if len(self._entries) >= ENTRIES_KEPT:
                self._entries.clear()
            known = self._entries[paper.key] = self._new_entry(paper)
        return known

    def _new_entry(self, paper: Paper) -> _Entry:
        address, title, summary = self._at(paper.url), rich.plain(paper.title), _summary(paper)
        updated, authors, topics = _updated(paper), _authors(paper), _topics(paper)
        published = updated if paper.date else ""
        atom = (
            "<entry>",
            _element("id", address),
            _element("title", title or paper.key),
            _element("updated", updated),
            f'<link href="{escaped(address, QUOTE)}" />',
            *map(_author, authors),
            *map(_category, topics),
            _element("summary", summary),
            "</entry>",
        )
        item = {
            "id": address,
            "url": address,
            "title": title,
            "content_text": summary,
            "date_published": published,
            "authors": [{"name": name} for name in authors],
            "tags": topics,
        }
        said = _compact({name: value for name, value in item.items() if value})
        return _Entry(updated, "".join(atom).encode(), said.encode())


_compact = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


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


def _element(name: str, text: str) -> str:
    """An element of Atom with a text."""
    text = escape.fold(text)
    return f"<{name}>{escaped(text)}</{name}>" if text else f"<{name} />"


@lru_cache(NAMES_KEPT)
def _author(name: str) -> str:
    return f"<author>{_element('name', name)}</author>"


@lru_cache(NAMES_KEPT)
def _category(name: str) -> str:
    return f'<category term="{escaped(name, QUOTE)}" />'


def _link(rel: str, kind: str, address: str) -> str:
    return f'<link rel="{rel}" type="{kind}" href="{escaped(address, QUOTE)}" />'
