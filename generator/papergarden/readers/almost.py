"""What a document that no reader claims is nearest to, by how it begins, and what it lacks to be that."""

import json
import re
from collections.abc import Iterator

from papergarden.model import Seed
from papergarden.text.json_shapes import is_lines

ENTRY = re.compile(
    r"\s*@\s*(?:article|book|comment|in[a-z]+|misc|online|phdthesis|string|tech[a-z]+)\b", re.IGNORECASE
)
BLOCK = re.compile(r"\s*@\s*[A-Za-z]+\s*[{(]")
ROOT = re.compile(r"(?:\s|<\?[^>]*>|<![^>]*>)*<([A-Za-z][\w:.-]*)")
MARKS = (",", "\t", ";", "|")
LOOKED_AT = 3
"""How many lines must have as many cells as the first to make a table."""
SHOWN = 8
"""How many names are shown to say that none is known."""
NEEDED = "such as title, authors, abstract, arxiv_id or doi"

Almost = tuple[str, int, str]
"""The name of a reader, the line that stops its format, and why."""


def almost(seed: Seed) -> Almost | None:
    """The format that a document begins like and is not, or None."""
    return next(_found(seed), None)


def _found(seed: Seed) -> Iterator[Almost]:
    start = seed.head.lstrip()
    if start.startswith(("{", "[")) and len(start) > 1 and start[1] not in "]#^(":
        yield from _json(seed)
    if start.startswith("<"):
        yield from _xml(seed)
    yield from _tagged(seed)
    yield from _table(seed)


def _json(seed: Seed) -> Iterator[Almost]:
    if is_lines(seed.text):
        yield "json_lines", _first_line(seed), f"its objects have no keys of papers, {NEEDED}"
        return
    try:
        value = json.loads(seed.text)
    except json.JSONDecodeError as error:
        if error.pos > 1:
            yield "json_array", error.lineno, f"it stops being JSON there: {error.msg}"
        return
    except (RecursionError, ValueError):
        return
    record = next((one for one in value if isinstance(one, dict)), {}) if isinstance(value, list) else value
    keys = ", ".join(list(record)[:SHOWN]) or "none"
    yield (
        "json_array",
        _first_line(seed),
        f"it has no list of objects with keys {NEEDED}; its keys are {keys}",
    )


def _xml(seed: Seed) -> Iterator[Almost]:
    root = ROOT.match(seed.head)
    if root and root[1].lower() not in ("html", "head", "body", "div", "p", "table", "a", "h1"):
        line = seed.head.count("\n", 0, root.start(1)) + 1
        yield "feeds", line, f"its root is <{root[1]}>; of XML, feeds, DBLP's and EndNote's can be read"


def _tagged(seed: Seed) -> Iterator[Almost]:
    """Formats whose first record does not come first, or is not begun as it must be."""
    first = _first_line(seed)
    for number, line in enumerate(seed.head.split("\n"), 1):
        if BLOCK.match(line) and ENTRY.match(line):
            yield "bibtex", first, f"its first entry begins on line {number}; take out what stands above it"
            return
        if ENTRY.match(line) and number == first:
            yield "bibtex", number, "an opening brace must follow the kind of the entry"
            return
        if line.startswith(("TY  - ", "PMID- ")) and number > first:
            reader = "ris" if line[0] == "T" else "nbib"
            yield reader, first, f"its first record begins on line {number}; take out what stands above it"
            return


def _table(seed: Seed) -> Iterator[Almost]:
    lines = [line for line in seed.head.split("\n") if line.strip()][:LOOKED_AT]
    for mark in MARKS:
        counts = {line.count(mark) for line in lines}
        names = [name.strip(' "') for name in lines[0].split(mark)] if lines else []
        if len(lines) == LOOKED_AT and len(counts) == 1 and len(names) > 2 and max(map(len, names)) <= 40:
            what = f"its first line names no columns of papers, {NEEDED}; it names {', '.join(names[:SHOWN])}"
            yield "table", _first_line(seed), what
            return


def _first_line(seed: Seed) -> int:
    """The number of the first line that is not blank."""
    return seed.head[: len(seed.head) - len(seed.head.lstrip())].count("\n") + 1
