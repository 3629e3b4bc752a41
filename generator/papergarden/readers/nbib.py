"""PubMed (nbib)

What PubMed saves as "PubMed" or ``.nbib`` (the MEDLINE format): tags of up to four letters, a dash, and
values that go on in indented lines. Full names are taken before abbreviated ones, then groups of people.

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
from papergarden.text.ids import find_arxiv, with_version
from papergarden.text.name_parts import is_suffix, plain_order

READER = "nbib"
TAG = re.compile(r"([A-Z][A-Z0-9 ]{3})- (.*)")
TAKEN = frozenset({"TI", "FAU", "AU", "AB", "DP", "JT", "TA", "BTI", "LID", "AID", "MH", "OT", "CN", "ORCID"})
"""Tags that have a place of their own; the rest are kept with the paper."""
ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
ONCE = frozenset({"OWN", "STAT", "TI"})
"""Tags of which a record has one: a second begins a record whose PubMed id is lost."""
YEAR = re.compile(r"(\d{4}) (?:Winter|Spring|Summer|Autumn|Fall)")


def sniff(seed: Seed) -> bool:
    """Whether it begins with a PubMed id."""
    return seed.head.lstrip().startswith("PMID- ")


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each record; each begins with a PubMed id."""
    start, end, tag = 0, 0, ""
    values: defaultdict[str, list[str]] = defaultdict(list)
    for number, line in seed.lines():
        found = TAG.match(line)
        if found and (found[1] == "PMID" or (found[1].strip() in ONCE and found[1].strip() in values)):
            if start:
                yield from row_readings(seed, READER, start, end, _row(values))
            start, values = number, defaultdict(list)
        elif not start and line.strip():
            yield Furniture(seed.at(number), number, "header")
        if found:
            tag = found[1].strip()
            values[tag].append(found[2].strip())
            if tag == "AUID" and (orcid := ORCID.search(found[2])) and values.get("FAU"):
                values["ORCID"].append(f"{plain_order(values['FAU'][-1])} {orcid[0]}")
        elif line.startswith("      ") and values.get(tag):
            values[tag][-1] += f" {line.strip()}"
        end = number if found or line.startswith("      ") else end
    if start:
        yield from row_readings(seed, READER, start, end, _row(values))


def _row(values: Mapping[str, list[str]]) -> Row:
    ids = [*values.get("LID", ()), *values.get("AID", ())]
    names = values.get("FAU") or [_turned(name) for name in values.get("AU", ())]
    title = " ".join(values.get("TI") or values.get("BTI") or ()).removesuffix(".")
    arxiv = find_arxiv(" ".join(text for text in values.get("SO", ()) if "arxiv" in text.lower()))
    return {
        "title": title[1:-1].removesuffix(".") if title.startswith("[") and title.endswith("]") else title,
        "authors": [*names, *values.get("CN", ())],
        "abstract": " ".join(values.get("AB", ())),
        "date": YEAR.sub(r"\1", " ".join(values.get("DP", ()))),
        "venue": " ".join(values.get("JT") or values.get("TA") or values.get("BTI") or ()),
        "doi": next((one.removesuffix("[doi]").strip() for one in ids if one.endswith("[doi]")), ""),
        "arxiv_id": with_version(arxiv),
        "keywords": [word.lstrip("*") for word in (*values.get("OT", ()), *values.get("MH", ()))],
        "orcid": "; ".join(values.get("ORCID", ())),
        **{f"PubMed {tag}": "; ".join(texts) for tag, texts in values.items() if tag not in TAKEN},
    }


def _turned(name: str) -> str:
    """``Example AB`` as ``Example, A. B.``: the last word is initials, or a suffix below them."""
    words = name.split()
    suffix = f", {words.pop()}" if len(words) > 2 and is_suffix(words[-1]) else ""
    *family, initials = words or [""]
    return f"{' '.join(family)}{suffix}, {' '.join(f'{one}.' for one in initials)}" if family else name
