"""The digest of a paper stands for all of it."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from operator import eq
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from papergarden.model import Paper, Record
from papergarden.steps.merge import merge
from papergarden.text.digest import SIZE
from papergarden.writers.digests import BEYOND, key_of, said, traced, whole


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


def plain(kind: type) -> Any:
    """The same of a paper or a record, nowhere with a digest that stands for other fields."""
    made = filled(kind)
    if kind is Paper:
        made = replace(made, records=tuple(replace(record, digest=b"") for record in made.records))
    return replace(made, digest=b"")


def altered(value: Any) -> Iterator[Any]:
    """The value in every way in which one thing in it can be another one, or missing."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if field.compare:  # what does not is made of other fields
                others = altered(getattr(value, field.name))
                yield from (replace(value, **{field.name: other}) for other in others)
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


def digests(paper: Paper) -> tuple[bytes, bytes, bytes]:
    """What stands for what is said of a paper, for that and where it comes from, and for everything."""
    first = said(paper)
    second = traced(paper, first)
    return first, second, whole(paper, second)


def test_the_whole_tells_every_two_papers_apart() -> None:
    paper = plain(Paper)
    others = list(altered(paper))
    assert len(others) > 90
    assert len({digests(one)[2] for one in (paper, *others)}) == 1 + len(others)


def test_each_stands_for_more_than_the_last() -> None:
    paper = plain(Paper)
    for field in (field for field in fields(paper) if field.compare):
        for value in altered(getattr(paper, field.name)):
            other = digests(replace(paper, **{field.name: value}))
            same = list(map(eq, digests(paper), other))
            neighbours = field.name in ("related", "aliases")
            assert same == [field.name in BEYOND, neighbours, False], field.name


def test_it_does_not_tell_equal_papers_apart() -> None:
    paper = replace(plain(Paper), title="One", venue="One")
    twin = replace(plain(Paper), title="On" + "e" * len([1]), venue="".join(["O", "ne"]))
    assert digests(paper) == digests(twin)
    assert set(map(len, digests(paper))) == {SIZE}


def test_a_key_keeps_what_it_stands_for_apart() -> None:
    keys = [key_of("a", "b"), key_of("ab"), key_of("a", b"b"), key_of([b"a", b"b"]), key_of([b"ab", b"c"])]
    assert len(set(keys)) == len(keys)


def test_the_digest_of_a_record_stands_for_what_its_paper_says() -> None:
    record = plain(Record)
    for other in (record, *altered(record)):
        (paper,), (same,) = (merge([one], (), ())[0] for one in (record, other))
        assert paper.digest
        assert same.digest
        if paper.digest == same.digest:
            pairs = (replace(one, digest=b"", records=(), key="") for one in (paper, same))
            assert len({said(one) for one in pairs}) == 1, other
            assert (digests(paper)[1] == digests(same)[1]) == (other == record)
