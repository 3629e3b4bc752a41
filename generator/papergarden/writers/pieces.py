"""Pieces of HTML that thousands of pages show: links to people and tags, papers as items of lists.

Each is made once, with a mark where the way to the site's root belongs.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup

from papergarden.model import Authorship, Away, Paper, Person, Tag, text_of
from papergarden.text import escape
from papergarden.text.dates import day
from papergarden.writers import rich
from papergarden.writers.catalog import Catalog
from papergarden.writers.coins import coins
from papergarden.writers.each import Each
from papergarden.writers.kept import Hold
from papergarden.writers.markup import markup

ROOT = "\0"
"""Stands for the way to the root in a piece that is not yet on a page; no text of a seed can hold it."""
TEXTS_KEPT = 1 << 14
"""Names of people, places and tags that are remembered as HTML, for many papers have them."""
PEOPLE_KEPT, BRIEFS_KEPT = 1 << 14, 1 << 13
"""People and papers that are remembered as links: others are on pages that lie far from each other."""
COUNTS_KEPT = 1 << 10
AT_ONCE = 1 << 10
"""Papers as items of lists that are made together."""
AUTHORS_IN_A_ROW = 4
AUTHORS_IN_BRIEF = 2
ORGANIZATIONS_IN_A_ROW = 2

_TURNING = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters that run from right to left, and characters that turn the direction of what follows them."""


class Pieces:
    """The pieces of one library; ``root`` is the way from a page to the site's root (``../../``).

    Args:
        catalog: the library.
        known: papers as items of lists, by what stands for all that these show; ``find_out`` adds those that
            are missing and takes out those of no paper here.
        away: how many long texts are to be held.

    """

    def __init__(self, catalog: Catalog, known: dict[bytes, str | Away], away: Hold = list) -> None:
        self._catalog = catalog
        self._people: dict[tuple[str, str], str] = {}
        self._tags: dict[tuple[str, str, str], str] = {}
        self._new_briefs: dict[str, str | Away] = {}
        self._briefs: Mapping[str, str] = Each(self._known_brief, BRIEFS_KEPT)
        self._known, self._away = known, away
        self._last: tuple[str, Sequence[tuple[str, int]], str] = ("", (), "")
        self._rows: Each[str | Away] = Each(self._known_row)

    def find_out(self) -> None:
        """Make the rows of all papers, and let go of those that are of none of them.

        Of papers that had no row the briefs are made, too: else each process would make most of them.
        """
        papers = self._catalog.newest
        shown = [self._catalog.listed[paper.key] for paper in papers]
        new = [paper for paper, key in zip(papers, shown, strict=True) if key not in self._known]
        for begin in range(0, len(new), AT_ONCE):
            some = new[begin : begin + AT_ONCE]
            keys = [paper.key for paper in some]
            self._rows.update(zip(keys, self._away(list(map(self._row, some))), strict=True))
            self._new_briefs.update(zip(keys, self._away(list(map(_brief, some))), strict=True))
        self._known.update({self._catalog.listed[key]: row for key, row in self._rows.items()})
        for gone in self._known.keys() - set(shown):
            del self._known[gone]

    def people(self, authors: Iterable[Authorship], root: str) -> Markup:
        """Names with commas between them, each a link to the person's page where there is one."""
        return _at(root, ", ".join([self._person(one.name, one.person) for one in authors]))

    def links(self, tags: Iterable[Tag], root: str) -> Markup:
        """Tags as links with spaces between them."""
        return _at(root, " ".join(map(self._tag, tags)))

    def tags(self, tags: Iterable[Tag], root: str) -> Markup:
        """Tags as items of a list."""
        return _at(root, "\n".join([f"<li>{self._tag(tag)}</li>" for tag in tags]))

    def address(self, tag: Tag) -> str:
        """Where the page of a tag is, from the site's root."""
        return self._catalog.addresses[tag]

    def counted_people(self, people: Iterable[tuple[Person, int]], root: str) -> Markup:
        """People as items of a list, each with a number."""
        items = [f"<li>{self._person(one.name, one.slug)}{_count(count)}" for one, count in people]
        return _at(root, "\n".join(items))

    def counted_tags(self, tags: Iterable[tuple[Tag, int]], root: str) -> Markup:
        """Tags as items of a list, each with a number."""
        return _at(root, "\n".join([f"<li>{self._tag(tag)}{_count(count)}" for tag, count in tags]))

    def rows(self, papers: Iterable[Paper], root: str) -> Markup:
        """Papers as items of a list, with their authors, date and topics."""
        return _at(root, "\n".join([text_of(self._rows[paper.key]) for paper in papers]))

    def places(self, places: Sequence[tuple[str, int]], address: str, root: str) -> Markup:
        """Links to the pages of a list at which parts of it begin, and there to these parts.

        All pages of a list show the same ones after each other, so those of the last list are remembered.
        """
        if self._last[:2] != (address, places):
            links = [_place(name, sheet_address(address, at)) for name, at in places]
            self._last = address, places, "\n".join(links)
        return _at(root, self._last[2])

    def briefs(self, papers: Iterable[Paper]) -> Markup:
        """Papers as items of a short list on the page of another paper."""
        return markup("\n".join([self._briefs[paper.key] for paper in papers]))

    def _person(self, name: str, slug: str) -> str:
        if known := self._people.get((name, slug)):
            return known
        if len(self._people) == PEOPLE_KEPT:
            self._people.clear()
        shown = isolated(name)
        made = self._people[name, slug] = f'<a href="{ROOT}authors/{slug}/">{shown}</a>' if slug else shown
        return made

    def _tag(self, tag: Tag) -> str:
        key = (tag.kind, tag.slug, tag.name)
        if known := self._tags.get(key):
            return known
        address = escape.markdown(self._catalog.addresses[tag])
        made = self._tags[key] = f'<a href="{ROOT}{address}">{isolated(tag.name)}</a>'
        return made

    def _known_row(self, key: str) -> str | Away:
        return self._known.get(self._catalog.listed[key]) or self._row(self._catalog.papers[key])

    def _known_brief(self, key: str) -> str:
        new = self._new_briefs.get(key)
        return text_of(new) if new else _brief(self._catalog.papers[key])

    def _row(self, paper: Paper) -> str:
        score = "" if paper.score is None else f' data-score="{paper.score:g}"'
        title = f"<p>{_title(paper, f'{ROOT}{escape.markdown(paper.url)}')}</p>"
        names = names_of(paper, AUTHORS_IN_A_ROW)
        authors = f"<p>{names}</p>" if names else ""
        return f"<li{score}>{title}{authors}<p>{self._facts(paper)}</p>{coins(paper)}</li>"

    def _facts(self, paper: Paper) -> str:
        """When, where, by whom, with what, about what: the few words below the authors in a list."""
        places = [paper.venue] if paper.venue else []
        places += [tag.name for tag in paper.tags if tag.kind == "organization"][:ORGANIZATIONS_IN_A_ROW]
        facts = [_time(paper.date)] if paper.date else []
        facts += [f"<span>{isolated(place)}</span>" for place in places]
        if paper.has_code:
            facts.append("<span>code</span>")
        facts += [self._tag(topic) for topic in self._catalog.telling[paper.key]]
        return " ".join(facts)


def sheet_address(address: str, number: int) -> str:
    """Where a page of a long list lives: the first at the list's own address."""
    return address if number == 1 else f"{address}page/{number}/"


def _place(name: str, address: str) -> str:
    part = escape.markdown(name.lower().replace(" ", "-"))
    return f'<a href="{ROOT}{escape.markdown(address)}#{part}">{escape.markdown(name)}</a>'


def _time(date: str) -> str:
    """A date; a year alone is its own form for machines."""
    return f'<time datetime="{date}">{day(date)}</time>' if "-" in date else f"<time>{date}</time>"


def _at(root: str, pieces: str) -> Markup:
    return markup(pieces.replace(ROOT, root))


@lru_cache(TEXTS_KEPT)
def isolated(text: str) -> Markup:
    """A short text as HTML; one that changes the direction of writing does so for itself only."""
    escaped = escape.markdown(text)
    return markup(f"<bdi>{escaped}</bdi>" if _turns(text) else escaped)


def _turns(text: str) -> bool:
    return not text.isascii() and bool(_TURNING.search(text))


def names_of(paper: Paper, most: int) -> str:
    """The first authors as HTML without links, and how many more there are."""
    names = ", ".join([isolated(author.name) for author in paper.authors[:most]])
    more = len(paper.authors) - most
    if more > 0:
        return f"{names} and {'at least ' if not paper.authors_complete else ''}{more:,} more"
    return names if paper.authors_complete or not names else f"{names} and others"


def _brief(paper: Paper) -> str:
    said = ", ".join(filter(None, (names_of(paper, AUTHORS_IN_BRIEF), paper.year)))
    link = _title(paper, f"../{escape.markdown(paper.key)}/")
    return f"<li>{link}{f' <span>{said}</span>' if said else ''}</li>"


def _title(paper: Paper, address: str) -> str:
    direction = ' dir="auto"' if _turns(paper.title) else ""
    return f'<a href="{address}"{direction}>{rich.heading(paper.title)}</a>'


@lru_cache(COUNTS_KEPT)
def _count(count: int) -> str:
    """The end of an item of a list that has a number; most numbers are small."""
    return f" <span>{count:,}</span></li>"
