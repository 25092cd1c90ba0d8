"""The published order of recommended sites, key by key: missing evidence never helps, adverse evidence never does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from microjob_cli.advice.ranking import Keys, Prefer, minimum_of, preference
from microjob_cli.advice.search import Advice, Wish, find_platforms
from microjob_cli.advice.testimony import is_site
from microjob_cli.catalog.catalogue import Catalogue, hosts_ever
from microjob_cli.catalog.facts import Bound, Claim, SourceKind
from microjob_cli.catalog.measures import Days, Fee, Pay
from microjob_cli.catalog.payout import Answer, PayoutOption, Standing
from microjob_cli.catalog.platform import PayToJoin, Platform, Skill, Status, WarningCode, Weight
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.transfer import Transfer
from microjob_cli.payouts.router import Router
from tests.making import (
    EVIDENCE,
    FRESH,
    METHODS,
    catalogue,
    claim,
    facts,
    least,
    method,
    option,
    proof,
    rate,
    site,
    source,
    warning,
    yes,
)

OLD = "2020-01-01"
FREE = (claim(Fee.parse("0"), "official", FRESH),)
TO_BKASH = Transfer(
    "there", "BD", "payoneer", "bkash", available=yes(), standing=(claim(Standing.CLEAR, "official", FRESH),),
    fee=(claim(Fee.parse("3%"), "official", FRESH),),
)  # fmt: skip
# Five blogs more.
SOURCES = {**EVIDENCE.sources, **{f"blog-{number}": source(f"blog-{number}", SourceKind.BLOG) for number in range(5)}}
KNOWN = catalogue(
    methods={**METHODS, "payoneer": method("payoneer")}, transfers={"there": TO_BKASH}, rates=(rate("120"),)
)


def ranked(*sites: Platform, **wish: Any) -> list[str]:
    known = replace(KNOWN, platforms={one.id: one for one in sites})
    found = find_platforms(Wish(**wish), Router(known, EVIDENCE, "BD"))
    return [one.facts.id for one in found.ranked]


def paying(*methods: str, fee: tuple[Claim[Fee], ...] = FREE) -> tuple[PayoutOption, ...]:
    return tuple(option(one, "100 BDT", fee=fee) for one in methods)


def said_by(*sources: str, as_of: str = FRESH) -> dict[str, Any]:
    return {"status": tuple(claim(Status.ACTIVE, one, as_of) for one in sources), "payouts": paying("bkash")}


# Each key by two sites, the better one first, that differ in it; of the later keys the worse one is better.
BETTER: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "pays by it itself": ({"payouts": paying("bkash")}, {"payouts": paying("payoneer"), "payment_proof": (proof(),)}),
    "proven": (
        {"payment_proof": (proof(),), "accepts": {}, "payouts": paying("bkash")}, {"payouts": paying("bkash")},
    ),
    "country accepted": ({**said_by()}, {**said_by("blog", "news"), "accepts": {}}),
    "partly before not told": (
        {**said_by(), "accepts": {"BD": (claim(Answer.PARTLY),)}}, {**said_by("news"), "accepts": {}},
    ),
    "a recent witness": ({**said_by("blog")}, {**said_by("blog", "news", "independent", as_of=OLD)}),
    "an old one": ({**said_by("blog", as_of=OLD)}, {**said_by("official")}),
    "two witnesses": ({**said_by("blog", "news"), "payouts": (option(),)}, {**said_by("blog")}),
    "minimum known": ({"payouts": (option(smallest="100 BDT"),)}, {"payouts": (option(fee=FREE),)}),
    "charges known": (
        {"payouts": paying("bkash"), "skill": (claim(Skill.TEST),)},
        {"payouts": paying("bkash", fee=()), "skill": (claim(Skill.NONE),)},
    ),
    "no skill": (
        {"payouts": paying("bkash"), "skill": (claim(Skill.NONE),), "warnings": (warning(WarningCode.PRIVACY),)},
        {"payouts": paying("bkash")},
    ),
    "skill not told before a test": (
        {"payouts": paying("bkash"), "warnings": (warning(WarningCode.PRIVACY),)},
        {"payouts": paying("bkash"), "skill": (claim(Skill.TEST),)},
    ),
    "fewer warnings": (
        {"payouts": paying("bkash", fee=(claim(Fee.parse("9%"), "official"),))},
        {"payouts": paying("bkash"), "warnings": (warning(WarningCode.PRIVACY),)},
    ),
    "more arrives": (
        {"payouts": paying("bkash")}, {"payouts": paying("bkash", fee=(claim(Fee.parse("9%"), "official"),))},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("better", "worse"), BETTER.values(), ids=BETTER)
def test_each_key_of_the_order(better: dict[str, Any], worse: dict[str, Any]) -> None:
    assert ranked(site("a", **worse), site("z", **better), targets=("bkash",)) == ["z", "a"]


def test_where_all_is_equal_the_name_decides() -> None:
    assert ranked(site("b"), site("c"), site("a")) == ["a", "b", "c"]


def test_a_known_charge_never_loses_to_an_unknown_one_on_the_way_of_one_site() -> None:
    both = site(payouts=(*paying("bkash", fee=()), *paying("nagad")))
    known = replace(KNOWN, platforms={"site": both})
    (one,) = find_platforms(Wish(), Router(known, EVIDENCE, "BD")).ranked
    assert one.route is not None and one.route.via == "nagad"


@pytest.mark.parametrize(
    ("minimum", "bound", "earned", "expected"),
    [
        (None, Bound.EXACT, 10.0, "unknown"),
        ("5 USD", Bound.EXACT, 10.0, "earned"),
        ("10 USD", Bound.EXACT, 10.0, "earned"),
        ("11 USD", Bound.EXACT, 10.0, "high"),
        ("11 USD or 600 BDT", Bound.EXACT, 10.0, "earned"),
        ("5 USD", Bound.AT_MOST, 10.0, "earned"),
        ("5 USD", Bound.AT_LEAST, 10.0, "high"),
        ("5 EUR", Bound.EXACT, 10.0, "high"),
        ("500 USD", Bound.EXACT, None, "earned"),
    ],
)
def test_what_is_known_of_a_minimum(minimum: str | None, bound: Bound, earned: float | None, expected: str) -> None:
    said = least(minimum, bound=bound) if minimum else ()
    (told,) = facts(site(payouts=(option("bkash", minimum=said),))).payouts
    assert minimum_of(told, Router(KNOWN, EVIDENCE, "BD"), earned) == expected


def reckoned(days: float | None, an_hour: float, own_pay: bool = True) -> Any:
    """As much of an estimate as a preference looks at."""
    return SimpleNamespace(
        first_payout_days=days and SimpleNamespace(typical=days),
        net_per_hour=SimpleNamespace(typical=an_hour),
        own_pay=own_pay,
    )


@pytest.mark.parametrize(
    ("prefer", "estimates"),
    [
        (Prefer.SOONEST, (reckoned(3, 1), reckoned(4, 2), reckoned(None, 3))),
        (Prefer.MOST, (reckoned(None, 2), reckoned(3, 1), reckoned(3, 9, own_pay=False), None)),
    ],
)
def test_what_a_person_prefers_comes_first_and_the_unknown_last(prefer: Prefer, estimates: tuple[Any, ...]) -> None:
    keys = [preference(prefer, facts(site()), partial(lambda estimate: estimate, one)) for one in estimates]
    assert all(better < worse for better, worse in pairwise(keys))
    assert preference(Prefer.SOONEST, facts(site()), lambda: None) == keys[-1] or prefer is Prefer.MOST


def test_the_safest_is_of_which_fewest_kinds_of_warning_are_told_notes_apart() -> None:
    note, care, other = WarningCode.LOW_PAY, WarningCode.PRIVACY, WarningCode.ACCOUNT_LOSS
    counts = [
        preference(Prefer.SAFEST, facts(site(warnings=tuple(warning(code) for code in codes))), lambda: None)
        for codes in ((), (note,), (care,), (care, care), (care, other))
    ]
    assert counts == [(0,), (0,), (1,), (1,), (2,)]


# What the records of every site say, less what speaks for it in one way; and with something against it more.


def _claims(one: Platform, kept: Callable[[Claim[Any]], bool]) -> Platform:
    """A site without the claims of its status and of its payouts that are not kept."""
    payouts = tuple(replace(each, offered=tuple(filter(kept, each.offered))) for each in one.payouts)
    return replace(one, status=tuple(filter(kept, one.status)), payouts=payouts)


def without_witnesses(one: Platform, known: Catalogue) -> Platform:
    def is_own(said: Claim[Any]) -> bool:
        return is_site(known.sources[said.source], hosts_ever(one)) or said.value not in (
            Status.ACTIVE,
            Answer.YES,
            Answer.PARTLY,
        )

    return _claims(replace(one, payment_proof=()), is_own)


def without_terms(one: Platform, name: str) -> Platform:
    return replace(one, payouts=tuple(replace(each, **{name: ()}) for each in one.payouts))


def without_acceptance(one: Platform) -> Platform:
    kept = {code: tuple(each for each in said if each.value is Answer.NO) for code, said in one.accepts.items()}
    return replace(one, accepts=kept)


TAKEN_AWAY: dict[str, Callable[[Platform, Catalogue], Platform]] = {
    "witnesses": without_witnesses,
    "proofs": lambda one, _: replace(
        one, payment_proof=tuple(each for each in one.payment_proof if each.paid is Answer.NO)
    ),
    "acceptance": lambda one, _: without_acceptance(one),
    "known minimums": lambda one, _: without_terms(one, "minimum"),
    "known charges": lambda one, _: without_terms(one, "fee"),
    "what it takes to join": lambda one, _: replace(
        one, pay_to_join=tuple(each for each in one.pay_to_join if each.value is not PayToJoin.NO)
    ),
}


def against(value: Any, source: str) -> Claim[Any]:
    """The newest and surest word there is."""
    return claim(value, source, "2026-11-20", "high")


def without_option(one: Platform, place: int, source: str) -> Platform:
    """A site of which somebody says that it does not pay by one of its methods."""
    payouts = list(one.payouts)
    if place < len(payouts):
        payouts[place] = replace(payouts[place], offered=(against(Answer.NO, source), *payouts[place].offered))
    return replace(one, payouts=tuple(payouts))


def with_warning(one: Platform, code: WarningCode, source: str) -> Platform:
    return replace(one, warnings=(*one.warnings, warning(code, said_by=source)))


ADDED: dict[str, Callable[[Platform, str], Platform]] = {
    "closed": lambda one, by: replace(one, status=(against(Status.CLOSED, by), *one.status)),
    "reported": lambda one, by: replace(one, status=(against(Status.NOT_PAYING_REPORTS, by), *one.status)),
    "refused": lambda one, by: replace(
        one, accepts={**one.accepts, "BD": (against(Answer.NO, by), *one.accepts.get("BD", ()))}
    ),
    "takes money": lambda one, by: replace(one, pay_to_join=(against(PayToJoin.PAY, by), *one.pay_to_join)),
    "for experts": lambda one, by: replace(one, skill=(against(Skill.EXPERT, by), *one.skill)),
    "somebody was not paid": lambda one, by: replace(
        one, payment_proof=(*one.payment_proof, proof(by, "2026-11-20", Answer.NO))
    ),
    "complaints": lambda one, by: with_warning(one, WarningCode.PAYMENT_COMPLAINT, by),
    "a fraud": lambda one, by: with_warning(one, WarningCode.FRAUD_REPORT, by),
    "first payout not offered": lambda one, by: without_option(one, 0, by),
    "second payout not offered": lambda one, by: without_option(one, 1, by),
    "third payout not offered": lambda one, by: without_option(one, 2, by),
}

WISHES = (Wish(), Wish(targets=("bkash",)), Wish(targets=("payoneer",)))


def place(one: Advice) -> tuple[int, Keys | tuple[()]]:
    """Where a site stands: the ranked ones by their keys, all others behind them."""
    return (0, one.keys) if one.keys else (1, ())


def places(known: Catalogue, wish: Wish) -> dict[str, Any]:
    found = find_platforms(wish, Router(known, known.evidence(DAY), "BD"))
    return {one.facts.id: place(one) for one in (*found.ranked, *found.unranked)}


DAY = date(2026, 11, 30)


def changed(known: Catalogue, change: Callable[[Platform], Platform], only: Iterable[str]) -> Catalogue:
    return replace(known, platforms={key: change(known.platforms[key]) for key in only})


@pytest.mark.parametrize("wish", WISHES, ids=["anywhere", "bkash", "payoneer"])
@pytest.mark.parametrize("name", TAKEN_AWAY)
def test_what_is_taken_away_of_what_speaks_for_a_site_never_raises_it(
    name: str, wish: Wish, shipped: Catalogue
) -> None:
    before = places(shipped, wish)
    less = changed(shipped, lambda one: TAKEN_AWAY[name](one, shipped), shipped.platforms)
    after = places(less, wish)
    assert {key for key in before if after[key] < before[key]} == set()


@pytest.mark.parametrize("wish", WISHES, ids=["anywhere", "bkash", "payoneer"])
@pytest.mark.parametrize("name", ADDED)
def test_what_is_said_against_a_site_never_raises_it(name: str, wish: Wish, shipped: Catalogue) -> None:
    before = places(shipped, wish)
    by = next(key for key, one in shipped.sources.items() if one.kind is SourceKind.OFFICIAL and one.date is None)
    after = places(changed(shipped, lambda one: ADDED[name](one, by), shipped.platforms), wish)
    assert {key for key in before if after[key] < before[key]} == set()


@given(st.data())
def test_any_claim_less_and_any_word_against_it_more_never_raises_a_site(data: st.DataObject) -> None:
    """The same of invented sites of which much is said in many ways."""
    one = site(
        payouts=tuple(
            option(
                key,
                offered=tuple(
                    claim(Answer.YES, said, as_of, confidence)
                    for said, as_of, confidence in data.draw(st.lists(VOICES, min_size=1, max_size=3))
                ),
                minimum=least("100 BDT") if data.draw(st.booleans()) else (),
                fee=FREE if data.draw(st.booleans()) else (),
            )
            for key in data.draw(st.lists(st.sampled_from(("bkash", "nagad", "payoneer", "paypal")), unique=True))
        ),
        status=tuple(claim(Status.ACTIVE, *said) for said in data.draw(st.lists(VOICES, max_size=3))),
        payment_proof=tuple(proof(said, as_of) for said, as_of, _ in data.draw(st.lists(VOICES, max_size=2))),
    )
    known = replace(KNOWN, platforms={"site": one})
    wish = data.draw(st.sampled_from((Wish(), Wish(targets=("bkash",)))))
    change = data.draw(st.sampled_from([*TAKEN_AWAY, *ADDED]))
    other = TAKEN_AWAY[change](one, known) if change in TAKEN_AWAY else ADDED[change](one, "official")
    first, second = (
        place(found)
        for each in (one, other)
        for found in _of(find_platforms(wish, Router(replace(known, platforms={"site": each}), EVIDENCE, "BD")))
    )
    assert second >= first


def _of(found: Any) -> tuple[Advice, ...]:
    return (*found.ranked, *found.unranked)


VOICES = st.tuples(
    st.sampled_from(("official", "blog", "news", "independent", "forum")),
    st.sampled_from((FRESH, OLD, None)),
    st.sampled_from(("high", "medium", "low")),
)


def test_no_site_of_the_shipped_records_is_ranked_that_asks_for_money_or_is_for_experts(shipped: Catalogue) -> None:
    for wish in WISHES:
        for prefer in Prefer:
            found = find_platforms(replace(wish, prefer=prefer), Router(shipped, shipped.evidence(DAY), "BD"))
            keys = [one.keys for one in found.ranked if one.keys]
            assert keys == sorted(keys)
            for one in found.ranked:
                told = PlatformFacts(one.facts.platform, shipped.evidence(DAY))
                assert told.pay_to_join.value in (None, PayToJoin.NO)
                assert told.skill.value is not Skill.EXPERT


def pays_a_task(text: str) -> tuple[Claim[Pay], ...]:
    return (claim(Pay.parse(f"{text} USD per task"), "official", FRESH),)


def within(days: str) -> tuple[PayoutOption, ...]:
    return (option("bkash", "100 BDT", fee=FREE, days=(claim(Days.parse(days), "official", FRESH),)),)


def from_the_first(minimum: str) -> tuple[PayoutOption, ...]:
    return (option("bkash", minimum, fee=FREE),)


@pytest.mark.parametrize(
    ("prefer", "better", "worse"),
    [
        (Prefer.SOONEST, {"payouts": from_the_first("100 BDT")}, {"payouts": from_the_first("900 BDT")}),
        (Prefer.SOONEST, {"payouts": within("1")}, {"payouts": within("20 to 30")}),
        (Prefer.MOST, {"task_pay": pays_a_task("0.05")}, {"task_pay": pays_a_task("0.02")}),
        (Prefer.MOST, {"task_pay": pays_a_task("0.01")}, {}),
        (Prefer.SAFEST, {"payouts": within("20 to 30")}, {"warnings": (warning(WarningCode.PRIVACY),)}),
        (Prefer.SAFEST, {"warnings": (warning(WarningCode.LOW_PAY),)}, {"warnings": (warning(WarningCode.PRIVACY),)}),
    ],
    ids=["sooner earned", "sooner paid", "more", "whose pay is known", "no warning", "a warning that is only told"],
)
def test_what_is_preferred_decides_between_sites_of_which_equally_much_is_known(
    prefer: Prefer, better: dict[str, Any], worse: dict[str, Any], shipped: Catalogue
) -> None:
    """The name would have it the other way round."""
    alike = {"payouts": from_the_first("100 BDT")}
    sites = {"z": site("z", **{**alike, **better}), "a": site("a", **{**alike, **worse})}
    known = replace(shipped, platforms=sites, sources={**shipped.sources, **EVIDENCE.sources})
    found = find_platforms(Wish(prefer=prefer), Router(known, known.evidence(EVIDENCE.today), "BD"))
    assert [one.facts.id for one in found.ranked] == ["z", "a"]


@pytest.mark.parametrize("hours", [1.0, 6.0])
@pytest.mark.parametrize("prefer", Prefer)
def test_of_the_shipped_sites_what_is_preferred_is_never_behind(
    prefer: Prefer, hours: float, shipped: Catalogue
) -> None:
    """Among those that are equal in all that counts before; whose days or pay nobody knows come last."""
    found = find_platforms(Wish(prefer=prefer, hours_per_day=hours), Router(shipped, shipped.evidence(DAY), "BD"))
    for one, next_one in pairwise(found.ranked):
        if one.keys and next_one.keys and _before_preferred(one.keys) == _before_preferred(next_one.keys):
            assert _worth(prefer, one) <= _worth(prefer, next_one)


def _before_preferred(keys: Keys) -> tuple[Any, ...]:
    names = keys.__struct_fields__
    return tuple(getattr(keys, name) for name in names[: names.index("preferred")])


def _worth(prefer: Prefer, advice: Advice) -> tuple[float, ...]:
    """What is preferred, the smallest the best, as the answer tells it."""
    estimate = advice.estimate
    days = estimate.first_payout_days if estimate else None
    match prefer:
        case Prefer.SOONEST:
            return (days.typical,) if days else (float("inf"),)
        case Prefer.MOST:
            return (not estimate.own_pay, -estimate.net_per_hour.typical) if estimate else (2,)
        case Prefer.SAFEST:
            return (len({one.code for one in advice.facts.warnings if one.weight is not Weight.NOTE}),)
