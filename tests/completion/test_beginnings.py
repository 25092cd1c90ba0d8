"""What a beginning can become: it always resolves, and goes on from what was typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.catalog.names import Name, NameIndex, NameKind
from microjob_cli.completion_names import names_begun, words_begun

NAMES = (
    Name("sproutgigs", "sproutgigs", NameKind.ID),
    Name("grab-points", "grab-points", NameKind.ID),
    Name("SproutGigs", "sproutgigs", NameKind.NAME),
    Name("GrabPoints", "grab-points", NameKind.NAME),
    Name("Pico Workers", "sproutgigs", NameKind.FORMER),
    Name("picowokers", "sproutgigs", NameKind.ALIAS),
    Name("spruce", "grab-points", NameKind.ALIAS),
    Name("পিকু ওয়ার্কার", "sproutgigs", NameKind.ALIAS),
    Name("গ্র্যাব $(rm) ড়াব", "grab-points", NameKind.ALIAS),
    Name("sproutgigs.com", "sproutgigs", NameKind.ADDRESS),
)


def begun(typed: str) -> list[tuple[str, str]]:
    return [(word, name.id) for word, name in names_begun(typed, NAMES)]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", ["sproutgigs", "grab-points"]),
        ("spr", ["sproutgigs"]),
        ("SPR", ["SPRoutgigs"]),
        ("picow", ["picoworkers"]),
        ("Pico", ["Pico-workers"]),
        ("Pico W", ["Pico Workers"]),
        ("pico-", ["pico-workers"]),
        ("grabp", ["grabpoints"]),
        ("sproutgigs.", ["sproutgigs."]),
        ("sproutgigs.c", ["sproutgigs.com"]),
        ("পি", ["পিকু-ওয়ার্কার"]),
        ("picowok", ["picowokers"]),
        ("spru", ["spruce"]),
        ("zzz", []),
        ("-", []),
        ("$", []),
    ],
)
def test_a_beginning_becomes_the_names_that_begin_so(typed: str, words: list[str]) -> None:
    assert [word for word, _ in begun(typed)] == [unicodedata.normalize("NFC", word) for word in words]


def test_a_record_is_offered_once_by_its_surest_name() -> None:
    assert begun("s") == [("sproutgigs", "sproutgigs")]
    assert begun("pic") == [("pico-workers", "sproutgigs")]


def test_nothing_that_a_shell_would_act_on_comes_out_of_a_name() -> None:
    assert begun("গ্র্যাব") == [(unicodedata.normalize("NFC", "গ্র্যাব-rm-ড়াব"), "grab-points")]


@given(st.sampled_from(NAMES), st.data())
def test_whatever_is_offered_goes_on_from_what_was_typed_and_resolves(name: Name, data: st.DataObject) -> None:
    end = data.draw(st.integers(1, len(name.written)))
    begin = name.written[:end]
    typed = data.draw(st.sampled_from([begin, begin.upper(), begin.title()]))
    offered = list(names_begun(typed, NAMES))
    for word, meant in offered:
        assert word.startswith(typed)
        found = NameIndex(NAMES).find(word)
        assert found is not None
        assert found.id == meant.id
    if name.kind is not NameKind.ALIAS and name.kind is not NameKind.ADDRESS:
        assert name.id in [meant.id for _, meant in offered]


def test_words_of_a_closed_list_go_on_from_what_was_typed() -> None:
    assert list(words_begun("TASK-", ["tasks", "task_pay"])) == ["TASK-pay"]
    assert list(words_begun("", ["tasks", "name"])) == ["tasks", "name"]
