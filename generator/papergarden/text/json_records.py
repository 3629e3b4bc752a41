"""The records of a JSON document with their lines, each parsed by itself so that a broken one costs no other.

Python's parser knows no lines and stops at the first fault. So the document is first only cut, by its strings
and brackets, at the objects of its list of records; what is inside one is parsed afterwards.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|[\[\]{}:,]')
FIRST_KEY = re.compile(r'\{\s*("(?:[^"\\\n]|\\.)*")')
DECODER = json.JSONDecoder()
ENVELOPES = ("items", "results", "data", "notes", "hits", "papers", "records", "documents", "entries")
"""Names of the lists that services answer with."""
DEEPEST_ENVELOPE = 4


@dataclass(frozen=True, slots=True)
class JsonRecord:
    """One object of a document: first and last line, and the object, or why it is none."""

    start: int
    end: int
    value: Mapping[str, object]
    fault: str = ""


def json_records(text: str) -> Iterator[JsonRecord]:
    """The objects of the list that a document is, or of the list in it that a service answers with.

    A document that is one single object without such a list is itself the record.
    """
    line, at = 1, 0
    for start, end in _spans(text):
        for piece_start, piece_end in _pieces(text, start, end):
            line += text.count("\n", at, piece_start)
            last = line + text.count("\n", piece_start, piece_end)
            yield _record(text[piece_start:piece_end], line, last)
            line, at = last, piece_end


def _record(text: str, start: int, end: int) -> JsonRecord:
    try:
        value, _ = DECODER.raw_decode(text)
    except RecursionError:
        return JsonRecord(start, end, {}, "it is nested too deeply")
    except ValueError as error:
        return JsonRecord(start, end, {}, f"{error}")
    return JsonRecord(start, end, value)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A record that can be parsed as it is; one that cannot may have swallowed others by a missing bracket.

    It is cut again where an object begins with the same key as it does: records of one list are alike.
    """
    first = FIRST_KEY.match(text, start, end)
    if first is None or not _record(text[start:end], 1, 1).fault:
        yield start, end
        return
    again = re.compile(r"\{\s*" + re.escape(first[1]) + r"\s*:")
    later = [found.start() for found in again.finditer(text, start + 1, end)]
    for piece, following in pairwise([start, *later, end]):
        yield piece, piece + len(text[piece:following].rstrip())


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each record begins and ends; one that the document breaks off in ends with the document."""
    opened: list[str] = []
    home = 0
    begin = -1
    key = ""
    found = False
    for token in TOKEN.finditer(text):
        mark = token[0]
        if mark in "[{":
            if mark == "[" and not home and _is_home(opened, key):
                home = len(opened) + 1
            if mark == "{" and home == len(opened) and home:
                begin, found = token.start(), True
            opened.append(mark)
        elif mark in "]}":
            if opened:
                opened.pop()
            if begin >= 0 and len(opened) == home:
                yield begin, token.end()
                begin = -1
            if home and len(opened) < home:
                break
        elif mark[0] == '"':
            key = mark[1:-1]
    if begin >= 0:
        yield begin, len(text)
    if not found and not home and text.lstrip().startswith("{"):
        start = text.index("{")
        yield start, len(text.rstrip())


def _is_home(opened: list[str], key: str) -> bool:
    """Whether a list that opens here is that of the records: the document itself, or a service's envelope."""
    return not opened or ("[" not in opened and len(opened) < DEEPEST_ENVELOPE and key in ENVELOPES)
