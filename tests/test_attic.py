"""Long texts that lie in a file."""

import os
import pickle
from collections.abc import Sequence

import pytest

from papergarden import attic
from papergarden.cores import spread
from papergarden.model import Record, Source, held

HOLD = held(Record, "abstract")


def records(*abstracts: str) -> list[Record]:
    source = Source("a.txt", 1)
    return [Record(source=source, end=1, reader="sample", ref="a", abstract=text) for text in abstracts]


TEXTS = ("", "short", "a kettle " * 40, "Wasser – Kessel \ud800" * 40, "last " * 90)


def test_long_texts_are_as_they_were() -> None:
    for _ in range(2):
        some = records(*TEXTS)
        attic.put_away(some)
        assert [isinstance(HOLD(one), str) for one in some] == [True, True, False, False, False]
        held_before = list(map(HOLD, some))
        attic.put_away(some)
        assert list(map(HOLD, some)) == held_before
        assert tuple(one.abstract for one in some) == TEXTS
        assert pickle.loads(pickle.dumps(some)) == some


def test_a_copy_of_the_process_reads_them_and_puts_none_away() -> None:
    some = records(*TEXTS)
    attic.put_away(some)

    def work(number: int) -> tuple[str, bool]:
        mine = records(TEXTS[2])
        attic.put_away(mine)
        return some[number].abstract, isinstance(HOLD(mine[0]), str) or os.getpid() == attic._OWNER

    assert list(spread(work, range(5))) == [(text, True) for text in TEXTS]


@pytest.mark.parametrize("fault", ["no room", "no such call"])
def test_where_there_can_be_no_file_they_stay(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(content: Sequence[int]) -> int:
        raise OSError(28, "No space left on device")

    if fault == "no room":
        monkeypatch.setattr(attic, "_written", full)
    else:
        monkeypatch.delattr(os, "pread")
    some = records(*TEXTS)
    attic.put_away(some)
    assert tuple(map(HOLD, some)) == TEXTS
