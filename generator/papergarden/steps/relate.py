"""Find the papers that go with a paper: the same rare words, topics and people.

Each paper is a vector of features: the words of title and abstract, its topics, its authors. A feature weighs
by how often the paper has it and by how few other papers do (tf-idf: Spärck Jones, 1972; Salton & Buckley,
1988); two papers are as close as the cosine of their vectors. Only a paper's ``TERMS`` heaviest features are
kept, and none that more than ``COMMON`` papers share, so that the work grows with the number of papers, not
with its square.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, repeat
from math import log, sqrt
from operator import mul

from papergarden.model import Paper
from papergarden.steps.phrases import alike, words_of

Vector = tuple["array[int]", "array[float]"]
"""The features that a paper has, by number and in order, and the weight of each."""

MOST = 8
TERMS = 24
COMMON = 200
LEAST_ALIKE = 0.12
LEAST_SHARED = 2
TITLE_COUNTS = 2
TOPIC_COUNTS = 5
"""A topic of a paper weighs like a word that it says five times."""


def relate(papers: Sequence[Paper]) -> tuple[Paper, ...]:
    """The papers with the keys of at most eight related ones each, best first; none where none is close."""
    close: list[list[tuple[float, str]]] = [[] for _ in papers]
    for one, other, score in _close_pairs(_vectors(map(_features, papers))):
        close[one].append((-score, papers[other].key))
        close[other].append((-score, papers[one].key))
    return tuple(
        replace(paper, related=tuple(key for _, key in sorted(found)[:MOST]))
        for paper, found in zip(papers, close, strict=True)
    )


def _close_pairs(vectors: Sequence[Vector]) -> Iterator[tuple[int, int, float]]:
    """Each pair of papers that are close enough, once, with their cosine."""
    index: defaultdict[int, list[int]] = defaultdict(list)
    for number, (features, weights) in enumerate(vectors):
        vector = dict(zip(features, weights, strict=True))
        shared = Counter(chain.from_iterable(index[feature] for feature in features))
        for earlier in (earlier for earlier, times in shared.items() if times >= LEAST_SHARED):
            theirs, other_weights = vectors[earlier]
            score = sum(map(mul, other_weights, map(vector.get, theirs, repeat(0.0))))
            if score >= LEAST_ALIKE:
                yield number, earlier, round(score, 9)
        for feature in features:
            index[feature].append(number)


def _features(paper: Paper) -> Counter[str]:
    """Words with how often they are said, those of the title twice; topics and authors as if words."""
    words = words_of(paper.title) * TITLE_COUNTS + words_of(paper.abstract)
    features = Counter(map(alike, [word for word in words if len(word) > 2]))
    for tag in paper.tags:
        if tag.kind == "topic":
            features[f"topic {tag.slug}"] += TOPIC_COUNTS
    for author in paper.authors:
        features[f"by {author.person or author.name}"] += 1
    return features


def _vectors(papers: Iterable[Counter[str]]) -> list[Vector]:
    """Unit vectors of each paper's heaviest features, which are numbered in the order of their names."""
    number: defaultdict[str, int] = defaultdict()
    number.default_factory = number.__len__
    shared: Counter[str] = Counter()
    said: list[tuple[array[int], array[int]]] = []
    for features in papers:
        shared.update(features.keys())
        said.append((array("I", map(number.__getitem__, features)), array("I", features.values())))
    common = min(COMMON, max(2, len(said) // 5))
    names = sorted(feature for feature, papers_with in shared.items() if 1 < papers_with <= common)
    weights = [log(len(said) / shared[name]) for name in names]
    ranks = {number[name]: rank for rank, name in enumerate(names)}
    return [_unit_vector(one, counts, ranks, weights) for one, counts in said]


def _unit_vector(
    features: "array[int]", counts: "array[int]", ranks: Mapping[int, int], weights: Sequence[float]
) -> Vector:
    weighed = [
        ((1 + log(count)) * weights[rank], rank)
        for feature, count in zip(features, counts, strict=True)
        if (rank := ranks.get(feature)) is not None
    ]
    heaviest = sorted(weighed, reverse=True)[:TERMS]
    length = sqrt(sum(weight * weight for weight, _ in heaviest)) or 1.0
    heaviest.sort(key=lambda one: one[1])
    return array("I", [rank for _, rank in heaviest]), array("d", [weight / length for weight, _ in heaviest])
