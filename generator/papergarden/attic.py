"""Long texts in a file while nobody reads them: abstracts weigh as much as half of what else papers say.

The file has no name, belongs to this process and is gone with it; copies of the process read it, too. (To map
it into memory would have what is read count as memory.) Where there can be none, texts stay where they are.
"""

import os
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate
from tempfile import TemporaryFile

from papergarden.model import Away, Record, fill_each, held

BITS = 24
LONGEST = (1 << BITS) - 1
"""Bytes of a text that can be told from its beginning in one number."""
LEAST = 200
"""Characters of a text that is worth the way."""

_OWNER = os.getpid()
_abstract = held(Record, "abstract")


class _Away(int):
    """A text in the file: where it begins, then how many bytes it has."""

    __slots__ = ()

    def text(self) -> str:
        """The text."""
        return os.pread(_file(), self & LONGEST, self >> BITS).decode(errors="surrogatepass")

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return str, (self.text(),)


def put_away(records: Iterable[Record]) -> None:
    """Have the abstracts of records lie in the file, as far as they are long."""
    given = [
        (record, text)
        for record in records
        if isinstance(text := _abstract(record), str) and len(text) >= LEAST
    ]
    fill_each([record for record, _ in given], abstract=away([text for _, text in given]))


def away(texts: Sequence[str]) -> Sequence[str | Away]:
    """The same texts, as they are to be held."""
    if os.getpid() != _OWNER or not hasattr(os, "pread"):
        return texts
    encoded = [text.encode(errors="surrogatepass") for text in texts]
    lengths = list(map(len, encoded))
    try:
        begins = accumulate(lengths, initial=_written(b"".join(encoded)))
    except OSError:  # no room
        return texts
    return [
        _Away(begin << BITS | length) if length <= LONGEST else text
        for begin, length, text in zip(begins, lengths, texts, strict=False)
    ]


def _written(content: bytes) -> int:
    """Where in the file this begins."""
    begin = os.lseek(_file(), 0, os.SEEK_END)
    while content:
        content = content[os.write(_file(), content) :]
    return begin


@cache
def _file() -> int:
    """Its number; the system closes it when the process ends."""
    with TemporaryFile() as file:
        return os.dup(file.fileno())
