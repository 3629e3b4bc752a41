"""A library that is told from an earlier one is what it would be if it were found out anew."""

import os
import pickle
import random
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest

from papergarden import base as module
from papergarden import pipeline
from papergarden.ahead import Told, read_ahead
from papergarden.files import Collection, collect
from papergarden.model import Library, Settings
from papergarden.pipeline import assemble, gather, with_relations
from papergarden.project import load_settings
from papergarden.shelf import Shelf
from papergarden.steps import families, link, merge, people, relate, tag
from papergarden.steps.memo import FEW
from papergarden.steps.relate import Relations
from tests.incremental.collection import ROOT, seed_text
from tests.incremental.edits import (
    add_seed,
    alter_field,
    change_topics,
    decide,
    drop_paper,
    edit_line,
    rename_seed,
)

EDITS = (add_seed, alter_field, alter_field, change_topics, decide, drop_paper, edit_line, rename_seed)
SEEDS = 3


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Those of a small project."""
    for name in ("seeds", "site_src"):
        (tmp_path / name).mkdir()
    topics = "topics:\n  Kettles: {spellings: [kettle]}\n  Gardens: {spellings: [garden]}\n"
    (tmp_path / "site_src/topics.yml").write_text(topics, encoding="utf-8")
    for number in range(SEEDS):
        text = seed_text(range(20 * number, 20 * number + 20), random.Random(number))
        (tmp_path / f"seeds/{'abc'[number]}.jsonl").write_text(text, encoding="utf-8")
    settings = replace(load_settings(ROOT / "mkdocs.yml"), seeds=tmp_path / "seeds")
    return replace(settings, topics=tmp_path / "site_src/topics.yml")


@pytest.fixture
def collected(settings: Settings) -> Callable[[], Collection]:
    """The collection of that project, as it is when it is asked for."""
    return lambda: collect(settings)


def shelves(folder: Path, hold: bool) -> Callable[[], Shelf]:
    """The shelf of a server, or that of one command after the other."""
    one = Shelf(folder, hold=True)
    return lambda: one if hold else Shelf(folder)


@pytest.mark.parametrize("few", [3, FEW])
@pytest.mark.parametrize("hold", [False, True])
@pytest.mark.parametrize("number", range(2))
def test_after_any_edits_a_library_is_what_it_is_without_memory(
    collected: Callable[[], Collection],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    hold: bool,
    few: int,
) -> None:
    monkeypatch.setattr(module, "FEW", few)
    chance, take, known = random.Random(number), shelves(tmp_path / "shelf", hold), dict[str, Library]()
    for _ in range(12):
        shelf = take()
        made = assemble(collected(), shelf)
        assert told(made) == told(assemble(collected()))
        assert_is_as_base(made, known.get(made.base, Library((), {}, (), (), ())))
        known[made.name] = made
        shelf.tidy()
        if chance.random() < 0.2:
            os.unlink(chance.choice([*(tmp_path / "shelf").iterdir()]))
        chance.choice(EDITS)(tmp_path, chance)
    assert len({made.base for made in known.values()}) > 2


@pytest.mark.parametrize("number", range(3))
def test_after_any_edits_a_library_is_the_same_where_another_process_read_the_seeds(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(module, "FEW", 3)
    chance, folder, ahead = random.Random(number), tmp_path / "shelf", 0
    for _ in range(12):
        found, shelf = pickle.loads(pickle.dumps(read_ahead(settings, folder))), Shelf(folder)
        given = found or collect(settings)
        ahead += found is not None
        assert told(with_relations(*gather(partial(itself, given), shelf))) == told(
            assemble(collect(settings))
        )
        shelf.tidy()
        if chance.random() < 0.3:
            os.unlink(chance.choice([*folder.iterdir()]))
        for _ in range(chance.randrange(1, 3)):
            chance.choice(EDITS)(tmp_path, chance)
    assert ahead > 5


def itself(given: Collection | Told) -> Collection | Told:
    return given


def told(library: Library) -> Library:
    """All of a library but what it was told from."""
    return replace(library, name="", base="", as_base=frozenset(), people_as_base=frozenset())


def assert_is_as_base(made: Library, base: Library) -> None:
    before = {paper.key: paper for paper in base.papers}
    assert made.as_base == {paper.key for paper in made.papers if before.get(paper.key) == paper}
    assert made.people_as_base == {
        slug for slug, person in made.people.items() if base.people.get(slug) == person
    }


def test_what_is_as_it_was_is_not_made_again(
    collected: Callable[[], Collection], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The guard of the speed of a build after a new seed."""
    assemble(collected(), Shelf(tmp_path / "shelf"))
    work: list[str] = []

    def watch(step: ModuleType, name: str) -> None:
        function = vars(step)[name]

        def watched(*given: object) -> object:
            work.append(name)
            return function(*given)

        monkeypatch.setattr(step, name, watched)

    for step, name in ((link, "_marked"), (merge, "_of_one_each"), (families, "_listed"), (tag, "_facts")):
        watch(step, name)
    watch(relate, "features")
    (tmp_path / "seeds/z.jsonl").write_text('{"title": "On none", "authors": ["Dee Instance"]}', "utf-8")
    made = assemble(collected(), Shelf(tmp_path / "shelf"))
    assert sorted(work) == ["_facts", "_listed", "_marked", "_of_one_each", "features"]
    assert len(made.people_as_base) == len(made.people) - 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one process")
def test_what_another_process_finds_out_is_the_same_and_is_remembered(
    collected: Callable[[], Collection], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, tell, follow = os.getpid(), people.tell, Relations._followed
    plain = assemble(collected())
    monkeypatch.setattr(module, "FEW_ALONE", 0)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(threading, "active_count", lambda: 1)

    def elsewhere(function: Callable[..., object], *given: object) -> object:
        assert os.getpid() != here
        return function(*given)

    monkeypatch.setattr(pipeline, "tell", partial(elsewhere, tell))
    monkeypatch.setattr(Relations, "_followed", lambda *given: elsewhere(follow, *given))
    assert told(assemble(collected(), Shelf(tmp_path / "shelf"))) == told(plain)
    monkeypatch.setattr(pipeline, "tell", tell)
    monkeypatch.setattr(families, "_listed", None)
    monkeypatch.setattr(relate, "features", None)
    again = assemble(collected(), Shelf(tmp_path / "shelf"))
    assert told(again) == told(plain)
    assert again.as_base == {paper.key for paper in plain.papers}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one process")
def test_after_a_new_seed_another_process_links_and_its_fault_is_none_of_the_library(
    collected: Callable[[], Collection], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, linked = os.getpid(), link.link
    monkeypatch.setattr(module, "FEW_ALONE", SEEDS)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assemble(collected(), Shelf(tmp_path / "shelf"))
    paper = '{"title": "On none", "authors": ["Dee Instance"]}\n'
    for number, fails in enumerate([False, True]):
        monkeypatch.setattr(
            pipeline,
            "link",
            lambda *given, fails=fails: 1 / 0 if fails == (os.getpid() != here) else linked(*given),
        )
        (tmp_path / f"seeds/z{number}.jsonl").write_text(paper * (number + 1), "utf-8")
        made = assemble(collected(), Shelf(tmp_path / "shelf"))
        monkeypatch.setattr(pipeline, "link", linked)
        assert told(made) == told(assemble(collected()))
