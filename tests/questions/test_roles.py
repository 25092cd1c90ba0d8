"""What part each payout method plays in a question."""

from __future__ import annotations

import pytest

from microjob_cli.questions.roles import Roles
from tests.questions.phrasebook import parse


def roles(text: str) -> Roles:
    return parse(text).roles


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("sites without PayPal", ("paypal",)),
        ("PayPal chara kon site", ("paypal",)),
        ("পেপাল ছাড়া কোন সাইট", ("paypal",)),
        ("PayPal, Skrill বাদে", ("paypal", "skrill")),
        ("without PayPal or Skrill", ("paypal", "skrill")),
        ("paypal ar skrill chara", ("paypal", "skrill")),
        ("PayPal আর Skrill এগুলা বাদে", ("paypal", "skrill")),
        ("PayPal, Skrill, Payoneer এগুলো বাদে", ("paypal", "skrill", "payoneer")),
    ],
)
def test_methods_to_do_without(text: str, without: tuple[str, ...]) -> None:
    assert (roles(text).without, roles(text).methods) == (without, ())


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("neither PayPal nor Skrill", ("paypal", "skrill")),
        ("I don't have PayPal", ("paypal",)),
        ("paypal nai", ("paypal",)),
        ("paypal bangladeshe kaj kore na", ("paypal",)),
        ("আমার পেপাল নাই", ("paypal",)),
        ("paypal ba skrill nai", ("paypal", "skrill")),
        ("PayPal does not work here", ("paypal",)),
    ],
)
def test_methods_that_somebody_lacks(text: str, lacking: tuple[str, ...]) -> None:
    assert (roles(text).lacking, roles(text).methods) == (lacking, ())


def test_one_is_unwanted_and_another_wanted() -> None:
    assert roles("paypal chara bkash e nibo").methods == ("bkash",)
    assert roles("without PayPal, by bKash").without == ("paypal",)
    assert roles("paypal nai kintu bkash ase").methods == ("bkash",)


@pytest.mark.parametrize("text", ["bkash chara kisu bujhi na", "বিকাশ ছাড়া কিছু বুঝি না", "I have nothing but bkash"])
def test_nothing_but_a_method_means_that_method(text: str) -> None:
    assert (roles(text).methods, roles(text).without, roles(text).lacking) == (("bkash",), (), ())


@pytest.mark.parametrize(
    ("text", "methods", "target"),
    [
        ("from Payoneer to bKash", {"payoneer", "bkash"}, "bkash"),
        ("payoneer theke bkash e", {"payoneer", "bkash"}, "bkash"),
        ("পেওনিয়ার থেকে বিকাশে", {"payoneer", "bkash"}, "bkash"),
        ("bkash e payoneer theke", {"payoneer", "bkash"}, "bkash"),
        ("my skrill into nagad", {"skrill", "nagad"}, "nagad"),
        ("Skrill theke bank e", {"skrill", "bank"}, "bank"),
        ("payoneer bkash", {"payoneer", "bkash"}, "bkash"),
    ],
)
def test_where_the_money_is_and_where_it_shall_go(text: str, methods: set[str], target: str) -> None:
    assert (set(roles(text).methods), roles(text).target) == (methods, target)


def test_between_two_methods_of_home_the_one_it_comes_from_is_no_target() -> None:
    found = roles("bank theke bkash e")
    assert (found.sources, found.target) == (("bank",), "bkash")


def test_a_single_method_is_no_way_anywhere() -> None:
    assert roles("which sites pay by bkash").target is None
    assert roles("which sites pay by skrill").target is None


def test_nothing_named_has_no_part() -> None:
    assert roles("kon site valo") == Roles()
