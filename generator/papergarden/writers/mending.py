"""What was repaired in the texts that a page shows: each place as one line, with before and after in it."""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from papergarden.model import Provenance, Record, Repair
from papergarden.text import escape
from papergarden.writers import rich
from papergarden.writers.markup import markup

LONGEST = 240
"""Characters of a side of a repair that are shown: whole figures may have stood where now nothing stands."""


def repairs_of(provenance: Mapping[str, Provenance]) -> list[tuple[str, Repair]]:
    """Each repair in what a page shows, with its field: those of the records it was taken from."""
    return [(field, repair) for field, said in provenance.items() for repair in said.repairs]


def damage_of(records: Iterable[Record], provenance: Mapping[str, Provenance]) -> list[str]:
    """What is lost for good in the abstract that a page shows."""
    said = provenance.get("abstract")
    return sorted(
        [
            record.damage["abstract"]
            for record in records
            if "abstract" in record.damage and said is not None and record.source == said.source
        ]
    )


def mended(repair: Repair) -> Markup:
    """The words around a repaired place, with what stood there deleted and what stands there inserted."""
    before, after = repair.before.split(" "), repair.after.split(" ")
    start, end = _unchanged(before, after)
    pieces = _pieces(
        (before[:start], ""),
        (before[start : len(before) - end], "del"),
        (after[start : len(after) - end], "ins"),
        (after[len(after) - end :], ""),
    )
    return markup(" ".join(pieces))


def _unchanged(before: list[str], after: list[str]) -> tuple[int, int]:
    """How many words at the beginning and at the end two texts have in common."""
    shorter = min(len(before), len(after))
    start = 0
    while start < shorter and before[start] == after[start]:
        start += 1
    end = 0
    while end < shorter - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return start, end


def _pieces(*parts: tuple[Iterable[str], str]) -> Iterator[str]:
    for words, element in parts:
        if text := rich.clipped(" ".join(words), LONGEST):
            shown = escape.encode(text)
            yield f"<{element}>{shown}</{element}>" if element else shown
