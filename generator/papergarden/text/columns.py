"""The reading of a row of named cells: whatever its columns are called, it becomes the fields of an entry.

``fields`` reads each cell as what ``column_names`` says its column means, and keeps what it does not know.
"""

import ast
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from papergarden.text.author_lists import split_authors
from papergarden.text.categories import ARCHIVES
from papergarden.text.column_names import describe_papers, field_of, folded, ordered
from papergarden.text.dates import iso_date
from papergarden.text.ids import find_arxiv, parse_arxiv, parse_doi, with_version
from papergarden.text.json_records import HALF, loads
from papergarden.text.links import kind
from papergarden.text.names import plain_order

__all__ = ["Fields", "Row", "authors_in", "describe_papers", "field_of", "fields", "unpacked"]

_ONE = ("title", "abstract", "arxiv_id", "doi")
"""Fields of which a list of objects gives the first."""
_LISTS = ("categories", "organizations", "keywords")
_PROMISING = ("arxiv_id", "doi", "date")
_LINKS = ("code", "data", "project", "pdf", "video", "page")
_WEB = re.compile(r"https?://[^\s<>\"']*[^\s<>\"',;]", re.IGNORECASE)
_CODE = re.compile(r"[a-z]{2,}(?:-[a-z]+)*(?:\.[A-Za-z-]{2,})?")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d{1,2}$)")
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b(?!.*\d{4})", re.IGNORECASE)
"""Month and day, the year of which stands in another column."""
_SAVED_ID = re.compile(r"(?:abs|arxiv)[-_](?=\d)|(?<=[a-zA-Z])-(?=\d{7}(?:v\d+)?$)", re.IGNORECASE)
"""What a file name has in the place of ``abs/`` and of the stroke of an old id."""
_LOST_ZERO = re.compile(r"[789](?:0[1-9]|1[0-2])\.\d{4}")
"""An id of 2007 to 2009 that a program took for a number."""
_OTHER_ROLE = re.compile(r"""['"]creatorType['"]: ['"](?!author['"])""")
_NOTHING = frozenset({"", "null", "none", "nan", "n/a", "na", "-", "[]", "{}"})
_NOT_THERE = re.compile(r"\[no [\w ()]{1,30} available\]", re.IGNORECASE)
_NAME_KEYS = (
    "fullname",
    "name",
    "displayname",
    "literal",
    "authorname",
    "author",
    "text",
    "title",
    "category",
    "tag",
    "value",
)
_MONTH_NUMBERS = frozenset(f"{number:{form}}" for number in range(1, 13) for form in ("d", "02d"))
_LONGEST_LITERAL = 1_000_000
_SHORT = 40
"""Characters of the longest cell that may say that there is nothing."""
_OF_AN_ARCHIVE = frozenset(
    (
        *("arxiv", "arxiv.org", "corr", "abs", "preprint", "preprints", "pre-print"),
        *("eprint", "eprints", "e-print", "e-prints", "cornell", "university"),
    )
)
"""Words that a reference to arXiv is made of, beside the id, the class and the year."""
_CLASS = re.compile(r"\[([a-z]{2,}(?:-[a-z]+)*\.[A-Za-z-]{2,})\]")


class Fields(TypedDict, total=False):
    """The fields of an entry that a row states, as keyword arguments of ``Entry``."""

    title: str
    authors: tuple[str, ...]
    authors_complete: bool
    abstract: str
    arxiv_id: str
    doi: str
    date: str
    venue: str
    categories: tuple[str, ...]
    organizations: tuple[str, ...]
    keywords: tuple[str, ...]
    has_code: bool
    score: str
    extra: dict[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """What a row states: the fields, its links as pairs of kind and address, and cells that are not what
    their column promises, as pairs of column and cell (they are kept in ``extra`` too).
    """

    fields: Fields
    links: tuple[tuple[str, str], ...]
    odd: tuple[tuple[str, str], ...]


def _printed(value: object) -> str:
    """A value as one string: the items of a list joined by commas, anything deeper as JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if type(value) is int:
        return str(value)
    if isinstance(value, Sequence) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False, default=str)


def _unwrapped(value: object) -> object:
    """A value without what MongoDB (``{"$oid": …}``) or OpenReview (``{"value": …}``) wrap around it."""
    if not isinstance(value, str) and isinstance(value, Mapping) and len(value) == 1:
        ((name, inner),) = value.items()
        return inner if name == "value" or str(name).startswith("$") else value
    return value


def _label(value: object) -> str:
    """A value as one string, an object by the name it has."""
    return (_name(value) if isinstance(value, Mapping) else "") or _printed(value)


def unpacked(value: object) -> object:
    """A list or object that was saved as its text (``['A', 'B']``), as that again; all else as it is."""
    if not (
        isinstance(value, str) and value[:1] + value[-1:] in ("[]", "{}") and len(value) < _LONGEST_LITERAL
    ):
        return value
    text = re.sub(r"(?<=['\"])\s+(?=['\"])", ", ", value)
    for parse in (loads,) if HALF.search(text) else (loads, ast.literal_eval):
        try:
            found: object = parse(text)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            continue
        return found
    return value


def _name(item: object) -> str:
    """One author of a list: a string, a pair of family and given names, or an object with some name in it."""
    if isinstance(item, str):
        return plain_order(item) if "," in item else " ".join(item.split())
    if isinstance(item, Sequence):
        family, given, suffix, *_ = [*map(str, item), "", "", ""]
        return " ".join(f"{given} {family} {suffix}".split()).replace(". -", ".-")
    if not isinstance(item, Mapping):
        return ""
    keys = {folded(str(key)): value for key, value in item.items()}
    for key in _NAME_KEYS:
        if inner := keys.get(key):
            return _name(inner)
    given = keys.get("given") or keys.get("first") or keys.get("firstname") or keys.get("givenname") or ""
    family = keys.get("family") or keys.get("last") or keys.get("lastname") or keys.get("familyname") or ""
    particle = keys.get("nondroppingparticle") or keys.get("droppingparticle") or ""
    return " ".join(f"{given} {particle} {family} {keys.get('suffix') or ''}".split())


def authors_in(value: object) -> tuple[tuple[str, ...], bool]:
    """The authors that a cell names, and whether the list is complete (no ``et al.``)."""
    value = unpacked(value)
    if isinstance(value, str):
        return split_authors(value if ";" in value else value.replace("|", "; "))
    items = [value] if isinstance(value, Mapping) else value if isinstance(value, Sequence) else []
    names = [name for item in _writers(items) if (name := _name(item))]
    others = bool(names) and names[-1].lower().strip(". ") in ("others", "et al")
    return tuple(names[:-1] if others else names), not others


def _writers(items: Sequence[object]) -> Sequence[object]:
    """Those who wrote it, of a list that says who did what, as Zotero's does with ``creatorType``."""
    roles = [item.get("creatorType", "author") if isinstance(item, Mapping) else "author" for item in items]
    wrote = [item for item, role in zip(items, roles, strict=True) if role == "author"]
    return wrote or items


def _several(value: object, separators: str) -> tuple[str, ...]:
    """The values of a cell that is a list, or a string with separators; each once, in order."""
    value = unpacked(value)
    if isinstance(value, str):
        items = re.split(separators, value)
    else:
        items = [_label(item) for item in value] if isinstance(value, Sequence) else [_label(value)]
    return tuple(dict.fromkeys(item.strip() for item in items if item.strip()))


def _identifiers(field: str, text: str, value: object) -> Fields | None:
    """What an id column states, or None where it holds no id of the kind it promises."""
    if isinstance(value, Mapping):
        stated: Fields = {}
        for name, inner in value.items():
            if field_of(str(name)) in ("arxiv_id", "doi"):
                stated |= _identifiers(field_of(str(name)), _printed(inner), inner) or {}
        return stated or None
    named = f"0{text}" if _LOST_ZERO.fullmatch(text) else _SAVED_ID.sub(_stroke, text)
    if field != "doi" and parse_arxiv(named):
        return {"arxiv_id": named}
    first = next(iter(text.split()), "").rstrip(",;")
    return {"doi": first} if field != "arxiv_id" and parse_doi(first) else None


def _stroke(mark: re.Match[str]) -> str:
    return "/" if mark[0] == "-" else ""


def _hinted(text: str) -> Fields | None:
    """The id, and the class of arXiv, on a line that says so and nothing else."""
    for line in text.split("\n"):
        named = line.strip().removeprefix("abs/")
        if (named != line.strip() or "arxiv" in line.lower()) and parse_arxiv(named):
            classes = _CLASS.findall(line)
            return {"arxiv_id": named, "categories": tuple(classes)} if classes else {"arxiv_id": named}
        if "arxiv" in line.lower() and (archived := _of_archive(line)):
            return archived
    return None


def _venue(text: str) -> Fields | None:
    """A venue; an archive is none, but may be printed with the id that the paper has there."""
    archived = _of_archive(text)
    return {"venue": text} if archived is None else archived or None


def _of_archive(text: str) -> Fields | None:
    """The id in a reference to arXiv (``CoRR abs/2405.04517``), if it has one; None for anything else."""
    first, *others = re.split(r"[\s,;()\[\]]+", text.strip(" .,").lower())
    if first == "arxiv:" or (first.partition(":")[0] in _OF_AN_ARCHIVE and all(map(_is_of_archive, others))):
        found = find_arxiv(text) or find_arxiv(text.replace("abs/", "arXiv:"))
        return {"arxiv_id": with_version(found)} if found else {}
    return None


def _is_of_archive(word: str) -> bool:
    bare = word.strip(".:").removeprefix("abs/")
    return (
        not bare
        or bare in _OF_AN_ARCHIVE
        or bool(parse_arxiv(bare) or _CODE.fullmatch(bare) or iso_date(bare))
    )


def _categories(value: object) -> tuple[str, ...]:
    """The codes of arXiv may be separated by blanks alone; names of subjects are not."""
    text = _printed(unpacked(value))
    codes = text.replace(",", " ").replace(";", " ").split()
    known = all(_CODE.fullmatch(code) and code.partition(".")[0] in ARCHIVES for code in codes)
    return tuple(dict.fromkeys(codes)) if known else _several(value, "[;,]")


def _stated(field: str, text: str, value: object) -> Fields | None:
    """One cell as fields, or None where it is not what its column promises."""
    match field:
        case "arxiv_id" | "doi" | "id":
            return _identifiers(field, text, value)
        case "authors":
            names, complete = authors_in(value)
            return {"authors": names, "authors_complete": complete} if names else None
        case "date":
            return {"date": text} if iso_date(text) else None
        case "categories":
            return {"categories": _categories(value)}
        case "keywords":
            return {"keywords": _several(value, "[;,|]")}
        case "organizations":
            return {"organizations": _several(value, "[;|]")}
        case "title":
            return {"title": text}
        case "abstract":
            return {"abstract": text}
        case "venue":
            return _venue(_label(value))
        case "hint":
            return _hinted(text)
        case "score":
            return {"score": _DECIMAL_COMMA.sub(".", text)} if _NUMBER.fullmatch(text) else None
    return None


def _linked(field: str, text: str) -> tuple[Fields, list[tuple[str, str]]]:
    """The links in a cell, and what they tell: that there is code, or the arXiv id of the page."""
    addresses, stated = _WEB.findall(text), Fields()
    if field == "code" and (addresses or text.lower() in ("true", "yes", "1")):
        stated["has_code"] = True
    if field in ("page", "pdf") and addresses and (arxiv := find_arxiv(addresses[0])):
        stated["arxiv_id"] = with_version(arxiv)
    return stated, [((kind("", url) or field) if field == "page" else field, url) for url in addresses]


def _dated(known: str, text: str) -> str:
    """A year made more precise by the month, and perhaps the day, that stand in another column."""
    year, month = iso_date(known), re.split(r"[-–/]", text)[0].strip()
    if len(year) != 4:
        return ""
    return f"{year}-{int(month):02}" if month in _MONTH_NUMBERS else iso_date(f"{month} {year}")


def _join(known: Fields, stated: Fields) -> bool:
    """Add what is not yet known to ``known``; whether all of it is there now."""
    whole = True
    for name, value in stated.items():
        before = known.get(name)
        if name in _LISTS:
            known[name] = tuple(dict.fromkeys((*(before or ()), *value)))  # type: ignore[literal-required, misc]
        elif before is None:
            known[name] = value  # type: ignore[literal-required]
        else:
            whole = whole and _agree(name, before, value)
    return whole


def _agree(field: str, known: object, stated: object) -> bool:
    """Whether a second value says no more than the first."""
    if field == "arxiv_id":
        first, second = parse_arxiv(str(known)), parse_arxiv(str(stated))
        return first is not None and second is not None and first[0] == second[0]
    if field == "doi":
        return parse_doi(str(known)) == parse_doi(str(stated))
    if field == "date":
        return iso_date(str(known)).startswith(iso_date(str(stated)))
    return known == stated


def fields(row: Mapping[str, object]) -> Row:
    """The fields that a row of named cells states; the surest of several columns for a field wins.

    What no field takes, and what loses with another value, is kept in ``extra`` under its own column name.
    """
    known, extra = Fields(), dict[str, str]()
    links: dict[tuple[str, str], None] = {}
    odd: list[tuple[str, str]] = []
    months: dict[str, str] = {}
    for column, field in ordered(tuple(row)):
        value = _unwrapped(row[column])
        if field in _ONE and isinstance(value, list) and value and isinstance(value[0], Mapping):
            value = _label(value[0])
        text = _printed(value)
        if len(text) <= _SHORT and (text.lower() in _NOTHING or _NOT_THERE.fullmatch(text)):
            continue
        if not field:
            extra[column] = text
        elif field == "month" or (field == "date" and _MONTH.match(text)):
            months[column] = text
        elif field in _LINKS:
            stated, found_links = _linked(field, text)
            links |= dict.fromkeys(found_links)
            if not ((bool(stated) and _join(known, stated)) or found_links):
                extra[column] = text
        else:
            found = _stated(field, text, value)
            if found is None and field in _PROMISING:
                odd.append((column, text))
            if found is None or not _join(known, found) or _says_more(field, text):
                extra[column] = text
    for column, text in months.items():
        if date := _dated(known.get("date", ""), text):
            known["date"] = date
        else:
            extra[column] = text
    if extra:
        known["extra"] = extra
    return Row(known, tuple(links), tuple(odd))


def _says_more(field: str, text: str) -> bool:
    """Whether a cell has more in it than its field takes."""
    if field == "authors":
        return "(" in text or _OTHER_ROLE.search(text) is not None
    return field == "hint" or (field == "doi" and " " in text)
