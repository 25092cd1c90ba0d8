"""What a question names: sites, methods, amounts, devices, by the names that answers use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from microjob_cli.catalog.questions import Intent, Refusal
from microjob_cli.questions.amounts import Amount
from microjob_cli.questions.lexicon import Hit
from microjob_cli.questions.parsed import ParsedQuestion
from microjob_cli.questions.roles import LACKING, WITHOUT
from microjob_cli.questions.unknown_names import Grade

# Slots that hold one value each, filled by words of the records.
_SINGLE = (
    "user_profile", "device", "contrast", "rule", "problem", "prefer", "status", "age", "order",
)  # fmt: skip
_LISTED = ("fact", "signal", "skill")
# Intents that look for sites: a method that the asker lacks is one to do without.
_SEEKING = frozenset(
    {"platforms-by-payout", "recommend", "lowest-threshold", "list-platforms", "payout-methods-of-platform"}
)
# Intents that ask of one site: a name that no record has is worth a word.
_OF_ONE_SITE = frozenset(
    """
    platform-legitimacy platform-info payout-methods-of-platform threshold-of-platform alternatives
    """.split()
)
# Intents that ask of one site or of all.
_OF_SITES = frozenset(
    """
    country-availability founded payment-time earnings-estimate payout-route fees task-types task-pay task-availability
    device-requirement rules referral-bonus how-to-start scam-check
    """.split()
)
# Words of the records for periods, the longer first.
_PERIODS = (("each-month", "month"), ("each-week", "week"), ("each-day", "day"))
_NEAR = 1
# Words of the records: for what belongs to one's own country, for sites, and for all of what is named.
_OWN, _SITE, _BOTH = "owned-in", "site", "both-of-them"
_BASED = frozenset({"list-platforms", "compare-platforms"})


def slots(question: ParsedQuestion, about: Intent | Refusal | None, home: str | None = None) -> dict[str, Any]:
    """The slots of a question, for what it is about; None when that is not known. `home`: the asker's country."""
    found = dict(_all(question, about.id if isinstance(about, Intent) else None, home))
    ignored = about.ignores if about else ()
    return {name: value for name, value in found.items() if value not in (None, [], ()) and name not in ignored}


def _all(question: ParsedQuestion, intent: str | None, home: str | None) -> Iterator[tuple[str, Any]]:
    platforms = list(question.platforms)
    yield "platforms", platforms
    yield "platforms_unlisted", _unlisted(question, intent)
    yield from _methods(question, intent)
    yield "task_types", _merged([one.id for one in question.tasks], question.filled.get("task_types", ()))
    yield from _places(question, intent, home)
    yield from _amounts(question, intent)
    for name in _SINGLE:
        yield name, next(iter(question.filled.get(name, ())), None)
    for name in _LISTED:
        yield name, list(question.filled.get(name, ()))
    if intent == "compare-platforms":
        yield "aspects", list(question.filled.get("aspect", ()))
    if "no_investment" in question.filled:
        yield "no_investment", True


def _unlisted(question: ParsedQuestion, intent: str | None) -> list[str]:
    """The names that no record has: sure ones, others only where a site is asked of and none is named."""
    strange = [one for one in question.unknown_names if not one.usual]
    sure = [one.written for one in strange if one.grade is Grade.SURE]
    if sure or question.platforms:
        return sure
    least = Grade.PERHAPS if intent in _OF_ONE_SITE else Grade.LIKELY if intent in _OF_SITES else Grade.SURE
    return [one.written for one in strange if one.grade >= least][:1]


def _merged(named: Sequence[str], implied: Sequence[str]) -> list[str]:
    """Kinds of work by name; those that a word merely stands for only where none is named."""
    return list(dict.fromkeys(named or implied))


def _methods(question: ParsedQuestion, intent: str | None) -> Iterator[tuple[str, Any]]:
    roles, implied = question.roles, list(question.filled.get("payout_methods", ()))
    wanted, excluded = list(roles.methods), list(roles.without)
    if intent in _SEEKING:
        excluded += roles.lacking
    else:
        wanted += roles.lacking
    if intent == "payout-route":
        target = roles.target
        wanted = [method for method in wanted if method != target]
        yield "route_to", target or "bdt"
    kind = next(iter(question.filled.get("payout_kind", ())), None)
    if kind and not wanted and _is_refused(question):
        yield "payout_kind_excluded", kind
    else:
        yield "payout_kind", kind
        wanted = wanted or implied
    yield "payout_methods", list(dict.fromkeys(wanted))
    yield "payout_all", (intent in _SEEKING and len(set(wanted)) > 1 and _BOTH in question.words) or None
    yield "payout_methods_excluded", list(dict.fromkeys(excluded))


def _is_refused(question: ParsedQuestion) -> bool:
    """Whether words of absence belong to no method by name, and so to the kind of method that is spoken of."""
    return bool(question.words & {WITHOUT, LACKING}) and not (question.roles.without or question.roles.lacking)


def _places(question: ParsedQuestion, intent: str | None, home: str | None) -> Iterator[tuple[str, Any]]:
    country = next(iter(question.filled.get("country", ())), None)
    if intent in _SEEKING and _is_of_sites(question):
        yield "hq_country", country or home
        return
    if intent in _BASED and country is None and _OWN in question.words:
        country = home
    yield ("hq_country" if intent in _BASED else "country"), country


def _is_of_sites(question: ParsedQuestion) -> bool:
    """Whether a country is said of sites: "Bangladeshi sites", "deshi site"."""
    sites = {hit.start for hit in question.hits if _SITE in hit.words}
    return any(hit.end in sites and (_OWN in hit.words or hit.words & question.countries) for hit in question.hits)


def _amounts(question: ParsedQuestion, intent: str | None) -> Iterator[tuple[str, Any]]:
    usd = next((amount.number for amount in question.amounts if amount.unit == "USD"), None)
    bdt = next((amount.number for amount in question.amounts if amount.unit == "BDT"), None)
    yield from _times(question)
    match intent:
        case "lowest-threshold" | "platforms-by-payout" | "list-platforms" | "recommend":
            yield "max_threshold_usd", _plain(usd)
            yield "max_threshold_bdt", _plain(bdt)
        case "earnings-estimate":
            yield from _targets(question)
        case _:
            yield "amount_usd", _plain(usd)
            yield "amount_bdt", _plain(bdt)


def _times(question: ParsedQuestion) -> Iterator[tuple[str, Any]]:
    """Hours of work in a day, week or month, and days of work in a week or month.

    A word for a period belongs to the one that is nearest: "3 days a week, 2 hours".
    """
    times = [amount for amount in question.amounts if amount.unit in ("hour", "day")]
    periods: dict[Amount, str] = {}
    for hit, period in _periods(question) if times else ():
        nearest = min(times, key=lambda amount: _distance(amount, hit))
        if _distance(nearest, hit) <= _NEAR:
            periods.setdefault(nearest, period)
    for amount in times:
        period = periods.get(amount, "day")
        if (amount.unit, period) != ("day", "day"):
            yield f"{amount.unit}s_per_{period}", _plain(amount.number)


def _periods(question: ParsedQuestion) -> Iterator[tuple[Hit, str]]:
    """The words for periods."""
    for hit in question.hits:
        yield from ((hit, period) for word, period in _PERIODS if word in hit.words)


def has_wage(question: ParsedQuestion) -> bool:
    """Whether a sum is for a day, a week or a month."""
    sums = [amount for amount in question.amounts if amount.unit in ("USD", "BDT")]
    return any(_distance(amount, hit) <= _NEAR for hit, _ in _periods(question) for amount in sums)


def _targets(question: ParsedQuestion) -> Iterator[tuple[str, Any]]:
    """Sums that shall be earned in a day or a month; dollars without such a word near them are only spoken of."""
    for amount in question.amounts:
        if amount.unit == "BDT":
            yield f"target_bdt_per_{_period(amount, question) or 'month'}", _plain(amount.number)
        elif amount.unit == "USD":
            period = _period(amount, question)
            yield f"target_usd_per_{period}" if period else "amount_usd", _plain(amount.number)


def _period(amount: Amount, question: ParsedQuestion) -> str | None:
    """The period whose word stands nearest to an amount.

    English has it behind the amount, Bengali before it; of two that are as near, the longer one.
    """
    lengths = [period for _, period in _PERIODS]
    near = [(_distance(amount, hit), lengths.index(period), period) for hit, period in _periods(question)]
    return min(near, default=(0, 0, None))[2]


def _distance(amount: Amount, hit: Hit) -> int:
    """How far a word is from an amount; a word on the other side than its language has it is one further."""
    behind, before = hit.start - amount.end, amount.start - hit.end
    return max(behind, before) + int((behind >= 0) != ("en" in hit.languages))


def _plain(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
