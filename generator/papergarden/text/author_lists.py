"""Split a printed list of authors, whatever its separator and the order of its names."""

import re
from collections.abc import Callable
from operator import or_

from papergarden.text.byline_tables import GIVEN_NAMES
from papergarden.text.letters import fold, is_cjk, shape
from papergarden.text.name_parts import PARTICLES, is_suffix, plain_order
from papergarden.text.organizations import OF_SOMETHING, is_organization

_SIGNS = "¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜ*∗†‡§¶⋆★♠♣♥♦✉"
_MARK = rf"(?:[{_SIGNS}]|(?<!\d) ?\d{{1,2}}(?!\d)|\$?\^\{{[^{{}}]*\}}\$?)"
MARKS = re.compile(rf"(?<=[^\s,;\d{_SIGNS}]){_MARK}+(?: ?, ?{_MARK}+)*(?=\s|[,;·•|]|$)")
PLACE = re.compile(r" ?(?:\([^(){}]*\)|\[[^\[\]]*\]|<[^<>]*>)(?=[*†‡§¶]*\s?(?:[,;·•|\n]|and\b|&|$))")
NOT_SHOWN = re.compile(
    r"(?: ?\((?:\d+ )?additional authors not shown\)|,? (?:and|&|\+) ?\d+ (?:other|more)(?: author)?s?)$"
)
TEAM = re.compile(r"([^,;:\n]{2,60}): (?=[^\W\d_])")
"""A team above its members, as arXiv prints them."""
LABEL = re.compile(r"(?:authors? ?:|by\s)\s?", re.IGNORECASE)
OTHERS = re.compile(
    r"(?:(?:^|(?<![\s,;&])[\s,;&]+)(?:and )?(?:(?:et|&|and) al\b\.?|\d+ (?:more|others)|…|\.\.\.)"
    r"|(?:^|(?<![\s,;&])(?: ?[,;&] ?| (?=and)))(?:and )?(?:others|colleagues))[\s.,;]*$",
    re.IGNORECASE,
)
LONGEST = 120
"""Characters of an organization's name that are looked at."""
# Only single spaces and line ends are left when these are used.
SEMICOLON, BULLET, COMMA = r" ?; ?", r" [·|] | ?• ?", r" ?, ?"
AND = r" ?,? (?:and|&|AND) "
# Shapes of words: A a capital, a a small letter.
INITIALS = re.compile(r"(?:A\.?[ ‐-]{0,2}){1,4}")
FAMILY_AND_INITIALS = re.compile(r"((?:[Aa][Aa'’‐-]+ ){1,3})(?:A\.?[‐-]?){1,3}")
_WIDE = str.maketrans("，、；", ",,;")

# Most lists are names of the plainest kind with one separator, which is seen at a glance.
_SMALL = "a-zß-öø-ÿăąćčđęěğıłńňőřśşšţúűźżž"
_WORD = (
    rf"(?!(?:Et|And) Al\b|By |Others\b|Colleagues\b)[A-ZÀ-ÖØ-ÞĆČĐĞŁŃŚŞŠŻŽ]"
    rf"(?>[A-Za-zÀ-ÖØ-öø-ɏ'’‐-]*[{_SMALL}](?![\w'’‐-])|\.(?:-?[A-Z]\.)*|)"
)
_PARTICLE = "|".join(sorted(PARTICLES, key=len, reverse=True))
_PLAIN = rf"{_WORD}(?> (?:{_WORD}|(?:{_PARTICLE})(?= )))++(?<=[{_SMALL}])"
_INVERTED = rf"{_WORD}(?> {_WORD})*+, (?!(?:Jr|Sr|PhD|Phd|Inc|Ltd|Corp)\b){_WORD}(?> {_WORD})*+"
_PLAIN_NAMES = re.compile(rf"{_PLAIN}(?:, {_PLAIN})*+(?:,? and {_PLAIN})?+")
_NAMES_BETWEEN = tuple(
    (separator, re.compile(rf"{name}(?:{separator}{name})++"))
    for separator in ("; ", " and ")
    for name in (_PLAIN, _INVERTED)
)
_PLAIN_SEPARATOR = re.compile(r",? and |, ")


def split_authors(text: str) -> tuple[tuple[str, ...], bool]:
    """The names of a printed list in plain order, and whether the list is complete.

    Understands commas, semicolons, "and", "&", lines, bullets, "Last, First" and "Last, F." in turn, "Last F"
    throughout, and BibTeX's braces, which keep a name whole. Drops footnote marks, and affiliations
    in parentheses. "et al.", "and others" or an ellipsis at the end make the list incomplete.
    """
    plain = _plain_names(text)
    return (plain, True) if plain else _any_names(text)


def _plain_names(text: str) -> tuple[str, ...]:
    """The names of a list that holds nothing but plain names and one separator, else nothing; quick."""
    if _PLAIN_NAMES.fullmatch(text):
        return tuple(_PLAIN_SEPARATOR.split(text))
    for separator, names in _NAMES_BETWEEN:
        if separator in text and names.fullmatch(text):
            pairs = (name.partition(", ") for name in text.split(separator))
            return tuple(f"{given} {family}" if given else family for family, _, given in pairs)
    return ()


def _any_names(text: str) -> tuple[tuple[str, ...], bool]:
    text = text.translate(_WIDE)
    lines = (" ".join(line.replace("\t", " • ").split()) for line in text.split("\n"))
    text = "\n".join(line for line in lines if line)
    if label := LABEL.match(text):
        text = text[label.end() :]
    text = TEAM.sub(r"\1, ", text, count=1) if TEAM.match(text) else text
    shown = NOT_SHOWN.sub("", text)
    whole = MARKS.sub("", PLACE.sub("", shown.partition(" ((")[0])).strip()
    listed = OTHERS.sub("", whole)
    names = [_tidy(piece) for piece in _pieces(listed)]
    complete = shown == text and listed == whole and not {"…", "..."} & set(names)
    return tuple(name for name in names if any(map(str.isalnum, name))), complete


def _tidy(name: str) -> str:
    whole = name.strip()
    if whole.startswith("{") and whole.endswith("}") and "}" not in whole[:-1]:
        return " ".join(whole.strip("{}").split())
    unbraced = whole if "\\" in whole else re.sub(r"[{}]", "", whole)
    return plain_order(unbraced.strip(" ,;"))


def _pieces(text: str) -> list[str]:
    """The list cut at the strongest separator that it has."""
    for separator in (SEMICOLON, BULLET):
        pieces = _split(text, separator)
        if len(pieces) > 1:
            *names, last = (re.sub(r"^\s?(?:and|&) ", "", piece) for piece in pieces)
            return [*names, *_between_words(last)] if re.search(AND, last) else [*names, last]
    lines = [line.strip(" ,") for line in text.split("\n") if line.strip(" ,")]
    if len(lines) > 1 and not any(re.search(AND, f" {line} ") for line in lines):
        commas = {line.count(",") for line in lines}
        if commas == {0} or (commas == {1} and all(_is_family(line.split(",")[0]) for line in lines)):
            return lines
    return _between_words(text.replace("\n", " "))


def _between_words(text: str) -> list[str]:
    """A list with "and", commas, or both."""
    pieces = _whole_organizations(_split(text, AND))
    commas = [len(_split(piece, COMMA)) - 1 for piece in pieces]
    if len(pieces) > 1 and all(
        count < 2 or _is_with_suffix(piece) for count, piece in zip(commas, pieces, strict=True)
    ):
        inverted = [piece for count, piece in zip(commas, pieces, strict=True) if count]
        if len(inverted) in (0, len(pieces)) or all(_is_family(piece.split(",")[0]) for piece in inverted):
            return pieces
    return _between_commas([item for piece in pieces for item in _split(piece, COMMA)])


def _is_with_suffix(piece: str) -> bool:
    """Whether a name with two commas may be "Last, Jr., First"."""
    return piece.count(",") == 2 and any(map(is_suffix, piece.split(",")[1:]))


def _is_family(words: str) -> bool:
    """Whether words before a comma look like a family name: one word, or particles and one or two."""
    first, *others = words.split() or [""]
    return not is_cjk(first) and (not others or first in PARTICLES)


def _whole_organizations(pieces: list[str]) -> list[str]:
    """Pieces between "and", those of one organization ("Institute for Data and Society") joined again."""
    joined: list[str] = []
    for piece in pieces:
        before = joined[-1][-LONGEST:].rpartition(",")[2] if joined else ""
        if OF_SOMETHING.search(before) and not _may_be_person(piece.partition(",")[0]):
            joined[-1] += f" and {piece}"
        else:
            joined.append(piece)
    return joined


def _may_be_person(name: str) -> bool:
    """Whether words after "Institute for Data and" are rather an author: two, the first a given name."""
    words = name.split()
    return len(words) > 2 or (len(words) == 2 and fold(words[0]) in GIVEN_NAMES)


def _between_commas(items: list[str]) -> list[str]:
    """Items between commas: names, or family names and given names in turn."""
    items = _joined(items, lambda _, item: is_suffix(item))
    if _are_pairs(items):
        return [f"{last}, {first}" for last, first in zip(items[::2], items[1::2], strict=True)]
    names = _joined(items, _are_family_and_initials)
    forms = [FAMILY_AND_INITIALS.fullmatch(shape(name)) for name in names]
    groups = [is_organization(name) and not form for name, form in zip(names, forms, strict=True)]
    if sum(map(bool, forms)) > 1 and all(map(or_, map(bool, forms), groups)):
        return [
            f"{name[: form.end(1)]}, {name[form.end(1) :]}" if form else name.removesuffix(".")
            for name, form in zip(names, forms, strict=True)
        ]
    return names


def _joined(items: list[str], belong: Callable[[str, str], bool]) -> list[str]:
    """Items, those that belong to the one before joined to it by a comma."""
    joined: list[str] = []
    for item in items:
        if joined and belong(joined[-1], item):
            joined[-1] += f", {item}"
        else:
            joined.append(item)
    return joined


def _are_family_and_initials(family: str, item: str) -> bool:
    initials = INITIALS.fullmatch(shape(item.partition(",")[0]))
    return bool(initials) and "," not in family and not is_organization(family)


def _are_pairs(items: list[str]) -> bool:
    """Whether every second item is the given name of the family name before it."""
    if len(items) % 2 or not all(_is_family(item.partition(",")[0]) for item in items[::2]):
        return False
    return not any(map(is_organization, items))


def _split(text: str, separator: str) -> list[str]:
    """The non-empty pieces between separators that are in no braces."""
    pieces, depth, start = [], 0, 0
    for found in re.finditer(rf"[{{}}]|{separator}", text):
        if found[0] in "{}":
            depth = max(0, depth + (1 if found[0] == "{" else -1))
        elif depth == 0:
            pieces.append(text[start : found.start()])
            start = found.end()
    return [piece for piece in [*pieces, text[start:]] if piece.strip()]
