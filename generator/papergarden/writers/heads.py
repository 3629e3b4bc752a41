"""The heads of the pages that there are most of: those of papers and of the people who wrote them.

All other pages have theirs from a template, and so has one of these where a project has a template for it.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from papergarden.model import Paper
from papergarden.text.escape import html
from papergarden.writers import rich
from papergarden.writers.bylines import byline
from papergarden.writers.citation import in_journal
from papergarden.writers.feeds import has_feed
from papergarden.writers.linked_data import LinkedData
from papergarden.writers.social import Social

Known = dict[str, Any]
"""What a template is given, too."""
NAMES_KEPT = 1 << 12
_IN_HTML = [(char, f"\\u{ord(char):04x}") for char in "<>&'"]
_encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


class Heads:
    """Makes heads element by element; each is on one line, for its texts are folded."""

    def __init__(self, social: Social, linked_data: LinkedData) -> None:
        self._social, self._linked_data = social, linked_data
        self.of: Mapping[str, Callable[[Known], Iterator[str]]] = {"author": self.author, "paper": self.paper}

    def author(self, known: Known) -> Iterator[str]:
        """What networks, feed readers and search engines read about somebody."""
        front, person, address = known["front"], known["person"], known["address"]
        yield self._social.card(front["title"], "profile", known["here"], "card.png")
        if has_feed("person", known["total"]):
            yield self._social.feeds(person.name, address)
        yield self._linked_data.person(person, address)

    def paper(self, known: Known) -> Iterator[str]:
        """What reference managers, networks and search engines read about a paper."""
        paper = known["paper"]
        title = html(rich.plain(paper.title))
        yield f'<meta name="citation_title" content="{title}">'
        yield " ".join([_author(byline(one.name, bool(one.person)).inverted) for one in paper.authors])
        yield " ".join([_often(name, value) for name, value in _common_facts(paper, known) if value])
        yield " ".join([_meta(name, value) for name, value in _own_facts(paper, known) if value])
        yield f'<script type="application/json" id="pg-citation">{_json(known["record"])}</script>'
        yield self._social.elements(title, "article", paper.url, known["picture"])
        yield self._linked_data.paper(paper)


def _common_facts(paper: Paper, known: Known) -> Sequence[tuple[str, str]]:
    """The facts that Highwire has a name for, after title and authors: those that many papers share."""
    venue = "journal_title" if in_journal(paper) else "conference_title"
    return ("publication_date", "/".join(map(str, known["issued"]))), (venue, paper.venue)


def _own_facts(paper: Paper, known: Known) -> Sequence[tuple[str, str]]:
    """The facts that a paper has for itself."""
    return ("doi", paper.doi), ("arxiv_id", paper.arxiv_id), ("pdf_url", known["pdf"])


def _author(name: str) -> str:
    return f'<meta name="citation_author" content="{name}">'


def _meta(name: str, value: str) -> str:
    return f'<meta name="citation_{name}" content="{html(value)}">'


_often = lru_cache(NAMES_KEPT)(_meta)


def _json(value: Any) -> str:
    """JSON as it may stand in a script."""
    text = _encode(value)
    for char, reference in _IN_HTML:
        if char in text:
            text = text.replace(char, reference)
    return text
