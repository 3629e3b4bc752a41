"""Words that ran together, mostly where italics began or ended: told apart on evidence only.

The parts must be words of the collection or of the field's English, the whole must not, and the way the
parts meet must not be the way words are made: ``localityin`` comes apart, ``therein``, ``subgraph`` and
``QuantEase`` do not. Where a text shows other damage of the kind, less evidence is asked for.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from papergarden.text import tex, urls
from papergarden.text.patch import Edit
from papergarden.text.repair.common import COMMON
from papergarden.text.repair.small_words import (
    COMPARATIVES,
    HEADS,
    PREFIXES,
    SMALL,
    STRONG_HEADS,
    STRONG_TAILS,
    SUFFIXES,
    TAILS,
    TELLING,
    TELLING_IF_DAMAGED,
    WHOLE,
)

WITHIN_COMPOUNDS = frozenset(("the", "to", "of", "and", "in", "by"))
"""Small words that stand in the middle of a compound: ``off-theshelf`` lost a hyphen, not a space."""

COMPOUND_HEADS = frozenset(
    ("self", "cross", "non", "multi", "semi", "over", "pre", "post", "well", "low", "high")
)
"""What compounds with a hyphen begin with: ``aself-decoder`` is "a self-decoder"."""

BEAR_OUT = 2
"""So many likely runs in one text make each other sure."""

LONGEST = 48
"""A token longer than this is no run of words."""

_TOKEN = re.compile(r"(?<![\w\\@/._=^{&#-])[^\W\d_][^\W_]{2,}(?:-[^\W_]+)*(?![\w\\@/=^}-]|\.\w)")
_PART = re.compile(r"([^\W\d_][^\W_]{2,})(-(?=[^\W\d_]))?")
_POSSESSIVE = re.compile(r"(?<=[a-z])[’']s(?=([a-z]{4,}))")
_HUMP = re.compile(r"([a-z]+)([A-Z].*)")
_CAMEL = re.compile(r"[A-Z]+[a-z]+[A-Z][A-Za-z]*")
_NAME = re.compile(r"(?<![\w.,-])[A-Z][A-Za-zµ0-9]{2,}(?:-[A-Z]+)?(?!\w)")
_MARKS = ".,;:!?()[]\"'“”‘’"
_NAME_AFTER_MARK = re.compile(
    r"(?:(?<=[a-z]{3})|(?<=[A-Z]{2})|(?<=[A-Z]{2}s)|(?<=\)))[.,](?=([A-Z][\wµ-]{2,}))"
)
_NOUN = re.compile(r"(?:[^ia]ty|ity|tion|sion|ment|ness|ing|ed|ance|ence|ism|ly|.{6}s)$")
_VERB = re.compile(r".{3}(?:ly|[^su]s|ed)$")
_INFLECTED = re.compile(r"(?:.{3}ing|.{4}ed|.{5}ion|.{3}ment|.{4}ity|.{5}ly|.{4}[^su]s)$")
_LEARNED = ("al", "ic", "ous", "ate", "ally", "ly", "ity", "ar")


SURE = 4
"""A word that only a few entries of a collection print may be glued itself: the same paper is listed by
several damaged seeds. From so many entries on it is taken as a word."""

KNOWN = COMMON | WHOLE
"""The words that are known without any collection."""


class _Words(NamedTuple):
    """What counts as a word: what is known, and what stands by itself in the text, small or as a name."""

    known: Set[str]
    own: Set[str]
    names: Set[str]

    def have(self, word: str) -> bool:
        """Whether this may be a part of a run."""
        return word in self.known or word in self.own


def lexicon(counts: Mapping[str, int]) -> frozenset[str]:
    """The words to be known in a collection: ``counts`` tells in how many entries each word stands."""
    return KNOWN | {word for word, count in counts.items() if count >= SURE}


def separated(text: str, known: Set[str], damaged: bool) -> Iterator[Edit]:
    """A space at every seam; ``damaged`` says that the text shows other damage of the kind."""
    strange = {
        (part, goes_on)
        for part, goes_on in set(_PART.findall(text))
        if len(part) <= LONGEST and part.lower() not in known
    }
    if not strange:
        return
    for match in _POSSESSIVE.finditer(text):
        if match[1] in known and f"s{match[1]}" not in known:
            yield Edit(match.end(), match.end(), " ")
    own = frozenset(word.strip(_MARKS) for word in text.split())
    names = frozenset(_NAME.findall(text))
    if damaged:
        names |= _repeated_names({part for part, _ in strange}, known)
    parts = _Words(known, own, names)
    cuts = {(part, goes_on): seams(part, parts, damaged, bool(goes_on)) for part, goes_on in strange}
    cuts = {found: places for found, places in cuts.items() if places}
    if not (cuts or damaged):
        return
    protected = _protected(text)
    if damaged:
        yield from _before_names(text, names, protected)
    for match in _TOKEN.finditer(text) if cuts else ():
        if not _inside(match.start(), protected):
            yield from _apart(match, cuts)


def is_damaged(text: str, known: Set[str]) -> bool:
    """Whether words surely ran together: one run beyond doubt, or several that bear each other out."""
    runs = {text[edit.start - 3 : edit.start + 3] for edit in separated(text, known, damaged=True)}
    return len(runs) >= BEAR_OUT or (bool(runs) and any(separated(text, known, damaged=False)))


def _apart(token: re.Match[str], cuts: Mapping[tuple[str, str], list[int]]) -> Iterator[Edit]:
    """The seams of a token; next to the small words within a compound it was a hyphen that got lost."""
    at = token.start()
    pieces = token.group().split("-")
    for number, part in enumerate(pieces):
        goes_on = number + 1 < len(pieces)
        for cut in cuts.get((part, "-" if goes_on else ""), ()):
            before = number > 0 and part[:cut] in WITHIN_COMPOUNDS
            after = goes_on and part[cut:] in WITHIN_COMPOUNDS
            yield Edit(at + cut, at + cut, "-" if before or after else " ")
        at += len(part) + 1


def _repeated_names(strange: Set[str], known: Set[str]) -> frozenset[str]:
    """Names that stand in several runs: ``inRuler``, ``Rulerexpands``, ``sourceRulerto``."""
    runs: Counter[str] = Counter()
    for part in strange:
        start = next((at for at, letter in enumerate(part) if letter.isupper()), 0)
        head, rest = part[:start], part[start:]
        if rest[1:].islower() and (not head or head in SMALL or head in known):
            ends = range(4, len(rest) + 1)
            runs.update(rest[:end] for end in ends if not rest[end:] or _may_follow(rest[end:], known))
    return frozenset(name for name, count in runs.items() if count > 2 and name.lower() not in PREFIXES)


def _may_follow(tail: str, known: Set[str]) -> bool:
    return tail in SMALL or (len(tail) > 3 and tail in known and tail not in SUFFIXES)


def _before_names(text: str, names: Set[str], protected: list[tuple[int, int]]) -> Iterator[Edit]:
    """A space after a full stop or comma that a name of the text follows directly: ``.Samba``."""
    for match in _NAME_AFTER_MARK.finditer(text):
        named = match.group() == "," or any(match[1][:size] in names for size in range(3, len(match[1]) + 1))
        if named and not _inside(match.start(), protected):
            yield Edit(match.end(), match.end(), " ")


def _protected(text: str) -> list[tuple[int, int]]:
    """Where addresses and formulas are, in order."""
    spans = [(start, end) for start, end, _ in urls.find_urls(text)]
    return sorted(spans + [(start, end) for start, _, _, end in (tex.formulas(text) if "$" in text else ())])


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    at = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return at >= 0 and place < spans[at][1]


def seams(part: str, parts: _Words, damaged: bool, goes_on: bool = False) -> list[int]:
    """Where a part of a token comes apart, nowhere if there is any doubt; ``goes_on`` after a hyphen."""
    if part.lower() in parts.known:
        return []
    if part.islower():
        return _lower_seams(part, parts, damaged, goes_on)
    if part[0].islower() and (hump := _HUMP.fullmatch(part)):
        return _hump_seams(hump[1], hump[2], parts, damaged)
    return _name_seams(part, parts, damaged) if part[0].isupper() else []


def _hump_seams(head: str, rest: str, parts: _Words, damaged: bool) -> list[int]:
    """``introduceTransformer``, ``thatSambasubstantially``: a small word or a telling verb before a name."""
    if len(head) == 1 and rest.isupper():
        return []
    cuts = [len(head) + cut for cut in _name_seams(rest, parts, damaged)]
    named = bool(cuts) or rest in parts.names or rest.lower() in parts.known
    certain = head in TELLING or head in STRONG_HEADS
    likely = (
        head in HEADS
        or head in TELLING_IF_DAMAGED
        or (named and (head in SMALL or _ends_a_word(head, parts)))
    )
    return [len(head), *cuts] if certain or (damaged and likely) else []


def _ends_a_word(head: str, parts: _Words) -> bool:
    return len(head) > 4 and parts.have(head) and head not in PREFIXES


def _name_seams(part: str, parts: _Words, damaged: bool) -> list[int]:
    """``Sambasubstantially``: a name that stands elsewhere in the text, and a word that is no part of it."""
    for end in range(len(part) - 2, 2, -1):
        name, tail = part[:end], part[end:]
        if tail.islower() and (
            name in parts.names or (_CAMEL.fullmatch(name) and name.lower() in parts.known)
        ):
            ordinary = name.lower() in PREFIXES or (name.lower() in COMMON and not _VERB.search(tail))
            if tail in STRONG_TAILS or (damaged and not ordinary and _follows_name(tail, parts)):
                return [end]
    return []


def _follows_name(tail: str, parts: _Words) -> bool:
    return tail in TAILS or tail == "up" or (len(tail) > 3 and parts.have(tail) and tail not in SUFFIXES)


def _lower_seams(part: str, parts: _Words, damaged: bool, goes_on: bool) -> list[int]:
    pieces = _pieces(part, parts)
    before_compound = damaged and goes_on and len(pieces) == 2 and pieces[1] in COMPOUND_HEADS
    if len(pieces) < 2 or not (before_compound or _holds(pieces, damaged)):
        return []
    cuts = [len(pieces[0])]
    for piece in pieces[1:-1]:
        cuts.append(cuts[-1] + len(piece))
    return cuts


def _pieces(part: str, parts: _Words) -> list[str]:
    """The fewest words that make up the token, small words preferred among equals; [] where none do."""

    @cache
    def best(start: int) -> tuple[int, int, tuple[str, ...]] | None:
        if start == len(part):
            return 0, 0, ()
        options = []
        for end in range(start + 1, len(part) + 1):
            piece = part[start:end]
            if piece in SMALL or (piece != part and len(piece) > 3 and parts.have(piece)):
                rest = best(end)
                if rest is not None:
                    options.append((rest[0] + 1, rest[1] - (piece in SMALL), (piece, *rest[2])))
        return min(options, default=None)

    solution = best(0)
    return list(solution[2]) if solution else []


def _holds(pieces: list[str], damaged: bool) -> bool:
    """Whether the seams are those of words that ran together, not of a word."""
    several = len(pieces) > 2
    if several and not (damaged and any(piece in SMALL for piece in pieces)):
        return False
    return all(_seam_holds(left, right, damaged, several) for left, right in pairwise(pieces))


def _seam_holds(left: str, right: str, damaged: bool, several: bool) -> bool:
    long = len(left) + len(right) > 6
    if left in SMALL and right in SMALL:
        return damaged and len(left) + len(right) > 4
    if right in TAILS:
        sure = right in STRONG_TAILS or _NOUN.search(left) is not None
        return long and left not in PREFIXES and (damaged or (sure and len(left) > 4))
    if left in HEADS:
        return long and right not in SUFFIXES and (damaged or len(right) > 4)
    if left in SMALL:
        return damaged and (several or _after_article(left, right))
    return damaged and right not in SMALL and _no_compound(left, right)


def _after_article(left: str, right: str) -> bool:
    """``ahigher`` and ``isfaster``, but not what may be a word that begins so: ``amodal``, ``anharmonic``."""
    return left in ("a", "an", "is", "are") and len(right) > 4 and not right.endswith(_LEARNED)


def _no_compound(left: str, right: str) -> bool:
    """Two words of some length of which the first is inflected, or both are long."""
    if len(left) < 4 or len(right) < 4 or left in PREFIXES or right in SUFFIXES:
        return False
    return (
        left in COMPARATIVES
        or left in TELLING
        or _INFLECTED.search(left) is not None
        or (len(left) > 5 and len(right) > 5)
    )
