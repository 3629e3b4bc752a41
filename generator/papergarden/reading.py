"""A seed and the one reader that claims it, or the finding that says why there is none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from papergarden.model import Entry, Finding, Reading, Seed
from papergarden.readers import Reader, claimants, name, nearest

UNKNOWN_FIX = "See `papergarden formats` for what can be read, and save or paste the document as one of them."
HTML_FIX = "Open it in a browser, select all, copy, and paste the text into a file in the seeds folder."
HTML = re.compile(r"(?:\s|<\?[^>]*>|<!--[^>]*>)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
AMBIGUOUS_FIX = "Take out what makes it look like the wrong one, or split it into a file for each format."


@dataclass(frozen=True, slots=True)
class SeedReading:
    """A seed with what its reader (its name, or "" where nobody claims it) found in it."""

    seed: Seed
    reader: str
    readings: tuple[Reading, ...]

    @property
    def entries(self) -> Iterator[Entry]:
        """Only the papers."""
        return (reading for reading in self.readings if isinstance(reading, Entry))

    @property
    def findings(self) -> Iterator[Finding]:
        """Only what the reader has to say."""
        return (reading for reading in self.readings if isinstance(reading, Finding))


def read_seed(seed: Seed) -> SeedReading:
    """What the one reader that claims a seed makes of it; else the finding that says why there is none.

    A document without text has had its finding when it was opened.
    """
    if not seed.text:
        return SeedReading(seed, "", ())
    found = claimants(seed)
    if len(found) == 1:
        return SeedReading(seed, name(found[0]), tuple(found[0].read(seed)))
    return SeedReading(seed, "", (_ambiguous(seed, found) if found else _unclaimed(seed),))


def _ambiguous(seed: Seed, readers: Sequence[Reader]) -> Finding:
    names = " and ".join(name(reader) for reader in readers)
    what = f"The document looks like more than one format: {names}."
    return Finding("error", "ambiguous-format", seed.at(1), what, AMBIGUOUS_FIX, _line(seed, 1))


def _unclaimed(seed: Seed) -> Finding:
    if HTML.match(seed.head):
        what = "The document is an HTML page, not its text."
        return Finding("error", "unknown-format", seed.at(1), what, HTML_FIX, _line(seed, 1))
    what = "No format that papergarden knows looks like this document."
    near = nearest(seed)
    if near and near.why:
        what += f" It is nearest to {name(near.reader)}, but {near.why}."
    elif near:
        what += f" Up to line {near.line - 1} it looks like {name(near.reader)}."
    line = near.line if near else 1
    return Finding("error", "unknown-format", seed.at(line), what, UNKNOWN_FIX, _line(seed, line))


def _line(seed: Seed, wanted: int) -> str:
    return next((text.strip() for number, text in seed.lines() if number == wanted), "")
