"""The collection to take away: dumps, the JSON API and its documentation, exports of lists in the browser."""

import contextlib
import csv
import io
import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from playwright.sync_api import expect

from tests.site.conftest import BASE
from tests.site.reader import PATIENCE, Reader

expect.set_options(timeout=PATIENCE)
DUMPS = {"papers.bib", "papers.csl.json", "papers.csv", "papers.jsonl", "papers.ris"}


@pytest.fixture(scope="session")
def papers(site: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (site / "data/papers.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture(scope="session")
def index(site: Path) -> dict[str, Any]:
    known = json.loads((site / "data/api/index.json").read_text("utf-8"))
    assert isinstance(known, dict)
    return known


def shard(site: Path, name: str) -> dict[str, Any]:
    known = json.loads((site / "data/api" / name).read_text("utf-8"))
    assert isinstance(known, dict)
    return known


def test_the_page_names_every_file_with_its_size_and_date(site: Path, papers: list[dict[str, Any]]) -> None:
    html = (site / "data/index.html").read_text("utf-8")
    rows = dict(
        re.findall(r'<tr><td><a href="([^"]+)" download>.*?<td>([\d,.]+ (?:bytes|kB|MB))</td></tr>', html)
    )
    assert (
        set(rows)
        == DUMPS
        == {file.name for file in (site / "data").iterdir() if file.name.startswith("papers")}
    )
    for name, size in rows.items():
        assert size == f"{(site / 'data' / name).stat().st_size / 1000:.0f} kB"
    newest = max(paper["date"] or "" for paper in papers)
    assert f'<time datetime="{newest}">' in html


def test_the_dumps_hold_every_paper(site: Path, papers: list[dict[str, Any]]) -> None:
    data = site / "data"
    assert len(json.loads((data / "papers.csl.json").read_text("utf-8"))) == len(papers) > 100
    assert len(list(csv.reader(io.StringIO((data / "papers.csv").read_text("utf-8"))))) == len(papers) + 1
    assert len(re.findall(r"^@", (data / "papers.bib").read_text("utf-8"), re.MULTILINE)) == len(papers)
    assert (data / "papers.ris").read_text("utf-8").count("\nER  - \n") == len(papers)


def test_the_documented_program_does_what_the_page_says(
    reader: Reader, home: str, papers: list[dict[str, Any]]
) -> None:
    page = reader.opens("data/")
    program = unescape(page.locator(".pg-code code").text_content() or "")
    [key] = re.findall(r'^key = "(.+)"$', program, re.MULTILINE)
    assert BASE in program
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(program.replace(BASE, home), {})
    [title] = [paper["title"] for paper in papers if paper["id"] == key]
    assert said.getvalue().rstrip().endswith(title)


def test_the_api_holds_every_paper_where_it_says(
    site: Path, index: dict[str, Any], papers: list[dict[str, Any]]
) -> None:
    assert (index["format"], index["count"]) == (1, len(papers))
    found = {}
    for number, name in enumerate(index["papers"]):
        for paper in shard(site, name)["papers"]:
            assert crc32(paper["id"].encode()) % len(index["papers"]) == number
            found[paper["id"]] = {key: value for key, value in paper.items() if key != "cite"}
    assert found == {paper["id"]: paper for paper in papers}


def test_keys_that_were_given_up_lead_to_papers(site: Path, index: dict[str, Any]) -> None:
    shards = [shard(site, name) for name in index["papers"]]
    keys = {paper["id"] for known in shards for paper in known["papers"]}
    moved = {old: new for known in shards for old, new in known["moved"].items()}
    assert moved
    assert set(moved.values()) <= keys
    for old in moved:
        assert old not in keys
        assert (site / f"papers/{old}/index.html").is_file()
        assert old in shards[crc32(old.encode()) % len(shards)]["moved"]


def test_people_and_tags_have_pages_and_counts(
    site: Path, index: dict[str, Any], papers: list[dict[str, Any]]
) -> None:
    people = [person for name in index["people"] for person in shard(site, name)["people"]]
    wrote = {
        (author["person"], paper["id"]) for paper in papers for author in paper["authors"] if author["person"]
    }
    assert {(person["slug"], key) for person in people for key in person["papers"]} == wrote
    tags = shard(site, index["tags"])["tags"]
    for thing in (*people, *tags):
        assert (site / thing["url"] / "index.html").is_file(), thing
    counted = {tag["slug"]: tag["papers"] for tag in tags if tag["kind"] == "topic"}
    assert all(count == sum(slug in paper["tags"] for paper in papers) for slug, count in counted.items())


@pytest.mark.parametrize(
    ("form", "dump"), [("BibTeX", "papers.bib"), ("CSV", "papers.csv"), ("RIS", "papers.ris")]
)
def test_a_list_of_several_pages_is_exported_whole(reader: Reader, site: Path, form: str, dump: str) -> None:
    page = reader.opens("papers/page/2/", to_the_end=True)
    page.get_by_text("Export", exact=True).click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=form, exact=True).click()
    assert Path(waiting.value.path()).read_bytes() == (site / "data" / dump).read_bytes()


def test_an_authors_papers_are_exported_by_keyboard(reader: Reader, papers: list[dict[str, Any]]) -> None:
    page = reader.opens("authors/runheng-liu/", to_the_end=True)
    page.get_by_text("Export", exact=True).press("Enter")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="JSON", exact=True).press("Enter")
    saved = [json.loads(line)["id"] for line in Path(waiting.value.path()).read_text("utf-8").splitlines()]
    assert waiting.value.suggested_filename == "runheng-liu.jsonl"
    mine = [
        paper["id"] for paper in papers if any(one["person"] == "runheng-liu" for one in paper["authors"])
    ]
    assert saved == mine
    page.keyboard.press("Escape")
    expect(page.locator(".pg-export")).not_to_have_attribute("open", "")
