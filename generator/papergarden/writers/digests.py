"""What a paper is made of, as twelve bytes: a file made from papers with the same digests is the same.

Most pages show what is said of a paper and not where that was printed or which papers are like it, and a new
seed changes much of the latter. So there are three digests of each, and each stands for more than the last.
"""

from operator import attrgetter
from typing import Any

from papergarden.model import Paper, Provenance, Record
from papergarden.text.digest import digest_of

BEYOND = ("title_origin", "records", "matches", "provenance", "related", "aliases")
"""Fields of a paper that `said` does not stand for."""
_said = attrgetter(
    *("title", "authors_complete", "abstract", "arxiv_id", "arxiv_version", "doi", "date", "venue"),
    *("categories", "keywords", "has_code", "score"),
)
_printed = attrgetter("source.seed", "source.line", "end", "reader", "ref")
_stating = attrgetter("origin", "authors", "authors_complete")
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
of_person = attrgetter("slug", "name", "variants", "papers", "maybe", "aliases")
"""All that is known of a person."""
_tag = attrgetter("kind", "slug", "name")
_link = attrgetter("kind", "url")
_repair = attrgetter("field", "rule", "before", "after")
_place = attrgetter("seed", "line")
_stated = attrgetter("source.seed", "source.line", "origin")


def said(paper: Paper, *beside: Any) -> bytes:
    """The digest of what is said of a paper: all its fields but those `BEYOND`.

    Most of that has a digest already where it is what a single record says. ``beside`` are texts, numbers and
    lists of them that are shown with it.
    """
    stated = paper.digest or (_said(paper), list(map(_link, paper.links)))
    authors, tags = list(map(_author, paper.authors)), list(map(_tag, paper.tags))
    return digest_of(paper.key, stated, paper.organizations, authors, tags, beside)


def traced(paper: Paper, known: bytes, *beside: Any) -> bytes:
    """The digest of what is ``said`` of a paper (which is ``known``) and of where all that comes from.

    Where that is a single record, and nobody decided otherwise, the record tells who stated what.
    """
    return digest_of(
        known,
        [_of_record(record, paper) for record in paper.records],
        list(map(_match, paper.matches)) if paper.matches else 0,
        0 if paper.digest else _of_fields(paper),
        beside,
    )


def whole(paper: Paper, known: bytes, *beside: Any) -> bytes:
    """The digest of everything: what is ``traced`` of a paper (which is ``known``), and its neighbours."""
    return digest_of(known, paper.related, paper.aliases, beside)


def key_of(*values: Any) -> str:
    """What stands for several things, as the key of a file."""
    return digest_of(*values).hex()


def _of_fields(paper: Paper) -> list[Any]:
    """Who stated each field of a paper, and how."""
    stated = [
        (name, *_stated(one), _rest(one) if one.repairs or one.others else 0)
        for name, one in paper.provenance.items()
    ]
    return [paper.title_origin, stated]


def _of_record(record: Record, paper: Paper) -> tuple[Any, ...]:
    """A record: where it is printed, what it says, and what is known of that."""
    return (
        _printed(record),
        record.digest or _of_statement(record, paper),
        list(map(_repair, record.repairs)) if record.repairs else 0,
        list(record.lines.items()),
        list(record.damage.items()) if record.damage else 0,
    )


def _of_statement(record: Record, paper: Paper) -> tuple[Any, ...]:
    """What a record says; where that became the paper's, only that it did."""
    stated = _common(record)
    return (
        _stating(record),
        0 if stated == _common(paper) else stated,
        list(map(_link, record.links)),
        list(record.extra.items()) if record.extra else 0,
    )


def _rest(known: Provenance) -> list[Any]:
    """What few fields have: repairs, and other values."""
    return [list(map(_repair, known.repairs)), [(_place(source), value) for source, value in known.others]]
