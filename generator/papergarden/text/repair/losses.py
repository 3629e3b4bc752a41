"""What is lost for good: formulas that left a hole in their sentence, characters nobody can tell any more.

Nothing is invented in their place. A hole is seen by what cannot stand together in English: "by a factor of,
where", "by, leading to", empty brackets after "by", a factor without its sign ("8faster", "up to faster").
"""

import re

from papergarden.text.repair.common import tokens_of

_COMPARED = (
    "faster|slower|larger|smaller|higher|lower|cheaper|fewer|better|longer|less|more|speed-?up|compared"
)
_BEFORE_HYPHEN = "|".join(
    rf"(?<=(?<![\w-]){word}{space}-)"
    for word in ("the", "of", "a", "our", "each", "to")
    for space in ("", " ")
)
_BRACKETS = re.compile(r"\b(?:by|from|see|of|in) ?\(\s?\)")
_HOLES = tuple(
    (signs, re.compile(pattern))
    for signs, pattern in (
        (("by,", "to,", "than,", "with,"), r"\b(?:by|to|than|with), (?:leading|resulting|where|while)\b"),
        (
            (" of, ", " of. "),
            r"\b(?:factor|resolution|estimate|value|complexity|dimension|size|order|rate)"
            r" of(?:, |\.(?:\s|$))",
        ),
        (("called,",), r"\bcalled, [a-z]+s\b"),
        (("GB", "MB", "TB"), r"\b(?:with|than|of|to) ?[GMT]B (?:of )?(?:GPU )?memory\b"),
        (
            ("-th", "-means", "-NN", "-dimensional"),
            rf"-(?=(?:th|means|NN|dimensional)\b)(?:{_BEFORE_HYPHEN})",
        ),
        (("ImageNet", "CIFAR"), r"\b(?:ImageNet|CIFAR)[ -](\d\d\d?)\1(?!\d)"),
        ((" on. ",), r"\bthat depends? on\. "),
    )
)
"""Holes by a strange token, each with signs of which one is in a token of such a text.

Those are looked for first, which is far quicker.
"""
_HOLES_BETWEEN_WORDS = tuple(
    (signs, re.compile(pattern))
    for signs, pattern in (
        (
            ("up to", "at least"),
            r"\bup to ?(?:faster|slower|cheaper|speed-?up)\b|\bup tox\b|\bat least ?faster\b",
        ),
        ((" parameter", " token"), r"\b(?:to|using|with) ?[bmtk] (?:parameter|token)"),
        (("between and", "betweenand"), r"\bbetween ?and[:,.]"),
        (("more than",), r"\bmore than (?:characters|tokens|percentage points)\b"),
    )
)
"""Holes among words, each with what one looks for first in the text itself."""

_UNITS = f"{_COMPARED}|throughput|compression|reduction|improvement|cache"
_GRIDS = "patch|pixel|image|resolution|grid|token|kernel"
_NUMBER = re.compile(rf"(\d)(?:{_UNITS}|(\d\d?)\1\2 )")
"""A token without which there is no hole after a number."""
_NUMBER_HOLE = re.compile(rf"(?<![\w.-])\d+(?:\.\d+)?(?:{_UNITS})\b|\b(?!2020)(\d\d\d?)\1 (?:{_GRIDS})")
_EMPTY = re.compile(r"\(\s?\)")
_CODE = re.compile(r"\(cid:\d{1,4}\)")


def lost(text: str) -> str:
    """What is missing from a mended text, in words, or ""."""
    strange = tokens_of(text).joined
    for holes, seen in ((_HOLES, strange), (_HOLES_BETWEEN_WORDS, text)):
        for signs, hole in holes:
            if any(map(seen.__contains__, signs)) and hole.search(text):
                return "maths missing"
    if _NUMBER.search(strange) and _NUMBER_HOLE.search(text):
        return "maths missing"
    if _EMPTY.search(text) and _BRACKETS.search(text):
        return "citation missing"
    return "characters missing" if "�" in text or ("(cid:" in text and _CODE.search(text)) else ""
