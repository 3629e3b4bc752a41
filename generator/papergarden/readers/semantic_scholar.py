"""Semantic Scholar JSON

Answers of the Academic Graph API saved to disk: a search (``data``), a batch (a list), the citations or
references of a paper, or one paper.

Example::

    {
      "total": 1,
      "data": [
        {"paperId": "1", "externalIds": {"ArXiv": "0704.0001"}, "title": "On Watched Kettles",
         "authors": [{"authorId": "2", "name": "Ada Example"}], "year": 2024,
         "abstract": "They do not boil."}
      ]
    }
"""

from collections.abc import Iterator

from papergarden.model import Reading, Seed
from papergarden.readers.rows import json_readings
from papergarden.text.json_shapes import shape
from papergarden.text.service_rows import semantic_scholar_row

READER = "semantic_scholar"


def sniff(seed: Seed) -> bool:
    """Whether its records have the id that only this service gives."""
    return shape(seed.text) == READER


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each record; a broken one is reported and costs no other."""
    return json_readings(seed, READER, semantic_scholar_row)
