"""Dataset viewer

The text of a dataset's viewer page: for each column its name, its type (``stringlengths``, ``int64``, …) and
its range in one line or two, then the cells of the table, one a line, row by row. The columns are read from
this head and may have any of the usual names; ``arxiv_id`` and ``abstract`` are common. Columns of other
names are kept with the paper. Where a cell is missing or broken, the rows after it are found again by what
the columns may hold, and the broken row is reported.

Example::

    arxiv_id
    stringlengths
    9
    12
    abstract
    stringlengths
    40
    1.2k
    0704.0001
    We study how long a kettle takes to boil when nobody watches it.
    0704.0002v1
    Lists of papers are hard to keep. We present a garden that keeps itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from papergarden.model import Entry, Finding, Furniture, Level, Link, Reading, Seed
from papergarden.text.columns import describe_papers, field_of, fields
from papergarden.text.dates import iso_date
from papergarden.text.ids import parse_arxiv, parse_doi

READER = "dataset_viewer"
_TYPE = re.compile(
    r"string(?:lengths|classes)?|large_string|(?:list|sequence)(?:lengths)?|u?int(?:8|16|32|64)"
    r"|float(?:16|32|64)|bool|dict|json|struct|class label|image|date(?:32|64)?"
    r"|timestamp(?:\[\w{1,2}(?:, ?tz=\w+)?\])?|null"
)
_AMOUNT = r"-?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?[kMB]?"
_ONE_LINE = re.compile(
    rf"{_AMOUNT}\s?(?:values|classes|nulls?)|{_AMOUNT}\s?[–-]\s?{_AMOUNT}|⌀.*", re.IGNORECASE
)
_BOUND = re.compile(rf"{_AMOUNT}(?:px)?|\d{{4}}-\d\d-\d\d[\d:. T]*(?:Z|UTC)?")
_NUMBER = re.compile(r"[+-]?(?:\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?|nan|inf)", re.IGNORECASE)
_NULL = ("null", "none", "nan", "")
_UNITS = {"k": 1e3, "M": 1e6, "B": 1e9}
_SLACK = 1.1
"""Lengths are counted before blanks are folded and are printed rounded (``13.8k``)."""

Line = tuple[int, str]


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


def sniff(seed: Seed) -> bool:
    """Names and types of columns that describe papers."""
    columns, _ = _head(_filled(seed.head))
    return describe_papers(column.name for column in columns)


def _filled(text: str) -> list[Line]:
    """The lines that are not blank, with their numbers."""
    return [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _head(lines: Sequence[Line]) -> tuple[list[Column], int]:
    """The columns, and how many of the lines describe them."""
    columns: list[Column] = []
    at = 0
    while at + 1 < len(lines) and _TYPE.fullmatch(lines[at + 1][1]):
        name, kind = lines[at][1], lines[at + 1][1]
        bounds = _bounds([line for _, line in lines[at + 2 : at + 4]])
        columns.append(_column(name, kind, bounds))
        at += 2 + len(bounds)
    return columns, at


def _bounds(lines: Sequence[str]) -> Sequence[str]:
    """The statistics among the two lines below a type: one line that says it all, or two bounds."""
    if lines and _ONE_LINE.fullmatch(lines[0]):
        return lines[:1]
    return lines if len(lines) == 2 and all(map(_BOUND.fullmatch, lines)) else ()


def _column(name: str, kind: str, bounds: Sequence[str]) -> Column:
    if kind != "stringlengths" or len(bounds) != 2:
        return Column(name, kind)
    shortest, longest = map(_amount, bounds)
    return Column(name, kind, shortest, longest)


def _amount(printed: str) -> float:
    """``13.8k`` as a number."""
    unit = _UNITS.get(printed[-1], 1)
    return float(printed.rstrip("kMB").replace(",", "")) * unit


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each row; a row that does not fit is kept as far as it can be, and reported."""
    lines = _filled(seed.text)
    columns, at = _head(lines)
    if columns:
        yield Furniture(seed.at(lines[0][0]), lines[at - 1][0], "column names and statistics")
    while columns and at < len(lines):
        end = at + len(columns)
        if _is_row(columns, lines[at:end]):
            yield from _row(seed, list(zip(columns, lines[at:end], strict=True)))
        else:
            end = _next_row(columns, lines, at + 1)
            for cells in _broken_rows(columns, lines[at:end]):
                yield from _row(seed, cells, broken=True)
        at = end


def _is_row(columns: Sequence[Column], lines: Sequence[Line]) -> bool:
    return len(lines) == len(columns) and all(
        column.fits(cell) for column, (_, cell) in zip(columns, lines, strict=True)
    )


def _next_row(columns: Sequence[Column], lines: Sequence[Line], start: int) -> int:
    """Where the next row that fits begins, at ``start`` or later."""
    while start < len(lines) and not _is_row(columns, lines[start : start + len(columns)]):
        start += 1
    return start


def _broken_rows(columns: Sequence[Column], lines: Sequence[Line]) -> Iterator[list[tuple[Column, Line]]]:
    """Lines that are no rows, as the rows they were meant to be: with a bad cell, or without some cells."""
    if len(lines) % len(columns) == 0:
        for at in range(0, len(lines), len(columns)):
            yield list(zip(columns, lines[at : at + len(columns)], strict=True))
        return
    row: list[tuple[Column, Line]] = []
    place = 0
    for line in lines:
        fitting = [at for at, column in enumerate(columns) if column.fits(line[1])]
        later = [at for at in fitting if at >= place]
        if row and not later:
            yield row
            row = []
        place = (later or fitting or [0])[0]
        row.append((columns[place], line))
        place += 1
    if row:
        yield row


def _row(seed: Seed, cells: Sequence[tuple[Column, Line]], broken: bool = False) -> Iterator[Reading]:
    row = fields({column.name: cell for column, (_, cell) in cells})
    (_, (start, _)), (_, (end, text)) = cells[0], cells[-1]
    if not row.fields.keys() & {"title", "abstract", "arxiv_id", "doi"}:
        yield _finding(seed, start, end, "error", "the row has no title, abstract, arXiv id or DOI", text)
        return
    links = tuple(Link(kind, url) for kind, url in row.links)
    places = {field_of(column.name): number for column, (number, _) in cells if number != start}
    yield Entry(source=seed.at(start), end=end, reader=READER, links=links, lines=places, **row.fields)
    if broken or row.odd:
        column, text = row.odd[0] if row.odd else ("", cells[0][1][1])
        what = (
            f"{column} does not hold what its name promises"
            if row.odd
            else "the row does not fit its columns"
        )
        yield _finding(seed, start, end, "warning", what, text)


def _finding(seed: Seed, start: int, end: int, level: Level, what: str, text: str) -> Finding:
    fix = "Correct the cell, or the number of cells, in the document."
    return Finding(level, "broken-row", seed.at(start), what, fix, text, end)
