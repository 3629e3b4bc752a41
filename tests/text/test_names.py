"""Printed names: split from lists, put in plain order, taken apart, compared."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papergarden.text.author_lists import split_authors
from papergarden.text.names import (
    Name,
    compatible,
    fold,
    is_organization,
    parts,
    plain_order,
)

LISTS = {
    "Ada Example, Bob Sample and Cy Other": ("Ada Example", "Bob Sample", "Cy Other"),
    "Ada Example, Bob Sample, & Cy Other": ("Ada Example", "Bob Sample", "Cy Other"),
    "Ada Example; Bob Sample": ("Ada Example", "Bob Sample"),
    "Ada Example\nBob Sample": ("Ada Example", "Bob Sample"),
    "Ada Example, Bob\nSample, Cy Other": ("Ada Example", "Bob Sample", "Cy Other"),
    "Ada Example • Bob Sample": ("Ada Example", "Bob Sample"),
    "Authors: Ada Example, Bob Sample": ("Ada Example", "Bob Sample"),
    # Family name first.
    "Example, Ada": ("Ada Example",),
    "Example, Ada and Sample, Bob": ("Ada Example", "Bob Sample"),
    "De Example, Ada and van den Sample, Bob": ("Ada De Example", "Bob van den Sample"),
    "Example, Ada, Sample, Bob": ("Ada Example", "Bob Sample"),
    "Example, A., Sample, B.-C., & Other, D. E.": ("A. Example", "B.-C. Sample", "D. E. Other"),
    "Example, A.; Sample, B. and Other, C.": ("A. Example", "B. Sample", "C. Other"),
    "Example A, Sample BC": ("A Example", "BC Sample"),
    "Anna Others": ("Anna Others",),
    "Rahman, Md and Example, Ada": ("Md Rahman", "Ada Example"),
    # Initials first are in plain order already.
    "A Example, BC Sample": ("A Example", "BC Sample"),
    # What is glued to names.
    "Ada Example1,2, Bob Sample2,*, Cy Other†": ("Ada Example", "Bob Sample", "Cy Other"),
    "Ada Example (MIT), Bob Sample (ETH)": ("Ada Example", "Bob Sample"),
    "Ada Example (MIT)*; Bob Sample (ETH)†": ("Ada Example", "Bob Sample"),
    "Kettle Team: Ada Example, Bob Sample": ("Kettle Team", "Ada Example", "Bob Sample"),
    "Example AB, Sample B, Kettle Study Group.": ("AB Example", "B Sample", "Kettle Study Group"),
    "Ada Example (1), Bob Sample (1 and 2) ((1) MIT, (2) ETH)": ("Ada Example", "Bob Sample"),
    "Ada Example$^{1,2}$, Bob Sample$^{*}$": ("Ada Example", "Bob Sample"),
    "Junbo (Jake) Example, Bob Sample": ("Junbo (Jake) Example", "Bob Sample"),
    "Sammy Sample, Jr., Ada Example": ("Sammy Sample Jr.", "Ada Example"),
    "Sample, Jr., Sammy and Example, Ada": ("Sammy Sample Jr.", "Ada Example"),
    # Organizations and braces keep their "and".
    "{Example Research and Friends} and Sample, Bob": ("Example Research and Friends", "Bob Sample"),
    "Institute for Data and Society, Ada Example": ("Institute for Data and Society", "Ada Example"),
    "Institute for Data and Anna Example": ("Institute for Data", "Anna Example"),
    "DeepSeek-AI, Ada Example": ("DeepSeek-AI", "Ada Example"),
    # Other scripts.
    "王小明、胡振": ("王小明", "胡振"),
    "山田, 太郎 and 王, 小明": ("山田 太郎", "王 小明"),
    "": (),
    " ,; ": (),
}


@pytest.mark.parametrize(("text", "names"), LISTS.items())
def test_splits_a_list(text: str, names: tuple[str, ...]) -> None:
    assert split_authors(text) == (names, True)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Example et al.",
        "Ada Example, et al",
        "Example, Ada and others",
        "Ada Example; et al.",
        "Ada Example, ...",
        "Ada Example, and 12 others",
        "Ada Example and 3 other authors",
        "Ada Example, et al. (12 additional authors not shown)",
        "Ada Example (additional authors not shown)",
    ],
)
def test_knows_an_incomplete_list(text: str) -> None:
    assert split_authors(text) == (("Ada Example",), False)


CAPITALIZED = st.text("abcdefghijklmnopqrstuvwxyzéøß", min_size=2, max_size=8).map(
    lambda word: word[0].upper()[0] + word[1:]
)
NO_NAMES = {"Jr", "Sr", "Ii", "Iii", "Iv", "Phd", "By", "Et", "Others", "Colleagues"}
NO_NAMES |= {"Inc", "Ltd", "Llc", "Gmbh", "Corp"}
PERSONS = (
    st.tuples(CAPITALIZED, CAPITALIZED)
    .map(" ".join)
    .filter(lambda name: not any(map(is_organization, [name, *name.split()])))
    .filter(lambda name: NO_NAMES.isdisjoint(name.split()))
)
SEPARATORS = st.sampled_from([", ", "; ", " and ", "\n", " • ", " & "])


@given(st.lists(PERSONS, min_size=1, max_size=6), SEPARATORS)
def test_a_list_survives_every_separator(names: list[str], separator: str) -> None:
    assert split_authors(separator.join(names)) == (tuple(names), True)


@given(st.lists(PERSONS, min_size=1, max_size=6), st.sampled_from([", ", "; ", " and "]))
def test_a_list_survives_the_family_name_first(names: list[str], separator: str) -> None:
    inverted = [", ".join(reversed(name.split())) for name in names]
    assert split_authors(separator.join(inverted)) == (tuple(names), True)


PIECES = (
    *("Ada", "Bo", "Ng", "O'Brien", "Jean-Luc", "van", "de", "A.", "B.-C.", "B", "AB", "III", "Jr", "Jr."),
    *("Et", "Al", "By", "Others", "others", "Team", "Institute", "for", "J.P.", "McRae", "Zoë", "GU", "王"),
)
JOINTS = (" ", " ", ", ", "; ", " and ", ", and ")


@settings(max_examples=400)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(JOINTS)), min_size=1, max_size=9))
def test_a_plain_list_is_split_as_any_other(pieces: list[tuple[str, str]]) -> None:
    text = "".join(map("".join, pieces)).rstrip(" ;,")
    assert split_authors(text) == split_authors(f" {text} ")


@given(st.text())
def test_reading_any_text_never_raises(text: str) -> None:
    names, _ = split_authors(text)
    for name in (text, *names):
        parts(name)
        compatible(name, text)
        assert plain_order(plain_order(name)) == plain_order(name)


def test_plain_order() -> None:
    assert plain_order("Example,  Ada Maria") == "Ada Maria Example"
    assert plain_order("Sample, Jr., Sammy") == "Sammy Sample Jr."
    assert plain_order("Sammy Sample, Jr.") == "Sammy Sample Jr."
    assert plain_order("Ada Example") == "Ada Example"
    assert plain_order("Example Systems, Inc.") == "Example Systems, Inc."


@pytest.mark.parametrize(
    ("name", "taken_apart"),
    {
        "van den Example, Ada": Name(("Ada",), ("van", "den"), "Example", "", certain=True),
        "Maria Example, Ada": Name(("Ada",), (), "Maria Example", "", certain=True),
        "Sample, Jr., Sammy": Name(("Sammy",), (), "Sample", "Jr.", certain=True),
        "Ada van den Example": Name(("Ada",), ("van", "den"), "Example", "", certain=True),
        "Ada Example y Sample": Name(("Ada",), (), "Example y Sample", "", certain=True),
        "Sammy Sample III": Name(("Sammy",), (), "Sample", "III", certain=True),
        "山田 太郎": Name(("太郎",), (), "山田", "", certain=True),
        "Ada": Name((), (), "Ada", "", certain=True),
        "Qwen Team": Name((), (), "Qwen Team", "", certain=True),
        # Nothing tells here, and nothing is claimed.
        "Ada Maria Example": Name(("Ada", "Maria"), (), "Example", "", certain=False),
        "Ada de Example Sample": Name(("Ada",), ("de",), "Example Sample", "", certain=False),
        "胡振": Name((), (), "胡振", "", certain=False),
    }.items(),
)
def test_takes_apart_what_the_form_tells(name: str, taken_apart: Name) -> None:
    assert parts(name) == taken_apart


def test_folds_accents_case_and_punctuation_of_every_script() -> None:
    assert fold("Jean-Baptiste  O’Exámple") == "jean baptiste oexample"
    assert fold("Łukasz Øst") == "lukasz ost"
    assert fold("김민수") == "김민수"
    assert fold("किरण") != fold("करण")


TEAMS = ["OpenAI", "DeepSeek-AI", "NVIDIA", "Qwen Team", "Gemma Team", "The ATLAS Collaboration", "Team OLMo"]


@pytest.mark.parametrize("name", [*TEAMS, "BigScience Workshop", "Meta AI", "University of Example"])
def test_a_team_is_no_person(name: str) -> None:
    assert is_organization(name)


@pytest.mark.parametrize("name", ["Ada Example", "Qing Ai", "Huawei Example", "Ada van The", "Ada", ""])
def test_a_person_is_no_team(name: str) -> None:
    assert not is_organization(name)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("A. Example", "Ada Example"),
        ("Ada M. Example", "Ada Example"),
        ("Ada M. Example", "Ada Maria Example"),
        ("AM Example", "Ada Maria Example"),
        ("A.M. Example", "Ada Example"),
        ("C. Lawrence Example", "Lawrence Example"),
        ("Jun-Yan Example", "Junyan Example"),
        ("Jörg Exämple", "Joerg Exaemple"),
        ("Jörg Exämple", "Jorg Example"),
        ("Example, Ada", "Ada Example"),
        ("Example Ada", "Ada Example"),
        ("Sammy Sample Jr.", "Sammy Sample"),
        ("R. van den Example", "Ria van den Example"),
        ("Qwen Team", "qwen team"),
    ],
)
def test_may_be_one_person(a: str, b: str) -> None:
    assert compatible(a, b)
    assert compatible(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("A. Example", "Bob Example"),
        ("Ada Example", "Ada Sample"),
        ("Ada B. Example", "Ada C. Example"),
        ("Jia Example", "Jiaming Example"),
        ("Sammy Sample Jr.", "Sammy Sample Sr."),
        ("Qwen Team", "Q. Team"),
        ("Ada", "Ada Example"),
    ],
)
def test_cannot_be_one_person(a: str, b: str) -> None:
    assert not compatible(a, b)
    assert not compatible(b, a)


SHORT_NAMES = st.lists(st.sampled_from(["A", "Ada", "An", "Na", "Jr", "Team", "Xu"]), min_size=2, max_size=3)


@given(SHORT_NAMES, SHORT_NAMES)
def test_spaces_make_no_difference_to_who_may_be_meant(a: list[str], b: list[str]) -> None:
    assert compatible(" ".join(a), " ".join(b)) == compatible("  ".join(a), "  ".join(b))
