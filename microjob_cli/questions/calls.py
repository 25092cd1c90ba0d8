"""Which command of the program answers a question: its name, arguments and options."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_CEILING, Decimal
from typing import Any

from msgspec import Struct, field

from microjob_cli.addresses.finding import addresses
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.money import WIDE, Money, plain
from microjob_cli.catalog.payout import MethodKind
from microjob_cli.catalog.questions import Intent
from microjob_cli.questions.indexes import known_names

Slots = Mapping[str, Any]

# Where money shall go when a question does not say, in a country without a usual wallet.
_BANK = "bank"
_DAYS, _MOST_DAYS, _WEEK = 30, 31, 7
_MOST_COMPARED = 3
_FIRST_GUIDE = "what"


class Call(Struct, frozen=True):
    """A command as it would be typed. Options by their name; a list is given once for each of its values."""

    command: str
    arguments: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def words(self) -> tuple[str, ...]:
        """The words behind `microjob`."""
        words = [self.command, *self.arguments]
        for name, value in self.options.items():
            flag = f"--{name.replace('_', '-')}"
            if value is True:
                words.append(flag)
                continue
            for one in value if isinstance(value, list) else [value]:
                words += [flag, str(one)]
        return tuple(words)


class Asked(Struct, frozen=True):
    """What a question names."""

    slots: Slots
    text: str
    site: str | None
    catalogue: Catalogue
    intent: Intent
    home: str | None = None
    offer: bool = False

    @property
    def addresses(self) -> tuple[str, ...]:
        """The hosts of the web addresses in the question."""
        return addresses(self.text, known_names(self.catalogue).platforms)

    @property
    def methods(self) -> list[str]:
        """The methods wanted; of crypto in general, every coin by which a site is recorded to pay."""
        named = list(self.slots.get("payout_methods", ()))
        return self._with_coins(named) if self.slots.get("payout_kind") == "crypto" else named

    @property
    def without(self) -> list[str]:
        """The methods to do without, coins in general as above."""
        named = list(self.slots.get("payout_methods_excluded", ()))
        return self._with_coins(named) if self.slots.get("payout_kind_excluded") == "crypto" else named

    def _with_coins(self, named: list[str]) -> list[str]:
        paying = {option.method for site in self.catalogue.platforms.values() for option in site.payouts}
        coins = (key for key, method in self.catalogue.methods.items() if method.kind is MethodKind.CRYPTO)
        return list(dict.fromkeys([*named, *(key for key in coins if key in paying)]))

    @property
    def method(self) -> str | None:
        return next(iter(self.slots.get("payout_methods", ())), None)

    @property
    def filters(self) -> dict[str, Any]:
        """The options that `list` and `recommend` share."""
        return given(
            **{"also" if self.slots.get("payout_all") else "payout": self.methods},
            without=self.without,
            max_minimum=self.limit,
            task=list(self.slots.get("task_types", ())),
            device=self.slots.get("device"),
            based_in=self.slots.get("hq_country"),
        )

    @property
    def listed(self) -> dict[str, Any]:
        """The options of `list`: those and, where another country is named, that people from there are taken."""
        return {**self.filters, **given(accepts=self.elsewhere, status=self.slots.get("status"))}

    @property
    def elsewhere(self) -> str | None:
        """Another country than the asker's, if one is named."""
        country = self.slots.get("country")
        return country if country != self.home else None

    @property
    def wallet(self) -> str:
        """Where people of the country that the question is about mostly keep money."""
        country = self.catalogue.countries.get(self.elsewhere or self.home or "")
        return (country.wallet if country else None) or _BANK

    @property
    def limit(self) -> str | None:
        """The most that a minimum may be."""
        for name, currency in (("max_threshold_usd", "USD"), ("max_threshold_bdt", "BDT")):
            if name in self.slots:
                return _sum(self.slots[name], currency)
        return None

    @property
    def days(self) -> int | None:
        """Days of work in a month, when they can be."""
        weekly, monthly = self.slots.get("days_per_week"), self.slots.get("days_per_month")
        days = weekly * _DAYS / _WEEK if weekly and weekly <= _WEEK else monthly
        return round(days) if days and 1 <= days <= _MOST_DAYS else None

    @property
    def hours(self) -> float | int | None:
        """Hours on a day of work, when they can be: a day has no more than 24. Those of a week or month are spread."""
        slots, days = self.slots, self.days or _DAYS
        hours = slots.get("hours_per_day")
        if not hours:
            monthly = slots.get("hours_per_month") or slots.get("hours_per_week", 0) * _DAYS / _WEEK
            hours = round(monthly / days, 2)
        if not 0.1 <= hours <= 24:
            return None
        return int(hours) if hours == int(hours) else float(hours)

    @property
    def amount(self) -> str | None:
        """The sum that is to be sent."""
        for name, currency in (("amount_usd", "USD"), ("amount_bdt", "BDT")):
            if self.slots.get(name):
                return _sum(self.slots[name], currency)
        return None

    @property
    def target(self) -> str | None:
        """What shall be earned in a month."""
        for currency in ("BDT", "USD"):
            for period, times in (("month", Decimal(1)), ("week", Decimal(_DAYS) / _WEEK), ("day", Decimal(_DAYS))):
                wanted = self.slots.get(f"target_{currency.lower()}_per_{period}")
                if wanted:
                    return f"{plain(round(Decimal(str(wanted)) * times, 2))} {currency}"
        return None


def _sum(number: float, currency: str) -> str:
    """A sum as commands take it: a part of the smallest unit is said in questions, but never sent; it counts as one."""
    exact = Money(Decimal(str(number)), currency)
    return f"{plain(exact.amount.quantize(exact.exponent, ROUND_CEILING, WIDE))} {currency}"


def given(**options: Any) -> dict[str, Any]:
    """The options that have a value."""
    return {name: value for name, value in options.items() if value not in (None, [], "")}


def call_for(
    intent: Intent, slots: Slots, text: str, catalogue: Catalogue, *, home: str | None = None, offer: bool = False
) -> Call:
    """The command that answers an intent with these slots.

    `home`: the asker's country, which commands know anyway. `offer`: the text describes one that shows danger signs.
    Of a site that no record has, or an address that is no site's own, nothing can be told but that; `check` does.
    """
    site = next(iter(slots.get("platforms", ())), None)
    asked = Asked(slots, text, site, catalogue, intent, home, offer)
    if len(slots.get("platforms", ())) > 1 and (intent.aspect or intent.id in _ABOUT_A_SITE) and not asked.addresses:
        return _compare(asked)
    if site and intent.id in _ABOUT_A_SITE:
        return _checked(asked) if intent.id == "platform-legitimacy" and asked.addresses else Call("show", (site,))
    if (slots.get("platforms_unlisted") or asked.addresses) and intent.id in _ABOUT_A_SITE:
        return _checked(asked)
    return _CALLS.get(intent.id, _learn)(asked)


def _list(asked: Asked) -> Call:
    return Call("list", (), asked.listed)


def _by_payout(asked: Asked) -> Call:
    return Call("list", (), {**asked.listed, "sort": "status"})


def _lowest(asked: Asked) -> Call:
    status = asked.slots.get("status") or "active"
    reverse = given(reverse=asked.slots.get("order") == "highest" or None)
    return Call("list", (), {**asked.listed, "status": status, "sort": "minimum", **reverse})


def _offered(asked: Asked) -> Call:
    """An offer or an address: what the words themselves show; else how to tell in general."""
    if asked.slots.get("status"):
        return _list(asked)
    described = asked.offer or asked.slots.get("platforms_unlisted") or asked.addresses
    return _checked(asked) if described else _learn(asked)


def _checked(asked: Asked) -> Call:
    return Call("check", (asked.text,))


def _compare(asked: Asked) -> Call:
    sites = tuple(asked.slots.get("platforms", ()))[:_MOST_COMPARED]
    if len(sites) > 1:
        aspects = asked.slots.get("aspects") or given(aspect=asked.intent.aspect).values()
        return Call("compare", sites, given(rows=",".join(aspects)))
    if sites and asked.slots.get("platforms_unlisted"):
        return Call("show", sites)
    return Call("list", (), {**given(based_in=asked.home), "columns": "name,status,payouts,minimum,task_pay"})


def _recommend(asked: Asked) -> Call:
    if asked.slots.get("status"):
        return _list(asked)
    more = given(hours=asked.hours, prefer=asked.slots.get("prefer"), country=asked.elsewhere)
    return Call("recommend", (), {**asked.filters, **more})


def _route(asked: Asked) -> Call:
    target = asked.slots.get("route_to", "bdt")
    to = target if target in asked.catalogue.methods else asked.wallet
    start = asked.method if asked.method and asked.method != to else asked.site
    if start is None:
        return Call("payouts", (), given(country=asked.elsewhere))
    via = asked.method if start == asked.site and asked.method != to else None
    return Call("route", (start,), {"to": to, **given(via=via, amount=asked.amount, country=asked.elsewhere)})


def _estimate(asked: Asked) -> Call:
    arguments = (asked.site,) if asked.site else ()
    return Call("estimate", arguments, given(hours=asked.hours, days=asked.days, target=asked.target))


def _tasks(asked: Asked) -> Call:
    named = asked.slots.get("task_types", ())
    return Call("tasks", tuple(named) if len(named) == 1 else ())


def _country(asked: Asked) -> Call:
    return Call("list", (), given(accepts=asked.slots.get("country") or asked.home))


def _payouts(asked: Asked) -> Call:
    return Call("payouts", (asked.method,) if asked.method else (), given(country=asked.elsewhere))


def _founded(asked: Asked) -> Call:
    if asked.site:
        return Call("why", (asked.site, "founded"))
    reverse = given(reverse=asked.slots.get("order") == "newest" or None)
    return Call("list", (), {"sort": "founded", **reverse, "columns": "name,founded,status,headquarters"})


def _instead(asked: Asked) -> Call:
    return Call("recommend", (), asked.filters)


def _learn(asked: Asked) -> Call:
    return Call("learn", (asked.intent.guide or _FIRST_GUIDE,))


def _method_or_guide(asked: Asked) -> Call:
    return _payouts(asked) if asked.method else _learn(asked)


def _safety(asked: Asked) -> Call:
    if asked.addresses:
        return _checked(asked)
    return _tasks(asked) if len(asked.slots.get("task_types", ())) == 1 else _learn(asked)


# With a site these are answered from its record.
_ABOUT_A_SITE = frozenset(
    """
    payout-methods-of-platform threshold-of-platform platform-info platform-legitimacy task-types task-pay
    country-availability device-requirement fees payment-time rules task-availability referral-bonus how-to-start
    """.split()
)
# All others are answered by their guide.
_CALLS: Mapping[str, Callable[[Asked], Call]] = {
    "list-platforms": _list,
    "payout-methods-of-platform": _payouts,
    "platforms-by-payout": _by_payout,
    "lowest-threshold": _lowest,
    "threshold-of-platform": _lowest,
    "platform-info": _offered,
    "platform-legitimacy": _offered,
    "compare-platforms": _compare,
    "recommend": _recommend,
    "payout-route": _route,
    "earnings-estimate": _estimate,
    "task-types": _tasks,
    "task-pay": _tasks,
    "country-availability": _country,
    "fees": _payouts,
    "payment-time": _method_or_guide,
    "founded": _founded,
    "alternatives": _instead,
    "payout-method-info": _payouts,
    "scam-check": _offered,
    "task-safety": _safety,
    "legality": _payouts,
}
