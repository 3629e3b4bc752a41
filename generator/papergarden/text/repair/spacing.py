"""Spaces lost or added around punctuation, brackets and numbers."""

import re
from collections.abc import Container, Iterator
from functools import lru_cache

from papergarden.text.letters import outline
from papergarden.text.patch import Edit, where

# Every pattern begins with the rare character that it is about, so that searching is fast; what must stand
# before it is looked at afterwards.
_BEFORE_MARK = re.compile(
    r"\)(?<!cid:\d\))(?<!cid:\d\d\))(?<!cid:\d\d\d\)) +"
    r"(?=[.,;:](?:\s*$|\s(?![.?=])|[A-Z)\]”\"'])(?!\.net\b))",
    re.IGNORECASE,
)
_BEFORE_HYPHEN = re.compile(r"\)(?<=[A-Za-z]\)) (?=-[a-z]{2})")
_LATIN = re.compile(r"\.[ge]\.(?<![\w.][ie]\.[ge]\.)(?<=e\.g\.|i\.e\.)(?=[A-Za-z][\w-])")
_COMMA_LATIN = re.compile(r",(?<=[a-z]{3},)(?=(?:e\.g|i\.e)\.)")
_RESULT = re.compile(r"(?<=[A-Za-z]{2})(?=\d+\.\d+vs\.)")
_BETWEEN_WORDS = re.compile(r"\d(?<=[a-z]\d)\d{1,2}(?=([a-z]{4,})(?![\w:/-]))")
_VERSUS = re.compile(r"vs\.?(?<=\dvs\.|.\dvs)(?=\d)")
_SENTENCE = re.compile(r"[.?!:](?=([A-Z][a-z]*)\b)")
_FINISHED = re.compile(r"(?:[a-z]{3}|\w\)|[A-Z]{3}|[A-Z]{2}s|[a-z]{3} )$")
_NEXT_SENTENCE = re.compile(r"[.?!](?:(?<=[a-z]{3}.)|(?<=\w\).)|(?<=[A-Z]{2}.))(?=([A-Z][a-z]{3,})[ ,-])")
_MODULES = frozenset(("torch", "numpy", "math", "java", "node", "system"))
_COMMA = re.compile(r",(?<=[a-z]{2},)(?=([a-z]{2,})(?![\w/=(]))")
_LAST_WORD = re.compile(r"(?<![\w/.])[a-z]{2,}$")
_BRACKET = re.compile(
    r"\((?<=[a-z]{4}\()(?=(?:i\.e\.|e\.g\.|[A-Z][^\W\d_]*([A-Z])[\w-]*\)|[a-z]+-[a-z]+\)))",
)
_EMPTY_BRACKETS = re.compile(r"\((?<= by\()(?=\))")
_BEFORE_BRACKET = re.compile(
    r"(?<![\w\\/.])(?!(?i:omega|theta|sigma|gamma|delta|lambda|argm))([A-Za-z])[a-z]{3,}$"
)
_AFTER_BRACKET = re.compile(r"\((?<=[a-z] \()[A-Z][A-Za-z-]*[A-Z]s?\)(?=[a-z]{2})")
_NUMBER = re.compile(
    r"[0-9][0-9]*(?:\.[0-9]+)?(?:[BKMTx%×](?!\w)|[a-z]{4,}\b|(?<=\.[0-9]{2})(?=(g?[A-Z]{2,})\b))"
)
_BEFORE_NUMBER = re.compile(
    r"(?<![\w-])(?:with|and|than|just|about|over|from|least|only|attains|achieves|in|of|to|a|by)$"
)
LONGEST_WORD = 40
STARTERS = frozenset(
    """
    a additionally all although an and another as at based besides both building but by compared
    consequently current despite different due each empirically ensuring especially even every existing
    experiments experimental extensive finally first firstly first for from further furthermore given
    hence here how however if implications in inspired instead it its key last lastly leveraging like
    many more moreover most motivated namely nevertheless next no notably now of on one or other our
    overall particularly previous prior recent recently results second secondly several similarly since
    so some specifically still such surprisingly that the their then there therefore these they third
    this those though through thus to together to towards two typically unfortunately unlike using
    various via we what when where whereas which while with within yet you
    """.split()  # noqa: SIM905
)
"""Words that sentences begin with and that are no name."""


def _before(text: str, place: int) -> str:
    return text[max(0, place - LONGEST_WORD) : place]


@lru_cache(maxsize=1)
def _may_have_glued_digits(text: str) -> bool:
    """Whether a digit may follow a letter; kept for the next who asks of the same text."""
    return b"a0" in outline(text) or not text.isascii()


@lru_cache(maxsize=1)
def may_run_on(text: str) -> bool:
    """Whether a capital follows a mark directly; kept for the next who asks of the same text."""
    return b".A" in outline(text)


@where(lambda text: ") " in text)
def before_marks(text: str) -> Iterator[Edit]:
    """``(LLMs) .`` is ``(LLMs).``, ``(MoE) -based`` is ``(MoE)-based``."""
    for pattern in (_BEFORE_MARK, _BEFORE_HYPHEN):
        for match in pattern.finditer(text):
            yield Edit(match.start() + 1, match.end(), "")


def after_marks(text: str) -> Iterator[Edit]:
    """A space after a full stop, a comma, "e.g." or "i.e." that the next word follows directly."""
    if "e.g." in text or "i.e." in text:
        for pattern in (_LATIN, _COMMA_LATIN):
            for match in pattern.finditer(text):
                yield Edit(match.end(), match.end(), " ")
    for match in _SENTENCE.finditer(text if may_run_on(text) else ""):
        if match[1].lower() in STARTERS and _FINISHED.search(_before(text, match.start())):
            yield Edit(match.end(), match.end(), " ")


def around_numbers(text: str) -> Iterator[Edit]:
    """``2.74vs.3.04`` is ``2.74 vs. 3.04``, ``with3B`` is ``with 3B``."""
    if "vs" in text:
        for match in _RESULT.finditer(text):
            yield Edit(match.start(), match.end(), " ")
        for match in _VERSUS.finditer(text):
            yield Edit(match.start(), match.end(), " vs. ")
    for match in _NUMBER.finditer(text if _may_have_glued_digits(text) else ""):
        if text[match.start() - 1 : match.start()].islower() and _BEFORE_NUMBER.search(
            _before(text, match.start())
        ):
            yield Edit(match.start(), match.start(), " ")
            if match[1]:
                yield Edit(match.end(), match.end(), " ")


def before_brackets(text: str) -> Iterator[Edit]:
    """``Projection(OwLore)`` is ``Projection (OwLore)``: an acronym or an aside, no function's argument."""
    for match in _BRACKET.finditer(text):
        word = _BEFORE_BRACKET.search(_before(text, match.start()))
        if word and (len(word.group()) > 4 or match[1] == word[1].upper()):
            yield Edit(match.start(), match.start(), " ")
    for match in _EMPTY_BRACKETS.finditer(text):
        yield Edit(match.start(), match.start(), " ")
    for match in _AFTER_BRACKET.finditer(text):
        yield Edit(match.end(), match.end(), " ")


@where(_may_have_glued_digits)
def numbers(text: str, known: Container[str]) -> Iterator[Edit]:
    """``just32discrete`` is "just 32 discrete" if both are words; not ``seq2seq``."""
    for match in _BETWEEN_WORDS.finditer(text):
        before = _LAST_WORD.search(_before(text, match.start()))
        footnote = len(set(match.group())) == 1
        if before is None or len(before.group()) <= 3 or footnote:
            continue
        if before.group() in known and match[1] in known:
            yield Edit(match.start(), match.start(), " ")
            yield Edit(match.end(), match.end(), " ")


@where(may_run_on)
def sentences(text: str, known: Container[str]) -> Iterator[Edit]:
    """``data.Experiments show`` is ``data. Experiments show`` if both are words; not ``torch.Tensor``."""
    for match in _NEXT_SENTENCE.finditer(text):
        before = _LAST_WORD.search(_before(text, match.start()))
        after_word = before is None or (before.group() in known and before.group() not in _MODULES)
        if after_word and match[1].lower() in known:
            yield Edit(match.end(), match.end(), " ")


def commas(text: str, known: Container[str]) -> Iterator[Edit]:
    """``data,learning`` is ``data, learning`` where both are words; ``(word,sense)`` is a pair."""
    for match in _COMMA.finditer(text):
        before = _LAST_WORD.search(_before(text, match.start()))
        if before is None or _before(text, match.start() - len(before.group())).endswith(
            ("(", ",", "[", "{")
        ):
            continue
        if before.group() in known and match[1] in known:
            yield Edit(match.end(), match.end(), " ")
