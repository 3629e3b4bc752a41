"""Trending papers page

A page of a day's or a month's trending papers, as its text is copied: the furniture of the page (``Get
trending papers in your email inbox!``, ``Subscribe``, ``Daily Papers``, a date), then for each paper its
title and its abstract, with or without blank lines between, or the title alone. ``Subscribe`` may be glued
to the first title. Votes, numbers of authors, an organization with ``Published on …`` and ``GitHub 1.2k`` may
stand between; the last three are kept with the paper above.

Example::

    Get trending papers in your email inbox!
    Subscribe
    Daily Papers
    Sep 10

    On watched kettles

    We study how long a kettle takes to boil when nobody watches it. It takes as long as otherwise.
    3 authors
    Published on Sep 9, 2024
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from papergarden.model import Entry, Finding, Furniture, Reading, Seed
from papergarden.text.byline import cut_byline
from papergarden.text.lines import filled, until
from papergarden.text.names import is_organization
from papergarden.text.prose import is_paragraph

READER = "daily_papers"
_DAY = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6} \d{1,2}(?:, \d{4})?"
_WORDS = (
    r"(?:subscribe|(?:new)?daily papers|trending papers|get trending papers in your email inbox!?"
    r"|by\s?ak(?: and the research community)?)"
)
_HEADER = rf"(?:{_WORDS}|{_DAY})"
_PAGE = re.compile(
    r"(?:hugging\s?face )?(?:(?:new)?daily|trending) papers(?:\s?by\s?ak.{0,60})?|get trending papers.{0,80}",
    re.IGNORECASE,
)
_TITLE = r"(?=[^\W\d_a-z]|\()"
_GLUED = re.compile(rf"(?i:{_HEADER})+{_TITLE}|(?i:subscribe)(?=\d)")
_GLUED_WORDS = re.compile(rf"(?i:{_WORDS})(?i:{_HEADER})*{_TITLE}|(?i:subscribe)(?=\d)")
_FURNITURE = re.compile(
    rf"{_HEADER}|new|log in|sign up|submitted by.*|upvote|daily|weekly|monthly"
    r"|trending|[-·•+▲△⬆]|.{0,3}arxiv page|community|enterprise|hugging face(?:'s logo)?|system theme|website"
    r"|view (?:pdf|arxiv page)|arxiv|pdf|abstract"
    r"|[-+·•▲△⬆ ]*\d[\d.,]*k?(?: (?:votes?|upvotes?|comments?|likes?))?"
    r"|[·• ]*\d+ authors?(?: ·)?|previous|next|company|tos|privacy|about|jobs|models|datasets|spaces|pricing"
    r"|docs",
    re.IGNORECASE,
)
_COUNT = re.compile(r"[·• ]*\d+ authors?(?: ·)?", re.IGNORECASE)
_PUBLISHED = re.compile(
    rf"(?:\d+ authors?|(?P<by>[^·•]{{2,80}}?))??[·• ]*(?:published|submitted)(?: on)?:? (?P<date>{_DAY})",
    re.IGNORECASE,
)
_STARS = re.compile(r"\d[\d.,]*k?")
_GITHUB = re.compile(r"[·• ]*github\s*(?P<stars>[\d.,]+k?)?", re.IGNORECASE)
_SUBMITTED_BY = re.compile(r"submitted by:?", re.IGNORECASE)
_SCHOLARLY = re.compile(
    r"\b(?:we|our|paper|study|propose[sd]?|present|results?|show|method|approach|models?|experiments?)\b",
    re.IGNORECASE,
)
FEWEST_PAIRS = 3
"""Titles with abstracts that a document must show at its head if nothing there says what page it is."""
FEWEST_SCHOLARLY = 3
FEWEST_COUNTS = 2
"""Numbers of authors that a page of titles alone must show at its head."""
LONGEST_SHORT = 160
SHORTEST_LONE_TITLE = 15


def sniff(seed: Seed) -> bool:
    """A page that says what it is, or nothing but titles with scholarly abstracts."""
    lines = seed.head_lines
    first = next((at for at, line in enumerate(lines) if is_paragraph(line)), 0)
    named = any(_PAGE.fullmatch(line) or _GLUED_WORDS.match(line) for line in lines[: first or len(lines)])
    if not first:
        return named and sum(bool(_COUNT.fullmatch(line)) for line in lines) >= FEWEST_COUNTS
    return named or _only_pairs(lines)


def _only_pairs(lines: Sequence[str]) -> bool:
    """Whether titles and abstracts alternate from the first line on, without authors glued to the titles."""
    titles, abstracts = lines[0::2], lines[1::2]
    return (
        len(abstracts) >= FEWEST_PAIRS
        and all(map(is_paragraph, abstracts))
        and not any(map(is_paragraph, titles))
        and 5 * sum(map(_is_title, titles)) >= 4 * len(titles)
        and 5 * sum(map(_is_scholarly, abstracts)) >= 4 * len(abstracts)
        and 2 * sum(cut_byline(title).certain for title in titles) < len(titles)
    )


def _is_title(line: str) -> bool:
    return len(line) >= SHORTEST_LONE_TITLE and line[-1] not in ".,;"


def _is_scholarly(line: str) -> bool:
    return is_paragraph(line) and len({word.lower() for word in _SCHOLARLY.findall(line)}) >= FEWEST_SCHOLARLY


@dataclass(slots=True)
class _Paper:
    """A paper on its way to an entry."""

    start: int
    end: int
    title: str = ""
    abstract: str = ""
    date: str = ""
    has_code: bool = False
    organization: str = ""
    lines: dict[str, int] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each title and abstract; what stands above the first title is the head of the page."""
    lines = filled(seed.lines())
    above = until(lines, is_paragraph)
    titles_only = bool(above) and not is_paragraph(above[-1][1])
    start = _first_title([text for _, text in above])
    if start:
        yield Furniture(seed.at(above[0][0]), above[start - 1][0], "page header")
    paper: _Paper | None = None
    before = ""
    for at, ((number, text), (_, below)) in enumerate(pairwise(chain(above[start:], lines, [(0, "")]))):
        if is_paragraph(text) or (paper and not paper.abstract and len(text) > LONGEST_SHORT):
            if paper is None or paper.abstract:
                yield from _readings(seed, paper, titles_only)
                paper = _Paper(number, number)
            paper.abstract, paper.end, paper.lines["abstract"] = text, number, number
        elif paper and _note(paper, number, text, before, below):
            pass
        elif _FURNITURE.fullmatch(text) or _SUBMITTED_BY.fullmatch(before):
            yield Furniture(seed.at(number), number, "page furniture")
        else:
            yield from _readings(seed, paper, titles_only)
            glued = None if at else _GLUED.match(text)
            paper = _Paper(number, number, title=text[glued.end() :] if glued else text)
        before = text
    yield from _readings(seed, paper, titles_only)


def _first_title(above: Sequence[str]) -> int:
    """Where the first title stands, above the first abstract or else the first number of authors."""
    if not above:
        return 0
    counts = [at for at, text in enumerate(above) if _COUNT.fullmatch(text)]
    end = len(above) - 1 if is_paragraph(above[-1]) else counts[0] if counts else 1
    titles = (at for at in range(end - 1, -1, -1) if not _FURNITURE.fullmatch(above[at]))
    return next(titles, end if is_paragraph(above[-1]) else 0)


def _note(paper: _Paper, number: int, text: str, before: str, below: str) -> bool:
    """Keep what the line tells about the paper above, if it is such a line."""
    if published := _PUBLISHED.fullmatch(text):
        paper.date, paper.lines["date"] = published["date"], number
        paper.organization = published["by"] or paper.organization
    elif paper.abstract and _is_organization(text, below):
        paper.organization = text
    elif _STARS.fullmatch(text) and _GITHUB.fullmatch(before):
        paper.extra["GitHub stars"] = text
    elif github := _GITHUB.fullmatch(text):
        paper.has_code = True
        if github["stars"]:
            paper.extra["GitHub stars"] = github["stars"]
    else:
        return False
    paper.end = number
    return True


def _is_organization(text: str, below: str) -> bool:
    """Whether an organization stands above the date, from which a dot parts it, and not a title."""
    if not _PUBLISHED.fullmatch(below) or _FURNITURE.fullmatch(text):
        return False
    return below.startswith(("·", "•")) or is_organization(text)


def _readings(seed: Seed, paper: _Paper | None, titles_only: bool) -> Iterator[Reading]:
    """The paper, and what it lacks; a very short line without abstract is rather a left-over of the page."""
    if paper is None or (not paper.abstract and len(paper.title) < SHORTEST_LONE_TITLE):
        return
    yield Entry(
        source=seed.at(paper.start),
        end=paper.end,
        reader=READER,
        title=paper.title,
        abstract=paper.abstract,
        date=paper.date,
        has_code=paper.has_code,
        organizations=(paper.organization,) if paper.organization else (),
        lines=paper.lines,
        extra=paper.extra,
    )
    if not (paper.title and (paper.abstract or titles_only)):
        missing = "abstract" if paper.title else "title"
        what, fix = f"The paper has no {missing}.", "Add the line that is missing, if there is one."
        yield Finding("info", f"no-{missing}", seed.at(paper.start), what, fix, paper.title or paper.abstract)
