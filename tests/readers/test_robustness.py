"""Damage of every kind: no reader raises or leaves the laws, no record costs its neighbours."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papergarden.model import Entry, Seed
from papergarden.readers import READERS, Reader, claimants, name
from tests.readers.samples import DOCUMENTS, GOLDEN, SEEDS, seed_of

TEXTS = [seed_of(path).text for path in (*DOCUMENTS, *SEEDS)]
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
    match draw(st.sampled_from(["cut", "swap", "drop", "flip", "join", "insert", "blank"])):
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
    return "\n".join(lines)


@pytest.mark.parametrize("reader", READERS, ids=name)
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_damaged_samples_obey_the_laws(reader: Reader, data: st.DataObject) -> None:
    text = data.draw(damaged(SAMPLES[name(reader)]))
    claimants(Seed("some.txt", text))
    entries(reader, text)


@pytest.mark.parametrize("reader", READERS, ids=name)
@settings(deadline=None, max_examples=40)
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
