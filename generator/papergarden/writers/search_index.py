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
from papergarden.text.digest import digest_of
from papergarden.writers.digests import key_of
from papergarden.writers.hashed import PathOf, found_or_made, name_in
from papergarden.writers.search_documents import SearchDocument, paper_documents
from papergarden.writers.search_files import NAME_BLOCK, Part, blocks, compact, endings, name_blocks
from papergarden.writers.search_findings import Findings
from papergarden.writers.search_lexicon import STOP_WORDS, Lexicon
from papergarden.writers.search_lists import relisted
from papergarden.writers.search_names import read_names
from papergarden.writers.search_pack import Sizes, border, cut, in_order, pack_sections, sections
from papergarden.writers.search_places import place, place_names
from papergarden.writers.search_readings import STATED, Edits, read_documents
from papergarden.writers.search_segments import Kept
from papergarden.writers.search_shards import Shard, front, tails
from papergarden.writers.search_spellings import respelled, spelled
from papergarden.writers.search_table import FIRST_TIER, Table

__all__ = ["SearchDocument", "paper_documents", "write_search_index"]

FORMAT = 2
FOLDER = "search/"
MANIFEST = f"{FOLDER}manifest.bin"
OUTLINE = "outline"
"""Under which name the files are kept, and what stands for the documents that they are made of."""
FOUND = frozenset(["paper", "page"])
"""Kinds of documents that are found by what they say; the others are by their names."""
INLINE_BYTES = 16_000
"""What is not larger goes into the manifest: the blocks of results, and what is before them."""
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
MENDABLE = range(4, 24)
"""How long words are that misspelled ones are compared with."""
ENDING_BYTES = 5
"""About what a word takes there."""


def write_search_index(
    documents: Iterable[SearchDocument], kept: Kept | None = None, path_of: PathOf = lambda key: ""
) -> Iterator[LateFile]:
    """The files of the index; the manifest comes last, so that it never names a file not yet there.

    ``kept`` is what an earlier call left there, to be used again, or empty. ``path_of`` tells of files that
    need not be made again, as it does for a `Batch`.
    """
    known, kept = list(documents), {} if kept is None else kept
    stated = {
        one.url: digest_of(*one._replace(abstract=one.text)[:STATED]) for one in known if one.kind in FOUND
    }
    mark = key_of(*stated.values(), *(one[STATED if one.url in stated else 0 :] for one in known))

    def files() -> Iterator[LateFile]:
        return _files(*_index(known, stated, kept), path_of, mark)

    before, paths = kept.get(OUTLINE) or ("", {})
    if before == mark:
        yield from _again(paths, files)
        return
    made: dict[str, str] = {}
    for file in files():
        made[file.path] = file.key
        yield file
    kept[OUTLINE] = mark, made


def _again(paths: Mapping[str, str], files: Callable[[], Iterable[LateFile]]) -> Iterator[LateFile]:
    """Files that are as they were, with their keys; if one is asked for all the same, all are made."""
    made = cache(lambda: {file.path: file for file in files()})

    def content(path: str) -> str | bytes:
        return made()[path].content

    for path, key in paths.items():
        yield LateFile(path, partial(content, path), key)


def _index(
    known: Sequence[SearchDocument], stated: Mapping[str, bytes], kept: Kept
) -> tuple[dict[str, Any], list[Sequence[Part]], bytes]:
    """What the manifest says, the contents of each kind, and the front.

    ``stated`` is, by address, what stands for all that a document says.
    """
    years, numbered = place(document for document in known if document.kind in FOUND)
    classes, named = place_names(document for document in known if document.kind in {"author", "tag"})
    before = Findings.kept_in(kept)
    found = _found(numbered, stated, named, before, kept)
    table, words = found.table, found.documents.totals.words
    weights = table.weights

    tiny = sum(weights) < TINY
    times = 2 if len(numbered) < SMALL else 1
    large = len(numbered) >= LARGE
    block = LARGE_BLOCK if large else BLOCK
    sizes = WHOLE if tiny else LARGE_SHARDS if large else SHARDS.times(times)
    runs = _cut(table.terms, weights, sizes)
    shards = [Shard(table, *run) for run in runs]
    mendable = {} if tiny else _mendable(words)
    backwards = in_order(mendable)
    ends = _cut(backwards, repeat(ENDING_BYTES, len(backwards)), ENDINGS.times(times))
    together, rests = tails(shards)
    found.keep_in(kept)
    contents: list[Sequence[Part]] = [
        [shard.first for shard in shards],
        rests,
        [endings(some, map(mendable.__getitem__, some)) for some in (backwards[slice(*one)] for one in ends)],
        list(name_blocks(named, classes)),
        list(blocks(numbered, years, block)),
    ]
    header = {
        "format": FORMAT,
        "papers": sum(document.kind == "paper" for document in numbered.values()),
        "years": years,
        "tier": FIRST_TIER,
        "block": block,
        "names": NAME_BLOCK,
        "tails": together,
        "stop": " ".join(sorted(STOP_WORDS)),
        "common": " ".join(_common(table, found.spellings)),
        "shards": _borders(table.terms, runs),
        "endings": _borders(backwards, ends),
    }
    return header, contents, front(table) if tiny else b""


def _found(
    numbered: Mapping[int, SearchDocument],
    stated: Mapping[str, bytes],
    named: Mapping[int, SearchDocument],
    before: Findings | None,
    kept: Kept,
) -> Findings:
    """What documents and names say, how words are spelled, and all terms; much of it is as ``before``."""
    lexicon, table = Lexicon(), before.table if before else Table.of({}, {}, {})
    spellings = before.spellings if before else {}
    readings, said = read_documents(
        numbered, stated, before and before.documents, table.postings, spellings, lexicon, kept
    )
    names, called = read_names(named, before and before.names, lexicon)
    words = {**dict.fromkeys(names.words, 1), **readings.totals.words}
    if isinstance(said, Edits) and isinstance(called, Edits):
        spellings, changed = respelled(spellings, words, said.words | called.words)
        table = table.changed(said[:2], called[:2], changed, spellings)
    else:
        spellings = spelled(words)
        postings = relisted(table.postings(), *said[:2]) if isinstance(said, Edits) else said
        lists = relisted(table.names(), *called[:2]) if isinstance(called, Edits) else called
        table = Table.of(postings, lists, spellings)
    return Findings(readings, names, spellings, table)


def _cut(words: Sequence[str], weights: Iterable[int], sizes: Sizes) -> Sequence[tuple[int, int]]:
    """Where each of the parts begins and ends into which words are cut by their weights."""
    return list(pairwise([*cut(words, weights, sizes), len(words)]))


def _borders(words: Sequence[str], parts: Sequence[tuple[int, int]]) -> list[str]:
    """For each part but the first, the shortest string between its words and those of the one before."""
    return [border(words[start - 1], words[start]) for start, _ in parts[1:]]


def _common(table: Table, spellings: Mapping[str, str]) -> list[str]:
    """The words of the most frequent terms, most frequent first."""
    order, counts = np.argsort(-table.frequencies, kind="stable").tolist(), table.frequencies.tolist()
    frequent: list[tuple[int, str]] = []
    for row in takewhile(lambda row: counts[row] > 1, order):
        if len(frequent) >= COMMON and counts[row] < -frequent[COMMON - 1][0]:
            break
        if forms := spellings.get(table.terms[row], ""):
            frequent.append((-counts[row], forms.split()[0]))
    return [word for _, word in sorted(frequent)[:COMMON]]


def _mendable(words: Mapping[str, int]) -> dict[str, int]:
    """How often those words are used that misspelled ones are compared with, by what they are backwards.

    What is written once in all texts is itself likely to be a slip.
    """
    return {
        word[::-1]: count
        for word, count in words.items()
        if count > 1 and len(word) in MENDABLE and word.isalpha()
    }


def _files(
    header: dict[str, Any], kinds: Sequence[Sequence[Part]], best: bytes, path_of: PathOf, mark: str
) -> Iterator[LateFile]:
    """Each part in a file that is named after it; what is small enough is in the manifest.

    ``mark`` stands for all documents.
    """
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
    yield LateFile(MANIFEST, partial(zlib.compress, manifest, 9), mark)


def _own_path(name: str) -> str:
    return f"{FOLDER}{name}.bin"


def _small(parts: Sequence[Part]) -> bool:
    """Whether they are when compressed; of large ones the first tell."""
    packer = zlib.compressobj()
    size = 0
    for part in parts:
        size += len(packer.compress(part.content()))
        if size > INLINE_BYTES:
            return False
    return not parts or size + len(packer.flush()) <= INLINE_BYTES
