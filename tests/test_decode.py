"""Bytes to text: whatever the bytes are, text or a finding, and never an exception."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.decode import decode


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_says_the_encoding_and_is_dropped(mark: bytes, encoding: str) -> None:
    assert decode("a.txt", mark + "Añb\n".encode(encoding)) == ("Añb\n", [])


def test_every_line_end_becomes_a_newline() -> None:
    assert decode("a.txt", b"one\r\ntwo\rthree\n")[0] == "one\ntwo\nthree\n"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", codecs.BOM_UTF8, b"\x00\x00"])
def test_an_empty_file_is_a_finding(data: bytes) -> None:
    text, findings = decode("a.txt", data)
    assert (text, [finding.code for finding in findings]) == ("", ["empty-file"])


def test_binary_is_a_finding() -> None:
    text, findings = decode("a.png", bytes(range(256)) * 10)
    assert (text, [finding.code for finding in findings]) == ("", ["binary-file"])


def test_broken_utf8_names_the_line_and_keeps_the_rest() -> None:
    text, findings = decode("a.txt", "naïve\nfine\n".encode() + b"bad \xff here\nafter\n")
    assert text == "naïve\nfine\nbad \ufffd here\nafter\n"
    assert [(finding.code, finding.source.line, finding.text) for finding in findings] == [
        ("broken-utf-8", 3, "bad \ufffd here")
    ]


def test_many_broken_lines_are_counted_not_listed() -> None:
    _, findings = decode("a.txt", "é\n".encode() + b"\xff\n" * 50)
    assert len(findings) == 21
    assert findings[-1].what.startswith("30 more lines")


def test_an_old_windows_file_keeps_its_accents() -> None:
    text, findings = decode("a.bib", "title = {Grüße}\n".encode("cp1252"))
    assert text == "title = {Grüße}\n"
    assert [(finding.code, finding.level) for finding in findings] == [("windows-1252", "info")]


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_finding(data: bytes) -> None:
    text, findings = decode("a.txt", data)
    assert text or findings
    assert "\r" not in text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_clean_utf8_comes_through_unchanged(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode("a.txt", text.encode()) == (text, [])


@pytest.mark.parametrize(
    ("beginning", "kind", "fix"),
    [
        (b"%PDF-1.7\n1 0 obj\n", "a PDF document", "paste the text"),
        (b"\x89PNG\r\n\x1a\n", "a picture", "not read"),
        (b"PK\x03\x04", "an archive inside an archive", "Unpack it"),
    ],
)
def test_a_file_that_is_no_text_is_named_with_what_to_do(beginning: bytes, kind: str, fix: str) -> None:
    text, (finding,) = decode("some", beginning + b"words of a file\n" * 9)
    assert (text, finding.code) == ("", "binary-file")
    assert kind in finding.what
    assert fix in finding.fix
