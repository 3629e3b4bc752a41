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
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from hashlib import blake2b
from itertools import chain
from math import log, log2, sqrt
from operator import itemgetter
from typing import Any

from papergarden.model import Paper, changed_each
from papergarden.steps.memo import Apply
from papergarden.steps.phrases import alike, words_of
from papergarden.text.digest import digest_of

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

Said = tuple[str, str, list[str], list[str]]
Features = tuple["array[int]", "array[int]"]
"""The features of a paper by number, and how often it has each."""
Vector = tuple["array[int]", "array[float]"]
"""The heaviest features of a paper in the order of their numbers, and the weight of each; of length 1."""
NONE: Vector = (array("Q"), array("d"))
"""The vector of a paper that is new."""
Near = tuple[float, str]
"""A close paper: the cosine, negated, and its key; the closest sorts first."""
Index = defaultdict[int, tuple["array[int]", "array[float]"]]
"""By feature the places of the papers in whose vectors it is, in order, and what it weighs there."""


@dataclass(slots=True)
class Known:
    """A paper as it was related.

    ``digest`` stands for what its features were found in. ``near`` are its closest papers; all that are not
    among them are no closer than ``rest`` (the cosine, negated).
    """

    digest: bytes
    features: Features = (array("Q"), array("H"))
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
    def load(
        cls, papers: Mapping[str, Any] | None = None, weights: Mapping[int, float] | None = None
    ) -> "Relations":
        """What was dumped; nothing of an earlier run where nothing is given."""
        return cls(
            {
                key: Known(
                    digest,
                    (array("Q", numbers), array("H", counts)),
                    (array("Q", heaviest), array("d", their_weights)),
                    near,
                    rest,
                )
                for key, (digest, numbers, counts, heaviest, their_weights, near, rest) in (
                    papers or {}
                ).items()
            },
            weights or {},
        )


def relate(
    papers: Sequence[Paper], relations: Relations | None = None, apply: Apply = map
) -> tuple[Paper, ...]:
    """The papers with the keys of at most eight related ones each, best first; none where none is close.

    ``relations`` are those of an earlier run, and become those of this one; ``apply`` applies a function to
    each of some papers.
    """
    relations = relations or Relations()
    known = _known(papers, relations.papers, apply)
    weights = _weights([one.features[0] for one in known.values()])
    other = {number for number, weight in weights.items() if relations.weights.get(number) != weight}
    other |= relations.weights.keys() - weights.keys()
    moved = [key for key, one in known.items() if one.vector is NONE or not other.isdisjoint(one.features[0])]
    for key in moved:
        known[key].vector = _vector(known[key].features, weights)
    _compare(known, moved, apply)
    relations.is_new = bool(moved) or known.keys() != relations.papers.keys()
    relations.papers, relations.weights = known, weights
    related = [tuple([key for _, key in known[paper.key].near[:MOST]]) for paper in papers]
    return tuple(changed_each(papers, related=related))


def _known(papers: Sequence[Paper], before: Mapping[str, Known], apply: Apply) -> dict[str, Known]:
    """What is known of each paper; nothing of an earlier run is changed."""
    said = [_said(paper) for paper in papers]
    digests = [digest_of(*texts) for texts in said]
    known = {
        paper.key: copy(before[paper.key])
        if paper.key in before and before[paper.key].digest == digest
        else Known(digest)
        for paper, digest in zip(papers, digests, strict=True)
    }
    new = [at for at, paper in enumerate(papers) if known[paper.key].vector is NONE]
    for at, features in zip(new, apply(_features, [said[at] for at in new]), strict=True):
        known[papers[at].key].features = features
    return known


def _said(paper: Paper) -> Said:
    """All that a paper is compared by: title, abstract, topics, people."""
    topics = [tag.slug for tag in paper.tags if tag.kind == "topic"]
    return paper.title, paper.abstract, topics, [author.person or author.name for author in paper.authors]


def _features(said: Said) -> Features:
    """Words with how often they are said, those of the title twice; topics and people as if words."""
    title, abstract, topics, people = said
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


def _compare(known: Mapping[str, Known], moved: Sequence[str], apply: Apply) -> None:
    """Find the papers that are close to those that moved, and close to those that lost too many by that."""
    away = set(moved)
    stay = [key for key in known if key not in away]
    keys = [*stay, *moved]
    papers = [known[key] for key in keys]
    index = _index(papers)
    for one in papers[: len(stay)]:
        one.near = [near for near in one.near if near[1] in known and near[1] not in away]
    # Each pair is found once, from the paper that stands later.
    places = range(len(stay), len(keys))
    for place, found in zip(places, apply(partial(_close, papers, index), places), strict=True):
        papers[place].near, papers[place].rest = [(-score, keys[other]) for other, score in found], 0.0
        for other, score in found:
            papers[other].near.append((-score, keys[place]))
    for place, one in enumerate(papers[: len(stay)]):
        one.near.sort()
        if one.rest and (len(one.near) < MOST or one.near[MOST - 1][0] >= one.rest):
            found = _close(papers, index, place, len(papers))
            one.near, one.rest = [(-score, keys[other]) for other, score in found], 0.0
    for one in papers:
        one.near.sort()
        if len(one.near) > KNOWN:
            del one.near[KNOWN:]
            one.rest = min(one.rest, one.near[-1][0])


def _index(papers: Sequence[Known]) -> Index:
    index: Index = defaultdict(lambda: (array("I"), array("d")))
    for place, one in enumerate(papers):
        for number, weight in zip(*one.vector, strict=True):
            places, weights = index[number]
            places.append(place)
            weights.append(weight)
    return index


def _close(
    papers: Sequence[Known], index: Index, place: int, before: int | None = None
) -> list[tuple[int, float]]:
    """The places of papers that are close enough to the one at a place, and their cosines.

    Only papers at places before another are looked at, which is the paper's own where nobody says so.
    """
    limit = place if before is None else before
    numbers, weights = papers[place].vector
    found = [(*index[number], bisect_left(index[number][0], limit)) for number in numbers]
    shared = Counter(chain.from_iterable([places[:end] for places, _, end in found]))
    scores = {other: 0.0 for other, times in shared.items() if times >= LEAST_SHARED}
    scores.pop(place, None)
    for weight, (places, theirs, end) in zip(weights, found, strict=True):
        for other, its in zip(places[:end], theirs[:end], strict=True):
            if other in scores:
                scores[other] += weight * its
    return [(other, round(score, 9)) for other, score in scores.items() if score >= LEAST_ALIKE]
