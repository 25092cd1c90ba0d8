"""What a question names: sites, methods, amounts, devices, by the names that answers use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from microjob_cli.domain.asking.heard import Heard
from microjob_cli.domain.asking.records import Intent, Refusal

# Slots that hold one value each, filled by words of the records.
_SINGLE = (
    "user_profile", "device", "contrast", "rule", "problem", "period", "age", "payout_kind",
)  # fmt: skip
_LISTED = ("fact", "signal", "skill")
_METHODS = ("payout_methods", "payout_methods_excluded")
# Intents that look for sites: a method that the asker lacks is one to do without.
_SEEKING = frozenset(
    {"platforms-by-payout", "recommend", "lowest-threshold", "list-platforms", "payout-methods-of-platform"}
)
# Intents that ask of one site: a name that no record has is worth a word.
_OF_ONE_SITE = frozenset(
    """
    platform-legitimacy platform-info scam-check payout-methods-of-platform threshold-of-platform country-availability
    """.split()
)
_BASED = frozenset({"list-platforms", "compare-platforms"})


def slots(heard: Heard, about: Intent | Refusal | None) -> dict[str, Any]:
    """The slots of a question, for what it is about; None when that is not known."""
    found = dict(_all(heard, about.id if isinstance(about, Intent) else None))
    ignored = about.ignores if about else ()
    return {name: value for name, value in found.items() if value not in (None, [], ()) and name not in ignored}


def _all(heard: Heard, intent: str | None) -> Iterator[tuple[str, Any]]:
    platforms = list(heard.platforms)
    yield "platforms", platforms
    if not platforms and heard.stranger and intent in _OF_ONE_SITE:
        yield "platforms_unlisted", [heard.stranger]
    yield from _methods(heard, intent)
    yield "task_types", _merged([one.id for one in heard.tasks], heard.filled.get("task_types", ()))
    yield from _places(heard, intent)
    yield from _amounts(heard, intent)
    for name in _SINGLE:
        yield name, next(iter(heard.filled.get(name, ())), None)
    for name in _LISTED:
        yield name, list(heard.filled.get(name, ()))
    if "no_investment" in heard.filled:
        yield "no_investment", True


def _merged(named: Sequence[str], implied: Sequence[str]) -> list[str]:
    """Kinds of work by name; those that a word merely stands for only where none is named."""
    return list(dict.fromkeys(named or implied))


def _methods(heard: Heard, intent: str | None) -> Iterator[tuple[str, Any]]:
    roles, implied = heard.roles, list(heard.filled.get("payout_methods", ()))
    wanted, excluded = list(roles.methods), list(roles.without)
    if intent in _SEEKING:
        excluded += roles.lacking
    else:
        wanted += roles.lacking
    if intent == "payout-route":
        target = roles.target
        wanted = [method for method in wanted if method != target]
        yield "route_to", target or "bdt"
    if not wanted:
        wanted = implied
    yield "payout_methods", list(dict.fromkeys(wanted))
    yield "payout_methods_excluded", list(dict.fromkeys(excluded))


def _places(heard: Heard, intent: str | None) -> Iterator[tuple[str, Any]]:
    country = next(iter(heard.filled.get("country", ())), None)
    if intent in _BASED and country is None and "owned-in" in heard.words:
        country = "BD"
    yield ("hq_country" if intent in _BASED else "country"), country


def _amounts(heard: Heard, intent: str | None) -> Iterator[tuple[str, Any]]:
    usd = next((amount.number for amount in heard.amounts if amount.unit == "USD"), None)
    bdt = next((amount.number for amount in heard.amounts if amount.unit == "BDT"), None)
    hours = next((amount.number for amount in heard.amounts if amount.unit == "hour"), None)
    yield "hours_per_day", _plain(hours)
    match intent:
        case "lowest-threshold" | "platforms-by-payout" | "list-platforms" | "recommend":
            yield "max_threshold_usd", _plain(usd)
            yield "max_threshold_bdt", _plain(bdt)
        case "earnings-estimate":
            yield "amount_usd", _plain(usd)
            yield _target(heard), _plain(bdt)
        case _:
            yield "amount_usd", _plain(usd)
            yield "amount_bdt", _plain(bdt)


def _target(heard: Heard) -> str:
    """Whether a sum of taka is meant for a day or a month."""
    daily = {"dine", "doinik", "protidin", "daily", "day", "দিনে", "দৈনিক", "প্রতিদিন", "রোজ", "ডেইলি", "roj"}
    return "target_bdt_per_day" if daily & {token.folded for token in heard.row} else "target_bdt_per_month"


def _plain(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
