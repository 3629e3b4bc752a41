"""Printed names of persons: taken apart, put in plain order, folded, and compared, but never guessed at.

Where a family name begins cannot be told from most printed names (the ACL Anthology's rule, too), so
``parts`` says ``certain`` only where the form of the name itself tells.
"""

import re
import unicodedata
from dataclasses import dataclass


def words(text: str) -> list[str]:
    """The words of a table."""
    return text.split()


PARTICLES = frozenset(
    words("""
    af al auf av bin bint d da dal dalla das de degli dei del dela della den der des di do dos du e el
    het i in la las le los lo op 't ten ter tho thoe til und van vande vanden vander von vom zu zum zur
    ibn abu ben bar y ver
    """)
)
"""Lower-case words that stand before (or within) a family name."""

SUFFIXES = frozenset(
    words("""
    jr sr ii iii iv phd md
    """)
)

ORGANIZATION_WORDS = frozenset(
    words("""
    team teams group groups lab labs laboratory laboratories collaboration consortium workshop community
    project institute university college school academy foundation initiative association committee
    company corporation corp inc ltd llc gmbh research center centre council society network alliance
    technologies technology systems department ministry agency organization organisation partnership
    contributors authors
    """)
)
ORGANIZATIONS = frozenset(
    words("""
    openai nvidia deepseek deepseek-ai google microsoft meta facebook apple amazon anthropic mistral cohere
    baidu alibaba tencent bytedance huawei qwen deepmind eleutherai bigscience bigcode xai ibm intel adobe
    samsung salesforce databricks mosaicml huggingface minimax moonshot zhipu 01.ai ai2 allenai laion
    stability nous cerebras inclusionai internlm openbmb tsinghua stanford eth-zurich meta-ai
    """)
)

SYLLABLES = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|[aeiou])"
    r"){2,3}"
)
"""Two or three Chinese syllables in Latin letters (Hanyu Pinyin without tones), folded: a given name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A printed name taken apart; ``certain`` says that the form of the name tells where the family name is.

    When it does not tell, ``family`` is the last word, which serves sorting and nothing else.
    """

    given: tuple[str, ...]
    particles: tuple[str, ...]
    family: str
    suffix: str
    certain: bool


def fold(name: str) -> str:
    """A name without accents, case and punctuation: ``O'Brién`` → ``obrien``."""
    text = unicodedata.normalize("NFKD", name.translate(_FOLDED))
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    text = re.sub(r"['’`´ʼ]", "", text)
    return " ".join(re.findall(r"[^\W_]+", text))


_FOLDED = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "AE"}
    | {"œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H"}
)


class _Kinds(dict[int, str]):
    """Of a character its kind, found when first asked for."""

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


def is_organization(name: str) -> bool:
    """Whether a printed author is a team or an institution (``DeepSeek-AI``, ``Qwen Team``), not a person."""
    words = [word.strip(".,()").casefold() for word in name.split()]
    if not words:
        return False
    if " ".join(words) in ORGANIZATIONS or (len(words) == 1 and re.search(r"(?i)[a-z](?:-ai|labs?)$", name)):
        return True
    if len(words) > 1 and words[-1] in ORGANIZATION_WORDS:
        return True
    return len(words) > 1 and (words[0] == "the" or words[-1] == "ai" or words[0] in ORGANIZATIONS)


def plain_order(name: str) -> str:
    """``"Last, First"`` as a byline prints it, ``"First Last"``; "Last, Jr., First" → "First Last Jr."."""
    pieces = [" ".join(piece.split()) for piece in name.split(",")]
    pieces = [piece for piece in pieces if piece]
    suffixes = [piece for piece in pieces[1:] if _is_suffix(piece)]
    others = [piece for piece in pieces if piece not in suffixes]
    if len(others) > 2 or not others or _is_company(others):
        return " ".join(name.split())
    if len(others) == 2 and _is_cjk(others[0]):
        return " ".join(others)
    return " ".join([*reversed(others), *suffixes])


def _is_company(pieces: list[str]) -> bool:
    return len(pieces) == 2 and pieces[1].strip(".").casefold() in {"inc", "ltd", "llc", "gmbh", "corp", "co"}


def _is_suffix(word: str) -> bool:
    return word.strip(".").casefold() in SUFFIXES


def _is_cjk(text: str) -> bool:
    return bool(re.fullmatch(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\s·]+", text))


def parts(name: str) -> Name:
    """A printed name taken apart as far as its form tells.

    Sure are "Last, First", a small-letter particle before the last word, Chinese, Japanese and Korean names
    printed with a space (family name first), names of one word, and organizations (whole, as ``family``).
    """
    name = " ".join(name.split())
    if is_organization(name) or " " not in name:
        return Name((), (), name, "", certain=not _is_cjk(name))
    if _is_cjk(name):
        family, *given = name.replace(",", " ").split()
        return Name(tuple(given), (), family, "", certain=True)
    plain = plain_order(name)
    words = plain.split()
    suffix = words.pop() if len(words) > 2 and _is_suffix(words[-1]) else ""
    if plain != name and not (suffix and plain == name.replace(",", "")):
        return _from_family(len(words) - len(name.split(",")[0].split()), words, suffix, certain=True)
    first = next((at for at, word in enumerate(words[:-1]) if at and word in PARTICLES), 0)
    if first:
        first -= words[first] in JOINING
        last = max(at for at, word in enumerate(words[:-1]) if word in PARTICLES)
        return _from_family(max(first, 1), words, suffix, certain=len(words) - last == 2)
    return _from_family(len(words) - 1, words, suffix, certain=bool(suffix) and len(words) == 2)


JOINING = frozenset({"y", "e", "i"})
"""Particles between the two halves of a family name: "Agüera y Arcas"."""


def _from_family(start: int, words: list[str], suffix: str, certain: bool) -> Name:
    family = words[start:]
    count = next((at for at, word in enumerate(family) if word not in PARTICLES), 0)
    return Name(tuple(words[:start]), tuple(family[:count]), " ".join(family[count:]), suffix, certain)


def compatible(a: str, b: str) -> bool:
    """Whether two printed names may be one person's: initials fit, a middle name or accent is missing.

    It never says that they are. Organizations are compatible with the same name only.
    """
    if fold(a) == fold(b):
        return True
    if is_organization(a) or is_organization(b):
        return False
    forms_a, forms_b = _forms(a), _forms(b)
    return any(_fit(x, y) for x in forms_a for y in forms_b)


Form = tuple[tuple[str, ...], str]
"""The words of a name, folded, and its suffix."""


def _forms(name: str) -> list[Form]:
    words = plain_order(name).split()
    suffix = fold(words.pop()) if len(words) > 2 and _is_suffix(words[-1]) else ""
    spaced = re.sub(r"(?<=\.)(?=[^\W\d_])", " ", " ".join(words))
    spaced = re.sub(r"\b([A-Z])([A-Z])(?= \w)", r"\1 \2", spaced)
    folds = {fold(spaced), fold(spaced.translate(_UMLAUTS))}
    return [(tuple(folded.split()), suffix) for folded in sorted(folds) if folded]


_UMLAUTS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "ø": "oe",
        "Ø": "Oe",
        "å": "aa",
        "Å": "Aa",
    }
)


def _fit(a: Form, b: Form) -> bool:
    (words_a, suffix_a), (words_b, suffix_b) = a, b
    if suffix_a and suffix_b and suffix_a != suffix_b:
        return False
    if "".join(words_a) == "".join(words_b) or sorted(words_a) == sorted(words_b):
        return True
    if len(words_a) < 2 or len(words_b) < 2 or words_a[-1] != words_b[-1]:
        return False
    return _given_fit(words_a[:-1], words_b[:-1])


def _given_fit(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """The first words fit, and the words of the shorter fit, in order, words of the longer."""
    short, long = sorted((a, b), key=len)
    if "".join(short) == "".join(long):
        return True
    if not _word_fits(short[0], long[0]):
        return False
    rest = iter(long[1:])
    return all(any(_word_fits(word, other) for other in rest) for word in short[1:])


def _word_fits(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])


def split_authors(text: str) -> tuple[tuple[str, ...], bool]:
    """The names in a printed author list, in plain order, and whether the list is complete.

    Understands commas, semicolons, "and", "&", newlines, bullets, "Last, First" in pairs, BibTeX's braces;
    drops footnote marks and affiliations in parentheses; "et al." and "and others" make a list incomplete.
    """
    text = re.sub(r"^\s*(?:authors?\s*:|by\s)\s*", "", _without_marks(text), flags=re.I)
    listed, complete = _without_others(text.strip())
    names = tuple(name for piece in _pieces(listed) if (name := _tidy(piece)))
    return names, complete


def _without_marks(text: str) -> str:
    text = re.sub(r"\s*(?:\([^(){}]*\)|\[[^\[\]]*\]|<[^<>]*>)(?=\s*(?:[,;·•|\n]|and\b|&|$))", "", text)
    return re.sub(rf"(?<=[^\s,;]){_MARK}+(?:\s?,\s?{_MARK}+)*(?=\s|[,;·•|]|$)", "", text)


_MARK = r"(?:[¹²³⁴⁵⁶⁷⁸⁹⁰*∗†‡§¶⋆♠♣♥♦✉]|(?<!\d)\s?\d{1,2}(?!\d))"


def _without_others(text: str) -> tuple[str, bool]:
    short = re.sub(
        r"[\s,;&]+(?:and\s+)?(?:et\s+al|others|(?:&|and)\s+al)\.?\s*$|[\s,;]*(?:…|\.\.\.)\s*$", "", text
    )
    return short, short == text


def _tidy(name: str) -> str:
    return plain_order(re.sub(r"[{}]", "", name).strip(" ,;")).strip()


def _pieces(text: str) -> list[str]:
    for separator in (r"\s*;\s*", r"\s+[·•|]\s+|\s*[•|]\s*", r"\s*\n\s*"):
        pieces = _split(text, separator)
        if len(pieces) > 1:
            return [re.sub(r"^(?:and|&)\s+", "", piece) for piece in pieces]
    return _splitwords(text)


def _splitwords(text: str) -> list[str]:
    by_and = _split(text, r"\s*,?\s+(?:and|&|und)\s+")
    commas = [len(_split(piece, r"\s*,\s*")) - 1 for piece in by_and]
    if len(by_and) > 2 or (len(by_and) == 2 and all(count == 1 for count in commas)):
        return by_and
    items = [item for piece in by_and for item in _split(piece, r"\s*,\s*")]
    return _paired(items)


def _paired(items: list[str]) -> list[str]:
    """Items between commas: names, or family and given names in turn."""
    if len(items) % 2 == 0 and items and not is_organization(items[0]):
        lasts, firsts = items[::2], items[1::2]
        initials = all(re.fullmatch(r"(?:[^\W\d_]\.?[\s-]*){1,4}", first) for first in firsts)
        single = all(" " not in last.strip() for last in lasts)
        if not any(_is_suffix(first) for first in firsts) and (initials or single):
            return [f"{last}, {first}" for last, first in zip(lasts, firsts, strict=True)]
    joined: list[str] = []
    for item in items:
        if joined and _is_suffix(item):
            joined[-1] += f", {item}"
        else:
            joined.append(item)
    return joined


def _split(text: str, separator: str) -> list[str]:
    """Split where no brace is open."""
    pieces, depth, start = [], 0, 0
    for found in re.finditer(rf"[{{}}]|{separator}", text):
        if found[0] in "{}":
            depth = max(0, depth + (1 if found[0] == "{" else -1))
        elif depth == 0:
            pieces.append(text[start : found.start()])
            start = found.end()
    return [piece for piece in [*pieces, text[start:]] if piece.strip()]
