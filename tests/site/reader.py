"""Somebody who reads the site with a browser, and everything that goes wrong meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, Response

PATIENCE = 30_000
"""Milliseconds that a slow machine may take until a thing appears; no test waits that long to pass."""


class Reader:
    """One browser page that notes every console message, failed request, foreign request and dialog."""

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self.home = home
        self.troubles: list[str] = []
        self.received: list[Response] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._note(f"error: {error}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("response", self._response)
        page.on("dialog", self._dialog)

    @classmethod
    @contextmanager
    def sits_down(
        cls, browser: Browser, home: str, *, width: int = 1280, scripts: bool = True, dark: bool = False
    ) -> Iterator[Self]:
        """A reader with a fresh browser: nothing stored, a window of ``width`` pixels."""
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        try:
            yield cls(context.new_page(), home)
        finally:
            context.close()

    def opens(self, path: str, *, to_the_end: bool = False) -> Page:
        """Go to an address below the home page and wait until it is loaded, or all is quiet as well."""
        address = urljoin(self.home, path.removesuffix("index.html"))
        self.page.goto(address, wait_until="networkidle" if to_the_end else "load")
        return self.page

    def _note(self, trouble: str) -> None:
        self.troubles.append(f"{urlsplit(self.page.url).path}: {trouble}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._note(f"console {message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in {"data", "blob"} and address.netloc != urlsplit(self.home).netloc:
            self._note(f"asks another host: {request.url}")

    def _failed(self, request: Request) -> None:
        # A page that is left takes its unfinished requests with it; nothing is wrong with that.
        if request.failure != "net::ERR_ABORTED":
            self._note(f"{request.failure}: {request.url}")

    def _response(self, response: Response) -> None:
        self.received.append(response)
        if response.status >= 400:
            self._note(f"{response.status}: {response.url}")

    def _dialog(self, dialog: Dialog) -> None:
        self._note(f"dialog: {dialog.message}")
        dialog.dismiss()
