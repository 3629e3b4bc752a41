"""JSON array

A list of objects, one paper an object, with any of the usual column names (the same as in JSON lines); also
such a list in an object under a name like ``papers``, ``results`` or ``data``. A record of a scholarly
service among them is understood by its own keys.

Example::

    [
      {"title": "On Watched Kettles", "authors": ["Ada Example", "Bo Sample"], "year": 2024},
      {"title": "A Garden", "author": "Ada Example and Bo Sample", "doi": "10.1234/garden"}
    ]
"""

from collections.abc import Iterator

from papergarden.model import Reading, Seed
from papergarden.readers.rows import json_readings
from papergarden.text.columns import describe_papers
from papergarden.text.json_records import json_records
from papergarden.text.json_shapes import shape
from papergarden.text.service_rows import service_row

READER = "json_array"


def sniff(seed: Seed) -> bool:
    """Whether it is a list of objects with the columns of papers, and of no service that is known."""
    return shape(seed.head) == READER and any(
        describe_papers(service_row(record.value)) for record in json_records(seed.head) if not record.fault
    )


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each record; a broken one is reported and costs no other."""
    return json_readings(seed, READER, service_row)
