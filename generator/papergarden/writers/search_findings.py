"""What a build of the search index found out and the next one uses again, as it is kept."""

from typing import NamedTuple, Self

from papergarden.text.digest import digest_of
from papergarden.writers.search_documents import Origin
from papergarden.writers.search_mendable import Mendable
from papergarden.writers.search_names import Names
from papergarden.writers.search_placed import Placed
from papergarden.writers.search_readings import Readings
from papergarden.writers.search_segments import Kept
from papergarden.writers.search_table import Table

OUTLINE, FINDINGS = "outline", "findings"
"""The names under which is kept what there was, and what was found out of it."""


class Outline(NamedTuple):
    """What there was in a build: from which library, the papers and pages, the people and tags, the files."""

    origin: Origin
    found: Placed
    named: Placed
    files: dict[str, str]
    """By path the key of each."""

    @classmethod
    def kept_in(cls, kept: Kept) -> Self | None:
        """What was kept the last time."""
        if not (plain := kept.get(OUTLINE)):
            return None
        origin, found, named, files = plain
        return cls(Origin(*origin), Placed.kept(*found), Placed.kept(*named), files)

    def keep_in(self, kept: Kept) -> None:
        """Keep it in texts and numbers."""
        kept[OUTLINE] = tuple(self.origin), self.found.plain(), self.named.plain(), self.files

    @property
    def mark(self) -> bytes:
        """Stands for all documents and their numbers."""
        return digest_of(self.found.digests, self.named.digests)


class Findings(NamedTuple):
    """What a build found out, and the next one uses again."""

    documents: Readings
    names: Names
    mendable: Mendable
    table: Table

    @classmethod
    def kept_in(cls, kept: Kept, mark: bytes) -> Self | None:
        """What was kept the last time, if it was found out of what a mark stands for."""
        found, *plain = kept.get(FINDINGS) or (b"",)
        if found != mark:
            return None
        documents, names, mendable, table = plain
        return cls(Readings.of(*documents), Names.kept(*names), Mendable.kept(*mendable), Table.kept(*table))

    def keep_in(self, kept: Kept, mark: bytes) -> None:
        """Keep it in texts and numbers."""
        kept[FINDINGS] = mark, *(one.plain() for one in self)
