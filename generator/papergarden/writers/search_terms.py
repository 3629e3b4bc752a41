"""From documents to weighted terms: the part of the ranking that is computed once, when the site is built.

A posting's level is the saturated, length-normalized frequency of BM25F (Robertson, Zaragoza and Taylor,
"Simple BM25 extension to multiple weighted fields", CIKM 2004), cut into fifteen steps. The lengths that it
is measured against are constants, so that another paper in the collection changes no level of this one. The
rarity of a term is multiplied in by the reader.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from zlib import crc32

from papergarden.text.stemming import stem
from papergarden.text.tokens import cut, pieces
from papergarden.writers.search_documents import SearchDocument

LEVELS = 15
AUTHOR = 16
"""The bit of a posting that says: the term is in the name of an author."""
SATURATION = 1.2
WEIGHTS = {"title": 6.0, "authors": 6.0, "tags": 1.0, "abstract": 1.0}
USUAL_LENGTH = {"title": 9, "authors": 8, "tags": 8, "abstract": 160}
"""Words in a field of a typical paper, stop words too."""
LENGTH_COUNTS = {"title": 0.5, "authors": 0.3, "tags": 0.3, "abstract": 0.6}
SHORT_TITLE = 2
"""Words of a title that is short: they alone have the highest level, so that who types it finds it first."""
ELSEWHERE = 0.6
"""What a word counts that the document says in another writing: an acronym for its long form."""
STOP_WORDS = frozenset(
    """
    a about also an and are as at be been both by can do each for from had has have how however in
    into is it its may more most no not of on or other our show such than that the their them then
    there these they this those through to under use was we were when where which while who with would
    """.split()  # noqa: SIM905
)
"""Words that nobody searches for; they are found in titles and names only."""
STOP_STEMS = frozenset(map(stem, STOP_WORDS))
DEFINITION = re.compile(r"\(([A-Za-z][A-Za-z0-9-]{1,9})\)")
CAPITAL = re.compile(r"[A-Z]")
LONGEST_ADDRESS = 300
ADDRESS = re.compile(r"^(?:https?://)?(?:www\.|dx\.)?|#.*$|(?:v\d+)?(?:\.pdf|\.html?)?/*$")
ADDRESSES = (
    (
        re.compile(
            r"^(?:.*(?:[ar]xiv|ar5iv|huggingface\.co).*?[/:.])?"
            r"(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?(?:\.pdf|\.html?)?(?:[/?].*)?$"
        ),
        r"\1",
    ),
    (
        re.compile(r"^.*?(10\.\d{4,9}/[^\s?#]+?)(?:\.pdf|/pdf|/full|/abstract|/html)?[/.,;)]*(?:[?#].*)?$"),
        r"\1",
    ),
    (re.compile(r"^.*openreview\.net/\w+\?(?:.*&)?id=([\w-]+).*$", re.ASCII), r"openreview.net/forum?id=\1"),
    (
        re.compile(r"^.*acl(?:anthology|web)\.org/.*?([a-z]\d\d-\d{4}|\d{4}\.[a-z\d-]+\.\d+).*$", re.ASCII),
        r"aclanthology.org/\1",
    ),
)
"""Where a paper is told from any of the addresses that it has there: arXiv and its mirrors, publishers' pages
with a DOI in their address, OpenReview, the ACL Anthology; the first that fits counts."""

CACHED = 1 << 18
"""Pieces of text of which the words are remembered."""

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """All that is ever asked of a folded piece of text, worked out once.

    ``forms`` are its words, not stemmed; ``stems`` are the terms under which it is found; ``parts`` are the
    stems one after the other, without solid writings, for phrases; ``solid`` are the two parts of a word like
    ``self-supervised`` and its solid writing.
    """

    forms: Phrase
    stems: Phrase
    parts: Phrase
    solid: tuple[Phrase, str] | None


Pieces = tuple[Piece, ...]
STEMS = attrgetter("stems")
PARTS = attrgetter("parts")


@lru_cache(maxsize=CACHED)
def piece(text: str) -> Piece:
    """What is to be known of a piece of text; equal pieces are one object, to save memory."""
    found = cut(text)
    forms = tuple(chain.from_iterable(word.forms for word in found))
    parts = tuple(stem(part) for word in found for part in word.parts)
    solid = (parts, stem(found[0].solid)) if len(found) == 1 and len(parts) == 2 else None
    return Piece(forms, tuple(map(stem, forms)), parts, solid)


@dataclass(frozen=True, slots=True)
class Text:
    """A document's fields, each as the pieces of its text: what all further work is done on."""

    title: Pieces
    authors: Pieces
    tags: Pieces
    abstract: Pieces


@dataclass(frozen=True, slots=True)
class Language:
    """The writings that this collection uses: acronyms and their long forms, solid words and their parts.

    ``phrases`` are by their first word, then by their second: a long form with its acronym, a pair with its
    solid writing.
    """

    longs: Mapping[str, Phrase]
    phrases: Mapping[str, Mapping[str, Sequence[tuple[Phrase, str]]]]


def read(document: SearchDocument) -> Text:
    """Cut the texts of a document into pieces."""
    return Text(*map(_pieces, ((document.title,), document.authors, document.tags, (document.abstract,))))


def _pieces(texts: Iterable[str]) -> Pieces:
    return tuple(map(piece, chain.from_iterable(map(pieces, texts))))


def learn(documents: Iterable[SearchDocument], texts: Iterable[Text]) -> Language:
    """Find the acronyms that at least two documents define alike, and the solid words that have parts."""
    definitions: dict[str, Counter[Phrase]] = {}
    for document in documents:
        for acronym, long in set(define(f"{document.title}. {document.abstract}")):
            definitions.setdefault(acronym, Counter())[long] += 1
    phrases: defaultdict[str, defaultdict[str, list[tuple[Phrase, str]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    longs: dict[str, Phrase] = {}
    for acronym, counts in sorted(definitions.items()):
        long, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
        if count >= 2 and 2 * count > counts.total():
            longs[acronym] = long
            phrases[long[0]][long[1]].append((long, acronym))
    joined: Counter[tuple[Phrase, str]] = Counter()
    for text in texts:
        joined.update(found.solid for found in {*text.title, *text.abstract} if found.solid)
    for (pair, solid_word), count in sorted(joined.items()):
        if count >= 2:
            phrases[pair[0]][pair[1]].append((pair, solid_word))
    return Language(longs, {first: dict(others) for first, others in phrases.items()})


def define(text: str) -> Iterator[tuple[str, Phrase]]:
    """The acronyms that a text defines, "long form (LF)", folded, each with the stems of its long form.

    One word for each letter, in order: the certain part of Schwartz and Hearst, "A simple algorithm for
    identifying abbreviation definitions in biomedical text", PSB 2003.
    """
    for found in DEFINITION.finditer(text):
        printed = found[1].removesuffix("s") if found[1][:-1].isupper() else found[1]
        letters = re.sub(r"[^a-z]", "", printed.lower())
        if len(letters) < 2 or len(CAPITAL.findall(printed)) < 2:
            continue
        before = text[max(0, found.start() - 200) : found.start()]
        words = [part for said in pieces(before) for word in cut(said) for part in word.parts]
        long = words[-len(letters) :]
        if [word[0] for word in long] == list(letters):
            yield stem(cut(printed)[0].forms[-1]), tuple(map(stem, long))


def weigh(document: SearchDocument, text: Text, language: Language) -> dict[str, int]:
    """The levels of a document's terms, 1 to 15, with the bit ``AUTHOR``; filters and identifiers too."""
    counts, factor = _counts("abstract", text.abstract, language)
    known = {count: _level(count * factor) for count in set(counts.values())}
    levels = {term: known[count] for term, count in counts.items()}
    weights: defaultdict[str, float] = defaultdict(float)
    for field in ("tags", "authors", "title"):
        some, share = _counts(field, getattr(text, field), language)
        for term, count in some.items():
            weights[term] += count * share
    for term, weight in weights.items():
        levels[term] = _level(weight + counts.get(term, 0) * factor)
    authors = set(chain.from_iterable(map(STEMS, text.authors)))
    shown = authors.union(*map(STEMS, text.title))
    for term in STOP_STEMS.intersection(levels).difference(shown):
        del levels[term]
    telling = [found for found in text.title if not STOP_STEMS.issuperset(found.parts)]
    if len(telling) <= SHORT_TITLE:
        levels.update(dict.fromkeys(chain.from_iterable(map(STEMS, telling)), LEVELS))
    for term in authors:
        levels[term] |= AUTHOR
    levels.update(dict.fromkeys(labels(document), LEVELS))
    return levels


def _level(weight: float) -> int:
    return min(int(LEVELS * weight / (weight + SATURATION) + 0.5), LEVELS - 1) or 1


def labels(document: SearchDocument) -> Iterator[str]:
    """The terms behind ``venue:``, ``tag:``, ``has:``, ``source:`` and pasted identifiers."""
    if document.venue:
        yield f"venue:{label(document.venue)}"
    if document.has_code:
        yield "has:code"
    for tag in document.tags:
        yield f"tag:{label(tag)}"
    for source in document.sources:
        yield f"source:{label(source)}"
    for name in document.ids:
        yield f"id:{identify(name)}"


@lru_cache(maxsize=CACHED)
def label(name: str) -> str:
    """A name as it is typed after a colon: folded, its words joined by hyphens."""
    return "-".join(part for said in pieces(name) for word in cut(said) for part in word.parts)


def identify(name: str) -> str:
    """Eight hex digits for an arXiv id, DOI or address, however it is written; the reader makes the same.

    >>> identify("https://arxiv.org/abs/2406.09415v2") == identify("arXiv:2406.09415")
    True
    """
    name = name.strip().lower()[:LONGEST_ADDRESS]
    for address, meaning in ADDRESSES:
        if found := address.match(name):
            return f"{crc32(found.expand(meaning).encode()):08x}"
    name = ADDRESS.sub("", name)
    return f"{crc32(name.encode()):08x}"


def _counts(field: str, found: Pieces, language: Language) -> tuple[Mapping[str, float], float]:
    """How often each term is in a field, and what it counts there once, normalized by the field's length."""
    if not found:
        return {}, 0
    counts: dict[str, float] = {**Counter(chain.from_iterable(map(STEMS, found)))}
    if field != "authors":
        for term in _otherwise(tuple(chain.from_iterable(map(PARTS, found))), language):
            counts.setdefault(term, ELSEWHERE)
    share = LENGTH_COUNTS[field]
    return counts, WEIGHTS[field] / (1 - share + share * len(found) / USUAL_LENGTH[field])


def _otherwise(said: Phrase, language: Language) -> list[str]:
    """Terms for other writings of what is said: "self supervised" solid, acronyms for long forms."""
    found = list(chain.from_iterable(language.longs[term] for term in language.longs.keys() & said))
    begun = [place for place, word in enumerate(said[:-1]) if word in language.phrases]
    for place in begun:
        for phrase, other in language.phrases[said[place]].get(said[place + 1], ()):
            if said[place : place + len(phrase)] == phrase:
                found.append(other)
    return found
