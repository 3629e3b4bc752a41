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
from itertools import islice

from papergarden.model import Entry, Finding, Furniture, Level, Link, Reading, Seed
from papergarden.text.columns import describe_papers, field_of, fields
from papergarden.text.lines import Line, filled
from papergarden.text.viewer_head import LOOKED_AT, Column, read_head

READER = "dataset_viewer"
_FURNITURE = re.compile(
    r"previous|next|\d{1,6}|\.\.\.|…|end of preview.*|downloads last month.*|size of .{0,60}|expand in .*"
    r"|readme\.md exists .{0,40}"
    r"|the full dataset viewer .*|number of rows:?.*|(?:edit|view) .{0,40}dataset card.*|use this dataset"
    r"|subset \(\d+\).*|split \(\d+\).*|api|embed|data studio|sql console|dataset viewer.*|space using .*",
    re.IGNORECASE,
)
Cells = Sequence[tuple[Column, Line]]


def sniff(seed: Seed) -> bool:
    """Names and types of columns that describe papers."""
    head = read_head(list(enumerate(seed.head_lines, 1)))
    return describe_papers(column.name for column in head.columns)


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each row; a row that does not fit is kept as far as it can be, and reported."""
    lines = filled(seed.lines())
    waiting = list(islice(lines, LOOKED_AT))
    head = read_head(waiting)
    columns, width = head.columns, len(head.columns)
    if head.start:
        yield Furniture(seed.at(waiting[0][0]), waiting[head.start - 1][0], "page header")
    if columns:
        start, end = waiting[head.start][0], waiting[head.end - 1][0]
        yield Furniture(seed.at(start), end, "column names and statistics")
    del waiting[: head.end]
    odd: list[Line] = []
    while columns and (waiting := waiting or list(islice(lines, width))):
        waiting += islice(lines, max(0, width - len(waiting)))
        if _is_row(columns, waiting[:width]):
            yield from _broken(seed, columns, odd) if odd else ()
            yield from _row(seed, list(zip(columns, waiting[:width], strict=True)), broken=False)
            odd = []
            del waiting[:width]
        else:
            odd.append(waiting.pop(0))
    yield from _broken(seed, columns, odd) if odd else ()


def _is_row(columns: Sequence[Column], lines: Sequence[Line]) -> bool:
    return len(lines) == len(columns) and all(
        column.fits(cell) for column, (_, cell) in zip(columns, lines, strict=True)
    )


def _broken(seed: Seed, columns: Sequence[Column], lines: Sequence[Line]) -> Iterator[Reading]:
    """Lines that are no rows: furniture of the page, and rows with a bad cell or without some cells."""
    for number, text in lines:
        if _FURNITURE.fullmatch(text):
            yield Furniture(seed.at(number), number, "page furniture")
    left = [line for line in lines if not _FURNITURE.fullmatch(line[1])]
    for cells in _rows(columns, left):
        yield from _row(seed, cells, broken=True)


def _rows(columns: Sequence[Column], lines: Sequence[Line]) -> Iterator[Cells]:
    """The rows that the lines were meant to be."""
    if len(lines) % len(columns) == 0:
        for at in range(0, len(lines), len(columns)):
            yield list(zip(columns, lines[at : at + len(columns)], strict=True))
        return
    row: list[tuple[Column, Line]] = []
    place = 0
    for line in lines:
        fitting = [at for at, column in enumerate(columns) if column.can_use(line[1])]
        later = [at for at in fitting if at >= place]
        if row and not later:
            yield row
            row = []
        place = (later or fitting or [0])[0]
        row.append((columns[place], line))
        place += 1
    if row:
        yield row


def _row(seed: Seed, cells: Cells, broken: bool) -> Iterator[Reading]:
    """A row as an entry, and what is wrong with it; without any use, only the latter."""
    (_, (start, first)), (_, (end, _)) = cells[0], cells[-1]
    bad = {column.name: cell for column, (_, cell) in cells if not column.can_use(cell)}
    row = fields({column.name: cell for column, (_, cell) in cells if column.name not in bad})
    if not row.fields.keys() & {"title", "abstract", "arxiv_id", "doi"}:
        yield _finding(seed, start, end, "error", "The row has no title, abstract, arXiv id or DOI.", first)
        return
    if bad:
        row.fields["extra"] = row.fields.get("extra", {}) | bad
    links = tuple(Link(kind, url) for kind, url in row.links)
    places = {
        field_of(column.name) or column.name: number for column, (number, _) in cells if number != start
    }
    yield Entry(source=seed.at(start), end=end, reader=READER, links=links, lines=places, **row.fields)
    for column, cell in [*bad.items(), *row.odd][:1]:
        yield _finding(seed, start, end, "warning", f"The cell of {column} does not fit its column.", cell)
    if broken and not bad and not row.odd:
        yield _finding(seed, start, end, "warning", "The row lacks a cell.", first)


def _finding(seed: Seed, start: int, end: int, level: Level, what: str, text: str) -> Finding:
    fix = "Correct the cell, or the number of cells, in the document."
    return Finding(level, "broken-row", seed.at(start), what, fix, text, end)
