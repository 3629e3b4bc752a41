"""Where things come from: a seed, and a place in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from papergarden.model.packed import packed

HEAD_CHARACTERS = 32768
"""How much of a seed a reader may look at to say whether the seed is its own."""


@packed
@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A place in a seed: its path below the seeds folder (with ``/``) and a line, counted from 1."""

    seed: str
    line: int

    def __str__(self) -> str:
        return f"{self.seed}:{self.line}"


@dataclass(frozen=True, slots=True)
class Seed:
    r"""A document as somebody collected it, decoded: lines end in ``\n`` and there is no byte order mark."""

    path: str
    text: str

    @property
    def head(self) -> str:
        """The beginning, in which a reader recognizes its format."""
        return self.text[:HEAD_CHARACTERS]

    @property
    def head_lines(self) -> list[str]:
        """The lines of the head that are not blank; one that the head cuts off only if it is alone."""
        lines = self.head.split("\n")
        whole = lines[:-1] if len(lines) > 1 and len(self.text) > HEAD_CHARACTERS else lines
        return [line.strip() for line in whole if line.strip()]

    def lines(self) -> Iterator[tuple[int, str]]:
        r"""Every line with its number, counted from 1; only ``\n`` ends a line."""
        start, number = 0, 1
        while start < len(self.text):
            end = self.text.find("\n", start)
            end = len(self.text) if end < 0 else end
            yield number, self.text[start:end]
            start, number = end + 1, number + 1

    def at(self, line: int) -> Source:
        """The place at a line of this seed."""
        return Source(self.path, line)
