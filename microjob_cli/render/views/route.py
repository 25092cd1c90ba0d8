"""Routes, the best first: what is sent, what each hop takes, what arrives; then what does not work, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct

from microjob_cli.catalog.facts import Claim
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import Standing
from microjob_cli.payouts.route import Credit, Hop, Notice, Route
from microjob_cli.render import jsonable
from microjob_cli.render.document import Block, Bullets, Cards, Document, Heading, Line, Paragraph, Span, Tone, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result

_SHOWN = 6
_TOO_LITTLE = frozenset({"below-minimum", "below-limit", "below-limit-unknown", "fee-takes-all"})
_TONES = {Standing.CLEAR: Tone.GOOD, Standing.RESTRICTED: Tone.CARE, Standing.UNKNOWN: Tone.CARE}


def document(result: Result, page: Formatter) -> Document:
    """The open routes as cards, the blocked ones as a list with their reasons."""
    routes: Sequence[Route] = result.items
    opened = [route for route in routes if route.blocked is None]
    blocked = [route for route in routes if route.blocked is not None]
    blocks: list[Block] = []
    if opened:
        cards = tuple((_title(route, page), _about(route, page)) for route in opened[:_SHOWN])
        blocks.append(Cards(cards, numbered=True))
        if len(opened) > _SHOWN:
            more = page.say("{count} more ways, none better.", count=len(opened) - _SHOWN)
            blocks.append(Paragraph(line(more)))
    else:
        too_little = any(route.blocked and route.blocked.code in _TOO_LITTLE for route in blocked)
        why = "too-little" if too_little else "nowhere" if blocked else "how-unknown"
        blocks.append(Paragraph(line(Span(page.sentence(why), Tone.AVOID))))
    if blocked:
        blocks.append(Heading(line(page.say("What does not work, and why"))))
        reasons = dict.fromkeys(why_not(route.blocked, page) for route in blocked if route.blocked)
        blocks.append(Bullets(tuple(reasons)))
    return tuple(blocks)


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return [item(route, page) for route in result.items]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """One row a route."""
    columns = ("platform", "via", "to", "path", "send", "receive", "bound", "standing", "days", "blocked")
    return columns, [
        (
            route.platform or "",
            route.via,
            route.to,
            " > ".join([route.via, *(hop.to for hop in route.hops if hop.transfer)]),
            str(route.send),
            str(route.receive or ""),
            _bound(route) or "",
            str(route.standing),
            str(route.days or ""),
            route.blocked.code if route.blocked else "",
        )
        for route in result.items
    ]


def item(route: Route, page: Formatter) -> dict[str, Any]:
    """A route for JSON."""
    return {
        **jsonable.fields_of(route, "platform", "via", "to", "send", "receive"),
        "receive_bound": _bound(route),
        "kept_share": float(round(route.kept, 4)) if route.kept is not None else None,
        "direct": len(route.hops) <= 1,
        "steps": [_step(hop, sums, page) for hop, sums in zip(route.hops, _sums(route), strict=False)],
        **jsonable.fields_of(route, "days", "standing", "available", "rate"),
        "blocked": _coded(route.blocked, page) if route.blocked else None,
        "caveats": [_coded(caveat, page) for caveat in route.caveats],
        "incentives": [_credit(credit, page) for credit in route.credits],
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
    """With who says so."""
    return {**jsonable.coded(notice, page), **_source(notice.claim)}


def _source(claim: Claim[Any] | None) -> dict[str, Any]:
    return jsonable.fields_of(claim, "source", "as_of") if claim else {"source": None, "as_of": None}


def _credit(credit: Credit, page: Formatter) -> dict[str, Any]:
    return {
        "id": credit.incentive.id,
        "name": credit.incentive.name.en,
        "who": jsonable.told(credit.incentive.who, page),
        "percent": jsonable.plain(credit.claim.value),
        "amount": jsonable.money(credit.amount),
        "source": credit.claim.source,
    }


def _title(route: Route, page: Formatter) -> Line:
    names = [page.method(route.via), *(page.method(hop.to) for hop in route.hops if hop.transfer)]
    path = " > ".join(names)
    way = "".join(f" ({page.language.text(text)})" for text in route.way)
    if route.receive is None:
        told = page.say("charge not known") if route.charge_unknown else ""
        return line(Span(path + way, Tone.STRONG), Span(f"  {told}" if told else "", Tone.CARE))
    sentence = "{send} brings {receive}" if route.exact else "{send} brings at most {receive}"
    told = page.say(sentence, send=route.send, receive=route.receive)
    return line(Span(path + way, Tone.STRONG), "  ", Span(told, Tone.GOOD if route.exact else Tone.CARE))


def _about(route: Route, page: Formatter) -> tuple[Line, ...]:
    lines = [_hop_line(hop, sums, page) for hop, sums in zip(route.hops, _sums(route), strict=False)]
    facts = [Span(page.standing(route.standing), _TONES.get(route.standing, Tone.PLAIN))]
    if route.days is not None:
        facts.append(Span(f"; {page.value(route.days)}"))
    if route.kept is not None:
        facts.append(Span(page.say("; {share} kept", share=page.share(route.kept))))
    lines.append(tuple(facts))
    lines += [line(Span(page.coded(caveat), Tone.QUIET)) for caveat in route.caveats]
    lines += [_credit_line(credit, page) for credit in route.credits]
    return tuple(lines)


def _hop_line(hop: Hop, step: _Sums, page: Formatter) -> Line:
    start = page.method(hop.start) if hop.transfer else page.platform(hop.start)
    charge = page.say("charge {fee}", fee=_fee(hop, step, page)) if hop.terms.fee else page.say("charge not known")
    parts = [f"{start} > {page.method(hop.to)}: ", charge]
    if step.rate is not None:
        parts.append(page.say(", at {rate}", rate=step.rate.normalize()))
    if step.received is not None:
        parts.append(page.say(", leaves {money}", money=step.received))
    claim = hop.fee.chosen
    source = f"  ({page.source(claim.source)})" if claim else ""
    return line("".join(parts), Span(source, Tone.QUIET))


def _fee(hop: Hop, step: _Sums, page: Formatter) -> str:
    terms = page.value(hop.terms.fee)
    return f"{page.value(step.fee)} ({terms})" if step.fee and step.fee.amount else terms


def _credit_line(credit: Credit, page: Formatter) -> Line:
    name, who = page.language.text(credit.incentive.name), page.language.text(credit.incentive.who)
    money: Money = credit.amount
    return line(Span(page.say("Not counted: {name}, {money}. {who}", name=name, money=money, who=who), Tone.QUIET))


def why_not(blocked: Notice, page: Formatter) -> Line:
    """Why a way or a method does not work, and who says so."""
    return line(
        page.coded(blocked), Span(f" ({page.source(blocked.claim.source)})" if blocked.claim else "", Tone.QUIET)
    )
