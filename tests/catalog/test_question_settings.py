"""What words may set, and that a wrong value is told where it stands."""

from __future__ import annotations

import pytest

from microjob_cli.advice.ranking import Prefer
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.errors import FormError
from microjob_cli.catalog.questions import Intent, Word
from microjob_cli.commands.compare import KNOWN_ROWS
from microjob_cli.storage.loading import missing_references, read_folder
from tests.running import Overlay


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        ("number", "0.5"),
        ("unit", "day"),
        ("device", "mobile"),
        ("status", "closed"),
        ("country", "BD"),
        ("fact", "kyc"),
    ],
)
def test_a_value_that_a_slot_can_have_is_taken(slot: str, value: str) -> None:
    assert Word("w", sets={slot: value}).sets == {slot: value}


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        ("number", "abc"), ("number", "-1"), ("number", "NaN"), ("multiplier", ""), ("unit", "mile"), ("device", "fax"),
        ("status", "open"), ("prefer", "cheapest"), ("order", "oldest"), ("country", "Bangladesh"),
        ("devise", "mobile"), ("aspect", "colour"),
    ],
)  # fmt: skip
def test_another_slot_or_value_is_refused(slot: str, value: str) -> None:
    with pytest.raises(FormError):
        Word("w", sets={slot: value})


@pytest.mark.parametrize("prefer", Prefer)
def test_what_recommend_prefers_can_be_set(prefer: Prefer) -> None:
    assert Word("w", sets={"prefer": prefer})


def test_every_aspect_is_a_row_of_a_comparison(shipped: Catalogue) -> None:
    set_by_words = {word.sets["aspect"] for word in shipped.words.values() if "aspect" in word.sets}
    intents: list[Intent] = list(shipped.intents.values())
    assert set_by_words | {intent.aspect for intent in intents if intent.aspect} <= set(KNOWN_ROWS)


@pytest.mark.parametrize("value", ["abc", "1e5", "five"])
def test_data_check_finds_a_number_that_is_none(value: str, overlay: Overlay) -> None:
    text = f"half:\n  en: [half]\n  sets: {{number: {value}}}\n"
    (found,) = read_folder(overlay({"questions/words/own.yaml": text})).findings
    assert (found.code, found.found, found.place.line) == ("wrong-form", f"number: {value}", 3)


def test_a_method_that_there_is_not_is_found_too(overlay: Overlay) -> None:
    text = "wallet:\n  en: [wallet]\n  sets: {payout_methods: no-such-wallet}\n"
    folder = read_folder(overlay({"questions/words/own.yaml": text}))
    codes = [finding.code for finding in missing_references(folder, folder)]
    assert codes == ["no-such-method"]
