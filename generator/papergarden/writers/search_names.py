"""Under which words people and tags are found, found out once and kept from one build to the next."""

from collections import Counter
from collections.abc import Mapping, Set
from typing import Any, NamedTuple

import numpy as np

from papergarden.writers.search_arrays import Linked, Pairs, distinct, paired, tally
from papergarden.writers.search_cells import Cells, Edit
from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_lexicon import Lexicon, chained
from papergarden.writers.search_lists import (
    counted,
    listed,
    named,
    told,
)
from papergarden.writers.search_placed import Placed
from papergarden.writers.search_readings import FEW, Edits

SAFELY = "utf-8", "surrogatepass"


class Names(NamedTuple):
    """People and tags as the index takes them."""

    titles: Cells
    """By number, nothing where there is none."""
    words: Mapping[str, int]
    """In how many names a word is."""

    @classmethod
    def of(cls, titles: tuple[bytes, bytes, int], words: tuple[str, bytes]) -> "Names":
        """What `plain` gave."""
        return cls(Cells.kept(*titles), counted(*words))

    def plain(self) -> tuple[Any, ...]:
        """The same in texts and numbers, to be kept."""
        return self.titles.plain(), told(self.words)


def read_names(
    documents: Mapping[str, SearchDocument],
    placed: Placed,
    before: tuple[Placed, Names] | None,
    lexicon: Lexicon,
) -> tuple[Names, Edits | dict[str, bytes]]:
    """The terms of names: what has changed of the lists by them, or the lists where all were read anew."""
    if before and len(before[0].urls) == len(placed.urls):
        moves = placed.since(before[0])
        gone, new = {*moves.gone.values(), *moves.moved}, {*moves.new.values(), *moves.moved.values()}
        if FEW * len(gone) <= len(before[0]) and FEW * len(new) <= len(placed):
            return _updated(documents, placed, before[1], gone, new, lexicon)
    titles = [documents[url].title if url else "" for url in placed.urls]
    pairs, words = _read(
        {number: title for number, title in enumerate(titles) if placed.urls[number]}, lexicon
    )
    return Names(Cells.of([title.encode(*SAFELY) for title in titles]), words), listed(
        [pairs], lexicon.terms.names
    )


def _updated(
    documents: Mapping[str, SearchDocument],
    placed: Placed,
    before: Names,
    gone: Set[int],
    new: Set[int],
    lexicon: Lexicon,
) -> tuple[Names, Edits]:
    """The same where names at few numbers are gone, and new ones at others."""
    old = {number: before.titles.between(number, number + 1).decode(*SAFELY) for number in gone}
    titles = {number: documents[placed.urls[number]].title for number in new}
    (out, less), (coming, more) = _read(old, lexicon), _read(titles, lexicon)
    words = Counter(before.words)
    words.subtract(less)
    words.update(more)
    terms, places = lexicon.terms.names, sorted(gone | new)
    cells = Cells.of([titles.get(number, "").encode(*SAFELY) for number in places])
    now = before.titles.edited([Edit(number, number + 1, 1) for number in places], cells)
    return Names(now, dict(+words)), Edits(named(out, terms), named(coming, terms), {*less, *more})


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
