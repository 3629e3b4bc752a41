"""Work that is spread over the cores is the work that one core would do."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from errno import EACCES
from multiprocessing.synchronize import SemLock
from pathlib import Path

import pytest

from papergarden import cores
from papergarden.cores import aside, is_share, spread, spread_out


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)


@pytest.fixture
def many_threads() -> Iterator[None]:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    yield
    done.set()
    thread.join()


linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere work is not spread")


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if no server of another test had left a thread."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@linux
@pytest.mark.usefixtures("alone")
def test_shares_are_worked_on_elsewhere_and_come_back_in_order() -> None:
    seen = list(spread(lambda share: (share, os.getpid(), is_share()), range(20)))
    assert [share for share, _, _ in seen] == list(range(20))
    assert os.getpid() not in {process for _, process, _ in seen}
    assert all(copy for _, _, copy in seen)
    assert not is_share()


@linux
@pytest.mark.usefixtures("alone")
def test_this_process_takes_the_last_shares_where_it_is_to_work_too() -> None:
    here = os.getpid()

    def wait(share: int) -> tuple[int, int, bool]:
        if os.getpid() != here:
            time.sleep(0.2)
        return share, os.getpid(), is_share()

    seen = list(spread(wait, range(20), here=True))
    assert [share for share, _, _ in seen] == list(range(20))
    processes = [process for _, process, _ in seen]
    assert processes[0] != here == processes[-1]
    assert len(set(processes)) == 2
    assert all(shared for _, _, shared in seen)
    assert not is_share()


@linux
@pytest.mark.usefixtures("alone")
def test_a_fault_in_a_share_that_this_process_takes_ends_the_work() -> None:
    here, seen = os.getpid(), list[int]()

    def divide(share: int) -> float:
        if os.getpid() == here:
            seen.append(share)
        return 1 / (share - 19)

    with pytest.raises(ZeroDivisionError):
        list(spread(divide, range(20), here=True))
    assert seen == [19]
    assert not is_share()


@linux
@pytest.mark.usefixtures("alone")
def test_where_no_semaphores_can_be_made_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(EACCES, "/dev/shm may only be read")

    monkeypatch.setattr(SemLock, "__init__", refuse)
    assert list(spread(lambda share: (share, os.getpid()), range(3))) == [(n, os.getpid()) for n in range(3)]


@linux
@pytest.mark.usefixtures("alone")
def test_shares_are_begun_before_anybody_asks_for_them(tmp_path: Path) -> None:
    def leave(share: int) -> int:
        (tmp_path / str(share)).touch()
        return share

    results = spread(leave, [0, 1])
    waited = 0
    while len(list(tmp_path.iterdir())) < 2 and waited < 600:
        time.sleep(0.1)
        waited += 1
    assert {path.name for path in tmp_path.iterdir()} == {"0", "1"}
    assert list(results) == [0, 1]


def test_work_in_a_program_with_threads_is_done_here(many_threads: None) -> None:
    assert set(spread(lambda _: (os.getpid(), is_share()), range(20))) == {(os.getpid(), False)}


@linux
@pytest.mark.usefixtures("alone")
def test_a_fault_in_a_share_is_a_fault_here() -> None:
    def divide(share: int) -> float:
        return 1 / share

    with pytest.raises(ZeroDivisionError):
        list(spread(divide, [1, 0]))
    assert list(spread(divide, [1, 2])) == [1, 0.5]


@pytest.mark.usefixtures("alone")
def test_many_small_things_come_back_in_order() -> None:
    assert list(spread_out(str, range(3 * cores.SHARE))) == list(map(str, range(3 * cores.SHARE)))
    assert list(spread_out(str, range(5 * cores.SHARE))) == list(map(str, range(5 * cores.SHARE)))


@linux
@pytest.mark.usefixtures("alone")
def test_work_aside_is_done_elsewhere_meanwhile() -> None:
    wait = aside(lambda: (os.getpid(), is_share()))
    process, copy = wait()
    assert copy
    assert process != os.getpid()


@pytest.mark.usefixtures("alone")
def test_a_fault_aside_is_a_fault_here() -> None:
    wait = aside(lambda: 1 / len([]))
    with pytest.raises(ZeroDivisionError):
        wait()


@linux
@pytest.mark.usefixtures("alone")
def test_work_aside_whose_process_ends_is_done_here() -> None:
    here = os.getpid()
    wait = aside(lambda: here if os.getpid() == here else os._exit(1))
    assert wait() == here


def test_work_aside_in_a_program_with_threads_is_done_here(many_threads: None) -> None:
    assert aside(os.getpid)() == os.getpid()


BUSY = """
import os, sys, time
from papergarden.cores import aside, spread
os.sched_getaffinity = lambda _: {0, 1}

def work(share):
    os.write(1, b"%d\\n" % os.getpid())  # at once: what several processes print may come mixed
    time.sleep(600)

wait = aside(lambda: work(0))
list(spread(work, [1, 2]))
"""


@linux
def test_no_child_outlives_a_program_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", BUSY], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout
        told = [program.stdout.readline().strip() for _ in range(3)]
        program.kill()
    assert all(map(str.isdecimal, told))
    children = [Path("/proc", one) for one in told]
    waited = 0
    while any(is_alive(child) for child in children) and waited < 600:
        time.sleep(0.1)
        waited += 1
    assert not any(is_alive(child) for child in children)


def is_alive(process: Path) -> bool:
    """Whether a process runs, which one that nobody took leave of does not."""
    try:
        return process.joinpath("stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
