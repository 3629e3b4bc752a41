"""The key of a paper: its address below ``papers/``, told from what one record says."""

import re
from collections import defaultdict
from collections.abc import Sequence

from papergarden.model import Record, Source
from papergarden.text.slugs import fingerprint, slug

_ARXIV = re.compile(r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?-\d{7})")
OPENING_WORDS = 8
"""How many words of an abstract make the key of a paper that has neither id nor title."""


def key_of(arxiv_id: str, title: str, abstract: str, otherwise: str) -> str:
    """The arXiv id (``/`` as ``-``), else the title, else the abstract's first words, else something; safe.

    An id that has not the form of arXiv's ids is made a slug like any other text.
    """
    key = arxiv_id.lower().replace("/", "-")
    if _ARXIV.fullmatch(key):
        return key
    return slug(title or " ".join(abstract.split()[:OPENING_WORDS]) or key or otherwise)


def own_key(record: Record) -> str:
    """The key that a paper would have if this record were all that is known of it."""
    return key_of(record.arxiv_id, record.title, record.abstract, record.doi or record.ref)


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


def in_order(records: Sequence[Record]) -> list[Record]:
    """The records by what they say; where they say the same, by their place: no order that a caller chose."""
    return sorted(records, key=lambda record: (content(record), record.source, record.ref))


def distinct(record: Record) -> str:
    """A fingerprint that tells papers with the same key apart: of the abstract, else of all it says."""
    return fingerprint(record.abstract or "\n".join(content(record)))


def labels(records: Sequence[Record]) -> list[tuple[Source, str]]:
    """A name for each record: its place and its ``ref``, with a number where another has the same.

    The number goes by what the records say, so that it does not depend on their order.
    """
    same: defaultdict[tuple[str, int, str], list[int]] = defaultdict(list)
    names = [(record.source, record.ref) for record in records]
    for number, (source, ref) in enumerate(names):
        same[source.seed, source.line, ref].append(number)
    for numbers in same.values():
        if len(numbers) > 1:
            numbers.sort(key=lambda number: content(records[number]))
            for rank, number in enumerate(numbers[1:], 2):
                names[number] = (records[number].source, f"{records[number].ref} #{rank}")
    return names
