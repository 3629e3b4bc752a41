"""All cores of the machine at once, for work that falls into shares which need nothing of each other."""

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from ctypes import CDLL
from itertools import chain
from multiprocessing import Pipe, get_context, parent_process
from multiprocessing.connection import Connection
from typing import Any, TypeVar

SHARE = 250
"""Small things that one process works on before it tells of them and takes the next."""
FEW = 1000
"""So many small things are done sooner than a second process is started."""

PR_SET_PDEATHSIG = 1
"""What Linux calls the signal that a process gets when its parent ends (prctl(2))."""

# Before numpy is loaded, as this module is: its linear algebra, which nothing here uses, would else begin a
# thread for each core, and a process with threads cannot be copied safely.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

T = TypeVar("T")
R = TypeVar("R")

_COPIES = get_context("fork") if sys.platform == "linux" else get_context()

MOST = 8
"""Processes at once: more of them wait for the disk, and each holds what it makes."""

_at_hand: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []
"""The work that is being spread; children find it here, for it need not pickle."""
_taken: list[int] = []
"""The share of it that this process is at work on."""


def spread(
    work: Callable[[T], R], shares: Sequence[T], things: int | None = None, *, here: bool = False
) -> Iterator[R]:
    """``map(work, shares)`` on all cores, begun at once; only what comes out has to pickle.

    ``things`` is how many small things the shares are of; without it, each share is much work. Whether this
    process works, too, is told by ``here``: then a copy less has to be made of what they work with, but what
    the work leaves behind is not given back before the program ends.

    The children begin as copies of this process, so what they change is lost but for what they return. Where
    that cannot be done safely, the work is done here: with one core, in a program with several threads
    (``mkdocs serve``), or outside Linux, where libraries do not survive being copied.
    """
    number = min(cores(), len(shares))
    if number < 2 or (things is not None and things <= FEW):
        return map(work, shares)
    with ExitStack() as opened:
        opened.enter_context(_still())
        try:
            pool = ProcessPoolExecutor(number - here, _COPIES, initializer=_end_with, initargs=(os.getpid(),))
        except OSError:  # it needs semaphores, of which there are none where /dev/shm may only be read
            return map(work, shares)
        opened.enter_context(pool)
        _at_hand.append((work, shares))
        try:
            begun = [pool.submit(_share, at) for at in range(len(shares))]  # all children begin here
        finally:
            _at_hand.pop()
        opened.callback(pool.shutdown, cancel_futures=True)
        return _closing(opened.pop_all(), _done(begun, work if here else None, shares))


def _done(begun: Sequence[Future[R]], work: Callable[[T], R] | None, shares: Sequence[T]) -> Iterator[R]:
    """What comes of shares that are begun with, the last of which this process takes if it is to ``work``."""
    own: dict[int, R] = {}
    for at in reversed(range(len(begun))):
        if work and begun[at].cancel():
            _taken.append(at)
            try:
                own[at] = work(shares[at])
            finally:
                _taken.pop()
    for at, one in enumerate(begun):
        yield own.pop(at) if at in own else one.result()


def _closing(opened: ExitStack, results: Iterator[R]) -> Iterator[R]:
    """The results, after the last of which everything is closed."""
    with opened:
        yield from results


def spread_out(work: Callable[[T], R], things: Sequence[T]) -> Iterator[R]:
    """``map(work, things)`` for many things that take little each, in shares on all cores."""
    shares = [things[at : at + SHARE] for at in range(0, len(things), SHARE)]
    return chain.from_iterable(spread(lambda share: [work(thing) for thing in share], shares, len(things)))


def aside(work: Callable[[], R]) -> Callable[[], R]:
    """Begin work while this process goes on; what is returned waits for what comes of it.

    Where processes cannot be copied safely, as with `spread`, it is done here once somebody waits for it; and
    also where the child fails, so that its fault is one of this process.
    """
    if cores() < 2:
        return work
    here, there = Pipe(duplex=False)
    with _still():
        child = _COPIES.Process(target=_tell, args=(there, work, os.getpid()), daemon=True)
        child.start()
    there.close()

    def wait() -> R:
        with here, suppress(EOFError):
            made: R = here.recv()
            child.join()
            return made
        child.join()
        return work()

    return wait


def apart(work: Callable[[], R]) -> R:
    """What comes of work in a process of its own: all that it takes beside is given back when that ends.

    Else memory of many small things is not, for what stays lies between them. Where there can be no such
    process, the work is done here.
    """
    return aside(work)()


def _tell(there: Connection, work: Callable[[], Any], parent: int) -> None:
    """Do in a child what it is there for; a fault is seen where the work is done again."""
    _end_with(parent)
    _at_hand.append((lambda _: work(), ()))
    with there, suppress(Exception):
        there.send(work())


def _end_with(parent: int) -> None:
    """Have this child end when its parent is killed: else it would wait for it for ever, or write files."""
    CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def cores() -> int:
    """How many processes may work at once."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(MOST, len(os.sched_getaffinity(0)))


def is_share() -> bool:
    """Whether this is work that `spread` deals out: nobody knows which process does it, or what first."""
    return bool(_taken) or (parent_process() is not None and bool(_at_hand))


def _share(at: int) -> Any:
    work, shares = _at_hand[-1]
    return work(shares[at])


@contextmanager
def _still() -> Iterator[None]:
    """Have children share memory: what nobody uses they need not, and the collector of garbage would copy it.

    The C library of most Linux systems keeps what was freed; at 100,000 papers that is a fifth of all.
    """
    with suppress(AttributeError):  # another C library
        CDLL(None).malloc_trim(0)
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
