"""Crossref JSON

An answer of api.crossref.org saved to disk: one work, or a list of works (``message`` with ``items``). Markup
in titles and abstracts is taken out; the date is the first that the work was published.

Example::

    {
      "status": "ok",
      "message-type": "work-list",
      "message": {"items": [
        {"DOI": "10.1234/kettle", "title": ["On Watched Kettles"],
         "author": [{"given": "Ada", "family": "Example"}],
         "issued": {"date-parts": [[2024, 3]]}, "container-title": ["Journal of Examples"]}
      ]}
    }
"""

from collections.abc import Iterator

from papergarden.model import Reading, Seed
from papergarden.readers.rows import json_readings
from papergarden.text.json_shapes import shape
from papergarden.text.service_rows import crossref_row

READER = "crossref"


def sniff(seed: Seed) -> bool:
    """Whether it has the envelope of an answer, or the keys that only Crossref's works have."""
    return shape(seed.text) == READER


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each record; a broken one is reported and costs no other."""
    return json_readings(seed, READER, crossref_row)
