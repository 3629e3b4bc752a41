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
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b
from itertools import accumulate, chain, compress, pairwise
from math import log, log2, sqrt
from typing import Any

from papergarden.model import Paper, changed_each
from papergarden.steps.memo import FEW, Apply, Same, forgetting
from papergarden.steps.phrases import alike, words_alone
from papergarden.text.digest import digest_of

MOST = 8
KNOWN = 16
"""How many close papers of each are remembered: more than are shown, for one of them may go."""
TERMS = 24
COMMON = 200
LEAST_ALIKE = 0.12
"""The least cosine of papers that are close; they share two features at least."""
FAR = 10**9
"""How far papers are from each other that share nothing: 1 minus the cosine is told in billionths."""
LOW = (1 << 32) - 1
"""Of a number for a paper near another the bits that say which paper it is; those above say how far."""
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
KINDS = "QHQdI"
"""What the numbers of features, how often there is each, the numbers and weights of a vector, and how far
close papers are, are kept as."""
Index = dict[int, tuple[list[int], "array[float]"]]
"""By feature the places of the papers in whose vectors it is, in order, and what it weighs there.

The places are a list because they are gone through far more often than the weights; it shares its numbers.
"""


@dataclass(slots=True)
class Known:
    """A paper as it was related.

    ``digest`` stands for what its features were found in. ``near`` are its closest papers and ``far`` is how
    far they are; all that are not among them are no closer than ``rest``.
    """

    digest: bytes
    features: Features = (array("Q"), array("H"))
    vector: Vector = NONE
    near: Sequence[str] = ()
    far: Sequence[int] = ()
    rest: int = FAR


class Relations:
    """What is remembered from one run to the next: papers by key, and how many papers have each feature."""

    def __init__(
        self, papers: Mapping[str, Known] | None = None, having: Mapping[int, int] | None = None
    ) -> None:
        self.papers = papers or {}
        self.having = Counter(having or {})
        self.digests: Same[Paper, bytes] = Same()
        self.related: Same[Paper, Paper] = Same()
        self.news = 0

    @property
    def size(self) -> int:
        """How many papers there are."""
        return len(self.papers)

    def dump(self) -> tuple[Any, ...]:
        """The same in texts and numbers, for whoever keeps it."""
        self.news = 0
        known = self.papers.values()
        arrays = [(*one.features, *one.vector, one.far) for one in known]
        columns = [
            _joined(kind, column) for kind, column in zip(KINDS, zip(*arrays, strict=True), strict=False)
        ]
        texts = [(key, one.digest, one.near, one.rest) for key, one in self.papers.items()]
        return texts, columns, dict(+self.having)

    @classmethod
    def load(cls, *kept: Any) -> "Relations":
        """What was dumped; nothing of an earlier run where nothing is given."""
        if not kept:
            return cls()
        texts, columns, having = kept
        arrays = [_parted(kind, *column) for kind, column in zip(KINDS, columns, strict=False)]
        papers = {
            key: Known(digest, (numbers, counts), (heaviest, weights), near, far, rest)
            for (key, digest, near, rest), numbers, counts, heaviest, weights, far in zip(
                texts, *arrays, strict=True
            )
        }
        return cls(papers, having)


def _joined(kind: str, arrays: Sequence[Sequence[float]]) -> tuple[bytes, bytearray]:
    """Many arrays of a kind as bytes: how long each is, and all their values."""
    values = bytearray()
    for one in arrays:
        values += array(kind, one)
    return array("I", map(len, arrays)).tobytes(), values


def _parted(kind: str, lengths: bytes, values: bytearray) -> "Iterator[array[Any]]":
    """The arrays that were joined."""
    ends = accumulate(array("I", lengths), initial=0)
    joined = array(kind, values)
    return (joined[start:end] for start, end in pairwise(ends))


class _Numbers(dict[str, int]):
    """By word its number, found when first asked for; 0 for one that is too short to tell anything."""

    def __missing__(self, word: str) -> int:
        self[word] = number = _number(alike(word)) if len(word) > 2 else 0
        return number

    cache_clear = dict.clear


_NUMBERS = _Numbers()


def _number(feature: str) -> int:
    """A number that no other feature has, as far as 64 bits can tell."""
    return int.from_bytes(blake2b(feature.encode(errors="surrogatepass"), digest_size=8).digest(), "big")


@forgetting(_NUMBERS, alike)
def relate(
    papers: Sequence[Paper], relations: Relations | None = None, apply: Apply = map
) -> tuple[Paper, ...]:
    """The papers with the keys of at most eight related ones each, best first; none where none is close.

    ``relations`` are those of an earlier run, and become those of this one; ``apply`` applies a function to
    each of some papers.
    """
    relations = relations or Relations()
    before, known = relations.papers, _known(papers, relations, apply)
    gone = [key for key, one in before.items() if key not in known or known[key] is not one]
    new = [key for key, one in known.items() if one.vector is NONE]
    features = [*(known[key].features[0] for key in new), *(before[key].features[0] for key in gone)]
    few = len(features) * FEW < len(known) and _scale(len(before)) == _scale(len(known))
    touched = set(chain.from_iterable(features)) if few else relations.having
    weighed = _weights(relations.having, touched, len(before))
    relations.having.update(chain.from_iterable([known[key].features[0] for key in new]))
    relations.having.subtract(chain.from_iterable([before[key].features[0] for key in gone]))
    weights = _weights(relations.having, touched, len(known))
    other = {number for number, weight in weights.items() if weighed.get(number) != weight}
    other |= weighed.keys() - weights.keys()
    moved = [
        key
        for key, one in known.items()
        if one.vector is NONE or (other and not other.isdisjoint(one.features[0]))
    ]
    if few:
        theirs = set(chain.from_iterable(known[key].features[0] for key in moved))
        weights = _weights(relations.having, theirs, len(known))
    vectors = {key: _vector(known[key].features, weights) for key in moved}
    moved = [key for key in moved if vectors[key] != known[key].vector or known[key].vector is NONE]
    for key in moved:
        known[key] = Known(known[key].digest, known[key].features, vectors[key])
    _compare(known, moved, gone, apply)
    relations.news += len(moved) + len(known.keys() ^ before.keys())
    relations.papers = known
    near = [tuple(known[paper.key].near[:MOST]) for paper in papers]
    related = relations.related.each(
        lambda some: changed_each([papers[at] for at in some], related=[near[at] for at in some]),
        papers,
        near,
    )
    return tuple(related)


def _known(papers: Sequence[Paper], relations: Relations, apply: Apply) -> dict[str, Known]:
    """What is known of each paper; nothing of an earlier run is changed."""
    before = relations.papers
    digests = relations.digests.each(lambda some: (_told(papers[at]) for at in some), papers)
    known: dict[str, Known] = {}
    new: list[int] = []
    for at, (paper, digest) in enumerate(zip(papers, digests, strict=True)):
        one = before.get(paper.key)
        if one is None or one.digest != digest:
            one = Known(digest)
            new.append(at)
        known[paper.key] = one
    for at, features in zip(new, apply(_features, [_said(papers[at]) for at in new]), strict=True):
        known[papers[at].key].features = features
    return known


def _told(paper: Paper) -> bytes:
    """What stands for all that a paper is compared by."""
    return digest_of(paper.digest, *_around(paper)) if paper.digest else digest_of(*_said(paper))


def _said(paper: Paper) -> Said:
    """All that a paper is compared by: title, abstract, topics, people."""
    return paper.title, paper.abstract, *_around(paper)


def _around(paper: Paper) -> tuple[list[str], list[str]]:
    """The topics and people of a paper."""
    topics = [tag.slug for tag in paper.tags if tag.kind == "topic"]
    return topics, [author.person or author.name for author in paper.authors]


def _features(said: Said) -> Features:
    """Words with how often they are said, those of the title twice; topics and people as if words."""
    title, abstract, topics, people = said
    words = words_alone(title) * TITLE_COUNTS + words_alone(abstract)
    features = Counter(map(_NUMBERS.__getitem__, words))
    del features[0]
    features.update({_number(f"topic {topic}"): TOPIC_COUNTS for topic in topics})
    features.update([_number(f"by {person}") for person in people])
    try:
        counts = array("H", features.values())
    except OverflowError:
        counts = array("H", [min(MANY, count) for count in features.values()])
    return array("Q", features.keys()), counts


def _scale(papers: int) -> tuple[int, int]:
    """Of so many papers the level, and how many of them may share a feature that counts."""
    return _level(papers), min(COMMON, max(2, papers // 5))


def _weights(having: Mapping[int, int], features: Iterable[int], papers: int) -> dict[int, float]:
    """What each feature weighs that some papers share, but not too many."""
    all_of_them, common = _scale(papers)
    counts = zip(features, map(having.__getitem__, features), strict=True)
    return {number: (all_of_them - _level(count)) * LEVEL for number, count in counts if 1 < count <= common}


@cache
def _level(count: int) -> int:
    return round(log2(count or 1) * LEVELS)


def _vector(features: Features, weights: Mapping[int, float]) -> Vector:
    numbers, counts = features
    known = list(map(weights.get, numbers))
    weighed = [
        (number, weight if count == 1 else (1 + log(count)) * weight)
        for number, count, weight in compress(zip(numbers, counts, known, strict=True), known)
        if weight
    ]
    if len(weighed) > TERMS:
        weighed.sort(key=_heaviest_first)
        del weighed[TERMS:]
    weighed.sort()
    length = sqrt(sum([weight * weight for _, weight in weighed])) or 1.0
    return array("Q", [number for number, _ in weighed]), array(
        "d", [weight / length for _, weight in weighed]
    )


def _heaviest_first(weighed: tuple[int, float]) -> tuple[float, int]:
    number, weight = weighed
    return -weight, -number


class _Places:
    """Papers by place: what is known of them, and the keys that break ties between those that are as near."""

    def __init__(self, known: Mapping[str, Known], keys: Sequence[str]) -> None:
        self.keys, self.papers = keys, [known[key] for key in keys]
        self.ranked = sorted(keys)
        self._rank = {key: at for at, key in enumerate(self.ranked)}
        self.ranks = [self._rank[key] for key in keys]

    def near(self, place: int, away: Set[str]) -> list[int]:
        """What was near a paper, but for those that are away: how far, then the rank of the key."""
        one = self.papers[place]
        pairs = zip(one.far, one.near, strict=True)
        return [far << 32 | self._rank[key] for far, key in pairs if key not in away]

    def known(self, place: int, near: Sequence[int], rest: int) -> Known:
        """What is to be known of the paper at a place with those near it, the closest first."""
        one, closest = self.papers[place], near[:KNOWN]
        if len(near) > KNOWN:
            rest = min(rest, closest[-1] >> 32)
        keys = [self.ranked[pair & LOW] for pair in closest]
        return Known(
            one.digest, one.features, one.vector, keys, array("I", [pair >> 32 for pair in closest]), rest
        )


def _compare(known: dict[str, Known], moved: Sequence[str], gone: Iterable[str], apply: Apply) -> None:
    """Find the papers that are close to those that moved, and close to those that lost too many by that."""
    away = {*moved, *gone}
    stay = [key for key in known if key not in away]
    every = _Places(known, [*stay, *moved])
    papers, ranks = every.papers, every.ranks
    near = {
        place: every.near(place, away)
        for place, one in enumerate(papers[: len(stay)])
        if not away.isdisjoint(one.near)
    }
    # Each pair is found once, from the paper that stands later.
    places = range(len(stay), len(papers))
    index = _index(papers, places)
    for place, found in zip(places, apply(partial(_close, papers, index), places), strict=True):
        near[place] = [pair ^ (other := pair & LOW) | ranks[other] for pair in found]
        for pair in found:
            other = pair & LOW
            if other not in near:
                near[other] = every.near(other, away)
            near[other].append(pair ^ other | ranks[place])
    for some in near.values():
        some.sort()
    poor = [
        place
        for place, some in near.items()
        if place < len(stay)
        and (rest := papers[place].rest) < FAR
        and (len(some) < MOST or some[MOST - 1] >> 32 >= rest)
    ]
    index = _index(papers, poor)
    for place in poor:
        found = _close(papers, index, place, len(papers))
        near[place] = sorted([pair ^ (other := pair & LOW) | ranks[other] for pair in found])
    whole = {*places, *poor}
    for place, some in near.items():
        rest = FAR if place in whole else papers[place].rest
        known[every.keys[place]] = every.known(place, some, rest)


def _index(papers: Sequence[Known], wanted: Iterable[int]) -> Index:
    """An index of papers by the features in the vectors of those at the wanted places."""
    features = set(chain.from_iterable([papers[place].vector[0] for place in wanted]))
    index: Index = {number: ([], array("d")) for number in features}
    for place, one in enumerate(papers if features else ()):
        if not features.isdisjoint(one.vector[0]):
            for number, weight in zip(*one.vector, strict=True):
                if posted := index.get(number):
                    places, weights = posted
                    places.append(place)
                    weights.append(weight)
    return index


def _close(papers: Sequence[Known], index: Index, place: int, before: int | None = None) -> "array[int]":
    """The places of papers that are close enough to the one at a place; in the bits above, how far they are.

    Only papers at places before another are looked at, which is the paper's own where nobody says so.
    """
    limit = place if before is None else before
    posted: list[tuple[float, list[int], array[float]]] = []
    once, twice = set[int](), set[int]()
    numbers, weights = papers[place].vector
    for weight, (places, theirs) in zip(weights, map(index.__getitem__, numbers), strict=True):
        places = places[: bisect_left(places, limit)]
        twice.update(once.intersection(places))
        once.update(places)
        posted.append((weight, places, theirs))
    twice.discard(place)
    cosines = dict.fromkeys(twice, 0.0)
    for weight, places, theirs in posted:
        for other in twice.intersection(places):
            cosines[other] += weight * theirs[bisect_left(places, other)]
    return array(
        "Q",
        [
            FAR - round(cosine * FAR) << 32 | other
            for other, cosine in cosines.items()
            if cosine >= LEAST_ALIKE
        ],
    )
