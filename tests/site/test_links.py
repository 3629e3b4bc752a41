"""No dead end: every link, picture, script, style and anchor inside the built site leads somewhere."""

import re
from pathlib import Path

import pytest

from tests.site.conftest import BASE
from tests.site.pages import Page, broken, read_pages


def test_every_internal_link_and_anchor_leads_somewhere(pages: dict[str, Page], site: Path) -> None:
    faults = [fault for page in pages.values() for fault in broken(page, pages, site, BASE)]
    assert faults == [], "\n".join(faults)


def test_every_page_states_its_own_address(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        if page.canonical:
            assert page.canonical.startswith(BASE), path
    assert pages["index.html"].canonical == BASE


def test_every_page_of_the_sitemap_is_there(site: Path) -> None:
    listed = re.findall(r"<loc>([^<]+)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    assert listed
    missing = [url for url in listed if not (site / url.removeprefix(BASE) / "index.html").is_file()]
    assert missing == []


def test_every_picture_that_a_style_sheet_names_is_there(site: Path) -> None:
    missing = [
        f"{sheet.relative_to(site)}: {url}"
        for sheet in site.rglob("*.css")
        for url in re.findall(r"url\(\s*[\"']?([^\"')]+)", sheet.read_text(encoding="utf-8"))
        if not url.startswith(("data:", "#")) and not (sheet.parent / re.split("[?#]", url)[0]).is_file()
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("there/", None),
        ("there/#known", None),
        ("/garden/there/", None),
        ("https://example.org/garden/there/#known", None),
        ("https://example.com/elsewhere", None),
        ("mailto:ada@example.org", None),
        ("nowhere/", "there is no nowhere/index.html"),
        ("there/#unknown", "there/index.html has nothing named so"),
        ("https://example.org/garden/nowhere", "there is no nowhere"),
    ],
)
def test_the_checker_finds_what_is_broken_and_only_that(tmp_path: Path, link: str, fault: str | None) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there/index.html").write_text('<p id="known">', encoding="utf-8")
    (tmp_path / "index.html").write_text(f'<p>\n<a href="{link}">', encoding="utf-8")
    found = read_pages(tmp_path)
    faults = list(broken(found["index.html"], found, tmp_path, "https://example.org/garden/"))
    assert faults == ([] if fault is None else [f"index.html:2: <a> {link}: {fault}"])
