"""The collection to take away: files in each format of export, a JSON API, and a page that tells of them."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from markupsafe import Markup

from papergarden.model import Made, OutFile
from papergarden.text import escape
from papergarden.writers import api_files
from papergarden.writers.api_files import PaperShards
from papergarden.writers.catalog import Catalog
from papergarden.writers.exports import EXPORTS
from papergarden.writers.markup import markup
from papergarden.writers.rendering import Renderer

LARGEST = 45_000_000
"""Bytes in one file; hosts of repositories refuse much larger ones, and editors choke on them."""
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
EXAMPLE = """\
import json, urllib.request, zlib

def fetch(name):
    with urllib.request.urlopen("{api}" + name) as answer:
        return json.load(answer)

key = "{key}"
names = fetch("index.json")["papers"]
shard = fetch(names[zlib.crc32(key.encode()) % len(names)])
paper = next(paper for paper in shard["papers"] if paper["id"] == key)
print(paper["cite"]["key"], paper["title"])
"""
"""A program that fetches one paper, in Python; a test runs it."""


def write(catalog: Catalog, renderer: Renderer, papers: PaperShards, site_url: str) -> Iterator[Made]:
    """The files and their page; sizes are those of the files as they are published, uncompressed."""
    dumps = list(_dumps(catalog))
    yield from (file for file, _ in dumps)
    yield from api_files.write(catalog, papers)
    yield renderer.page(
        "data/",
        "data",
        {
            "title": "Data",
            "description": "The whole collection as files, in five formats, and paper by paper as JSON.",
        },
        files=[(file.path.removeprefix("data/"), purpose, len(file.content)) for file, purpose in dumps],
        newest=api_files.newest(catalog),
        example=_example(catalog, site_url),
    )


def _example(catalog: Catalog, site_url: str) -> Markup:
    """The program as HTML on one line, for Markdown would see more in its lines."""
    api = f"{site_url or 'https://example.org/'}{api_files.FOLDER}"
    program = EXAMPLE.format(api=api, key=next(iter(catalog.papers), ""))
    return markup("&#10;".join(map(escape.encode, program.splitlines())))


def _dumps(catalog: Catalog) -> Iterator[tuple[OutFile, str]]:
    """Each file with what it is good for; where one would be too large, several with numbers."""
    for form, (name, purpose) in FILES.items():
        parts = [part.encode() for part in EXPORTS[form].parts(catalog.library, LARGEST)]
        stem, dot, ending = name.partition(".")
        for number, content in enumerate(parts, 1):
            numbered = name if len(parts) == 1 else f"{stem}-{number}{dot}{ending}"
            yield OutFile(f"data/{numbered}", content), purpose
