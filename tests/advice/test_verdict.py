"""The published rule of the verdict, clause by clause."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from microjob_cli.advice.testimony import Level
from microjob_cli.advice.verdict import Judge, Judgement, Reach, Verdict, not_ranked
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.facts import Cited
from microjob_cli.catalog.payout import Answer, Standing
from microjob_cli.catalog.platform import (
    PayToJoin,
    Platform,
    PlatformKind,
    Skill,
    Status,
    WarningCode,
    Weight,
    Witness,
)
from microjob_cli.catalog.transfer import Transfer
from microjob_cli.payouts.network import Network
from tests.making import (
    EVIDENCE,
    FRESH,
    METHODS,
    TODAY,
    catalogue,
    claim,
    day,
    facts,
    method,
    option,
    platform,
    proof,
    site,
    warning,
    yes,
)

TWO_YEARS = str(TODAY - timedelta(days=730))
OLDER = str(TODAY - timedelta(days=731))
CLEAR = (claim(Standing.CLEAR, "official", FRESH),)


def hop(start: str, to: str = "bkash", **fields: Any) -> Transfer:
    known: dict[str, Any] = {"available": yes(), "standing": CLEAR}
    return Transfer(f"{start}-{to}", "BD", start, to, **{**known, **fields})


TRANSFERS = {
    one.id: one
    for one in (
        hop("payoneer"),
        hop("grey", standing=()),
        hop("untried", available=()),
        hop("hundi", standing=(claim(Standing.FORBIDDEN, "official", FRESH),)),
    )
}
MORE = {key: method(key) for key in ("payoneer", "grey", "untried", "hundi", "card")}
CATALOGUE = catalogue(methods={**METHODS, **MORE}, transfers=TRANSFERS)


def judged(on: Platform, country: str = "BD", known: Catalogue = CATALOGUE, **asked: Any) -> Judgement:
    return Judge(Network(known, EVIDENCE, country), **asked).judge(facts(on))


def said_not_to_pay(*sources: str) -> dict[str, Any]:
    return {"status": tuple(claim(Status.NOT_PAYING_REPORTS, one, FRESH) for one in sources)}


def paying_by(*methods: str) -> dict[str, Any]:
    return {"payouts": tuple(option(one, "1 USD") for one in methods)}


CLAUSES: dict[str, tuple[dict[str, Any], Verdict, str]] = {
    "reported by news": (said_not_to_pay("news"), Verdict.AVOID, "reported"),
    "reported officially": (said_not_to_pay("official"), Verdict.AVOID, "reported"),
    "reported by two": (said_not_to_pay("blog", "independent"), Verdict.AVOID, "reported"),
    "reported by one publisher": (said_not_to_pay("independent", "same-publisher"), Verdict.UNKNOWN, "reported-by-one"),
    "reported by a blog": (said_not_to_pay("blog"), Verdict.UNKNOWN, "reported-by-one"),
    "a fraud by one blog": ({"warnings": (warning(WarningCode.FRAUD_REPORT),)}, Verdict.UNKNOWN, "reported-by-one"),
    "asks for money": ({"pay_to_join": (claim(PayToJoin.PAY),)}, Verdict.AVOID, "warned-pay-to-join"),
    "wants others": ({"pay_to_join": (claim(PayToJoin.RECRUIT),)}, Verdict.AVOID, "warned-must-recruit"),
    "joining is free": ({"pay_to_join": (claim(PayToJoin.NO),)}, Verdict.UNPROVEN, "pays-by"),
    "closed": ({"status": (claim(Status.CLOSED, "official", FRESH),)}, Verdict.CLOSED, "status-closed"),
    "merged": ({"status": (claim(Status.MERGED, "official", FRESH),)}, Verdict.CLOSED, "status-merged"),
    "paused": ({"status": (claim(Status.PAUSED, "official", FRESH),)}, Verdict.CLOSED, "status-paused"),
    "nameless": ({"unnamed": True}, Verdict.CLOSED, "unnamed"),
    "country refused": (
        {"accepts": {"BD": (claim(Answer.NO, "official", FRESH),)}}, Verdict.UNREACHABLE, "country-refused",
    ),
    "refused and taken by equally good sources": (
        {"accepts": {"BD": (claim(Answer.NO, "blog", FRESH), claim(Answer.YES, "blog", FRESH))}},
        Verdict.UNKNOWN, "country-disputed",
    ),
    "not received": (paying_by("paypal"), Verdict.UNREACHABLE, "payout-unreceivable"),
    "forbidden": (paying_by("forbidden-coin"), Verdict.UNREACHABLE, "payout-forbidden"),
    "every way blocked": (paying_by("hundi"), Verdict.UNREACHABLE, "payout-unreceivable"),
    "no payout told": ({"payouts": ()}, Verdict.UNKNOWN, "payout-unknown"),
    "nowhere to be found": (
        {"website": None, "status": (claim(Status.UNKNOWN),)}, Verdict.UNKNOWN, "no-address",
    ),
    "no way recorded": (paying_by("paypal", "card"), Verdict.UNKNOWN, "reach-unknown"),
    "law not clear": (paying_by("grey"), Verdict.UNKNOWN, "reach-unknown"),
    "not known to work": (paying_by("untried"), Verdict.UNKNOWN, "reach-unknown"),
    "through something else": (paying_by("payoneer"), Verdict.UNPROVEN, "pays-by"),
    "one of its methods": (paying_by("paypal", "card", "bkash"), Verdict.UNPROVEN, "pays-by"),
    "of unknown status": ({"status": ()}, Verdict.UNPROVEN, "pays-by"),
    "country not told": ({"accepts": {}}, Verdict.UNPROVEN, "pays-by"),
    "somebody was paid": ({"payment_proof": (proof(),)}, Verdict.PROVEN, "pays-by"),
}  # fmt: skip


@pytest.mark.parametrize(("fields", "verdict", "code"), CLAUSES.values(), ids=CLAUSES)
def test_each_clause_of_the_rule(fields: dict[str, Any], verdict: Verdict, code: str) -> None:
    found = judged(site(**fields))
    assert found.verdict is verdict
    assert found.reasons[0].code == code


# What each reason names, and how much it weighs.
NAMED: dict[str, tuple[dict[str, Any], Weight | None, dict[str, Any]]] = {
    "reported": (said_not_to_pay("news", "blog"), Weight.AVOID, {"who": Cited("news", day(FRESH))}),
    "reported-by-one": (
        {"warnings": (warning(WarningCode.FRAUD_REPORT), warning(WarningCode.LOW_PAY, "2026-11-01", "independent"))},
        Weight.CARE, {"who": Cited("blog", day(FRESH))},
    ),
    "warned-pay-to-join": ({"pay_to_join": (claim(PayToJoin.PAY),)}, Weight.AVOID, {}),
    "status-closed": ({"status": (claim(Status.CLOSED, "official", FRESH),)}, Weight.AVOID, {"as_of": day(FRESH)}),
    "unnamed": ({"unnamed": True}, Weight.AVOID, {}),
    "country-refused": (
        {"accepts": {"BD": (claim(Answer.NO, "official", FRESH),)}}, Weight.AVOID, {"country": "BD"},
    ),
    "country-disputed": (
        {"accepts": {"BD": (claim(Answer.NO, "blog", FRESH), claim(Answer.YES, "blog", FRESH))}},
        Weight.CARE, {"country": "BD"},
    ),
    "payout-unreceivable": (
        paying_by("paypal", "hundi"), Weight.CARE, {"methods": ("paypal", "hundi"), "country": "BD"},
    ),
    "payout-forbidden": (
        paying_by("forbidden-coin"), Weight.CARE, {"methods": ("forbidden-coin",), "country": "BD"},
    ),
    "payout-unknown": ({"payouts": ()}, Weight.CARE, {}),
    "reach-unknown": (paying_by("paypal", "card"), Weight.CARE, {"methods": ("card",)}),
    "no-address": ({"website": None, "status": ()}, Weight.CARE, {}),
    "pays-by": (paying_by("paypal", "bkash", "payoneer"), None, {"methods": ("bkash", "payoneer")}),
    "witnessed": (
        {"status": tuple(claim(Status.ACTIVE, one, FRESH) for one in ("blog", "news"))},
        None, {"who": Cited("news", day(FRESH)), "count": 2},
    ),
    "witnessed-long-ago": (
        {"status": (claim(Status.ACTIVE, "blog", OLDER),)}, Weight.CARE, {"who": Cited("blog", day(OLDER)), "count": 1},
    ),
    "paid": ({"payment_proof": (proof(),)}, None, {"who": Cited("blog", day(FRESH)), "count": 1}),
    "site-only": ({}, Weight.CARE, {}),
}  # fmt: skip


@pytest.mark.parametrize("code", NAMED)
def test_a_reason_names_what_it_rests_on(code: str) -> None:
    fields, weight, details = NAMED[code]
    (found,) = (one for one in judged(site(**fields)).reasons if one.code == code)
    assert (found.weight, dict(found.details)) == (weight, details)


def test_of_several_reports_the_newest_is_named_by_its_own_day_or_that_of_its_page() -> None:
    reports = [warning(WarningCode.FRAUD_REPORT, as_of, said_by) for as_of, said_by in
               ((None, "news"), (None, "news-2026-10"), ("2026-09", "blog"))]  # fmt: skip
    for several in (reports, reports[::-1]):
        assert judged(site(warnings=tuple(several))).reasons[0].details["who"] == Cited("news-2026-10", day("2026-10"))
    later = warning(WarningCode.FRAUD_REPORT, "2026-11-01", "dated-2020")
    assert judged(site(warnings=(*reports, later))).reasons[0].details["who"] == Cited("dated-2020", day("2026-11-01"))


def test_one_cannot_begin_where_a_site_is_shut_and_is_paid_only_by_what_reaches_one() -> None:
    assert judged(site(unnamed=True)).is_shut
    assert judged(site(**said_not_to_pay("news"))).is_shut
    assert judged(site(accepts={"BD": (claim(Answer.NO, "official", FRESH),)})).is_shut
    assert not judged(site(**paying_by("paypal"))).is_shut
    mixed = judged(site(**paying_by("paypal", "card", "bkash")), without=("nagad",))
    assert [one.method for one in mixed.usable] == ["bkash"]
    assert [mixed.reach(one) for one in ("paypal", "card", "bkash", "nagad")] == ["no", "unknown", "yes", "no"]


@pytest.mark.parametrize(
    ("fields", "reach"),
    [
        ({"reaches": {"BD": (claim(Answer.NO, "blog", FRESH), claim(Answer.YES, "blog", FRESH))}}, Reach.UNKNOWN),
        ({"reaches": {"BD": (claim(Answer.NO, "official", FRESH), claim(Answer.YES, "blog", OLDER))}}, Reach.NO),
        (
            {
                "reaches": {"BD": (claim(Answer.YES, "blog", FRESH), claim(Answer.NO, "blog", FRESH))},
                "standing": {"BD": (claim(Standing.FORBIDDEN, "official", FRESH),)},
            },
            Reach.NO,
        ),
    ],
)
def test_a_block_is_open_only_where_just_that_is_disputed(fields: dict[str, Any], reach: Reach) -> None:
    known = replace(CATALOGUE, methods={**CATALOGUE.methods, "payoneer": method("payoneer", **fields)})
    assert judged(site(**paying_by("payoneer")), known=known).reach("payoneer") is reach


def test_who_tells_of_a_payment_and_who_of_none_is_kept() -> None:
    paid, unpaid = proof(as_of="2026-05"), proof("news", "2026-06", Answer.NO)
    found = judged(site(payment_proof=(paid, unpaid))).testimony
    assert (found.by, found.unpaid) == (Witness.WORKER, unpaid)
    assert judged(site(payment_proof=(unpaid,))).testimony.unpaid is unpaid
    before = judged(site(payment_proof=(proof(as_of="2026-07"), unpaid))).testimony
    assert (before.by, before.unpaid, before.level) == (Witness.WORKER, None, Level.PAID)
    same_day = judged(site(payment_proof=(proof(as_of="2026-06"), unpaid))).testimony
    assert (same_day.unpaid, same_day.level) == (unpaid, Level.RECENT)
    assert judged(site()).testimony.by is None


def test_the_gravest_clause_decides() -> None:
    worst = site(**said_not_to_pay("news"), unnamed=True, payouts=(), payment_proof=(proof(),))
    assert judged(worst).verdict is Verdict.AVOID
    assert judged(site(unnamed=True, payouts=())).verdict is Verdict.CLOSED
    assert list(Verdict) == ["proven", "unproven", "unknown", "unreachable", "closed", "avoid"]


def test_it_is_of_one_person() -> None:
    paypal = site(**paying_by("paypal"), accepts={})
    assert judged(paypal, "IN").verdict is Verdict.UNKNOWN
    assert judged(site(), targets=("nagad",)).verdict is Verdict.UNKNOWN
    assert judged(site(), targets=("bkash",)).verdict is Verdict.UNPROVEN
    both = site(**paying_by("payoneer", "bkash"))
    assert judged(both, without=("payoneer",)).reasons[0].details["methods"] == ("bkash",)
    assert judged(both, without=("payoneer", "bkash")).verdict is Verdict.UNKNOWN
    assert judged(both, only=("payoneer",)).reasons[0].details["methods"] == ("payoneer",)


LEVELS: dict[str, tuple[dict[str, Any], Level, int, int]] = {
    "somebody was paid": ({"payment_proof": (proof(),)}, Level.PAID, 1, 1),
    "just two years ago": ({"payment_proof": (proof(as_of=TWO_YEARS),)}, Level.PAID, 1, 1),
    "longer ago": ({"payment_proof": (proof(as_of=OLDER),)}, Level.OLD, 1, 1),
    "nobody knows when": ({"payment_proof": (proof(as_of=None),)}, Level.SITE_ONLY, 0, 0),
    "the site says so": ({"payment_proof": (proof(by=Witness.SITE),)}, Level.SITE_ONLY, 0, 0),
    "on an official page": ({"payment_proof": (proof("official"),)}, Level.SITE_ONLY, 0, 0),
    "and later not": (
        {"payment_proof": (proof(as_of="2026-05"), proof("news", as_of="2026-06", paid=Answer.NO))}, Level.RECENT, 1, 1,
    ),
    "and earlier not": (
        {"payment_proof": (proof(as_of="2026-06"), proof("news", as_of="2026-05", paid=Answer.NO))}, Level.PAID, 1, 1,
    ),
    "a blog says it works": ({"status": (claim(Status.ACTIVE, "blog", FRESH),)}, Level.RECENT, 1, 0),
    "long ago": ({"status": (claim(Status.ACTIVE, "blog", OLDER),)}, Level.OLD, 1, 0),
    "without a date": ({"status": (claim(Status.ACTIVE, "blog"),)}, Level.SITE_ONLY, 0, 0),
    "two publishers": (
        {"status": tuple(claim(Status.ACTIVE, one, FRESH) for one in ("independent", "same-publisher", "news"))},
        Level.RECENT, 2, 0,
    ),
    "a blog on the payout": (
        {"payouts": (option(offered=(*yes(), *yes("blog"))),), "status": ()}, Level.RECENT, 1, 0,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("fields", "level", "witnesses", "proofs"), LEVELS.values(), ids=LEVELS)
def test_the_level_of_evidence(fields: dict[str, Any], level: Level, witnesses: int, proofs: int) -> None:
    found = judged(site(**fields)).testimony
    assert (found.level, found.witnesses, found.proofs) == (level, witnesses, proofs)
    assert (found.source is None) is (level in (Level.SITE_ONLY, Level.NOBODY))


def test_the_page_s_own_date_will_do() -> None:
    found = judged(site(status=(claim(Status.ACTIVE, "news-2026-10"),))).testimony
    assert (found.level, str(found.day)) == (Level.RECENT, "2026-10")


@pytest.mark.parametrize("source", ["own-blog", "own-copy"])
def test_a_page_of_the_site_s_own_is_no_witness_whatever_it_is_called(source: str) -> None:
    own = site(website="https://www.site.example", status=(claim(Status.ACTIVE, source, FRESH),), payouts=())
    assert judged(own).testimony.level is Level.SITE_ONLY
    elsewhere = site(website="https://other.example", status=(claim(Status.ACTIVE, source, FRESH),), payouts=())
    assert judged(elsewhere).testimony.level is Level.RECENT


def test_of_a_site_of_which_nobody_speaks_nothing_is_known() -> None:
    found = judged(platform())
    assert (found.verdict, found.testimony.level) == (Verdict.UNKNOWN, Level.NOBODY)
    assert [reason.code for reason in found.reasons] == ["payout-unknown", "nobody"]


@pytest.mark.parametrize(
    ("fields", "asked", "why"),
    [
        ({}, {}, None),
        ({"kind": (claim(PlatformKind.SURVEYS),), "skill": (claim(Skill.TEST),)}, {}, None),
        ({"kind": (claim(PlatformKind.FREELANCE),)}, {}, "freelance"),
        ({"kind": (claim(PlatformKind.FREELANCE),)}, {"kinds": (PlatformKind.FREELANCE,)}, None),
        ({"kind": (claim(PlatformKind.INVESTMENT_SCHEME),)}, {}, "investment-scheme"),
        ({"skill": (claim(Skill.EXPERT),)}, {}, "expert"),
        ({"skill": (claim(Skill.EXPERT),)}, {"skills": (Skill.EXPERT,)}, None),
    ],
)
def test_what_is_no_micro_job_or_for_experts_is_not_ranked_unasked(
    fields: dict[str, Any], asked: dict[str, Any], why: str | None
) -> None:
    assert judged(site(**fields)).verdict is Verdict.UNPROVEN
    assert not_ranked(facts(site(**fields)), **asked) == why
