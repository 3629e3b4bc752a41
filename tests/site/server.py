"""Serves a built site as GitHub Pages does: below a folder of the host, with the site's own 404 page."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit


class Handler(SimpleHTTPRequestHandler):
    """Files of one folder under a prefix; nothing else exists on this host."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, prefix: str, **kwargs: object) -> None:
        self.prefix = prefix
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """The file behind an address, or one that does not exist."""
        bare = urlsplit(path).path
        if not bare.startswith(self.prefix):
            return str(Path(self.directory) / "no such file")
        return super().translate_path("/" + bare.removeprefix(self.prefix))

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """Nothing is there: the host lists no folders."""
        self.send_error(404)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own 404 page, as the host would send it."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests speak of what goes wrong."""


@contextmanager
def serve(site: Path, prefix: str) -> Iterator[str]:
    """Serve a folder at ``prefix`` (``/collection/``) while the block runs; gives the address of its home."""
    handler = partial(Handler, directory=str(site), prefix=prefix)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
