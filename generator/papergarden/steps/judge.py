"""Whether two records are of one paper, by which rule, on what evidence.

The first rule that fits decides (DIFFERENT: kept apart, and worth telling):

================  ==============================================================================  =========
ids               the arXiv ids are equal                                                         same
ids               the arXiv ids differ                                                            different
ids               the DOIs are equal                                                              same
ids               the DOIs differ                                                                 different
a title missing   the abstracts agree, the authors do not differ                                  same
a title missing   the abstracts agree a little                                                    near
titles conflict   the abstracts agree                                                             different
titles equal      the abstracts agree, and an author                                              same
titles equal      the authors agree; no generic title                                             same
titles equal      nothing else is known of one; a specific title, years near                      same
titles equal      otherwise                                                                       near
titles extended   the abstracts agree, and an author                                              same
titles extended   the authors agree, an abstract is missing; a specific title                     same
titles extended   the authors or the abstracts agree                                              near
titles differ     the abstracts are (nearly) the same, the authors agree                          same
titles differ     the abstracts agree                                                             near
================  ==============================================================================  =========

*Abstracts agree* where at least ``AGREE`` of the shorter one's runs of three words are found in the other
(containment, Broder 1997): a revised or damaged text keeps a third or more of its runs, two papers on one
subject share next to none. *Authors agree* where half of the shorter list is found in the longer. Titles
*conflict* where they differ in a number, a part or a word like "erratum"; one *extends* the other if it
begins with it; letters and digits alone are compared, and a letter may be misspelt.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from rapidfuzz.distance import DamerauLevenshtein

from papergarden.model import Verdict
from papergarden.steps.profiles import Profile, Titled, words_of
from papergarden.text import names

AGREE = 0.3
AGREE_ALONE = 0.4
"""As ``AGREE``, where no title and no author is there to agree."""
A_LITTLE = 0.15
EQUAL = 0.99
"""So little may differ where the titles do: a companion paper's abstract differs in a few words."""
HALF = 0.5
UNKNOWN = -1.0
FEWEST = 12
"""Fewer shingles than this say nothing of an abstract."""
SPECIFIC = 16
"""A title of fewer letters, or of fewer than three words, is not enough by itself."""
LEGIBLE = 8
"""A title of fewer letters has none to spare for a misprint."""
MISSPELT = 2
"""Words of a title, at most, that may have a misprint."""
FAR = 2
"""Years that a preprint and its published version are apart, at most, where little but the title tells."""

BY_ID = 4.0
BY_ONE_FIELD = 2.0
"""Up to this strength a title alone, or an abstract alone, is all that speaks for one paper."""

Titles = Literal["missing", "equal", "extended", "conflict", "different"]

_GENERIC = frozenset(
    words_of(
        "editorial guesteditorial introduction introductiontothespecialissue preface foreword contents index "
        "obituary news frontmatter frontcover masthead proceedings acknowledgments acknowledgements "
        "bookreview bookreviews letter message editorsnote abstracts program untitled withdrawn "
        "conclusion conclusions tutorial welcome keynote"
    )
)
"""Titles of which every journal has many, as letters alone."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its rule and evidence; ``strength`` orders those that say "same", strongest first."""

    verdict: Verdict
    rule: str
    evidence: str
    strength: float = 0.0


def judge(a: Profile, b: Profile) -> Judgement | None:
    """The verdict on two records, or None where nothing speaks for one paper."""
    by = Comparison(a, b)
    for name, left, right in (("arXiv ids", a.arxiv_id, b.arxiv_id), ("DOIs", a.doi, b.doi)):
        if left and right:
            return _by_id(name, left, right, by)
    return _untitled(by) if by.titles == "missing" else _titled(by)


class Comparison:
    """What two records have in common, ids aside; each part is looked at when it is first asked for."""

    def __init__(self, a: Profile, b: Profile) -> None:
        self._a, self._b = a, b

    @cached_property
    def titles(self) -> Titles:
        """How the titles are to each other."""
        return compared(self._a, self._b)

    @cached_property
    def abstracts(self) -> float:
        """The share of the shorter abstract's shingles that the other has; ``UNKNOWN`` if one is missing."""
        left, right = self._a.shingles, self._b.shingles
        least = min(len(left), len(right))
        return len(set(left).intersection(right)) / least if least >= FEWEST else UNKNOWN

    @cached_property
    def authors(self) -> float:
        """The share of the shorter author list that is found in the longer; ``UNKNOWN`` if one is missing."""
        short, long = sorted((self._a.authors, self._b.authors), key=len)
        found = sum(_is_among(name, long) for name in short)
        return found / len(short) if short else UNKNOWN

    @property
    def specific(self) -> bool:
        """Whether a title says by itself which paper is meant."""
        short = min(self._a, self._b, key=lambda one: (len(one.letters), one.letters))
        return len(short.letters) >= SPECIFIC and len(short.title) > 2 and not self.generic

    @property
    def generic(self) -> bool:
        """Whether the title is one that many texts have."""
        return self._a.letters in _GENERIC or self._b.letters in _GENERIC

    @property
    def years_apart(self) -> bool:
        """Whether the years are further apart than those of a preprint and its published version."""
        left, right = self._a.year, self._b.year
        return bool(left and right) and abs(int(left) - int(right)) > FAR

    @property
    def apart(self) -> bool:
        """Whether what is known of both differs as it does for two papers."""
        return (
            self.titles in ("conflict", "different")
            or 0 <= self.abstracts < AGREE
            or 0 <= self.authors < HALF
        )

    @property
    def evidence(self) -> str:
        """The shares, for people."""
        shares = ((self.abstracts, "of the abstract"), (self.authors, "of the authors"))
        return ", ".join(f"{share:.0%} {what}" for share, what in shares if share >= 0)


def compared(a: Titled, b: Titled) -> Titles:
    """How two titles are to each other."""
    if not (a.title and b.title):
        return "missing"
    if a.letters == b.letters:
        return "equal"
    if a.marks != b.marks:
        return "conflict"
    short, long = sorted((a, b), key=lambda one: (len(one.letters), one.letters))
    if _misspelt(short, long):
        return "equal"
    whole = len(short.letters) > 9 or len(short.title) == long.subtitled
    return "extended" if whole and long.letters.startswith(short.letters) else "different"


def apart(a: Profile, b: Profile) -> bool:
    """Whether two records are not of one paper by what is known of both, and not merely for want of it."""
    by = judge(a, b)
    if by is not None and by.verdict == "same":
        return False
    return _ids_differ(a, b) or Comparison(a, b).apart


def _ids_differ(a: Profile, b: Profile) -> bool:
    if a.arxiv_id and b.arxiv_id:
        return a.arxiv_id != b.arxiv_id
    return bool(a.doi and b.doi) and a.doi != b.doi


def _by_id(name: str, left: str, right: str, by: Comparison) -> Judgement | None:
    if left == right:
        return Judgement("same", f"the {name} are the same", left, BY_ID)
    if by.titles not in ("equal", "extended") and by.abstracts < AGREE:
        return None
    return Judgement("different", f"the {name} differ", f"{left} and {right}; {by.evidence}".rstrip("; "))


def _untitled(by: Comparison) -> Judgement | None:
    if by.abstracts < A_LITTLE:
        return None
    if by.abstracts < (AGREE if by.authors >= HALF else AGREE_ALONE):
        return Judgement("near", "the abstracts agree in part", by.evidence)
    if 0 <= by.authors < HALF:
        return Judgement("near", "the abstracts agree and the authors do not", by.evidence)
    return Judgement("same", "the abstracts agree", by.evidence, 1 + by.abstracts)


def _titled(by: Comparison) -> Judgement | None:
    if by.titles == "equal":
        return _with_equal_titles(by)
    if by.titles == "extended":
        return _with_extended_title(by)
    if by.abstracts < AGREE:
        return None
    if by.titles == "conflict":
        return Judgement("different", "the titles differ in a number or a part", by.evidence)
    if by.abstracts >= EQUAL and by.authors >= HALF:
        return Judgement("same", "the abstracts are the same", by.evidence, 0.9)
    return Judgement("near", "the abstracts agree and the titles do not", by.evidence)


def _with_equal_titles(by: Comparison) -> Judgement:
    if by.abstracts >= AGREE and by.authors != 0:
        return Judgement("same", "the titles and abstracts agree", by.evidence, 2 + by.abstracts)
    if by.authors >= HALF and not by.generic and (by.specific or not by.years_apart):
        return Judgement("same", "the titles and authors agree", by.evidence, 1.5)
    nothing_else = by.authors == UNKNOWN and by.abstracts == UNKNOWN
    if nothing_else and by.specific and not by.years_apart:
        return Judgement("same", "the titles agree", by.evidence, 0.5)
    return Judgement("near", "the titles agree", by.evidence)


def _with_extended_title(by: Comparison) -> Judgement | None:
    if by.abstracts >= AGREE and by.authors != 0:
        rule = "one title extends the other and the abstracts agree"
        return Judgement("same", rule, by.evidence, 2 + by.abstracts)
    if by.authors >= HALF and by.abstracts == UNKNOWN and by.specific:
        return Judgement("same", "one title extends the other and the authors agree", by.evidence, 1.4)
    if by.authors >= HALF or by.abstracts >= A_LITTLE:
        return Judgement("near", "one title extends the other", by.evidence)
    return None


def _misspelt(short: Titled, long: Titled) -> bool:
    """Whether two titles differ in a single letter of at most two long words, not at a word's beginning."""
    if len(short.title) != len(long.title) or len(short.letters) < LEGIBLE:
        return False
    differing = [(x, y) for x, y in zip(short.title, long.title, strict=True) if x != y]
    return len(differing) <= MISSPELT and all(
        min(len(x), len(y)) > 4 and x[0] == y[0] and DamerauLevenshtein.distance(x, y) == 1
        for x, y in differing
    )


def _is_among(name: str, others: tuple[str, ...]) -> bool:
    """Whether a name may be one of the others; only those that share a word with it are looked at closely."""
    if name in others:
        return True
    words = set(name.casefold().split())
    return any(
        names.compatible(name, other)
        for other in others
        if words & set(other.casefold().split()) or len(words) < 3
    )
