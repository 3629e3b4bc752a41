"""A long file is what its pieces are, whatever it was before, and no piece is made that it already has."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden import splice as module
from papergarden.splice import Pieces, splice

TEXTS = {"a": b"first\n", "b": b"second, longer\n", "c": b"", "d": b"x" * 99, "e": b"last"}


class File:
    """A file on disk, and what was made for it the last time."""

    def __init__(self, folder: Path) -> None:
        self.path, self.memory = folder / "file.txt", folder / "memory/file.pieces"
        self.made: list[str] = []

    def lay(self, names: Sequence[str], salt: str = "program") -> bool:
        self.made = []

        def make(number: int) -> bytes:
            self.made.append(names[number])
            return TEXTS[names[number]]

        written = splice(str(self.path), self.memory, Pieces(salt, [name.encode() for name in names], make))
        assert self.path.read_bytes() == b"".join(TEXTS[name] for name in names)
        return written


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path)


@given(
    turns=st.lists(st.lists(st.sampled_from(sorted(TEXTS))), min_size=1, max_size=4),
    at_once=st.integers(1, 50),
)
def test_only_what_is_new_is_made(
    tmp_path_factory: pytest.TempPathFactory, turns: list[list[str]], at_once: int
) -> None:
    file = File(tmp_path_factory.mktemp("long"))
    before: list[str] | None = None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "AT_ONCE", at_once)
        for names in turns:
            old = file.path.read_bytes() if before is not None else None
            written = file.lay(names)
            assert file.made == [name for name in names if before is None or name not in before]
            assert written == (file.path.read_bytes() != old)
            before = names


def test_what_stays_is_not_touched(file: File) -> None:
    assert file.lay("abc")
    time = file.path.stat().st_mtime_ns
    assert not file.lay("abc")
    assert not file.made
    assert file.path.stat().st_mtime_ns == time


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.memory.unlink(),
        lambda file: file.memory.write_bytes(file.memory.read_bytes()[:-1]),
        lambda file: file.memory.write_bytes(b"\xff" * 200),
        lambda file: file.memory.write_bytes(b""),
        lambda file: (file.memory.unlink(), file.memory.mkdir()),
        lambda file: file.path.write_bytes(file.path.read_bytes().replace(b"second", b"damage")),
        lambda file: os.utime(file.path, ns=(0, 0)),
    ],
    ids=["lost", "cut", "noise", "empty", "a folder", "file edited", "file touched"],
)
def test_what_is_not_known_for_sure_is_made(file: File, damage: Callable[[File], None]) -> None:
    file.lay("abd")
    damage(file)
    file.lay("abd")
    assert file.made == ["a", "b", "d"]


def test_another_program_makes_everything(file: File) -> None:
    file.lay("abd")
    file.lay("abd", salt="another program")
    assert file.made == ["a", "b", "d"]
