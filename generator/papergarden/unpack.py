"""Compressed documents, opened within bounds: gzip, Zstandard, zip (each member a document), Parquet."""

import gzip
import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Protocol

import zstandard

from papergarden.model import Finding, Source
from papergarden.parquet import SIGNATURE, NoParquetError, json_lines

LARGEST = 1 << 30
"""Most bytes that one file may hold when opened, all members together: 1 GiB."""
MOST_MEMBERS = 10_000
LIMIT_FIX = "Unpack it yourself and put into the seeds folder what you need of it."
ENCRYPTED = 1
"""The bit of a member's flags that says so (APPNOTE.TXT of PKWARE, 4.4.4)."""
LOCKED_FIX = "Unpack it with its password, and put the document itself into the seeds folder."
BROKEN_FIX = "Download or compress the file again."
PARQUET_FIX = (
    "Install it (`pip install papergarden[parquet]`), or put the table saved as JSON lines or CSV into the "
    "seeds folder."
)
OFFICE_FIX = "Save the document as text, or the table as CSV, and put that into the seeds folder."

BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, zstandard.ZstdError, RuntimeError, ValueError)
"""What the libraries raise on damaged data."""

Members = list[tuple[str, bytes]]


class SupportsRead(Protocol):
    """An open stream of bytes."""

    def read(self, size: int, /) -> bytes:
        """At most ``size`` bytes."""


class TooLargeError(ValueError):
    """The opened data would pass the bound."""


class LockedError(ValueError):
    """A member of an archive is encrypted."""


def unpack(path: str, data: bytes) -> tuple[Members, list[Finding]]:
    """The documents in a file and their paths (``dump.zip/papers.bib``); itself where it is not compressed.

    Raises nothing: a damaged or boundless file is a finding, and so is such a member of an archive, which
    costs no other member.
    """
    members: Members = []
    findings: list[Finding] = []
    left = LARGEST
    try:
        for name, packed in _files(path, data):
            content, found = _member(name, packed, left)
            findings += found
            if not found:
                members.append((name, content))
                left -= len(content)
    except BROKEN as error:
        findings.append(_trouble(path, error))
    if data.startswith(b"PK") and any(name.endswith("[Content_Types].xml") for name, _ in members):
        return [], [_finding("office-document", path, "This is an office document, not text.", OFFICE_FIX)]
    return members, findings


def _files(path: str, data: bytes) -> Iterator[tuple[str, bytes | Exception]]:
    """The members of a zip archive, or why one cannot be taken out; or the file itself."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        yield path, data
        return
    left = LARGEST
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = sorted((info for info in archive.infolist() if not info.is_dir()), key=lambda i: i.filename)
        if len(files) > MOST_MEMBERS:
            raise TooLargeError
        for info, name in zip(files, _names([info.filename for info in files]), strict=True):
            if not name:
                continue
            content = _taken_out(archive, info, left)
            left -= len(content) if isinstance(content, bytes) else 0
            yield f"{path}/{name}", content


def _taken_out(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes | Exception:
    if info.flag_bits & ENCRYPTED:
        return LockedError()
    try:
        with archive.open(info) as stream:
            return _bounded(stream, most)
    except TooLargeError:
        raise
    except BROKEN as error:
        return error


def _member(path: str, data: bytes | Exception, most: int) -> tuple[bytes, list[Finding]]:
    """One file opened to at most so many bytes, or the finding that says why it cannot be."""
    if isinstance(data, Exception):
        return b"", [_trouble(path, data)]
    try:
        return _opened(data, most), []
    except TooLargeError:
        raise
    except BROKEN as error:
        return b"", [_trouble(path, error)]


def _opened(data: bytes, most: int) -> bytes:
    if data.startswith(b"\x1f\x8b"):
        with gzip.open(io.BytesIO(data)) as stream:
            return _bounded(stream, most)
    if data.startswith(b"\x28\xb5\x2f\xfd"):
        with zstandard.ZstdDecompressor().stream_reader(data, read_across_frames=True) as stream:
            return _bounded(stream, most)
    if data.startswith(SIGNATURE):
        return _joined(json_lines(data), most)
    if len(data) > most:
        raise TooLargeError
    return data


def _trouble(path: str, error: Exception) -> Finding:
    """What a file that cannot be opened is told."""
    if isinstance(error, TooLargeError):
        what = f"Opened, the file would hold more than {LARGEST >> 20:,} MiB or {MOST_MEMBERS:,} members."
        return _finding("archive-too-large", path, what, LIMIT_FIX)
    if isinstance(error, NoParquetError):
        what = "This is a Parquet table, and pyarrow, which opens such tables, is not installed."
        return _finding("no-parquet", path, what, PARQUET_FIX)
    if isinstance(error, LockedError):
        return _finding("locked-member", path, "The file is locked with a password.", LOCKED_FIX)
    return _finding("broken-archive", path, f"The file cannot be unpacked: {error}.", BROKEN_FIX)


def _names(members: Iterable[str]) -> Iterator[str]:
    """A path of its own for each member that stays below the archive; "" for hidden files, as in folders."""
    seen: Counter[str] = Counter()
    for member in members:
        parts = [part for part in member.replace("\\", "/").split("/") if part not in ("", ".", "..")]
        hidden = not parts or parts[0] == "__MACOSX" or any(part.startswith(".") for part in parts)
        name = "" if hidden else "/".join(parts)
        seen[name] += 1
        yield f"{name}~{seen[name]}" if name and seen[name] > 1 else name


def _bounded(stream: SupportsRead, most: int) -> bytes:
    """Everything in the stream, but never more than ``most`` bytes of it in memory."""
    content = stream.read(most + 1)
    if len(content) > most:
        raise TooLargeError
    return content


def _joined(pieces: Iterable[bytes], most: int) -> bytes:
    """All pieces as one, but never more than ``most`` bytes and one piece in memory."""
    whole = bytearray()
    for piece in pieces:
        whole += piece
        if len(whole) > most:
            raise TooLargeError
    return bytes(whole)


def _finding(code: str, path: str, what: str, fix: str) -> Finding:
    return Finding("error", code, Source(path, 1), what, fix)
