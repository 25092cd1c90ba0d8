"""`microjob compare`: what stands side by side is what each command says of a site alone."""

from __future__ import annotations

from typing import Any

from microjob_cli.catalog.payout import PayoutOption
from microjob_cli.commands import compare
from microjob_cli.commands import list as list_command
from microjob_cli.render.render import formatter_of
from microjob_cli.render.views import view_of
from microjob_cli.result import Result
from microjob_cli.settings import Settings
from tests.making import catalogue, option, rate, settings_for, site

BY_PAYPAL, BY_BKASH = option("paypal", "1 USD"), option("bkash", "500 BDT")


def rows(result: Result, settings: Settings) -> list[list[Any]]:
    _, told = view_of(result.command).table(result, formatter_of(settings, result))
    return [list(row) for row in told]


def minimums(*payouts: tuple[PayoutOption, ...]) -> tuple[list[str], list[str]]:
    """Those of sites with these payouts, in `compare` and in `list`."""
    sites = {f"site{number}": site(f"site{number}", payouts=one) for number, one in enumerate(payouts)}
    settings = settings_for(catalogue(platforms=sites, rates=(rate("120"),)))
    compared = rows(compare.run(settings, [*sites]), settings)
    listed = rows(list_command.run(settings, sort="name", columns="name,minimum"), settings)
    return next([str(cell) for cell in row[1:]] for row in compared if row[0] == "Minimum"), [
        str(row[2]) for row in listed
    ]


def test_the_minimum_is_that_of_a_method_that_reaches_her() -> None:
    compared, listed = minimums((BY_PAYPAL, BY_BKASH), (BY_BKASH,))
    assert compared == ["500 tk", "500 tk"]
    assert listed == ["500 BDT", "500 BDT"]


def test_of_a_site_that_cannot_reach_her_it_is_what_that_site_says() -> None:
    compared, listed = minimums((BY_PAYPAL,), (BY_BKASH,))
    assert compared == ["120 tk (1 USD)", "500 tk"]
    assert listed == ["1 USD", "500 BDT"]
