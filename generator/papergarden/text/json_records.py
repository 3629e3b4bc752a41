"""The records of a JSON document with their lines, each parsed by itself so that a broken one costs no other.

Python's parser knows no lines and stops at the first fault. So the document is first only cut, by its strings
and brackets, at the objects of its list of records; what is inside one is parsed afterwards.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from papergarden.text.column_names import describe_papers
from papergarden.text.json_shapes import SPACE, STRING
from papergarden.text.letters import sound

TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|[\[\]{}:,]')
FIRST_KEY = re.compile(r'\{\s*("(?:[^"\\\n]|\\.)*")')
CLOSES = {"]": "[", "}": "{"}
DECODER = json.JSONDecoder()
HALF = re.compile(r"\\u[dD][89a-fA-F]")
"""The escape of half a surrogate pair."""
ENVELOPES = (
    *("items", "results", "data", "notes", "hits", "hit", "papers", "records", "documents", "entries"),
    *("rows", "works", "publications", "articles", "references", "citations", "bibliography", "value"),
    *("docs", "collection", "result", "preprints", "submissions"),
)
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

    A document that is one single object without such a list is itself the record, or holds the records under
    names of theirs, which they get as their ``key``; a data frame saved by its columns has as many records
    as rows.
    """
    line, at = 1, 0
    for key, start, end in _spans(text):
        for piece_start, piece_end, value, fault, fault_at in _parsed(text, start, end):
            line += text.count("\n", at, piece_start)
            last = line + text.count("\n", piece_start, piece_end)
            if fault:
                fault += f" at line {line + text.count(chr(10), piece_start, fault_at)}"
            if line == last and (rows := rows_of(value)):
                yield from (JsonRecord(line, last, row) for row in rows)
            else:
                yield JsonRecord(line, last, {"key": key, **value} if key and value else value, fault)
            line, at = last, piece_end


def rows_of(frame: object) -> list[dict[str, object]]:
    """The rows of a data frame that was saved by its columns, ``{"title": {"0": …, "1": …}, …}``."""
    columns = list(frame.items()) if isinstance(frame, Mapping) and describe_papers(frame) else []
    if not columns or not all(isinstance(cells, Mapping) for _, cells in columns):
        return []
    names = list(columns[0][1])
    if not all(map(str.isdecimal, names)) or any(list(cells) != names for _, cells in columns):
        return []
    return [{column: cells[name] for column, cells in columns} for name in names]


def _whole(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """A document that is one object: its members that are papers, or itself."""
    yield from list(_members(text, start, end)) or [("", start, end)]


def _members(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The members of an object that has nothing but objects of papers in it, by name, begin and end."""
    depth = 0
    key, begin = "", start
    found = []
    for token in TOKEN.finditer(text, start, end):
        mark = token[0]
        if mark == ":" and depth == 1 and not text.startswith("{", SPACE.match(text, token.end()).end()):  # type: ignore[union-attr]
            return
        if mark == "[" and depth == 1:
            return
        if mark in "[{":
            begin = token.start() if depth == 1 else begin
            depth += 1
        elif mark in CLOSES:
            depth -= 1
            if depth == 1:
                found.append((key, begin, token.end()))
        elif mark[0] == '"' and depth == 1:
            key = mark[1:-1]
    if depth > 1:
        found.append((key, begin, end))
    papers = sum(describe_papers(STRING.findall(text, one, other)) for _, one, other in found)
    if papers * 2 > len(found) and not describe_papers(key for key, _, _ in found):
        yield from (("" if key.isdecimal() else key, one, other) for key, one, other in found)


Parsed = tuple[int, int, Mapping[str, object], str, int]
"""Begin and end of a record, the record, or why it is none and where that shows."""


def _parsed(text: str, start: int, end: int) -> Iterator[Parsed]:
    """The record in a span. One that cannot be parsed may have swallowed others by a missing bracket: it is
    cut again where an object begins with the same key as it does, since records of one list are alike.
    """
    record = _decoded(text[start:end], start)
    first = FIRST_KEY.match(text, start, end)
    if first is None or not record[3]:
        yield record
        return
    again = re.compile(r"\{\s*" + re.escape(first[1]) + r"\s*:")
    later = [found.start() for found in again.finditer(text, start + 1, end)]
    for piece, following in pairwise([start, *later, end]):
        yield from _in_a_row(text, piece, following)


def _in_a_row(text: str, start: int, end: int) -> Iterator[Parsed]:
    """The objects that follow each other in a piece; what cannot be parsed is one fault up to its end."""
    while start >= 0:
        record = _decoded(text[start:end].rstrip(), start)
        yield record
        start = text.find("{", record[1], end)


def _decoded(text: str, at: int) -> Parsed:
    try:
        value, stop = DECODER.raw_decode(text)
        value = _sound(value, text)
    except RecursionError:
        return at, at + len(text), {}, "it is nested too deeply", at
    except json.JSONDecodeError as error:
        return at, at + len(text), {}, error.msg.removesuffix(" starting at"), at + error.pos
    except ValueError as error:
        return at, at + len(text), {}, f"{error}", at
    return at, at + stop, value, "", at


def loads(text: str) -> object:
    """JSON as an object whose texts a file can hold; raises what ``json.loads`` raises."""
    return _sound(json.loads(text), text)


def _sound(value: Any, text: str) -> Any:
    """The value that the text is, without halves of surrogate pairs."""
    return json.loads(sound(json.dumps(value, ensure_ascii=False))) if HALF.search(text) else value


def _spans(text: str) -> Iterator[tuple[str, int, int]]:
    """The name that each record has in the document, or "", and where it begins and ends.

    One that the document breaks off in ends with the document.
    """
    opened: list[str] = []
    key = ""
    home = 0
    begin = top = -1
    listed = False
    for token in TOKEN.finditer(text):
        mark = token[0]
        if mark in "[{":
            if mark == "[" and not listed and _is_home(opened, key):
                home, listed = len(opened) + 1, True
            if mark == "{" and not opened:
                top = token.start()
            if mark == "{" and home and home == len(opened):
                begin = token.start()
            opened.append(mark)
        elif mark in CLOSES:
            if not opened or opened[-1] != CLOSES[mark]:
                continue  # A bracket too many: the records around it are still where they are.
            opened.pop()
            if begin >= 0 and len(opened) == home:
                yield "", begin, token.end()
                begin = -1
            if len(opened) < home:
                home = 0
            if not opened:
                if top >= 0 and not listed:
                    yield from _whole(text, top, token.end())
                top, listed = -1, False
        elif mark[0] == '"':
            key = mark[1:-1]
    if begin >= 0:
        yield "", begin, len(text.rstrip())
    elif top >= 0 and not listed:
        yield from _whole(text, top, len(text.rstrip()))


def _is_home(opened: list[str], key: str) -> bool:
    """Whether a list that opens here is that of the records: the document itself, or a service's envelope."""
    return not opened or ("[" not in opened and len(opened) < DEEPEST_ENVELOPE and key in ENVELOPES)
