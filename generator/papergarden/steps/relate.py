"""Find the papers that go with a paper: the same rare words, topics and people.

Each paper is a vector of features: the words of title and abstract, its topics, its authors. A feature weighs
by how often the paper has it and by how few other papers do (tf-idf: Spärck Jones, 1972; Salton & Buckley,
1988); two papers are as close as the cosine of their vectors. Only a paper's ``TERMS`` heaviest features are
kept, and none that more than ``COMMON`` papers share, so that the work grows with the number of papers, not
with its square.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import nlargest, nsmallest
from math import log, sqrt

from papergarden.model import Paper
from papergarden.steps.phrases import alike, words_of

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
    for one, other, score in _close_pairs(_vectors([_features(paper) for paper in papers])):
        close[one].append((-score, papers[other].key))
        close[other].append((-score, papers[one].key))
    return tuple(
        replace(paper, related=tuple(key for _, key in nsmallest(MOST, found)))
        for paper, found in zip(papers, close, strict=True)
    )


def _close_pairs(vectors: Sequence[Mapping[str, float]]) -> Iterator[tuple[int, int, float]]:
    """Each pair of papers that are close enough, once, with their cosine."""
    index: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        scores: defaultdict[int, float] = defaultdict(float)
        for feature, weight in sorted(vector.items()):
            for earlier, other_weight in index[feature]:
                scores[earlier] += weight * other_weight
            index[feature].append((number, weight))
        for earlier, score in scores.items():
            if score >= LEAST_ALIKE and len(vector.keys() & vectors[earlier].keys()) >= LEAST_SHARED:
                yield number, earlier, round(score, 9)


def _features(paper: Paper) -> Counter[str]:
    """Words with how often they are said, those of the title twice; topics and authors as if words."""
    words = words_of(f"{paper.title}. " * TITLE_COUNTS + paper.abstract)
    features = Counter(alike(word) for word in words if len(word) > 2)
    features.update({f"topic {tag.slug}": TOPIC_COUNTS for tag in paper.tags if tag.kind == "topic"})
    features.update(f"by {author.person or author.name}" for author in paper.authors)
    return features


def _vectors(papers: Sequence[Counter[str]]) -> list[dict[str, float]]:
    """Unit vectors of each paper's heaviest features."""
    shared = Counter(feature for features in papers for feature in features)
    common = min(COMMON, max(2, len(papers) // 5))
    weights = {f: log(len(papers) / n) for f, n in shared.items() if 1 < n <= common}
    return [_unit_vector(features, weights) for features in papers]


def _unit_vector(features: Counter[str], weights: Mapping[str, float]) -> dict[str, float]:
    weighed = (((1 + log(count)) * weights[f], f) for f, count in features.items() if f in weights)
    heaviest = nlargest(TERMS, weighed)
    length = sqrt(sum(weight * weight for weight, _ in heaviest)) or 1.0
    return {feature: weight / length for weight, feature in heaviest}
