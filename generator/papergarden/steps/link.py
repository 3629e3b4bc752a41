"""Tell which records are of one paper: people's verdicts first, then ids, then what the texts say.

Candidate pairs (``blocking``) are judged one by one (``judge``), the strongest evidence is used first, and
two clusters are joined only if no record of the one stands apart from a record of the other; a record that
fits two papers equally well by its title alone is joined to neither.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from functools import cache
from itertools import combinations, islice, product
from typing import Any

from papergarden.model import Decision, Finding, Match, Record, Source, Verdict
from papergarden.steps.blocking import Overlaps, Pair
from papergarden.steps.blocks import Blocks, block_keys
from papergarden.steps.judge import BY_ID, BY_ONE_FIELD, Comparison, Judgement, apart, judge
from papergarden.steps.keys import Label, in_order, told
from papergarden.steps.memo import Apply, Memo, forgetting
from papergarden.steps.profiles import Profile, codes, profile, runs, shingles, titled, words_of
from papergarden.steps.references import References
from papergarden.text.digest import digest_of

DECIDED = 9.0
MARGIN = 0.05
"""A paper that fits better by less than this share of the abstract does not fit better."""
MOST_RIVALS = 20
MOST_CHECKED = 40
"""Records of a cluster, each of which says something else, that another cluster is compared with."""


Marked = tuple[bytes, bytes, bytes]
"""What a record is found by: two parts of the shingles of its abstract, and the keys of its blocks."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """A judgement on a pair of records, by their numbers."""

    pair: Pair
    judgement: Judgement


class Known:
    """What is known from an earlier run: by what records are found, pairs of them, judgements."""

    def __init__(
        self,
        marked: Mapping[bytes, Marked] | None = None,
        asked: Sequence[bytes] = (),
        overlapping: Iterable[tuple[bytes, bytes]] = (),
        sharing: Iterable[tuple[bytes, bytes]] = (),
        judged: Mapping[bytes, tuple[Any, ...]] | None = None,
    ) -> None:
        self.marked = Memo(marked, asked)
        names, known = _names(asked), [self.marked.kept[digest] for digest in asked]
        lookups, _, keys = zip(*known, strict=True) if known else ((), (), ())
        self.overlaps = Overlaps(dict(zip(names, lookups, strict=True)), overlapping)
        self.blocks = Blocks(dict(zip(names, keys, strict=True)), sharing)
        self.judged = judged or {}

    @property
    def size(self) -> int:
        """How many records there are."""
        return self.marked.size

    def dump(self) -> tuple[Any, ...]:
        """The same in texts and numbers, for whoever keeps it."""
        return *self.marked.dump(), sorted(self.overlaps.pairs), sorted(self.blocks.pairs), self.judged

    def rest_on(self, records: Sequence[Record]) -> None:
        """Know by these objects which records there were, in the same order."""
        self.marked.rest_on(records)


class _Profiles(dict[int, Profile]):
    """The profiles of records by their numbers, each made when it is first asked for."""

    def __init__(self, records: Sequence[Record], marked: Sequence[Marked]) -> None:
        self._records, self._marked = records, marked

    def __missing__(self, number: int) -> Profile:
        self[number] = made = profile(number, self._records[number], self._marked[number][:2])
        return made


@forgetting(codes)
def link(
    records: Sequence[Record],
    decisions: Sequence[Decision],
    known: Known | None = None,
    apply: Apply = map,
) -> tuple[tuple[Match, ...], tuple[Finding, ...]]:
    """A match for every pair that is one paper, nearly one, or kept apart although it looks like one.

    Records of one paper are connected by matches that say "same"; findings name decisions in vain and those
    that contradict each other. The result does not depend on the order of the records. What is ``known``
    becomes that of this run.
    """
    known = known or Known()
    records = in_order(records)
    marked = known.marked.each(_marked, records, told, apply)
    profiles = _Profiles(records, marked)
    decided, sides, findings = _decided(records, decisions)
    clusters = _Clusters(profiles, sides)
    edges = [edge for edge in _judged(records, marked, profiles, known) if edge.pair not in decided]
    same = [edge for edge in edges if edge.judgement.verdict == "same"]
    same.sort(key=lambda edge: (-edge.judgement.strength, edge.pair))
    kept = [edge for edge in edges if edge.judgement.verdict != "same"]
    results = [*(_Edge(pair, judgement) for pair, judgement in decided.items()), *kept]
    results += [clusters.join(edge) for edge in same if edge.judgement.strength == BY_ID]
    for pair, judgement in decided.items():
        if judgement.verdict == "same":
            clusters.unite(*pair)
    doubtful = _doubtful(same, profiles)
    for edge in (edge for edge in same if edge.judgement.strength < BY_ID):
        if edge.pair in doubtful:
            rule = f"{edge.judgement.rule}, but another paper's do too"
            results.append(replace(edge, judgement=replace(edge.judgement, verdict="near", rule=rule)))
        else:
            results.append(clusters.join(edge))
    return tuple(sorted(_match(edge, records.labels) for edge in results)), tuple(findings)


def _marked(record: Record) -> Marked:
    """What a record is found by."""
    title = titled(record.title)
    begin = len(title.title)
    found = runs((*title.title, *words_of(record.abstract)))
    return *shingles(found[begin:]), block_keys(record, title, found[: max(0, begin - 2)])


def _judged(
    records: Sequence[Record], marked: Sequence[Marked], profiles: _Profiles, known: Known
) -> list[_Edge]:
    """The judgement on each pair that is worth one."""
    names = _names(known.marked.asked)
    lookups, _, keys = zip(*marked, strict=True) if marked else ((), (), ())
    title_of = cache(lambda number: titled(records[number].title))
    pairs = {*known.overlaps.find(names, lookups), *known.blocks.find(names, keys, title_of)}
    judged, known.judged = known.judged, {}
    edges: list[_Edge] = []
    for pair in sorted(pairs):
        left, right = pair
        key = names[left] + names[right]
        found = judged.get(key)
        known.judged[key] = found = _plain(profiles[left], profiles[right]) if found is None else found
        if found:
            edges.append(_Edge(pair, Judgement(*found)))
    return edges


def _names(digests: Iterable[bytes]) -> list[bytes]:
    """A name for each record: the digest of all it says, and of those that say the same which it is."""
    names: dict[bytes, None] = {}
    for name in digests:
        while name in names:
            name = digest_of(name)
        names[name] = None
    return list(names)


def _plain(one: Profile, other: Profile) -> tuple[Any, ...]:
    """The judgement on two records as texts and a number; nothing where there is none."""
    judgement = judge(one, other)
    return astuple(judgement) if judgement else ()


def _match(edge: _Edge, names: Sequence[Label]) -> Match:
    one, other = sorted(names[number] for number in edge.pair)
    by = edge.judgement
    return Match(Source(*one[:2]), Source(*other[:2]), by.verdict, by.rule, by.evidence, one[2], other[2])


def _doubtful(same: Sequence[_Edge], profiles: _Profiles) -> frozenset[Pair]:
    """Pairs of a record that one field links about equally well to two papers which are not one."""
    fitting: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for edge in same:
        if edge.judgement.strength <= BY_ONE_FIELD:
            left, right = edge.pair
            for one, other in ((left, right), (right, left)):
                if not (profiles[one].title and profiles[one].abstract):
                    fitting[one].append((edge.judgement.strength, other))
    doubtful: set[Pair] = set()
    for one, found in fitting.items():
        rivals = [other for strength, other in found if strength > max(found)[0] - MARGIN]
        if any(apart(profiles[x], profiles[y]) for x, y in combinations(rivals[:MOST_RIVALS], 2)):
            doubtful |= {(min(one, other), max(one, other)) for other in rivals}
    return frozenset(doubtful)


@dataclass(slots=True, eq=False)
class _Cluster:
    """Records of one paper: their numbers, of those that say the same one profile, and decided sides."""

    members: list[int]
    distinct: dict[tuple[str, ...], Profile]
    arxiv_ids: set[str]
    dois: set[str]
    sides: set[tuple[int, int]]
    """Of decisions that papers differ, the number and the side on which a record of the cluster is named."""


class _Clusters(dict[int, _Cluster]):
    """Records put together, each cluster checked as a whole before it grows."""

    def __init__(self, profiles: _Profiles, sides: Mapping[int, set[tuple[int, int]]]) -> None:
        self._profiles, self._sides = profiles, sides

    def __missing__(self, number: int) -> _Cluster:
        """That of a record alone."""
        one = self._profiles[number]
        ids, dois, sides = {one.arxiv_id} - {""}, {one.doi} - {""}, {*self._sides.get(number, ())}
        self[number] = alone = _Cluster([number], {one.content: one}, ids, dois, sides)
        return alone

    def unite(self, left: int, right: int) -> None:
        """Make one cluster of two."""
        small, large = sorted((self[left], self[right]), key=lambda one: len(one.members))
        if small is not large:
            large.members += small.members
            large.distinct |= small.distinct
            large.arxiv_ids |= small.arxiv_ids
            large.dois |= small.dois
            large.sides |= small.sides
            for number in small.members:
                self[number] = large

    def join(self, edge: _Edge) -> _Edge:
        """Unite the clusters of a pair, or say what keeps them apart."""
        left, right = edge.pair
        if self[left] is self[right]:
            return edge
        reason = self._reason(left, right, edge.judgement.strength == BY_ID)
        if not reason:
            self.unite(left, right)
            return edge
        by = edge.judgement
        return replace(edge, judgement=Judgement("near", f"{by.rule}, but {reason}", by.evidence))

    def _reason(self, left: int, right: int, by_id: bool) -> str:
        """Why two clusters must not be one; "" where nothing speaks against it."""
        one, other = self[left], self[right]
        if any(name == also and side != far for name, side in one.sides for also, far in other.sides):
            return "a person decided that they differ"
        if one.arxiv_ids and other.arxiv_ids:
            if not one.arxiv_ids & other.arxiv_ids:
                return "the arXiv ids of the papers differ"
        elif one.dois and other.dois and not one.dois & other.dois:
            return "the DOIs of the papers differ"
        if not by_id and any(self._stand_apart(left, right)):
            return "another record of one of them stands apart"
        return ""

    def _stand_apart(self, left: int, right: int) -> Iterator[bool]:
        """For each pair of records of two clusters whether it stands apart, and not already within one."""
        one, other = self._profiles[left], self._profiles[right]
        near = islice(self[left].distinct.values(), MOST_CHECKED)
        far = list(islice(self[right].distinct.values(), MOST_CHECKED))
        for x, y in product(near, far):
            yield apart(x, y) and not (Comparison(one, x).apart or Comparison(other, y).apart)


def _decided(
    records: Sequence[Record], decisions: Sequence[Decision]
) -> tuple[dict[Pair, Judgement], dict[int, set[tuple[int, int]]], list[Finding]]:
    """People's verdicts: pairs with their judgement, the sides that must not meet, and findings."""
    pairs: dict[Pair, Judgement] = {}
    sides: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
    findings: list[Finding] = []
    references = References.of_records(records)
    for number, decision in enumerate(decisions):
        if decision.act not in ("same", "different"):
            continue
        found = [(subject, references.find(subject)) for subject in decision.subjects]
        findings += [_in_vain(decision, subject) for subject, numbers in found if not numbers]
        if decision.act == "different":
            for side, (_, numbers) in enumerate(found):
                for one in numbers:
                    sides[one].add((number, side))
        for pair in _pairs(decision, [numbers for _, numbers in found]):
            verdict: Verdict = "same" if decision.act == "same" else "different"
            if pair in pairs and pairs[pair].verdict != verdict:
                findings.append(_contradiction(decision))
            else:
                pairs[pair] = Judgement(verdict, "decided by a person", decision.reason, DECIDED)
    return pairs, dict(sides), findings


def _pairs(decision: Decision, found: Sequence[Sequence[int]]) -> Iterator[Pair]:
    """The pairs that a verdict speaks of: one record and all that are the same, or every two that differ."""
    if decision.act == "same":
        numbers = list(dict.fromkeys(number for some in found for number in some))
        yield from ((min(numbers[0], other), max(numbers[0], other)) for other in numbers[1:])
    else:
        for some, others in combinations(found, 2):
            yield from ((min(pair), max(pair)) for pair in product(some, others) if pair[0] != pair[1])


def _in_vain(decision: Decision, subject: str) -> Finding:
    what = f"The decision names a paper that no seed lists ({decision.act})."
    fix = "Name it by its id, its title, or 'abstract: ' and its opening words; or delete the decision."
    return Finding("warning", "decision-in-vain", decision.source, what, fix, subject)


def _contradiction(decision: Decision) -> Finding:
    what = "Two decisions contradict each other; the first one counts."
    return Finding(
        "error", "decisions-disagree", decision.source, what, "Delete one.", "; ".join(decision.subjects)
    )
