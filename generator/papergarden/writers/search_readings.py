"""What every document says to the search index, found out once and kept from one build to the next.

How its words are weighed depends on the writings that the whole collection uses. So with the documents that
are new, those are weighed again that may say what the collection writes in another way than before.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple, Self

from papergarden.text.tokens import pieces
from papergarden.writers.digests import digest_of
from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_terms import (
    STOP_STEMS,
    Language,
    Lexicon,
    Text,
    Writing,
    define,
    learn,
    piece,
    weigh,
)

Kept = MutableMapping[str, Any]
"""Plain values by name, to be given to the next build."""

_stated = attrgetter(
    *("kind", "url", "title", "authors", "tags", "abstract", "venue", "has_code", "sources", "ids")
)


class Facts(NamedTuple):
    """What a document says, whatever the others say; packed, as thousands of them are kept.

    ``forms`` are its words, ``counts`` how often each is used, as 32-bit numbers; in a title or name it
    counts twice. ``defined`` and ``joined`` are writings, a line each.
    """

    forms: str
    counts: bytes
    defined: str
    joined: str

    @classmethod
    def of(cls, document: SearchDocument, text: Text, lexicon: Lexicon) -> Self:
        """The facts of a document that was read."""
        used = text.abstract + 2 * (text.title + text.authors)
        words = Counter(chain.from_iterable(one.forms for one in used))
        defined = {(long, short) for short, long in define(f"{document.title}. {document.abstract}")}
        return cls(
            " ".join(words),
            array("I", words.values()).tobytes(),
            _lines(defined),
            _lines(lexicon.joined(text)),
        )


class Totals(NamedTuple):
    """In all documents together: how often words are used, how many documents define or join something."""

    words: dict[str, int]
    defined: dict[str, int]
    joined: dict[str, int]

    def add(self, facts: Facts, times: int) -> None:
        """Add what a document says, or with -1 take it away."""
        counted = zip(facts.forms.split(), memoryview(facts.counts).cast("I"), strict=True)
        _count(self.words, counted, times)
        for all_of_them, lines in ((self.defined, facts.defined), (self.joined, facts.joined)):
            if lines:
                _count(all_of_them, ((line, 1) for line in lines.split("\n")), times)

    def language(self) -> Language:
        """The writings of the collection."""
        return learn(*({_writing(line): count for line, count in lines.items()} for lines in self[1:]))


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
        facts, weights, totals, writings = kept.get("documents") or ({}, {}, ({}, {}, {}), ({}, {}))
        self._facts: dict[bytes, Facts] = {}
        self.totals = Totals(*map(dict, totals))
        self._gather(facts)
        language = self.totals.language()
        self.weights = self._weighed(weights, language, language.changes(_language(*writings)))
        kept["documents"] = (
            {digest: tuple(some) for digest, some in self._facts.items()},
            dict(zip(self._digests.values(), self.weights.values(), strict=True)),
            tuple(self.totals),
            (language.longs, language.phrases),
        )

    def postings(self, bits: int) -> "dict[str, array[int]]":
        """The documents of each term in order, each number shifted by some bits, with the level in them."""
        postings: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        for number, (terms, levels) in self.weights.items():
            first = number << bits
            for term, level in zip(terms.split(), levels, strict=True):
                postings[term].append(first | level)
        return postings

    def _gather(self, known: Mapping[bytes, Any]) -> None:
        """Have the facts of all documents, and their totals."""
        for number, digest in self._digests.items():
            if digest in known:
                self._facts[digest] = Facts(*known[digest])
            else:
                document = self._numbered[number]
                self._facts[digest] = facts = Facts.of(document, self._text(number), self._lexicon)
                self.totals.add(facts, 1)
        for digest in known.keys() - self._facts.keys():
            self.totals.add(Facts(*known[digest]), -1)

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


def _count(counts: dict[str, int], found: Iterable[tuple[str, int]], times: int) -> None:
    for name, count in found:
        if now := counts.get(name, 0) + times * count:
            counts[name] = now
        else:
            del counts[name]


def _lines(writings: Iterable[Writing]) -> str:
    return "\n".join(" ".join((*long, short)) for long, short in writings)


def _writing(line: str) -> Writing:
    *long, short = line.split(" ")
    return tuple(long), short


def _language(longs: Mapping[str, Any], phrases: Mapping[tuple[str, str], Any]) -> Language:
    return Language(longs, phrases, {first for first, _ in phrases})
