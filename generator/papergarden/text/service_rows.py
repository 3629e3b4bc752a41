"""The records of the scholarly services as rows of usual column names, from what their APIs document.

Crossref: api.crossref.org, works; OpenAlex: docs.openalex.org, Work object; Semantic Scholar: Academic Graph
API, paper, and the lines of its open corpus; OpenReview: API 1 and 2, notes; CSL-JSON: the schema of the
Citation Style Language, 1.0; the arXiv snapshot that Cornell University publishes; DBLP: search API, hits;
Hugging Face: daily papers; Publish or Perish: its table. What a row has no place for is kept under its name.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta

from papergarden.text.column_names import describe_papers, field_of
from papergarden.text.columns import unpacked
from papergarden.text.ids import parse_arxiv
from papergarden.text.plain_markup import plain_markup

Row = Mapping[str, object]
DBLP_NUMBER = re.compile(r"\s\d{4}$")
"""What DBLP tells people of one name apart by."""
JATS_TITLE = re.compile(r"^\s*<jats:title>\s*Abstract\s*</jats:title>", re.IGNORECASE)
PROCEEDING_MONTH = re.compile(r"(?<=\b\d{4})[ -]\d{1,2}$")
SEASON = re.compile(r"^(?:spring|summer|autumn|fall|winter)\s+(?=\d{4}$)", re.IGNORECASE)
CROSSREF_DATES = ("published", "issued", "published-print", "published-online", "posted")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ASIDE = frozenset(
    (
        *("indexed", "deposited", "content-domain", "reference", "license", "assertion", "score"),
        *("counts_by_year", "referenced_works", "related_works", "concepts", "topics", "mesh", "locations"),
        *("best_oa_location", "ids", "citationStyles", "embedding", "references", "citations", "authorids"),
        *("_bibtex", "paperhash"),
    )
)
"""What services keep of their own work, or tell of other papers: it is not the paper's."""


NESTS = (
    *("row", "paper", "data", "_source", "attributes", "response", "document", "article", "info"),
    *("work", "item", "record", "fields", "publication", "entry"),
)
"""Names of the object in which a record has the paper itself."""


def service_row(record: Row) -> Row:
    """A record of any of the services as a row; a record of none of them is a row already, or holds one."""
    row_of = row_maker(record)
    if row_of is dict and (nest := next((name for name in NESTS if name in record), "")):
        inner = service_row(_object(record[nest]))
        if describe_papers(inner) and not describe_papers(record):
            return {**record, **inner, nest: None}
    return row_of(record)


def row_maker(names: Iterable[str]) -> Callable[[Row], Row]:
    """What makes a row of records with those keys; it may leave them as they are."""
    known = set(names)
    return next((row_of for knows, row_of in ROWS if knows <= known), dict)


def crossref_row(record: Row) -> Row:
    """A work of Crossref, or the answer that holds it."""
    work = _object(record.get("message")) or record
    authors = [_object(one) for one in _several(work.get("author"))]
    places = [_object(place).get("name") for one in authors for place in _several(one.get("affiliation"))]
    preprints = [
        _object(one).get("id") for one in _several(_object(work.get("relation")).get("has-preprint"))
    ]
    files = [
        one for one in map(_object, _several(work.get("link"))) if "pdf" in _text(one.get("content-type"))
    ]
    resource = _object(_object(work.get("resource")).get("primary"))
    row = {
        "title": _titles(work),
        "authors": authors,
        "orcid": _orcids(
            [(f"{one.get('given', '')} {one.get('family', '')}", one.get("ORCID")) for one in authors]
        ),
        "abstract": plain_markup(JATS_TITLE.sub("", _text(work.get("abstract")))),
        "doi": work.get("DOI"),
        "arxiv_id": next((one for one in preprints if parse_arxiv(_text(one))), None),
        "date": next(filter(None, (csl_date(work.get(name)) for name in CROSSREF_DATES)), ""),
        "venue": _head(work.get("container-title")),
        "keywords": work.get("subject"),
        "organizations": _each(places),
        "url": resource.get("URL") or work.get("URL"),
        "pdf": next((one.get("URL") for one in files), None),
    }
    taken = (
        "subtitle",
        "author",
        "DOI",
        "published",
        "issued",
        "container-title",
        "subject",
        "URL",
        "resource",
    )
    return _row("Crossref", work, row, *taken, "link", "relation")


def csl_row(record: Row) -> Row:
    """An item of CSL-JSON."""
    row = {
        "title": _titles(record),
        "authors": _several(record.get("author")),
        "abstract": plain_markup(_text(record.get("abstract"))),
        "doi": record.get("DOI"),
        "date": csl_date(record.get("issued")),
        "venue": _head(record.get("container-title")),
        "keywords": record.get("keyword"),
        "url": record.get("URL"),
        "arxiv_id": _csl_arxiv(record),
    }
    taken = {"author", "DOI", "issued", "container-title", "keyword", "URL", *row}
    return _without_empty({**row, **{name: value for name, value in record.items() if name not in taken}})


def openalex_row(record: Row) -> Row:
    """A work of OpenAlex; its abstract comes as an index from words to their places."""
    location = _object(record.get("primary_location")) or _object(record.get("host_venue"))
    authorships = [_object(one) for one in _several(record.get("authorships"))]
    institutions = [
        _object(i).get("display_name") for one in authorships for i in _several(one.get("institutions"))
    ]
    pages = [_text(_object(one).get("landing_page_url")) for one in _several(record.get("locations"))]
    row = {
        "title": plain_markup(_text(_first(record, "title", "display_name"))),
        "authors": [
            _object(one.get("author")).get("display_name") or one.get("raw_author_name")
            for one in authorships
        ],
        "orcid": _orcids(
            [
                (_object(one.get("author")).get("display_name"), _object(one.get("author")).get("orcid"))
                for one in authorships
            ]
        ),
        "abstract": from_inverted_index(_object(record.get("abstract_inverted_index"))),
        "doi": record.get("doi"),
        "arxiv_id": next(filter(parse_arxiv, pages), None),
        "date": _first(record, "publication_date", "publication_year"),
        "venue": _first(_object(location.get("source")), "display_name") or location.get("display_name"),
        "keywords": [_object(one).get("display_name") for one in _several(record.get("keywords"))],
        "organizations": _each(institutions),
        "url": location.get("landing_page_url") or record.get("id"),
        "pdf": location.get("pdf_url") or _object(record.get("open_access")).get("oa_url"),
    }
    taken = ("display_name", "authorships", "abstract_inverted_index", "publication_date", "publication_year")
    return _row("OpenAlex", record, row, *taken, "primary_location", "host_venue", "open_access")


def _orcids(pairs: Iterable[tuple[object, object]]) -> str:
    """Names with the identifiers of people, ``Ada Example 0000-0001-2345-6789; …``, of those who have one."""
    known = [(_text(name), _text(orcid).rstrip("/").rpartition("/")[2]) for name, orcid in pairs]
    return "; ".join(f"{' '.join(name.split())} {orcid}" for name, orcid in known if orcid)


def openreview_row(record: Row) -> Row:
    """A note of OpenReview, alone or as the table of a venue; in API 2 each value is wrapped in an object."""
    content = {name: _unwrapped(value) for name, value in _object(record.get("content") or record).items()}
    forum = _text(record.get("forum") or record.get("id") or content.get("paper_id"))
    pdf = _text(content.get("pdf"))
    moment = _day(_first(record, "pdate", "odate", "cdate"))
    row = {
        **{name: value for name, value in content.items() if name not in ASIDE},
        "date": moment or content.get("date") or content.get("year"),
        "url": [f"https://openreview.net/forum?id={forum}" if forum else "", _text(content.get("url"))],
        "pdf": f"https://openreview.net{pdf}" if pdf.startswith("/") else pdf,
    }
    return _without_empty({name: value for name, value in row.items() if name != "forum"})


def semantic_scholar_row(record: Row) -> Row:
    """A paper of Semantic Scholar's graph, alone or as the cited or citing one, or of its open corpus."""
    inner = _object(record.get("citedPaper")) or _object(record.get("citingPaper")) or record
    paper = {name.lower(): value for name, value in inner.items()}
    ids = {name.lower(): value for name, value in _object(paper.get("externalids")).items()}
    venue = paper.get("venue") or _object(paper.get("publicationvenue")).get("name")
    row = {
        "title": paper.get("title"),
        "authors": paper.get("authors"),
        "abstract": paper.get("abstract"),
        "arxiv_id": ids.get("arxiv"),
        "doi": ids.get("doi"),
        "date": paper.get("publicationdate") or paper.get("year"),
        "venue": venue or _object(paper.get("journal")).get("name"),
        "keywords": paper.get("fieldsofstudy"),
        "url": paper.get("url"),
        "pdf": _object(paper.get("openaccesspdf")).get("url"),
        "summary in one sentence": _object(paper.get("tldr")).get("text"),
    }
    taken = ("externalIds", "externalids", "publicationDate", "publicationdate", "year", "journal", "tldr")
    more = ("fieldsOfStudy", "s2FieldsOfStudy", "s2fieldsofstudy", "openAccessPdf", "publicationVenue")
    return _row("Semantic Scholar", inner, row, *taken, *more)


def full_text_row(record: Row) -> Row:
    """A paper of Semantic Scholar's open corpus with its text, on which places are marked; that is left."""
    content = _object(record.get("content"))
    text, marks = _text(content.get("text")), _object(content.get("annotations"))
    given, family = (_marked(text, marks.get(f"author{half}name")) for half in ("first", "last"))
    whole = [f"{one} {other}" for one, other in zip(given, family, strict=False)]
    row = {
        "title": " ".join(_marked(text, marks.get("title"))),
        "authors": whole if len(given) == len(family) else [],
        "abstract": " ".join(_marked(text, marks.get("abstract"))),
        "externalids": record.get("externalids"),
        "corpusid": record.get("corpusid"),
    }
    return semantic_scholar_row(row)


def _marked(text: str, marks: object) -> list[str]:
    """The places of a text that marks point at; they come as JSON within JSON."""
    places = [_object(one) for one in _several(unpacked(marks))]
    spans = [(one.get("start"), one.get("end")) for one in places]
    return [
        text[one:other].strip() for one, other in spans if isinstance(one, int) and isinstance(other, int)
    ]


def unpaywall_row(record: Row) -> Row:
    """A record of Unpaywall."""
    best = _object(record.get("best_oa_location"))
    row = {"pdf": best.get("url_for_pdf"), "url": best.get("url_for_landing_page") or best.get("url")}
    rest = {
        name: value for name, value in record.items() if not name.endswith(("oa_location", "oa_locations"))
    }
    return _without_empty({**rest, **row})


def with_code_row(record: Row) -> Row:
    """A paper of Papers with Code, which adds the month to the year of a conference."""
    proceeding = PROCEEDING_MONTH.sub("", _text(record.get("proceeding")))
    conference = {"with code conference": record.get("conference")} if proceeding else {}
    rest = {name: value for name, value in record.items() if name != "conference" or not conference}
    return _without_empty({**rest, **conference, "proceeding": proceeding})


def snapshot_row(record: Row) -> Row:
    """A paper of the arXiv snapshot: its date is that of the first version."""
    versions = [_object(one) for one in _several(record.get("versions"))]
    printed = [f"{one.get('version', '')} {one.get('created', '')}".strip() for one in versions]
    row = {
        "date": versions[0].get("created") if versions else record.get("update_date"),
        "versions": "; ".join(printed) if len(printed) > 1 else "",
    }
    return _without_empty({**record, **row})


def daily_row(record: Row) -> Row:
    """A paper of Hugging Face's daily list; what it says of the paper itself counts most."""
    return {**record, **_object(record.get("paper")), "paper": None}


def dblp_row(record: Row) -> Row:
    """A hit of DBLP's search."""
    info = _object(record.get("info"))
    authors = _object(info.get("authors")).get("author")
    people = [authors] if isinstance(authors, Mapping) else _several(authors)
    row = {
        "title": _text(info.get("title")).removesuffix("."),
        "authors": [DBLP_NUMBER.sub("", _text(_object(one).get("text"))) for one in people],
        "venue": _head(info.get("venue")),
        "url": [_text(info.get("ee")), _text(info.get("url"))],
    }
    return _row("DBLP", info, {**row, "doi": info.get("doi"), "date": info.get("year")}, "ee", "year")


def perish_row(record: Row) -> Row:
    """A line of Publish or Perish, which calls the venue a source."""
    return {("venue" if name == "Source" else name): value for name, value in record.items()}


ROWS: tuple[tuple[frozenset[str], Callable[[Row], Row]], ...] = (
    (frozenset({"message", "message-type"}), crossref_row),
    (frozenset({"DOI", "indexed"}), crossref_row),
    (frozenset({"abstract_inverted_index"}), openalex_row),
    (frozenset({"authorships"}), openalex_row),
    (frozenset({"content", "forum"}), openreview_row),
    (frozenset({"authorids", "title"}), openreview_row),
    (frozenset({"authors_parsed", "versions"}), snapshot_row),
    (frozenset({"paper", "title"}), daily_row),
    (frozenset({"info", "@score"}), dblp_row),
    (frozenset({"GSRank", "Source"}), perish_row),
    (frozenset({"doi", "is_oa", "oa_status"}), unpaywall_row),
    (frozenset({"url_abs", "proceeding"}), with_code_row),
    (frozenset({"corpusid", "content"}), full_text_row),
    (frozenset({"corpusid", "title"}), semantic_scholar_row),
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


def csl_date(value: object) -> str:
    """A CSL date, from its parts or as it was printed."""
    date = _object(value)
    parts = [part for part in _several(_head_list(date.get("date-parts"))) if str(part).isdecimal()]
    if parts:
        return "-".join(f"{int(str(part)):02}" for part in parts[:3])
    printed = _text(date.get("raw") or date.get("literal") or (value if isinstance(value, str) else ""))
    return SEASON.sub("", printed)


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


def _each(values: Iterable[object]) -> list[object]:
    """The values that say something, each once, in order."""
    return list(dict.fromkeys(value for value in values if isinstance(value, str) and value))


def _row(service: str, record: Row, row: Row, *taken: str) -> Row:
    """A row, and what of the record it does not take; a name that would be understood says whose it is."""
    rest = {
        (f"{service} {name}" if field_of(name) else name): value
        for name, value in record.items()
        if name not in taken and name not in row and name not in ASIDE
    }
    return _without_empty({**rest, **row})


def _without_empty(row: Row) -> Row:
    return {name: value for name, value in row.items() if value not in (None, "", [], (), {})}
