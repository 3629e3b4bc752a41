"""arXiv listing

A listing of new or recent papers of arXiv, or the answer of its search, as its text is copied: for each paper
a line with its id and ``[pdf, html, other]``, then ``Title:``, the authors with or without ``Authors:``, and
any of ``Comments:``, ``Subjects:``, ``Journal-ref:``, ``DOI:`` and the abstract. A label may stand on a line
of its own above what it names.

Example::

    Authors and titles for recent submissions
    [1] arXiv:0704.0001 [pdf, html, other]
    Title: On Watched Kettles
    Authors: Ada Example, Bo Sample
    Comments: 12 pages, 3 kettles
    Subjects: Machine Learning (cs.LG); Computation and Language (cs.CL)
    [2] arXiv:0704.0002 [pdf, other]
    Title:
    A Garden of Papers
    Cy Placeholder
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from papergarden.model import Entry, Finding, Furniture, Reading, Seed
from papergarden.text.categories import codes
from papergarden.text.lines import Line, blocks, filled, labelled
from papergarden.text.prose import authors_of, could_be_authors, is_paragraph

READER = "arxiv_listing"
LABELS = {
    "title": "title",
    "author": "authors",
    "authors": "authors",
    "abstract": "abstract",
    "comments": "Comments",
    "subjects": "categories",
    "journal-ref": "venue",
    "journal reference": "venue",
    "doi": "doi",
    "related doi": "doi",
    "report-no": "Report-no",
    "report number": "Report-no",
    "msc-class": "MSC-class",
    "acm-class": "ACM-class",
    "msc classes": "MSC-class",
    "acm classes": "ACM-class",
}
_BEGIN = re.compile(
    r"(?:\[\d{1,5}\]\s*|\d{1,5}\.\s+)?(?:arXiv:\s?)?(?P<id>(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)"
    r"(?:\s*\((?:cross-list from|replaced)[^)]{0,40}\))?\s*\[(?:pdf|ps|html|other|abs)\b[^\]]{0,60}\]"
)
_ID = re.compile(
    r"(?:\[\d{1,5}\]\s*)?arXiv:\s?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?:\s*\([^)]{0,60}\))?"
)
_FORMATS = re.compile(r"\[\s?(?:pdf|ps|html|other|abs)\b[^\]]{0,60}\]")
"""The two halves of the line that begins a paper, where each stands on a line of its own."""
_NUMBER = re.compile(r"\[\d{1,5}\]")
_PAGE = re.compile(
    r"total of .{0,80}|showing (?:up to|new|first|last|\d).{0,80}"
    r"|(?:new|cross(?:-list)?|replacement|recent) submissions.{0,80}"
    r"|authors and titles.{0,80}|(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6}, \d{1,2} \w{3,9} \d{4}.{0,60}"
    r"|\[ ?total of .{0,80}\]",
    re.IGNORECASE,
)
_FOOT = re.compile(
    r"about|help|contact|subscribe|copyright|privacy policy|(?:contact|subscribe to) arxiv.{0,60}"
    r"|web accessibility .{0,40}|arxiv operational status.{0,40}|get status notifications .{0,40}",
    re.IGNORECASE,
)
_DOI = re.compile(r"\bdoi\s+(?P<doi>10\.\d{4,9}/\S+)$")
_SUBMITTED = re.compile(
    r"(?:submitted .{6,40}; v1 |originally )?submitted (?P<date>\d{1,2} \w{3,9},? \d{4}|\w{3,9},? \d{4})",
    re.IGNORECASE,
)
_CATEGORIES = re.compile(r"(?:[a-z-]+(?:\.[A-Za-z-]{2,})?\s*){1,9}")


def sniff(seed: Seed) -> bool:
    """Lines of an id with its formats in brackets, as no other page has them."""
    lines = seed.head_lines
    return any(
        _begins(line) or (_ID.fullmatch(line) and _FORMATS.fullmatch(below))
        for line, below in pairwise([*lines, ""])
    )


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each line with an id; what stands above the first is the head of the page."""
    papers = blocks(_joined(filled(seed.lines())), _begins)
    if head := next(papers):
        yield Furniture(seed.at(head[0][0]), head[-1][0], "page header")
    for block in papers:
        yield from _readings(seed, block)


def _joined(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, an id and its formats made one where they stand on two."""
    waiting: Line | None = None
    for line in lines:
        if waiting and _FORMATS.fullmatch(line[1]):
            yield waiting[0], f"{waiting[1]} {line[1]}"
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = line if _ID.fullmatch(line[1]) else None
        if not waiting:
            yield line
    if waiting:
        yield waiting


def _begins(text: str) -> bool:
    return _BEGIN.match(text) is not None


def _readings(seed: Seed, block: Sequence[Line]) -> Iterator[Reading]:
    """A paper and the furniture between its lines; a second title begins a paper that has lost its id."""
    start, first = block[0]
    known: dict[str, Line] = {}
    left: list[Line] = []
    ended = False
    for number, text in block[1:]:
        ended = (ended and not text.startswith("Title:")) or _PAGE.fullmatch(text) is not None
        if ended or _NUMBER.fullmatch(text) or _FOOT.fullmatch(text):
            yield Furniture(seed.at(number), number, "page furniture")
        else:
            left.append((number, text))
    for meaning, (number, text) in labelled(left, LABELS):
        if meaning == "title" and known and text:
            yield from _paper(seed, start, first, known)
            start, first, known = number, text, {}
        place = meaning or _guess(known, text)
        if found := _DOI.search(text) if not meaning and "doi" in text else None:
            known["doi"] = number, found["doi"]
            place, text = "categories", text[: found.start()].rstrip()
        if place in known and not (_is_full(place, text) or _goes_on(place, known[place][1])):
            place = "unplaced"
        if text:
            joined = place in known and not _is_full(place, text)
            known[place] = number, f"{known[place][1]} {text}" if joined else text
    yield from _paper(seed, start, first, known)


def _paper(seed: Seed, start: int, first: str, known: dict[str, Line]) -> Iterator[Reading]:
    entry = _entry(seed, start, first, known)
    yield entry
    if not (entry.title and entry.arxiv_id):
        missing = "title" if entry.arxiv_id else "id"
        what, fix = f"The paper has no {missing}.", "Add the line that is missing, if there is one."
        yield Finding("info", f"no-{missing}", seed.at(start), what, fix, first)


def _guess(known: dict[str, Line], text: str) -> str:
    """What a line without label is, by what is already known of the paper."""
    if _SUBMITTED.match(text):
        return "date"
    if "authors" in known and len(known) < 3 and known["authors"][1].endswith(","):
        return "authors"
    if not known and _CATEGORIES.fullmatch(text) and "." in text:
        return "categories"
    if known.keys() == {"title"} and could_be_authors(authors_of(text)[0]):
        return "authors"
    if is_paragraph(_whole(text)) or ("categories" in known and "title" in known and text[-1] in ".?!…"):
        return "abstract"
    if "title" not in known:
        return "title"
    return "authors" if "authors" not in known and "categories" not in known else "unplaced"


def _whole(text: str) -> str:
    """A text without the button that the search page prints at its end."""
    return text.removesuffix("△ Less").removesuffix("▽ More").rstrip()


def _goes_on(place: str, above: str) -> bool:
    """Whether what stands there already goes on with this line: a list of authors, an abstract in parts."""
    if place == "abstract":
        return not above.endswith(("△ Less", "▽ More"))
    return place == "unplaced" or (place == "authors" and above.endswith(","))


def _is_full(place: str, text: str) -> bool:
    """Whether this is the whole abstract, which the search page prints after a short one."""
    return place == "abstract" and text.endswith("△ Less")


def _entry(seed: Seed, start: int, first: str, known: dict[str, Line]) -> Entry:
    stated = {place: text for place, (_, text) in known.items()}
    begin = _BEGIN.match(first)
    names, complete = authors_of(stated.get("authors", ""))
    date = _SUBMITTED.match(stated.get("date", ""))
    return Entry(
        source=seed.at(start),
        end=max((number for number, _ in known.values()), default=start),
        reader=READER,
        title=stated.get("title", ""),
        authors=names,
        authors_complete=complete,
        abstract=_whole(stated.get("abstract", "")),
        arxiv_id=begin["id"] if begin else "",
        doi=stated.get("doi", ""),
        date=date["date"] if date else "",
        venue=stated.get("venue", ""),
        categories=codes(stated.get("categories", "")) or tuple(stated.get("categories", "").split()),
        lines={place: number for place, (number, _) in known.items()},
        extra={place: text for place, text in stated.items() if place[0].isupper() or place == "unplaced"},
    )
