"""Facts about two records: linked, kept apart, and why."""

from dataclasses import dataclass
from typing import Literal

from papergarden.model.packed import packed
from papergarden.model.source import Source

Verdict = Literal["same", "near", "different"]


@packed
@dataclass(frozen=True, slots=True, order=True)
class Match:
    """What was decided about two records, by which rule, on what evidence.

    A record is named by its place and its ``ref``. ``same`` merges; ``near`` is a near miss that a person may
    want to see; ``different`` was kept apart although the texts agree. ``rule`` is a sentence fragment for
    people ("the abstracts agree"), ``evidence`` the values that met ("97% of words").
    """

    left: Source
    right: Source
    verdict: Verdict
    rule: str
    evidence: str
    left_ref: str
    right_ref: str
