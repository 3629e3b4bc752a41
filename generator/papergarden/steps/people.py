"""Tell which names on papers are one person's: people's verdicts first, then evidence, never a guess.

Names that differ in accents, case, punctuation or a hyphen alone are one person's. Names that could be one
person's (``names.compatible``: an initial, a missing middle name, the order of a Chinese name) are joined
only if one paper is listed with both, or if they share a co-author. A name with initials for its given
names is a person of its own on every paper unless such evidence joins it. Persons are never joined if two
of their names do not fit, if both are authors of one paper, or if a name would fit several persons: then
each page says whom the person may also be. Organizations are not persons.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, product

from papergarden.model import Authorship, Decision, Finding, Paper, Person
from papergarden.steps.references import References
from papergarden.text import names
from papergarden.text.slugs import fingerprint, slug

MOST_MAYBE = 8
"""Of more persons than these a reader learns nothing from the line "may also be"."""
LARGEST = 40
"""Persons with one family name and initial up to which each is compared with each for "may also be"."""

Place = tuple[int, int]
"""The number of a paper and of an author on it."""


@dataclass(slots=True, eq=False)
class _Unit:
    """Mentions that are one person's beyond doubt: where they are, how they are printed, with whom."""

    key: str
    apart: str
    """What keeps mentions with the same key apart: a decision, or the paper of a name with initials."""
    places: list[Place] = field(default_factory=list)
    printed: Counter[str] = field(default_factory=Counter)
    elsewhere: set[str] = field(default_factory=set)
    """Forms in which other records of these papers print this author."""
    colleagues: set[str] = field(default_factory=set)
    """Keys of co-authors who are printed with their full names."""

    @property
    def papers(self) -> set[int]:
        """The numbers of the papers."""
        return {paper for paper, _ in self.places}

    @property
    def name(self) -> str:
        """The fullest printed form."""
        return fullest(self.printed)


Group = list[_Unit]
Pairs = frozenset[tuple[str, str, str, str]]


@dataclass(frozen=True, slots=True)
class _Verdicts:
    """What people decided: units that are one person, units that are not, and decisions in vain."""

    same: tuple[tuple[_Unit, _Unit], ...]
    different: Pairs
    findings: tuple[Finding, ...]

    def forbid(self, one: _Unit, other: _Unit) -> bool:
        """Whether two units are not one person's."""
        return (one.key, one.apart, other.key, other.apart) in self.different


def resolve(
    papers: Sequence[Paper], decisions: Sequence[Decision]
) -> tuple[tuple[Paper, ...], Mapping[str, Person], tuple[Finding, ...]]:
    """The papers with each author's person, the persons by slug, and decisions in vain.

    An author that is an organization stays without person and is added to the paper's organizations.
    """
    references = References.of_papers(papers)
    units = _units(papers, _sides(decisions, references))
    verdicts = _verdicts(units, decisions, references)
    groups = _joined(units, verdicts)
    persons = _persons(groups, papers, verdicts)
    slug_at = {place: one.slug for one, group in persons for unit in group for place in unit.places}
    resolved = tuple(_resolved(number, paper, slug_at) for number, paper in enumerate(papers))
    by_slug = {one.slug: one for one, _ in sorted(persons, key=lambda pair: pair[0].slug)}
    return resolved, by_slug, verdicts.findings


def fullest(printed: Mapping[str, int]) -> str:
    """The fullest of several printed forms: letters in whole words, words, mixed case, accents, frequency."""
    return min(printed, key=lambda name: (*_fullness(name), -printed[name], name))


def _fullness(name: str) -> tuple[int, int, bool, bool]:
    words = names.fold(name).split()
    return -sum(len(word) for word in words if len(word) > 1), -len(words), name.isupper(), name.isascii()


def _key(name: str) -> str:
    """What forms of a name have in common that differ in accents, case, punctuation or a hyphen alone."""
    *given, family = names.fold(name).split() or [name]
    return f"{''.join(given)} {family}" if given else family


def _has_initials_only(name: str) -> bool:
    *given, _ = names.fold(name).split() or [name]
    return bool(given) and all(len(word) == 1 for word in given)


def _units(papers: Sequence[Paper], sides: Mapping[tuple[int, str], str]) -> Group:
    """All mentions of persons, put together by name; a name with initials only stays alone."""
    units: dict[tuple[str, str], _Unit] = {}
    for number, paper in enumerate(papers):
        mentions = [(at, one.name, _key(one.name)) for at, one in enumerate(paper.authors) if _is_person(one)]
        keys = Counter(key for _, _, key in mentions)
        full = {key for _, name, key in mentions if not _has_initials_only(name)}
        here: list[_Unit] = []
        for at, name, key in mentions:
            alone = f"{paper.key} {at}" if keys[key] > 1 or _has_initials_only(name) else ""
            apart = sides.get((number, key), alone)
            unit = units.setdefault((key, apart), _Unit(key, apart))
            unit.places.append((number, at))
            unit.printed[name] += 1
            unit.colleagues |= full - {key}
            here.append(unit)
        _note_other_forms(paper, here)
    return [units[key] for key in sorted(units)]


def _is_person(one: Authorship) -> bool:
    return not names.is_organization(one.name)


def _note_other_forms(paper: Paper, units: Sequence[_Unit]) -> None:
    """Give each author of a paper the forms in which its other records print the same author."""
    shown = {name for unit in units for name in unit.printed}
    printed = {name for record in paper.records for name in record.authors} - shown
    for name in sorted(printed):
        fitting = [unit for unit in units if names.compatible(name, unit.name)]
        if len(fitting) == 1:
            fitting[0].printed[name] += 1
            fitting[0].elsewhere.add(_key(name))


def _joined(units: Group, verdicts: _Verdicts) -> list[Group]:
    """The units in groups, one a person."""
    group_of = {id(unit): [unit] for unit in units}

    def unite(one: _Unit, other: _Unit) -> None:
        small, large = sorted((group_of[id(one)], group_of[id(other)]), key=len)
        if small is not large:
            large += small
            group_of.update((id(unit), large) for unit in small)

    for one, other in verdicts.same:
        unite(one, other)
    for one, other in _evident(units):
        if _may_join(group_of[id(one)], group_of[id(other)], verdicts):
            unite(one, other)
    return [sorted(group, key=_order) for group in {id(group): group for group in group_of.values()}.values()]


def _order(unit: _Unit) -> tuple[str, str]:
    return unit.key, unit.apart


def _may_join(group: Group, other: Group, verdicts: _Verdicts) -> bool:
    """Whether no two names, papers or decisions stand against it."""
    if group is other:
        return False
    return not any(
        verdicts.forbid(x, y) or x.papers & y.papers or not names.compatible(x.name, y.name)
        for x, y in product(group, other)
    )


def _evident(units: Group) -> list[tuple[_Unit, _Unit]]:
    """Pairs of units with compatible names and evidence that they are one person's, strongest first."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for block in _blocks(units):
        for one, other in _acquainted(block):
            strength = (-_named_alike(one, other), -len(one.colleagues & other.colleagues))
            if not one.papers & other.papers and names.compatible(one.name, other.name):
                found[id(one), id(other)] = strength
    by_id = {id(unit): unit for unit in units}
    pairs = [(strength, by_id[one], by_id[other]) for (one, other), strength in found.items()]
    pairs.sort(key=lambda pair: (pair[0], _order(pair[1]), _order(pair[2])))
    ambiguous = _ambiguous([(one, other) for _, one, other in pairs])
    return [(one, other) for _, one, other in pairs if not {id(one), id(other)} & ambiguous]


def _named_alike(one: _Unit, other: _Unit) -> bool:
    """Whether a paper of the one is listed with the other's name."""
    return other.key in one.elsewhere or one.key in other.elsewhere


def _blocks(units: Group) -> Iterator[Group]:
    """Units whose names have a chance to be compatible: family name and initial, or the same words."""
    blocks: defaultdict[tuple[str, ...], Group] = defaultdict(list)
    for unit in units:
        words = names.fold(unit.name).split()
        if len(words) > 1:
            blocks[words[-1], words[0][0]].append(unit)
            blocks["in any order", *sorted(words)].append(unit)
    return (block for block in blocks.values() if len(block) > 1)


def _acquainted(block: Group) -> Iterator[tuple[_Unit, _Unit]]:
    """Pairs in a block that share a co-author, or a name on one paper."""
    known: defaultdict[str, Group] = defaultdict(list)
    for unit in block:
        for key in (*unit.colleagues, f"= {unit.key}", *(f"= {key}" for key in unit.elsewhere)):
            known[key].append(unit)
    for some in known.values():
        yield from combinations(some, 2)


def _ambiguous(pairs: Sequence[tuple[_Unit, _Unit]]) -> set[int]:
    """Units that fit, by evidence, several persons whose names do not fit each other."""
    fitting: defaultdict[int, Group] = defaultdict(list)
    for one, other in pairs:
        fitting[id(one)].append(other)
        fitting[id(other)].append(one)
    return {
        unit
        for unit, others in fitting.items()
        if any(not names.compatible(x, y) for x, y in combinations(sorted({o.name for o in others}), 2))
    }


def _persons(
    groups: Sequence[Group], papers: Sequence[Paper], verdicts: _Verdicts
) -> list[tuple[Person, Group]]:
    """A person for each group, with a slug of its own and whom it may also be."""
    slugs = _slugs(groups, papers)
    maybe = _maybe(groups, slugs, verdicts)
    return [(_person(slugs[n], group, papers, maybe.get(n, ())), group) for n, group in enumerate(groups)]


def _person(own: str, group: Group, papers: Sequence[Paper], maybe: Iterable[str]) -> Person:
    printed = _printed(group)
    shown = fullest(printed)
    written = {papers[number].key: papers[number].date for unit in group for number in unit.papers}
    newest = sorted(sorted(written), key=lambda key: written[key], reverse=True)
    return Person(own, shown, (shown, *sorted(set(printed) - {shown})), tuple(newest), tuple(sorted(maybe)))


def _printed(group: Group) -> Counter[str]:
    printed: Counter[str] = Counter()
    for unit in group:
        printed.update(unit.printed)
    return printed


def _slugs(groups: Sequence[Group], papers: Sequence[Paper]) -> list[str]:
    """For each group the slug of its fullest name; of several with the same, the earliest has it plain."""
    claims: defaultdict[str, list[tuple[tuple[str, str], int]]] = defaultdict(list)
    for number, group in enumerate(groups):
        first = min((papers[n].date or "9999", papers[n].key) for unit in group for n in unit.papers)
        claims[slug(fullest(_printed(group)))].append((first, number))
    slugs = [""] * len(groups)
    for base, numbers in sorted(claims.items()):
        for rank, ((_, key), number) in enumerate(sorted(numbers)):
            slugs[number] = f"{base}-{fingerprint(f'{base} {key}', 4)}" if rank else base
    return slugs


def _maybe(groups: Sequence[Group], slugs: Sequence[str], verdicts: _Verdicts) -> Mapping[int, set[str]]:
    """By number of a group the slugs of persons whose names fit, if they are few."""
    blocks: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        words = names.fold(fullest(_printed(group))).split()
        if len(words) > 1:
            blocks[words[-1], words[0][0]].append(number)
            blocks["in any order", *sorted(words)].append(number)
    found: defaultdict[int, set[str]] = defaultdict(set)
    for block in blocks.values():
        if 1 < len(block) <= LARGEST:
            for one, other in combinations(block, 2):
                if _may_be(groups[one], groups[other], verdicts):
                    found[one].add(slugs[other])
                    found[other].add(slugs[one])
    return {number: some for number, some in found.items() if len(some) <= MOST_MAYBE}


def _may_be(group: Group, other: Group, verdicts: _Verdicts) -> bool:
    return _may_join(group, other, verdicts)


def _resolved(number: int, paper: Paper, slug_at: Mapping[Place, str]) -> Paper:
    authors = tuple(
        replace(one, person=slug_at.get((number, at), "")) for at, one in enumerate(paper.authors)
    )
    teams = [one.name for one in paper.authors if not _is_person(one)]
    known = {names.fold(name) for name in paper.organizations}
    added = tuple(name for name in teams if names.fold(name) not in known)
    return replace(paper, authors=authors, organizations=(*paper.organizations, *added))


def _subject(words: str, references: References) -> tuple[str, tuple[int, ...] | None]:
    """The key of the name that a decision speaks of, and the papers that it is limited to."""
    name, on_paper, paper = words.partition(" @ ")
    return _key(name), references.find(paper) if on_paper else None


def _sides(decisions: Sequence[Decision], references: References) -> Mapping[tuple[int, str], str]:
    """For a paper and a name that a decision tells from its namesakes, what to keep it apart by."""
    sides: dict[tuple[int, str], str] = {}
    for decision in decisions:
        if decision.act == "different-person":
            for words in decision.subjects:
                key, numbers = _subject(words, references)
                sides.update({(number, key): words for number in numbers or ()})
    return sides


def _verdicts(units: Group, decisions: Sequence[Decision], references: References) -> _Verdicts:
    by_key: defaultdict[str, Group] = defaultdict(list)
    for unit in units:
        for key in {unit.key, *unit.elsewhere}:
            by_key[key].append(unit)
    same: list[tuple[_Unit, _Unit]] = []
    different: set[tuple[str, str, str, str]] = set()
    findings: list[Finding] = []
    for decision in decisions:
        if decision.act not in ("same-person", "different-person"):
            continue
        found = [_named(words, by_key, references) for words in decision.subjects]
        wrong = [words for words, some in zip(decision.subjects, found, strict=True) if not some]
        findings += [_in_vain(decision, words) for words in wrong]
        if decision.act == "same-person":
            everybody = [unit for some in found for unit in some]
            same += [(everybody[0], unit) for unit in everybody[1:]]
        else:
            for some, others in combinations(found, 2):
                for one, other in (*product(some, others), *product(others, some)):
                    different.add((one.key, one.apart, other.key, other.apart))
    return _Verdicts(tuple(same), frozenset(different), tuple(findings))


def _named(words: str, by_key: Mapping[str, Group], references: References) -> Group:
    """The units that a decision's words name."""
    key, numbers = _subject(words, references)
    units = by_key.get(key, [])
    return [unit for unit in units if unit.apart == words or numbers is None or unit.papers & set(numbers)]


def _in_vain(decision: Decision, words: str) -> Finding:
    what = f"The decision names a person who is on no paper ({decision.act})."
    fix = "Write the name as a seed prints it, with ' @ ' and a paper's id to mean it on that paper only."
    return Finding("warning", "decision-in-vain", decision.source, what, fix, words)
