"""Telling a paragraph from a title: pages print both, one after the other, and do not say which is which."""

import re
from collections.abc import Sequence
from functools import lru_cache

from papergarden.text.author_lists import split_authors
from papergarden.text.name_parts import PARTICLES, PLAIN_NAME

LONGEST_TITLE = 260
"""In characters. Of 22,945 real titles the longest has 156; a few on arXiv pass 240."""
SHORTEST_PARAGRAPH = 60
SURE_WITH_FULL_STOP = 130
_NEXT_SENTENCE = re.compile(r"[a-z)\]$][.!?][\"'”’)\]]? [A-Z(“\"$]")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’‐\u0300-\u036f-])*[*†‡§¶]*")
MOST_WORDS = 8
_VENUE_WORDS = frozenset(
    {"journal", "conference", "proceedings", "transactions", "letters", "review", "reviews", "workshop"}
    | {"symposium", "press", "preprint", "arxiv", "advances", "annals", "bulletin", "magazine", "nature"}
    | {"science", "recognition", "intelligence", "learning", "vision", "society"}
)
_CLOSERS = "\"'”’)]$ "


def is_paragraph(line: str) -> bool:
    """Whether a line is running text, such as an abstract.

    It is when it is very long, or ends in a full stop and is rather long or has more than one sentence.
    """
    line = line.strip()
    if len(line) > LONGEST_TITLE:
        return True
    if len(line) < SHORTEST_PARAGRAPH or not line.rstrip(_CLOSERS).endswith((".", "…")):
        return False
    return len(line) > SURE_WITH_FULL_STOP or _NEXT_SENTENCE.search(line) is not None


def could_be_name(text: str) -> bool:
    """Whether the text could be a person's printed name.

    It is a few words of letters, two of them with a capital; the others are particles (``van``), and none is
    a word of venues (``Journal``).
    """
    if PLAIN_NAME.fullmatch(text):
        return _VENUE_WORDS.isdisjoint(text.lower().split())
    names = text.split()
    small = [name for name in names if name[0].islower()]
    return (
        len(names) - len(small) >= 2
        and len(names) <= MOST_WORDS
        and all(word in PARTICLES or word[1:2] in ("'", "’") for word in small)
        and _VENUE_WORDS.isdisjoint(text.lower().split())
        and all(map(_NAME_WORD.fullmatch, names))
    )


@lru_cache(maxsize=64)
def authors_of(line: str) -> tuple[tuple[str, ...], bool]:
    """The names in a line and whether they are all; kept a while for who asks twice."""
    return split_authors(line)


def could_be_authors(names: Sequence[str]) -> bool:
    """Whether there are names of which most could be persons: a team may be among them."""
    return 3 * sum(map(could_be_name, names)) >= 2 * len(names) > 0
