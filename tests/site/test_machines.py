"""What a paper's page says to reference managers and search engines is what the library knows."""

import json
import re
import sys
import unicodedata
from typing import Any

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


def listed(value: str | None) -> list[str]:
    return [value] if value else []


def words(name: str) -> set[str]:
    """The words of a name in whatever order: "Example, Ada" is "Ada Example"."""
    return set(re.findall(r"[^\s,]+", unicodedata.normalize("NFC", name)))
