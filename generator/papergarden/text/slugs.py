"""Addresses made from text: plain ASCII words that every disk, server and browser agrees on.

A slug holds only ``a``-``z``, ``0``-``9`` and single hyphens, so two slugs that differ stay different on a
disk that ignores case or normalizes Unicode. Letters outside Latin are written in Latin where the standard
library or a small table knows how (Greek, Cyrillic, Kana, Hangul); what is still lost is stood for by a
fingerprint, so that names in other scripts get slugs of their own.
"""

import hashlib
import re
import unicodedata
from functools import cache, lru_cache

LONGEST = 80
"""Bytes in a slug; a whole path below the site stays far from the limit of 255 a name."""

RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "index", "readme", "404"]
    + [f"{device}{number}" for device in ("com", "lpt") for number in range(10)]
)
"""Device names of Windows, and names that a static site gives a meaning to."""

_JOINED = str.maketrans(dict.fromkeys("'’‘`´ʼ\u00ad\u200b\u200c\u200d\ufeff"))
_SPELLED = str.maketrans(
    {"&": " and ", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ŧ": "t"}
)
_SPELLED.update(str.maketrans({"æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ŋ": "ng", "ĸ": "k", "ſ": "s"}))
_GREEK = (
    "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r ς s σ s τ t υ y φ f χ ch ψ ps ω o"
)
_CYRILLIC = (
    "а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch "
    "ш sh щ shch ы y э e ю yu я ya і i ї yi є ye ґ g"
)
_TABLE = f"{_GREEK} {_CYRILLIC}".split()
_LETTERS: dict[str, str] = {**dict(zip(_TABLE[::2], _TABLE[1::2], strict=True)), "ъ": "", "ь": ""}
_WORD = re.compile(r"[a-z0-9]+")
_PLAIN = {
    **{code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)},
    **str.maketrans({"'": "", "`": "", "&": " and "}),
}
"""What becomes of the letters of a text in ASCII, which most are."""


def fingerprint(text: str, length: int = 8) -> str:
    """The first ``length`` hexadecimal digits of the SHA-256 of a text in Unicode's composed form."""
    data = unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:length]


@lru_cache(maxsize=1 << 12)
def slug(text: str) -> str:
    """The address of a text: lower-case ASCII words joined by hyphens, at most 80 bytes, never empty.

    It is cut at a word. Text that cannot be written in Latin letters, and words that mean something to a
    disk or a server, get a fingerprint of the whole: ``王伟`` is ``cjk-`` and eight digits.
    """
    if text.isascii():
        plain = _shortened("-".join(text.translate(_PLAIN).split()), LONGEST)
        if plain and plain not in RESERVED:
            return plain
    lowered = text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
    latin, lost = (lowered, "") if lowered.isascii() else _in_latin(lowered)
    words = _WORD.findall(latin.translate(_JOINED).replace("&", " and "))
    made = _shortened("-".join(words), LONGEST - 9 if lost else LONGEST)
    if not made:
        return f"{_script(lost)}-{fingerprint(lowered)}"
    return f"{made}-{fingerprint(lowered)}" if lost or made in RESERVED else made


def _in_latin(text: str) -> tuple[str, str]:
    """The text in Latin letters as far as can be, and the letters that were lost."""
    spelled = re.sub(r"(?<!\w)[α-ω](?!\w)", lambda letter: _greek_name(letter[0]), text.translate(_JOINED))
    spelled = spelled.translate(_SPELLED)
    latin = [(letter, letter if letter.isascii() else _letter(letter)) for letter in spelled]
    lost = "".join(letter for letter, sound in latin if sound is None and letter.isalnum())
    return "".join(" " if sound is None else sound for _, sound in latin), lost


def _greek_name(letter: str) -> str:
    """A Greek letter standing alone is a symbol, read by its name."""
    return unicodedata.name(letter).rpartition(" ")[2].lower().replace("lamda", "lambda")


@cache
def _letter(letter: str) -> str | None:
    """A letter in Latin: by table, by the sound in its Unicode name, or without its accents."""
    if letter in _LETTERS:
        return _LETTERS[letter]
    name = unicodedata.name(letter, "")
    sound = re.fullmatch(r"(?:HANGUL SYLLABLE|(?:HIRAGANA|KATAKANA) LETTER(?: SMALL)?) ([A-Z]+)", name)
    if sound:
        return str(sound[1]).lower()
    parts = [part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part)]
    latin = "".join(_LETTERS.get(part, part).translate(_SPELLED) for part in parts).casefold()
    return latin if latin.isascii() else None


def _script(lost: str) -> str:
    """A word that says what kind of text a fingerprint stands for: the script of its first letter."""
    name = unicodedata.name(lost[0], "text") if lost else "text"
    return "-".join(_WORD.findall(name.lower())[:1])


def _shortened(words: str, longest: int) -> str:
    """Words cut to a length, at a hyphen where there is one in the second half."""
    if len(words) <= longest:
        return words
    cut = words.rfind("-", longest // 2, longest + 1)
    return words[: cut if cut > 0 else longest]
