"""The search box in a real browser: the files that are published, and an index as Python writes it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from papergarden.writers import search_index
from papergarden.writers.search_documents import SearchDocument
from tests.search.indexes import LIBRARY, in_files, many, paper, save
from tests.site.server import serve

BOX = Path(__file__).parents[2] / "site_src/theme/search"
PREFIX = "/collection/"
HOSTILE = "<img src=x onerror=window.hurt=1> kettles"
POLICY = "default-src 'none';script-src 'self';connect-src 'self';worker-src 'self'"
FRAME = f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<header class="md-header"><div class="md-header__inner"><div class="md-header__source"></div></div></header>
<script type="module" src="search/box.js"></script></html>"""
LINKS = ".md-search-result__link"
LIST = ".md-search-result__list"
STATUS = ".md-search-result__meta"


def save_site(folder: Path) -> None:
    """A site with nothing but a page and the search."""
    save([*many(500), *LIBRARY, paper("hostile", HOSTILE)], folder)
    (folder / "index.html").write_text(FRAME, encoding="utf-8")
    for name in ("box.js", "worker.js"):
        shutil.copy(BOX / name, folder / "search" / name)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    in_files(monkeypatch)
    save_site(tmp_path)
    return tmp_path


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    with serve(folder, PREFIX) as home, browser.new_context() as context:
        opened = context.new_page()
        opened.goto(home)
        yield opened


def fetched(page: Page) -> list[str]:
    """The files of the index that are asked for from now on."""
    found: list[str] = []
    page.context.on("request", lambda request: found.append(request.url) if ".bin" in request.url else None)
    return found


def test_the_keyboard_opens_the_box_walks_through_it_and_leaves(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.get_by_role("textbox")).to_be_focused()
    page.keyboard.type("boiling kettles")
    expect(page.locator(LINKS).first).to_contain_text("Boiling Kettles")
    assert page.locator(f"{LINKS} mark").all_inner_texts()[:2] == ["Boiling", "Kettles"]
    page.keyboard.press("ArrowDown")
    expect(page.locator(LINKS).first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("textbox")).to_be_focused()
    page.keyboard.press("Escape")
    assert not page.locator("#__search").is_checked()
    page.keyboard.press("Control+k")
    assert page.locator("#__search").is_checked()


def test_typing_fetches_what_the_whole_query_needs(page: Page) -> None:
    page.clock.install()
    page.reload()
    page.clock.pause_at("2100-01-01")
    files = fetched(page)
    page.keyboard.press("/")
    page.keyboard.type("study7 thing7 number")
    page.clock.run_for(100)
    assert {url.rsplit("/", 1)[-1] for url in files} <= {"manifest.bin"}
    page.clock.run_for(200)
    expect(page.locator(LINKS).first).to_contain_text("Study7 of thing7 number")
    assert len(files) == len(set(files))
    assert 3 <= len(files) <= 15


def test_one_or_two_letters_are_waited_for_longer(page: Page) -> None:
    page.clock.install()
    page.reload()
    page.clock.pause_at("2100-01-01")
    page.keyboard.press("/")
    page.keyboard.type("st")
    page.clock.run_for(500)
    assert page.locator(STATUS).inner_text() == "Type to start searching"
    page.clock.run_for(500)
    expect(page.locator(LINKS).first).to_be_attached()


def test_a_page_that_is_opened_with_a_question_starts_the_search_at_once(page: Page) -> None:
    with page.expect_response("**/manifest.bin"):
        page.goto(f"{page.url}?q=kettles")


def test_likely_results_are_followed_by_all_ten(page: Page) -> None:
    drawn = "new MutationObserver(() => drawn.push(list.children.length)).observe(list, {childList: true})"
    page.evaluate(f"() => {{ window.drawn = []; window.list = document.querySelector('{LIST}'); {drawn}; }}")
    page.keyboard.press("/")
    page.keyboard.type("study7 thing7 number")
    expect(page.locator(LINKS)).to_have_count(11)
    expect(page.locator(LINKS).last).to_have_text("All results")
    likely, whole = page.evaluate("drawn")
    assert (likely, whole) == (2, 11)


def test_a_slip_is_said_and_can_be_taken_back(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("boilng")
    expect(page.locator(STATUS)).to_contain_text("Showing results for “boiling”")
    page.get_by_role("button", name="as typed").click()
    expect(page.locator(STATUS)).to_contain_text("Nothing found")


def test_who_walks_to_the_way_back_stays_there_when_the_whole_answer_comes(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("boilng kettles")
    expect(page.locator(STATUS)).to_contain_text("Showing results for “boiling”")
    early = page.locator(LINKS).count()
    page.keyboard.press("ArrowDown")
    way_back = page.get_by_role("button", name="as typed")
    expect(way_back).to_be_focused()
    expect(page.locator(LINKS)).not_to_have_count(early)
    expect(way_back).to_be_focused()


def test_nothing_that_is_typed_or_found_is_run(page: Page) -> None:
    page.keyboard.press("/")
    page.get_by_role("textbox").fill(HOSTILE)
    expect(page.locator(LINKS).first).to_contain_text(HOSTILE)
    assert page.evaluate("window.hurt") is None


def test_what_is_missing_is_said(page: Page, folder: Path) -> None:
    page.keyboard.press("/")
    page.get_by_role("textbox").fill("boiling kettles")
    expect(page.locator(LINKS).first).to_contain_text("Boiling Kettles")
    for path in (folder / "search").glob("*.bin"):
        if path.name != "manifest.bin":
            path.unlink()
    page.get_by_role("textbox").fill("boiling study7")
    expect(page.locator(STATUS)).to_contain_text("A part of the index is missing")


def test_without_an_index_it_says_so(page: Page, folder: Path) -> None:
    (folder / "search/manifest.bin").unlink()
    page.keyboard.press("/")
    page.keyboard.type("kettles")
    expect(page.locator(STATUS)).to_contain_text("could not be loaded")


def test_a_small_index_needs_two_files(
    browser: Browser, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    documents: list[SearchDocument] = [*LIBRARY, *many(20)]
    shutil.rmtree(folder / "search")
    save(documents, folder)
    for name in ("box.js", "worker.js"):
        shutil.copy(BOX / name, folder / "search" / name)
    with serve(folder, PREFIX) as home, browser.new_context() as context:
        page = context.new_page()
        page.goto(home)
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
        page.keyboard.press("/")
        page.keyboard.type("boiling kettles")
        expect(page.locator(LINKS).first).to_contain_text("Boiling Kettles")
        assert sorted(asked) == ["manifest.bin", "worker.js"]
    assert search_index.INLINE_BYTES > 0


def test_without_scripts_there_is_no_box(browser: Browser, folder: Path) -> None:
    with serve(folder, PREFIX) as home, browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(home)
        assert page.get_by_role("textbox").count() == 0
