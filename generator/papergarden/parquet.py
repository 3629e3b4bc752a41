"""Parquet tables, opened as JSON lines within bounds: one row a line, for the reader of JSON lines."""

import io
import json
from collections.abc import Iterator

SIGNATURE = b"PAR1"
ROWS_AT_ONCE = 256


class ParquetError(ValueError):
    """The table cannot be opened; the message says why."""


class NoParquetError(ParquetError):
    """The optional package that opens such tables is not installed."""


def json_lines(data: bytes) -> Iterator[bytes]:
    """The rows of a Parquet file as lines of JSON, a batch of lines at a time.

    Raises ``NoParquetError`` where pyarrow is not installed, ``ParquetError`` where the file is damaged.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise NoParquetError from error
    try:
        table = parquet.ParquetFile(io.BytesIO(data))
        for batch in table.iter_batches(ROWS_AT_ONCE):
            yield b"".join(map(_line, batch.to_pylist()))
    except (pyarrow.ArrowException, OSError, ValueError, OverflowError) as error:
        raise ParquetError(" ".join(f"{error}".split())) from error


def _line(row: dict[str, object]) -> bytes:
    return json.dumps(row, ensure_ascii=False, default=_printed).encode("utf-8", "replace") + b"\n"


def _printed(value: object) -> str:
    """Dates, numbers and bytes of Parquet, for which JSON has no form of its own."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
