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
from rispy.config import LIST_TYPE_TAGS, TAG_KEY_MAPPING

from papergarden.model import Finding, Furniture, Reading, Seed
from papergarden.readers.rows import Row, row_readings
from papergarden.text.dates import iso_date

READER = "ris"
EDGES = ("TY", "ER")
PARSER = rispy.RisParser(enforce_list_tags=False)
"""Gives a list also where a tag that should stand once stands twice, so that nothing is lost."""
LISTS = frozenset(TAG_KEY_MAPPING[tag] for tag in LIST_TYPE_TAGS)
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
YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
DOI = re.compile(r"doi:\s*(10\.\S+)", re.IGNORECASE)
UNCLOSED_FIX = "End the record with a line `ER  - `."


def sniff(seed: Seed) -> bool:
    """Whether a record begins on the first line, or below a line or two of the program that exported it."""
    first = seed.head_lines[: MOST_ABOVE + 1]
    tags = (tag for line in first if (tag := _tag(line[:LONGEST_TAG])))
    return next(tags, "") == "TY"


MOST_ABOVE = 3
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
        tag = _tag(line[:LONGEST_TAG]) if line.startswith(EDGES) else ""
        if tag == "TY" and block:
            what = "The record is not ended."
            yield Finding("warning", "unclosed-record", seed.at(start), what, UNCLOSED_FIX, block[0])
            yield from _readings(seed, start, number - 1, block)
            block = []
        if tag == "TY":
            start = number
        if block or tag == "TY":
            block.append(line)
        elif not start and line.strip():
            yield Furniture(seed.at(number), number, "header")
        if tag == "ER" and block:
            yield from _readings(seed, start, number, block)
            block = []
    if block:
        yield from _readings(seed, start, start + len(block) - 1, block)


def _readings(seed: Seed, start: int, end: int, block: list[str]) -> Iterator[Reading]:
    lines = [line for line in _whole(block) if not line.startswith("ER  - ")]
    try:
        (record,) = PARSER.parse_lines(iter([*lines, "ER  - "]))
    except (OSError, ValueError) as error:
        what, fix = f"The record is not RIS: {error}.", "Begin each line with a tag, two blanks and a dash."
        yield Finding("error", "broken-record", seed.at(start), what, fix, block[0], end)
        return
    yield from row_readings(seed, READER, start, end, _row(record))


def _whole(block: list[str]) -> list[str]:
    """The tagged lines of a record, each with those that go on with it."""
    lines: list[str] = []
    for line in map(_normal, filter(str.strip, block)):
        if line[2:5] == "  -" or not lines:
            lines.append(line)
        else:
            lines[-1] += f" {line.strip()}"
    return lines


def _normal(line: str) -> str:
    """A line with the two blanks, dash and blank that the format asks for after its tag."""
    if line[2:6] == "  - ":
        return line
    found = TAG.match(line)
    return f"{found[1]}  - {line[found.end() :]}" if found else line


def _row(record: Mapping[str, object]) -> Row:
    """The values under the names that tables use, what is not known under its own."""
    row: dict[str, object] = {}
    record, twice = _once(record)
    for name, value in record.items():
        if name == UNKNOWN and isinstance(value, Mapping):
            row |= {tag: "; ".join(map(str, texts)) for tag, texts in value.items() if tag}
        elif name != "type_of_reference":
            _add(row, name, value)
    row["title"] = _first(row, record, TITLES)
    row["venue"] = _first(row, record, VENUES)
    dates = [date for tag in DATES if (date := _date(_value(record, tag), _value(record, "PY")))]
    for tag in DATES:
        row.pop(TAG_KEY_MAPPING[tag], None)
    row["date"] = max(dates, key=lambda date: len(iso_date(date)), default="")
    if not row.get("doi") and (found := DOI.search(f"{_value(record, 'M3')} {_value(record, 'N1')}")):
        row["doi"] = found[1]
    return {name: value for name, value in {**row, **twice}.items() if value}


def _add(row: dict[str, object], name: str, value: object) -> None:
    """A value under the name that tables use; of two tags for one thing both are kept."""
    known = row.get(NAMES.get(name, name))
    if isinstance(known, list) and isinstance(value, list):
        row[NAMES.get(name, name)] = [*known, *(one for one in value if one not in known)]
    elif known is None:
        row[NAMES.get(name, name)] = value
    elif value != known:
        row[f"another {NAMES.get(name, name)}"] = value


def _once(record: Mapping[str, object]) -> tuple[Mapping[str, object], Row]:
    """A record with the first value of each tag that should stand once, and the others under other names."""
    twice = {name: value for name, value in record.items() if isinstance(value, list) and name not in LISTS}
    others = {f"another {name}": "; ".join(map(str, value[1:])) for name, value in twice.items()}
    return {**record, **{name: value[0] for name, value in twice.items()}} if twice else record, others


def _value(record: Mapping[str, object], tag: str) -> str:
    unknown = record.get(UNKNOWN)
    texts = unknown.get(tag) if isinstance(unknown, Mapping) else None
    return str(record.get(TAG_KEY_MAPPING.get(tag, tag)) or (texts[0] if texts else ""))


def _first(row: dict[str, object], record: Mapping[str, object], tags: tuple[str, ...]) -> str:
    """The value of the first tag that has one; the other tags that say the same say nothing."""
    value = next((found for tag in tags if (found := _value(record, tag))), "")
    for tag in tags:
        if _value(record, tag) == value:
            row.pop(TAG_KEY_MAPPING.get(tag, tag), None)
    return value


def _date(printed: str, year: str) -> str:
    """``2024/03/01/`` as ISO; a part that is not filled in ends it, and a fourth is a season or a note.

    Web of Science prints the month first (``MAR 15``) and the year under another tag, or ``2022 MAR 15``.
    """
    if printed[:3].isalpha() and not YEAR.search(printed):
        return f"{printed.split('-')[0]} {year[:4]}" if YEAR.fullmatch(year[:4]) else printed
    if not printed[:4].isdecimal() or printed[4:6].strip().isalpha():
        return RANGE.sub("", printed)
    parts = takewhile(lambda part: part.strip().isdecimal(), re.split(r"[/-]", printed)[:3])
    return "-".join(f"{int(part):02}" for part in parts)
