"""Author page of abstracts

The publications of a person or a department: an affiliation or a name on the first line, then for each paper
a line that begins with ``Abstract:``. Above it may stand the title and then the authors, with or without
``Title:`` and ``Authors:``; many pages have neither. What stands on the first line counts as the organization
of every paper on the page. Papers without title get theirs when another seed, or a line in ``decisions.yml``,
says which paper an abstract belongs to.

Example::

    Department of Computer Science, Example University
    Abstract:We study how long a kettle takes to boil when nobody watches it.
    Abstract:Lists of papers are hard to keep. We present a garden that keeps itself.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, takewhile

from papergarden.model import Entry, Furniture, Reading, Seed
from papergarden.text.dates import iso_date
from papergarden.text.lines import Line, filled, labelled
from papergarden.text.names import is_organization
from papergarden.text.prose import authors_of, could_be_authors, could_be_name, is_paragraph

READER = "abstracts_page"
LABELS = {
    "abstract": "abstract",
    "title": "title",
    "author": "authors",
    "authors": "authors",
    "date": "date",
    "year": "date",
    "published": "date",
    "venue": "venue",
    "journal": "venue",
    "conference": "venue",
}
ENOUGH = 1000
"""Papers from which is told how many lines a paper of the page has."""
MOST_LINES = 5
"""Lines that a paper may have above its abstract."""
_RECORD = re.compile(r"<|@\s*\w+\s*[{(]|[{\[]\s*(?:[{\[\"]|$)|TY\s+- |PMID- ")
"""What a document of records begins with, whatever they say."""
_ARXIV = re.compile(r"\[Submitted on|Cite as:|Subjects:|(?:\[\d+\]\s*)?arXiv:\d")

Labelled = tuple[str, Line]


def sniff(seed: Seed) -> bool:
    """Abstracts by their label, few other lines, and nothing of a page of arXiv."""
    lines = list(_labelled(enumerate(seed.head_lines)))
    abstracts = sum(meaning == "abstract" and text != "" for meaning, (_, text) in lines)
    others = sum(not meaning for meaning, _ in lines)
    paragraphs = sum(not meaning and is_paragraph(text) for meaning, (_, text) in lines)
    return (
        abstracts > 0
        and lines[0][0] in ("", "title")
        and others <= MOST_LINES * abstracts
        and 2 * paragraphs < abstracts
        and not any(map(_ARXIV.match, seed.head_lines))
        and not _RECORD.match(lines[0][1][1])
    )


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each abstract, with the title and authors above it."""
    blocks = _blocks(_labelled(filled(seed.lines())))
    some = list(islice(blocks, ENOUGH))
    sizes = [len(block) for block in some]
    usual = _usual(sizes) if some else 0
    above = some[0][: max(0, sizes[0] - usual)] if some else []
    page = [line for _, line in takewhile(lambda line: not line[0], above)]
    if page:
        yield Furniture(seed.at(page[0][0]), page[-1][0], "whose papers these are")
    for at, block in enumerate(chain(some, blocks)):
        own = block[len(page) :] if at == 0 else _nearest(block, usual)
        entry = _entry(seed, page[:1], own, usual > 1)
        if entry.title or entry.abstract:
            yield entry


def _labelled(lines: Iterable[Line]) -> Iterator[Labelled]:
    """The lines with what their labels say; ``Abstract`` alone is a label without its colon."""
    colons = ((number, f"{text}:" if text.lower() == "abstract" else text) for number, text in lines)
    return labelled(colons, LABELS)


def _blocks(lines: Iterable[Labelled]) -> Iterator[list[Labelled]]:
    """Runs of lines that each end with an abstract, or above a second ``Title:``; the rest is nobody's."""
    block: list[Labelled] = []
    for line in lines:
        if line[0] == "title" and line[1][1] and any(meaning == "title" for meaning, _ in block[:-1]):
            yield block
            block = []
        block.append(line)
        if line[0] == "abstract" and line[1][1]:
            yield block
            block = []


def _usual(sizes: Sequence[int]) -> int:
    """How many lines a paper usually has; the first block has those of the page too."""
    others = Counter(sizes[1:]).most_common(1)
    return others[0][0] if others else 1 if sizes[0] <= 2 else sizes[0]


def _nearest(block: Sequence[Labelled], usual: int) -> Sequence[Labelled]:
    """A run of lines without those of a paper above that has lost its abstract, which are left over."""
    if len(block) <= usual or any(meaning == "title" for meaning, _ in block):
        return block
    names = [at for at, (_, (_, text)) in enumerate(block[:-1]) if could_be_authors(authors_of(text)[0])]
    return block[max(0, names[-1] - 1) :] if len(names) > 1 else block


def _entry(seed: Seed, page: Sequence[Line], block: Sequence[Labelled], titled: bool) -> Entry:
    """A paper with the affiliation of the page; what it cannot have above it is a left-over."""
    known: dict[str, Line] = {}
    numbers: list[int] = []
    for meaning, (number, text) in block:
        place = meaning or (_guess(known, text) if titled else "unplaced" if known else "")
        if place:
            numbers.append(number)
        if place and text:
            known[place] = (number, f"{known[place][1]} {text}" if place in known else text)
    stated = {place: text for place, (_, text) in known.items()}
    names, complete = authors_of(stated.get("authors", ""))
    if page and _is_affiliation(page[0][1]):
        known["organizations"] = page[0]
    return Entry(
        source=seed.at(numbers[0]),
        end=numbers[-1],
        reader=READER,
        title=stated.get("title", ""),
        authors=names,
        authors_complete=complete,
        abstract=stated.get("abstract", ""),
        date=stated.get("date", ""),
        venue=stated.get("venue", ""),
        organizations=(known["organizations"][1],) if "organizations" in known else (),
        lines={place: number for place, (number, _) in known.items()},
        extra={"unplaced": stated["unplaced"]} if "unplaced" in stated else {},
    )


def _guess(known: dict[str, Line], text: str) -> str:
    """What a line without label above an abstract is, by what stands above it."""
    if "title" in known and "authors" not in known and could_be_authors(authors_of(text)[0]):
        return "authors"
    if is_paragraph(text):
        return "unplaced" if known else ""
    if "title" not in known:
        return "title"
    return "date" if "date" not in known and iso_date(text) else "unplaced"


def _is_affiliation(text: str) -> bool:
    """Whether the page is that of an institution and not of a person by name."""
    return is_organization(text) or not could_be_name(text)
