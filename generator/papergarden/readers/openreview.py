"""OpenReview JSON

Notes of api.openreview.net or api2.openreview.net saved to disk: submissions with their ``content``, whose
values version 2 wraps in objects.

Example::

    {
      "notes": [
        {"id": "abc", "forum": "abc", "cdate": 1709251200000,
         "content": {"title": {"value": "On Watched Kettles"},
                     "authors": {"value": ["Ada Example"]},
                     "abstract": {"value": "They do not boil."}}}
      ]
    }
"""

from collections.abc import Iterator

from papergarden.model import Reading, Seed
from papergarden.readers.rows import json_readings
from papergarden.text.json_shapes import shape
from papergarden.text.service_rows import openreview_row

READER = "openreview"


def sniff(seed: Seed) -> bool:
    """Whether it has the keys that only OpenReview's notes have."""
    return shape(seed.text) == READER


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each record; a broken one is reported and costs no other."""
    return json_readings(seed, READER, openreview_row)
