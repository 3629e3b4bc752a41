"""The frame around every page in a real browser: no wrong colours, a switch, a drawer, little to fetch."""

import pytest
from playwright.sync_api import Browser, expect

from tests.site.reader import Reader

PAPER = "papers/2405.04065/"
WATCH = """
new MutationObserver((_, watcher) => {
  if (!document.body) return;
  window.schemeAtFirst = document.documentElement.dataset.mdColorScheme;
  watcher.disconnect();
}).observe(document, { childList: true, subtree: true });
"""
"""Notes the scheme at the moment the body begins, before anything of it can be painted."""
INJECT = "document.body.append(Object.assign(document.createElement('script'), { text: 'window.ran = 1' }))"
SCHEME = "document.documentElement.dataset.mdColorScheme"


@pytest.mark.parametrize(("dark", "scheme"), [(True, "slate"), (False, "default")], ids=["night", "day"])
def test_the_first_paint_has_the_colours_of_the_system(
    browser: Browser, home: str, dark: bool, scheme: str
) -> None:
    with Reader.sits_down(browser, home, dark=dark) as reader:
        reader.page.add_init_script(WATCH)
        assert reader.opens(PAPER).evaluate("window.schemeAtFirst") == scheme
        assert reader.troubles == []


def test_a_chosen_scheme_holds_on_every_page_from_its_first_paint(reader: Reader) -> None:
    page = reader.opens("")
    switch = page.locator(".pg-scheme")
    expect(switch).to_have_attribute("aria-label", "Colours: as the system")
    switch.click()
    expect(switch).to_have_attribute("aria-label", "Colours: light")
    switch.focus()
    page.keyboard.press("Enter")
    expect(switch).to_have_attribute("aria-label", "Colours: dark")
    page.add_init_script(WATCH)
    reader.opens(PAPER)
    assert page.evaluate("window.schemeAtFirst") == "slate"
    page.locator(".pg-scheme").click()
    assert page.evaluate(SCHEME) == "default"


def test_night_is_dark_without_scripts_too(browser: Browser, home: str) -> None:
    with Reader.sits_down(browser, home, scripts=False, dark=True) as reader:
        page = reader.opens(PAPER)
        assert (
            page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
            == "rgb(18, 24, 20)"
        )
        expect(page.locator(".pg-scheme")).to_be_hidden()


def test_the_drawer_opens_and_closes_by_keyboard_and_leads_on(browser: Browser, home: str) -> None:
    with Reader.sits_down(browser, home, width=390) as reader:
        page = reader.opens(PAPER)
        ways = page.locator(".pg-nav a")
        expect(ways.first).to_be_hidden()
        menu = page.get_by_role("button", name="Menu")
        menu.focus()
        page.keyboard.press("Enter")
        expect(ways.first).to_be_focused()
        page.keyboard.press("Escape")
        expect(ways.first).to_be_hidden()
        expect(menu).to_be_focused()
        menu.click()
        page.locator(".pg-nav a", has_text="Topics").click()
        page.wait_for_url("**/tags/")
        assert reader.troubles == []


def test_the_drawer_opens_without_scripts(browser: Browser, home: str) -> None:
    with Reader.sits_down(browser, home, width=390, scripts=False) as reader:
        page = reader.opens(PAPER)
        page.locator(".pg-menu").click()
        expect(page.locator(".pg-nav a").first).to_be_visible()


def test_a_page_marks_the_way_that_leads_to_it(reader: Reader) -> None:
    page = reader.opens("papers/")
    expect(page.locator(".pg-nav a[aria-current=page]")).to_have_text("Papers")
    reader.opens(PAPER)
    expect(page.locator(".pg-nav a[aria-current=true]")).to_have_text("Papers")


def test_the_policy_is_at_work(browser: Browser, home: str) -> None:
    with Reader.sits_down(browser, home) as reader:
        page = reader.opens(PAPER)
        page.evaluate(INJECT)
        assert page.evaluate("window.ran") is None
        assert any("Content Security Policy" in trouble for trouble in reader.troubles)


def test_the_frame_fetches_no_more_than_it_needs(reader: Reader) -> None:
    reader.opens(PAPER, to_the_end=True)
    fetched = [response.url.removeprefix(reader.home) for response in reader.received]
    assert not [url for url in fetched if "bundle" in url]
    assert len([url for url in fetched if url.endswith(".css")]) <= 3
