"""Routes, the best first: what is sent, what each hop takes, what arrives; then what does not work, and why."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from microjob_cli.catalog.facts import Claim
from microjob_cli.catalog.measures import Charged
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import Standing
from microjob_cli.payouts.charges import Carried
from microjob_cli.payouts.route import Hop, Notice, Route
from microjob_cli.render import document as doc
from microjob_cli.render import jsonable
from microjob_cli.render.document import Line, Span, Told, Tone, line, quiet, strong
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result

# So many other ways, caveats and reasons stand on a screen.
_OTHERS, _CAVEATS, _REASONS = 4, 3, 6
# What the table of the steps shows of itself.
_IN_THE_TABLE = frozenset({"fee-old", "fee-unknown", "site-fee-unknown", "site-terms-undated", "site-terms-old"})
_TOO_LITTLE = frozenset({"below-minimum", "below-limit", "below-limit-unknown", "fee-takes-all"})
# What of a step is known: the sum that is sent, the charge, what is left.
_Sums = tuple[Money | None, Money | None, Money | None]


def document(result: Result, page: Formatter) -> doc.Blocks:
    """What arrives by the best way, its steps, the other ways in a row each; what does not work if nothing does."""
    page = page.in_full(result.query.get("all"))
    opened = [route for route in result.items if route.blocked is None]
    blocked = [route.blocked for route in result.items if route.blocked is not None]
    reasons = list(dict.fromkeys(why_not(one, page) for one in blocked))
    if not opened:
        too_little = any(one.code in _TOO_LITTLE for one in blocked)
        nothing = page.sentence("too-little" if too_little else "nowhere" if blocked else "how-unknown")
        yield doc.paragraph(Span(nothing, Tone.AVOID))
        yield from _not_so(reasons, page)
        return
    best, *others = opened
    conditions = () if best.standing is Standing.CLEAR else (Span(law(best.standing, page), Tone.CARE),)
    yield doc.lines((_arrives(best, page), *conditions))
    if best.steps:
        yield _steps(best, page)
    yield from _told(best, page)
    if ways := others[:_OTHERS] if page.folded else others:
        yield doc.table(other_heads(page), (_other(route, page) for route in ways))
    if not page.folded:
        yield from _not_so(reasons, page)
    elif len(others) > _OTHERS or reasons:
        yield doc.paragraph(quiet(_more(len(others) - _OTHERS, len(reasons), page)))


def items(result: Result, page: Formatter) -> list[jsonable.Json]:
    return [item(route, page) for route in result.items]


def table(result: Result, page: Formatter) -> doc.Sheet:
    columns = ("platform", "via", "to", "path", "send", "receive", "bound", "standing", "days", "blocked")
    rows = []
    for route in result.items:
        path = " > ".join([route.via, *(hop.to for hop in route.hops if hop.transfer)])
        brings = (route.send, route.receive, _bound(route), route.standing, route.days)
        rows.append((route.platform, route.via, route.to, path, *brings, route.blocked and route.blocked.code))
    return columns, rows


def item(route: Route, page: Formatter) -> jsonable.Json:
    return {
        **jsonable.fields_of(route, "platform", "via", "to", "send", "receive"),
        "receive_least": jsonable.plain(route.least),
        "receive_bound": _bound(route),
        "kept_share": float(round(route.kept, 4)) if route.kept is not None else None,
        "direct": len(route.hops) <= 1,
        "steps": [_step(*step, page) for step in _steps_of(route)],
        **jsonable.fields_of(route, "days", "standing", "available", "rate"),
        "blocked": _coded(route.blocked, page) if route.blocked else None,
        "caveats": [_coded(caveat, page) for caveat in route.caveats],
        "incentives": [
            {
                "id": credit.incentive.id,
                "name": credit.incentive.name.en,
                "who": jsonable.told(credit.incentive.who, page),
                "percent": jsonable.plain(credit.claim.value),
                "amount": jsonable.money(credit.amount),
                "source": credit.claim.source,
            }
            for credit in route.credits
        ],
    }


def _bound(route: Route) -> str | None:
    if route.receive is None:
        return None
    return "exact" if route.exact else "at_most"


def _steps_of(route: Route) -> Iterator[tuple[Hop, Carried, _Sums]]:
    """Each step with what is known of it: no sum after an unknown charge."""
    known = True
    for hop, step in zip(route.hops, route.steps, strict=False):
        sent = step.sent if known else None
        known = known and step.fee is not None
        yield hop, step, (sent, step.fee, step.received) if known else (sent, None, None)


def _step(hop: Hop, step: Carried, sums: _Sums, page: Formatter) -> jsonable.Json:
    sent, fee, received = map(jsonable.plain, sums)
    transfer = hop.transfer
    return {
        "from": hop.start,
        "to": hop.to,
        "transfer": transfer.transfer.id if transfer else None,
        "way": jsonable.told(transfer.transfer.way, page) if transfer else None,
        "send": sent,
        "receive": received,
        "fee": fee,
        "rate": jsonable.number(step.rate),
        **_source(hop.fee.chosen),
        "days": jsonable.plain(hop.days.value),
        "standing": jsonable.plain(transfer.standing.value) if transfer else None,
    }


def _coded(notice: Notice, page: Formatter) -> jsonable.Json:
    return {**jsonable.coded(notice, page), **_source(notice.claim)}


def _source(claim: Claim[Any] | None) -> jsonable.Json:
    return jsonable.fields_of(claim, "source", "as_of") if claim else {"source": None, "as_of": None}


def _arrives(route: Route, page: Formatter) -> Span:
    """The answer: what of a sum arrives, and when."""
    start = page.platform(route.platform) if route.platform else page.method(route.via)
    ends = {"send": route.send, "start": start, "to": page.method(route.to)}
    if not route.hops:
        return strong(page.sentence("there-already", **ends))
    if route.receive is None:
        return Span(page.sentence("unknown-charge" if route.steps else "unknown-rate", **ends), Tone.CARE)
    when = page.value(route.days) if route.days else page.sentence("takes-unknown")
    return strong(page.sentence("you-get", **ends, receive=arrives(route, page), when=when))


def law(standing: Standing, page: Formatter) -> str:
    """How the law sees a way, in a sentence."""
    return page.say("The law: {standing}.", standing=page.standing(standing))


def _steps(route: Route, page: Formatter) -> doc.Table:
    """Each step: what it takes, at which rate, what is left, and from when that is known."""
    rated = any(step.rate is not None for step in route.steps)
    rows: list[tuple[Told, ...]] = []
    for hop, step, (_, fee, received) in _steps_of(route):
        rate = [page.value(step.rate.normalize()) if step.rate else ""] if rated else []
        left = strong(page.value(page.sum(received))) if received else "?"
        rows.append((step_name(hop, page), _charge(hop, fee, page), *rate, left, step_day(hop, page)))
    return doc.table(step_heads(page, rated=rated), rows)


def step_heads(page: Formatter, *, rated: bool) -> tuple[str, ...]:
    rate = (page.say("Rate"),) if rated else ()
    return page.say("Step"), page.say("Charge"), *rate, page.say("Left"), page.say("As of")


def step_day(hop: Hop, page: Formatter) -> Line:
    """From when the charge of a step is known."""
    return page.confirmed(hop.fee) if hop.fee.known else ()


def step_name(hop: Hop, page: Formatter) -> str:
    """A step by its ends, and what tells it from others between them."""
    start = page.method(hop.start) if hop.transfer else page.platform(hop.start)
    way = hop.transfer.transfer.way if hop.transfer else None
    return f"{start} > {page.method(hop.to)}{f' ({page.text(way)})' if way else ''}"


def _charge(hop: Hop, taken: Money | None, page: Formatter) -> str:
    """`3% = 2.91 USD`: what is asked, and what that takes."""
    terms = step_terms(hop, page)
    is_share = hop.fee.value is not None and hop.fee.value.percent
    return f"{terms} = {page.value(taken)}" if taken and taken.amount and is_share else terms


def step_terms(hop: Hop, page: Formatter) -> str:
    """What a step asks."""
    return page.value(replace(hop.fee.value, charged=Charged.DEDUCTED)) if hop.fee.value else "?"


def _told(route: Route, page: Formatter) -> doc.Blocks:
    """What makes the figure less than certain, and what may come on top."""
    caveats = [one for one in route.caveats if not (page.folded and one.code in _IN_THE_TABLE)]
    shown = list(dict.fromkeys(map(page.coded, caveats)))[: _CAVEATS if page.folded else None]
    if shown:
        yield doc.bullets(shown, mark="!")
    if route.credits and not page.folded:
        told = [(one.incentive.name, one.amount, one.incentive.who) for one in route.credits]
        sentence = "Not counted: {name}, {money}. {who}"
        yield doc.lines(quiet(page.say(sentence, name=name, money=money, who=who)) for name, money, who in told)


def other_heads(page: Formatter) -> tuple[str, ...]:
    return page.say("Arrives"), page.say("Other ways"), page.say("Takes"), page.say("The law")


def _other(route: Route, page: Formatter) -> tuple[Told, ...]:
    names = [page.method(route.via), *(page.method(hop.to) for hop in route.hops if hop.transfer)]
    return (
        arrives(route, page),
        " > ".join(names) + ways_told(route, page),
        page.value(route.days) if route.days else "?",
        Span(page.word(route.standing) if route.standing is not Standing.UNKNOWN else "?", tone_of(route)),
    )


def tone_of(route: Route) -> Tone:
    """What is not lawful for sure is to be taken care with."""
    return Tone.PLAIN if route.standing is Standing.CLEAR else Tone.CARE


def arrives(route: Route, page: Formatter) -> str:
    if route.receive is None:
        return "?"
    told = page.value(page.sum(route.receive))
    if route.least and route.least != route.receive:
        least = page.language.amount(page.sum(route.least).amount)
        told = page.say("{least} to {most}", least=least, most=told)
    return told if route.certain else page.say("at most {value}", value=told)


def ways_told(route: Route, page: Formatter) -> str:
    """What tells its steps from others between the same ends."""
    return "".join(f" ({page.text(text)})" for text in route.way)


def _not_so(reasons: Sequence[Line], page: Formatter) -> doc.Blocks:
    shown = reasons[:_REASONS] if page.folded else reasons
    if shown:
        yield doc.heading(title_of_not_so(page))
        yield doc.bullets(shown)
    if len(reasons) > len(shown):
        yield doc.paragraph(quiet(_more(0, len(reasons) - len(shown), page)))


def title_of_not_so(page: Formatter) -> str:
    return page.say("What does not work, and why")


def _more(ways: int, reasons: int, page: Formatter) -> str:
    """What is not shown, and how to see it."""
    if ways > 0 and reasons:
        return page.say("{count} more ways, and {reasons} that do not work: --all", count=ways, reasons=reasons)
    if ways > 0:
        return page.say("{count} more ways: --all", count=ways)
    return page.say("{reasons} ways that do not work: --all", reasons=reasons)


def why_not(blocked: Notice, page: Formatter) -> Line:
    """Why a way or a method does not work, and who says so."""
    return line(page.coded(blocked), *(page.sourced(blocked.claim.source) if blocked.claim else ()))
