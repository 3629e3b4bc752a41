"""Search engines for static sites side by side, in a real browser: what they find, fetch, and how fast.

    make bench-search CORPUS=papers.jsonl.gz
    python -m benchmarks.search papers.jsonl.gz --papers 1000 5000 --alone

Queries are known items (``search_queries``), of the half that nothing was tuned on. Counted is all that an
engine fetches, its own scripts too, from an empty cache: until the first results, which of our engine are the
likely ones (at least half as good as the best), and until ten, which it fetches then. The other engines are
installed by npm from ``package-lock.json``; where npm cannot have them, it is said.
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
from typing import Any, ClassVar
from urllib.parse import urlencode

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.corpus import Paper, read_papers
from benchmarks.search_queries import KINDS, Query, known_items
from papergarden.text.slugs import slug
from papergarden.writers.search_documents import Documents, SearchDocument
from papergarden.writers.search_index import write_search_index

ROOT = Path(__file__).parents[1]
OURS = "papergarden"
RIVALS = ("Lunr", "MiniSearch", "Pagefind")
TOOLS = ROOT / "benchmarks/node_modules"
LARGEST = {"Lunr": 5_000, "MiniSearch": 30_000, "Pagefind": 30_000}
"""What more papers would take minutes of the browser's time, or of building."""
LATENCY = 0.05
"""Seconds added to each request, for a network that is not this machine."""
COLD = 4
"""Queries of each kind that are asked from an empty cache."""
QUIET = 20
"""Queries during which the longest pause of the page is measured."""
PAGE = f"""<!doctype html><title>search</title><link rel="icon" href="data:,"><script type="module">
{(ROOT / "benchmarks/search_engines.mjs").read_text(encoding="utf-8")}</script>""".encode()


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
        yield SearchDocument(kind="author", url=f"authors/{address}/", title=name, papers=count)


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
    # Head and body in one packet, as servers do: a second one would wait for the first to be acknowledged.
    wbufsize = -1
    sent: ClassVar[list[tuple[float, int]]] = []
    latency = 0.0

    def do_GET(self) -> None:
        """Send a file, compressed if it is text."""
        time.sleep(Counting.latency)
        path = Path(self.translate_path(self.path))
        page = self.path.startswith("/?")
        if page:
            body, kind = PAGE, "text/html"
        elif path.is_file():
            body, kind = path.read_bytes(), self.guess_type(str(path))
        else:
            self.send_error(404)
            return
        self.send_response(200)
        if path.suffix in {".js", ".json", ".css"}:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        if not page:
            Counting.sent.append((time.time(), len(body)))
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nothing: there are thousands of requests."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds, bytes, requests: from an empty cache to first results and ten, then of another query."""

    first: tuple[float, ...]
    ten: tuple[float, ...]
    further: tuple[float, ...]
    further_ten: tuple[float, ...]


def prepare(folder: Path, known: Sequence[SearchDocument], engines: Sequence[str]) -> None:
    """Write all that the engines fetch, and say what it took."""
    begun = time.process_time()
    files = list(write_search_index(Documents.of(known)))
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
    shutil.copy(ROOT / "site_src/theme/search/worker.js", folder / "papergarden/search/worker.js")
    texts = [
        {"url": paper.url, "title": paper.title, "text": f"{', '.join(paper.authors)}. {paper.abstract}"}
        for paper in papers
    ]
    (folder / "documents.json").write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
    if "Pagefind" in engines:
        prepare_pagefind(folder, texts)
    if len(engines) > 1:
        (folder / "tools").symlink_to(TOOLS)


def prepare_pagefind(folder: Path, texts: Sequence[dict[str, str]]) -> None:
    """Pagefind reads finished pages."""
    for text in texts:
        page = folder / "pages" / text["url"] / "index.html"
        page.parent.mkdir(parents=True)
        title, body = escape(text["title"]), escape(text["text"])
        head = f"<!doctype html><html lang=en><title>{title}</title>"
        page.write_text(f"{head}<h1>{title}</h1><p>{body}</p>")
    program, out = str(TOOLS / ".bin/pagefind"), str(folder / "pagefind")
    command = [program, "--site", str(folder / "pages"), "--output-path", out]
    begun = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    files = [path for path in (folder / "pagefind").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    say(f"Pagefind: {len(files):,} files, {size:,} bytes, {time.monotonic() - begun:.0f} s\n")


def measure(browser: Browser, address: str, engine: str, queries: Sequence[Query]) -> dict[str, Any]:
    """Ranks of all queries in one page, then costs of some in pages of their own."""
    page = open_page(browser, address, engine)
    ranks: dict[str, list[int]] = defaultdict(list)
    times = []
    for query in queries:
        urls = page.evaluate("text => ask(text)", query.text)["urls"][:10]
        ranks[query.kind].append(urls.index(query.url) if query.url in urls else -1)
        times.append(page.evaluate("text => ask(text)", query.text)["took"])
    pause = page.evaluate("texts => longestPause(texts)", [query.text for query in queries[:QUIET]])
    page.close()
    cold = [query for kind in KINDS for query in islice((q for q in queries if q.kind == kind), COLD)]
    costs = [cost(browser, address, engine, query, queries[i]) for i, query in enumerate(cold)]
    return {"ranks": ranks, "times": times, "costs": costs, "pause": pause}


def cost(browser: Browser, address: str, engine: str, query: Query, other: Query) -> Cost:
    """One query from an empty cache, over a slower network, then another."""
    with browser.new_context() as context:
        Counting.sent.clear()
        Counting.latency = LATENCY
        page = open_page(context, address, engine, query.text)
        both = until(page.evaluate("asked"))
        Counting.sent.clear()
        return Cost(*both, *until(page.evaluate("text => ask(text)", other.text)))


def until(answer: dict[str, Any]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """What an answer took until its first results were there, and until all: times from opening the page."""
    moments = answer["first"], answer["at"]
    sent = [
        [size for at, size in Counting.sent if 1000 * at <= answer["opened"] + moment] for moment in moments
    ]
    first, ten = ((moment, sum(sizes), len(sizes)) for moment, sizes in zip(moments, sent, strict=True))
    return first, ten


def open_page(browser: Browser | BrowserContext, address: str, engine: str, query: str | None = None) -> Page:
    """A page in which an engine starts, with a query if there is one."""
    page = browser.new_page()
    page.set_default_timeout(300_000)
    parameters = {"engine": engine} | ({} if query is None else {"q": query})
    page.goto(f"{address}?{urlencode(parameters)}")
    return page


def row(engine: str, result: dict[str, Any]) -> str:
    """A line of the table: first place / among ten, in per cent, then medians of what it costs."""
    shares = []
    for kind in KINDS:
        ranks = result["ranks"][kind]
        first, ten = (sum(0 <= rank < most for rank in ranks) / len(ranks) for most in (1, 10))
        shares.append(f"{100 * first:.0f}/{100 * ten:.0f}")
    costs: list[Cost] = result["costs"]
    shown = []
    for counts in ([cost.first for cost in costs], [cost.ten for cost in costs]):
        took, sent, requests = map(statistics.median, zip(*counts, strict=True))
        shown.append(f"{sent / 1000:,.0f} kB, {requests:.0f}, {took:,.0f} ms")
    further, all_of_it = (
        statistics.median(sent for _, sent, _ in counts)
        for counts in ([cost.further for cost in costs], [cost.further_ten for cost in costs])
    )
    warm = statistics.median(result["times"])
    cells = [
        engine,
        *shares,
        *shown,
        f"{further / 1000:,.0f}, {all_of_it / 1000:,.0f} kB",
        f"{warm:.0f} ms",
        f"{result['pause']:.0f} ms",
    ]
    return f"| {' | '.join(cells)} |"


def compare(papers: Sequence[Paper], rivals: Sequence[str], each: int) -> None:
    """Print the table for so many papers."""
    engines = [OURS, *(name for name in rivals if len(papers) <= LARGEST[name])]
    known = list(documents(papers))
    queries = list(known_items([document for document in known if document.kind == "paper"], "report", each))
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        prepare(Path(name), known, engines)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Counting, directory=name))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        costs = [
            "first results",
            "ten results",
            "a further query: first, ten",
            "a query, warm",
            "longest pause",
        ]
        say(f"| first / in ten, % | {' | '.join([*KINDS, *costs])} |")
        say("|---" * (1 + len(KINDS) + len(costs)) + "|")
        for engine in engines:
            say(row(engine, measure(browser, f"http://127.0.0.1:{server.server_port}/", engine, queries)))
        browser.close()
        server.shutdown()


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
    rivals = () if options.alone else RIVALS
    if rivals and not TOOLS.is_dir():
        say("The other engines are not installed: `make bench-search` does that where npm is there.")
        rivals = ()
    for count in options.papers:
        compare(multiplied(papers, count), rivals, options.queries)


if __name__ == "__main__":
    main()
