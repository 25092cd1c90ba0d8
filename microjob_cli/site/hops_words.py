"""What the route calculator says, in one language: the sentences of `route` with places for what the page reckons."""

from __future__ import annotations

from typing import Any

from microjob_cli.catalog.money import CURRENCIES
from microjob_cli.catalog.names import MethodId, PlatformId
from microjob_cli.catalog.payout import PayoutFacts, Standing
from microjob_cli.catalog.transfer import LimitFacts
from microjob_cli.commands.options import rates_used
from microjob_cli.payouts.route import STANDINGS, Hop, Notice, total_days
from microjob_cli.render.document import Kind, Span, Target, Tone, line, paragraph, text_of
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.views import route as view
from microjob_cli.site.hops import Hops, Took
from microjob_cli.site.hops_data import conditional, currencies, rates
from microjob_cli.site.scripts import Writer

# Sentences of the answer, and what the page fills in.
_FILLED = {
    "there-already": ("send", "start"),
    "unknown-charge": ("send", "start", "to"),
    "unknown-rate": ("send", "start", "to"),
    "you-get": ("receive", "to", "send", "start", "when"),
    "fee-takes-all": ("amount",),
}
_READ = ("bad-money", "bad-amount", "too-fine")
_SAID = ("takes-unknown", "too-little", "nowhere", "how-unknown", "rate-unknown")


def words(hops: Hops, writer: Writer) -> dict[str, Any]:
    """All that is said in one language."""
    page, (first, then) = writer.page, hops.taking
    return {
        "methods": {key: page.method(key) for key in hops.methods},
        "sites": {site.platform.id: page.site(site.platform) for site in hops.sites},
        "currencies": {code: page.language.currency(code) for code in currencies(hops)},
        "units": _units(hops, page),
        "transfers": [_hop(hop, writer) for hop in hops.transfers],
        "options": {site.platform.id: [_hop(hop, writer) for hop in site.options] for site in hops.sites},
        "took": [[_took((*took, *more), page) for more in then] for took in first],
        "law": [None if one is Standing.CLEAR else view.law(one, page) for one in STANDINGS],
        "standings": [page.word(one) if one is not Standing.UNKNOWN else "?" for one in STANDINGS],
        "reasons": [text_of(view.why_not(notice, page)) for notice in hops.reasons.values()],
        "rates": {pair: _rate(pair, hops, writer) for pair in rates(hops)},
        "avoid": {key: _avoid(key, writer) for key in hops.to_avoid},
        "says": _says(page),
        "steps": [view.step_heads(page, rated=rated) for rated in (False, True)],
        "others": view.other_heads(page),
    }


def _units(hops: Hops, page: Formatter) -> dict[str, str]:
    """Every way in which a currency is written behind a sum, and its code."""
    words = (one for one in page.catalogue.words.values() if one.sets.get("unit") in CURRENCIES)
    written = {spelling.casefold(): one.sets["unit"] for one in words for spelling, _ in one.spellings()}
    named = {page.language.currency(code).casefold(): code for code in currencies(hops)}
    return {**written, **named, **{code.casefold(): code for code in currencies(hops)}}


def _rate(pair: str, hops: Hops, writer: Writer) -> str:
    """What the rate of a pair is, from when, leading to who says so."""
    base, quote = pair.split("/")
    rate = hops.router.rate(base, quote)
    used = ((one, writer.page.coded(told)) for one in (rate,) if one for told in rates_used([one]))
    spans = (Span(told, Tone.QUIET, Target(Kind.SOURCE, one.source)) for one, told in used)
    return writer.block(paragraph(line(*spans)))


def _avoid(key: str, writer: Writer) -> str:
    """That one should not begin at a site, with where it says why."""
    told = writer.page.sentence("site-to-avoid", platform=PlatformId(key), id=key)
    return writer.block(paragraph(line(Span(told, Tone.AVOID))))


def _says(page: Formatter) -> dict[str, str]:
    filled = {code: page.sentence(code, **_places(*names)) for code, names in _FILLED.items()}
    at_most = page.say("at most {value}", **_places("value"))
    between = page.say("{least} to {most}", **_places("least", "most"))
    plain = {code: page.sentence(code) for code in _SAID}
    read = {code: page.sentence(code, **_places("found", "least")) for code in _READ}
    return {**filled, **plain, **read, "at-most": at_most, "range": between, "why-not": view.title_of_not_so(page)}


def _places(*names: str) -> dict[str, str]:
    """Places that the page fills in, as they stand in sentences."""
    return {name: f"{{{name}}}" for name in names}


def _hop(hop: Hop, writer: Writer) -> dict[str, Any]:
    page = writer.page
    return {
        "name": view.step_name(hop, page),
        "terms": view.step_terms(hop, page),
        "way": page.language.text(hop.transfer.transfer.way) if hop.transfer and hop.transfer.transfer.way else None,
        "day": writer.line(view.step_day(hop, page)),
        "limits": [_limit(hop, limit, page) for limit in (hop.transfer.limits if hop.transfer else ())],
        "caveats": [page.coded(notice) for notice, _ in conditional(hop)],
        "minimum": _minimum(hop.option, page) if hop.option else None,
    }


def _limit(hop: Hop, limit: LimitFacts, page: Formatter) -> list[str]:
    """That so little does not move over a hop, where it is known what would do, and where it is not."""
    needed = {**hop.ends, "least": limit.least.value, **_places("needed")}
    codes = ("below-limit", "below-limit-unknown")
    return [text_of(view.why_not(Notice(code, needed, limit.least.chosen), page)) for code in codes]


def _minimum(option: PayoutFacts, page: Formatter) -> str:
    """That the site pays out no so small sum."""
    details = {"method": MethodId(option.method), "minimum": option.minimum.value}
    return text_of(view.why_not(Notice("below-minimum", details, option.minimum.chosen), page))


def _took(took: Took, page: Formatter) -> str | None:
    days = total_days(took)
    return page.value(days) if days else None
