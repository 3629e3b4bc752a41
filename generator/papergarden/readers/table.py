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
from collections.abc import Iterator
from itertools import islice

from papergarden.model import Finding, Furniture, Reading, Seed
from papergarden.readers.rows import row_readings
from papergarden.text.columns import describe_papers, field_of
from papergarden.text.service_rows import row_maker

READER = "table"
MARKS = (",", "\t", ";", "|")
LONGEST_CELL = 1 << 24
ENOUGH = 4
"""Known columns that make a table one of papers, however many others it has."""
CELLS_FIX = (
    "Give the row as many cells as there are columns; put a cell that holds the mark in double quotes."
)

csv.field_size_limit(LONGEST_CELL)


def sniff(seed: Seed) -> bool:
    """Whether the first line names the columns of papers."""
    return bool(_mark(seed.head.partition("\n")[0]))


def _mark(header: str) -> str:
    """What parts the cells of a header that names columns of papers, or ""."""
    found = [(len(names), mark) for mark in MARKS if _is_header(names := _cells(header, mark))]
    return max(found)[1] if found else ""


def _cells(line: str, mark: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=mark), [])
    except csv.Error:
        return []


def _is_header(names: list[str]) -> bool:
    """Columns of papers, most of them known, none of them long or empty but a first one of row numbers."""
    known = sum(bool(field_of(name)) for name in names)
    plain = all(len(name) <= 40 for name in names) and all(name.strip() for name in names[1:])
    mostly = known >= min(ENOUGH, -(-len(names) // 3))
    return len(names) > 1 and plain and mostly and describe_papers(names)


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each row; a row with another number of cells is reported and costs no other."""
    header, _, _ = seed.text.partition("\n")
    mark = _mark(header)
    if not mark:
        return
    names = _cells(header, mark)
    row_of = row_maker(names)
    yield Furniture(seed.at(1), 1, "column names")
    for start, end, row in _rows(seed, mark):
        if len(row) != len(names):
            what = f"The row has {len(row)} cells, the table {len(names)} columns."
            yield Finding("error", "broken-row", seed.at(start), what, CELLS_FIX, mark.join(row), end)
        elif any(cell.strip() for cell in row):
            yield from row_readings(seed, READER, start, end, row_of(dict(zip(names, row, strict=True))))


def _rows(seed: Seed, mark: str) -> Iterator[tuple[int, int, list[str]]]:
    """First and last line and cells of each row after the header; an unclosed quote ends with its line."""
    lines = (line for _, line in seed.lines())
    next(lines)
    waiting: list[str] = []
    number = 2
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
