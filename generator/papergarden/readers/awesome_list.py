"""Markdown list of papers

An "awesome list": Markdown with a bullet or a table row for each paper. A title is what a link to the paper
hangs on, or what is printed bold, in quotes, or before the first full stop; authors, venue and year follow it
in any of the usual ways. Links are told apart by their words (``Paper``, ``PDF``, ``Code``, ``Project``).
Lines that are indented below a bullet belong to it. Headings become keywords of the papers below them; what
links to something else than a paper, and the text around the lists, is furniture.

Example::

    # Awesome Kettles

    ## Watching

    - [On Watched Kettles](https://arxiv.org/abs/0704.0001) Ada Example, Bo Sample, NeurIPS 2007
    - **A Garden of Papers.** Cy Placeholder. *Journal of Gardens 2008.* [[paper](https://doi.org/10.1234/garden)]
      [[code](https://github.com/example/garden)]
    - (ICML 2009) Porcelain, Revisited [[PDF]](https://example.org/porcelain.pdf)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from papergarden.model import Entry, Furniture, Link, Reading, Seed
from papergarden.text.columns import fields
from papergarden.text.ids import find_arxiv, find_doi, with_version
from papergarden.text.lines import Line
from papergarden.text.links import is_label, is_paper, kind
from papergarden.text.names import split_authors
from papergarden.text.prose import could_be_authors, could_be_name

READER = "awesome_list"
_BULLET = re.compile(r"\s*(?:[-*+]|\d{1,4}[.)])\s+(?:\[[ xX]\]\s+)?(?=\S)")
_HEADING = re.compile(r"#{1,6}\s+(?P<words>.*?)\s*#*")
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()\s]*\)")
_LINK = re.compile(
    r"\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\](?!\())*)\]"
    r"\(\s*<?(?P<url>https?://[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?:\s+\"[^\"]*\")?\s*\)"
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_PREFIX = re.compile(
    r"[^\w\[(\"“*_`{<']*(?:\**[\[({`*]+[^\[\](){}`*]{0,30}?(?:\d{4}|'\d\d)[-/.\w]{0,8}[\])}`*]+\**(?!\()[:.,\s]*)?"
)
_MARKED = re.compile(
    r"\W{0,3}(?:\*\*(?P<bold>[^*]+)\*\*|__(?P<strong>[^_]+)__|[\"“](?P<quoted>[^\"“”]+)[\"”]|\*(?P<slant>[^*]+)\*)"
)
_END = re.compile(r"[.?!](?=\s|$)|\s*[\[(]*\s*\x00|\s+[-–—|]\s+")
_BREAK = re.compile(r"\s*(?:[;()|*_`\[\]\x00:]+|,|(?<=[^\W\d_]{2})\.(?=\s|$)|\s[-–—]\s)\s*")
_DATED = re.compile(
    r"(?P<venue>.*?)[\s'’,-]*\b(?P<year>(?:19|20)\d\d)(?P<month>[-./](?:0?[1-9]|1[0-2]))?\b.*"
)
_SHORT_YEAR = re.compile(r"['’](\d\d)\b")
LONGEST_ITEM = 10_000


@dataclass(slots=True)
class _Item:
    """A bullet with the lines that are indented below it, and the heading above."""

    lines: list[Line]
    heading: str = ""

    @property
    def text(self) -> str:
        """What it says, as one line without bullet, images and HTML."""
        joined = " ".join([_BULLET.sub("", self.lines[0][1], count=1), *(text for _, text in self.lines[1:])])
        return _marked_up(joined[:LONGEST_ITEM])


def _marked_up(text: str) -> str:
    """Markdown without images and HTML."""
    without = _IMAGE.sub("", text) if "![" in text else text
    return _TAG.sub(" ", without) if "<" in without else without


def sniff(seed: Seed) -> bool:
    """Bullets or table rows with links to papers, and not many of them with other links only."""
    linked = [_LINK.findall(line) for line in seed.head_lines if _BULLET.match(line) or line.startswith("|")]
    papers = [links for links in linked if any(is_paper(url) for _, url in links)]
    return len(papers) > 0 and len(papers) * 2 >= sum(bool(links) for links in linked)


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each bullet or row with a link to a paper; the rest is furniture."""
    heading = ""
    item: _Item | None = None
    table: list[str] = []
    for number, line in seed.lines():
        text = line.strip()
        if not text:
            table = []
            continue
        if item and _continues(line):
            item.lines.append((number, _BULLET.sub("", line, count=1).strip()))
            continue
        yield from _readings(seed, item)
        item = None
        if _BULLET.match(line):
            item = _Item([(number, line)], heading)
        elif text.startswith("|"):
            yield from _row(seed, number, text, table, heading)
        else:
            words = _HEADING.fullmatch(text)
            heading = _plain(words["words"]) if words else heading
            yield Furniture(seed.at(number), number, "heading" if words else "text around the lists")
    yield from _readings(seed, item)


def _continues(line: str) -> bool:
    """Whether a line goes on with the bullet above: it is indented, and begins no paper of its own."""
    if not line.startswith(("  ", "\t")):
        return False
    link = _LINK.match(_PREFIX.sub("", _BULLET.sub("", line, count=1), count=1))
    return not (_BULLET.match(line) and link and not is_label(link["words"]))


def _plain(text: str) -> str:
    """Words without links, emphasis and what is no text."""
    return " ".join(re.sub(r"[*_`]+|:\w+:", " ", _LINK.sub(lambda link: link["words"], text)).split())


def _readings(seed: Seed, item: _Item | None) -> Iterator[Reading]:
    if item is None:
        return
    start, end = item.lines[0][0], item.lines[-1][0]
    links = [(link["words"], link["url"]) for link in _LINK.finditer(item.text)]
    title, rest = _cut(item.text)
    told = _read_rest(rest)
    if not title or not (any(is_paper(url) for _, url in links) or (links and told.authors and told.date)):
        yield Furniture(seed.at(start), end, "bullet that is not of a paper")
        return
    yield Entry(
        source=seed.at(start),
        end=end,
        reader=READER,
        title=title,
        authors=told.authors,
        authors_complete=told.complete,
        arxiv_id=next((with_version(found) for _, url in links if (found := find_arxiv(url))), ""),
        doi=next((doi for _, url in links if (doi := find_doi(url))), ""),
        date=told.date,
        venue=told.venue,
        keywords=(item.heading,) if item.heading else (),
        links=tuple(Link(kind(words, url), url) for words, url in dict.fromkeys(links)),
        has_code=any(kind(words, url) == "code" for words, url in links),
        extra={"unplaced": told.unplaced} if told.unplaced else {},
    )


def _cut(text: str) -> tuple[str, str]:
    """The title of an item, and all else that it says, with a mark in place of each link."""
    prefix = _PREFIX.match(text)
    start = prefix.end() if prefix else 0
    link = _LINK.match(text, start + len(text[start:]) - len(text[start:].lstrip('*_"“ ')))
    if link and link["words"].strip() and not is_label(link["words"]):
        return _plain(link["words"]).strip(" .,"), text[:start] + _LINK.sub("\x00", text[link.end() :])
    plain = _LINK.sub("\x00", text[start:])
    if marked := _MARKED.match(plain):
        return _plain(marked[marked.lastgroup or 0]).strip(" .,"), text[:start] + plain[marked.end() :]
    end = _END.search(plain)
    cut = end.start() if end else len(plain)
    cut += 1 if end and plain[cut] in "?!" else 0
    return _plain(plain[:cut]).strip(" .,"), text[:start] + plain[cut:]


@dataclass(frozen=True, slots=True)
class _Rest:
    """What stands around a title: names, whether they are all, venue, date, and what is none of these."""

    authors: tuple[str, ...]
    complete: bool
    venue: str
    date: str
    unplaced: str


def _read_rest(text: str) -> _Rest:
    cut = _BREAK.split(_SHORT_YEAR.sub(r" 20\1", text))
    parts = [part.strip() for part in cut if part.strip("\x00 .")]
    at = next((at for at, part in enumerate(parts) if _DATED.fullmatch(part)), len(parts))
    dated = _DATED.fullmatch(parts[at]) if at < len(parts) else None
    names, complete = split_authors(", ".join(parts[:at]))
    venue = dated["venue"].strip(" ,'’-") if dated else ""
    if names and not venue and not could_be_name(names[-1]):
        names, venue = names[:-1], names[-1]
    people = names if could_be_authors(names) else tuple(name for name in names if could_be_name(name))
    date = dated["year"] + (dated["month"] or "").replace(".", "-").replace("/", "-") if dated else ""
    unplaced = [*(name for name in names if name not in people), *parts[at + 1 :]]
    return _Rest(people, complete, venue, date, ", ".join(unplaced))


def _row(seed: Seed, number: int, text: str, header: list[str], heading: str) -> Iterator[Reading]:
    """A row of a table: the names of its columns, the line below them, or a paper."""
    cells = [cell.strip() for cell in text.strip("|").split("|")]
    if not header:
        header.extend(_plain(cell) for cell in cells)
        yield Furniture(seed.at(number), number, "column titles")
    elif all(re.fullmatch(r":?-{1,}:?", cell) for cell in cells if cell):
        yield Furniture(seed.at(number), number, "column titles")
    else:
        yield from _paper_of_row(seed, number, dict(zip(header, cells, strict=False)), heading)


def _paper_of_row(seed: Seed, number: int, cells: dict[str, str], heading: str) -> Iterator[Reading]:
    links = [(link["words"], link["url"]) for cell in cells.values() for link in _LINK.finditer(cell)]
    stated = fields({column: _plain(_IMAGE.sub("", cell)) for column, cell in cells.items()}).fields
    if "title" not in stated:
        yield Furniture(seed.at(number), number, "row that is not of a paper")
        return
    if heading:
        stated["keywords"] = tuple(dict.fromkeys((heading, *stated.get("keywords", ()))))
    stated["arxiv_id"] = next((with_version(found) for _, url in links if (found := find_arxiv(url))), "")
    yield Entry(
        source=seed.at(number),
        end=number,
        reader=READER,
        links=tuple(Link(kind(words, url), url) for words, url in dict.fromkeys(links)),
        **stated,
    )
