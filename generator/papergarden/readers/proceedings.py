"""Proceedings listing

The accepted papers of a conference, as the text of the page is copied: for each paper a line with its title,
a line with its authors and a line of links (``[pdf] [supp] [arXiv]``, ``pdf bib abs``, ``[abs][Download
PDF]``, a DOI), in this order or with the links first; or titles and authors in turn and no links at all. A
volume after the authors (``…; Proceedings of …``) is the venue, else the conference that the head of the page
names; an abstract below the authors or the links is taken as well.

Example::

    Proceedings of the Example Conference
    On Watched Kettles
    Ada Example, Bo Sample
    [pdf] [supp] [arXiv] [bibtex]
    A Garden of Papers
    Cy Placeholder; Proceedings of the 3rd Example Conference, PMLR 3:1-12, 2007
    [abs][Download PDF]
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile

from papergarden.model import Entry, Finding, Furniture, Reading, Seed
from papergarden.text.ids import find_arxiv, find_doi, with_version
from papergarden.text.lines import Line, filled
from papergarden.text.prose import authors_of, could_be_authors, is_paragraph

READER = "proceedings"
_WORD = (
    r"(?:pdf|bib|bibtex|abs|abstract|supp|supplemental|supplementary(?: (?:pdf|material|zip))?|arxiv|code"
    r"|poster|slides|video|talk|html|link|paper|openreview|reviews?|software|dataset|data|project(?: page)?"
    r"|doi|cite|download pdf|checklist|attachment|award|oral|spotlight|website|related material|other files"
    r"|citeproc|github|supplement|presentation|copyright|erratum)"
)
_LINKS = re.compile(
    rf"[\[({{<]?\s?{_WORD}\s?[\])}}>]?(?:[\s,|/·•-]{{0,3}}[\[({{<]?\s?{_WORD}\s?[\])}}>]?){{0,14}}",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"pages? [\d:–-]+|(?:pages? [\d:–-]+,?\s+)?(?:https?://(?:\w+\.)?(?:doi|arxiv)\.org/|doi:\s?10\.)\S+",
    re.IGNORECASE,
)
_EDITORS = re.compile(r"(?:editors?|edited by)\b|.*\(editors?\)$", re.IGNORECASE)
_YEAR_OF_VOLUME = re.compile(r"\bYear: ((?:19|20)\d\d)\b")
_GLUED = re.compile(r"(?P<links>pdf bib(?: abs)?) (?P<title>[^\W\d_].{5,})")
"""A title on the line of its links, as pages of the ACL Anthology are copied by some programs."""
_WHOLE = re.compile(r"(?:Proceedings|Findings) of the .{10,}")
"""The title of a volume, which stands among its papers."""
_CONFERENCE = re.compile(
    r"(?:(?:Proceedings|Findings) of|Advances in) .{3,}|.*\b(?:Conference|Symposium|Workshop|Meeting)\b.*"
    r"|[A-Z][A-Za-z&*-]{1,11}[ -]?(?:19|20)\d\d\b.*"
)
_OF_PAGE = re.compile(
    r"[\s:|–-]*\b(?:open access|(?:list of )?accepted (?:\w+ )?papers|(?:main conference|\w+) track|papers)$",
    re.IGNORECASE,
)
_VOLUME = re.compile(r";\s+(?=(?:Proceedings|Proc\.|PMLR|JMLR|Volume|Vol\.|In |\d+\(|[A-Z][\w ]{2,80}\d{4}))")


LONGEST_LINKS = 150
ENOUGH_ROWS = 50
LONGEST_AUTHORS = 20_000
FEWEST_TURNS = 3
"""Titles with authors below them that a page without any links must have."""


@dataclass(frozen=True, slots=True)
class _Paper:
    """The lines of a paper; of authors and abstract there may be none or several."""

    title: Line
    authors: Sequence[Line]
    others: Sequence[Line]


def sniff(seed: Seed) -> bool:
    """Lines of links, each with a line of authors just above it or two lines below it; or both in turn."""
    lines = [part for line in seed.head_lines for part in _parts(line)]
    if any(line.startswith(OF_OTHERS) or line == "Abstract" or "](http" in line for line in lines):
        return False
    rows = [at for at, line in enumerate(lines) if _is_links(line)]
    good = [
        at
        for at in rows
        if any(_is_authors(line) for line in (*lines[max(0, at - 1) : at], *lines[at + 2 : at + 3]))
    ]
    groups = sum(at - 1 not in rows for at in rows)
    return len(good) * 3 >= groups * 2 and groups * 6 >= len(lines) if rows else _are_in_turn(lines)


def _parts(line: str) -> list[str]:
    """A line, or the two that were glued together."""
    glued = _GLUED.fullmatch(line) if line.startswith("pdf") else None
    return [glued["links"], glued["title"]] if glued else [line]


def _are_in_turn(lines: Sequence[str]) -> bool:
    """Whether a page is titles and authors in turn: titles are no names, and most have several authors."""
    titles = _turns(lines)
    named = sum(_is_authors(lines[at]) for at in titles)
    several = sum(len(authors_of(lines[at + 1])[0]) > 1 for at in titles)
    most = 2 * len(titles) >= 0.8 * (len(lines) - MOST_ABOVE) and len(titles) * 3 >= len(lines) // 2
    return len(titles) >= FEWEST_TURNS and most and 3 * named <= len(titles) <= 2 * several


OF_OTHERS = ("Title:", "Abstract:", "[Submitted on", "Cite as:")
"""What begins lines of pages that are no listings."""
MOST_ABOVE = 4


def _turns(lines: Sequence[str]) -> list[int]:
    """Where the titles stand that have authors below them."""
    found: list[int] = []
    at = 0
    while at + 1 < len(lines):
        below, next_below = lines[at + 1], lines[at + 2] if at + 2 < len(lines) else ""
        if not is_paragraph(lines[at]) and _is_authors(below) and not _is_title(below, next_below):
            found.append(at)
            at += 1
        at += 1
    return found


def _is_title(line: str, below: str) -> bool:
    """Whether a line that could be an author is rather the title of those below."""
    return len(authors_of(line)[0]) == 1 and len(authors_of(below)[0]) > 1 and _is_authors(below)


def _is_links(line: str) -> bool:
    return len(line) <= LONGEST_LINKS and bool(_LINKS.fullmatch(line) or _ADDRESS.fullmatch(line))


def _is_authors(line: str) -> bool:
    """Whether most of what stands between the commas could be names."""
    if len(line) > LONGEST_AUTHORS or _is_links(line):
        return False
    names, _ = authors_of(_VOLUME.split(line, maxsplit=1)[0])
    return could_be_authors(names)


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each title with authors; short lines that are neither are headings of the page."""
    lines = ((number, part) for number, text in filled(seed.lines()) for part in _parts(text))
    some = _beginning(lines)
    above: list[str] = []
    begun = False
    for group, papers in _groups(some, lines):
        if not begun:
            first = min(_numbers(papers), default=sys.maxsize)
            above += [text for number, text in group if number < first]
        yield from _readings(seed, group, papers, above, begun)
        begun = begun or bool(papers)


def _groups(some: Sequence[Line], lines: Iterable[Line]) -> Iterator[tuple[Sequence[Line], list[_Paper]]]:
    """The lines in runs, each with its papers: with links above, with links below, without any."""
    texts = [text for _, text in some]
    if not any(map(_is_links, texts)):
        yield some, [_Paper(some[at], [some[at + 1]], []) for at in _turns(texts)]
    elif _links_come_first(texts):
        yield from ((group, list(_below(group))) for group in _begun_by_links(chain(some, lines)))
    else:
        yield from ((group, list(_above(group))) for group in _ended_by_links(chain(some, lines)))


def _numbers(papers: Iterable[_Paper]) -> set[int]:
    """The numbers of all lines of papers."""
    return {number for paper in papers for number, _ in (paper.title, *paper.authors, *paper.others)}


def _readings(
    seed: Seed, lines: Sequence[Line], papers: Sequence[_Paper], above: Sequence[str], begun: bool
) -> Iterator[Reading]:
    """What of the lines is of no paper, and the papers; ``above`` are the lines of the page's head."""
    owned = _numbers(papers)
    for number, text in lines:
        if number not in owned and begun and _is_links(text):
            what, fix = "The links belong to no title.", "Add the title and the authors, or take them out."
            yield Finding("warning", "no-title", seed.at(number), what, fix, text)
        elif number not in owned and (not begun or not is_paragraph(text)):
            yield Furniture(seed.at(number), number, "heading")
    for paper in papers:
        if _WHOLE.fullmatch(paper.title[1]):
            numbers = _numbers([paper])
            yield Furniture(seed.at(min(numbers)), max(numbers), "the volume")
        else:
            yield _entry(seed, paper, above)


def _beginning(lines: Iterator[Line]) -> list[Line]:
    """So many lines as show whether links stand above or below their papers."""
    some: list[Line] = []
    rows = 0
    for line in lines:
        some.append(line)
        rows += _is_links(line[1])
        if rows > ENOUGH_ROWS:
            break
    return some


def _links_come_first(texts: Sequence[str]) -> bool:
    """Whether more lines of links have authors two lines below than directly above."""
    rows = [at for at, text in enumerate(texts) if _is_links(text)][:ENOUGH_ROWS]
    above = sum(at > 0 and _is_authors(texts[at - 1]) for at in rows)
    below = sum(at + 2 < len(texts) and _is_authors(texts[at + 2]) for at in rows)
    return below > above


def _ended_by_links(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Runs of lines that each end with links, and the abstract below them; the last may have no links."""
    group: list[Line] = []
    linked = False
    for line in lines:
        links = _is_links(line[1])
        if linked and not links and not is_paragraph(line[1]):
            yield group
            group = []
        group.append(line)
        if linked and not links and len(group) > 1:
            yield group
            group, linked = [], False
        else:
            linked = links
    yield group


def _begun_by_links(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Runs of lines that each begin with links, on one line or several; the first may have none."""
    group: list[Line] = []
    linked = False
    for line in lines:
        links = _is_links(line[1])
        if links and not linked:
            yield group
            group = []
        group.append(line)
        linked = links
    yield group


def _below(group: Sequence[Line]) -> Iterator[_Paper]:
    """A title, authors and perhaps an abstract below their links; more pairs may have lost theirs."""
    links = list(takewhile(lambda line: _is_links(line[1]), group))
    lines = group[len(links) :]
    if not lines or not links or is_paragraph(lines[0][1]):
        return
    authors = [line for line in lines[1:2] if _is_authors(line[1]) or not is_paragraph(line[1])]
    rest = lines[1 + len(authors) :]
    abstract = rest[:1] if rest and is_paragraph(rest[0][1]) else []
    yield _Paper(lines[0], authors, [*links, *abstract])
    yield from _lost(rest[len(abstract) :])


def _above(group: Sequence[Line]) -> Iterator[_Paper]:
    """A title and authors above their links; a pair above them that has lost its links is a paper too."""
    row = next((at for at, (_, text) in enumerate(group) if _is_links(text)), None)
    if row is None:
        yield from _lost(group)
        return
    lines, others = group[:row], group[row:]
    end = len(lines)
    while end and is_paragraph(lines[end - 1][1]) and not _is_authors(lines[end - 1][1]):
        end -= 1
    start = end - 1
    while start > 0 and lines[start - 1][1].endswith(","):
        start -= 1
    if start < 1:
        if end == 1:
            yield _Paper(lines[0], [], others)
        return
    title, authors = lines[start - 1], lines[start:end]
    if _EDITORS.match(authors[0][1]):
        return
    yield from _lost(lines[: start - 1])
    yield _Paper(title, authors, [*lines[end:], *others])


def _lost(lines: Sequence[Line]) -> Iterator[_Paper]:
    """Pairs of title and several authors among lines that no links follow."""
    at = 0
    while at + 1 < len(lines):
        title, authors = lines[at], lines[at + 1]
        if "," in authors[1] and _is_authors(authors[1]) and not is_paragraph(title[1]):
            yield _Paper(title, [authors], [])
            at += 1
        at += 1


def _entry(seed: Seed, paper: _Paper, above: Sequence[str]) -> Entry:
    printed, *volume = _VOLUME.split(" ".join(text for _, text in paper.authors), maxsplit=1)
    names, complete = authors_of(printed)
    numbers = [number for number, _ in (paper.title, *paper.authors, *paper.others)]
    abstracts = [(number, text) for number, text in paper.others if is_paragraph(text)]
    others = [text for _, text in paper.others if _ADDRESS.fullmatch(text)]
    conferences = [text for text in above if _CONFERENCE.fullmatch(text) and not _EDITORS.match(text)]
    years = [
        *map(_year, (*volume, *conferences)),
        *(found[1] for text in above if (found := _YEAR_OF_VOLUME.search(text))),
    ]
    return Entry(
        source=seed.at(min(numbers)),
        end=max(numbers),
        reader=READER,
        title=paper.title[1],
        authors=names,
        authors_complete=complete,
        abstract=" ".join(text for _, text in abstracts),
        doi=next((doi for text in others if (doi := find_doi(text))), ""),
        arxiv_id=next((with_version(arxiv) for text in others if (arxiv := find_arxiv(text))), ""),
        venue="".join(volume) or next((_OF_PAGE.sub("", text) for text in conferences), ""),
        date=next(filter(None, years), ""),
        lines={"title": paper.title[0]}
        | ({"authors": paper.authors[0][0]} if paper.authors else {})
        | ({"abstract": abstracts[0][0]} if abstracts else {}),
    )


def _year(volume: str) -> str:
    """The year that a volume ends with, or names alone; ``KDD '23`` is 2023."""
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", volume)
    short = re.match(r"[A-Z]+ ?['’](\d\d)\b", volume)
    return years[-1] if years else f"20{short[1]}" if short else ""
