"""JSON lines: one object a paper, every key always there, sorted by id."""

import json
from itertools import compress
from operator import attrgetter
from typing import Any

from papergarden.model import Paper, Record

LINE_ENDS = {end: f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def entry(paper: Paper, cited: str) -> str:
    """The line of a paper; unknown values are null or [].

    One line in the eyes of every program: the separators that only some take for line ends are escaped.
    """
    line = _encode(paper_object(paper))
    for end, escape in LINE_ENDS.items():
        line = line.replace(end, escape)
    return f"{line}\n"


def paper_object(paper: Paper) -> dict[str, Any]:
    """A paper as other programs are promised it: these keys, in this order."""
    return {
        "id": paper.key,
        "url": paper.url,
        "title": paper.title or None,
        "title_origin": paper.title_origin,
        "authors": [{"name": one.name, "person": one.person or None} for one in paper.authors],
        "authors_complete": paper.authors_complete,
        "abstract": paper.abstract or None,
        "arxiv_id": paper.arxiv_id or None,
        "arxiv_version": paper.arxiv_version,
        "doi": paper.doi or None,
        "date": paper.date or None,
        "venue": paper.venue or None,
        "categories": list(paper.categories),
        "organizations": list(paper.organizations),
        "tags": [tag.slug for tag in paper.tags],
        "links": [{"kind": link.kind, "url": link.url} for link in paper.links],
        "has_code": paper.has_code,
        "score": paper.score,
        "related": list(paper.related),
        "sources": [_source(record) for record in paper.records],
    }


STATED_FIELDS = (
    "title", "authors", "abstract", "arxiv_id", "doi", "date", "venue", "categories", "organizations",
    "keywords", "links", "has_code", "score",
)  # fmt: skip
_stated = attrgetter(*STATED_FIELDS)


def stated_fields(record: Record) -> list[str]:
    """The names of the fields that a record says something about."""
    return list(compress(STATED_FIELDS, _stated(record)))


def _source(record: Record) -> dict[str, Any]:
    return {
        "seed": record.source.seed,
        "line": record.source.line,
        "reader": record.reader,
        "fields": stated_fields(record),
    }
