"""`microjob show` and `microjob compare` from the outside, on the invented records."""

from __future__ import annotations

import csv
import io

import pytest

from tests.running import Microjob


@pytest.mark.parametrize(
    "name",
    [
        "examplegigs", "ExampleGigs", "EXAMPLE GIGS", "tinytasks", "Tiny-Tasks", "এক্সাম্পল গিগস", "ব\u09a1\u09bc গিগস",
        "ব\u09dc গিগস", "examplegigs.example",
    ],
)  # fmt: skip
def test_every_name_shows_the_site(name: str, on_small: Microjob) -> None:
    answer = on_small("show", name, "-f", "json")
    assert (answer.code, answer.ids) == (0, ["examplegigs"])
    assert answer.json["query"] == {"name": name, "platform": "examplegigs", "full": False, "brief": False}


def test_a_former_name_is_said_to_be_one(on_small: Microjob) -> None:
    answer = on_small("show", "tinytasks")
    assert "TinyTasks is a former name: since August 2022 the site is called ExampleGigs." in answer.out
    assert on_small("show", "tinytasks", "-f", "json").notes == ["former-name"]
    assert on_small("show", "examplegigs", "-f", "json").notes == []


def test_everything_that_is_known_is_shown(on_small: Microjob) -> None:
    out = on_small("show", "examplegigs").out
    for told in (
        "ExampleGigs (formerly TinyTasks until August 2022)",
        "https://www.examplegigs.example",
        "2013", "sources disagree: 2012 (epsilon.example, undated)",
        "the United States",
        "computer and phone",
        "75%",
        "3 to 5 working days",
        "Litecoin: in use by August 2021",
        "Bitcoin ended by August 2021; replaced by Litecoin; its minimum was 5 USD (beta.example)",
        "Litecoin, minimum: sources disagree: 5 USD (beta.example, December 2025)",
        "tinytasks.example: A page under the old name that asks for a deposit.",
        "Work refused without pay: A buyer may refuse work without a reason. (beta.example, December 2025)",
        "Pay days: It pays on Fridays.",
        "3.9/5",
        "microjob why examplegigs status",
    ):  # fmt: skip
        assert told in out


def test_what_nobody_says_is_named(on_small: Microjob) -> None:
    out = on_small("show", "examplegigs").out
    unknown = out[out.index("Nobody we know of says") :]
    assert "Owner" in unknown
    assert "Litecoin (takes)" in unknown
    assert "Founded" not in unknown


def test_the_charges_are_told_beside_their_reply(on_small: Microjob) -> None:
    out = on_small("show", "examplegigs").out
    assert out.index("Warnings") < out.index("What was said in reply") < out.index("Good to know")


@pytest.mark.parametrize(
    ("name", "verdict", "reason"),
    [
        ("examplegigs", "unproven", "pays by bKash"),
        ("closedjobs", "closed", "closed"),
        ("mergedwork", "closed", "merged into another site"),
        ("nopay", "avoid", "reported as a fraud or as not paying (gamma.example, 10 May 2026)"),
        ("unnamed-2020", "closed", "no source tells its name"),
        ("blogonly", "unproven", "no dated source says that it works or pays"),
        ("paypalonly", "unreachable", "PayPal cannot be received in Bangladesh"),
    ],
)
def test_the_verdict_comes_first_with_its_reasons(name: str, verdict: str, reason: str, on_small: Microjob) -> None:
    (item,) = on_small("show", name, "-f", "json").items
    assert item["verdict"] == verdict
    told = "; ".join(one["text"] for one in item["verdict_reasons"])
    assert reason in told
    assert told in on_small("show", name, "--full").out


def test_two_names_of_one_site_are_no_comparison(on_small: Microjob) -> None:
    assert "these are names of one site, ExampleGigs" in on_small("compare", "examplegigs", "tinytasks").err


def test_on_another_day_another_answer(on_small: Microjob) -> None:
    (before,), (after,) = (
        on_small("show", "closedjobs", "-f", "json", today=day).items for day in ("2026-09-29", "2026-09-30")
    )
    assert (before["status"]["value"], after["status"]["value"]) == ("active", "closed")
    assert [claim["value"] for claim in after["status"]["earlier"]] == ["active"]
    (long_ago,) = on_small("show", "examplegigs", "-f", "json", today="2015-01-01").items
    assert long_ago["status"]["value"] is None
    assert long_ago["former_names"] == []


def test_another_country_another_answer(on_small: Microjob) -> None:
    out = on_small("show", "examplegigs", "--country", "in").out
    assert "From India" in out
    assert list(on_small("show", "nopay", "--country", "us", "-f", "json").items[0]["accepts"]) == ["BD", "US"]


def test_csv_is_one_claim_a_row(on_small: Microjob) -> None:
    text = on_small("show", "examplegigs", "-f", "csv").out.removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert list(rows[0]) == ["id", "field", "value", "source", "kind", "as_of", "confidence"]
    founded = [(row["value"], row["source"]) for row in rows if row["field"] == "founded"]
    assert founded == [("2013", "beta-review"), ("April 2013", "delta-blog"), ("2012", "epsilon-forum")]
    assert {"payouts.bkash.minimum", "accepts.BD", "tasks.survey.pay", "status"} <= {row["field"] for row in rows}


def test_compare_sets_sites_side_by_side(on_small: Microjob) -> None:
    out = on_small("compare", "examplegigs", "blogonly", "paypalonly").out
    assert out.startswith("Can pay you in Bangladesh: ExampleGigs and BlogOnly. Not known to be able to: PayPalOnly.")
    head = out.splitlines()[2]
    assert head.split() == ["ExampleGigs", "BlogOnly", "PayPalOnly"]
    assert "at least 2 USD" in out
    assert "10 USD (others: 5 USD) ?" in out


def test_compare_as_json_has_the_verdicts(on_small: Microjob) -> None:
    answer = on_small("compare", "tinytasks", "nopay", "-f", "json")
    assert answer.ids == ["examplegigs", "nopay"]
    assert [item["verdict"] for item in answer.items] == ["unproven", "avoid"]
    assert answer.notes == ["former-name"]


@pytest.mark.parametrize(
    "names",
    [("examplegigs",), ("examplegigs", "tinytasks"), ("examplegigs", "blogonly", "nopay", "paypalonly")],
)
def test_compare_needs_two_or_three_sites(names: tuple[str, ...], on_small: Microjob) -> None:
    answer = on_small("compare", *names)
    assert (answer.code, answer.out) == (2, "")
    assert "two or three" in answer.err


def test_compare_names_the_one_that_is_not_found(on_small: Microjob) -> None:
    answer = on_small("compare", "examplegigs", "blogonli")
    assert answer.code == 3
    assert "blogonli" in answer.err
    assert "BlogOnly" in answer.err or "blogonly" in answer.err


def test_a_value_much_older_than_its_row_has_its_own_date(microjob: Microjob) -> None:
    """Microworkers' minimum by PayPal was last told of in 2009, the payout itself years later."""
    assert "9 USD (29 June 2009)" in microjob("show", "microworkers").out


def test_methods_that_do_not_work_at_home_are_told(microjob: Microjob) -> None:
    told = microjob("show", "sproutgigs").out
    assert "PayPal cannot be received in Bangladesh." in told
    assert "the authorities of Bangladesh forbid dealing in it" in told
    assert "cannot be received" not in microjob("--country", "US", "show", "sproutgigs").out
