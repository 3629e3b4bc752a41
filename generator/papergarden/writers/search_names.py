"""Under which words people and tags are found, found out once and kept from one build to the next."""

from array import array
from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from papergarden.writers.search_arrays import Linked, Pairs, distinct, paired, tally
from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_lexicon import Lexicon, chained
from papergarden.writers.search_lists import (
    Lists,
    counted,
    listed,
    named,
    packed,
    parted,
    strung,
    told,
    unpacked,
)
from papergarden.writers.search_readings import FEW, Edits


class Names(NamedTuple):
    """People and tags as the index takes them."""

    titles: Mapping[int, str]
    words: Mapping[str, int]
    """In how many names a word is."""

    @classmethod
    def of(cls, numbers: bytes, titles: tuple[bytes, str], words: tuple[str, bytes]) -> "Names":
        """What `plain` gave."""
        return cls(dict(zip(unpacked(numbers), parted(*titles), strict=True)), counted(*words))

    def plain(self) -> tuple[Any, ...]:
        """The same in texts and numbers, to be kept."""
        return packed(array("I", self.titles)), strung(self.titles.values()), told(self.words)


def read_names(
    numbered: Mapping[int, SearchDocument], before: Names | None, lexicon: Lexicon
) -> tuple[Names, Edits | Lists]:
    """The terms of names: what has changed of the lists by them, or the lists where all were read anew."""
    titles = {number: document.title for number, document in numbered.items()}
    if before:
        gone = {number: title for number, title in before.titles.items() if titles.get(number) != title}
        new = {number: title for number, title in titles.items() if before.titles.get(number) != title}
        if FEW * len(gone) <= len(before.titles) and FEW * len(new) <= len(titles):
            (out, less), (coming, more) = _read(gone, lexicon), _read(new, lexicon)
            terms = lexicon.terms.names
            words = Counter(before.words)
            words.subtract(less)
            words.update(more)
            return Names(titles, dict(+words)), Edits(named(out, terms), named(coming, terms), {*less, *more})
    pairs, words = _read(titles, lexicon)
    return Names(titles, words), listed([pairs], lexicon.terms.names)


def _read(titles: Mapping[int, str], lexicon: Lexicon) -> tuple[Pairs, Counter[str]]:
    """The numbers of terms with those of names, and how often words are in names."""
    said = Linked(chained(map(lexicon.pieces, titles.values())))
    rows, pieces = said.all()
    places, terms = Linked(lexicon.stems).of(pieces)
    numbers = np.array(list(titles), np.int64)[rows[places]]
    words: Counter[str] = Counter()
    for piece, count in zip(*map(np.ndarray.tolist, tally(pieces)), strict=True):
        for form in lexicon.forms[piece].split():
            words[form] += count
    return distinct(paired(terms, numbers)), words
