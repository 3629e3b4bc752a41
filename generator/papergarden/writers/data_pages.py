"""The collection to take away: files in each format of export, a JSON API, and a page that tells of them."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, pairwise
from math import ceil
from types import MappingProxyType

from markupsafe import Markup

from papergarden.model import LongFile, Made, Paper
from papergarden.text import escape
from papergarden.text.digest import digest_of
from papergarden.writers import api_files
from papergarden.writers.catalog import Catalog
from papergarden.writers.exports import EXPORTS, Cited, Export, ordered
from papergarden.writers.markup import markup
from papergarden.writers.rendering import Renderer

LARGEST = 45_000_000
"""Bytes in one file, about; hosts of repositories refuse much larger ones, and editors choke on them."""
EXACT = 500
"""Papers up to which the size of files is counted. That of more is estimated from some of them:"""
SAMPLE = 100
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
LARGE = 10_000
"""Papers of a collection beyond which there are no files of formats that say what others say as well:"""
LEFT_OUT = ("ris", "csl-json")
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


@dataclass(frozen=True, slots=True)
class _Dump:
    """A file of papers in one format, what it is good for, and its size, ``exact`` or about so many bytes."""

    file: LongFile
    purpose: str
    size: int
    exact: bool


def write(catalog: Catalog, renderer: Renderer, site_url: str) -> Iterator[Made]:
    """The files and their page; sizes are those of the files as they are published, uncompressed."""
    dumps = list(_dumps(catalog))
    yield from (dump.file for dump in dumps)
    yield renderer.page(
        "data/",
        "data",
        {
            "title": "Data",
            "description": "The whole collection as files, in several formats, and paper by paper as JSON.",
        },
        left_out=len(catalog.newest) > LARGE,
        files=[(dump.file.path.removeprefix("data/"), dump.purpose, dump.size, dump.exact) for dump in dumps],
        newest=api_files.newest(catalog),
        example=_example(catalog, site_url),
    )


def _example(catalog: Catalog, site_url: str) -> Markup:
    """The program as HTML on one line, for Markdown would see more in its lines."""
    api = f"{site_url or 'https://example.org/'}{api_files.FOLDER}"
    program = EXAMPLE.format(api=api, key=next(iter(catalog.papers), ""))
    return markup("&#10;".join(map(escape.encode, program.splitlines())))


def _dumps(catalog: Catalog) -> Iterator[_Dump]:
    """Each file; where one would be too large, several with numbers, each with as much of the whole."""
    lengths = {paper.key: _length(paper) for paper in catalog.library.papers}
    orders = {
        by_citation_key: ordered(catalog.library.papers, catalog.cited, by_citation_key)
        for by_citation_key in (False, True)
    }
    for form, (name, purpose) in FILES.items():
        if form in LEFT_OUT and len(catalog.newest) > LARGE:
            continue
        export = EXPORTS[form]
        papers = orders[export.by_citation_key]
        sizes = _sizes(export, papers, lengths)
        stem, dot, ending = name.partition(".")
        parts = _parts(sizes)
        for number, part in enumerate(parts, 1):
            path = f"data/{name}" if len(parts) == 1 else f"data/{stem}-{number}{dot}{ending}"
            some = papers[part]
            file = LongFile(path, partial(_keys, some, catalog.digests), partial(export.piece, some))
            yield _Dump(file, purpose, round(sum(sizes[part])), exact=len(papers) <= EXACT)


def _keys(papers: Sequence[Cited], known: Mapping[str, bytes]) -> Sequence[bytes]:
    """What stands for each piece of a file: the first has its head, the last its tail."""
    keys = [known[paper.key] for paper, _ in papers] or [digest_of("none")]
    keys[0] = digest_of("first", keys[0])
    keys[-1] = digest_of("last", keys[-1])
    return keys


def _sizes(export: Export, papers: Sequence[Cited], lengths: Mapping[str, int]) -> list[float]:
    """The bytes of each paper; of many papers estimated from lengths, by a ratio that a sample tells."""
    if len(papers) <= EXACT:
        return [len(piece.encode()) for piece in export.pieces(papers)]
    sample = papers[:: len(papers) // SAMPLE]
    written = sum(len(piece.encode()) for piece in export.pieces(sample))
    ratio = written / sum(lengths[paper.key] for paper, _ in sample)
    return [lengths[paper.key] * ratio for paper, _ in papers]


def _length(paper: Paper) -> int:
    """About how many characters tell of a paper."""
    return 500 + len(paper.title) + len(paper.abstract) + 50 * (len(paper.authors) + len(paper.tags))


def _parts(sizes: Sequence[float]) -> list[slice]:
    """Where files of so many bytes in all are cut so that each has as many."""
    count = max(1, ceil(sum(sizes) / LARGEST))
    ends = list(accumulate(sizes))
    most = ends[-1] / count
    cuts = [bisect_left(ends, number * most) for number in range(1, count)]
    return [slice(*ends) for ends in pairwise([0, *cuts, len(sizes)])]
