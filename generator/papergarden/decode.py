"""Bytes of a document to text, with findings for what is not text or not clean."""

import codecs
import re

from papergarden.model import Finding, Level, Source

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BINARY_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]")
MOST_FINDINGS = 20
EMPTY_FIX = "Paste the document into it, or remove the file."
BINARY_FIX = "Save the document as text (UTF-8), or as one of the formats that `papergarden formats` lists."
COPY_FIX = "Open it, select and copy the list of papers, and paste the text into a file in the seeds folder."
TYPE_FIX = "Find the list as text or data, and put that into the seeds folder; text in pictures is not read."
UNPACK_FIX = "Unpack it, and put what is in it into the seeds folder."
SIGNATURES = {
    b"%PDF-": ("a PDF document", COPY_FIX),
    b"\x89PNG": ("a picture", TYPE_FIX),
    b"\xff\xd8\xff": ("a picture", TYPE_FIX),
    b"GIF8": ("a picture", TYPE_FIX),
    b"PK\x03\x04": ("an archive inside an archive", UNPACK_FIX),
    b"Rar!": ("an archive", UNPACK_FIX),
    b"7z\xbc\xaf": ("an archive", UNPACK_FIX),
    b"BZh": ("compressed", UNPACK_FIX),
    b"\xfd7zXZ": ("compressed", UNPACK_FIX),
    b"SQLite format 3": ("a database", "Export its table as CSV, and put that into the seeds folder."),
}
"""Files that are no text by their first bytes: what they are, and what to do with them."""
BYTES_FIX = "Save the document as UTF-8; the unreadable bytes are shown as \N{REPLACEMENT CHARACTER}."
WINDOWS_FIX = "Nothing need be done if the accents look right; else save the document as UTF-8."


def decode(path: str, data: bytes) -> tuple[str, list[Finding]]:
    r"""The text of a document, lines ended by ``\n``, and what was wrong with its bytes.

    UTF-8 is assumed unless a byte order mark says otherwise, or unless no single byte pair looks like UTF-8:
    then it is what old Windows programs write. What is empty or not text at all is ""; bytes that cannot be
    read become U+FFFD and a finding.
    """
    encoding, body = _encoding(data)
    if not body.strip(b"\x00 \t\r\n\x0b\x0c"):
        return "", [_finding("warning", "empty-file", path, 1, "The file is empty.", EMPTY_FIX)]
    if encoding == "utf-8" and (body.startswith(tuple(SIGNATURES)) or _is_binary(body)):
        kind, fix = next((SIGNATURES[mark] for mark in SIGNATURES if body.startswith(mark)), ("", BINARY_FIX))
        what = f"The file is {kind}, not text." if kind else "The file is not text."
        return "", [_finding("error", "binary-file", path, 1, what, fix)]
    text, findings = _text(path, encoding, body)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text, findings


def _encoding(data: bytes) -> tuple[str, bytes]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    return "utf-8", data


def _is_binary(body: bytes) -> bool:
    """Whether more than one byte in a hundred of the beginning is a control that text does not have."""
    head = body[:65536]
    return len(BINARY_CONTROLS.findall(head)) * 100 > len(head)


def _text(path: str, encoding: str, body: bytes) -> tuple[str, list[Finding]]:
    try:
        return body.decode(encoding), []
    except UnicodeDecodeError as error:
        if encoding == "utf-8" and not MULTIBYTE.search(body):
            return body.decode("cp1252", "replace"), [_windows(path, body, error)]
    text = body.decode(encoding, "replace")
    return text, _broken(path, text)


def _windows(path: str, body: bytes, error: UnicodeDecodeError) -> Finding:
    line = body.count(b"\n", 0, error.start) + 1
    what = "The file is not UTF-8; it was read as Windows-1252."
    return _finding("info", "windows-1252", path, line, what, WINDOWS_FIX)


def _broken(path: str, text: str) -> list[Finding]:
    """A finding for each line with unreadable bytes, the first twenty of them."""
    lines = re.split(r"\r\n|\r|\n", text)
    broken = [(number, line) for number, line in enumerate(lines, 1) if "\ufffd" in line]
    findings = [_broken_line(path, number, line) for number, line in broken[:MOST_FINDINGS]]
    if len(broken) > MOST_FINDINGS:
        what = f"{len(broken) - MOST_FINDINGS:,} more lines have bytes that are not UTF-8."
        findings.append(_finding("warning", "broken-utf-8", path, broken[MOST_FINDINGS][0], what, BYTES_FIX))
    return findings


def _broken_line(path: str, number: int, line: str) -> Finding:
    start = max(0, line.find("\ufffd") - 30)
    what = "The line has bytes that are not UTF-8."
    source = Source(path, number)
    return Finding("warning", "broken-utf-8", source, what, BYTES_FIX, line[start : start + 80])


def _finding(level: Level, code: str, path: str, line: int, what: str, fix: str) -> Finding:
    return Finding(level, code, Source(path, line), what, fix)
