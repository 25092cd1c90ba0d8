"""Routes, the best first: what is sent, what each hop takes, what arrives; then what does not work, and why."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.catalog.facts import Claim
from microjob_cli.catalog.measures import Charged
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import Standing
from microjob_cli.payouts.route import Hop, Notice, Route
from microjob_cli.render import document as doc
from microjob_cli.render import jsonable
from microjob_cli.render.document import Line, Span, Tone, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result

# So many other ways, caveats and reasons stand on a screen.
_OTHERS, _CAVEATS, _REASONS = 4, 3, 6
# What the table of the steps shows of itself.
_IN_THE_TABLE = frozenset({"fee-old", "fee-unknown", "site-fee-unknown", "site-terms-undated", "site-terms-old"})
_TOO_LITTLE = frozenset({"below-minimum", "below-limit", "below-limit-unknown", "fee-takes-all"})


def document(result: Result, page: Formatter) -> doc.Document:
    """What arrives by the best way, its steps, the other ways in a row each; what does not work if nothing does."""
    every = not page.folded or bool(result.query.get("all"))
    opened = [route for route in result.items if route.blocked is None]
    blocked = [route.blocked for route in result.items if route.blocked is not None]
    reasons = list(dict.fromkeys(why_not(one, page) for one in blocked))
    if not opened:
        too_little = any(one.code in _TOO_LITTLE for one in blocked)
        nothing = page.sentence("too-little" if too_little else "nowhere" if blocked else "how-unknown")
        return (doc.paragraph(line(Span(nothing, Tone.AVOID))), *_not_so(reasons, every, page))
    best, *others = opened
    conditions = () if best.standing is Standing.CLEAR else (line(Span(law(best.standing, page), Tone.CARE)),)
    blocks: list[doc.Block] = [doc.Lines((_arrives(best, page), *conditions))]
    if best.steps:
        blocks.append(_steps(best, page))
    blocks += _told(best, every, page)
    if ways := others if every else others[:_OTHERS]:
        blocks.append(doc.Table(other_heads(page), tuple(_other(route, page) for route in ways)))
    if every:
        blocks += _not_so(reasons, every, page)
    elif len(others) > _OTHERS or reasons:
        blocks.append(doc.paragraph(line(Span(_more(len(others) - _OTHERS, len(reasons), page), Tone.QUIET))))
    return tuple(blocks)


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return [item(route, page) for route in result.items]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
    columns = ("platform", "via", "to", "path", "send", "receive", "bound", "standing", "days", "blocked")
    rows = []
    for route in result.items:
        path = " > ".join([route.via, *(hop.to for hop in route.hops if hop.transfer)])
        brings = (route.send, route.receive, _bound(route), route.standing, route.days)
        rows.append((route.platform, route.via, route.to, path, *brings, route.blocked and route.blocked.code))
    return columns, rows


def item(route: Route, page: Formatter) -> dict[str, Any]:
    return {
        **jsonable.fields_of(route, "platform", "via", "to", "send", "receive"),
        "receive_least": jsonable.plain(route.least),
        "receive_bound": _bound(route),
        "kept_share": float(round(route.kept, 4)) if route.kept is not None else None,
        "direct": len(route.hops) <= 1,
        "steps": [_step(hop, sums, page) for hop, sums in zip(route.hops, _sums(route), strict=False)],
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


class _Sums(Struct, frozen=True):
    """What of a step is known: nothing after an unknown charge, but the rate."""

    rate: Decimal | None
    sent: Money | None = None
    fee: Money | None = None
    received: Money | None = None


def _sums(route: Route) -> Iterator[_Sums]:
    known = True
    for step in route.steps:
        sent = step.sent if known else None
        known = known and step.fee is not None
        yield _Sums(step.rate, sent, step.fee, step.received) if known else _Sums(step.rate, sent)


def _step(hop: Hop, step: _Sums, page: Formatter) -> dict[str, Any]:
    return {
        "from": hop.start,
        "to": hop.to,
        "transfer": hop.transfer.transfer.id if hop.transfer else None,
        "way": jsonable.told(hop.transfer.transfer.way, page) if hop.transfer else None,
        "send": jsonable.plain(step.sent),
        "receive": jsonable.plain(step.received),
        "fee": jsonable.plain(step.fee),
        "rate": jsonable.number(step.rate),
        **_source(hop.fee.chosen),
        "days": jsonable.plain(hop.days.value),
        "standing": jsonable.plain(hop.transfer.standing.value) if hop.transfer else None,
    }


def _coded(notice: Notice, page: Formatter) -> dict[str, Any]:
    return {**jsonable.coded(notice, page), **_source(notice.claim)}


def _source(claim: Claim[Any] | None) -> dict[str, Any]:
    return jsonable.fields_of(claim, "source", "as_of") if claim else {"source": None, "as_of": None}


def _arrives(route: Route, page: Formatter) -> Line:
    """The answer: what of a sum arrives, and when."""
    start = page.platform(route.platform) if route.platform else page.method(route.via)
    ends = {"send": route.send, "start": start, "to": page.method(route.to)}
    if not route.hops:
        return line(Span(page.sentence("there-already", **ends), Tone.STRONG))
    if route.receive is None:
        return line(Span(page.sentence("unknown-charge" if route.steps else "unknown-rate", **ends), Tone.CARE))
    when = page.value(route.days) if route.days else page.sentence("takes-unknown")
    return line(Span(page.sentence("you-get", **ends, receive=arrives(route, page), when=when), Tone.STRONG))


def law(standing: Standing, page: Formatter) -> str:
    """How the law sees a way, in a sentence."""
    return page.say("The law: {standing}.", standing=page.standing(standing))


def _steps(route: Route, page: Formatter) -> doc.Table:
    """Each step: what it takes, at which rate, what is left, and from when that is known."""
    rated = any(step.rate is not None for step in route.steps)
    rows = []
    for hop, sums in zip(route.hops, _sums(route), strict=False):
        rate = [line(page.value(sums.rate.normalize()) if sums.rate else "")] if rated else []
        left = line(Span(page.value(page.sum(sums.received)), Tone.STRONG)) if sums.received else line("?")
        rows.append((line(step_name(hop, page)), line(_charge(hop, sums, page)), *rate, left, step_day(hop, page)))
    return doc.Table(step_heads(page, rated=rated), tuple(rows))


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
    return f"{start} > {page.method(hop.to)}{f' ({page.language.text(way)})' if way else ''}"


def _charge(hop: Hop, sums: _Sums, page: Formatter) -> str:
    """`3% = 2.91 USD`: what is asked, and what that takes."""
    terms = step_terms(hop, page)
    taken = sums.fee if sums.fee and sums.fee.amount and hop.fee.value and hop.fee.value.percent else None
    return f"{terms} = {page.value(taken)}" if taken else terms


def step_terms(hop: Hop, page: Formatter) -> str:
    """What a step asks."""
    return page.value(replace(hop.fee.value, charged=Charged.DEDUCTED)) if hop.fee.value else "?"


def _told(route: Route, every: bool, page: Formatter) -> Iterator[doc.Block]:
    """What makes the figure less than certain, and what may come on top."""
    caveats = [one for one in route.caveats if every or one.code not in _IN_THE_TABLE]
    shown = list(dict.fromkeys(map(page.coded, caveats)))[: None if every else _CAVEATS]
    if shown:
        yield doc.Items(tuple((line(told),) for told in shown), "!")
    if route.credits and every:
        told = [(one.incentive.name, one.amount, one.incentive.who) for one in route.credits]
        sentence = "Not counted: {name}, {money}. {who}"
        credits = (page.say(sentence, name=name, money=money, who=who) for name, money, who in told)
        yield doc.Lines(tuple(line(Span(credit, Tone.QUIET)) for credit in credits))


def other_heads(page: Formatter) -> tuple[str, ...]:
    return page.say("Arrives"), page.say("Other ways"), page.say("Takes"), page.say("The law")


def _other(route: Route, page: Formatter) -> tuple[Line, ...]:
    tone = Tone.PLAIN if route.standing is Standing.CLEAR else Tone.CARE
    names = [page.method(route.via), *(page.method(hop.to) for hop in route.hops if hop.transfer)]
    return (
        line(arrives(route, page)),
        line(" > ".join(names) + ways_told(route, page)),
        line(page.value(route.days) if route.days else "?"),
        line(Span(page.word(route.standing) if route.standing is not Standing.UNKNOWN else "?", tone)),
    )


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
    return "".join(f" ({page.language.text(text)})" for text in route.way)


def _not_so(reasons: Sequence[Line], every: bool, page: Formatter) -> Iterator[doc.Block]:
    shown = reasons if every else reasons[:_REASONS]
    if shown:
        yield doc.Heading(line(title_of_not_so(page)))
        yield doc.bullets(shown)
    if len(reasons) > len(shown):
        yield doc.paragraph(line(Span(_more(0, len(reasons) - len(shown), page), Tone.QUIET)))


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
