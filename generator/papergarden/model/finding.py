"""What is wrong with a document or a collection, said so that a person can mend it."""

from dataclasses import dataclass
from typing import Literal

from papergarden.model.packed import packed
from papergarden.model.source import Source

Level = Literal["error", "warning", "info"]
LEVELS: tuple[Level, ...] = ("error", "warning", "info")
LONGEST_TEXT = 160


@packed
@dataclass(frozen=True, slots=True)
class Finding:
    """Bad or doubtful data: where, what, the offending text, and what to do about it.

    ``code`` is a short stable name (``uncertain-cut``); ``text`` is cut to 160 characters; ``end`` is the
    last line that the finding speaks of, so that lines which belong to no entry are accounted for by it.
    """

    level: Level
    code: str
    source: Source
    what: str
    fix: str
    text: str = ""
    end: int = 0

    def __post_init__(self) -> None:
        if not (self.code and self.what and self.fix):
            raise ValueError("a finding needs a code, what is wrong, and what to do about it")
        if len(self.text) > LONGEST_TEXT:
            object.__setattr__(self, "text", self.text[: LONGEST_TEXT - 1] + "…")
        object.__setattr__(self, "end", max(self.end, self.source.line))
