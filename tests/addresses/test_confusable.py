"""Which names look alike."""

from __future__ import annotations

import pytest

from microjob_cli.addresses.lookalikes import mixed_alphabet, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bKash", "bКаsh"),
        ("PayPal", "Раураl"),
        ("SproutGigs", "Spr0utGigs"),
        ("microworkers", "míсroworkеrs"),
        ("Skrill", "Ｓkril1"),
        ("Skrill", "SkriII"),
        ("IncomeBD50", "lncomeBD50"),
        ("Microworkers", "Microvvorkers"),
        ("Microworkers", "rnicroworkers"),
        ("PayPal", "𝖯ayPal"),
    ],
)
def test_names_that_look_alike_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("bKash", "bKush"), ("বিকাশ", "বিকশ"), ("কি", "কী")])
def test_names_that_a_reader_can_tell_apart_have_two(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_only_a_mixture_with_latin_letters_is_told() -> None:
    assert mixed_alphabet("bКash") == "CYRILLIC"
    assert mixed_alphabet("αlpha") == "GREEK"
    assert [mixed_alphabet(word) for word in ("Пример", "bKash", "VPNএ", "2026", "µTask")] == [""] * 5


def test_names_of_signs_alone_look_like_nothing() -> None:
    assert skeleton("!!!") == skeleton("???") == ""
