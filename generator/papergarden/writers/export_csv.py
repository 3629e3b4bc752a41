"""CSV as spreadsheets open it: one row a paper, several values in a cell parted by semicolons."""

import csv
import io

from papergarden.model import Library, Paper

COLUMNS = (
    "id", "title", "authors", "authors_complete", "abstract", "arxiv_id", "doi", "date", "venue",
    "categories", "organizations", "tags", "links", "score",
)  # fmt: skip
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_table(library: Library) -> str:
    """The library as CSV (RFC 4180) with a header."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for paper in sorted(library.papers, key=lambda paper: paper.key):
        table.writerow([_inert(cell) for cell in _row(paper)])
    return out.getvalue()


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
        "" if paper.score is None else f"{paper.score:g}",
    )


def _inert(cell: str) -> str:
    """A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text (OWASP)."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
