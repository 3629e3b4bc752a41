"""From documents to weighted terms: the part of the ranking that is computed once, when the site is built.

A posting's level is the saturated, length-normalized frequency of BM25F (Robertson, Zaragoza and Taylor,
"Simple BM25 extension to multiple weighted fields", CIKM 2004), cut into fifteen steps. The lengths that it
is measured against are constants, so that another paper in the collection changes no level of this one. The
rarity of a term is multiplied in by the reader.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
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
ADDRESS = re.compile(r"^(?:https?://)?(?:www\.|dx\.)?|#.*$|(?:v\d+)?(?:\.pdf|\.html?)?/*$")

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """The writings that this collection uses: long forms by acronym, solid words by their parts."""

    longs: Mapping[str, Phrase]
    solids: Mapping[Phrase, str]
    openings: Mapping[str, Sequence[tuple[Phrase, str]]]
    """By the first word of a long form: the long form and its acronym."""


@lru_cache(maxsize=200_000)
def forms(piece: str) -> tuple[str, ...]:
    """The words of a piece of text as folded, not stemmed."""
    return tuple(chain.from_iterable(word.forms for word in cut(piece)))


@lru_cache(maxsize=200_000)
def stems(piece: str) -> tuple[str, ...]:
    """The stems under which a piece of text is found."""
    return tuple(map(stem, forms(piece)))


@lru_cache(maxsize=200_000)
def parts(piece: str) -> tuple[str, ...]:
    """The stems of a piece of text one after the other, without solid writings: for phrases."""
    return tuple(stem(part) for word in cut(piece) for part in word.parts)


def learn(documents: Iterable[SearchDocument]) -> Language:
    """Find the acronyms that at least two documents define alike, and the solid words that have parts."""
    definitions: dict[str, Counter[Phrase]] = {}
    solids: Counter[tuple[Phrase, str]] = Counter()
    for document in documents:
        text = f"{document.title}. {document.abstract}"
        for acronym, long in set(define(text)):
            definitions.setdefault(acronym, Counter())[long] += 1
        for piece in set(pieces(text)):
            for word in cut(piece):
                if word.solid and len(word.parts) == 2:
                    solids[tuple(map(stem, word.parts)), stem(word.solid)] += 1
    longs: dict[str, Phrase] = {}
    openings: dict[str, list[tuple[Phrase, str]]] = {}
    for acronym, counts in sorted(definitions.items()):
        long, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
        if count >= 2 and 2 * count > counts.total():
            longs[acronym] = long
            openings.setdefault(long[0], []).append((long, acronym))
    pairs = {pair: solid for (pair, solid), count in sorted(solids.items()) if count >= 2}
    return Language(longs, pairs, openings)


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
        words = [part for piece in pieces(before) for word in cut(piece) for part in word.parts]
        long = words[-len(letters) :]
        if [word[0] for word in long] == list(letters):
            yield stem(cut(printed)[0].forms[-1]), tuple(map(stem, long))


def weigh(document: SearchDocument, language: Language) -> dict[str, int]:
    """The levels of a document's terms, 1 to 15, with the bit ``AUTHOR``; filters and identifiers too."""
    weights: dict[str, float] = {}
    title, names = pieces(document.title), [piece for name in document.authors for piece in pieces(name)]
    tags, abstract = [piece for tag in document.tags for piece in pieces(tag)], pieces(document.abstract)
    authors = set(chain.from_iterable(map(stems, names)))
    kept = authors.union(*map(stems, title))
    fields = {"title": title, "authors": names, "tags": tags, "abstract": abstract}
    for field, found in fields.items():
        for term, count in _count(field, found, language).items():
            if term in kept or term not in STOP_STEMS:
                weights[term] = weights.get(term, 0.0) + count
    levels = {
        term: max(1, round(LEVELS * weight / (weight + SATURATION))) for term, weight in weights.items()
    }
    for term in authors:
        levels[term] |= AUTHOR
    levels.update(dict.fromkeys(labels(document), LEVELS))
    return levels


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


def label(name: str) -> str:
    """A name as it is typed after a colon: folded, its words joined by hyphens."""
    return "-".join(part for piece in pieces(name) for word in cut(piece) for part in word.parts)


def identify(name: str) -> str:
    """Eight hex digits for an arXiv id, DOI or address, however it is written; the reader makes the same.

    >>> identify("https://arxiv.org/abs/2406.09415v2") == identify("arXiv:2406.09415")
    True
    """
    name = ADDRESS.sub("", name.strip().lower())
    name = re.sub(r"^(?:arxiv\.org/(?:abs|pdf|html)/|arxiv:|(?:doi\.org/|doi:)(?=10\.))\s*", "", name)
    return f"{crc32(name.encode()):08x}"


def _count(field: str, found: Sequence[str], language: Language) -> dict[str, float]:
    """How often each term is in a field, weighted and normalized by the field's length."""
    if not found:
        return {}
    counts: dict[str, float] = {**Counter(chain.from_iterable(map(stems, found)))}
    for term in _otherwise(tuple(chain.from_iterable(map(parts, found))), language):
        counts.setdefault(term, ELSEWHERE)
    share = LENGTH_COUNTS[field]
    factor = WEIGHTS[field] / (1 - share + share * len(found) / USUAL_LENGTH[field])
    return {term: count * factor for term, count in counts.items()}


def _otherwise(said: Phrase, language: Language) -> Iterator[str]:
    """Terms for other writings of what is said: "self supervised" solid, acronyms for long forms."""
    for place, term in enumerate(said):
        yield from language.longs.get(term, ())
        for long, acronym in language.openings.get(term, ()):
            if said[place : place + len(long)] == long:
                yield acronym
    for pair in pairwise(said):
        if pair in language.solids:
            yield language.solids[pair]
