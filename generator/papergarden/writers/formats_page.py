"""The page of the formats that can be read, from what each reader says of its own."""

import inspect
import textwrap
from collections.abc import Iterable

from papergarden.model import Page, Sheet

ADDRESS = "formats/"
FRONT = {
    "title": "Seed formats",
    "description": "Which documents can be read, how each is recognized, and an example of each.",
}
INTRODUCTION = """\
# Seed formats

A *seed* is a document that lists papers. Put it into the seeds folder as it is: its format is recognized
from what is in it, whatever the file is called. Files may be compressed (`.gz`, `.zst`) or gathered in a
`.zip` and in folders; a Parquet table is read as JSON lines where `pyarrow` is installed. What cannot be
placed is kept and counted; what cannot be read is reported with its line and what to do about it:
`papergarden check` says so before anything is published.

One file has one format. Where a second document of another format follows in the same file, nothing is
guessed: the report names both formats and the line where the second begins, and asks to cut the file
there.

Documents of any length can be read, in time that grows with their length and no faster. Pages, tables and
lists of tagged records (all that is cut by lines) are read record by record; JSON documents, XML and
BibTeX are first cut as a whole, because a record there may refer to any other or end anywhere, and take a
few times their own size in memory. What a compressed file unpacks to is bounded to 1 GiB.
"""


def write(formats: Iterable[tuple[str, str]]) -> Page:
    """The page, from pairs of a reader's name and its documentation."""
    parts = [INTRODUCTION, *(_part(documentation) for _, documentation in formats)]
    return Page(ADDRESS, (), lambda: Sheet(FRONT, "\n".join(parts)))


def _part(documentation: str) -> str:
    """A format: its name, its explanation, its example."""
    title, _, rest = inspect.cleandoc(documentation).partition("\n")
    explanation, _, example = rest.partition("Example::\n")
    code = textwrap.dedent(example).strip("\n")
    return f"## {title}\n\n{explanation.strip()}\n\n```text\n{code}\n```\n"
