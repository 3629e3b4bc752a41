"""Which documents say certain words in a row: those that the collection's writings may concern."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product

from papergarden.text.tokens import LONGEST_WORD, runs
from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_lexicon import STOP_STEMS, Phrase
from papergarden.writers.search_lists import Lists, unpacked

BETWEEN = re.compile(r"[\W_]+")


def saying(
    phrases: Iterable[Phrase],
    numbers: Mapping[int, str],
    documents: Mapping[str, SearchDocument],
    postings: Callable[[Phrase], Lists],
    bits: int,
    spelling: Callable[[str], str],
) -> set[int]:
    """The numbers of documents that say one of some phrases, and perhaps a few others.

    Args:
        phrases: the stems of words, or of one.
        numbers: the addresses of those of which it is asked.
        documents: those documents.
        postings: gives numbers of at least these documents by some terms.
        bits: by how many they are shifted there.
        spelling: tells the words of a term, joined by blanks.

    """
    found: set[int] = set()
    squeezed: dict[int, str] = {}
    for phrase in phrases:
        beginnings = _beginnings(phrase[:2], spelling)
        for number in _having(phrase, postings, bits, numbers):
            if beginnings and number not in squeezed:
                squeezed[number] = _squeezed(documents[numbers[number]])
            if not beginnings or any(map(squeezed[number].__contains__, beginnings)):
                found.add(number)
    return found


def _having(
    phrase: Phrase, postings: Callable[[Phrase], Lists], bits: int, numbers: Mapping[int, object]
) -> Iterator[int]:
    """The documents that have all words of a phrase but stop words, which are not listed."""
    terms = tuple({*phrase} - STOP_STEMS)
    known = postings(terms)
    lists = sorted((known.get(term, b"") for term in terms), key=len)
    found = [{number >> bits for number in unpacked(some)} for some in lists]
    return filter(numbers.__contains__, set.intersection(*found) if found else numbers)


def _beginnings(stems: Phrase, spelling: Callable[[str], str]) -> Sequence[str]:
    """What is in a text of which only letters are left if it says these words; none where that is unsure."""
    words = [spelling(stem).split() for stem in stems]
    sure = all(
        word.isascii() and word.isalnum() and len(word) < LONGEST_WORD for some in words for word in some
    )
    return list(map("".join, product(*words))) if sure else []


def _squeezed(document: SearchDocument) -> str:
    text = "\n".join((document.title, *document.tags, document.text))
    return BETWEEN.sub("", " ".join(runs(text))).lower()
