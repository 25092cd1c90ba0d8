"""An outline says of a site what a full judgement says on every day, and its order is the true one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.domain.catalogue import Catalogue
from microjob_cli.domain.dates import PartialDate
from microjob_cli.domain.facts import Bound, Claim, Confidence, Evidence
from microjob_cli.domain.filters import Wanted
from microjob_cli.domain.measures import Minimum
from microjob_cli.domain.outline import Outline, Outlines, outline_of
from microjob_cli.domain.payout import Answer, PayoutOption
from microjob_cli.domain.platform import Platform, Status, WarningCode
from microjob_cli.domain.platform_facts import platform_facts
from microjob_cli.domain.ranking import Prefer
from microjob_cli.domain.routes import Router
from microjob_cli.domain.seeking import Seeker, Wish
from microjob_cli.domain.turning import outlines_from, turning_days
from tests.making import FRESH, SOURCES, claim, day, least, option, platform, site, warning, yes

DAYS = [date(2024, 1, 1), date(2026, 11, 23), date(2027, 6, 1)]
WISHES = {
    "anything": Wish(Wanted()),
    "to bKash": Wish(Wanted(payout=("bkash",))),
    "by bKash itself": Wish(Wanted(payout=("bkash",)), direct=True),
    "not by PayPal": Wish(Wanted(without=("paypal",)), Prefer.SAFEST),
    "to Payoneer, the soonest": Wish(Wanted(payout=("payoneer",)), Prefer.SOONEST),
}


def on(today: date, of: Platform) -> Outline:
    evidence = Evidence(SOURCES, today)
    return outline_of(platform_facts(of, evidence), evidence)


@pytest.mark.parametrize("wish", WISHES.values(), ids=WISHES)
@pytest.mark.parametrize("country", ["BD", "IN"])
@pytest.mark.parametrize("today", DAYS)
def test_a_candidate_is_as_its_full_judgement_says(shipped: Catalogue, wish: Wish, country: str, today: date) -> None:
    seeker = Seeker(wish, Router(shipped, shipped.evidence(today), country))
    for key in shipped.platforms:
        outline = seeker.outlines.of(key)
        one = seeker.candidate(key, outline, seeker.way_out(outline.offers))
        advice = one.advice
        assert (one.verdict, one.concerns, one.excluded) == (advice.verdict, len(advice.concerns), advice.excluded)
        assert one.accepted == (advice.facts.accepts_from(country).value is Answer.YES)
        assert (one.route is None) == (advice.route is None)
        if one.route and advice.route:
            for name in ("via", "to", "send", "receive", "exact", "kept", "standing", "available", "days"):
                assert getattr(one.route, name) == getattr(advice.route, name)


def test_outlines_carried_along_are_those_of_the_day(shipped: Catalogue) -> None:
    assert shipped.newest is not None
    start = shipped.newest.last
    outlines = {key: tuple(outlines_from(start, one, shipped.sources)) for key, one in shipped.platforms.items()}
    carried = replace(shipped, outlines=outlines)
    turning = {day for one in shipped.platforms.values() for day in turning_days(one, shipped.sources, after=start)}
    assert turning
    for today in sorted({start - timedelta(days=400), start, *turning, max(turning) + timedelta(days=9000)}):
        evidence = shipped.evidence(today)
        looked_up, made = Outlines(carried, evidence), Outlines(shipped, evidence)
        for key in shipped.platforms:
            assert replace(looked_up.of(key), since="") == replace(made.of(key), since="")


def test_the_best_are_the_first_of_all_judged_in_full(shipped: Catalogue) -> None:
    seeker = Seeker(Wish(Wanted(payout=("bkash",))), Router(shipped, shipped.evidence(DAYS[1]), "BD"))
    every = seeker.seek(1000)
    some = seeker.seek(3)
    assert [one.facts.id for one in some.best] == [one.facts.id for one in every.best[:3]]
    assert (some.more, every.more) == (len(every.best) - 3, 0)
    assert [one.id for one in some.unranked] == [one.id for one in every.unranked]


OFFERED = option("bkash", offered=yes(as_of="2026-01-01"), minimum=(*least("300 BDT", as_of="2026-02"),))
TURNS: dict[str, tuple[dict[str, Any], str]] = {
    "a status grows stale": ({"status": (claim(Status.ACTIVE, "official", "2026-03-10"),)}, "2027-03-11"),
    "a month counts from its last day": ({"status": (claim(Status.ACTIVE, "official", "2026-03"),)}, "2027-04-01"),
    "a country grows stale": ({"accepts": {"BD": yes(as_of="2026-03-10")}}, "2028-03-10"),
    "a claim begins": (
        {"status": (claim(Status.ACTIVE), claim(Status.CLOSED, "official", since="2027-01-05"))},
        "2027-01-05",
    ),
    "a claim ends": ({"status": (claim(Status.ACTIVE, "official", FRESH, until="2026-12-24"),)}, "2026-12-25"),
    "a page dated later is heard": ({"status": (claim(Status.CLOSED, "dated-2027"),)}, "2027-01-01"),
    "a warning is heard": ({"warnings": (warning(WarningCode.FRAUD_REPORT, "2027-02-01"),)}, "2027-02-01"),
    "an option ends": (
        {"payouts": (replace(OFFERED, until=(claim(PartialDate.parse("2026-12"), "official", "2026-05-01"),)),)},
        "2027-01-01",
    ),
    "an option has ended by then": (
        {"payouts": (replace(OFFERED, until=(claim(PartialDate.parse("2026-12-24"), bound=Bound.AT_MOST),)),)},
        "2026-12-24",
    ),
}


@pytest.mark.parametrize(("fields", "turns"), TURNS.values(), ids=TURNS)
def test_an_outline_changes_on_the_day(fields: dict[str, Any], turns: str) -> None:
    one = platform(**fields)
    outlines = list(outlines_from(date(2026, 11, 1), one, SOURCES))
    assert turns in [outline.since for outline in outlines[1:]]
    turning = date.fromisoformat(turns)
    before = on(turning - timedelta(days=1), one)
    assert replace(on(turning, one), since="") != replace(before, since="")


dates = st.dates(date(2024, 1, 1), date(2030, 1, 1))
partial = st.builds(lambda at, parts: PartialDate(at.year, at.month, at.day if parts else None), dates, st.booleans())
sources = st.sampled_from(sorted(SOURCES))


def claims_of(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Claim[Any], ...]]:
    maybe = st.none() | partial
    one = st.builds(
        Claim,
        values,
        sources,
        st.sampled_from(list(Confidence)),
        as_of=maybe,
        since=maybe,
        until=maybe,
        bound=st.sampled_from(list(Bound)),
    )
    return st.lists(one, max_size=3).map(tuple)


answers = claims_of(st.sampled_from(list(Answer)))
minimums = claims_of(st.sampled_from(["5 USD", "300 BDT", "4 USD or 300 BDT"]).map(Minimum.parse))
options = st.builds(PayoutOption, st.sampled_from(["bkash", "nagad"]), answers, minimums, until=claims_of(partial))
warnings = st.builds(
    lambda code, at: warning(code, str(at) if at else None), st.sampled_from(list(WarningCode)), st.none() | partial
)
platforms = st.builds(
    lambda status, accepts, payouts, warned: site(
        status=status, accepts={"BD": accepts}, payouts=tuple(payouts), warnings=tuple(warned)
    ),
    claims_of(st.sampled_from(list(Status))),
    answers,
    st.lists(options, max_size=2, unique_by=lambda one: one.method),
    st.lists(warnings, max_size=2),
)


@given(platforms, dates, dates)
def test_between_turning_days_nothing_changes(one: Platform, start: date, today: date) -> None:
    start, today = min(start, today), max(start, today)
    last = [outline for outline in outlines_from(start, one, SOURCES) if outline.since <= today.isoformat()][-1]
    assert replace(last, since="") == replace(on(today, one), since="")


def test_a_day_beyond_the_calendar_is_none() -> None:
    one = platform(status=(claim(Status.ACTIVE, "official", "9999-12-31", until="9999-12-31"),))
    assert turning_days(one, SOURCES, after=date(2026, 1, 1)) == {day("9999-12-31").last}  # type: ignore[union-attr]
