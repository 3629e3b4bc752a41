"""Moulds: bodies without the Markdown library, what templates ask of pages, and what is pressed anew."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import markdown as python_markdown  # type: ignore[import-untyped]
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from papergarden.model import Page, Settings, Sheet
from papergarden.moulds import Converter, Leaf, Press, frame_in, looks_closer
from papergarden.moulds.content import PROBES, NotPlainError
from papergarden.text import escape
from papergarden.writers.pages import Tree
from tests.library import library

ROOT = Path(__file__).parents[1]
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "admonition"]


def convert(text: str, extensions: list[str] = EXTENSIONS, **configs: Mapping[str, Any]) -> str:
    return str(python_markdown.markdown(text, extensions=extensions, extension_configs=configs))


CONVERTER = Converter(convert, range(1, 7))


@pytest.mark.parametrize("text", PROBES)
def test_headings_are_those_of_the_markdown_library(text: str) -> None:
    body = f"# {text}\n\n## {text}\n\n<p>x</p>\n\n## {text}"
    assert CONVERTER(body).html == convert(body)


@settings(max_examples=150)
@given(st.lists(st.tuples(st.sampled_from(["# ", "## ", "<p>", "<div>", "side"]), st.text(max_size=40))))
@example([("# ", ""), ("## ", "a_1"), ("## ", "a"), ("## ", "a"), ("<p>", "</p>"), ("side", "")])
def test_any_text_in_a_plain_body_gives_what_the_markdown_library_gives(parts: list[tuple[str, str]]) -> None:
    forms = {
        "<p>": "<p>{}</p>",
        "<div>": '<div class="x">\n<p>{}</p>\n\n<div>\n  \n</div></div>',
        "side": "<!-- side -->",
        "# ": "# {}",
        "## ": "## {}",
    }
    blocks = (forms[form].format(escape.markdown(text).strip() or "x") for form, text in parts)
    body = "\n\n\n".join(blocks) + "\n"
    assert CONVERTER(body).html == convert(body)


@pytest.mark.parametrize(
    "body",
    [
        "A paragraph.",
        "<p>glued</p>\n## to a heading",
        "<p>glued</p>\n<p>to another</p>",
        "<p>never closed",
        "- a list",
        "<video></video>",
        "### deeper",
        "    code",
    ],
)
def test_what_is_not_plain_is_left_to_the_markdown_library(body: str) -> None:
    with pytest.raises(NotPlainError):
        CONVERTER(body)


def test_bodies_of_our_own_templates_are_known_to_be_plain() -> None:
    templates = {path.name: path.read_text("utf-8") for path in (ROOT / "site_src/templates").glob("*.j2")}
    known = Settings(
        Path(), Path(), Path(), site_url="https://papers.example/", repo_url="https://x.example/"
    )
    plain = Converter(convert, range(1, 7), plain=True)
    pages = [page for page in Tree(library(), known, templates).files() if isinstance(page, Page)]
    stamped = [page for page in pages if page.address.count("/") > 1]
    assert {page.address.split("/")[0] for page in stamped} > {
        "papers",
        "authors",
        "tags",
        "years",
        "sources",
    }
    for page in stamped:
        body = page.make().body
        assert plain(body) == CONVERTER(body), page.address


def test_permanent_links_come_with_the_headings() -> None:
    def linked(text: str) -> str:
        return convert(text, EXTENSIONS, toc={"permalink": "#"})

    converter = Converter(linked, range(2, 4))
    assert converter.faithful
    content = converter("# One\n\n## Two\n\n## Two\n")
    assert content.html == linked("# One\n\n## Two\n\n## Two\n")
    assert content.html.count('class="headerlink"') == 3
    assert content.first == "two"


def test_an_extension_that_changes_text_is_noticed() -> None:
    assert not Converter(lambda text: convert(text, [*EXTENSIONS, "smarty"]), range(1, 7)).faithful


@pytest.mark.parametrize(
    ("template", "closer"),
    [
        ("<title>{{ page.title|e }} {{ page.meta['x'] }}</title>{{ config.x == 'y' }}", False),
        (
            "{% if page and page.meta.title and not page.is_homepage %}x{% else %}{{ page.url }}{% endif %}",
            False,
        ),
        (
            "{{ 'a' ~ page.title if page.meta is defined else 'b' }}{% for x in nav %}{{ x }}{% endfor %}",
            False,
        ),
        ("{% if page.title == 'x' %}x{% endif %}", True),
        ("{% if page.url.startswith('x') %}x{% endif %}", True),
        ("{{ page.title|truncate(99) }}", True),
        ("{% set x = page.title %}", True),
        ("{% for x in page.toc %}x{% endfor %}", True),
        ("{{ page.title[:9] }}", True),
        ("{{ page.content is in ['x'] }}", True),
        ("{{ f(page) }}", True),
    ],
)
def test_it_is_seen_what_a_template_asks_of_pages(template: str, closer: bool) -> None:
    assert looks_closer(Environment(autoescape=True).parse(template)) is closer


class Counted:
    """A page that counts how often it is made."""

    def __init__(self, address: str, title: str, key: str) -> None:
        self.page, self.made, self._title = Page(address, (), self._sheet, lambda: key), 0, title

    def _sheet(self) -> Sheet:
        self.made += 1
        return Sheet({"title": self._title}, f"# {self._title}\n")


def press(frame: str = "<title>{title}</title>{html}", salt: str = "") -> Press:
    def render(leaf: Leaf) -> str:
        return frame.format(title=leaf.front["title"], html=leaf.content.html)

    return Press([], CONVERTER, render, lambda address, sheet: "whole", salt)


def test_a_page_that_is_made_from_the_same_as_then_is_not_made_again() -> None:
    first, second = (Counted(f"papers/{name}/", name, f"key of {name}") for name in ("one", "two"))
    before = [press().stamp(one.page).key for one in (first, second)]
    again = press()
    assert again.stamp(first.page, before[0]).key == before[0]
    assert (first.made, second.made) == (2, 1), "one of a kind is made to see what frame there is now"
    stamped = again.stamp(second.page, before[1])
    assert (stamped.key, second.made) == (before[1], 1)
    assert stamped.make() == b'<title>two</title><h1 id="two">two</h1>', "somebody took the file away"


@pytest.mark.parametrize(
    ("frame", "made"),
    [
        ("{title}: {redirect}", 0),
        ("{title}: {redirect}{html}", 1),
        ("{title}: {redirect} {first}", 1),
        ("{title}: {redirect} {is_headed}", 1),
    ],
    ids=["front", "content", "heading", "whether it has a heading"],
)
def test_of_a_page_that_only_leads_to_another_no_more_is_made_than_is_shown(frame: str, made: int) -> None:
    def render(leaf: Leaf) -> str:
        first = leaf.content.first
        return frame.format_map(
            {**leaf.front, "html": leaf.content.html, "first": first, "is_headed": first > ""}
        )

    page = Counted("authors/one/", "one", "key")
    front = {"title": "one", "redirect": "papers/one/"}
    page.page = page.page._replace(sheet_of=lambda: Sheet(front, page._sheet().body), front_of=lambda: front)
    stamped = Press([], CONVERTER, render, lambda address, sheet: "whole", "").stamp(page.page)
    sheet = page.page.make()
    assert stamped.make().decode() == render(Leaf(page.page.address, front, CONVERTER(sheet.body)))
    assert page.made - 1 == made


def test_a_mould_that_is_as_it_was_is_known_by_one_page_of_its_kind() -> None:
    first, second = (Counted(f"papers/{name}/", name, "key") for name in ("one", "two"))
    frame = frame_in(press().stamp(first.page).key)
    again, other = press(), press("<b>{title}</b>{html}")
    assert again.knows(second.page, frame)
    assert (first.made, second.made) == (1, 1)
    assert not other.knows(second.page, frame)
    assert not again.knows(first.page, "")


@pytest.mark.parametrize(
    ("frame", "salt", "key"),
    [
        ("<b>{title}</b>{html}", "", "key"),
        ("", "other templates", "key"),
        ("", "", "other key"),
        ("", "", ""),
    ],
    ids=["frame", "salt", "page", "unknown"],
)
def test_a_page_that_is_made_from_something_else_is_made_again(frame: str, salt: str, key: str) -> None:
    before = press().stamp(Counted("papers/one/", "one", "key").page).key
    again = press(frame or "<title>{title}</title>{html}", salt)
    again.stamp(Counted("papers/two/", "two", "another").page)
    page = Counted("papers/one/", "one", key)
    assert again.stamp(page.page, before).key != before
    assert page.made == 1
