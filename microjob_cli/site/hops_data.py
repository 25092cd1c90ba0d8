"""The numbers of the route calculator: hops with their terms, open ways, rates. Exact fractions, written as text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

from microjob_cli.catalog.money import Money
from microjob_cli.payouts.charges import Carried, is_single
from microjob_cli.payouts.minimums import DOLLAR
from microjob_cli.payouts.route import AVAILABILITY, STANDINGS, Hop, Notice, caveats_of, total_days
from microjob_cli.site.hops import Hops, Paying, Took, Way, reason_key

T = TypeVar("T")
Pairs = Mapping[tuple[str, str], list[T]]
# When a caveat holds that does not always: the charge is in another currency, or a rate is applied.
_NOT_RECKONED = ("fee-not-reckoned", "site-fee-not-reckoned")
_WHEN = {**dict.fromkeys(_NOT_RECKONED, "unreckoned"), "margin-unknown": "rated"}
# More than any limit.
_MUCH = Decimal(10) ** 14


def numbers(hops: Hops) -> dict[str, Any]:
    """All that is the same in every language."""
    router, known = hops.router, currencies(hops)
    places = {id(hop.facts): place for place, hop in enumerate(hops.transfers)}
    reasons = {key: place for place, key in enumerate(hops.reasons)}
    first, then = hops.taking
    return {
        "currency": router.currency,
        "decimals": {code: -int(Money(Decimal(0), code).exponent.as_tuple().exponent) for code in known},
        "rates": rates(hops),
        "held": {key: router.currency_of(method) for key, method in hops.methods.items()},
        "usual": {key: _money(router.usual(router.currency_of(method))) for key, method in hops.methods.items()},
        "transfers": [_hop(hop) for hop in hops.transfers],
        "sites": {site.platform.id: _site(site, first) for site in hops.sites},
        "open": _by_ends(hops.ways, lambda way: _way(way, places, then)),
        "shut": _by_ends(hops.shut, lambda notice: reasons[reason_key(notice)]),
        "slowest": [[_slowest((*took, *more)) for more in then] for took in first],
    }


def conditional(hop: Hop) -> list[tuple[Notice, Any]]:
    """What there may be to know of a hop, each with when it holds: a word, above which sum, or (None) always."""
    limits = hop.transfer.limits if hop.transfer else ()
    currencies = dict.fromkeys(limit.most.value.currency for limit in limits if limit.most.value) or {DOLLAR: None}
    found: dict[str, tuple[Notice, Any]] = {}
    for currency in currencies:
        much = Money(_MUCH, currency)
        for notice in caveats_of(hop, Carried(much, much, None, Decimal(1), exact=False)):
            if notice.code in _NOT_RECKONED and not (hop.fee.value and hop.fee.value.fixed):
                continue
            most = notice.details.get("most")
            found[reason_key(notice)] = notice, _money(most) if most else _WHEN.get(notice.code)
    return list(found.values())


def currencies(hops: Hops) -> tuple[str, ...]:
    """Those in which sums are named on any way: hers first, the dollar, then what is held or asked for anywhere."""
    held = (hops.router.currency_of(method) for method in hops.methods.values())
    options = (option for site in hops.sites for option in site.options)
    asked = (amount.currency for option in options if option.option and option.option.minimum.value
             for amount in option.option.minimum.value.amounts)  # fmt: skip
    rated = (code for rate in hops.router.catalogue.rates for code in (rate.base, rate.quote))
    return tuple(code for code in dict.fromkeys((hops.router.currency, DOLLAR, *rated, *held, *asked)) if code)


def rates(hops: Hops) -> dict[str, str]:
    """How many of the second currency one of the first brings, for every pair that a rate is known of."""
    known = currencies(hops)
    pairs = ((base, quote) for base in known for quote in known if base != quote)
    found = ((base, quote, rate) for base, quote in pairs if (rate := hops.router.rate(base, quote)))
    return {
        f"{base}/{quote}": str(Fraction(rate.rate) if rate.base == base else 1 / Fraction(rate.rate))
        for base, quote, rate in found
    }


def _money(money: Money) -> tuple[str, str]:
    return str(Fraction(money.amount)), money.currency


def _known(money: Money | None) -> tuple[str, str] | None:
    return _money(money) if money else None


def _hop(hop: Hop) -> dict[str, Any]:
    terms, limits = hop.terms, hop.transfer.limits if hop.transfer else ()
    fee = terms.fee
    return {
        "to": hop.to,
        "fee": fee and {
            "share": str(Fraction(fee.percent.low or 0) / 100) if fee.percent else "0",
            "highest": str(Fraction(fee.percent.high or 0) / 100) if fee.percent else "0",
            "fixed": _known(fee.fixed),
            "charged": str(fee.charged),
            "single": is_single(fee),
            "percent": fee.percent is not None,
        },
        "margin": str(Fraction(terms.margin.value) / 100) if terms.margin else None,
        "least": _known(terms.least_fee),
        "most": _known(terms.most_fee),
        "limits": [_known(limit.least.value) for limit in limits],
        "caveats": [when for _, when in conditional(hop)],
    }  # fmt: skip


def _site(site: Paying, first: tuple[Took, ...]) -> dict[str, Any]:
    return {
        "options": [_option(hop, first) for hop in site.options],
        "usual": {to: _money(sum_) for to, sum_ in site.usual.items()},
    }


def _option(hop: Hop, first: tuple[Took, ...]) -> dict[str, Any]:
    minimum = hop.option.minimum.value if hop.option else None
    least = [*map(_money, minimum.amounts)] if minimum else []
    return {**_hop(hop), "minimum": least, "took": first.index((hop.days.value,))}


def _way(way: Way, places: Mapping[int, int], then: tuple[Took, ...]) -> dict[str, Any]:
    return {
        "over": [places[id(hop.facts)] for hop in way.hops],
        "standing": STANDINGS.index(way.standing),
        "available": AVAILABILITY.index(way.available),
        "took": then.index(way.took),
    }


def _by_ends(pairs: Pairs[T], written: Callable[[T], Any]) -> dict[str, dict[str, list[Any]]]:
    """What there is from one method to another, by the first and then by the second."""
    found: dict[str, dict[str, list[Any]]] = {}
    for (start, to), held in pairs.items():
        found.setdefault(start, {})[to] = [*map(written, held)]
    return found


def _slowest(took: Took) -> str | None:
    days = total_days(took)
    return None if days is None or days.high is None else str(Fraction(days.high))
