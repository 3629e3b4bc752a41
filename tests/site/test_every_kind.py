"""What holds on every kind of page: it is quiet, stays within a small screen, can be used by everybody."""

import gzip
import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from playwright.sync_api import Page as BrowserPage

from tests.site.conftest import ROOT
from tests.site.pages import Page, one_of_each_kind
from tests.site.reader import Reader

HERE = Path(__file__).parent
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
COMPRESSED = ("text/", "application/json", "application/javascript", "image/svg")


@pytest.fixture(scope="module")
def kinds(pages: dict[str, Page], site: Path) -> dict[str, str]:
    """The path of one page of each kind."""
    return one_of_each_kind(pages, site)


def test_every_kind_of_page_that_is_promised_is_there(kinds: dict[str, str]) -> None:
    promised = {"home", "browse", "authors", "tags", "years", "organizations", "sources", "404.html"}
    promised |= {"papers/*", "authors/*", "tags/*", "years/*", "organizations/*", "sources/*"}
    assert promised - set(kinds) == set()


def test_every_kind_of_page_opens_without_a_complaint(reader: Reader, kinds: dict[str, str]) -> None:
    for path in kinds.values():
        page = reader.opens(path, to_the_end=True)
        assert page.locator("main h1").count() == 1, path
        assert page.locator("main").inner_text().strip(), path


def test_every_kind_of_page_can_be_read_without_scripts(
    browser: Browser, home: str, kinds: dict[str, str]
) -> None:
    with Reader.sits_down(browser, home, scripts=False) as reader:
        for path in kinds.values():
            page = reader.opens(path)
            assert page.locator("main h1").is_visible(), path
            assert page.locator("a:visible").count() > 0, path
        assert reader.troubles == []


@pytest.mark.parametrize("width", [320, 390, 820])
def test_no_kind_of_page_scrolls_sideways(
    browser: Browser, home: str, kinds: dict[str, str], width: int
) -> None:
    too_wide = {}
    with Reader.sits_down(browser, home, width=width) as reader:
        for path in kinds.values():
            page = reader.opens(path)
            seen, needed = page.evaluate("(e => [e.clientWidth, e.scrollWidth])(document.documentElement)")
            if needed > seen:
                too_wide[path] = needed
    assert too_wide == {}


BROKEN = """() => [...document.querySelectorAll("main td, main th")].flatMap((cell) => {
  const words = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), broken = [];
  for (let text = words.nextNode(); text; text = words.nextNode())
    for (const { 0: word, index } of text.parentNode.closest("code") ? [] : text.data.matchAll(/\\p{L}+/gu)) {
      const range = new Range();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (new Set([...range.getClientRects()].map((line) => line.top)).size > 1) broken.push(word);
    }
  return broken;
})"""
"""The words in the cells of tables, but for those of code, that begin on one line and end on another."""


@pytest.mark.parametrize("width", [320, 390])
def test_no_word_in_a_table_is_broken_on_a_phone(
    browser: Browser, home: str, kinds: dict[str, str], width: int
) -> None:
    with Reader.sits_down(browser, home, width=width) as reader:
        found = {path: reader.opens(path).evaluate(BROKEN) for path in kinds.values()}
    assert {path: words for path, words in found.items() if words} == {}


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1280, False)], ids=["phone-night", "desk-day"])
def test_everybody_can_use_every_kind_of_page(
    browser: Browser, home: str, kinds: dict[str, str], width: int, dark: bool
) -> None:
    with Reader.sits_down(browser, home, width=width, dark=dark) as reader:
        found = [fault for path in kinds.values() for fault in violations(reader.opens(path))]
    assert found == [], "\n".join(found)


def test_everybody_can_use_what_opens(reader: Reader, kinds: dict[str, str]) -> None:
    page = reader.opens(kinds["papers/*"], to_the_end=True)
    page.locator("#cite > summary").click()
    page.get_by_role("button", name="BibTeX").wait_for()
    found = violations(page)
    page.keyboard.press("/")
    page.keyboard.type("attention")
    page.locator(".md-search-result__link").first.wait_for()
    found += violations(page)
    assert found == [], "\n".join(found)


def violations(page: BrowserPage) -> list[str]:
    """What axe has against a page as it is now."""
    return [
        f"{page.url}: {rule['id']}: {rule['help']}: {[node['html'][:200] for node in rule['nodes'][:3]]}"
        for rule in Axe().run(page, options=RULES).response["violations"]
    ]


def test_a_papers_page_is_light(reader: Reader, kinds: dict[str, str], site: Path) -> None:
    path = kinds["papers/*"]
    reader.opens(path, to_the_end=True)
    assert (site / path).stat().st_size < 30_000
    assert len(reader.received) <= 12
    assert sum(sent(response.body(), response.headers) for response in reader.received) < 150_000


def test_pages_of_papers_are_light_on_average(pages: dict[str, Page], site: Path) -> None:
    """So that 23,000 of them, with their authors and tags, fit what GitHub Pages takes."""
    of_papers = [path for path in pages if path.startswith("papers/") and path.count("/") == 2]
    sizes = [(site / path).stat().st_size for path in of_papers if not pages[path].redirects]
    assert len(sizes) > 180
    assert sum(sizes) / len(sizes) < 12_000


def sent(body: bytes, headers: dict[str, str]) -> int:
    """How many bytes a host that compresses text sends."""
    kind = headers.get("content-type", "")
    return len(gzip.compress(body)) if kind.startswith(COMPRESSED) else len(body)


SHIFTS = """() => new Promise((tell) => {
  const moved = [];
  const note = (list) => moved.push(...list.getEntries());
  const watch = new PerformanceObserver(note);
  watch.observe({ type: "layout-shift", buffered: true });
  setTimeout(() => {
    moved.push(...watch.takeRecords());
    tell(moved.reduce((sum, shift) => sum + shift.value, 0));
  }, 100);
})"""
"""How much of what is seen has moved since the page was opened; 0.1 is what a reader may bear."""


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_moves_once_it_is_seen(
    browser: Browser, home: str, kinds: dict[str, str], width: int
) -> None:
    moved = {}
    with Reader.sits_down(browser, home, width=width) as reader:
        for path in kinds.values():
            page = reader.opens(path, to_the_end=True)
            if (much := page.evaluate(SHIFTS)) > 0.01:
                moved[path] = much
    assert moved == {}


def test_no_id_is_given_twice(pages: dict[str, Page]) -> None:
    twice = {
        path: [name for name, count in Counter(page.ids).items() if count > 1] for path, page in pages.items()
    }
    assert {path: names for path, names in twice.items() if names} == {}


def test_every_kind_of_page_is_valid_html(kinds: dict[str, str], site: Path, tmp_path: Path) -> None:
    checker = HERE / "node_modules/.bin/html-validate"
    if not (checker.exists() and shutil.which("node")):
        pytest.skip("no html-validate on this machine: `make markup` installs it where npm is there")
    files = [str(site / path) for path in kinds.values()]
    command = [str(checker), "--config", str(HERE / ".htmlvalidate.json"), "--formatter", "json", *files]
    report = tmp_path / "report.json"
    with report.open("w", encoding="utf-8") as output:
        # Into a file: node leaves before a pipe has taken a long report.
        subprocess.run(command, cwd=ROOT, stdout=output, check=False)
    faults = [
        f"{Path(file['filePath']).relative_to(site)}:{fault['line']}: {fault['ruleId']}: {fault['message']}"
        for file in json.loads(report.read_text(encoding="utf-8"))
        for fault in file["messages"]
    ]
    assert faults == [], "\n".join(faults)
