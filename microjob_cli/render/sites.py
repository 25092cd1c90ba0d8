"""Sites in words: the verdict, who says that one pays, the first withdrawal, the way home."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from microjob_cli.advice.reasons import Reason
from microjob_cli.advice.search import Advice
from microjob_cli.advice.testimony import Level
from microjob_cli.advice.verdict import PAYING, Judgement, Verdict
from microjob_cli.catalog.catalogue import convert, host
from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Bound, Cited, Fact, Statement
from microjob_cli.catalog.measures import Minimum
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import PayoutFacts
from microjob_cli.catalog.platform import Status, WarningCode, Weight
from microjob_cli.payouts.minimums import lowest
from microjob_cli.render.document import Kind, Line, Span, Target, Tone, line, quiet, strong
from microjob_cli.render.formatter import Formatter

_TONES = {
    Verdict.PROVEN: Tone.GOOD,
    Verdict.UNPROVEN: Tone.CARE,
    Verdict.UNKNOWN: Tone.QUIET,
    Verdict.UNREACHABLE: Tone.AVOID,
    Verdict.CLOSED: Tone.QUIET,
    Verdict.AVOID: Tone.AVOID,
}
# What a headline warns of.
_NOT_FOR_HER = (Verdict.UNREACHABLE, Verdict.AVOID, Verdict.CLOSED)
UNKNOWN = line(quiet("?"))
_TROUBLE = (WarningCode.PAYMENT_COMPLAINT, WarningCode.NON_PAYMENT_REPORT)


def cell_of(fact: Fact[Any], page: Formatter) -> Line:
    return page.cell(fact) if fact.known else UNKNOWN


def verdict_cell(one: Judgement | Advice, page: Formatter) -> Line:
    return line(Span(page.word(one.verdict), _TONES[one.verdict]))


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
        count = testimony.witnesses
        return page.say("{count} sources, {day}", count=count, day=day, source=source, more=count - 1)
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
    others = page.language.listed((_other(value, own, page) for value in fact.rivals), page.say("or"))
    return line(first, Span(f" ({page.say('or {others}', others=others)})", Tone.CARE))


def _other(minimum: Minimum, own: set[str], page: Formatter) -> str:
    """Another minimum that is told of; of the same currency the number is enough."""
    (first, *more) = minimum.amounts
    return page.language.amount(first.amount) if not more and own == {first.currency} else page.value(minimum)


def least(minimum: Minimum, page: Formatter) -> str:
    """One minimum: of several amounts, any of which is enough, the smallest."""

    def worth(amount: Money) -> Decimal:
        own = local(amount, page)
        return own.amount if own else Decimal("Infinity")

    return in_hand(min(minimum.amounts, key=worth), page)


def lowest_option(options: Iterable[PayoutFacts], page: Formatter) -> PayoutFacts | None:
    """The option with the lowest known minimum, else the first."""
    options = list(options)
    found = lowest(options, page.catalogue.rates, page.evidence.today)
    return found or next(iter(options), None)


def usual_option(advice: Advice, page: Formatter) -> PayoutFacts | None:
    """The option that she would use; of a site that is not ranked the one of the lowest minimum."""
    return advice.option or lowest_option(advice.judgement.usable or advice.facts.current_payouts, page)


def charge_of(advice: Advice, page: Formatter) -> str:
    """What the way home takes: the terms of a single charge, of several what is lost; `?` if not all are known."""
    route = advice.route
    if route is None or route.receive is None:
        return page.say("charge ?")
    fees = [hop.fee.value for hop in route.hops if hop.fee.value]
    taking = [fee for fee in fees if not fee.free]
    if len(taking) > 1 and route.kept is not None:
        told = page.share(1 - route.kept)
    else:
        told = page.value((taking or fees)[0])
    return told if route.exact or len(route.hops) == 1 else page.say("{charge} or more", charge=told)


def way_home(advice: Advice, page: Formatter) -> Line:
    """`Payoneer, 3% or more`: through what the money comes, and what that takes."""
    route = advice.route
    if route is None:
        return UNKNOWN
    through = [page.method(hop.start) for hop in route.hops[1:]]
    how = page.language.listed(through, page.say("and")) if through else page.say("direct")
    known = next((hop.fee for hop in route.hops if hop.fee.known and route.receive), None)
    charge = charge_of(advice, page)
    return line(Span(how, Tone.GOOD), ", ", page.linked(known, charge) if known else charge)


def verdict_lines(one: Judgement, page: Formatter) -> list[Line]:
    told = "; ".join(map(page.coded, one.reasons))
    return [line(strong(f"{page.say('Verdict')}: "), verdict_cell(one, page)), line(told)]


def concerns(advice: Advice) -> list[Reason]:
    """What speaks against a site, the gravest first."""
    against = [reason for reason in advice.reasons if reason.is_concern]
    return sorted(against, key=lambda reason: list(Weight).index(reason.weight or Weight.NOTE))


def headline(one: Judgement, page: Formatter) -> Line:
    """What a site is for her, and what that means for what she does."""
    platform = one.facts.platform
    name = page.formerly(page.site(platform), (former.name for former in one.facts.former_names))
    where = f", {host(platform.website)}" if platform.website else ""
    tone = Tone.AVOID if one.verdict in _NOT_FOR_HER else Tone.STRONG
    answer, trouble = Span(f"{name}{where}: {_said(one, page)}", tone), trouble_of(one)
    if trouble is None:
        return line(answer)
    said = page.say("Trouble with payment is reported.", source=Cited(trouble.source, trouble.as_of))
    return line(answer, " ", Span(said, Tone.AVOID, Target(Kind.SOURCE, trouble.source)))


def _said(one: Judgement, page: Formatter) -> str:
    match one.verdict:
        case Verdict.PROVEN:
            source = one.testimony.source
            who = f"{page.publisher(source)}, {month_of(one.testimony.day, page)}" if source else ""
            return page.say(
                "it can pay you, and somebody from outside was paid ({who}). Do one small task and withdraw first.",
                who=who,
            )
        case Verdict.UNPROVEN:
            return page.say(
                "it can pay you, but nobody outside proves that it does. Do one small task, withdraw at once, "
                "stop if that fails."
            )
        case Verdict.UNKNOWN:
            return page.say("nobody knows whether it can pay you: {why}.", why=page.coded(one.reasons[0]))
        case Verdict.UNREACHABLE:
            return _unreachable(one, page)
        case Verdict.CLOSED:
            return _closed(one, page)
    against = [page.coded(reason) for reason in one.reasons if reason.weight is Weight.AVOID]
    return page.say("keep away: {why}.", why=against)


def _unreachable(one: Judgement, page: Formatter) -> str:
    country = page.country_name(one.country)
    if any(reason.code == "country-refused" for reason in one.reasons):
        return page.say("it does not take people from {country}.", country=country)
    sentence = (
        "a real site, but no lawful way to bring its money to {country} is known. Look elsewhere: {command}"
        if one.testimony.level in (Level.PAID, Level.RECENT)
        else "no lawful way to bring its money to {country} is known. Look elsewhere: {command}"
    )
    return page.say(sentence, country=country, command="microjob recommend")


def _closed(one: Judgement, page: Formatter) -> str:
    status = one.facts.status
    since = status.chosen.since if status.chosen else None
    match status.value:
        case Status.CLOSED if since:
            return page.say("closed since {since}.", since=since)
        case Status.CLOSED:
            return page.say("closed.")
        case Status.MERGED:
            into = one.facts.successor.value
            return page.say("merged into {into}.", into=page.platform(into)) if into else page.say("merged.")
        case Status.PAUSED:
            return page.say("paused: nobody can begin there now.")
    return page.say("no source tells its name, so nobody can say which site it is.")
