"""What holds of records as such."""

import pickle
from dataclasses import replace

import pytest

from papergarden.model import (
    NO_PROVENANCE,
    Draft,
    Entry,
    Page,
    Paper,
    Provenance,
    Record,
    Sheet,
    Source,
    changed,
    changed_each,
    fill_each,
    from_columns,
    held,
    in_columns,
    made_each,
    made_together,
    stated,
)
from papergarden.steps.merge import merge
from tests.library import library


def test_everything_known_pickles() -> None:
    known = library()
    assert pickle.loads(pickle.dumps(known)) == known


def test_what_has_its_default_value_takes_no_room() -> None:
    source = Source("a.txt", 1)
    plain = Record(source=source, end=1, reader="sample", ref="a")
    spelled = Record(source=source, end=1, reader="sample", ref="a", score=1.5, extra={"a": "b"})
    assert len(pickle.dumps(plain)) < 200
    assert pickle.loads(pickle.dumps(plain)) == plain
    assert pickle.loads(pickle.dumps(plain)).lines is plain.lines
    assert pickle.loads(pickle.dumps(spelled)) == spelled


def test_what_is_false_or_empty_where_the_default_is_not_stays_so() -> None:
    entry = Entry(source=Source("", 0), end=0, reader="", authors_complete=False, origin="")
    assert pickle.loads(pickle.dumps(entry)) == entry


def test_a_changed_record_is_what_replace_makes() -> None:
    for paper in library().papers:
        assert changed(paper, title="Other", tags=()) == replace(paper, title="Other", tags=())


def test_only_fields_can_be_changed() -> None:
    with pytest.raises(KeyError):
        changed(Source("a.txt", 1), place=2)


def test_many_are_changed_as_one_is() -> None:
    papers = library().papers
    titles = [paper.title.upper() for paper in papers]
    each = [replace(paper, title=title, tags=()) for paper, title in zip(papers, titles, strict=True)]
    assert changed_each(papers, title=titles, tags=[()] * len(papers)) == each
    assert changed_each([], title=[]) == []
    with pytest.raises(TypeError, match="place"):
        changed_each([Source("a.txt", 1)], place=[2])


def test_records_come_back_from_columns() -> None:
    known = library()
    plain = Record(source=Source("a.txt", 1), end=1, reader="sample", ref="a")
    papers, people = list(known.papers), list(known.people.values())
    for values in (papers, people, [plain, replace(plain, score=1.5, extra={"a": "b"})], [], [1, None], [()]):
        assert from_columns(pickle.loads(pickle.dumps(in_columns(values)))) == values
    assert from_columns(in_columns([plain]))[0].lines is plain.lines


def test_many_are_made_as_one_is() -> None:
    source = Source("a.txt", 1)
    given: list[dict[str, object]] = [
        {"source": source, "end": 1, "reader": "x", "ref": "a"} for _ in range(2)
    ]
    given[1] |= {"title": "On kettles", "score": 0.0}
    assert made_each(Record, given) == [Record(**one) for one in given]  # type: ignore[arg-type]


class Elsewhere(int):
    """A text that is told whenever somebody asks."""

    def text(self) -> str:
        return f"text {self + 0}"

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return str, (self.text(),)


def test_a_long_text_is_read_where_it_lies_and_handed_on_without_being_read() -> None:
    records = [Record(source=Source("a.txt", 1), end=1, reader="sample", ref="a") for _ in range(2)]
    fill_each(records, abstract=[Elsewhere(7), "here"])
    hold = held(Record, "abstract")
    assert [record.abstract for record in records] == ["text 7", "here"]
    assert records[0] == replace(records[0]) != records[1]
    for copies in (
        changed_each(records, title=["a", "b"]),
        from_columns(in_columns(records)),
        [changed(record, title="c") for record in records],
    ):
        assert [hold(one) for one in copies] == [Elsewhere(7), "here"]
    assert [hold(one) for one in pickle.loads(pickle.dumps(records))] == ["text 7", "here"]


def test_who_said_the_fields_of_a_paper_with_one_record_is_told_by_that() -> None:
    source = Source("a.txt", 1)
    record = Record(source=source, end=2, reader="sample", ref="a", title="Kettles", lines={"title": 2})
    (paper,), _ = merge([record], [], [])
    assert held(Paper, "provenance")(paper) is NO_PROVENANCE
    assert paper.provenance == stated(record) == {"title": Provenance(Source("a.txt", 2), "stated")}
    assert changed(paper, key="other").provenance == paper.provenance


def test_pages_are_made_together_one_kind_of_work_after_the_other() -> None:
    done = []

    def drafted(name: str, works: str) -> Draft:
        for work in works:
            done.append(f"{work} {name}")
            yield None
        yield Sheet({"title": name}, name)

    pages = [
        Page(f"{name}/", (name, works), drafted) for name, works in (("a", "123"), ("b", "1"), ("c", "12"))
    ]
    whole = Page("d/", (), lambda: Sheet({"title": "d"}, "d"))
    assert made_together([whole, *pages]) == [Sheet({"title": name}, name) for name in "dabc"]
    assert done == ["1 a", "1 b", "1 c", "2 a", "2 c", "3 a"]
