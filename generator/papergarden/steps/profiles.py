"""What of a record serves to recognize its paper elsewhere: words without the form that listings give."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from papergarden.model import Record
from papergarden.steps.keys import content
from papergarden.text import ids

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_COMMAND = re.compile(r"\\[a-zA-Z]+\*?")


@dataclass(frozen=True, slots=True)
class Profile:
    """A record's number among all, and its texts folded: title as words, authors, ids, year."""

    number: int
    title: tuple[str, ...]
    subtitled: int
    """How many words the title has before its colon or dash; 0 without."""
    authors: tuple[str, ...]
    arxiv_id: str
    doi: str
    """That of a publication; arXiv's own DOIs say no more than the arXiv id."""
    year: str
    abstract: str
    content: tuple[str, ...]

    @property
    def letters(self) -> str:
        """The title's letters and digits in one."""
        return "".join(self.title)


def profile(number: int, record: Record) -> Profile:
    """The profile of a record."""
    head, mark, _ = _partition(record.title)
    return Profile(
        number=number,
        title=tuple(words_of(record.title)),
        subtitled=len(words_of(head)) if mark else 0,
        authors=record.authors,
        arxiv_id=record.arxiv_id,
        doi="" if ids.parse_arxiv(record.doi) else record.doi,
        year=record.date[:4],
        abstract=record.abstract,
        content=content(record),
    )


def _partition(title: str) -> tuple[str, str, str]:
    found = re.search(r":\s|\s[-–—]+\s|\?\s", title)
    return (title[: found.start()], found[0], title[found.end() :]) if found else (title, "", "")


def words_of(text: str) -> list[str]:
    """The words without case, accents, marks and TeX commands; of Chinese and Japanese each character."""
    if "\\" in text:
        text = _COMMAND.sub(" ", text)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _WORD.findall(text.casefold())


def hashes(words: Sequence[str]) -> frozenset[int]:
    """The shingles of a text, its runs of three words, each as a number of 32 bits.

    Broder, *On the resemblance and containment of documents*, 1997; odd factors mix the bits well.
    """
    codes = [_code(word) for word in words]
    rows = zip(codes, codes[1:], codes[2:], strict=False)
    return frozenset((a * 0x9E3779B1 + b * 0x85EBCA6B + c * 0xC2B2AE35) & 0xFFFFFFFF for a, b, c in rows)


@lru_cache(maxsize=1 << 16)
def _code(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=4096)
def shingles(abstract: str) -> frozenset[int]:
    """The shingles of an abstract; the latest few thousand are remembered."""
    return hashes(words_of(abstract))
