"""Proceedings listing

The accepted papers of a conference, as the text of the page is copied: for each paper a line with its title,
a line with its authors and a line of links (``[pdf] [supp] [arXiv]``, ``pdf bib abs``, ``[abs][Download
PDF]``), in this order or with the links first. A volume after the authors (``…; Proceedings of …``) is the
venue, and an abstract below the authors or the links is taken as well.

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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from papergarden.model import Entry, Finding, Furniture, Reading, Seed
from papergarden.text.lines import Line, blocks, filled
from papergarden.text.prose import authors_of, could_be_authors, is_paragraph

READER = "proceedings"
_WORD = (
    r"(?:pdf|bib|bibtex|abs|abstract|supp|supplemental|supplementary(?: (?:pdf|material|zip))?|arxiv|code"
    r"|poster|slides|video|talk|html|link|paper|openreview|reviews?|software|dataset|data|project(?: page)?"
    r"|doi|cite|download pdf|checklist|attachment|award|oral|spotlight|website|related material)"
)
_LINKS = re.compile(
    rf"[\[({{<]?\s?{_WORD}\s?[\])}}>]?(?:[\s,|/·•-]{{0,3}}[\[({{<]?\s?{_WORD}\s?[\])}}>]?){{0,14}}",
    re.IGNORECASE,
)
_VOLUME = re.compile(r";\s+(?=(?:Proceedings|Proc\.|PMLR|JMLR|Volume|Vol\.|In |\d+\(|[A-Z][\w ]{2,80}\d{4}))")


LONGEST_LINKS = 150
ENOUGH_ROWS = 50
LONGEST_AUTHORS = 20_000


@dataclass(frozen=True, slots=True)
class _Paper:
    """The lines of a paper; of authors and abstract there may be none or several."""

    title: Line
    authors: Sequence[Line]
    others: Sequence[Line]


def sniff(seed: Seed) -> bool:
    """Lines of links, each with a line of authors just above it or two lines below it."""
    lines = seed.head_lines
    if any(line.startswith(("Title:", "[Submitted on", "Cite as:")) for line in lines):
        return False
    rows = [at for at, line in enumerate(lines) if _is_links(line)]
    good = [
        at
        for at in rows
        if any(_is_authors(line) for line in (*lines[max(0, at - 1) : at], *lines[at + 2 : at + 3]))
    ]
    return len(rows) > 0 and len(good) * 3 >= len(rows) * 2 and len(rows) * 6 >= len(lines)


def _is_links(line: str) -> bool:
    return len(line) <= LONGEST_LINKS and _LINKS.fullmatch(line) is not None


def _is_authors(line: str) -> bool:
    """Whether most of what stands between the commas could be names."""
    if len(line) > LONGEST_AUTHORS or _is_links(line):
        return False
    names, _ = authors_of(_VOLUME.split(line, maxsplit=1)[0])
    return could_be_authors(names)


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each title with authors; short lines that are neither are headings of the page."""
    lines = filled(seed.lines())
    some = _beginning(lines)
    first = _links_come_first([text for _, text in some])
    groups = blocks(chain(some, lines), _is_links) if first else _ended_by_links(chain(some, lines))
    for group in groups:
        yield from _readings(seed, group, list(_below(group) if first else _above(group)))


def _readings(seed: Seed, lines: Sequence[Line], papers: Sequence[_Paper]) -> Iterator[Reading]:
    """What of the lines is of no paper, and the papers."""
    owned = {number for paper in papers for number, _ in (paper.title, *paper.authors, *paper.others)}
    for number, text in lines:
        if number not in owned and _is_links(text):
            what, fix = "The links belong to no title.", "Add the title and the authors, or take them out."
            yield Finding("warning", "no-title", seed.at(number), what, fix, text)
        elif number not in owned and not is_paragraph(text):
            yield Furniture(seed.at(number), number, "heading")
    for paper in papers:
        yield _entry(seed, paper)


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
        if linked and not is_paragraph(line[1]):
            yield group
            group = []
        group.append(line)
        if linked and len(group) > 1:
            yield group
            group, linked = [], False
        else:
            linked = _is_links(line[1])
    yield group


def _below(group: Sequence[Line]) -> Iterator[_Paper]:
    """A title, authors and perhaps an abstract below their links; more pairs may have lost theirs."""
    links, lines = group[:1], group[1:]
    if not lines or not _is_links(links[0][1]) or is_paragraph(lines[0][1]):
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


def _entry(seed: Seed, paper: _Paper) -> Entry:
    printed, *volume = _VOLUME.split(" ".join(text for _, text in paper.authors), maxsplit=1)
    names, complete = authors_of(printed)
    numbers = [number for number, _ in (paper.title, *paper.authors, *paper.others)]
    abstracts = [(number, text) for number, text in paper.others if is_paragraph(text)]
    return Entry(
        source=seed.at(min(numbers)),
        end=max(numbers),
        reader=READER,
        title=paper.title[1],
        authors=names,
        authors_complete=complete,
        abstract=" ".join(text for _, text in abstracts),
        venue="".join(volume),
        date=_year("".join(volume)),
        lines={"title": paper.title[0]}
        | ({"authors": paper.authors[0][0]} if paper.authors else {})
        | ({"abstract": abstracts[0][0]} if abstracts else {}),
    )


def _year(volume: str) -> str:
    """The year that a volume ends with, or names alone."""
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", volume)
    return years[-1] if years else ""
