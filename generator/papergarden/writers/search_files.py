"""The files of the search index, before compression; ``site_src/pages/search-format.md`` specifies them."""

import json
import re
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_pack import common, front_coded, gaps, numbers, sections, units
from papergarden.writers.search_terms import AUTHOR, LEVELS

FIRST_TIER = 400
"""Of a term with more postings, only so many, those of the highest levels, are in its shard."""
BLOCK = 72
"""Document numbers in a block of results."""
TOGETHER = 4
"""How many shards have their less important postings in one file."""
SHOWN_AUTHORS = 4
MOST_FORMS = 5
LONGEST_SLUG = 80
WORD = re.compile(r"[a-z0-9]+")
APOSTROPHE = re.compile(r"['’‘`´ʼ]")
VALUE_BITS = 5
VALUE = LEVELS | AUTHOR


@dataclass(slots=True)
class Term:
    """A term's postings, ``number << 5 | author bit | level`` in order, how it is spelled, whom it names."""

    postings: "array[int]" = field(default_factory=lambda: array("I"))
    spellings: list[str] = field(default_factory=list)
    names: list[SearchDocument] = field(default_factory=list)

    @property
    def weight(self) -> int:
        """About how many bytes it takes in a shard."""
        spelled = sum(map(len, self.spellings)) // 2
        return 6 + spelled + 3 * min(len(self.postings), FIRST_TIER) + 24 * len(self.names)

    def tiers(self) -> tuple[Sequence[int], Sequence[int]]:
        """The postings that matter most, newer ones among equals, and the rest; both in order of number."""
        if len(self.postings) <= FIRST_TIER:
            return self.postings, ()
        best = sorted(self.postings, key=lambda posting: (posting & LEVELS) << 40 | posting, reverse=True)
        return sorted(best[:FIRST_TIER]), sorted(best[FIRST_TIER:])


def shard(terms: Sequence[str], index: Mapping[str, Term]) -> tuple[bytes, tuple[bytes, bytes]]:
    """A shard of neighbouring terms, and the postings of its frequent terms that are not in it."""
    entries = [index[term] for term in terms]
    tiers = [entry.tiers() for entry in entries]
    spellings = "\n".join(_spelled(term, entry.spellings) for term, entry in zip(terms, entries, strict=True))
    names = {str(i): list(map(_name, entry.names)) for i, entry in enumerate(entries) if entry.names}
    first = sections(
        *front_coded(terms),
        spellings.encode(),
        numbers(len(entry.postings) for entry in entries),
        *_postings([first for first, _ in tiers]),
        compact(names) if names else b"",
    )
    return first, _postings([rest for _, rest in tiers])


def tails(rests: Sequence[tuple[bytes, bytes]]) -> Iterator[bytes]:
    """What is not in the shards, a few shards together; empty where nothing is missing."""
    for start in range(0, len(rests), TOGETHER):
        some = [content for rest in rests[start : start + TOGETHER] for content in rest]
        yield sections(*some) if any(some) else b""


def endings(reversed_words: Sequence[str], counts: Counter[str]) -> bytes:
    """Words spelled backwards, each with the bit length of its frequency, to mend what begins wrongly."""
    frequencies = bytes(min(counts[word[::-1]], 1 << 20).bit_length() for word in reversed_words)
    return sections(*front_coded(reversed_words), frequencies)


def blocks(documents: Mapping[int, SearchDocument], size: int) -> Iterator[bytes]:
    """What is shown of each document, by blocks of neighbouring numbers up to ``size``; a column a field."""
    for start in range(0, size, BLOCK):
        rows = [(i, *_shown(documents[start + i])) for i in range(BLOCK) if start + i in documents]
        yield sections(compact(list(map(list, zip(*rows, strict=True)))))


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
    distances = b"".join(numbers(gaps([posting >> VALUE_BITS for posting in postings])) for postings in lists)
    return distances, bytes([posting & VALUE for postings in lists for posting in postings])


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


def _name(document: SearchDocument) -> list[str | int]:
    """Kind, name, count, and the address unless it is the usual one of an author."""
    usual = document.kind == "author" and document.url == f"authors/{usual_address(document.title)}/"
    return [document.kind[0], document.title, document.count, *([] if usual else [document.url])]


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
