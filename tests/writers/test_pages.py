"""Pages: what Markdown makes of them holds what the library says, and nothing that a seed smuggled in."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

import markdown as python_markdown  # type: ignore[import-untyped]
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from papergarden import model
from papergarden.model import (
    Authorship,
    Batch,
    Folder,
    Library,
    Link,
    Made,
    OutFile,
    Paper,
    Person,
    Record,
    Settings,
    Source,
)
from papergarden.text import escape
from papergarden.text.slugs import slug
from papergarden.writers import author_pages, list_pages, paper_pages, rich
from papergarden.writers.catalog import Catalog
from papergarden.writers.pages import Tree
from papergarden.writers.rendering import Renderer
from tests.library import ATTACK, SEEDS, library, topic

ROOT = Path(__file__).parents[2]
FONT = (ROOT / "site_src/cards/DejaVuSerif-Bold.ttf").read_bytes()
TEMPLATES = {
    path.name: path.read_text(encoding="utf-8") for path in (ROOT / "site_src/templates").glob("*.j2")
}
EXTENSIONS = ["attr_list", "admonition", "tables", "toc"]
SETTINGS = Settings(
    seeds=ROOT / "seeds",
    topics=ROOT / "site_src/topics.yml",
    templates=ROOT / "site_src/templates",
    site_name="Garden <of> papers",
    site_url="https://papers.example/",
    repo_url="https://git.example/ada/papers",
)
OURS = {
    *("a", "bdi", "br", "code", "dd", "del", "details", "div", "dl", "dt", "em", "h1", "h2", "input", "ins"),
    *("label", "li", "nav", "ol", "p", "pre", "rect", "span", "strong", "summary", "svg", "table", "tbody"),
    *("td", "text", "th", "thead", "time", "tr", "ul"),
    *("form", "input", "button", "q", "section"),
    *("math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "mtext", "msub", "msup", "mover"),
}
"""Every element that the templates and MathML use."""


@dataclass
class Html(HTMLParser):
    """A piece of HTML: its text, elements, links, ids, and the text of each heading."""

    text: str = ""
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.inside.append(tag)
        if tag in ("h1", "h2"):
            self.headings.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "annotation" in self.inside:
            return
        self.text += data
        if self.headings and {"h1", "h2"} & set(self.inside):
            tag, said = self.headings[-1]
            self.headings[-1] = (tag, said + data)

    @property
    def links(self) -> list[str]:
        return [attributes["href"] for _, attributes in self.elements if "href" in attributes]

    @property
    def words(self) -> str:
        return " ".join(self.text.split())


@dataclass(frozen=True)
class Page:
    front: dict[str, object]
    source: str
    html: Html

    @property
    def citation(self) -> dict[str, object]:
        """The record that the Cite button reads: what the article says, and what it says otherwise or not."""
        head = str(self.front["head"])
        own, article = (
            json.loads(head.partition(start)[2].partition("</script>")[0])
            for start in ('id="pg-citation">', '"application/ld+json">')
        )
        return {"title": article.get("name", ""), **own}


def opened(file: Made) -> Page:
    """A page as a Markdown renderer shows it."""
    assert isinstance(file.content, str)
    _, front, body = file.content.split("---\n", 2)
    html = Html()
    html.feed(python_markdown.markdown(body, extensions=EXTENSIONS))
    html.close()
    return Page(yaml.safe_load(front), body, html)


def tree(of: Library) -> dict[str, OutFile]:
    made = Tree(of, SETTINGS, TEMPLATES).files()
    files = [file for one in made for file in (one.files if isinstance(one, Batch) else (one,))]
    paths = [file.path for file in files]
    assert len(set(paths)) == len(paths), "two pages have one path"
    return {file.path: OutFile(file.path, file.content) for file in files}


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


def many(count: int, **fields: Any) -> Library:
    """A library of so many papers, each with a long title and many authors, ten a day."""
    made = tuple(
        Paper(
            key=f"p{number:05}",
            title=f"Paper {number} about a matter that takes a title of more than one line on a phone",
            records=(
                Record(source=Source("a.txt", number + 1), end=number + 1, reader="cards", ref=str(number)),
            ),
            authors=tuple(Authorship(f"Ada {letter}. Example", "ada-example") for letter in "ABCDEFGH"),
            date=f"{1990 + number % 30}-{1 + number % 12:02}",
            venue="Journal of Examples at Length",
            **fields,
        )
        for number in range(count)
    )
    return Library(made, {}, (), (), ())


def test_a_long_list_goes_on_on_further_pages() -> None:
    long = tree(many(250))
    shown = [opened(long[f"papers/{page}index.md"]) for page in ("", "page/2/", "page/3/")]
    rows = [link for page in shown for link in page.html.links if re.fullmatch(r"(\.\./)+papers/p\d+/", link)]
    assert len(rows) == len({re.sub(r"^(\.\./)+", "", row) for row in rows}) == 250
    assert "../../../papers/page/3/" in shown[1].html.links
    assert "../../../papers/" in shown[1].html.links


def test_every_year_of_a_long_list_is_one_step_away() -> None:
    long = tree(many(250))
    pages = {f"papers/{page}": opened(long[f"papers/{page}index.md"]) for page in ("", "page/2/", "page/3/")}
    steps = [link for link in pages["papers/"].html.links if "#" in link]
    assert len(steps) == 30
    for step in steps:
        address, year = step.removeprefix("../").split("#")
        assert ("h2", year) in pages[address].html.headings, step


def test_the_pages_of_a_tag_with_23_000_papers_stay_small() -> None:
    tags = tuple(topic(f"topic number {number}") for number in range(5))
    catalog = Catalog.of(many(23_000, tags=tags))
    made = list_pages.of_tags(catalog.tagged, catalog, Renderer(catalog, SETTINGS, TEMPLATES))
    pages = [page for page in made if page.path.startswith(f"tags/{tags[0].slug}/")]
    assert len(pages) == 230
    assert max(len(page.content.encode()) for page in pages[::50]) < 150_000


def test_a_letter_of_many_pages_leads_to_the_beginnings_of_names() -> None:
    known = {}
    for number in range(1200):
        name = f"Ada L{'aeiou'[number // 240]}{number:04}".translate(
            str.maketrans("0123456789", "abcdefghij")
        )
        known[slug(name)] = Person(slug(name), name, (name,), ())
    catalog = Catalog.of(Library((), known, (), (), ()))
    renderer = Renderer(catalog, SETTINGS, TEMPLATES)
    written = author_pages.write(catalog, renderer)
    made = {page.path: page for page in written if not isinstance(page, Batch)}
    first = opened(made["authors/letter/l/index.md"])
    steps = [link for link in first.html.links if "letter/l/" in link]
    for beginning, step in zip(["La", "Le", "Li", "Lo", "Lu"], steps[1:6], strict=True):
        page = opened(made[f"{urljoin('authors/letter/l/', step)}index.md"])
        assert f"Ada {beginning}" in page.html.text, beginning


def test_an_empty_collection_has_its_pages() -> None:
    empty = tree(Library((), {}, (), (), ()))
    assert {"index.md", "papers/index.md", "authors/index.md", "tags/index.md", "sources/index.md"} <= set(
        empty
    )


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


def test_the_same_library_makes_the_same_bytes() -> None:
    assert tree(library()) == tree(library())


def test_a_template_for_the_head_of_papers_has_the_last_word() -> None:
    own = {
        "paper_head.html.j2": '<meta name="own" content="{{ paper.title | plain }}: {{ names | length }}">\n'
    }
    catalog = Catalog.of(library())
    renderer = Renderer(catalog, SETTINGS, TEMPLATES | own)
    made = {page.address: page for page in paper_pages.write(catalog.newest, catalog, renderer, SETTINGS)}
    head = '<meta name="own" content="Splitting H_2O by O(n^{1+1/k}) Steps: 1">'
    assert made["papers/water/"].make().front["head"] == head


def test_what_is_named_folder_by_folder_is_what_is_made_at_once() -> None:
    at_once = list(Tree(library(), SETTINGS, TEMPLATES, FONT).files())
    named = list(Tree(library(), SETTINGS, TEMPLATES, FONT, on_demand=True).named())
    folders = {one.path: list(one.name()) for one in named if isinstance(one, Folder)}
    first = [one for one in named if not isinstance(one, Folder)]

    def contents(made: Iterable[Made | Batch]) -> dict[str, object]:
        files = [one for some in made for one in (some.files if isinstance(some, Batch) else [some])]
        return {one.path: one.content for one in files}

    every = chain(first, *folders.values())
    assert contents(every) == contents(at_once)
    assert {one.address for one in first} == folders.keys()
    for one in first:
        assert one.path not in contents(folders[one.address])
    for path, some in folders.items():
        assert all(name.startswith(path) for name in contents(some))
        assert bool(some) == (path != "reading-list/")
    assert {"robots.txt", "sitemap.xml", "card.png", "feed.xml"} <= contents(folders[""]).keys()
    assert all("/" not in name for name in contents(folders[""]))


@pytest.mark.parametrize(
    ("block", "shown"), [("", "kettle"), ("{% block more %}{% endblock %}", "kettle, lid")]
)
def test_a_template_may_be_part_of_another(block: str, shown: str) -> None:
    filled = "{% block more %}, {{ other }}{% endblock %}" if block else ""
    own = {
        "frame.md.j2": f"<p>{{{{ kind }}}}{block}</p>\n",
        "paper.md.j2": '{% extends "frame.md.j2" %}{% set kind, other = "kettle", "lid" %}' + filled,
    }
    catalog = Catalog.of(library())
    renderer = Renderer(catalog, SETTINGS, TEMPLATES | own)
    made = {page.address: page for page in paper_pages.write(catalog.newest, catalog, renderer, SETTINGS)}
    assert made["papers/water/"].make().body == f"<p>{shown}</p>"


def test_first_pages_of_folders_have_one_order() -> None:
    """A navigation that nobody wrote lists them so."""
    named = Tree(library(), SETTINGS, TEMPLATES, FONT, on_demand=True).named()
    made = Tree(library(), SETTINGS, TEMPLATES, FONT).files()
    ways = [one.address for one in named if isinstance(one, model.Page)]
    assert ways == [one.address for one in made if isinstance(one, model.Page) and one.address in ways]
