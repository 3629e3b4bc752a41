"""What pages tell search engines in JSON-LD, in the words of schema.org."""

from collections.abc import Sequence
from functools import lru_cache
from json.encoder import encode_basestring

from markupsafe import Markup

from papergarden.model import Paper, Person, Settings
from papergarden.model.settings import quoted
from papergarden.text import escape
from papergarden.writers import rich
from papergarden.writers.citation import ARXIV, DOI, in_journal
from papergarden.writers.markup import markup

CONTEXT = "https://schema.org"
LONGEST_HEADLINE = 110
"""Characters of a headline that search engines show."""
LINKED_AUTHORS = 100
"""Authors whose pages are named; a paper by a thousand people names all of them and links to these."""
NAMES_KEPT = 1 << 12
_IN_HTML = [(char, f"\\u{ord(char):04x}") for char in "<>&\x7f\u2028\u2029"]


class LinkedData:
    """Makes the elements for the heads of pages; each is safe in HTML whatever a seed says."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._start = settings.site_url and encode_basestring(settings.site_url)[:-1]
        self._author = lru_cache(NAMES_KEPT)(self._person)

    def paper(self, paper: Paper) -> Markup:
        """The page of a paper, as a scholarly article; what is not known is left out."""
        title = escape.fold(rich.plain(paper.title))
        name = encode_basestring(title)
        headline = name if len(title) <= LONGEST_HEADLINE else _text(rich.clipped(title, LONGEST_HEADLINE))
        numbers = [("arXiv", paper.arxiv_id, ARXIV), ("DOI", paper.doi, DOI)]
        known = [one for one in numbers if one[1]]
        return _element(
            "ScholarlyArticle",
            f',"headline":{headline},"name":{name}' if title else "",
            self._url(paper.url),
            _list(
                "author",
                [
                    self._author(one.name, one.person, at < LINKED_AUTHORS)
                    for at, one in enumerate(paper.authors)
                ],
            ),
            _member("datePublished", paper.date),
            _list("identifier", [_number(name, value) for name, value, _ in known]),
            _list("sameAs", [encode_basestring(base + quoted(value)) for _, value, base in known]),
            _part_of("Periodical" if in_journal(paper) else "PublicationVolume", paper.venue),
            _list("keywords", [_often(tag.name) for tag in paper.tags if tag.kind == "topic"]),
        )

    def person(self, person: Person, address: str) -> Markup:
        """The page of somebody who wrote papers."""
        url = self._url(address)
        also = _list("alternateName", [_text(name) for name in person.variants if name != person.name])
        known = f',"mainEntity":{{"@type":"Person"{_member("name", person.name)}{also}{url}}}'
        return _element("ProfilePage", url, known)

    def papers(self, name: str, address: str, count: int) -> Markup:
        """The page of a list of so many papers."""
        return _element(
            "CollectionPage",
            _member("name", name),
            self._url(address),
            f',"mainEntity":{{"@type":"ItemList","numberOfItems":{count}}}',
            f',"isPartOf":{{"@type":"WebSite"{self._site()}}}',
        )

    def site(self) -> Markup:
        """The whole site, and how it is searched."""
        search = self._settings.absolute("search/")
        action = (
            f',"potentialAction":{{"@type":"SearchAction","target":{{"@type":"EntryPoint"'
            f"{_member('urlTemplate', f'{search}?q={{search_term_string}}')}}}"
            ',"query-input":"required name=search_term_string"}'
        )
        said = _member("description", self._settings.site_description)
        return _element("WebSite", self._site(), said, action if search else "")

    def _site(self) -> str:
        return _member("name", self._settings.site_name) + self._url("")

    def _url(self, address: str) -> str:
        """Where something lies; nothing while the site has no address."""
        return f',"url":{self._start}{quoted(address)}"' if self._start else ""

    def _person(self, name: str, slug: str, is_linked: bool) -> str:
        kind = "Person" if slug else "Organization"
        url = self._url(f"authors/{slug}/") if slug and is_linked else ""
        return f'{{"@type":"{kind}"{_member("name", name)}{url}}}'


def _element(kind: str, *members: str) -> Markup:
    """The script about a thing; the members of its object are JSON that begins with a comma, or empty."""
    text = f'{{"@context":"{CONTEXT}","@type":"{kind}"{"".join(members)}}}'
    for char, reference in _IN_HTML:
        if char in text:
            text = text.replace(char, reference)
    return markup(f'<script type="application/ld+json">{text}</script>')


def _member(name: str, value: str) -> str:
    """A text under its name; nothing where there is none."""
    return f',"{name}":{_text(value)}' if value else ""


def _list(name: str, items: Sequence[str]) -> str:
    """A list of JSON under its name; nothing where it is empty."""
    return f',"{name}":[{",".join(items)}]' if items else ""


def _text(value: str) -> str:
    return encode_basestring(escape.fold(value))


_often = lru_cache(NAMES_KEPT)(_text)
"""The same of what many papers have in common."""


@lru_cache(NAMES_KEPT)
def _part_of(kind: str, venue: str) -> str:
    """Where a paper appeared, as a member."""
    return f',"isPartOf":{{"@type":"{kind}"{_member("name", venue)}}}' if escape.fold(venue) else ""


def _number(name: str, value: str) -> str:
    """What a paper is known by elsewhere."""
    return f'{{"@type":"PropertyValue","propertyID":"{name}","value":{_text(value)}}}'
