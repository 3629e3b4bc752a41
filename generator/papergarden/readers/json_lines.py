"""JSON lines

One JSON object a line, one paper an object (``.jsonl``, ``.ndjson``). Columns may have any of the usual
names: ``title``, ``abstract`` or ``summary``, ``authors`` as a list, as objects or as one string,
``arxiv_id``, ``doi``, ``id``, ``year`` or ``published``, ``venue``, ``categories``, ``url``, ``pdf``,
``code``. Columns of other names are kept with the paper. A line that is no such object is reported and costs
no other line.

Example::

    {"arxiv_id": "0704.0001", "title": "On watched kettles", "authors": ["Ada Example", "Bo Sample"]}
    {"title": "A garden", "author": "Ada Example and Bo Sample", "year": 2024, "doi": "10.1234/garden"}
    {"paper_title": "Never boiling", "summary": "It does not boil.", "url": "https://example.org/never"}
"""

from collections.abc import Iterator

from papergarden.model import Finding, Reading, Seed
from papergarden.readers.rows import row_readings
from papergarden.text.columns import describe_papers
from papergarden.text.json_records import loads, rows_of
from papergarden.text.json_shapes import is_lines, keys_in, shape
from papergarden.text.service_rows import service_row

READER = "json_lines"


def sniff(seed: Seed) -> bool:
    """Objects with the columns of papers on half of the whole lines of the head, or more."""
    lines = seed.head_lines
    if len(lines) == 1 and (len(seed.text) > len(seed.head) or shape(seed.text) not in ("", "json_array")):
        return (is_lines(seed.text) or _is_long_line(seed)) and describe_papers(keys_in(seed.head))
    objects = [_parsed(line) for line in lines]
    papers = [value for value in objects if isinstance(value, dict) and describe_papers(service_row(value))]
    papers = [] if len(lines) == 1 and any(map(rows_of, papers)) else papers
    return bool(papers) and len(papers) * 2 >= len(objects)


def _is_long_line(seed: Seed) -> bool:
    """Whether the document is one object on one line that is longer than the head, and nobody else's."""
    text = seed.text.rstrip()
    return "\n" not in text and text.startswith("{") and text.endswith("}") and not shape(seed.text)


def _parsed(line: str) -> object:
    """The line as JSON, or the reason why it is none."""
    try:
        value = loads(line)
    except RecursionError:
        return "it is nested too deeply"
    except ValueError as error:
        return f"{error}"
    return value if isinstance(value, dict) else f"it is a {type(value).__name__}, not an object"


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each object, one finding for each line that is no object of a paper."""
    for number, line in seed.lines():
        if line.strip():
            yield from _reading(seed, number, line)


def _reading(seed: Seed, number: int, line: str) -> Iterator[Reading]:
    value = _parsed(line)
    if not isinstance(value, dict):
        yield _broken(seed, number, line, f"The line is not a JSON object: {value}.")
        return
    yield from row_readings(seed, READER, number, number, service_row(value))


def _broken(seed: Seed, number: int, line: str, what: str) -> Finding:
    return Finding(
        level="error",
        code="broken-record",
        source=seed.at(number),
        what=what,
        fix="Write one object a line, with at least a title, an abstract, an arxiv_id or a doi.",
        text=line.strip(),
    )
