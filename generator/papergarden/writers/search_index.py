"""The search index: files below ``search/`` that the browser fetches by term.

Documents have numbers, terms have posting lists in shards of neighbouring terms, what is shown of a result is
in small blocks of neighbouring numbers, and a manifest with a fixed name knows all others, which are named
after their content. ``site_src/pages/search-format.md`` specifies every byte.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, partial
from itertools import accumulate, chain, compress, pairwise, takewhile
from typing import Any

from papergarden.model import LateFile
from papergarden.text.digest import digest_of
from papergarden.writers.digests import key_of
from papergarden.writers.hashed import PathOf, found_or_made, name_in
from papergarden.writers.search_documents import SearchDocument, paper_documents
from papergarden.writers.search_files import NAME_BLOCK, Part, blocks, compact, endings, name_blocks
from papergarden.writers.search_findings import Findings
from papergarden.writers.search_lexicon import STOP_WORDS, Lexicon
from papergarden.writers.search_lists import NUMBER_BYTES
from papergarden.writers.search_names import Names, read_names
from papergarden.writers.search_pack import Sizes, border, cut, in_order, pack_sections, sections
from papergarden.writers.search_places import place, place_names
from papergarden.writers.search_readings import STATED, Readings, read_documents
from papergarden.writers.search_segments import Kept
from papergarden.writers.search_shards import (
    FIRST_TIER,
    Changes,
    Index,
    Shard,
    front,
    is_frequent,
    tails,
)
from papergarden.writers.search_spellings import respelled, spelled

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
    found = [document for document in known if document.kind in FOUND]
    years, numbered = place(found)
    classes, named = place_names(document for document in known if document.kind in {"author", "tag"})
    before = Findings.kept_in(kept)
    readings, names, words, index, changes = _read(numbered, stated, named, before, kept)
    if changes is None:
        before, changes = None, Changes(set(), set(), set(), set())
    weights = _weights(index, before.weights if before else {}, set().union(*changes))

    tiny = sum(weights.values()) < TINY
    times = 2 if len(found) < SMALL else 1
    large = len(found) >= LARGE
    block = LARGE_BLOCK if large else BLOCK
    cut_terms = _cut(weights, WHOLE if tiny else LARGE_SHARDS if large else SHARDS.times(times))
    mendable = {} if tiny else _mendable(words)
    backwards = _cut(dict.fromkeys(mendable, ENDING_BYTES), ENDINGS.times(times))
    shards = _shards(cut_terms, index, before, changes)
    together, rests = tails(list(shards.values()))
    states = {place: shard.state for place, shard in shards.items()}
    ordered = {term: weights[term] for term in chain.from_iterable(cut_terms)}
    Findings(readings, names, index.spellings, ordered, states).keep_in(kept)
    contents: list[Sequence[Part]] = [
        [shard.first for shard in shards.values()],
        rests,
        [endings(some, map(mendable.__getitem__, some)) for some in backwards],
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
        "shards": _borders(cut_terms),
        "endings": _borders(backwards),
    }
    return header, contents, front(index) if tiny else b""


def _read(
    numbered: Mapping[int, SearchDocument],
    stated: Mapping[str, bytes],
    named: Mapping[int, SearchDocument],
    before: Findings | None,
    kept: Kept,
) -> tuple[Readings, Names, Mapping[str, int], Index, Changes | None]:
    """What documents and names say, how often words are used, all terms, and what changed; None for all."""
    lexicon, spellings = Lexicon(), before.spellings if before else {}
    readings, change = read_documents(numbered, stated, before and before.documents, spellings, lexicon, kept)
    names, other = read_names(named, before and before.names, lexicon)
    words = {**dict.fromkeys(names.words, 1), **readings.totals.words}
    if not (before and change and other):
        return readings, names, words, Index(readings.postings, names.lists, spelled(words)), None
    spellings, changed = respelled(spellings, words, change.words | other.words)
    index = Index(readings.postings, names.lists, spellings)
    return readings, names, words, index, _changes(before, index, change.terms, changed, other.terms)


def _changes(before: Findings, index: Index, postings: Set[str], words: Set[str], names: Set[str]) -> Changes:
    """What concerns shards: a term that comes where another goes moves all that is between them."""
    come = {term for term in postings | names if term not in before.weights}
    then, now = before.documents.postings, index.postings
    frequent = {one for one in postings if is_frequent(then.get(one, b"")) or is_frequent(now.get(one, b""))}
    if not now.keys() >= frequent:
        frequent |= come
    return Changes(postings, words | come, names | come, frequent)


def _weights(index: Index, before: Mapping[str, int], changed: Set[str]) -> dict[str, int]:
    """What each term weighs, those that were there in the order that they had."""
    weights = {**before}
    there = index.postings.keys() | index.names.keys()
    for term in changed if before else there:
        if term in there:
            weights[term] = index.weigh(term)
        else:
            weights.pop(term, None)
    return weights


def _shards(
    cut_terms: Sequence[Sequence[str]], index: Index, before: Findings | None, changes: Changes
) -> dict[tuple[str, str, int], Shard]:
    """The shards by place; of those with the same terms as before, what is unchanged is not made again."""
    shards = {}
    for terms in cut_terms:
        place = terms[0], terms[-1], len(terms)
        shards[place] = Shard(terms, index, before.shards.get(place) if before else None, changes)
    return shards


def _cut(weights: Mapping[str, int], sizes: Sizes) -> list[list[str]]:
    """The words in order, cut into shards by their weights."""
    words = in_order(weights)
    starts = cut(words, map(weights.__getitem__, words), sizes)
    return [words[start:end] for start, end in pairwise([*starts, len(words)])]


def _borders(shards: Sequence[Sequence[str]]) -> list[str]:
    """For each shard but the first, the shortest string between its words and those of the one before."""
    return [border(left[-1], right[0]) for left, right in pairwise(shards)]


def _common(index: Index) -> list[str]:
    """The words of the most frequent terms, most frequent first."""
    postings, spellings = index.postings, index.spellings
    twice = compress(postings, map((2 * NUMBER_BYTES).__le__, map(len, postings.values())))
    counts = {term: len(postings[term]) for term in twice if term in spellings}
    least = min(sorted(counts.values())[-COMMON:], default=0)
    frequent = [(-count, spellings[term].split()[0]) for term, count in counts.items() if count >= least]
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
