"""The key of a paper: its address below ``papers/``, told from what one record says."""

import re
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter, eq, le
from typing import Any

from papergarden.model import Record
from papergarden.steps.memo import FEW
from papergarden.text.digest import digest_of
from papergarden.text.slugs import fingerprint, slug

_ARXIV = re.compile(r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?-\d{7})")
_said = attrgetter(
    *("origin", "title", "authors", "authors_complete", "abstract", "arxiv_id", "arxiv_version", "doi"),
    *("date", "venue", "categories", "organizations", "keywords", "has_code", "score"),
)
_opening = attrgetter("arxiv_id", "doi", "title")
"""The beginning of what a record says, which is enough to order most."""
_place = attrgetter("source.seed", "source.line", "ref")
OPENING_WORDS = 8
"""How many words of an abstract make the key of a paper that has neither id nor title."""

Label = tuple[str, int, str]
"""A name for a record: its seed, its line, and its ``ref``, with a number where another has the same."""


class InOrder(list[Record]):
    """Records by what they say; where they say the same, by their place: no order that a caller chose."""

    @cached_property
    def labels(self) -> Sequence[Label]:
        """A name for each record; numbers in it go by what the records say."""
        places: list[Label] = list(map(_place, self))
        same: defaultdict[Label, list[int]] = defaultdict(list)
        for number, place in enumerate(places if len(set(places)) < len(places) else ()):
            same[place].append(number)
        for (seed, line, ref), numbers in same.items():
            numbers.sort(key=lambda number: content(self[number]))
            for rank, number in enumerate(numbers[1:], 2):
                places[number] = (seed, line, f"{ref} #{rank}")
        return places


def key_of(arxiv_id: str, title: str, abstract: str, otherwise: str) -> str:
    """The arXiv id (``/`` as ``-``), else the title, else the abstract's first words, else something; safe.

    An id that has not the form of arXiv's ids is made a slug like any other text.
    """
    key = arxiv_id.lower().replace("/", "-")
    if key and _ARXIV.fullmatch(key):
        return key
    return slug(title or " ".join(abstract.split()[:OPENING_WORDS]) or key or otherwise)


def own_key(record: Record) -> str:
    """The key that a paper would have if this record were all that is known of it."""
    return record.key or key_of(record.arxiv_id, record.title, record.abstract, record.doi or record.ref)


def content(record: Record) -> tuple[str, ...]:
    """What a record says, in a form that can be ordered and does not know where it was said."""
    return (
        record.arxiv_id,
        record.doi,
        record.title,
        record.abstract,
        "; ".join(record.authors),
        record.date,
        record.venue,
    )


def told(record: Record) -> bytes:
    """The digest of all that a record says, wherever that is printed."""
    if record.digest:
        return record.digest
    links = [(link.kind, link.url) for link in record.links]
    return digest_of(_said(record), links, list(record.extra.items()))


def followed(records: Sequence[Record], before: InOrder) -> InOrder:
    """The records in their one order, of which most are the same objects as some that were so ``before``."""
    now, known = set(map(id, records)), set(map(id, before))
    new = [record for record in records if id(record) not in known]
    if len(new) * FEW > len(records):
        return in_order(records)
    if not new and len(now) == len(before):
        return before
    still = InOrder([record for record in before if id(record) in now])
    for record in new:
        insort(still, record, key=_whole)
    return still


def in_order(records: Sequence[Record]) -> InOrder:
    """The records in their one order."""
    if isinstance(records, InOrder):
        return records
    openings = list(map(_opening, records))
    if _is_in_order(records, openings):
        return InOrder(records)
    shared = {opening for opening, times in Counter(openings).items() if times > 1}
    alike = [number for number, opening in enumerate(openings) if opening in shared]
    others = sorted({*range(len(records))}.difference(alike))
    # What comes first stays first where openings are the same.
    alike.sort(key=lambda number: _whole(records[number]))
    ordered = sorted([*others, *alike], key=openings.__getitem__)
    return InOrder([records[number] for number in ordered])


def _is_in_order(records: Sequence[Record], openings: Sequence[tuple[str, ...]]) -> bool:
    """Whether records are in order already, told from how what they say begins where that is enough."""
    later = openings[1:]
    if not all(map(le, openings, later)):
        return False
    alike = [number for number, same in enumerate(map(eq, openings, later)) if same]
    return all(_whole(records[number]) <= _whole(records[number + 1]) for number in alike)


def _whole(record: Record) -> tuple[Any, ...]:
    return content(record), record.source, record.ref


def distinct(record: Record) -> str:
    """A fingerprint that tells papers with the same key apart: of the abstract, else of all it says."""
    return fingerprint(record.abstract or "\n".join(content(record)))
