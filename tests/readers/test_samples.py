"""Every reader on samples that lie in ``tests/samples/<reader>/``, each with its golden beside it.

``papergarden golden PATH`` writes the golden of a sample; a person reads it before it is committed. A
document without a golden is one that nobody may claim.
"""

import textwrap
from itertools import takewhile
from pathlib import Path

import pytest

from papergarden.model import Entry, Seed
from papergarden.readers import READERS, Reader, claimants, name
from papergarden.reading import SeedReading, read_seed
from papergarden.steps.account import account
from papergarden.writers.golden import SUFFIX, golden
from tests.readers.samples import DOCUMENTS, FOLDER, GOLDEN, SEEDS, seed_of, short


def golden_of(reading: SeedReading) -> str:
    return golden(account(reading.seed, reading.reader, reading.readings)[0], reading.readings)


def test_every_reader_has_a_sample_and_every_golden_its_document() -> None:
    assert {path.parent.name for path in GOLDEN} == {name(reader) for reader in READERS}
    assert len(GOLDEN) < len(DOCUMENTS)
    assert all(Path(str(path).removesuffix(SUFFIX)).exists() for path in FOLDER.glob(f"*/*{SUFFIX}"))


@pytest.mark.parametrize("path", GOLDEN, ids=short)
def test_its_reader_alone_claims_a_sample_and_reads_what_the_golden_says(path: Path) -> None:
    seed = seed_of(path)
    assert [name(reader) for reader in claimants(seed)] == [path.parent.name]
    assert golden_of(read_seed(seed)) == path.with_name(path.name + SUFFIX).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [path for path in DOCUMENTS if path not in GOLDEN], ids=short)
def test_a_document_without_a_golden_is_claimed_by_nobody(path: Path) -> None:
    assert [name(reader) for reader in claimants(seed_of(path))] == []


@pytest.mark.parametrize("path", [*DOCUMENTS, *SEEDS], ids=short)
def test_every_line_is_accounted_for_once(path: Path) -> None:
    seed = seed_of(path)
    reading = read_seed(seed)
    report, _ = account(seed, reading.reader, reading.readings)
    assert report.entry_lines + report.furniture_lines + report.finding_lines == report.lines
    assert report.lines == sum(bool(line.strip()) for _, line in seed.lines())
    last = seed.text.count("\n") + 1
    assert all(1 <= each.source.line <= each.end <= last for each in reading.readings)


@pytest.mark.parametrize("path", SEEDS, ids=short)
def test_the_collection_s_own_seeds_are_read_without_a_line_left_over(path: Path) -> None:
    seed = seed_of(path)
    reading = read_seed(seed)
    assert reading.reader
    assert account(seed, reading.reader, reading.readings)[0].finding_lines == 0
    assert list(reading.findings) == []


@pytest.mark.parametrize("reader", READERS, ids=name)
def test_the_example_in_the_documentation_is_one(reader: Reader) -> None:
    _, _, example = (reader.__doc__ or "").partition("Example::\n")
    indented = takewhile(lambda line: not line.strip() or line.startswith(" "), example.split("\n"))
    seed = Seed(f"example.{suffix(reader)}", textwrap.dedent("\n".join(indented)).strip("\n") + "\n")
    assert claimants(seed) == (reader,)
    entries = [each for each in reader.read(seed) if isinstance(each, Entry)]
    assert len(entries) > 0
    assert all(entry.reader == name(reader) for entry in entries)


def suffix(reader: Reader) -> str:
    """Where the name of a file matters to a format, its samples say which."""
    return next((path.suffix[1:] for path in GOLDEN if path.parent.name == name(reader)), "txt")
