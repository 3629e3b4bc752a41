"""Steps that remember make what they would make without memory."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from papergarden.model import Act, Decision, Link, Paper, Record, Source
from papergarden.steps.link import Known, link
from papergarden.steps.memo import Memo, Same
from papergarden.steps.tag import Tagged, read_topics, tag
from papergarden.text.digest import digest_of

TOPICS = """\
topics:
  Kettles: {spellings: [kettle, tea pot], weak: [pot]}
  Gardens: {spellings: [garden], broader: Kettles}
  Lakes: {weak: [lake], categories: [cs.AI]}
"""
WORDS = ("kettle", "tea pot", "pot", "garden", "lake", "boat", "we show", "results of experiments")


def paper(number: int, chance: random.Random) -> Paper:
    return Paper(
        key=f"paper-{number}",
        records=(),
        title=" ".join(chance.sample(WORDS, 2)),
        abstract=". ".join(chance.sample(WORDS, 2)) + ".",
        keywords=tuple(chance.sample(WORDS, chance.randrange(2))),
        categories=tuple(chance.sample(["cs.AI", "cs.CL"], chance.randrange(3))),
        organizations=tuple(chance.sample(["acme-ai", "Acme AI"], chance.randrange(2))),
        venue=chance.choice(["", "KETTLE 2024"]),
        date=chance.choice(["", "2024", "2023-05-01"]),
        links=(Link("code", "https://example.org"),) * chance.randrange(2),
        has_code=chance.random() < 0.5,
    )


def decide(chance: random.Random, papers: list[Paper]) -> list[Decision]:
    act: Act = chance.choice(["tag", "untag"])
    source = Source("decisions.yml", 1)
    return [Decision(source=source, act=act, subjects=(papers[0].title,), value=("Lakes",))]


@pytest.mark.parametrize("number", range(10))
def test_tags_are_those_that_are_found_without_memory(number: int) -> None:
    chance = random.Random(number)
    vocabulary, findings = read_topics("topics.yml", TOPICS)
    assert findings == ()
    papers = [paper(at, chance) for at in range(12)]
    memo = Tagged()
    for _ in range(20):
        at = chance.randrange(len(papers))
        field = chance.choice(
            [
                "title",
                "abstract",
                "keywords",
                "venue",
                "date",
                "has_code",
                "links",
                "categories",
                "organizations",
            ]
        )
        papers[at] = replace(papers[at], **{field: getattr(paper(99, chance), field)})
        decisions = decide(chance, papers) if chance.random() < 0.5 else []
        if number % 2:
            memo = Tagged(memo.kept)
        assert tag(papers, vocabulary, decisions, memo) == tag(papers, vocabulary, decisions)


def test_only_what_is_new_is_found_again() -> None:
    made: list[str] = []

    def make(thing: str) -> str:
        made.append(thing)
        return thing.upper()

    def each(memo: Memo[str], *things: str) -> list[str]:
        return memo.each(make, things, digest_of, map)

    first: Memo[str] = Memo()
    assert each(first, "a", "b", "a") == ["A", "B", "A"]
    assert made == ["a", "b"]
    again = Memo(first.kept)
    assert each(again, "b", "a") == ["B", "A"]
    assert made == ["a", "b"]
    assert each(again, "b", "c") == ["B", "C"]
    assert again.dump() == (again.kept, again.asked)
    assert made == ["a", "b", "c"]
    assert len(again.kept) == 2


def test_what_was_begun_is_not_made_again() -> None:
    made: list[str] = []

    def make(thing: str) -> str:
        made.append(thing)
        return thing.upper()

    memo: Memo[str] = Memo()
    memo.begin(make, ["a", "b"], digest_of, map)
    assert memo.each(make, ["b", "c", "a"], digest_of, map) == ["B", "C", "A"]
    assert sorted(made) == ["a", "b", "c"]
    assert memo.each(make, ["d"], digest_of, map) == ["D"]
    assert list(memo.kept.values()) == ["D"]


@pytest.mark.parametrize("number", range(10))
def test_links_are_those_that_are_found_without_memory(number: int) -> None:
    chance = random.Random(number)

    def record(at: int) -> Record:
        abstract = " ".join(chance.choices(WORDS[:4], k=chance.choice([3, 20, 90])))
        title = " ".join(chance.choices(WORDS, k=3))
        return Record(
            source=Source("a.txt", at), end=at, reader="a", ref=f"{at}", title=title, abstract=abstract
        )

    records = [record(at) for at in range(8)]
    known = Known()
    for _ in range(10):
        records[chance.randrange(8)] = record(chance.randrange(1, 9))
        known = Known(*known.dump())
        assert link(records, (), known) == link(records, ())
        assert len(known.marked.kept) <= len(records)
    again = Known(*known.dump())
    link(records, (), again)
    assert again.dump() == known.dump()


def test_of_the_same_objects_nothing_is_made_again() -> None:
    made: list[str] = []
    same: Same[list[str], str] = Same()

    def each(things: list[list[str]], beside: list[str]) -> list[str]:
        def make(new: Sequence[int]) -> list[str]:
            found = [f"{things[at][0]} {beside[at]}" for at in new]
            made.extend(found)
            return found

        return same.each(make, things, beside)

    kettle, garden = ["kettle"], ["garden"]
    assert each([kettle, garden], ["a", "b"]) == ["kettle a", "garden b"]
    made.clear()
    assert each([garden, ["kettle"], kettle], ["b", "a", "c"]) == ["garden b", "kettle a", "kettle c"]
    assert made == ["kettle a", "kettle c"]


@pytest.mark.parametrize("number", range(10))
def test_of_things_that_move_come_and_go_what_was_made_stays(number: int) -> None:
    chance = random.Random(number)
    same: Same[list[int], tuple[int, int]] = Same()
    known: dict[int, int] = {}
    pool = [[at] for at in range(12)]
    for _ in range(20):
        things = chance.sample(pool, chance.randrange(12))
        beside = [known.get(thing[0], 0) + (chance.random() < 0.1) for thing in things]
        made: list[int] = []

        def make(
            new: Sequence[int],
            made: list[int] = made,
            things: list[list[int]] = things,
            beside: list[int] = beside,
        ) -> list[tuple[int, int]]:
            made.extend(new)
            return [(things[at][0], beside[at]) for at in new]

        found = same.each(make, things, beside)
        assert found == [(thing[0], number) for thing, number in zip(things, beside, strict=True)]
        still = [at for at, thing in enumerate(things) if known.get(thing[0]) == beside[at]]
        assert not {*made}.intersection(still)
        known = dict(found)
