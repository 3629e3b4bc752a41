"""What every document says to the search index, found out once and kept from one build to the next.

How its words are weighed depends on the writings that the whole collection uses. So with the documents that
are new, those are weighed again that may say what the collection writes in another way than before.
"""

from array import array
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from papergarden.text.digest import digest_of
from papergarden.text.tokens import pieces
from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_terms import (
    STOP_STEMS,
    Language,
    Lexicon,
    Piece,
    Text,
    Writing,
    define,
    learn,
    piece,
    weigh,
)

Kept = MutableMapping[str, Any]
"""Plain values by name, to be given to the next build."""

T = TypeVar("T", str, Writing)
_said = attrgetter("title", "authors", "abstract")
FEW = 20
"""Where no more than one document in so many has changed, the rest of the postings stay."""
_stated = attrgetter(
    *("kind", "url", "title", "authors", "tags", "abstract", "venue", "has_code", "sources", "ids")
)


class Totals(NamedTuple):
    """In all documents together: how often words are used, how many documents define or join something.

    In a title or name a word counts twice.
    """

    words: dict[str, int]
    defined: dict[Writing, int]
    joined: dict[Writing, int]

    def add(self, read: Iterable[tuple[SearchDocument, Text]], lexicon: Lexicon, times: int) -> None:
        """Add what documents say, or with -1 take it away."""
        used: Counter[Piece] = Counter()
        for document, text in read:
            used.update(text.abstract + 2 * (text.title + text.authors))
            for short, long in set(define(f"{document.title}. {document.abstract}")):
                _count(self.defined, (long, short), times)
            for writing in lexicon.joined(text):
                _count(self.joined, writing, times)
        for found, count in used.items():
            for form in found.forms:
                _count(self.words, form, times * count)


Said = tuple[str, tuple[str, ...], str]
"""The texts of a document that go into the totals: title, authors, abstract."""
Weights = tuple[str, bytes]
"""A document's terms, and their levels."""


class Readings:
    """All documents as the index takes them.

    Args:
        numbered: papers and pages by number, no two of them with the same address.
        kept: as the last build left it, or empty; it is brought up to date.

    """

    def __init__(self, numbered: Mapping[int, SearchDocument], kept: Kept) -> None:
        self._numbered, self._lexicon = numbered, Lexicon()
        self._digests = {number: digest_of(*_stated(one)) for number, one in numbered.items()}
        self._texts: dict[int, Text] = {}
        said, weights, totals, writings = kept.get("documents") or ({}, {}, ({}, {}, {}), ({}, {}))
        self.totals = Totals(*map(dict, totals))
        now = {digest: _said(numbered[number]) for number, digest in self._digests.items()}
        self._update(said, now)
        language = learn(self.totals.defined, self.totals.joined)
        self.weights = self._weighed(weights, language, language.changes(_language(*writings)))
        kept["documents"] = (
            now,
            dict(zip(self._digests.values(), self.weights.values(), strict=True)),
            tuple(self.totals),
            (language.longs, language.phrases),
        )

    def postings(self, bits: int, kept: Kept) -> "dict[str, array[int]]":
        """The documents of each term in order, each number shifted by some bits, with the level in them."""
        now = {number << bits: some for number, some in self.weights.items()}
        known: tuple[Mapping[int, Weights], Mapping[str, bytes]] = kept.get("postings") or ({}, {})
        before, data = known
        gone = [(first, some) for first, some in before.items() if now.get(first) != some]
        new = [(first, some) for first, some in now.items() if before.get(first) != some]
        if FEW * len(gone) > len(before) or FEW * len(new) > len(now):
            gone, new, data = [], list(now.items()), {}
        postings = defaultdict(lambda: array("I"), {term: array("I", some) for term, some in data.items()})
        for first, (terms, levels) in gone:
            for term, level in zip(terms.split(), levels, strict=True):
                postings[term].remove(first | level)
                if not postings[term]:
                    del postings[term]
        put = insort if data else array.append
        for first, (terms, levels) in new:
            for term, level in zip(terms.split(), levels, strict=True):
                put(postings[term], first | level)
        kept["postings"] = now, {term: some.tobytes() for term, some in postings.items()}
        return postings

    def _update(self, before: Mapping[bytes, Said], now: Mapping[bytes, Said]) -> None:
        """Bring the totals of what was said before up to date."""
        new = (number for number, digest in self._digests.items() if digest not in before)
        self.totals.add(((self._numbered[number], self._text(number)) for number in new), self._lexicon, 1)
        gone = (_document(*before[digest]) for digest in before.keys() - now.keys())
        self.totals.add(((one, self._lexicon.read(one)) for one in gone), self._lexicon, -1)

    def _weighed(
        self, known: Mapping[bytes, Weights], language: Language, changes: set[Writing]
    ) -> dict[int, Weights]:
        concerned = Concerned(changes)
        weights = {}
        for number, digest in self._digests.items():
            found = known.get(digest)
            if found is None or concerned.by(found[0].split()):
                levels = weigh(self._numbered[number], self._text(number), language)
                found = " ".join(levels), bytes(levels.values())
            weights[number] = found
        return weights

    def _text(self, number: int) -> Text:
        if number not in self._texts:
            self._texts[number] = self._lexicon.read(self._numbered[number])
        return self._texts[number]


class Concerned:
    """Which documents some writings may concern: those that have one side of a writing.

    That are all words of it but stop words, which are no terms.
    """

    def __init__(self, writings: Iterable[Writing]) -> None:
        sides = [side for long, short in writings for side in (set(long) - STOP_STEMS, {short})]
        self._sides = sides
        self._first = {min(side) for side in sides if side}
        self._all = not all(sides)

    def by(self, terms: list[str]) -> bool:
        """Whether a document with these terms is one."""
        if self._all or self._first.isdisjoint(terms):
            return self._all
        there = set(terms)
        return any(side <= there for side in self._sides)


def read_names(titles: Iterable[str], kept: Kept) -> Iterator[tuple[list[str], list[str]]]:
    """The terms and the words of names, which are as kept as documents are."""
    known: Mapping[str, tuple[str, str]] = kept.get("names") or {}
    kept["names"] = now = {}
    for title in titles:
        if title not in now:
            now[title] = known.get(title) or _name(title)
        terms, forms = now[title]
        yield terms.split(), forms.split()


def _name(title: str) -> tuple[str, str]:
    found = [piece(text) for text in pieces(title)]
    terms = dict.fromkeys(term for part in found for term in part.stems)
    return " ".join(terms), " ".join(form for part in found for form in part.forms)


def _document(title: str, authors: tuple[str, ...], abstract: str) -> SearchDocument:
    return SearchDocument(kind="page", url="", title=title, authors=authors, abstract=abstract)


def _count(counts: dict[T, int], what: T, times: int) -> None:
    if now := counts.get(what, 0) + times:
        counts[what] = now
    else:
        del counts[what]


def _language(longs: Mapping[str, Any], phrases: Mapping[tuple[str, str], Any]) -> Language:
    return Language(longs, phrases, {first for first, _ in phrases})
