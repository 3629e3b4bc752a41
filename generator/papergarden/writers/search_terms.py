"""From documents to weighted terms: the part of the ranking that is computed once, when the site is built.

A posting's level is the saturated, length-normalized frequency of BM25F (Robertson, Zaragoza and Taylor,
"Simple BM25 extension to multiple weighted fields", CIKM 2004), cut into fifteen steps. The lengths that it
is measured against are constants, so that another paper in the collection changes no level of this one. The
rarity of a term is multiplied in by the reader.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from papergarden.writers.search_arrays import (
    BITS,
    SECOND,
    Flags,
    Floats,
    Ints,
    Linked,
    Pairs,
    among,
    distinct,
    paired,
    summed,
    tally,
)
from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_labels import labels
from papergarden.writers.search_language import Language
from papergarden.writers.search_lexicon import STOP_STEMS, Lexicon, Texts, chained
from papergarden.writers.search_others import Others

LEVELS = 15
AUTHOR = 16
"""The bit of a posting that says: the term is in the name of an author."""
VALUE_BITS = (LEVELS | AUTHOR).bit_length()
"""A posting is a document's number, shifted by so many, with the level and the author bit in them."""
SATURATION = 1.2
WEIGHTS = {"title": 6.0, "authors": 6.0, "tags": 1.0, "abstract": 1.0}
USUAL_LENGTH = {"title": 9, "authors": 8, "tags": 8, "abstract": 160}
"""Words in a field of a typical paper, stop words too."""
LENGTH_COUNTS = {"title": 0.5, "authors": 0.3, "tags": 0.3, "abstract": 0.6}
SHORT_TITLE = 2
"""Words of a title that is short: they alone have the highest level, so that who types it finds it first."""
ELSEWHERE = 0.6
"""What a word counts that the document says in another writing: an acronym for its long form."""
SHARE = 1_000
"""Documents that are weighed at once."""

Counts = Sequence[tuple[int, int]]


def weigh(
    numbers: Sequence[int],
    documents: Sequence[SearchDocument],
    texts: Texts,
    lexicon: Lexicon,
    scale: "Scale",
) -> Iterator[Pairs]:
    """The numbers of terms with the postings of documents, in no order; filters and identifiers are terms.

    ``texts`` are let go of when all are weighed.
    """
    for start in range(0, len(documents), SHARE):
        share = slice(start, start + SHARE)
        labelled = _labelled(documents[share], lexicon)
        said, levels = scale.weighed(texts, start, start + len(documents[share]))
        said, levels = np.concatenate((said, labelled)), np.append(levels, np.full(len(labelled), LEVELS))
        postings = np.array(numbers[share], np.int64)[said >> BITS] << VALUE_BITS | levels
        yield paired(said & SECOND, postings)


def uses(texts: Texts, lexicon: Lexicon) -> tuple[Counts, Counts]:
    """The pieces that texts use, and how often; and those that join two parts, and in how many texts.

    In a title or name a piece counts twice.
    """
    used, joining = np.zeros((2, len(lexicon.forms)), np.int64)
    joins = np.zeros(len(lexicon.forms), np.bool_)
    joins[list(lexicon.joined)] = True
    is_solid = Linked(lexicon.solid).lengths > 0
    for start in range(0, len(texts), SHARE):
        title, authors, _, abstract = (
            Linked(chains, start, start + SHARE) for chains in texts.fields.values()
        )
        for said, times in (title, 2), (authors, 2), (abstract, 1):
            used += times * np.bincount(said.numbers, minlength=len(used))
        joined = np.append(_those(title, joins), _those(abstract, joins & is_solid))
        joining += np.bincount(distinct(joined) & SECOND, minlength=len(joining))
    return _positive(used), _positive(joining)


def _those(said: Linked, chosen: Flags) -> Pairs:
    """The places of documents with the chosen pieces that they say."""
    rows, pieces = said.all()
    return paired(rows[chosen[pieces]], pieces[chosen[pieces]])


def _positive(counts: Ints) -> Counts:
    places = np.flatnonzero(counts)
    return list(zip(places.tolist(), counts[places].tolist(), strict=True))


def _labelled(documents: Sequence[SearchDocument], lexicon: Lexicon) -> Pairs:
    """The places of documents with the terms of their filters and identifiers."""
    return paired(*Linked(chained({*lexicon.terms.of(labels(one))} for one in documents)).all())


class _Field:
    """A field of some documents: the places of the documents, and the pieces that they say there.

    ``factors`` are what a term counts that is there once, normalized by the length of the field.
    """

    def __init__(self, name: str, texts: Texts, start: int, end: int) -> None:
        said = Linked(texts.fields[name], start, end)
        rows, pieces = said.all()
        self.rows, self.pieces = rows[pieces > 0], pieces[pieces > 0]
        share, lengths = LENGTH_COUNTS[name], np.bincount(self.rows, minlength=end - start)
        self.factors: Floats = WEIGHTS[name] / (1 - share + share * lengths / USUAL_LENGTH[name])

    def terms(self, linked: Linked, chosen: Flags | slice = slice(None)) -> Pairs:
        """The places of documents with what their pieces have, or some of the pieces."""
        places, terms = linked.of(self.pieces[chosen])
        return paired(self.rows[chosen][places], terms)


class Scale:
    """What is to be known of pieces and terms to weigh the texts that were read, as a collection writes."""

    def __init__(self, lexicon: Lexicon, language: Language) -> None:
        self._others = Others(language, lexicon.terms, {*lexicon.parts.numbers})
        self._stems, self._parts, self._solid = map(Linked, (lexicon.stems, lexicon.parts, lexicon.solid))
        self._is_silent = np.zeros(len(lexicon.terms), np.bool_)
        self._is_silent[[lexicon.terms[term] for term in lexicon.terms.keys() & STOP_STEMS]] = True
        places, terms = self._parts.all()
        self._is_telling = np.zeros(len(lexicon.forms), np.bool_)
        self._is_telling[places[~self._is_silent[terms]]] = True

    def weighed(self, texts: Texts, start: int, end: int) -> tuple[Pairs, Ints]:
        """The places of some documents with what they say, in order, and the levels, with the bit."""
        title, authors, tags, abstract = (_Field(name, texts, start, end) for name in WEIGHTS)
        titled, named = title.terms(self._stems), authors.terms(self._stems)
        counts = [(named, authors.factors[named >> BITS])]
        counts += self._headed(tags, tags.terms(self._stems))
        counts += self._headed(title, titled)
        counts += self._counted(abstract)
        said, weights = summed(*map(np.concatenate, zip(*counts, strict=True)))
        audible = self._audible(said, distinct(np.concatenate((titled, named))))
        said, levels = said[audible], _levels(weights[audible])
        levels[np.searchsorted(said, self._short(title))] = LEVELS
        levels[np.searchsorted(said, named)] |= AUTHOR
        return said, levels

    def _headed(self, field: _Field, terms: Pairs) -> list[tuple[Pairs, Floats]]:
        """What the terms of a title or of tags count; a part of once what is said in another writing only."""
        others = distinct(self._others.of(field.terms(self._parts)))
        others = others[~among(others, distinct(terms))]
        factors = field.factors
        return [(terms, factors[terms >> BITS]), (others, ELSEWHERE * factors[others >> BITS])]

    def _counted(self, abstract: _Field) -> list[tuple[Pairs, Floats]]:
        """What the terms of the abstract count, likewise."""
        parts = abstract.terms(self._parts)
        said, counts = tally(np.append(parts, abstract.terms(self._solid)))
        others = distinct(self._others.of(parts))
        others = others[~among(others, said)]
        factors = abstract.factors
        return [(said, counts * factors[said >> BITS]), (others, ELSEWHERE * factors[others >> BITS])]

    def _audible(self, said: Pairs, headed: Pairs) -> Flags:
        """Which terms are no stop words, or are said in a title or a name."""
        audible: Flags = ~self._is_silent[said & SECOND]
        silent = np.flatnonzero(~audible)
        audible[silent] = among(said[silent], headed)
        return audible

    def _short(self, title: _Field) -> Pairs:
        """What short titles say, stop words aside."""
        telling = self._is_telling[title.pieces]
        counts = np.bincount(title.rows[telling], minlength=len(title.factors))
        return title.terms(self._stems, telling & (counts[title.rows] <= SHORT_TITLE))


def _levels(weights: Floats) -> Ints:
    levels = (LEVELS * weights / (weights + SATURATION) + 0.5).astype(np.int64)
    return np.clip(levels, 1, LEVELS - 1)
