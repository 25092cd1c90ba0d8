"""Dataclasses that are cheap to define behave as those of the standard library, and lazy ones as the others."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, field, fields, replace

import pytest

from microjob_cli.domain.values import dataclass, lazily


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values, the second checked."""

    one: str
    two: int = 2
    more: tuple[str, ...] = field(default_factory=tuple)

    def __post_init__(self) -> None:
        if self.two < 0:
            raise ValueError("negative")


@dataclass(frozen=True, slots=True, kw_only=True)
class Triple(Pair):
    """One more, by name only."""

    three: str


@dataclass(frozen=True, slots=True)
class Alike:
    """The same fields as a pair."""

    one: str
    two: int = 2
    more: tuple[str, ...] = ()


def test_fields_defaults_and_order() -> None:
    pair = Pair("a")
    assert (pair.one, pair.two, pair.more) == ("a", 2, ())
    assert Pair("a", 3, ("x",)) == Pair(one="a", two=3, more=("x",))
    assert [item.name for item in fields(Triple)] == ["one", "two", "more", "three"]
    assert Triple("a", three="c").three == "c"
    assert repr(pair) == "Pair(one='a', two=2, more=())"


def test_wrong_arguments_are_refused() -> None:
    for given, named in (((), {}), (("a", 1, (), 4), {}), (("a",), {"four": 4})):
        with pytest.raises(TypeError):
            Pair(*given, **named)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Triple("a", 1, (), "c")  # type: ignore[call-arg]


def test_a_class_checks_itself() -> None:
    with pytest.raises(ValueError, match="negative"):
        Pair("a", -1)
    with pytest.raises(ValueError, match="negative"):
        replace(Pair("a"), two=-1)
    with pytest.raises(ValueError, match="negative"):
        Triple("a", -1, three="c")


def test_nothing_can_be_changed() -> None:
    pair = Pair("a")
    with pytest.raises(FrozenInstanceError):
        pair.one = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del pair.one
    with pytest.raises(FrozenInstanceError):
        pair.other = "b"  # type: ignore[attr-defined]


def test_equal_by_class_and_fields() -> None:
    assert Pair("a") == Pair("a")
    assert hash(Pair("a")) == hash(Pair("a"))
    assert Pair("a") != Pair("b")
    other: object = Alike("a")
    assert Pair("a") != other
    assert len({Pair("a"), Pair("a"), Pair("b")}) == 2


def test_a_lazy_one_asks_once_and_equals_the_others() -> None:
    asked = []

    def find(name: str) -> object:
        asked.append(name)
        return {"one": "a", "two": 2, "more": ()}[name]

    pair = lazily(Pair, find)
    assert asked == []
    assert (pair.two, pair.two) == (2, 2)
    assert asked == ["two"]
    assert isinstance(pair, Pair)
    assert pair == Pair("a")
    assert Pair("a") == pair
    assert hash(pair) == hash(Pair("a"))
    assert replace(pair, one="b") == Pair("b")
    assert repr(pair) == repr(Pair("a"))
    with pytest.raises(FrozenInstanceError):
        pair.one = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        pair.four  # type: ignore[attr-defined]  # noqa: B018


def test_what_is_known_of_a_lazy_one_is_not_asked_for() -> None:
    pair = lazily(Pair, {"two": 3, "more": ()}.__getitem__, one="a")
    assert pair.one == "a"
    assert pair == Pair("a", 3)
