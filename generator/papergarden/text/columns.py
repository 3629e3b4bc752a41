"""The names that databases and exports give to a paper's fields, and the reading of their cells.

Tables, JSON, data-frame dumps and dataset viewers all come with columns of somebody else's naming.
``SYNONYMS`` is the one written table of those names; ``fields`` turns a row of any of them into the fields of
an entry and keeps what it does not know.
"""

import ast
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypedDict

from papergarden.text.dates import iso_date
from papergarden.text.ids import find_arxiv, parse_arxiv, parse_doi, with_version
from papergarden.text.names import plain_order, split_authors

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "paper_title", "article_title", "document_title", "display_name", "titles", "ti"),
    "abstract": ("abstract", "summary", "abstract_text", "paper_abstract", "abstract_note", "ab"),
    "authors": (
        "authors_parsed", "authors", "author", "author_names", "authors_list", "author_list",
        "author_full_names", "creator", "creators", "authorships", "au",
    ),
    "arxiv_id": ("arxiv_id", "arxiv", "eprint", "arxiv_identifier", "arxiv_number"),
    "doi": ("doi", "doi_link", "doi_url", "article_doi"),
    "id": ("id", "paper_id", "identifier", "external_ids", "article_id", "uid", "key"),
    "date": (
        "published", "publication_date", "date_published", "published_date", "published_at", "publish_date",
        "date", "submitted", "submitted_date", "submission_date", "issued", "published_online",
        "published_print", "year", "publication_year", "pub_year", "update_date", "updated", "updated_date",
        "created", "created_at",
    ),
    "venue": (
        "venue", "journal", "conference", "journal_ref", "booktitle", "book_title", "publication_title",
        "journal_title", "container_title", "source_title", "proceedings", "publication", "conf",
    ),
    "categories": (
        "categories", "category", "primary_category", "arxiv_category", "arxiv_categories", "subjects",
        "subject", "primary_subject", "arxiv_primary_category",
    ),
    "keywords": ("keywords", "keyword", "author_keywords", "manual_tags", "tags", "topics", "ai_keywords"),
    "organizations": (
        "organizations", "organization", "organisations", "organisation", "affiliations", "affiliation",
        "institutions", "institution", "author_affiliations", "aff",
    ),
    "code": (
        "code", "code_url", "code_link", "github", "github_url", "github_repo", "repo", "repo_url",
        "repository",
    ),
    "data": ("dataset", "dataset_url", "data_url"),
    "project": ("project", "project_url", "project_page", "homepage", "website"),
    "pdf": ("pdf", "pdf_url", "pdf_link", "url_pdf", "open_access_pdf"),
    "video": ("video", "video_url", "youtube", "slideslive"),
    "page": (
        "url", "link", "abs_url", "url_abs", "page", "paper_url", "arxiv_url", "paper_link", "site", "abs",
        "landing_page_url", "entry_id", "paper_page",
    ),
    "score": ("score", "relevance_score"),
}  # fmt: skip
"""Field of an entry (or ``id``, or a kind of link) -> the column names that mean it, the surest first."""

_FIELD_OF = {name.replace("_", ""): field for field, names in SYNONYMS.items() for name in names}
_RANK = {name.replace("_", ""): rank for names in SYNONYMS.values() for rank, name in enumerate(names)}
_LISTS = ("categories", "organizations", "keywords")
_PROMISING = ("arxiv_id", "doi", "date")
_LINKS = ("code", "data", "project", "pdf", "video", "page")
_WEB = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_CODE = re.compile(r"[a-z]{2,}(?:-[a-z]+)*(?:\.[A-Za-z-]{2,})?")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_NOTHING = frozenset({"", "null", "none", "nan", "n/a", "na", "-", "[]", "{}"})
_NAME_KEYS = ("name", "full_name", "fullname", "display_name", "literal", "author_name", "author")
_LONGEST_LITERAL = 1_000_000


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


@lru_cache(maxsize=4096)
def folded(column: str) -> str:
    """A column name without case, spaces, hyphens and underscores."""
    return re.sub(r"[\W_]+", "", column).lower()


@lru_cache(maxsize=4096)
def field_of(column: str) -> str:
    """The field that a column name means, in any spelling of it; "" if it is not known."""
    return _FIELD_OF.get(folded(column), "")


def describe_papers(columns: Iterable[str]) -> bool:
    """Whether such columns are those of papers: an id of papers, or a title or abstract that is not alone."""
    found = {field_of(column) for column in columns}
    if found & {"arxiv_id", "doi"}:
        return bool(found & {"title", "abstract", "authors"}) or len(found) == 1
    return ("title" in found and bool(found & {"abstract", "authors"})) or {"abstract", "id"} <= found


def _printed(value: object) -> str:
    """A value as one string: the items of a list joined by commas, anything deeper as JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Sequence) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return (
        json.dumps(value, ensure_ascii=False, default=str)
        if not isinstance(value, bool)
        else str(value).lower()
    )


def _unpacked(value: object) -> object:
    """A list that was saved as its text (``['A', 'B']``), as the list again; everything else as it is."""
    if not (
        isinstance(value, str) and value[:1] == "[" and value[-1:] == "]" and len(value) < _LONGEST_LITERAL
    ):
        return value
    text = re.sub(r"(?<=['\"])\s+(?=['\"])", ", ", value)
    for parse in (json.loads, ast.literal_eval):
        try:
            unpacked: object = parse(text)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            continue
        return unpacked
    return value


def _name(item: object) -> str:
    """One author of a list: a string, a pair of family and given names, or an object with some name in it."""
    if isinstance(item, str):
        return plain_order(item) if "," in item else " ".join(item.split())
    if isinstance(item, Sequence):
        family, given, *suffix = [*map(str, item), ""]
        return " ".join(f"{given} {family} {' '.join(suffix)}".split())
    if not isinstance(item, Mapping):
        return ""
    keys = {folded(str(key)): value for key, value in item.items()}
    for key in _NAME_KEYS:
        if inner := keys.get(folded(key)):
            return _name(inner)
    given = keys.get("given") or keys.get("first") or keys.get("firstname") or keys.get("givenname") or ""
    family = keys.get("family") or keys.get("last") or keys.get("lastname") or keys.get("familyname") or ""
    particle = keys.get("nondroppingparticle") or keys.get("droppingparticle") or ""
    return " ".join(f"{given} {particle} {family} {keys.get('suffix') or ''}".split())


def authors_in(value: object) -> tuple[tuple[str, ...], bool]:
    """The authors that a cell names, and whether the list is complete (no ``et al.``)."""
    value = _unpacked(value)
    if isinstance(value, str):
        return split_authors(value)
    items = [value] if isinstance(value, Mapping) else value if isinstance(value, Sequence) else []
    names = [name for item in items if (name := _name(item))]
    others = bool(names) and names[-1].lower().strip(". ") in ("others", "et al")
    return tuple(names[:-1] if others else names), not others


def _several(value: object, separators: str) -> tuple[str, ...]:
    """The values of a cell that is a list, or a string with separators; each once, in order."""
    value = _unpacked(value)
    if isinstance(value, str):
        items = re.split(separators, value)
    else:
        items = [_printed(item) for item in value] if isinstance(value, Sequence) else [_printed(value)]
    return tuple(dict.fromkeys(item.strip() for item in items if item.strip()))


def _identifiers(field: str, text: str, value: object) -> Fields | None:
    """What an id column states, or None where it holds no id of the kind it promises."""
    if isinstance(value, Mapping):
        stated: Fields = {}
        for name, inner in value.items():
            if field_of(str(name)) in ("arxiv_id", "doi"):
                stated |= _identifiers(field_of(str(name)), _printed(inner), inner) or {}
        return stated or None
    if field != "doi" and parse_arxiv(text):
        return {"arxiv_id": text}
    return {"doi": text} if field != "arxiv_id" and parse_doi(text) else None


def _categories(value: object) -> tuple[str, ...]:
    """The codes of arXiv may be separated by blanks alone; names of subjects are not."""
    text = _printed(_unpacked(value))
    codes = text.replace(",", " ").replace(";", " ").split()
    return tuple(dict.fromkeys(codes)) if all(map(_CODE.fullmatch, codes)) else _several(value, "[;,]")


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
            return {"venue": text}
        case "score":
            return {"score": text} if _NUMBER.fullmatch(text) else None
    return None


def _linked(kind: str, text: str) -> tuple[Fields, list[str]]:
    """The addresses in a cell, and what they tell: that there is code, or the arXiv id of the page."""
    addresses, stated = _WEB.findall(text), Fields()
    if kind == "code" and (addresses or text.lower() in ("true", "yes", "1")):
        stated["has_code"] = True
    if kind in ("page", "pdf") and addresses and (arxiv := find_arxiv(addresses[0])):
        stated["arxiv_id"] = with_version(arxiv)
    return stated, addresses


def _join(known: Fields, stated: Fields) -> bool:
    """Add what is not yet known to ``known``; whether that took anything."""
    taken = False
    for field in ("categories", "organizations", "keywords"):
        if field in stated:
            known[field] = tuple(dict.fromkeys((*known.get(field, ()), *stated[field])))
            taken = True
    if stated.keys() & known.keys() or taken:
        return taken
    known.update(stated)
    return True


def fields(row: Mapping[str, object]) -> Row:
    """The fields that a row of named cells states; the surest of several columns for a field wins.

    What no field takes, and what loses with another value, is kept in ``extra`` under its own column name.
    """
    known, extra, links, odd = (
        Fields(),
        dict[str, str](),
        dict[tuple[str, str], None](),
        list[tuple[str, str]](),
    )
    for column in sorted(row, key=lambda column: _RANK.get(folded(column), 0)):
        field, text = field_of(column), _printed(row[column])
        if text.lower() in _NOTHING:
            continue
        if field in _LINKS:
            stated, addresses = _linked(field, text)
            links |= dict.fromkeys((field, address) for address in addresses)
            placed = (bool(stated) and _join(known, stated)) or bool(addresses)
        else:
            found = _stated(field, text, row[column])
            odd += [(column, text)] if found is None and field in _PROMISING else []
            placed = found is not None and _join(known, found)
        if not placed:
            extra[column] = text
    if extra:
        known["extra"] = extra
    return Row(known, tuple(links), tuple(odd))
