"""Printed names: split from lists, put in plain order, taken apart, compared."""

import pytest

from papergarden.text.names import compatible, fold, is_organization, parts, plain_order, split_authors

LISTS = {
    "Ada Example, Bob Sample and Cy Other": ("Ada Example", "Bob Sample", "Cy Other"),
    "Ada Example; Bob Sample": ("Ada Example", "Bob Sample"),
    "Example, Ada and Sample, Bob": ("Ada Example", "Bob Sample"),
    "Example, A., Sample, B.": ("A. Example", "B. Sample"),
    "Ada Example1,2, Bob Sample2*, Cy Other†": ("Ada Example", "Bob Sample", "Cy Other"),
    "Ada Example (MIT), Bob Sample (ETH)": ("Ada Example", "Bob Sample"),
    "Ada Example\nBob Sample": ("Ada Example", "Bob Sample"),
    "Sammy Sample, Jr., Ada Example": ("Sammy Sample Jr.", "Ada Example"),
    "van den Example, Ada and de Sample, Bob": ("Ada van den Example", "Bob de Sample"),
    "": (),
}


@pytest.mark.parametrize(("text", "names"), LISTS.items())
def test_splits_a_list(text: str, names: tuple[str, ...]) -> None:
    assert split_authors(text) == (names, True)


@pytest.mark.parametrize("text", ["Ada Example et al.", "Example, Ada and others", "Ada Example, ..."])
def test_knows_an_incomplete_list(text: str) -> None:
    assert split_authors(text) == (("Ada Example",), False)


def test_plain_order_is_plain_already() -> None:
    assert plain_order("Sample, Jr., Sammy") == "Sammy Sample Jr."
    assert plain_order("Sammy Sample Jr.") == "Sammy Sample Jr."


def test_never_guesses_where_a_family_name_begins() -> None:
    assert not parts("Ada Maria Example").certain
    assert parts("Maria Example, Ada").family == "Maria Example"
    assert parts("Ada van den Example").particles == ("van", "den")


def test_folds() -> None:
    assert fold("Jean-Baptiste O'Exámple") == "jean baptiste oexample"


def test_a_team_is_no_person() -> None:
    assert is_organization("Chameleon Team")
    assert not is_organization("Ada Example")


def test_initials_fit() -> None:
    assert compatible("A. Example", "Ada Example")
    assert not compatible("A. Example", "Bob Example")
