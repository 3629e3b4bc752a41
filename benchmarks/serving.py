"""How long somebody who edits or adds a seed waits until ``mkdocs serve`` shows it.

    python -m benchmarks.serving PROJECT
    python -m benchmarks.serving PROJECT new.jsonl

Starts the server in a project that was built before, adds a word to the abstract of a paper again and again,
and asks for the paper's page until the word is there. With a document, adds that to the seeds again and
again, and asks for the page of a paper in it until there is one. Prints, each the median of the changes, the
CPU seconds of the server and those of the clock, and the megabytes that it held at most. Linux only: it reads
proc(5).
"""

import csv
import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

CHANGES = 3
START = 600
"""Seconds that the first build may take."""
PATIENCE = 60
"""Seconds until a change that is not shown is held to be lost."""
PAUSE = 0.02
AWHILE = 1
"""Seconds between changes, for the server to be at rest."""


def main() -> None:
    """Print the figures."""
    project, *given = (Path(one).absolute() for one in sys.argv[1:])
    new = given[0] if given else None
    seed = min((project / "seeds").glob("*.jsonl"))
    text = seed.read_text("utf-8")
    try:
        with served(project) as (address, process):
            page = f"{address}/papers/{id_of(json.loads(text.partition(chr(10))[0])['title'], project)}/"
            until_shown(page, "<html", START)
            if new:
                added = f"{address}/{address_in(new)}"
                changes = [add(new, project / "seeds/new.jsonl", added, process) for _ in range(CHANGES)]
            else:
                changes = [edit(seed, text, f"Edited{number}", page, process) for number in range(CHANGES)]
            print(*map(statistics.median, zip(*changes, strict=True)), peak(process))
    finally:
        seed.write_text(text, "utf-8")


@contextmanager
def served(project: Path) -> Iterator[tuple[str, int]]:
    """The address of a server that shows the project, and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", host]
    with subprocess.Popen(command, cwd=project, env={**os.environ, "SITE_URL": f"http://{host}/"}) as process:
        try:
            yield f"http://{host}", process.pid
        finally:
            process.kill()


def id_of(title: str, project: Path) -> str:
    """The id of a paper in the built site."""
    with (project / "site/data/papers.csv").open(encoding="utf-8", newline="") as file:
        return next(row["id"] for row in csv.DictReader(file) if row["title"] == title)


def address_in(new: Path) -> str:
    """Where the page is of the first paper in a document."""
    command = [sys.executable, "-m", "papergarden", "export", str(new)]
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return str(json.loads(told.stdout.partition("\n")[0])["url"])


def add(new: Path, seed: Path, page: str, process: int) -> tuple[float, float]:
    """The CPU and clock seconds until a page of a document that is added to the seeds is shown."""
    time.sleep(AWHILE)
    cpu, clock = used(process), time.monotonic()
    seed.write_bytes(new.read_bytes())
    until_shown(page, "<html", PATIENCE)
    took = used(process) - cpu, time.monotonic() - clock
    seed.unlink()
    until_gone(page)
    return took


def edit(seed: Path, text: str, word: str, page: str, process: int) -> tuple[float, float]:
    """The CPU and clock seconds from an edit of the first paper until its page shows it."""
    first, _, rest = text.partition("\n")
    paper = json.loads(first)
    paper["abstract"] = f"{paper['abstract']} {word}."
    time.sleep(AWHILE)
    cpu, clock = used(process), time.monotonic()
    seed.write_text(f"{json.dumps(paper, ensure_ascii=False)}\n{rest}", "utf-8")
    until_shown(page, word, PATIENCE)
    return used(process) - cpu, time.monotonic() - clock


def until_shown(page: str, word: str, seconds: float) -> None:
    """Wait until a page shows a word."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with suppress(OSError), urlopen(page) as answer:
            if word in answer.read().decode():
                return
        time.sleep(PAUSE)
    raise RuntimeError(f"{page} does not show {word!r}")


def until_gone(page: str) -> None:
    """Wait until there is no page any more."""
    with suppress(HTTPError):
        while True:
            with urlopen(page):
                time.sleep(PAUSE)


def used(process: int) -> float:
    """The CPU seconds of a process until now."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak(process: int) -> float:
    """The megabytes that a process held at most."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmHWM"))) / 1024


if __name__ == "__main__":
    main()
