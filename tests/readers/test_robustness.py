"""Damage of every kind: no reader raises or breaks a law, no record costs its neighbours, no time is lost."""

import codecs
import json
import sys
from collections import Counter, deque
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papergarden.decode import decode
from papergarden.model import Entry, Seed, SeedReport
from papergarden.readers import READERS, Reader, claimants, name
from papergarden.reading import read_seed
from papergarden.steps.account import account
from tests.readers.samples import DOCUMENTS, GOLDEN, SEEDS, seed_of, short

TEXTS = [seed_of(path).text for path in (*DOCUMENTS, *SEEDS)]
BYTES = [path.read_bytes() for path in GOLDEN]
SAMPLES = {
    name(reader): [seed_of(path).text for path in GOLDEN if path.parent.name == name(reader)]
    for reader in READERS
}
HOSTILE = [
    "a",
    "A ",
    "[",
    "[a](",
    "- ",
    "| ",
    ", ",
    "A B, ",
    "(",
    "https://",
    "2406.09415 ",
    "\t",
    "et al. ",
    '{"',
    '{"title": "a", "authors": [',
    '[{"title": "a"}, ',
    '"a","b',
    "<entry>",
    "<record><a>&amp;&uuml;",
    "</record>",
    "@article{a, title = {",
    "{{}} # ",
    "TY  - ",
    "TY  - JOUR\nTI  - a\n",
    "PMID- 1\nTI  - a\n",
]


def entries(reader: Reader, text: str) -> list[Entry]:
    """What a reader makes of any text, with the laws that hold for every reading of it checked."""
    seed = Seed("some.txt", text)
    lines = text.split("\n")
    found = []
    for reading in reader.read(seed):
        assert reading.source.seed == seed.path
        assert 1 <= reading.source.line <= reading.end <= len(lines)
        if isinstance(reading, Entry):
            assert reading.reader == name(reader)
            assert reading.title or reading.abstract or reading.arxiv_id or reading.doi or reading.links
            assert all(1 <= line <= len(lines) for line in reading.lines.values())
            found.append(reading)
    found.sort(key=lambda entry: (entry.source.line, entry.end))
    # Records of JSON or XML may share a line, but no entry reaches into the lines of another.
    assert all(before.end <= after.source.line for before, after in pairwise(found))
    return found


@st.composite
def damaged(draw: st.DrawFn, texts: list[str]) -> str:
    """A document that was cut, shuffled, flipped, doubled, nested or joined with another."""
    text = draw(st.sampled_from(texts))
    lines = text.split("\n")
    match draw(st.sampled_from(["cut", "swap", "drop", "flip", "join", "insert", "blank", "nest"])):
        case "cut":
            start = draw(st.integers(0, len(text)))
            return text[start : draw(st.integers(start, len(text)))]
        case "swap":
            i, j = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
            lines[i], lines[j] = lines[j], lines[i]
        case "drop":
            del lines[draw(st.integers(0, len(lines) - 1))]
        case "flip":
            at = draw(st.integers(0, max(0, len(text) - 1)))
            return text[:at] + draw(st.characters()) + text[at + 1 :]
        case "join":
            return text + draw(st.sampled_from(["", "\n"])) + draw(st.sampled_from(TEXTS))
        case "insert":
            lines.insert(draw(st.integers(0, len(lines))), draw(st.text()))
        case "blank":
            return text.replace("\n", "\n\n")
        case "nest":
            opening = draw(st.sampled_from(["[", '{"data": [', "{", "<entry>", "(", "@article{a, title = {"]))
            return opening * draw(st.integers(1, 2000)) + text
    return "\n".join(lines)


@pytest.mark.parametrize("reader", READERS, ids=name)
@settings(max_examples=60)
@given(data=st.data())
def test_damaged_samples_obey_the_laws(reader: Reader, data: st.DataObject) -> None:
    text = data.draw(damaged(SAMPLES[name(reader)]))
    claimants(Seed("some.txt", text))
    entries(reader, text)


@pytest.mark.parametrize("reader", READERS, ids=name)
@settings(max_examples=40)
@given(text=st.text() | st.sampled_from(TEXTS))
def test_any_text_obeys_the_laws(reader: Reader, text: str) -> None:
    reader.sniff(Seed("some.txt", text))
    entries(reader, text)


@pytest.mark.parametrize("reader", READERS, ids=name)
def test_a_very_long_line_and_very_many_lines_are_read(reader: Reader) -> None:
    """What takes quadratic time somewhere would not come back from this."""
    for piece in HOSTILE:
        line = piece * (50_000 // len(piece))
        for text in (line, f"{SAMPLES[name(reader)][0]}\n{line}\n", f"{piece}\n" * 3_000):
            reader.sniff(Seed("some.txt", text))
            entries(reader, text)


def _damage(lines: list[str], at: int) -> Iterator[list[str]]:
    """The document with one line gone, replaced, halved or doubled."""
    yield lines[:at] + lines[at + 1 :]
    yield [*lines[:at], "#?! zzz qqq", *lines[at + 1 :]]
    yield [*lines[:at], lines[at][: len(lines[at]) // 2], *lines[at + 1 :]]
    yield [*lines[: at + 1], *lines[at:]]


def _content(entry: Entry) -> tuple[object, ...]:
    return entry.title, entry.authors, entry.abstract, entry.arxiv_id, entry.score, entry.date


HEADS = {"003_0b13b7f50963ea36.txt": 8}
"""Lines of column names at the top of a dataset viewer's page: they are no record with neighbours."""


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_a_damaged_line_costs_no_other_record(path: Path) -> None:
    seed = seed_of(path)
    (reader,) = claimants(seed)
    whole = entries(reader, seed.text)
    lines = seed.text.split("\n")
    for at in range(HEADS.get(path.name, 0), len(lines), 3):
        for damaged_lines in _damage(lines, at):
            found = Counter(map(_content, entries(reader, "\n".join(damaged_lines))))
            lost = [e for e in whole if not e.source.line <= at + 1 <= e.end and _content(e) not in found]
            assert lost == [], f"line {at + 1}"


@settings(max_examples=150)
@given(data=st.data())
def test_flipped_bytes_cost_no_line_of_the_account(data: st.DataObject) -> None:
    raw = bytearray(data.draw(st.sampled_from(BYTES)))
    for _ in range(data.draw(st.integers(1, 20))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    account_of(decode("some.txt", bytes(raw))[0])


def account_of(text: str) -> SeedReport:
    """What became of a document, and that every line of it is in the account once."""
    reading = read_seed(Seed("some.txt", text))
    report, _ = account(reading.seed, reading.reader, reading.readings)
    assert report.entry_lines + report.furniture_lines + report.finding_lines == report.lines
    assert report.lines == (sum(bool(line.strip()) for line in text.split("\n")) if text else 0)
    return report


ENCODED: dict[str, Callable[[str], bytes]] = {
    "byte order mark": lambda text: text.encode("utf-8-sig"),
    "Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "old Mac": lambda text: text.replace("\n", "\r").encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16, big end first, Windows": lambda text: (
        codecs.BOM_UTF16_BE + text.replace("\n", "\r\n").encode("utf-16-be")
    ),
    "UTF-32": lambda text: text.encode("utf-32"),
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_a_document_reads_the_same_however_its_text_is_saved(encoding: str) -> None:
    for path in GOLDEN:
        text = seed_of(path).text
        assert decode("some.txt", ENCODED[encoding](text)) == (text, [])


DELIMITED = (
    *("arxiv_abstract", "awesome_list", "bibtex", "dblp", "endnote_xml", "feeds", "id_list"),
    *("json_lines", "nbib", "ris", "table"),
)
"""Formats whose records are told apart by marks of their own, so that a lost line is one record's loss."""
NOT_ENDED = "three.ris"
"""Has a record without an end, which is seen by the beginning of the next one only."""


@pytest.mark.parametrize(
    "path", [path for path in GOLDEN if path.parent.name in DELIMITED and path.name != NOT_ENDED], ids=short
)
def test_a_damaged_line_of_a_sample_costs_no_other_record(path: Path) -> None:
    (reader,) = (reader for reader in READERS if name(reader) == path.parent.name)
    text = seed_of(path).text
    whole = entries(reader, text)
    lines = text.split("\n")
    for at in {line - 1 for entry in whole for line in range(entry.source.line, entry.end + 1)}:
        for damaged_lines in _damage(lines, at):
            found = Counter(map(_content, entries(reader, "\n".join(damaged_lines))))
            lost = [e for e in whole if not e.source.line <= at + 1 <= e.end and _content(e) not in found]
            assert lost == [], f"line {at + 1}"


def calls(reader: Reader, text: str) -> int:
    """How many functions are called to read a text."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        reader.sniff(Seed("some.txt", text))
        deque(reader.read(Seed("some.txt", text)), maxlen=0)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("reader", READERS, ids=name)
def test_twice_the_document_is_twice_the_work(reader: Reader) -> None:
    text = SAMPLES[name(reader)][0].rstrip("\n") + "\n"
    calls(reader, text * 10)
    once, twice = calls(reader, text * 10), calls(reader, text * 20)
    assert twice < 2.2 * once


def test_a_million_lines_are_read() -> None:
    places = "AD  - Example University.\n" * 98
    report = account_of(f"PMID- 1\nTI  - On Watched Kettles\n{places}\n" * 10_000)
    assert (report.reader, report.lines, report.entries) == ("nbib", 1_000_000, 10_000)


def test_a_line_of_fifty_megabytes_is_read() -> None:
    line = json.dumps({"title": "On Watched Kettles", "abstract": "They do not boil. " * 2_800_000})
    assert account_of(line).entries == 1
    report = account_of(f'{line}\n{{"title": "A Garden", "year": 2024}}\n')
    assert (report.reader, report.lines, report.entries) == ("json_lines", 2, 2)
