"""Characters that came out wrong: mis-decoded, invisible, composed, escaped as entities."""

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import ftfy

from papergarden.text.letters import has_odd, is_foreign, is_printable
from papergarden.text.patch import Edit, where

INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+"
)
JOINERS = re.compile(r"(?<=[ -\u024f])[\u200c\u200d]+|[\u200c\u200d]+(?=[ -\u024f]|$)")
ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\x0b\x0c\x85]+")
UNFOLDED_SPACE = re.compile(r"\s(?:\s+|(?<! )|\Z|(?<=\A\s))")
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_LIGATURE = re.compile("[" + "".join(LIGATURES) + "]+")
_TOKEN = re.compile(r"[^ \n\t]+")
_FOREIGN_TOKEN = re.compile(r"(?<![^ \n\t])[\x00-\x08\x0b-\x1f!-\x7f]*+[^\x00-\x7f][^ \n\t]*+")
"""One with a character beyond ASCII."""
_ENTITY = re.compile(r"&(?:amp;)*(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_TAG = re.compile(
    r"<(/?)(?:jats:)?(i|b|em|strong|tt|u|p|sc|span|italic|bold|monospace|title|sec)>|<br ?/?>", re.IGNORECASE
)
_RAISED = re.compile(r"<(sub|sup)>([0-9+\-=()]{1,12})</\1>", re.IGNORECASE)
_SUB = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_SUP = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")


@where(is_foreign)
def mojibake(text: str) -> Iterator[Edit]:
    """UTF-8 that was read as another encoding, word by word (ftfy, by R. Speer)."""
    for match in _FOREIGN_TOKEN.finditer(text):
        word = match.group()
        if (fixed := _decoded(word)) != word:
            yield Edit(match.start(), match.end(), fixed)


@lru_cache(maxsize=1 << 14)
def _decoded(word: str) -> str:
    return ftfy.fix_encoding(word)


@where(lambda text: not unicodedata.is_normalized("NFC", text))
def composed(text: str) -> Iterator[Edit]:
    """Letters and their accents as one character (Unicode normal form C)."""
    for match in _TOKEN.finditer(text):
        word = match.group()
        if not unicodedata.is_normalized("NFC", word):
            yield Edit(match.start(), match.end(), unicodedata.normalize("NFC", word))


@where(is_foreign)
def ligatures(text: str) -> Iterator[Edit]:
    """Printers' ligatures as letters."""
    if not any(map(text.__contains__, LIGATURES)):
        return
    for match in _LIGATURE.finditer(text):
        yield Edit(match.start(), match.end(), "".join(LIGATURES[letter] for letter in match.group()))


@where(has_odd)
def invisible(text: str) -> Iterator[Edit]:
    """Characters that nobody sees: soft hyphens, zero width, control, and those that turn the line around.

    Fonts of TeX have the hyphen of a broken word at code 2, and some programs print it so.
    """
    for match in INVISIBLE.finditer(text):
        lost_hyphen = match.group() == "\x02" and text[match.end() : match.end() + 1].isalpha()
        yield Edit(match.start(), match.end(), "-" if lost_hyphen else "")
    for match in JOINERS.finditer("" if text.isascii() else text):
        yield Edit(match.start(), match.end(), "")


@where(has_odd)
def odd_spaces(text: str) -> Iterator[Edit]:
    """Spaces of another width, and page and line separators."""
    for match in ODD_SPACE.finditer(text):
        yield Edit(match.start(), match.end(), " ")


def folded(text: str) -> Iterator[Edit]:
    """One space for every run of white space, none at the ends."""
    if is_printable(text) and "  " not in text and text == text.strip(" "):
        return
    for match in UNFOLDED_SPACE.finditer(text):
        outside = match.start() == 0 or match.end() == len(text)
        yield Edit(match.start(), match.end(), "" if outside else " ")


@where(lambda text: "&" in text)
def entities(text: str) -> Iterator[Edit]:
    """Characters written for a web page, once or over and over (``&amp;lt;``)."""
    for match in _ENTITY.finditer(text):
        printed = f"&{match[1]};"
        character = html.unescape(printed)
        if character != printed:
            yield Edit(match.start(), match.end(), character)


@where(lambda text: "<" in text)
def tags(text: str) -> Iterator[Edit]:
    """Marks for italics, bold and paragraphs; raised and lowered digits become Unicode's."""
    for match in _RAISED.finditer(text):
        yield Edit(
            match.start(), match.end(), match[2].translate(_SUB if match[1].lower() == "sub" else _SUP)
        )
    found = list(_TAG.finditer(text))
    opened = {match[2] for match in found if match[1] == ""}
    closed = {match[2] for match in found if match[1] == "/"}
    for match in found:
        if match[2] is None or match[2] in opened & closed:
            breaks = (match[2] or "br").lower() in ("br", "p", "title", "sec")
            yield Edit(match.start(), match.end(), " " if breaks else "")
