"""What a question names, as the options of commands have it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_CEILING, Decimal
from typing import Any

from msgspec import Struct

from microjob_cli.addresses.finding import addresses
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.money import WIDE, Money, plain
from microjob_cli.catalog.payout import MethodKind
from microjob_cli.catalog.question_records import Intent
from microjob_cli.questions.indexes import known_names

Slots = Mapping[str, Any]

# Where money shall go when a question does not say, in a country without a usual wallet.
_BANK = "bank"
_DAYS, _MOST_DAYS, _WEEK = 30, 31, 7


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
