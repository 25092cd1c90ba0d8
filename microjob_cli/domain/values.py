"""Frozen dataclasses that cost little to define: a call defines dozens of them before it answers.

The standard library writes and compiles six methods for each frozen dataclass, half a millisecond's work. Here
comparing, hashing and freezing are the same for all, `__init__` is written when the first instance is made, and the
standard library finds the `fields` when somebody asks for them. To a type checker these are plain dataclasses.

`lazily` makes an instance whose fields are found when they are first asked for.
"""

from __future__ import annotations

import dataclasses
from _thread import RLock  # as `functools` has it: `threading` takes longer to import
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
    names = frozenset(kind.__match_args__)

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
            own = {name: (cls.__dict__.get(name, _MISSING), kw_only) for name in cls.__annotations__}
            declared = {}
            for base in reversed(cls.__mro__[1:]):
                declared |= base.__dict__.get("_declared", {})
            declared |= own
            emptied = {name for name, (default, _) in own.items() if slots or isinstance(default, dataclasses.Field)}
            kept = {name: value for name, value in cls.__dict__.items() if name not in emptied | _PER_CLASS}
            added = {
                "_declared": declared,
                "__match_args__": tuple(declared),
                "__dataclass_fields__": _Fields(cls, kw_only),
            }
            slotted = {"__slots__": tuple(own)} if slots else {}
            methods = _methods(tuple(declared))
            made = type(cls)(cls.__name__, cls.__bases__, {**methods, **kept, **added, **slotted})
            methods["__init__"].owner = added["__dataclass_fields__"].owner = made
            return made

        return defined

    _MISSING = dataclasses.MISSING
    _PER_CLASS = {"__dict__", "__weakref__"}
    _one_at_a_time = RLock()  # the standard library finds fields only once

    class _Fields:
        """The fields of a class: the standard library finds them, and what else it knows, when somebody asks."""

        def __init__(self, written, kw_only):
            self.written, self.kw_only = written, kw_only

        def __get__(self, record, kind):
            with _one_at_a_time:
                if vars(self.owner)["__dataclass_fields__"] is self:
                    known = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=self.kw_only)(self.written)
                    self.owner.__dataclass_params__ = known.__dataclass_params__
                    self.owner.__dataclass_fields__ = known.__dataclass_fields__
            return vars(self.owner)["__dataclass_fields__"]

    def _methods(names):
        values = attrgetter(*names)

        def init(self, *given, **named):
            init.owner.__init__ = _init(init.owner)
            init.owner.__init__(self, *given, **named)

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
        scope = {"put": _put, "missing": _MISSING}
        given, named, body = ["self"], [], []
        for name, (default, kw_only) in cls._declared.items():
            value = name
            parameter = name
            if isinstance(default, dataclasses.Field):
                scope[f"make_{name}"] = default.default_factory
                parameter = f"{name}=missing"
                value = f"make_{name}() if {name} is missing else {name}"
            elif default is not _MISSING:
                scope[f"default_{name}"] = default
                parameter = f"{name}=default_{name}"
            (named if kw_only else given).append(parameter)
            body.append(f" put(self, {name!r}, {value})")
        if hasattr(cls, "__post_init__"):
            body.append(" self.__post_init__()")
        parameters = ", ".join([*given, "*", *named] if named else given)
        exec("\n".join([f"def __init__({parameters}):", *body]), scope)
        return scope["__init__"]
