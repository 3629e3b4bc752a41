"""CSV as spreadsheets open it: one row a paper, several values in a cell parted by semicolons."""

from collections.abc import Iterable

from papergarden.model import Paper

COLUMNS = (
    "id", "title", "authors", "authors_complete", "abstract", "arxiv_id", "doi", "date", "venue",
    "categories", "organizations", "tags", "links", "score",
)  # fmt: skip
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def entry(paper: Paper, cited: str) -> str:
    """The line of a paper (RFC 4180); ``HEADER`` goes before all of them."""
    return _line([_inert(cell) for cell in _row(paper)])


def _line(cells: Iterable[str]) -> str:
    """The cells as Python's csv module writes them, five times as fast."""
    return ",".join(map(_quoted, cells)) + "\r\n"


def _quoted(cell: str) -> str:
    if "," in cell or '"' in cell or "\n" in cell or "\r" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell


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
