"""Web addresses that ran into their neighbours, lost their scheme, or name a relay in place of the site."""

import re
from collections.abc import Iterator

from papergarden.text import urls
from papergarden.text.patch import Edit

_SCHEME = re.compile(r"https?://(?=[\w\[])", re.IGNORECASE)


def glued(text: str) -> Iterator[Edit]:
    """A space before an address that follows a word or mark directly: ``inhttps://``, ``at:https://``."""
    if "://" not in text:
        return
    for match in _SCHEME.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if before.isalpha() or before in (":", ",", ";", ".", ")", "]"):
            yield Edit(match.start(), match.start(), " ")


def relays(text: str) -> Iterator[Edit]:
    """The host that a relay stands for: ``huggingface.<account>.workers.dev`` is ``huggingface.co``."""
    for start, end, url in urls.find_urls(text) if "://" in text else ():
        name = urls.host(url)
        real = urls.real_host(name)
        at = text.lower().find(name, start, end) if real != name else -1
        if at >= 0:
            yield Edit(at, at + len(name), real)
