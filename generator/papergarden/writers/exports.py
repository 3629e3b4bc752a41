"""The formats that the merged library can be handed on in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from papergarden.model import Library
from papergarden.writers import export_csv
from papergarden.writers.export_bibtex import bibtex
from papergarden.writers.export_csl import csl_json
from papergarden.writers.export_jsonl import jsonl
from papergarden.writers.export_ris import ris


@dataclass(frozen=True, slots=True)
class Export:
    """A format: its papers one by one, and what stands before, between and after them."""

    entries: Callable[[Library], Iterable[str]]
    head: str = ""
    between: str = ""
    tail: str = ""

    def __call__(self, library: Library) -> str:
        """The library as one text."""
        return self._whole(self.entries(library))

    def parts(self, library: Library, most: int) -> Iterator[str]:
        """The library as texts of at most so many bytes, each whole in itself; a paper is never cut."""
        some: list[str] = []
        size = 0
        for entry in self.entries(library):
            length = len(entry.encode()) + len(self.between)
            if some and size + length > most:
                yield self._whole(some)
                some, size = [], 0
            some.append(entry)
            size += length
        yield self._whole(some)

    def _whole(self, entries: Iterable[str]) -> str:
        return self.head + self.between.join(entries) + self.tail


EXPORTS: Mapping[str, Export] = MappingProxyType(
    {
        "bibtex": Export(bibtex, between="\n"),
        "csl-json": Export(csl_json, head="[\n ", between=",\n ", tail="\n]\n"),
        "csv": Export(export_csv.rows, head=export_csv.HEADER),
        "jsonl": Export(jsonl),
        "ris": Export(ris),
    }
)
