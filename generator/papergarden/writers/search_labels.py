"""Filters and identifiers among the terms: what stands behind ``venue:``, ``tag:`` or in a pasted address."""

import re
from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

from papergarden.text.tokens import cut, pieces
from papergarden.writers.search_documents import SearchDocument

LONGEST_ADDRESS = 300
SCHEME = re.compile(r"(?:https?://)?(?:www\.|dx\.)?")
FRAGMENT = re.compile(r"#.*$")
ENDINGS = (".pdf", ".html", ".htm")
KEY = re.compile(r"[a-z0-9-]+")
VERSION = re.compile(r"v\d+\Z")
ADDRESSES = (
    (
        re.compile(r"\.\d{4}|/\d{7}"),
        re.compile(
            r"^(?:.*(?:[ar]xiv|ar5iv|huggingface\.co).*?[/:.])?"
            r"(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?(?:\.pdf|\.html?)?(?:[/?].*)?$"
        ),
        "",
    ),
    (
        re.compile(r"10\."),
        re.compile(r"^.*?(10\.\d{4,9}/[^\s?#]+?)(?:\.pdf|/pdf|/full|/abstract|/html)?[/.,;)]*(?:[?#].*)?$"),
        "",
    ),
    (
        re.compile("openreview"),
        re.compile(r"^.*openreview\.net/\w+\?(?:.*&)?id=([\w-]+).*$", re.ASCII),
        "openreview.net/forum?id=",
    ),
    (
        re.compile("acl"),
        re.compile(r"^.*acl(?:anthology|web)\.org/.*?([a-z]\d\d-\d{4}|\d{4}\.[a-z\d-]+\.\d+).*$", re.ASCII),
        "aclanthology.org/",
    ),
)
"""Where a paper is told from any of the addresses that it has there: arXiv and its mirrors, publishers' pages
with a DOI in their address, OpenReview, the ACL Anthology; the first that fits counts. Before each stands
what is in all addresses that it fits, for that is sooner told; behind it, what comes before the group."""

CACHED = 1 << 18
"""Labels that are remembered."""


def labels(document: SearchDocument) -> Iterator[str]:
    """The terms behind ``venue:``, ``tag:``, ``has:``, ``source:`` and pasted identifiers."""
    if document.venue:
        yield f"venue:{label(document.venue)}"
    if document.has_code:
        yield "has:code"
    for tag in document.tags:
        yield f"tag:{label(tag)}"
    for source in document.sources:
        yield f"source:{label(source)}"
    for name in document.ids:
        yield f"id:{identify(name)}"


@lru_cache(maxsize=CACHED)
def label(name: str) -> str:
    """A name as it is typed after a colon: folded, its words joined by hyphens."""
    return "-".join(part for said in pieces(name) for word in cut(said) for part in word.parts)


def identify(name: str) -> str:
    """Eight hex digits for an arXiv id, DOI or address, however it is written; the reader makes the same.

    >>> identify("https://arxiv.org/abs/2406.09415v2") == identify("arXiv:2406.09415")
    True
    """
    name = name.strip().lower()[:LONGEST_ADDRESS]
    return f"{crc32(_identity(name).encode()):08x}"


def _identity(name: str) -> str:
    """What is the same for all ways to write an identifier or an address."""
    if KEY.fullmatch(name):  # most names are keys, which are no addresses
        return VERSION.sub("", name)
    for sign, address, place in ADDRESSES:
        if sign.search(name) and (found := address.match(name)):
            return place + found[1]
    scheme = SCHEME.match(name)
    name = name[scheme.end() :] if scheme else name
    if fragment := FRAGMENT.search(name):
        return name[: fragment.start()]
    name = name.rstrip("/")
    ending = next(filter(name.endswith, ENDINGS), "")
    return VERSION.sub("", name.removesuffix(ending))
