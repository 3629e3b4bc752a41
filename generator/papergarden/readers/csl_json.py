"""CSL-JSON

What Zotero and citation processors exchange: a list of items with ``type``, ``author`` as family and given
names, and ``issued`` in parts. Fields that papers here do not have are kept with the paper.

Example::

    [
      {
        "type": "article-journal",
        "title": "On Watched Kettles",
        "author": [{"family": "Example", "given": "Ada"}, {"literal": "Sample Collaboration"}],
        "issued": {"date-parts": [[2024, 3, 1]]},
        "container-title": "Journal of Examples",
        "DOI": "10.1234/kettle"
      }
    ]
"""

from collections.abc import Iterator

from papergarden.model import Reading, Seed
from papergarden.readers.rows import json_readings
from papergarden.text.json_shapes import shape
from papergarden.text.service_rows import csl_row

READER = "csl_json"


def sniff(seed: Seed) -> bool:
    """Whether its items have the keys of the Citation Style Language."""
    return shape(seed.text) == READER


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each record; a broken one is reported and costs no other."""
    return json_readings(seed, READER, csl_row)
