"""What of a record serves to recognize its paper elsewhere: words without the form that listings give."""

import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from papergarden.model import Record
from papergarden.steps.keys import content
from papergarden.steps.memo import Numbers
from papergarden.text import ids
from papergarden.text.letters import words

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_PLAIN = bytes(ord(chr(code).lower()) if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)
"""By character of ASCII the small letter or digit, or a blank where it is in no word."""
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


FACTORS = np.array([0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35], np.uint32)
"""What the number of a word is multiplied by as the first, second and third word of a shingle."""
SAMPLED = 3
"""One shingle of so many is indexed."""
SHORT = 80
"""An abstract with fewer shingles is indexed by all."""


Runs = NDArray[np.uint32]
Shingled = tuple[bytes, bytes]
"""Shingles as the bytes of arrays of "I": those of a sample, and the others."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A title folded: its words."""

    title: tuple[str, ...]
    subtitled: int
    """How many words the title has before its colon or dash; 0 without."""
    letters: str
    """The title's letters and digits in one."""
    marks: tuple[tuple[str, int], ...]
    """What tells the title from others of a series."""


@dataclass(frozen=True, slots=True)
class Profile(Titled):
    """A record's number among all, and its texts folded: title, authors, ids, year."""

    number: int
    authors: tuple[str, ...]
    arxiv_id: str
    doi: str
    """That of a publication; arXiv's own DOIs say no more than the arXiv id."""
    year: str
    abstract: str
    shingles: "array[int]"
    """Those of the abstract, each once."""
    content: tuple[str, ...]


def titled(title: str) -> Titled:
    """What a title is compared by."""
    head, mark, _ = _partition(title)
    words = tuple(words_of(title))
    subtitled = len(words_of(head)) if mark else 0
    return Titled(words, subtitled, "".join(words), marks(words, subtitled))


def profile(number: int, record: Record, shingled: Shingled) -> Profile:
    """The profile of a record of which the ``shingles`` are known."""
    title = titled(record.title)
    return Profile(
        title=title.title,
        subtitled=title.subtitled,
        letters=title.letters,
        marks=title.marks,
        number=number,
        authors=record.authors,
        arxiv_id=record.arxiv_id,
        doi=doi_of(record),
        year=record.date[:4],
        abstract=record.abstract,
        shingles=array("I", b"".join(shingled)),
        content=content(record),
    )


def doi_of(record: Record) -> str:
    """The DOI of a publication, "" for one that arXiv gave."""
    return "" if not record.doi or ids.parse_arxiv(record.doi) else record.doi


def _partition(title: str) -> tuple[str, str, str]:
    found = re.search(r":\s|\s[-–—]+\s|\?\s", title)
    return (title[: found.start()], found[0], title[found.end() :]) if found else (title, "", "")


def words_of(text: str) -> list[str]:
    """The words without case, accents, marks and TeX commands; of Chinese and Japanese each character."""
    if "\\" in text:
        text = _COMMAND.sub(" ", text)
    if not text.isascii():
        text = _FOREIGN.sub(_unmarked, text)
    if text.isascii():
        return text.encode().translate(_PLAIN).decode().split()
    return _WORD.findall(text.casefold())


def _unmarked(foreign: re.Match[str]) -> str:
    return _alone(foreign[0])


@lru_cache(maxsize=1 << 12)
def _alone(foreign: str) -> str:
    """Letters and digits without accents, and blanks for what is in no word."""
    there = (c for c in unicodedata.normalize("NFKD", foreign) if not unicodedata.combining(c))
    return "".join(c if _WORD.match(c) else " " for c in there)


codes = Numbers(lambda word: crc32(word.encode("utf-8", "surrogatepass")))
"""By word a number of 32 bits."""


def runs(words: Sequence[str]) -> Runs:
    """The runs of three words in a text, each as a number of 32 bits: its shingles.

    Broder, *On the resemblance and containment of documents*, 1997; odd factors mix the bits well.
    """
    found = np.fromiter(map(codes.__getitem__, words), np.uint32, len(words))
    mixed: Runs = found[:-2] * FACTORS[0] + found[1:-1] * FACTORS[1] + found[2:] * FACTORS[2]
    return mixed


def shingles(found: Runs) -> Shingled:
    """The runs of an abstract, each once: those that it is looked up by, and the others."""
    found = np.sort(found)
    found = np.concatenate((found[:1], found[1:][found[1:] != found[:-1]]))
    if len(found) < SHORT:
        return found.tobytes(), b""
    chosen = found % SAMPLED == 0
    return found[chosen].tobytes(), found[~chosen].tobytes()


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
