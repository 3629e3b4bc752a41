"""What a build of the search index found out and the next one uses again, as it is kept."""

from collections.abc import Mapping
from typing import NamedTuple, Self

from papergarden.writers.search_names import Names
from papergarden.writers.search_readings import Readings
from papergarden.writers.search_segments import Kept
from papergarden.writers.search_spellings import restored, shortened
from papergarden.writers.search_table import Table

FINDINGS = "findings"
"""The name under which they are kept."""


class Findings(NamedTuple):
    """What a build found out, and the next one uses again."""

    documents: Readings
    names: Names
    spellings: Mapping[str, str]
    table: Table

    @classmethod
    def kept_in(cls, kept: Kept) -> Self | None:
        """What was kept the last time."""
        if not (plain := kept.get(FINDINGS)):
            return None
        documents, names, spellings, table = plain
        return cls(Readings.of(*documents), Names.of(*names), restored(*spellings), Table.kept(*table))

    def keep_in(self, kept: Kept) -> None:
        """Keep it in texts and numbers."""
        spellings = shortened(self.spellings)
        kept[FINDINGS] = self.documents.plain(), self.names.plain(), spellings, self.table.plain()
