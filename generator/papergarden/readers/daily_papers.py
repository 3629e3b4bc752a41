"""Trending papers page

A page of a day's or a month's trending papers, as its text is copied: the furniture of the page (``Get
trending papers in your email inbox!``, ``Subscribe``, ``Daily Papers``, a date), then for each paper its
title and its abstract, with or without blank lines between. ``Subscribe`` may be glued to the first title.
Votes, numbers of authors, ``Published on …`` and ``GitHub 1.2k`` may stand between; the last two are kept
with the paper above.

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
from collections.abc import Iterator
from dataclasses import dataclass, field

from papergarden.model import Entry, Finding, Furniture, Reading, Seed
from papergarden.text.prose import is_paragraph

READER = "daily_papers"
_PAGE = re.compile(r"daily papers|trending papers", re.IGNORECASE)
_DAY = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6} \d{1,2}(?:, \d{4})?"
_HEADER = rf"(?:subscribe|(?:new)?daily papers|trending papers|by\s?ak and the research community|{_DAY})"
_GLUED = re.compile(rf"(?i:{_HEADER})+(?=[^\W\d_a-z]|\()")
_FURNITURE = re.compile(
    rf"{_HEADER}|new|log in|sign up|get trending papers in your email inbox!?|by ak|submitted by|upvote"
    r"|daily|weekly|monthly|trending|[-·•+]|arxiv page|view (?:pdf|arxiv page)|(?:arxiv|pdf|abstract)"
    r"|[-+·• ]*\d[\d.,]*k?(?: (?:votes?|upvotes?|comments?|likes?))?|[·• ]*\d+ authors?(?: ·)?",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(rf"[·• ]*(?:published|submitted)(?: on)?:? (?P<date>{_DAY})", re.IGNORECASE)
_GITHUB = re.compile(r"[·• ]*github\s*(?P<stars>[\d.,]+k?)?", re.IGNORECASE)


def sniff(seed: Seed) -> bool:
    """A line above the first abstract that calls the page one of daily or trending papers."""
    for line in seed.head_lines:
        if is_paragraph(line):
            return False
        if len(line) < 100 and _PAGE.search(line):
            return True
    return False


@dataclass(slots=True)
class _Paper:
    """A paper on its way to an entry."""

    start: int
    end: int
    title: str = ""
    abstract: str = ""
    date: str = ""
    has_code: bool = False
    lines: dict[str, int] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each title and abstract; what stands above the first title is the head of the page."""
    paper: _Paper | None = None
    for number, line in seed.lines():
        text = line.strip()
        if not text:
            continue
        if is_paragraph(text):
            if paper is None or paper.abstract:
                yield from _readings(seed, paper)
                paper = _Paper(number, number)
            paper.abstract, paper.end, paper.lines["abstract"] = text, number, number
        elif _FURNITURE.fullmatch(text):
            yield Furniture(seed.at(number), number, "page furniture")
        elif not (paper and _note(paper, number, text)):
            yield from _readings(seed, paper)
            glued = _GLUED.match(text)
            paper = _Paper(number, number, title=text[glued.end() :] if glued else text)
    yield from _readings(seed, paper)


def _note(paper: _Paper, number: int, text: str) -> bool:
    """Keep what the line tells about the paper above, if it is such a line."""
    if published := _PUBLISHED.fullmatch(text):
        paper.date, paper.lines["date"] = published["date"], number
    elif github := _GITHUB.fullmatch(text):
        paper.has_code = True
        if github["stars"]:
            paper.extra["GitHub stars"] = github["stars"]
    else:
        return False
    paper.end = number
    return True


def _readings(seed: Seed, paper: _Paper | None) -> Iterator[Reading]:
    if paper is None:
        return
    yield Entry(
        source=seed.at(paper.start),
        end=paper.end,
        reader=READER,
        title=paper.title,
        abstract=paper.abstract,
        date=paper.date,
        has_code=paper.has_code,
        lines=paper.lines,
        extra=paper.extra,
    )
    if not (paper.title and paper.abstract):
        missing = "abstract" if paper.title else "title"
        what, fix = f"the paper has no {missing}", "Add the line that is missing, if there is one."
        yield Finding("info", f"no-{missing}", seed.at(paper.start), what, fix, paper.title or paper.abstract)
