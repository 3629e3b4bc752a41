"""JSON array

A list of objects, one paper an object, with any of the usual column names (the same as in JSON lines); also
such a list in an object under a name like ``papers``, ``results`` or ``data``, or an object that holds each
paper under its id. A record of a scholarly service among them is understood by its own keys; one that has the
paper in an object of its own (``row``, ``paper``, ``_source``) by those of that.

Example::

    [
      {"title": "On Watched Kettles", "authors": ["Ada Example", "Bo Sample"], "year": 2024},
      {"title": "A Garden", "author": "Ada Example and Bo Sample", "doi": "10.1234/garden"}
    ]
"""

import json
from collections.abc import Iterator

from papergarden.model import Reading, Seed
from papergarden.readers.rows import json_readings
from papergarden.text.columns import describe_papers
from papergarden.text.json_records import json_records, rows_of
from papergarden.text.json_shapes import keys_in, shape
from papergarden.text.service_rows import service_row

READER = "json_array"


def sniff(seed: Seed) -> bool:
    """Whether it is a list of objects with the columns of papers, and of no service that is known."""
    if shape(seed.text) != READER:
        return False
    records = [record.value for record in json_records(seed.head) if not record.fault]
    if not records:
        return describe_papers(keys_in(seed.head))
    return any(describe_papers(service_row(record)) for record in records) and not _is_line(seed)


def _is_line(seed: Seed) -> bool:
    """Whether the document is one line of JSON lines, a paper by itself and no list."""
    lines = seed.head_lines
    if len(lines) > 1 or lines[0].startswith("["):
        return False
    try:
        value = json.loads(lines[0])
    except (ValueError, RecursionError):
        return False
    return describe_papers(service_row(value)) and not rows_of(value)


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each record; a broken one is reported and costs no other."""
    return json_readings(seed, READER, service_row)
