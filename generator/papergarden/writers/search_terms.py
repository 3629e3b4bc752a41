"""From documents to weighted terms: the part of the ranking that is computed once, when the site is built.

A posting's level is the saturated, length-normalized frequency of BM25F (Robertson, Zaragoza and Taylor,
"Simple BM25 extension to multiple weighted fields", CIKM 2004), cut into fifteen steps. The lengths that it
is measured against are constants, so that another paper in the collection changes no level of this one. The
rarity of a term is multiplied in by the reader.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
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
SCHEME = re.compile(r"(?:https?://)?(?:www\.|dx\.)?")
FRAGMENT = re.compile(r"#.*$")
ENDINGS = (".pdf", ".html", ".htm")
KEY = re.compile(r"[a-z0-9-]+")
VERSION = re.compile(r"v\d+\Z")
ADDRESSES = (
    (
        re.compile(r"\.\d{4}|/\d{7}"),
        re.compile(
            r"^(?:.*(?:[ar]xiv|ar5iv|huggingface\.co).*?[/:.])?"
            r"(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?(?:\.pdf|\.html?)?(?:[/?].*)?$"
        ),
        "",
    ),
    (
        re.compile(r"10\."),
        re.compile(r"^.*?(10\.\d{4,9}/[^\s?#]+?)(?:\.pdf|/pdf|/full|/abstract|/html)?[/.,;)]*(?:[?#].*)?$"),
        "",
    ),
    (
        re.compile("openreview"),
        re.compile(r"^.*openreview\.net/\w+\?(?:.*&)?id=([\w-]+).*$", re.ASCII),
        "openreview.net/forum?id=",
    ),
    (
        re.compile("acl"),
        re.compile(r"^.*acl(?:anthology|web)\.org/.*?([a-z]\d\d-\d{4}|\d{4}\.[a-z\d-]+\.\d+).*$", re.ASCII),
        "aclanthology.org/",
    ),
)
"""Where a paper is told from any of the addresses that it has there: arXiv and its mirrors, publishers' pages
with a DOI in their address, OpenReview, the ACL Anthology; the first that fits counts. Before each stands
what is in all addresses that it fits, for that is sooner told; behind it, what comes before the group."""

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
FORMS = attrgetter("forms")
STEMS = attrgetter("stems")
PARTS = attrgetter("parts")
SOLID = attrgetter("solid")


def piece(text: str) -> Piece:
    """What is to be known of a folded piece of text."""
    if text.isascii() and text.isalnum() and text == text.lower():  # one word, as most are
        form = text[:LONGEST_WORD]
        alone = (stem(form),)
        return Piece(alone if alone[0] == form else (form,), alone, alone)
    found = cut(text)
    forms = tuple(chain.from_iterable(word.forms for word in found))
    stems = tuple(map(stem, forms))
    if not (found and found[0].solid):
        return Piece(forms, stems, stems)
    parts = stems[:-1]
    joined = ((parts, stems[-1]),) if len(parts) == 2 else ()
    solid = () if stems[-1] in STOP_STEMS else stems[-1:]
    return Piece(forms, stems, parts, solid, joined)


def _together(found: Sequence[Piece]) -> Piece | None:
    """Several pieces of one run of text as one."""
    if len(found) < 2:
        return found[0] if found else None
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

    def joined(self) -> Iterator[Writing]:
        """The solid words in title and abstract that have two parts, once for each way they are printed."""
        for one in {*self.title, *self.compounds}:
            yield from one.joined if one.solid else ()


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

    Words that are the same but for case are one piece. ``compounds`` are the pieces with a solid writing.
    """

    def __init__(self) -> None:
        super().__init__()
        self.compounds: set[Piece] = set()

    def __missing__(self, run: str) -> Piece | None:
        texts = pieces_of(run)
        found = self[run] = self._alone(run) if texts == [run] else _together(self._pieces(texts))
        if found and found.solid:
            self.compounds.add(found)
        return found

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
        return self._pieces(runs(text))

    def last(self, text: str, count: int) -> Phrase:
        """So many parts of words, those with which a text ends."""
        parts: Phrase = ()
        for run in reversed(runs(text)):
            if len(parts) >= count:
                break
            if found := self[run]:
                parts = found.parts + parts
        return parts[-count:]

    def _pieces(self, runs: Iterable[str]) -> Pieces:
        return tuple(filter(None, map(self.__getitem__, runs)))

    def _alone(self, text: str) -> Piece | None:
        if text.isalnum() and not HUMP.search(text) and (lower := text.lower()) != text:
            return self[lower]
        return piece(text)


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


def define(text: str, lexicon: Lexicon) -> Iterator[Writing]:
    """The acronyms that a text defines, "long form (LF)", folded, each after the stems of its long form.

    One word for each letter, in order: the certain part of Schwartz and Hearst, "A simple algorithm for
    identifying abbreviation definitions in biomedical text", PSB 2003.
    """
    for found in DEFINITION.finditer(text):
        printed = found[1].removesuffix("s") if found[1][:-1].isupper() else found[1]
        letters = re.sub(r"[^a-z]", "", printed.lower())
        if len(letters) < 2 or len(CAPITAL.findall(printed)) < 2:
            continue
        long = lexicon.last(text[max(0, found.start() - 200) : found.start()], len(letters))
        if "".join([word[0] for word in long]) == letters:  # a stem begins as its word does
            yield long, stem(cut(printed)[0].forms[-1])


def weigh(document: SearchDocument, text: Text, language: Language) -> dict[str, int]:
    """The levels of a document's terms, 1 to 15, with the bit ``AUTHOR``; filters and identifiers too."""
    counts: dict[str, float] = dict(Counter(text.said))
    others = _writings(text.said, counts.keys(), language)
    for term in chain.from_iterable(map(SOLID, text.compounds)):
        counts[term] = counts.get(term, 0) + 1
    _add(others, counts)
    factor = _factor("abstract", text.length)
    authors, title = ({*chain.from_iterable(map(STEMS, found))} for found in (text.authors, text.title))
    weights = {
        term: weight + counts.pop(term, 0) * factor for term, weight in _headed(text, language).items()
    }
    for some in (counts, weights):
        for term in (some.keys() & STOP_STEMS) - authors - title:
            del some[term]
    levels = dict(_levels(counts, factor))
    levels.update(_levels(weights))
    telling = [one for one in text.title if not STOP_STEMS.issuperset(one.parts)]
    if len(telling) <= SHORT_TITLE:
        levels.update(dict.fromkeys(chain.from_iterable(map(STEMS, telling)), LEVELS))
    for term in authors:
        levels[term] |= AUTHOR
    levels.update(dict.fromkeys(labels(document), LEVELS))
    return levels


def _headed(text: Text, language: Language) -> dict[str, float]:
    """What the terms of tags, authors and title count there."""
    weights: dict[str, float] = {}
    factor = _factor("authors", len(text.authors))
    for term in chain.from_iterable(map(STEMS, text.authors)):
        weights[term] = weights.get(term, 0) + factor
    for name, found in (("tags", text.tags), ("title", text.title)):
        counts: dict[str, float] = dict(Counter(chain.from_iterable(map(STEMS, found))))
        said = tuple(chain.from_iterable(map(PARTS, found)))
        _add(_writings(said, said, language), counts)
        factor = _factor(name, len(found))
        for term, often in counts.items():
            weights[term] = weights.get(term, 0) + often * factor
    return weights


def _levels(weights: Mapping[str, float], factor: float = 1) -> Iterator[tuple[str, int]]:
    """The level of each term by its weight; few weights are unlike."""
    known = {}
    for plain in {*weights.values()}:
        weight = plain * factor
        known[plain] = min(int(LEVELS * weight / (weight + SATURATION) + 0.5), LEVELS - 1) or 1
    return zip(weights, map(known.__getitem__, weights.values()), strict=True)


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
    return f"{crc32(_identity(name).encode()):08x}"


def _identity(name: str) -> str:
    """What is the same for all ways to write an identifier or an address."""
    if KEY.fullmatch(name):  # most names are keys, which are no addresses
        return VERSION.sub("", name)
    for sign, address, place in ADDRESSES:
        if sign.search(name) and (found := address.match(name)):
            return place + found[1]
    scheme = SCHEME.match(name)
    name = name[scheme.end() :] if scheme else name
    if fragment := FRAGMENT.search(name):
        return name[: fragment.start()]
    name = name.rstrip("/")
    ending = next(filter(name.endswith, ENDINGS), "")
    return VERSION.sub("", name.removesuffix(ending))


def _factor(field: str, length: int) -> float:
    """What a term counts that is there once: normalized by the length of the field."""
    share = LENGTH_COUNTS[field]
    return WEIGHTS[field] / (1 - share + share * length / USUAL_LENGTH[field])


def _writings(said: Phrase, terms: Collection[str], language: Language) -> set[str]:
    """The terms that a text says in another writing, some of which it may say in this one too.

    "self supervised" says the solid word, an acronym its long form, and the other way round. ``terms`` are
    those that are ``said``.
    """
    found = {other for term in language.longs.keys() & terms for other in language.longs[term]}
    pairs = language.phrases.keys() & compress(pairwise(said), map(language.begun.__contains__, said))
    if pairs:
        text = f" {' '.join(said)} "
        for phrase, other in chain.from_iterable(map(language.phrases.__getitem__, pairs)):
            if other not in terms and (len(phrase) == 2 or f" {' '.join(phrase)} " in text):
                found.add(other)
    return found


def _add(others: Iterable[str], counts: dict[str, float]) -> None:
    """Count a part of once what a text says in another writing only."""
    for term in others:
        counts.setdefault(term, ELSEWHERE)
