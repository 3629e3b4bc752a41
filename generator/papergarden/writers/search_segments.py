"""What documents said to the last build, in segments that are opened when somebody asks for them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from papergarden.text.digest import digest_of
from papergarden.writers.hashed import shards_for

SEGMENT = 128
"""Documents in a segment, at most, on average."""
Stated = tuple[Any, ...]


class Kept(Protocol):
    """What the last build left to this one: plain values by name, to be replaced and never changed."""

    def get(self, name: str, /) -> Any:
        """What is kept under a name, or None."""

    def __setitem__(self, name: str, thing: Any, /) -> None:
        """Keep a thing for the next build."""

    def __delitem__(self, name: str, /) -> None:
        """Keep a thing no longer."""

    def clear(self) -> None:
        """Keep nothing."""


class Segments:
    """What documents state, by their digests.

    Args:
        names: under which the segments are kept, as `close` returned them.
        kept: where they are.

    """

    def __init__(self, names: Sequence[str], kept: Kept) -> None:
        self._names, self._kept = list(names), kept
        self._opened: dict[int, dict[bytes, Stated]] = {}

    @classmethod
    def empty(cls, count: int, kept: Kept) -> "Segments":
        """For so many documents, in place of all that is kept."""
        kept.clear()
        new = cls([""] * shards_for(count, SEGMENT), kept)
        new._opened = {at: {} for at in range(len(new._names))}
        return new

    def is_for(self, count: int) -> bool:
        """Whether there are as many segments as so many documents should have."""
        return len(self._names) == shards_for(count, SEGMENT)

    def find(self, digests: Iterable[bytes]) -> bool:
        """Open the segments where documents are or belong; False where one of them is lost."""
        for at in {self._place(digest) for digest in digests}:
            segment = self._kept.get(self._names[at])
            if segment is None:
                return False
            self._opened[at] = {**segment}
        return True

    def take(self, digest: bytes) -> Stated:
        """Take a document out of its segment, which is open."""
        return self._opened[self._place(digest)].pop(digest)

    def put(self, stated: Mapping[bytes, Stated]) -> None:
        """Put documents into their segments, which are open."""
        for digest, one in stated.items():
            self._opened[self._place(digest)][digest] = one

    def close(self) -> Sequence[str]:
        """Keep what was opened, and return the names of all segments; they say what is in them."""
        for at, segment in self._opened.items():
            name = digest_of(at, *sorted(segment)).hex()
            self._kept[name] = segment
            if self._names[at] not in {"", name}:
                del self._kept[self._names[at]]
            self._names[at] = name
        self._opened.clear()
        return tuple(self._names)

    def _place(self, digest: bytes) -> int:
        return int.from_bytes(digest[:4], "big") % len(self._names)
