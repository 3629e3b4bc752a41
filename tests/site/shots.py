"""Photographs each kind of page of the built site, from phone to wide screen, by day and by night.

Run by ``make shots`` from the project's folder: all photographs go to ``build/shots/``, and the picture in
the README is put together anew.
"""

import base64
import sys
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from tests.site.browser import open_browser
from tests.site.pages import one_of_each_kind, read_pages
from tests.site.reader import Reader
from tests.site.server import serve

WIDTHS = (390, 820, 1440)
ALL = Path("build/shots")
OVERVIEW = Path(".github/shots/overview.png")
SHOWN = (("home", 1120, False), ("papers/*", 640, False), ("tags/*", 390, True))
"""What the README shows: kind of page, width of the window, whether at night."""
OVERVIEW_STYLE = """
body { margin: 0; padding: 24px; display: inline-flex; gap: 20px; background: #8a9a86 }
img { height: 520px; border-radius: 8px; box-shadow: 0 6px 24px #0006 }
"""


def photograph(browser: Browser, home: str, paths: dict[str, str]) -> None:
    """One picture of the whole page for each kind, width and scheme, named after the three."""
    for width in WIDTHS:
        for dark in (False, True):
            with Reader.sits_down(browser, home, width=width, dark=dark) as reader:
                for name, path in paths.items():
                    page = reader.opens(path)
                    page.screenshot(path=ALL / file_name(name, width, dark), full_page=True)


def file_name(name: str, width: int, dark: bool) -> str:
    """The file of one photograph: ``papers-one-390-night.png``."""
    return f"{name.replace('*', 'one').replace('/', '-')}-{width}-{'night' if dark else 'day'}.png"


def put_together(browser: Browser, home: str, paths: dict[str, str]) -> None:
    """The README's picture: a few windows side by side."""
    images = ""
    for name, width, dark in SHOWN:
        with Reader.sits_down(browser, home, width=width, dark=dark) as reader:
            picture = base64.b64encode(reader.opens(paths[name], to_the_end=True).screenshot()).decode()
            images += f'<img src="data:image/png;base64,{picture}">'
    page = browser.new_page(viewport={"width": 1600, "height": 600})
    page.set_content(f"<style>{OVERVIEW_STYLE}</style>{images}")
    OVERVIEW.parent.mkdir(parents=True, exist_ok=True)
    page.locator("body").screenshot(path=OVERVIEW)


def main(site: Path) -> None:
    """Photograph a built site."""
    pages = read_pages(site)
    paths = one_of_each_kind(pages, site)
    ALL.mkdir(parents=True, exist_ok=True)
    with serve(site, urlsplit(pages["index.html"].canonical).path) as home, open_browser() as browser:
        photograph(browser, home, paths)
        put_together(browser, home, paths)
    print(f"{len(list(ALL.glob('*.png')))} pictures in {ALL}, one in {OVERVIEW}", file=sys.stderr)


if __name__ == "__main__":
    main(Path("site"))
