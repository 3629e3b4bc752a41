"""Asks the modules of browsing and exporting questions, in Node."""

from pathlib import Path

import pytest

from tests.node import Ask, asker


@pytest.fixture(scope="session")
def ask() -> Ask:
    return asker(Path(__file__).with_name("browser.mjs"))
