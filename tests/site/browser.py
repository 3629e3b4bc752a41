"""The browser of this machine, for tests and photographs."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)


class NoBrowserError(Exception):
    """There is no Chromium on this machine."""


def find_browser() -> str:
    """The program: what the variable CHROMIUM names, else what the system has; else ``NoBrowserError``."""
    for name in (os.environ.get("CHROMIUM", ""), *NAMES):
        if path := shutil.which(name):
            return path
    raise NoBrowserError("no Chromium on this machine: `make browser` installs one")


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A real Chromium without window, while the block runs."""
    path = find_browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()
