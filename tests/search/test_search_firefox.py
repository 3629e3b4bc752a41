"""The search in Firefox, where that is installed: the other engine's streams, workers and key strokes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.search.firefox import Firefox, program, started
from tests.search.indexes import in_files
from tests.search.test_search_browser import PREFIX, save_site
from tests.site.server import serve

FIREFOX = program()
DOWN, ESCAPE = "\ue015", "\ue00c"
LINKS = "[...document.querySelectorAll('.md-search-result__link')]"
STATUS = "document.querySelector('.md-search-result__meta').textContent"
FIELD = "document.querySelector('.md-search__input')"

pytestmark = pytest.mark.skipif(FIREFOX is None, reason="Firefox is not installed")


@pytest.fixture
def firefox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Firefox]:
    in_files(monkeypatch)
    save_site(tmp_path)
    assert FIREFOX
    with serve(tmp_path, PREFIX) as home, started(FIREFOX) as browser:
        browser.tell("WebDriver:Navigate", url=home)
        yield browser


def test_firefox_finds_mends_marks_and_obeys_keys(firefox: Firefox) -> None:
    firefox.types("/")
    assert firefox.awaits(f"document.activeElement === {FIELD}")
    firefox.types("boilng kettles")
    firefox.awaits(f"{STATUS}.includes('Showing results for “boiling”')")
    assert firefox.run(f"{LINKS}[0].querySelector('h1').textContent") == "Boiling Kettles"
    assert firefox.run(f"{LINKS}[0].querySelector('mark').textContent") == "Boiling"
    firefox.types(2 * DOWN)
    assert firefox.awaits(f"document.activeElement === {LINKS}[0]")
    firefox.types(ESCAPE)
    assert firefox.awaits("!document.getElementById('__search').checked")


def test_firefox_shows_likely_results_then_ten_and_runs_nothing(firefox: Firefox) -> None:
    firefox.types("/study7 thing7 number")
    firefox.awaits(f"{STATUS}.includes('1 paper has it all')")
    assert firefox.awaits(f"{LINKS}.length === 11")
    firefox.run(f"{FIELD}.value = ''")
    firefox.types("<img src=x onerror=window.hurt=1>")
    firefox.awaits(f"{LINKS}[0].textContent.includes('<img src=x')")
    assert firefox.run("window.hurt ?? null") is None
