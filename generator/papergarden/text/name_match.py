"""May two printed names be one person's? Never whether they are: that takes more than names."""

import re
from functools import lru_cache

from papergarden.text.letters import fold
from papergarden.text.name_parts import is_suffix, plain_order
from papergarden.text.organizations import is_organization

_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"} | {"Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)

LONGEST = 200
"""Characters of a name; what is longer is none."""

Form = tuple[tuple[str, ...], str]
"""The words of a name, folded, and its suffix."""


def compatible(a: str, b: str) -> bool:
    """Whether two printed names may be one person's.

    They may when they differ in accents, hyphens, case, order or a suffix that one lacks, when initials fit,
    and when one lacks middle names of the other. Organizations fit their own name only.
    """
    if fold(a) == fold(b):
        return True
    if is_organization(a) or is_organization(b) or max(len(a), len(b)) > LONGEST:
        return False
    return any(_fit(x, y) for x in _forms(a) for y in _forms(b))


@lru_cache(maxsize=1 << 14)
def _forms(name: str) -> tuple[Form, ...]:
    """A name's words in every usual spelling of its umlauts; "J.K." and "JK" are two initials."""
    plain = plain_order(name).split()
    suffix = fold(plain.pop()) if len(plain) > 2 and is_suffix(plain[-1]) else ""
    apart = re.sub(r"(?<=\.)(?=[^\W\d_])", " ", " ".join(plain))
    apart = re.sub(r"\b([^\W\d_a-z])([^\W\d_a-z])(?= )", r"\1 \2", apart)
    folded = {fold(apart), fold(apart.translate(_UMLAUTS))}
    return tuple((tuple(form.split()), suffix) for form in sorted(folded) if form)


def _fit(a: Form, b: Form) -> bool:
    (first, suffix), (second, other) = a, b
    if suffix and other and suffix != other:
        return False
    if "".join(first) == "".join(second) or sorted(first) == sorted(second):
        return True
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
