"""Firefox, driven by Marionette, its own protocol for tests; nothing has to be installed but Firefox itself.

A message is its length in bytes, a colon and JSON: a question `[0, number, command, parameters]`, an answer
`[1, number, error, result]` (firefox-source-docs.mozilla.org/testing/marionette/Protocol.html).
"""

import json
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

PROGRAMS = ("firefox", "firefox-esr")
PATIENCE = 60
"""Seconds for Firefox to start, and for a condition to come true."""


def program() -> str | None:
    """Where Firefox is, if it is installed."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


class Firefox:
    """One window."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self.number = 0
        self._receive()
        self.tell("WebDriver:NewSession")

    def tell(self, command: str, **parameters: Any) -> Any:
        """What Firefox answers to a command; an error is an assertion that failed."""
        self.number += 1
        content = json.dumps([0, self.number, command, parameters]).encode()
        self.socket.sendall(b"%d:%s" % (len(content), content))
        _, _, error, result = self._receive()
        assert error is None, error
        return result

    def run(self, script: str) -> Any:
        """The value of a script's last expression."""
        return self.tell("WebDriver:ExecuteScript", script=f"return {script}", args=[])["value"]

    def awaits(self, script: str) -> Any:
        """The value of an expression, once it is true."""
        ends = time.monotonic() + PATIENCE
        while not (value := self.run(script)):
            assert time.monotonic() < ends, script
            time.sleep(0.05)
        return value

    def types(self, text: str) -> None:
        """Press keys, wherever the focus is."""
        keys = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self.tell("WebDriver:PerformActions", actions=[{"type": "key", "id": "keys", "actions": keys}])

    def close(self) -> None:
        """Hang up."""
        self.socket.close()

    def _receive(self) -> Any:
        length = b""
        while (byte := self.socket.recv(1)) != b":":
            length += byte
        content = b""
        while len(content) < int(length):
            content += self.socket.recv(int(length) - len(content))
        return json.loads(content)


@contextmanager
def started(path: str) -> Iterator[Firefox]:
    """Firefox without a window on a screen, with a profile of its own, on a port that it chooses."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        profile = Path(name)
        (profile / "user.js").write_text('user_pref("marionette.port", 0);\n', encoding="utf-8")
        command = [path, "--headless", "--marionette", "--no-remote", "--profile", name]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                with closing(Firefox(_port(profile))) as firefox:
                    yield firefox
            finally:
                process.terminate()


def _port(profile: Path) -> int:
    chosen = profile / "MarionetteActivePort"
    ends = time.monotonic() + PATIENCE
    while not (chosen.is_file() and chosen.read_text(encoding="utf-8").strip()):
        assert time.monotonic() < ends, "Firefox does not start"
        time.sleep(0.1)
    return int(chosen.read_text(encoding="utf-8"))
