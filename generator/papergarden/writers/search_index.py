"""The search index: files below ``search/`` that the browser fetches by term.

Documents have numbers, terms have posting lists in shards of neighbouring terms, what is shown of a result is
in small blocks of neighbouring numbers, and a manifest with a fixed name knows all others, which are named
after their content. ``site_src/pages/search-format.md`` specifies every byte.
"""

import heapq
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import pairwise
from typing import Any

from papergarden.model import OutFile
from papergarden.text.stemming import stem
from papergarden.text.tokens import pieces
from papergarden.writers.search_documents import SearchDocument, paper_documents
from papergarden.writers.search_files import (
    BLOCK,
    FIRST_TIER,
    TOGETHER,
    VALUE_BITS,
    Term,
    blocks,
    compact,
    endings,
    shard,
    tails,
)
from papergarden.writers.search_pack import border, cut, sections, sort_key
from papergarden.writers.search_places import place
from papergarden.writers.search_terms import STOP_WORDS, Piece, learn, piece, read, weigh

__all__ = ["SearchDocument", "paper_documents", "write_search_index"]

FORMAT = 1
MANIFEST = "search/manifest.bin"
NAME_BYTES = 6
INLINE_BYTES = 16_000
"""What is not larger goes into the manifest, the whole index or the blocks of results: fewer requests."""
COMMON = 250
"""How many of the most frequent words the manifest lists, to complete the first letters of a query."""
NAMES_A_WORD = 24
"""A name is filed under each of its words that no more names than this share, and under its rarest word."""
MENDABLE = range(4, 24)
"""How long words are that misspelled ones are compared with."""


def write_search_index(documents: Iterable[SearchDocument]) -> Iterator[OutFile]:
    """The files of the index; the manifest comes last, so that it never names a file not yet there."""
    known = sorted(documents, key=lambda document: document.url)
    found = [document for document in known if document.kind in {"paper", "page"}]
    years, numbered = place(found)
    index, words = _invert(numbered)
    _file_names([document for document in known if document.kind in {"author", "tag"}], index, words)
    _spell(index, words)

    shards = _cut({term: entry.weight for term, entry in index.items()})
    backwards = _cut({word[::-1]: 5 for word, count in words.items() if _mendable(word, count)})
    pairs = [shard(terms, index) for terms in shards]
    contents = [
        [first for first, _ in pairs],
        list(tails([rest for _, rest in pairs])),
        [endings(words_of_shard, words) for words_of_shard in backwards],
        list(blocks(numbered, sum(size for _, size in years))),
    ]
    header = {
        "format": FORMAT,
        "papers": sum(document.kind == "paper" for document in found),
        "years": years,
        "tier": FIRST_TIER,
        "block": BLOCK,
        "together": TOGETHER,
        "stop": " ".join(sorted(STOP_WORDS)),
        "common": " ".join(_common(index)),
        "shards": _borders(shards),
        "endings": _borders(backwards),
    }
    yield from _files(header, contents)


def _invert(numbered: Mapping[int, SearchDocument]) -> tuple[dict[str, Term], Counter[str]]:
    """Postings by term, and how often each word is used; in a title or name it counts twice."""
    texts = {place_: read(document) for place_, document in numbered.items()}
    language = learn(numbered.values(), texts.values())
    index: defaultdict[str, Term] = defaultdict(Term)
    used: Counter[Piece] = Counter()
    for number, text in texts.items():
        for term, value in weigh(numbered[number], text, language).items():
            index[term].postings.append(number << VALUE_BITS | value)
        used.update(text.abstract + 2 * (text.title + text.authors))
    words: Counter[str] = Counter()
    for found, count in used.items():
        for form in found.forms:
            words[form] += count
    return dict(index), words


def _file_names(named: Sequence[SearchDocument], index: dict[str, Term], words: Counter[str]) -> None:
    """File people and tags under their words."""
    terms_of = [
        (document, dict.fromkeys(term for text in pieces(document.title) for term in piece(text).stems))
        for document in named
    ]
    shared = Counter(term for _, terms in terms_of for term in terms)
    for document, terms in terms_of:
        rarest = min(terms, key=lambda term: (shared[term], term), default="")
        for term in terms:
            if term == rarest or shared[term] <= NAMES_A_WORD:
                index.setdefault(term, Term()).names.append(document)
        words.update(
            form for text in pieces(document.title) for form in piece(text).forms if form not in words
        )


def _spell(index: Mapping[str, Term], words: Counter[str]) -> None:
    """Tell every term its forms, the most frequent first."""
    for word, _ in sorted(words.items(), key=lambda item: (-item[1], item[0])):
        if (entry := index.get(stem(word))) is not None:
            entry.spellings.append(word)


def _cut(weights: Mapping[str, int]) -> list[list[str]]:
    """The words in order, cut into shards by their weights."""
    words = sorted(weights, key=sort_key)
    starts = cut([sort_key(word) for word in words], [weights[word] for word in words])
    return [words[start:end] for start, end in pairwise([*starts, len(words)])]


def _borders(shards: Sequence[Sequence[str]]) -> list[str]:
    """For each shard but the first, the shortest string between its words and those of the one before."""
    return [border(left[-1], right[0]) for left, right in pairwise(shards)]


def _common(index: Mapping[str, Term]) -> list[str]:
    """The words of the most frequent terms, most frequent first."""
    spelled = ((len(entry.postings), entry.spellings[0]) for entry in index.values() if entry.spellings)
    best = heapq.nsmallest(COMMON, spelled, key=lambda item: (-item[0], item[1]))
    return [word for count, word in best if count > 1]


def _mendable(word: str, count: int) -> bool:
    # What is written once in all abstracts is itself likely to be a slip.
    return len(word) in MENDABLE and word.isalpha() and count > 1


def _files(header: dict[str, Any], kinds: Sequence[Sequence[bytes]]) -> Iterator[OutFile]:
    """Each content in a file that is named after it; what is small enough is in the manifest."""
    contents = [content for kind in kinds for content in kind]
    inline = next(
        first for first in (0, len(contents) - len(kinds[-1]), len(contents)) if _small(contents[first:])
    )
    names = [_name(content) for content in contents[:inline]]
    for name, content in dict(zip(names, contents, strict=False)).items():
        if content:
            yield OutFile(f"search/{name.hex()}.bin", zlib.compress(content, 9))
    header |= {"counts": [len(kind) for kind in kinds], "inline": inline}
    manifest = sections(compact(header), b"".join(names), *contents[inline:])
    yield OutFile(MANIFEST, zlib.compress(manifest, 9))


def _small(contents: Sequence[bytes]) -> bool:
    return not contents or len(zlib.compress(b"".join(contents))) <= INLINE_BYTES


def _name(content: bytes) -> bytes:
    return sha256(content).digest()[:NAME_BYTES] if content else bytes(NAME_BYTES)
