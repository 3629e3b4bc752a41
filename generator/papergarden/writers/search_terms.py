"""From documents to weighted terms: the part of the ranking that is computed once, when the site is built.

A posting's level is the saturated, length-normalized frequency of BM25F (Robertson, Zaragoza and Taylor,
"Simple BM25 extension to multiple weighted fields", CIKM 2004), cut into fifteen steps. The lengths that it
is measured against are constants, so that another paper in the collection changes no level of this one. The
rarity of a term is multiplied in by the reader.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, compress, pairwise
from operator import attrgetter
from zlib import crc32

from papergarden.text.stemming import stem
from papergarden.text.tokens import HUMP, LONGEST_WORD, cut, pieces, pieces_of, runs
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
KEY = re.compile(r"[a-z0-9-]+")
VERSION = re.compile(r"v[0-9]+$")
ADDRESSES = (
    (
        re.compile(r"\d\.\d{4}|/\d{7}"),
        re.compile(
            r"^(?:.*(?:[ar]xiv|ar5iv|huggingface\.co).*?[/:.])?"
            r"(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?(?:\.pdf|\.html?)?(?:[/?].*)?$"
        ),
        r"\1",
    ),
    (
        re.compile(r"10\."),
        re.compile(r"^.*?(10\.\d{4,9}/[^\s?#]+?)(?:\.pdf|/pdf|/full|/abstract|/html)?[/.,;)]*(?:[?#].*)?$"),
        r"\1",
    ),
    (
        re.compile("openreview"),
        re.compile(r"^.*openreview\.net/\w+\?(?:.*&)?id=([\w-]+).*$", re.ASCII),
        r"openreview.net/forum?id=\1",
    ),
    (
        re.compile("acl"),
        re.compile(r"^.*acl(?:anthology|web)\.org/.*?([a-z]\d\d-\d{4}|\d{4}\.[a-z\d-]+\.\d+).*$", re.ASCII),
        r"aclanthology.org/\1",
    ),
)
"""Where a paper is told from any of the addresses that it has there: arXiv and its mirrors, publishers' pages
with a DOI in their address, OpenReview, the ACL Anthology; the first that fits counts. Before each stands
what is in all addresses that it fits, for that is sooner told."""

CACHED = 1 << 18
"""Labels that are remembered."""

Phrase = tuple[str, ...]
Writing = tuple[Phrase, str]
"""Words and what else is written for them: a long form and its acronym, two parts and the solid word."""


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """All that is ever asked of a run of text, worked out once.

    ``forms`` are its words, not stemmed; ``stems`` are the terms under which it is found; ``parts`` are the
    stems one after the other, without solid writings, for phrases; ``solid`` are the terms of solid writings
    that are no stop words, ``joined`` the two parts of a word like ``self-supervised`` and the solid one.
    """

    forms: Phrase
    stems: Phrase
    parts: Phrase
    solid: Phrase = ()
    joined: tuple[Writing, ...] = ()


Pieces = tuple[Piece, ...]
STEMS = attrgetter("stems")
PARTS = attrgetter("parts")
SOLID = attrgetter("solid")


def piece(text: str) -> Piece:
    """What is to be known of a folded piece of text."""
    lower = text.lower()
    if text.isascii() and text.isalnum() and lower[1:] == text[1:]:  # one word, as nearly all pieces are
        form = lower[:LONGEST_WORD]
        alone = (stem(form),)
        return Piece(alone if alone[0] == form else (form,), alone, alone)
    found = cut(text)
    forms = tuple(chain.from_iterable(word.forms for word in found))
    stems = tuple(map(stem, forms))
    if not (found and found[0].solid):
        return Piece(forms, stems, stems)
    parts = tuple(map(stem, found[0].parts))
    joined = ((parts, stems[-1]),) if len(parts) == 2 else ()
    solid = () if stems[-1] in STOP_STEMS else stems[-1:]
    return Piece(forms, stems, parts, solid, joined)


def _together(found: Sequence[Piece]) -> Piece:
    """Several pieces of one run of text as one."""
    return Piece(
        *(tuple(chain.from_iterable(getattr(one, name) for one in found)) for name in Piece.__slots__)
    )


@dataclass(frozen=True, slots=True)
class Text:
    """A document's fields as the pieces of their text: what all further work is done on.

    Of the abstract there are the parts one after the other, the number of pieces, and the pieces that have
    solid writings.
    """

    title: Pieces
    authors: Pieces
    tags: Pieces
    said: Phrase
    length: int
    compounds: Pieces


@dataclass(frozen=True, slots=True)
class Language:
    """The writings that this collection uses: acronyms and their long forms, solid words and their parts.

    ``phrases`` are by their first two words: a long form with its acronym, a pair with its solid writing.
    """

    longs: Mapping[str, Phrase]
    phrases: Mapping[tuple[str, str], Sequence[Writing]]
    begun: Set[str] = field(init=False)
    """All first words of phrases."""

    def __post_init__(self) -> None:
        """Find the first words."""
        object.__setattr__(self, "begun", {first for first, _ in self.phrases})

    def changes(self, other: "Language") -> set[Phrase]:
        """What is said to be the same as something else in only one of two languages."""
        phrases = set(chain.from_iterable(self.phrases.values()))
        phrases ^= set(chain.from_iterable(other.phrases.values()))
        acronyms = {(acronym,) for acronym, _ in self.longs.items() ^ other.longs.items()}
        return acronyms.union(phrase for phrase, _ in phrases)


class Lexicon(dict[str, Piece | None]):
    """What is known of each run of text that was seen, None of one without words.

    ``compounds`` are those that have a solid writing. Words that are the same but for case are one piece.
    """

    def __init__(self) -> None:
        super().__init__()
        self.compounds: set[Piece] = set()
        self._pieces: dict[str, Piece] = {}

    def __missing__(self, run: str) -> Piece | None:
        pieces = list(map(self._piece, pieces_of(run)))
        found = self[run] = _together(pieces) if len(pieces) > 1 else pieces[0] if pieces else None
        if found and found.solid:
            self.compounds.add(found)
        return found

    def joined(self, text: Text) -> Iterator[Writing]:
        """The solid words in title and abstract that have two parts, once for each way they are printed."""
        for one in self.compounds.intersection(text.title).union(text.compounds):
            yield from one.joined

    def read(self, document: SearchDocument, used: Counter[Piece] | None = None) -> Text:
        """Cut the texts of a document into pieces, and count in ``used`` how often each is used.

        In a title or name it counts twice.
        """
        abstract = self.pieces(document.abstract)
        title, authors = self.pieces(document.title), self.pieces("\n".join(document.authors))
        if used is not None:
            used.update(abstract + 2 * (title + authors))
        return Text(
            title,
            authors,
            self.pieces("\n".join(document.tags)),
            tuple(chain.from_iterable(map(PARTS, abstract))),
            len(abstract),
            tuple(filter(self.compounds.__contains__, abstract)),
        )

    def pieces(self, text: str) -> Pieces:
        """The pieces of a text."""
        return tuple(filter(None, map(self.__getitem__, runs(text))))

    def _piece(self, text: str) -> Piece:
        key = text.lower() if text.isalnum() and not HUMP.search(text) else text
        found = self._pieces.get(key)
        if found is None:
            found = self._pieces[key] = piece(key)
        return found


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
    for pair, solid_word in sorted(writing for writing, count in joined.items() if count >= 2):
        phrases[pair[0], pair[1]].append((pair, solid_word))
    return Language(longs, dict(phrases))


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
    counts: dict[str, float] = dict(Counter(text.said))
    for term in chain.from_iterable(map(SOLID, text.compounds)):
        counts[term] = counts.get(term, 0) + 1
    _add_writings(counts, text.said, language)
    factor = _factor("abstract", text.length)
    known = {count: _level(count * factor) for count in set(counts.values())}
    levels = dict(zip(counts, map(known.__getitem__, counts.values()), strict=True))
    for term, weight in _headed(text, language).items():
        levels[term] = _level(weight + counts.get(term, 0) * factor)
    authors = set(chain.from_iterable(map(STEMS, text.authors)))
    for term in (levels.keys() & STOP_STEMS).difference(authors, *map(STEMS, text.title)):
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
    factor = _factor("authors", len(text.authors))
    for term in chain.from_iterable(map(STEMS, text.authors)):
        weights[term] += factor
    for name, found in (("tags", text.tags), ("title", text.title)):
        counts: dict[str, float] = dict(Counter(chain.from_iterable(map(STEMS, found))))
        _add_writings(counts, tuple(chain.from_iterable(map(PARTS, found))), language)
        factor = _factor(name, len(found))
        for term, often in counts.items():
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
    if KEY.fullmatch(name):  # most names are keys, which are no addresses
        return f"{crc32(VERSION.sub('', name).encode()):08x}"
    for sign, address, meaning in ADDRESSES:
        if sign.search(name) and (found := address.match(name)):
            return f"{crc32(found.expand(meaning).encode()):08x}"
    name = ADDRESS.sub("", name)
    return f"{crc32(name.encode()):08x}"


def _factor(field: str, length: int) -> float:
    """What a term counts that is there once: normalized by the length of the field."""
    share = LENGTH_COUNTS[field]
    return WEIGHTS[field] / (1 - share + share * length / USUAL_LENGTH[field])


def _add_writings(counts: dict[str, float], said: Phrase, language: Language) -> None:
    """Count a part of once the terms that a text says in another writing.

    "self supervised" says the solid word too, an acronym its long form, and the other way round.
    """
    acronyms = [term for term in language.longs.keys() & counts.keys() if term in said]
    begun = map(language.begun.__contains__, said)
    pairs = language.phrases.keys() & compress(pairwise(said), begun)
    for term in acronyms:
        for other in language.longs[term]:
            counts.setdefault(other, ELSEWHERE)
    for pair in pairs:
        for phrase, other in language.phrases[pair]:
            if other not in counts and (len(phrase) == 2 or _says(said, phrase)):
                counts[other] = ELSEWHERE


def _says(said: Phrase, phrase: Phrase) -> bool:
    places = (place for place, word in enumerate(said) if word == phrase[0])
    return any(said[place : place + len(phrase)] == phrase for place in places)
