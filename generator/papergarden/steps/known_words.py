"""The words known in a collection, counted seed by seed; and which of them the cleaning of a seed asked for.

What becomes of an entry depends on the other seeds by nothing but these words. So whoever keeps the records
of a seed keeps with them the ``Answers`` on which they were made: while another collection gives the same,
the records are what they would be if they were made anew.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set

from papergarden.model import Entry
from papergarden.steps.answers import Answers, Counts
from papergarden.text import repair

_NO_WORD = re.compile(r"[\x00-`{-\x7f]")
"""What no word of a vocabulary has: capitals, digits and signs."""


def counted(entries: Iterable[Entry]) -> Counts:
    """The words of the entries' titles and abstracts."""
    counts: Counter[str] = Counter()
    for entry in entries:
        strange = " ".join(set(f"{entry.title} {entry.abstract}".split()) - repair.KNOWN)
        counts.update(repair.words_of(strange) - repair.KNOWN)
    return dict(counts)


def recounted(counts: Counts, gone: Iterable[Entry], new: Iterable[Entry]) -> Counts:
    """The words that were counted, without those of entries that are gone, with those of new ones."""
    now = Counter(counts)
    now.update(counted(new))
    now.subtract(counted(gone))
    return dict(+now)


def vocabulary(parts: Iterable[Counts]) -> frozenset[str]:
    """The words known in a collection: the field's English, and what its titles and abstracts print often."""
    counts: Counter[str] = Counter()
    for part in parts:
        counts.update(part)
    return repair.lexicon(counts)


class Asked(Set[str]):
    """A vocabulary that takes down what it is asked for, but for words that are known without any collection.

    It cannot be gone through or counted, for that would ask for all words.
    """

    def __init__(self, known: frozenset[str]) -> None:
        self._known = known
        self._asked: set[str] = set()

    def __contains__(self, word: object) -> bool:
        if word in repair.KNOWN:
            return True
        self._asked.add(word)  # type: ignore[arg-type]
        return word in self._known

    def __iter__(self) -> Iterator[str]:
        raise TypeError("only what is asked for can be taken down")

    def __len__(self) -> int:
        raise TypeError("only what is asked for can be taken down")

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    @property
    def answers(self) -> Answers:
        """What was asked for so far, as it was answered."""
        asked = {word for word in self._asked if not _NO_WORD.search(word)}
        return Answers(frozenset(asked & self._known), frozenset(asked - self._known))
