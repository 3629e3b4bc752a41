"""Escapes that lost their backslash or were never undone: ``x2014``, ``80times``, ``sim3``, ``textbf{…}``."""

import re
from collections.abc import Iterable, Iterator

from papergarden.text import tex
from papergarden.text.letters import has_odd
from papergarden.text.patch import Edit, where

_HEX = re.compile(r"(?<=[a-z])x(20(?:1[0-9a-f]|2[0-6]))(?=[a-z])")
_ESCAPED = re.compile(r"\\+u([0-9a-fA-F]{4})")
# What stands before is looked at afterwards: a pattern that begins with a letter is searched faster.
_TIMES = re.compile(r"times(?<=\dtimes)\b(?!\w)")
_SIM = re.compile(r"sim(?<![\w\\$-]sim)(?=\d+(?:[.,]\d+)*(?:[×xKMB]\b|%| ?(?:times|hour|[a-z]+s)\b))")
_FONT = re.compile(
    r"(?<![\w\\])(?:textbf|textit|emph|texttt|textsc|textsf|textrm|underline|mbox)\{([^{}]*)\}"
)
_EATEN = re.compile(
    r"\t(?=(?:imes|heta|au|ilde|ext(?:bf|it|rm|tt)?\{)(?![a-z]))|\f(?=rac\{)|\x08(?=(?:eta|ar\{|oldsymbol)(?![a-z]))"
    r"|\x07(?=lpha(?![a-z]))|\r(?=(?:ho|ightarrow)(?![a-z]))"
)
_EATEN_LETTER = {"\t": "t", "\f": "f", "\x08": "b", "\x07": "a", "\r": "r"}
_BRACES = re.compile(r"(?<![\w\\^}]){(?:([A-Z][A-Za-z0-9-]+)|([A-Z])(?=}[a-z]))}")
_EMPHASIS = re.compile(r"(?<![\w*\\$])(\*{1,2})(?=[A-Za-z])([^*\n]{1,200}[\w.?!)])\1(?![\w*])")

_BOLD = re.compile(r"(?<![\d*])\*\*(?=[A-Za-z])([^*\n]{0,200}[\w.?!:+])\*\*(?!\*)")


@where(has_odd)
def eaten_letters(text: str) -> Iterator[Edit]:
    r"""Commands whose beginning was read as an escape: a tab and ``imes`` was ``\times``."""
    for match in _EATEN.finditer(text):
        yield Edit(match.start(), match.end(), "\\" + _EATEN_LETTER[match.group()])


@where(tex.may_be_tex)
def tex_commands(text: str) -> Iterable[Edit]:
    """TeX's text commands, quotes, dashes and accents."""
    return tex.edits(text)


@where(lambda text: "{" in text)
def braces(text: str) -> Iterator[Edit]:
    """Braces that keep capitals in BibTeX: ``{BERT}``, ``{A}daptive``; no set and no formula."""
    if "\\" not in text and "$" not in text:
        for match in _BRACES.finditer(text):
            yield Edit(match.start(), match.end(), match[1] or match[2])


def lost_backslash(text: str) -> Iterator[Edit]:
    r"""``80times`` was ``80\times``, ``sim3 hours`` was ``\sim3``, ``textbf{…}`` was ``\textbf{…}``."""
    if "times" in text:
        for match in _TIMES.finditer(text):
            yield Edit(match.start(), match.end(), "×")
    if "sim" in text:
        for match in _SIM.finditer(text):
            yield Edit(match.start(), match.end(), "∼")
    if "{" in text:
        for match in _FONT.finditer(text):
            yield Edit(match.start(), match.end(), match[1])


@where(lambda text: "x20" in text or "\\u" in text)
def code_points(text: str) -> Iterator[Edit]:
    r"""Dashes and quotes printed as their number: ``runx2014each``, ``\u2019``."""
    for match in _HEX.finditer(text):
        yield Edit(match.start(), match.end(), chr(int(match[1], 16)))
    for match in _ESCAPED.finditer(text):
        character = chr(int(match[1], 16))
        if character.isprintable():
            yield Edit(match.start(), match.end(), character)


@where(lambda text: "*" in text)
def emphasis(text: str) -> Iterator[Edit]:
    """Markdown's stars around words: ``*semiseparable*``, ``**Mamba-2**``."""
    for match in _BOLD.finditer(text):
        yield Edit(match.start(), match.end(), match[1])
    for match in _EMPHASIS.finditer(text):
        yield Edit(match.start(), match.end(), match[2])
