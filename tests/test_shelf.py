"""What is kept comes back as it was put, or not at all."""

import os
import pickle
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import pytest

from papergarden.model import Finding, Link, Record, Source
from papergarden.shelf import DIGEST_BYTES, Drawer, Shelf

RECORD = Record(
    source=Source("a.bib", 3),
    end=4,
    reader="bibtex",
    ref="a",
    title="Kettles",
    authors=("Ada Example",),
    links=(Link("code", "https://example.org"),),
    extra={"note": "x"},
    score=2.5,
)
KEPT = (
    {"kettle": 2},
    frozenset({"word"}),
    (Finding("info", "x", Source("a.bib", 1), "What", "Fix"),),
    RECORD,
)


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    Shelf(tmp_path / "shelf").put("one", KEPT)
    assert Shelf(tmp_path / "shelf").get("one") == KEPT
    assert Shelf(tmp_path / "shelf").get("another") is None


def test_without_a_folder_nothing_outlives_a_build_unless_it_is_held(tmp_path: Path) -> None:
    plain, holding = Shelf(), Shelf(hold=True)
    for shelf in (plain, holding):
        shelf.put("one", KEPT)
    assert plain.get("one") is None
    assert holding.get("one") is KEPT


def test_a_thing_lies_in_the_folder_as_it_is_packed_and_is_held_as_it_is(tmp_path: Path) -> None:
    thing = ["kettle"]
    shelf = Shelf(tmp_path, hold=True)
    shelf.put("one", thing, tuple)
    assert shelf.get("one", list) is thing
    assert Shelf(tmp_path).get("one") == ("kettle",)
    assert Shelf(tmp_path).get("one", list) == thing


def test_what_is_taken_and_not_given_back_is_what_was_written_down(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, hold=True)
    shelf.put("one", ["kettle"])
    shelf.take("one").append("half done")
    taken = shelf.take("one")
    assert taken == ["kettle"]
    shelf.hold("one", taken)
    assert shelf.get("one") is taken


def test_what_nobody_asks_for_any_more_is_thrown_away(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, hold=True)
    shelf.put("one", 1)
    shelf.put("two", 2)
    shelf.tidy()
    assert shelf.get("two") == 2
    shelf.tidy()
    assert {path.name for path in tmp_path.iterdir()} == {"two"}
    assert shelf.get("one") is None


def test_what_somebody_will_ask_for_is_spared(tmp_path: Path) -> None:
    Shelf(tmp_path).put("one", 1)
    shelf = Shelf(tmp_path)
    shelf.spare("one")
    shelf.tidy()
    assert shelf.get("one") == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[:DIGEST_BYTES],
        lambda data: data[:40] + b"\x00" + data[41:],
        lambda data: b"noise" * 100,
    ],
    ids=["empty", "cut", "only a digest", "flipped", "noise"],
)
def test_what_is_damaged_is_not_there(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    Shelf(tmp_path).put("one", KEPT)
    (tmp_path / "one").write_bytes(damage((tmp_path / "one").read_bytes()))
    assert Shelf(tmp_path).get("one") is None


def test_what_is_another_ones_is_not_there(tmp_path: Path) -> None:
    Shelf(tmp_path).put("one", KEPT)
    Shelf(tmp_path).put("two", KEPT)
    (tmp_path / "one").rename(tmp_path / "two")
    assert Shelf(tmp_path).get("two") is None


def lay(path: Path, data: bytes) -> None:
    """Put data in its place as a shelf would."""
    path.write_bytes(sha256(path.name.encode() + data).digest()[:DIGEST_BYTES] + data)


class Evil:
    """Pickles as a call."""

    def __init__(self, call: Callable[..., object], *words: object) -> None:
        self.call, self.words = call, words

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self.call, self.words


@pytest.mark.parametrize("call", [os.mkdir, eval, Path.mkdir, sha256], ids=repr)
def test_a_shelf_runs_nothing(tmp_path: Path, call: Callable[..., object]) -> None:
    words = {os.mkdir: (str(tmp_path / "made"),), eval: ("1+1",)}.get(call, ())
    lay(tmp_path / "one", pickle.dumps(Evil(call, *words)))
    assert Shelf(tmp_path).get("one") is None
    assert not (tmp_path / "made").exists()


def test_what_a_shelf_runs_would_be_seen(tmp_path: Path) -> None:
    lay(tmp_path / "one", pickle.dumps(KEPT))
    assert Shelf(tmp_path).get("one") == KEPT


def test_a_record_is_no_way_to_what_its_module_imports(tmp_path: Path) -> None:
    lay(tmp_path / "one", b"cpapergarden.model.packed\nattrgetter\n(S'__class__'\ntR.")
    assert Shelf(tmp_path).get("one") is None


@pytest.mark.parametrize("hold", [False, True])
def test_things_in_a_drawer_are_replaced_and_thrown_away_one_by_one(tmp_path: Path, hold: bool) -> None:
    shelf = Shelf(tmp_path, hold=hold)
    drawer = Drawer(shelf, "index")
    shelf.put("other", 0)
    for name in ("one", "two", "three"):
        drawer[name] = name
    drawer["two"] = KEPT
    del drawer["three"]
    assert [drawer.get(name) for name in ("one", "two", "three")] == ["one", KEPT, None]
    drawer.clear()
    assert drawer.get("one") is None
    assert shelf.get("other") == 0


def test_a_drawer_is_spared_as_a_whole(tmp_path: Path) -> None:
    Drawer(Shelf(tmp_path), "index")["one"] = 1
    shelf = Shelf(tmp_path)
    shelf.spare("index")
    shelf.tidy()
    assert Drawer(Shelf(tmp_path), "index").get("one") == 1
    shelf.tidy()
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_read_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    for name in ("listdir", "scandir", "stat", "mkdir"):
        monkeypatch.setattr(os, name, refuse)
    shelf = Shelf(tmp_path / "no/shelf", hold=True)
    shelf.put("one", 1)
    assert shelf.get("one") == 1
    assert shelf.names() == {"one"}
    shelf.tidy()


def test_a_thing_that_is_being_written_down_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process may be at it while this one keeps what is called alike, and tidies."""
    shelf, other, dump = Shelf(tmp_path), Shelf(tmp_path), pickle.dump
    drawer = Drawer(shelf, "abc.search")

    def meanwhile(thing: object, file: BinaryIO, protocol: int) -> None:
        monkeypatch.setattr(pickle, "dump", dump)
        other.spare("abc.search")
        other.put("abc.state", "state")
        other.tidy()
        dump(thing, file, protocol)

    monkeypatch.setattr(pickle, "dump", meanwhile)
    drawer["lists"] = "lists"
    assert drawer.get("lists") == "lists"
    assert shelf.get("abc.state") == "state"
