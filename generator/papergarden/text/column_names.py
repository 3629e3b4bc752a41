"""The names that databases and exports give to a paper's fields: one written table of them.

Tables, JSON, data-frame dumps and dataset viewers all come with columns of somebody else's naming.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "display_name", "titles", "ti"),
    "abstract": ("abstract", "summary", "abstract_text", "abstract_note", "ab", "abstracts", "summaries"),
    "authors": (
        "authors_parsed", "author_full_names", "af", "authors", "author", "author_names", "authors_list",
        "author_list", "creator", "creators", "authorships", "author_string", "z_authors", "au",
    ),
    "arxiv_id": ("arxiv_id", "arxiv", "eprint", "arxiv_identifier", "arxiv_number", "arxiv_eprints"),
    "doi": ("doi", "dois", "doi_link", "doi_url", "di"),
    "id": ("id", "paper_id", "identifier", "external_ids", "uid", "key"),
    "date": (
        "published", "publication_date", "date_published", "published_date", "published_at", "publish_date",
        "date", "submitted", "submitted_date", "submission_date", "issued", "published_online",
        "published_print", "year", "publication_year", "pub_year", "py", "update_date", "updated",
        "updated_date", "created", "created_at",
    ),
    "month": ("month", "publication_month", "pub_month", "pd"),
    "venue": (
        "venue", "journal", "conference", "journal_ref", "booktitle", "book_title", "publication_title",
        "journal_title", "container_title", "source_title", "proceedings", "proceeding", "publication",
        "journal_name", "journal_book", "publication_name", "conf", "so",
    ),
    "categories": (
        "categories", "category", "primary_category", "arxiv_category", "arxiv_categories", "subjects",
        "subject", "primary_subject", "arxiv_primary_category", "category_code", "terms",
    ),
    "keywords": (
        "keywords", "keyword", "author_keywords", "manual_tags", "tags", "topics", "ai_keywords", "de",
        "fields_of_study", "tasks",
    ),
    "organizations": (
        "organizations", "organization", "organisations", "organisation", "affiliations", "affiliation",
        "institutions", "institution", "author_affiliations", "aff",
    ),
    "code": (
        "code", "has_code", "code_url", "code_link", "github", "github_url", "github_repo", "repo",
        "repo_url", "repository",
    ),
    "data": ("dataset", "dataset_url", "data_url"),
    "project": ("project", "project_url", "project_page", "homepage", "website"),
    "pdf": ("pdf", "pdf_url", "pdf_link", "url_pdf", "open_access_pdf", "conference_url_pdf"),
    "video": ("video", "video_url", "youtube", "slideslive"),
    "page": (
        "url", "link", "abs_url", "url_abs", "page", "arxiv_url", "site", "abs", "landing_page_url",
        "entry_id", "full_text_url", "external_url", "conference_url_abs",
    ),
    "score": ("score", "relevance_score"),
    "hint": ("extra", "note", "notes", "number", "archive_location", "volume", "comment", "comments"),
}  # fmt: skip
"""Field of an entry (or a kind of link) -> the column names that mean it, the surest first. An ``id`` may be
one of papers, a ``hint`` is where programs write ``arXiv:2405.04517 [cs.LG]``; both may hold anything else.
"""

OF_PAPERS = ("paper", "article", "document")
"""What may stand before any of these names."""

_FIELD_OF = {name.replace("_", ""): field for field, names in SYNONYMS.items() for name in names}
_RANK = {name.replace("_", ""): rank for names in SYNONYMS.values() for rank, name in enumerate(names)}
_LAST = ("month", "id", "code", "data", "project", "page", "pdf", "video", "hint", "")
"""Fields that tell an id, or a name of their own, only where nothing surer does."""


@lru_cache(maxsize=4096)
def folded(column: str) -> str:
    """A column name without case, spaces, hyphens and underscores."""
    return re.sub(r"[\W_]+", "", column).lower()


@lru_cache(maxsize=4096)
def field_of(column: str) -> str:
    """The field that a column name means, in any spelling of it; "" if it is not known."""
    name = folded(column)
    known = (_FIELD_OF.get(name.removeprefix(word), "") for word in ("", *OF_PAPERS))
    return next(filter(None, known), "")


@lru_cache(maxsize=1024)
def ordered(columns: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The columns with the field that each means, those whose word counts most first."""
    return tuple(sorted(((column, field_of(column)) for column in columns), key=_surety))


def _surety(one: tuple[str, str]) -> tuple[int, int]:
    """Fields first that have no surer one beside them, then the surest names of each."""
    column, field = one
    return _LAST.index(field) + 1 if field in _LAST else 0, _rank(column)


def _rank(column: str) -> int:
    """How many names of its field are surer than this one."""
    name = folded(column)
    return min(
        (_RANK[bare] for word in ("", *OF_PAPERS) if (bare := name.removeprefix(word)) in _RANK), default=0
    )


_NAMING = frozenset({"arxiv_id", "doi", "title", "abstract"})
_BESIDE_A_TITLE = frozenset({"abstract", "authors", "date", "venue", "id"})


_PLAIN = frozenset({"title", "date"})
_OF_PUBLICATION = re.compile("year|publ|arxiv")
"""What tells the date of a publication from that of anything with a title."""


def describe_papers(columns: Iterable[str]) -> bool:
    """Whether such columns are those of papers: an id, title or abstract alone, or with what papers have."""
    columns = list(columns)
    found = {field_of(column) for column in columns}
    if len(found) == 1:
        return bool(found & _NAMING)
    if found & {"arxiv_id", "doi"}:
        return bool(found & {"title", "abstract", "authors"})
    if found & _PLAIN == _PLAIN and not found & _BESIDE_A_TITLE - _PLAIN:
        return "" not in found or any(map(_OF_PUBLICATION.search, map(folded, columns)))
    return ("title" in found and bool(found & _BESIDE_A_TITLE)) or {"abstract", "id"} <= found
