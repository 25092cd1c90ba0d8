"""How often `check` alarms for nothing, and how often it misses, over many addresses and texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from microjob_cli.addresses.lookalikes import AddressKind
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.offers import Shown
from microjob_cli.commands import check
from microjob_cli.scams.checking import Looked
from microjob_cli.settings import Settings
from microjob_cli.storage.reading import read_file
from tests.making import settings_for

HERE = Path(__file__).parent
ALARMS = frozenset({AddressKind.LOOKALIKE, AddressKind.NEAR_MISS, AddressKind.REPORTED})
DOUBTS = frozenset({AddressKind.RESEMBLING, AddressKind.BEARING})
# Of the texts that the cues were written with, so many must be told rightly; of those that nobody looked at, so many.
SEEN, UNSEEN_HARMLESS, UNSEEN_FRAUDULENT = 0.98, 0.9, 0.95


@pytest.fixture(scope="module")
def call(shipped: Catalogue) -> Settings:
    return settings_for(shipped, language_asked=True)


def read(name: str) -> Mapping[str, Any]:
    data: Mapping[str, Any] = read_file(HERE / f"{name}.yaml", name).data
    return data


def looked(text: str, call: Settings) -> list[tuple[AddressKind, str | None]]:
    """What each address and name in a text is, with the site."""
    found = [one for one in check.run(call, [text]).items if isinstance(one, Looked)]
    return [(one.finding, one.owner.id if one.owner else None) for one in found]


def signs(text: str, call: Settings) -> set[str]:
    """The danger signs of a text, without what a link only hides."""
    shown = [one.sign for one in check.run(call, [text]).items if isinstance(one, Shown)]
    return {sign.id for sign in shown if not sign.is_doubt}


def wrong(name: str, call: Settings) -> tuple[list[str], int]:
    """The texts of a file that are told otherwise than they should be, and how many there are."""
    texts: Sequence[Mapping[str, Any]] = read(name)["texts"]
    found = {one["id"]: signs(one["text"], call) for one in texts}
    wanted = {one["id"]: set(one.get("signs") or ()) for one in texts}
    return [key for key in found if not (found[key] & wanted[key] if wanted[key] else not found[key])], len(texts)


def test_no_well_known_address_is_called_a_copy(call: Settings) -> None:
    addresses = read("addresses")["well_known"]
    found = {one: looked(one, call) for one in addresses}
    assert len(addresses) >= 55
    assert {one: told for one, told in found.items() if [finding for finding, _ in told] != [AddressKind.UNKNOWN]} == {}


def test_the_own_address_of_a_firm_is_known(call: Settings) -> None:
    found = {one: [finding for finding, _ in looked(one, call)] for one in read("addresses")["owned"]}
    assert {one: told for one, told in found.items() if told != [AddressKind.REAL]} == {}


def test_a_namesake_is_at_most_doubted(call: Settings) -> None:
    found = {one: {finding for finding, _ in looked(one, call)} for one in read("addresses")["namesakes"]}
    assert {one: told for one, told in found.items() if told & ALARMS} == {}
    assert any(told & DOUBTS for told in found.values())


def test_every_copy_is_told_with_the_site_that_it_passes_for(call: Settings) -> None:
    copies = read("addresses")["lookalikes"]
    found = {one["text"]: (looked(one["text"], call), one["platform"]) for one in copies}
    missed = {
        text: told
        for text, (told, platform) in found.items()
        if not any(finding in ALARMS | DOUBTS and site == platform for finding, site in told)
    }
    assert len(copies) >= 30
    assert missed == {}
    alarmed = [text for text, (told, _) in found.items() if any(finding in ALARMS for finding, _ in told)]
    assert len(alarmed) >= 0.7 * len(copies)


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("harmless", SEEN),
        ("fraudulent", SEEN),
        ("harmless_unseen", UNSEEN_HARMLESS),
        ("fraudulent_unseen", UNSEEN_FRAUDULENT),
    ],
)
def test_offers_are_told_from_frauds(name: str, least: float, call: Settings) -> None:
    missed, count = wrong(name, call)
    assert count >= 20
    assert count - len(missed) >= least * count, missed
