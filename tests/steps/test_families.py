"""Persons are told apart as if nothing were known of an earlier run, and few are looked at."""

import random
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from papergarden.model import Act, Authorship, Decision, Paper, Person, Record, Source
from papergarden.steps import mentions, people
from papergarden.steps.families import Families
from tests.steps.persons import resolve

GIVEN = ("Ada", "Ada B.", "A.", "A. B.", "Bo", "B.", "Cleo-Lin", "Cleo Lin", "C.", "Bö", "ADA", "Wang", "Li")
FAMILY = ("Example", "Wang", "Li", "Sample", "Exämple", "Mueller", "Müller", "Example 4f2a", "Instance")
OTHERS = ("Qwen Team", "王伟", "Cleo", "Example, Ada", "Ada")
WORDS = ("kettle", "garden", "lake", "boat", "watched", "tea", "pot", "path", "of", "on")
ORCIDS = ("0000-0001-2345-6789", "0000-0001-2345-678X")


def name(chance: random.Random) -> str:
    if chance.random() < 0.08:
        return chance.choice(OTHERS)
    return f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"


def paper(key: str, chance: random.Random) -> Paper:
    authors = tuple(dict.fromkeys(name(chance) for _ in range(chance.randrange(4))))
    printed = [authors] if chance.random() < 0.7 else [authors, tuple(name(chance) for _ in authors)]
    orcid = f"{authors[0]} {chance.choice(ORCIDS)}" if authors and chance.random() < 0.2 else ""
    source = Source("a.txt", 1)
    records = tuple(
        Record(source=source, end=1, reader="cards", ref=key, authors=names, extra={"orcid": orcid})
        for names in printed
    )
    return Paper(
        key=key,
        records=records,
        title=" ".join(chance.sample(WORDS, 4)),
        date=chance.choice(["", "2023", "2024-05"]),
        authors=tuple(map(Authorship, authors)),
        organizations=chance.choice([(), ("Qwen Team",)]),
    )


def decision(chance: random.Random) -> Decision:
    act: Act = chance.choice(["same-person", "different-person"])
    subjects = (f"{name(chance)} @ paper-{chance.randrange(9)}", name(chance))
    return Decision(Source("decisions.yml", 1), act, (*subjects[chance.randrange(2) :], name(chance)))


def known_again(families: Families, papers: Sequence[Paper], people: Mapping[str, Person]) -> Families:
    """The same, kept for another hour."""
    kept = Families.load(*families.dump())
    kept.rest_on(papers, people)
    return kept


@pytest.mark.parametrize("number", range(60))
def test_persons_are_those_that_are_told_apart_without_memory(number: int) -> None:
    chance = random.Random(number)
    some = 6 + number % 3 * 20
    papers = {key: paper(key, chance) for key in (f"paper-{at}" for at in range(some))}
    decisions: Sequence[Decision] = ()
    families = Families()
    for _ in range(15):
        listed = [papers[key] for key in sorted(papers)]
        resolved, persons, found = resolve(listed, decisions, families)
        assert (resolved, persons, found) == resolve(listed, decisions)
        if number % 2:
            families = known_again(families, resolved, persons)
        for key in chance.sample(sorted(papers), min(len(papers), 1 + chance.randrange(2))):
            del papers[key]
        for at in range(chance.randrange(4)):
            key = f"paper-{chance.randrange(some) + at}"
            papers[key] = paper(key, chance)
        if chance.random() < 0.2:
            decisions = tuple(decision(chance) for _ in range(chance.randrange(3)))


def test_only_families_on_papers_that_changed_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []

    def counted(*given: Any) -> Any:
        found = mentions.mentions_of(*given)
        looked_at.extend(unit.key for unit in found)
        return found

    monkeypatch.setattr(people, "mentions_of", counted)
    chance = random.Random(1)
    papers = [paper(f"paper-{at}", chance) for at in range(200)]
    one = Paper(key="x", records=(), title="On ponds", authors=(Authorship("Dora Sketch"),))
    other = Paper(key="y", records=(), title="On ponds", authors=(Authorship("D. Sketch"),))
    families = Families()
    resolve([*papers, one], (), families)
    looked_at.clear()
    resolved, persons, _ = resolve([*papers, one, other], (), families)
    assert looked_at == ["d sketch", "dora sketch"]
    families = known_again(families, resolved, persons)
    looked_at.clear()
    resolve([*papers, one, other], (), families)
    assert not looked_at
