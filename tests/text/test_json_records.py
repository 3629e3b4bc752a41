"""JSON cut into records: each with its lines, each alone with its faults."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.text.json_records import json_records, loads

PAPERS = [{"id": 1, "title": 'One {of} "two"', "authors": [{"id2": 1}]}, {"id": 2, "title": "Two]"}]


@pytest.mark.parametrize(
    "document",
    [PAPERS, {"results": PAPERS, "meta": {"count": 2}}, {"status": "ok", "message": {"items": PAPERS}}],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_records_are_found_in_lists_and_in_answers_of_services(document: object, indent: int | None) -> None:
    text = json.dumps(document, indent=indent)
    assert [record.value for record in json_records(text)] == PAPERS


def test_a_single_object_is_the_record() -> None:
    (record,) = json_records(json.dumps(PAPERS[0]))
    assert record.value == PAPERS[0]


def test_each_record_has_its_lines() -> None:
    text = '[\n {"id": 1,\n  "title": "One"},\n\n {"id": 2}\n]\n'
    assert [(record.start, record.end) for record in json_records(text)] == [(2, 3), (5, 5)]


@pytest.mark.parametrize(
    "broken",
    [
        '{"id": 2, "title": }',
        '{"id": 2, "title": "open',
        '{"id": 2, "authors": [{"name": "x"}',
        '{"id": 2,, }',
    ],
)
def test_a_broken_record_costs_no_other(broken: str) -> None:
    records = list(json_records(f'[\n{{"id": 1}},\n{broken},\n{{"id": 3}},\n{{"id": 4}}\n]'))
    assert [record.value.get("id") for record in records if not record.fault] == [1, 3, 4]
    assert [(record.start, bool(record.fault)) for record in records][1] == (3, True)


def test_a_document_that_breaks_off_keeps_what_came_before() -> None:
    records = list(json_records('{"data": [{"id": 1},\n{"id": 2}, {"id"'))
    assert [record.value for record in records] == [{"id": 1}, {"id": 2}, {}]
    assert records[2].fault


def test_deep_nesting_is_a_fault() -> None:
    (record,) = json_records('[{"a": ' + "[" * 100_000)
    assert record.fault


@given(st.text(alphabet='[]{}",:\\ \nab1'))
def test_any_text_is_cut_within_its_lines(text: str) -> None:
    last = text.count("\n") + 1
    assert all(1 <= record.start <= record.end <= last for record in json_records(text))


def test_half_a_character_does_not_get_into_a_text() -> None:
    document = r'[{"title": "A \ud83c\udf31 and \udf31 half"}]'
    (record,) = json_records(document)
    assert record.value == {"title": "A \U0001f331 and \ufffd half"}
    assert loads(document) == [record.value]


def test_documents_that_follow_each_other_are_all_read() -> None:
    text = f"{json.dumps(PAPERS)}\n{json.dumps({'results': PAPERS})}\n{json.dumps(PAPERS[0])}\n"
    records = list(json_records(text))
    assert [record.value for record in records] == [*PAPERS, *PAPERS, PAPERS[0]]
    assert [record.start for record in records] == [1, 1, 2, 2, 3]


@pytest.mark.parametrize("stray", ["}", "]", "}]", ","])
def test_a_bracket_too_many_costs_no_record_after_it(stray: str) -> None:
    text = f'[{{"id": 1}}{stray}\n {{"id": 2}},\n {{"id": 3}}]'
    assert [record.value for record in json_records(text)][-1] == {"id": 3}


def test_a_fault_is_told_with_its_line_in_the_document() -> None:
    (_, record) = json_records('[\n {"id": 1},\n {"id": 2,\n  "title" "x"}\n]')
    assert record.fault == "Expecting ':' delimiter at line 4"


def test_objects_under_names_of_theirs_are_records_with_that_key() -> None:
    text = '{\n "2405.00001": {"title": "One", "authors": []},\n "2405.00002": {"title": "Two", "year": 1}\n}'
    records = list(json_records(text))
    assert [(record.start, record.value["key"]) for record in records] == [
        (2, "2405.00001"),
        (3, "2405.00002"),
    ]


@pytest.mark.parametrize("document", [{"title": {"value": "One"}}, {"a": {"b": {"title": "One"}}}, {"a": {}}])
def test_an_object_of_other_objects_is_one_record(document: object) -> None:
    assert [record.value for record in json_records(json.dumps(document))] == [document]


def test_a_brace_too_many_makes_no_list_a_record() -> None:
    text = '{\n[{"title": "One", "id": 1}, null, {"title": "Two", "id": 2}]\n'
    assert all(isinstance(record.value, dict) for record in json_records(text))


def test_a_data_frame_saved_by_columns_has_a_record_for_each_row() -> None:
    frame = {"title": {"0": "One", "1": "Two"}, "year": {"0": 2023, "1": 2024}}
    rows = [{"title": "One", "year": 2023}, {"title": "Two", "year": 2024}]
    assert [record.value for record in json_records(json.dumps(frame))] == rows
