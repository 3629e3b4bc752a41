"""Cards

A page of paper cards, as its text is copied. Each card is a line of title and authors glued together, up to
three of them, with ``et al.`` and ``· organization`` where the page has them, and then the abstract. A line
with any of score, arXiv category, date and ``Code``, glued together too, belongs to the card below it. Where
the title ends and the first author begins is told from the names; a doubtful cut is reported.

Example::

    On Watched KettlesAda Example, Bo Sample, Cy Placeholder et al. · example-university
    We study how long a kettle takes to boil when nobody watches it. It takes as long as otherwise.
    44.9LGFeb 14, 2025Code
    A Garden of Papers That Keeps ItselfAda Example, Dee Specimen
    Lists of papers are hard to keep. We present a garden that keeps itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from papergarden.model import Entry, Finding, Furniture, Reading, Seed
from papergarden.text.byline import Byline, cut_byline
from papergarden.text.categories import full_code
from papergarden.text.lines import Line, filled, until
from papergarden.text.names import is_organization
from papergarden.text.prose import could_be_authors, is_paragraph

READER = "cards"
_BETWEEN = r"[\s·|•]*"
_META = re.compile(
    r"(?P<score>\d{1,4}\.\d{1,2}|\d{1,4}(?=[A-Z]))?"
    + _BETWEEN
    + r"(?P<category>[A-Z]{2}|[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]{2}|\.[a-z]+-[a-z]+)"
    + r"|gr-qc|(?:hep|nucl)-(?:ex|lat|ph|th)|(?:astro|math|quant)-ph|cond-mat)?"
    + _BETWEEN
    + r"(?P<date>[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8} \d{4})?"
    + _BETWEEN
    + r"(?P<code>Code)?"
)
_TAIL = re.compile(r" et al\.(?: · [\w .&-]+)?$| · [\w.-]+$")
_ORGANIZATION = re.compile(r"(?<= et al\.) · ([^·]{1,100})$")
LONGEST_BYLINE = 500
LONGEST_META = 80
SHORTEST_TITLE = 6


@dataclass(slots=True)
class _Card:
    """A card on its way to an entry: where it begins and ends, and the lines it has so far."""

    start: int
    end: int
    meta: str = ""
    byline: str = ""
    abstract: str = ""
    abstract_line: int = 0


def sniff(seed: Seed) -> bool:
    """A title with glued authors, or a line of score, category and date, above a paragraph."""
    lines = seed.head_lines
    cards = sum(1 for above, below in pairwise(lines) if _is_byline(above) and is_paragraph(below))
    metas = sum(1 for line in lines if _meta(line))
    paragraphs = sum(1 for line in lines if is_paragraph(line))
    return cards > 0 and cards * 2 >= paragraphs and 2 * (2 * cards + metas) >= len(lines)


def _meta(line: str) -> re.Match[str] | None:
    """The parts of a line of score, category, date and ``Code``, if it is one."""
    return _META.fullmatch(line) if len(line) <= LONGEST_META else None


def _is_byline(line: str) -> bool:
    """Whether authors are glued to a title here."""
    if len(line) > LONGEST_BYLINE or _meta(line):
        return False
    if _TAIL.search(line):
        return True
    cut = cut_byline(line)
    return cut.certain and len(cut.title) >= SHORTEST_TITLE and not is_paragraph(line)


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each card; a card without title or abstract is an entry too, and is reported."""
    lines = filled(seed.lines())
    above = until(lines, lambda text: _is_mark(text) or is_paragraph(text))
    start = _first(above)
    if start:
        yield Furniture(seed.at(above[0][0]), above[start - 1][0], "page header")
    card: _Card | None = None
    for number, text in chain(above[start:], lines):
        if card is None or _begins(card, text):
            if card:
                yield from _readings(seed, card)
            card = _Card(number, number)
        _place(card, number, text)
    if card:
        yield from _readings(seed, card)


def _is_mark(text: str) -> bool:
    """Whether a line can only be of a card."""
    return _meta(text) is not None or _is_byline(text)


def _first(above: Sequence[Line]) -> int:
    """Where the first card begins: at a line that can only be of a card, or just above the first abstract."""
    if above and _is_mark(above[-1][1]):
        return len(above) - 1
    return max(0, len(above) - 2) if above and is_paragraph(above[-1][1]) else 0


def _begins(card: _Card, text: str) -> bool:
    """Whether a line cannot belong to the card so far."""
    if card.abstract or _meta(text):
        return True
    return bool(card.byline) and _is_byline(text)


def _place(card: _Card, number: int, text: str) -> None:
    card.end = number
    if _meta(text):
        card.meta = text
    elif card.byline or (is_paragraph(text) and not _is_byline(text)):
        card.abstract, card.abstract_line = text, number
    else:
        card.byline = text


def _cut(line: str) -> Byline:
    """The line cut apart; a line that ends in nothing like authors is a title without any."""
    organization = _ORGANIZATION.search(line)
    cut = cut_byline(line[: organization.start()] if organization else line)
    if organization:
        return replace(cut, organization=organization[1])
    if cut.certain or cut.organization or not cut.complete or _are_likely(cut.authors):
        return cut
    return replace(cut, title=line, authors=())


def _are_likely(authors: Sequence[str]) -> bool:
    """Whether names that an uncertain cut gives are like those of authors all the same."""
    known = could_be_authors(authors) or any(map(is_organization, authors))
    return known and not authors[0][0].islower()


def _readings(seed: Seed, card: _Card) -> Iterator[Reading]:
    """A card as an entry with what is doubtful; a line that nothing shows to be of a card is left."""
    if not (card.byline or card.abstract):
        what, fix = "The line has no card below it.", "Add the card, or take out the line."
        yield Finding("warning", "no-title", seed.at(card.start), what, fix, card.meta)
        return
    if not (card.abstract or card.meta or _is_byline(card.byline)):
        return
    cut = _cut(card.byline)
    meta = _meta(card.meta)
    stated = meta.groupdict("") if meta else {}
    categories = (full_code(stated["category"]),) if stated.get("category") else ()
    yield Entry(
        source=seed.at(card.start),
        end=card.end,
        reader=READER,
        title=cut.title,
        authors=cut.authors,
        authors_complete=cut.complete,
        abstract=card.abstract,
        date=stated.get("date", ""),
        categories=categories,
        organizations=(cut.organization,) if cut.organization else (),
        has_code=bool(stated.get("code")),
        score=stated.get("score", ""),
        lines={"abstract": card.abstract_line} if card.abstract else {},
    )
    if card.byline and not cut.certain:
        fix = "Put the right title and authors into decisions.yml, or a line break between them."
        what = f"It is not certain that the title ends after “{cut.title}”."
        if not cut.authors:
            what = "No author can be told at the end of the title."
        yield Finding("warning", "uncertain-cut", seed.at(card.start), what, fix, card.byline)
    if not (card.byline and card.abstract):
        missing = "abstract" if card.byline else "title"
        what, fix = f"The card has no {missing}.", "Add the line that is missing, if there is one."
        yield Finding("info", f"no-{missing}", seed.at(card.start), what, fix, card.byline or card.abstract)
