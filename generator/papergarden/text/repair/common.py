"""The words that are known without any collection, from the lists beside this module.

``common.txt`` holds the words of the field, printed by three or more papers of a corpus, and the more common
half of English; ``rare.txt`` the rest of a large dictionary: whole words, but none that a run of words is
taken to be made of; ``pairs.txt`` which words five or more papers of the corpus print after a word.
``benchmarks/common_words.py`` makes them, and says from what.
"""

import pkgutil
from collections.abc import Set
from functools import lru_cache
from typing import NamedTuple

from papergarden.text.repair.small_words import WHOLE


def _lines(name: str) -> list[str]:
    """The lines of a list, without its licence at the top, in lines that begin with ``#``."""
    data = pkgutil.get_data(__name__, name) or b""
    return [line for line in data.decode("ascii").splitlines() if not line.startswith("#")]


COMMON = frozenset(_lines("common.txt"))
RARE = frozenset(_lines("rare.txt"))
KNOWN = COMMON | RARE | WHOLE
"""The words that are known without any collection, in small letters of ASCII."""
_FOLLOWERS = {line.partition(" ")[0]: f"{line} " for line in _lines("pairs.txt")}


class Tokens(NamedTuple):
    """What stands between the white space of a text: all of it, and what is no word that is always known.

    ``joined`` are the strange ones in any order with a space around each: in most texts a quarter, where all
    that has a capital, a digit or a sign is found.
    """

    every: Set[str]
    strange: Set[str]
    joined: str


@lru_cache(maxsize=8)
def tokens_of(text: str) -> Tokens:
    """The tokens of a text; kept a while, for several ask this of one text."""
    every = frozenset(text.split())
    strange = every - KNOWN
    return Tokens(every, strange, f" {' '.join(strange)} ")


def follows(left: str, right: str) -> bool:
    """Whether papers print one word after the other."""
    return f" {right} " in _FOLLOWERS.get(left, "")


def is_usual(word: str) -> bool:
    """Whether papers print a word often enough to say what follows it."""
    return word in _FOLLOWERS
