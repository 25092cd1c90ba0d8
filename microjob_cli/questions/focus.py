"""The few facts that a question about one site asks for, instead of all that is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from microjob_cli.advice.verdict import Advice, Verdict
from microjob_cli.catalog.facts import Fact, Statement
from microjob_cli.catalog.payout import PayoutFacts
from microjob_cli.catalog.platform import Status, Topic, WarningCode, Weight
from microjob_cli.catalog.platform_facts import PlatformFacts

Slots = Mapping[str, Any]
_MOST_SAID = 5
# Intents that ask how good a site is: with the verdict and its reasons.
_JUDGED = frozenset({"platform-legitimacy", "compare-platforms"})


class Told(Struct, frozen=True):
    """One fact of a site: the field, the method, task or country it is of, and the fact."""

    field: str
    of: str | None
    fact: Fact[Any]


class Focus(Struct, frozen=True):
    """What is told of a site: facts, sentences of sources, and for some questions the verdict with its reasons."""

    site: PlatformFacts
    told: tuple[Told, ...]
    said: tuple[Statement, ...] = ()
    advice: Advice | None = None


def focus(intent: str, slots: Slots, site: PlatformFacts, advice: Advice, country: str) -> Focus | None:
    """The facts that an intent asks for; None when it asks for all of the record."""
    about = _FOCUSES.get(intent)
    if about is None:
        return None
    told, topics, warnings = about(site, slots, country)
    said = (
        *(warning for warning in site.warnings if warning.code in warnings),
        *(note for topic in topics for note in site.notes if note.topic is topic),
    )
    avoid = advice.verdict is Verdict.AVOID
    judged = advice if avoid or intent in _JUDGED else None
    if avoid:
        grave = (warning for warning in site.warnings if warning.weight is Weight.AVOID)
        said = tuple(dict.fromkeys((*grave, *said)))
    standing = [] if site.status.value is Status.ACTIVE else [Told("status", None, site.status)]
    return Focus(site, tuple(dict.fromkeys([*standing, *told])), said[:_MOST_SAID], judged)


_Found = tuple[Iterable[Told], tuple[Topic, ...], tuple[WarningCode, ...]]


def _payouts(site: PlatformFacts, slots: Slots) -> Iterable[PayoutFacts]:
    """The options asked for, recorded or not; without any asked for, the current ones."""
    asked = slots.get("payout_methods", ())
    if not asked:
        return site.current_payouts
    recorded = {option.method: option for option in site.payouts}
    return [recorded.get(method) or _unknown(method) for method in asked]


def _unknown(method: str) -> PayoutFacts:
    """An option that no source speaks of."""
    nothing: Fact[Any] = Fact()
    return PayoutFacts(method, False, nothing, nothing, nothing, nothing, nothing, nothing, nothing)


def _options(field: str, site: PlatformFacts, slots: Slots) -> Iterator[Told]:
    for option in _payouts(site, slots):
        if field != "offered" and option.until.known:
            yield Told("until", option.method, option.until)
        yield Told(field, option.method, getattr(option, field))


def _methods(site: PlatformFacts, slots: Slots, country: str) -> _Found:
    asked = bool(slots.get("payout_methods"))
    told = [one for option in _payouts(site, slots) for one in _of_option(option)]
    rest = [] if not asked else [one for option in site.current_payouts for one in _of_option(option)]
    return list(dict.fromkeys([*told, *rest])), (Topic.PAYOUT,), (WarningCode.PAYOUT_REACH,)


def _of_option(option: PayoutFacts) -> Iterator[Told]:
    yield Told("offered", option.method, option.offered)
    if option.until.known:
        yield Told("until", option.method, option.until)


def _minimum(site: PlatformFacts, slots: Slots, country: str) -> _Found:
    return _or_noted(_options("minimum", site, slots))


def _fees(site: PlatformFacts, slots: Slots, country: str) -> _Found:
    return _or_noted(_options("fee", site, slots))


def _or_noted(told: Iterable[Told]) -> _Found:
    """Where no field holds it, what is noted of payouts may."""
    known = list(told)
    return known, () if any(one.fact.known for one in known) else (Topic.PAYOUT,), ()


def _time(site: PlatformFacts, slots: Slots, country: str) -> _Found:
    told = [*_options("days", site, slots), Told("review_days", None, site.review_days)]
    return told, (Topic.SCHEDULE, Topic.REVIEW), (WarningCode.SLOW_PAYOUT, WarningCode.PAYMENT_COMPLAINT)


def _brief(site: PlatformFacts, slots: Slots, country: str) -> _Found:
    """What a comparison would tell, of the one site that is recorded."""
    told = [Told("status", None, site.status), Told("accepts", country, site.accepts_from(country))]
    return [*told, *_options("minimum", site, slots), Told("task_pay", None, site.task_pay)], (), ()


def _info(site: PlatformFacts, slots: Slots, country: str) -> _Found:
    names = ("status", "founded", "headquarters", "owner", "successor")
    told = [Told(name, None, getattr(site, name)) for name in names if name != "successor" or site.successor.known]
    return told, (Topic.HISTORY, Topic.OWNER), ()


def _legitimacy(site: PlatformFacts, slots: Slots, country: str) -> _Found:
    told = [Told("status", None, site.status), *(Told("ratings", one.rater, one.score) for one in site.ratings)]
    return told, (Topic.STATUS, Topic.REPLY), tuple(WarningCode)


def _country(site: PlatformFacts, slots: Slots, country: str) -> _Found:
    asked = slots.get("country") or country
    return [Told("accepts", asked, site.accepts_from(asked))], (Topic.COUNTRIES,), (WarningCode.COUNTRY_LIMITS,)


def _device(site: PlatformFacts, slots: Slots, country: str) -> _Found:
    return [Told("devices", None, site.devices)], (), ()


def _pay(site: PlatformFacts, slots: Slots, country: str) -> _Found:
    asked = slots.get("task_types", ())
    own = [
        Told("task_pay", one.task, one.pay) for one in site.tasks if one.pay.known and (not asked or one.task in asked)
    ]
    return [*own, Told("task_pay", None, site.task_pay)], (Topic.PAY,), (WarningCode.LOW_PAY,)


def _tasks(site: PlatformFacts, slots: Slots, country: str) -> _Found:
    asked = slots.get("task_types", ())
    recorded = {one.task: one.offered for one in site.tasks}
    wanted = {task: recorded.get(task, Fact()) for task in asked} if asked else {}
    told = [Told("tasks", task, fact) for task, fact in {**wanted, **recorded}.items()]
    return told or [Told("tasks", None, Fact())], (Topic.TASKS,), (WarningCode.RULE_BREAKING_TASKS,)


def _rules(site: PlatformFacts, slots: Slots, country: str) -> _Found:
    told = [Told("success_rate", None, site.success_rate)] if slots.get("rule") in (None, "success_rate") else []
    topics = (Topic.SUCCESS_RATE,) if slots.get("rule") == "success_rate" else (Topic.ACCOUNT, Topic.IDENTITY)
    return told, topics, (WarningCode.ACCOUNT_LOSS,)


def _work(site: PlatformFacts, slots: Slots, country: str) -> _Found:
    return [], (Topic.TASKS, Topic.WORKERS, Topic.COUNTRIES), (WarningCode.LITTLE_WORK, WarningCode.COUNTRY_LIMITS)


def _bonus(site: PlatformFacts, slots: Slots, country: str) -> _Found:
    return [], (Topic.REFERRAL, Topic.SIGN_UP_BONUS), ()


def _start(site: PlatformFacts, slots: Slots, country: str) -> _Found:
    told = [Told("identity_checks", None, site.identity_checks), Told("accepts", country, site.accepts_from(country))]
    return told, (Topic.ACCOUNT, Topic.IDENTITY), ()


_FOCUSES: Mapping[str, Callable[[PlatformFacts, Slots, str], _Found]] = {
    "payout-methods-of-platform": _methods,
    "threshold-of-platform": _minimum,
    "platform-info": _info,
    "compare-platforms": _brief,
    "platform-legitimacy": _legitimacy,
    "task-types": _tasks,
    "task-pay": _pay,
    "country-availability": _country,
    "device-requirement": _device,
    "fees": _fees,
    "payment-time": _time,
    "rules": _rules,
    "task-availability": _work,
    "referral-bonus": _bonus,
    "how-to-start": _start,
}
