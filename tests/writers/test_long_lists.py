"""Lists of more papers or people than are shown on one page."""

import re
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import pytest

from papergarden.model import Authorship, Batch, Library, Paper, Person, Record, Source
from papergarden.text.slugs import slug
from papergarden.writers import author_pages, list_pages
from papergarden.writers.catalog import Catalog
from papergarden.writers.rendering import Renderer
from tests.library import topic
from tests.writers.made import SETTINGS, TEMPLATES, opened, tree


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
    assert 23_000 / list_pages.MOST < len(pages) < 23_000 / list_pages.LEAST
    assert max(len(page.content.encode()) for page in pages[::50]) < 180_000


def pages_of(library: Library) -> dict[str, str]:
    """The pages of the list of all papers of a library."""
    catalog = Catalog.of(library)
    made = list_pages.of_all(catalog, Renderer(catalog, SETTINGS, TEMPLATES))
    return {page.address: page.content for page in made}


def test_no_page_of_a_long_list_has_few_papers_or_very_many() -> None:
    counts = [text.count("<li>") for text in pages_of(many(1500)).values()]
    assert sum(counts) == 1500
    assert all(list_pages.LEAST <= count <= list_pages.MOST for count in counts[:-1])
    assert counts[-1] <= list_pages.MOST


@pytest.mark.parametrize("at", [0, 400, 777, 1499])
def test_another_paper_changes_few_pages_of_a_long_list(at: int) -> None:
    more = many(1500)
    fewer = pages_of(replace(more, papers=(*more.papers[:at], *more.papers[at + 1 :])))
    pages = pages_of(more)
    assert fewer.keys() == pages.keys()
    others = [address for address, text in pages.items() if text != fewer[address]]
    assert "papers/" in others, "it tells how many papers there are"
    assert len(others) <= 4 < len(pages) / 3


def test_a_further_page_tells_which_one_it_is_and_of_what_years() -> None:
    pages = pages_of(many(250))
    assert "<p>250 papers, 1990 to 2019, page 1 of 3, newest first.</p>" in pages["papers/"]
    counts = [page.count("<li>") for page in pages.values()]
    assert f"<p>Page 3 of 3: {counts[2]} papers, 1990 to " in pages["papers/page/3/"]


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
