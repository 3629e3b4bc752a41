"""From documents to weighted terms: the part of the ranking that is computed once, when the site is built.

A posting's level is the saturated, length-normalized frequency of BM25F (Robertson, Zaragoza and Taylor,
"Simple BM25 extension to multiple weighted fields", CIKM 2004), cut into fifteen steps. The lengths that it
is measured against are constants, so that another paper in the collection changes no level of this one. The
rarity of a term is multiplied in by the reader.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, compress, pairwise
from operator import attrgetter
from zlib import crc32

from papergarden.text.stemming import stem
from papergarden.text.tokens import cut, pieces, pieces_of, runs
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
Writing = tuple[Phrase, str]
"""Words and what else is written for them: a long form and its acronym, two parts and the solid word."""


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """All that is ever asked of a folded piece of text, worked out once.

    ``forms`` are its words, not stemmed; ``stems`` are the terms under which it is found, ``telling`` those
    that are no stop words; ``parts`` are the stems one after the other, without solid writings, for phrases;
    ``solid`` are the two parts of a word like ``self-supervised`` and its solid writing.
    """

    forms: Phrase
    stems: Phrase
    telling: Phrase
    parts: Phrase
    solid: Writing | None


Pieces = tuple[Piece, ...]
STEMS = attrgetter("stems")
TELLING = attrgetter("telling")
PARTS = attrgetter("parts")


@lru_cache(maxsize=CACHED)
def piece(text: str) -> Piece:
    """What is to be known of a piece of text; equal pieces are one object, to save memory."""
    found = cut(text)
    forms = tuple(chain.from_iterable(word.forms for word in found))
    stems = parts = tuple(map(stem, forms))
    solid = None
    if found and found[0].solid:
        parts = tuple(map(stem, found[0].parts))
        solid = (parts, stems[-1]) if len(parts) == 2 else None
    telling = (
        stems if STOP_STEMS.isdisjoint(stems) else tuple(term for term in stems if term not in STOP_STEMS)
    )
    return Piece(forms, stems, telling, parts, solid)


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

    ``phrases`` are by their first two words: a long form with its acronym, a pair with its solid writing.
    ``begun`` are all first words of phrases.
    """

    longs: Mapping[str, Phrase]
    phrases: Mapping[tuple[str, str], Sequence[Writing]]
    begun: Set[str]

    def changes(self, other: "Language") -> set[Writing]:
        """The writings that only one of two languages has, or has the other way round."""
        longs = self.longs.items() ^ other.longs.items()
        phrases = set(chain.from_iterable(self.phrases.values()))
        phrases ^= set(chain.from_iterable(other.phrases.values()))
        return phrases.union((long, acronym) for acronym, long in longs)


class Lexicon(dict[str, Pieces]):
    """The pieces of each run of text that was seen; ``compounds`` are those that have a solid writing."""

    def __init__(self) -> None:
        super().__init__()
        self.compounds: set[Piece] = set()

    def __missing__(self, run: str) -> Pieces:
        found = self[run] = tuple(map(piece, pieces_of(run)))
        self.compounds.update(one for one in found if one.solid)
        return found

    def joined(self, text: Text) -> list[Writing]:
        """The solid words in title and abstract that have two parts, once for each way they are printed."""
        found = self.compounds.intersection(text.title + text.abstract)
        return [one.solid for one in found if one.solid]

    def read(self, document: SearchDocument) -> Text:
        """Cut the texts of a document into pieces."""
        fields = ((document.title,), document.authors, document.tags, (document.abstract,))
        return Text(*map(self._pieces, fields))

    def _pieces(self, texts: Iterable[str]) -> Pieces:
        found = chain.from_iterable(map(runs, texts))
        return tuple(chain.from_iterable(map(self.__getitem__, found)))


def learn(defined: Mapping[Writing, int], joined: Mapping[Writing, int]) -> Language:
    """Find the acronyms that at least two documents define alike, and the solid words that have parts.

    Args:
        defined: how many documents define an acronym by a long form.
        joined: how often documents write two words as a solid one.

    """
    definitions: defaultdict[str, Counter[Phrase]] = defaultdict(Counter)
    for (long, acronym), count in defined.items():
        definitions[acronym][long] = count
    phrases: defaultdict[tuple[str, str], list[Writing]] = defaultdict(list)
    longs: dict[str, Phrase] = {}
    # Who defines IT or CAN does not speak of every text that has "it" or "can".
    for acronym in sorted(definitions.keys() - STOP_STEMS):
        counts = definitions[acronym]
        long, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
        if count >= 2 and 2 * count > counts.total():
            longs[acronym] = long
            phrases[long[0], long[1]].append((long, acronym))
    for (pair, solid_word), count in sorted(joined.items()):
        if count >= 2:
            phrases[pair[0], pair[1]].append((pair, solid_word))
    return Language(longs, dict(phrases), {first for first, _ in phrases})


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
    said = tuple(chain.from_iterable(map(PARTS, text.abstract)))
    counts = _counts(Counter(chain.from_iterable(map(TELLING, text.abstract))), said, language)
    factor = _factor("abstract", text.abstract)
    known = {count: _level(count * factor) for count in set(counts.values())}
    levels = dict(zip(counts, map(known.__getitem__, counts.values()), strict=True))
    weights = _headed(text, language)
    for term, weight in weights.items():
        often = counts.get(term, 0)
        if term in STOP_STEMS:
            often = max(often, said.count(term))
        levels[term] = _level(weight + often * factor)
    authors = set(chain.from_iterable(map(STEMS, text.authors)))
    if hidden := STOP_STEMS.intersection(levels):
        for term in hidden.difference(authors, *map(STEMS, text.title)):
            del levels[term]
    telling = [found for found in text.title if not STOP_STEMS.issuperset(found.parts)]
    if len(telling) <= SHORT_TITLE:
        levels.update(dict.fromkeys(chain.from_iterable(map(STEMS, telling)), LEVELS))
    for term in authors:
        levels[term] |= AUTHOR
    levels.update(dict.fromkeys(labels(document), LEVELS))
    return levels


def _headed(text: Text, language: Language) -> dict[str, float]:
    """What the terms of tags, authors and title count there."""
    weights: defaultdict[str, float] = defaultdict(float)
    for term, count in Counter(chain.from_iterable(map(STEMS, text.authors))).items():
        weights[term] += count * _factor("authors", text.authors)
    for field, found in (("tags", text.tags), ("title", text.title)):
        some = Counter(chain.from_iterable(map(STEMS, found)))
        factor = _factor(field, found)
        for term, often in _counts(some, tuple(chain.from_iterable(map(PARTS, found))), language).items():
            weights[term] += often * factor
    return weights


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


def _factor(field: str, found: Pieces) -> float:
    """What a term counts that is there once: normalized by the length of the field."""
    share = LENGTH_COUNTS[field]
    return WEIGHTS[field] / (1 - share + share * len(found) / USUAL_LENGTH[field])


def _counts(counted: Counter[str], said: Phrase, language: Language) -> dict[str, float]:
    """How often each term is in a text, and a part of once for those that it says in another writing.

    "self supervised" says the solid word too, an acronym its long form, and the other way round.
    """
    counts: dict[str, float] = {**counted}
    for term in language.longs.keys() & counted.keys():
        if term in said:
            for other in language.longs[term]:
                counts.setdefault(other, ELSEWHERE)
    begun = map(language.begun.__contains__, said)
    for pair in language.phrases.keys() & compress(pairwise(said), begun):
        for phrase, other in language.phrases[pair]:
            if len(phrase) == 2 or _says(said, phrase):
                counts.setdefault(other, ELSEWHERE)
    return counts


def _says(said: Phrase, phrase: Phrase) -> bool:
    places = (place for place, word in enumerate(said) if word == phrase[0])
    return any(said[place : place + len(phrase)] == phrase for place in places)
