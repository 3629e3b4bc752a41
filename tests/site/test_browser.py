"""What readers come for, done in a real browser: search, follow, cite, be lost and find home."""

import json
import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from papergarden.writers.list_pages import LEAST, MOST
from tests.site.pages import Page as File
from tests.site.reader import PATIENCE, Reader

WORD = "FlashAttention"
"""A word that a paper in the seeds is known by."""
ARXIV_ID, TITLE, AUTHOR = "2405.04065", "FlashBack", "Runheng Liu"
"""Another of these papers: its id, the first word of its title, the first of its authors."""
expect.set_options(timeout=PATIENCE)


def search(page: Page, words: str) -> None:
    """Open the search by its key, as one who never touches the mouse, and type."""
    page.keyboard.press("/")
    page.keyboard.type(words)


def test_a_reader_searches_a_word_and_finds_the_paper(reader: Reader) -> None:
    page = reader.opens("")
    search(page, WORD)
    expect(page.locator(".md-search-result__link").first).to_contain_text(WORD)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/papers/**")
    expect(page.locator("main h1")).to_contain_text(WORD)


def test_the_search_forgives_a_slip_and_owns_up_to_it(reader: Reader) -> None:
    page = reader.opens("")
    search(page, "flashatention")
    expect(page.locator(".md-search-result__link").first).to_contain_text(WORD)


def test_a_search_can_be_shared_as_an_address(reader: Reader) -> None:
    page = reader.opens(f"search/?q={quote(WORD)}")
    page.wait_for_url("**/browse/?q=*")
    expect(page.locator(".pg-rows li p:first-child").first).to_contain_text(WORD)


def test_a_search_for_nothing_says_so_and_breaks_nothing(reader: Reader) -> None:
    page = reader.opens("")
    search(page, "qzxwvqzx")
    expect(page.locator(".md-search-result__meta")).to_contain_text(re.compile("no|nothing", re.IGNORECASE))
    page.wait_for_load_state("networkidle")


def test_a_reader_follows_a_tag_and_an_author(reader: Reader) -> None:
    page = reader.opens("")
    tag = page.locator("main .pg-tags li:has(span)").first
    count = int(tag.locator("span").inner_text())
    tag.locator("a").click()
    page.wait_for_url("**/tags/**")
    expect(page.locator("main .pg-rows li").first).to_be_visible()
    shown = page.locator("main .pg-rows li").count()
    assert shown == count or LEAST <= shown <= MOST < count
    page.locator("main .pg-rows li p:first-child a").first.click()
    page.wait_for_url("**/papers/**")
    title = page.locator("main h1").inner_text()
    page.locator(".pg-byline a").first.click()
    page.wait_for_url("**/authors/**")
    expect(page.locator("main")).to_contain_text(title)


def test_a_reader_finds_an_author_by_typing_without_accents(reader: Reader) -> None:
    page = reader.opens("authors/")
    box = page.get_by_label("Find an author")
    box.fill(AUTHOR.lower())
    found = page.locator("[data-find-author] li a")
    expect(found.first).to_have_text(AUTHOR)
    box.fill("qzxwvqzx")
    expect(found).to_have_count(0)
    page.wait_for_load_state("networkidle")
    box.fill("re christo")
    found.filter(has_text="Ré").first.click()
    expect(page.locator("main h1")).to_contain_text("Ré")


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("BibTeX", rf"@misc\{{[\s\S]+eprint = \{{{ARXIV_ID}\}}"),
        ("RIS", rf"TY  - GEN[\s\S]+AU  - Liu, Runheng[\s\S]+{ARXIV_ID}"),
        ("Text", rf"{AUTHOR}[\s\S]+{TITLE}"),
        ("Key", r"\w+"),
    ],
)
def test_a_reader_cites_a_paper_without_a_mouse(reader: Reader, form: str, said: str) -> None:
    page = reader.opens(f"papers/{ARXIV_ID}/")
    page.locator("#cite > summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name=form, exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-cite] pre")).to_contain_text(re.compile(said))


def test_what_is_cited_as_json_is_json_with_the_papers_id(reader: Reader) -> None:
    page = reader.opens(f"papers/{ARXIV_ID}/")
    page.locator("#cite > summary").click()
    page.get_by_role("button", name="CSL-JSON").click()
    expect(page.locator("[data-cite] pre")).to_contain_text(ARXIV_ID)
    [record] = json.loads(page.locator("[data-cite] pre").inner_text())
    assert record["title"].startswith(TITLE)
    assert record["author"][0] == {"family": "Liu", "given": "Runheng"}


def test_without_scripts_a_paper_still_says_how_to_cite_it(browser: Browser, home: str) -> None:
    with Reader.sits_down(browser, home, scripts=False) as reader:
        page = reader.opens(f"papers/{ARXIV_ID}/")
        page.locator("#cite > summary").click()
        expect(page.locator("[data-cite]")).to_contain_text(AUTHOR)
        expect(page.locator("[data-cite]")).to_contain_text(TITLE)


MENDED = "papers/2405.04065/"
"""A paper in whose abstract seven places were mended."""


def test_a_reader_asks_what_was_repaired_and_sees_it_in_the_abstract(reader: Reader) -> None:
    page = reader.opens(MENDED, to_the_end=True)
    marks = page.locator(".pg-abstract ins")
    expect(marks).to_have_count(0)
    before = page.locator(".pg-abstract").inner_text()
    page.locator("[data-repairs] > summary").click()
    expect(marks).to_have_count(page.locator("[data-repairs] li").count())
    expect(marks.first).to_contain_text("propose FlashBack")
    told = marks.first.locator("del")
    expect(told).to_be_hidden()
    marks.first.focus()
    expect(told).to_be_visible()
    expect(told).to_have_text("proposeFlashBack,")
    page.locator("[data-repairs] > summary").click()
    expect(marks).to_have_count(0)
    assert page.locator(".pg-abstract").inner_text() == before


def test_nearly_every_repair_of_an_abstract_is_found_in_it(reader: Reader, pages: dict[str, File]) -> None:
    listed = marked = 0
    for path in sorted(pages):
        if re.fullmatch(r"papers/2[0-9.]+/index.html", path):
            page = reader.opens(path)
            page.locator("[data-repairs]").evaluate_all("all => all.forEach((fold) => { fold.open = true })")
            if count := page.locator("[data-repairs] li:not([data-field])").count():
                page.locator(".pg-abstract ins[tabindex]").first.wait_for()
                listed += count
                marked += page.locator(".pg-abstract ins[tabindex]").count()
    assert listed > 300
    assert marked >= 0.98 * listed


def test_without_scripts_the_repairs_can_be_read(browser: Browser, home: str) -> None:
    with Reader.sits_down(browser, home, scripts=False) as reader:
        page = reader.opens(MENDED)
        page.locator("[data-repairs] > summary").click()
        expect(page.locator("[data-repairs] li").first).to_contain_text("propose FlashBack")


def test_a_reader_goes_on_in_the_list_that_led_to_a_paper(reader: Reader) -> None:
    page = reader.opens("tags/kv-cache/", to_the_end=True)
    titles = page.locator(".pg-rows li p:first-child a").all_inner_texts()
    page.locator(".pg-rows li p:first-child a").nth(1).click()
    bar = page.get_by_role("navigation", name="The list you came from")
    expect(bar).to_contain_text(f"2 of {len(titles)}: KV cache")
    expect(bar.locator("[rel=prev]")).to_contain_text(titles[0])
    bar.locator("[rel=next]").click()
    expect(page.locator("main h1")).to_have_text(titles[2])
    expect(bar).to_contain_text(f"3 of {len(titles)}: KV cache")
    bar.get_by_role("link", name="KV cache", exact=True).click()
    page.wait_for_url("**/tags/kv-cache/")


def test_who_comes_from_nowhere_is_led_nowhere(reader: Reader) -> None:
    page = reader.opens(MENDED, to_the_end=True)
    expect(page.locator(".pg-neighbours")).to_have_count(0)


def test_a_reader_sorts_a_list_and_has_it_back(reader: Reader) -> None:
    page = reader.opens("tags/kv-cache/", to_the_end=True)
    rows = page.locator(".pg-rows li p:first-child")
    newest = rows.all_inner_texts()
    page.get_by_label("Sort by").select_option("Title")
    assert rows.all_inner_texts() == sorted(newest, key=str.casefold)
    expect(page.locator("main h2:visible", has_text=re.compile(r"^\d{4}$"))).to_have_count(0)
    page.get_by_label("Sort by").select_option("Newest")
    assert rows.all_inner_texts() == newest
    expect(page.locator("main h2:visible", has_text="2024")).to_have_count(1)


def test_a_topic_leads_to_wider_and_to_narrower_ones(reader: Reader) -> None:
    page = reader.opens("tags/kv-cache/")
    page.locator(".pg-eyebrow").get_by_role("link", name="LLM inference").click()
    page.wait_for_url("**/tags/llm-inference/")
    parts = page.locator("h2:has-text('Narrower topics') + .pg-tags a")
    expect(parts.first).to_have_text("KV cache")


STOP = """async () => {
  const stop = document.activeElement;
  await Promise.all([stop, ...document.querySelectorAll(".md-search__output")].flatMap(
    (element) => element.getAnimations().map((animation) => animation.finished)));
  // A radio button of Material's is drawn by the label that follows it.
  const drawn = stop.matches("[type=radio]") ? [stop, stop.nextElementSibling] : [stop];
  const options = { opacityProperty: true, visibilityProperty: true };
  return [drawn.some((element) => element.checkVisibility(options)), stop.outerHTML.slice(0, 120)];
}"""
"""Whether what has the focus can be seen, once it has come to rest."""


@pytest.mark.parametrize("path", ["", f"papers/{ARXIV_ID}/"], ids=["home", "paper"])
def test_every_stop_of_the_tab_key_can_be_seen(reader: Reader, path: str) -> None:
    page = reader.opens(path, to_the_end=True)
    stops = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(STOP))
    assert [stop for seen, stop in stops if not seen] == []
    assert len({stop for _, stop in stops}) > 10


def test_a_lost_reader_finds_home(browser: Browser, home: str) -> None:
    with Reader.sits_down(browser, home) as reader:
        page = reader.opens("papers/no-such-paper/deeper/")
        expect(page.locator("main h1")).to_be_visible()
        page.locator("header a").first.click()
        page.wait_for_url(home)
        # The missing page itself is the one thing that is not found.
        assert [trouble for trouble in reader.troubles if "404" not in trouble] == []
