"""arXiv abstract page

The page of one paper on arXiv, as its text is copied, or several such pages one after the other: its subject
line, ``arXiv:… (cs)`` and ``[Submitted on …]``, then ``Title:``, the authors, ``Abstract:`` and the table of
``Comments:``, ``Subjects:``, ``Cite as:``, ``Journal reference:`` and ``Related DOI:``. The buttons and the
history below are furniture of the page.

Example::

    Computer Science > Machine Learning
    arXiv:0704.0001 (cs)
    [Submitted on 2 Apr 2007 (v1), last revised 4 May 2007 (this version, v2)]
    Title:On Watched Kettles
    Ada Example, Bo Sample
    View PDF HTML (experimental)
    Abstract:We study how long a kettle takes to boil when nobody watches it. It takes as long as otherwise.
    Comments: 12 pages, 3 kettles
    Subjects: Machine Learning (cs.LG); Computation and Language (cs.CL)
    Cite as: arXiv:0704.0001 [cs.LG]
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from papergarden.model import Entry, Finding, Furniture, Reading, Seed
from papergarden.text.author_lists import split_authors
from papergarden.text.categories import codes
from papergarden.text.ids import find_arxiv, find_doi, with_version
from papergarden.text.lines import filled, labelled
from papergarden.text.prose import is_paragraph

READER = "arxiv_abstract"
LABELS = {
    "title": "title",
    "author": "authors",
    "authors": "authors",
    "abstract": "abstract",
    "comments": "Comments",
    "subjects": "categories",
    "cite as": "cite",
    "journal reference": "venue",
    "journal-ref": "venue",
    "doi": "doi",
    "related doi": "doi",
    "report number": "Report number",
    "msc classes": "MSC classes",
    "acm classes": "ACM classes",
}
_FORMS = {
    "subject": re.compile(r"[A-Z][\w ,&-]{3,60} > [\w ,&;()-]{4,80}"),
    "arxiv_id": re.compile(
        r"arXiv:\s?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?:\s*\([a-z-]+\))?"
    ),
    "date": re.compile(r"\[Submitted on .{6,200}"),
    "foot": re.compile(r"(?:submission history|references & citations|access paper).{0,80}", re.IGNORECASE),
    "page": re.compile(
        r"(?:view pdf|download pdf|view a pdf|pdf|tex source|other formats).{0,300}|html \(experimental\)"
        r"|\(or arxiv:.{0,80}|focus to learn more"
        r"|https://doi\.org/10\.48550/arxiv\..{0,80}|arxiv-issued doi.{0,80}|doi\(s\) linking to .{0,40}",
        re.IGNORECASE,
    ),
}
_LISTED = re.compile(r"\[(?:pdf|ps|html|other|abs)\b[^\]]*\]$")
"""What a listing has after each id, and the page of one paper has not."""
_BEGINNINGS = ("subject", "arxiv_id", "title")


@dataclass(slots=True)
class _Page:
    """A page on its way to an entry: its lines, and what each of them turned out to be."""

    start: int
    end: int
    known: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def add(self, place: str, number: int, text: str) -> None:
        """A line of the page; what takes several lines is joined again."""
        above = self.known.get(place, "")
        self.known[place] = f"{above} {text}".strip()
        self.lines.setdefault(place, number)
        self.end = number


def sniff(seed: Seed) -> bool:
    """A title by its label or below ``[Submitted on``, and ``Subjects:`` or ``Cite as:`` of arXiv."""
    lines = seed.head_lines
    titles = sum(line.startswith(("Title:", "[Submitted on")) for line in lines)
    arxiv = any(line.startswith(("[Submitted on", "Cite as:", "Subjects:")) for line in lines)
    return titles > 0 and arxiv and not any(map(_LISTED.search, lines))


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each page; what stands above the first, and below the history, is furniture."""
    page: _Page | None = None
    for meaning, (number, text) in labelled(filled(seed.lines()), LABELS):
        place = meaning or _place(text)
        if place in _BEGINNINGS and (page is None or page.known.get("title")):
            yield from _readings(seed, page)
            page = _Page(number, number)
        if page is None or place == "page":
            yield Furniture(seed.at(number), number, "page furniture")
        elif place == "foot":
            yield Furniture(seed.at(number), number, "page furniture")
            yield from _readings(seed, page)
            page = None
        else:
            page.add(place or _guess(page.known, text), number, text)
    yield from _readings(seed, page)


def _place(text: str) -> str:
    """What a line without label is, where the line alone tells it."""
    for place, form in _FORMS.items():
        if form.fullmatch(text):
            return place
    return ""


def _guess(known: Mapping[str, str], text: str) -> str:
    """What any other line is, by what stands above it."""
    below = bool(known.keys() & {"Comments", "categories", "cite"})
    if "title" not in known and "date" in known and not below:
        return "title"
    if (
        "title" in known
        and "abstract" not in known
        and (not known.get("authors") or known["authors"].endswith(","))
    ):
        return "authors"
    return "abstract" if not below and ("abstract" not in known or is_paragraph(text)) else "unplaced"


def _readings(seed: Seed, page: _Page | None) -> Iterator[Reading]:
    if page is None:
        return
    known = defaultdict(str, page.known)
    if not (known["title"] or known["abstract"] or known["arxiv_id"]):
        what, fix = "The page names no paper.", "Add its title, or take out the page."
        yield Finding("warning", "no-title", seed.at(page.start), what, fix, end=page.end)
        return
    names, complete = split_authors(known["authors"])
    yield Entry(
        source=seed.at(page.start),
        end=page.end,
        reader=READER,
        title=known["title"],
        authors=names,
        authors_complete=complete,
        abstract=known["abstract"],
        arxiv_id=with_version(find_arxiv(known["arxiv_id"] or known["cite"])),
        doi=find_doi(known["doi"]) or "",
        date=known["date"],
        venue=known["venue"],
        categories=codes(known["categories"]),
        lines=page.lines,
        extra={
            place: text for place, text in page.known.items() if place[0].isupper() or place == "unplaced"
        },
    )
    if not known["title"]:
        what, fix = "The page has no title.", "Add the line with the title, or take out the page."
        yield Finding("info", "no-title", seed.at(page.start), what, fix)
