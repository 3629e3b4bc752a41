"""What readers come for, done in a real browser: search, follow, browse, cite, be lost and find home."""

from playwright.sync_api import Browser, Page, expect

from tests.site.reader import Reader

WORD = "FlashAttention"
"""A word that one of the seeds' papers is known by."""


def search(page: Page, words: str) -> None:
    """Open the search as its button or its shortcut does, and type."""
    page.keyboard.press("/")
    page.keyboard.type(words)


def test_a_reader_searches_a_word_and_finds_the_paper(reader: Reader) -> None:
    page = reader.opens("")
    search(page, WORD)
    first = page.locator(".md-search-result__link, [role=option] a, [role=option]").first
    expect(first).to_contain_text(WORD)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(WORD)
    assert "/papers/" in page.url


def test_a_reader_follows_a_tag_and_an_author(reader: Reader) -> None:
    page = reader.opens("")
    tag = page.locator("main .pg-tag:has(.pg-n)").first
    count = int(tag.locator(".pg-n").inner_text())
    tag.click()
    assert "/tags/" in page.url
    expect(page.locator("main .pg-row")).to_have_count(min(count, 100))
    page.locator("main .pg-row__title a").first.click()
    title = page.locator("h1").inner_text()
    page.locator(".pg-byline a").first.click()
    assert "/authors/" in page.url
    expect(page.locator("main")).to_contain_text(title)


def test_a_lost_reader_finds_home(browser: Browser, home: str) -> None:
    with Reader.sits_down(browser, home) as reader:
        page = reader.opens("papers/no-such-paper/deeper/")
        assert page.locator("h1").is_visible()
        page.locator("header a, main a").first.click()
        page.wait_for_load_state("networkidle")
        assert page.url == home
        lost = [trouble for trouble in reader.troubles if "404" not in trouble]
        assert lost == []
