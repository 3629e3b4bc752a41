"""The records of the scholarly services as rows of usual column names, from what their APIs document.

Crossref: api.crossref.org, works; OpenAlex: docs.openalex.org, Work object; Semantic Scholar: Academic Graph
API, paper; OpenReview: API 1 and 2, notes; CSL-JSON: the schema of the Citation Style Language, 1.0.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta

Row = Mapping[str, object]
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
JATS_TITLE = re.compile(r"^\s*<jats:title>\s*Abstract\s*</jats:title>", re.IGNORECASE)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def service_row(record: Row) -> Row:
    """A record of any of the services as a row; a record of none of them is a row already."""
    for knows, row_of in ROWS:
        if knows <= record.keys():
            return row_of(record)
    return record


def crossref_row(record: Row) -> Row:
    """A work of Crossref, or the answer that holds it."""
    work = _object(record.get("message")) or record
    return _without_empty(
        {
            "title": _titles(work),
            "authors": _several(work.get("author")),
            "abstract": plain_markup(JATS_TITLE.sub("", _text(work.get("abstract")))),
            "doi": work.get("DOI"),
            "date": csl_date(_first(work, "published", "issued", "published-print", "published-online")),
            "venue": _head(work.get("container-title")),
            "keywords": work.get("subject"),
            "url": _object(_object(work.get("resource")).get("primary")).get("URL") or work.get("URL"),
            "publisher": work.get("publisher"),
            "type": work.get("type"),
        }
    )


def csl_row(record: Row) -> Row:
    """An item of CSL-JSON."""
    taken = {"title", "author", "abstract", "DOI", "issued", "container-title", "keyword", "URL"}
    return _without_empty(
        {
            "title": _titles(record),
            "authors": _several(record.get("author")),
            "abstract": plain_markup(_text(record.get("abstract"))),
            "doi": record.get("DOI"),
            "date": csl_date(record.get("issued")),
            "venue": _head(record.get("container-title")),
            "keywords": record.get("keyword"),
            "url": record.get("URL"),
            "arxiv_id": _csl_arxiv(record),
            **{name: value for name, value in record.items() if name not in taken},
        }
    )


def openalex_row(record: Row) -> Row:
    """A work of OpenAlex; its abstract comes as an index from words to their places."""
    location = _object(record.get("primary_location")) or _object(record.get("host_venue"))
    authorships = [_object(one) for one in _several(record.get("authorships"))]
    institutions = [
        _object(i).get("display_name") for one in authorships for i in _several(one.get("institutions"))
    ]
    return _without_empty(
        {
            "title": _first(record, "title", "display_name"),
            "authors": [_first(_object(one.get("author")), "display_name") for one in authorships],
            "abstract": from_inverted_index(_object(record.get("abstract_inverted_index"))),
            "doi": record.get("doi"),
            "date": _first(record, "publication_date", "publication_year"),
            "venue": _first(_object(location.get("source")), "display_name") or location.get("display_name"),
            "keywords": [_object(one).get("display_name") for one in _several(record.get("keywords"))],
            "organizations": list(dict.fromkeys(filter(None, institutions))),
            "url": location.get("landing_page_url") or record.get("id"),
            "pdf": location.get("pdf_url") or _object(record.get("open_access")).get("oa_url"),
            "type": record.get("type"),
        }
    )


def openreview_row(record: Row) -> Row:
    """A note of OpenReview; in API 2 each value of the content is wrapped in an object."""
    content = {name: _unwrapped(value) for name, value in _object(record.get("content")).items()}
    forum = _text(record.get("forum") or record.get("id"))
    pdf = _text(content.pop("pdf", ""))
    moment = next((record[name] for name in ("pdate", "odate", "cdate") if record.get(name)), None)
    return _without_empty(
        {
            **{
                name: value
                for name, value in content.items()
                if name not in ("authorids", "_bibtex", "paperhash")
            },
            "date": _day(moment),
            "url": f"https://openreview.net/forum?id={forum}" if forum else "",
            "pdf": f"https://openreview.net{pdf}" if pdf.startswith("/") else pdf,
        }
    )


def semantic_scholar_row(record: Row) -> Row:
    """A paper of Semantic Scholar's graph, alone or as the cited or citing one."""
    paper = _object(record.get("citedPaper")) or _object(record.get("citingPaper")) or record
    ids = _object(paper.get("externalIds"))
    return _without_empty(
        {
            "title": paper.get("title"),
            "authors": paper.get("authors"),
            "abstract": paper.get("abstract"),
            "arxiv_id": ids.get("ArXiv"),
            "doi": ids.get("DOI"),
            "date": paper.get("publicationDate") or paper.get("year"),
            "venue": paper.get("venue") or _object(paper.get("journal")).get("name"),
            "keywords": paper.get("fieldsOfStudy"),
            "url": paper.get("url"),
            "pdf": _object(paper.get("openAccessPdf")).get("url"),
            "citationCount": paper.get("citationCount"),
        }
    )


ROWS: tuple[tuple[frozenset[str], Callable[[Row], Row]], ...] = (
    (frozenset({"message", "message-type"}), crossref_row),
    (frozenset({"DOI", "indexed"}), crossref_row),
    (frozenset({"abstract_inverted_index"}), openalex_row),
    (frozenset({"authorships"}), openalex_row),
    (frozenset({"content", "forum"}), openreview_row),
    (frozenset({"paperId"}), semantic_scholar_row),
    (frozenset({"citedPaper"}), semantic_scholar_row),
    (frozenset({"citingPaper"}), semantic_scholar_row),
    (frozenset({"type", "issued"}), csl_row),
    (frozenset({"type", "author"}), csl_row),
)
"""Keys that a record of a service has, and what makes it a row."""


def from_inverted_index(index: Mapping[str, object]) -> str:
    """The text whose words an index lists with their places, counted from 0."""
    words = [(place, word) for word, places in index.items() for place in _several(places)]
    return " ".join(word for place, word in sorted((p, w) for p, w in words if isinstance(p, int)))


def plain_markup(text: str) -> str:
    """Text without the tags of JATS or HTML; blocks stay apart by a space."""
    return " ".join(TAG.sub(lambda tag: "" if "italic" in tag[0] or "sub" in tag[0] else " ", text).split())


def csl_date(value: object) -> str:
    """A CSL date, from its parts or as it was printed."""
    date = _object(value)
    parts = [part for part in _several(_head_list(date.get("date-parts"))) if str(part).isdecimal()]
    if parts:
        return "-".join(f"{int(str(part)):02}" for part in parts[:3])
    return _text(date.get("raw") or date.get("literal") or (value if isinstance(value, str) else ""))


def _csl_arxiv(record: Row) -> object:
    """The arXiv id of an item: Zotero and we keep it beside the name of the archive."""
    archive = f"{record.get('archive', '')}{record.get('publisher', '')}".lower()
    number = record.get("archive_location") or record.get("number")
    return number if "arxiv" in archive and number else None


def _titles(work: Row) -> str:
    """Title and subtitle."""
    parts = [_head(work.get("title")), _head(work.get("subtitle"))]
    return plain_markup(": ".join(filter(None, parts)))


def _unwrapped(value: object) -> object:
    return value["value"] if isinstance(value, Mapping) and "value" in value else value


def _day(moment: object) -> str:
    """Milliseconds since 1970 as a date."""
    if not isinstance(moment, int) or abs(moment) > 10**14:
        return ""
    return (EPOCH + timedelta(milliseconds=moment)).date().isoformat()


def _object(value: object) -> Row:
    return value if isinstance(value, Mapping) else {}


def _several(value: object) -> list[object]:
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str | Mapping) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _head(value: object) -> str:
    """The first of a list of strings, or the string."""
    return _text(next(iter(_several(value)), value))


def _head_list(value: object) -> object:
    return next(iter(_several(value)), None)


def _first(record: Row, *names: str) -> object:
    return next((record[name] for name in names if record.get(name)), None)


def _without_empty(row: Row) -> Row:
    return {name: value for name, value in row.items() if value not in (None, "", [], ())}
