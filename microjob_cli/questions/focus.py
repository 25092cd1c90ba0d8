"""The few facts that a question about one site asks for, instead of all that is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.advice.verdict import Judgement, Verdict
from microjob_cli.catalog.facts import Fact, Statement
from microjob_cli.catalog.payout import PayoutFacts, PayoutOption
from microjob_cli.catalog.platform import Status, Topic, Weight
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.questions import Intent, Tells

Slots = Mapping[str, Any]
_MOST_SAID = 5


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


# Where a field holds it, no note need tell it.
_NOTED_IF_UNKNOWN = frozenset({"minimum", "fee"})
_RULES, _RATE = "rules", "success_rate"


def focus(intent: Intent, slots: Slots, site: PlatformFacts, advice: Judgement, country: str) -> Focus | None:
    """The facts that an intent asks for; None when it asks for all of the record."""
    if intent.tells is None:
        return None
    tells = _rules(intent.tells, slots.get("rule")) if intent.id == _RULES else intent.tells
    country = slots.get("country") or country
    standing = [] if site.status.value is Status.ACTIVE else [Told("status", None, site.status)]
    told = [one for name in tells.fields for one in _told(name, site, slots, country)]
    elsewhere = _told("accepts", site, slots, country) if "country" in slots else ()
    noted = not (_NOTED_IF_UNKNOWN & set(tells.fields) and any(one.fact.known for one in told))
    avoid = advice.verdict is Verdict.AVOID
    said = (
        *(warning for warning in site.warnings if avoid and warning.weight is Weight.AVOID),
        *(warning for warning in site.warnings if tells.verdict or warning.code in tells.warnings),
        *(note for topic in tells.topics if noted for note in site.notes if note.topic is topic),
    )
    return Focus(
        site,
        tuple(dict.fromkeys([*standing, *told, *elsewhere])),
        tuple(dict.fromkeys(said))[:_MOST_SAID],
        advice if avoid or tells.verdict else None,
    )


def _rules(tells: Tells, rule: str | None) -> Tells:
    """What is asked for of rules: all, the success rate alone, or another one alone."""
    if rule == _RATE:
        return Tells((_RATE,), (Topic.SUCCESS_RATE,), tells.warnings)
    return replace(tells, fields=(_RATE,) if rule is None else ())


def _told(name: str, site: PlatformFacts, slots: Slots, country: str) -> Iterable[Told]:
    """A field of the site, or what it is of each payout option or kind of work."""
    tasks = slots.get("task_types", ())
    match name:
        case "offered" | "minimum" | "fee" | "days":
            return [one for option in _payouts(name, site, slots) for one in _of_option(name, option)]
        case "accepts":
            return [Told(name, country, site.accepts_from(country))]
        case "ratings":
            return [Told(name, one.rater, one.score) for one in site.ratings]
        case "tasks":
            offered = {**dict.fromkeys(tasks, Fact[Any]()), **{one.task: one.offered for one in site.tasks}}
            return [Told(name, task, fact) for task, fact in offered.items()] or [Told(name, None, Fact())]
        case "pay_of_tasks":
            paid = (one for one in site.tasks if one.pay.known and (not tasks or one.task in tasks))
            return [Told("task_pay", one.task, one.pay) for one in paid]
        case "successor" if not site.successor.known:
            return []
    return [Told(name, None, getattr(site, name))]


def _payouts(name: str, site: PlatformFacts, slots: Slots) -> Iterable[PayoutFacts]:
    """The options asked for, recorded or not; without any asked for, or of what is offered behind them, the current."""
    asked = slots.get("payout_methods", ())
    recorded = {option.method: option for option in site.payouts}
    yield from (recorded.get(method) or PayoutFacts(PayoutOption(method), site.evidence) for method in asked)
    if name == "offered" or not asked:
        yield from site.current_payouts


def _of_option(name: str, option: PayoutFacts) -> Iterator[Told]:
    """A field of an option, with the day of its end."""
    until = [Told("until", option.method, option.until)] if option.until.known else []
    told = Told(name, option.method, getattr(option, name))
    yield from (told, *until) if name == "offered" else (*until, told)
