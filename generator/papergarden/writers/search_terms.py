"""From documents to weighted terms: the part of the ranking that is computed once, when the site is built.

A posting's level is the saturated, length-normalized frequency of BM25F (Robertson, Zaragoza and Taylor,
"Simple BM25 extension to multiple weighted fields", CIKM 2004), cut into fifteen steps. The lengths that it
is measured against are constants, so that another paper in the collection changes no level of this one. The
rarity of a term is multiplied in by the reader.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_labels import labels
from papergarden.writers.search_language import Language
from papergarden.writers.search_lexicon import STOP_STEMS, Lexicon, Phrase, Text
from papergarden.writers.search_lists import NUMBER_BYTES

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


def weigh(document: SearchDocument, text: Text, lexicon: Lexicon, language: Language) -> dict[str, int]:
    """The levels of a document's terms, 1 to 15, with the bit ``AUTHOR``; filters and identifiers too."""
    authors, title = lexicon.stems_of(text.authors), lexicon.stems_of(text.title)
    weights = _headed(text, authors, title, lexicon, language)
    counts, factor = _counted(text, lexicon, language), _factor("abstract", text.abstract)
    for term in weights.keys() & counts.keys():
        weights[term] += counts.pop(term) * factor
    silent = STOP_STEMS.difference(authors, title)
    for some in (counts, weights):
        for term in some.keys() & silent:
            del some[term]
    levels = dict(_levels(counts, factor))
    levels.update(_levels(weights))
    telling = lexicon.telling(text.title)
    if len(telling) <= SHORT_TITLE:
        levels.update(dict.fromkeys(chain.from_iterable(telling), LEVELS))
    for term in {*authors}:
        levels[term] |= AUTHOR
    levels.update(dict.fromkeys(labels(document), LEVELS))
    return levels


def _counted(text: Text, lexicon: Lexicon, language: Language) -> dict[str, float]:
    """How often the abstract says each term."""
    said = lexicon.parts_of(text.abstract)
    counts: dict[str, float] = dict(Counter(said))
    others = language.writings(said, counts.keys())
    for piece in lexicon.known_of(text.compounds):
        for term in piece.solid:
            counts[term] = counts.get(term, 0) + 1
    for term in others:
        counts.setdefault(term, ELSEWHERE)
    return counts


def _headed(
    text: Text, authors: Phrase, title: Phrase, lexicon: Lexicon, language: Language
) -> dict[str, float]:
    """What the terms of authors, tags and title count there."""
    weights: dict[str, float] = {}
    _add(authors, (), _factor("authors", text.authors), weights)
    for name, numbers, terms in (
        ("tags", text.tags, lexicon.stems_of(text.tags)),
        ("title", text.title, title),
    ):
        said = lexicon.parts_of(numbers)
        _add(terms, language.writings(said, said).difference(terms), _factor(name, numbers), weights)
    return weights


def _add(terms: Iterable[str], others: Iterable[str], factor: float, weights: dict[str, float]) -> None:
    """Count what a field says, and a part of once what it says in another writing only."""
    for term in terms:
        weights[term] = weights.get(term, 0) + factor
    for term in others:
        weights[term] = weights.get(term, 0) + ELSEWHERE * factor


def _levels(weights: Mapping[str, float], factor: float = 1) -> Iterator[tuple[str, int]]:
    """The level of each term by its weight; few weights are unlike."""
    known = {}
    for plain in {*weights.values()}:
        weight = plain * factor
        known[plain] = min(int(LEVELS * weight / (weight + SATURATION) + 0.5), LEVELS - 1) or 1
    return zip(weights, map(known.__getitem__, weights.values()), strict=True)


def _factor(field: str, numbers: bytes) -> float:
    """What a term counts that is there once: normalized by the length of the field."""
    share, length = LENGTH_COUNTS[field], len(numbers) // NUMBER_BYTES
    return WEIGHTS[field] / (1 - share + share * length / USUAL_LENGTH[field])
