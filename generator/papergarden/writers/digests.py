"""What a paper is made of, as twelve bytes: a file made from papers with the same digests is the same."""

from operator import attrgetter
from typing import Any

from papergarden.model import Paper, Provenance, Record
from papergarden.text.digest import digest_of

_paper = attrgetter(
    *("key", "title", "title_origin", "authors_complete", "abstract", "arxiv_id", "arxiv_version", "doi"),
    *("date", "venue", "categories", "organizations", "keywords", "has_code", "score", "related", "aliases"),
)
_record = attrgetter(
    "source.seed", "source.line", "end", "reader", "ref", "origin", "authors", "authors_complete"
)
_common = attrgetter(
    *(
        "title",
        "abstract",
        "arxiv_id",
        "arxiv_version",
        "doi",
        "date",
        "venue",
        "categories",
        "organizations",
    ),
    *("keywords", "has_code", "score"),
)
"""What a record and its paper both have."""
_match = attrgetter(
    *("left.seed", "left.line", "right.seed", "right.line", "verdict", "rule", "evidence"),
    *("left_ref", "right_ref"),
)
_author = attrgetter("name", "person")
_tag = attrgetter("kind", "slug", "name")
_link = attrgetter("kind", "url")
_repair = attrgetter("field", "rule", "before", "after")
_place = attrgetter("seed", "line")
_stated = attrgetter("source.seed", "source.line", "origin")


def digest(paper: Paper) -> bytes:
    """The digest of everything that is known of a paper itself."""
    return digest_of(_of_paper(paper))


def key_of(*values: Any) -> str:
    """What stands for several things, as the key of a file."""
    return digest_of(*values).hex()


def _of_paper(paper: Paper) -> tuple[Any, ...]:
    return (
        _paper(paper),
        list(map(_author, paper.authors)),
        list(map(_tag, paper.tags)),
        list(map(_link, paper.links)),
        [_of_record(record, paper) for record in paper.records],
        list(map(_match, paper.matches)) if paper.matches else 0,
        [
            (name, *_stated(known), _rest(known) if known.repairs or known.others else 0)
            for name, known in paper.provenance.items()
        ],
    )


def _of_record(record: Record, paper: Paper) -> tuple[Any, ...]:
    """A record; where all that it says became the paper's, only that it did."""
    stated = _common(record)
    return (
        _record(record),
        0 if stated == _common(paper) else stated,
        list(map(_link, record.links)),
        list(map(_repair, record.repairs)) if record.repairs else 0,
        list(record.lines.items()),
        list(record.extra.items()) if record.extra else 0,
        list(record.damage.items()) if record.damage else 0,
    )


def _rest(known: Provenance) -> list[Any]:
    """What few fields have: repairs, and other values."""
    return [list(map(_repair, known.repairs)), [(_place(source), value) for source, value in known.others]]
