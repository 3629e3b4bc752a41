"""Facts about two records or two persons: linked, kept apart, and why."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "near", "different"]


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """What was decided about two records (their ``ref``), by which rule, on what evidence.

    ``same`` merges; ``near`` is a near miss that a person may want to see; ``different`` was kept apart.
    ``rule`` is a sentence fragment for people ("the abstracts agree"), ``evidence`` the values that met.
    """

    left: str
    right: str
    verdict: Verdict
    rule: str
    evidence: str
