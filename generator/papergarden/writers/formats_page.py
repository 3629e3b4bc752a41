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
"""


def write(formats: Iterable[tuple[str, str]]) -> Page:
    """The page, from pairs of a reader's name and its documentation."""
    parts = [INTRODUCTION, *(_part(documentation) for _, documentation in formats)]
    return Page(ADDRESS, lambda: Sheet(FRONT, "\n".join(parts)))


def _part(documentation: str) -> str:
    """A format: its name, its explanation, its example."""
    title, _, rest = inspect.cleandoc(documentation).partition("\n")
    explanation, _, example = rest.partition("Example::\n")
    code = textwrap.dedent(example).strip("\n")
    return f"## {title}\n\n{explanation.strip()}\n\n```text\n{code}\n```\n"
