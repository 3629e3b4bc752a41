"""Archives: opened where they are sound and bounded, a finding where not."""

import gzip
import io
import json
import sys
import zipfile
from datetime import date

import pyarrow
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from papergarden import unpack as module
from papergarden.model import Seed
from papergarden.reading import read_seed
from papergarden.unpack import unpack


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_a_compressed_document_keeps_its_name(pack) -> None:  # type: ignore[no-untyped-def]
    assert unpack("a.txt.gz", pack(b"text")) == ([("a.txt.gz", b"text")], [])


def test_each_member_of_a_zip_is_a_document() -> None:
    data = zipped(**{"b.bib": b"two", "folder/a.bib": b"one"})
    assert unpack("x.zip", data) == ([("x.zip/b.bib", b"two"), ("x.zip/folder/a.bib", b"one")], [])


def test_each_member_has_a_path_of_its_own_below_the_archive() -> None:
    names = ["../a.bib", "/a.bib", "..\\x\\a.bib", ".DS_Store", "__MACOSX/._a.bib", "b/.hidden/c", ".."]
    members, _ = unpack("x.zip", zipped(**dict.fromkeys(names, b"text")))
    assert sorted(name for name, _ in members) == ["x.zip/a.bib", "x.zip/a.bib~2", "x.zip/x/a.bib"]


def test_a_member_that_is_packed_itself_is_opened_too() -> None:
    packed = {"a.jsonl.gz": gzip.compress(b"one"), "b.txt.zst": zstandard.compress(b"two")}
    members, findings = unpack("x.zip", zipped(**packed, **{"c.parquet": parquet_file(ROWS[1:])}))
    assert findings == []
    assert members[:2] == [("x.zip/a.jsonl.gz", b"one"), ("x.zip/b.txt.zst", b"two")]
    assert json.loads(members[2][1]) == ROWS[1]


def test_a_broken_member_costs_no_other() -> None:
    members, (finding,) = unpack("x.zip", zipped(**{"a.gz": gzip.compress(b"text")[:20], "b.txt": b"two"}))
    assert members == [("x.zip/b.txt", b"two")]
    assert (finding.code, finding.source.seed) == ("broken-archive", "x.zip/a.gz")


def test_what_is_not_compressed_is_itself() -> None:
    assert unpack("a.txt", b"text") == ([("a.txt", b"text")], [])


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress, lambda data: zipped(a=data)])
def test_a_bomb_is_a_finding(pack, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(module, "LARGEST", 1000)
    members, findings = unpack("a", pack(b"0" * 1001))
    assert (members, [finding.code for finding in findings]) == ([], ["archive-too-large"])


def test_the_bound_is_for_all_members_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 1000)
    members, findings = unpack("a", zipped(a=b"0" * 600, b=b"0" * 600))
    assert [name for name, _ in members] == ["a/a"]
    assert [finding.code for finding in findings] == ["archive-too-large"]


def parquet_file(rows: list[dict[str, object]]) -> bytes:
    out = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows), out)
    return out.getvalue()


ROWS: list[dict[str, object]] = [
    {
        "title": "On Watched Kettles",
        "authors": ["Ada Example", "Bo Sample"],
        "day": date(2024, 5, 1),
        "raw": b"\xff",
    },
    {"title": "A Garden", "authors": None, "day": None, "raw": None},
]


def test_a_parquet_table_is_opened_as_json_lines_one_row_a_line() -> None:
    ((name, content),), findings = unpack("papers.parquet", parquet_file(ROWS))
    assert (name, findings) == ("papers.parquet", [])
    assert [json.loads(line) for line in content.splitlines()] == [
        {**ROWS[0], "day": "2024-05-01", "raw": "\ufffd"},
        ROWS[1],
    ]


def test_the_rows_of_a_parquet_table_are_read_as_papers() -> None:
    ((name, content),), _ = unpack("papers.parquet", parquet_file(ROWS))
    reading = read_seed(Seed(name, content.decode()))
    assert reading.reader == "json_lines"
    assert [(entry.source.line, entry.title) for entry in reading.entries] == [
        (1, "On Watched Kettles"),
        (2, "A Garden"),
    ]


def test_a_parquet_table_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 1000)
    members, findings = unpack("a.parquet", parquet_file([{"title": "the same"}] * 10_000))
    assert (members, [finding.code for finding in findings]) == ([], ["archive-too-large"])


def test_without_pyarrow_the_finding_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    members, (finding,) = unpack("a.parquet", parquet_file(ROWS))
    assert (members, finding.code) == ([], "no-parquet")
    assert "papergarden[parquet]" in finding.fix


def test_an_office_document_is_named_as_such() -> None:
    members, findings = unpack(
        "a.docx", zipped(**{"[Content_Types].xml": b"<Types/>", "word/a.xml": b"<a/>"})
    )
    assert (members, [finding.code for finding in findings]) == ([], ["office-document"])


@pytest.mark.parametrize("cut", [4, 20, 400, -4, -20])
def test_a_damaged_parquet_table_is_a_finding(cut: int) -> None:
    members, findings = unpack("a.parquet", parquet_file(ROWS)[:cut])
    assert (members, [finding.code for finding in findings]) == ([], ["broken-archive"])


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress, lambda data: zipped(a=data)])
@given(cut=st.integers(min_value=5), flip=st.integers(min_value=5))
def test_damage_is_a_finding_never_an_exception(pack, cut: int, flip: int) -> None:  # type: ignore[no-untyped-def]
    data = bytearray(pack(b"some text that is long enough to be cut " * 20))
    data[flip % len(data)] ^= 0xFF
    members, findings = unpack("a", bytes(data[: cut % len(data)]))
    assert members or findings


def test_a_locked_member_costs_no_other() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.bib", "@misc{a, title = {A}}")
        archive.writestr("b.bib", "@misc{b, title = {B}}")
    data = bytearray(stream.getvalue())
    data[data.index(b"PK\x01\x02") + 8] |= 1  # The flag of the first member in the directory.
    members, (finding,) = unpack("some.zip", bytes(data))
    assert [name for name, _ in members] == ["some.zip/b.bib"]
    assert (finding.code, finding.source.seed) == ("locked-member", "some.zip/a.bib")
    assert "password" in finding.fix
