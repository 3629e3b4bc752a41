"""The tree of all pages: what is there whoever asks for it, and how templates may be put together."""

from collections.abc import Iterable
from itertools import chain

import pytest

from papergarden import model
from papergarden.model import Batch, Folder, Library, Made
from papergarden.writers import paper_pages
from papergarden.writers.catalog import Catalog
from papergarden.writers.pages import Tree
from papergarden.writers.rendering import Renderer
from tests.library import library
from tests.writers.made import FONT, SETTINGS, TEMPLATES, tree


def test_an_empty_collection_has_its_pages() -> None:
    empty = tree(Library((), {}, (), (), ()))
    assert {"index.md", "papers/index.md", "authors/index.md", "tags/index.md", "sources/index.md"} <= set(
        empty
    )


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
