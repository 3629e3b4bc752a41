"""Repair of damaged text: rules with names, in a written order, each change remembered.

A rule sees the text and says which characters become what. It changes only what a person would agree is
damage; what an author wrote stays, slips included.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from papergarden.text.patch import Edit, Patch
from papergarden.text.repair import addresses, characters, escapes, page
from papergarden.text.repair.page import HEADER

__all__ = ["HEADER", "ROUNDS", "RULES", "Rule", "Words", "lost", "repair", "words_of"]

Words = Mapping[str, int]
"""The collection's vocabulary: each word in lower case, and in how many entries it stands."""

_WORD = re.compile(r"[^\W\d_]+")

Rule = Callable[[str], Iterable[Edit]]

RULES: tuple[tuple[str, Rule], ...] = (
    ("mojibake", characters.mojibake),
    ("HTML tag", characters.tags),
    ("HTML entity", characters.entities),
    ("odd space", characters.odd_spaces),
    ("invisible character", characters.invisible),
    ("composed letter", characters.composed),
    ("ligature", characters.ligatures),
    ("", characters.folded),
    ("code point", escapes.code_points),
    ("figure in the text", page.figures),
    ("running header", page.headers),
    ("glued address", addresses.glued),
    ("relay address", addresses.relays),
    ("lost backslash", escapes.lost_backslash),
    ("TeX", escapes.tex_commands),
    ("Markdown emphasis", escapes.emphasis),
    ("", characters.folded),
)
"""Every rule in the order in which it runs; the nameless one folds white space: not worth telling."""

ROUNDS = 8
"""One repair may lay open another; text that still changes after so many rounds is left as it then is."""


def repair(field: str, text: str, words: Words | None = None) -> tuple[str, tuple[tuple[str, str, str], ...]]:
    """The text mended, and each mended place as rule, before, after (with a few words around it)."""
    patch = Patch(text)
    for _ in range(ROUNDS):
        before = patch.text
        for name, rule in RULES:
            patch.apply(name, rule(patch.text))
        if patch.text == before:
            break
    return patch.text, patch.repairs()


def lost(text: str) -> str:
    """What is missing from the text for good, or ""."""
    return "characters missing" if "\ufffd" in text else ""


def words_of(text: str) -> set[str]:
    """The words of a text, in lower case."""
    return {word.lower() for word in _WORD.findall(text)}
