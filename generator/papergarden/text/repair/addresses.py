"""Web addresses that ran into their neighbours, lost their scheme, or name a relay in place of the site."""

import re
from collections.abc import Container, Iterator

from papergarden.text import urls
from papergarden.text.patch import Edit, where

_SCHEME = re.compile(r"https?://(?=[\w\[])", re.IGNORECASE)
_COMMAND = re.compile(r"\\(?:url|texttt|small|footnotesize|href)$")
_JOINING = re.compile(r"(?<=[^\W_]{3})(?:and|or|at|in|to|from|via|see)$")
_LEAD = re.compile(
    r"(?<![\w./@-])(?:available |accessible |found |released |provided |hosted |online |open-sourced )?"
    r"(at|in|on|from|via|see|to|is)(?=[a-z0-9-]+\.(?:github\.io|gitlab\.io|com|co|io|org)\b)"
)
_KNOWN = re.compile(r"(?:www\.)?(?:" + "|".join(re.escape(site) for site in urls.SITES) + r")/")
_TAIL = re.compile(
    r"[-_/.]?([A-Za-z0-9]{1,40}?)(and|for|our|with|which|are|the|from|via|that|including|using|under|along|within|where|while|when"
    r"|to|in|on|is|or|as|by|at|we)$"
)
_RUNS_ON = re.compile(r"\)? [a-z]")


@where(lambda text: "://" in text)
def glued(text: str) -> Iterator[Edit]:
    """A space before an address that follows a word or mark directly: ``inhttps://``, ``at:https://``.

    Between two addresses the word that joins them gets its spaces (``…/firstandhttps://…``); inside an
    address (``web.archive.org/web/https://…``) nothing changes.
    """
    for match in _SCHEME.finditer(text):
        before = text[max(0, match.start() - 80) : match.start()]
        if command := _COMMAND.search(before):
            yield Edit(match.start() - len(command.group()), match.start(), "")
        elif before[-1:].isalpha() or before[-1:] in (":", ",", ";", ".", ")", "]", "’", "”"):
            yield Edit(match.start(), match.start(), " ")
            joining = _JOINING.search(before)
            if joining and "://" in before.rpartition(" ")[2]:
                start = match.start() - len(joining.group())
                yield Edit(start, start, " ")


@where(urls.may_hold_address)
def leads(text: str) -> Iterator[Edit]:
    """A space between a word and the host of a well-known site: ``atgithub.com/…``."""
    for match in _LEAD.finditer(text):
        at = match.end(1)
        words_before = match.start(1) > match.start()
        if _KNOWN.match(text, at) or (
            words_before and re.match(r"[\w-]+\.(?:github|gitlab)\.io\b", text[at : at + 80])
        ):
            yield Edit(at, at, " ")


@where(urls.may_hold_address)
def tails(text: str, known: Container[str]) -> Iterator[Edit]:
    """A space between an address and the word that follows it: ``…/Online-RLHFfor more``.

    Only where the sentence runs on, and where the end of the address shows the seam: a capital or digit
    before the small word, or a word of its own before a longer one.
    """
    for _, end, url in urls.find_urls(text):
        tail = _TAIL.search(url) if _RUNS_ON.match(text, end) and url.count("/") > 2 else None
        if tail is None:
            continue
        stem, word = tail[1], tail[2]
        seam = stem[-1].isupper() or (stem[-1].isdigit() and len(word) > 2)
        whole = (stem + word).lower()
        if seam or (len(word) > 2 and len(stem) > 3 and stem.lower() in known and whole not in known):
            yield Edit(end - len(word), end - len(word), " ")


@where(urls.may_hold_address)
def schemes(text: str) -> Iterator[Edit]:
    """The scheme of a well-known site's address that was printed without: ``github.com/…``."""
    for start, end, url in urls.find_urls(text):
        if text[start:end] != url and not text.startswith("www.", start):
            yield Edit(start, start, "https://")


@where(lambda text: "://" in text)
def relays(text: str) -> Iterator[Edit]:
    """The host that a relay stands for: ``huggingface.<account>.workers.dev`` is ``huggingface.co``."""
    for start, end, url in urls.find_urls(text):
        name = urls.host(url)
        real = urls.real_host(name)
        at = text.lower().find(name, start, end) if real != name else -1
        if at >= 0:
            yield Edit(at, at + len(name), real)
