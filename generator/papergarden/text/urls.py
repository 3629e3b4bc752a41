"""Web addresses in running text: where they begin and end, and which site they truly mean."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

SITES = (
    "github.com",
    "gitlab.com",
    "bitbucket.org",
    "huggingface.co",
    "arxiv.org",
    "openreview.net",
    "zenodo.org",
    "kaggle.com",
    "doi.org",
    "youtube.com",
    "youtu.be",
    "aclanthology.org",
    "sites.google.com",
    "drive.google.com",
    "colab.research.google.com",
    "paperswithcode.com",
    "osf.io",
    "figshare.com",
    "codalab.org",
    "dl.acm.org",
    "semanticscholar.org",
    "goo.gl",
    "bit.ly",
    "aka.ms",
    "git.io",
)
"""Sites known well enough to be recognized where the scheme was not printed."""

MIRRORS = {"hf-mirror.com": "huggingface.co"}
"""Hosts that serve another site's pages under the same paths."""

RELAYS = ("workers.dev", "deno.dev")
"""Domains under which anybody can run a relay: ``<site>.<account>.workers.dev``."""

_NAMES = {site.rsplit(".", 1)[0]: site for site in SITES}
_BODY = r"[^\s<>\"“”‘’«»…—–{}|\\^`\u3000-\u303f\uff00-\uffef\x00-\x20]"
_SITE = "|".join(re.escape(site) for site in SITES)
_ADDRESS = re.compile(
    rf"https?://{_BODY}+"
    rf"|(?<![\w.@/-])(?:(?:www\.)?(?:{_SITE})/{_BODY}+"
    rf"|www\.[a-z0-9-]+\.{_BODY}+"
    rf"|[a-z0-9-]{{1,63}}\.(?:github|gitlab)\.io(?![\w-])(?:/{_BODY}*)?)",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)+)((?:/[!\"$->@-~]*)?)(?:\?([!\"$-~]*))?(?:#([!-~]*))?"
)
"""Most addresses, taken apart: host, path, query, fragment."""
_CERTAIN = re.compile(r"[\w/.~%=&?#+:-]*+(?<![.:?])")
"""An address without anything that may belong to the sentence around it, or end it."""
_HINT = re.compile(r"\.(?:com|org|co|io|be|gl|ly|ms)\b", re.IGNORECASE)
_HINTS = re.compile(rf"://|www\.|{_HINT.pattern}", re.IGNORECASE)
_TO_SPACE = re.compile(r"\S*")
_CLOSERS = {")": "(", "]": "["}


@lru_cache(maxsize=8)
def find_urls(text: str) -> tuple[tuple[int, int, str], ...]:
    """Every web address as start, end and complete address, without the punctuation of the sentence.

    Only ``http`` and ``https``; a host of a well-known site may stand without scheme (``github.com/…``,
    ``name.github.io``) and gets ``https``. Kept a while: several rules ask this of one text.
    """
    return tuple(_addresses(text))


@lru_cache(maxsize=8)
def may_hold_address(text: str) -> bool:
    """Whether there is anything that looks like an address; quick, and never wrongly no."""
    return "://" in text or "www." in text or _HINT.search(text) is not None


def _addresses(text: str) -> Iterator[tuple[int, int, str]]:
    for begin, end in _suspects(text) if may_hold_address(text) else ():
        for match in _ADDRESS.finditer(text, begin, end):
            printed = trimmed(match.group())
            url = printed if "://" in printed[:8] else f"https://{printed}"
            if host(url):
                yield match.start(), match.start() + len(printed), url


def _suspects(text: str) -> Iterator[tuple[int, int]]:
    """Where the words are, with all that stands by them, that may be or hold an address."""
    end = 0
    for hint in _HINTS.finditer(text):
        if hint.start() >= end:
            begin = hint.start()
            while begin > end and not text[begin - 1].isspace():
                begin -= 1
            end = _TO_SPACE.match(text, hint.end()).end()  # type: ignore[union-attr]
            yield begin, end


def trimmed(address: str) -> str:
    """The address without what belongs to the sentence: final punctuation, brackets that it does not open."""
    end = len(address)
    excess = {closer: address.count(closer) - address.count(opener) for closer, opener in _CLOSERS.items()}
    while end:
        last = address[end - 1]
        if excess.get(last, 0) > 0:
            excess[last] -= 1
        elif last not in ".,;:!?'*":
            break
        end -= 1
    return address[:end]


def host(url: str) -> str:
    """The host of a web address in lower case, or "" where there is none or it is not http or https."""
    return parts(url)[0]


_plain = lru_cache(maxsize=256)(_PLAIN.fullmatch)


@lru_cache(maxsize=256)
def parts(url: str) -> tuple[str, str, str, str]:
    """Host, path, query and fragment of a web address, all empty where it is not http or https."""
    if plain := _plain(url):
        return plain[1], plain[2], plain[3] or "", plain[4] or ""
    try:
        split = urlsplit(url)
        name = (split.hostname or "").lower()
    except ValueError:
        return "", "", "", ""
    if split.scheme.lower() not in ("http", "https") or not ("." in name or name == "localhost"):
        return "", "", "", ""
    return name, split.path, split.query, split.fragment


def begins_with(text: str) -> str:
    """The web address that a text begins with, "" where it begins with something else."""
    if _plain(text) and _CERTAIN.fullmatch(text):
        return text
    found = find_urls(text)
    return found[0][2] if found and found[0][0] == 0 else ""


@lru_cache(maxsize=256)
def real_host(name: str) -> str:
    """The host that a relay or library proxy stands for; any other host as it is.

    >>> real_host("huggingface.someone.workers.dev")
    'huggingface.co'
    >>> real_host("dl-acm-org.ezproxy.library.example.edu")
    'dl.acm.org'
    """
    name = name.lower()
    if name in MIRRORS:
        return MIRRORS[name]
    for relay in RELAYS:
        if name.endswith(f".{relay}") and name.count(".") > relay.count(".") + 1:
            return _site(name.split(".", 1)[0]) or name
    front, proxy, _ = name.partition(".ezproxy.")
    return (_site(front) or name) if proxy else name


def _site(label: str) -> str:
    """The well-known site that a label names: ``github``, ``github-com``, ``dl.acm.org``."""
    dotted = label.replace("-", ".").removeprefix("www.")
    return dotted if dotted in SITES else _NAMES.get(dotted, "")
