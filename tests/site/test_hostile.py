"""A seed written by an enemy: its text is shown as text, nothing of it runs, nothing of it becomes a link."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.site.conftest import BASE, ROOT, build
from tests.site.pages import read_pages
from tests.site.reader import Reader
from tests.site.server import serve

ATTACKS = {
    "script": "<script>window.hacked = 1</script>",
    "closing-tag": "</script></title></style></textarea><script>window.hacked = 2</script>",
    "attribute": '" autofocus onfocus="window.hacked = 3" x=\'" onerror=window.hacked=3 \'',
    "picture": "<img src=x onerror=window.hacked=4>",
    "picture-of-markdown": '![x](x" onerror="window.hacked=5)',
    "link-of-markdown": "[click](javascript:window.hacked=6) <javascript:window.hacked=6>",
    "reference": "[click][r]\n\n[r]: javascript:window.hacked=7",
    "template": "{{ 7*7 }} {% raw %} {# gone #} ${7*7} {{ config }}",
    "front-matter": "---\ntitle: stolen\ntemplate: main.html\n---",
    "comment": "<!-- --><svg onload=window.hacked=8><!--",
    "cdata": "]]><script>window.hacked = 9</script><![CDATA[",
    "maths": r"$\href{javascript:window.hacked=10}{x}$ $x</annotation><script>window.hacked=10</script>$",
    "attribute-list": "{: onclick=window.hacked=11 } text {: #stolen }",
    "entity": "&lt;script&gt;window.hacked = 12&lt;/script&gt; &#60;b&#62; &amp;copy;",
    "include": '--8<-- "mkdocs.yml" ;--8<-- [TOC] ::: papergarden',
    "control": "a\u202eb\u0000c\u001bd\ufeffe\u2028f",
}
FORBIDDEN = ("javascript", "vbscript", "data")


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with this repository's theme, whose only seed attacks with every field that it has."""
    project = tmp_path_factory.mktemp("hostile")
    shutil.copytree(ROOT / "site_src", project / "site_src")
    shutil.copy(ROOT / "mkdocs.yml", project)
    (project / "seeds").mkdir()
    lines = [json.dumps(paper(name, attack)) for name, attack in ATTACKS.items()]
    (project / "seeds/enemy.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    built = build(project, project / "site")
    assert (project / "site/index.html").is_file(), built.stdout + built.stderr
    return project / "site"


def paper(name: str, attack: str) -> dict[str, object]:
    """A paper each of whose fields is the attack; the first words tell the papers apart."""
    return {
        "title": f"Attack by {name} {attack}",
        "authors": [f"Ada Example {attack}", "Bo Sample"],
        "abstract": f"This is the attack by {name}. {attack} It should be read, not run.",
        "venue": f"Proceedings {attack}",
        "organizations": [f"Institute {attack}"],
        "keywords": [attack],
        "categories": [attack],
        "url": f"javascript:window.hacked=20//{attack}",
        "pdf": f"https://example.org/{attack}",
        "code": f"data:text/html,{attack}",
        "date": "2024-02-03",
    }


@pytest.fixture(scope="module")
def hostile_home(hostile_site: Path) -> Iterator[str]:
    """The address at which the enemy's site is served."""
    with serve(hostile_site, urlsplit(BASE).path) as address:
        yield address


def test_every_attack_is_shown_as_a_paper(hostile_site: Path) -> None:
    papers = [page for page in read_pages(hostile_site) if re.fullmatch(r"papers/[^/]+/index\.html", page)]
    assert len(papers) >= len(ATTACKS)


def test_no_address_of_the_enemys_choice_is_a_link(hostile_site: Path) -> None:
    addresses = [
        f"{page.path}:{reference.line}: {reference.url}"
        for page in read_pages(hostile_site).values()
        for reference in page.references
        if urlsplit(reference.url.strip().lower()).scheme in FORBIDDEN
    ]
    assert addresses == []


def test_nothing_runs_in_the_readers_browser(browser: Browser, hostile_home: str, hostile_site: Path) -> None:
    ran = []
    with Reader.sits_down(browser, hostile_home) as reader:
        for path, read in read_pages(hostile_site).items():
            if read.redirects:  # it leaves for the page that it leads to, which is looked at itself
                continue
            page = reader.opens(path)
            if page.evaluate("window.hacked"):
                ran.append(path)
        assert ran == []
        assert reader.troubles == []


def test_the_enemys_words_are_there_to_be_read(
    browser: Browser, hostile_home: str, hostile_site: Path
) -> None:
    shown = {}
    with Reader.sits_down(browser, hostile_home, scripts=False) as reader:
        for path in read_pages(hostile_site):
            if found := re.fullmatch(r"papers/attack-by-([a-z-]+?)-?[^/]*/index\.html", path):
                shown[found[0]] = reader.opens(path).locator("h1").inner_text()
    joined = "\n".join(shown.values())
    for words in ("<script>window.hacked = 1</script>", "{{ 7*7 }}", "onerror=window.hacked=4", "{# gone #}"):
        assert words in joined
    assert "49" not in joined
