"""The collection to take away: files in every format of export, and the page that explains them."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from papergarden.model import Library, Made, OutFile
from papergarden.writers.exports import EXPORTS
from papergarden.writers.rendering import Renderer

FILES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "jsonl": (
            "papers.jsonl",
            "JSON lines: one object a paper, all that is known, with its sources",
        ),
        "bibtex": ("papers.bib", "BibTeX, for LaTeX and reference managers"),
        "ris": ("papers.ris", "RIS, for reference managers"),
        "csl-json": ("papers.csl.json", "CSL-JSON, for citation processors"),
        "csv": ("papers.csv", "CSV, for spreadsheets"),
    }
)
"""Format of an export -> name of the file below ``data/``, and what it is good for."""


def write(library: Library, renderer: Renderer) -> Iterator[Made]:
    """The files and their page; sizes are those of the files as they are published, uncompressed."""
    files = []
    for form, (name, purpose) in FILES.items():
        content = EXPORTS[form](library).encode()
        files.append((name, purpose, len(content)))
        yield OutFile(f"data/{name}", content)
    yield renderer.page(
        "data/",
        "data",
        {
            "title": "Data",
            "description": "The whole collection as files, in five formats.",
        },
        files=files,
        newest=max((paper.date for paper in library.papers), default=""),
    )
