"""Rows of named cells: whatever the columns are called, and whatever is in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.text.column_names import describe_papers, field_of
from papergarden.text.columns import fields
from papergarden.text.dates import iso_date


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("Paper Title", "title"),
        ("paper_arxiv_id", "arxiv_id"),
        ("ArticleURL", "page"),
        ("Publication-Year", "date"),
        ("githubRepo", "code"),
        ("colour", ""),
        ("paper", ""),
    ],
)
def test_a_column_is_known_in_any_spelling(column: str, field: str) -> None:
    assert field_of(column) == field


def test_columns_of_papers_are_told_from_others() -> None:
    assert describe_papers(["paper_title", "paper_arxiv_id"])
    assert not describe_papers(["Date", "Region", "Product"])
    assert not describe_papers(["Date", "Region", "Title"])
    assert describe_papers(["Title", "Date"])
    assert describe_papers(["Title", "Year", "Pages"])
    assert describe_papers(["Title", "Date", "DOI", "Pages"])


@pytest.mark.parametrize(
    ("venue", "arxiv_id", "shown"),
    [
        ("arXiv preprint arXiv:2405.04517", "2405.04517", ""),
        ("arXiv:2405.04517v2 [cs.LG], 2024", "2405.04517v2", ""),
        ("CoRR abs/2405.04517", "2405.04517", ""),
        ("Journal of arXiv Studies", "", "Journal of arXiv Studies"),
    ],
)
def test_an_archive_is_no_venue_but_may_give_the_id(venue: str, arxiv_id: str, shown: str) -> None:
    read = fields({"title": "On Watched Kettles", "journal": venue}).fields
    assert (read.get("arxiv_id", ""), read.get("venue", "")) == (arxiv_id, shown)


def test_an_archive_without_id_is_kept() -> None:
    assert fields({"title": "On Watched Kettles", "venue": "arXiv.org"}).fields["extra"] == {
        "venue": "arXiv.org"
    }


def test_what_says_no_more_than_the_field_is_not_kept_twice() -> None:
    row = {
        "arxiv_id": "2405.04517",
        "url": "https://arxiv.org/abs/2405.04517v2",
        "date": "2024-05-07",
        "year": 2024,
        "authors_parsed": [["Example", "Ada", ""]],
        "authors": "Ada Example",
    }
    read = fields(row).fields
    assert (read["arxiv_id"], read["date"], read["authors"]) == ("2405.04517", "2024-05-07", ("Ada Example",))
    assert "extra" not in read


def test_another_value_for_a_field_is_kept_under_its_column() -> None:
    read = fields({"published": "2024-05-07", "updated": "2024-06-01", "title": "On Watched Kettles"}).fields
    assert (read["date"], read["extra"]) == ("2024-05-07", {"updated": "2024-06-01"})


def test_a_note_gives_an_id_only_where_it_is_nothing_else() -> None:
    assert fields({"note": "arXiv:2405.04517 [cs.LG]"}).fields["categories"] == ("cs.LG",)
    assert fields({"note": "arXiv preprint arXiv:2405.04517"}).fields["arxiv_id"] == "2405.04517"
    assert "arxiv_id" not in fields({"note": "Extends arXiv:2405.04517."}).fields


CELLS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from(
    ["title", "authors", "doi", "id", "date", "venue", "url", "code", "tags", "note", "x"]
)


@given(st.dictionaries(NAMES, CELLS))
def test_any_cells_are_read_and_every_unknown_one_that_says_something_is_kept(row: dict[str, object]) -> None:
    read = fields(row)
    if isinstance(row.get("x"), int):
        assert read.fields["extra"]["x"]
    assert all(column in row for column, _ in read.odd)


@pytest.mark.parametrize(
    ("saved", "arxiv_id"),
    [
        ("704.0001", "0704.0001"),
        ("abs-2406.09415v1", "2406.09415v1"),
        ("cs-9308101v1", "cs/9308101v1"),
        ("12.3456", ""),
        ("W-1234567", ""),
    ],
)
def test_an_id_that_was_a_file_s_name_or_a_number_is_one_again(saved: str, arxiv_id: str) -> None:
    assert fields({"id": saved, "title": "On Watched Kettles"}).fields.get("arxiv_id", "") == arxiv_id


@pytest.mark.parametrize(
    ("columns", "date"),
    [
        ({"Publication Date": "MAR 15", "Publication Year": "2024"}, "2024-03-15"),
        ({"PD": "MAR-APR", "PY": "2024"}, "2024-03"),
        ({"month": "August", "year": 2024}, "2024-08"),
        ({"month": "8", "year": "2024"}, "2024-08"),
        ({"month": "8", "date": "2024-08-03"}, "2024-08-03"),
        ({"month": "Michaelmas", "year": 2024}, "2024"),
    ],
)
def test_a_month_in_a_column_of_its_own_belongs_to_the_year(columns: dict[str, object], date: str) -> None:
    read = fields({"title": "On Watched Kettles", **columns})
    assert iso_date(read.fields["date"]) == date
    assert read.odd == ()


@pytest.mark.parametrize(("printed", "score"), [("4,5", "4.5"), ("4.5", "4.5"), ("1,234", "1,234")])
def test_a_score_may_have_a_decimal_comma(printed: str, score: str) -> None:
    assert fields({"title": "On Watched Kettles", "score": printed}).fields["score"] == score


def test_of_people_in_several_roles_those_who_wrote_it_are_the_authors() -> None:
    people = [
        {"firstName": "Ada", "lastName": "Example", "creatorType": "author"},
        {"firstName": "Ed", "lastName": "Editor", "creatorType": "editor"},
    ]
    read = fields({"title": "On Watched Kettles", "creators": people}).fields
    assert read["authors"] == ("Ada Example",)
    assert "Editor" in read["extra"]["creators"]


def test_a_page_of_code_is_code() -> None:
    row = fields({"title": "On Watched Kettles", "url": "https://github.com/example/kettle"})
    assert row.links == (("code", "https://github.com/example/kettle"),)
