"""What is lost for good: formulas that left a hole in their sentence, characters nobody can tell any more.

Nothing is invented in their place. A hole is seen by what cannot stand together in English: "by a factor of,
where", "by, leading to", empty brackets after "by", a factor without its sign ("8faster", "up to faster").
"""

import re

_COMPARED = (
    "faster|slower|larger|smaller|higher|lower|cheaper|fewer|better|longer|less|more|speed-?up|compared"
)
_BRACKETS = re.compile(r"\b(?:by|from|see|of|in) ?\(\s?\)")
_HOLES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\w.-])\d+(?:\.\d+)?(?:{_COMPARED}|throughput|compression|reduction|improvement|cache)\b",
        r"\b(?:by|to|than|with), (?:leading|resulting|where|while)\b",
        r"\b(?:factor|resolution|estimate|value|complexity|dimension|size|order|rate) of(?:, |\.(?:\s|$))",
        r"\bcalled, [a-z]+s\b",
        r"\bup to ?(?:faster|slower|cheaper|speed-?up)\b|\bup tox\b|\bat least ?faster\b",
        r"\b(?:to|using|with) ?[bmtk] (?:parameter|token)",
        r"\b(?:with|than|of|to) ?[GMT]B (?:of )?(?:GPU )?memory\b",
        r"(?<![\w-])(?:the|of|a|our|each|to) ?-(?:th|means|NN|dimensional)\b",
        r"\bbetween ?and[:,.]",
        r"\b(?:ImageNet|CIFAR)[ -](\d\d\d?)\1(?!\d)",
        r"\bmore than (?:characters|tokens|percentage points)\b",
        r"\bthat depends? on\. ",
        r"\b(?!2020)(\d\d\d?)\1 (?:patch|pixel|image|resolution|grid|token|kernel)",
    )
)
_UNKNOWN = re.compile(r"�|\(cid:\d{1,4}\)")


def lost(text: str) -> str:
    """What is missing from a mended text, in words, or ""."""
    if any(hole.search(text) for hole in _HOLES):
        return "maths missing"
    if _BRACKETS.search(text):
        return "citation missing"
    return "characters missing" if _UNKNOWN.search(text) else ""
