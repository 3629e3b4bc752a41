"""What people decided about persons: which names are one person's, and which are not."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from papergarden.model import Decision, Finding
from papergarden.steps.mentions import Group, Mentions
from papergarden.steps.person_names import read_name
from papergarden.steps.references import References
from papergarden.text import names


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Units that are one person, units that are not, and decisions in vain."""

    same: tuple[tuple[Mentions, Mentions], ...]
    different: frozenset[tuple[int, int]]
    findings: tuple[Finding, ...]


def sides_of(decisions: Sequence[Decision], references: References) -> Mapping[tuple[int, str], str]:
    """For a paper and a name that a decision tells from its namesakes, what to keep it apart by."""
    sides: dict[tuple[int, str], str] = {}
    for decision in decisions:
        if decision.act == "different-person":
            for words in decision.subjects:
                key, numbers = _subject(words, references)
                sides.update({(number, key): words for number in numbers or ()})
    return sides


def verdicts_of(units: Group, decisions: Sequence[Decision], references: References) -> Verdicts:
    """What decisions say of units."""
    by_key = _by_key(units) if any(decision.act.endswith("person") for decision in decisions) else {}
    same: list[tuple[Mentions, Mentions]] = []
    different: set[tuple[int, int]] = set()
    findings: list[Finding] = []
    for decision in decisions:
        if decision.act not in ("same-person", "different-person"):
            continue
        found = [_named(words, by_key, references) for words in decision.subjects]
        findings += [
            _in_vain(decision, words)
            for words, some in zip(decision.subjects, found, strict=True)
            if not some
        ]
        if decision.act == "same-person":
            same += pairwise(unit for some in found for unit in some)
        else:
            for one, other in (pair for some in combinations(found, 2) for pair in product(*some)):
                different |= {(id(one), id(other)), (id(other), id(one))}
    return Verdicts(tuple(same), frozenset(different), tuple(findings))


def _by_key(units: Group) -> Mapping[str, Group]:
    by_key: defaultdict[str, Group] = defaultdict(list)
    for unit in units:
        for key in {unit.key, *unit.elsewhere}:
            by_key[key].append(unit)
    return by_key


def _named(words: str, by_key: Mapping[str, Group], references: References) -> Group:
    """The units that a decision's words name."""
    key, numbers = _subject(words, references)
    units: Iterable[Mentions] = by_key.get(key, ())
    return [unit for unit in units if numbers is None or unit.papers & set(numbers)]


def _in_vain(decision: Decision, words: str) -> Finding:
    what = f"The decision names a person who is on no paper ({decision.act})."
    fix = "Write the name as a seed prints it, with ' @ ' and a paper's id to mean it on that paper only."
    return Finding("warning", "decision-in-vain", decision.source, what, fix, words)


def _subject(words: str, references: References) -> tuple[str, tuple[int, ...] | None]:
    """The key of the name that a decision speaks of, and the papers that it is limited to."""
    name, on_paper, paper = words.partition(" @ ")
    return read_name(names.plain_order(name)).key, references.find(paper) if on_paper else None
