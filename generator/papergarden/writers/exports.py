"""The formats that the merged library can be handed on in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from types import MappingProxyType

from papergarden.model import Library, Paper
from papergarden.writers import export_bibtex, export_csl, export_csv, export_jsonl, export_ris
from papergarden.writers.citation import citation_keys

Cited = tuple[Paper, str]
"""A paper and its citation key."""


@dataclass(frozen=True, slots=True)
class Export:
    """A format: how it writes a paper, and what stands before, between and after all of them."""

    entry: Callable[[Paper, str], str]
    head: str = ""
    between: str = ""
    tail: str = ""
    by_citation_key: bool = False
    """Whether papers are sorted by that and not by their own key."""

    def __call__(self, library: Library) -> str:
        """The library as one text."""
        papers = ordered(library.papers, citation_keys(library), self.by_citation_key)
        return "".join(self.pieces(papers))

    def pieces(self, papers: Sequence[Cited]) -> Iterator[str]:
        """The text of the papers, a piece for each: the first with the head, the last with the tail."""
        return (self.piece(papers, at) for at in range(max(1, len(papers))))

    def piece(self, papers: Sequence[Cited], at: int) -> str:
        """One of the pieces; of no papers, there is one."""
        before = self.between if at else self.head
        entry = self.entry(*papers[at]) if papers else ""
        return before + entry + (self.tail if at >= len(papers) - 1 else "")


def ordered(papers: Sequence[Paper], cited: Mapping[str, str], by_citation_key: bool) -> list[Cited]:
    """The papers with their citation keys, sorted by these or by their own keys."""
    known = [(paper, cited[paper.key]) for paper in sorted(papers, key=attrgetter("key"))]
    return sorted(known, key=itemgetter(1)) if by_citation_key else known


EXPORTS: Mapping[str, Export] = MappingProxyType(
    {
        "bibtex": Export(export_bibtex.entry, between="\n", by_citation_key=True),
        "csl-json": Export(export_csl.entry, head="[\n ", between=",\n ", tail="\n]\n"),
        "csv": Export(export_csv.entry, head=export_csv.HEADER),
        "jsonl": Export(export_jsonl.entry),
        "ris": Export(export_ris.entry),
    }
)
