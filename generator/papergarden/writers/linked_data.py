"""What pages tell search engines in JSON-LD, in the words of schema.org."""

import json
from collections.abc import Mapping
from json.encoder import encode_basestring
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from papergarden.model import Authorship, Paper, Person, Settings
from papergarden.text import escape
from papergarden.writers import rich
from papergarden.writers.citation import ARXIV, DOI, in_journal
from papergarden.writers.markup import markup

CONTEXT = "https://schema.org"
LONGEST_HEADLINE = 110
"""Characters of a headline that search engines show."""
LINKED_AUTHORS = 100
"""Authors whose pages are named; a paper by a thousand people names all of them and links to these."""
_IN_HTML = [(char, f"\\u{ord(char):04x}") for char in "<>&\x7f\u2028\u2029"]
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


class LinkedData:
    """Makes the elements for the heads of pages; each is safe in HTML whatever a seed says."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def paper(self, paper: Paper) -> Markup:
        """The page of a paper, as a scholarly article; what is not known is left out."""
        title = escape.fold(rich.plain(paper.title))
        same_as = [ARXIV + paper.arxiv_id] if paper.arxiv_id else []
        same_as += [DOI + quote(paper.doi)] if paper.doi else []
        place = "Periodical" if in_journal(paper) else "PublicationVolume"
        before = {
            "headline": rich.clipped(title, LONGEST_HEADLINE),
            "name": title,
            "url": self._settings.absolute(paper.url),
        }
        after = {
            "datePublished": paper.date,
            "identifier": _identifiers(paper),
            "sameAs": same_as,
            "isPartOf": _typed(place, {"name": paper.venue}) if escape.fold(paper.venue) else None,
            "keywords": [tag.name for tag in paper.tags if tag.kind == "topic"],
        }
        authors = ",".join([self._author(author, at) for at, author in enumerate(paper.authors)])
        return _element(
            "ScholarlyArticle", before, f'"author":[{authors}]' if authors else "", _members(_known(after))
        )

    def person(self, person: Person, address: str) -> Markup:
        """The page of somebody who wrote papers."""
        url = _member("url", self._settings.absolute(address))
        names = ",".join([_text(name) for name in person.variants if name != person.name])
        also = f',"alternateName":[{names}]' if names else ""
        known = f'"mainEntity":{{"@type":"Person"{_member("name", person.name)}{also}{url}}}'
        return _element("ProfilePage", {}, url[1:], known)

    def papers(self, name: str, address: str, count: int) -> Markup:
        """The page of a list of so many papers."""
        about = {
            "name": name,
            "url": self._settings.absolute(address),
            "mainEntity": _typed("ItemList", {"numberOfItems": count}),
            "isPartOf": _typed("WebSite", self._site()),
        }
        return _element("CollectionPage", about)

    def site(self) -> Markup:
        """The whole site, and how it is searched."""
        search = self._settings.absolute("search/")
        action = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        }
        about = {
            "description": self._settings.site_description,
            "potentialAction": action if search else None,
        }
        return _element("WebSite", self._site() | about)

    def _site(self) -> dict[str, Any]:
        return {"name": self._settings.site_name, "url": self._settings.absolute("")}

    def _author(self, author: Authorship, at: int) -> str:
        kind = "Person" if author.person else "Organization"
        linked = author.person and at < LINKED_AUTHORS
        url = self._settings.absolute(f"authors/{author.person}/") if linked else ""
        return f'{{"@type":"{kind}"{_member("name", author.name)}{_member("url", url)}}}'


def _member(name: str, value: str) -> str:
    """A text under its name, after others; nothing where there is none."""
    return f',"{name}":{_text(value)}' if value else ""


def _text(value: str) -> str:
    return encode_basestring(escape.fold(value))


def _element(kind: str, fields: Mapping[str, Any], *more: str) -> Markup:
    """The script about a thing; ``more`` are members of its object as JSON."""
    members = [f'"@context":"{CONTEXT}","@type":"{kind}"', _members(_known(fields)), *more]
    text = f"{{{','.join(filter(None, members))}}}"
    for char, reference in _IN_HTML:
        if char in text:
            text = text.replace(char, reference)
    return markup(f'<script type="application/ld+json">{text}</script>')


def _members(data: Mapping[str, Any]) -> str:
    """What stands between the braces of an object as JSON, each text in it folded."""
    text = _encode(data)
    return (text if _is_folded(text) else _encode(escape.fold_all(data)))[1:-1]


def _is_folded(text: str) -> bool:
    """Whether every text in some JSON is on one line, without spaces at its ends, as nearly all are."""
    return (
        text.isprintable() and "\\" not in text and "  " not in text and '" ' not in text and ' "' not in text
    )


def _identifiers(paper: Paper) -> list[dict[str, Any]]:
    known = (("arXiv", paper.arxiv_id), ("DOI", paper.doi))
    return [_typed("PropertyValue", {"propertyID": name, "value": value}) for name, value in known if value]


def _typed(kind: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    return {"@type": kind} | _known(fields)


def _known(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in ("", None, [])}
