"""Whether two records are of one paper, by which rule, on what evidence.

The first rule that fits decides. *Agree* for abstracts means that a share of the shorter one's runs of three
words is found in the other; for authors, that half of the shorter list is found in the longer; a title is
*specific* from ``SPECIFIC`` letters and four words on. Titles *conflict* where they differ in a number, a
part or a word like "erratum"; they are *extended* where one begins with the other.

==========================================================================================  ==========
the arXiv ids are equal                                                                     same
the arXiv ids differ                                                                        different
the DOIs are equal                                                                          same
the DOIs differ                                                                             different
the titles conflict                                                                         different
titles equal or extended, and the abstracts agree                                           same
titles equal, specific, and the authors agree                                               same
titles extended, authors agree, an abstract missing                                         same
titles equal, specific, an abstract and an author list missing, years near                  same
titles equal or extended, otherwise                                                         near
titles different, abstracts (nearly) equal, authors agree                                   same
titles different, abstracts agree                                                           near
a title missing, abstracts agree, authors do not differ                                     same
a title missing, abstracts agree a little                                                   near
==========================================================================================  ==========
"""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import DamerauLevenshtein

from papergarden.model import Verdict
from papergarden.steps.profiles import Profile, shingles
from papergarden.text import names

AGREE = 0.3
"""Share of the shorter abstract's shingles from which abstracts are one text, revised or damaged."""
A_LITTLE = 0.15
EQUAL = 0.95
FEWEST = 12
"""Fewer shingles than this say nothing of an abstract."""
HALF = 0.5
UNKNOWN = -1.0
SPECIFIC = 24
FAR = 2
"""Years that a preprint and its published version are apart, at most, where nothing but the title tells."""

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7"}
_PARTS = frozenset(["part", "volume", "vol", "chapter", "no", "version", "episode", "lecture"])
_ABOUT = frozenset(
    [
        "erratum",
        "errata",
        "corrigendum",
        "corrigenda",
        "correction",
        "corrections",
        "addendum",
        "retraction",
        "retracted",
        "reply",
        "response",
        "comment",
        "comments",
        "rejoinder",
        "supplement",
        "supplementary",
        "discussion",
        "commentary",
        "rebuttal",
    ]
)


Titles = Literal["missing", "equal", "extended", "conflict", "different"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its rule and evidence; ``strength`` orders those that say "same", strongest first."""

    verdict: Verdict
    rule: str
    evidence: str
    strength: float = 0.0


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two records agree: titles by kind, abstracts and authors as shares, ``UNKNOWN`` if missing."""

    titles: Titles
    abstracts: float
    authors: float
    specific: bool
    years_apart: bool

    @property
    def apart(self) -> bool:
        """Whether what is known of both differs as it does for two papers."""
        return (
            self.titles in ("conflict", "different")
            or 0 <= self.abstracts < A_LITTLE
            or 0 <= self.authors < HALF
        )

    @property
    def evidence(self) -> str:
        """The shares, for people."""
        shares = [(self.abstracts, "of the abstract's words in order"), (self.authors, "of the authors")]
        return ", ".join(f"{share:.0%} {what}" for share, what in shares if share >= 0)


def judge(a: Profile, b: Profile) -> Judgement | None:
    """The verdict on two records, or None where nothing speaks for one paper."""
    for name, left, right in (("arXiv ids", a.arxiv_id, b.arxiv_id), ("DOIs", a.doi, b.doi)):
        if left and right:
            return _by_id(name, left, right, a, b)
    agreement = compare(a, b)
    return _untitled(agreement) if agreement.titles == "missing" else _titled(agreement)


def _by_id(name: str, left: str, right: str, a: Profile, b: Profile) -> Judgement | None:
    if left == right:
        return Judgement("same", f"the {name} are the same", left, 4.0)
    by = compare(a, b)
    alike = by.abstracts >= AGREE or by.titles in ("equal", "extended")
    return (
        Judgement("different", f"the {name} differ", f"{left} and {right}; {by.evidence}") if alike else None
    )


def _untitled(by: Agreement) -> Judgement | None:
    if by.abstracts < A_LITTLE:
        return None
    if by.abstracts < AGREE:
        return Judgement("near", "the abstracts agree in part", by.evidence)
    if 0 <= by.authors < HALF:
        return Judgement("near", "the abstracts agree and the authors do not", by.evidence)
    return Judgement("same", "the abstracts agree", by.evidence, 1.0 + by.abstracts)


def _titled(by: Agreement) -> Judgement | None:
    if by.titles == "conflict":
        what = "the titles differ in a number or a part"
        return Judgement("different", what, by.evidence) if by.abstracts >= AGREE else None
    if by.titles == "different":
        return _retitled(by)
    equal = by.titles == "equal"
    rule = "the titles{} agree" if equal else "one title extends the other{}"
    if by.abstracts >= AGREE and by.authors != 0:
        return Judgement(
            "same",
            rule.format(" and abstracts") if equal else "one title extends the other and the abstracts agree",
            by.evidence,
            2.0 + by.abstracts,
        )
    if by.authors >= HALF and by.specific and (equal or by.abstracts == UNKNOWN):
        return Judgement(
            "same",
            rule.format(" and authors") if equal else "one title extends the other and the authors agree",
            by.evidence,
            1.5,
        )
    alone = equal and UNKNOWN in (by.abstracts, by.authors) and by.authors == UNKNOWN == by.abstracts
    if alone and by.specific and not by.years_apart:
        return Judgement("same", "the titles agree", by.evidence, 0.5)
    return Judgement("near", rule.format(""), by.evidence)


def _retitled(by: Agreement) -> Judgement | None:
    if by.abstracts < AGREE:
        return None
    if by.abstracts >= EQUAL and by.authors >= HALF:
        return Judgement("same", "the abstracts are the same", by.evidence, 0.9)
    return Judgement("near", "the abstracts agree and the titles do not", by.evidence)


def compare(a: Profile, b: Profile) -> Agreement:
    """What two records have in common, ids aside."""
    return Agreement(_titles(a, b), _abstracts(a, b), _authors(a, b), _specific(a, b), _years_apart(a, b))


def _titles(a: Profile, b: Profile) -> Titles:
    if not (a.title and b.title):
        return "missing"
    if a.letters == b.letters:
        return "equal"
    if _marks(a) != _marks(b):
        return "conflict"
    short, long = sorted((a, b), key=lambda one: (len(one.letters), one.letters))
    if _misspelt(short, long):
        return "equal"
    if long.letters.startswith(short.letters) and len(short.letters) >= 10:
        return "extended"
    return "different"


def _marks(one: Profile) -> Counter[str]:
    """What tells titles of a series apart: numbers, parts, and words for a text about another text."""
    found: Counter[str] = Counter()
    for at, word in enumerate(one.title):
        digits = "".join(filter(str.isdigit, word))
        if digits or word in _ABOUT:
            found[digits or word] += 1
        elif word in _ROMAN and (word not in ("i", "v") or (at and one.title[at - 1] in _PARTS)):
            found[_ROMAN[word]] += 1
    return found


def _misspelt(short: Profile, long: Profile) -> bool:
    """Whether two titles differ in single letters only, in at most two long words, not at their beginning."""
    if len(short.title) != len(long.title) or len(short.letters) < SPECIFIC:
        return False
    differing = [(x, y) for x, y in zip(short.title, long.title, strict=True) if x != y]
    return len(differing) <= 2 and all(
        min(len(x), len(y)) > 4 and x[0] == y[0] and DamerauLevenshtein.distance(x, y) == 1
        for x, y in differing
    )


def _specific(a: Profile, b: Profile) -> bool:
    short = min(a, b, key=lambda one: (len(one.letters), one.letters))
    return len(short.letters) >= SPECIFIC and len(short.title) >= 4


def _years_apart(a: Profile, b: Profile) -> bool:
    return bool(a.year and b.year) and abs(int(a.year) - int(b.year)) > FAR


def _abstracts(a: Profile, b: Profile) -> float:
    """The share of the shorter abstract's shingles that the other has."""
    left, right = shingles(a.abstract), shingles(b.abstract)
    least = min(len(left), len(right))
    return len(left & right) / least if least >= FEWEST else UNKNOWN


def _authors(a: Profile, b: Profile) -> float:
    """The share of the shorter author list that is found in the longer."""
    short, long = sorted((a.authors, b.authors), key=len)
    found = sum(any(names.compatible(name, other) for other in long) for name in short)
    return found / len(short) if short else UNKNOWN
