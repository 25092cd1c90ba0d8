"""Payout methods: all in a table, or one on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from microjob_cli.catalog.payout import Answer, Standing
from microjob_cli.payouts.method_facts import MethodFacts, Payer
from microjob_cli.payouts.route import Route
from microjob_cli.render import document as doc
from microjob_cli.render import jsonable
from microjob_cli.render.document import Line, Span, Tone, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.views.route import item as route_item
from microjob_cli.result import Result

_SAID = ("source", "as_of", "confidence")
_ANSWERS = {Answer.YES: Tone.GOOD, Answer.PARTLY: Tone.CARE, Answer.NO: Tone.AVOID}


def document(result: Result, page: Formatter) -> doc.Document:
    """One page, or a line a method."""
    if result.query["method"] is not None:
        return tuple(block for facts in result.items for block in _page(facts, page))
    heads = (
        page.field("method"),
        page.say("Works in {country}", country=page.country_name(page.country)),
        page.say("Sites"),
    )
    shown = [facts for facts in result.items if facts.payers or facts.reaches.known]
    return (doc.Table(heads, tuple(_row(facts, page) for facts in shown)),)


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return [_item(facts, page) for facts in result.items]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """One row a method."""
    columns = ("method", "name", "kind", "works", "standing", "sites")
    return columns, [
        (
            facts.method.id,
            page.language.text(facts.method.name),
            str(facts.method.kind),
            str(facts.reaches.value or ""),
            str(facts.standing.value or ""),
            str(len(facts.payers)),
        )
        for facts in result.items
    ]


def _item(facts: MethodFacts, page: Formatter) -> dict[str, Any]:
    method = facts.method
    return {
        "id": method.id,
        "name": method.name.en,
        **jsonable.fields_of(method, "kind", "currency", "former_names"),
        "country": facts.country,
        **{name: jsonable.fact(getattr(facts, name), page) for name in ("reaches", "standing", "closed")},
        "platforms": [_payer(payer, page) for payer in facts.payers],
        "routes": [route_item(route, page) for route in facts.home],
        "facts": [{"topic": str(one.topic), **jsonable.statement(one, page, *_SAID)} for one in facts.facts],
        "dangers": [jsonable.statement(one, page, *_SAID) for one in facts.dangers],
    }


def _payer(payer: Payer, page: Formatter) -> dict[str, Any]:
    minimum, fee = (jsonable.fact(fact, page) for fact in (payer.option.minimum, payer.option.fee))
    return {**jsonable.fields_of(payer.platform, "id", "name"), "minimum": minimum, "fee": fee}


def _row(facts: MethodFacts, page: Formatter) -> tuple[Line, ...]:
    return (
        line(Span(page.language.text(facts.method.name), Tone.STRONG)),
        (_works(facts, page),),
        line(page.language.number(len(facts.payers))),
    )


def _works(facts: MethodFacts, page: Formatter) -> Span:
    if facts.standing.value is Standing.FORBIDDEN:
        return Span(page.word(Standing.FORBIDDEN), Tone.AVOID)
    answer = facts.reaches.value
    return Span(page.word(answer), _ANSWERS[answer]) if answer else page.unknown


def _page(facts: MethodFacts, page: Formatter) -> Iterator[doc.Block]:
    yield doc.Heading(line(page.formerly(page.language.text(facts.method.name), facts.method.former_names)), 1)
    works = page.say("Works in {country}", country=page.country_name(facts.country))
    more = (page.say("The law"), facts.standing), (page.say("Closed"), facts.closed)
    known = ((label, page.fact(fact)) for label, fact in more if fact.known)
    yield doc.Pairs(((works, page.fact(facts.reaches)), *known))
    yield from _home(facts.home, page)
    yield from _payers(facts, page)
    if facts.dangers:
        yield doc.Heading(line(page.say("Dangers")))
        yield doc.Bullets(tuple(page.stated(one, tone=Tone.CARE) for one in facts.dangers))
    if facts.facts:
        yield doc.Heading(line(page.say("Good to know")))
        yield doc.Bullets(tuple(map(page.stated, facts.facts)))


def _home(routes: Sequence[Route], page: Formatter) -> Iterator[doc.Block]:
    """What it costs to bring home, to each place there."""
    opened = [route for route in routes if route.blocked is None and route.steps]
    if not opened:
        return
    yield doc.Heading(line(page.say("Bringing {send} home", send=opened[0].send)))
    heads = (page.say("To"), page.say("Way"), page.say("Arrives"), page.say("Kept"), page.say("The law"))
    yield doc.Table(heads, tuple(_home_row(route, page) for route in opened))


def _home_row(route: Route, page: Formatter) -> tuple[Line, ...]:
    way = " > ".join(page.method(hop.to) for hop in route.hops)
    if route.receive is None:
        receive = page.say("charge not known")
    else:
        receive = page.value(route.receive) if route.exact else page.say("at most {value}", value=route.receive)
    kept = page.share(route.kept) if route.kept is not None else page.say("unknown")
    return (line(page.method(route.to)), line(way), line(receive), line(kept), line(page.word(route.standing)))


def _payers(facts: MethodFacts, page: Formatter) -> Iterator[doc.Block]:
    yield doc.Heading(line(page.say("Sites that pay by it")))
    if not facts.payers:
        yield doc.Paragraph(line(Span(page.say("None that we know of."), Tone.QUIET)))
        return
    heads = (page.field("name"), page.field("minimum"), page.field("fee"), page.field("confirmed"))
    yield from page.with_legend(doc.Table(heads, tuple(_payer_row(payer, page) for payer in facts.payers)))


def _payer_row(payer: Payer, page: Formatter) -> tuple[Line, ...]:
    minimum, fee, offered = payer.option.minimum, payer.option.fee, payer.option.offered
    return (
        line(Span(page.site(payer.platform), Tone.STRONG)),
        page.least(minimum),
        line(page.value(fee.value)) if fee.known else (page.unknown,),
        line(Span(page.age(offered.confirmed), Tone.CARE if offered.stale else Tone.QUIET)),
    )
