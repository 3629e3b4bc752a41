"""The search index: files below ``search/`` that the browser fetches by term.

Documents have numbers, terms have posting lists in shards of neighbouring terms, what is shown of a result is
in small blocks of neighbouring numbers, and a manifest with a fixed name knows all others, which are named
after their content. ``site_src/pages/search-format.md`` specifies every byte.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import accumulate, pairwise, repeat, takewhile
from typing import Any

import numpy as np

from papergarden.model import LateFile
from papergarden.writers.digests import key_of
from papergarden.writers.hashed import PathOf, found_or_made, name_in
from papergarden.writers.search_documents import Documents
from papergarden.writers.search_files import Part, blocks, compact, endings
from papergarden.writers.search_findings import Findings, Outline
from papergarden.writers.search_lexicon import STOP_WORDS, Lexicon
from papergarden.writers.search_lists import Lists, relisted
from papergarden.writers.search_mendable import Mendable
from papergarden.writers.search_names import NAME_BLOCK, name_blocks, read_names
from papergarden.writers.search_pack import Sizes, border, cut, pack_sections, sections
from papergarden.writers.search_placed import placed, placed_again
from papergarden.writers.search_places import renown_of, year_of
from papergarden.writers.search_readings import Edits, Said, Then, read_documents
from papergarden.writers.search_segments import Kept
from papergarden.writers.search_shards import Shard, front, tails
from papergarden.writers.search_spellings import recounted, without
from papergarden.writers.search_table import FIRST_TIER, Table

FORMAT = 2
FOLDER = "search/"
MANIFEST = f"{FOLDER}manifest.bin"
INLINE_BYTES = 16_000
"""What is not larger goes into the manifest: the blocks of results, and what is before them."""
MANY_PARTS = 100
"""So many are never as small as that."""
TINY = 140_000
"""An index whose terms weigh less has one shard, and the best of it in the manifest."""
WHOLE = Sizes(least=TINY, most=TINY, odds=1)
SHARDS = Sizes(least=9_000, most=16_000, odds=64)
ENDINGS = Sizes(least=16_000, most=40_000, odds=512)
"""Of shards, before compression."""
BLOCK = 96
"""Document numbers in a block of results."""
SMALL = 4_000
"""Fewer papers have shards of twice that size: there is to be no more than one file for 20 papers."""
LARGE = 10_000
"""As many papers leave room for more files, and so for smaller ones."""
LARGE_SHARDS = Sizes(least=8_000, most=14_000, odds=64)
LARGE_BLOCK = 72
COMMON = 250
"""How many of the most frequent words the manifest lists, to complete the first letters of a query."""
ENDING_BYTES = 5
"""About what a word takes there."""


def write_search_index(
    documents: Documents, kept: Kept | None = None, path_of: PathOf = lambda key: ""
) -> Iterator[LateFile]:
    """The files of the index; the manifest comes last, so that it never names a file not yet there.

    ``kept`` is what an earlier call left there, to be used again, or empty. ``path_of`` tells of files that
    need not be made again, as it does for a `Batch`.
    """
    kept = {} if kept is None else kept
    before = Outline.kept_in(kept)
    now, documents = _outline(documents, before)

    def files() -> Iterator[LateFile]:
        return _files(*_index(documents, now, before, kept), path_of)

    if before and (before.found, before.named) == (now.found, now.named):
        if before.origin != now.origin:
            now._replace(files=before.files).keep_in(kept)
        yield from _again(before.files, files)
        return
    for file in files():
        now.files[file.path] = file.key
        yield file
    now.keep_in(kept)


def _outline(documents: Documents, before: Outline | None) -> tuple[Outline, Documents]:
    """What there is, and the documents, all of them made where any may have changed."""
    doubtful = documents.origin.since(before.origin) if before else None
    if doubtful is None:
        documents = documents.made()
    kinds = (documents.found, year_of), (documents.named, renown_of)
    if before:
        thens = before.found, before.named
        found, named = (
            placed_again(documents, *kind, then, doubtful) for kind, then in zip(kinds, thens, strict=True)
        )
    else:
        found, named = (placed(documents, *kind) for kind in kinds)
    return Outline(documents.origin, found, named, {}), documents


def _again(paths: Mapping[str, str], files: Callable[[], Iterable[LateFile]]) -> Iterator[LateFile]:
    """Files that are as they were, with their keys; if one is asked for all the same, all are made."""
    made = cache(lambda: {file.path: file for file in files()})

    def content(path: str) -> str | bytes:
        return made()[path].content

    for path, key in paths.items():
        yield LateFile(path, partial(content, path), key)


def _index(
    documents: Documents, now: Outline, before: Outline | None, kept: Kept
) -> tuple[dict[str, Any], list[Sequence[Part]], bytes]:
    """What the manifest says, the contents of each kind, and the front."""
    found = _found(documents, now, before, kept)
    table, papers = found.table, len(now.found)
    weights = table.weights

    tiny = sum(weights) < TINY
    times = 2 if papers < SMALL else 1
    large = papers >= LARGE
    block = LARGE_BLOCK if large else BLOCK
    sizes = WHOLE if tiny else LARGE_SHARDS if large else SHARDS.times(times)
    runs = _cut(table.terms, weights, sizes)
    shards = [Shard(table, *run) for run in runs]
    backwards, bits = ([], b"") if tiny else found.mendable
    ends = _cut(backwards, repeat(ENDING_BYTES, len(backwards)), ENDINGS.times(times))
    together, rests = tails(shards)
    found.keep_in(kept, now.mark)
    contents: list[Sequence[Part]] = [
        [shard.first for shard in shards],
        rests,
        [endings(backwards[start:end], bits[start:end]) for start, end in ends],
        list(name_blocks(found.names, now.named)),
        list(blocks(documents, now.found, block)),
    ]
    header = {
        "format": FORMAT,
        "papers": documents.papers,
        "years": now.found.tables,
        "tier": FIRST_TIER,
        "block": block,
        "names": NAME_BLOCK,
        "tails": together,
        "stop": " ".join(sorted(STOP_WORDS)),
        "common": " ".join(_common(table)),
        "shards": _borders(table.terms, runs),
        "endings": _borders(backwards, ends),
    }
    return header, contents, front(table) if tiny else b""


def _found(documents: Documents, now: Outline, then: Outline | None, kept: Kept) -> Findings:
    """What documents and names say, how words are spelled, and all terms; much of it is as ``then``."""
    before = Findings.kept_in(kept, then.mark) if then else None
    lexicon, table = Lexicon(), before.table if before else Table.of({}, {}, {})
    known = Then(then.found, before.documents, table.postings, table.spelling) if then and before else None
    readings, said = read_documents(documents, now.found, known, lexicon, kept)
    known_names = (then.named, before.names) if then and before else None
    names, called = read_names(documents, now.named, known_names, lexicon)
    del lexicon  # it is as large as the table
    if isinstance(said.lists, Edits) and isinstance(called.lists, Edits):
        uses, counts = recounted(table.uses, said.words, called.words)
        table = table.changed(said.lists, called.lists, uses)
    else:
        uses = without(table.uses(), said=said.anew, named=called.anew)
        some, counts = recounted(lambda _: uses, said.words, called.words)
        postings, lists = _listed(table.postings, said), _listed(table.names, called)
        table = Table.of(postings, lists, uses | some)
    known_words = Mendable.of(counts) if said.anew or not before else before.mendable.changed(counts)
    return Findings(readings, names, known_words, table)


def _listed(before: Callable[[], Lists], said: Said) -> dict[str, bytes]:
    """All lists."""
    return relisted(before(), *said.lists) if isinstance(said.lists, Edits) else said.lists


def _cut(words: Sequence[str], weights: Iterable[int], sizes: Sizes) -> Sequence[tuple[int, int]]:
    """Where each of the parts begins and ends into which words are cut by their weights."""
    return list(pairwise([*cut(words, weights, sizes), len(words)]))


def _borders(words: Sequence[str], parts: Sequence[tuple[int, int]]) -> list[str]:
    """For each part but the first, the shortest string between its words and those of the one before."""
    return [border(words[start - 1], words[start]) for start, _ in parts[1:]]


def _common(table: Table) -> list[str]:
    """The words of the most frequent terms, most frequent first."""
    order, counts = np.argsort(-table.frequencies, kind="stable").tolist(), table.frequencies.tolist()
    frequent: list[tuple[int, str]] = []
    for row in takewhile(lambda row: counts[row] > 1, order):
        if len(frequent) >= COMMON and counts[row] < -frequent[COMMON - 1][0]:
            break
        if first := table.columns.uses.between(row, row + 1).partition(b" ")[0]:
            frequent.append((-counts[row], first.decode()))
    return [word for _, word in sorted(frequent)[:COMMON]]


def _files(
    header: dict[str, Any], kinds: Sequence[Sequence[Part]], best: bytes, path_of: PathOf
) -> Iterator[LateFile]:
    """Each part in a file that is named after it; what is small enough is in the manifest."""
    parts = [part for kind in kinds for part in kind]
    ends = [0, *accumulate(map(len, kinds))]
    *_, inline = takewhile(lambda end: _small(parts[end:]), reversed(ends))
    names, there = [], set[str]()
    for part in parts[:inline]:
        there_is, pack = _own_path if part.named else path_of, partial(pack_sections, texts=part.texts)
        file = found_or_made(FOLDER, part.key, part.content, there_is, pack=pack)
        names.append(name_in(file.path))
        if file.path not in there:  # blocks without anything are all the same
            there.add(file.path)
            yield file
    header |= {"counts": [len(kind) for kind in kinds], "inline": inline}
    contents = [part.content() for part in parts[inline:]]
    manifest = sections(compact(header), b"".join(names), best if inline else b"", *contents)
    yield LateFile(MANIFEST, partial(zlib.compress, manifest, 9), key_of(manifest))


def _own_path(name: str) -> str:
    return f"{FOLDER}{name}.bin"


def _small(parts: Sequence[Part]) -> bool:
    """Whether they are when compressed; of large ones the first tell, and of many nobody needs to ask."""
    if len(parts) > MANY_PARTS:
        return False
    packer = zlib.compressobj()
    size = 0
    for part in parts:
        size += len(packer.compress(part.content()))
        if size > INLINE_BYTES:
            return False
    return not parts or size + len(packer.flush()) <= INLINE_BYTES
