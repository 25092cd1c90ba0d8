"""Frozen dataclasses that cost little to define: a call defines dozens of them before it answers.

The standard library writes and compiles six methods for each frozen dataclass, half a millisecond's work. Here it makes
the fields and slots only. Comparing, hashing and freezing are the same for all; `__init__` is written when the first
instance is made, for many a class has none in a call. To a type checker these are plain dataclasses.

`lazily` makes an instance whose fields are found when they are first asked for.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["dataclass", "finder", "lazily"]

T = TypeVar("T")

_put = object.__setattr__


def lazily(kind: type[T], find: Callable[[str], Any], **known: Any) -> T:
    """An instance of a dataclass with some fields known; `find` is asked for another by its name when it is needed."""
    asking: Any = _asking
    record: T = object.__new__(asking(kind))
    _put(record, "_find", find)
    for name, value in known.items():
        _put(record, name, value)
    return record


def finder(record: Any) -> Callable[[str], Any] | None:
    """What finds the fields of an instance that `lazily` made; None for others."""
    found: Callable[[str], Any] | None = getattr(record, "_find", None)
    return found


@cache
def _asking(kind: Any) -> Any:
    """The class whose empty slots ask; what is no field of it is missing as usual."""
    names = frozenset(kind.__dataclass_fields__)

    class Asking(kind):  # type: ignore[misc]
        __slots__ = ("_find",)
        # Such an instance equals one that was made in the usual way, and is replaced by one.
        __class__ = property(lambda self: kind)

        def __getattr__(self, name: str) -> Any:
            if name not in names:
                raise AttributeError(name)
            value = self._find(name)
            _put(self, name, value)
            return value

    Asking.__qualname__ = kind.__qualname__
    return Asking


if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen, slots=False, kw_only=False):
        """Like the standard decorator of that name, for frozen classes."""
        assert frozen

        def defined(cls):
            own = {name for name in ("__eq__", "__hash__", "__repr__") if name in cls.__dict__}
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
            for name, method in _methods(made).items():
                if name not in own:
                    setattr(made, name, method)
            return made

        return defined

    def _methods(cls):
        names = tuple(cls.__dataclass_fields__)
        values = attrgetter(*names)

        def init(self, *given, **named):
            cls.__init__ = _init(cls)
            cls.__init__(self, *given, **named)

        def equal(self, other):
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        def hashed(self):
            return hash(values(self))

        def shown(self):
            return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

        return {
            "__init__": init,
            "__eq__": equal,
            "__hash__": hashed,
            "__repr__": shown,
            "__setattr__": _refuse,
            "__delattr__": _refuse,
        }

    def _refuse(self, name, value=None):
        raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")

    def _init(cls):
        """Puts what is given, or the defaults, into the slots, then has the class check itself."""
        scope = {"put": _put, "missing": dataclasses.MISSING}
        given, named, body = ["self"], [], []
        for name, item in cls.__dataclass_fields__.items():
            value = name
            parameter = name
            if item.default is not dataclasses.MISSING:
                scope[f"default_{name}"] = item.default
                parameter = f"{name}=default_{name}"
            elif item.default_factory is not dataclasses.MISSING:
                scope[f"make_{name}"] = item.default_factory
                parameter = f"{name}=missing"
                value = f"make_{name}() if {name} is missing else {name}"
            (named if item.kw_only else given).append(parameter)
            body.append(f" put(self, {name!r}, {value})")
        if hasattr(cls, "__post_init__"):
            body.append(" self.__post_init__()")
        parameters = ", ".join([*given, "*", *named] if named else given)
        exec("\n".join([f"def __init__({parameters}):", *body]), scope)
        return scope["__init__"]
