"""Stamped pages are those that Material renders from the Markdown: every kind of page, and hostile text."""

import json
from collections import defaultdict
from collections.abc import Mapping
from functools import wraps
from pathlib import Path
from typing import Any

import markdown as python_markdown  # type: ignore[import-untyped]
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from papergarden import mkdocs_theme
from papergarden.mkdocs_plugin import PapergardenPlugin, build_site
from papergarden.model import Page, Settings, Sheet
from papergarden.moulds import Converter, Leaf, Press, Stamped, frame_in, looks_closer
from papergarden.moulds.content import PROBES, NotPlainError
from papergarden.moulds.mould import Kind
from papergarden.text import escape
from papergarden.writers.pages import Tree
from tests.library import library

ROOT = Path(__file__).parents[1]
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "admonition"]
ENEMY = (
    "</title></h1><script>alert(1)</script> \"'> <!-- side --> -->",
    "# Not a heading {#x} [link](javascript:alert(1)) `code` ![x](y) *a* _b_ ~~c~~ ==d== :smile:",
    "pgmarktitlex pgmark0x content 0 pgmarkcontent0x address first",
    "{{ config }} {% raw %} $x<y$ \\(a\\) &amp; &#60; -- ... (c) www.example.org a@b.example",
    "Abstract",
    "العربية ‮ ﬁ ½ İ 日本語",
    "T" * 150,
    "1. 2. - + % ? / ; . ) (",
)


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


def project(folder: Path, titles: tuple[str, ...], extra: str = "") -> Path:
    (folder / "docs").mkdir()
    (folder / "seeds").mkdir()
    papers = (
        {"title": title, "authors": ["Ada Example", title[:40]], "abstract": f"On {title}", "year": 2001 + n}
        for n, title in enumerate(titles)
    )
    lines = "".join(json.dumps(paper) + "\n" for paper in papers)
    (folder / "seeds/papers.jsonl").write_text(lines, encoding="utf-8")
    (folder / "docs/about.md").write_text("# About\n\nSee [Ada](authors/ada-example/index.md).\n", "utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(
        "site_name: 'Kettles & <pots>'\nsite_url: https://papers.example/below/\n"
        f"theme: {{name: material, font: false}}\nplugins: [papergarden]\n{extra}"
        "nav: [index.md, papers/index.md, years/2003/index.md, {About: [about.md, data/index.md]}]\n"
        "validation: {nav: {omitted_files: ignore}}\n",
        encoding="utf-8",
    )
    return config


def known(page: MkDocsPage) -> tuple[object, ...]:
    """What MkDocs knows of a page once its Markdown is rendered."""
    return page.markdown, page.content, str(page.toc), page.meta, page.present_anchor_ids


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paths of made pages that MkDocs knows, each compared with what becomes of its whole Markdown."""
    paths: list[str] = []
    put_together = PapergardenPlugin.on_page_content

    @wraps(put_together)
    def compare(
        self: PapergardenPlugin, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        path = page.file.src_uri
        was_parted = path in self._whole
        page.content = put_together(self, html, page=page, config=config, files=files)
        if was_parted:
            other = MkDocsPage(None, File.generated(config, path, content=page.file.content_string), config)
            other.read_source(config)
            other.render(config, files)
            assert known(page) == known(other), path
            paths.append(path)
        return page.content

    monkeypatch.setattr(PapergardenPlugin, "on_page_content", compare)
    return paths


def stamped_and_rendered(
    config: Path, output: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> dict[str, tuple[str, str]]:
    """By address what is published and what Material makes of the Markdown, a few of each kind."""
    rendered: dict[str, str] = {}
    seen: defaultdict[Kind, int] = defaultdict(int)

    class Rendering(Press):
        def stamp(self, page: Page, before: str = "") -> Stamped:
            sheet = page.make()
            kind = self._kinds.of(page.address, sheet)
            seen[kind] += 1
            if seen[kind] <= most or len(sheet.front["title"]) > 120:
                rendered[page.address] = self._whole(page.address, sheet)
            stamped = super().stamp(page, before)
            assert stamped.key, f"{page.address} was not stamped"
            return stamped

    monkeypatch.setattr(mkdocs_theme, "Press", Rendering)
    build_site(config, output, strict=True)
    return {
        address: ((output / address / "index.html").read_text("utf-8"), html)
        for address, html in rendered.items()
    }


def test_pages_of_hostile_papers_are_stamped_as_material_renders_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compared: list[str]
) -> None:
    pairs = stamped_and_rendered(project(tmp_path, ENEMY), tmp_path / "out", monkeypatch, most=1000)
    assert len(pairs) > 30
    assert {"papers/index.md", "years/2003/index.md", "authors/index.md"} <= set(compared)
    for address, (published, rendered) in pairs.items():
        assert published == rendered, address


def test_every_kind_of_page_of_the_real_site_is_stamped_as_material_renders_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compared: list[str]
) -> None:
    pairs = stamped_and_rendered(ROOT / "mkdocs.yml", tmp_path / "out", monkeypatch, most=4)
    assert {"index.md", "papers/index.md", "tags/index.md", "years/index.md", "data/index.md"} <= set(
        compared
    )
    kinds = {address.split("/")[0] for address in pairs}
    assert {"papers", "authors", "tags", "organizations", "years", "sources"} <= kinds
    for address, (published, rendered) in pairs.items():
        assert published == rendered, address


def test_a_made_page_that_another_plugin_changes_is_parsed_whole(tmp_path: Path) -> None:
    config = project(tmp_path, ENEMY[:4], "hooks: [hook.py]\n")
    hook = "def on_page_markdown(markdown, page, **_): return markdown + '\\n*Ours* and `more`.\\n'\n"
    (tmp_path / "hook.py").write_text(hook, "utf-8")
    build_site(config, tmp_path / "out", strict=True)
    for path in ("papers/index.html", "authors/index.html", "about/index.html"):
        page = (tmp_path / "out" / path).read_text("utf-8")
        assert "<p><em>Ours</em> and <code>more</code>.</p>" in page, path


@pytest.mark.parametrize(
    "hook",
    [
        "def on_page_markdown(markdown, page, **_): return markdown + '\\n<p>Ours</p>\\n'\n",
        "def on_page_content(html, page, **_): return html + '<p>Ours</p>'\n",
        "def on_page_context(context, page, **_):\n"
        "    if page.url.endswith('/ada-example/'): page.content += '<p>Ours</p>'\n",
        "def on_post_page(output, page, **_):\n"
        "    return output + '<p>Ours</p>' if page.url.endswith('/ada-example/') else output\n",
    ],
    ids=["markdown", "content", "context", "page"],
)
def test_what_another_plugin_changes_in_a_page_is_in_every_page(tmp_path: Path, hook: str) -> None:
    config = project(tmp_path, ENEMY[:4], "hooks: [hook.py]\n")
    (tmp_path / "hook.py").write_text(hook, "utf-8")
    build_site(config, tmp_path / "out", strict=True)
    assert "<p>Ours</p>" in (tmp_path / "out/authors/ada-example/index.html").read_text("utf-8")


def test_a_theme_that_looks_closer_at_pages_gets_each_of_them_whole(tmp_path: Path) -> None:
    (tmp_path / "theme").mkdir()
    theme = (
        '{% extends "base.html" %}{% block content %}{{ page.title[:3] }}|{{ page.content }}{% endblock %}'
    )
    config = project(tmp_path, ENEMY[:4])
    (tmp_path / "theme/main.html").write_text(theme, "utf-8")
    config.write_text(
        config.read_text("utf-8").replace("font: false", "font: false, custom_dir: theme"), "utf-8"
    )
    build_site(config, tmp_path / "out", strict=False)
    page = (tmp_path / "out/authors/ada-example/index.html").read_text("utf-8")
    assert "Ada|" in page


@pytest.mark.parametrize(
    "test", ["page.url == 'authors/ada-example/'", "'Ada' in page.title", "page.title|length == 11"]
)
def test_a_theme_that_asks_for_a_single_page_has_it_as_it_asks(tmp_path: Path, test: str) -> None:
    (tmp_path / "theme").mkdir()
    block = f"{{% block announce %}}{{% if {test} %}}Ours{{% endif %}}{{% endblock %}}"
    config = project(tmp_path, ENEMY[:4])
    (tmp_path / "theme/main.html").write_text(f'{{% extends "frame.html" %}}{block}', "utf-8")
    config.write_text(
        config.read_text("utf-8").replace("font: false", "font: false, custom_dir: theme"), "utf-8"
    )
    build_site(config, tmp_path / "out", strict=False)
    told = {path for path in (tmp_path / "out").rglob("*.html") if "Ours" in path.read_text("utf-8")}
    assert told == {tmp_path / "out/authors/ada-example/index.html"}


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


def test_pages_of_another_theme_are_as_it_makes_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = project(tmp_path, ENEMY)
    config.write_text(config.read_text("utf-8").replace("material, font: false", "mkdocs"), "utf-8")
    (tmp_path / "docs/about.md").write_text("# About\n\n    one:\n\n        two\n", "utf-8")
    pairs = stamped_and_rendered(config, tmp_path / "out", monkeypatch, most=1000)
    assert "one:\n\n    two\n" in (tmp_path / "out/about/index.html").read_text("utf-8")
    for address, (published, rendered) in pairs.items():
        assert published == rendered, address


def test_typographic_quotes_come_to_made_pages_too(tmp_path: Path) -> None:
    config = project(tmp_path, ("Say it twice -- or thrice",), "markdown_extensions: [smarty]\n")
    build_site(config, tmp_path / "out", strict=False)
    pages = list((tmp_path / "out/papers").glob("*/index.html"))
    assert any("Say it twice – or thrice</h1>" in page.read_text("utf-8") for page in pages)


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
