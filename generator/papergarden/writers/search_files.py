"""The files of the search index, before compression; ``site_src/pages/search-format.md`` specifies them."""

import json
import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain, compress, islice, pairwise
from operator import attrgetter
from typing import Any

from papergarden.writers.digests import key_of
from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_pack import (
    Sizes,
    common,
    cut,
    front_coded,
    gaps,
    numbers,
    sections,
    sort_key,
    units,
)
from papergarden.writers.search_places import Tables
from papergarden.writers.search_terms import AUTHOR, LEVELS

FIRST_TIER = 600
"""Of a term with more postings, only so many, those of the highest levels, are in its shard."""
NAME_BLOCK = 1536
"""Numbers of people and tags in a block of names."""
FRONT_LEVEL = 11
"""Levels of the postings that a small index has in its manifest: nearly all in titles and names."""
TAILS = Sizes(least=20_000, most=56_000, odds=8)
"""Of the files with the less important postings of neighbouring shards, before compression."""
SHOWN_AUTHORS = 3
MOST_FORMS = 5
LONGEST_SLUG = 80
WORD = re.compile(r"[a-z0-9]+")
APOSTROPHE = re.compile(r"['’‘`´ʼ]")
VALUE_BITS = 5
VALUE = LEVELS | AUTHOR


@dataclass(slots=True)
class Term:
    """A term's postings, ``number << 5 | author bit | level`` in order, how it is spelled, whom it names.

    ``names`` are the numbers of people and tags, in order.
    """

    postings: "array[int]" = field(default_factory=lambda: array("I"))
    spellings: list[str] = field(default_factory=list)
    names: list[int] = field(default_factory=list)

    @property
    def weight(self) -> int:
        """About how many bytes it takes in a shard."""
        spelled = sum(map(len, self.spellings)) // 2
        return 6 + spelled + 2 * min(len(self.postings), FIRST_TIER) + 2 * len(self.names)

    def tiers(self) -> tuple[Sequence[int], Sequence[int]]:
        """The postings that matter most, newer ones among equals, and the rest; both in order of number."""
        if len(self.postings) <= FIRST_TIER:
            return self.postings, ()
        levels = bytes(map(LEVELS.__and__, self.postings))
        counts, level, room = Counter(levels), LEVELS, FIRST_TIER
        while counts[level] <= room:
            room -= counts[level]
            level -= 1
        # Of the postings with this level, the newest still have room.
        older = counts[level] - room
        oldest = next(islice(compress(self.postings, map(level.__eq__, levels)), older, None), 1 << 32)
        first: list[int] = []
        rest: list[int] = []
        for posting, own in zip(self.postings, levels, strict=True):
            (first if own > level or (own == level and posting >= oldest) else rest).append(posting)
        return first, rest


class Part:
    """A part of the index; it is made when somebody asks for it, and once.

    Args:
        make: makes it.
        made_of: everything that it is made of: texts, numbers, bytes, and lists of them.

    """

    def __init__(self, make: Callable[[], bytes], *made_of: Any) -> None:
        self.key = key_of(*made_of)
        self._make, self._content = make, b""

    def content(self) -> bytes:
        """What is in it, never nothing."""
        self._content = self._content or self._make()
        return self._content


class Shard:
    """A shard of neighbouring terms, and the postings of its frequent terms that are not in it."""

    def __init__(self, terms: Sequence[str], index: Mapping[str, Term]) -> None:
        self.terms, self._entries = terms, [index[term] for term in terms]
        self.key = key_of(terms, [(entry.postings, entry.spellings, entry.names) for entry in self._entries])

    @cached_property
    def parts(self) -> tuple[bytes, tuple[bytes, bytes]]:
        """The shard itself, and the rest."""
        entries = self._entries
        tiers = [entry.tiers() for entry in entries]
        spellings = "\n".join(map(_spelled, self.terms, [entry.spellings for entry in entries]))
        first = sections(
            *front_coded(self.terms),
            spellings.encode(),
            numbers(len(entry.postings) for entry in entries),
            *_postings([first for first, _ in tiers]),
            numbers(len(entry.names) for entry in entries),
            numbers(chain.from_iterable(gaps(entry.names) for entry in entries if entry.names)),
        )
        return first, _postings([rest for _, rest in tiers])

    @property
    def first(self) -> Part:
        """The shard itself."""
        return Part(lambda: self.parts[0], "shard", self.key)

    def weigh_rest(self) -> int:
        """How many bytes the rest takes."""
        return sum(map(len, self.parts[1]))


def front(index: Mapping[str, Term]) -> bytes:
    """The postings of high levels, built like a shard: for most queries enough to tell what comes first."""
    kept = {
        term: [posting for posting in entry.postings if posting & LEVELS >= FRONT_LEVEL]
        for term, entry in index.items()
        if ":" not in term
    }
    terms = sorted((term for term, postings in kept.items() if postings), key=sort_key)
    return sections(
        *front_coded(terms),
        b"\n" * (len(terms) - 1),
        numbers(len(index[term].postings) for term in terms),
        *_postings([kept[term] for term in terms]),
        bytes(len(terms)),
        b"",
        numbers(len(kept[term]) for term in terms),
    )


def tails(shards: Sequence[Shard], weights: Sequence[int]) -> tuple[Sequence[int], Sequence[Part]]:
    """What is not in the shards, that of some neighbours together: how many of them, and the content.

    ``weights`` are those of the shards.
    """
    if not any(weights):
        return [], []
    starts = cut([sort_key(shard.terms[0]) for shard in shards], weights, TAILS)
    groups = [shards[start:end] for start, end in pairwise([*starts, len(shards)])]
    return list(map(len, groups)), [
        Part(partial(_tail, group), "tail", [shard.key for shard in group]) for group in groups
    ]


def _tail(shards: Sequence[Shard]) -> bytes:
    return sections(*chain.from_iterable(shard.parts[1] for shard in shards))


def endings(reversed_words: Sequence[str], counts: Counter[str]) -> Part:
    """Words spelled backwards, each with the bit length of its frequency, to mend what begins wrongly."""
    frequencies = bytes(min(counts[word[::-1]], 1 << 20).bit_length() for word in reversed_words)
    return Part(
        lambda: sections(*front_coded(reversed_words), frequencies), "endings", reversed_words, frequencies
    )


def blocks(documents: Mapping[int, SearchDocument], tables: Tables, count: int) -> Iterator[Part]:
    """What is shown of each document, by blocks of so many neighbouring numbers; a column a field."""
    return _blocks(documents, tables, count, _shown, _told)


def name_blocks(named: Mapping[int, SearchDocument], tables: Tables) -> Iterator[Part]:
    """What is shown of people and tags, likewise."""
    return _blocks(named, tables, NAME_BLOCK, _name, attrgetter("kind", "title", "count", "url"))


def _blocks(
    documents: Mapping[int, SearchDocument],
    tables: Tables,
    count: int,
    row: Callable[[SearchDocument], Sequence[str | int]],
    told: Callable[[SearchDocument], tuple[Any, ...]],
) -> Iterator[Part]:
    """Blocks of rows; ``told`` tells what of a document its row is made of."""
    size = sum(size for _, size in tables)
    for start in range(0, size, count):
        places = range(start, min(start + count, size))
        some = [(number - start, documents[number]) for number in places if number in documents]
        yield Part(partial(_columns, some, row), "block", [(place, *told(one)) for place, one in some])


def _columns(
    some: Sequence[tuple[int, SearchDocument]], row: Callable[[SearchDocument], Sequence[str | int]]
) -> bytes:
    rows = [(place, *row(document)) for place, document in some]
    return sections(compact(list(map(list, zip(*rows, strict=True)))))


def usual_address(name: str) -> str:
    """The slug that most titles and names have, as the reader of the index can make it too."""
    words = "-".join(WORD.findall(APOSTROPHE.sub("", name.lower()).replace("&", " and ")))
    cut = words.rfind("-", LONGEST_SLUG // 2, LONGEST_SLUG + 1)
    return words if len(words) <= LONGEST_SLUG else words[: cut if cut > 0 else LONGEST_SLUG]


def compact(value: object) -> bytes:
    """JSON without blanks, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _postings(lists: Sequence[Sequence[int]]) -> tuple[bytes, bytes]:
    """Gaps between document numbers, and values, one list after the other."""
    postings = list(chain.from_iterable(lists))
    ids = [posting >> VALUE_BITS for posting in postings]
    distances = gaps(ids)  # of all lists as if they were one: of each, the first is put right
    start = 0
    for some in lists:
        if some:
            distances[start] = ids[start]
            start += len(some)
    return numbers(distances), bytes(map(VALUE.__and__, postings))


def _spelled(term: str, spellings: Sequence[str]) -> str:
    """The forms of a stem, most frequent first: how many characters of it to drop, then what to add."""
    if list(spellings) == [term]:
        return ""
    kept = [common(term, form) for form in spellings]
    dropped = [units(term[keep:]) for keep in kept]
    codes = [
        f"{drop}{form[keep:]}" for form, keep, drop in zip(spellings, kept, dropped, strict=True) if drop < 10
    ]
    return " ".join(codes[:MOST_FORMS])


def _name(document: SearchDocument) -> tuple[str, str, int, str]:
    """Kind, name, count, and the address unless it is the usual one of an author."""
    usual = document.kind == "author" and document.url == f"authors/{usual_address(document.title)}/"
    return document.kind[0], document.title, document.count, "" if usual else document.url


_printed = attrgetter("kind", "url", "title", "date", "venue", "has_code")


def _told(document: SearchDocument) -> tuple[Any, ...]:
    return *_printed(document), document.authors[:SHOWN_AUTHORS], len(document.authors)


def _shown(document: SearchDocument) -> tuple[str, str, str, str, str, int]:
    """Title, authors, date, venue, address (of papers without the folder, "" if usual), 1 if it has code."""
    authors = ", ".join(document.authors[:SHOWN_AUTHORS])
    if more := len(document.authors) - SHOWN_AUTHORS:
        authors += f" +{more}" if more > 0 else ""
    url = document.url or "/"
    if document.kind == "paper":
        url = url.removeprefix("papers/").removesuffix("/")
        url = "" if url == usual_address(document.title) else url
    return document.title, authors, document.date, document.venue, url, int(document.has_code)
