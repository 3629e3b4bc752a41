"""PubMed (nbib)

What PubMed saves as "PubMed" or ``.nbib`` (the MEDLINE format): tags of up to four letters, a dash, and
values that go on in indented lines. Full names are taken before abbreviated ones.

Example::

    PMID- 12345678
    TI  - On watched kettles: why they do
          not boil.
    FAU - Example, Ada
    AU  - Example A
    DP  - 2024 Mar 1
    JT  - Journal of examples
    LID - 10.1234/kettle [doi]
    AB  - They do not boil.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from papergarden.model import Furniture, Reading, Seed
from papergarden.readers.rows import Row, row_readings

READER = "nbib"
TAG = re.compile(r"([A-Z][A-Z0-9 ]{3})- (.*)")
TAKEN = frozenset({"TI", "FAU", "AU", "AB", "DP", "JT", "TA", "LID", "AID", "MH", "OT", "CN"})
TOLD = frozenset({"PMID", "PT", "LA", "VI", "IP", "PG"})
"""Tags that are worth keeping with the paper; the rest are the database's own bookkeeping."""


def sniff(seed: Seed) -> bool:
    """Whether it begins with a PubMed id."""
    return seed.head.lstrip().startswith("PMID- ")


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each record; each begins with a PubMed id."""
    start, end, tag = 0, 0, ""
    values: defaultdict[str, list[str]] = defaultdict(list)
    for number, line in seed.lines():
        found = TAG.match(line)
        if found and found[1] == "PMID":
            if start:
                yield from row_readings(seed, READER, start, end, _row(values))
            start, values = number, defaultdict(list)
        elif not start and line.strip():
            yield Furniture(seed.at(number), number, "header")
        if found:
            tag = found[1].strip()
            values[tag].append(found[2].strip())
        elif line.startswith("      ") and values.get(tag):
            values[tag][-1] += f" {line.strip()}"
        end = number if found or line.startswith("      ") else end
    if start:
        yield from row_readings(seed, READER, start, end, _row(values))


def _row(values: Mapping[str, list[str]]) -> Row:
    ids = [*values.get("LID", ()), *values.get("AID", ())]
    return {
        "title": " ".join(values.get("TI", ())).removesuffix("."),
        "authors": values.get("FAU")
        or [_turned(name) for name in values.get("AU", ())]
        or values.get("CN", ()),
        "abstract": " ".join(values.get("AB", ())),
        "date": " ".join(values.get("DP", ())),
        "venue": " ".join(values.get("JT") or values.get("TA") or ()),
        "doi": next((one.removesuffix("[doi]").strip() for one in ids if one.endswith("[doi]")), ""),
        "keywords": [*values.get("OT", ()), *values.get("MH", ())],
        **{tag: "; ".join(values[tag]) for tag in sorted(TOLD & values.keys())},
    }


def _turned(name: str) -> str:
    """``Example AB`` as ``Example, A. B.``: the last word is initials."""
    family, _, initials = name.rpartition(" ")
    return f"{family}, {' '.join(f'{one}.' for one in initials)}" if family else name
