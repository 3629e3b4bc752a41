"""The vocabulary of topics and of names, read from ``topics.yml``.

The head of that file documents its fields. Every fault is a finding with its line; the topic that has it, or
only the field, is left out and the rest is used.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import yaml

from papergarden.model import Finding, Source
from papergarden.steps.phrases import LONGEST, PhraseIndex, alike, words_of
from papergarden.text.slugs import slug

PHRASES = ("spellings", "weak", "title", "with", "not", "unless")
ACRONYMS = ("acronyms", "short")
FIELDS = (*PHRASES, *ACRONYMS, "broader", "categories")
SECTIONS = ("topics", "organizations", "venues")
SEE_HEAD = "See the head of the file for what a topic may say."


@dataclass(frozen=True, slots=True)
class Topic:
    """A term of the field: name, address, the topic it is part of ("" if none), arXiv categories."""

    name: str
    slug: str
    broader: str = ""
    categories: tuple[str, ...] = ()
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Phrases by the part they play: ``spellings``, ``weak``, ``title``, ``acronyms``…"""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Topics with the index of their phrases, and the names to show for organizations and venues.

    ``index`` marks phrases with the number of a topic in ``topics`` and the part the phrase plays.
    ``organizations`` and ``venues`` map folded spellings to names.
    """

    topics: tuple[Topic, ...]
    lineages: tuple[tuple[int, ...], ...]
    """For each topic those that it is part of, the nearest first."""
    index: PhraseIndex
    organizations: Mapping[str, str] = field(default_factory=dict)
    venues: Mapping[str, str] = field(default_factory=dict)


@lru_cache(maxsize=1 << 13)
def fold(name: str) -> str:
    """A name of an organization or venue without case, accents, punctuation and plural, for comparing."""
    return " ".join(alike(word) for word in words_of(name) if word[0].isalnum())


def _composed(text: str) -> yaml.Node | None:
    """The nodes of a YAML text, by the parser in C; of a faulty one, the other tells better where."""
    try:
        return yaml.compose(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError:
        return yaml.compose(text, yaml.SafeLoader)


@lru_cache(maxsize=1)
def read_topics(path: str, text: str) -> tuple[Vocabulary, tuple[Finding, ...]]:
    """The vocabulary in a YAML text, and what is wrong with it; a text that is no YAML gives an empty one."""
    faults: list[Finding] = []
    try:
        root = _composed(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        what = f"This file is not YAML: {getattr(error, 'problem', None) or error}."
        return _compile([], {}, {}), (_fault(path, line, what, "Mend the syntax at this line.", ""),)
    reader = _Reader(path, faults)
    sections = {
        name: node for name, _, node in reader.pairs(root, "the file", SECTIONS) if node is not None
    } if root is not None else {}  # fmt: skip
    topics = _sound([reader.topic(*pair) for pair in reader.pairs(sections.get("topics"), "topics")], reader)
    organizations = reader.names(sections.get("organizations"), "organizations")
    venues = reader.names(sections.get("venues"), "venues")
    return _compile(topics, organizations, venues), tuple(faults)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Takes YAML nodes apart and gathers faults with their lines."""

    path: str
    faults: list[Finding]

    def fault(self, line: int, what: str, fix: str, text: str = "") -> None:
        self.faults.append(_fault(self.path, line, what, fix, text))

    def pairs(
        self, node: yaml.Node | None, name: str, known: tuple[str, ...] = ()
    ) -> Iterator[tuple[str, int, yaml.Node]]:
        """The keys of a mapping with their lines and values, each key once."""
        if node is None or _is_empty(node):
            return
        if not isinstance(node, yaml.MappingNode):
            self.fault(_line(node), f"{name} must be a mapping.", SEE_HEAD, str(node.value))
            return
        seen: set[str] = set()
        for key, value in node.value:
            if known and key.value not in known:
                fix = f"Use one of: {', '.join(known)}."
                self.fault(_line(key), f"{name} has no field of this name.", fix, str(key.value))
            elif str(key.value) in seen:
                self.fault(_line(key), f"{name} says this twice.", "Join the two.", str(key.value))
            else:
                seen.add(str(key.value))
                yield str(key.value), _line(key), value

    def strings(self, node: yaml.Node, name: str) -> tuple[str, ...]:
        """A list of strings; one string alone counts as a list of it."""
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        good = [item.value for item in items if isinstance(item, yaml.ScalarNode) and item.value.strip()]
        if len(good) != len(items):
            self.fault(
                _line(node), f"{name} must be a list of phrases.", "Write it as [one phrase, another]."
            )
        return tuple(good)

    def topic(self, name: str, line: int, node: yaml.Node) -> Topic:
        """A topic, without the fields that cannot be used."""
        phrases: dict[str, tuple[str, ...]] = {}
        broader, categories = "", tuple[str, ...]()
        for key, _, value in self.pairs(node, name, FIELDS):
            if key == "broader":
                broader = self.strings(value, "broader")[0] if isinstance(value, yaml.ScalarNode) else ""
            elif key == "categories":
                categories = self.strings(value, key)
            else:
                phrases[key] = tuple(p for p in self.strings(value, key) if self.usable(p, _line(value)))
        if not any(phrases.get(part) for part in ("spellings", "weak", "title", "acronyms")):
            phrases["spellings"] = (name,)
        return Topic(name, slug(name), broader, categories, phrases, line)

    def usable(self, phrase: str, line: int) -> bool:
        """Whether a phrase can be found at all: it has words, not too many, no punctuation between."""
        words = words_of(phrase)
        usable = 0 < len(words) <= LONGEST and all(word[0].isalnum() for word in words)
        if not usable:
            self.fault(
                line,
                "This phrase can never be found.",
                f"Write 1 to {LONGEST} words without punctuation.",
                phrase,
            )
        return usable

    def names(self, node: yaml.Node | None, section: str) -> dict[str, str]:
        """Folded spelling to name; the name itself is a spelling."""
        names: dict[str, str] = {}
        for name, line, value in self.pairs(node, section):
            aliases = () if _is_empty(value) else self.strings(value, name)
            for alias in map(fold, (name, *aliases)):
                if names.setdefault(alias, name) != name:
                    what = f"This spelling stands for two names in {section}: {names[alias]} and {name}."
                    self.fault(line, what, "Leave it with one of them.", alias)
        return names


def _sound(topics: list[Topic], reader: _Reader) -> list[Topic]:
    """Topics with an address of their own, and without a ``broader`` that is unknown or leads in a circle."""
    by_slug: dict[str, Topic] = {}
    for topic in topics:
        if by_slug.setdefault(topic.slug, topic) is not topic:
            what = f"This topic has the same address as {by_slug[topic.slug].name}."
            reader.fault(topic.line, what, "Join the two, or rename one.", topic.name)
    by_name = {topic.name: topic for topic in by_slug.values()}
    return [_with_sound_parent(topic, by_name, reader.fault) for topic in by_name.values()]


def _with_sound_parent(topic: Topic, by_name: Mapping[str, Topic], fault: Callable[..., None]) -> Topic:
    seen, at = {topic.name}, topic
    while at.broader in by_name:
        at = by_name[at.broader]
        if at.name == topic.name:
            fault(topic.line, "This topic is part of itself.", "Break the circle of broader.", topic.name)
            break
        if at.name in seen:
            return topic
        seen.add(at.name)
    else:
        if not topic.broader or topic.broader in by_name:
            return topic
        fault(
            topic.line, "The broader topic is not in this file.", "Add it, or mend its name.", topic.broader
        )
    return Topic(topic.name, topic.slug, "", topic.categories, topic.phrases, topic.line)


def _compile(topics: list[Topic], organizations: dict[str, str], venues: dict[str, str]) -> Vocabulary:
    index = PhraseIndex()
    for number, topic in enumerate(topics):
        for part, phrases in topic.phrases.items():
            for phrase in phrases:
                (index.add_acronym if part in ACRONYMS else index.add)(phrase, (number, part))
    lineages = tuple(_lineages(topics))
    return Vocabulary(tuple(topics), lineages, index, organizations, venues)


def _lineages(topics: list[Topic]) -> Iterator[tuple[int, ...]]:
    numbers = {topic.name: number for number, topic in enumerate(topics)}
    for topic in topics:
        lineage: list[int] = []
        while topic.broader and (number := numbers[topic.broader]) not in lineage:
            lineage.append(number)
            topic = topics[number]
        yield tuple(lineage)


def _fault(path: str, line: int, what: str, fix: str, text: str) -> Finding:
    return Finding("error", "bad-topics", Source(path, line), what, fix, text)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"
