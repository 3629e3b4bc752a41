"""Repair of damaged text: rules with names, in a written order, each change remembered.

A rule sees the text and says which characters become what. It changes only what a person would agree is
damage; what an author wrote stays, slips included. What is lost for good is named (``lost``), never invented.
"""

import re
from collections.abc import Callable, Iterable, Set
from functools import lru_cache

from papergarden.text.patch import Edit, Patch
from papergarden.text.repair import addresses, characters, escapes, glue, hyphens, page, spacing
from papergarden.text.repair.common import KNOWN
from papergarden.text.repair.glue import lexicon
from papergarden.text.repair.losses import lost
from papergarden.text.repair.page import HEADER
from papergarden.text.repair.seams import Damage

__all__ = [
    "HEADER",
    "INTACT",
    "KNOWN",
    "PROSE",
    "ROUNDS",
    "RULES",
    "WORD_RULES",
    "Rule",
    "lexicon",
    "lost",
    "repair",
    "words_of",
]

Rule = Callable[[str], Iterable[Edit]]
WordRule = Callable[[str, Set[str]], Iterable[Edit]]

RULES: tuple[tuple[str, Rule], ...] = (
    ("lost backslash", escapes.eaten_letters),
    ("mojibake", characters.mojibake),
    ("HTML tag", characters.tags),
    ("HTML entity", characters.entities),
    ("odd space", characters.odd_spaces),
    ("invisible character", characters.invisible),
    ("composed letter", characters.composed),
    ("ligature", characters.ligatures),
    ("code point", escapes.code_points),
    ("figure in the text", page.figures),
    ("running header", page.headers),
    ("lost backslash", escapes.lost_backslash),
    ("TeX", escapes.tex_commands),
    ("TeX", escapes.braces),
    ("Markdown emphasis", escapes.emphasis),
    ("glued address", addresses.glued),
    ("glued address", addresses.leads),
)
"""The rules for any field, in the order in which they run."""

WORD_RULES: tuple[tuple[str, WordRule], ...] = (
    ("broken word", hyphens.rejoined),
    ("glued address", addresses.tails),
    ("space around punctuation", spacing.commas),
    ("space around punctuation", spacing.sentences),
    ("glued number", spacing.numbers),
)
"""Rules for titles and abstracts that ask whether something is a word."""

PROSE: tuple[tuple[str, Rule], ...] = (
    ("heading in the text", page.heading),
    ("footnote in the text", page.footnotes),
    ("relay address", addresses.relays),
    ("address without scheme", addresses.schemes),
    ("space around punctuation", spacing.before_marks),
    ("space around punctuation", spacing.after_marks),
    ("space around punctuation", spacing.before_brackets),
    ("glued number", spacing.around_numbers),
)
"""Rules for titles and abstracts."""

PROSE_FIELDS = ("title", "abstract")
ROUNDS = 8
"""One repair may lay open another; text that still changes after so many rounds is left as it then is."""

GLUED_SENTENCES = 2
"""So many sentences that begin without a space show that line ends got lost, and words ran together there."""

INTACT = re.compile(r"(?!Abstract|ABSTRACT)[A-Za-z]++(?:(?:['-]|[.,]? )[A-Za-z]++)*+\.?")
"""Words with nothing between them that a rule is about, but words that ran together."""
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN_WORD = re.compile(r"[A-Za-z]+")
"""The same where there is nothing but ASCII, and faster."""


def repair(field: str, text: str, known: Set[str] = KNOWN) -> tuple[str, tuple[tuple[str, str, str], ...]]:
    """The text mended, and each mended place as rule, before, after (with a few unchanged words around it).

    ``known`` are the words of the field's English and of the collection (``lexicon``). White space is folded,
    which is not counted as a repair. Text that was mended stays as it is.
    """
    if INTACT.fullmatch(text) and not (field in PROSE_FIELDS and glue.at_most(text, known)):
        return text, ()
    patch = Patch(text)
    for _ in range(ROUNDS):
        before = patch.text
        for name, rule in RULES:
            if edits := rule(patch.text):
                patch.apply(name, edits)
        if field in PROSE_FIELDS:
            _mend_prose(patch, known)
        patch.apply("", characters.folded(patch.text))
        if patch.text == before:
            break
    return patch.text, patch.repairs()


def _mend_prose(patch: Patch, known: Set[str]) -> None:
    for name, word_rule in WORD_RULES:
        if edits := word_rule(patch.text, known):
            patch.apply(name, edits)
    for name, rule in PROSE:
        if edits := rule(patch.text):
            patch.apply(name, edits)
    if glue.at_most(patch.text, known):
        patch.apply("glued words", glue.separated(patch.text, known, _damage(patch.original, known)))


@lru_cache(maxsize=1)
def _damage(text: str, known: Set[str]) -> Damage:
    """Whether spaces got lost in the text beyond doubt, so that less evidence is needed at other places."""
    if glue.is_damaged(text, known):
        return Damage.WORDS
    signs: tuple[Rule, ...] = (
        addresses.glued,
        addresses.leads,
        page.footnotes,
        spacing.before_marks,
        spacing.before_brackets,
        spacing.around_numbers,
    )
    run_on = [*spacing.after_marks(text), *spacing.sentences(text, known), *spacing.commas(text, known)]
    if len(run_on) >= GLUED_SENTENCES or any(any(True for _ in sign(text)) for sign in signs):
        return Damage.OTHER
    return Damage.NONE


def words_of(text: str) -> set[str]:
    """The words of a text, in lower case."""
    found = set((_PLAIN_WORD if text.isascii() else _WORD).findall(text))
    return {word.lower() for word in found}
