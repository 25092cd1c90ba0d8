"""What the page of the route calculator reckons with and says, in one language: exact fractions, written as text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from microjob_cli.catalog.money import CURRENCIES, MINOR_UNITS, Money
from microjob_cli.catalog.names import MethodId, PlatformId
from microjob_cli.catalog.payout import PayoutFacts, Standing
from microjob_cli.catalog.transfer import LimitFacts
from microjob_cli.commands.options import rates_used
from microjob_cli.payouts.charges import Carried, is_single
from microjob_cli.payouts.minimums import DOLLAR
from microjob_cli.payouts.network import Path
from microjob_cli.payouts.route import AVAILABILITY, STANDINGS, Hop, Notice, caveats_of, total_days
from microjob_cli.render.document import Kind, Span, Target, Tone, paragraph, text_of
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.views import route as view
from microjob_cli.site.hops import Hops, Pairs, Paying, T, Took, least_of, took_by
from microjob_cli.site.scripts import Writer

# When a caveat holds that does not always: the charge is in another currency, or a rate is applied.
_NOT_RECKONED = ("fee-not-reckoned", "site-fee-not-reckoned")
_WHEN = {**dict.fromkeys(_NOT_RECKONED, "unreckoned"), "margin-unknown": "rated"}
# More than any limit.
_MUCH = Decimal(10) ** 14
# Sentences of the answer, and what the page fills in.
_SAID: Mapping[str, tuple[str, ...]] = {
    "there-already": ("send", "start"),
    "unknown-charge": ("send", "start", "to"),
    "unknown-rate": ("send", "start", "to"),
    "you-get": ("receive", "to", "send", "start", "when"),
    "fee-takes-all": ("amount",),
    **dict.fromkeys(("bad-money", "bad-amount", "too-fine"), ("found", "least")),
    **dict.fromkeys(("takes-unknown", "too-little", "nowhere", "how-unknown", "rate-unknown"), ()),
}


def calculator_data(hops: Hops, writer: Writer) -> dict[str, Any]:
    """All that the page reckons with and says, in one language."""
    page, (first, then) = writer.page, hops.taking
    reasons: dict[str, int] = {}  # each once: most of them are said of many ways

    def reason(notice: Notice) -> int:
        return reasons.setdefault(text_of(view.why_not(notice, page)), len(reasons))

    return {
        "currencies": {code: {"name": page.language.currency(code), "decimals": MINOR_UNITS.get(code, 2)}
            for code in hops.currencies},
        "units": _units(hops, page),
        "rates": dict(_rates(hops, writer)),
        "methods": {key: _method(key, hops, page) for key in hops.methods},
        "transfers": [_hop(hop, writer) for hop in hops.transfers],
        "sites": {site.platform.id: _site(site, hops, writer) for site in hops.sites},
        "open": _by_ends(hops.ways, lambda way: _way(way, hops)),
        "shut": _by_ends(hops.shut, reason),
        "reasons": list(reasons),
        "took": [[_took((*took, *more), page) for more in then] for took in first],
        "law": [None if one is Standing.CLEAR else view.law(one, page) for one in STANDINGS],
        "standings": [page.word(one) if one is not Standing.UNKNOWN else "?" for one in STANDINGS],
        "says": _says(page),
        "steps": [view.step_heads(page, rated=rated) for rated in (False, True)],
        "others": view.other_heads(page),
    }  # fmt: skip


def _units(hops: Hops, page: Formatter) -> dict[str, str]:
    """Every way in which a currency is written behind a sum, and its code."""
    words = (one for one in page.catalogue.words.values() if one.sets.get("unit") in CURRENCIES)
    written = {spelling.casefold(): one.sets["unit"] for one in words for spelling, _ in one.spellings()}
    named = {page.language.currency(code).casefold(): code for code in hops.currencies}
    return {**written, **named, **{code.casefold(): code for code in hops.currencies}}


def _rates(hops: Hops, writer: Writer) -> Iterator[tuple[str, Any]]:
    """How many of the second currency one of the first brings, for every pair that a rate is known of; who says so."""
    for base in hops.currencies:
        for quote in hops.currencies:
            rate = hops.router.rate(base, quote) if base != quote else None
            if rate:
                units = Fraction(rate.rate) if rate.base == base else 1 / Fraction(rate.rate)
                said = (writer.page.coded(remark) for remark in rates_used([rate]))
                spans = (Span(one, Tone.QUIET, Target(Kind.SOURCE, rate.source)) for one in said)
                yield f"{base}/{quote}", {"rate": str(units), "told": writer.block(paragraph(*spans))}


def _method(key: str, hops: Hops, page: Formatter) -> dict[str, Any]:
    held = hops.router.currency_of(hops.methods[key])
    return {"name": page.method(key), "held": held, "usual": _money(hops.router.usual(held))}


def _money(money: Money | None) -> tuple[str, str] | None:
    return (str(Fraction(money.amount)), money.currency) if money else None


def _hop(hop: Hop, writer: Writer) -> dict[str, Any]:
    """A hop with its terms. A caveat that does not always hold tells when: a word, or above which sum."""
    page, terms, fee = writer.page, hop.terms, hop.terms.fee
    return {
        "to": hop.to,
        "fee": fee and {
            "share": str(Fraction(fee.percent.low or 0) / 100) if fee.percent else "0",
            "highest": str(Fraction(fee.percent.high or 0) / 100) if fee.percent else "0",
            "fixed": _money(fee.fixed),
            "charged": str(fee.charged),
            "single": is_single(fee),
            "percent": fee.percent is not None,
        },
        "margin": str(Fraction(terms.margin.value) / 100) if terms.margin else None,
        "least": _money(terms.least_fee),
        "most": _money(terms.most_fee),
        "name": view.step_name(hop, page),
        "terms": view.step_terms(hop, page),
        "way": page.language.text(hop.transfer.transfer.way) if hop.transfer and hop.transfer.transfer.way else None,
        "day": writer.line(view.step_day(hop, page)),
        "limits": [_limit(hop, limit, page) for limit in (hop.transfer.limits if hop.transfer else ())],
        "caveats": [{"told": told, "when": when} for told, when in _caveats(hop, page).items()],
    }  # fmt: skip


def _caveats(hop: Hop, page: Formatter) -> dict[str, Any]:
    """What there may be to know of a hop, each with when it holds; None: always."""
    limits = hop.transfer.limits if hop.transfer else ()
    currencies = dict.fromkeys(limit.most.value.currency for limit in limits if limit.most.value) or {DOLLAR: None}
    found: dict[str, Any] = {}
    for currency in currencies:
        much = Money(_MUCH, currency)
        for notice in caveats_of(hop, Carried(much, much, None, Decimal(1), exact=False)):
            if notice.code in _NOT_RECKONED and not (hop.fee.value and hop.fee.value.fixed):
                continue
            found[page.coded(notice)] = _money(notice.details.get("most")) or _WHEN.get(notice.code)
    return found


def _limit(hop: Hop, limit: LimitFacts, page: Formatter) -> dict[str, Any]:
    """The least that moves over a hop; that so little does not, where it is known what would, and where it is not."""
    needed = {**hop.ends, "least": limit.least.value, **_places(["needed"])}
    notices = (Notice(code, needed, limit.least.chosen) for code in ("below-limit", "below-limit-unknown"))
    return {"least": _money(limit.least.value), "told": [text_of(view.why_not(one, page)) for one in notices]}


def _site(site: Paying, hops: Hops, writer: Writer) -> dict[str, Any]:
    """A site with its payouts, and that one should not begin there, with where it says why."""
    key, page = site.platform.id, writer.page
    avoid = Span(page.sentence("site-to-avoid", platform=PlatformId(key), id=key), Tone.AVOID)
    return {
        "name": page.site(site.platform),
        "options": [_option(hop, hop.option, hops, writer) for hop in site.options if hop.option],
        "usual": {to: _money(sum_) for to, sum_ in site.usual.items()},
        "avoid": writer.block(paragraph(avoid)) if site.is_shut else None,
    }


def _option(hop: Hop, option: PayoutFacts, hops: Hops, writer: Writer) -> dict[str, Any]:
    """A payout; `below`: that the site pays out no so small sum."""
    details = {"method": MethodId(option.method), "minimum": option.minimum.value}
    below = view.why_not(Notice("below-minimum", details, option.minimum.chosen), writer.page)
    return {
        **_hop(hop, writer),
        "minimum": [*map(_money, least_of(hop))],
        "below": text_of(below),
        "took": hops.taking[0].index((hop.days.value,)),
    }


def _way(way: Path, hops: Hops) -> dict[str, Any]:
    return {
        "over": [hops.places[id(hop.facts)] for hop in way.hops],
        "standing": STANDINGS.index(way.standing),
        "available": AVAILABILITY.index(way.available),
        "took": hops.taking[1].index(took_by(way)),
    }


def _by_ends(pairs: Pairs[T], written: Callable[[T], Any]) -> dict[str, dict[str, list[Any]]]:
    """What there is from one method to another, by the first and then by the second."""
    found: dict[str, dict[str, list[Any]]] = {}
    for (start, to), held in pairs.items():
        found.setdefault(start, {})[to] = [*map(written, held)]
    return found


def _took(took: Took, page: Formatter) -> dict[str, Any]:
    """How long it all takes, and how many days at most."""
    days = total_days(took)
    most = str(Fraction(days.high)) if days and days.high is not None else None
    return {"told": page.value(days) if days else None, "most": most}


def _says(page: Formatter) -> dict[str, str]:
    at_most = page.say("at most {value}", **_places(["value"]))
    between = page.say("{least} to {most}", **_places(["least", "most"]))
    told = {code: page.sentence(code, **_places(names)) for code, names in _SAID.items()}
    return {**told, "at-most": at_most, "range": between, "why-not": view.title_of_not_so(page)}


def _places(names: Iterable[str]) -> dict[str, str]:
    """Places that the page fills in, as they stand in sentences."""
    return {name: f"{{{name}}}" for name in names}
