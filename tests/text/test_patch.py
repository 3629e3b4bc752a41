from hypothesis import given
from hypothesis import strategies as st

from papergarden.text.patch import Edit, Patch


def test_a_change_is_shown_between_the_same_words() -> None:
    patch = Patch("one two three four")
    assert patch.apply("rule", [Edit(4, 7, "2")])
    assert patch.text == "one 2 three four"
    assert patch.repairs() == (("rule", "one two three four", "one 2 three four"),)


def test_places_keep_apart_and_are_found_again_after_later_edits() -> None:
    patch = Patch("a b " + "x" * 60 + " c d")
    patch.apply("last", [Edit(65, 66, "CCC")])
    patch.apply("first", [Edit(0, 1, "AAAA")])
    assert [(rule, before[:1], after[:4]) for rule, before, after in patch.repairs()] == [
        ("first", "a", "AAAA"),
        ("last", "c", "CCC "),
    ]


def test_a_place_that_two_rules_change_names_both() -> None:
    patch = Patch("athttps://a.b/c")
    patch.apply("space", [Edit(2, 2, " ")])
    patch.apply("scheme", [Edit(2, 8, " http")])
    assert patch.text == "at http://a.b/c"
    assert {rule for rule, _, _ in patch.repairs()} == {"space", "scheme"}


def test_what_was_changed_back_is_no_repair() -> None:
    patch = Patch("ab")
    patch.apply("there", [Edit(1, 1, "-")])
    patch.apply("back", [Edit(1, 2, "")])
    assert patch.text == "ab"
    assert patch.repairs() == ()


def test_a_nameless_edit_is_not_told() -> None:
    patch = Patch("a  b")
    patch.apply("", [Edit(1, 3, " ")])
    assert (patch.text, patch.repairs()) == ("a b", ())


edit = st.tuples(st.integers(0, 30), st.integers(0, 4), st.text("xyz ", max_size=3))


@given(st.text("abc ", max_size=30), st.lists(st.lists(edit, max_size=4), max_size=4))
def test_every_snippet_is_in_its_text(text: str, rounds: list[list[tuple[int, int, str]]]) -> None:
    patch = Patch(text)
    for number, edits in enumerate(rounds):
        size = len(patch.text)
        places = [Edit(min(at, size), min(at + length, size), new) for at, length, new in edits]
        patch.apply(f"rule {number}", places)
    for _, before, after in patch.repairs():
        assert before in text
        assert after in patch.text


@given(st.text("abc ", max_size=30), st.lists(edit, max_size=6))
def test_the_text_between_the_changes_is_unchanged(text: str, edits: list[tuple[int, int, str]]) -> None:
    patch = Patch(text)
    patch.apply("rule", [Edit(min(at, len(text)), min(at + n, len(text)), new) for at, n, new in edits])
    if not patch.repairs():
        assert patch.text == text
