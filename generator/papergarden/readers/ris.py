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
from rispy.config import TAG_KEY_MAPPING

from papergarden.model import Finding, Reading, Seed
from papergarden.readers.rows import Row, row_readings
from papergarden.text.dates import iso_date

READER = "ris"
UNKNOWN = TAG_KEY_MAPPING["UK"]
TAG = re.compile(r"([A-Z][A-Z0-9])[ \t]{1,3}-(?:[ \t]+|$)")
"""What begins a line that is no more of the one above; some programs print one blank only."""
VENUES = ("JF", "T2", "JO", "BT", "J2", "JA", "T3")
TITLES = ("TI", "T1", "CT", "ST")
DATES = ("DA", "PY", "Y1")
NAMES = {
    "authors": "authors", "first_authors": "authors", "abstract": "abstract", "notes_abstract": "abstract",
    "doi": "doi", "keywords": "keywords", "urls": "url", "url": "url", "file_attachments1": "pdf",
    "accession_number": "id", "notes": "notes",
}  # fmt: skip
"""What rispy calls the values, and what tables call them."""
RANGE = re.compile(r"^\d{1,2}\s?[-–]\s?\d{1,2} (?=[A-Z])")
"""The days of a conference, of which only the month is a date."""
DOI = re.compile(r"doi:\s*(10\.\S+)", re.IGNORECASE)
UNCLOSED_FIX = "End the record with a line `ER  - `."


def sniff(seed: Seed) -> bool:
    """Whether the first line that is not blank begins a record."""
    return _tag(seed.head.lstrip()[:LONGEST_TAG].partition("\n")[0]) == "TY"


LONGEST_TAG = 10


def _tag(line: str) -> str:
    """The tag that a line begins with, or ""."""
    found = TAG.match(line)
    return found[1] if found else ""


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each record; one that is not ended ends where the next begins."""
    block: list[str] = []
    start = 0
    for number, line in seed.lines():
        tag = _tag(line[:LONGEST_TAG])
        if tag == "TY" and block:
            what = "The record is not ended."
            yield Finding("warning", "unclosed-record", seed.at(start), what, UNCLOSED_FIX, block[0])
            yield from _readings(seed, start, number - 1, block)
            block = []
        if tag == "TY":
            start = number
        if block or tag == "TY":
            block.append(line)
        if tag == "ER" and block:
            yield from _readings(seed, start, number, block)
            block = []
    if block:
        yield from _readings(seed, start, start + len(block) - 1, block)


def _readings(seed: Seed, start: int, end: int, block: list[str]) -> Iterator[Reading]:
    lines = [_normal(line) for line in block if line.strip()]
    lines = [line for line in lines if not line.startswith("ER  - ")]
    try:
        (record,) = rispy.loads("\n".join([*lines, "ER  - "]))
    except (OSError, ValueError) as error:
        what, fix = f"The record is not RIS: {error}.", "Begin each line with a tag, two blanks and a dash."
        yield Finding("error", "broken-record", seed.at(start), what, fix, block[0], end)
        return
    yield from row_readings(seed, READER, start, end, _row(record))


def _normal(line: str) -> str:
    """A line with the two blanks, dash and blank that the format asks for after its tag."""
    found = TAG.match(line)
    return f"{found[1]}  - {line[found.end() :]}" if found else line


def _row(record: Mapping[str, object]) -> Row:
    """The values under the names that tables use, what is not known under its own."""
    row: dict[str, object] = {}
    for name, value in record.items():
        if name == UNKNOWN and isinstance(value, Mapping):
            row |= {tag: "; ".join(map(str, texts)) for tag, texts in value.items() if tag}
        elif name != "type_of_reference":
            row[NAMES.get(name, name)] = value
    values = {tag: str(record.get(name) or "") for tag, name in TAG_KEY_MAPPING.items()}
    row["title"] = _first(row, values, TITLES)
    row["venue"] = _first(row, values, VENUES)
    dates = [date for tag in DATES if (date := _date(values[tag]))]
    for tag in DATES:
        row.pop(TAG_KEY_MAPPING[tag], None)
    row["date"] = max(dates, key=lambda date: len(iso_date(date)), default="")
    if not row.get("doi") and (found := DOI.search(f"{values['M3']} {values['N1']}")):
        row["doi"] = found[1]
    return {name: value for name, value in row.items() if value}


def _first(row: dict[str, object], values: Mapping[str, str], tags: tuple[str, ...]) -> str:
    """The value of the first tag that has one; the other tags that say the same say nothing."""
    value = next((found for tag in tags if (found := values.get(tag, ""))), "")
    for tag in tags:
        if values.get(tag) == value:
            row.pop(TAG_KEY_MAPPING.get(tag, tag), None)
    return value


def _date(printed: str) -> str:
    """``2024/03/01/`` as ISO; a part that is not filled in ends it, and a fourth is a season or a note."""
    if not printed[:4].isdecimal():
        return RANGE.sub("", printed)
    parts = takewhile(lambda part: part.strip().isdecimal(), re.split(r"[/-]", printed)[:3])
    return "-".join(f"{int(part):02}" for part in parts)
