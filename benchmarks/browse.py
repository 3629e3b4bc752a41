"""The page to browse in a real browser: what its first view and each step cost, in bytes and milliseconds.

    python -m benchmarks.browse site

The argument is a built site, of any size. Text is counted as a host sends it, compressed. A step is a filter
that is chosen; its time runs from the click to the count that is told, and on to the rows.
"""

import argparse
import gzip
import statistics
import sys
from pathlib import Path

from playwright.sync_api import Page, Response, sync_playwright

from tests.site.browser import FLAGS, find_browser
from tests.site.server import serve

STEPS = 12
TEXT = ("text/", "application/json", "application/javascript", "image/svg")
BUSY = "() => document.querySelector('.pg-browse .pg-rows').ariaBusy !== 'false'"
STEP = """async (at) => {
  const status = document.querySelector(".pg-browse__status");
  const rows = document.querySelector(".pg-browse .pg-rows");
  const boxes = document.querySelectorAll(".pg-facet__values input"), box = boxes[at % boxes.length];
  const start = performance.now();
  const told = new Promise((resolve) => new MutationObserver(() => resolve(performance.now() - start))
    .observe(status, { childList: true }));
  box.click();
  const counted = await told;
  while (rows.ariaBusy === "true") await new Promise((resolve) => setTimeout(resolve));
  return [counted, performance.now() - start];
}"""


def sent(response: Response) -> int:
    """How many bytes a host that compresses text sends."""
    body = response.body()
    return (
        len(gzip.compress(body)) if response.headers.get("content-type", "").startswith(TEXT) else len(body)
    )


def settle(page: Page) -> None:
    """Wait until the page shows what it was asked for."""
    page.wait_for_load_state("networkidle")
    while page.evaluate(BUSY):
        page.wait_for_timeout(20)


def measure(page: Page, home: str) -> str:
    """One line: the first view, then the medians and the slowest of the steps."""
    received: list[Response] = []
    page.on("response", lambda response: received.append(response))
    page.goto(f"{home}browse/")
    settle(page)
    first = sum(map(sent, received))
    requests = len(received)
    times = []
    for step in range(STEPS):
        times.append(page.evaluate(STEP, step * 7))
        settle(page)
    counted, whole = zip(*times, strict=True)
    steps = (sum(map(sent, received)) - first) / STEPS
    return (
        f"first view {first:,} bytes in {requests} requests; a step {steps:,.0f} bytes, "
        f"told after {statistics.median(counted):.0f} ms (slowest {max(counted):.0f}), "
        f"rows after {statistics.median(whole):.0f} ms"
    )


def main() -> None:
    """Print the line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="a built site")
    site = parser.parse_args().site
    with serve(site, "/") as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        sys.stdout.write(measure(browser.new_page(), home) + "\n")
        browser.close()


if __name__ == "__main__":
    main()
