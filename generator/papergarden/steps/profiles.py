"""What of a record serves to recognize its paper elsewhere: words without the form that listings give."""

import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from papergarden.model import Record
from papergarden.steps.keys import content
from papergarden.text import ids
from papergarden.text.letters import words

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_PLAIN_WORD = re.compile(r"[a-z0-9]+")
"""The same where there is nothing but ASCII in small letters, and faster."""
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_COMMAND = re.compile(r"\\[a-zA-Z]+\*?")


ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8"}
SECTIONS = frozenset(words("part volume vol chapter no version episode lecture paper"))
NOTICES = frozenset(
    words("erratum errata corrigendum corrigenda addendum retraction retracted withdrawn rejoinder")
)
ABOUT = frozenset(
    words("""
    correction corrections reply response comment comments discussion commentary rebuttal supplement
    supplementary supplemental
    """)
)
"""Words at the beginning of a title, or after its colon, that say what the text is to another text."""
TELLING = NOTICES | ABOUT | ROMAN.keys()


SAMPLED = 3
"""One shingle of so many is indexed."""
SHORT = 80
"""An abstract with fewer shingles is indexed by all."""


Shingled = tuple[bytes, bytes]
"""Shingles as the bytes of arrays of "I": those of a sample, and the others."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A record's number among all, and its texts folded: title as words, authors, ids, year."""

    number: int
    title: tuple[str, ...]
    subtitled: int
    """How many words the title has before its colon or dash; 0 without."""
    letters: str
    """The title's letters and digits in one."""
    marks: tuple[tuple[str, int], ...]
    """What tells the title from others of a series."""
    authors: tuple[str, ...]
    arxiv_id: str
    doi: str
    """That of a publication; arXiv's own DOIs say no more than the arXiv id."""
    year: str
    abstract: str
    shingles: "array[int]"
    """Those of the abstract, each once."""
    content: tuple[str, ...]


def profile(number: int, record: Record, shingled: Shingled) -> Profile:
    """The profile of a record of which the ``shingles`` are known."""
    head, mark, _ = _partition(record.title)
    title = tuple(words_of(record.title))
    subtitled = len(words_of(head)) if mark else 0
    return Profile(
        number=number,
        title=title,
        letters="".join(title),
        subtitled=subtitled,
        marks=marks(title, subtitled),
        authors=record.authors,
        arxiv_id=record.arxiv_id,
        doi="" if not record.doi or ids.parse_arxiv(record.doi) else record.doi,
        year=record.date[:4],
        abstract=record.abstract,
        shingles=array("I", b"".join(shingled)),
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
    shares = [*map(codes, words)]
    rows = zip(shares, shares[1:], shares[2:], strict=False)
    return frozenset([(one[0] + two[1] + three[2]) & 0xFFFFFFFF for one, two, three in rows])


@lru_cache(maxsize=1 << 16)
def codes(word: str) -> tuple[int, int, int]:
    """The share that a word has in a shingle as its first, second and third word."""
    code = crc32(word.encode("utf-8", "surrogatepass"))
    return (
        code * 0x9E3779B1 & 0xFFFFFFFF,
        code * 0x85EBCA6B & 0xFFFFFFFF,
        code * 0xC2B2AE35 & 0xFFFFFFFF,
    )


def shingles(abstract: str) -> Shingled:
    """The shingles of an abstract, each once: those that it is looked up by, and the others."""
    found = hashes(words_of(abstract))
    chosen = found if len(found) < SHORT else [shingle for shingle in found if shingle % SAMPLED == 0]
    return array("I", chosen).tobytes(), array("I", found.difference(chosen)).tobytes()


def marks(title: Sequence[str], subtitled: int) -> tuple[tuple[str, int], ...]:
    """What tells titles of a series apart, and how often a title has it: numbers, parts, "erratum"."""
    if "".join(title).isalpha() and TELLING.isdisjoint(title):
        return ()
    found: Counter[str] = Counter()
    for at, word in enumerate(title):
        digits = "" if word.isalpha() else "".join(filter(str.isdigit, word))
        if digits or word in NOTICES or (word in ABOUT and at in (0, subtitled)):
            found[digits or word] += 1
        elif word in ROMAN and (word not in ("i", "v") or (at and title[at - 1] in SECTIONS)):
            found[ROMAN[word]] += 1
    return tuple(sorted(found.items()))
