"""Pages: what Markdown makes of them holds what the library says, and nothing that a seed smuggled in."""

import json
import re
from html import unescape
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papergarden.model import Authorship, Library, Link, OutFile, Paper, Record, Source
from papergarden.text import escape
from papergarden.writers import rich
from tests.library import ATTACK, SEEDS, library
from tests.writers.made import OURS, Page, opened, tree


@pytest.fixture(scope="module")
def files() -> dict[str, OutFile]:
    return tree(library())


@pytest.fixture(scope="module")
def pages(files: dict[str, OutFile]) -> dict[str, Page]:
    return {path: opened(file) for path, file in files.items() if path.endswith(".md")}


def paper_page(pages: dict[str, Page], key: str) -> Page:
    return pages[f"papers/{key}/index.md"]


def test_every_kind_of_page_is_there(pages: dict[str, Page]) -> None:
    assert {
        "index.md",
        "papers/index.md",
        "papers/2406.09415/index.md",
        "authors/index.md",
        "authors/letter/e/index.md",
        "authors/letter/other/index.md",
        "authors/ada-example/index.md",
        "tags/index.md",
        "tags/long-context/index.md",
        "tags/cs-cl/index.md",
        "years/index.md",
        "years/2024/index.md",
        "venues/index.md",
        "venues/journal-of-examples/index.md",
        "organizations/index.md",
        "organizations/example-institute/index.md",
        "sources/index.md",
        "browse/index.md",
        "data/index.md",
    } <= set(pages)


def test_no_element_or_attribute_comes_from_a_seed(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        for tag, attributes in page.html.elements:
            assert tag in OURS, f"{path}: <{tag}>"
            assert not [name for name in attributes if name.startswith("on") or name == "style"], path


def test_links_lead_to_the_site_or_the_web(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        for link in page.html.links:
            assert urlsplit(link).scheme in ("", "http", "https"), f"{path}: {link}"


def test_every_internal_link_has_its_page(pages: dict[str, Page], files: dict[str, OutFile]) -> None:
    known = {path.removesuffix("index.md") for path in files}
    for path, page in pages.items():
        here = "https://papers.example/" + path.removesuffix("index.md")
        for link in page.html.links:
            target = urlsplit(urljoin(here, link))
            if target.netloc == "papers.example":
                assert unquote(target.path).lstrip("/") in known, f"{path}: {link}"


def test_levels_of_headings_begin_with_one(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        levels = [tag for tag, _ in page.html.headings]
        assert levels[0] == "h1", path
        assert levels.count("h1") == 1, path


def test_an_attack_is_read_as_text_wherever_it_stands(pages: dict[str, Page]) -> None:
    page = paper_page(pages, "hostile")
    assert page.html.headings[0][1] == rich.plain(f"Title {ATTACK}")
    for words in (f"Name {ATTACK}", f"Venue {ATTACK}", f"Abstract {ATTACK}"):
        assert escape.fold(words) in page.html.words
    assert [link for link in page.html.links if "a.example" in link] == [
        "https://a.example/<b>",
        "https://a.example/",
    ]


def test_titles_in_front_matter_are_html(pages: dict[str, Page]) -> None:
    title = paper_page(pages, "hostile").front["title"]
    assert isinstance(title, str)
    assert not re.search(r"[<>\"']", title)
    assert "&lt;script&gt;" in title


def test_a_page_says_what_is_known(pages: dict[str, Page]) -> None:
    page = paper_page(pages, "2406.09415")
    for words in ("13 June 2024", "Journal of Examples", "Example Institute", "KV cache", "long context"):
        assert words in page.html.words
    assert "Listed in lists/plain.txt, line 1: title from here." in page.html.words
    assert ": the abstracts agree (98% of words)." in page.html.words
    assert page.html.words.count("The same paper as in") == 1
    assert "Another date stands in lists/plain.txt, line 1: “2023-12”." in page.html.words
    assert "Perhaps also in lists/other.txt, line 77: the abstracts agree a little" in page.html.words
    assert "1 place repaired broken escape It is $80times$ 80× faster," in page.html.words
    assert "In the source this abstract is damaged: its formulas are missing." in page.html.words
    for link in (
        "https://arxiv.org/pdf/2406.09415",
        "https://arxiv.org/abs/2406.09415",
        "https://doi.org/10.1234/example%281%29",
        "https://code.example/a_b",
        "https://project.example/",
        "https://code.example/a_b?x=1&y=2",
        "../../authors/ada-example/",
        "../water/",
    ):
        assert link in page.html.links or f"../../papers/{link[3:]}" in page.html.links, link


def test_a_second_address_of_a_kind_is_named_by_its_end() -> None:
    links = tuple(Link("code", f"https://code.example/ada/{name}/") for name in ("garden", "kettle"))
    made = Paper(
        key="two",
        title="Two Gardens",
        links=links,
        records=(Record(source=Source("a.txt", 1), end=1, reader="cards", ref="two"),),
    )
    page = opened(tree(Library((made,), {}, (), (), ()))["papers/two/index.md"])
    assert "Code Code: kettle Cite" in page.html.words


def test_a_page_says_what_is_not_known(pages: dict[str, Page]) -> None:
    assert "The sources name only one author; there are more." in paper_page(pages, "no-year").html.words
    assert "No source gives a date." in paper_page(pages, "no-year").html.words
    assert "No source names the authors." in paper_page(pages, "no-authors").html.words
    assert "No source has the abstract." in paper_page(pages, "no-authors").html.words


def test_formulas_become_mathml_and_keep_their_tex(pages: dict[str, Page]) -> None:
    page = paper_page(pages, "water")
    assert "msub" in [tag for tag, _ in page.html.elements]
    assert page.html.headings[0][1].startswith("Splitting H")
    assert "O&#40;n" not in page.html.text
    assert "O(n&#94;&#123;1&#43;1/k&#125;)</annotation>" in page.source


def test_what_is_no_formula_stays_as_it_is(pages: dict[str, Page]) -> None:
    page = paper_page(pages, "unbalanced")
    assert page.html.headings[0][1] == "It costs $5, or $x^2"
    assert "frac" in page.html.words


def test_a_thousand_authors_are_folded_and_all_there(pages: dict[str, Page]) -> None:
    page = paper_page(pages, "crowd")
    assert "and 980 more" in page.html.words
    assert len([link for link in page.html.links if "/person-" in link]) == 1000


def test_citation_data_come_as_they_are(pages: dict[str, Page]) -> None:
    citation = paper_page(pages, "2406.09415").citation
    assert citation["doi"] == "10.1234/example(1)"
    assert citation["title"] == "Every Field Is Known"
    assert "abstract" not in citation
    meta = '<meta name="citation_pdf_url" content="https://arxiv.org/pdf/2406.09415">'
    assert meta in unescape(str(paper_page(pages, "2406.09415").front["head"]))
    assert paper_page(pages, "no-year").citation["authors_complete"] is False


def test_an_alias_leads_to_the_paper_and_takes_no_page(pages: dict[str, Page]) -> None:
    front = paper_page(pages, "every-field-is-known").front
    assert (front["template"], front["redirect"]) == ("redirect.html", "papers/2406.09415/")
    assert "template" not in paper_page(pages, "water").front


def test_an_issue_about_a_paper_is_filled_in(pages: dict[str, Page]) -> None:
    (link,) = [link for link in paper_page(pages, "2406.09415").html.links if "/issues/new" in link]
    asked = parse_qs(urlsplit(link).query)
    assert asked["title"] == ["Correction: Every Field Is Known"]
    assert f"seeds/{SEEDS[1]}:9" in asked["body"][0]
    assert "- {set: 2406.09415, title: " in asked["body"][0]


def test_an_author_page_tells_names_and_company(pages: dict[str, Page]) -> None:
    page = pages["authors/ada-example/index.md"]
    assert "4 papers in this collection, 2022 to 2024." in page.html.words
    assert "Also printed as Áda X. Example." in page.html.words
    assert "May also be Bo Sample" in page.html.words
    assert [said for tag, said in page.html.headings if tag == "h2"] == [
        *("2024", "2023", "2022", "Year unknown", "Topics", "Co-authors"),
    ]


def test_two_tags_of_one_name_have_two_pages(pages: dict[str, Page]) -> None:
    assert pages["tags/has-code/index.md"].html.headings[0][1].startswith("Topic")
    assert pages["tags/has-code-feature/index.md"].html.headings[0][1] == "has code"


def test_a_source_tells_its_entries_repairs_and_findings(pages: dict[str, Page]) -> None:
    page = pages["sources/lists-plain-txt/index.md"]
    assert "Nobody reads this line" in page.html.words
    assert "abstract, broken escape $80times$ 80×" in page.html.words
    assert "The file is gone" in pages["sources/index.md"].html.words


def test_names_are_found_without_accents(files: dict[str, OutFile]) -> None:
    found = files["authors/names/61-64.json"].content
    assert found == '[["Ada Example","ada-example",4,"x"]]'
    listed = json.loads(files["authors/names/index.json"].content)
    assert {f"authors/names/{shard}.json" for shard in listed} <= set(files)
    assert "738b-5c0f" in listed


@settings(max_examples=30)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=200))
def test_any_text_comes_through_the_template_as_it_is(title: str, name: str, abstract: str) -> None:
    made = Paper(
        key="any",
        title=title,
        abstract=abstract,
        authors=(Authorship(name),),
        records=(Record(source=Source("a.txt", 1), end=1, reader="cards", ref="a"),),
    )
    page = opened(tree(Library((made,), {}, (), (), ()))["papers/any/index.md"])
    assert {tag for tag, _ in page.html.elements} <= OURS
    for words in (title, name, abstract):
        if "$" not in words and "\\" not in words:
            assert escape.fold(words) in page.html.words
    assert escape.fold(str(page.citation.get("title", ""))) == escape.fold(title)
