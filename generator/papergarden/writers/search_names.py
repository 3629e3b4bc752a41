"""Under which words people and tags are found, found out once and kept from one build to the next."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain, repeat
from typing import Any, NamedTuple

from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_lists import Lists, counted, flat, listed, raised, relisted, told
from papergarden.writers.search_readings import FEW, Change
from papergarden.writers.search_terms import FORMS, STEMS, Lexicon, Pieces


class Names(NamedTuple):
    """People and tags as the index takes them."""

    titles: Mapping[int, str]
    words: Mapping[str, int]
    """In how many names a word is."""
    lists: Lists

    @classmethod
    def of(cls, terms: Iterable[str], *plain: Any) -> "Names":
        """What `plain` gave for the same terms."""
        titles, words, lists = plain
        return cls(titles, counted(*words), raised(terms, *lists))

    def plain(self, terms: Iterable[str]) -> tuple[Any, ...]:
        """The same in texts and numbers, to be kept; ``terms`` are all that there are."""
        return self.titles, told(self.words), flat(self.lists, terms)


def read_names(
    named: Mapping[int, SearchDocument], before: Names | None, lexicon: Lexicon
) -> tuple[Names, Change | None]:
    """The terms of names, and what has changed; None where all were read anew."""
    titles = {number: document.title for number, document in named.items()}
    if before:
        gone = {number: title for number, title in before.titles.items() if titles.get(number) != title}
        new = {number: title for number, title in titles.items() if before.titles.get(number) != title}
        if FEW * len(gone) <= len(before.titles) and FEW * len(new) <= len(titles):
            out, coming = _cut(gone, lexicon), _cut(new, lexicon)
            lists, terms = relisted(before.lists, _entries(out), _entries(coming))
            less, more = _words(out), _words(coming)
            words = Counter(before.words)
            words.subtract(less)
            words.update(more)
            return Names(titles, dict(+words), lists), Change(terms, {*less, *more})
    found = _cut(titles, lexicon)
    lists = listed((_terms(pieces), repeat(number)) for number, pieces in found.items())
    return Names(titles, dict(_words(found)), lists), None


def _cut(titles: Mapping[int, str], lexicon: Lexicon) -> dict[int, Pieces]:
    return {number: lexicon.pieces(title) for number, title in titles.items()}


def _terms(pieces: Pieces) -> Iterable[str]:
    return dict.fromkeys(chain.from_iterable(map(STEMS, pieces)))


def _entries(found: Mapping[int, Pieces]) -> set[tuple[str, int]]:
    return {(term, number) for number, pieces in found.items() for term in _terms(pieces)}


def _words(found: Mapping[int, Pieces]) -> Counter[str]:
    return Counter(chain.from_iterable(map(FORMS, chain.from_iterable(found.values()))))
