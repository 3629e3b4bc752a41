"""Google Scholar profile

The profile page of an author, as its text is copied: name, affiliation and interests, then for each paper its
title, its authors (given names as initials, ``...`` where the list is cut), its venue, and the count of
citations and the year, which may stand on one line or two. The counts are kept with the paper.

Example::

    Ada Example
    Example University
    Verified email at example.org
    TITLE
    CITED BY
    YEAR
    On watched kettles
    A Example, B Sample, C Placeholder, ...
    Journal of Kettles 12 (3), 45-67, 2007
    1234 2007
    A garden of papers
    A Example
    1 2008
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

from papergarden.model import Entry, Furniture, Reading, Seed
from papergarden.text.author_lists import split_authors
from papergarden.text.ids import find_arxiv, with_version
from papergarden.text.lines import Line, filled

READER = "scholar_profile"
_COUNTS = re.compile(
    r"(?P<venue>.*?(?:,\s(?:19|20)\d\d\s|\t))??(?P<cited>\d[\d,]{0,9}\*?)?\s*(?<!\d)(?P<year>(?:19|20)\d\d)"
)
_TABBED = re.compile(r"(?P<venue>[^\t]*)\t(\s*\d[\d,]{0,9}\*?\s*|\s*)\t(?P<date>\s*(?:19|20)\d\d)")
"""Venue, count and year as cells of a table, of which the first two may be empty."""
_CITED = re.compile(r"\d[\d,]{0,9}\*?")
_NAME = r"[^\W\d_a-z]{1,4} [^\W\d_][^\W\d_,]*(?:[ '’‐-][^\W\d_]+){0,4}"
_AUTHORS = re.compile(rf"{_NAME}(?:, {_NAME}){{0,60}}(?:, (?:\.\.\.|…))?")
_FOOT = re.compile(
    r"(?:show more|articles \d+.{0,20}|get my own profile|cited by.{0,40}|view all|help|privacy|terms)",
    re.IGNORECASE,
)


def sniff(seed: Seed) -> bool:
    """Names with initials, and below each, with at most a venue between, a count and a year."""
    lines = seed.head_lines
    rows = [at for at in range(1, len(lines)) if _is_authors(lines, at)]
    good = [at for at in rows if any(_COUNTS.fullmatch(line) for line in lines[at + 1 : at + 4])]
    return len(good) > 0 and len(good) * 2 >= len(rows) and len(good) * 8 >= len(lines) - 12


def _is_authors(lines: Sequence[str], at: int) -> bool:
    """Whether names with initials stand below what can be a title."""
    return _AUTHORS.fullmatch(lines[at]) is not None and not _is_count(lines[at - 1])


def _is_count(text: str) -> bool:
    return _COUNTS.fullmatch(text) is not None or _CITED.fullmatch(text) is not None


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each title with authors or counts; what stands above the first is furniture."""
    papers = _papers(filled(seed.lines()))
    head = next(papers)
    first = next(papers, None)
    if head and first:
        yield Furniture(seed.at(head[0][0]), head[-1][0], "profile and column titles")
    for paper in chain([first] if first else [], papers):
        yield from _readings(seed, paper)


def _papers(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """What stands above the papers, then each: they begin above names with initials, and below each year."""
    paper: list[Line] = []
    named = ended = False
    for line, following in pairwise(chain(lines, [(0, "")])):
        above_names = _AUTHORS.fullmatch(following[1]) is not None and not _is_count(line[1])
        if above_names or ended:
            yield paper
            paper = []
        ended = named and _COUNTS.fullmatch(line[1]) is not None
        named = named or above_names
        paper.append(line)
    yield paper


def _readings(seed: Seed, lines: Sequence[Line]) -> Iterator[Reading]:
    """A paper, or the furniture that stands below the last one."""
    (start, title), rest = lines[0], lines[1:]
    if _FOOT.fullmatch(title):
        yield Furniture(seed.at(start), lines[-1][0], "page furniture")
    if _FOOT.fullmatch(title) or not rest:
        return
    stated: dict[str, str] = {}
    places: dict[str, int] = {}
    for number, text in rest:
        for name, value in _cells(text, stated):
            stated[name] = f"{stated[name]} {value}" if name == "unplaced" and name in stated else value
            places[name] = number
    names, complete = split_authors(stated.get("authors", ""))
    yield Entry(
        source=seed.at(start),
        end=lines[-1][0],
        reader=READER,
        title=title,
        authors=names,
        authors_complete=complete,
        arxiv_id=with_version(find_arxiv(stated.get("venue", ""))),
        date=stated.get("date", ""),
        venue=stated.get("venue", ""),
        lines=places,
        extra={name: stated[name] for name in ("cited by", "unplaced") if name in stated},
    )


def _cells(text: str, stated: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What a line below a title says: authors, then venue, then counts, or the last two in one."""
    if tabbed := _TABBED.fullmatch(text):
        stated_there = zip(("venue", "cited by", "date"), tabbed.groups(), strict=True)
        yield from ((name, value.strip()) for name, value in stated_there if value.strip())
    elif counts := _COUNTS.fullmatch(text):
        yield "date", counts["year"]
        if counts["cited"]:
            yield "cited by", counts["cited"]
        if counts["venue"]:
            yield "venue", counts["venue"].strip()
    elif _CITED.fullmatch(text):
        yield "cited by", text
    else:
        place = next((place for place in ("authors", "venue") if place not in stated), "unplaced")
        yield place, text
