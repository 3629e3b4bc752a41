"""A folder is published by what is remembered of it."""

import os
from pathlib import Path

import pytest

from papergarden.publish import Order, Site

NAMES = (
    "index.html",
    "papers/é ü/index.html",
    "a line\nbreak.txt",
    os.fsdecode(b"no \xff text"),
    "two  blanks",
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
