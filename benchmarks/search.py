"""Search engines for static sites side by side, in a real browser: what they find, fetch, and how fast.

    python -m benchmarks.search papers.jsonl.gz --papers 1000 5000 22945

Lunr, MiniSearch and Pagefind are installed by npm into a folder that is thrown away; where npm cannot have
them, their rows are missing and it is said. Queries are known items (``search_queries``), of the half that
nothing was tuned on.
"""

import argparse
import gzip
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.corpus import Paper, read_papers
from benchmarks.search_queries import KINDS, Query, known_items
from papergarden.text.slugs import slug
from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_index import write_search_index

ROOT = Path(__file__).parents[1]
RIVALS = {"Lunr": "lunr@2.3.9", "MiniSearch": "minisearch@7.2.0", "Pagefind": "pagefind@1.4.0"}
LATENCY = 0.05
"""Seconds added to each request, for a network that is not this machine."""
COLD = 4
"""Queries of each kind that are asked from an empty cache."""
LARGEST_LUNR = 5_000
"""Lunr takes a minute of the browser's time for more."""
PAGE = b"<!doctype html><title>search</title>"


def documents(papers: Sequence[Paper]) -> Iterator[SearchDocument]:
    """Papers of the corpus as the site would have them, and their authors."""
    seen: set[str] = set()
    people: defaultdict[str, int] = defaultdict(int)
    for paper in papers:
        key = base = slug(paper["title"])
        number = 1
        while key in seen:
            number += 1
            key = f"{base}-{number}"
        seen.add(key)
        for name in paper["authors"]:
            people[name] += 1
        yield SearchDocument(
            kind="paper",
            url=f"papers/{key}/",
            title=paper["title"],
            authors=tuple(paper["authors"]),
            abstract=paper["abstract"],
            date=str(paper["year"]),
            venue=paper["venue"],
            has_code="github" in paper,
            tags=tuple(paper.get("organizations", ())[:3]),
            ids=tuple(paper[key] for key in ("pdf",) if key in paper),
        )
    addresses = {slug(name): (name, count) for name, count in people.items()}
    for address, (name, count) in addresses.items():
        yield SearchDocument(kind="author", url=f"authors/{address}/", title=name, count=count)


def multiplied(papers: Sequence[Paper], count: int) -> list[Paper]:
    """So many papers: the corpus itself, then papers made of two halves of different ones."""
    dice = Random(1)
    made = list(papers[:count])
    while len(made) < count:
        one, other = dice.sample(papers, 2)
        title = one["title"].split()[: len(one["title"].split()) // 2] + other["title"].split()[2:]
        text = one["abstract"][: len(one["abstract"]) // 2] + other["abstract"][len(other["abstract"]) // 2 :]
        made.append({**one, "title": " ".join(title), "abstract": text})
    return made


class Counting(SimpleHTTPRequestHandler):
    """Serves a folder like a host that compresses text, and counts what it sends."""

    protocol_version = "HTTP/1.1"
    requests = 0
    sent = 0
    latency = 0.0

    def do_GET(self) -> None:
        """Send a file, compressed if it is text."""
        time.sleep(Counting.latency)
        path = Path(self.translate_path(self.path))
        if self.path == "/":
            body, kind = PAGE, "text/html"
        elif path.is_file():
            body, kind = path.read_bytes(), self.guess_type(str(path))
        else:
            self.send_error(404)
            return
        self.send_response(200)
        if path.suffix in {".js", ".mjs", ".json", ".html", ".css"}:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", "text/javascript" if path.suffix == ".mjs" else kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        Counting.requests += self.path not in {"/", "/search_engines.mjs"}
        Counting.sent += len(body) * (self.path not in {"/", "/search_engines.mjs"})
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nothing: there are thousands of requests."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one query costs from an empty cache: bytes, requests, milliseconds; then the bytes of another."""

    sent: int
    requests: int
    milliseconds: float
    further: int


def prepare(
    folder: Path, known: Sequence[SearchDocument], engines: Sequence[str], tools: Path | None
) -> None:
    """Write all that the engines fetch, and say what it took."""
    begun = time.process_time()
    files = list(write_search_index(known))
    took = time.process_time() - begun
    for file in files:
        path = folder / "papergarden" / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content if isinstance(file.content, bytes) else file.content.encode())
    papers = [document for document in known if document.kind == "paper"]
    size = sum(len(file.content) for file in files)
    say(f"\n## {len(papers):,} papers\n")
    say(f"Index: {len(files):,} files, {size:,} bytes, {size / len(papers):.0f} a paper;")
    say(f"{len(papers) / took:,.0f} papers a second (processor time)\n")
    for name in ("worker.js", "box.js"):
        shutil.copy(ROOT / "site_src/theme/search" / name, folder / "papergarden/search" / name)
    shutil.copy(ROOT / "benchmarks/search_engines.mjs", folder)
    texts = [
        {"url": paper.url, "title": paper.title, "text": f"{', '.join(paper.authors)}. {paper.abstract}"}
        for paper in papers
    ]
    (folder / "documents.json").write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
    if tools and "Pagefind" in engines:
        prepare_pagefind(folder, texts, tools)
    if tools:
        (folder / "tools").symlink_to(tools / "node_modules")


def prepare_pagefind(folder: Path, texts: Sequence[dict[str, str]], tools: Path) -> None:
    """Pagefind reads finished pages."""
    for text in texts:
        page = folder / "pages" / text["url"] / "index.html"
        page.parent.mkdir(parents=True)
        title, body = escape(text["title"]), escape(text["text"])
        head = f"<!doctype html><html lang=en><title>{title}</title>"
        page.write_text(f"{head}<h1>{title}</h1><p>{body}</p>")
    program, out = str(tools / "node_modules/.bin/pagefind"), str(folder / "pagefind")
    command = [program, "--site", str(folder / "pages"), "--output-path", out]
    begun = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    files = [path for path in (folder / "pagefind").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    say(f"Pagefind: {len(files):,} files, {size:,} bytes, {time.monotonic() - begun:.0f} s\n")


def measure(browser: Browser, address: str, engine: str, queries: Sequence[Query]) -> dict[str, Any]:
    """Ranks of all queries in one page, then costs of some in pages of their own."""
    page = browser.new_page()
    ready(page, address, engine)
    ranks: dict[str, list[int]] = defaultdict(list)
    times = []
    for query in queries:
        answer = page.evaluate("text => ask(text)", query.text)
        urls = answer["urls"][:10]
        ranks[query.kind].append(urls.index(query.url) if query.url in urls else -1)
        times.append(answer["milliseconds"])
    page.close()
    cold = [query for kind in KINDS for query in islice((q for q in queries if q.kind == kind), COLD)]
    costs = [cost(browser, address, engine, query, queries[i]) for i, query in enumerate(cold)]
    return {"ranks": ranks, "times": times, "costs": costs}


def cost(browser: Browser, address: str, engine: str, query: Query, other: Query) -> Cost:
    """One query from an empty cache, over a slower network, then another."""
    with browser.new_context() as context:
        page = context.new_page()
        Counting.requests = Counting.sent = 0
        Counting.latency = LATENCY
        begun = time.monotonic()
        ready(page, address, engine)
        page.evaluate("text => ask(text)", query.text)
        took = 1000 * (time.monotonic() - begun)
        Counting.latency = 0
        first, requests = Counting.sent, Counting.requests
        page.evaluate("text => ask(text)", other.text)
        return Cost(first, requests, took, Counting.sent - first)


def ready(page: Page, address: str, engine: str) -> None:
    """Open the page and start an engine in it."""
    page.set_default_timeout(180_000)
    page.goto(address)
    page.evaluate("async name => (await import('/search_engines.mjs')).start(name)", engine)


def row(engine: str, result: dict[str, Any]) -> str:
    """A line of the table: first place / among ten, in per cent, then medians of what it costs."""
    shares = []
    for kind in KINDS:
        ranks = result["ranks"][kind]
        first, ten = (sum(0 <= rank < most for rank in ranks) / len(ranks) for most in (1, 10))
        shares.append(f"{100 * first:.0f}/{100 * ten:.0f}")
    middle = {
        name: statistics.median(getattr(cost, name) for cost in result["costs"])
        for name in ("sent", "requests", "milliseconds", "further")
    }
    return " | ".join(
        [
            f"| {engine}",
            *shares,
            f"{middle['sent'] / 1000:,.0f} kB",
            f"{middle['requests']:.0f}",
            f"{middle['further'] / 1000:,.0f} kB",
            f"{middle['milliseconds']:,.0f} ms",
            f"{statistics.median(result['times']):.0f} ms |",
        ]
    )


def compare(papers: Sequence[Paper], engines: Sequence[str], tools: Path | None, each: int) -> None:
    """Print the table for so many papers."""
    known = list(documents(papers))
    queries = list(known_items([document for document in known if document.kind == "paper"], "report", each))
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        prepare(folder, known, engines, tools)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Counting, directory=name))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        costs = ["first results", "requests", "a further query", "with 50 ms a request", "a query, warm"]
        say(f"| first / in ten, % | {' | '.join([*KINDS, *costs])} |")
        say("|---" * (1 + len(KINDS) + len(costs)) + "|")
        for engine in engines:
            if engine != "Lunr" or len(papers) <= LARGEST_LUNR:
                say(row(engine, measure(browser, f"http://127.0.0.1:{server.server_port}/", engine, queries)))
        browser.close()
        server.shutdown()


def install(folder: Path) -> Path | None:
    """The rivals from npm, or nothing."""
    command = ["npm", "install", "--silent", "--no-save", "--prefix", str(folder), *RIVALS.values()]
    if shutil.which("npm") and subprocess.run(command, check=False, capture_output=True).returncode == 0:
        return folder
    say("npm could not install the other engines: they are left out.")
    return None


def say(line: str) -> None:
    """One line of the report."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Read the arguments and print one table a size."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("corpus", type=Path, help="papers.jsonl.gz")
    parser.add_argument(
        "--papers", type=int, nargs="+", default=[1_000, 5_000, 22_945], help="sizes to measure"
    )
    parser.add_argument("--queries", type=int, default=100, help="queries of each kind")
    parser.add_argument("--alone", action="store_true", help="without the other engines")
    options = parser.parse_args()
    papers = list(read_papers(options.corpus))
    Random(7).shuffle(papers)
    with tempfile.TemporaryDirectory() as name:
        tools = None if options.alone else install(Path(name))
        engines = ["papergarden", *(RIVALS if tools else ())]
        for count in options.papers:
            compare(multiplied(papers, count), engines, tools, options.queries)


if __name__ == "__main__":
    main()
