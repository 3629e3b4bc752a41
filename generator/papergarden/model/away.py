"""Long texts that need not be held in memory while nobody reads them."""

from dataclasses import field
from typing import Any, Protocol

from papergarden.model.packed import READ


class Away(Protocol):
    """Where a text lies; pickled, it is the text."""

    def text(self) -> str:
        """The text."""


def long_text() -> Any:
    """A field for a text, by default none, of which the slot may hold where it lies."""
    return field(default="", metadata={READ: lambda _, held: text_of(held)})


def text_of(held: str | Away) -> str:
    """A text, wherever it is held."""
    return held if isinstance(held, str) else held.text()
