"""A text under repair: every change is remembered with the rule that made it and what stood there before."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any, NamedTuple, TypeVar, cast

CONTEXT = 24
"""How many unchanged characters are shown on each side of a changed place."""


class Edit(NamedTuple):
    """Characters ``start`` to ``end`` become ``new``."""

    start: int
    end: int
    new: str


R = TypeVar("R", bound=Callable[..., Iterable[Edit]])


def where(may_apply: Callable[[str], bool]) -> Callable[[R], R]:
    """Have a rule look at no text but those of which something is true: in most, most have nothing to do.

    >>> shout = where(lambda text: "!" in text)(lambda text: [Edit(text.index("!"), len(text), "?")])
    >>> shout("So?"), shout("So!!")
    ((), [Edit(start=2, end=4, new='?')])
    """

    def limited(rule: R) -> R:
        @wraps(rule)
        def edits(text: str, *known: Any) -> Iterable[Edit]:
            return rule(text, *known) if may_apply(text) else ()

        return cast(R, edits)

    return limited


@dataclass(slots=True)
class _Change:
    """A changed place: where it was in the original, where it is now, and the rules that changed it."""

    was: int
    was_end: int
    now: int
    now_end: int
    rules: tuple[str, ...]


class Patch:
    """A text, and how it came from its original by the edits applied so far.

    Edits of one rule are in order and do not overlap (those that overlap an earlier one are left out). Places
    that several rules touched become one place that names them all. Time is linear in text and edits.
    """

    def __init__(self, text: str) -> None:
        self.original = text
        self.text = text
        self._changes: list[_Change] = []

    def apply(self, rule: str, edits: Iterable[Edit]) -> bool:
        """Make the edits; tell whether the text changed. An edit without rule is not worth telling."""
        found = list(edits)
        edits = _in_order(found, self.text) if found else found
        if not edits:
            return False
        self._changes = _merge(self._changes, edits, rule)
        self.text = replaced(self.text, edits)
        return True

    def repairs(self) -> tuple[tuple[str, str, str], ...]:
        """Each mended place as rule, text before, text after, with the same few words of context."""
        return tuple(
            (rule, *self._snippets(number))
            for number, change in enumerate(self._changes)
            if self.original[change.was : change.was_end] != self.text[change.now : change.now_end]
            for rule in change.rules
        )

    def _snippets(self, number: int) -> tuple[str, str]:
        change = self._changes[number]
        floor = self._changes[number - 1].now_end if number else 0
        last = number + 1 == len(self._changes)
        ceiling = len(self.text) if last else self._changes[number + 1].now
        left = _left_context(self.text, change.now, floor)
        right = _right_context(self.text, change.now_end, ceiling)
        before = self.original[change.was - left : change.was_end + right]
        return before, self.text[change.now - left : change.now_end + right]


def replaced(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made, which are in order and apart."""
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join([*pieces, text[at:]])


def _in_order(edits: Iterable[Edit], text: str) -> list[Edit]:
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if kept and edit.start < kept[-1].end:
            continue
        if text[edit.start : edit.end] != edit.new:
            kept.append(edit)
    return kept


def _merge(changes: list[_Change], edits: list[Edit], rule: str) -> list[_Change]:
    """The changes from the original, once the edits (places in the present text) are made too."""
    merged: list[_Change] = []
    names: tuple[str, ...] = (rule,) if rule else ()
    position, shift, grown = 0, 0, 0
    # shift: original place of unchanged text minus its present place; grown: new place minus present place.
    for edit in edits:
        while position < len(changes) and changes[position].now_end < edit.start:
            change = changes[position]
            merged.append(_moved(change, grown))
            shift = change.was_end - change.now_end
            position += 1
        start, end, was, rules = edit.start, edit.end, edit.start + shift, names
        tail = edit.end + shift
        while position < len(changes) and changes[position].now <= edit.end:
            change = changes[position]
            start, was = min(start, change.now), min(was, change.was)
            end = max(end, change.now_end)
            shift = change.was_end - change.now_end
            tail = end + shift
            rules = tuple(dict.fromkeys(change.rules + rules))
            position += 1
        longer = len(edit.new) - (edit.end - edit.start)
        _append(merged, _Change(was, tail, start + grown, end + grown + longer, rules))
        grown += longer
    merged += [_moved(change, grown) for change in changes[position:]]
    return merged


def _moved(change: _Change, by: int) -> _Change:
    return _Change(change.was, change.was_end, change.now + by, change.now_end + by, change.rules)


def _append(merged: list[_Change], change: _Change) -> None:
    """Add a change; one that touches the change before it becomes part of it."""
    if merged and change.now <= merged[-1].now_end:
        last = merged.pop()
        rules = tuple(dict.fromkeys(last.rules + change.rules))
        change = _Change(
            min(last.was, change.was),
            max(last.was_end, change.was_end),
            min(last.now, change.now),
            max(last.now_end, change.now_end),
            rules,
        )
    merged.append(change)


def _left_context(text: str, start: int, floor: int) -> int:
    begin = max(floor, start - CONTEXT)
    if begin > floor:
        space = text.find(" ", begin, start)
        begin = space + 1 if space >= 0 else begin
    return start - begin


def _right_context(text: str, end: int, ceiling: int) -> int:
    finish = min(ceiling, end + CONTEXT)
    if finish < ceiling:
        space = text.rfind(" ", end, finish)
        finish = space if space >= 0 else finish
    return finish - end
