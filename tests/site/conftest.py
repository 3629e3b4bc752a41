"""The real site, built once for all tests of this room, served and opened in a real browser."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.site.pages import Page, read_pages
from tests.site.reader import Reader
from tests.site.server import serve

ROOT = Path(__file__).parents[2]
BASE = "https://ada.example/collection/"
"""Where the site is published: below a folder of the host, as GitHub Pages does it."""
REPOSITORY = "https://git.example/ada/collection"
NO_HABITS: Mapping[str, str] = MappingProxyType({})


def build(project: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Build a project's site into a folder, as the command that publishes does."""
    command = [sys.executable, "-m", "papergarden", "build", "--strict", "-f", str(project / "mkdocs.yml")]
    return run([*command, "-o", str(site)], project)


def run(
    command: list[str], project: Path, habits: Mapping[str, str] = NO_HABITS
) -> subprocess.CompletedProcess[str]:
    """Run a program in a project as a robot does, for the address that the tests publish at."""
    env = {**os.environ, "SITE_URL": BASE, "REPO_URL": REPOSITORY, **habits}
    return subprocess.run(command, cwd=project, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the seeds in this repository."""
    folder = tmp_path_factory.mktemp("published") / "site"
    built = build(ROOT, folder)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    """Every HTML file of the site by its path, read."""
    return read_pages(site)


@pytest.fixture(scope="session")
def home(site: Path) -> Iterator[str]:
    """The address of the home page of the site, served below a folder as GitHub Pages does."""
    with serve(site, urlsplit(BASE).path) as address:
        yield address


@pytest.fixture
def reader(browser: Browser, home: str) -> Iterator[Reader]:
    """Somebody who reads the site with a browser as it comes; whatever goes wrong fails the test."""
    with Reader.sits_down(browser, home) as someone:
        yield someone
        assert someone.troubles == []
