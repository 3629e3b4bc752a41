"""CSV as spreadsheets open it: one row a paper, several values in a cell parted by semicolons."""

import csv
import io
from collections.abc import Iterable, Iterator

from papergarden.model import Library, Paper

COLUMNS = (
    "id", "title", "authors", "authors_complete", "abstract", "arxiv_id", "doi", "date", "venue",
    "categories", "organizations", "tags", "links", "score",
)  # fmt: skip
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def rows(library: Library) -> Iterator[str]:
    """The lines of the papers (RFC 4180), sorted by key; ``HEADER`` goes before them."""
    for paper in sorted(library.papers, key=lambda paper: paper.key):
        yield _line([_inert(cell) for cell in _row(paper)])


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


HEADER = _line(COLUMNS)


def _row(paper: Paper) -> tuple[str, ...]:
    return (
        paper.key,
        paper.title,
        "; ".join(authorship.name for authorship in paper.authors),
        "true" if paper.authors_complete else "false",
        paper.abstract,
        paper.arxiv_id,
        paper.doi,
        paper.date,
        paper.venue,
        "; ".join(paper.categories),
        "; ".join(paper.organizations),
        "; ".join(tag.name for tag in paper.tags),
        "; ".join(link.url for link in paper.links),
        "" if paper.score is None else number(paper.score),
    )


def number(score: float) -> str:
    """A score with all its digits, and none behind the point where it is whole."""
    return str(int(score)) if score.is_integer() else str(score)


def _inert(cell: str) -> str:
    """A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text (OWASP)."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
