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
_PLAIN_WORD = re.compile(r"[a-z0-9]+")
"""The same where there is nothing but ASCII in small letters, and faster."""
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_COMMAND = re.compile(r"\\[a-zA-Z]+\*?")


@dataclass(frozen=True, slots=True)
class Profile:
    """A record's number among all, and its texts folded: title as words, authors, ids, year."""

    number: int
    title: tuple[str, ...]
    subtitled: int
    """How many words the title has before its colon or dash; 0 without."""
    letters: str
    """The title's letters and digits in one."""
    authors: tuple[str, ...]
    arxiv_id: str
    doi: str
    """That of a publication; arXiv's own DOIs say no more than the arXiv id."""
    year: str
    abstract: str
    content: tuple[str, ...]


def profile(number: int, record: Record) -> Profile:
    """The profile of a record."""
    head, mark, _ = _partition(record.title)
    title = tuple(words_of(record.title))
    return Profile(
        number=number,
        title=title,
        letters="".join(title),
        subtitled=len(words_of(head)) if mark else 0,
        authors=record.authors,
        arxiv_id=record.arxiv_id,
        doi="" if not record.doi or ids.parse_arxiv(record.doi) else record.doi,
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
        text = _FOREIGN.sub(_unmarked, text)
    text = text.casefold()
    return (_PLAIN_WORD if text.isascii() else _WORD).findall(text)


def _unmarked(foreign: re.Match[str]) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", foreign[0]) if not unicodedata.combining(c))


def hashes(words: Sequence[str]) -> frozenset[int]:
    """The shingles of a text, its runs of three words, each as a number of 32 bits.

    Broder, *On the resemblance and containment of documents*, 1997; odd factors mix the bits well.
    """
    if len(words) < 3:
        return frozenset()
    first, second, third = zip(*map(_codes, words), strict=True)
    rows = zip(first, second[1:], third[2:], strict=False)
    return frozenset([(one + two + three) & 0xFFFFFFFF for one, two, three in rows])


@lru_cache(maxsize=1 << 16)
def _codes(word: str) -> tuple[int, int, int]:
    """The share that a word has in a shingle as its first, second and third word."""
    code = crc32(word.encode("utf-8", "surrogatepass"))
    return (
        code * 0x9E3779B1 & 0xFFFFFFFF,
        code * 0x85EBCA6B & 0xFFFFFFFF,
        code * 0xC2B2AE35 & 0xFFFFFFFF,
    )


@lru_cache(maxsize=4096)
def shingles(abstract: str) -> frozenset[int]:
    """The shingles of an abstract; the latest few thousand are remembered."""
    return hashes(words_of(abstract))
