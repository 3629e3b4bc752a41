r"""Cutting text into the words that can be searched; the same in Python and in the browser.

``site_src/search/tokens.js`` is the same function; ``tests/search/tokens.json`` holds both to it. A word is
folded (case, accents, ligatures, Greek letters by name, TeX commands), then cut: ``self-supervised`` and
``FlashAttention`` count as their parts and as one solid word, ``$\ell_1$`` is ``l1``, ``H$_2$O`` is ``h2o``.
Chinese, Japanese and Korean, which do not put spaces between words, are cut into overlapping pairs.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

LONGEST_WORD = 40
"""Code points; what is longer is cut, so that no text can make a term that fills a file."""
GREEK = {
    **{"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta"},
    **{"θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi"},
    **{"ο": "omicron", "π": "pi", "ρ": "rho", "ς": "sigma", "σ": "sigma", "τ": "tau", "υ": "upsilon"},
    **{"φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega"},
}
LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
SPELLED = {
    **GREEK,
    **{letter.upper(): name.capitalize() for letter, name in GREEK.items()},
    **LETTERS,
    **{"Æ": "AE", "Œ": "OE", "Ø": "O", "Ł": "L", "Đ": "D", "Ð": "D", "Þ": "Th", "ẞ": "SS"},
}
FOREIGN = re.compile(r"[^\x00-\x7f]")
FONT = re.compile(
    r"\\(?:math[a-z]{1,6}|text[a-z]{0,6}|emph|operatorname|boldsymbol|bm|bf|rm|it|tt|left|right|,|;|!)(?![A-Za-z])"
)
ELL = re.compile(r"\\ell(?![A-Za-z])")
INDEX = re.compile(r"[_^](?=[{0-9])")
SILENT = re.compile(r"[${}\\]")
POSSESSIVE = re.compile(r"['’ʼ`][sS]?(?![^\W_])")
APOSTROPHE = re.compile(r"['’ʼ]")
PIECE = re.compile(r"[^\W_]+(?:[-‐‑–_/.][^\W_]+)*")
PLAIN_PIECE = re.compile(r"[A-Za-z0-9]+(?:[-_/.][A-Za-z0-9]+)*")
"""The same where there is nothing but ASCII: three times as fast."""
BLANKS = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) not in "-_/."}
"""What is in no piece of ASCII."""
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+")
HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
DECIMAL = re.compile(r"(?<=[0-9])\.(?=[0-9])")
BREAK = re.compile(r"[-‐‑–_/.]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: its parts as folded, and the solid writing where there is more than one part."""

    parts: tuple[str, ...]
    solid: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """Everything under which the word is found, unstemmed."""
        return (*self.parts, self.solid) if self.solid else self.parts


def fold(text: str) -> str:
    """Without accents, ligatures and TeX; Greek letters by name; case kept."""
    if not text.isascii():
        text = FOREIGN.sub(_spelled, unicodedata.normalize("NFKD", text))
    if "$" in text or "\\" in text or "_" in text or "^" in text or "{" in text or "}" in text:
        text = SILENT.sub("", INDEX.sub("", ELL.sub("l", FONT.sub("", text))))
    return text


def _spelled(found: re.Match[str]) -> str:
    return _plain(found[0])


@lru_cache(maxsize=10_000)
def _plain(letter: str) -> str:
    """A letter beyond ASCII as it is spelled; marks, as accents are, are nothing."""
    return "" if unicodedata.category(letter)[0] == "M" else SPELLED.get(letter, letter)


def words(text: str) -> Iterator[Word]:
    """The words of a text, in order.

    >>> [word.forms for word in words("Self-supervised FlashAttention")]
    [('self', 'supervised', 'selfsupervised'), ('flash', 'attention', 'flashattention')]
    """
    for piece in pieces(text):
        yield from cut(piece)


def pieces(text: str) -> list[str]:
    """The folded runs of letters and digits, with what joins them inside: what ``cut`` cuts into words."""
    return [piece for run in runs(text) for piece in pieces_of(run)]


def runs(text: str) -> list[str]:
    """A folded text cut where that takes no search: each run has a piece, several, or none."""
    text = fold(text)
    if "'" in text or "`" in text or (not text.isascii() and ("’" in text or "ʼ" in text)):
        text = APOSTROPHE.sub("", POSSESSIVE.sub(" ", text))
    return text.translate(BLANKS).split() if text.isascii() else PIECE.findall(text)


def pieces_of(run: str) -> list[str]:
    """The pieces of one run."""
    return [run] if run.isalnum() else (PLAIN_PIECE if run.isascii() else PIECE).findall(run)


def cut(piece: str) -> tuple[Word, ...]:
    """The words of one piece: one, but for Chinese, Japanese and Korean."""
    return tuple(_pairs(piece)) if not piece.isascii() and CJK.search(piece) else (_word(piece),)


def _word(piece: str) -> Word:
    if piece.isascii() and piece.isalnum() and not HUMP.search(piece):
        return Word((piece.lower()[:LONGEST_WORD],))
    # The dot of 3.5 belongs to the number; any other dot, dash or slash joins two words.
    joined = BREAK.split(DECIMAL.sub("\0", piece))
    humps = [hump for part in joined for hump in _humps(part.replace("\0", "."))]
    parts = tuple(hump.lower()[:LONGEST_WORD] for hump in humps)
    return Word(parts, "".join(parts)[:LONGEST_WORD] if len(parts) > 1 else "")


def _humps(piece: str) -> list[str]:
    parts = HUMP.split(piece)
    return parts if all(len(part) > 1 for part in parts) else [piece]


def _pairs(piece: str) -> Iterator[Word]:
    end = 0
    for run in CJK.finditer(piece):
        if other := BREAK.sub("", piece[end : run.start()]):
            yield Word((other.lower()[:LONGEST_WORD],))
        signs = run.group()
        for start in range(max(len(signs) - 1, 1)):
            yield Word((signs[start : start + 2],))
        end = run.end()
    if other := BREAK.sub("", piece[end:]):
        yield Word((other.lower()[:LONGEST_WORD],))
