"""Where a run of small letters comes apart: told by what is a word, and by which words follow each other."""

import re
from collections.abc import Set
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from itertools import pairwise

from papergarden.text.repair.common import RARE, Tokens, follows, is_usual
from papergarden.text.repair.small_words import (
    AFTER_IN,
    AFTER_THE,
    BUILDING,
    CLEAR_HEADS,
    CLEAR_TAILS,
    COMPARATIVES,
    FUNCTION,
    HEADS,
    PREFIXES,
    SMALL,
    STRONG_TAILS,
    SUFFIXES,
    TAILS,
    TELLING,
    WEAK_TAILS,
)

COMPOUND_HEADS = frozenset(
    ("self", "cross", "non", "multi", "semi", "over", "pre", "post", "well", "low", "high")
)
"""What compounds with a hyphen begin with: ``aself-decoder`` is "a self-decoder"."""

SHORTEST_RUN = 5
"""What is shorter may be anything: an abbreviation, a word of another language."""

_NAME = re.compile(r"[A-Z](?<![\w.,-].)[A-Za-zµ0-9]{2,}(?:-[A-Z]+)?(?!\w)")
_PHRASE = re.compile(r".(?:ly|ed|ity|ness|ment|ous|ive|ical|ful|tional|ations|ments|ities)$")
_NOUN = re.compile(r"(?:[^ia]ty|ity|tion|sion|ment|ness|ing|ed|ance|ence|ism|ly|.{6}s)$")
_INFLECTED = re.compile(r"(?:.{3}ing|.{4}ed|.{5}ion|.{3}ment|.{4}ity|.{5}ly|.{4}[^su]s)$")
_LEARNED = ("al", "ic", "ous", "ate", "ally", "ly", "ity", "ar")


class Damage(IntEnum):
    """What a text shows beside the place in question; the more, the less evidence is asked for there."""

    NONE = 0
    OTHER = 1
    """Addresses, footnotes or punctuation lost their spaces."""
    WORDS = 2
    """Words surely ran together."""


@dataclass(eq=False)
class Words:
    """What counts as a word in a text: what is known, and what stands by itself in it, small or as a name.

    ``own`` are the strange tokens without their marks; ``repeated`` are names that stand in several runs.
    """

    tokens: Tokens
    known: Set[str]
    own: Set[str]
    repeated: Set[str] = frozenset()

    @cached_property
    def names(self) -> Set[str]:
        """The names in the text; most parts of tokens come apart, or do not, whatever they are."""
        return self.repeated | set(_NAME.findall(self.tokens.joined))

    @cached_property
    def beginnings(self) -> tuple[str, ...]:
        """What a part of a token must begin with to begin with a name."""
        return tuple(self.names)

    def have(self, word: str) -> bool:
        """Whether this may be a part of a run; what is rare is but whole."""
        return (word in self.known and word not in RARE) or word in self.tokens.every or word in self.own

    def ordinary(self, word: str) -> bool:
        """Whether this is a part of a run beyond doubt: a word of some length that others use too."""
        return len(word) > 3 and word in self.known and word not in RARE


def lower_seams(part: str, parts: Words, damage: Damage, goes_on: bool) -> list[int]:
    """Where a part of a token in small letters comes apart; ``goes_on`` before a hyphen."""
    sure = [
        cut
        for cut in range(1, len(part))
        if _surely_apart(part[:cut], part[cut:], parts)
        or (goes_on and part[cut:] in COMPOUND_HEADS and (part[:cut] in SMALL or part[:cut] in TELLING))
    ]
    if sure:
        return sure if len(sure) == 1 else []
    pieces = _pieces(part, parts)
    if len(pieces) < 2 or not _holds(pieces, damage):
        return []
    cuts = [len(pieces[0])]
    for piece in pieces[1:-1]:
        cuts.append(cuts[-1] + len(piece))
    return cuts


def _surely_apart(left: str, right: str, parts: Words) -> bool:
    """Whether two words meet here even in a text without other damage.

    They do where papers print one after the other and the seam is not one that words have inside, and where
    one of them is a small word that makes no words.
    """
    if len(left) + len(right) < SHORTEST_RUN or (left in ("are", "were") and f"re{right}" in parts.known):
        return False
    if left in BUILDING or (left in PREFIXES and left not in SMALL):
        return right in AFTER_IN and left in ("in", "on")
    if right in WEAK_TAILS:
        return _ends_before(left, right, parts)
    if left != right and follows(left, right) and (left == "the" or right not in SUFFIXES):
        return _meet(left, right)
    if left in CLEAR_HEADS and len(right) > 4:
        return parts.ordinary(right)
    if not (right in TAILS and len(left) > 4 and parts.ordinary(left)):
        return False
    return right in CLEAR_TAILS or _NOUN.search(left) is not None


def _meet(left: str, right: str) -> bool:
    """Whether two words that papers print one after the other do so here, and make no word."""
    if right in SMALL or right in FUNCTION:
        return len(left) > (2 if right in CLEAR_TAILS else 4) or left in SMALL
    if left == "the" and right in AFTER_THE:
        return True
    if left in ("a", "an"):
        return len(right) > 3 and (right.endswith("ily") or not right.endswith(_LEARNED))
    return len(right) > 3 and (left in FUNCTION or left in SMALL or _PHRASE.search(left) is not None)


def _ends_before(left: str, right: str, parts: Words) -> bool:
    """Whether a word ends before a small word that words end with: ``applicationsin``, no ``formin``."""
    if right in ("a", "an"):
        return follows(left, right) and (len(left) > 5 or (left in SMALL and len(left) > 3))
    if right == "as":
        return follows(left, right) and (left in SMALL or left in ("such", "well") or left.endswith("ed"))
    if right == "is" and len(left) > 5 and follows(left, right) and not left.endswith(_LEARNED):
        return not any(f"{left}{ending}" in parts.known for ending in ("ise", "ize", "ising"))
    if left in SMALL or left in FUNCTION:
        return follows(left, right) and len(left) > 2
    if right in ("or", "be"):
        return False
    return len(left) > 4 and parts.ordinary(left) and _NOUN.search(left) is not None


_Solution = tuple[int, int, int, tuple[str, ...]]
"""How many words, how many of them and of their neighbours are strange, small ones (negated), the words."""


def _pieces(part: str, parts: Words) -> list[str]:
    """The fewest words that make up the token, those preferred that papers print so; [] where none do."""
    solution = _best(part, 0, parts, {})
    return list(solution[3]) if solution else []


def _best(part: str, start: int, parts: Words, known: dict[int, _Solution | None]) -> _Solution | None:
    """The best words from a place on; those from later places are ``known`` once they were asked for."""
    if start == len(part):
        return 0, 0, 0, ()
    if start in known:
        return known[start]
    options = []
    for end in range(start + 1, len(part) + 1):
        piece = part[start:end]
        if piece in SMALL or (piece != part and len(piece) > 3 and parts.have(piece)):
            rest = _best(part, end, parts, known)
            if rest is not None:
                strange = (not is_usual(piece)) + (bool(rest[3]) and not follows(piece, rest[3][0]))
                options.append(
                    (rest[0] + 1, rest[1] + strange, rest[2] - (piece in SMALL), (piece, *rest[3]))
                )
    known[start] = min(options, default=None)
    return known[start]


def _holds(pieces: list[str], damage: Damage) -> bool:
    """Whether the seams are those of words that ran together, not of a word."""
    several = len(pieces) > 2
    if several and not (damage and any(piece in SMALL for piece in pieces)):
        return False
    return all(_seam_holds(left, right, damage, several) for left, right in pairwise(pieces))


def _seam_holds(left: str, right: str, damage: Damage, several: bool) -> bool:
    long = len(left) + len(right) > 6
    if left in SMALL and right in SMALL:
        return damage > 0 and left != right and len(left) + len(right) > 4
    if right in WEAK_TAILS:
        return damage > 0 and long and (follows(left, right) or _NOUN.search(left) is not None)
    if right in TAILS:
        sure = right in STRONG_TAILS or _NOUN.search(left) is not None
        return long and left not in PREFIXES and (damage > 0 or (sure and len(left) > 4))
    if left in HEADS:
        return long and right not in SUFFIXES and (damage > 0 or len(right) > 4)
    if left in SMALL:
        return damage > 0 and (
            several or _after_article(left, right) or (left == "at" and follows(left, right))
        )
    borne_out = damage == Damage.WORDS or (damage > 0 and (several or left in TELLING))
    return borne_out and right not in SMALL and _no_compound(left, right)


def _after_article(left: str, right: str) -> bool:
    """``ahigher`` and ``isfaster``, but not what may be a word that begins so: ``amodal``, ``achives``."""
    if left not in ("a", "an", "is", "are"):
        return False
    if left == "a" or (left == "an" and not right.endswith("ly")):
        return follows(left, right)
    return len(right) > 4 and (follows(left, right) or not right.endswith(_LEARNED))


def _no_compound(left: str, right: str) -> bool:
    """Two words of some length of which the first is inflected, or both are long."""
    if len(left) < 4 or len(right) < 4 or left in PREFIXES or right in SUFFIXES:
        return False
    return (
        follows(left, right)
        or left in COMPARATIVES
        or left in TELLING
        or _INFLECTED.search(left) is not None
        or (len(left) > 5 and len(right) > 5)
    )
