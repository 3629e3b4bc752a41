"""Cut a card's line, ``TitleFirst Author, Second Author et al. · organization``, where the title ends.

Every place where a name could begin without a space before it is a candidate. Each is given a cost in tenths:
what speaks against the words after it being names, and against the word before it ending a title. The
cheapest place wins; when it is dear, or the next is nearly as cheap, the cut is not ``certain``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from papergarden.text.given_names import GIVEN_NAMES
from papergarden.text.names import CAMEL_PREFIX, PARTICLES, SUFFIXES, fold, is_organization, words

MOST_AUTHORS = 3
WINDOW = 96
"""Characters before the end of a comma-separated piece in which the cut is looked for: names are shorter."""

COSTS = {
    # the first word after the cut
    "given name known": -20,
    "plain word": 0,
    "initial with dot": -5,
    "single letter": 15,
    "two capitals": 15,
    "word in capitals": 25,
    "camel case": 25,
    "camel case of known names": -10,
    "capital glued to a word": 45,
    "one particle first": 25,
    "particles first": 5,
    "small letters": 50,
    # the words after it
    "one word": 35,
    "four words": 10,
    "five words": 25,
    "many words": 60,
    "small word": 45,
    "word of titles": 90,
    "not of names": 60,
    "acronym": 25,
    "family name in capitals": 8,
    "glued word": 50,
    "all in small letters": 20,
    "organization": 0,
    # the word before it
    "camel case title word": 12,
    "camel case known": 0,
    "one capital after small letters": 35,
    "capitals after small letters": 12,
    "single capital": 8,
    "prefix of a family name": 45,
    "ends in a known name": 25,
    "within capitals": 30,
    "within maths": 60,
    "initial before": 50,
    "joint": 60,
    "open bracket": 60,
    # the whole
    "fewer than three before et al.": 40,
}
MOST_CERTAIN = 15
MARGIN = 15

TITLE_WORDS = frozenset(
    words("""
    a and or of for the in on with without from via using as at is are be can not into over under towards
    toward through than that this their its it how why what when where which who does we you
    """)
)
COMMA = re.compile(r",\s+")
ET_AL = re.compile(r",?\s+et\s+al\.?$")
INITIAL = re.compile(r"(?:[^\W\d_]\.[-‐]?)+")
PLAIN = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]['’]?[^\W\d_]*(?:[-‐'’][^\W\d_]+)*[.*]?")
ORGANIZATION = re.compile(r"\s·\s+([^\s·,]+|(?<=et al\. · )[^·,]+)\s*$")
LOWER_START = re.compile(
    rf"(?:(?:{'|'.join(sorted(p for p in PARTICLES if len(p) > 1))})\s+)+(?=[^\W\d_])|d['’](?=[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """A card's line cut apart: ``complete`` is false when it says "et al."."""

    title: str
    authors: tuple[str, ...]
    complete: bool
    organization: str
    certain: bool


@dataclass(frozen=True, slots=True)
class _Cut:
    cost: int
    start: int
    authors: tuple[str, ...]


def cut_byline(line: str) -> Byline:
    """The title, authors and organization that a line glues together; never raises.

    Without any place where a name could begin, the whole is the title and nothing is certain.
    """
    text, organization = _without_organization(line.strip())
    head, complete = _without_et_al(text)
    cuts = sorted(_cuts(head, complete), key=lambda cut: cut.cost)[:2]
    if not cuts:
        return Byline(head, (), complete, organization, certain=False)
    best = cuts[0]
    certain = best.cost <= MOST_CERTAIN and (len(cuts) < 2 or cuts[1].cost - best.cost >= MARGIN)
    return Byline(head[: best.start], best.authors, complete, organization, certain)


def _without_organization(line: str) -> tuple[str, str]:
    start = max(0, len(line) - WINDOW)
    found = ORGANIZATION.search(line, start)
    return (line[: found.start()].rstrip(), found[1].strip()) if found else (line, "")


def _without_et_al(text: str) -> tuple[str, bool]:
    found = ET_AL.search(text, max(0, len(text) - WINDOW))
    return (text[: found.start()], False) if found else (text, True)


def _pieces(head: str) -> list[tuple[int, int]]:
    """Start and end of the last pieces between commas, as many as there may be authors; "…, Jr." is one."""
    pieces: list[tuple[int, int]] = []
    start = max(0, len(head) - MOST_AUTHORS * WINDOW)
    for comma in COMMA.finditer(head, start):
        if comma.end() - start and not _is_suffix(head, comma.end()):
            pieces.append((start, comma.start()))
            start = comma.end()
    return [*pieces, (start, len(head))][-MOST_AUTHORS:]


def _is_suffix(head: str, start: int) -> bool:
    return head[start : start + 6].split(",")[0].strip(" .").casefold() in SUFFIXES


def _cuts(head: str, complete: bool) -> Iterator[_Cut]:
    """Every candidate, in every piece that may hold the first author."""
    authors: tuple[str, ...] = ()
    cost = 0
    for start, end in reversed(_pieces(head)):
        missing = (
            0 if complete or len(authors) == MOST_AUTHORS - 1 else COSTS["fewer than three before et al."]
        )
        for at in _starts(head, max(start, end - WINDOW), end):
            first = head[at:end]
            own = _cost_before(head[max(0, at - WINDOW) : at], first) + _cost_first(first) + _cost_name(first)
            yield _Cut(cost + missing + own, at, (first, *authors))
        cost += _cost_name(head[start:end])
        authors = (head[start:end], *authors)


def _starts(head: str, start: int, end: int) -> Iterator[int]:
    """Where a name could begin: a capital or a particle with no space before it, or another script."""
    for at in range(max(1, start), end):
        before, here = head[at - 1], head[at]
        if before.isspace():
            continue
        if here.isupper() or here.istitle() or (here == "*" and head[at + 1 : at + 2].isupper()):
            yield at
        elif here.islower():
            if LOWER_START.match(head, at, end) or _is_known(head[at:end].split()[0]):
                yield at
        elif here.isalpha() and (before.isascii() or not before.isalpha()):
            yield at


def _is_known(word: str) -> bool:
    return fold(word).replace(" ", "") in GIVEN_NAMES


def _cost_first(name: str) -> int:
    """What speaks against the first word after the cut."""
    word = name.split()[0].lstrip("*")
    parts = [part for part in re.split(r"[-‐]", word) if part]
    if INITIAL.fullmatch(word):
        return COSTS["initial with dot"]
    if particles := LOWER_START.match(name):
        return COSTS["one particle first" if len(particles[0].split()) == 1 else "particles first"]
    if word[:1].islower():
        return COSTS["small letters"]
    if len(word) == 1 and word.isascii():
        return COSTS["single letter"]
    if word.isupper() and word.isascii():
        return _known_or(word, COSTS["two capitals"] if len(word) == 2 else COSTS["word in capitals"])
    if re.match(r"[A-Z]{2}", word):
        return COSTS["capital glued to a word"]
    if re.search(r"[^\W\d_A-Z][A-Z]", CAMEL_PREFIX.sub("", word)):
        halves = re.findall(r"[A-Z][^A-Z]*", word)
        known = all(_is_known(half) for half in halves)
        return _known_or(word, COSTS["camel case of known names" if known else "camel case"])
    if parts and _is_known(parts[0]):
        return COSTS["given name known"]
    return _known_or(word, COSTS["plain word"])


def _known_or(word: str, cost: int) -> int:
    return cost + (COSTS["given name known"] if _is_known(word) else 0)


def _cost_name(name: str) -> int:
    """What speaks against words being one person's name (or an organization's)."""
    if is_organization(name):
        return COSTS["organization"]
    words = name.replace(",", " ").split()
    count = len(words)
    if count == 1 and not words[0].isascii():
        return 0
    cost = {1: COSTS["one word"], 2: 0, 3: 0, 4: COSTS["four words"], 5: COSTS["five words"]}.get(
        count, COSTS["many words"]
    )
    if name.islower():
        return cost + COSTS["all in small letters"]
    if count > 1 and PLAIN.fullmatch(words[-1]) and words[-1].isupper() and len(words[-1]) > 2:
        cost += COSTS["family name in capitals"]
        words = words[:-1]
    return cost + sum(_cost_word(word) for word in words[1:])


def _cost_word(word: str) -> int:
    """What speaks against a word in a name after the first."""
    bare = word.strip("().\"'“”*")
    if not bare or INITIAL.fullmatch(word) or bare.casefold() in SUFFIXES or bare in PARTICLES:
        return 0
    if bare in TITLE_WORDS:
        return COSTS["word of titles"]
    if not PLAIN.fullmatch(bare):
        return COSTS["not of names"]
    if bare[0].islower():
        return COSTS["small word"]
    if len(bare) > 1 and bare.isupper() and bare.isascii():
        return COSTS["acronym"]
    if re.search(r"[A-Z]{2}[a-z]", bare):
        return COSTS["glued word"]
    return COSTS["camel case"] if re.search(r"[a-z][A-Z]", CAMEL_PREFIX.sub("", bare)) else 0


def _cost_before(title: str, name: str) -> int:
    """What speaks against the title's last word ending it, given the name that would follow."""
    last = title.split()[-1]
    word = re.split(r"[-‐/–—:]", last)[-1]
    if title[-1] in "-‐/–—&+@#\\_":
        return COSTS["joint"]
    if title[-1] in "([{“‘«¿¡":
        return COSTS["open bracket"]
    if title.count("$") % 2:
        return COSTS["within maths"]
    if name.count(")") > name.count("("):
        return COSTS["open bracket"]
    if title[-1] in "'’" and len(word) <= 3:
        return COSTS["prefix of a family name"]
    if title[-1].isupper() and name[:2].isupper() and name[:2].isalpha():
        return COSTS["within capitals"]
    if re.search(r"[A-Z]\.$", word) and not re.fullmatch(r"(?:[A-Z]\.){2,}", last):
        return COSTS["initial before"]
    if re.search(r"[a-z][A-Z]$", word):
        return COSTS["one capital after small letters"]
    if re.search(r"[a-z][A-Z]+$", word):
        return COSTS["capitals after small letters"]
    if re.fullmatch(r"[A-Z]", word):
        return COSTS["single capital"]
    if re.search(r"(?:[a-z]|^)(?:Mc|Mac|De|Di|La|Le|Fitz|Van|Du)$", last):
        return COSTS["prefix of a family name"]
    humps = re.findall(r"[A-Z][a-z]+", word)
    if len(humps) > 1 and _is_known(humps[-1]):
        return COSTS["ends in a known name"]
    return COSTS["camel case title word"] if re.search(r"[a-z][A-Z]+[a-z]+$", word) else 0
