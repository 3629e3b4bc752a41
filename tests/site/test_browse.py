"""Browsing in a real browser: filters whose counts react, addresses to share, exports, keys, no script."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.reader import PATIENCE, Reader
from tests.site.test_every_kind import violations

expect.set_options(timeout=PATIENCE)
PAUSE = 50
"""Milliseconds between two looks at the page."""
SETTLED = """() => document.querySelector(".pg-browse").dataset.ready === location.search
  && document.querySelector(".pg-browse .pg-rows").ariaBusy === 'false'"""
SHIFTS = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 300);
})"""


@pytest.fixture(scope="session")
def papers(site: Path) -> list[dict[str, object]]:
    """What the collection holds, as its dump says."""
    return [json.loads(line) for line in (site / "data/papers.jsonl").read_text("utf-8").splitlines()]


def browse(reader: Reader, query: str = "") -> Page:
    page = reader.opens(f"browse/{query}")
    ready(page)
    return page


def ready(page: Page) -> None:
    """Wait until what the address asks for is shown; the site's policy lets no test wait inside the page."""
    for _ in range(PATIENCE // PAUSE):
        if page.evaluate(SETTLED):
            return
        page.wait_for_timeout(PAUSE)
    pytest.fail(f"not shown: {page.url}")


def values(page: Page, facet: str) -> dict[str, int]:
    """The values that a facet shows, with their counts."""
    rows = page.locator(".pg-facet", has=page.locator("summary", has_text=facet)).locator("li")
    return {
        row.locator("span").first.inner_text(): int(row.locator(".pg-n").inner_text().replace(",", ""))
        for row in rows.all()
    }


def box(page: Page, name: str) -> Locator:
    return page.get_by_role("checkbox", name=re.compile(rf"^{re.escape(name)}\s*[\d,]+$"))


def found(page: Page) -> int:
    """How many papers the status tells of."""
    said = page.locator(".pg-browse__status").inner_text()
    return int(re.findall(r"[\d,]+", said)[0].replace(",", "")) if "No paper" not in said else 0


def test_counts_of_all_filters_react_to_each_other(reader: Reader, papers: list[dict[str, object]]) -> None:
    page = browse(reader)
    assert found(page) == len(papers)
    before = values(page, "Year")
    topic, count = next(iter(values(page, "Topic").items()))
    box(page, topic).check()
    ready(page)
    assert found(page) == count < len(papers)
    after = values(page, "Year")
    assert sum(after.values()) == count
    assert all(after[year] <= before.get(year, count) for year in after)
    other, both = next((name, many) for name, many in values(page, "Topic").items() if name != topic)
    box(page, other).check()
    ready(page)
    assert found(page) == both


def test_of_years_any_will_do_and_neighbours_are_a_span(reader: Reader) -> None:
    page = browse(reader)
    known = {name: count for name, count in values(page, "Year").items() if name.isdigit()}
    three = sorted(known)[-3:]
    for year in three:
        box(page, year).check()
        ready(page)
    assert found(page) == sum(known[year] for year in three)
    assert page.url.endswith(f"?year={three[0]}..{three[-1]}")
    assert {name: values(page, "Year")[name] for name in known} == known


def test_a_view_is_shared_by_its_address_and_gone_back_over(reader: Reader) -> None:
    page = browse(reader)
    topic = next(iter(values(page, "Topic")))
    box(page, topic).check()
    ready(page)
    page.get_by_label("Sort by").select_option("title")
    ready(page)
    titles = page.locator(".pg-rows li p:first-child").all_inner_texts()
    assert titles == sorted(titles, key=lambda title: re.sub(r"[^\w ]", "", title).casefold())
    page.get_by_role("link", name="Next").click()
    ready(page)
    address, count, seen = page.url, found(page), page.locator(".pg-rows li p:first-child").all_inner_texts()
    assert seen != titles
    page.reload()
    ready(page)
    assert (found(page), page.locator(".pg-rows li p:first-child").all_inner_texts()) == (count, seen)
    page.go_back()
    ready(page)
    assert page.locator(".pg-rows li p:first-child").all_inner_texts() == titles
    page.go_back()
    page.go_back()
    ready(page)
    assert page.url.endswith("browse/")
    page.go_forward()
    page.go_forward()
    page.go_forward()
    ready(page)
    assert page.url == address


def test_words_and_filters_go_together(reader: Reader) -> None:
    page = browse(reader, "?q=attention")
    alone = found(page)
    expect(page.locator(".pg-rows li p:first-child mark").first).to_be_visible()
    expect(page.locator(".pg-row__sentence mark").first).to_be_visible()
    year, count = next((name, many) for name, many in values(page, "Year").items() if name.isdigit())
    box(page, year).check()
    ready(page)
    assert found(page) == count < alone
    page.get_by_role("button", name=f"Remove year {year}").click()
    ready(page)
    assert found(page) == alone


def test_a_slip_is_mended_and_can_be_taken_back(reader: Reader) -> None:
    page = browse(reader, "?q=flashatention")
    expect(page.locator(".pg-browse__said")).to_contain_text("Showing results for “flashattention”")
    mended = found(page)
    page.get_by_role("button", name="as typed").click()
    ready(page)
    assert found(page) < mended
    assert "exact=1" in page.url


def test_typing_narrows_and_the_count_is_announced(reader: Reader) -> None:
    page = browse(reader)
    page.get_by_label("Search titles, abstracts, authors and topics").fill("retrieval")
    page.wait_for_url("**/browse/?q=retrieval")
    ready(page)
    status = page.locator(".pg-browse__status")
    expect(status).to_have_attribute("role", "status")
    expect(status).to_have_text(re.compile(r"^\d+ of \d+ papers$"))


@pytest.mark.parametrize(
    "query",
    ["?topic=no-such", "?year=x..y&sort=?&page=-3", "?q=%00%22%3Cscript%3E&author=__proto__", "?page=99"],
)
def test_no_address_breaks_the_page(reader: Reader, query: str) -> None:
    page = reader.opens(f"browse/{query}")
    page.wait_for_selector(".pg-browse[data-ready]")
    expect(page.locator(".pg-browse__status")).to_have_text(re.compile("paper"))


def test_the_keyboard_is_enough(reader: Reader) -> None:
    page = browse(reader)
    page.get_by_label("Search titles, abstracts, authors and topics").focus()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "checkbox":
            break
    name = page.evaluate("document.activeElement.parentElement.textContent")
    page.keyboard.press("Space")
    page.wait_for_url("**/browse/?topic=*")
    ready(page)
    assert page.evaluate("document.activeElement.type") == "checkbox"
    chosen = page.evaluate("document.activeElement.parentElement.querySelector('span').textContent")
    assert name.startswith(chosen)
    assert page.evaluate("document.activeElement.checked") is True
    page.keyboard.press("Space")
    ready(page)
    assert page.url.endswith("browse/")


def test_an_author_is_found_among_all(reader: Reader, papers: list[dict[str, object]]) -> None:
    page = browse(reader)
    facet = page.locator(".pg-facet", has=page.locator("summary", has_text="Author"))
    facet.locator("summary").click()
    page.get_by_label("Find author").fill("runheng")
    row = facet.locator("li", has_text="Runheng Liu")
    row.get_by_role("checkbox").check()
    ready(page)
    assert page.url.endswith("?author=runheng-liu")
    assert found(page) == int(row.locator(".pg-n").inner_text())
    expect(page.locator(".pg-rows li p:first-child").first).to_contain_text("FlashBack")


def test_exactly_this_view_is_exported(reader: Reader, papers: list[dict[str, object]]) -> None:
    page = browse(reader)
    topic = next(iter(values(page, "Topic")))
    box(page, topic).check()
    ready(page)
    page.get_by_text("Export", exact=True).click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="JSON", exact=True).click()
    saved = [json.loads(line) for line in Path(waiting.value.path()).read_text("utf-8").splitlines()]
    [slug] = re.findall(r"\?topic=([^&]+)", page.url)
    assert len(saved) == found(page)
    assert saved == [paper for paper in papers if slug in paper["tags"]]  # type: ignore[operator]
    expect(page.locator(".pg-export [role=status]")).to_contain_text(f"{len(saved)} papers saved")


def test_without_scripts_the_plain_lists_serve(browser: Browser, home: str) -> None:
    with Reader.sits_down(browser, home, scripts=False) as reader:
        page = reader.opens("browse/")
        assert page.locator(".pg-rows li").count() == 20
        for link in (".pg-browse__plain a[href*='tags/']", ".pg-browse__rest a", "a[href*='authors/']"):
            expect(page.locator(link).first).to_be_visible()
        expect(page.locator(".pg-browse__narrow")).to_be_hidden()
        assert reader.troubles == []


@pytest.mark.parametrize("lost", ["**/browse/manifest.bin", "**/assets/browse.js"])
def test_the_plain_lists_serve_where_the_data_are_lost(browser: Browser, home: str, lost: str) -> None:
    with Reader.sits_down(browser, home) as reader:
        reader.page.route(lost, lambda route: route.abort())
        page = reader.opens("browse/")
        expect(page.locator(".pg-browse__plain")).to_be_visible()
        expect(page.locator(".pg-rows li").first).to_be_visible()


def test_a_row_that_cannot_be_fetched_is_told(browser: Browser, home: str) -> None:
    with Reader.sits_down(browser, home) as reader:
        page = browse(reader)
        page.route(re.compile(r"/browse/\w{12}\.bin"), lambda route: route.fulfill(status=404))
        page.get_by_label("Sort by").select_option("title")
        expect(page.locator(".pg-browse__status")).to_contain_text("Reload the page")


def test_a_site_published_anew_is_not_mixed_with_the_old(browser: Browser, home: str) -> None:
    with Reader.sits_down(browser, home) as reader:
        page = browse(reader)

        def later(route: object) -> None:
            index = route.fetch().json()  # type: ignore[attr-defined]
            route.fulfill(json={**index, "version": "later"})  # type: ignore[attr-defined]

        page.route("**/data/api/index.json", later)
        page.get_by_text("Export", exact=True).click()
        page.get_by_role("button", name="RIS").click()
        expect(page.locator(".pg-export [role=status]")).to_contain_text("Reload the page")


@pytest.mark.parametrize("query", ["", "?q=attention&sort=newest", "?topic=attention"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_the_page_fills(browser: Browser, home: str, query: str, width: int) -> None:
    with Reader.sits_down(browser, home, width=width) as reader:
        page = browse(reader, query)
        assert page.evaluate(SHIFTS) < 0.005
        assert reader.troubles == []


@pytest.mark.parametrize(("width", "dark"), [(320, True), (1280, False)], ids=["phone-night", "desk-day"])
def test_everybody_can_use_it_and_it_fits(browser: Browser, home: str, width: int, dark: bool) -> None:
    with Reader.sits_down(browser, home, width=width, dark=dark) as reader:
        page = browse(reader, "?q=flashatention&year=2022..2024,unknown")
        if width < 960:
            page.get_by_text("Filters (").click()
        for facet in page.locator(".pg-facet").all():
            if facet.get_attribute("open") is None:
                facet.locator("summary").click()
        page.locator(".pg-facet:last-child li").first.wait_for()
        page.get_by_text("Export", exact=True).click()
        page.wait_for_load_state("networkidle")
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert violations(page) == []
        assert wide <= width
        assert reader.troubles == []
