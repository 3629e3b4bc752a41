"""Frozen records handled by the values of their fields: pickled small, and read and changed fast.

Many records are fastest handled field by field, in columns: then no line of Python runs for each of them.
"""

from array import array
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields
from itertools import chain, compress, islice, repeat
from operator import attrgetter, is_not
from typing import Any, TypeVar

C = TypeVar("C", bound=type)
T = TypeVar("T")

SHARED = 2
"""Things of which each is there so many times are written down once; it also marks where that is so."""


READ = "read"
"""In the metadata of a field: what makes of an instance, and of what its slot holds, the value to be read."""


@dataclass(frozen=True, slots=True)
class _Slots:
    """Of a class what takes what its slots hold, what fills them (frozen or not), and the defaults.

    ``names`` are those of the slots by those of the fields: others where a field is read otherwise.
    """

    names: dict[str, str]
    values: Callable[[Any], tuple[Any, ...]]
    fill: dict[str, Callable[[Any, Any], None]]
    defaults: tuple[Any, ...]


_SLOTS: dict[type, _Slots] = {}


def packed(cls: C) -> C:
    """A frozen dataclass with two slots or more whose instances pickle as the values of their fields.

    What has its default value is left out. No field may be None that is not None by default. A field with
    a function to `READ` it is handed on as it is held, here and below.
    """
    names = {field.name: _slot(cls, field) for field in fields(cls)}
    _SLOTS[cls] = _Slots(
        names=names,
        values=attrgetter(*names.values()),
        fill={name: getattr(cls, slot).__set__ for name, slot in names.items()},
        defaults=tuple(map(_default, fields(cls))),
    )
    setattr(cls, "__reduce__", _reduce)  # noqa: B010 (what a type checker holds to be a method)
    return cls


def _slot(cls: type, field: "Field[Any]") -> str:
    """The name of the slot of a field."""
    name, read = field.name, field.metadata.get(READ)
    if not read:
        return name
    slot, held = getattr(cls, name), attrgetter(f"_{name}")
    setattr(cls, f"_{name}", slot)
    setattr(cls, name, property(lambda one: read(one, held(one)), slot.__set__))
    return f"_{name}"


def held(cls: type, *names: str) -> Callable[[Any], Any]:
    """What takes, as ``attrgetter`` does, what the slots of some fields of such an instance hold."""
    return attrgetter(*map(_SLOTS[cls].names.__getitem__, names))


def changed(one: T, **values: Any) -> T:
    """What ``dataclasses.replace`` makes of an instance of such a class, in a fraction of the time."""
    slots = _SLOTS[type(one)]
    new: T = object.__new__(type(one))
    for fill, value in zip(slots.fill.values(), slots.values(one), strict=True):
        fill(new, value)
    for name, value in values.items():
        slots.fill[name](new, value)
    return new


def changed_each(things: Sequence[T], **columns: Iterable[Any]) -> list[T]:
    """``changed`` for each of some instances of one class, with the values of a field in the same order."""
    if not things:
        return []
    names = _SLOTS[type(things[0])].names
    if columns.keys() - names.keys():
        raise TypeError(f"no such fields: {', '.join(columns.keys() - names.keys())}")
    values = [
        columns[name] if name in columns else map(attrgetter(slot), things) for name, slot in names.items()
    ]
    return _filled(type(things[0]), len(things), values)


def made_each(cls: type[T], given: Sequence[Mapping[str, Any]]) -> list[T]:
    """An instance of a class for each mapping, by the names of fields; those that it lacks have defaults."""
    slots = _SLOTS[cls]
    columns = (
        [one.get(name, default) for one in given]
        for name, default in zip(slots.fill, slots.defaults, strict=True)
    )
    return _filled(cls, len(given), columns)


def made_of(cls: type[T], number: int, **columns: Iterable[Any]) -> list[T]:
    """So many instances of a class with these values of fields; those that are not given have defaults."""
    slots = _SLOTS[cls]
    pairs = zip(slots.fill, slots.defaults, strict=True)
    return _filled(cls, number, [columns.get(name) or repeat(default) for name, default in pairs])


def fill_each(things: Sequence[T], **columns: Iterable[Any]) -> None:
    """Fill in fields of instances of one class, for whoever made them and has shown them to nobody yet."""
    for name, column in columns.items() if things else ():
        deque(map(_SLOTS[type(things[0])].fill[name], things, column), maxlen=0)


def in_columns(values: Sequence[Any]) -> Any:
    """Values for ``from_columns``: instances of one class, and tuples of such, as lists of what they hold.

    Where most are one object with others, they are that again.
    """
    kinds = set(map(type, values))
    kind = kinds.pop() if len(kinds) == 1 else None
    if kind is not tuple and kind not in _SLOTS:
        return list(values)
    distinct = dict(zip(map(id, values), values, strict=True))
    if len(distinct) * SHARED < len(values):
        place = dict(zip(distinct, range(len(distinct)), strict=True))
        places = array("I", map(place.__getitem__, map(id, values)))
        return SHARED, places.tobytes(), in_columns(list(distinct.values()))
    if kind is tuple:
        inner = list(chain.from_iterable(values))
        if inner and type(inner[0]) in _SLOTS:
            return None, list(map(len, values)), in_columns(inner)
        return list(values)
    columns = zip(*map(_SLOTS[kind].values, values), strict=True)
    pairs = zip(columns, _SLOTS[kind].defaults, strict=True)
    return kind, len(values), [_without(default, column) for column, default in pairs]


def from_columns(kept: Any) -> list[Any]:
    """The values that ``in_columns`` was given."""
    if isinstance(kept, list):
        return kept
    kind, lengths, parts = kept
    if kind == SHARED:
        return list(map(from_columns(parts).__getitem__, array("I", lengths)))
    if kind is None:
        inner = iter(from_columns(parts))
        return [tuple(islice(inner, length)) if length else () for length in lengths]
    pairs = zip(parts, _SLOTS[kind].defaults, strict=True)
    return _filled(kind, lengths, [_with(default, part) for part, default in pairs])


def _without(default: Any, column: Sequence[Any]) -> Any:
    """A column without default values, and where it has others; None where there is nothing else."""
    there = list(map(is_not, column, repeat(default)))
    given = list(compress(column, there))
    return (None if len(given) == len(there) else bytes(there), in_columns(given)) if given else None


def _with(default: Any, part: Any) -> Iterable[Any]:
    if part is None:
        return repeat(default)
    there, given = part[0], from_columns(part[1])
    if there is None:
        return given
    values = iter(given)
    return [next(values) if here else default for here in there]


def _filled(cls: type, number: int, columns: Iterable[Iterable[Any]]) -> list[Any]:
    """So many new instances with the values of each field."""
    things: list[Any] = list(map(object.__new__, repeat(cls, number)))
    for fill, column in zip(_SLOTS[cls].fill.values(), columns, strict=True):
        deque(map(fill, things, column), maxlen=0)
    return things


def _default(field: "Field[Any]") -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return None if field.default is MISSING else field.default


def _reduce(self: Any) -> tuple[Any, ...]:
    slots = _SLOTS[type(self)]
    pairs = zip(slots.values(self), slots.defaults, strict=True)
    return _unpacked, (type(self), *(None if value is default else value for value, default in pairs))


def _unpacked(cls: type, *values: Any) -> Any:
    slots = _SLOTS[cls]
    one: Any = object.__new__(cls)
    for fill, default, value in zip(slots.fill.values(), slots.defaults, values, strict=True):
        fill(one, default if value is None else value)
    return one
