"""Author page of abstracts

An affiliation on the first line, then one paper a line, each beginning with ``Abstract:`` and without title,
as a copy of somebody's search results comes out. The affiliation counts as the organization of every paper on
the page. The papers get their titles when another seed, or a line in ``decisions.yml``, says which paper an
abstract belongs to.

Example::

    Department of Computer Science, Example University
    Abstract:We study how long a kettle takes to boil when nobody watches it.
    Abstract:Lists of papers are hard to keep. We present a garden that keeps itself.
"""

from collections.abc import Iterator

from papergarden.model import Entry, Furniture, Reading, Seed

READER = "abstracts_page"
MARK = "Abstract:"
LONGEST_AFFILIATION = 200


def sniff(seed: Seed) -> bool:
    """An affiliation, then ``Abstract:`` at the beginning of every line."""
    first, *rest = seed.head_lines or [""]
    return bool(rest) and _affiliation(first) and all(line.startswith(MARK) for line in rest)


def _affiliation(line: str) -> bool:
    return len(line) <= LONGEST_AFFILIATION and not line.startswith(MARK)


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each line of an abstract."""
    affiliation, place = "", 0
    for number, line in seed.lines():
        if line.startswith(MARK):
            yield Entry(
                source=seed.at(number),
                end=number,
                reader=READER,
                abstract=line.removeprefix(MARK).strip(),
                organizations=(affiliation,),
                lines={"organizations": place},
            )
        elif line.strip() and not affiliation:
            affiliation, place = line.strip(), number
            yield Furniture(seed.at(number), number, "affiliation")
