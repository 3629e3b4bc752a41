"""Tell which names on papers are one person's: people's verdicts first, then evidence, never a guess.

Names that differ in accents, case, punctuation or a hyphen alone are one person's, except those with
initials only: each is at first a person of its own. Names that could be one person's (``names.compatible``:
an initial, a missing middle name, the order of a Chinese name) are joined by evidence, the strongest first:

=================  ==========================================================================================
ORCID              the identifiers are the same (two different ones keep apart whatever else is the same)
full name          the names are the same, where ORCIDs or decisions keep others of that name apart
one paper          two records of one paper print the author so and so
co-authors         a co-author is the same (of initials only: not one with a common family name)
a rare name        the full given name and a family name that few bear are the same, only a middle name is
                   missing or an umlaut spelt out
topic              of a rare family name: two rare words of the titles are the same
=================  ==========================================================================================

Persons are never joined if two of their names do not fit, if both are authors of one paper, or if by the best
evidence a name fits two persons whose names do not fit each other: then each page says whom the person may
also be. Organizations are not persons.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, pairwise
from typing import NamedTuple

from papergarden.model import Decision, Finding, Paper, Person, changed_each
from papergarden.steps.authorships import authors_of
from papergarden.steps.families import Families, Scope
from papergarden.steps.memo import forgetting
from papergarden.steps.mentions import Group, Mentions, mentions_of
from papergarden.steps.person_decisions import Verdicts, sides_of, verdicts_of
from papergarden.steps.person_names import fullest, is_organization, read_name
from papergarden.steps.profiles import words_of
from papergarden.steps.references import References
from papergarden.text import names
from papergarden.text.slugs import fingerprint, slug

MOST_MAYBE = 8
"""Of more persons than these a reader learns nothing from the line "may also be"."""
LARGEST = 40
"""Names with one family name and initial up to which each is compared with each."""
SAME_ORCID, FULL_NAME, ONE_PAPER, CO_AUTHOR, RARE_NAME, TOPIC = range(6)


class _Titles:
    """The rare words in the titles of papers."""

    def __init__(self, papers: Sequence[Paper], scope: Scope) -> None:
        self._papers, self._usual = papers, scope.usual
        self._known: dict[int, frozenset[str]] = {}

    def rare_words(self, unit: Mentions) -> frozenset[str]:
        """Those of all papers of somebody."""
        return frozenset(chain.from_iterable(map(self._words, unit.papers)))

    def _words(self, number: int) -> frozenset[str]:
        if number not in self._known:
            self._known[number] = frozenset(words_of(self._papers[number].title)) - self._usual
        return self._known[number]


class Told(NamedTuple):
    """For each paper the slugs of the persons behind its authors, the persons by slug, decisions in vain."""

    behind: Sequence[Sequence[str]]
    people: Mapping[str, Person]
    findings: tuple[Finding, ...]


@forgetting(read_name, is_organization)
def resolved(papers: Sequence[Paper], told: Told, families: Families) -> tuple[Paper, ...]:
    """The papers with the persons behind their authors.

    An author that is an organization stays without person and is added to the paper's organizations.
    """
    behind = told.behind
    return tuple(
        families.resolved.each(
            lambda new: _resolved([papers[at] for at in new], [behind[at] for at in new]), papers, behind
        )
    )


@forgetting(read_name, is_organization)
def tell(papers: Sequence[Paper], decisions: Sequence[Decision], families: Families) -> Told:
    """Who the persons are; ``families`` are those of an earlier run, and become those of this one.

    All that this is found out with weighs twice what it says, and is let go of here.
    """
    scope = families.scope(papers, decisions)
    references = References.of_papers(papers)
    units = mentions_of(papers, sides_of(decisions, references), scope)
    verdicts = verdicts_of(units, decisions, references)
    groups = _joined(units, _Titles(papers, scope), verdicts)
    forms = [_forms(group) for group in groups]
    slugs = _slugs(groups, forms, papers)
    persons = _persons(groups, forms, slugs, papers, _maybe(groups, forms, slugs, verdicts))
    behind = families.behind()
    for number in scope.numbers:
        behind[number] = list(behind[number])
    for one, group in zip(slugs, groups, strict=True):
        for number, at in (place for unit in group for place in unit.places):
            behind[number][at] = one  # type: ignore[index]
    everybody = families.settle(scope, behind, persons)
    return Told(families.behind(), everybody, verdicts.findings)


# --- joining --------------------------------------------------------------------------------------------


def _joined(units: Group, titles: _Titles, verdicts: Verdicts) -> list[Group]:
    """The units in groups, one a person."""
    group_of = {id(unit): [unit] for unit in units}

    def unite(one: Mentions, other: Mentions) -> None:
        small, large = sorted((group_of[id(one)], group_of[id(other)]), key=len)
        if small is not large:
            large += small
            group_of.update((id(unit), large) for unit in small)

    for one, other in verdicts.same:
        unite(one, other)
    for one, other in _evident(units, titles, verdicts):
        if _may_be_one(group_of[id(one)], group_of[id(other)], verdicts):
            unite(one, other)
    groups = {id(group): group for group in group_of.values()}.values()
    return [sorted(group, key=_order) for group in groups]


def _order(unit: Mentions) -> tuple[str, str]:
    return unit.key, unit.apart


def _may_be_one(group: Group, other: Group, verdicts: Verdicts) -> bool:
    """Whether no two names, papers or decisions of two groups stand against it."""
    if group is other:
        return False
    different = verdicts.different
    for x in group:
        for y in other:
            if different and (id(x), id(y)) in different:
                return False
            if not x.papers.isdisjoint(y.papers) or not _fit(x, y):
                return False
    return True


def _fit(one: Mentions, other: Mentions) -> bool:
    if one.orcids and other.orcids:
        return bool(one.orcids & other.orcids)
    return one.key == other.key or names.compatible(one.name.printed, other.name.printed)


def _evident(units: Group, titles: _Titles, verdicts: Verdicts) -> list[tuple[Mentions, Mentions]]:
    """Pairs of units that evidence says are one person's, the strongest evidence first."""
    found: dict[tuple[int, int], int] = {}
    pairs: list[tuple[int, Mentions, Mentions]] = []
    for block in _blocks(units):
        for one, other in _likely(block):
            if (id(one), id(other)) in found or not one.papers.isdisjoint(other.papers):
                continue
            evidence = _evidence(one, other, titles)
            if evidence is not None and _fit(one, other):
                found[id(one), id(other)] = evidence
                pairs.append((evidence, one, other))
    pairs.sort(key=lambda pair: (pair[0], _order(pair[1]), _order(pair[2])))
    ambiguous = _ambiguous(pairs, verdicts)
    return [(one, other) for _, one, other in pairs if not {id(one), id(other)} & ambiguous]


def _evidence(one: Mentions, other: Mentions, titles: _Titles) -> int | None:
    if one.orcids & other.orcids:
        return SAME_ORCID
    if one.key == other.key and not one.name.initials_only:
        return FULL_NAME
    if other.key in one.elsewhere or one.key in other.elsewhere:
        return ONE_PAPER
    if (one.colleagues & other.colleagues) - {one.key, other.key}:
        return CO_AUTHOR
    left, right = one.name, other.name
    if left.common or right.common:
        return None
    if (
        not (left.initials_only or right.initials_only)
        and left.words[0] == right.words[0] != left.words[0][:1]
    ):
        return RARE_NAME
    return TOPIC if len(titles.rare_words(one) & titles.rare_words(other)) > 1 else None


def _blocks(units: Group) -> Iterator[Group]:
    """Units whose names have a chance to be compatible."""
    blocks: defaultdict[str, Group] = defaultdict(list)
    for unit in units:
        for block in dict.fromkeys((*unit.name.blocks, unit.key, *sorted(unit.orcids))):
            blocks[block].append(unit)
    return (block for block in blocks.values() if len(block) > 1)


def _likely(block: Group) -> Iterator[tuple[Mentions, Mentions]]:
    """All pairs of a small block; of a large one those that share a co-author or a form of the name."""
    if len(block) <= LARGEST:
        yield from combinations(block, 2)
        return
    known: defaultdict[str, Group] = defaultdict(list)
    for unit in block:
        for key in {
            *(unit.colleagues - {unit.key}),
            f"= {unit.key}",
            *(f"= {key}" for key in unit.elsewhere),
        }:
            known[key].append(unit)
    for some in known.values():
        yield from combinations(some, 2) if len(some) <= LARGEST else pairwise(some)


def _ambiguous(pairs: Sequence[tuple[int, Mentions, Mentions]], verdicts: Verdicts) -> set[int]:
    """Units that fit, by their best evidence, several persons who are not one."""
    fitting: defaultdict[int, list[tuple[int, Mentions]]] = defaultdict(list)
    for evidence, one, other in pairs:
        fitting[id(one)].append((evidence, other))
        fitting[id(other)].append((evidence, one))
    return {unit for unit, others in fitting.items() if _clash(others, verdicts)}


def _clash(others: Sequence[tuple[int, Mentions]], verdicts: Verdicts) -> bool:
    best = min(evidence for evidence, _ in others)
    rivals = [unit for evidence, unit in others if evidence == best][:LARGEST]
    return any((id(x), id(y)) in verdicts.different or not _fit(x, y) for x, y in combinations(rivals, 2))


# --- persons --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Forms:
    """The names of a person: the one to show and its slug, and the others that are printed, in order."""

    shown: str
    slug: str
    others: tuple[str, ...]


def _forms(group: Group) -> _Forms:
    printed = group[0].printed
    if len(group) > 1:
        printed = Counter(printed)
        for unit in group[1:]:
            printed.update(unit.printed)
    shown = fullest(printed)
    others = tuple(sorted(printed.keys() - {shown})) if len(printed) > 1 else ()
    return _Forms(shown, slug(shown), others)


def _slugs(groups: Sequence[Group], forms: Sequence[_Forms], papers: Sequence[Paper]) -> list[str]:
    """For each group the slug of its fullest name; of several with the same, the earliest has it plain."""
    claims: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(forms):
        claims[one.slug].append(number)
    slugs = [""] * len(groups)
    taken = set(claims)
    for base, (first, *others) in sorted(claims.items()):
        slugs[first] = base
        if others:
            ranked = sorted((*_first(groups[number], papers), number) for number in (first, *others))
            for rank, (_, key, at, number) in enumerate(ranked):
                slugs[number] = _free(base, f"{base} {key} {at}", taken) if rank else base
    return slugs


def _first(group: Group, papers: Sequence[Paper]) -> tuple[str, str, int]:
    """The earliest paper of a person: its date, its key, and the author's number on it."""
    return min((papers[n].date or "9999", papers[n].key, at) for unit in group for n, at in unit.places)


def _free(base: str, text: str, taken: set[str]) -> str:
    """The slug with as much of a fingerprint as makes it nobody else's."""
    found = next(one for size in range(4, 65) if (one := f"{base}-{fingerprint(text, size)}") not in taken)
    taken.add(found)
    return found


def _persons(
    groups: Sequence[Group],
    forms: Sequence[_Forms],
    slugs: Sequence[str],
    papers: Sequence[Paper],
    maybe: Mapping[int, set[str]],
) -> list[Person]:
    taken = set(slugs)
    persons = []
    for number, (group, form) in enumerate(zip(groups, forms, strict=True)):
        also = tuple(sorted(maybe.get(number, ())))
        aliases = sorted({form.slug, *map(slug, form.others)} - taken)
        taken.update(aliases)
        variants = (form.shown, *form.others)
        newest = _newest_first(group, papers)
        persons.append(Person(slugs[number], form.shown, variants, newest, also, tuple(aliases)))
    return persons


def _newest_first(group: Group, papers: Sequence[Paper]) -> tuple[str, ...]:
    """The keys of a person's papers."""
    dates = {papers[n].key: papers[n].date for unit in group for n in unit.papers}
    return tuple(sorted(sorted(dates), key=dates.__getitem__, reverse=True) if len(dates) > 1 else dates)


def _maybe(
    groups: Sequence[Group], forms: Sequence[_Forms], slugs: Sequence[str], verdicts: Verdicts
) -> Mapping[int, set[str]]:
    """By number of a group the slugs of persons whose names fit, if they are few."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        for name in dict.fromkeys(read_name(form.shown).blocks):
            blocks[name].append(number)
    found: defaultdict[int, set[str]] = defaultdict(set)
    for block in blocks.values():
        for one, other in combinations(block, 2) if len(block) <= LARGEST else ():
            if _may_be_one(groups[one], groups[other], verdicts):
                found[one].add(slugs[other])
                found[other].add(slugs[one])
    return {number: some for number, some in found.items() if len(some) <= MOST_MAYBE}


def _resolved(papers: Sequence[Paper], behind: Sequence[Sequence[str]]) -> Sequence[Paper]:
    """The papers with the persons behind their authors."""
    printed = [[one.name for one in paper.authors] for paper in papers]
    authors = authors_of(printed, behind)
    pairs = zip(papers, behind, strict=True)
    organizations = [
        _organizations(paper, persons) if "" in persons else paper.organizations for paper, persons in pairs
    ]
    return changed_each(papers, authors=authors, organizations=organizations)


def _organizations(paper: Paper, persons: Sequence[str]) -> tuple[str, ...]:
    """The organizations of a paper, with those of its authors that are no persons."""
    pairs = zip(paper.authors, persons, strict=True)
    teams = {names.fold(one.name): one.name for one, person in pairs if not person}
    known = set(map(names.fold, paper.organizations))
    return (*paper.organizations, *(name for folded, name in teams.items() if folded not in known))
