"""The digest of a paper stands for all of it."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from papergarden.model import Paper
from papergarden.text.digest import SIZE
from papergarden.writers.digests import digest, key_of


def filled(kind: Any) -> Any:
    """A value of a type, with something in every field and list of it."""
    inner = get_args(kind)
    if is_dataclass(kind):
        return kind(**{name: filled(hint) for name, hint in get_type_hints(kind).items()})  # type: ignore[operator]
    if get_origin(kind) is tuple:
        return (filled(inner[0]),) if inner[-1] is ... else tuple(map(filled, inner))
    if get_origin(kind) is Literal:
        return inner[0]
    if isinstance(kind, UnionType):
        return filled(inner[0])
    if issubclass(get_origin(kind) or kind, Mapping):
        return {"name": filled(inner[1])}
    return kind(1)


def altered(value: Any) -> Iterator[Any]:
    """The value in every way in which one thing in it can be another one, or missing."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from (
                replace(value, **{field.name: other}) for other in altered(getattr(value, field.name))
            )
    elif isinstance(value, tuple):
        if len(value) == 1:  # a list, for `filled` puts one thing into it
            yield ()
        yield from (
            (*value[:at], other, *value[at + 1 :]) for at in range(len(value)) for other in altered(value[at])
        )
    elif isinstance(value, dict):
        yield from ({}, {"other": value["name"]})
        yield from ({"name": other} for other in altered(value["name"]))
    else:
        yield (
            f"{value} and more"
            if isinstance(value, str)
            else not value
            if isinstance(value, bool)
            else value + 1
        )


def test_it_tells_every_two_papers_apart() -> None:
    paper = filled(Paper)
    others = list(altered(paper))
    assert len(others) > 90
    assert len({digest(paper), *map(digest, others)}) == 1 + len(others)


def test_it_does_not_tell_equal_papers_apart() -> None:
    paper = replace(filled(Paper), title="One", venue="One")
    twin = replace(filled(Paper), title="On" + "e" * len([1]), venue="".join(["O", "ne"]))
    assert digest(paper) == digest(twin)
    assert len(digest(paper)) == SIZE


def test_a_key_keeps_what_it_stands_for_apart() -> None:
    keys = [key_of("a", "b"), key_of("ab"), key_of("a", b"b"), key_of([b"a", b"b"]), key_of([b"ab", b"c"])]
    assert len(set(keys)) == len(keys)
