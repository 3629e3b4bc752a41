"""Laws of merging: whatever the order of seeds, their names, and what was merged before."""

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.model import Finding, Link, Paper, Record, Repair, Source
from papergarden.steps.link import link
from papergarden.steps.merge import Merged, merge
from tests.steps.records import TITLE, decided, joined, record

WORDS = st.sampled_from(["tulips", "roses", "beds", "water", "of", "the", "Adversarial", "Examples"])
TEXT = st.lists(WORDS, max_size=6).map(" ".join)
RECORD = st.fixed_dictionaries(
    {
        "title": TEXT,
        "abstract": TEXT,
        "arxiv_id": st.sampled_from(["", "", "2406.09415", "2406.09416"]),
        "authors": st.lists(st.sampled_from(["Ada Example", "A. Example"]), max_size=2).map(tuple),
        "authors_complete": st.booleans(),
        "date": st.sampled_from(["", "2023", "2023-05", "2024"]),
        "origin": st.sampled_from(["stated", "enriched"]),
        "score": st.sampled_from([None, 1.0, 2.0]),
        "categories": st.lists(st.sampled_from(["cs.CL", "cs.LG"]), max_size=2, unique=True).map(tuple),
    }
)


@given(st.lists(RECORD, max_size=7), st.randoms(use_true_random=False))
def test_the_order_of_seeds_does_not_matter(fields: list[dict[str, Any]], chance: random.Random) -> None:
    records = [record(number, f"{number}.txt", **some) for number, some in enumerate(fields, 1)]
    expected = _library(records)
    chance.shuffle(records)
    assert _library(records) == expected
    addresses = [address for paper in expected[0] for address in (paper.key, *paper.aliases)]
    assert len(addresses) == len(set(addresses))
    assert sum(len(paper.records) for paper in expected[0]) == len(records)


def _library(records: list[Record]) -> tuple[tuple[Paper, ...], set[Finding]]:
    papers, findings = merge(records, link(records, ())[0], ())
    return papers, set(findings)


@given(st.lists(RECORD, max_size=5))
def test_what_a_paper_says_does_not_depend_on_the_names_of_seeds(fields: list[dict[str, Any]]) -> None:
    records = [record(number, f"{number}.txt", **some) for number, some in enumerate(fields, 1)]
    renamed = [
        replace(one, source=Source(f"{99 - one.source.line}.txt", 1), ref=f"{99 - one.source.line}.txt")
        for one in records
    ]
    assert sorted(_said(records)) == sorted(_said(renamed))


def _said(records: list[Record]) -> list[tuple[Any, ...]]:
    papers, _ = merge(records, link(records, ())[0], ())
    return [
        (paper.title, paper.abstract, paper.date, str(paper.authors), str(paper.score)) for paper in papers
    ]


TOLD = st.sampled_from(["title", "authors", "date", "categories", "keywords", "links", "score", "venue"])
REPAIRS = st.builds(Repair, TOLD, st.sampled_from(["TeX", "space"]), st.just("a"), st.just("b"))
PLACED = st.fixed_dictionaries(
    {
        "lines": st.dictionaries(TOLD, st.integers(1, 9)),
        "repairs": st.lists(REPAIRS, max_size=4).map(tuple),
        "keywords": st.lists(st.sampled_from(["Tulips", "tulips", "Roses", "…"]), max_size=4).map(tuple),
        "links": st.lists(
            st.builds(
                Link, st.sampled_from(["", "code"]), st.sampled_from(["https://a.org", "https://b.org/"])
            ),
            max_size=3,
            unique_by=lambda link: link.url,
        ).map(tuple),
        "has_code": st.booleans(),
        "venue": st.sampled_from(["", "Tulip Letters"]),
    }
)


@given(RECORD, PLACED)
def test_a_record_alone_says_what_it_says_beside_one_that_says_nothing(
    fields: dict[str, Any], placed: dict[str, Any]
) -> None:
    stating = record(1, **fields, **placed)
    silent = replace(Record(source=Source("z.txt", 1), end=1, reader="cards", ref="z"), origin="inferred")
    alone, beside = (merge(group, joined(*group), ())[0][0] for group in ([stating], [stating, silent]))
    same: dict[str, Any] = {"records": (), "matches": (), "aliases": (), "key": ""}
    if stating.title:
        assert replace(alone, **same) == replace(beside, **same)
        assert [*alone.provenance] == [*beside.provenance]


@pytest.mark.parametrize("number", range(30))
def test_papers_are_those_that_are_made_without_memory(number: int) -> None:
    chance = random.Random(number)
    titles = ("", TITLE, "Growing Tulips", "On kettles")

    def some(line: int) -> Record:
        ids = {"arxiv_id": f"2402.0000{chance.randrange(4)}"} if chance.random() < 0.3 else {}
        fields = {"title": chance.choice(titles), "abstract": chance.choice(("", "One."))}
        dates = {"date": chance.choice(("", "2024"))}
        return record(line, authors=("Ada Example",) * chance.randrange(2), **fields, **ids, **dates)

    records = [some(line) for line in range(1, 9)]
    merged = Merged()
    for _ in range(12):
        records[chance.randrange(8)] = some(chance.randrange(1, 9))
        acts = [decided("hide", TITLE), decided("set", "On kettles", "venue", "Teas")]
        decisions = chance.sample(acts, chance.randrange(3))
        matches, _ = link(records, ())
        assert merge(records, matches, decisions, merged) == merge(records, matches, decisions)


def test_papers_of_the_same_records_are_the_same_objects() -> None:
    one, other = record(1, title="On kettles", date="2024"), record(2, title="On gardens", date="2024")
    merged = Merged()
    (first,), _ = merge([one], (), (), merged)
    papers, _ = merge([one, other], (), (), merged)
    assert first in papers
    assert any(first is paper for paper in papers)
    elder = record(3, title="On kettles", date="2020")
    papers, _ = merge([one, elder], (), (), merged)
    assert {paper.key: paper.date for paper in papers}["on-kettles"] == "2020"
    assert first.key == "on-kettles"
