"""Find the papers that go with a paper: the same rare words, topics and people.

Each paper is a vector of features: the words of title and abstract, its topics, its authors. A feature weighs
by how often the paper has it and by how few other papers do (tf-idf: Spärck Jones, 1972; Salton & Buckley,
1988); two papers are as close as the cosine of their vectors. Only a paper's ``TERMS`` heaviest features are
kept, and none that more than ``COMMON`` papers share, so that the work grows with the number of papers, not
with its square.

A paper more or less should leave most vectors as they are. So how few papers have a feature is told in half
powers of two: of the features of a new paper, few come to weigh otherwise, and only papers that have one of
these are compared again.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import chain
from math import log, log2, sqrt
from operator import itemgetter
from typing import Any

from papergarden.model import Paper, changed
from papergarden.steps.memo import digest_of
from papergarden.steps.phrases import alike, words_of

MOST = 8
KNOWN = 16
"""How many close papers of each are remembered: more than are shown, for one of them may go."""
TERMS = 24
COMMON = 200
LEAST_ALIKE = 0.12
LEAST_SHARED = 2
TITLE_COUNTS = 2
TOPIC_COUNTS = 5
"""A topic of a paper weighs like a word that it says five times."""
LEVELS = 2
"""Into how many steps a power of two is divided where papers are counted."""
LEVEL = log(2) / LEVELS
MANY = (1 << 16) - 1
"""What is said more often is not counted on."""

Features = tuple["array[int]", "array[int]"]
"""The features of a paper by number, and how often it has each."""
Vector = tuple["array[int]", "array[float]"]
"""The heaviest features of a paper in the order of their numbers, and the weight of each; of length 1."""
NONE: Vector = (array("Q"), array("d"))
"""The vector of a paper that is new."""
Near = tuple[float, str]
"""A close paper: the cosine, negated, and its key; the closest sorts first."""
Index = defaultdict[int, tuple[list[str], "array[float]"]]
"""By feature the keys of the papers in whose vectors it is, and its weight in each."""
NOBODY: tuple[list[str], "array[float]"] = ([], array("d"))


@dataclass(slots=True)
class Known:
    """A paper as it was related.

    ``digest`` stands for what its features were found in. ``near`` are its closest papers; all that are not
    among them are no closer than ``rest`` (the cosine, negated).
    """

    digest: bytes
    features: Features
    vector: Vector = NONE
    near: list[Near] = field(default_factory=list)
    rest: float = 0.0


@dataclass(slots=True)
class Relations:
    """What is remembered from one run to the next: papers by key, and what each feature weighed."""

    papers: Mapping[str, Known] = field(default_factory=dict)
    weights: Mapping[int, float] = field(default_factory=dict)
    is_new: bool = False
    """Whether the last run made them other than they were."""

    def dump(self) -> tuple[Any, ...]:
        """The same in texts and numbers, for whoever keeps it."""
        papers = {
            key: (one.digest, *(part.tobytes() for part in (*one.features, *one.vector)), one.near, one.rest)
            for key, one in self.papers.items()
        }
        return papers, self.weights

    @classmethod
    def load(cls, papers: Mapping[str, Any], weights: Mapping[int, float]) -> "Relations":
        """What was dumped."""
        return cls(
            {
                key: Known(
                    digest,
                    (array("Q", numbers), array("H", counts)),
                    (array("Q", heaviest), array("d", their_weights)),
                    near,
                    rest,
                )
                for key, (digest, numbers, counts, heaviest, their_weights, near, rest) in papers.items()
            },
            weights,
        )


def relate(papers: Sequence[Paper], relations: Relations | None = None) -> tuple[Paper, ...]:
    """The papers with the keys of at most eight related ones each, best first; none where none is close.

    ``relations`` are those of an earlier run, and become those of this one.
    """
    relations = relations or Relations()
    known = {paper.key: _known(paper, relations.papers.get(paper.key)) for paper in papers}
    weights = _weights([one.features[0] for one in known.values()])
    other = {number for number, weight in weights.items() if relations.weights.get(number) != weight}
    other |= relations.weights.keys() - weights.keys()
    moved = [key for key, one in known.items() if one.vector is NONE or not other.isdisjoint(one.features[0])]
    for key in moved:
        known[key].vector = _vector(known[key].features, weights)
    _compare(known, moved)
    relations.is_new = bool(moved) or known.keys() != relations.papers.keys()
    relations.papers, relations.weights = known, weights
    return tuple(
        changed(paper, related=tuple([key for _, key in known[paper.key].near[:MOST]])) for paper in papers
    )


def _known(paper: Paper, before: Known | None) -> Known:
    """What is known of a paper; nothing of an earlier run is changed."""
    topics = [tag.slug for tag in paper.tags if tag.kind == "topic"]
    people = [author.person or author.name for author in paper.authors]
    digest = digest_of(paper.title, paper.abstract, topics, people)
    if before and before.digest == digest:
        return copy(before)
    return Known(digest, _features(paper.title, paper.abstract, topics, people))


def _features(title: str, abstract: str, topics: Iterable[str], people: Iterable[str]) -> Features:
    """Words with how often they are said, those of the title twice; topics and people as if words."""
    words = words_of(title) * TITLE_COUNTS + words_of(abstract)
    features = Counter(map(_word, words))
    del features[0]
    features.update({_number(f"topic {topic}"): TOPIC_COUNTS for topic in topics})
    features.update([_number(f"by {person}") for person in people])
    return array("Q", features.keys()), array("H", [min(MANY, count) for count in features.values()])


@lru_cache(maxsize=1 << 18)
def _word(word: str) -> int:
    """The number of a word; 0 for one that is too short to tell anything."""
    return _number(alike(word)) if len(word) > 2 else 0


def _number(feature: str) -> int:
    """A number that no other feature has, as far as 64 bits can tell."""
    return int.from_bytes(blake2b(feature.encode(errors="surrogatepass"), digest_size=8).digest(), "big")


def _weights(features: Sequence[Iterable[int]]) -> dict[int, float]:
    """What each feature weighs that some papers share, but not too many."""
    shared: Counter[int] = Counter()
    for numbers in features:
        shared.update(numbers)
    common = min(COMMON, max(2, len(features) // 5))
    all_of_them = _level(len(features))
    return {
        number: (all_of_them - _level(count)) * LEVEL
        for number, count in shared.items()
        if 1 < count <= common
    }


@cache
def _level(count: int) -> int:
    return round(log2(count or 1) * LEVELS)


def _vector(features: Features, weights: Mapping[int, float]) -> Vector:
    weighed = [
        ((1 + log(count)) * weight, number)
        for number, count in zip(*features, strict=True)
        if (weight := weights.get(number))
    ]
    heaviest = sorted(weighed, reverse=True)[:TERMS]
    length = sqrt(sum(weight * weight for weight, _ in heaviest)) or 1.0
    heaviest.sort(key=itemgetter(1))
    return array("Q", [number for _, number in heaviest]), array(
        "d", [weight / length for weight, _ in heaviest]
    )


def _compare(known: Mapping[str, Known], moved: Sequence[str]) -> None:
    """Find the papers that are close to those that moved, and close to those that lost too many by that."""
    index: Index = defaultdict(lambda: ([], array("d")))
    away = set(moved)
    stay = [key for key in known if key not in away]
    for key in stay:
        one = known[key]
        one.near = [near for near in one.near if near[1] in known and near[1] not in away]
        _file(index, key, one.vector)
    for key in moved:
        known[key].near, known[key].rest = [], 0.0
        for other, score in _close(key, known, index):
            known[key].near.append((-score, other))
            known[other].near.append((-score, key))
        _file(index, key, known[key].vector)
    for key in stay:
        one = known[key]
        one.near.sort()
        if one.rest and (len(one.near) < MOST or one.near[MOST - 1][0] >= one.rest):
            one.near, one.rest = [(-score, other) for other, score in _close(key, known, index)], 0.0
    for one in known.values():
        one.near.sort()
        if len(one.near) > KNOWN:
            del one.near[KNOWN:]
            one.rest = min(one.rest, one.near[-1][0])


def _file(index: Index, key: str, vector: Vector) -> None:
    for number, weight in zip(*vector, strict=True):
        keys, weights = index[number]
        keys.append(key)
        weights.append(weight)


def _close(key: str, known: Mapping[str, Known], index: Index) -> Iterator[tuple[str, float]]:
    """The papers in the index that are close enough to a paper, with their cosines."""
    numbers, weights = known[key].vector
    found = [index.get(number, NOBODY) for number in numbers]
    shared = Counter(chain.from_iterable([keys for keys, _ in found]))
    scores = {other: 0.0 for other, times in shared.items() if times >= LEAST_SHARED}
    scores.pop(key, None)
    for weight, (keys, theirs) in zip(weights, found, strict=True):
        for other, its in zip(keys, theirs, strict=True):
            if other in scores:
                scores[other] += weight * its
    return ((other, round(score, 9)) for other, score in scores.items() if score >= LEAST_ALIKE)
