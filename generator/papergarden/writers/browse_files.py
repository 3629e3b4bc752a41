"""What the browser needs to filter and sort all papers at once: files below ``browse/``.

Papers are numbered as the newest-first list has them. ``browse/manifest.bin`` has the facets that readers see
at once and names all other files, which are named after their content. `site_src/pages/browse-format.md`
specifies every byte; numbers and sections are those of the search index.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate, chain
from operator import attrgetter
from typing import TypeVar

import numpy as np

from papergarden.model import Batch, LateFile, OutFile, Paper
from papergarden.text import names
from papergarden.writers.api_files import PaperShards
from papergarden.writers.catalog import Catalog
from papergarden.writers.digests import key_of
from papergarden.writers.facets import Facet, Value, facets
from papergarden.writers.hashed import PathOf, found_or_made, name_in, named
from papergarden.writers.pieces import Pieces
from papergarden.writers.search_arrays import varints
from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_files import compact, usual_address
from papergarden.writers.search_pack import sections
from papergarden.writers.search_places import document_numbers

FOLDER = "browse/"
MANIFEST = f"{FOLDER}manifest.bin"
FORMAT = 2
AT_ONCE = 100_000
"""Bytes of facets, compressed, that the manifest has; what does not fit is fetched when it is opened."""
MOST_NAMES = 2048
"""Values whose names are with the facet itself; those of more are in files:"""
BLOCK = 256
ROWS = 8
"""Rows in a file. Names and rows are so many on average, and at most three times as many."""
ROOT = "../"
T = TypeVar("T")


def batch(catalog: Catalog, papers: PaperShards, pieces: Pieces) -> Batch:
    """The files; the manifest comes last, so that it never names one that is not yet there."""
    return Batch(FOLDER, partial(_files, catalog, papers, pieces))


def _files(
    catalog: Catalog, papers: PaperShards, pieces: Pieces, path_of: PathOf
) -> Iterator[OutFile | LateFile]:
    lists: Iterable[Iterable[int]] = (
        _by_title(catalog),
        _by_score(catalog),
        _search_numbers(catalog),
        chain.from_iterable(papers.places[paper.key] for paper in catalog.newest),
    )
    files = [named(FOLDER, sections(_numbers(some))) for some in lists]
    described: list[dict[str, object]] = []
    inline: list[bytes] = []
    room = AT_ONCE
    for facet in facets(catalog):
        cut = list(_blocks(facet))
        blocks = [_named(some, path_of) for some in cut]
        content = _facet(facet, _borders(cut, len(files)) if cut else _names(facet.values))
        files += blocks
        size = 0 if blocks else len(zlib.compress(content))
        about = {"name": facet.name, "label": facet.label, "every": facet.every, "values": len(facet.values)}
        if size <= room and not blocks:
            room -= size
            described.append({**about, "at": -1 - len(inline)})
            inline.append(content)
        else:
            described.append({**about, "at": len(files)})
            files.append(named(FOLDER, content))
    yield from {file.path: file for file in files}.values()
    header = {
        "format": FORMAT,
        "papers": len(catalog.newest),
        "version": papers.version,
        "facets": described,
        "scored": any(paper.score is not None for paper in catalog.newest),
        "rows": len(files),
    }
    counts = []
    for some, file in _row_files(catalog, pieces, path_of):
        files.append(file)
        counts.append(len(some))
        yield file
    names = b"".join([name_in(file.path) for file in files])
    ends = sections(compact(header), names, bytes(counts), *inline)
    yield OutFile(MANIFEST, zlib.compress(ends, 9))


def _facet(facet: Facet, known: Mapping[str, object]) -> bytes:
    """What is known of names, how many papers each value has, and their numbers: the first, and the gaps."""
    lengths = [len(value.papers) for value in facet.values]
    ids = np.fromiter(chain.from_iterable(value.papers for value in facet.values), np.uint32, sum(lengths))
    before = np.append(np.zeros(1, np.uint32), ids[:-1])
    before[[0, *accumulate(lengths[:-1])]] = 0
    return sections(compact(known), _numbers(lengths), varints(ids - before))


def _numbers(some: Iterable[int]) -> bytes:
    return varints(np.fromiter(some, np.uint32))


def _names(values: Sequence[Value]) -> dict[str, list[str]]:
    """Names and slugs, a slug empty where it is the usual one of the name."""
    slugs = ["" if value.slug == usual_address(value.name) else value.slug for value in values]
    return {"names": [value.name for value in values], "slugs": slugs}


def _borders(cut: Sequence[Sequence[Value]], first: int) -> dict[str, object]:
    """Which file of names has which values: the number of the first file, and of each its first value."""
    places = list(accumulate(map(len, cut[:-1]), initial=0))
    return {"first": first, "starts": [some[0].slug for some in cut], "places": places}


def _blocks(facet: Facet) -> Iterator[Sequence[Value]]:
    """The values of a facet that has very many, those of each file of names; nothing of any other."""
    return _cut(facet.values, attrgetter("slug"), BLOCK) if len(facet.values) > MOST_NAMES else iter(())


def _named(values: Sequence[Value], path_of: PathOf) -> LateFile:
    """A file of names."""
    key = key_of(FOLDER, FORMAT, [(value.slug, value.name) for value in values])
    return found_or_made(FOLDER, key, partial(_block, values), path_of)


def _block(values: Sequence[Value]) -> bytes:
    return sections(compact(_names(values)))


def _by_title(catalog: Catalog) -> list[int]:
    titles = [names.fold(paper.title) or paper.title for paper in catalog.newest]
    return sorted(range(len(titles)), key=lambda number: (titles[number], number))


def _by_score(catalog: Catalog) -> list[int]:
    """Those that have a score, the highest first."""
    scored = [(-paper.score, at) for at, paper in enumerate(catalog.newest) if paper.score is not None]
    return [at for _, at in sorted(scored)]


def _search_numbers(catalog: Catalog) -> list[int]:
    known = document_numbers(
        SearchDocument(kind="paper", url=paper.url, title=paper.title, date=paper.date)
        for paper in catalog.newest
    )
    return [known[paper.url] for paper in catalog.newest]


def _row_files(
    catalog: Catalog, pieces: Pieces, path_of: PathOf
) -> Iterator[tuple[Sequence[Paper], LateFile]]:
    """Files of papers' rows with their papers."""
    for some in _cut(catalog.newest, attrgetter("key"), ROWS):
        key = key_of(MANIFEST, FORMAT, [catalog.listed[paper.key] for paper in some])
        yield some, found_or_made(FOLDER, key, partial(_rows, some, pieces), path_of)


def _rows(papers: Sequence[Paper], pieces: Pieces) -> bytes:
    return sections(*(pieces.rows([paper], ROOT).encode() for paper in papers))


def _cut(things: Iterable[T], name_of: Callable[[T], str], size: int) -> Iterator[Sequence[T]]:
    """Things in their order, cut after those that their names pick: another one changes one file only."""
    some: list[T] = []
    for thing in things:
        some.append(thing)
        if zlib.crc32(name_of(thing).encode()) % size == 0 or len(some) == 3 * size:
            yield some
            some = []
    if some:
        yield some
