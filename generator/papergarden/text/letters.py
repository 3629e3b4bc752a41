"""Letters of any script: folded for comparison, and the shape of a word."""

import re
import string
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "AE"}
    | {"œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H", "ŋ": "n", "ə": "e"}
)
"""Letters that Unicode does not decompose into a plain one and a mark."""

_FOLDED = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)} | {39: "", 96: ""}
"""ASCII as it is folded: apostrophes vanish, other signs part words."""

_CJK = re.compile(r"[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\s,·・]+")
SYLLABLES = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|"
    r"[aeiou])"
    r"){2,3}"
)
"""Two or three Chinese syllables in Latin letters (Hanyu Pinyin without tones), folded."""


def sound(text: str) -> str:
    """The text as a file can hold it: the halves of a surrogate pair made one, and a lone one U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


is_printable = lru_cache(maxsize=2)(str.isprintable)
"""Whether all characters can be seen, line ends too; kept, for many ask it of one text."""


_OUTLINES = bytes.maketrans(
    (string.ascii_uppercase + string.ascii_lowercase + string.digits + ".,:?!").encode(),
    b"A" * 26 + b"a" * 26 + b"0" * 10 + b"." * 5,
)


@lru_cache(maxsize=2)
def outline(text: str) -> bytes:
    """What is to be seen of a text from afar: ``A`` a capital, ``a`` a small letter, ``0`` a digit, ``.`` any
    of ``.,:?!``, else its bytes in UTF-8; only ASCII has kinds. What two characters side by side may mean is
    found here in a fraction of the time that a pattern takes. Kept, for many ask it of one text.
    """
    return text.encode(errors="surrogatepass").translate(_OUTLINES)


def has_odd(text: str) -> bool:
    """Whether there is a character that cannot be seen, or a line end."""
    return not is_printable(text)


def is_foreign(text: str) -> bool:
    """Whether there is a character beyond ASCII."""
    return not text.isascii()


def words(text: str) -> list[str]:
    """The words of a table that is written as text."""
    return text.split()


def fold(text: str) -> str:
    """Words without accents, case and punctuation, one space between: ``O'Brién-Ray`` is ``obrien ray``.

    Scripts other than Latin keep their vowel signs.
    """
    if text.isascii():
        return " ".join(text.translate(_FOLDED).split())
    kept = []
    for letter in unicodedata.normalize("NFKD", text.translate(_PLAIN)):
        category = unicodedata.category(letter)
        if category[0] in "LN" or (category[0] == "M" and not unicodedata.combining(letter)):
            kept.append(letter)
        elif category[0] != "M" and letter not in "'’`´ʼ":
            kept.append(" ")
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).casefold().split())


class _Kinds(dict[int, str]):
    """Of each character its kind, found when first asked for."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character.isupper() or character.istitle():
            kind = "A"
        elif character.islower() or unicodedata.category(character)[0] == "M":
            kind = "a"
        else:
            kind = "0" if character.isdigit() else "文" if character.isalpha() else character
        self[code] = kind
        return kind


_KINDS = _Kinds()


def shape(text: str) -> str:
    """Each character's kind: A a capital, a a small letter, 0 a digit, 文 another letter, else itself."""
    return text.translate(_KINDS)


def is_cjk(text: str) -> bool:
    """Whether a name is printed in Chinese, Japanese or Korean characters, with or without spaces."""
    return _CJK.fullmatch(text) is not None and not text.isspace()
