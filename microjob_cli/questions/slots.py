"""What a question names: sites, methods, amounts, devices, by the names that answers use."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from microjob_cli.catalog.money import CURRENCIES
from microjob_cli.catalog.questions import Intent, Refusal
from microjob_cli.catalog.text import Text
from microjob_cli.questions.amounts import FAR, NEAR, Amount, distance, period_of, period_words
from microjob_cli.questions.parsed import ParsedQuestion
from microjob_cli.questions.roles import LACKING, WITHOUT
from microjob_cli.questions.unknown_names import Grade

# Slots that hold one value each, filled by words of the records.
_SINGLE = ("user_profile", "device", "contrast", "rule", "problem", "prefer", "status", "order")
_LISTED = ("fact", "signal", "skill")
# Words of the records: for what belongs to one's own country, for sites, and for all of what is named.
_OWN, _SITE, _BOTH = "owned-in", "site", "both-of-them"
# Intents for which some slots mean something else.
_BASED = frozenset({"list-platforms", "compare-platforms"})
_ROUTE, _EARNED = "payout-route", "earnings-estimate"
_NOTHING = Intent("", Text("", ""))
# A sum for a month or a day that is said without its unit is no less than this.
_LEAST_WAGE = 100


def slots(question: ParsedQuestion, about: Intent | Refusal | None, home: str | None = None) -> dict[str, Any]:
    """The slots of a question, for what it is about; None when that is not known. `home`: the asker's country."""
    found = dict(_all(question, about if isinstance(about, Intent) else _NOTHING, home))
    ignored = about.ignores if about else ()
    return {name: value for name, value in found.items() if value not in (None, [], ()) and name not in ignored}


def _all(question: ParsedQuestion, intent: Intent, home: str | None) -> Iterator[tuple[str, Any]]:
    filled = question.filled
    yield "platforms", list(question.platforms)
    yield "platforms_unlisted", _unlisted(question, intent)
    yield from _methods(question, intent)
    # Those that a word merely stands for only where none is named.
    yield "task_types", list(dict.fromkeys(one.id for one in question.tasks) or filled.get("task_types", ()))
    yield from _places(question, intent, home)
    yield from _amounts(question, intent)
    yield from ((name, next(iter(filled.get(name, ())), None)) for name in _SINGLE)
    yield from ((name, list(filled.get(name, ()))) for name in _LISTED)
    yield "age", "under_18" if question.is_of_a_child else None
    yield "aspects", list(filled.get("aspect", ())) if intent.tells and not intent.of_a_site else ()
    yield "no_investment", "no_investment" in filled or None


def _unlisted(question: ParsedQuestion, intent: Intent) -> list[str]:
    """The names that no record has: sure ones, others only where a site is asked of and none is named."""
    strange = question.unknown_names
    sure = [one.written for one in strange if one.grade is Grade.SURE]
    if sure or question.platforms:
        return sure
    least = Grade.PERHAPS if intent.of_one_site else Grade.LIKELY if intent.of_a_site or intent.of_sites else Grade.SURE
    return [one.written for one in strange if one.grade >= least][:1]


def _methods(question: ParsedQuestion, intent: Intent) -> Iterator[tuple[str, Any]]:
    roles, words = question.roles, question.words
    wanted, excluded = list(roles.methods), list(roles.without)
    if intent.seeks:
        excluded += roles.lacking
    elif intent.id != _ROUTE:
        wanted += roles.lacking
    else:
        wanted = [method for method in wanted if method != roles.target]
        yield "route_to", roles.target or "bdt"
    # Words of absence that belong to no method by name belong to the kind of method that is spoken of.
    refused = not wanted and words & {WITHOUT, LACKING} and not (roles.without or roles.lacking)
    kind = next(iter(question.filled.get("payout_kind", ())), None)
    yield "payout_kind_excluded" if refused else "payout_kind", kind
    if not (kind and refused):
        wanted = wanted or list(question.filled.get("payout_methods", ()))
    yield "payout_methods", list(dict.fromkeys(wanted))
    yield "payout_all", (intent.seeks and len(set(wanted)) > 1 and _BOTH in words) or None
    yield "payout_methods_excluded", list(dict.fromkeys(excluded))


def _places(question: ParsedQuestion, intent: Intent, home: str | None) -> Iterator[tuple[str, Any]]:
    """The country of the asker or of the sites: a site is meant in "Bangladeshi sites", "deshi site"."""
    sites = {hit.start for hit in question.hits if _SITE in hit.words}
    of_sites = any(hit.end in sites and hit.words & {_OWN, *question.countries} for hit in question.hits)
    country = next(iter(question.filled.get("country", ())), None)
    if (intent.seeks and of_sites) or (intent.id in _BASED and _OWN in question.words):
        country = country or home
    yield "hq_country" if (intent.seeks and of_sites) or intent.id in _BASED else "country", country


def _amounts(question: ParsedQuestion, intent: Intent) -> Iterator[tuple[str, Any]]:
    yield from _times(question)
    name = "max_threshold" if intent.seeks else "amount"
    near = FAR if intent.id == _EARNED else NEAR
    for amount in question.amounts:
        period, away = period_of(amount, question.hits)
        unit = amount.unit or ("BDT" if amount.number >= _LEAST_WAGE and period else None)
        if unit not in CURRENCIES:
            continue
        wage = period if away <= near else "month" if intent.id == _EARNED and unit == "BDT" else None
        if wage:
            yield f"target_{unit.lower()}_per_{wage}", _plain(amount.number)
        elif amount.unit:
            yield f"{name}_{unit.lower()}", _plain(amount.number)


def _times(question: ParsedQuestion) -> Iterator[tuple[str, Any]]:
    """Hours of work in a day, week or month, and days of work in a week or month.

    A word for a period belongs to the one that is nearest: "3 days a week, 2 hours".
    """
    times = [amount for amount in question.amounts if amount.unit in ("hour", "day")]
    periods: dict[Amount, str] = {}
    for hit, period in period_words(question.hits) if times else ():
        nearest = min(times, key=lambda amount: distance(amount, hit))
        if distance(nearest, hit) <= NEAR:
            periods.setdefault(nearest, period)
    for amount in times:
        period = periods.get(amount, "day")
        if (amount.unit, period) != ("day", "day"):
            yield f"{amount.unit}s_per_{period}", _plain(amount.number)


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)
