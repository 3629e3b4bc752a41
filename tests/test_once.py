"""What equals is held once."""

import pickle

import pytest

from papergarden.model import Authorship, Once, Paper, Person, Record, Source, name_once, say_once
from papergarden.writers import catalog
from papergarden.writers.catalog import Catalog
from tests import library


def copied(text: str) -> str:
    """The same text as another object, as from another process."""
    made: str = pickle.loads(pickle.dumps(text))
    return made


def record(line: int) -> Record:
    return Record(
        source=Source("a.txt", line),
        end=line,
        reader="sample",
        ref=str(line),
        authors=(copied("Ada Example"), copied("Bo Sample")),
        organizations=(copied("Kettle Works"),),
        date=copied("2024-06"),
    )


def test_records_say_each_name_and_date_once() -> None:
    once, one, other, later = Once(), record(1), record(2), record(3)
    before = pickle.dumps([one, other, later])
    say_once([one, other], once)
    say_once([later], once)
    for same in (other, later):
        for name in ("authors", "organizations"):
            assert all(x is y for x, y in zip(getattr(one, name), getattr(same, name), strict=True))
        assert one.date is same.date
    assert [one, other, later] == pickle.loads(before)


def test_people_are_called_by_the_very_names_on_papers() -> None:
    authors = Authorship("Ada Example", "ada-example"), Authorship("Bo Sample", "bo-sample")
    paper = Paper(key="kettles", records=(), authors=authors)
    people = {
        one.person: Person(
            one.person, copied(one.name), (copied(one.name), copied("A. Example")), (copied(paper.key),)
        )
        for one in authors
    }
    before = pickle.loads(pickle.dumps(people))
    name_once(people, [paper])
    ada, bo = people.values()
    assert people == before
    assert ada.name is ada.variants[0] is authors[0].name
    assert ada.variants[1] is bo.variants[1]
    assert ada.papers is bo.papers
    assert ada.papers[0] is paper.key


def test_a_catalog_does_not_hold_the_papers_of_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalog, "AT_HAND", 2)
    made = Catalog.of(library.library())
    assert len(made.library.people) > 2
    for slug, person in made.library.people.items():
        assert {paper.key for paper in made.written_by[slug]} == set(person.papers)
        assert max(map(len, (made.written_by, made.places_by))) <= 2
