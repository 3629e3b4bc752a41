"""What all tests share: one browser, and no assertion that looks at a clock, because machines are noisy."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_lexicon import Lexicon, Texts
from tests.site.browser import NoBrowserError, open_browser

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium without window; where there is none, robots fail and people may go on."""
    try:
        with open_browser() as chromium:
            yield chromium
    except NoBrowserError as error:
        pytest.fail(str(error)) if os.environ.get("CI") == "true" else pytest.skip(str(error))


@pytest.fixture
def documents_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the documents that the search index reads, from now on."""
    read: list[str] = []
    real = Texts.read

    def reading(texts: Texts, document: SearchDocument, lexicon: Lexicon) -> None:
        read.append(document.url)
        real(texts, document, lexicon)

    monkeypatch.setattr(Texts, "read", reading)
    return read
