"""Records pickle as the values of their fields: small, and several times faster to read than by name."""

from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from operator import attrgetter
from typing import Any, TypeVar

C = TypeVar("C", bound=type)

_SLOTS: dict[type, tuple[tuple[Callable[[Any, Any], None], Any], ...]] = {}
"""By class what fills each of its slots, whether the class is frozen or not, and the slot's default."""


def packed(cls: C) -> C:
    """A frozen dataclass with slots whose instances pickle so; what has its default value is left out.

    No field may be None that is not None by default.
    """
    names = [field.name for field in fields(cls)]
    defaults = tuple(map(_default, fields(cls)))
    values: Callable[[Any], tuple[Any, ...]] = attrgetter(*names)
    _SLOTS[cls] = tuple(zip([getattr(cls, name).__set__ for name in names], defaults, strict=True))

    def reduce(self: Any) -> tuple[Any, ...]:
        pairs = zip(values(self), defaults, strict=True)
        return _unpacked, (cls, *(None if value is default else value for value, default in pairs))

    setattr(cls, "__reduce__", reduce)  # noqa: B010 (what a type checker holds to be a method)
    return cls


def _default(field: "Field[Any]") -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return None if field.default is MISSING else field.default


def _unpacked(cls: type, *values: Any) -> Any:
    one: Any = object.__new__(cls)
    for (fill, default), value in zip(_SLOTS[cls], values, strict=True):
        fill(one, default if value is None else value)
    return one
