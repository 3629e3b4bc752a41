"""The words that are known without any collection, from the lists beside this module.

``common.txt`` holds the words of the field, printed by three or more papers of a corpus, and the more common
half of English; ``rare.txt`` the rest of a large dictionary: whole words, but none that a run of words is
taken to be made of; ``pairs.txt`` which words five or more papers of the corpus print after a word.
``benchmarks/common_words.py`` makes them, and says from what.
"""

import pkgutil


def _lines(name: str) -> list[str]:
    """The lines of a list, without its licence at the top, in lines that begin with ``#``."""
    data = pkgutil.get_data(__name__, name) or b""
    return [line for line in data.decode("ascii").splitlines() if not line.startswith("#")]


COMMON = frozenset(_lines("common.txt"))
RARE = frozenset(_lines("rare.txt"))
_FOLLOWERS = {line.partition(" ")[0]: f"{line} " for line in _lines("pairs.txt")}


def follows(left: str, right: str) -> bool:
    """Whether papers print one word after the other."""
    return f" {right} " in _FOLLOWERS.get(left, "")


def is_usual(word: str) -> bool:
    """Whether papers print a word often enough to say what follows it."""
    return word in _FOLLOWERS
