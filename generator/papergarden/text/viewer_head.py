"""The head of a dataset viewer's page: for each column its name, its type, and one or two lines of range."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from papergarden.text.columns import field_of
from papergarden.text.dates import iso_date
from papergarden.text.ids import parse_arxiv, parse_doi
from papergarden.text.lines import Line
from papergarden.text.prose import is_paragraph

_TYPE = re.compile(
    r"string(?:\s?(?:·\s)?(?:lengths|classes))?|large_string|(?:list|sequence)(?:\s?(?:·\s)?lengths)?"
    r"|u?int(?:8|16|32|64)|float(?:16|32|64)|bool(?:\s?classes)?|dict|json|struct|class label(?:\s?classes)?"
    r"|image(?:\s?width \(px\))?|date(?:32|64)?|timestamp(?:\[\w{1,2}(?:, ?tz=\w+)?\])?(?:\s?date)?"
)
_LENGTH = r"\d{1,5}|\d{1,3}(?:\.\d{1,2})?[kMB]"
_AMOUNT = r"-?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?[kMB]?"
_COUNT = re.compile(rf"(?:{_AMOUNT})\s?(?:values|classes)|(?:{_AMOUNT})\s?[–-]\s?(?:{_AMOUNT})|⌀.*")
_BOUNDS = {
    "string": re.compile(_LENGTH),
    "list": re.compile(_LENGTH),
    "sequence": re.compile(_LENGTH),
    "date": re.compile(r"\d{4}-\d\d-\d\d[\d:. T]*(?:Z|UTC)?"),
    "timestamp": re.compile(r"\d{4}-\d\d-\d\d[\d:. T]*(?:Z|UTC)?"),
    "image": re.compile(r"\d+(?:px)?"),
    "int": re.compile(r"-?\d[\d,]*(?:\.\d+)?[kMB]?"),
    "uint": re.compile(r"\d[\d,]*(?:\.\d+)?[kMB]?"),
    "float": re.compile(_AMOUNT),
}
NUMBERS = ("int", "uint", "float")
_ONE_LINE = re.compile(
    rf"(?P<name>\S{{1,60}})\s+(?P<type>{_TYPE.pattern})(?P<bounds>(?:\s+(?:{_AMOUNT})){{0,2}})"
)
_NUMBER = re.compile(r"[+-]?(?:\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?|nan|inf)", re.IGNORECASE)
_NULL = ("null", "none", "nan", "")
_UNITS = {"k": 1e3, "M": 1e6, "B": 1e9}
_SLACK = 1.1
"""Lengths are counted before blanks are folded and are printed rounded (``13.8k``)."""
LONGEST_HEAD = 600
MOST_CELLS = 60
LOOKED_AT = LONGEST_HEAD + MOST_CELLS
"""How many lines of a page are needed to tell its head."""
MOST_ABOVE = 60
MOST_JUNK = 4
LONGEST_ID = 40


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the head describes it; the lengths of its texts, in characters, where they are told."""

    name: str
    type: str
    shortest: float = 0
    longest: float = float("inf")

    def fits(self, cell: str) -> bool:
        """Whether the cell may stand in this column."""
        if cell.strip().lower() in _NULL:
            return True
        if self.type.startswith(("int", "uint", "float")):
            return _NUMBER.fullmatch(cell) is not None
        if self.type.startswith(("date", "timestamp")):
            return bool(iso_date(cell))
        field = field_of(self.name)
        if field == "arxiv_id":
            return parse_arxiv(cell) is not None
        if field == "doi":
            return parse_doi(cell) is not None
        return self.shortest / _SLACK - 8 <= len(cell) <= self.longest * _SLACK + 8

    def can_use(self, cell: str) -> bool:
        """Whether the cell is of some use though its row is broken: it fits, or is part of an abstract."""
        return self.fits(cell) or (field_of(self.name) == "abstract" and is_paragraph(cell))


@dataclass(frozen=True, slots=True)
class Head:
    """The columns, and at which of the lines the head and the cells begin."""

    columns: tuple[Column, ...]
    start: int
    end: int


def read_head(lines: Sequence[Line]) -> Head:
    """The head of a page whose lines are given; without columns where there is none.

    A column whose name or type was lost is found again by what stands below: ids of arXiv are a column.
    """
    tokens = _tokens(lines[:LONGEST_HEAD])
    kinds = [at for at, (_, text) in enumerate(tokens[: MOST_ABOVE + 1]) if _TYPE.fullmatch(text)]
    if not kinds:
        return Head((), 0, 0)
    columns: list[Column] = []
    at = start = max(0, kinds[0] - 1)
    while at < len(tokens) and (kind := _next_type(tokens, at)) is not None:
        name = tokens[kind - 1][1] if kind > at else f"column {len(columns) + 1}"
        bounds = _bounds(tokens[kind][1], [text for _, text in tokens[kind + 1 : kind + 4]])
        columns.append(_column(name, tokens[kind][1], bounds))
        at = kind + 1 + len(bounds)
    number = tokens[at][0] if at < len(tokens) else lines[-1][0] + 1
    end = next((place for place, (line, _) in enumerate(lines[:LONGEST_HEAD]) if line >= number), len(lines))
    begin = next(place for place, (line, _) in enumerate(lines) if line == tokens[start][0])
    return Head(_with_ids(columns, [text for _, text in lines[end : end + MOST_CELLS]]), begin, end)


def _tokens(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that describe a whole column (``year int64 1990 2024``) cut into its parts."""
    tokens: list[Line] = []
    for number, text in lines:
        whole = _ONE_LINE.fullmatch(text)
        parts = [whole["name"], whole["type"], *whole["bounds"].split()] if whole else [text]
        tokens += [(number, part) for part in parts]
    return tokens


def _next_type(tokens: Sequence[Line], at: int) -> int | None:
    """Where the type of the next column stands: below its name, which may be lost."""
    for kind in range(at, min(at + MOST_JUNK, len(tokens))):
        if _TYPE.fullmatch(tokens[kind][1]):
            return kind
    return None


def _bounds(kind: str, texts: Sequence[str]) -> list[str]:
    """The statistics below a type: one line that says it all, or bounds (one may be lost or doubled)."""
    if texts and _COUNT.fullmatch(texts[0]):
        return [texts[0]]
    form = next((form for start, form in _BOUNDS.items() if kind.startswith(start)), None)
    found: list[str] = []
    for text in texts if form else ():
        known = form and form.fullmatch(text) and not (kind.startswith(NUMBERS) and parse_arxiv(text))
        if not known or (len(found) == 2 and text not in found):
            break
        found.append(text)
    return found


def _column(name: str, kind: str, bounds: Sequence[str]) -> Column:
    if not kind.startswith("string") or len(bounds) < 2:
        return Column(name, kind)
    lengths = [_amount(bound) for bound in bounds]
    return Column(name, kind, min(lengths), max(lengths))


def _amount(printed: str) -> float:
    """``13.8k`` as a number."""
    return float(printed.rstrip("kMB")) * _UNITS.get(printed[-1], 1)


def _with_ids(columns: Sequence[Column], cells: Sequence[str]) -> tuple[Column, ...]:
    """The columns, with the one of the ids where its name or type did not survive but its cells did."""
    ids = [at for at, cell in enumerate(cells) if parse_arxiv(cell)]
    known = any(field_of(column.name) in ("arxiv_id", "id") for column in columns)
    if (
        known
        or not (columns and ids)
        or len(ids) * 2 * (len(columns) + 1) < len(cells)
        or ids[0] > len(columns)
    ):
        return tuple(columns)
    place = ids[0]
    if place < len(columns) and columns[place].longest <= LONGEST_ID:
        return (*columns[:place], replace(columns[place], name="arxiv_id"), *columns[place + 1 :])
    return (*columns[:place], Column("arxiv_id", "string"), *columns[place:])
