"""What documents say in another writing, found in many of them at once."""

from collections.abc import Iterable
from itertools import count

import numpy as np

from papergarden.writers.search_arrays import BITS, SECOND, Flags, Ints, Linked, Pairs, among, paired
from papergarden.writers.search_language import Language
from papergarden.writers.search_lexicon import Terms, chained


class Others:
    """A language in numbers of terms; those that texts may have ``said`` when it is asked of them."""

    def __init__(self, language: Language, terms: Terms, said: Iterable[int]) -> None:
        known = {terms.names[number]: number for number in said}
        longs = sorted((known[acronym], long) for acronym, long in language.longs.items() if acronym in known)
        self._acronyms = np.array([acronym for acronym, _ in longs], np.int64)
        self._longs = Linked(chained(terms.of(long) for _, long in longs))
        phrases = sorted(
            (known[first] << BITS | known[second], [(phrase[2:], other) for phrase, other in some])
            for (first, second), some in language.phrases.items()
            if first in known and second in known  # or nobody says it
        )
        writings, numbers = [writing for _, some in phrases for writing in some], count()
        self._pairs = np.array([pair for pair, _ in phrases], np.int64)
        self._writings = Linked(chained([next(numbers) for _ in some] for _, some in phrases))
        self._rests = Linked(chained(terms.of(rest) for rest, _ in writings))
        self._others = np.array([terms[other] for _, other in writings], np.int64)
        self._is_acronym = _table(self._acronyms, len(terms))
        self._begins = _table(self._pairs >> BITS, len(terms))
        self._follows = _table(self._pairs & SECOND, len(terms))

    def of(self, said: Pairs) -> Pairs:
        """The places of documents with the terms that they say in another writing, and perhaps in this one.

        "self supervised" says the solid word, an acronym its long form, and the other way round. ``said`` are
        the places of documents with all that they say, word after word.
        """
        return np.concatenate((self._of_acronyms(said), self._of_phrases(said)))

    def _of_acronyms(self, said: Pairs) -> Pairs:
        said = said[self._is_acronym[said & SECOND]]
        places, others = self._longs.of(np.searchsorted(self._acronyms, said & SECOND))
        return paired(said[places] >> BITS, others)

    def _of_phrases(self, said: Pairs) -> Pairs:
        terms = said & SECOND
        starts = np.flatnonzero(self._begins[terms[:-1]] & self._follows[terms[1:]])
        starts = starts[said[starts] >> BITS == said[starts + 1] >> BITS]
        pairs = paired(terms[starts], terms[starts + 1])
        are_known = among(pairs, self._pairs)
        starts, pairs = starts[are_known], pairs[are_known]
        places, writings = self._writings.of(np.searchsorted(self._pairs, pairs))
        starts = starts[places]
        for place in range(self._rests.lengths.max(initial=0)):
            go_on = self._goes_on(said, starts + 2 + place, writings, place)
            starts, writings = starts[go_on], writings[go_on]
        return paired(said[starts] >> BITS, self._others[writings])

    def _goes_on(self, said: Pairs, at: Ints, writings: Ints, place: int) -> Flags:
        """Where that is said which comes at a place of the rest of a writing, if so much comes there."""
        go_on = self._rests.lengths[writings] <= place
        asked = np.flatnonzero(~go_on & (at < len(said)))
        rest = self._rests.numbers[self._rests.starts[writings[asked]] + place]
        before = said[at[asked] - 1]
        go_on[asked] = said[at[asked]] == paired(before >> BITS, rest)
        return go_on


def _table(numbers: Ints, size: int) -> Flags:
    """For each of so many numbers whether it is among these."""
    table = np.zeros(size, np.bool_)
    table[numbers] = True
    return table
