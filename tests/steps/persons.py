"""Persons of papers, as the line has them told apart."""

from collections.abc import Mapping, Sequence

from papergarden.model import Decision, Finding, Paper, Person
from papergarden.steps.families import Families
from papergarden.steps.people import resolved, tell


def resolve(
    papers: Sequence[Paper], decisions: Sequence[Decision], families: Families | None = None
) -> tuple[tuple[Paper, ...], Mapping[str, Person], tuple[Finding, ...]]:
    """The papers with each author's person, the persons by slug, and decisions in vain."""
    families = families or Families()
    told = tell(papers, decisions, families)
    return resolved(papers, told, families), told.people, told.findings
