"""The few facts that a question about one site asks for, instead of all that is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from microjob_cli.advice.verdict import Judgement, Verdict
from microjob_cli.catalog.facts import Fact, Statement
from microjob_cli.catalog.payout import PayoutFacts, PayoutOption
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
    advice: Judgement | None = None


class _About(Struct, frozen=True):
    """What an intent asks for: fields, topics of notes, and warnings."""

    fields: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    warnings: tuple[WarningCode, ...] = ()


_ABOUT: Mapping[str, _About] = {
    "payout-methods-of-platform": _About(("offered",), (Topic.PAYOUT,), (WarningCode.PAYOUT_REACH,)),
    "threshold-of-platform": _About(("minimum",), (Topic.PAYOUT,)),
    "fees": _About(("fee",), (Topic.PAYOUT,)),
    "payment-time": _About(
        ("days", "review_days"),
        (Topic.SCHEDULE, Topic.REVIEW),
        (WarningCode.SLOW_PAYOUT, WarningCode.PAYMENT_COMPLAINT),
    ),
    "platform-info": _About(("status", "founded", "headquarters", "owner", "successor"), (Topic.HISTORY, Topic.OWNER)),
    # What a comparison would tell, of the one site that is recorded.
    "compare-platforms": _About(("status", "accepts", "minimum", "task_pay")),
    "platform-legitimacy": _About(("status", "ratings"), (Topic.STATUS, Topic.REPLY), tuple(WarningCode)),
    "country-availability": _About(("accepts",), (Topic.COUNTRIES,), (WarningCode.COUNTRY_LIMITS,)),
    "device-requirement": _About(("devices",)),
    "task-pay": _About(("pay_of_tasks", "task_pay"), (Topic.PAY,), (WarningCode.LOW_PAY,)),
    "task-types": _About(("tasks",), (Topic.TASKS,), (WarningCode.RULE_BREAKING_TASKS,)),
    "rules": _About((), (Topic.ACCOUNT, Topic.IDENTITY), (WarningCode.ACCOUNT_LOSS,)),
    "task-availability": _About(
        (), (Topic.TASKS, Topic.WORKERS, Topic.COUNTRIES), (WarningCode.LITTLE_WORK, WarningCode.COUNTRY_LIMITS)
    ),
    "referral-bonus": _About((), (Topic.REFERRAL, Topic.SIGN_UP_BONUS)),
    "how-to-start": _About(("identity_checks", "accepts"), (Topic.ACCOUNT, Topic.IDENTITY)),
}
# Where a field holds it, no note need tell it.
_NOTED_IF_UNKNOWN = frozenset({"threshold-of-platform", "fees"})
_RATE = "success_rate"


def focus(intent: str, slots: Slots, site: PlatformFacts, advice: Judgement, country: str) -> Focus | None:
    """The facts that an intent asks for; None when it asks for all of the record."""
    about = _ABOUT.get(intent)
    if about is None:
        return None
    if intent == "rules":
        about = _rules(about, slots.get("rule"))
    if intent == "country-availability":
        country = slots.get("country") or country
    told = [one for name in about.fields for one in _told(name, site, slots, country)]
    topics = () if intent in _NOTED_IF_UNKNOWN and any(one.fact.known for one in told) else about.topics
    said = (
        *(warning for warning in site.warnings if warning.code in about.warnings),
        *(note for topic in topics for note in site.notes if note.topic is topic),
    )
    avoid = advice.verdict is Verdict.AVOID
    if avoid:
        grave = (warning for warning in site.warnings if warning.weight is Weight.AVOID)
        said = tuple(dict.fromkeys((*grave, *said)))
    standing = [] if site.status.value is Status.ACTIVE else [Told("status", None, site.status)]
    judged = advice if avoid or intent in _JUDGED else None
    return Focus(site, tuple(dict.fromkeys([*standing, *told])), said[:_MOST_SAID], judged)


def _rules(about: _About, rule: str | None) -> _About:
    """What is asked for of rules: all, the success rate alone, or another one alone."""
    return _About(
        (_RATE,) if rule in (None, _RATE) else (),
        (Topic.SUCCESS_RATE,) if rule == _RATE else about.topics,
        about.warnings,
    )


def _told(name: str, site: PlatformFacts, slots: Slots, country: str) -> Iterable[Told]:
    """A field of the site, or what it is of each payout option or kind of work."""
    match name:
        case "offered":
            return [one for option in _payouts(site, slots, all_current=True) for one in _of_option(name, option)]
        case "minimum" | "fee" | "days":
            return [one for option in _payouts(site, slots) for one in _of_option(name, option)]
        case "accepts":
            return [Told(name, country, site.accepts_from(country))]
        case "ratings":
            return [Told(name, one.rater, one.score) for one in site.ratings]
        case "tasks":
            return _tasks(site, slots)
        case "pay_of_tasks":
            asked = slots.get("task_types", ())
            paid = (one for one in site.tasks if one.pay.known and (not asked or one.task in asked))
            return [Told("task_pay", one.task, one.pay) for one in paid]
        case "successor" if not site.successor.known:
            return []
    return [Told(name, None, getattr(site, name))]


def _payouts(site: PlatformFacts, slots: Slots, *, all_current: bool = False) -> Iterable[PayoutFacts]:
    """The options asked for, recorded or not; without any asked for, or behind them, the current ones."""
    asked = slots.get("payout_methods", ())
    recorded = {option.method: option for option in site.payouts}
    yield from (recorded.get(method) or PayoutFacts(PayoutOption(method), site.evidence) for method in asked)
    if all_current or not asked:
        yield from site.current_payouts


def _of_option(name: str, option: PayoutFacts) -> Iterator[Told]:
    """A field of an option, with the day of its end."""
    until = [Told("until", option.method, option.until)] if option.until.known else []
    told = Told(name, option.method, getattr(option, name))
    yield from (told, *until) if name == "offered" else (*until, told)


def _tasks(site: PlatformFacts, slots: Slots) -> list[Told]:
    recorded = {one.task: one.offered for one in site.tasks}
    asked: dict[str, Fact[Any]] = {task: recorded.get(task, Fact()) for task in slots.get("task_types", ())}
    return [Told("tasks", task, fact) for task, fact in {**asked, **recorded}.items()] or [Told("tasks", None, Fact())]
