"""Of two builds of a project one waits, and none leaves behind what is no part of the site."""

import logging
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from papergarden.workroom import NAME, Workroom

HOLD = """
from pathlib import Path
from papergarden.workroom import Workroom
room = Workroom(Path({project!r}), Path({project!r}, "cache"))
room.enter()
print(room.folder(), flush=True)
input()
"""


class Told(logging.Handler):
    """Calls a function at the first message."""

    def __init__(self, leave: Workroom) -> None:
        super().__init__()
        self._room, self.texts = leave, list[str]()

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())
        self._room.leave()


def test_a_second_build_says_that_it_waits_and_goes_on_once_the_first_has_ended(tmp_path: Path) -> None:
    first, second = Workroom(tmp_path, tmp_path / "cache"), Workroom(tmp_path, tmp_path / "cache")
    first.enter()
    log, told = logging.getLogger("mkdocs.plugins.papergarden"), Told(first)
    log.addHandler(told)
    log.setLevel(logging.INFO)
    waiting = Thread(target=second.enter, daemon=True)
    waiting.start()
    waiting.join(60)
    log.removeHandler(told)
    assert not waiting.is_alive()
    assert told.texts == ["Waiting for another build of this project to end"]
    second.leave()


def test_a_build_that_was_killed_keeps_nobody_waiting_and_what_it_left_is_taken_away(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD.format(project=str(tmp_path))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout
        left = Path(killed.stdout.readline().strip())
        (left / "page.html").touch()
        killed.kill()
    room = Workroom(tmp_path, tmp_path / "cache")
    room.enter()
    assert room.folder() == left == tmp_path / "cache" / NAME
    assert not any(left.iterdir())
    room.leave()
    assert not left.exists()


@pytest.mark.parametrize("cache", ["file", "lost"])
def test_there_is_room_where_nothing_can_be_remembered(tmp_path: Path, cache: str) -> None:
    place = tmp_path / "cache"
    place.touch() if cache == "file" else place.symlink_to(tmp_path / "file")
    (tmp_path / "file").touch()
    room = Workroom(tmp_path, place)
    room.enter()
    folder = room.folder()
    assert folder.is_dir()
    room.leave()
    assert not folder.exists()


def test_two_without_locks_have_rooms_of_their_own(tmp_path: Path) -> None:
    rooms = [Workroom(tmp_path / "nowhere", tmp_path / "cache") for _ in range(2)]
    for room in rooms:
        room.enter()
    assert len({room.folder() for room in rooms}) == 2
    for room in rooms:
        room.leave()
