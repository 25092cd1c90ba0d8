"""What an hour brings: the formula, the draws, and what is assumed for a site, a task, a way home."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.catalog.catalogue import TaskType
from microjob_cli.catalog.earning_records import (
    Assumption,
    AssumptionName,
    Counted,
    Floor,
    Ground,
    Measure,
    PriceFloors,
    Study,
    Support,
    Unit,
    Zone,
)
from microjob_cli.catalog.errors import FormError, RecordsBroken, UsageProblem
from microjob_cli.catalog.facts import Bound, Confidence
from microjob_cli.catalog.measures import Days, Figure, Minutes, Pay, Percent
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.platform import ENDED, Platform, TaskOffer, WarningCode
from microjob_cli.catalog.text import Text
from microjob_cli.earnings import sampling
from microjob_cli.earnings.assumptions import Assumed, NoEstimate, given_value, moved, wait
from microjob_cli.earnings.choosing import About
from microjob_cli.earnings.estimate import Estimate, Plan, benchmarks, comparison, estimate
from microjob_cli.earnings.sampling import MONTH, Spread, Spreads, days_to_payout, first_month
from microjob_cli.payouts.router import Router
from tests.making import EVIDENCE, catalogue, claim, facts, option, rate, site, warning, yes

NAME = AssumptionName
WORDS = Text("English.", "বাংলা।")

# The general assumptions of these tests; the first six are those of the worked cases.
USUAL: dict[AssumptionName, tuple[str, str, str, Unit]] = {
    NAME.WORK_FOUND_SHARE: ("0.35", "0.6", "0.9", Unit.SHARE),
    NAME.WELL_PAID_WORK_SHARE: ("0.02", "0.08", "0.25", Unit.SHARE),
    NAME.MINUTES_PER_TASK: ("4", "3", "3", Unit.MINUTES),
    NAME.UNPAID_SHARE: ("0.45", "0.33", "0.25", Unit.SHARE),
    NAME.PRICE: ("0.05", "0.08", "0.15", Unit.USD_PER_TASK),
    NAME.ACCEPTANCE: ("0.8", "0.9", "0.96", Unit.SHARE),
    NAME.FEE_SHARE: ("0.1", "0.06", "0.03", Unit.SHARE),
    NAME.FIRST_MONTH_WORK: ("0.3", "0.5", "0.8", Unit.SHARE),
    NAME.FIRST_MONTH_ACCEPTANCE: ("0.85", "0.95", "1", Unit.SHARE),
    NAME.PAYOUT_MINIMUM: ("9", "5", "2.5", Unit.USD),
    NAME.REVIEW_DAYS: ("7", "3", "0", Unit.DAYS),
    NAME.PAYOUT_DAYS: ("12", "5", "1", Unit.DAYS),
}
CASES = {"pessimistic": 0, "middle": 1, "optimistic": 2}
FORMULA = (
    NAME.WORK_FOUND_SHARE, NAME.MINUTES_PER_TASK, NAME.UNPAID_SHARE, NAME.PRICE, NAME.ACCEPTANCE, NAME.FEE_SHARE,
)  # fmt: skip


def assumption(name: AssumptionName, low: str, typical: str, high: str, unit: Unit) -> Assumption:
    amounts = Decimal(low), Decimal(typical), Decimal(high)
    return Assumption(name, WORDS, *amounts, unit, Ground.GUESS, (Support(source="blog"),), WORDS)


ASSUMPTIONS = {name: assumption(name, *values) for name, values in USUAL.items()}


def task(key: str, **fields: Any) -> TaskType:
    return TaskType(key, Text(key, key), WORDS, **fields)


TASKS = {
    one.id: one
    for one in (
        task("sign-up", minutes=(claim(Minutes.parse("1 to 5")),), pay=(claim(Pay.parse("0.03 to 1 USD per task")),)),
        task("survey", minutes=(claim(Minutes.parse("10")),), pay=(claim(Pay.parse("0.50 to 3 USD per task")),)),
        task("study", pay=(claim(Pay.parse("8 USD per hour"), bound=Bound.AT_LEAST),)),
        task("typing"),
        task("clicks", pay=(claim(Pay.parse("0.001 to 0.01 USD per task")),)),
        task("labels", minutes=(claim(Minutes.parse("0.5")),), pay=(claim(Pay.parse("20 USD per thousand")),)),
        task("like", breaks_rules=WORDS, pay=(claim(Pay.parse("1 USD per task")),)),
        task("invest", danger=WORDS),
    )
}


def study(key: str, value: str, **fields: Any) -> Study:
    known: dict[str, Any] = {
        "measures": Measure.HOURLY_PAY_MEAN, "region": WORDS, "platforms": WORDS, "unpaid_counted": Counted.YES,
        "basis": Ground.MEASURED, "en": "English.", "bn": "বাংলা।", "source": "news", "confidence": Confidence.HIGH,
    }  # fmt: skip
    return Study(key, value=Figure.parse(value), **{**known, **fields})


def router(*platforms: Platform, own_rate: str | None = None, **parts: Any) -> Router:
    known: dict[str, Any] = {
        "platforms": {one.id: one for one in platforms},
        "task_types": TASKS,
        "rates": (rate("122.3"),),
        "assumptions": ASSUMPTIONS,
    }
    return Router(catalogue(**{**known, **parts}), EVIDENCE, "BD", {"USD": Decimal(own_rate)} if own_rate else {})


def estimated(about: About = About(), at: Router | None = None, plan: Plan = Plan(), **parts: Any) -> Estimate:  # noqa: B008
    found = estimate(at or router(), about, plan, **parts)
    assert isinstance(found, Estimate)
    return found


def fixed(case: str) -> dict[AssumptionName, float]:
    """Every assumption of the formula as one worked case has it."""
    return {name: float(USUAL[name][CASES[case]]) for name in FORMULA}


def assumed(name: AssumptionName, about: About, at: Router | None = None) -> Assumed:
    return estimated(about, at).assumed[name]


# The formula


@pytest.mark.parametrize(("case", "active"), [("pessimistic", 0.33), ("middle", 0.96), ("optimistic", 2.16)])
def test_an_hour_of_work_in_the_worked_cases(case: str, active: float) -> None:
    given = {**fixed(case), NAME.WORK_FOUND_SHARE: 1.0, NAME.FEE_SHARE: 0.0}
    found = estimated(given=given)
    assert found.hourly.is_fixed
    assert round(found.hourly.typical, 2) == active


@pytest.mark.parametrize(
    ("case", "hours", "taka"),
    [
        ("pessimistic", 1, 381), ("pessimistic", 2, 763), ("pessimistic", 4, 1526),
        ("middle", 1, 1996), ("middle", 2, 3993), ("middle", 4, 7986),
        ("optimistic", 1, 6919), ("optimistic", 2, 13837), ("optimistic", 4, 27674),
    ],
)  # fmt: skip
def test_a_month_in_the_worked_cases(case: str, hours: int, taka: int) -> None:
    found = estimated(plan=Plan(hours, 30), given=fixed(case))
    assert found.currency == "BDT"
    assert found.monthly.low == found.monthly.typical == found.monthly.high
    assert round(found.monthly.typical) == taka


def test_sampling_does_not_stack_the_worst_or_the_best() -> None:
    worst, best = (estimated(given=fixed(case)).hourly.typical for case in ("pessimistic", "optimistic"))
    found = estimated().hourly
    assert worst * 2 < found.low < found.typical < found.high < best / 2


def test_the_first_month_is_apart_and_brings_less() -> None:
    found = estimated()
    assert all(first < later for first, later in zip(found.first_monthly.values, found.monthly.values, strict=True))


def test_the_same_seed_draws_the_same_and_another_one_does_not() -> None:
    one, again, other = (estimated(plan=Plan(seed=seed)).hourly for seed in (7, 7, 8))
    assert one == again != other
    assert one.typical == pytest.approx(other.typical, rel=0.05)


# Properties

shares = st.floats(0.01, 0.99)
BEGINNING = {NAME.FIRST_MONTH_WORK: Spread(0.3, 0.5, 0.8), NAME.FIRST_MONTH_ACCEPTANCE: Spread(0.85, 0.95, 1)}
NONE = Spread.fixed(0)


@st.composite
def spreads(draw: st.DrawFn, least: float, most: float, *, falling: bool = False) -> Spread:
    low, typical, high = sorted(draw(st.tuples(*[st.floats(least, most)] * 3)))
    return Spread(high, typical, low) if falling else Spread(low, typical, high)


conditions = st.fixed_dictionaries(
    {
        NAME.WORK_FOUND_SHARE: spreads(0.01, 1),
        NAME.MINUTES_PER_TASK: spreads(0.1, 60, falling=True),
        NAME.UNPAID_SHARE: spreads(0, 0.95, falling=True),
        NAME.PRICE: spreads(0.001, 20),
        NAME.ACCEPTANCE: spreads(0.01, 1),
        NAME.FEE_SHARE: spreads(0, 0.9, falling=True),
    }
)


def conditions_of(*values: Spread) -> Spreads:
    return dict(zip(FORMULA, values, strict=True))


def waits(minimum: float, review: Spread, payout: Spread) -> Spreads:
    return {NAME.PAYOUT_MINIMUM: Spread.fixed(minimum), NAME.REVIEW_DAYS: review, NAME.PAYOUT_DAYS: payout}


@pytest.mark.parametrize("seed", [1, 2, sampling.SEED])
def test_what_varies_alone_gives_the_shares_of_its_own_distribution(seed: int) -> None:
    """Of a triangle from 0 to 1 with its peak at one half, the shares are known: 2 x^2 below the peak."""
    one, free = Spread.fixed(1), Spread.fixed(0)
    held = conditions_of(one, Spread.fixed(60), free, Spread(0, 0.5, 1), one, free)
    found = sampling.outlook(sampling.net_hours(held, seed))
    tenth = (0.1 / 2) ** 0.5
    assert (found.low, found.typical, found.high) == pytest.approx((tenth, 0.5, 1 - tenth), abs=0.001)


def test_another_seed_tells_nearly_the_same() -> None:
    price, work = Spread(0.02, 0.08, 0.2), Spread(0.2, 0.4, 0.7)
    held = conditions_of(
        work, Spread(12, 6, 3), Spread(0.4, 0.3, 0.1), price, Spread(0.8, 0.9, 0.98), Spread.fixed(0.05)
    )
    found = [sampling.outlook(sampling.net_hours(held, seed)) for seed in range(20)]
    for name in ("low", "typical", "high"):
        results = [getattr(one, name) for one in found]
        assert min(results) > 0.9 * max(results)
        assert len(set(results)) > 1


@given(conditions)
def test_low_is_not_above_typical_and_that_not_above_high(held: Spreads) -> None:
    found = sampling.outlook(sampling.net_hours(held))
    assert 0 <= found.low <= found.typical <= found.high


@given(conditions, shares)
def test_more_unpaid_time_never_brings_more(held: Spreads, part: float) -> None:
    more = Spread(*(value + (1 - value) * part for value in held[NAME.UNPAID_SHARE].values))
    less = sampling.outlook(sampling.net_hours({**held, NAME.UNPAID_SHARE: more}))
    before = sampling.outlook(sampling.net_hours(held))
    assert less.low <= before.low and less.typical <= before.typical and less.high <= before.high


@given(st.floats(0.1, 12), st.integers(1, 31), st.integers(2, 5))
def test_a_month_grows_with_the_hours(hours: float, days: int, times: int) -> None:
    once, often = (estimated(plan=Plan(hours * factor, days)).monthly for factor in (1, times))
    assert often.typical == pytest.approx(once.typical * times)
    assert often.low == pytest.approx(once.low * times)


@given(st.floats(1, 10**6), st.integers(1, 31))
def test_a_target_is_the_forward_answer_backwards(taka: float, days: int) -> None:
    wanted = Money(Decimal(str(round(taka, 2))), "BDT")
    target = estimated(plan=Plan(2, days), target=wanted).target
    assert target is not None
    for hours, name in ((target.low, "high"), (target.typical, "typical"), (target.high, "low")):
        assert hours is not None
        forward = getattr(estimated(plan=Plan(hours, days)).monthly, name)
        assert forward == pytest.approx(float(wanted.amount))
    assert target.low <= target.typical <= target.high  # type: ignore[operator]


@given(conditions, st.floats(0.5, 100), st.floats(0.1, 12))
def test_a_higher_minimum_never_pays_out_sooner(held: Spreads, least: float, hours: float) -> None:
    later = sampling.net_hours(held)
    first = first_month(later, BEGINNING)
    held_up = Spread(7, 3, 0), Spread(12, 5, 1)
    days = [days_to_payout(first, later, hours, waits(sum_, *held_up)) for sum_ in (least, least * 2)]
    assert days[0] is not None and days[1] is not None
    assert days[0].low <= days[0].typical <= days[0].high
    assert days[0].typical <= days[1].typical


# The first payout


def test_the_first_payout_is_minimum_by_net_a_day_plus_both_waits() -> None:
    one_dollar_an_hour = (1.0,) * sampling.DRAWS
    waiting = waits(5, Spread.fixed(7), Spread.fixed(3))
    found = days_to_payout(one_dollar_an_hour, one_dollar_an_hour, 0.5, waiting)
    assert found == Spread.fixed(5 / 0.5 + 7 + 3)


def test_from_the_second_month_on_the_minimum_is_earned_at_the_later_pace() -> None:
    slow, later = (0.1,) * sampling.DRAWS, (1.0,) * sampling.DRAWS
    found = days_to_payout(slow, later, 1, waits(5, NONE, NONE))
    assert found == Spread.fixed(MONTH + (5 - 0.1 * MONTH) / 1)


def test_a_minimum_that_is_never_reached_has_no_day() -> None:
    nothing = (0.0,) * sampling.DRAWS
    assert days_to_payout(nothing, nothing, 2, waits(5, NONE, NONE)) is None


def test_fewer_days_of_work_delay_the_first_payout() -> None:
    every, some = (estimated(plan=Plan(2, days)).first_payout_days for days in (30, 15))
    assert every is not None and some is not None
    assert some.typical > every.typical


# What is assumed


def test_a_range_moves_the_usual_values_into_it_and_its_bad_end_is_the_low_case() -> None:
    usual = Spread(0.05, 0.08, 0.15)
    assert moved(usual, 0.02, 2) == Spread(0.02, 0.08, 0.15)
    assert moved(usual, 0.1, 9.75) == Spread(0.1, 0.1, 0.15)
    assert moved(usual, 0.01, 0.02) == Spread(0.01, 0.02, 0.02)
    assert moved(usual, None, 0.06) == Spread(0.05, 0.06, 0.06)
    assert moved(Spread(4, 3, 3), 1, 5, more_is_better=False) == Spread(5, 3, 3)
    assert moved(Spread(4, 3, 3), 10, 30, more_is_better=False) == Spread(30, 10, 10)


@pytest.mark.parametrize(
    ("days", "spread"),
    [
        ("up to 7", (7, 3.5, 0)),
        ("3 to 5", (5, 4, 3)),
        ("from 7", (7, 7, 7)),
        ("5 working", (7, 7, 7)),
        ("0", (0, 0, 0)),
    ],
)
def test_waits_are_in_days_of_the_calendar_the_longest_first(days: str, spread: tuple[float, float, float]) -> None:
    assert wait(Days.parse(days)) == Spread(*spread)


def test_a_site_lends_its_own_pay_success_rate_minimum_and_waits() -> None:
    own = site(
        "own",
        task_pay=(claim(Pay.parse("0.10 to 0.12 USD per task"), "official"),),
        success_rate=(claim(Percent.parse("85%"), "official"),),
        review_days=(claim(Days.parse("up to 6"), "official"),),
        payouts=(option("bkash", "300 BDT", days=(claim(Days.parse("2"), "official"),)),),
    )
    found = facts(own)
    about = About(found, option=found.payouts[0])
    assert assumed(NAME.PRICE, about).spread == Spread(0.1, 0.1, 0.12)
    assert assumed(NAME.PRICE, about).basis is Ground.RULE
    assert assumed(NAME.ACCEPTANCE, about).spread == Spread(0.85, 0.9, 0.96)
    assert assumed(NAME.REVIEW_DAYS, about).spread == Spread(6, 3, 0)
    assert assumed(NAME.PAYOUT_DAYS, about).spread == Spread(2, 2, 2)
    assert assumed(NAME.PAYOUT_MINIMUM, about).spread.typical == pytest.approx(300 / 122.3)
    assert assumed(NAME.PAYOUT_MINIMUM, about, router(own_rate="150")).spread.typical == pytest.approx(2)
    assert assumed(NAME.UNPAID_SHARE, about).rests_on == ASSUMPTIONS[NAME.UNPAID_SHARE].rests_on


def test_a_site_of_which_nothing_is_known_says_so() -> None:
    about = About(facts(site(payouts=())))
    assert assumed(NAME.PRICE, about).code == "assumed-general-price"
    found = estimated(about)
    assert found.hourly == estimated().hourly
    assert found.first_payout_days is None
    assert NAME.PAYOUT_MINIMUM not in found.assumed


def test_price_floors_of_the_persons_own_zone_and_of_all_count() -> None:
    def least(amount: str) -> tuple[Any, ...]:
        return (claim(Pay.parse(f"{amount} USD per task"), "official"),)

    floors = PriceFloors(
        "floors",
        "own",
        (
            Floor(WORDS, {Zone.ASIA: least("0.12"), Zone.WESTERN: least("0.01")}),
            Floor(WORDS, {Zone.ASIA: least("0.6"), Zone.INTERNATIONAL: least("0.5")}, "survey"),
            Floor(WORDS, {Zone.ASIA: least("0.02")}, "like"),
        ),
        {"BD": (claim(Zone.ASIA, "official"),)},
    )
    at = router(price_floors={"floors": floors})
    own = facts(site("own"))
    assert assumed(NAME.PRICE, About(own), at).spread == Spread(0.12, 0.12, 0.15)
    assert assumed(NAME.PRICE, About(own, TASKS["survey"]), at).spread == Spread(0.5, 0.5, 0.5)
    assert assumed(NAME.PRICE, About(facts(site("other"))), at).code == "assumed-general-price"


def test_the_sites_own_pay_for_the_task_stands_above_what_is_said_of_the_task() -> None:
    pay = (claim(Pay.parse("0.90 USD per task")),)
    own = facts(site(tasks=(TaskOffer("survey", yes(), pay),)))
    assert assumed(NAME.PRICE, About(own, TASKS["survey"])).spread.typical == 0.9
    assert assumed(NAME.PRICE, About(task=TASKS["survey"])).spread.typical == 0.5


def test_a_task_lends_its_minutes_and_pay() -> None:
    about = About(task=TASKS["sign-up"])
    assert assumed(NAME.MINUTES_PER_TASK, about).spread == Spread(5, 3, 3)
    assert assumed(NAME.PRICE, about).spread == Spread(0.03, 0.08, 0.15)


def test_pay_by_the_hour_needs_no_minutes() -> None:
    about = About(task=TASKS["study"])
    assert assumed(NAME.PRICE, about).spread == Spread(8, 8, 8)
    assert assumed(NAME.PRICE, about).unit is Unit.USD_PER_HOUR
    assert assumed(NAME.MINUTES_PER_TASK, about).spread == Spread(60, 60, 60)
    half = estimated(about, given={NAME.MINUTES_PER_TASK: 30.0})
    assert half.hourly == estimated(about).hourly


def test_pay_per_thousand_is_divided_and_needs_minutes() -> None:
    assert assumed(NAME.PRICE, About(task=TASKS["labels"])).spread == Spread(0.02, 0.02, 0.02)
    bulk = facts(site(task_pay=(claim(Pay.parse("2 USD per thousand")),)))
    assert assumed(NAME.PRICE, About(bulk)).code == "assumed-general-price"


def test_work_that_pays_well_is_assumed_to_be_scarce() -> None:
    assert assumed(NAME.WORK_FOUND_SHARE, About(task=TASKS["study"])).spread == Spread(0.02, 0.08, 0.25)
    assert assumed(NAME.WORK_FOUND_SHARE, About(task=TASKS["sign-up"])).spread == Spread(0.35, 0.6, 0.9)


def test_what_the_user_sets_stands_above_all() -> None:
    found = estimated(About(task=TASKS["survey"]), given={NAME.PRICE: 0.2, NAME.MINUTES_PER_TASK: 6.0})
    price = found.assumed[NAME.PRICE]
    assert (price.spread, price.given, price.unit) == (Spread.fixed(0.2), True, Unit.USD_PER_TASK)


# Refusals


def refusal(about: About, given: dict[AssumptionName, float] | None = None) -> str:
    found = estimate(router(), about, Plan(), given or {})
    assert isinstance(found, NoEstimate)
    return found.code


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("like", "no-estimate-breaks-rules"),
        ("invest", "no-estimate-danger"),
        ("typing", "no-estimate-pay-unknown"),
        ("clicks", "no-estimate-minutes-unknown"),
    ],
)
def test_some_tasks_are_refused_with_the_reason(kind: str, code: str) -> None:
    assert refusal(About(task=TASKS[kind])) == code
    if kind == "like":  # whatever is set
        assert refusal(About(task=TASKS[kind]), fixed("middle")) == code


def test_what_nobody_says_of_a_task_the_user_may_set() -> None:
    given = {NAME.PRICE: 0.1, NAME.MINUTES_PER_TASK: 5.0}
    assert estimated(About(task=TASKS["typing"]), given=given).hourly.typical > 0
    assert estimated(About(task=TASKS["clicks"]), given={NAME.MINUTES_PER_TASK: 0.5}).hourly.typical > 0


@pytest.mark.parametrize(
    ("known", "why"),
    [
        *(({"status": (claim(status, "official"),)}, status) for status in ENDED),
        ({"warnings": (warning(WarningCode.FRAUD_REPORT),)}, "avoid"),
        ({"tasks": (TaskOffer("like", yes()), TaskOffer("invest", yes()))}, "only-such-tasks"),
    ],
)
def test_sites_that_have_ended_defraud_or_have_only_such_work_are_refused(known: dict[str, Any], why: str) -> None:
    gone = facts(site(**known))
    assert refusal(About(gone, option=gone.payouts[0])) == f"no-estimate-{why}"


def test_a_site_that_has_other_work_too_is_not_refused() -> None:
    mixed = facts(site(tasks=(TaskOffer("like", yes()), TaskOffer("survey", yes()))))
    assert estimated(About(mixed)).hourly.typical > 0


# For those who rank


def test_an_hour_is_ranked_to_the_hundredth_of_a_cent() -> None:
    found = estimated(About(facts(site(task_pay=(claim(Pay.parse("0.10 USD per task")),)))))
    assert found.net_per_hour.typical == pytest.approx(found.hourly.typical, abs=0.00005)
    assert found.net_per_hour.typical == round(found.net_per_hour.typical, 4)


def test_an_estimate_tells_whether_the_site_lends_its_own_pay() -> None:
    own, silent = facts(site(task_pay=(claim(Pay.parse("0.10 USD per task")),))), facts(site())
    assert [estimated(About(one)).own_pay for one in (own, silent)] == [True, False]


# Rates, benchmarks, records


def test_without_a_rate_everything_is_in_dollars() -> None:
    found = estimated(at=router(rates=()))
    assert (found.currency, found.rate) == ("USD", 1.0)
    assert estimated(at=router(own_rate="130")).rate == 130


def test_benchmarks_are_per_hour_in_both_currencies() -> None:
    wage = study("wage", "12500 BDT per month", hours_per_month=Decimal(208), benchmark=WORDS)
    world = study("world", "2.16 USD per hour", benchmark=WORDS, comparable=True)
    studies = {one.id: one for one in (wage, world, study("span", "1 to 2 USD per hour", benchmark=WORDS))}
    first, second = benchmarks(router(studies=studies), "BDT")
    assert round(float(first.per_hour.amount), 1) == 60.1
    assert first.dollars is not None and round(first.dollars.amount, 2) == Decimal("0.49")
    assert second.local is not None and second.local.amount == Decimal("2.16") * Decimal("122.3")


def test_a_typical_hour_is_compared_with_the_published_ends() -> None:
    studies = {one.id: one for one in (study("a", "2 USD per hour", comparable=True), study("b", "9 USD per hour"))}
    studies["c"] = study("c", "61.15 BDT per hour", comparable=True)
    for typical, inside in ((0.4, False), (0.6, True), (2.1, False)):
        found = comparison(router(studies=studies), "BDT", typical)
        assert found is not None
        assert [one.study.id for one in found.figures] == ["c", "a"]
        assert found.inside is inside
    assert comparison(router(), "BDT", 1) is None


def test_a_study_of_a_later_year_is_not_known_yet() -> None:
    later = study("later", "2 USD per hour", benchmark=WORDS, source="dated-2027")
    assert benchmarks(router(studies={"later": later}), "BDT") == ()


def test_a_missing_assumption_is_a_broken_record() -> None:
    with pytest.raises(RecordsBroken):
        estimate(router(assumptions={}), About(), Plan())


@pytest.mark.parametrize("text", ["0.6", "60%", " 0.60 "])
def test_a_share_may_be_set_in_percent(text: str) -> None:
    assert given_value(ASSUMPTIONS[NAME.ACCEPTANCE], text) == pytest.approx(0.6)


@pytest.mark.parametrize(
    ("name", "text"),
    [(NAME.ACCEPTANCE, "1.1"), (NAME.ACCEPTANCE, "-0.1"), (NAME.MINUTES_PER_TASK, "0"), (NAME.PRICE, "nan"),
     (NAME.PRICE, "5%"), (NAME.REVIEW_DAYS, "soon"), (NAME.PRICE, "inf"), (NAME.UNPAID_SHARE, "")],
)  # fmt: skip
def test_what_an_assumption_cannot_be_is_refused(name: AssumptionName, text: str) -> None:
    with pytest.raises(UsageProblem):
        given_value(ASSUMPTIONS[name], text)


def test_an_assumption_has_its_typical_value_between_its_ends_and_something_to_rest_on() -> None:
    with pytest.raises(FormError):
        assumption(NAME.PRICE, "0.1", "0.5", "0.2", Unit.USD_PER_TASK)
    with pytest.raises(FormError):
        Assumption(NAME.PRICE, WORDS, Decimal(1), Decimal(1), Decimal(1), Unit.USD, Ground.GUESS, (), WORDS)


@pytest.mark.parametrize(
    "fields",
    [{}, {"study": "a", "source": "b"}, {"platform": "a"}, {"field": "founded"}, {"platform": "a", "method": "b"}],
)
def test_a_support_names_exactly_one_thing(fields: dict[str, Any]) -> None:
    with pytest.raises(FormError):
        Support(**fields)
