"""The rule that picks among the claims of a field, clause by clause."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Bound, Claim, Confidence, Evidence, Fact, SourceKind, agree
from microjob_cli.catalog.measures import Days, Minimum, Percent
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.platform import Status
from tests.making import EVIDENCE, SOURCES, TODAY, claim, day

ACTIVE, CLOSED, PAUSED = Status.ACTIVE, Status.CLOSED, Status.PAUSED


def fact_of(*claims: Claim[Any], max_age: int | None = None, today: date = TODAY) -> Fact[Any]:
    return Evidence(SOURCES, today).fact(claims, max_age)


def dated(text: str, **more: Any) -> Claim[PartialDate]:
    return claim(PartialDate.parse(text), **more)


def costs(text: str, **more: Any) -> Claim[Minimum]:
    return claim(Minimum.parse(text), **more)


def test_nobody_says_is_unknown_and_not_a_no() -> None:
    fact = fact_of()
    assert (fact.known, fact.value, fact.as_of, fact.kind, fact.confirmed, fact.claims) == (
        False, None, None, None, None, (),
    )  # fmt: skip


def test_a_claim_dated_after_today_does_not_exist_and_one_dated_today_does() -> None:
    now, later = claim(ACTIVE, as_of=str(TODAY)), claim(CLOSED, as_of="2026-12", confidence="high")
    assert fact_of(now, later).claims == (now,)
    assert fact_of(now, later, today=date(2026, 12, 1)).chosen is later


def test_an_undated_claim_does_not_exist_before_its_page_does() -> None:
    undated = claim(CLOSED, "dated-2027")
    assert not fact_of(undated).known
    assert fact_of(undated).earlier == ()
    assert fact_of(undated, today=date(2027, 1, 1)).chosen is undated


def test_a_claim_has_its_own_date_whatever_the_date_of_its_page() -> None:
    said = claim(CLOSED, "dated-2027", as_of="2026-11-01")
    assert fact_of(said).chosen is said


def test_an_undated_claim_of_an_undated_page_always_exists() -> None:
    undated = claim(ACTIVE, "blog")
    assert fact_of(undated, today=date(2000, 1, 1)).chosen is undated


def test_what_has_ended_is_earlier() -> None:
    ended = claim(ACTIVE, confidence="high", as_of="2026-01", until="2026-05")
    now = claim(CLOSED, confidence="low")
    fact = fact_of(ended, now)
    assert (fact.chosen, fact.earlier, fact.disputed) == (now, (ended,), ())


def test_a_value_holds_to_the_last_day_of_its_end() -> None:
    ending = claim(ACTIVE, as_of="2026-01", until="2026-11")
    assert fact_of(ending, today=date(2026, 11, 30)).chosen is ending
    assert fact_of(ending, today=date(2026, 12, 1)).earlier == (ending,)


def test_when_all_has_ended_the_value_is_unknown() -> None:
    ended = claim(ACTIVE, as_of="2026-01", until="2026-05")
    fact = fact_of(ended)
    assert (fact.known, fact.earlier) == (False, (ended,))


def test_what_has_not_begun_is_not_yet_chosen() -> None:
    announced = claim(CLOSED, confidence="high", as_of="2026-07-30", since="2026-12-01")
    now = claim(ACTIVE, confidence="low")
    fact = fact_of(announced, now)
    assert (fact.chosen, fact.earlier, fact.disputed, fact.agreeing) == (now, (), (), ())
    assert fact_of(announced).earlier == ()
    assert fact_of(announced, now, today=date(2026, 12, 1)).chosen is announced


# Every pair in which the first claim must be chosen, whichever stands first in the record.
BETTER = {
    "confidence before date": (
        claim(ACTIVE, "forum", confidence="high"),
        claim(CLOSED, "official", as_of="2026-10", confidence="medium"),
    ),
    "medium before low": (claim(ACTIVE, "forum"), claim(CLOSED, "official", as_of="2026-10", confidence="low")),
    "the newer date before kind": (
        claim(ACTIVE, "forum", as_of="2026-10"),
        claim(CLOSED, "official", as_of="2026-09"),
    ),
    "a day counts within its month": (claim(ACTIVE, as_of="2026-09-02"), claim(CLOSED, as_of="2026-09-01")),
    "a dated claim before an undated one": (
        claim(ACTIVE, "forum", as_of="1999"),
        claim(CLOSED, "official"),
    ),
    "official before independent": (claim(ACTIVE, "official"), claim(CLOSED, "independent")),
    "independent before blog": (claim(ACTIVE, "independent"), claim(CLOSED, "blog")),
    "news before blog": (claim(ACTIVE, "news"), claim(CLOSED, "blog")),
    "blog before forum": (claim(ACTIVE, "blog"), claim(CLOSED, "forum")),
}


@pytest.mark.parametrize(("better", "worse"), BETTER.values(), ids=BETTER)
def test_the_better_claim_is_chosen(better: Claim[Status], worse: Claim[Status]) -> None:
    for fact in (fact_of(better, worse), fact_of(worse, better)):
        assert fact.chosen is better
        assert fact.disputed == (worse,)
        assert fact.kind is SOURCES[better.source].kind


@pytest.mark.parametrize("pair", [("independent", "news"), ("news", "independent"), ("blog", "blog")])
def test_among_equals_the_first_of_the_record_is_chosen(pair: tuple[str, str]) -> None:
    first, second = claim(ACTIVE, pair[0]), claim(CLOSED, pair[1])
    assert fact_of(first, second).chosen is first
    assert fact_of(second, first).chosen is second


def test_equal_values_agree_and_others_dispute() -> None:
    chosen = claim(ACTIVE, "official", as_of="2026-01")
    agreeing, other = claim(ACTIVE, "blog", as_of="2026-09", confidence="low"), claim(PAUSED, "forum")
    fact = fact_of(other, agreeing, claim(ACTIVE, "official", as_of="2026-01"))
    assert fact.chosen == chosen
    assert (fact.agreeing, fact.disputed, fact.earlier) == ((agreeing,), (other,), ())
    assert fact.standing == (chosen, agreeing)


def test_a_fact_is_confirmed_by_the_newest_that_agree_and_not_by_others() -> None:
    fact = fact_of(
        claim(ACTIVE, as_of="2025-01", confidence="high"),
        claim(ACTIVE, as_of="2026-03"),
        claim(CLOSED, as_of="2026-10"),
    )
    assert (fact.as_of, fact.confirmed) == (day("2025-01"), day("2026-03"))


def test_a_claim_that_only_bounds_the_value_does_not_confirm_it_but_keeps_it_fresh() -> None:
    exact = dated("2009", as_of="2020-01-01", confidence="high")
    bound = dated("2012", as_of="2026-10-01", bound=Bound.AT_MOST)
    fact = fact_of(exact, bound, max_age=365)
    assert fact.agreeing == (bound,)
    assert (fact.confirmed, fact.stale) == (day("2020-01-01"), False)


def test_an_older_claim_is_superseded_when_the_chosen_value_began_later() -> None:
    closed = claim(CLOSED, as_of="2026-10", since="2026-09-30")
    before, after, undated = claim(ACTIVE, as_of="2026-09-29"), claim(ACTIVE, as_of="2026-09-30"), claim(ACTIVE)
    fact = fact_of(closed, before, after, undated)
    assert fact.earlier == (before,)
    assert fact.disputed == (after, undated)


def test_a_month_is_superseded_only_when_it_is_over() -> None:
    closed = claim(CLOSED, as_of="2026-10", since="2026-09-30")
    assert fact_of(closed, claim(ACTIVE, as_of="2026-09")).earlier == ()
    assert fact_of(closed, claim(ACTIVE, as_of="2026-08")).disputed == ()


def test_an_older_claim_of_the_same_value_still_agrees() -> None:
    closed, said_before = claim(CLOSED, as_of="2026-10", since="2026-09-30"), claim(CLOSED, as_of="2026-07")
    assert fact_of(closed, said_before).agreeing == (said_before,)


def test_without_a_beginning_nothing_is_superseded() -> None:
    assert fact_of(claim(CLOSED, as_of="2026-10"), claim(ACTIVE, as_of="2020")).earlier == ()


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (dated("2009-06", bound=Bound.AT_MOST), dated("2007"), True),
        (dated("2009-06", bound=Bound.AT_MOST), dated("2009-06-30"), True),
        (dated("2009-06", bound=Bound.AT_MOST), dated("2009-07"), False),
        (dated("2009-06", bound=Bound.AT_MOST), dated("2009"), True),
        (dated("2009-06", bound=Bound.AT_MOST), dated("2012", bound=Bound.AT_LEAST), False),
        (dated("2013"), dated("2013-04"), True),
        (dated("2013"), dated("2012"), False),
        (dated("2013-04"), dated("2013-05"), False),
        (costs("5 USD", bound=Bound.AT_LEAST), costs("9 USD"), True),
        (costs("5 USD", bound=Bound.AT_LEAST), costs("4 USD"), False),
        (costs("5 USD", bound=Bound.AT_MOST), costs("4 USD"), True),
        (costs("5 USD", bound=Bound.AT_MOST), costs("6 USD"), False),
        (costs("5 USD", bound=Bound.AT_MOST), costs("300 BDT"), False),
        (costs("5 USD", bound=Bound.AT_MOST), costs("5 USD or 300 BDT"), False),
        (costs("4 USD or 300 BDT"), costs("4 USD or 300 BDT"), True),
        (claim(Percent.parse("80%"), bound=Bound.AT_LEAST), claim(Percent.parse("90%")), True),
        (claim(Days.parse("3"), bound=Bound.AT_LEAST), claim(Days.parse("4")), False),
        (claim(ACTIVE, bound=Bound.AT_MOST), claim(CLOSED), False),
    ],
)
def test_a_bound_contradicts_only_values_outside_it(one: Claim[Any], other: Claim[Any], together: bool) -> None:
    assert agree(one, other) is together
    assert agree(other, one) is together


def test_a_fact_is_stale_when_its_newest_confirmation_is_too_old() -> None:
    old, year = TODAY - timedelta(days=366), 365
    aged, just = claim(ACTIVE, as_of=str(old)), claim(ACTIVE, as_of=str(old + timedelta(days=1)))
    assert fact_of(aged, max_age=year).stale
    assert not fact_of(just, max_age=year).stale
    assert not fact_of(aged, just, max_age=year).stale
    assert fact_of(aged, claim(CLOSED, as_of="2026-10", confidence="low"), max_age=year).stale


def test_a_date_without_a_day_counts_to_its_end() -> None:
    assert not fact_of(claim(ACTIVE, as_of="2025"), max_age=365).stale
    assert fact_of(claim(ACTIVE, as_of="2025-10"), max_age=365).stale


def test_neither_undated_nor_ageless_facts_grow_stale() -> None:
    assert not fact_of(claim(ACTIVE), max_age=1).stale
    assert not fact_of(claim(ACTIVE, as_of="1999"), max_age=None).stale
    assert not fact_of(max_age=1).stale


def dates() -> st.SearchStrategy[PartialDate | None]:
    years, months = st.integers(2018, 2028), st.none() | st.integers(1, 12)
    return st.none() | st.builds(PartialDate, years, months)


claims = st.lists(
    st.builds(
        Claim,
        st.sampled_from([Money.parse(f"{amount} USD") for amount in range(1, 5)]),
        st.sampled_from(sorted(SOURCES)),
        st.sampled_from(Confidence),
        as_of=dates(),
        since=dates(),
        until=dates(),
        bound=st.sampled_from(Bound),
    ),
    max_size=6,
)


@given(claims)
def test_every_claim_that_counts_stands_in_exactly_one_place(found: list[Claim[Money]]) -> None:
    fact = EVIDENCE.fact(found)
    heard = [one for one in found if EVIDENCE.heard(one.as_of, one.source)]
    begun = [one for one in heard if one.since is None or one.since.first <= TODAY]
    assert sorted(map(repr, fact.claims)) == sorted(map(repr, begun))


@given(claims)
def test_no_claim_in_force_outranks_the_chosen_one(found: list[Claim[Money]]) -> None:
    fact = EVIDENCE.fact(found)
    for other in (*fact.agreeing, *fact.disputed):
        assert fact.chosen is not None
        assert EVIDENCE.rank(fact.chosen) <= EVIDENCE.rank(other)


@given(claims)
def test_what_is_said_later_changes_nothing_today(found: list[Claim[Money]]) -> None:
    later = claim(Money.parse("9 USD"), "official", str(TODAY + timedelta(days=1)), "high")
    assert EVIDENCE.fact([later, *found]) == EVIDENCE.fact(found)


def test_the_kinds_and_confidences_are_ordered_best_first() -> None:
    assert list(SourceKind) == ["official", "independent", "news", "blog", "copy", "forum"]
    assert list(Confidence) == ["high", "medium", "low"]


@pytest.mark.parametrize(
    "others",
    [
        (costs("100 BDT", said_by="official", confidence="high"),),
        (costs("100 BDT", as_of="2026-09", confidence="low"),),
        (costs("100 BDT", as_of="2026-11"), costs("300 BDT", as_of="2026-10")),
        (costs("100 BDT", confidence="high"), costs("900 BDT", until="2026-10"), costs("900 BDT", as_of="2027-01")),
    ],
    ids=["of better evidence", "of the same evidence", "newer, and one between", "beside ended and future ones"],
)
def test_of_minimums_that_dispute_each_other_the_highest_is_reckoned_with(others: tuple[Claim[Minimum], ...]) -> None:
    highest = costs("500 BDT", as_of="2026-09", confidence="low")
    for claims in ((*others, highest), (highest, *others)):
        fact = fact_of(*claims)
        assert fact.chosen is highest
        assert set(fact.rivals) == {claim.value for claim in others if claim.value != Minimum.parse("900 BDT")}


def test_a_superseded_minimum_is_not_reckoned_with_however_high() -> None:
    lowered = costs("5 USD", as_of="2026-10", since="2026-09")
    before = costs("10 USD", as_of="2026-05", confidence="high")
    assert fact_of(lowered, before).chosen is before  # nothing tells that the better evidence is out of date
    before = costs("10 USD", as_of="2026-05")
    fact = fact_of(lowered, before)
    assert (fact.chosen, fact.disputed, fact.earlier) == (lowered, (), (before,))


@pytest.mark.parametrize(
    ("first", "other"), [("5 USD", "900 BDT"), ("300 BDT", "4 USD or 900 BDT"), ("4 USD or 300 BDT", "9 EUR")]
)
def test_minimums_that_cannot_be_compared_are_chosen_by_the_rule_that_picks(first: str, other: str) -> None:
    chosen = costs(first, confidence="high")
    assert fact_of(costs(other), chosen).chosen is chosen


def test_a_minimum_that_another_only_bounds_is_not_disputed_by_it() -> None:
    exact, bound = costs("5 USD", confidence="high"), costs("8 USD", bound=Bound.AT_MOST)
    fact = fact_of(exact, bound)
    assert (fact.chosen, fact.agreeing, fact.disputed) == (exact, (bound,), ())


def test_only_of_minimums_the_highest_counts() -> None:
    low, high = claim(Percent.parse("50%"), confidence="high"), claim(Percent.parse("75%"))
    assert fact_of(low, high).chosen is low


@given(
    st.lists(
        st.tuples(st.integers(1, 9), st.sampled_from(Confidence), st.sampled_from([None, "2024", "2026-10"])),
        min_size=1,
        max_size=6,
    )
)
def test_no_minimum_that_is_disputed_is_below_another_that_counts(said: list[tuple[int, str, str | None]]) -> None:
    fact = fact_of(*(costs(f"{amount} USD", as_of=as_of, confidence=sure) for amount, sure, as_of in said))
    assert fact.value == Minimum.parse(f"{max(amount for amount, _, _ in said)} USD")
    assert {str(value) for value in (fact.value, *fact.rivals)} == {f"{amount} USD" for amount, _, _ in said}


@pytest.mark.parametrize(
    ("said_by", "seen", "confirmed"),
    [
        ("terms", "2026-11-20", "2026-11-20"),  # a page that is kept current still says so
        ("terms", "2027-01-05", "2020-06"),  # nobody has looked yet
        ("blog", "2026-11-20", "2020-06"),  # an article that is still there tells nothing new
    ],
)
def test_having_been_seen_again_confirms_only_on_a_page_that_is_kept_current(
    said_by: str, seen: str, confirmed: str
) -> None:
    terms = structs.replace(SOURCES["official"], id="terms", living=True)
    evidence = Evidence({**SOURCES, "terms": terms}, TODAY)
    fact = evidence.fact((claim(ACTIVE, said_by, "2020-06", seen=day(seen)),), max_age=365)
    assert (fact.confirmed, fact.stale) == (day(confirmed), confirmed == "2020-06")
