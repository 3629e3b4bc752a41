"""The mentions of persons on papers, put together where the name leaves no doubt who is meant."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from papergarden.model import Paper
from papergarden.steps.families import Scope
from papergarden.steps.person_names import PrintedName, fullest, is_organization, orcids_of, read_name
from papergarden.text import names

CROWD = 60
"""A paper with more authors says little about whom one of them works with."""

Place = tuple[int, int]
"""The number of a paper and of an author on it."""


@dataclass(slots=True, eq=False)
class Mentions:
    """Mentions that are one person's beyond doubt: where they are, how they are printed, with whom."""

    key: str
    apart: str
    """What keeps mentions with one key apart: a decision, an ORCID, the paper of a name with initials."""
    places: list[Place] = field(default_factory=list)
    printed: dict[str, int] = field(default_factory=dict)
    """The printed forms, and how often there is each."""
    elsewhere: frozenset[str] = frozenset()
    """Keys of the forms in which other records of these papers print this author."""
    colleagues: Set[str] = frozenset()
    """Keys of co-authors whose names tell who they are, and perhaps its own."""
    orcids: frozenset[str] = frozenset()
    papers: frozenset[int] = field(init=False)
    """The numbers of the papers; known when all mentions are, like ``name``."""
    name: PrintedName = field(init=False)
    """The fullest printed form."""

    def settle(self, only: Mapping[int, frozenset[int]]) -> None:
        """Say what all mentions together tell; ``only`` are the papers of those who have but one."""
        papers = {paper for paper, _ in self.places}
        self.papers = only[papers.pop()] if len(papers) == 1 else frozenset(papers)
        self.name = read_name(fullest(self.printed))


Group = list[Mentions]


def mentions_of(papers: Sequence[Paper], sides: Mapping[tuple[int, str], str], scope: Scope) -> Group:
    """All mentions of persons in a scope, put together by name; a name with initials only stays alone.

    ``sides`` says for a paper and a name what a person's decision keeps it apart by.
    """
    units: dict[tuple[str, str], Mentions] = {}
    for number in scope.numbers:
        paper = papers[number]
        persons = [
            (at, read_name(one.name)) for at, one in enumerate(paper.authors) if not is_organization(one.name)
        ]
        twice = _repeated([name.key for _, name in persons])
        telling = frozenset(name.key for _, name in persons if not (name.initials_only and name.common))
        orcids = orcids_of(paper)
        here: list[tuple[PrintedName, Mentions]] = []
        for at, name in persons:
            if name.printed not in scope.names:
                continue
            alone = f"{paper.key} {at}" if name.initials_only or name.key in twice else ""
            orcid = orcids.get(name.printed, "") if orcids and name.key not in twice else ""
            apart = sides.get((number, name.key), orcid or alone)
            if (unit := units.get((name.key, apart))) is None:
                unit = units[name.key, apart] = Mentions(name.key, apart)
            unit.places.append((number, at))
            unit.printed[name.printed] = unit.printed.get(name.printed, 0) + 1
            if len(persons) <= CROWD:
                unit.colleagues = unit.colleagues | telling if unit.colleagues else telling
            if orcid:
                unit.orcids |= {orcid}
            here.append((name, unit))
        _note_other_forms(paper, [name.printed for _, name in persons], here)
    only = {number: frozenset([number]) for number in scope.numbers}
    for unit in units.values():
        unit.settle(only)
    return [units[key] for key in sorted(units)]


def _repeated(keys: Sequence[str]) -> Collection[str]:
    """Keys that two authors of a paper have."""
    return () if len(set(keys)) == len(keys) else [key for key, times in Counter(keys).items() if times > 1]


def _note_other_forms(
    paper: Paper, persons: Iterable[str], shown: Sequence[tuple[PrintedName, Mentions]]
) -> None:
    """Give each author of a paper the forms in which its other records print the same author."""
    others = {name for record in paper.records for name in record.authors}
    others.difference_update(persons)
    if not others:
        return
    by_block: defaultdict[str, list[tuple[PrintedName, Mentions]]] = defaultdict(list)
    for name, unit in shown:
        for block in name.blocks:
            by_block[block].append((name, unit))
    for printed in sorted(others):
        near = {id(unit): (name, unit) for b in read_name(printed).blocks for name, unit in by_block[b]}
        fitting = [unit for name, unit in near.values() if names.compatible(printed, name.printed)]
        if len(fitting) == 1:
            unit = fitting[0]
            unit.printed[printed] = unit.printed.get(printed, 0) + 1
            unit.elsewhere |= {read_name(printed).key}
