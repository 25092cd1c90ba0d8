"""How much of the open set of offers is told rightly. These floors may only rise."""

from __future__ import annotations

from pathlib import Path

import pytest

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.settings import Settings
from tests.making import settings_for
from tools.offer_report import Outcome, judged, lines, main, share
from tools.reporting import entries

OPEN = Path(__file__).parent / "open.yaml"
FRAUDS, HONEST = 0.99, 0.99


@pytest.fixture(scope="module")
def outcomes(shipped: Catalogue) -> list[Outcome]:
    return [judged(one, settings_for(shipped, language_asked=True)) for one in entries(OPEN)]


def test_frauds_are_caught_by_a_right_sign(outcomes: list[Outcome]) -> None:
    assert share(outcomes, "scam") >= FRAUDS, "\n".join(lines(outcomes))


def test_honest_texts_raise_no_alarm(outcomes: list[Outcome]) -> None:
    assert share(outcomes, "legit") >= HONEST, "\n".join(lines(outcomes))


def test_the_report_tells_by_language_and_kind(outcomes: list[Outcome]) -> None:
    told = "\n".join(lines(outcomes))
    assert "scam bn" in told and "legit en" in told and "scam: join fee" in told


def test_addresses_are_judged_too(tmp_path: Path, shipped: Catalogue) -> None:
    file = tmp_path / "addresses.yaml"
    file.write_text(
        "addresses:\n"
        "- {id: a, address: bkash.com, label: real, want: known}\n"
        "- {id: b, address: bkash-offer.xyz, label: lookalike, want: warn}\n"
        "- {id: c, address: zorba.example, label: unrelated, want: unknown}\n"
        "- {id: d, address: zorba.example, label: lookalike, want: warn}\n",
        encoding="utf-8",
    )
    settings: Settings = settings_for(shipped, language_asked=True)
    assert [judged(one, settings).right for one in entries(file)] == [True, True, True, False]


def test_without_a_file_the_report_tells_how_to_call_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "offer_report" in capsys.readouterr().err
