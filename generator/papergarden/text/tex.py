r"""TeX in titles and abstracts: its text commands as plain Unicode, its formulas told from text.

Formulas stay as printed, between dollar signs, for the page to typeset; only those that hold nothing but a
number with its sign (``$14\times$``, ``$10-40\%$``) become text.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Literal

from papergarden.text.patch import Edit


def words(text: str) -> list[str]:
    """The words of a table."""
    return text.split()


ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}
LETTERS = {
    "ss": "ß",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "TH": "Þ",
}
SYMBOLS = {
    "times": "×",
    "sim": "∼",
    "approx": "≈",
    "leq": "≤",
    "le": "≤",
    "geq": "≥",
    "ge": "≥",
    "pm": "±",
    "cdot": "·",
    "ldots": "…",
    "dots": "…",
    "rightarrow": "→",
    "to": "→",
    "leftarrow": "←",
    "infty": "∞",
    "ell": "ℓ",
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "delta": "δ",
    "epsilon": "ε",
    "varepsilon": "ε",
    "lambda": "λ",
    "mu": "μ",
    "pi": "π",
    "sigma": "σ",
    "tau": "τ",
    "phi": "φ",
    "omega": "ω",
    "textendash": "–",
    "textemdash": "—",
    "textellipsis": "…",
    "textgreater": ">",
    "textless": "<",
    "textasciitilde": "~",
    "textbackslash": "\\",
    "textunderscore": "_",
    "textquoteright": "’",
    "textregistered": "®",
    "texttrademark": "™",
    "S": "§",
    "copyright": "©",
    "pounds": "£",
    "TeX": "TeX",
    "LaTeX": "LaTeX",
    "xspace": "",
    "noindent": "",
}
FONTS = frozenset(
    words(
        """
        textbf textit emph texttt textsc textsf textrm textup textsl textmd textnormal underline uline mbox
        text hbox bf it em tt sc sf rm sl bfseries itshape scshape ttfamily small
        """
    )
)
PUNCTUATION = {**dict.fromkeys("%&_#{}$"), " ": " ", ",": " ", ";": " ", "/": "", "-": "", "\\": " ", "@": ""}

_DISPLAY = r"(?:equation|align|gather|multline|eqnarray|displaymath)\*?"
_MARK = re.compile(
    rf"\$\$?|\\[\[\](){{$\\]|\\begin\{{(?P<begin>{_DISPLAY})\}}|\\end\{{(?P<end>{_DISPLAY})\}}"
)
_CLOSERS = {"$": "$", "$$": "$$", "\\(": "\\)", "\\[": "\\]"}
_CERTAIN = re.compile(r"\\[A-Za-z]|[\^_]")
_PROSE = re.compile(r"(?<!\\)\b[a-z]{3,} [a-z]{2,} [a-z]{3,}\b")
_RAW = re.compile(
    r"\\(?:frac|sqrt|math|left|right|sum|prod|int|in|tilde|hat|bar|text|log|max|min|sup|inf|begin|end|cdots|big)"
    r"|[\^_]\{|\^\\"
)
_COMMAND = re.compile(r"\\(?:([A-Za-z]+)\*?|([^A-Za-z\s]|\ ))")
_NAMED = re.compile(r"\\([A-Za-z]+)")
_NUMBER = re.compile(r"(?:[\d.,+\-/ ~]|\\(?:%|times|pm|sim|approx|leq|geq|le|ge|,|;| )(?![A-Za-z]))+")
_NEEDS_OBJECT = re.compile(r"(?:\b(?:in|by|of|from|see|with|to|and|than)|[.,:;(])$")
_SIGN = re.compile(r" *([×±∼≈≤≥]) *")
_DASH = re.compile(r"(?<=[\w.,;:!?)\]’”\"'%$])( ?)(---?)( ?)(?=[\w(\[“‘\"'$`])")
_DOUBLE = re.compile(r"(?:``)+(?:''|\")?(?=\S)(?![\s.,;:)])|``|''|\"")
_SINGLE = re.compile(r"(?<![\w`\\])`(?=[^\s`'])([^`'\n]{1,80})'(?![\w'])")
_TIE = re.compile(r"(?<=[A-Za-z.,])~(?=[A-Z0-9\\$(\[])|(?<=\.)~(?=[a-z])")
_CITATION = re.compile(
    r"[\s~]*(?:\\(?:cite[a-zA-Z]*|ref|eqref|label)|(?<=~)cite[pt]?)\*?(?:\[[^\]\n]{0,80}\]){0,2}\{[^{}]{0,400}\}"
)


def formulas(text: str) -> list[tuple[int, int, int, int]]:
    r"""Every formula: start, start of its content, end of its content, end.

    ``$…$`` by Pandoc's rule (no space inside next to the dollar signs, no digit after the second), so that
    prices stay text, unless what is inside can only be a formula; ``$$…$$``, ``\(…\)``, ``\[…\]`` and display
    environments too. What is not closed is text.
    """
    found: list[tuple[int, int, int, int]] = []
    if "$" not in text and "\\" not in text:
        return found
    opening: re.Match[str] | None = None
    for mark in _MARK.finditer(text):
        if mark.group() in ("\\\\", "\\$", "\\{"):
            continue
        if opening and _closes(text, opening, mark):
            found.append((opening.start(), opening.end(), mark.start(), mark.end()))
            opening = None
        elif mark.group() in _CLOSERS or mark["begin"]:
            opening = mark
    return found


def _closes(text: str, opening: re.Match[str], mark: re.Match[str]) -> bool:
    opener, closer = opening.group(), mark.group()
    if opening["begin"]:
        return opening["begin"] == mark["end"]
    if closer != _CLOSERS[opener]:
        return False
    inside = text[opening.end() : mark.start()]
    if opener != "$":
        return bool(inside)
    if not inside.strip() or "\n\n" in inside or _PROSE.search(inside):
        return False
    loose = inside[0].isspace() or inside[-1].isspace() or text[mark.end() : mark.end() + 1].isdigit()
    return not loose or _CERTAIN.search(inside) is not None


def segments(text: str) -> list[tuple[Literal["text", "math"], str]]:
    """The text cut into running text and formulas (without their delimiters), in order, none empty."""
    cut: list[tuple[Literal["text", "math"], str]] = []
    at = 0
    for start, inner, inner_end, end in formulas(text):
        cut += [("text", text[at:start]), ("math", text[inner:inner_end])]
        at = end
    cut.append(("text", text[at:]))
    return [(kind, piece) for kind, piece in cut if piece]


def may_be_tex(text: str) -> bool:
    """Whether there is anything at all for ``edits`` to look at."""
    return "\\" in text or "$" in text or "`" in text or "~" in text or "--" in text


def edits(text: str) -> list[Edit]:
    """What has to change to make the text plain."""
    maths = formulas(text)
    found = [*_numbers(text, maths)]
    outside = _blanked(text, [(start, end) for start, _, _, end in maths])
    if "\\" in outside or "cite{" in outside:
        found += _commands(text, outside)
    found += _typography(outside)
    return _apart(found)


def _apart(found: list[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for edit in sorted(found, key=lambda edit: (edit.start, -edit.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with formulas filled by a letter, so that places stay and rules see a word there."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], "x" * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def _numbers(text: str, maths: list[tuple[int, int, int, int]]) -> Iterator[Edit]:
    """Formulas that are only a number and its sign, as text."""
    for start, inner, inner_end, end in maths:
        content = text[inner:inner_end]
        if _NUMBER.fullmatch(content):
            number = _COMMAND.sub(_numeric, content).replace("~", " ").strip()
            yield Edit(start, end, _SIGN.sub(_spaced, number))


def _spaced(match: re.Match[str]) -> str:
    """A sign with spaces between two numbers, without beside one."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    after = match.string[match.end() : match.end() + 1]
    return f" {match[1]} " if before.isdigit() and after.isdigit() and match[1] in "×±" else match[1]


def _numeric(match: re.Match[str]) -> str:
    return SYMBOLS[match[1]] if match[1] else (PUNCTUATION.get(match[2]) or match[2])


def _braces(text: str) -> Mapping[int, int]:
    """Place of each opening brace with that of its partner."""
    partner: dict[int, int] = {}
    stack: list[int] = []
    for match in re.finditer(r"\\.|[{}]", text, re.DOTALL):
        if match.group() == "{":
            stack.append(match.start())
        elif match.group() == "}" and stack:
            partner[stack.pop()] = match.start()
    return partner


def _commands(text: str, outside: str) -> Iterator[Edit]:
    partner = _braces(outside)
    for match in _CITATION.finditer(outside):
        needed = _NEEDS_OBJECT.search(outside[max(0, match.start() - 10) : match.start()])
        space = "" if match.start() == 0 or outside[match.start() - 1] == "(" else " "
        yield Edit(match.start(), match.end(), f"{space}[…]" if needed or not space else "")
    for match in _COMMAND.finditer(outside):
        name = match[1] or match[2]
        if name in ACCENTS and (accented := _accent(outside, match, partner)):
            yield accented
        elif name in FONTS:
            yield from _font(outside, match, partner)
        elif (name in LETTERS or name in SYMBOLS) and _stands_alone(_token(outside, match)):
            yield _symbol(outside, match, (LETTERS | SYMBOLS)[name])
        elif name in ("url", "footnote", "href"):
            yield from _argument(outside, match, partner, name)
        elif match[2] and name in PUNCTUATION and (name != " " or outside[match.start() - 1] != " "):
            new = PUNCTUATION[name]
            yield Edit(match.start(), match.end(), name if new is None else new)


def _stands_alone(token: str) -> bool:
    """Whether a symbol belongs to the text: no formula without its dollar signs is around it."""
    return not _RAW.search(token) and all(
        name in LETTERS or name in SYMBOLS for name in _NAMED.findall(token)
    )


def _token(text: str, match: re.Match[str]) -> str:
    """The command with what stands around it, a word on each side too: may be a bare formula."""
    before = text[max(0, match.start() - 60) : match.start()]
    after = text[match.end() : match.end() + 60]
    return " ".join([*before.split()[-2:], *after.split()[:2]])


def _accent(text: str, match: re.Match[str], partner: Mapping[int, int]) -> Edit | None:
    """The letter with its accent, where Unicode has them as one character."""
    start = match.end()
    while match[1] and text[start : start + 1] == " ":
        start += 1
    if text[start : start + 1] == "{" and start in partner and partner[start] - start <= 4:
        base, end = text[start + 1 : partner[start]].strip(), partner[start] + 1
    elif match[1] and start == match.end():
        return None
    elif text[start : start + 2] in ("\\i", "\\j"):
        base, end = text[start : start + 2], start + 2
    else:
        base, end = text[start : start + 1], start + 1
    letter = {"\\i": "i", "\\j": "j"}.get(base, base)
    composed = unicodedata.normalize("NFC", letter + ACCENTS[match[1] or match[2]])
    begin = match.start()
    if partner.get(begin - 1) == end:
        begin, end = begin - 1, end + 1
    return Edit(begin, end, composed) if letter.isalpha() and len(composed) == 1 else None


def _font(text: str, match: re.Match[str], partner: Mapping[int, int]) -> Iterator[Edit]:
    r"""Drop ``\textbf{`` and its brace, or ``{\bf`` and its brace; the words between stay."""
    brace = match.end()
    if brace in partner:
        yield Edit(match.start(), brace + 1, "")
        yield Edit(partner[brace], partner[brace] + 1, "")
    elif match.start() - 1 in partner:
        end = match.end() + (text[match.end() : match.end() + 1] == " ")
        yield Edit(match.start() - 1, end, "")
        yield Edit(partner[match.start() - 1], partner[match.start() - 1] + 1, "")


def _symbol(text: str, match: re.Match[str], symbol: str) -> Edit:
    r"""The character for a command; ``{}`` after it, or braces around it alone, go too."""
    start, end = match.start(), match.end()
    if text.startswith("{}", end):
        end += 2
    elif text[start - 1 : start] == "{" and text[end : end + 1] == "}":
        start, end = start - 1, end + 1
    elif symbol in LETTERS.values() and text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha():
        end += 1
    return Edit(start, end, symbol)


def _argument(text: str, match: re.Match[str], partner: Mapping[int, int], name: str) -> Iterator[Edit]:
    r"""``\url{u}`` becomes u, ``\footnote{t}`` becomes (t), ``\href{u}{t}`` becomes t (u)."""
    brace = match.end()
    close = partner.get(brace)
    if close is None:
        return
    if name == "href":
        second = partner.get(close + 1)
        if second is not None:
            words, address = text[close + 2 : second], text[brace + 1 : close]
            yield Edit(match.start(), second + 1, words if words == address else f"{words} ({address})")
        return
    before, after = ("", "") if name == "url" else (" (", ")")
    yield Edit(match.start(), brace + 1, before)
    yield Edit(close, close + 1, after)


def _typography(text: str) -> Iterator[Edit]:
    """Quotes, dashes and ties as TeX writes them."""
    if "--" in text:
        for match in _DASH.finditer(text):
            if match[1] == match[3]:
                yield Edit(match.start(2), match.end(2), "–" if match[2] == "--" else "—")
    if "``" in text:
        yield from _double_quotes(text)
    if "`" in text:
        for match in _SINGLE.finditer(text):
            yield Edit(match.start(), match.start() + 1, "‘")
            yield Edit(match.end() - 1, match.end(), "’")
    if "~" in text:
        for match in _TIE.finditer(text):
            yield Edit(match.start(), match.end(), " ")


def _double_quotes(text: str) -> Iterator[Edit]:
    """Two backticks and the mark that closes them, be it two apostrophes or a straight quote."""
    opening: re.Match[str] | None = None
    for match in _DOUBLE.finditer(text):
        if match.group().startswith("``"):
            opening = match
        elif opening:
            yield Edit(opening.start(), opening.end(), "“")
            yield Edit(match.start(), match.end(), "”")
            opening = None
