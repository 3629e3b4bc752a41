"""Split a printed list of authors, whatever its separator and the order of its names."""

import re
from collections.abc import Callable

from papergarden.text.letters import is_cjk
from papergarden.text.name_parts import PARTICLES, is_suffix, plain_order
from papergarden.text.organizations import OF_SOMETHING, is_organization

_MARK = r"(?:[¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜ*∗†‡§¶⋆★♠♣♥♦✉]|(?<!\d)\s?\d{1,2}(?!\d)|\$?\^\{[^{}]*\}\$?)"
MARKS = re.compile(rf"(?<=[^\s,;]){_MARK}+(?:\s?,\s?{_MARK}+)*(?=\s|[,;·•|]|$)")
PLACE = re.compile(r"\s*(?:\([^(){}]*\)|\[[^\[\]]*\]|<[^<>]*>)(?=\s*(?:[,;·•|\n]|and\b|&|$))")
LABEL = re.compile(r"\s*(?:authors?\s*:|by\s)\s*", re.IGNORECASE)
OTHERS = re.compile(
    r"(?:^|[\s,;&]+)(?:and\s+)?"
    r"(?:(?:et|&|and)\s+al\b\.?|others|colleagues|\d+ (?:more|others)|…|\.\.\.)[\s.,;]*$",
    re.IGNORECASE,
)
SEMICOLON, BULLET, COMMA = r"\s*;\s*", r"\s+[·|]\s+|\s*[•\t]\s*", r"\s*,\s*"
AND = r"\s*,?\s+(?:and|&|AND|And)\s+"
INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[\s‐-]{0,2}){1,4}")
FAMILY_AND_INITIALS = re.compile(r"((?:[^\W\d_][\w'’‐-]+\s+){1,3})((?:[^\W\d_a-z]\.?‐?-?){1,3})")


def split_authors(text: str) -> tuple[tuple[str, ...], bool]:
    """The names of a printed list in plain order, and whether the list is complete.

    Understands commas, semicolons, "and", "&", lines, bullets, "Last, First" and "Last, F." in turn, "Last F"
    throughout, and BibTeX's braces, which keep a name whole. Drops footnote marks, and affiliations
    in parentheses. "et al.", "and others" or an ellipsis at the end make the list incomplete.
    """
    text = LABEL.sub("", text, count=1) if LABEL.match(text) else text
    text = MARKS.sub("", PLACE.sub("", text)).strip()
    listed = OTHERS.sub("", text)
    names = (_tidy(piece) for piece in _pieces(listed))
    return tuple(name for name in names if any(map(str.isalnum, name))), listed == text


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
            return [re.sub(r"^(?:and|&)\s+", "", piece) for piece in pieces]
    lines = [line.strip(" ,") for line in text.split("\n") if line.strip(" ,")]
    if len(lines) > 1 and not any(re.search(AND, f" {line} ") for line in lines):
        commas = {line.count(",") for line in lines}
        if commas == {0} or (commas == {1} and all(_is_family(line.split(",")[0]) for line in lines)):
            return lines
    return _between_words(" ".join(text.split()))


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
        before = joined[-1].rpartition(",")[2] if joined else ""
        if OF_SOMETHING.search(before) and "," not in piece and len(piece.split()) < 3 and "}" not in before:
            joined[-1] += f" and {piece}"
        else:
            joined.append(piece)
    return joined


def _between_commas(items: list[str]) -> list[str]:
    """Items between commas: names, or family names and given names in turn."""
    items = _joined(items, lambda _, item: is_suffix(item))
    if _are_pairs(items):
        return [f"{last}, {first}" for last, first in zip(items[::2], items[1::2], strict=True)]
    names = _joined(items, _are_family_and_initials)
    if len(names) > 1 and all(FAMILY_AND_INITIALS.fullmatch(name) for name in names):
        return [FAMILY_AND_INITIALS.sub(r"\1, \2", name) for name in names]
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
    initials = INITIALS.fullmatch(item.partition(",")[0])
    return bool(initials) and "," not in family and not is_organization(family)


def _are_pairs(items: list[str]) -> bool:
    """Whether every second item is the given name of the family name before it."""
    if len(items) % 2 or any(map(is_organization, items)):
        return False
    return all(_is_family(item.partition(",")[0]) for item in items[::2])


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
