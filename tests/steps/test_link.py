"""Linking, on the real seeds and on hand-made records that look alike."""

import random
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from papergarden.model import Decision, Link, Match, Record, Seed, Source
from papergarden.reading import read_seed
from papergarden.steps.clean import clean
from papergarden.steps.decisions import read_decisions
from papergarden.steps.known_words import counted, vocabulary
from papergarden.steps.link import Known, link
from papergarden.steps.merge import merge
from tests.steps.records import TITLE, record

SEEDS = Path(__file__).parents[2] / "seeds"
ABSTRACT = (
    "We study how tulips grow when each bulb attends to few of its neighbours. Earlier gardens let every "
    "bulb attend to all others, which costs water that grows with the square of the bed. Our sparse "
    "garden waters only the bulbs that matter, and a small gardener learns which ones those are. On three "
    "public beds it saves half of the water at the same height of stalks, and on one bed the tulips bloom "
    "two days earlier. We show that the gardener generalizes to beds that it has never seen, and discuss "
    "when a dense garden is better."
)
OTHER = (
    "Roses need no attention at all. This note collects what is known of their roots, compares four kinds "
    "of soil under equal light, and finds that sand drains too fast for any of them. A table lists all "
    "measurements, and an appendix proves that the optimal distance of two roses is a constant that "
    "depends on the pot alone. The results hold for climbing roses too, if the wall is high enough and "
    "the winter is mild and short."
)


def decision(act: Any, *subjects: str) -> Decision:
    return Decision(Source("decisions.yml", 1), act, subjects, reason="so it is")


def papers(*records: Record, decisions: tuple[Decision, ...] = ()) -> list[list[int]]:
    """The lines of the records of each paper."""
    matches, _ = link(records, decisions)
    merged, _ = merge(records, matches, decisions)
    return sorted(sorted(one.source.line for one in paper.records) for paper in merged)


def verdicts(*records: Record) -> list[tuple[str, str]]:
    return [(match.verdict, match.rule) for match in link(records, ())[0]]


def replaced(text: str, every: int) -> str:
    """The text with every so manieth word another one."""
    return " ".join("other" if at % every == 0 else word for at, word in enumerate(text.split(), 1))


AUTHORS = ("Ada Example", "Bela Sample", "Cleo Instance")

SAME: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "equal ids": (
        {"arxiv_id": "2402.18668", "title": TITLE},
        {"arxiv_id": "2402.18668", "abstract": ABSTRACT},
    ),
    "equal abstracts": ({"abstract": ABSTRACT}, {"abstract": ABSTRACT, "title": TITLE}),
    "revised": ({"abstract": ABSTRACT}, {"abstract": "In this paper, we " + replaced(ABSTRACT, 8)}),
    "cut": ({"abstract": ABSTRACT}, {"abstract": ABSTRACT[:220] + "…"}),
    "spaces lost": (
        {"abstract": ABSTRACT},
        {"abstract": ABSTRACT.replace(" the ", "the").replace("of ", "of")},
    ),
    "capitals": (
        {"title": TITLE, "abstract": ABSTRACT},
        {"title": TITLE.upper(), "abstract": ABSTRACT.upper()},
    ),
    "a title alone": ({"title": TITLE}, {"title": TITLE, "abstract": ABSTRACT, "authors": AUTHORS}),
    "authors cut": ({"title": TITLE, "authors": AUTHORS[:1]}, {"title": TITLE, "authors": AUTHORS}),
    "initials": ({"title": TITLE, "authors": ("A. Example",)}, {"title": TITLE, "authors": AUTHORS}),
    "a longer title": (
        {"title": TITLE, "authors": AUTHORS, "date": "2023", "arxiv_id": "2301.00001", "abstract": ABSTRACT},
        {"title": f"{TITLE}: A Study", "authors": AUTHORS[:2], "date": "2024", "doi": "10.1000/182",
         "abstract": replaced(ABSTRACT, 7)},
    ),
    "a rewritten abstract": (
        {"title": TITLE, "authors": AUTHORS, "abstract": ABSTRACT},
        {"title": TITLE, "authors": AUTHORS, "abstract": OTHER},
    ),
    "a retitled preprint": (
        {"title": TITLE, "authors": AUTHORS, "abstract": ABSTRACT},
        {"title": "Sparse Gardens", "authors": AUTHORS, "abstract": ABSTRACT},
    ),
    "TeX and Unicode": (
        {"title": "Growing H$_2$O Tulips: Erd\\H{o}s Beds", "authors": AUTHORS},
        {"title": "Growing H₂O Tulips – Erdos Beds", "authors": AUTHORS},
    ),
    "arXiv's own DOI": (
        {"title": TITLE, "authors": AUTHORS, "arxiv_id": "2402.18668", "doi": "10.48550/arxiv.2402.18668"},
        {"title": TITLE, "authors": AUTHORS, "doi": "10.1000/182"},
    ),
    "a misprint": (
        {"title": TITLE, "authors": AUTHORS},
        {"title": TITLE.replace("Sparse", "Sprse"), "authors": AUTHORS},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SAME)
def test_one_paper(case: str) -> None:
    left, right = SAME[case]
    assert papers(record(1, **left), record(2, "b.txt", **right)) == [[1, 2]]


APART: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "a common title": (
        {"title": "Adversarial Examples", "authors": AUTHORS[:1], "abstract": ABSTRACT},
        {"title": "Adversarial Examples", "authors": AUTHORS[2:], "abstract": OTHER},
    ),
    "a common title alone": (
        {"title": "Adversarial Examples"},
        {"title": "Adversarial Examples", "abstract": OTHER},
    ),
    "editorials": ({"title": "Editorial", "authors": AUTHORS}, {"title": "Editorial", "authors": AUTHORS}),
    "parts": (
        {"title": f"{TITLE}, Part I", "authors": AUTHORS, "abstract": ABSTRACT},
        {"title": f"{TITLE}, Part II", "authors": AUTHORS, "abstract": ABSTRACT},
    ),
    "numbers": ({"title": "TulipNet 2: Deeper Beds"}, {"title": "TulipNet 3: Deeper Beds"}),
    "an erratum": (
        {"title": TITLE, "authors": AUTHORS, "abstract": ABSTRACT},
        {"title": f"Erratum to: {TITLE}", "authors": AUTHORS, "abstract": ABSTRACT},
    ),
    "a comment": (
        {"title": f"Comment on: {TITLE}", "authors": AUTHORS},
        {"title": TITLE, "authors": AUTHORS},
    ),
    "companions": (
        {"title": TITLE, "authors": AUTHORS, "abstract": ABSTRACT},
        {"title": TITLE.replace("Tulips", "Roses"), "authors": AUTHORS, "abstract": replaced(ABSTRACT, 20)},
    ),
    "two arXiv ids": (
        {"arxiv_id": "2402.18668", "title": TITLE, "abstract": ABSTRACT},
        {"arxiv_id": "2402.18669", "title": TITLE, "abstract": ABSTRACT},
    ),
    "two DOIs": (
        {"doi": "10.1000/1", "title": TITLE, "abstract": ABSTRACT, "authors": AUTHORS},
        {"doi": "10.1000/2", "title": TITLE, "abstract": ABSTRACT, "authors": AUTHORS},
    ),
    "nothing in common": ({"title": TITLE, "abstract": ABSTRACT}, {"title": "Roses", "abstract": OTHER}),
    "nothing at all": ({}, {}),
}  # fmt: skip


@pytest.mark.parametrize("case", APART)
def test_two_papers(case: str) -> None:
    left, right = APART[case]
    assert papers(record(1, **left), record(2, "b.txt", **right)) == [[1], [2]]


@pytest.mark.parametrize("case", ["a common title", "parts", "companions", "two arXiv ids", "two DOIs"])
def test_what_looks_alike_and_is_kept_apart_is_told(case: str) -> None:
    left, right = APART[case]
    (match,) = link([record(1, **left), record(2, "b.txt", **right)], ())[0]
    assert match.verdict in ("near", "different")


def test_a_match_says_what_a_reader_needs() -> None:
    (match,) = link([record(84, abstract=ABSTRACT), record(3, "b.txt", title=TITLE, abstract=ABSTRACT)], ())[
        0
    ]
    assert match == Match(
        left=Source("a.txt", 84),
        right=Source("b.txt", 3),
        verdict="same",
        rule="the abstracts agree",
        evidence="100% of the abstract",
        left_ref="a.txt: We study how tulips grow when each bulb",
        right_ref=f"b.txt: {TITLE}",
    )


def test_no_chain_joins_what_is_apart() -> None:
    companion = TITLE.replace("Tulips", "Roses")
    between = record(2, abstract=replaced(ABSTRACT, 40))
    one = record(1, title=TITLE, authors=AUTHORS, abstract=ABSTRACT)
    other = record(3, title=companion, authors=AUTHORS, abstract=replaced(ABSTRACT, 12))
    assert papers(one, between, other) == [[1, 2], [3]]


def test_a_title_alone_that_fits_two_papers_joins_neither() -> None:
    one = record(1, title=TITLE, authors=AUTHORS[:1], abstract=ABSTRACT)
    other = record(2, title=TITLE, authors=AUTHORS[2:], abstract=OTHER)
    assert papers(one, other, record(3, title=TITLE)) == [[1], [2], [3]]


def test_ids_join_what_the_texts_do_not() -> None:
    one = record(1, arxiv_id="2402.18668", title=TITLE, abstract=ABSTRACT)
    retitled = record(2, arxiv_id="2402.18668", title="Sparse Gardens", abstract=OTHER)
    listed = record(3, title=TITLE, abstract=ABSTRACT)
    assert papers(one, retitled, listed) == [[1, 2, 3]]


def test_a_shared_doi_does_not_chain_two_arxiv_ids() -> None:
    one = record(1, arxiv_id="2402.18668", doi="10.1000/182", title=TITLE)
    between = record(2, "b.txt", doi="10.1000/182", title=TITLE)
    other = record(3, arxiv_id="2402.18669", doi="10.1000/182", title=TITLE)
    found = papers(one, between, other)
    assert len(found) == 2
    assert [1, 3] not in found


def test_one_arxiv_id_with_two_dois_is_one_paper() -> None:
    preprint = record(1, arxiv_id="2402.18668", doi="10.1000/182", title=TITLE)
    assert papers(preprint, record(2, arxiv_id="2402.18668", doi="10.2000/9", title=TITLE)) == [[1, 2]]


def test_people_overrule_ids_and_texts() -> None:
    one = record(1, arxiv_id="2402.18668", title=TITLE, abstract=ABSTRACT)
    other = record(2, arxiv_id="2402.18669", title="Sparse Gardens", abstract=OTHER)
    third = record(3, title=TITLE, abstract=ABSTRACT)
    same = decision("same", "arxiv:2402.18668", "Sparse Gardens")
    assert papers(one, other, third, decisions=(same,)) == [[1, 2, 3]]
    assert papers(one, third) == [[1, 3]]
    listed = replace(third, source=Source("b.txt", 3), ref="b.txt: Growing")
    different = decision("different", "arxiv:2402.18668", "b.txt: Growing Tulips")
    assert papers(one, listed, decisions=(different,)) == [[1], [3]]


def test_a_decision_in_vain_and_one_against_another_are_findings() -> None:
    records = [record(1, title=TITLE), record(2, title="Sparse Gardens")]
    decisions = (
        decision("same", TITLE, "Sparse Gardens"),
        decision("different", TITLE, "Sparse Gardens"),
        decision("same", TITLE, "arxiv:2402.18668"),
    )
    _, findings = link(records, decisions)
    assert [(one.code, one.text) for one in findings] == [
        ("decisions-disagree", f"{TITLE}; Sparse Gardens"),
        ("decision-in-vain", "arxiv:2402.18668"),
    ]


def test_a_paper_listed_a_hundred_times_is_one() -> None:
    records = [
        record(n, f"{n}.txt", abstract=replaced(ABSTRACT, 10 + n % 7), title=TITLE) for n in range(1, 101)
    ]
    assert papers(*records) == [list(range(1, 101))]


@cache
def seed_records() -> tuple[Record, ...]:
    found = sorted(path for path in SEEDS.iterdir() if path.suffix in (".txt", ".jsonl"))
    readings = [read_seed(Seed(path.name, path.read_text("utf-8"))) for path in found]
    words = vocabulary(counted(reading.entries) for reading in readings)
    return tuple(clean(entry, words)[0] for reading in readings for entry in reading.entries)


def test_the_seeds_list_188_papers() -> None:
    records = seed_records()
    decisions, wrong = read_decisions("decisions.yml", (SEEDS / "decisions.yml").read_text("utf-8"))
    matches, vain = link(records, decisions)
    merged, found = merge(records, matches, decisions)
    assert (wrong, vain, found) == ((), (), ())
    assert len(merged) == 188
    assert {paper.title_origin for paper in merged} == {"stated"}


def test_the_order_of_records_does_not_matter() -> None:
    records = list(seed_records())
    expected = link(records, ())
    random.Random(1).shuffle(records)
    assert link(records, ()) == expected
    assert link(records[::-1], ()) == expected


def test_records_that_change_places_are_linked_once() -> None:
    """They say the same but for an address, so that their places tell which comes first."""
    one, other = (
        record(line, title=TITLE, abstract=ABSTRACT, links=(Link("", f"https://{line}.example/"),))
        for line in (1, 2)
    )
    known = Known()
    assert link([one, other], (), known) == link([one, other], ())
    turned = [replace(one, source=other.source), replace(other, source=one.source)]
    turned.append(record(3, title=TITLE))
    assert link(turned, (), known) == link(turned, ())
