"""What a question is answered with: the command, in words as they would be typed, and what is told beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, Decimal
from typing import Any

from msgspec import Struct

from microjob_cli.catalog.catalogue import Catalogue, ExchangeRate, Help
from microjob_cli.catalog.money import WIDE, Money, plain
from microjob_cli.catalog.offers import Shown
from microjob_cli.catalog.payout import MethodKind
from microjob_cli.catalog.questions import Cue, Intent, Refusal, Saying, Template
from microjob_cli.payouts.route import Notice
from microjob_cli.questions.focus import Focus
from microjob_cli.result import Result

Slots = Mapping[str, Any]
Values = Mapping[str, Any]

_BANK = "bank"  # where money shall go when a question does not say, in a country without a usual wallet
_DAYS, _MOST_DAYS, _WEEK = 30, 31, 7
_MOST_COMPARED = 3
_FIRST_GUIDE = "what"
_FILTERS = ("payout", "also", "without", "max_minimum", "task", "device", "based_in")
# The options of each command that a question fills, whatever it asks; all others stand in the records.
TAKES: Mapping[str, tuple[str, ...]] = {
    "list": (*_FILTERS, "status", "accepts"),
    "recommend": (*_FILTERS, "hours", "prefer", "country"),
    "route": ("via", "amount", "country"),
    "payouts": ("amount", "country"),
    "estimate": ("task", "hours", "days", "target", "country"),
    "compare": ("rows", "country"),
    **dict.fromkeys(("show", "tasks"), ("country",)),
}
# Of several kinds of work these take none.
_ONE_TASK = frozenset({"estimate", "tasks"})
# What else commands are chosen by: what could be made of the words.
_MARKS = {"a-device": "device", "another-country": "country", "an-unknown-name": "unlisted", "a-start": "start"}


class Call(Struct, frozen=True):
    """A command as it would be typed: `words` are those behind `microjob`. `country`: another than the asker's.

    `also` are the words of another one, for what is asked in the same breath.
    """

    words: tuple[str, ...]
    country: str | None = None
    also: tuple[str, ...] = ()

    @property
    def command(self) -> str:
        return self.words[0]


class Asked(Struct, frozen=True):
    """A question for whoever answers it: its slots, the words and marks in it, its text, and the asker's country."""

    slots: Slots
    said: frozenset[str]
    text: str
    home: str | None = None


class OtherReading(Struct, frozen=True):
    """Another way to read the question, and the command that would answer it; its answer where that is told too."""

    intent: Intent
    call: Call
    result: Result | None = None


class Unrecorded(Struct, frozen=True):
    """A name in the question that no record has, and the recorded names that come near."""

    name: str
    nearest: tuple[str, ...] = ()


class Answered(Struct, frozen=True):
    """One question with its answer. `language` is the question's own when the answer shall follow it.

    Without an intent it is declined: as one of the `refusal`s, or because it was not understood.
    """

    question: str
    slots: Mapping[str, Any]
    language: str | None = None
    intent: Intent | None = None
    refusal: Refusal | None = None
    call: Call | None = None
    result: Result | None = None
    focus: Focus | None = None
    unrecorded: tuple[Unrecorded, ...] = ()
    sites: Result | None = None  # what `check` says of addresses that could be taken for a recorded site's
    says: tuple[Saying, ...] = ()
    help: tuple[Help, ...] = ()  # whom to turn to, for who was cheated
    signs: tuple[Shown, ...] = ()
    cautions: tuple[Notice, ...] = ()  # why a method that is spoken of does not work in the asker's country
    alternatives: tuple[OtherReading, ...] = ()  # the likeliest readings, this one first, where they differ
    sure: bool = True  # else somebody has to choose among them
    second: OtherReading | None = None  # what is asked too
    rate: ExchangeRate | None = None
    among_others: bool = False  # then the question itself is told too

    @property
    def declined(self) -> bool:
        return self.intent is None


def call_for(intent: Intent, asked: Asked, catalogue: Catalogue) -> Call:
    """The command that answers an intent; of a site or an address that no record has, `check` tells just that."""
    values = _values(asked, catalogue)
    said = asked.said | {mark for mark, name in _MARKS.items() if name in values}
    own = _of_a_site(intent, values, said)
    fitting = (one for one in intent.commands if Cue(one.all, one.none).speaks(said))
    chosen = Template(own) if own else next(fitting, Template(f"learn {intent.guide or _FIRST_GUIDE}"))
    words = tuple(_filled(chosen.run, values))
    return Call((*words, *_options(words, values)), values.get("country"), tuple((chosen.also or "").split()))


def _of_a_site(intent: Intent, values: Values, said: frozenset[str]) -> str | None:
    """What answers from the record of a site that is named, or says that there is none."""
    if not intent.of_a_site:
        return None
    if len(values.get("sites", ())) > 1 and "an-address" not in said:
        return f"compare {{sites}} --rows {intent.aspect}" if intent.aspect else None
    if "site" in values and not ("an-address" in said and intent.tells and intent.tells.verdict):
        return "show {site}"
    return "check {text}" if said & {"an-address", "an-unknown-name"} else None


def _filled(run: str, values: Values) -> Iterator[str]:
    """The words of a template; a list in the place of one word is as many words, and none is taken for an option."""
    for piece in run.split():
        value = values.get(piece[1:-1], ()) if piece.startswith("{") else piece
        for word in map(str, value if isinstance(value, list | tuple) else [value]):
            yield from ("--", word) if piece.startswith("{") and word.startswith("-") else (word,)


def _options(words: tuple[str, ...], values: Values) -> Iterator[str]:
    """All that the command can take of what the question carries."""
    for name in TAKES.get(words[0], ()):
        flag, value = f"--{name.replace('_', '-')}", values.get(name)
        if value is None or flag in words or (name == "task" and words[0] in _ONE_TASK and len(value) > 1):
            continue
        for one in value if isinstance(value, list) else [value]:
            yield from (flag, str(one))


def _values(asked: Asked, catalogue: Catalogue) -> Values:
    """What a question carries, by the names of options and of the places in templates."""
    slots = asked.slots
    country = slots.get("country") if slots.get("country") != asked.home else None
    sites, methods = slots.get("platforms", [])[:_MOST_COMPARED], slots.get("payout_methods", ())
    found = {
        **{name: slots.get(name) for name in ("device", "status", "prefer")},
        "text": asked.text,
        "site": next(iter(sites), None),
        "sites": sites,
        "unlisted": slots.get("platforms_unlisted"),
        "method": next(iter(methods), None),
        "also" if slots.get("payout_all") else "payout": _coins(slots, "payout_methods", "payout_kind", catalogue),
        "without": _coins(slots, "payout_methods_excluded", "payout_kind_excluded", catalogue),
        "max_minimum": _sum(slots, "max_threshold"),
        "task": list(slots.get("task_types", ())),
        "based_in": slots.get("hq_country"),
        "country": country,
        "accepts": country,
        "home": asked.home,
        "hours": _hours(slots),
        "days": _days(slots),
        "amount": _sum(slots, "amount"),
        "target": _target(slots),
        "rows": ",".join(slots.get("aspects", ())),
        **_way(slots, catalogue, country or asked.home),
    }
    return {name: value for name, value in found.items() if value not in (None, [], "")}


def _coins(slots: Slots, name: str, kind: str, catalogue: Catalogue) -> list[str]:
    """The methods; of crypto in general, every coin by which a site is recorded to pay."""
    named = list(slots.get(name, ()))
    if slots.get(kind) != "crypto":
        return named
    paying = {option.method for site in catalogue.platforms.values() for option in site.payouts}
    coins = (key for key, method in catalogue.methods.items() if method.kind is MethodKind.CRYPTO)
    return list(dict.fromkeys([*named, *(key for key in coins if key in paying)]))


def _way(slots: Slots, catalogue: Catalogue, country: str | None) -> dict[str, Any]:
    """Where the money is and where it shall go; by which payout of the site, if it has that one."""
    known = catalogue.countries.get(country or "")
    wallet = (known.wallet if known else None) or _BANK
    target = slots.get("route_to")
    to = target if target in catalogue.methods else wallet
    site = next(iter(slots.get("platforms", ())), None)
    method = next((one for one in slots.get("payout_methods", ()) if one != to), None)
    if site and method and method in {one.method for one in catalogue.platforms[site].payouts}:
        return {"start": site, "via": method, "to": to, "wallet": wallet}
    return {"start": method or site, "to": to, "wallet": wallet}


def _sum(slots: Slots, name: str) -> str | None:
    """A sum as commands take it: a part of the smallest unit is said in questions, but never sent; it counts as one."""
    for currency in ("USD", "BDT"):
        number = slots.get(f"{name}_{currency.lower()}")
        if number:
            exact = Money(Decimal(str(number)), currency)
            return f"{plain(exact.amount.quantize(exact.exponent, ROUND_CEILING, WIDE))} {currency}"
    return None


def _days(slots: Slots) -> int | None:
    """Days of work in a month, when they can be."""
    weekly = slots.get("days_per_week", 0)
    days = weekly * _DAYS / _WEEK if 0 < weekly <= _WEEK else slots.get("days_per_month", 0)
    return round(days) if 1 <= days <= _MOST_DAYS else None


def _hours(slots: Slots) -> float | int | None:
    """Hours on a day of work, when they can be: a day has no more than 24. Those of a week or month are spread."""
    monthly = slots.get("hours_per_month") or slots.get("hours_per_week", 0) * _DAYS / _WEEK
    hours = slots.get("hours_per_day") or round(monthly / (_days(slots) or _DAYS), 2)
    return (int(hours) if hours == int(hours) else float(hours)) if 0.1 <= hours <= 24 else None


def _target(slots: Slots) -> str | None:
    """What shall be earned in a month."""
    for currency in ("BDT", "USD"):
        for period, times in (("month", Decimal(1)), ("week", Decimal(_DAYS) / _WEEK), ("day", Decimal(_DAYS))):
            wanted = slots.get(f"target_{currency.lower()}_per_{period}")
            if wanted:
                return f"{plain(round(Decimal(str(wanted)) * times, 2))} {currency}"
    return None


def sayings(intent: Intent, slots: Mapping[str, Any]) -> tuple[Saying, ...]:
    """The general answer that fits the slots best."""
    fitting = [
        saying for saying in intent.says if all(_holds(slots.get(name), saying.when[name]) for name in saying.when)
    ]
    return tuple(sorted(fitting, key=lambda saying: not saying.when)[:1])


def _holds(filled: Any, value: str) -> bool:
    return value in (filled if isinstance(filled, list) else [str(filled).casefold()])
