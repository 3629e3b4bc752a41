"""OpenAlex JSON

An answer of api.openalex.org saved to disk: one work or a page of ``results``. The abstract, which comes as
an index from words to places, is put back in order.

Example::

    {
      "meta": {"count": 1},
      "results": [
        {"id": "https://openalex.org/W1", "display_name": "On Watched Kettles",
         "authorships": [{"author": {"display_name": "Ada Example"}}],
         "publication_date": "2024-03-01",
         "abstract_inverted_index": {"They": [0], "do": [1], "not": [2], "boil.": [3]}}
      ]
    }
"""

from collections.abc import Iterator

from papergarden.model import Reading, Seed
from papergarden.readers.rows import json_readings
from papergarden.text.json_shapes import shape
from papergarden.text.service_rows import openalex_row

READER = "openalex"


def sniff(seed: Seed) -> bool:
    """Whether it has the keys that only OpenAlex's works have."""
    return shape(seed.text) == READER


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each record; a broken one is reported and costs no other."""
    return json_readings(seed, READER, openalex_row)
