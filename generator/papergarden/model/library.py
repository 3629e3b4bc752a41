"""The whole collection, and the files made from it."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from types import MappingProxyType

from papergarden.model.finding import Finding
from papergarden.model.match import Match
from papergarden.model.packed import packed
from papergarden.model.paper import Paper, Person, Tag


@packed
@dataclass(frozen=True, slots=True)
class SeedReport:
    """What became of a seed's non-blank lines: ``entry_lines + furniture_lines + finding_lines = lines``."""

    path: str
    reader: str
    lines: int
    entries: int
    entry_lines: int
    furniture_lines: int
    finding_lines: int
    repairs: Mapping[str, int]
    extras: Mapping[str, int]


NO_TOPICS: Mapping[Tag, Tag] = MappingProxyType({})


@packed
@dataclass(frozen=True, slots=True)
class Library:
    """Everything that is known: papers by key order, people by slug, and how it came to be."""

    papers: tuple[Paper, ...]
    people: Mapping[str, Person]
    seeds: tuple[SeedReport, ...]
    matches: tuple[Match, ...]
    findings: tuple[Finding, ...]
    hidden: int = 0
    """How many papers people's decisions keep off the site; ``entries - merged - hidden = papers``."""
    gone: tuple[str, ...] = ()
    """Addresses that people gave up on purpose."""
    broader: Mapping[Tag, Tag] = field(default_factory=lambda: NO_TOPICS)
    """For each topic that is part of another one, that other one."""
    name: str = ""
    """Stands for all that it was made from; "" where nobody knows."""
    base: str = ""
    """The name of an earlier library that it was told from, "" where it was told from none."""
    as_base: Set[str] = frozenset()
    """The keys of papers of which nothing is other than it is in that one."""
    people_as_base: Set[str] = frozenset()
    """The slugs of people of whom nothing is other than it is in that one."""

    @property
    def entries(self) -> int:
        """How many entries the seeds have together."""
        return sum(seed.entries for seed in self.seeds)
