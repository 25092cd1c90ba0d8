"""The worked examples of `docs/ranking.md` come out as the page says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from microjob_cli.advice.ranking import Keys
from microjob_cli.advice.search import Advice, Wish, find_platforms
from microjob_cli.catalog.measures import Fee
from microjob_cli.catalog.payout import Answer, PayoutOption
from microjob_cli.catalog.platform import PayToJoin, Platform, Status, WarningCode
from microjob_cli.payouts.router import Router
from tests.advice.test_ranking import FREE, KNOWN, SOURCES
from tests.making import EVIDENCE, FRESH, METHODS, claim, method, option, proof, site, warning

PAGE = (Path(__file__).parent.parent.parent / "docs" / "ranking.md").read_text(encoding="utf-8")
CARD = replace(KNOWN, methods={**KNOWN.methods, **METHODS, "card": method("card")})
NINE = (claim(Fee.parse("9%"), "official"),)
BLOG = {"status": (claim(Status.ACTIVE, "official"), claim(Status.ACTIVE, "blog", "2026-10"))}
PAID = (proof("forum", "2026-10"),)

JUDGED: dict[str, dict[str, Any]] = {
    "pays by bKash, says the site; an outside blog of October 2026 calls it active": BLOG,
    "the same, and a worker tells on a forum that she was paid in October 2026": {**BLOG, "payment_proof": PAID},
    "the same, and a paper tells in November 2026 that others were not": {
        **BLOG, "payment_proof": (*PAID, proof("news", "2026-11", Answer.NO)),
    },
    "pays by PayPal alone, which Bangladesh does not receive": {"payouts": (option("paypal"),)},
    "pays by PayPal and by a card of which nobody says whether it arrives": {
        "payouts": (option("paypal"), option("card")),
    },
    "a blog reports that it does not pay": {"status": (claim(Status.NOT_PAYING_REPORTS, "blog", FRESH),)},
    "a newspaper reports that it does not pay": {
        "status": (claim(Status.NOT_PAYING_REPORTS, "news", FRESH),), "payouts": (),
    },
    "it asks for a deposit, says a blog; a worker was paid in October 2026": {
        "pay_to_join": (claim(PayToJoin.PAY, "blog", FRESH),), "payment_proof": PAID,
    },
}  # fmt: skip


def paying(smallest: str | None, fee: Any, via: str = "bkash") -> dict[str, tuple[PayoutOption, ...]]:
    return {"payouts": (option(via, smallest, fee=fee),)}


ORDERED: dict[tuple[str, str], tuple[dict[str, Any], dict[str, Any]]] = {
    ("pays bKash itself, unproven", "pays Payoneer, proven"): (
        paying("100 BDT", FREE), {**paying("100 BDT", FREE, "payoneer"), "payment_proof": PAID},
    ),
    ("one blog of this year", "five blogs of 2019"): (
        BLOG, {"status": tuple(claim(Status.ACTIVE, f"blog-{number}", "2019") for number in range(5))},
    ),
    ("minimum 100 BDT, charge not known", "minimum not known, charge 0"): (paying("100 BDT", ()), paying(None, FREE)),
    ("charge 9%", "charge not known"): (paying("100 BDT", NINE), paying("100 BDT", ())),
    ("no warning, charge 9%", "a warning about privacy, charge 0"): (
        paying("100 BDT", NINE), {**paying("100 BDT", FREE), "warnings": (warning(WarningCode.PRIVACY),)},
    ),
}  # fmt: skip


def rows(head: str) -> Iterator[list[str]]:
    """The rows of the table of the page that has this head."""
    table = PAGE.split(f"| {head} |", 1)[1].split("\n\n")[0]
    yield from ([cell.strip() for cell in row.strip("| ").split(" | ")] for row in table.splitlines()[2:])


def advised(*sites: Platform, targets: tuple[str, ...] = ()) -> list[Advice]:
    known = replace(CARD, platforms={one.id: one for one in sites}, sources=SOURCES)
    found = find_platforms(Wish(targets=targets), Router(known, replace(EVIDENCE, sources=SOURCES), "BD"))
    return [*found.ranked, *found.unranked]


@pytest.mark.parametrize(("told", "verdict", "evidence"), [*rows("what the records say")])
def test_verdicts(told: str, verdict: str, evidence: str) -> None:
    (one,) = advised(site(**JUDGED[told]))
    assert (str(one.verdict), str(one.testimony.level)) == (verdict, evidence)


@pytest.mark.parametrize(("first", "second", "key"), [*rows("comes first")])
def test_order(first: str, second: str, key: str) -> None:
    one, other = ORDERED[first, second]
    best, next_best = advised(site("z", **one), site("a", **other), targets=("bkash",))
    assert [best.facts.id, next_best.facts.id] == ["z", "a"]
    assert best.keys and next_best.keys
    names = (name for name in Keys.__struct_fields__ if getattr(best.keys, name) != getattr(next_best.keys, name))
    assert next(names) == key


def test_every_key_is_described() -> None:
    table = PAGE.split("| | key |", 1)[1].split("\n\n")[0]
    assert len(re.findall(r"^\| \d+ \|", table, re.MULTILINE)) == len(Keys.__struct_fields__)
