"""A golden: what a reader makes of a sample, as JSON that a person reads before it is committed."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass

from papergarden.model import Entry, Finding, Furniture, Reading, SeedReport

SUFFIX = ".golden.json"
"""What the name of a golden adds to the name of its sample."""


def golden(report: SeedReport, readings: Sequence[Reading]) -> str:
    """The readings of a sample without what is empty, the reader's name and the account of the lines."""
    counts = {
        "lines": report.lines,
        "entry lines": report.entry_lines,
        "furniture lines": report.furniture_lines,
        "finding lines": report.finding_lines,
    }
    head = f'{{"reader": {_json(report.reader)},\n "account": {_json(counts)},\n "readings": [\n'
    return head + ",\n".join(_reading(each) for each in readings) + "\n]}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _reading(reading: Reading) -> str:
    """One reading, a field a line: its kind with its lines, then every field that says something."""
    start = reading.source.line
    place = f"{start}" if reading.end == start else f"{start}-{reading.end}"
    stated = [(_kind(reading), place), *_stated(reading)]
    return "  {" + ",\n   ".join(f"{_json(name)}: {_json(value)}" for name, value in stated) + "}"


def _kind(reading: Reading) -> str:
    match reading:
        case Entry():
            return "entry"
        case Furniture():
            return "furniture"
        case Finding():
            return "finding"


def _stated(reading: Reading) -> Iterator[tuple[str, object]]:
    for field in fields(reading):
        value = getattr(reading, field.name)
        if (
            field.name in ("source", "end", "reader")
            or value == field.default
            or (not value and value is not False)
        ):
            continue
        yield field.name, _plain(value)


def _plain(value: object) -> object:
    """A value as JSON has it; a link as its kind and address."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return [getattr(value, field.name) for field in fields(value)]
    return value
