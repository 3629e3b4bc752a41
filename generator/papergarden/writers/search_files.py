"""The files of the search index, before compression; ``site_src/pages/search-format.md`` specifies them."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import partial

from papergarden.text.digest import SIZE
from papergarden.writers.digests import key_of
from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_pack import (
    front_coded,
    sections,
)
from papergarden.writers.search_placed import Placed

SHOWN_AUTHORS = 3
LONGEST_SLUG = 80
WORD = re.compile(r"[a-z0-9]+")
APOSTROPHE = re.compile(r"['’‘`´ʼ]")


class Part:
    """A part of the index; it is made when somebody asks for it, and once.

    Args:
        make: makes it.
        key: stands for all that it is made of.
        texts: the places of those of its sections that are texts; the others are numbers.
        named: whether the key is the name of its file: the beginning of the checksum of what is in it.

    """

    def __init__(self, make: Callable[[], bytes], key: str, texts: Set[int], *, named: bool = False) -> None:
        self.key, self.texts, self.named = key, texts, named
        self._make, self._content = make, b""

    def content(self) -> bytes:
        """What is in it, never nothing."""
        self._content = self._content or self._make()
        return self._content


def endings(words: Sequence[str], bits: bytes) -> Part:
    """Words spelled backwards, each with the bit length of its frequency, to mend what begins wrongly."""
    return Part(lambda: sections(*front_coded(words), bits), key_of("endings", words, bits), {1})


def blocks(documents: Mapping[str, SearchDocument], placed: Placed, count: int) -> Iterator[Part]:
    """What is shown of each document, by blocks of so many neighbouring numbers; a column a field."""
    for start in range(0, len(placed.urls), count):
        key = key_of("block", placed.digests[start * SIZE : (start + count) * SIZE])
        yield Part(partial(_columns, documents, placed.urls[start : start + count]), key, {0})


def _columns(documents: Mapping[str, SearchDocument], urls: Sequence[str]) -> bytes:
    rows = [(place, *_shown(documents[url])) for place, url in enumerate(urls) if url]
    return sections(compact(list(map(list, zip(*rows, strict=True)))))


def usual_address(name: str) -> str:
    """The slug that most titles and names have, as the reader of the index can make it too."""
    words = "-".join(WORD.findall(APOSTROPHE.sub("", name.lower()).replace("&", " and ")))
    if len(words) <= LONGEST_SLUG:
        return words
    cut = words.rfind("-", LONGEST_SLUG // 2, LONGEST_SLUG + 1)
    return words[: cut if cut > 0 else LONGEST_SLUG]


def compact(value: object) -> bytes:
    """JSON without blanks, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _shown(document: SearchDocument) -> tuple[str, str, str, str, str, int]:
    """Title, authors, date, venue, address (of papers without the folder, "" if usual), 1 if it has code."""
    authors = ", ".join(document.authors[:SHOWN_AUTHORS])
    if more := len(document.authors) - SHOWN_AUTHORS:
        authors += f" +{more}" if more > 0 else ""
    url = document.url or "/"
    if document.kind == "paper":
        url = url.removeprefix("papers/").removesuffix("/")
        url = "" if url == usual_address(document.title) else url
    return document.title, authors, document.date, document.venue, url, int(document.has_code)
