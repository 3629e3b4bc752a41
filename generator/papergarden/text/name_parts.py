"""A printed name taken apart, and put in plain order, without guessing where the family name begins."""

import re
from functools import lru_cache
from typing import NamedTuple

from papergarden.text.letters import is_cjk, words
from papergarden.text.organizations import is_organization

PARTICLES = frozenset(
    words("""
    't abu af al auf av bar ben bin bint d da dal dalla das de degli dei del dela della den der des di
    do dos du e el het i ibn in la las le lo los op ten ter tho thoe til und van vande vanden vander ver
    vom von y zu zum zur
    """)
)
"""Words in small letters that stand before a family name or between its halves."""
BETWEEN_HALVES = frozenset({"y", "e", "i"})
SUFFIXES = frozenset(words("jr sr ii iii iv phd"))
PLAIN_NAME = re.compile(
    r"[A-Z][a-zà-öø-ÿ]+(?:-[A-Z][a-z]+)?(?: [A-Z]\.)?(?: [A-Z][a-zà-öø-ÿ]+(?:-[A-Z][a-z]+)?){1,2}"
)
"""Two or three words with a capital each, and initials: most names, and quick to see."""
COMPANY_SUFFIXES = frozenset(words("inc ltd llc gmbh corp"))
NAMES_KEPT = 1 << 16
"""Names that are remembered taken apart: each is asked for by several pages and files of a paper."""


class Name(NamedTuple):
    """A printed name taken apart; ``certain`` says that its form tells where the family name begins.

    Where it does not, ``family`` is the last word, good for sorting and for nothing else. The family name of
    a one-word name and of an organization is the whole.
    """

    given: tuple[str, ...]
    particles: tuple[str, ...]
    family: str
    suffix: str
    certain: bool


def is_suffix(word: str) -> bool:
    """Whether a word follows names without being one: Jr., III, PhD."""
    return word.strip(". ").casefold() in SUFFIXES


def plain_order(name: str) -> str:
    """``Last, First`` as a byline prints it, ``First Last``; ``Last, Jr., First`` is ``First Last Jr.``.

    A name in plain order comes back as it is but for its spaces, and so does one with more commas than that.
    """
    if "," not in name:
        return " ".join(name.split())
    pieces = [piece for piece in (" ".join(piece.split()) for piece in name.split(",")) if piece]
    suffixes = [piece for piece in pieces[1:] if is_suffix(piece)]
    names = pieces[:1] + [piece for piece in pieces[1:] if not is_suffix(piece)]
    if len(names) > 2 or (len(names) == 2 and names[1].strip(".").casefold() in COMPANY_SUFFIXES):
        return " ".join(name.split())
    return " ".join([*(names if is_cjk(name) else reversed(names)), *suffixes])


@lru_cache(NAMES_KEPT)
def parts(name: str) -> Name:
    """A name taken apart as far as its form tells.

    Sure are "Last, First", a particle in small letters before the last word, a suffix after two words, and
    names in Chinese, Japanese or Korean characters printed with a space (family name first).
    """
    plain = name.split()
    name = " ".join(plain)
    if _is_usual(name, plain):
        return Name(tuple(plain[:-1]), (), plain[-1], "", certain=False)
    if is_organization(name) or " " not in name.strip(","):
        return Name((), (), name.strip(","), "", certain=not is_cjk(name))
    if is_cjk(name):
        family, *given = name.replace(",", " ").split()
        return Name(tuple(given), (), family, "", certain=True)
    plain = (plain_order(name) if "," in name else name).split()
    suffix = plain.pop() if len(plain) > 2 and is_suffix(plain[-1]) else ""
    head, _, rest = name.partition(",")
    if rest.strip(" ,") and not all(map(is_suffix, rest.split(","))) and "," not in " ".join(plain):
        return _divided(plain, len(plain) - len(head.split()), suffix, certain=True)
    return _of_plain(plain, suffix)


def _is_usual(name: str, plain: list[str]) -> bool:
    """Whether it is seen at once that the last word is the family name as far as anybody can tell."""
    return (
        len(plain) > 1
        and "," not in name
        and PARTICLES.isdisjoint(plain)
        and not is_suffix(plain[-1])
        and (name.isascii() or not is_cjk(name))
        and not is_organization(name)
    )


def _of_plain(plain: list[str], suffix: str) -> Name:
    """A name in plain order: only particles and a suffix can tell."""
    inner = [at for at, word in enumerate(plain[:-1]) if at and word in PARTICLES]
    if not inner:
        return _divided(plain, len(plain) - 1, suffix, certain=bool(suffix) and len(plain) == 2)
    start = max(1, inner[0] - (plain[inner[0]] in BETWEEN_HALVES))
    return _divided(plain, start, suffix, certain=len(plain) - inner[-1] == 2)


def _divided(plain: list[str], start: int, suffix: str, certain: bool) -> Name:
    family = plain[start:]
    count = next((at for at, word in enumerate(family) if word not in PARTICLES), len(family) - 1)
    return Name(tuple(plain[:start]), tuple(family[:count]), " ".join(family[count:]), suffix, certain)
