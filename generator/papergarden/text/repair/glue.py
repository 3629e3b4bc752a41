"""Words that ran together, mostly where italics began or ended: told apart on evidence only.

The parts must be words of the collection or of the field's English, the whole must not, and the way the
parts meet must not be the way words are made: ``localityin`` comes apart, ``therein``, ``subgraph`` and
``QuantEase`` do not. Where a text shows other damage of the kind, less evidence is asked for.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from functools import lru_cache

from papergarden.text import tex, urls
from papergarden.text.patch import Edit
from papergarden.text.repair.common import COMMON, KNOWN, follows, tokens_of
from papergarden.text.repair.seams import Damage, Words, lower_seams
from papergarden.text.repair.small_words import (
    AFTER_IN,
    HEADS,
    HYPHENATED,
    PREFIXES,
    SMALL,
    STARTERS,
    STRONG_HEADS,
    STRONG_TAILS,
    SUFFIXES,
    TAILS,
    TELLING,
    TELLING_IF_DAMAGED,
)
from papergarden.text.repair.spacing import may_run_on

WITHIN_COMPOUNDS = frozenset(("the", "to", "of", "and", "in", "by"))
"""Small words that stand in the middle of a compound: ``off-theshelf`` lost a hyphen, not a space."""

BEAR_OUT = 2
"""So many likely runs in one text make each other sure."""

FEWEST_RUNS = 3
"""In so many runs a name stands that is told by nothing else."""

BEARING = SMALL | TELLING | TELLING_IF_DAMAGED
"""A run that begins with one of these bears others out; ``minimalRNN`` does not, for it may be a name."""

LONGEST = 48
"""A token longer than this is no run of words."""

_TOKEN = re.compile(r"(?<![\w\\@/._=^{&#-])(?<!\w\()[^\W\d_][^\W_]{2,}(?:-[^\W_]+)*(?![\w\\@/=^}-]|\.\w)")
_PART = re.compile(r"[^\W\d_][^\W_]{2,}(?:-(?=[^\W\d_]))?")
_PLAIN_PART = re.compile(r"[A-Za-z][A-Za-z0-9]{2,}(?:-(?=[A-Za-z]))?")
"""The same where there is nothing but ASCII, and faster."""
_ENDING_WORD = re.compile(r"[^\W\d_]+$")
_BEGINNING_WORD = re.compile(r"[^\W\d_]+")
_POSSESSIVE = re.compile(r"(?<=[a-z])[’']s(?=([a-z]{4,}))")
_HUMP = re.compile(r"([a-z]+)([A-Z].*)")
_CAMEL = re.compile(r"[A-Z]+[a-z]+[A-Z][a-z]{2,}")
_MARKS = ".,;:!?()[]\"'“”‘’"
_NAME_AFTER_MARK = re.compile(r"[.,](?=([A-Z][\wµ-]{2,}))")
_BEFORE_NAME = re.compile(r"(?:[a-z]{3}|[A-Z]{2}s?|\))$")
_IN_BRACKETS = re.compile(r"[({\[][^\s)}\]]*$")
_NAME_AFTER_STOP = re.compile(r"\.(?=([A-Z][\w-]+))")
_WORD_BEFORE = re.compile(r"(?<![\w/.@])[a-z]{3,}$")
_STANDING_NAME = re.compile(r"[A-Z](?<![\w.,/-].)[\w-]+(?![\w-])")
_MODULES = frozenset(("torch", "numpy", "math", "java", "node", "system", "open", "character"))
_VERB = re.compile(r".{3}(?:ly|[^su]s|ed|ing)$")


SURE = 4
"""A word that only a few entries of a collection print may be glued itself: the same paper is listed by
several damaged seeds. From so many entries on it is taken as a word."""


def lexicon(counts: Mapping[str, int]) -> frozenset[str]:
    """The words to be known in a collection: ``counts`` tells in how many entries each word stands."""
    return KNOWN | {word for word, count in counts.items() if count >= SURE}


def _strange(joined: str, known: Set[str]) -> set[tuple[str, str]]:
    """The parts of tokens that are no known words, each with the hyphen that follows it.

    What is known without any collection is most of all, and nobody need take down that it was asked for.
    """
    found = set((_PLAIN_PART if joined.isascii() else _PART).findall(joined)) - KNOWN
    return {
        (part, one[len(part) :])
        for one in found
        if (small := (part := one.removesuffix("-")).lower()) not in KNOWN
        and len(part) <= LONGEST
        and part not in known
        and small not in known
    }


@lru_cache(maxsize=8)
def at_most(text: str, known: Set[str]) -> tuple[Edit, ...]:
    """Every seam that a text can have, however damaged it is; kept a while, for most texts have none."""
    return tuple(separated(text, known, Damage.WORDS))


def separated(text: str, known: Set[str], damage: Damage) -> Iterator[Edit]:
    """A space at every seam; ``damage`` is what else of the kind the text shows: the more, the more seams."""
    yield from _next_sentences(text, known)
    tokens = tokens_of(text)
    strange = _strange(tokens.joined, known)
    if not strange:
        return
    own = {token.strip(_MARKS) for token in tokens.strange}
    yield from _after_possessives(text, known)
    repeated = _repeated_names({part for part, _ in strange}, known) if damage else frozenset()
    parts = Words(tokens, known, own, repeated)
    cuts = {(part, goes_on): seams(part, parts, damage, bool(goes_on)) for part, goes_on in strange}
    cuts = {found: places for found, places in cuts.items() if places}
    if damage:
        yield from _before_names(text, parts)
    compounds = _compounds(text, tokens.strange, own) if damage else frozenset()
    for match in _TOKEN.finditer(text) if cuts or compounds else ():
        found = [*_apart(match, cuts, compounds)]
        if found and not _is_protected(text, match.start()):
            yield from found


def _compounds(text: str, tokens: Set[str], own: Set[str]) -> Set[str]:
    """The compounds with a hyphen that stand by themselves, and elsewhere with an article run into them."""
    if not any(token[0] == "a" and "-" in token for token in tokens):
        return frozenset()
    return frozenset(word for word in own if "-" in word and f" a{word}" in text)


def is_damaged(text: str, known: Set[str]) -> bool:
    """Whether words surely ran together: one run beyond doubt, or several that bear each other out.

    Two long words that met bear nothing out, for their author may write them as one; neither does a hyphen
    that got lost.
    """
    runs: dict[str, int] = {}
    for edit in at_most(text, known):
        if edit.new == "-":
            continue
        left = _ENDING_WORD.search(text, max(0, edit.start - LONGEST), edit.start)
        right = _BEGINNING_WORD.match(text, edit.start)
        if left and right:
            small = left.group() in BEARING or right.group() in SMALL
            whole = left.group() + right.group()
            runs[whole] = runs.get(whole, 0) + 1 + small
    likely = sum(count > 1 for count in runs.values())
    return likely >= BEAR_OUT or (
        bool(runs) and any(edit.new == " " for edit in separated(text, known, damage=Damage.NONE))
    )


def _apart(
    token: re.Match[str], cuts: Mapping[tuple[str, str], list[int]], compounds: Set[str]
) -> Iterator[Edit]:
    """The seams of a token; next to the small words within a compound it was a hyphen that got lost.

    ``across-decoder`` is "a cross-decoder" where that is one of the text's own ``compounds``.
    """
    at = token.start()
    pieces = token.group().split("-")
    if compounds and len(pieces) == 2 and pieces[0][0] == "a" and _begins_with(token.group()[1:], compounds):
        yield Edit(at + 1, at + 1, " ")
    for number, part in enumerate(pieces):
        goes_on = number + 1 < len(pieces)
        for cut in cuts.get((part, "-" if goes_on else ""), ()):
            before = number > 0 and part[:cut] in WITHIN_COMPOUNDS
            after = goes_on and part[cut:] in WITHIN_COMPOUNDS
            compound = before or after or part[cut:] in HYPHENATED
            yield Edit(at + cut, at + cut, "-" if compound else " ")
        at += len(part) + 1


def _begins_with(text: str, compounds: Set[str]) -> bool:
    shortest = text.find("-") + 4
    return any(text[:end] in compounds for end in range(shortest, min(len(text), LONGEST) + 1))


def _repeated_names(strange: Set[str], known: Set[str]) -> frozenset[str]:
    """Names that stand in several runs: ``inRuler``, ``Rulerexpands``, ``sourceRulerto``."""
    if len(strange) < FEWEST_RUNS:
        return frozenset()
    rests = []
    for part in strange:
        start = next((at for at, letter in enumerate(part) if letter.isupper()), 0)
        head, rest = part[:start], part[start:]
        if rest[1:].islower() and (not head or head in SMALL or head in known):
            rests.append(rest)
    if len(rests) < FEWEST_RUNS:
        return frozenset()
    runs = Counter(
        rest[:end]
        for rest in rests
        for end in range(4, len(rest) + 1)
        if not rest[end:] or _may_follow(rest[end:], known)
    )
    return frozenset(
        name for name, count in runs.items() if count >= FEWEST_RUNS and name.lower() not in PREFIXES
    )


def _may_follow(tail: str, known: Set[str]) -> bool:
    return tail in SMALL or (len(tail) > 3 and tail in known and tail not in SUFFIXES)


def _after_possessives(text: str, known: Set[str]) -> Iterator[Edit]:
    """A space between a possessive and the word that it ran into: ``model'sability``."""
    for match in _POSSESSIVE.finditer(text) if "'s" in text or "’s" in text else ():
        if match[1] in known and f"s{match[1]}" not in known:
            yield Edit(match.end(), match.end(), " ")


def _before_names(text: str, parts: Words) -> Iterator[Edit]:
    """A space after a full stop or comma that a name of the text follows directly: ``.Samba``."""
    for match in _NAME_AFTER_MARK.finditer(text if may_run_on(text) else ""):
        before = text[max(0, match.start() - LONGEST) : match.start()]
        if not _BEFORE_NAME.search(before) or _IN_BRACKETS.search(before):
            continue
        named = match.group() == "," or any(
            match[1][:size] in parts.names for size in range(3, len(match[1]) + 1)
        )
        if named and not _is_protected(text, match.start()):
            yield Edit(match.end(), match.end(), " ")


def _next_sentences(text: str, known: Set[str]) -> Iterator[Edit]:
    """A space after a full stop that a name follows which stands by itself elsewhere: ``nature.AI``."""
    found = list(_NAME_AFTER_STOP.finditer(text if may_run_on(text) else ""))
    names = frozenset(_STANDING_NAME.findall(text)) if found else frozenset()
    for match in found:
        word = _WORD_BEFORE.search(text[max(0, match.start() - LONGEST) : match.start()])
        if word and match[1] in names and word.group() in known and word.group() not in _MODULES:
            yield Edit(match.end(), match.end(), " ")


@lru_cache(maxsize=1)
def _protected(text: str) -> list[tuple[int, int]]:
    """Where addresses and formulas are, in order; kept for who asks of one place after the other."""
    spans = [(start, end) for start, end, _ in urls.find_urls(text)]
    return sorted(spans + [(start, end) for start, _, _, end in (tex.formulas(text) if "$" in text else ())])


def _is_protected(text: str, place: int) -> bool:
    spans = _protected(text)
    at = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return at >= 0 and place < spans[at][1]


def seams(part: str, parts: Words, damage: Damage, goes_on: bool = False) -> list[int]:
    """Where a part of a token comes apart, nowhere if there is any doubt; ``goes_on`` after a hyphen."""
    if part.lower() in parts.known:
        return []
    if part.islower():
        return lower_seams(part, parts, damage, goes_on)
    if part[0].islower() and (hump := _HUMP.fullmatch(part)):
        return _hump_seams(hump[1], hump[2], parts, damage)
    if part[1:].islower() and (cuts := _starts_sentence(part)):
        return cuts
    return _name_seams(part, parts, damage) if part[0].isupper() and not part.isupper() else []


def _hump_seams(head: str, rest: str, parts: Words, damage: Damage) -> list[int]:
    """``introduceTransformer``, ``thatSambasubstantially``: a small word or a telling verb before a name."""
    if len(head) == 1 and rest.isupper():
        return []
    cuts = [len(head) + cut for cut in _name_seams(rest, parts, damage)]
    named = bool(cuts) or rest in parts.names or rest.lower() in parts.known
    certain = head in TELLING or head in STRONG_HEADS
    likely = head in HEADS or head in TELLING_IF_DAMAGED or (named and head in SMALL and head != "a")
    inflected = named and _VERB.search(head) is not None
    if cuts or inflected:
        likely = likely or head in SMALL or _ends_a_word(head, parts)
    return [len(head), *cuts] if certain or (damage and likely) else []


def _ends_a_word(head: str, parts: Words) -> bool:
    return len(head) > 4 and parts.have(head) and head not in PREFIXES


def _name_seams(part: str, parts: Words, damage: Damage) -> list[int]:
    """``Sambasubstantially``: a name that stands elsewhere in the text, and a word that is no part of it."""
    if part[1:].islower() and not part[:-1].startswith(parts.beginnings):
        return []
    for end in range(len(part) - 1, 2, -1):
        name, tail = part[:end], part[end:]
        if not tail.islower():
            continue
        named = name in parts.names or (_CAMEL.fullmatch(name) and name.lower() in parts.known)
        if not named:
            continue
        if tail in STRONG_TAILS or (damage and _follows_name(name, tail, parts)):
            return [end]
    return []


def _follows_name(name: str, tail: str, parts: Words) -> bool:
    if tail in TAILS or tail == "up":
        return name.lower() not in PREFIXES
    if name in parts.repeated:
        return tail == "a" or parts.ordinary(tail)
    if name.lower() in PREFIXES or (name.lower() in COMMON and not _VERB.search(tail)):
        return False
    return len(tail) > 3 and parts.have(tail) and tail not in SUFFIXES


def _starts_sentence(part: str) -> list[int]:
    """``Inthis``, ``Manuallytagging``: what a sentence begins with, and what papers print after it."""
    for end in range(2, len(part) - 1):
        left, right = part[:end].lower(), part[end:]
        begins = left in STARTERS or (end > 5 and left.endswith("ly")) or (left == "in" and right in AFTER_IN)
        if begins and follows(left, right):
            return [end] if len(right) > 3 or right in SMALL else []
    return []
