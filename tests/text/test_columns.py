import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.text.column_names import SYNONYMS, field_of
from papergarden.text.columns import authors_in, describe_papers, fields


def test_no_column_name_means_two_fields() -> None:
    assert all(field_of(name) == field for field, names in SYNONYMS.items() for name in names)


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("title", "title"),
        ("Paper Title", "title"),
        ("paper-title", "title"),
        ("Summary", "abstract"),
        ("arXiv ID", "arxiv_id"),
        ("DOI", "doi"),
        ("Publication Year", "date"),
        ("Author(s)", "authors"),
        ("authors_parsed", "authors"),
        ("primary_category", "categories"),
        ("url_pdf", "pdf"),
        ("shoe size", ""),
        ("", ""),
    ],
)
def test_a_column_is_known_by_any_spelling_of_a_usual_name(column: str, field: str) -> None:
    assert field_of(column) == field


@pytest.mark.parametrize(
    ("columns", "answer"),
    [
        (["arxiv_id", "abstract"], True),
        (["title", "authors", "year"], True),
        (["title", "summary"], True),
        (["id", "abstract"], True),
        (["doi"], True),
        (["title"], True),
        (["abstract"], True),
        (["title", "year"], True),
        (["title", "booktitle", "shoe size"], True),
        (["title", "shoe size"], False),
        (["level", "time", "message"], False),
        (["title", "url"], False),
        (["id", "name"], False),
        ([], False),
    ],
)
def test_columns_tell_papers_from_other_things(columns: list[str], answer: bool) -> None:
    assert describe_papers(columns) is answer


@pytest.mark.parametrize(
    ("cell", "authors", "complete"),
    [
        (["Ada Example", "Bo Sample"], ("Ada Example", "Bo Sample"), True),
        ([{"name": "Ada Example"}, {"given": "Bo", "family": "Sample"}], ("Ada Example", "Bo Sample"), True),
        ([{"author": {"display_name": "Ada Example"}}], ("Ada Example",), True),
        ([["Example", "Ada", ""], ["Sample", "Bo", "Jr."]], ("Ada Example", "Bo Sample Jr."), True),
        ("['Ada Example', 'Bo Sample']", ("Ada Example", "Bo Sample"), True),
        ("['Ada Example' 'Bo Sample']", ("Ada Example", "Bo Sample"), True),
        ('["Ada Example", "Bo O\'Sample"]', ("Ada Example", "Bo O'Sample"), True),
        ("Example, Ada; Sample, Bo", ("Ada Example", "Bo Sample"), True),
        ("Ada Example and Bo Sample", ("Ada Example", "Bo Sample"), True),
        ("Ada Example, Bo Sample et al.", ("Ada Example", "Bo Sample"), False),
        (["Ada Example", "others"], ("Ada Example",), False),
        (["Example, Ada"], ("Ada Example",), True),
        ({"name": "Ada Example"}, ("Ada Example",), True),
        (7, (), True),
    ],
)
def test_authors_are_read_from_every_kind_of_cell(
    cell: object, authors: tuple[str, ...], complete: bool
) -> None:
    assert authors_in(cell) == (authors, complete)


def test_a_row_becomes_fields_and_keeps_what_no_field_takes() -> None:
    row = fields(
        {
            "id": "2406.09415v2",
            "title": " A garden ",
            "authors": "Ada Example",
            "year": 2024,
            "update_date": "2024-11-14",
            "categories": "cs.CV cs.LG",
            "primary_category": "cs.CV",
            "tags": ["kettles", "gardens"],
            "code": "https://github.com/example/garden",
            "license": "MIT",
            "comments": None,
        }
    )
    assert row.fields == {
        "arxiv_id": "2406.09415v2",
        "title": "A garden",
        "authors": ("Ada Example",),
        "authors_complete": True,
        "date": "2024",
        "categories": ("cs.CV", "cs.LG"),
        "keywords": ("kettles", "gardens"),
        "has_code": True,
        "extra": {"update_date": "2024-11-14", "license": "MIT"},
    }
    assert row.links == (("code", "https://github.com/example/garden"),)
    assert row.odd == ()


def test_a_cell_that_is_not_what_its_column_promises_is_odd_and_kept() -> None:
    row = fields({"arxiv_id": "none of these", "doi": "n/a", "published": "soon", "title": "A garden"})
    assert row.odd == (("arxiv_id", "none of these"), ("published", "soon"))
    assert row.fields == {"title": "A garden", "extra": {"arxiv_id": "none of these", "published": "soon"}}


def test_the_address_of_a_page_tells_the_arxiv_id() -> None:
    row = fields({"title": "A garden", "url": "https://arxiv.org/abs/0704.0001v2"})
    assert row.fields["arxiv_id"] == "0704.0001v2"
    assert row.links == (("page", "https://arxiv.org/abs/0704.0001v2"),)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from([name for names in SYNONYMS.values() for name in names]) | st.text(), JSON
    )
)
def test_any_row_is_read(row: dict[str, object]) -> None:
    read = fields(row)
    assert all(read.fields.get("extra", {"": "-"}).values()), "nothing empty is kept"
