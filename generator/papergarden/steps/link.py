"""Tell which records are of one paper: people's verdicts first, then ids, then what the texts say.

Candidate pairs (``blocking``) are judged one by one (``judge``), the strongest evidence is used first, and
two clusters are joined only if no record of the one stands apart from a record of the other; a record that
fits two papers equally well by its title alone is joined to neither.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from functools import partial
from itertools import combinations, islice, product
from typing import Any

from papergarden.model import Decision, Finding, Match, Record, Source, Verdict
from papergarden.steps.blocking import Pair, candidates
from papergarden.steps.judge import BY_ID, BY_ONE_FIELD, Comparison, Judgement, apart, judge
from papergarden.steps.keys import in_order, labels
from papergarden.steps.memo import Apply, Memo
from papergarden.steps.overlaps import Overlaps
from papergarden.steps.profiles import Profile, profile, shingles
from papergarden.steps.references import References
from papergarden.text.digest import digest_of

DECIDED = 9.0
MARGIN = 0.05
"""A paper that fits better by less than this share of the abstract does not fit better."""
MOST_RIVALS = 20
MOST_CHECKED = 40
"""Records of a cluster, each of which says something else, that another cluster is compared with."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """A judgement on a pair of records, by their numbers."""

    pair: Pair
    judgement: Judgement


class Known:
    """What is known from an earlier run: the shingles of abstracts, which abstracts overlap, judgements."""

    def __init__(
        self,
        shingled: Mapping[bytes, bytes] | None = None,
        times: Mapping[bytes, int] | None = None,
        overlapping: Iterable[tuple[bytes, bytes]] = (),
        judged: Mapping[bytes, tuple[Any, ...]] | None = None,
    ) -> None:
        self.shingled = Memo(shingled)
        self.overlaps = Overlaps(times or {}, overlapping)
        self.judged = Memo(judged)

    @property
    def is_new(self) -> bool:
        """Whether there is more or less to keep than was known."""
        return self.shingled.is_new or self.overlaps.is_new or self.judged.is_new

    def dump(self) -> tuple[Any, ...]:
        """The same in texts and numbers, for whoever keeps it."""
        return self.shingled.kept, self.overlaps.times, sorted(self.overlaps.pairs), self.judged.kept


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
    names = labels(records)
    abstracts = [record.abstract for record in records]
    shingled = known.shingled.each(shingles, abstracts, lambda abstract: (abstract,), apply)
    numbered = enumerate(zip(records, shingled, strict=True))
    profiles = [profile(number, record, found) for number, (record, found) in numbered]
    decided, sides, findings = _decided(records, decisions)
    clusters = _Clusters(profiles, sides)
    edges = [edge for edge in _judged(profiles, known) if edge.pair not in decided]
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
    return tuple(sorted(_match(edge, names) for edge in results)), tuple(findings)


def _judged(profiles: Sequence[Profile], known: Known) -> Iterator[_Edge]:
    """The judgement on each pair that is worth one."""
    abstracts = known.shingled.asked
    overlapping = known.overlaps.find(abstracts, known.shingled.kept, known.shingled.known)
    digests: dict[int, bytes] = {}
    for pair in candidates(profiles, overlapping):
        for number in pair:
            if number not in digests:
                digests[number] = digest_of(*profiles[number].told, abstracts[number])
        one, other = (profiles[number] for number in pair)
        found = known.judged.get(partial(_plain, one, other), *(digests[number] for number in pair))
        if found:
            yield _Edge(pair, Judgement(*found))


def _plain(one: Profile, other: Profile) -> tuple[Any, ...]:
    """The judgement on two records as texts and a number; nothing where there is none."""
    judgement = judge(one, other)
    return astuple(judgement) if judgement else ()


def _match(edge: _Edge, names: Sequence[tuple[Source, str]]) -> Match:
    left, right = sorted(names[number] for number in edge.pair)
    by = edge.judgement
    return Match(left[0], right[0], by.verdict, by.rule, by.evidence, left[1], right[1])


def _doubtful(same: Sequence[_Edge], profiles: Sequence[Profile]) -> frozenset[Pair]:
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


class _Clusters:
    """Records put together, each cluster checked as a whole before it grows."""

    def __init__(self, profiles: Sequence[Profile], sides: Mapping[int, set[tuple[int, int]]]) -> None:
        self._profiles = profiles
        self._of = [
            _Cluster(
                [p.number], {p.content: p}, {p.arxiv_id} - {""}, {p.doi} - {""}, {*sides.get(p.number, ())}
            )
            for p in profiles
        ]

    def unite(self, left: int, right: int) -> None:
        """Make one cluster of two."""
        small, large = sorted((self._of[left], self._of[right]), key=lambda one: len(one.members))
        if small is not large:
            large.members += small.members
            large.distinct |= small.distinct
            large.arxiv_ids |= small.arxiv_ids
            large.dois |= small.dois
            large.sides |= small.sides
            for number in small.members:
                self._of[number] = large

    def join(self, edge: _Edge) -> _Edge:
        """Unite the clusters of a pair, or say what keeps them apart."""
        left, right = edge.pair
        if self._of[left] is self._of[right]:
            return edge
        reason = self._reason(left, right, edge.judgement.strength == BY_ID)
        if not reason:
            self.unite(left, right)
            return edge
        by = edge.judgement
        return replace(edge, judgement=Judgement("near", f"{by.rule}, but {reason}", by.evidence))

    def _reason(self, left: int, right: int, by_id: bool) -> str:
        """Why two clusters must not be one; "" where nothing speaks against it."""
        one, other = self._of[left], self._of[right]
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
        near = islice(self._of[left].distinct.values(), MOST_CHECKED)
        far = list(islice(self._of[right].distinct.values(), MOST_CHECKED))
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
