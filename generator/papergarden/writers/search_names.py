"""Under which words people and tags are found, found out once and kept from one build to the next."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain, repeat
from typing import NamedTuple

from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_lists import Lists, listed, relisted
from papergarden.writers.search_readings import FEW, Change
from papergarden.writers.search_terms import Lexicon


class Names(NamedTuple):
    """People and tags as the index takes them."""

    titles: Mapping[int, str]
    words: Mapping[str, int]
    """In how many names a word is."""
    lists: Lists


def read_names(
    named: Mapping[int, SearchDocument], before: Names | None, lexicon: Lexicon
) -> tuple[Names, Change | None]:
    """The terms of names, and what has changed; None where all were read anew."""
    titles = {number: document.title for number, document in named.items()}
    if before:
        gone = {number: title for number, title in before.titles.items() if titles.get(number) != title}
        new = {number: title for number, title in titles.items() if before.titles.get(number) != title}
        if FEW * len(gone) <= len(before.titles) and FEW * len(new) <= len(titles):
            lists, terms = relisted(before.lists, _entries(gone, lexicon), _entries(new, lexicon))
            less, more = _words(gone, lexicon), _words(new, lexicon)
            words = Counter(before.words)
            words.subtract(less)
            words.update(more)
            return Names(titles, dict(+words), lists), Change(terms, {*less, *more})
    lists = listed((_terms(title, lexicon), repeat(number)) for number, title in titles.items())
    return Names(titles, dict(_words(titles, lexicon)), lists), None


def _terms(title: str, lexicon: Lexicon) -> Iterable[str]:
    return dict.fromkeys(chain.from_iterable(found.stems for found in lexicon.pieces(title)))


def _entries(titles: Mapping[int, str], lexicon: Lexicon) -> set[tuple[str, int]]:
    return {(term, number) for number, title in titles.items() for term in _terms(title, lexicon)}


def _words(titles: Mapping[int, str], lexicon: Lexicon) -> Counter[str]:
    found = chain.from_iterable(lexicon.pieces(title) for title in titles.values())
    return Counter(chain.from_iterable(one.forms for one in found))
