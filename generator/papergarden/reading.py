"""A seed and the one reader that claims it, or the finding that says why there is none."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from operator import eq

from papergarden.model import Entry, Finding, Furniture, Reading, Seed
from papergarden.readers import Reader, claimants, name, nearest
from papergarden.readers.openings import FAMILIES, openings

UNKNOWN_FIX = "See `papergarden formats` for what can be read, and save or paste the document as one of them."
HTML_FIX = "Open it in a browser, select all, copy, and paste the text into a file in the seeds folder."
JOINED_FIX = "Cut it here into a file for each format."
MOST_TRIED = 3
"""How many lines that hint at a format are looked at as the beginning of a second document."""
MOST_READ = 5
"""How many of these places are tried as the end of the first document."""
LONGEST_RECORD = 1 << 20
MOST_ABOVE = 20
"""Lines that may stand above the first record of a document: a comment, a heading."""
DELIMITED = frozenset({"bibtex", "dblp", "endnote_xml", "feeds", "nbib", "ris"})
"""Formats whose records nothing else looks like, so that what they hold may look like anything."""
LINE_BY_LINE = frozenset({"json_lines"})
"""Formats of which each line is read as if it were alone."""
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


def read_seed(seed: Seed, before: SeedReading | None = None) -> SeedReading:
    """What the one reader that claims a seed makes of it; else the finding that says why there is none.

    A document without text has had its finding when it was opened. What was found ``before``, when the seed
    read otherwise, is taken over as far as it can be.
    """
    if not seed.text:
        return SeedReading(seed, "", ())
    found = claimants(seed)
    if joined := _joined(seed, found):
        return SeedReading(seed, "", (joined,))
    if len(found) == 1:
        return SeedReading(seed, name(found[0]), _readings(found[0], seed, before))
    return SeedReading(seed, "", (_ambiguous(seed, found) if found else _unclaimed(seed),))


def _readings(reader: Reader, seed: Seed, before: SeedReading | None) -> tuple[Reading, ...]:
    """What a reader finds; of the lines that did not change at either end, what it found there before."""
    if not before or before.reader != name(reader) or before.reader not in LINE_BY_LINE:
        return tuple(reader.read(seed))
    was, now = before.seed.text.split("\n"), seed.text.split("\n")
    first, last = _alike(was, now), len(now)
    if len(was) == len(now):
        last -= _alike(was[first:][::-1], now[first:][::-1])
    # As many lines are above those that changed, so that they have their numbers.
    between = Seed(seed.path, "\n" * first + "\n".join(now[first:last]))
    above = [one for one in before.readings if one.source.line <= first]
    below = [one for one in before.readings if one.source.line > last and len(was) == len(now)]
    return (*above, *reader.read(between), *below)


def _alike(some: Sequence[str], others: Sequence[str]) -> int:
    """How many lines are the same until one is not."""
    return sum(1 for _ in takewhile(bool, map(eq, some, others)))


def _ambiguous(seed: Seed, readers: Sequence[Reader]) -> Finding:
    names = " and ".join(name(reader) for reader in readers)
    what = f"The document looks like more than one format: {names}."
    return Finding("error", "ambiguous-format", seed.at(1), what, AMBIGUOUS_FIX, _line(seed, 1))


def _joined(seed: Seed, readers: Sequence[Reader]) -> Finding | None:
    """That the document is two, one after the other: each part is claimed by one reader, and not the same.

    A hint is followed up only a few times for each format. What a record of the first could go on with is no
    beginning of the second: the first must be at its end there.
    """
    tried: Counter[str] = Counter()
    for hint, line, start in openings(seed.text):
        own = hint in DELIMITED and [name(reader) for reader in readers] == [hint]
        if line == 1 or own or tried[hint] == MOST_TRIED:
            continue
        tried[hint] += 1
        below = Seed(seed.path, seed.text[start:])
        found = claimants(below)
        if len(found) != 1 or (name(found[0]) != hint and hint not in FAMILIES):
            continue
        if _begins(below, found[0]) and (joined := _at_its_end(seed, line, start, found[0])):
            return joined
    return None


def _at_its_end(seed: Seed, line: int, start: int, below: Reader) -> Finding | None:
    """The finding, where another reader's document ends at a place or a few lines above it."""
    read = 0
    for _ in range(min(MOST_ABOVE, line - 1)):
        first = Seed(seed.path, seed.text[:start])
        above = claimants(first)
        read += len(above) == 1
        if below in above or read > MOST_READ:
            return None
        if len(above) == 1 and _ends(first, above[0]) and not _goes_on(seed, above[0], below, line):
            what = f"Down to here the document is {name(above[0])}, from here on it is {name(below)}."
            return Finding("error", "ambiguous-format", seed.at(line), what, JOINED_FIX, _line(seed, line))
        start, line = seed.text.rfind("\n", 0, max(0, start - 1)) + 1, line - 1
    return None


def _begins(seed: Seed, reader: Reader) -> bool:
    """Whether the first that a reader finds is a record, and whole."""
    beginning = Seed(seed.path, seed.text[:LONGEST_RECORD])
    found = (one for one in reader.read(beginning) if not isinstance(one, Furniture))
    return isinstance(next(found, None), Entry)


def _ends(seed: Seed, reader: Reader) -> bool:
    """Whether a document does not break off in the middle of a record."""
    last = seed.text.rstrip().count("\n") + 1
    errors = (one for one in reader.read(seed) if isinstance(one, Finding) and one.level == "error")
    return all(error.end < last for error in errors)


def _goes_on(seed: Seed, above: Reader, below: Reader, line: int) -> bool:
    """Whether a reader of delimited records finds its own at a line or below it, where others are loose."""
    if name(above) not in DELIMITED or name(below) in DELIMITED:
        return False
    return any(isinstance(one, Entry) and one.source.line >= line for one in above.read(seed))


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
