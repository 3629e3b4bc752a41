"""List of ids

One paper a line, by its arXiv id, DOI or web address, with or without a bullet or number before it; or
several ids on a line. Other words beside an id are the title. What follows ``#`` is a remark and is kept with
the paper; a line of its own that begins with ``#``, ``//`` or ``%`` is a heading. Titles, authors and
abstracts come from other seeds or from ``papergarden enrich``.

Example::

    # to read
    2406.09415
    arXiv:cs/0112017
    - https://arxiv.org/abs/0704.0001v2
    10.1145/3292500.3330701
    https://openreview.net/forum?id=EXAMPLE
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from papergarden.model import Entry, Finding, Furniture, Link, Reading, Seed
from papergarden.text.column_names import describe_papers
from papergarden.text.ids import doi_in_address, parse_arxiv, parse_doi, with_version
from papergarden.text.links import is_paper, kind

READER = "id_list"
_BULLET = re.compile(r"(?:[-*•·]|\d{1,4}[.)]|\[\d{1,4}\])\s+")
_REMARK = re.compile(r"\s+(?:#|//|;)\s*")
_COMMENTS = ("#", "//", "%")
_BETWEEN = re.compile(r"[\s,;]+")
_EDGES = " \t:;,|()–—-"
"""What may stand between an id and a title."""
_ADDRESS = re.compile(r"<?(https?://[^\s<>]+)>?", re.IGNORECASE)


def sniff(seed: Seed) -> bool:
    """Ids, addresses and remarks, most of them certainly of papers, nearly nothing else, and no table."""
    names = re.split(r"[,;\t|]", seed.head.partition("\n")[0])
    if len(names) > 1 and describe_papers(name.strip(' "') for name in names):
        return False
    lines = [_parts(line) for line in seed.head_lines if not line.startswith(_COMMENTS)]
    papers = [line for line in lines if line.items and all(map(_is_of_paper, line.items))]
    addresses = sum(bool(line.items) for line in lines) - len(papers)
    named = sum(bool(line.title) for line in papers)
    several = named != 1 or len(papers) > 1
    return 0 < len(lines) <= 2 * len(papers) and 4 * (len(papers) + addresses) >= 3 * len(lines) and several


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line lists, ids or addresses, with the title beside a single one, and the remark behind it."""

    items: tuple[str, ...]
    title: str
    remark: str


def _parts(line: str) -> _Line:
    bullet = _BULLET.match(line)
    text, *remarks = _REMARK.split(line[bullet.end() :] if bullet else line, maxsplit=1)
    items, title = _items(text.strip().rstrip(",;"))
    return _Line(items, title, "".join(remarks).strip())


def _items(text: str) -> tuple[tuple[str, ...], str]:
    """The ids and addresses in a text that is nothing else, or the one that a title stands beside."""
    if _is_of_paper(text) or _ADDRESS.fullmatch(text):
        return (text,), ""
    words = _BETWEEN.split(text)
    if all(map(_is_of_paper, words)):
        return tuple(words), ""
    first, last = words[0].rstrip(":"), words[-1].strip("()")
    if _is_of_paper(first):
        return (first,), text[len(words[0]) :].strip(_EDGES)
    if _is_of_paper(last):
        return (last,), text[: -len(words[-1])].strip(_EDGES)
    return (), ""


def _is_of_paper(item: str) -> bool:
    address = _ADDRESS.fullmatch(item)
    return bool(parse_arxiv(item) or parse_doi(item) or (address and is_paper(address[1])))


def read(seed: Seed) -> Iterator[Reading]:
    """An entry for each id or address, one finding for each line that has none."""
    for number, line in seed.lines():
        text = line.strip()
        if text.startswith(_COMMENTS):
            yield Furniture(seed.at(number), number, "heading")
        elif text:
            yield from _readings(seed, number, text)


def _readings(seed: Seed, number: int, text: str) -> Iterator[Entry | Finding]:
    line = _parts(text)
    if not line.items:
        what = "The line is neither an arXiv id nor a DOI nor a web address."
        fix = "Correct it, or put # before it if it is a remark."
        yield Finding("warning", "not-an-id", seed.at(number), what, fix, text)
    for item in line.items:
        yield _entry(seed, number, item, line)


def _entry(seed: Seed, number: int, item: str, line: _Line) -> Entry:
    address = _ADDRESS.fullmatch(item)
    arxiv = parse_arxiv(item)
    stated = item if not arxiv and parse_doi(item) else ""
    return Entry(
        source=seed.at(number),
        end=number,
        reader=READER,
        title=line.title,
        arxiv_id=with_version(arxiv),
        doi=stated or (address and not arxiv and doi_in_address(address[1])) or "",
        links=(Link(kind("", address[1]), address[1]),) if address else (),
        extra={"remark": line.remark} if line.remark else {},
    )
