"""What papers are compared by: the words of title and abstract, topics and people, each as a number."""

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from itertools import chain, islice
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from papergarden.model import Paper
from papergarden.steps.memo import Numbers
from papergarden.steps.phrases import alike, words_alone
from papergarden.text.digest import digest_of

TITLE_COUNTS = 2
TOPIC_COUNTS = 5
"""A topic of a paper weighs like a word that it says five times."""
MANY = (1 << 16) - 1
"""What is said more often is not counted on."""
NUMBER = np.uint64
"""What the number of a feature is kept as."""
AT_ONCE = 1 << 10
"""Papers of which the features are counted at once."""

Mask = NDArray[np.bool]
"""Whether something is so, for each of some things."""
Rows = TypeVar("Rows", bound=tuple[NDArray[Any], ...])
Said = tuple[str, str, list[str], list[str]]
"""Title, abstract, topics, people."""


def told(paper: Paper) -> bytes:
    """What stands for all that a paper is compared by."""
    return digest_of(paper.digest, *_around(paper)) if paper.digest else digest_of(*said(paper))


def said(paper: Paper) -> Said:
    """All that a paper is compared by."""
    return paper.title, paper.abstract, *_around(paper)


def _around(paper: Paper) -> tuple[list[str], list[str]]:
    """The topics and people of a paper."""
    topics = [tag.slug for tag in paper.tags if tag.kind == "topic"]
    return topics, [author.person or author.name for author in paper.authors]


def features(said: Said) -> bytes:
    """The features of a paper in order, each as often as it has it: words, and topics and people as if words.

    There are zeros before them, at least one. They are the bytes of an array of `NUMBER`.
    """
    title, abstract, topics, people = said
    words = words_alone(title) * TITLE_COUNTS + words_alone(abstract)
    others = [0, *(number(f"by {person}") for person in people)]
    for topic in dict.fromkeys(topics):
        others += [number(f"topic {topic}")] * TOPIC_COUNTS
    numbers = chain(others, map(word_numbers.__getitem__, words))
    found = np.fromiter(numbers, NUMBER, len(others) + len(words))
    found.sort()
    return found.tobytes()


@cache
def number(feature: str) -> int:
    """A number that no other feature has, as far as 64 bits can tell."""
    return int.from_bytes(blake2b(feature.encode(errors="surrogatepass"), digest_size=8).digest(), "big")


word_numbers = Numbers(lambda word: number(alike(word)) if len(word) > 2 else 0)
"""By word its number; 0 for one that is too short to tell anything."""


class Counted(NamedTuple):
    """How many features each paper has; and, one paper after the other, these and how often it has each."""

    lengths: NDArray[np.int64]
    features: NDArray[np.uint64 | np.uint32]
    counts: NDArray[np.uint16]

    @classmethod
    def none(cls) -> "Counted":
        """Those of no paper."""
        return cls(np.empty(0, np.int64), np.empty(0, np.uint64), np.empty(0, np.uint16))

    def of(self, wanted: Mask) -> "Counted":
        """The same of those papers that are wanted."""
        if wanted.all():
            return self
        among = np.repeat(wanted, self.lengths)
        return Counted(self.lengths[wanted], self.features[among], self.counts[among])

    def having(self, wanted: Mask) -> Mask:
        """Which papers have one of the features that are wanted."""
        places = wanted[self.features].nonzero()[0]
        having = np.zeros(len(self.lengths), bool)
        having[np.searchsorted(np.cumsum(self.lengths), places, side="right")] = True
        return having


def joined(one: Rows, *others: Rows) -> Rows:
    """Columns of the same kind, one below the other."""
    return type(one)(*map(np.concatenate, zip(one, *others, strict=True)))


def distinct(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The numbers in order, each once; ``np.unique`` loads much the first time."""
    ordered = np.sort(numbers)
    return ordered[np.append(True, ordered[1:] != ordered[:-1])] if len(ordered) else ordered


def counted(found: Iterable[bytes]) -> Counted:
    """Of papers with such `features` each of them but once, and how often there is each."""
    return joined(Counted.none(), *_counted(iter(found)))


def _counted(found: Iterator[bytes]) -> Iterator[Counted]:
    """The same in parts."""
    while some := list(islice(found, AT_ONCE)):
        every = np.frombuffer(b"".join(some), NUMBER)
        new = np.append(True, every[1:] != every[:-1])
        new[np.cumsum([0, *map(len, some[:-1])]) // every.itemsize] = True
        begins = new.nonzero()[0]
        counts = np.minimum(np.diff(begins, append=len(every)), MANY).astype(np.uint16)
        # The first feature of each paper is 0, which stands for none.
        features = every[begins]
        lengths = np.diff((features == 0).nonzero()[0], append=len(features)) - 1
        yield Counted(lengths, features[features > 0], counts[features > 0])
