"""Markdown list of papers

An "awesome list": Markdown with a bullet, a table row or a paragraph that begins bold for each paper. A title
is what a link to the paper hangs on, or what is printed bold, in quotes, or before the first full stop;
authors may stand before it, and authors, venue and year follow it in any of the usual ways. Links are told
apart by their words (``Paper``, ``PDF``, ``Code``, ``Project``). Lines that are indented below a bullet
belong to it. Headings become keywords of the papers below them; what links to something else than a paper,
and the text around the lists, is furniture.

Example::

    # Awesome Kettles

    ## Watching

    - [On Watched Kettles](https://arxiv.org/abs/0704.0001) Ada Example, Bo Sample, NeurIPS 2007
    - **A Garden of Papers.** Cy Placeholder. *Journal of Gardens 2008.* [[paper](https://doi.org/10.1234/garden)]
      [[code](https://github.com/example/garden)]
    - (ICML 2009) Porcelain, Revisited [[PDF]](https://example.org/porcelain.pdf)
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from papergarden.model import Entry, Furniture, Link, Reading, Seed
from papergarden.text.author_lists import split_authors
from papergarden.text.columns import field_of, fields
from papergarden.text.ids import doi_in_address, find_arxiv, with_version
from papergarden.text.lines import Line
from papergarden.text.links import is_label, is_paper, kind
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
    r"[^\w\[(\"“*_`{<']*(?:[\[({`*]{1,6}[^\[\](){}`*]{0,30}?(?:\d{4}|'\d\d)[-/.\w]{0,8}[\])}`*]+\**(?!\()[:.,\s]*)?"
)
_MARKED = re.compile(
    r"\W{0,3}(?:\*\*(?P<bold>[^*]+)\*\*|__(?P<strong>[^_]+)__|[\"“](?P<quoted>[^\"“”]+)[\"”]|\*(?P<slant>[^*]+)\*)"
)
_BOLD = re.compile(r"\*\*[^*]+\*\*")
_ANCHOR = re.compile(
    r"<a\s[^<>]{0,200}?href=[\"']?(https?://[^\s\"'<>]+)[^<>]*>([^<>]{1,300})</a>", re.IGNORECASE
)
_AUTOLINK = re.compile(
    r"<(https?://[^\s<>]+)>|(?<![(\[<\"'=\w/])(https?://[^\s<>()\[\]|]*[^\s<>()\[\]|.,;:])"
)
_REFERENCE = re.compile(r"^[ ]{0,3}\[([^\[\]\n]{1,80})\]:[ \t]*<?(https?://[^\s<>]+)>?", re.MULTILINE)
_REFERRING = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])+)\]\[([^\[\]]{0,80})\]")
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]{2}")
_ARCHIVES = frozenset({"arxiv", "arxiv preprint", "arxiv.org", "corr", "preprint"})
_TITLE_COLUMNS = ("paper", "papers", "work", "name", "method", "model")
"""Columns that hold the title where none is called so, the surest first."""
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
        first, *others = (text for _, text in self.lines)
        parts = [f"; {_BULLET.sub('', text, count=1)}" if _BULLET.match(text) else text for text in others]
        return _marked_up(" ".join([_BULLET.sub("", first, count=1), *parts])[:LONGEST_ITEM])


def _marked_up(text: str) -> str:
    """Markdown without images and HTML."""
    without = _IMAGE.sub("", text) if "![" in text else text
    return _TAG.sub(" ", without) if "<" in without else without


def sniff(seed: Seed) -> bool:
    """Bullets, rows or bold paragraphs with links to papers, and not many of them with other links only."""
    targets = _references(seed.text)
    linked = [_LINK.findall(_linked(line, targets)) for line in _listed(seed.head.split("\n"))]
    papers = [links for links in linked if any(is_paper(url) for _, url in links)]
    return len(papers) > 0 and len(papers) * 2 >= sum(bool(links) for links in linked)


def _listed(lines: Iterable[str]) -> Iterator[str]:
    """The lines of bullets, tables and paragraphs that begin bold."""
    bold = False
    for line in lines:
        bold = bool(line.strip()) and (bold or line.startswith("**"))
        if bold or _BULLET.match(line) or line.startswith("|"):
            yield line


def _references(text: str) -> dict[str, str]:
    """The addresses that a document states apart from the words that hang on them, by their names."""
    return {name.lower(): url for name, url in _REFERENCE.findall(text)} if "]:" in text else {}


def _linked(line: str, targets: Mapping[str, str]) -> str:
    """A line with all its links in the one form, ``[words](address)``, but bare addresses."""
    if "<a" in line:
        line = _ANCHOR.sub(r"[\2](\1)", line)
    return _REFERRING.sub(lambda found: _resolved(found, targets), line) if targets else line


def _resolved(found: re.Match[str], targets: Mapping[str, str]) -> str:
    url = targets.get((found[2] or found[1]).lower())
    return f"[{found[1]}]({url})" if url else found[0]


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each bullet, row or bold paragraph with a link to a paper; the rest is furniture."""
    heading = ""
    item: _Item | None = None
    table: list[str] = []
    bold = False
    targets = _references(seed.text)
    for number, printed in seed.lines():
        text = printed.strip()
        if not text:
            table, bold = [], False
            continue
        line = _linked(printed, targets)
        line = _AUTOLINK.sub(r"[link](\1\2)", line) if "http" in line else line
        text = line.strip()
        if item and (_continues(line) or (bold and not _begins(line))):
            item.lines.append((number, text))
            continue
        yield from _readings(seed, item)
        item = None
        bold = text.startswith("**") and not _BULLET.match(line)
        if bold or _BULLET.match(line):
            item = _Item([(number, line)], heading)
        elif text.startswith("|"):
            yield from _row(seed, number, text, table, heading)
        else:
            words = _HEADING.fullmatch(text)
            heading = _plain(words["words"]) if words else heading
            yield Furniture(seed.at(number), number, "heading" if words else "text around the lists")
    yield from _readings(seed, item)


def _begins(line: str) -> bool:
    """Whether a line cannot go on with the paragraph above."""
    return line.startswith(("**", "#", "|")) or _BULLET.match(line) is not None


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
    identified = any(find_arxiv(url) or doi_in_address(url) for _, url in links)
    if not (title or identified) or not (
        any(is_paper(url) for _, url in links) or (links and told.authors and told.date)
    ):
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
        doi=next((doi for _, url in links if not find_arxiv(url) and (doi := doi_in_address(url))), ""),
        date=told.date,
        venue=told.venue,
        keywords=(item.heading,) if item.heading else (),
        links=tuple(Link(kind(words, url), url) for words, url in dict.fromkeys(links)),
        has_code=any(kind(words, url) == "code" for words, url in links),
        extra={"unplaced": told.unplaced} if told.unplaced else {},
    )


def _cut(text: str) -> tuple[str, str]:
    """The title of an item, and all else that it says, with a mark in place of each link."""
    if found := _behind_authors(text):
        return found
    prefix = _PREFIX.match(text)
    start = prefix.end() if prefix else 0
    link = _LINK.match(text, start + len(text[start:]) - len(text[start:].lstrip('*_"“ ')))
    if link and link["words"].strip() and not is_label(link["words"]):
        return _plain(link["words"]).strip(" .,"), text[:start] + _LINK.sub("\x00", text[link.end() :])
    plain = _LINK.sub(MARK, text[start:])
    ahead, plain = text[:start], plain.lstrip(_AHEAD)
    if marked := _MARKED.match(plain):
        return _plain(marked[marked.lastgroup or 0]).strip(" .,"), ahead + plain[marked.end() :]
    end = _END.search(plain)
    cut = end.start() if end else len(plain)
    cut += 1 if end and plain[cut] in "?!" else 0
    return _plain(plain[:cut]).strip(" .,"), ahead + plain[cut:]


def _behind_authors(text: str) -> tuple[str, str] | None:
    """A title in bold, or one that a link hangs on, below authors that stand first; None without these."""
    links = (link for link in _LINK.finditer(text) if not is_label(link["words"]))
    found = min(
        filter(None, (_BOLD.search(text), next(links, None))), key=lambda one: one.start(), default=None
    )
    if found is None or not could_be_authors(split_authors(text[: found.start()].strip(' .:,"“*'))[0]):
        return None
    title = _plain(found[0]).strip(" .,:")
    return title, f"{text[: found.start()].strip(' :')}; {_LINK.sub(MARK, text[found.end() :])}"


MARK = "\x00"
_AHEAD = f"{MARK} []()|:–—-"
"""What links by their labels leave where they stand before a title."""


@dataclass(frozen=True, slots=True)
class _Rest:
    """What stands around a title: names, whether they are all, venue, date, and what is none of these."""

    authors: tuple[str, ...]
    complete: bool
    venue: str
    date: str
    unplaced: str


def _read_rest(text: str) -> _Rest:
    cut = _BREAK.split(_SHORT_YEAR.sub(r" 20\1", text.lstrip(" -–—|:,.")))
    parts = [part.strip(" -–—") for part in cut if any(map(str.isalnum, part)) and part.strip(" .") != "In"]
    at = next((at for at, part in enumerate(parts) if _DATED.fullmatch(part)), len(parts))
    dated = _DATED.fullmatch(parts[at]) if at < len(parts) else None
    names, complete = split_authors(", ".join(parts[:at]))
    venue = re.sub(r"^in:?\s", "", dated["venue"].strip(" ,'’-"), flags=re.IGNORECASE) if dated else ""
    if names and not venue and not could_be_name(names[-1]):
        names, venue = names[:-1], names[-1]
    venue = "" if venue.lower() in _ARCHIVES else venue
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
    cells = {column: _marked_up(_BREAK_TAG.sub("; ", cell)) for column, cell in cells.items()}
    links = [(link["words"], link["url"]) for cell in cells.values() for link in _LINK.finditer(cell)]
    column = _title_column(cells)
    title, rest = _cut(cells.pop(column, ""))
    told = _read_rest(rest)
    bare = {name: _plain(cell) for name, cell in cells.items() if not _is_links(cell)}
    stated = fields({"title": title, "authors": ", ".join(told.authors), **bare}).fields
    if "title" not in stated:
        yield Furniture(seed.at(number), number, "row that is not of a paper")
        return
    if heading:
        stated["keywords"] = tuple(dict.fromkeys((heading, *stated.get("keywords", ()))))
    stated["arxiv_id"] = next((with_version(found) for _, url in links if (found := find_arxiv(url))), "")
    if told.date and not stated.get("date"):
        stated["date"], stated["venue"] = told.date, stated.get("venue") or told.venue
    yield Entry(
        source=seed.at(number),
        end=number,
        reader=READER,
        links=tuple(Link(kind(words, url), url) for words, url in dict.fromkeys(links)),
        **stated,
    )


def _title_column(cells: Mapping[str, str]) -> str:
    """The column of titles: one that is called so, else the first that may be and holds more than labels."""
    for column in cells:
        if field_of(column) == "title":
            return column
    named = (column for name in _TITLE_COLUMNS for column in cells if column.lower() == name)
    return next((column for column in named if _plain(cells[column]) and not _is_links(cells[column])), "")


def _is_links(cell: str) -> bool:
    """Whether a cell holds links by their labels and nothing else."""
    words = [link["words"] for link in _LINK.finditer(cell)]
    without = _LINK.sub("", cell).strip(" *`[],;|/-")
    return bool(words) and not without and all(is_label(one) or not _WORDS.search(one) for one in words)
