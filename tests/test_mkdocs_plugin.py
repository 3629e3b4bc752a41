"""The plugin in real builds of a small project."""

import json
import logging
import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from papergarden.mkdocs_plugin import build_site
from papergarden.project import PLUGIN

ROOT = Path(__file__).parents[1]
PAPERS = (
    {
        "title": "A First Example of a Paper",
        "authors": ["Ada Example"],
        "abstract": "On examples.",
        "year": 2024,
    },
    {
        "title": "A Second Example of a Paper",
        "authors": ["Bo Sample"],
        "abstract": "On samples.",
        "year": 2023,
    },
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A collection with a theme of ours and one seed; returns its ``mkdocs.yml``."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "seeds").mkdir()
    lines = "".join(json.dumps(paper) + "\n" for paper in PAPERS)
    (tmp_path / "seeds/examples.jsonl").write_text(lines, encoding="utf-8")
    config = tmp_path / "mkdocs.yml"
    config.write_text(
        "site_name: Examples\n"
        "site_url: https://papers.example/\n"
        f"theme: {{name: material, font: false, custom_dir: {ROOT / 'site_src/theme'}}}\n"
        f"plugins: [papergarden: {{templates: {ROOT / 'site_src/templates'}}}]\n"
        "validation: {nav: {omitted_files: ignore}}\n",
        encoding="utf-8",
    )
    return config


def test_a_build_has_pages_of_papers_people_and_years(project: Path) -> None:
    build_site(project, None, strict=False)
    site = project.parent / "site"
    page = (site / "papers/a-first-example-of-a-paper/index.html").read_text(encoding="utf-8")
    assert '<meta name="citation_title" content="A First Example of a Paper">' in page
    assert '<a href="../../authors/ada-example/">' in page
    assert (site / "authors/ada-example/index.html").is_file()
    assert (site / "years/2024/index.html").is_file()


@pytest.mark.parametrize("frame", ["frame.html", "base.html"])
def test_scripts_of_the_theme_are_there_for_a_frame_that_loads_them(project: Path, frame: str) -> None:
    own = project.parent / "theme"
    shutil.copytree(ROOT / "site_src/theme", own)
    (own / "main.html").write_text(f'{{% extends "{frame}" %}}', encoding="utf-8")
    project.write_text(project.read_text("utf-8").replace(str(ROOT / "site_src/theme"), str(own)), "utf-8")
    build_site(project, None, strict=False)
    site = project.parent / "site"
    page = (site / "papers/a-first-example-of-a-paper/index.html").read_text(encoding="utf-8")
    assert ("assets/javascripts/" in page) == (site / "assets/javascripts").exists() == (frame == "base.html")


def test_a_page_written_by_hand_wins(project: Path) -> None:
    (project.parent / "docs/index.md").write_text("# Welcome, written by hand\n", encoding="utf-8")
    build_site(project, project.parent / "out", strict=False)
    assert "Welcome, written by hand" in (project.parent / "out/index.html").read_text(encoding="utf-8")
    assert not (project.parent / "site").exists()


@pytest.mark.parametrize(
    ("site", "seeds"),
    [
        ("seeds/site", "seeds"),
        ("seeds", "seeds"),
        ("site", "site/seeds"),
        ("link/site", "seeds"),
        ("site", "."),
    ],
)
def test_neither_is_the_site_read_nor_do_seeds_make_room_for_it(
    project: Path, caplog: pytest.LogCaptureFixture, site: str, seeds: str
) -> None:
    (project.parent / "link").symlink_to("seeds")
    if not (project.parent / seeds).exists():
        (project.parent / "site").mkdir()
        (project.parent / "seeds").rename(project.parent / seeds)
    text = project.read_text("utf-8").replace("papergarden: {", f"papergarden: {{seeds: {seeds}, ")
    project.write_text(f"{text}site_dir: {site}\n", "utf-8")
    before = sorted(project.parent.rglob("*"))
    with pytest.raises(Abort):
        build_site(project, None, strict=False, fresh=True)
    assert "Set `site_dir` to another folder." in caplog.text
    assert sorted(project.parent.rglob("*")) == before


def test_a_broken_seed_costs_neither_its_neighbours_nor_the_build(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (project.parent / "seeds/broken.txt").write_bytes(b"\x00\x01\x02\xff" * 100)
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        findings = build_site(project, None, strict=False)
    assert any(finding.level == "error" and finding.source.seed == "broken.txt" for finding in findings)
    assert any(
        "broken.txt" in record.message and record.levelno == logging.WARNING for record in caplog.records
    )
    assert (project.parent / "site/papers/a-second-example-of-a-paper/index.html").is_file()


def test_a_build_tells_of_no_folder_but_that_of_the_site(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        build_site(project, None, strict=False)
    told = [record.message for record in caplog.records]
    assert any(line.endswith(f"files written in {project.parent / 'site'}") for line in told)
    assert not any(".cache" in line or "sitemap" in line for line in told)


def test_a_strict_build_ends_with_the_errors_of_seeds(project: Path) -> None:
    (project.parent / "seeds/broken.txt").write_bytes(b"\x00\x01\x02\xff" * 100)
    with pytest.raises(Abort):
        build_site(project, None, strict=True)
    assert (project.parent / "site/index.html").is_file()


def test_serving_watches_what_the_site_is_made_of(project: Path) -> None:
    config = load_config(str(project))
    server = LiveReloadServer(lambda: None, host="127.0.0.1", port=0, root=str(project.parent))
    try:
        config.plugins[PLUGIN].on_serve(server, config=config, builder=lambda: None)
        watched = {Path(path) for path in server._watched_paths}
        assert {project.parent / "seeds", ROOT / "site_src/templates"} <= watched
    finally:
        server.server_close()


def test_authors_of_one_paper_need_no_page(project: Path) -> None:
    text = project.read_text(encoding="utf-8")
    project.write_text(text.replace("papergarden: {", "papergarden: {pages_of_one_paper: false, "), "utf-8")
    again = {**PAPERS[0], "title": "A Third Example of a Paper", "authors": ["Cy Specimen", "Ada Example"]}
    (project.parent / "seeds/more.jsonl").write_text(json.dumps(again) + "\n", encoding="utf-8")
    build_site(project, None, strict=False)
    site = project.parent / "site"
    leading = (site / "authors/bo-sample/index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../../papers/a-second-example-of-a-paper/"' in leading
    assert len(leading) < 800
    assert "Papers by Ada Example" in (site / "authors/ada-example/index.html").read_text(encoding="utf-8")
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "authors/ada-example/" in sitemap
    assert "authors/bo-sample/" not in sitemap


def test_only_while_serving_may_a_page_have_scripts_in_it(project: Path) -> None:
    build_site(project, None, strict=False)
    page = project.parent / "site/index.html"
    assert "script-src 'self';" in page.read_text(encoding="utf-8")
    config = load_config(str(project))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    assert "script-src 'self' 'unsafe-inline';" in page.read_text(encoding="utf-8")


def test_a_project_may_have_a_policy_of_its_own(project: Path) -> None:
    (project.parent / "theme").mkdir()
    main = '{% extends "frame.html" %}{% block policy %}<meta name="policy" content="mine">{% endblock %}'
    (project.parent / "theme/main.html").write_text(main, encoding="utf-8")
    text = project.read_text(encoding="utf-8")
    project.write_text(text.replace(str(ROOT / "site_src/theme"), "theme"), encoding="utf-8")
    build_site(project, None, strict=False)
    for path in ("index.html", "papers/a-first-example-of-a-paper/index.html"):
        page = (project.parent / "site" / path).read_text(encoding="utf-8")
        assert '<meta name="policy" content="mine">' in page
        assert "Content-Security-Policy" not in page


def test_serving_shows_an_edited_seed_and_what_is_wrong_with_a_broken_one(project: Path) -> None:
    config = load_config(str(project))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    site, seed = project.parent / "site", project.parent / "seeds/examples.jsonl"
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*.html")}
    seed.write_text(seed.read_text(encoding="utf-8").replace("On samples", "On specimens"), encoding="utf-8")
    (project.parent / "seeds/broken.txt").write_bytes(b"\x00\x01\x02\xff" * 100)
    build(config)
    page = site / "papers/a-second-example-of-a-paper/index.html"
    assert "On specimens" in page.read_text(encoding="utf-8")
    assert "pg-finding" in (site / "sources/broken-txt/index.html").read_text(encoding="utf-8")
    other = site / "papers/a-first-example-of-a-paper/index.html"
    assert other.stat().st_mtime_ns == before[other]
    assert config.site_dir == str(site)


def test_pages_link_to_made_pages_and_files_and_may_exclude_some(project: Path) -> None:
    page = "[Ada](papers/a-first-example-of-a-paper/index.md) [all](data/papers.bib) [map](sitemap.xml)\n"
    (project.parent / "docs/links.md").write_text(page, encoding="utf-8")
    project.write_text(project.read_text(encoding="utf-8") + "exclude_docs: authors/\n", encoding="utf-8")
    build_site(project, None, strict=True)
    site = project.parent / "site"
    made = (site / "links/index.html").read_text(encoding="utf-8")
    assert 'href="../papers/a-first-example-of-a-paper/"' in made
    assert 'href="../data/papers.bib"' in made
    assert not (site / "authors/ada-example").exists()
    assert "/authors/" not in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_drafts_are_neither_published_nor_listed_but_served(project: Path) -> None:
    project.write_text(project.read_text("utf-8") + "draft_docs: |\n  authors/*/\n", "utf-8")
    build_site(project, None, strict=False)
    site = project.parent / "site"
    listed = (site / "sitemap.xml").read_text("utf-8")
    assert not (site / "authors/ada-example").exists()
    assert "/authors/ada-example/" not in listed
    assert "<loc>https://papers.example/authors/</loc>" in listed

    config = load_config(str(project), site_dir=str(project.parent / "served"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")
    assert (project.parent / "served/authors/ada-example/index.html").is_file()


def test_the_sitemap_lists_the_pages_that_other_plugins_add(project: Path) -> None:
    """The blog makes its first page, and views of its posts, after our pages are named."""
    project.write_text(project.read_text("utf-8").replace("[papergarden:", "[blog, papergarden:"), "utf-8")
    post = project.parent / "docs/blog/posts/kettles.md"
    post.parent.mkdir(parents=True)
    post.write_text("---\ndate: 2024-01-31\n---\n\n# On kettles\n", "utf-8")
    build_site(project, None, strict=False)
    site = project.parent / "site"
    listed = (site / "sitemap.xml").read_text("utf-8")
    for page in ("blog/", "blog/2024/01/31/on-kettles/", "blog/archive/2024/"):
        assert (site / page / "index.html").is_file()
        assert f"<loc>https://papers.example/{page}</loc>" in listed
    build_site(project, None, strict=False, fresh=True)
    assert (site / "sitemap.xml").read_text("utf-8") == listed


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_two_builds_with_a_theme_of_mkdocs_are_alike(project: Path, theme: str) -> None:
    project.write_text(f"site_name: Examples\ntheme: {theme}\nplugins: [papergarden]\n", "utf-8")
    homes = []
    for name in ("one", "two"):
        build_site(project, project.parent / name, strict=False)
        homes.append((project.parent / name / "index.html").read_bytes())
    assert homes[0] == homes[1]
