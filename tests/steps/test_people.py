"""Which names are one person's, on invented names."""

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.model import Authorship, Decision, Paper, Person, Record, Source
from papergarden.steps.person_names import read_name
from tests.steps.persons import resolve


def paper(key: str, *authors: str, title: str = "", date: str = "", **fields: Any) -> Paper:
    source = Source("a.txt", 1)
    record = Record(source=source, end=1, reader="cards", ref=f"a.txt: {key}", authors=authors)
    known = {"title": title or key, "date": date, "records": (record,), **fields}
    return Paper(key=key, authors=tuple(map(Authorship, authors)), **known)


def also_listed(one: Paper, *authors: str) -> Paper:
    """The paper with another record that prints its authors so."""
    return replace(one, records=(*one.records, replace(one.records[0], authors=authors)))


def decided(act: Any, *subjects: str) -> Decision:
    return Decision(Source("decisions.yml", 7), act, subjects)


def people(*papers: Paper, decisions: tuple[Decision, ...] = ()) -> dict[str, Person]:
    return dict(resolve(papers, decisions)[1])


def variants(*papers: Paper, decisions: tuple[Decision, ...] = ()) -> list[tuple[str, ...]]:
    return sorted(person.variants for person in people(*papers, decisions=decisions).values())


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Zoë Exämple", "Zoe Example"),
        ("ADA EXAMPLE", "Ada Example"),
        ("Ada-Lin Example", "Ada Lin Example"),
        ("Ada-Lin Example", "Adalin Example"),
        ("Ada B. Example", "Ada B Example"),
    ],
)
def test_one_name_in_two_prints_is_one_person(left: str, right: str) -> None:
    (person,) = people(paper("a", left), paper("b", right)).values()
    assert {left, right} == set(person.variants)
    assert person.papers == ("a", "b")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ada Example", "Ada B. Example"),
        ("A. Example", "Ada Example"),
        ("A. B. Example", "Ada B. Example"),
        ("Li Wang", "Li J. Wang"),
        ("L. Wang", "Li Wang"),
        ("Wang Li", "Li Wang"),
        ("Ada Müller", "Ada Mueller"),
    ],
)
def test_a_co_author_joins_two_forms_of_a_name(left: str, right: str) -> None:
    found = variants(paper("a", left, "Cleo Instance"), paper("b", right, "Cleo Instance"))
    assert len(found) == 2
    assert any({left, right} == set(forms) for forms in found)


def test_two_records_of_one_paper_join_two_forms_of_a_name() -> None:
    one = also_listed(paper("a", "Li Wang", "Bela Sample"), "L. J. Wang", "B. Sample")
    found = variants(one, paper("b", "L. J. Wang"))
    assert found == [("Bela Sample", "B. Sample"), ("Li Wang", "L. J. Wang")]


def test_a_rare_name_without_its_middle_name_is_the_same_person() -> None:
    assert variants(paper("a", "Ada Example"), paper("b", "Ada B. Example")) == [
        ("Ada B. Example", "Ada Example")
    ]


def test_a_topic_joins_an_initial_to_a_rare_name() -> None:
    one = paper("a", "A. Example", title="Watering tulips by moonlight")
    assert len(variants(one, paper("b", "Ada Example", title="Tulips in the moonlight"))) == 1
    assert len(variants(one, paper("b", "Ada Example", title="Roses"))) == 2


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Li Wang", "Li J. Wang"),
        ("J. Smith", "John Smith"),
        ("Wang Li", "Li Wang"),
        ("A. Example", "Ada Example"),
    ],
)
def test_without_evidence_names_stay_apart_and_say_so(left: str, right: str) -> None:
    found = people(paper("a", left), paper("b", right))
    assert len(found) == 2
    for slug, person in found.items():
        assert person.maybe == tuple(other for other in found if other != slug)


@pytest.mark.parametrize(
    ("left", "right"), [("Ada Example", "Bela Example"), ("A. B. Example", "A. C. Example")]
)
def test_names_that_do_not_fit_are_never_joined(left: str, right: str) -> None:
    found = people(paper("a", left, "Cleo Instance"), paper("b", right, "Cleo Instance"))
    assert len(found) == 3
    assert all(person.maybe == () for person in found.values())


def test_initials_alone_are_one_person_only_by_evidence() -> None:
    assert len(people(paper("a", "J. Smith"), paper("b", "J. Smith"))) == 2
    assert len(people(paper("a", "J. Smith", "Cleo Instance"), paper("b", "J. Smith", "Cleo Instance"))) == 2


def with_orcids(one: Paper, text: str) -> Paper:
    return replace(one, records=(replace(one.records[0], extra={"orcid": text}),))


def test_an_orcid_joins_and_two_keep_apart() -> None:
    first, second = "0000-0001-2345-6789", "0000-0002-2345-678X"
    one = with_orcids(paper("a", "Ada Example", "Li Wang"), f"Li Wang https://orcid.org/{first}")
    same = with_orcids(paper("b", "Li J. Wang"), first)
    other = with_orcids(paper("c", "Li Wang"), f"Wang, Li: {second}")
    silent = paper("d", "Li Wang")
    assert ("Li J. Wang", "Li Wang") in variants(one, same)
    assert len(people(one, other)) == 3
    assert len(people(one, silent)) == 2
    assert len(people(one, other, silent)) == 4


def test_an_initial_that_fits_two_persons_joins_neither() -> None:
    papers = [
        paper("a", "J. Smith", "Cleo Instance", "Bela Sample"),
        paper("b", "John Smith", "Cleo Instance"),
        paper("c", "Jane Smith", "Bela Sample"),
    ]
    found = people(*papers)
    assert found["j-smith"].papers == ("a",)
    assert found["j-smith"].maybe == ("jane-smith", "john-smith")


def test_two_authors_of_one_paper_are_two_persons() -> None:
    both = paper("a", "A. Example", "Ada Example", "Ada Example")
    resolved, found, _ = resolve([both, paper("b", "Ada Example")], ())
    assert len({one.person for one in resolved[0].authors}) == 3
    assert resolved[1].authors[0].person in found


def test_organizations_are_not_persons() -> None:
    (resolved,), found, _ = resolve(
        [paper("a", "Tulip Team", "Ada Example", organizations=("Garden Lab",))], ()
    )
    assert list(found) == ["ada-example"]
    assert resolved.authors == (Authorship("Tulip Team", ""), Authorship("Ada Example", "ada-example"))
    assert resolved.organizations == ("Garden Lab", "Tulip Team")


def test_decisions_join_and_part() -> None:
    papers = [paper("a", "Li Wang"), paper("b", "Li J. Wang"), paper("c", "Li Wang")]
    assert len(people(*papers)) == 2
    assert len(people(*papers, decisions=(decided("same-person", "Li Wang", "Li J. Wang"),))) == 1
    parted = people(*papers, decisions=(decided("different-person", "Li Wang @ a", "Li Wang @ c"),))
    assert sorted(person.papers for person in parted.values()) == [("a",), ("b",), ("c",)]


def test_a_decision_in_vain_is_a_finding() -> None:
    decision = decided("same-person", "Ada Example", "Nobody Anywhere")
    (finding,) = resolve([paper("a", "Ada Example")], (decision,))[2]
    assert (finding.code, finding.source.line, finding.text) == ("decision-in-vain", 7, "Nobody Anywhere")


def test_slugs_differ_and_short_forms_redirect() -> None:
    found = people(
        paper("a", "王伟"), paper("b", "王薇"), paper("c", "Ada Example"), paper("d", "Ada B. Example")
    )
    assert len(found) == 3
    assert found["ada-b-example"].aliases == ("ada-example",)


def test_the_earlier_namesake_keeps_the_plain_slug() -> None:
    papers = [paper("b", "Li Wang", date="2021"), paper("a", "Li Wang", date="2023")]
    apart = (decided("different-person", "Li Wang @ a", "Li Wang @ b"),)
    assert people(*papers, decisions=apart)["li-wang"].papers == ("b",)


def test_papers_come_newest_first() -> None:
    papers = [paper("a", "Ada Example", date="2021"), paper("b", "Ada Example", date="2023-05")]
    assert people(*papers)["ada-example"].papers == ("b", "a")


NAMES = [
    "Ada Example",
    "A. Example",
    "Ada B. Example",
    "Li Wang",
    "Wang Li",
    "L. Wang",
    "Bela Sample",
    "Tulip Team",
]


@given(st.lists(st.lists(st.sampled_from(NAMES), max_size=4), max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_papers_does_not_matter(lists: list[list[str]], chance: random.Random) -> None:
    papers = [paper(f"p{number}", *names) for number, names in enumerate(lists)]
    expected = people(*papers)
    chance.shuffle(papers)
    assert people(*papers) == expected
    slugs = [slug for person in expected.values() for slug in (person.slug, *person.aliases)]
    assert len(slugs) == len(set(slugs))


@given(st.lists(st.text(max_size=30), max_size=5))
def test_any_text_may_stand_where_a_name_should(authors: list[str]) -> None:
    resolve([paper("a", *authors), paper("b", *authors)], ())


@given(st.lists(st.sampled_from(["Ada", "An", "Aeon", "Wang", "X", "Jr", "Moeller"]), min_size=1, max_size=3))
def test_a_space_at_the_end_of_a_name_says_nothing(words: list[str]) -> None:
    printed = " ".join(words)
    assert read_name(printed) == replace(read_name(f"{printed} "), printed=printed)


@pytest.mark.parametrize("number", range(5))
def test_a_person_has_the_papers_of_which_they_are_an_author(number: int) -> None:
    chance = random.Random(number)
    names = [
        "Ada Example",
        "A. Example",
        "Ada B. Example",
        "Bo Sample",
        "Example Labs",
        "Áda Example",
        "Plato",
    ]
    papers = []
    for at in range(12):
        one = paper(f"p{at}", *chance.sample(names, chance.randint(1, 4)), organizations=("Example Labs",))
        other = also_listed(one, *chance.sample(names, chance.randint(1, 4)))
        papers.append(other if chance.random() < 0.5 else one)
    found, known, _ = resolve(papers, ())
    written = {(author.person, one.key) for one in found for author in one.authors if author.person}
    assert {(slug, key) for slug, person in known.items() for key in person.papers} == written
