"""Read ``decisions.yml``, the list of people's verdicts, and say of each wrong one where and how to mend it.

The file is a list; each item is one verdict. A fault costs that item only, a fault of YAML itself the file.
Aliases and anchors are refused, and nesting is bounded before anything is built, so that a hostile file
costs no more than its length. Numbers stay the text they are: ``2402.10460`` is an id, not a fraction.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from papergarden.model import Act, Decision, Finding, Source
from papergarden.text import dates, ids, urls
from papergarden.text.letters import sound

DEEPEST = 4
"""Nesting that any right file stays within: the list, an item, a field's value, one of several values."""

PAIRS: tuple[Act, ...] = ("same", "different", "same-person", "different-person")
SINGLES: tuple[Act, ...] = ("set", "hide", "tag", "untag", "gone")
FIELDS = (
    "title",
    "authors",
    "abstract",
    "arxiv_id",
    "doi",
    "date",
    "venue",
    "categories",
    "organizations",
    "keywords",
    "links",
    "has_code",
    "score",
)
"""What `set` can set."""
FORMS = {
    "arxiv_id": "2402.18668",
    "doi": "10.1000/182",
    "date": "2024-06-13, 2024-06 or 2024",
    "score": "44.9",
    "has_code": "true or false",
    "links": "https://example.org/code",
}
"""Of fields with a form of their own, what it is."""
LISTS = frozenset(["authors", "categories", "organizations", "keywords", "links"])
REASONED: frozenset[Act] = frozenset(["set", "hide", "gone"])
"""Acts that hide or change what a source says, and so owe the reader a reason."""

EXAMPLES: dict[Act, str] = {
    "same": "- {same: [arxiv:2402.18668, 'abstract: Its opening words'], reason: The titles agree.}",
    "different": "- {different: [arxiv:2402.18668, 'A Title'], reason: One is the erratum.}",
    "same-person": "- {same-person: [Ada Example, A. B. Example], reason: The home page lists both.}",
    "different-person": "- {different-person: ['Ada Example @ 2402.18668', 'Ada Example @ 2405.06147']}",
    "set": "- {set: arxiv:2402.18668, title: The Right Title, reason: The printed one was cut.}",
    "hide": "- {hide: arxiv:2402.18668, reason: It is no paper.}",
    "tag": "- {tag: arxiv:2402.18668, tags: [linear attention]}",
    "untag": "- {untag: arxiv:2402.18668, tags: [linear attention]}",
    "gone": "- {gone: papers/some-key/, reason: It was listed by mistake.}",
}


class _WrongError(Exception):
    """A fault in one item, with its line."""

    def __init__(self, line: int, what: str, fix: str, text: str = "") -> None:
        super().__init__(what)
        self.line, self.what, self.fix, self.text = line, what, fix, text


@dataclass(frozen=True, slots=True)
class _Item:
    """One item of the list: its line, and each of its keys with the line and the texts that it holds."""

    line: int
    fields: dict[str, tuple[int, tuple[str, ...]]]


def read_decisions(path: str, text: str) -> tuple[tuple[Decision, ...], tuple[Finding, ...]]:
    """Every right verdict of the file in its order, and a finding for each wrong one."""
    decisions: list[Decision] = []
    findings: list[Finding] = []
    try:
        nodes = _nodes(text)
    except _WrongError as wrong:
        return (), (_finding(path, wrong),)
    for node in nodes:
        try:
            decisions += _decisions(path, _item(node))
        except _WrongError as wrong:
            findings.append(_finding(path, wrong))
    return tuple(decisions), tuple(findings)


def _finding(path: str, wrong: _WrongError) -> Finding:
    source = Source(path, wrong.line)
    return Finding("error", "wrong-decision", source, wrong.what, wrong.fix, wrong.text)


def _nodes(text: str) -> list[yaml.Node]:
    """The items of the list, uninterpreted."""
    try:
        _bounded(text)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise _not_yaml(error, text) from error
    if root is None or _is_null(root):
        return []
    if not isinstance(root, yaml.SequenceNode):
        what = "The file of decisions is not a list."
        raise _WrongError(_line(root), what, f"Begin every decision with a dash: {EXAMPLES['same']}")
    return list(root.value)


def _bounded(text: str) -> None:
    """Refuse aliases and deep nesting, which could make a small file cost much."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _WrongError(line, "Anchors and aliases are not read here.", "Write the value out in full.")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise _WrongError(
                line, "A decision is nested too deeply.", f"Write it like this: {EXAMPLES['same']}"
            )


def _not_yaml(error: yaml.YAMLError, text: str) -> _WrongError:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1 + text.count("\n", 0, getattr(error, "position", 0))
    lines = text.split("\n")
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    fix = "Mend the line; text with a colon and a space, or with quotes, stands between quotes: 'A: b'."
    return _WrongError(line, f"This is not YAML ({problem}), so no decision was read.", fix, _at(lines, line))


def _at(lines: list[str], line: int) -> str:
    return lines[line - 1].strip() if 0 < line <= len(lines) else ""


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _item(node: yaml.Node) -> _Item:
    if not isinstance(node, yaml.MappingNode):
        fix = f"Write a decision like this: {EXAMPLES['same']}"
        text = str(node.value) if isinstance(node, yaml.ScalarNode) else ""
        raise _WrongError(_line(node), "This decision has no name.", fix, text)
    fields: dict[str, tuple[int, tuple[str, ...]]] = {}
    for key, value in node.value:
        name = _text(key)
        if name in fields:
            raise _WrongError(_line(key), f"A decision says {name!r} twice.", "Keep one of the two.", name)
        fields[name] = (_line(key), tuple(_texts(value)))
    return _Item(_line(node), fields)


def _text(node: yaml.Node) -> str:
    """The text of a scalar as written; nothing for ``~``, and a fault for a list or mapping."""
    if not isinstance(node, yaml.ScalarNode):
        fix = "Write plain text here, between quotes if it holds a colon and a space."
        raise _WrongError(_line(node), "A text is wanted, and here is a list or a mapping.", fix)
    return "" if _is_null(node) else " ".join(sound(str(node.value)).split())


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and str(node.tag).endswith(":null")


def _texts(node: yaml.Node) -> Iterator[str]:
    """The texts of a list, or the one text."""
    if isinstance(node, yaml.SequenceNode):
        yield from (text for one in node.value if (text := _text(one)))
    elif text := _text(node):
        yield text


def _decisions(path: str, item: _Item) -> Iterator[Decision]:
    """The verdict of an item; `set` may set several fields, each a verdict."""
    act = _act(item)
    line, subjects = item.fields[act]
    _check_subjects(act, line, subjects)
    reason = " ".join(item.fields.get("reason", (line, ()))[1])
    if act in REASONED and not reason:
        raise _WrongError(
            line, f"{act!r} needs a reason.", "Add the key reason: with a sentence.", subjects[0]
        )
    allowed = {act, "reason"} | ({*FIELDS} if act == "set" else {"tags"} if "tag" in act else set())
    for name, (at, _) in item.fields.items():
        if name not in allowed:
            names = ", ".join(sorted(allowed))
            raise _WrongError(at, f"{act!r} knows no key {name!r}.", f"It knows: {names}.", name)
    source = Source(path, line)
    if act == "set":
        for name, value in _settings(item):
            yield Decision(source, act, subjects, name, value, reason)
    else:
        tags = item.fields.get("tags", (line, ()))[1]
        if "tag" in act and not tags:
            raise _WrongError(line, f"{act!r} names no tags.", f"Write it so: {EXAMPLES[act]}", subjects[0])
        yield Decision(source, act, subjects, "", tags, reason)


def _act(item: _Item) -> Act:
    acts = [act for act in (*PAIRS, *SINGLES) if act in item.fields]
    if len(acts) == 1:
        return acts[0]
    known = ", ".join((*PAIRS, *SINGLES))
    what = "A decision decides two things." if acts else "This decides nothing that is known."
    fix = f"Write one of these in each decision: {known}. For example: {EXAMPLES['same']}"
    raise _WrongError(item.line, what, fix, ", ".join(item.fields))


def _check_subjects(act: Act, line: int, subjects: tuple[str, ...]) -> None:
    if act in PAIRS and len(set(subjects)) < 2:
        raise _WrongError(
            line, f"{act!r} needs two that differ.", f"Write it so: {EXAMPLES[act]}", ", ".join(subjects)
        )
    if act in SINGLES and len(subjects) != 1:
        raise _WrongError(
            line, f"{act!r} is about one thing.", f"Write it so: {EXAMPLES[act]}", ", ".join(subjects)
        )


def _settings(item: _Item) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each field that is set, with its values in the form that records have."""
    names = [name for name in FIELDS if name in item.fields]
    if not names:
        fix = f"Name a field and its value: {EXAMPLES['set']}"
        raise _WrongError(item.line, "'set' sets no field.", fix)
    for name in names:
        line, values = item.fields[name]
        if name not in LISTS and len(values) > 1:
            raise _WrongError(line, f"The field {name!r} has one value.", "Keep one.", ", ".join(values))
        yield name, tuple(_checked(name, value, line) for value in values)


def _checked(name: str, value: str, line: int) -> str:
    """A value in the form that records have it in."""
    if name == "arxiv_id":
        parsed = ids.parse_arxiv(value)
        good = parsed[0] if parsed else ""
    elif name == "doi":
        good = ids.parse_doi(value) or ""
    elif name == "date":
        good = dates.iso_date(value)
    elif name == "score":
        good = value if value.replace(".", "", 1).isdigit() and value.isascii() else ""
    elif name == "has_code":
        good = value if value in ("true", "false") else ""
    elif name == "links":
        good = value if urls.host(value) else ""
    else:
        good = value
    if not good:
        raise _WrongError(line, f"This is no value of {name!r}.", f"Write it as {FORMS[name]}.", value)
    return good
