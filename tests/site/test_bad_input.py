"""Papers that strain a page: too long, too many, in every script, named as a site or a disk names its own."""

import json
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from unicodedata import normalize
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from papergarden.text.slugs import RESERVED
from tests.site.conftest import BASE, ROOT, build
from tests.site.reader import Reader
from tests.site.server import serve

CROWD = 3000
NAMES = ("../..", "index", "CON", "nul.html", "404", "page", "..")
"""Names that, as addresses, would be another page, a file of the site, or no file at all."""
ZALGO = normalize("NFC", "Ga\u0335\u0321\u0322\u0300\u0301\u0302rde\u0335\u0323ns")
LETTERS = "abcdefghijklmno"


def member(number: int) -> str:
    """The name of one of the crowd, unlike that of any other."""
    return f"Member{''.join(LETTERS[number // 15**place % 15] for place in range(3))} Crowd"


PAPERS: dict[str, dict[str, object]] = {
    "long-title": {
        "title": ("How an endless title of a paper wraps " * 16)[:600],
        "authors": ["Ada Example"],
    },
    "long-word": {"title": "Supercalifragilistic" * 20, "authors": ["Ada" + "bcdefgh" * 40, "Bo Sample"]},
    "crowd": {
        "title": "On the collaboration of thousands",
        "authors": [member(number) for number in range(CROWD)],
    },
    "one-word": {"title": "On forms and caves", "authors": ["Plato", "Madonna"]},
    "right-to-left": {
        "title": "בינה מלאכותית: מבוא קצר (2024)",
        "authors": ["ليلى مثال", "דוגמה כהן"],
        "abstract": "תקציר קצר של מאמר שנכתב מימין לשמאל, with English words in it, ועוד עברית.",
    },
    "cjk": {"title": "大型语言模型的花园：综述", "authors": ["王小明", "山田太郎", "김철수"]},
    "emoji": {"title": "Gardens 🌱👩🏽‍🔬🏳️‍🌈 and what grows in them", "authors": ["Ada Example 🌻"]},
    "combining": {"title": f"{ZALGO} of combining marks", "authors": [f"A{ZALGO} Example"]},
    "dollar": {
        "title": "It costs $5, or $x^2 and \\frac{1}{ more",
        "authors": ["Ada Example"],
        "abstract": "A lone $ and $\\begin{matrix} and a price of $5; \\[ never closed, $\\unknown{x}$ is.",
    },
    "long-abstract": {
        "title": "On saying everything at once",
        "authors": ["Ada Example"],
        "abstract": "Every sentence of this abstract says $x_i^2$ at https://a.example/place again. " * 1300,
    },
    **{
        f"name-{number}": {
            "title": name,
            "authors": [name, "Bo Sample"],
            "venue": name,
            "organizations": [name],
            "categories": [name],
            "keywords": [name],
            "abstract": f"The paper whose every name is number {number}, which must not take another page.",
        }
        for number, name in enumerate(NAMES)
    },
}


@pytest.fixture(scope="module")
def strained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of a project with these papers, and with topics of such names."""
    project = tmp_path_factory.mktemp("strained")
    shutil.copytree(ROOT / "site_src", project / "site_src")
    shutil.copy(ROOT / "mkdocs.yml", project)
    topics = project / "site_src/topics.yml"
    added = "".join(f"  {json.dumps(name)}:\n    spellings: [endless title]\n" for name in NAMES)
    topics.write_text(topics.read_text("utf-8").replace("topics:\n", f"topics:\n{added}", 1), "utf-8")
    (project / "seeds").mkdir()
    lines = [json.dumps({"date": "2024-02-03", **paper}) for paper in PAPERS.values()]
    (project / "seeds/CON.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    built = build(project, project / "site")
    assert (project / "site/index.html").is_file(), built.stdout + built.stderr
    return project / "site"


@pytest.fixture(scope="module")
def strained_home(strained: Path) -> Iterator[str]:
    """The address at which that site is served."""
    with serve(strained, urlsplit(BASE).path) as address:
        yield address


@pytest.fixture
def visitor(browser: Browser, strained_home: str) -> Iterator[Reader]:
    """Somebody with a small phone on that site; whatever goes wrong fails the test."""
    with Reader.sits_down(browser, strained_home, width=320) as someone:
        yield someone
        assert someone.troubles == []


def paths_of_papers(site: Path) -> list[str]:
    return sorted(path.parent.name for path in site.glob("papers/*/index.html"))


def heading(site: Path, path: str) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", (site / path).read_text("utf-8"), re.DOTALL)
    assert found, path
    return unescape(found[1])


def test_every_page_holds_on_a_small_phone_and_nothing_runs(visitor: Reader, strained: Path) -> None:
    too_wide = {}
    for file in sorted(strained.rglob("index.html")):
        text = file.read_text("utf-8")
        path = file.relative_to(strained).as_posix()
        if "member" in path or 'http-equiv="refresh"' in text:  # one of the crowd stands for all
            continue
        page = visitor.opens(path)
        seen, needed = page.evaluate("(e => [e.clientWidth, e.scrollWidth])(document.documentElement)")
        if needed > seen:
            too_wide[path] = needed
    assert too_wide == {}


def test_no_name_is_a_page_that_the_site_or_a_disk_needs(strained: Path) -> None:
    said = {
        "index.html": "papergarden",
        "papers/index.html": "All papers",
        "authors/index.html": "Authors",
        "tags/index.html": "Tags",
        "years/index.html": "Years",
        "venues/index.html": "Venues",
        "organizations/index.html": "Organizations",
        "sources/index.html": "Sources",
    }
    assert {path: heading(strained, path) for path in said} == said
    names = {part.lower() for file in strained.rglob("*/index.html") for part in file.parent.parts}
    assert names & (RESERVED - {"index"}) == set()
    assert len(paths_of_papers(strained)) == len(PAPERS)


def test_each_of_the_names_has_pages_of_its_own(strained: Path) -> None:
    for folder in ("authors", "venues", "organizations"):
        headings = [
            heading(strained, path.relative_to(strained).as_posix())
            for path in strained.glob(f"{folder}/*/index.html")
        ]
        for name in ("index", "CON", "404"):
            assert headings.count(name) == 1, f"{folder}: {name}"


def test_a_long_title_is_there_to_its_last_word(visitor: Reader, strained: Path) -> None:
    path = next(name for name in paths_of_papers(strained) if name.startswith("how-an-endless-title"))
    page = visitor.opens(f"papers/{path}/")
    expect(page.locator("main h1")).to_have_text(str(PAPERS["long-title"]["title"]).strip())


def test_thousands_of_authors_are_folded_and_all_found(visitor: Reader) -> None:
    page = visitor.opens("papers/on-the-collaboration-of-thousands/")
    fold = page.locator(".pg-byline details")
    expect(fold.locator("summary")).to_contain_text(f"and {CROWD - 20:,} more")
    expect(page.locator(".pg-byline a")).to_have_count(CROWD)
    assert page.locator("main h2").first.bounding_box()["y"] < 2000  # type: ignore[index]
    fold.locator("summary").click()
    expect(fold.locator("a").last).to_have_text(member(CROWD - 1))
    page = visitor.opens("authors/")
    page.get_by_label("Find an author").fill(member(2999).lower())
    expect(page.locator("[data-find-author] li a").first).to_have_text(member(2999))
    page.wait_for_load_state("networkidle")


def test_text_from_right_to_left_keeps_its_direction_to_itself(visitor: Reader, strained: Path) -> None:
    title = str(PAPERS["right-to-left"]["title"])
    path = next(
        name for name in paths_of_papers(strained) if title in heading(strained, f"papers/{name}/index.html")
    )
    page = visitor.opens(f"papers/{path}/")
    expect(page.locator(".pg-authors bdi")).to_have_count(2)
    direction = "e => getComputedStyle(e).direction"
    assert page.locator(".pg-abstract").evaluate(direction) == "rtl"
    assert page.locator(".pg-authors").evaluate(direction) == "ltr"
    page = visitor.opens("papers/")
    assert page.locator(".pg-rows li p:first-child a", has_text=title).evaluate(direction) == "rtl"


@pytest.mark.parametrize("kind", ["cjk", "emoji", "combining", "one-word", "dollar"])
def test_an_odd_title_and_its_authors_are_shown_as_they_are(
    visitor: Reader, strained: Path, kind: str
) -> None:
    page = visitor.opens("papers/")
    title = str(PAPERS[kind]["title"])
    row = page.locator(".pg-rows li", has=page.get_by_text(title, exact=True))
    for name in PAPERS[kind]["authors"]:  # type: ignore[attr-defined]
        expect(row).to_contain_text(name)
    row.locator("a").first.click()
    expect(page.locator("main h1")).to_have_text(title)


def test_an_abstract_of_100_kilobytes_is_there_to_its_end(visitor: Reader) -> None:
    page = visitor.opens("papers/on-saying-everything-at-once/")
    abstract = page.locator(".pg-abstract")
    expect(abstract.locator("a")).to_have_count(1300)
    assert abstract.inner_text().strip().endswith("again.")
