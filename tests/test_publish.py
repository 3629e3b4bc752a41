"""A folder is published by what is remembered of it."""

import os
import shutil
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from papergarden.cores import is_share
from papergarden.publish import TORN, NotHereError, Order, Site
from papergarden.splice import Pieces

NAMES = (
    "index.html",
    "papers/é ü/index.html",
    "a line\nbreak.txt",
    os.fsdecode(b"no \xff text"),
    "two  blanks",
    "tags/x/page/2/index.html",
)


def publish(folder: Path, words: str, names: tuple[str, ...] = NAMES) -> Site:
    """A build of a site whose files hold the same words, made from just them."""
    site = Site(folder / "site", folder / "memory.site")
    for name in names:
        site.put(Order(name, words, words.encode))
    site.finish()
    return site


def test_what_lies_there_is_remembered_whatever_its_name(tmp_path: Path) -> None:
    assert publish(tmp_path, "one").written == len(NAMES)
    again = publish(tmp_path, "one")
    assert (again.made, again.written) == (0, 0)
    assert again.is_whole()
    other = publish(tmp_path, "two")
    assert other.written == len(NAMES)


def test_a_site_without_files_is_remembered_too(tmp_path: Path) -> None:
    publish(tmp_path, "one")
    assert len(publish(tmp_path, "one", names=())) == 0
    assert not any((tmp_path / "site").iterdir())
    assert publish(tmp_path, "one").written == len(NAMES)


@pytest.mark.parametrize("change", ["time", "size", "gone"])
def test_a_file_that_somebody_touched_is_made_again(tmp_path: Path, change: str) -> None:
    publish(tmp_path, "one")
    file = tmp_path / "site" / NAMES[0]
    if change == "time":
        os.utime(file, ns=(0, 0))
    elif change == "size":
        file.write_text("something else", "utf-8")
    else:
        file.unlink()
    site = publish(tmp_path, "one")
    assert (site.made, site.written) == (1, change != "time")
    assert file.read_text("utf-8") == "one"


@pytest.mark.parametrize("change", ["", "size", "gone"])
def test_a_file_stays_as_it_is_unless_somebody_touched_it(tmp_path: Path, change: str) -> None:
    publish(tmp_path, "one")
    file = tmp_path / "site" / NAMES[0]
    if change == "size":
        file.write_text("something else", "utf-8")
    elif change:
        file.unlink()
    site = Site(tmp_path / "site", tmp_path / "memory.site")
    site.start()
    site.look()
    touched = site.touched()
    assert list(touched) == [NAMES[0]][: len(change)]
    site.keep([name for name in NAMES if name not in touched])
    site.finish()
    kept = {name for name in NAMES if (tmp_path / "site" / name).exists()}
    assert kept == {*NAMES} - {*touched}
    assert (len(site), site.made, site.written) == (len(kept), 0, 0)


def test_what_a_link_leads_to_is_left_alone(tmp_path: Path) -> None:
    publish(tmp_path, "one")
    file, elsewhere = tmp_path / "site" / NAMES[1], tmp_path / "elsewhere"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    publish(tmp_path, "two")
    assert file.read_text("utf-8") == "two"
    assert elsewhere.read_text("utf-8") == "one"


def test_a_file_is_found_by_what_it_was_made_from(tmp_path: Path) -> None:
    publish(tmp_path, "one", names=NAMES[:2])
    site = Site(tmp_path / "site", tmp_path / "memory.site")
    assert site.key_of(NAMES[0]) == "one"
    assert site.paths_below("papers/") == {"one": NAMES[1]}
    assert not site.paths_below("browse/")


@pytest.mark.parametrize("words", ["a longer one", "1", ""])
def test_an_old_file_is_written_over(tmp_path: Path, words: str) -> None:
    publish(tmp_path, "one", names=NAMES[:1])
    assert publish(tmp_path, words, names=NAMES[:1]).written == 1
    assert (tmp_path / "site" / NAMES[0]).read_text("utf-8") == words


def test_what_a_build_left_that_broke_off_is_taken_away(tmp_path: Path) -> None:
    publish(tmp_path, "one")
    torn = Site(tmp_path / "site", tmp_path / "memory.site")
    torn.start()
    deep = tmp_path / "site/papers/é ü/feed.xml"
    for path in ("papers/new/index.html", "papers/é ü/feed.xml"):
        torn.put(Order(path, "", b"new".strip))
    assert not Site(tmp_path / "site", tmp_path / "memory.site").is_whole()
    again = publish(tmp_path, "one")
    assert not deep.exists()
    assert not (tmp_path / "site/papers/new").exists()
    assert (again.made, again.written) == (0, 0), "what was remembered before still holds"
    assert not list(tmp_path.glob(f"*{TORN}"))


def test_what_a_server_left_that_broke_off_is_taken_away(tmp_path: Path) -> None:
    site = publish(tmp_path, "one", names=NAMES[:2])
    site.again()
    site.again()
    site.put(Order(NAMES[0], "one", b"one".strip))
    site.finish()
    assert not (tmp_path / "site" / NAMES[1]).exists()


@pytest.mark.parametrize("kind", ["lost link", "folder", "pipe"])
def test_what_lies_in_the_way_is_not_written_into(tmp_path: Path, kind: str) -> None:
    publish(tmp_path, "one")
    place = tmp_path / "site" / NAMES[0]
    place.unlink()
    put: dict[str, Callable[[], object]] = {
        "lost link": lambda: place.symlink_to(tmp_path / "nothing"),
        "folder": lambda: (place / "below").mkdir(parents=True),
        "pipe": lambda: os.mkfifo(place),
    }
    put[kind]()
    assert publish(tmp_path, "one").written == 1
    assert not place.is_symlink()
    assert place.read_text("utf-8") == "one"


@pytest.mark.parametrize("name", ["loose.txt", "folder/deep/x.txt", "papers/other/index.html", "papers/x"])
def test_what_others_put_into_the_folder_is_taken_away(tmp_path: Path, name: str) -> None:
    site = publish(tmp_path, "one")
    assert site.is_whole()
    stranger = tmp_path / "site" / name
    stranger.parent.mkdir(parents=True, exist_ok=True)
    stranger.touch()
    (tmp_path / "site/.hidden").touch()
    assert not Site(site.folder, site.memory).is_whole()
    assert publish(tmp_path, "one").is_whole()
    assert not stranger.exists()
    assert (tmp_path / "site/.hidden").exists()


def test_a_memory_of_another_hour_leaves_nothing_behind(tmp_path: Path) -> None:
    """An older one put back over a newer site, or an older site under a newer memory."""
    memory, site, deep = tmp_path / "memory.site", tmp_path / "site", "data/api/new.json"
    publish(tmp_path, "one", names=("index.html", "data/api/x.json"))
    older = memory.read_bytes()
    publish(tmp_path, "one", names=("index.html", "data/api/x.json", deep))
    shutil.copytree(site, tmp_path / "older")
    memory.write_bytes(older)
    again = publish(tmp_path, "one", names=("index.html", "data/api/x.json"))
    assert not (site / deep).exists()
    assert (again.made, again.written) == (0, 0)
    shutil.rmtree(site)
    (tmp_path / "older").rename(site)
    publish(tmp_path, "one", names=("index.html", "data/api/x.json"))
    assert not (site / deep).exists()


def test_what_took_the_place_of_a_file_that_is_gone_goes_with_it(tmp_path: Path) -> None:
    publish(tmp_path, "one")
    place = tmp_path / "site" / NAMES[1]
    place.unlink()
    place.mkdir()
    (place / "inside.txt").write_text("Theirs", "utf-8")
    publish(tmp_path, "one", names=("index.html",))
    assert not place.parent.exists()


@pytest.mark.parametrize("name", ["papers", "papers/é ü", "tags/x/page", "tags/x/page/2"])
def test_nothing_is_written_through_a_link_to_a_folder(tmp_path: Path, name: str) -> None:
    publish(tmp_path, "one")
    folder, elsewhere = tmp_path / "site" / name, tmp_path / "elsewhere"
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)
    site = Site(tmp_path / "site", tmp_path / "memory.site")
    assert not site.is_whole()
    site.start()
    publish(tmp_path, "two")
    assert not folder.is_symlink()
    assert all(path.read_text("utf-8") == "one" for path in elsewhere.rglob("*") if path.is_file())
    assert (tmp_path / "site" / NAMES[1]).read_text("utf-8") == "two"


def test_a_build_that_writes_nothing_leaves_the_times_of_folders(tmp_path: Path) -> None:
    def times() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in (tmp_path / "site", *tmp_path.glob("site/**/*"))}

    publish(tmp_path, "one")
    before = times()
    publish(tmp_path, "one")
    assert times() == before


@pytest.mark.parametrize("long", [False, True])
def test_an_older_site_that_is_kept_as_hard_links_stays_as_it_was(tmp_path: Path, long: bool) -> None:
    file, older = tmp_path / "site/data/papers.csv", tmp_path / "older.csv"
    for words in (b"one", b"two"):
        made = Pieces("", [words], lambda number, words=words: words) if long else words  # type: ignore[misc]
        site = Site(tmp_path / "site", tmp_path / "memory.site")
        site.put(Order("data/papers.csv", words.decode(), lambda made=made: made))  # type: ignore[misc]
        site.finish()
        if words == b"one":
            os.link(file, older)
    assert (file.read_bytes(), older.read_bytes()) == (b"two", b"one")


def test_things_may_be_named_late_and_some_of_them_be_left_to_the_first_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    site = Site(tmp_path / "site", tmp_path / "memory.site")

    def content(name: str) -> bytes:
        if name.endswith("1") and is_share():
            raise NotHereError
        return name.encode()

    def orders(names: Sequence[str]) -> list[Order]:
        return [Order(name, "", partial(content, name)) for name in names]

    shares: list[Callable[[], list[str]]] = [
        partial(list, [f"{number}{at}" for at in range(4)]) for number in range(1, 40)
    ]
    site.fill(["large"], ["small"], orders, shares)
    site.finish()
    names = ["large", "small", *(name for share in shares for name in share())]
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == sorted(names)
    assert all((tmp_path / "site" / name).read_text("utf-8") == name for name in names)
    assert site.written == site.made == len(names)


def test_files_of_a_share_are_all_made_before_the_first_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    site, names = Site(folder, tmp_path / "memory.site"), ["one", "two", "three"]

    def content(name: str) -> bytes:
        assert not folder.exists()
        return name.encode()

    site.fill([], names, lambda share: [Order(name, "", partial(content, name)) for name in share])
    site.finish()
    assert sorted(path.name for path in folder.iterdir()) == sorted(names)


def test_a_thing_that_is_alone_may_have_many_files_of_which_one_is_held(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    site, names = Site(folder, tmp_path / "memory.site"), ["1", "2", "3"]

    def content(name: str) -> bytes:
        assert name == "1" or (folder / str(int(name) - 1)).exists()
        return name.encode()

    site.fill(["all"], [], lambda share: [Order(name, "", partial(content, name)) for name in names])
    site.finish()
    assert site.written == len(names)
