"""Cut a card's line, ``TitleFirst Author, Second Author et al. · organization``, where the title ends.

Every place where a name could begin without a space before it is a candidate. Each has a cost, the sum of
what speaks against the words after it being names and the word before it ending a title (``byline_costs``).
The cheapest place wins; when it is dear, or the next is nearly as cheap, the cut is not ``certain``.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from papergarden.text.byline_costs import (
    COSTS,
    begins_small_name,
    cost_of_first_name,
    cost_of_name,
    cost_of_title,
)
from papergarden.text.letters import shape
from papergarden.text.name_parts import is_suffix

MOST_AUTHORS = 3
"""How many authors a card names before it says "et al."."""
WINDOW = 96
"""Characters before the end of a comma-separated piece in which the cut is looked for: names are shorter."""
MOST_CERTAIN = 18
MARGIN = 14
"""What a certain cut may cost, and how much more the next best must cost."""
GOOD = 12
NO_CUT = 1000
COLON = ":"
"""What arXiv's author lists have between a team and its members; it stands in the place of a name."""

COMMA = re.compile(r",\s+")
ET_AL = re.compile(r",?\s+et\s+al\.?$")
SLUG = re.compile(r"\s·\s+([^\s,·]+)$")
PHRASE = re.compile(r"\s·\s+([^,·]+)$")
TOKEN = re.compile(r"\S+")
# A capital, a footnote mark and a capital, or the first letter of a script without capitals, in a shape.
NAME_START = re.compile(r"(?<=\S)(?=\*?A|(?<!文)文)")
MAY_START = re.compile(r"\S\*?[A-Z]|[^\x00-\x7f]")
"""What is in every text with such a place; quick to see."""
TWO_PARTICLES = re.compile(
    r"(?<=\S)(?=(?:van|von|de|di|del|della) (?:de|dem|den|der|het|'t|la|las|los|ten|ter) )"
)
SECOND_PARTICLES = (" de", " het ", " 't ", " la", " los ", " ten ", " ter ")
"""One of these is in every such pair; seldom in a line, and quick to see."""
Starts = Callable[[str, int, int], Iterator[int]]


@dataclass(frozen=True, slots=True)
class Byline:
    """A card's line cut apart; ``complete`` is false where it says "et al."."""

    title: str
    authors: tuple[str, ...]
    complete: bool
    organization: str
    certain: bool


class _Cut(NamedTuple):
    cost: int
    start: int
    authors: tuple[str, ...]


@lru_cache(maxsize=64)
def cut_byline(line: str) -> Byline:
    """The title, authors and organization that a line glues together; never raises.

    Authors are as printed, without arXiv's lone colon. Where no name could begin, the whole is title and
    nothing is certain. An organization of several words is taken where the line is then easier to cut. A
    cut is kept a while for who asks twice.
    """
    line = line.strip()
    byline, cost = _cut(line, SLUG)
    if "·" in line[-WINDOW:] and not byline.organization:
        with_phrase, cost_with_phrase = _cut(line, PHRASE)
        return with_phrase if cost_with_phrase <= cost else byline
    return byline


def _cut(line: str, organization: re.Pattern[str]) -> tuple[Byline, int]:
    """A line cut at the cheapest place, and the cost."""
    behind = organization.search(line, max(0, len(line) - WINDOW)) if "·" in line[-WINDOW:] else None
    text = line[: behind.start()].rstrip() if behind else line
    others = ET_AL.search(text, max(0, len(text) - WINDOW)) if text.endswith(("al", "al.")) else None
    head = text[: others.start()] if others else text
    cuts = sorted(_cuts(head, complete=not others), key=lambda cut: cut.cost)
    best = cuts[0] if cuts else _Cut(NO_CUT, len(head), ())
    certain = best.cost <= MOST_CERTAIN and all(cut.cost - best.cost >= MARGIN for cut in cuts[1:2])
    authors = tuple(name for name in best.authors if name != COLON)
    byline = Byline(head[: best.start], authors, not others, behind[1] if behind else "", certain)
    return byline, best.cost


def _cuts(head: str, complete: bool) -> list[_Cut]:
    """Every candidate.

    Names in small letters are looked for only where capitals give nothing good: they are rare, and any word
    may end like one ("Iva|n den Example").
    """
    cuts = list(_cuts_in_pieces(head, complete, _starts))
    if not any(cut.cost <= GOOD for cut in cuts):
        cuts += _cuts_in_pieces(head, complete, _small_starts)
    return cuts


def _cuts_in_pieces(head: str, complete: bool, starts: Starts) -> Iterator[_Cut]:
    """Candidates in every piece that may hold the first author: those after it are names already."""
    after: tuple[str, ...] = ()
    cost = 0
    pieces = _pieces(head)
    for commas in range(len(pieces) - 1, -1, -1):
        start, end = pieces[commas]
        own = commas * COSTS["comma in the title"]
        if not complete and len(after) < MOST_AUTHORS - 1:
            own += COSTS["fewer names than before et al."]
        for at in starts(head, max(start, end - WINDOW), end):
            title, name = head[max(0, at - WINDOW) : at], head[at:end]
            yield _Cut(own + cost_of_title(title, name) + cost_of_first_name(name) + cost, at, (name, *after))
        if commas:
            cost += cost_of_name(head[start:end])
            after = (head[start:end], *after)


def _pieces(head: str) -> list[tuple[int, int]]:
    """Start and end of the last pieces between commas, as many as there may be authors; "…, Jr." is one."""
    pieces: list[tuple[int, int]] = []
    start = max(0, len(head) - (MOST_AUTHORS + 1) * WINDOW)
    for comma in COMMA.finditer(head, start):
        if not is_suffix(head[comma.end() : comma.end() + 5].split(",")[0]):
            pieces.append((start, comma.start()))
            start = comma.end()
    return [*pieces, (start, len(head))][-MOST_AUTHORS:]


def _starts(head: str, start: int, end: int) -> Iterator[int]:
    """Where a name could begin with no space before it: a capital, another script, or "van den"."""
    piece = head[start:end]
    if MAY_START.search(piece):
        for found in NAME_START.finditer(shape(piece)):
            yield start + found.start()
    if any(map(piece.__contains__, SECOND_PARTICLES)):
        for found in TWO_PARTICLES.finditer(head, start, end):
            yield found.start()


def _small_starts(head: str, start: int, end: int) -> Iterator[int]:
    """Where a name in small letters could begin with no space before it."""
    for token in TOKEN.finditer(head, start, end):
        for at in range(token.start() + 1, token.end()):
            if head[at].islower() and begins_small_name(head[token.start() : at], head[at : token.end()]):
                yield at
