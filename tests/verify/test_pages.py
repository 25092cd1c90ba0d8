"""What a page says of a claim, by made-up pages: each as it should be judged, and none falsely called the same."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import Struct

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.facts import Claim, Confidence
from microjob_cli.catalog.measures import Days, Fee, Minimum, Pay, Percent
from microjob_cli.catalog.payout import Answer
from microjob_cli.verify.claims_to_find import ClaimToFind, names_of, to_find
from microjob_cli.verify.finding import Names, judge
from microjob_cli.verify.looks import Judged, Outcome
from microjob_cli.verify.pages import Page, page_of
from tests.verify.serving import html

SAME, DRIFTED, NOT_FOUND = Outcome.SAME, Outcome.DRIFTED, Outcome.NOT_FOUND


def of(field: str, value: Any, shipped: Catalogue, record: str = "hotovaga") -> ClaimToFind:
    """A claim of a field as if an official page of the site said it."""
    source = next(key for key, one in shipped.sources.items() if one.address.startswith("https://hotovaga.com"))
    found = to_find(
        ClaimToFind("platforms", record, field, Claim(value, source, Confidence.HIGH)), shipped, frozenset()
    )
    assert found.subjects
    return found


class Case(Struct, frozen=True):
    """A page, a claim that rests on it, and how that is judged."""

    name: str
    body: str
    field: str
    value: Any
    outcome: Outcome
    proposed: str | None = None

    def __str__(self) -> str:
        return self.name


FIVE, FEE = Minimum.parse("5 USD"), Fee.parse("2%")
TABLE = (
    "<table><tr><th>Method</th><th>Minimum</th><th>Fee</th><th>Time</th></tr>"
    "<tr><td>PayPal</td><td>$5.00</td><td>2%</td><td>3 days</td></tr>"
    "<tr><td>Skrill</td><td>$10.00</td><td>4%</td><td>7 days</td></tr></table>"
)
CASES = (
    Case("sign before", "<p>Minimum withdrawal by PayPal: $5</p>", "payouts.paypal.minimum", FIVE, SAME),
    Case("code behind", "<p>The minimum for PayPal is 5 USD.</p>", "payouts.paypal.minimum", FIVE, SAME),
    Case("cents", "<p>PayPal minimum US$5.00</p>", "payouts.paypal.minimum", FIVE, SAME),
    Case("words", "<p>With PayPal you need at least 5 dollars.</p>", "payouts.paypal.minimum", FIVE, SAME),
    Case("Bengali digits", "<p>পেপ্যালে সর্বনিম্ন ৫ ডলার তোলা যায়</p>", "payouts.paypal.minimum", FIVE, SAME),
    Case(
        "Bengali taka", "<p>বিকাশে ন্যূনতম ৳১,০০০ তুলতে হয়</p>", "payouts.bkash.minimum", Minimum.parse("1000 BDT"), SAME
    ),
    Case(
        "nukta by two code points", "<p>রকেট: সর্বনিম্ন ৫০০ টাকা আয\u09bc</p>", "payouts.rocket.minimum",
        Minimum.parse("500 BDT"), SAME,
    ),
    Case("a heading above", "<h3>PayPal</h3><p>Minimum: $5</p>", "payouts.paypal.minimum", FIVE, SAME),
    Case("two names share it", "<p>PayPal and Skrill: minimum $5</p>", "payouts.skrill.minimum", FIVE, SAME),
    Case("figures lead", "<p>$5 minimum via PayPal, $10 minimum via Skrill</p>", "payouts.paypal.minimum", FIVE, SAME),
    Case("table", TABLE, "payouts.paypal.minimum", FIVE, SAME),
    Case("table, its fee", TABLE, "payouts.paypal.fee", FEE, SAME),
    Case("table, its days", TABLE, "payouts.paypal.days", Days.parse("3"), SAME),
    Case("table, the other row", TABLE, "payouts.skrill.minimum", FIVE, DRIFTED, "10 USD"),
    Case(
        "swapped in a sentence", "<p>$10 minimum via PayPal, $5 minimum via Skrill</p>", "payouts.paypal.minimum", FIVE,
        DRIFTED, "10 USD",
    ),
    Case(
        "swapped in a table", TABLE.replace("PayPal", "X").replace("Skrill", "PayPal").replace("X", "Skrill"),
        "payouts.paypal.minimum", FIVE, DRIFTED, "10 USD",
    ),
    Case("raised", "<p>Minimum withdrawal by PayPal: $20</p>", "payouts.paypal.minimum", FIVE, DRIFTED, "20 USD"),
    Case("two others", "<p>PayPal minimum $20, VIP minimum $15</p>", "payouts.paypal.minimum", FIVE, DRIFTED, None),
    Case("fee raised", "<p>PayPal: a fee of 3.5% is taken</p>", "payouts.paypal.fee", FEE, DRIFTED, "3.5%"),
    Case("the figure is a bonus", "<p>PayPal: a bonus of $5 for you</p>", "payouts.paypal.minimum", FIVE, NOT_FOUND),
    Case("the figure is a fee", "<p>PayPal: the fee is $5</p>", "payouts.paypal.minimum", FIVE, NOT_FOUND),
    Case("another currency", "<p>PayPal minimum: €5</p>", "payouts.paypal.minimum", FIVE, NOT_FOUND),
    Case("another method", "<p>Skrill minimum: $5</p>", "payouts.paypal.minimum", FIVE, NOT_FOUND),
    Case(
        "too far away", f"<p>PayPal {'is a way to be paid for what you do ' * 4} minimum $5</p>",
        "payouts.paypal.minimum", FIVE, NOT_FOUND,
    ),
    Case("part of a number", "<p>PayPal minimum: $5,000</p>", "payouts.paypal.minimum", FIVE, DRIFTED, "5000 USD"),
    Case("only in a script", "<script>PayPal minimum: $5</script>", "payouts.paypal.minimum", FIVE, NOT_FOUND),
    Case("only in a style", "<style>PayPal minimum: $5</style>", "payouts.paypal.minimum", FIVE, NOT_FOUND),
    Case("only in the footer", "<footer>PayPal minimum: $5</footer>", "payouts.paypal.minimum", FIVE, NOT_FOUND),
    Case("only in a comment", "<!-- PayPal minimum: $5 -->", "payouts.paypal.minimum", FIVE, NOT_FOUND),
    Case("name is part of a word", "<p>Paypalooza minimum $5</p>", "payouts.paypal.minimum", FIVE, NOT_FOUND),
    Case("offered", "<p>You can withdraw by PayPal.</p>", "payouts.paypal.offered", Answer.YES, SAME),
    Case("offered in Bengali", "<p>বিকাশে পেমেন্ট দেওয়া হয়।</p>", "payouts.bkash.offered", Answer.YES, SAME),
    Case("no longer", "<p>We no longer pay by PayPal.</p>", "payouts.paypal.offered", Answer.YES, NOT_FOUND),
    Case("named for something else", "<p>PayPal is old.</p>", "payouts.paypal.offered", Answer.YES, NOT_FOUND),
    Case("success rate", "<p>Keep a success rate of 75%.</p>", "success_rate", Percent.parse("75%"), SAME),
    Case("success rate raised", "<p>success rate: 80%</p>", "success_rate", Percent.parse("75%"), DRIFTED, "80%"),
    Case("days to review", "<p>Jobs are reviewed within 7 days.</p>", "review_days", Days.parse("7"), SAME),
    Case(
        "working days", "<p>PayPal: sent within 3 to 5 business days</p>", "payouts.paypal.days",
        Days.parse("3 to 5 working"), SAME,
    ),
    Case(
        "pay per task", "<p>We pay $0.02 to $2 per task.</p>", "task_pay", Pay.parse("0.02 to 2 USD per task"), SAME
    ),
    Case("pay per hour", "<p>We pay $2 per hour.</p>", "task_pay", Pay.parse("2 USD per task"), NOT_FOUND),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_page_is_judged_as_it_should_be(case: Case, shipped: Catalogue) -> None:
    page = page_of(html(case.body).body, "utf-8", is_html=True)
    assert isinstance(page, Page)
    wanted = of(case.field, case.value, shipped)
    named = names_of(shipped)
    names = Names(
        {key: named[key] for key in (shipped.methods if case.field.startswith("payouts") else shipped.platforms)}
    )
    assert judge(page, wanted, names, own_page=True) == Judged(case.outcome, case.proposed)
