"""The text that is marked up in JATS or HTML, as services and feeds hand over titles and abstracts."""

import re

TAG = re.compile(r"</?([A-Za-z][\w:.-]*)[^<>]*>")
INLINE = frozenset(
    (
        *("i", "b", "em", "strong", "u", "tt", "sub", "sup", "span", "small", "big", "font", "sc", "scp"),
        *("a", "italic", "bold", "underline", "monospace", "sans-serif", "roman", "styled-content", "xref"),
        *("ext-link", "inline-formula", "alternatives", "tex-math", "math"),
    )
)
"""Tags of HTML and JATS between the letters of a word; all others part words."""
MATHML = re.compile(r"<mml:math\b.*?</mml:math>", re.DOTALL)
DOCUMENT = re.compile(r"\\documentclass.*?\\begin\{document\}(.*?)\\end\{document\}", re.DOTALL)
"""A formula as Springer has it: a whole document of TeX."""


def plain_markup(text: str) -> str:
    """Text without the tags of JATS or HTML; blocks stay apart by a space, a formula stands there once."""
    if "tex-math>" in text:
        text = DOCUMENT.sub(lambda found: found[1].replace("$$", "$"), MATHML.sub("", text))
    return " ".join(TAG.sub(_gap, text).split())


def _gap(tag: re.Match[str]) -> str:
    return "" if tag[1].lower().rpartition(":")[2] in INLINE else " "
