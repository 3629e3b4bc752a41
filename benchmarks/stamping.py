"""What the pages alone take, from a library in memory: the part of a build that other generators do.

    python -m benchmarks.stamping COLLECTION FOLDER

Reads the collection, then makes its pages and no other files in an empty folder, and prints the CPU seconds
of all processes from then on, those of the clock, and the megabytes of memory at most in one.
"""

import os
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

from papergarden import mkdocs_plugin
from papergarden.model import Batch, Lot, Page
from papergarden.pipeline import build_library, write_news
from papergarden.project import load_settings

MEGABYTE = 1024  # in the kilobytes that the system counts


def used() -> tuple[float, float]:
    """CPU seconds of this process and its ended children, and those of the clock."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages), time.monotonic()


def only_pages(*given: Any, **named: Any) -> Iterator[Page | Lot]:
    """The pages of a site, and nothing that lies beside them."""
    for made in write_news(*given, **named):
        if isinstance(made, Lot):
            yield replace(made, things=partial(_pages_of, made))
        elif isinstance(made, Page):
            yield made


def _pages_of(lot: Lot, names: Set[str]) -> Iterable[Page]:
    return (made for made in lot.things(names) if isinstance(made, Page))


def main() -> None:
    """Print the figures."""
    collection, folder = (Path(name).absolute() for name in sys.argv[1:])
    os.chdir(collection)
    library = build_library(load_settings(Path("mkdocs.yml")))
    known: dict[str, Callable[..., Any]] = {
        "gather": lambda *_: (library, None),
        "with_relations": lambda *_: library,
        "search_index": lambda *_: Batch("search/", lambda path_of: ()),
        "write_news": only_pages,
    }
    with ExitStack() as patched:
        for name, stand_in in known.items():
            patched.enter_context(mock.patch.object(mkdocs_plugin, name, stand_in))
        cpu, clock = used()
        mkdocs_plugin.build_site(Path("mkdocs.yml"), folder, strict=False)
        cpu_after, clock_after = used()
    memory = max(
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(cpu_after - cpu, clock_after - clock, memory / MEGABYTE)


if __name__ == "__main__":
    main()
