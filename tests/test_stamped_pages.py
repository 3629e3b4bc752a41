"""Stamped pages are those that Material renders from the Markdown: every kind of page, and hostile text."""

import json
import os
from collections import defaultdict
from functools import wraps
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from papergarden import mkdocs_theme
from papergarden.mkdocs_plugin import PapergardenPlugin, build_site
from papergarden.model import Page, Sheet
from papergarden.moulds import Press, Stamped
from papergarden.moulds.mould import Kind

ROOT = Path(__file__).parents[1]


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
        def stamp(self, page: Page, before: str = "", sheet: Sheet | None = None) -> Stamped:
            sheet = sheet or page.make()
            kind = self._kinds.of(page.address, sheet.front, sheet.body)
            seen[kind] += 1
            if seen[kind] <= most or len(sheet.front["title"]) > 120:
                rendered[page.address] = self._whole(page.address, sheet)
            stamped = super().stamp(page, before, sheet)
            assert stamped.key, f"{page.address} was not stamped"
            return stamped

    monkeypatch.setattr(mkdocs_theme, "Press", Rendering)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)  # others render no whole pages
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
