"""The search index: files below ``search/`` that the browser fetches by term.

Documents have numbers, terms have posting lists in shards of neighbouring terms, what is shown of a result is
in small blocks of neighbouring numbers, and a manifest with a fixed name knows all others, which are named
after their content. ``site_src/pages/search-format.md`` specifies every byte.
"""

import gc
import heapq
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import accumulate, pairwise, takewhile
from typing import Any

from papergarden.model import LateFile, OutFile
from papergarden.text.stemming import stem
from papergarden.writers.hashed import PathOf, found_or_made, name_in
from papergarden.writers.search_documents import SearchDocument, paper_documents
from papergarden.writers.search_files import (
    FIRST_TIER,
    NAME_BLOCK,
    VALUE_BITS,
    Part,
    Shard,
    Term,
    blocks,
    compact,
    endings,
    front,
    name_blocks,
    tails,
)
from papergarden.writers.search_pack import Sizes, border, cut, sections, sort_key
from papergarden.writers.search_places import place, place_names
from papergarden.writers.search_readings import Kept, Readings, read_names
from papergarden.writers.search_terms import STOP_WORDS

__all__ = ["SearchDocument", "paper_documents", "write_search_index"]

FORMAT = 2
FOLDER = "search/"
MANIFEST = f"{FOLDER}manifest.bin"
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
) -> Iterator[OutFile | LateFile]:
    """The files of the index; the manifest comes last, so that it never names a file not yet there.

    ``kept`` is what an earlier call left there, to be used again, or empty; what is read there is only
    replaced, never changed. ``path_of`` tells of files that need not be made again, as it does for a `Batch`.
    """
    with _no_collector():
        header, contents, best = _index(documents, {} if kept is None else kept)
    return _files(header, contents, best, path_of)


def _index(
    documents: Iterable[SearchDocument], kept: Kept
) -> tuple[dict[str, Any], list[Sequence[Part]], bytes]:
    """What the manifest says, the contents of each kind, and the front."""
    known = list(documents)
    found = [document for document in known if document.kind in {"paper", "page"}]
    years, numbered = place(found)
    classes, named = place_names(document for document in known if document.kind in {"author", "tag"})
    readings = Readings(numbered, kept)
    index = {term: Term(found) for term, found in readings.postings(VALUE_BITS, kept).items()}
    words = Counter(readings.totals.words)
    _file_names(named, index, words, kept)
    _spell(index, words, kept)

    weights = {term: entry.weight for term, entry in index.items()}
    tiny = sum(weights.values()) < TINY
    times = 2 if len(found) < SMALL else 1
    large = len(found) >= LARGE
    block = LARGE_BLOCK if large else BLOCK
    shards = _cut(weights, WHOLE if tiny else LARGE_SHARDS if large else SHARDS.times(times))
    mendable = () if tiny else filter(_mendable, words.items())
    backwards = _cut({word[::-1]: ENDING_BYTES for word, _ in mendable}, ENDINGS.times(times))
    packed = [Shard(terms, index) for terms in shards]
    together, rests = tails(packed, _weights(packed, kept))
    contents: list[Sequence[Part]] = [
        [one.first for one in packed],
        rests,
        [endings(words_of_shard, words) for words_of_shard in backwards],
        list(name_blocks(named, classes)),
        list(blocks(numbered, years, block)),
    ]
    header = {
        "format": FORMAT,
        "papers": sum(document.kind == "paper" for document in found),
        "years": years,
        "tier": FIRST_TIER,
        "block": block,
        "names": NAME_BLOCK,
        "tails": together,
        "stop": " ".join(sorted(STOP_WORDS)),
        "common": " ".join(_common(index)),
        "shards": _borders(shards),
        "endings": _borders(backwards),
    }
    return header, contents, front(index) if tiny else b""


@contextmanager
def _no_collector() -> Iterator[None]:
    """Millions of things are made that stay: to look through them for cycles takes a sixth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _file_names(
    named: Mapping[int, SearchDocument], index: dict[str, Term], words: Counter[str], kept: Kept
) -> None:
    """File people and tags under their words."""
    found = read_names((document.title for document in named.values()), kept)
    for number, (terms, forms) in zip(named, found, strict=True):
        for term in terms:
            index.setdefault(term, Term()).names.append(number)
        words.update(form for form in forms if form not in words)


def _spell(index: Mapping[str, Term], words: Counter[str], kept: Kept) -> None:
    """Tell every term its forms, the most frequent first."""
    known: Mapping[str, str] = kept.get("stems") or {}
    kept["stems"] = stems = {word: known.get(word) or stem(word) for word in words}
    for word in sorted(sorted(words), key=words.__getitem__, reverse=True):
        if (entry := index.get(stems[word])) is not None:
            entry.spellings.append(word)


def _cut(weights: Mapping[str, int], sizes: Sizes) -> list[list[str]]:
    """The words in order, cut into shards by their weights."""
    words_by_key = {sort_key(word): word for word in weights}
    keys = sorted(words_by_key)
    words = [words_by_key[key] for key in keys]
    starts = cut(keys, [weights[word] for word in words], sizes)
    return [words[start:end] for start, end in pairwise([*starts, len(words)])]


def _borders(shards: Sequence[Sequence[str]]) -> list[str]:
    """For each shard but the first, the shortest string between its words and those of the one before."""
    return [border(left[-1], right[0]) for left, right in pairwise(shards)]


def _common(index: Mapping[str, Term]) -> list[str]:
    """The words of the most frequent terms, most frequent first."""
    spelled = ((len(entry.postings), entry.spellings[0]) for entry in index.values() if entry.spellings)
    best = heapq.nsmallest(COMMON, spelled, key=lambda item: (-item[0], item[1]))
    return [word for count, word in best if count > 1]


def _mendable(used: tuple[str, int]) -> bool:
    # What is written once in all abstracts is itself likely to be a slip.
    word, count = used
    return len(word) in MENDABLE and word.isalpha() and count > 1


def _weights(shards: Sequence[Shard], kept: Kept) -> list[int]:
    """How much each has beside it; of a shard as it was, that is known without making it."""
    known: Mapping[str, int] = kept.get("weights") or {}
    weights = [known[one.key] if one.key in known else one.weigh_rest() for one in shards]
    kept["weights"] = {one.key: weight for one, weight in zip(shards, weights, strict=True)}
    return weights


def _files(
    header: dict[str, Any], kinds: Sequence[Sequence[Part]], best: bytes, path_of: PathOf
) -> Iterator[OutFile | LateFile]:
    """Each part in a file that is named after it; what is small enough is in the manifest."""
    parts = [part for kind in kinds for part in kind]
    ends = [0, *accumulate(map(len, kinds))]
    *_, inline = takewhile(lambda end: _small(parts[end:]), reversed(ends))
    names, there = [], set[str]()
    for part in parts[:inline]:
        file = found_or_made(FOLDER, part.key, part.content, path_of)
        names.append(name_in(file.path))
        if file.path not in there:  # blocks without anything are all the same
            there.add(file.path)
            yield file
    header |= {"counts": [len(kind) for kind in kinds], "inline": inline}
    contents = [part.content() for part in parts[inline:]]
    manifest = sections(compact(header), b"".join(names), best if inline else b"", *contents)
    yield OutFile(MANIFEST, zlib.compress(manifest, 9))


def _small(parts: Sequence[Part]) -> bool:
    """Whether they are when compressed; of large ones the first tell."""
    packer = zlib.compressobj()
    size = 0
    for part in parts:
        size += len(packer.compress(part.content()))
        if size > INLINE_BYTES:
            return False
    return not parts or size + len(packer.flush()) <= INLINE_BYTES
