"""The reading list in a real browser: kept there only, by all tabs, whatever was stored, to take along."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.reader import PATIENCE, Reader
from tests.site.test_every_kind import violations

expect.set_options(timeout=PATIENCE)
ID, TITLE = "2405.04065", "FlashBack"
"""A paper in the seeds: its key, and the first word of its title."""
SECOND = "flashattention-fast-and-memory-efficient-exact-attention-with-io-awareness"
NAME = "/collection/reading-list"
STORED = f"localStorage.getItem({json.dumps(NAME)})"
ATTACK = "<img src=x onerror=window.hacked=1>"


def stored(page: Page) -> list[dict[str, object]]:
    papers = json.loads(page.evaluate(STORED) or '{"papers": []}')["papers"]
    assert isinstance(papers, list)
    return papers


def keep(page: Page, text: str) -> None:
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [NAME, text])


def saved(page: Page, button: str) -> str:
    """What is in the file that a button saves."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button, exact=True).click()
    return Path(waiting.value.path()).read_text("utf-8")


def rows(reader: Reader) -> Page:
    return reader.opens("reading-list/", to_the_end=True)


def test_a_paper_is_kept_marked_annotated_and_removed_by_keyboard(reader: Reader) -> None:
    page = reader.opens(f"papers/{ID}/", to_the_end=True)
    page.get_by_role("button", name="Add to reading list").press("Enter")
    expect(page.get_by_role("button", name="On the reading list")).to_have_attribute("aria-pressed", "true")
    page = rows(reader)
    expect(page.locator(".pg-kept li p:first-child")).to_contain_text(TITLE)
    expect(page.locator(".pg-lead")).to_contain_text("private")
    page.get_by_label(f"Read: {TITLE}").press("Space")
    page.get_by_label(f"Note on {TITLE}").fill(f"Read again. {ATTACK}")
    page.reload(wait_until="networkidle")
    expect(page.get_by_label(f"Read: {TITLE}")).to_be_checked()
    expect(page.get_by_label(f"Note on {TITLE}")).to_have_value(f"Read again. {ATTACK}")
    assert page.evaluate("window.hacked") is None
    page.get_by_role("button", name="Remove").press("Enter")
    expect(page.get_by_text("Nothing is kept yet")).to_be_visible()
    assert stored(page) == []


@pytest.mark.parametrize("path", ["papers/", "browse/", "tags/attention/"])
def test_a_star_in_a_list_keeps_the_paper(reader: Reader, path: str) -> None:
    page = reader.opens(path, to_the_end=True)
    row = page.locator(".pg-rows li", has=page.locator(".pg-star")).first
    title = row.locator("p").first.inner_text()
    row.locator(".pg-star").press("Enter")
    expect(row.locator(".pg-star")).to_have_attribute("aria-pressed", "true")
    assert [paper["title"] for paper in stored(page)] == [title]
    row.locator(".pg-star").click()
    expect(row.locator(".pg-star")).to_have_attribute("aria-pressed", "false")
    assert stored(page) == []


def test_tabs_agree(reader: Reader, home: str) -> None:
    page = rows(reader)
    other = page.context.new_page()
    other.goto(f"{home}papers/{ID}/")
    other.get_by_role("button", name="Add to reading list").click()
    expect(page.locator(".pg-kept li p:first-child")).to_contain_text(TITLE)
    page.get_by_label(f"Note on {TITLE}").fill("from one tab")
    page.get_by_label(f"Note on {TITLE}").blur()
    page.get_by_role("button", name="Remove").click()
    expect(other.get_by_role("button", name="Add to reading list")).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        "null",
        "[]",
        '"text"',
        '{"papers": 7}',
        '{"papers": [null, 7, {"key": 7}, {"key": "../../evil"}, {"key": "a/b"}]}',
        '{"papers": [{"key": "__proto__", "title": {}, "note": [], "read": "yes"}]}',
    ],
)
def test_whatever_is_stored_the_list_works(browser: Browser, home: str, broken: str) -> None:
    with Reader.sits_down(browser, home) as reader:
        page = reader.opens(f"papers/{ID}/")
        keep(page, broken)
        page.reload(wait_until="networkidle")
        page.get_by_role("button", name="Add to reading list").click()
        assert stored(page)[0]["key"] == ID
        page = rows(reader)
        expect(page.locator(".pg-kept li p:first-child").first).to_contain_text(TITLE)
        assert page.evaluate("window.hacked") is None
        assert reader.troubles == []


def test_what_others_stored_under_the_name_is_put_aside(reader: Reader) -> None:
    page = reader.opens(f"papers/{ID}/", to_the_end=True)
    keep(page, "somebody else's")
    page.get_by_role("button", name="Add to reading list").click()
    aside = page.evaluate("name => localStorage.getItem(name)", f"{NAME} (unreadable)")
    assert aside == "somebody else's"


def test_a_full_browser_is_told(browser: Browser, home: str) -> None:
    with Reader.sits_down(browser, home) as reader:
        page = reader.opens(f"papers/{ID}/", to_the_end=True)
        page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full'); }; }")
        page.get_by_role("button", name="Add to reading list").click()
        expect(page.locator("[data-star]")).to_have_text("This browser keeps nothing")


def test_papers_that_moved_are_followed_and_those_that_are_gone_are_shown_so(
    reader: Reader, pages: dict[str, object], site: Path
) -> None:
    moved, key = a_moved_key(site)
    page = rows(reader)
    listed = [
        {"key": moved, "title": "Its old title", "note": "mine"},
        {"key": "no-such-paper", "title": "Gone"},
    ]
    keep(page, json.dumps({"papers": listed}))
    page.reload(wait_until="networkidle")
    expect(page.locator(".pg-kept--gone")).to_contain_text("no longer in this collection")
    assert [(paper["key"], paper["note"]) for paper in stored(page)] == [(key, "mine"), ("no-such-paper", "")]
    assert page.locator(".pg-kept--gone a[href]").count() == 0
    page.locator(".pg-kept li p:first-child a").first.click()
    page.wait_for_url(f"**/papers/{key}/")


def a_moved_key(site: Path) -> tuple[str, str]:
    """A key that was given up, and the one that took over, as the API tells."""
    for file in sorted((site / "data/api").glob("*.json")):
        for old, new in json.loads(file.read_text("utf-8")).get("moved", {}).items():
            return old, new
    pytest.skip("no paper of the seeds has moved")


def test_a_list_is_taken_along_and_put_back_in_another_browser(browser: Browser, home: str) -> None:
    kept: list[dict[str, object]] = [
        {"key": ID, "title": TITLE, "note": "With {braces}, 100% & \\ $x_1$", "read": True},
        {"key": SECOND, "title": "FlashAttention"},
    ]
    with Reader.sits_down(browser, home) as reader:
        page = rows(reader)
        keep(page, json.dumps({"papers": kept}))
        page.reload(wait_until="networkidle")
        page.get_by_text("Export", exact=True).click()
        bibtex = saved(page, "BibTeX")
        copy = saved(page, "Save a copy")
        assert reader.troubles == []
    assert bibtex.count("\n@") + bibtex.startswith("@") == 2
    assert "  annote = {" in bibtex
    for name, text in (("list.bib", bibtex), ("list.json", copy)):
        with Reader.sits_down(browser, home) as reader:
            page = rows(reader)
            page.get_by_label("Add a saved list").set_input_files(
                {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
            )
            expect(page.locator("[role=status]").last).to_contain_text("2 papers added")
            known = {str(paper["key"]): (paper["note"], paper["read"]) for paper in stored(page)}
            assert known == {ID: (kept[0]["note"], True), SECOND: ("", False)}
            assert reader.troubles == []


def test_bibtex_from_anywhere_is_matched_by_id_or_title(reader: Reader) -> None:
    page = rows(reader)
    bibtex = f"""@comment{{nothing}}
@article{{a, title={{Not in {{This}} Collection}}, year=2020}}
@misc{{b, title = "Whatever", eprint = {{{ID}v2}}, archivePrefix={{arXiv}} }}
@inproceedings{{c,
  title = {{{{FlashAttention}}: Fast and memory-efficient exact attention with {{IO}}-awareness}} }}
@broken{{"""
    page.get_by_label("Add a saved list").set_input_files(
        {"name": "mine.bib", "mimeType": "text/plain", "buffer": bibtex.encode()}
    )
    expect(page.locator("[role=status]").last).to_contain_text(
        "Not in this collection: Not in This Collection"
    )
    assert {paper["key"] for paper in stored(page)} == {ID, SECOND}


@pytest.mark.parametrize(
    "text", ["", "{", "no list", '{"papers": [{"key": "<b>"}]}', "@" * 10_000, "{" * 10_000]
)
def test_a_file_that_is_no_list_is_told(reader: Reader, text: str) -> None:
    page = rows(reader)
    page.get_by_label("Add a saved list").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    expect(page.locator("[role=status]").last).to_contain_text("This file names no papers")
    assert stored(page) == []


def test_a_list_is_shared_by_its_address_without_notes(browser: Browser, home: str) -> None:
    with Reader.sits_down(browser, home) as reader:
        page = rows(reader)
        keep(page, json.dumps({"papers": [{"key": ID, "title": TITLE, "note": "secret"}, {"key": SECOND}]}))
        page.reload(wait_until="networkidle")
        page.get_by_role("button", name="Copy a link to share").click()
        said = page.locator("[role=status]").last
        expect(said).to_contain_text("not your notes")
        address = re.findall(r"http\S+?(?=\.\s)", said.inner_text())[0]
    assert address.endswith(f"reading-list/#papers={ID},{SECOND}")
    with Reader.sits_down(browser, home) as reader:
        page = reader.opens(
            f"reading-list/{address[address.index('#') :]},no-such,%3Cimg%3E", to_the_end=True
        )
        expect(page.get_by_role("heading", name="that somebody shared")).to_be_visible()
        expect(page.locator(".pg-shared")).to_contain_text("1 paper is not in this collection")
        assert stored(page) == []
        page.get_by_role("button", name="Add all to my list").click()
        expect(page.locator(".pg-kept li")).to_have_count(2)
        assert [paper["note"] for paper in stored(page)] == ["", ""]
        assert reader.troubles == []


@pytest.mark.parametrize(("width", "dark"), [(320, True), (1280, False)], ids=["phone-night", "desk-day"])
def test_everybody_can_use_it_and_it_fits(browser: Browser, home: str, width: int, dark: bool) -> None:
    with Reader.sits_down(browser, home, width=width, dark=dark) as reader:
        page = reader.opens("reading-list/")
        papers = [{"key": ID, "title": "Long " * 120, "note": "n" * 300}, {"key": "gone", "gone": True}]
        keep(page, json.dumps({"papers": papers}))
        page = reader.opens(f"reading-list/#papers={SECOND}")
        page.reload(wait_until="networkidle")
        page.get_by_text("Export", exact=True).click()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert reader.troubles == []


def test_without_scripts_the_page_says_why_it_is_empty(browser: Browser, home: str) -> None:
    with Reader.sits_down(browser, home, scripts=False) as reader:
        page = reader.opens("reading-list/")
        expect(page.locator("main")).to_contain_text("It needs JavaScript, because there is no server")
        assert reader.troubles == []
