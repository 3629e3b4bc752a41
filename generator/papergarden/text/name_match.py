"""May two printed names be one person's? Never whether they are: that takes more than names."""

import re
from functools import lru_cache
from typing import NamedTuple

from papergarden.text.letters import fold
from papergarden.text.name_parts import is_suffix, plain_order
from papergarden.text.organizations import is_organization

_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"} | {"Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)

_TWO_WORDS = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")
"""The form of most names, in which there is nothing to look for."""

LONGEST = 200
"""Characters of a name; what is longer is none."""


class Form(NamedTuple):
    """The words of a name, folded; the same as one, and in the order of the alphabet; and its suffix."""

    words: tuple[str, ...]
    joined: str
    in_order: list[str]
    suffix: str


def compatible(a: str, b: str) -> bool:
    """Whether two printed names may be one person's.

    They may when they differ in accents, hyphens, case, order or a suffix that one lacks, when initials fit,
    and when one lacks middle names of the other. Organizations fit their own name only.
    """
    (folded, forms), (other, others) = _read(a), _read(b)
    if folded == other:
        return True
    for x in forms:
        for y in others:
            if _fit(x, y):
                return True
    return False


@lru_cache(maxsize=1 << 14)
def _read(name: str) -> tuple[str, tuple[Form, ...]]:
    """A name folded, and its forms; none of what is no person's."""
    return fold(name), () if is_organization(name) or len(name) > LONGEST else _forms(name)


def _forms(name: str) -> tuple[Form, ...]:
    """A name's words in every usual spelling of its umlauts; "J.K." and "JK" are two initials."""
    if _TWO_WORDS.fullmatch(name):
        words = tuple(name.lower().split(" "))
        return (Form(words, "".join(words), sorted(words), ""),)
    plain = plain_order(name).split()
    suffix = fold(plain.pop()) if len(plain) > 2 and is_suffix(plain[-1]) else ""
    apart = re.sub(r"(?<=\.)(?=[^\W\d_])", " ", " ".join(plain))
    apart = re.sub(r"\b([^\W\d_a-z])([^\W\d_a-z])(?= )", r"\1 \2", apart)
    folded = {fold(apart), fold(apart.translate(_UMLAUTS))}
    found = [tuple(form.split()) for form in sorted(folded) if form]
    return tuple(Form(words, "".join(words), sorted(words), suffix) for words in found)


def _fit(a: Form, b: Form) -> bool:
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return False
    if a.joined == b.joined or a.in_order == b.in_order:
        return True
    first, second = a.words, b.words
    if first[-1] != second[-1]:
        return False
    if len(first) == len(second) == 2:
        return _word_fits(first[0], second[0])
    return any(
        first[-size:] == second[-size:] and _given_fit(first[:-size], second[:-size])
        for size in range(1, min(len(first), len(second)))
    )


def _given_fit(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """The first words fit, and each other word of the shorter fits one of the longer, in order.

    An initial before the name that somebody goes by may be missing ("C. Lawrence", "Lawrence").
    """
    short, long = sorted((a, b), key=len)
    if "".join(short) == "".join(long):
        return True
    if len(long[0]) == 1 and len(long) > 1 and len(short[0]) > 1 and _word_fits(short[0], long[1]):
        long = long[1:]
    if not _word_fits(short[0], long[0]):
        return False
    rest = iter(long[1:])
    return all(any(_word_fits(word, other) for other in rest) for word in short[1:])


def _word_fits(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])
