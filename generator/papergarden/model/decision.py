"""What people decided, read from ``seeds/decisions.yml``; it wins over every rule."""

from dataclasses import dataclass
from typing import Literal

Act = Literal["same", "different", "same-person", "different-person", "set", "hide", "tag", "untag"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One verdict: what is decided about which subjects, where it is written, and the reason given.

    ``subjects`` name papers or records (``2412.16178``, ``doi:…``, ``abstract: opening words``,
    ``seed.txt: opening words``) or, for persons, names. ``field`` and ``value`` serve ``set``, ``tag``
    and ``untag``.
    """

    act: Act
    line: int
    subjects: tuple[str, ...]
    field: str = ""
    value: tuple[str, ...] = ()
    reason: str = ""
