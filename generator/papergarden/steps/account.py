"""The account of a seed: what every non-blank line of it is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from papergarden.model import Entry, Finding, Furniture, Reading, Record, Seed, SeedReport, changed

UNOWNED, FINDING, ENTRY, FURNITURE, BLANK = range(5)
LEFT_OVER_FIX = (
    "Nothing, if the line is no part of a paper; else mend the document's source and save it anew."
)


def account(seed: Seed, reader: str, readings: Sequence[Reading]) -> tuple[SeedReport, tuple[Finding, ...]]:
    """What became of a seed, and a finding for each run of lines that no reading speaks of.

    A line is furniture before it is an entry's, and an entry's before it is a finding's, so that
    ``entry_lines + furniture_lines + finding_lines = lines`` holds by construction. Without a reader, the
    finding that says so speaks of every line. What became of the entries is not known yet.
    """
    owners = _owners(seed, readings, UNOWNED if reader else FINDING)
    left_over = tuple(_left_over(seed, owners))
    counts = Counter(owners[1:])
    report = SeedReport(
        path=seed.path,
        reader=reader,
        lines=len(owners) - 1 - counts[BLANK],
        entries=sum(isinstance(reading, Entry) for reading in readings),
        entry_lines=counts[ENTRY],
        furniture_lines=counts[FURNITURE],
        finding_lines=counts[FINDING] + counts[UNOWNED],
        repairs={},
        extras={},
    )
    return report, left_over


def with_records(report: SeedReport, records: Iterable[Record]) -> SeedReport:
    """The account of a seed with the repairs that its records tell of, and the extras that they keep."""
    records = list(records)
    repairs = Counter([repair.rule for record in records for repair in record.repairs])
    extras = Counter(chain.from_iterable(record.extra for record in records))
    return changed(report, repairs=dict(repairs), extras=dict(extras))


def _owners(seed: Seed, readings: Sequence[Reading], first: int) -> bytearray:
    """For each line (index 0 is no line) who owns it; ``first`` is who owns a line that nobody claims."""
    owners = bytearray([UNOWNED])
    owners.extend(first if line.strip() else BLANK for _, line in seed.lines())
    for kind, owner in ((Finding, FINDING), (Entry, ENTRY), (Furniture, FURNITURE)):
        for reading in readings:
            if isinstance(reading, kind):
                _claim(owners, reading, owner)
    return owners


def _claim(owners: bytearray, reading: Reading, owner: int) -> None:
    for line in range(max(1, reading.source.line), min(reading.end, len(owners) - 1) + 1):
        if owners[line] != BLANK:
            owners[line] = owner


def _left_over(seed: Seed, owners: bytearray) -> Iterator[Finding]:
    """A finding for each run of unowned lines; blank lines do not end a run."""
    start = last = 0
    first_text = ""
    for number, text in seed.lines():
        if owners[number] == UNOWNED:
            if not start:
                start, first_text = number, text
            last = number
        elif start and owners[number] != BLANK:
            yield _left_over_finding(seed, start, last, first_text)
            start = 0
    if start:
        yield _left_over_finding(seed, start, last, first_text)


def _left_over_finding(seed: Seed, start: int, end: int, text: str) -> Finding:
    what = "This line belongs to no paper." if start == end else f"Lines {start} to {end} belong to no paper."
    return Finding("warning", "left-over", seed.at(start), what, LEFT_OVER_FIX, text.strip(), end)
