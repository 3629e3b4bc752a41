"""Under which words people and tags are found, found out once and kept from one build to the next."""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import repeat
from typing import Any, NamedTuple

from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_lexicon import Lexicon
from papergarden.writers.search_lists import (
    Lists,
    counted,
    listed,
    packed,
    parted,
    relisted,
    strung,
    told,
    unpacked,
)
from papergarden.writers.search_readings import FEW, Change


class Names(NamedTuple):
    """People and tags as the index takes them."""

    titles: Mapping[int, str]
    words: Mapping[str, int]
    """In how many names a word is."""
    lists: Lists

    @classmethod
    def of(cls, lists: Lists, *plain: Any) -> "Names":
        """What `plain` gave, with the lists."""
        numbers, titles, words = plain
        return cls(dict(zip(unpacked(numbers), parted(*titles), strict=True)), counted(*words), lists)

    def plain(self) -> tuple[Any, ...]:
        """The same in texts and numbers, to be kept, but for the lists."""
        return packed(array("I", self.titles)), strung(self.titles.values()), told(self.words)


def read_names(
    named: Mapping[int, SearchDocument], before: Names | None, lexicon: Lexicon
) -> tuple[Names, Change | None]:
    """The terms of names, and what has changed; None where all were read anew."""
    titles = {number: document.title for number, document in named.items()}
    if before:
        gone = {number: title for number, title in before.titles.items() if titles.get(number) != title}
        new = {number: title for number, title in titles.items() if before.titles.get(number) != title}
        if FEW * len(gone) <= len(before.titles) and FEW * len(new) <= len(titles):
            out, coming = _terms(gone, lexicon), _terms(new, lexicon)
            lists, terms = relisted(before.lists, _entries(out), _entries(coming))
            less, more = _words(gone, lexicon), _words(new, lexicon)
            words = Counter(before.words)
            words.subtract(less)
            words.update(more)
            return Names(titles, dict(+words), lists), Change(terms, {*less, *more})
    lists = listed((terms, repeat(number)) for number, terms in _terms(titles, lexicon).items())
    return Names(titles, dict(_words(titles, lexicon)), lists), None


def _terms(titles: Mapping[int, str], lexicon: Lexicon) -> dict[int, Iterable[str]]:
    return {
        number: dict.fromkeys(lexicon.stems_of(lexicon.numbers(title))) for number, title in titles.items()
    }


def _words(titles: Mapping[int, str], lexicon: Lexicon) -> Counter[str]:
    return Counter(
        form
        for title in titles.values()
        for piece in lexicon.known_of(lexicon.numbers(title))
        for form in piece.forms
    )


def _entries(found: Mapping[int, Iterable[str]]) -> set[tuple[str, int]]:
    return {(term, number) for number, terms in found.items() for term in terms}
