"""What the citation formats share: the kind of publication, dates in parts, citation keys."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from papergarden.model import Library, Paper
from papergarden.text.names import parts

ARXIV = "https://arxiv.org/abs/"
DOI = "https://doi.org/"
SMALL_WORDS = frozenset(
    {"a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does", "for", "from", "how", "in", "is"}
    | {"it", "of", "on", "or", "the", "to", "what", "why", "with"}
)
JOURNAL = re.compile(
    r"\b(?:journal|transactions|letters|review|annals|magazine|JMLR|TMLR|TACL)\b", re.IGNORECASE
)
WORD = re.compile(r"[^\s:–—-]+")
KEYS_KEPT = 1 << 15
"""Papers of which is remembered what they want, for a program that builds again and again."""
VENUES_KEPT = 1 << 12
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def address(paper: Paper) -> str:
    """The best address of the paper itself: its DOI, its arXiv page, else its first link, else ""."""
    if paper.doi:
        return DOI + paper.doi
    if paper.arxiv_id:
        return ARXIV + paper.arxiv_id
    pages = [link.url for link in paper.links if link.kind in ("page", "pdf")]
    return pages[0] if pages else ""


def in_journal(paper: Paper) -> bool:
    """Whether the venue's own name says that it is a journal; every other venue is taken for a conference."""
    return _names_journal(paper.venue)


@lru_cache(VENUES_KEPT)
def _names_journal(venue: str) -> bool:
    return bool(JOURNAL.search(venue))


def date_parts(paper: Paper) -> list[int]:
    """Year, month, day, as many as are known."""
    return [int(part) for part in paper.date.split("-") if part]


def citation_keys(library: Library) -> Mapping[str, str]:
    """For each paper's key the citation key: family name, year, first real word (``dao2022flashattention``).

    Where several papers would have the same, each has its own key's letters and digits added, so that a new
    paper never takes over the citation key of an older one.
    """
    return cited_as(wanted_keys(library.papers))


def cited_as(wanted: Mapping[str, str]) -> Mapping[str, str]:
    """The citation keys of all papers, of those that they want."""
    counts = Counter(wanted.values())
    return {key: want if counts[want] == 1 else want + _ascii(key) for key, want in wanted.items()}


def wanted_keys(papers: Iterable[Paper]) -> Mapping[str, str]:
    """For the key of each of some papers the citation key that it has unless another wants the same."""
    return {paper.key: wanted_key(paper) for paper in papers}


def wanted_key(paper: Paper) -> str:
    """The citation key that a paper has unless another wants the same."""
    return _wanted_key(paper.authors[0].name if paper.authors else "", paper.year, paper.title)


@lru_cache(KEYS_KEPT)
def _wanted_key(author: str, year: str, title: str) -> str:
    family = parts(author).family if author else ""
    words = (_ascii(found[0]) for found in WORD.finditer(title))
    first = next((word for word in words if word and word not in SMALL_WORDS), "")
    return (_ascii(family) or "anonymous") + year + first


def _ascii(text: str) -> str:
    """Only lower-case ASCII letters and digits, accents folded."""
    if text.isascii() and text.isalnum():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", folded)
