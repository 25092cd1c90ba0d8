"""No ending makes another address of a site's name: every ending that anybody can register under, over every name."""

from __future__ import annotations

import re
from itertools import cycle

import pytest
from publicsuffixlist import PublicSuffixList

from microjob_cli.addresses.finding import Link, addresses
from microjob_cli.addresses.lookalikes import AddressKind
from microjob_cli.catalog.catalogue import Catalogue, host, hosts_ever, platform_names
from microjob_cli.commands import ask, check
from microjob_cli.questions.indexes import known_names
from microjob_cli.scams.checking import Checker, Looked
from microjob_cli.settings import Settings
from tests.making import settings_for

# What the list has not: mistyped, made up, the next sentence.
OTHERS = ("con", "comm", "cpm", "c0m", "earn", "zzz", "Then", "they", "pay")
WARNED = frozenset({AddressKind.LOOKALIKE, AddressKind.NEAR_MISS, AddressKind.RESEMBLING})


@pytest.fixture(scope="module")
def call(shipped: Catalogue) -> Settings:
    return settings_for(shipped, language_asked=True)


@pytest.fixture(scope="module")
def checker(call: Settings) -> Checker:
    return check.checker(call)


def endings() -> list[str]:
    """Every ending of the list, those for parts of it and exceptions too."""
    listed = PublicSuffixList(only_icann=True)._publicsuffix  # it offers no other way to see them all
    return sorted({one.lstrip("!*.") for one in listed})


def one_word_names(catalogue: Catalogue) -> list[tuple[str, str]]:
    """The names of sites that can stand before a full stop, with the site."""
    named = ((name.written.casefold(), name.id) for name in platform_names(catalogue.platforms))
    plain = re.compile("[a-z0-9-]+|[\u0980-\u09ff]+")
    return sorted({(name, key) for name, key in named if plain.fullmatch(name)})


def knhosts_ever(catalogue: Catalogue) -> set[str]:
    official = (source.address for source in catalogue.sources.values())
    return {one for platform in catalogue.platforms.values() for one in hosts_ever(platform)} | set(map(host, official))


def test_a_name_of_a_site_with_an_ending_is_always_an_address(shipped: Catalogue) -> None:
    names = known_names(shipped).platforms
    written = [f"{name}.{end}" for name, _ in one_word_names(shipped) for end in ("zip", "con", "them", "shop")]
    assert len(written) > 1_000
    assert [one for one in written if addresses(f"join at {one} now", names) != (one,)] == []
    ended = [f"sproutgigs.{end}" for end in (*endings(), *OTHERS)]
    assert len(ended) > 5_000
    assert [one for one in ended if addresses(f"join at {one} now", names) != (one.casefold(),)] == []


def test_no_ending_makes_another_address_the_real_one(shipped: Catalogue, checker: Checker) -> None:
    """Every ending over a few names, and every name with a few endings: all with all would take minutes."""
    known, names = knhosts_ever(shipped), [name for name, _ in one_word_names(shipped)]
    some = ["sproutgigs", "picoworkers", "toloka", "ida", "স্প্রাউটগিগস"]
    few = ["zip", "mov", "bot", "con", "co.uk", "com.bd", "বাংলা", "xn--54b7fta0cc"]
    pairs = {(name, end) for name in some for end in (*endings(), *OTHERS)} | {
        (name, end) for name in names for end in few
    }
    written = [f"{name}.{end}" for name, end in sorted(pairs) if f"{name}.{end}" not in known]
    told = {one: checker.address(Link(one, one)).finding for one in written}
    assert [one for one, finding in told.items() if finding in (AddressKind.REAL, AddressKind.FORMER)] == []
    missed = [one for one, finding in told.items() if finding not in WARNED]
    assert [one for one in missed if one.count(".") == 1 or len(one.split(".")[0]) >= 4] == []


@pytest.mark.parametrize("end", ["zip", "mov", "bot", "nexus", "con", "co.uk", "xn--54b7fta0cc"])
def test_who_asks_of_such_an_address_is_not_told_of_the_site(end: str, call: Settings) -> None:
    names = ("sproutgigs", "microworkers", "hotovaga", "rapidworkers", "toloka", "ysense")
    asked = cycle(("is {} real", "{} ki asol", "{}", "how does {} pay", "{}"))
    for text in (question.format(f"{name}.{end}") for name, question in zip(names, asked, strict=False)):
        (item,) = ask.answer(call, text).items
        assert item.call is not None and item.call.command == "check", text
        assert item.result is not None
        found = [one.finding for one in item.result.items if isinstance(one, Looked)]
        assert found and set(found) <= WARNED, text
