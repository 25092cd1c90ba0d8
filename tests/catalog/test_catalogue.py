"""Which record a word names, and how amounts are converted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from microjob_cli.catalog.catalogue import (
    Catalogue,
    RateKind,
    convert,
    host,
    names_in_both_languages,
    newest_rate,
    platform_names,
)
from microjob_cli.catalog.errors import NotFound
from microjob_cli.catalog.facts import Confidence
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.names import Aliases, NameIndex, NameKind
from microjob_cli.catalog.platform import FormerName, Platform
from tests.making import TODAY, day, method, platform, rate


def test_every_way_to_name_a_platform(small: Catalogue) -> None:
    for word in (
        "examplegigs", "ExampleGigs", "EXAMPLE-GIGS", "example gigs", "TinyTasks", "tiny tasks", "Example Gigs Online",
        "exampel gig", "এক্সাম্পল গিগস", "এক্সাম্পলগিগস", "বড় গিগস", "ব\u09a1\u09bc গিগস", "ব\u09dc গিগস",
        "examplegigs.example", "examplegigs example",
    ):  # fmt: skip
        assert small.platform(word)[0].id == "examplegigs", word


def test_the_way_in_which_a_word_named_it(small: Catalogue) -> None:
    for word, kind in (
        ("examplegigs", NameKind.ID),
        ("tinytasks", NameKind.FORMER),
        ("exampel gig", NameKind.ALIAS),
        ("examplegigs.example", NameKind.ADDRESS),
    ):
        assert small.platform(word)[1].kind is kind


def test_every_way_to_name_a_method_and_a_task(small: Catalogue) -> None:
    for word in ("bkash", "bKash", "BKASH", "বিকাশ", "bikash", "বিকাশ একাউন্ট"):
        assert small.method(word).id == "bkash"
    assert small.method("Litekoin").id == "litecoin"
    for word in ("survey", "Surveys", "সার্ভে", "questionnaire", "জরিপ", "sign up"):
        assert small.task_type(word).id in ("survey", "sign-up")


@pytest.mark.parametrize(
    ("kind", "code"), [("platform", "no-such-platform"), ("method", "no-such-method"), ("task_type", "no-such-task")]
)
def test_what_no_record_carries_is_not_found(small: Catalogue, kind: str, code: str) -> None:
    for word in ("zzzz", "-", "\u200d"):
        with pytest.raises(NotFound) as problem:
            getattr(small, kind)(word)
        assert problem.value.code == code


def found_by(word: str, platforms: Iterable[Platform]) -> str:
    return NameIndex(platform_names({one.id: one for one in platforms})).resolve(word, "no-such-platform").id


def test_an_id_beats_a_name_a_name_a_former_name_and_that_an_alias() -> None:
    by_id, by_name = platform("word", name="Else"), platform("a-name", name="Word")
    by_former = platform("a-former", former_names=(FormerName("Word", "blog"),))
    by_alias, by_address = platform("a-alias", aliases=Aliases(("Word",))), platform("a-host", website="https://word/x")
    order = [by_id, by_name, by_former, by_alias, by_address]
    for best in range(len(order)):
        rest = order[best:]
        assert found_by("word", rest) == rest[0].id
        assert found_by("word", reversed(rest)) == rest[0].id


def test_an_id_beats_a_name_among_methods_too() -> None:
    by_name, by_id = method("aaa"), method("bbb")
    named = replace(by_name, name=replace(by_name.name, en="Bbb"))
    index = NameIndex(names_in_both_languages({"aaa": named, "bbb": by_id}))
    assert index.resolve("bbb", "no-such-method").id == "bbb"


def test_a_spelling_of_a_former_name_tells_of_the_rename() -> None:
    renamed = platform(
        "new", former_names=(FormerName("Oldname", "blog", day("2022-08")),), aliases=Aliases(("Oldnam", "Nyuname"))
    )
    kinds = {name.written: name.kind for name in platform_names({"new": renamed})}
    assert (kinds["Oldnam"], kinds["Nyuname"]) == (NameKind.FORMER, NameKind.ALIAS)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.Example.com/path?x=1", "example.com"),
        ("http://example.com", "example.com"),
        ("example.com/path", "example.com"),
        ("https://sub.example.com", "sub.example.com"),
    ],
)
def test_the_host_of_an_address(address: str, name: str) -> None:
    assert host(address) == name


RATES = (rate("110", on="2024-01-01"), rate("120", on="2026-02"), rate("130", on="2026-12-01"))


def test_of_two_rates_of_a_day_the_more_reliable_is_used() -> None:
    doubtful, sure = replace(rate("122.36"), confidence=Confidence.MEDIUM), rate("122.35")
    for rates in ((doubtful, sure), (sure, doubtful)):
        assert newest_rate(rates, "USD", "BDT", TODAY) == sure


def test_the_newest_rate_on_or_before_the_day_is_used() -> None:
    for today, expected in (("2023-12-31", None), ("2024-01-01", 110), ("2026-02-01", 120), ("2026-12-01", 130)):
        found = newest_rate(RATES, "USD", "BDT", date.fromisoformat(today))
        assert (found.rate if found else None) == expected


@pytest.mark.parametrize("kind", RateKind)
def test_only_rates_that_somebody_gives_for_earnings_are_used(kind: RateKind) -> None:
    used = newest_rate((rate("135", kind=kind),), "USD", "BDT", TODAY) is not None
    assert used is (kind in ("interbank", "reference", "bank-buying", "export", "market"))


def test_a_rate_serves_in_both_directions_and_is_named() -> None:
    there = convert(Money.parse("5 USD"), "BDT", RATES, TODAY)
    back = convert(Money.parse("600 BDT"), "USD", RATES, TODAY)
    assert there and back
    assert (str(there.money), str(back.money)) == ("600 BDT", "5 USD")
    assert there.rate is back.rate is RATES[1]


def test_without_a_rate_nothing_is_converted() -> None:
    assert convert(Money.parse("5 EUR"), "BDT", RATES, TODAY) is None
    assert convert(Money.parse("5 USD"), "BDT", RATES, date(2020, 1, 1)) is None


@given(
    st.decimals(min_value=0, max_value=10**9, places=2),
    st.decimals(min_value=Decimal("0.01"), max_value=1000, places=2),
)
def test_converted_amounts_are_not_rounded(amount: Decimal, price: Decimal) -> None:
    found = convert(Money(amount, "USD"), "BDT", (rate(str(price)),), TODAY)
    assert found is not None
    assert found.money.amount == amount * price
