"""RIS

The tagged format of reference managers and publishers: a line of two letters and a dash for each value,
``TY`` begins a record and ``ER`` ends it. Tags that papers have no place for are kept with the paper.

Example::

    TY  - JOUR
    TI  - On Watched Kettles
    AU  - Example, Ada
    AU  - Sample, Bo
    PY  - 2024/03/01
    T2  - Journal of Examples
    DO  - 10.1234/kettle
    ER  -
"""

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile

import rispy

from papergarden.model import Finding, Reading, Seed
from papergarden.readers.rows import Row, row_readings

READER = "ris"
FIRST = re.compile(r"TY  ?- ?\S")
LAST = re.compile(r"ER  ?-")
TITLES = ("title", "primary_title", "short_title")
VENUES = ("journal_name", "alternate_title3", "secondary_title", "alternate_title2")
DATES = ("date", "publication_year", "year")
NAMES = {
    "authors": "authors", "first_authors": "authors", "abstract": "abstract", "notes_abstract": "abstract",
    "doi": "doi", "keywords": "keywords", "urls": "url", "url": "url", "file_attachments1": "pdf",
    "accession_number": "id",
}  # fmt: skip
"""What rispy calls the values, and what tables call them."""
UNTOLD = frozenset({"publication_year", "year", "type_of_reference"})
UNCLOSED_FIX = "End the record with a line `ER  - `."


def sniff(seed: Seed) -> bool:
    """Whether the first line that is not blank begins a record."""
    return bool(FIRST.match(seed.head.lstrip()))


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each record; one that is not ended ends where the next begins."""
    block: list[str] = []
    start = 0
    for number, line in seed.lines():
        if FIRST.match(line) and block:
            what = "The record is not ended."
            yield Finding("warning", "unclosed-record", seed.at(start), what, UNCLOSED_FIX, block[0])
            yield from _readings(seed, start, number - 1, block)
            block = []
        if FIRST.match(line):
            start = number
        if start and (block or FIRST.match(line)):
            block.append(line)
        if LAST.match(line) and block:
            yield from _readings(seed, start, number, block)
            block = []
    if block:
        yield from _readings(seed, start, start + len(block) - 1, block)


def _readings(seed: Seed, start: int, end: int, block: list[str]) -> Iterator[Reading]:
    lines = [line for line in block if line.strip() and not LAST.match(line)]
    try:
        (record,) = rispy.loads("\n".join([*lines, "ER  - "]))
    except (OSError, ValueError) as error:
        what, fix = f"The record is not RIS: {error}.", "Begin each line with a tag, two blanks and a dash."
        yield Finding("error", "broken-record", seed.at(start), what, fix, block[0], end)
        return
    yield from row_readings(seed, READER, start, end, _row(record))


def _row(record: Mapping[str, object]) -> Row:
    """The values under the names that tables use, what is not known under its own."""
    row = {NAMES.get(name, name): value for name, value in record.items()}
    row["title"] = next((row.pop(name) for name in TITLES if row.get(name)), "")
    row["venue"] = next((row.pop(name) for name in VENUES if row.get(name)), "")
    row["date"] = next((date for name in DATES if (date := _date(str(record.get(name, ""))))), "")
    return {
        name: value
        for name, value in row.items()
        if name not in ("publication_year", "year", "type_of_reference")
    }


def _date(printed: str) -> str:
    """``2024/03/01/`` as ISO; a part that is not filled in ends it, and a fourth is a season or a note."""
    parts = takewhile(lambda part: part.strip().isdecimal(), re.split(r"[/-]", printed)[:3])
    return "-".join(f"{int(part):02}" for part in parts)
