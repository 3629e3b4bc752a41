"""What people decided, read from ``seeds/decisions.yml``; it wins over every rule."""

from dataclasses import dataclass
from typing import Literal

from papergarden.model.source import Source

Act = Literal["same", "different", "same-person", "different-person", "set", "hide", "tag", "untag", "gone"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One verdict: where it is written, what is decided about which subjects, and the reason given.

    ``subjects`` name papers or records (``arxiv:2412.16178``, ``doi:…``, ``abstract: opening words``,
    ``seed.txt: opening words``, a title, a page's key), persons (``Ada Example``, or on one paper only
    ``Ada Example @ arxiv:2412.16178``) or, for ``gone``, addresses. ``field`` and ``value`` serve ``set``;
    ``value`` alone holds the tags of ``tag`` and ``untag``.
    """

    source: Source
    act: Act
    subjects: tuple[str, ...]
    field: str = ""
    value: tuple[str, ...] = ()
    reason: str = ""
