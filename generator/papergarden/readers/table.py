"""Table (CSV, TSV)

A spreadsheet or database exported as text: a line of column names, then one paper a row, the cells parted by
commas, semicolons, tabs or bars, in quotes where they hold such a mark or go over several lines. Columns may
have any of the usual names; others are kept with the paper.

Example::

    Title,Authors,Year,DOI
    On Watched Kettles,"Example, Ada; Sample, Bo",2024,10.1234/kettle
    "A Garden, and How",Ada Example and Bo Sample,2023,10.1234/garden
"""

import csv
import re
from collections.abc import Iterator
from itertools import islice, pairwise

from papergarden.model import Finding, Furniture, Reading, Seed
from papergarden.readers.rows import row_readings
from papergarden.text.column_names import folded
from papergarden.text.columns import describe_papers, field_of, unpacked
from papergarden.text.service_rows import row_maker

READER = "table"
MARKS = (",", "\t", ";", "|")
MOST_ABOVE = 4
"""Lines that may stand above the names of the columns."""
NAME = re.compile(r"\s*\w")
LONGEST_CELL = 1 << 24
ENOUGH = 4
"""Known columns that make a table one of papers, however many others it has."""
CELLS_FIX = (
    "Give the row as many cells as there are columns; put a cell that holds the mark in double quotes."
)

csv.field_size_limit(LONGEST_CELL)


def sniff(seed: Seed) -> bool:
    """Whether one of the first lines names the columns of papers."""
    return _header(seed) is not None


def _header(seed: Seed) -> tuple[int, str, list[str]] | None:
    """The number of the line that names the columns, what parts its cells, and the names.

    A line or two of the program that exported the table may stand above it; then a row has to stand below.
    """
    lines = seed.head.split("\n")[: MOST_ABOVE + 2]
    for number, (line, below) in enumerate(pairwise([*lines, ""]), 1):
        if mark := _mark(line):
            names = _names(line, mark)
            parted = len(_cells(below, mark)) == len(names) or below.count('"') % 2
            return (number, mark, names) if number == 1 or parted else None
    return None


def _mark(header: str) -> str:
    """What parts the cells of a header that names columns of papers, or ""."""
    found = [(len(names), mark) for mark in MARKS if _is_header(names := _names(header, mark))]
    return max(found)[1] if found else ""


def _names(line: str, mark: str) -> list[str]:
    """The names of the columns. Beside authors, and where nothing else is one, ``Name`` is a title."""
    first, *others = _cells(line, mark) or [""]
    names = [first or "row", *others]
    known = {field_of(name) for name in names}
    if "title" in known or "authors" not in known:
        return names
    return ["title" if folded(name) == "name" else name for name in names]


def _cells(line: str, mark: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=mark), [])
    except csv.Error:
        return []


def _is_header(names: list[str]) -> bool:
    """Columns of papers, most of them known, none of them long or empty but a first one of row numbers."""
    known = sum(bool(field_of(name)) for name in names)
    plain = all(len(name) <= 40 for name in names) and all(map(NAME.match, names[1:]))
    mostly = known >= min(ENOUGH, -(-len(names) // 3))
    return len(names) > 1 and plain and mostly and describe_papers(names)


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each row; a row with another number of cells is reported and costs no other."""
    if not (header := _header(seed)):
        return
    first, mark, names = header
    row_of = row_maker(names)
    yield Furniture(seed.at(1), first, "column names")
    for start, end, row in _rows(seed, first, mark):
        if len(row) < len(names) or any(row[len(names) :]):
            what = f"The row has {len(row)} cells, the table {len(names)} columns."
            yield Finding("error", "broken-row", seed.at(start), what, CELLS_FIX, mark.join(row), end)
        elif any(cell.strip() for cell in row):
            cells = {name: _value(cell) for name, cell in zip(names, row, strict=False)}
            yield from row_readings(seed, READER, start, end, row_of(cells))


def _value(cell: str) -> object:
    """What a cell holds: text, or the object that a program printed into it."""
    return unpacked(cell) if cell.startswith(("{", "[{")) else cell


def _rows(seed: Seed, first: int, mark: str) -> Iterator[tuple[int, int, list[str]]]:
    """First and last line and cells of each row below that line; an unclosed quote ends with its line."""
    lines = islice((line for _, line in seed.lines()), first, None)
    waiting: list[str] = []
    number = first + 1
    while waiting := waiting or list(islice(lines, 1)):
        if waiting[0].count('"') % 2:
            waiting += islice(lines, MOST_LINES - len(waiting))
        taken, row = _row(waiting, mark)
        if row:
            yield number, number + taken - 1, row
        number += taken
        del waiting[:taken]


MOST_LINES = 200
"""How many lines a quoted cell may go over; more means that a quote is not closed."""


def _row(lines: list[str], mark: str) -> tuple[int, list[str]]:
    """How many of the lines the row that begins with the first takes, and its cells."""
    if '"' not in lines[0]:
        return 1, lines[0].split(mark)
    if lines[0].count('"') % 2 == 0:
        return 1, _cells(lines[0], mark)
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=mark, strict=True)
    try:
        row = next(reader, [])
    except csv.Error:
        return 1, _cells(lines[0], mark)
    return max(1, reader.line_num), row
