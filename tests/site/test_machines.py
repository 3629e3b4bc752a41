"""What a paper's page says to reference managers and search engines is what the library knows."""

import json
import re
import sys
import unicodedata
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]
import pytest

from tests.site.conftest import BASE, ROOT, run
from tests.site.pages import Page


@pytest.fixture(scope="module")
def papers() -> list[dict[str, Any]]:
    """The library as `papergarden export` prints it."""
    exported = run([sys.executable, "-m", "papergarden", "export"], ROOT)
    assert exported.returncode == 0, exported.stderr
    return [json.loads(line) for line in exported.stdout.splitlines()]


def test_every_paper_has_its_page_and_every_page_its_paper(
    papers: list[dict[str, Any]], pages: dict[str, Page]
) -> None:
    described = {path for path, page in pages.items() if "citation_title" in page.stated}
    assert described == {f"{paper['url']}index.html" for paper in papers}
    assert all(f"{paper['url']}index.html" == f"papers/{paper['id']}/index.html" for paper in papers)


def test_a_reference_manager_reads_what_the_library_knows(
    papers: list[dict[str, Any]], pages: dict[str, Page]
) -> None:
    wrong = []
    for paper in papers:
        stated = pages[f"{paper['url']}index.html"].stated
        known = {
            "citation_arxiv_id": listed(paper["arxiv_id"]),
            "citation_doi": listed(paper["doi"]),
            "citation_publication_date": [re.sub("-0?", "/", paper["date"])] if paper["date"] else [],
        }
        read = {name: stated.get(name, []) for name in known}
        names = [words(name) for name in stated.get("citation_author", [])]
        if read != known or names != [words(author["name"]) for author in paper["authors"]]:
            wrong.append(f"{paper['id']}: {read} {stated.get('citation_author')}")
    assert wrong == [], "\n".join(wrong)


def test_a_reference_manager_reads_the_title_without_markup(
    papers: list[dict[str, Any]], pages: dict[str, Page]
) -> None:
    for paper in papers:
        page = pages[f"{paper['url']}index.html"]
        [title] = page.stated["citation_title"]
        if "$" not in paper["title"]:
            assert title == paper["title"]
        assert not re.search(r"[<>$]", title), title
        assert page.canonical == BASE + paper["url"]


def test_search_engines_read_what_the_library_knows(
    papers: list[dict[str, Any]], pages: dict[str, Page], site: Path
) -> None:
    for paper in papers:
        told = linked_data(site / paper["url"] / "index.html")
        assert told["@type"] == "ScholarlyArticle"
        assert told["url"] == pages[f"{paper['url']}index.html"].canonical
        assert [author["name"] for author in told.get("author", [])] == [
            one["name"] for one in paper["authors"]
        ]
        people = [f"{BASE}authors/{one['person']}/" if one["person"] else None for one in paper["authors"]]
        assert [author.get("url") for author in told.get("author", [])] == people
        assert told.get("datePublished") == paper["date"]
        assert told.get("isPartOf", {}).get("name") == paper["venue"]
        numbers = {one["propertyID"]: one["value"] for one in told.get("identifier", [])}
        assert (numbers.get("arXiv"), numbers.get("DOI")) == (paper["arxiv_id"], paper["doi"])
        assert [told["name"]] == pages[f"{paper['url']}index.html"].stated["citation_title"]


def linked_data(file: Path) -> dict[str, Any]:
    """What a page says in JSON-LD."""
    [text] = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', file.read_text(encoding="utf-8")
    )
    data: dict[str, Any] = json.loads(text)
    return data


def test_lists_people_and_the_site_say_what_they_are(site: Path) -> None:
    assert linked_data(site / "index.html")["potentialAction"]["@type"] == "SearchAction"
    assert linked_data(site / "papers/index.html")["@type"] == "CollectionPage"
    one = next(path for path in sorted((site / "authors").glob("*/feed.xml")))
    person = linked_data(one.parent / "index.html")["mainEntity"]
    assert (person["@type"], person["url"]) == ("Person", f"{BASE}authors/{one.parent.name}/")


def test_networks_find_a_title_and_a_picture(
    papers: list[dict[str, Any]], pages: dict[str, Page], site: Path
) -> None:
    for path in ("index.html", *(f"{paper['url']}index.html" for paper in papers)):
        stated = pages[path].stated
        assert stated["og:url"] == [pages[path].canonical]
        assert stated["og:title"][0]
        assert stated["twitter:card"] == ["summary_large_image"]
        html = (site / path).read_text(encoding="utf-8")
        [described] = re.findall(
            r'<meta name="description" property="og:description" content="([^"]+)">', html
        )
        assert [unescape(described)] == stated["description"]
        [picture] = stated["og:image"]
        assert (site / picture.removeprefix(BASE)).read_bytes().startswith(b"\x89PNG")


def test_every_feed_that_a_page_names_is_read_by_a_feed_parser(pages: dict[str, Page], site: Path) -> None:
    named = {
        urljoin(BASE + path, reference.url).removeprefix(BASE)
        for path, page in pages.items()
        for reference in page.references
        if reference.url.endswith("feed.xml")
    }
    assert {"feed.xml", "tags/kv-cache/feed.xml"} <= named
    assert named == {file.relative_to(site).as_posix() for file in site.rglob("feed.xml")}
    for name in named:
        read = feedparser.parse((site / name).read_bytes())
        assert not read.bozo, name
        assert read.entries
        assert {
            (site / entry.link.removeprefix(BASE) / "index.html").is_file() for entry in read.entries
        } == {True}
        assert json.loads((site / name).with_suffix(".json").read_bytes())["items"]


def test_the_site_map_lists_every_page_and_nothing_else(pages: dict[str, Page], site: Path) -> None:
    root = ElementTree.parse(site / "sitemap.xml").getroot()
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    listed = [url.findtext(f"{space}loc") for url in root]
    there = {page.canonical for page in pages.values() if not page.redirects and page.path != "404.html"}
    assert len(listed) == len(set(listed))
    assert set(listed) == there
    assert f"Sitemap: {BASE}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


def test_every_page_allows_itself_scripts_from_files_only(pages: dict[str, Page], site: Path) -> None:
    for path in pages:
        html = (site / path).read_text(encoding="utf-8")
        policy = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
        assert len(policy) == 1, path
        assert "unsafe" not in policy[0], path
        assert policy[0].startswith("default-src 'none'"), path
        scripts = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", html)
        assert all("json" in script for script in scripts), path
        assert not re.search(r"<[^>]* style=", html), path


def listed(value: str | None) -> list[str]:
    return [value] if value else []


def words(name: str) -> set[str]:
    """The words of a name in whatever order: "Example, Ada" is "Ada Example"."""
    return set(re.findall(r"[^\s,]+", unicodedata.normalize("NFC", name)))
