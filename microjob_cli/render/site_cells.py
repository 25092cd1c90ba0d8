"""What tables of sites have in their cells: who says that one pays, the first withdrawal, the way home."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from microjob_cli.advice.search import Advice
from microjob_cli.advice.testimony import Level
from microjob_cli.advice.verdict import PAYING, Judgement, Verdict
from microjob_cli.catalog.catalogue import convert
from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Bound, Cited, Fact, Statement
from microjob_cli.catalog.measures import Minimum
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import PayoutFacts
from microjob_cli.catalog.platform import WarningCode
from microjob_cli.payouts.minimums import lowest
from microjob_cli.render.document import Kind, Line, Span, Target, Tone, line
from microjob_cli.render.formatter import Formatter

VERDICT_TONES = {
    Verdict.PROVEN: Tone.GOOD,
    Verdict.UNPROVEN: Tone.CARE,
    Verdict.UNKNOWN: Tone.QUIET,
    Verdict.UNREACHABLE: Tone.AVOID,
    Verdict.CLOSED: Tone.QUIET,
    Verdict.AVOID: Tone.AVOID,
}
UNKNOWN = line(Span("?", Tone.QUIET))
_TROUBLE = (WarningCode.PAYMENT_COMPLAINT, WarningCode.NON_PAYMENT_REPORT)


def cell_of(fact: Fact[Any], page: Formatter) -> Line:
    return page.cell(fact) if fact.known else UNKNOWN


def verdict_cell(one: Judgement | Advice, page: Formatter) -> Line:
    return line(Span(page.word(one.verdict), VERDICT_TONES[one.verdict]))


def who_says(one: Judgement | Advice, page: Formatter) -> Line:
    """Who says that a site pays, the newest date, and whether trouble is told of."""
    testimony = one.testimony
    tone = Tone.GOOD if testimony.level is Level.PAID else Tone.CARE
    source = Target(Kind.SOURCE, testimony.source) if testimony.source else None
    told = Span(_who(one, page), tone if one.verdict in PAYING else Tone.PLAIN, source)
    trouble = trouble_of(one)
    if trouble is None:
        return line(told)
    said = page.say("trouble reported", source=Cited(trouble.source, trouble.as_of))
    return line(told, "; ", Span(said, Tone.AVOID, Target(Kind.SOURCE, trouble.source)))


def trouble_of(one: Judgement | Advice) -> Statement | None:
    """The newest of what is told of trouble with payment."""
    told: list[Statement] = [warning for warning in one.facts.warnings if warning.code in _TROUBLE]
    if one.testimony.unpaid:
        told.append(one.testimony.unpaid)
    return max(told, key=lambda said: said.as_of.first if said.as_of else date.min, default=None)


def _who(one: Judgement | Advice, page: Formatter) -> str:
    testimony = one.testimony
    if testimony.source is None or testimony.day is None:
        return page.say("only the site") if testimony.level is Level.SITE_ONLY else page.say("nobody")
    day, source = month_of(testimony.day, page), page.publisher(testimony.source)
    if testimony.level is Level.PAID and testimony.by:
        return page.sentence(f"paid-{testimony.by}", day=day, source=source)
    if testimony.witnesses > 1:
        return page.say(
            "{count} sources, {day}", count=testimony.witnesses, day=day, source=source, more=testimony.witnesses - 1
        )
    return page.sentence(f"said-by-{page.catalogue.sources[testimony.source].kind}", day=day, source=source)


def month_of(day: PartialDate | None, page: Formatter) -> str:
    """`2025-08-14` as August 2025: what a column has room for."""
    return page.language.date(PartialDate(day.year, day.month)) if day else page.say("undated")


def local(money: Money, page: Formatter) -> Money | None:
    """The amount in the money of her country, by the newest rate; None where there is none."""
    country = page.catalogue.countries.get(page.country)
    if country is None or country.currency is None:
        return None
    if money.currency == country.currency:
        return money
    found = convert(money, country.currency, page.catalogue.rates, page.evidence.today)
    return found.money.rounded() if found else None


def in_hand(money: Money, page: Formatter) -> str:
    """A sum in her own money first: `2,449 tk (20 USD)`."""
    own = local(money, page)
    if own is None or own == money:
        return page.value(page.sum(money))
    return page.say("{local} ({money})", local=page.sum(own), money=page.sum(money))


def first_withdrawal(fact: Fact[Minimum], page: Formatter) -> Line:
    """The least that is paid out, in her own money first; where sources disagree the highest, then the others."""
    if fact.chosen is None:
        return UNKNOWN
    told = least(fact.chosen.value, page)
    if fact.chosen.bound is Bound.AT_LEAST:
        told = page.say("at least {value}", value=told)
    first = page.linked(fact, told)
    if not fact.disputed:
        return first
    own = {amount.currency for amount in fact.chosen.value.amounts}
    others = [_other(value, own, page) for value in fact.rivals]
    return line(
        *first, Span(f" ({page.say('or {others}', others=page.language.listed(others, page.say('or')))})", Tone.CARE)
    )


def _other(minimum: Minimum, own: set[str], page: Formatter) -> str:
    """Another minimum that is told of; of the same currency the number is enough."""
    (first, *more) = minimum.amounts
    return page.language.amount(first.amount) if not more and own == {first.currency} else page.value(minimum)


def least(minimum: Minimum, page: Formatter) -> str:
    """One minimum: of several amounts, any of which is enough, the smallest."""
    worths = {amount: local(amount, page) for amount in minimum.amounts}
    return in_hand(min(worths, key=lambda one: worth.amount if (worth := worths[one]) else Decimal("Infinity")), page)


def lowest_option(options: Iterable[PayoutFacts], page: Formatter) -> PayoutFacts | None:
    """The option with the lowest known minimum, else the first."""
    options = list(options)
    found = lowest(options, page.catalogue.rates, page.evidence.today)
    return found or next(iter(options), None)


def usual_option(advice: Advice, page: Formatter) -> PayoutFacts | None:
    """The option that she would use; of a site that is not ranked the one of the lowest minimum."""
    return advice.option or lowest_option(advice.judgement.usable or advice.facts.current_payouts, page)


def listed(names: Sequence[str], page: Formatter) -> str:
    return page.language.listed(names, page.say("and"))


def charge_of(advice: Advice, page: Formatter) -> str:
    """What the way home takes: the terms of a single charge, of several what is lost; `?` if not all are known."""
    route = advice.route
    fees = [hop.fee.value for hop in route.hops if hop.fee.value] if route else []
    if route is None or route.receive is None:
        return page.say("charge ?")
    taking = [fee for fee in fees if not fee.free]
    if len(taking) > 1 and route.kept is not None:
        told = page.share(1 - route.kept)
    else:
        told = page.value(taking[0] if taking else fees[0])
    return told if route.exact or len(route.hops) == 1 else page.say("{charge} or more", charge=told)


def way_home(advice: Advice, page: Formatter) -> Line:
    """`Payoneer, 3% or more`: through what the money comes, and what that takes."""
    route = advice.route
    if route is None:
        return UNKNOWN
    through = [page.method(hop.start) for hop in route.hops[1:]]
    how = listed(through, page) if through else page.say("direct")
    known = next((hop.fee for hop in route.hops if hop.fee.known and route.receive), None)
    charge = charge_of(advice, page)
    return line(Span(how, Tone.GOOD), ", ", *(page.linked(known, charge) if known else line(charge)))
