"""Payout methods: those that bring money home in a table, or one on a page of its own."""

from collections.abc import Iterator, Sequence
from typing import Any

from microjob_cli.catalog.payout import Answer, MethodKind, Standing
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.transfer import LimitBasis
from microjob_cli.payouts.method_facts import MethodFacts, Payer
from microjob_cli.payouts.network import block_of
from microjob_cli.payouts.route import Route
from microjob_cli.render import document as doc
from microjob_cli.render import jsonable
from microjob_cli.render.document import Line, Span, Tone, line, parted
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.views.route import arrives, ways_told, why_not
from microjob_cli.render.views.route import item as route_item
from microjob_cli.result import Result

_SAID = ("source", "as_of", "confidence")
_ANSWERS = {Answer.YES: Tone.GOOD, Answer.PARTLY: Tone.CARE, Answer.NO: Tone.AVOID}
# Where people of the country keep money themselves.
_OWN = (MethodKind.MOBILE_WALLET, MethodKind.BANK)
# So many sites, ways and dangers of a method stand on a screen.
_PAYERS, _WAYS, _DANGERS = 3, 4, 3
_PER = {LimitBasis.TRANSFER: "{money} at once", LimitBasis.DAY: "{money} a day", LimitBasis.MONTH: "{money} a month"}


def document(result: Result, page: Formatter) -> doc.Document:
    """One page, or a line a method."""
    every = not page.folded or bool(result.query.get("all"))
    if result.query["method"] is not None:
        return tuple(block for facts in result.items for block in _page(facts, every, page))
    return tuple(_list(result.items, every, page))


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return [_item(facts, page) for facts in result.items]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
    return ("method", "name", "kind", "works", "standing", "sites"), [
        (
            one.method.id,
            page.language.text(one.method.name),
            one.method.kind,
            one.reaches.value,
            one.standing.value,
            len(one.payers),
        )
        for one in result.items
    ]


def _item(facts: MethodFacts, page: Formatter) -> dict[str, Any]:
    method = facts.method
    return {
        "id": method.id,
        "name": method.name.en,
        **jsonable.fields_of(method, "kind", "currency", "former_names"),
        "country": facts.country,
        **{name: jsonable.fact(getattr(facts, name), page) for name in ("reaches", "standing", "closed")},
        "platforms": [
            {
                **jsonable.fields_of(payer.platform, "id", "name"),
                "minimum": jsonable.fact(payer.option.minimum, page),
                "fee": jsonable.fact(payer.option.fee, page),
            }
            for payer in facts.payers
        ],
        "routes": [route_item(route, page) for route in facts.home],
        "facts": [{"topic": str(one.topic), **jsonable.statement(one, page, *_SAID)} for one in facts.facts],
        "dangers": [jsonable.statement(one, page, *_SAID) for one in facts.dangers],
    }


def _list(items: Sequence[MethodFacts], every: bool, page: Formatter) -> Iterator[doc.Block]:
    """Her own wallets and the bank first, then what most sites pay by; what does not work here only if all is asked."""
    known = [facts for facts in items if page.on_page or facts.payers or facts.reaches.known]
    useful = [facts for facts in known if _is_of_use(facts)]
    shown = sorted(known if every else useful, key=lambda facts: (facts not in useful, *_place(facts)))
    country = page.country_name(page.country)
    told = page.say("By these, money can reach you in {country}, lawfully and today:", country=country)
    yield doc.paragraph(line(Span(page.say("Payout methods:") if every else told, Tone.STRONG)))
    heads = (page.field("method"), page.say("Works here?"), page.say("Of"), page.say("You get"), page.say("Sites"))
    yield doc.Table(heads, tuple(_row(facts, page) for facts in shown))
    if len(known) > len(shown):
        rest = page.say("{count} more do not work here, or nobody says so: --all", count=len(known) - len(shown))
        yield doc.paragraph(line(Span(rest, Tone.QUIET)))
    yield doc.paragraph(line(Span(page.say("One of them: {command}", command="microjob payouts bkash"), Tone.QUIET)))


def _place(facts: MethodFacts) -> tuple[int, int]:
    kind = facts.method.kind
    return _OWN.index(kind) if kind in _OWN else len(_OWN), -len(facts.payers)


def _is_of_use(facts: MethodFacts) -> bool:
    """Whether money of sites can come by it: it works here, and it is her own or some site pays by it."""
    works = facts.reaches.value in (Answer.YES, Answer.PARTLY) and facts.standing.value is not Standing.FORBIDDEN
    own = facts.method.kind in _OWN and facts.method.country in (None, facts.country)
    return works and not facts.closed.known and bool(own or facts.payers)


def _row(facts: MethodFacts, page: Formatter) -> tuple[Line, ...]:
    best = next((route for route in facts.home if route.blocked is None and route.receive), None)
    sent, got = ("?", "?")
    if best is not None:
        sent = page.value(best.send)
        got = page.say("{sum}, {to}", sum=arrives(best, page), to=page.method(best.to))
    name = line(page.method_span(facts.method.id, Tone.STRONG))
    return name, (_works(facts, page),), line(sent), line(got), line(page.language.number(len(facts.payers)))


def _works(facts: MethodFacts, page: Formatter) -> Span:
    if facts.standing.value is Standing.FORBIDDEN:
        return Span(page.word(Standing.FORBIDDEN), Tone.AVOID)
    answer = facts.reaches.value
    if answer is None:
        return Span("?", Tone.QUIET)
    told = page.say("for some") if answer is Answer.PARTLY else page.word(answer)
    return Span(told, _ANSWERS[answer])


def _page(facts: MethodFacts, every: bool, page: Formatter) -> Iterator[doc.Block]:
    told = tuple(_answer(facts, page))
    more = () if every else (Span(f" {page.say('All of it: --all')}", Tone.QUIET),)
    yield doc.Lines((*told[:-1], (*told[-1], *more)))
    yield from _home(facts.home, every, page)
    yield from _payers(facts, every, page)
    dangers = sorted(facts.dangers, key=lambda one: one.as_of.last.toordinal() if one.as_of else 0, reverse=True)
    if every:
        works, law = page.say("Works in {country}?", country=page.country_name(facts.country)), page.say("The law")
        known = [(label, fact) for label, fact in ((works, facts.reaches), (law, facts.standing)) if fact.known]
        yield doc.pairs((label, page.fact(fact)) for label, fact in known)
        for title, said in ((page.say("Dangers"), dangers), (page.say("Good to know"), facts.facts)):
            if said:
                yield doc.Heading(line(title))
                yield doc.bullets(map(page.stated, said))
        return
    short = sorted(dangers, key=lambda one: len(page.language.text(one.text)))[:_DANGERS]
    if short:
        yield doc.Items(tuple((line(page.language.text(one.text)),) for one in dangers if one in short), "!")


def _answer(facts: MethodFacts, page: Formatter) -> Iterator[Line]:
    """Whether it works in her country, and who pays by it."""
    name = page.formerly(page.language.text(facts.method.name), facts.method.former_names)
    block = block_of(facts.method, facts.country, page.evidence)
    country = page.country_name(facts.country)
    if block is not None:
        yield why_not(block, page)
    elif facts.reaches.value is Answer.YES:
        told = page.say("{method} works in {country}.", method=name, country=country)
        paying = sum(_is_shown(payer, page) for payer in facts.payers)
        count = page.say("{count} sites say that they pay by it.", count=paying) if paying else ""
        yield line(Span(told, Tone.STRONG), f" {count}" if count else "")
    else:
        sentence = (
            "{method} works in {country} for some people only."
            if facts.reaches.value is Answer.PARTLY
            else "Whether {method} works in {country} is not known."
        )
        yield line(Span(page.say(sentence, method=name, country=country), Tone.CARE))


def _home(routes: Sequence[Route], every: bool, page: Formatter) -> Iterator[doc.Block]:
    """What it costs to bring on, to each place, and how much may be moved."""
    known = [route for route in routes if route.steps or (route.blocked and route.blocked.code == "below-limit")]
    in_hand = [route for route in known if page.catalogue.methods[route.to].kind is MethodKind.CASH]
    shown = known if every else [*in_hand, *(route for route in known if route not in in_hand)][:_WAYS]
    if not shown:
        return
    if every:
        yield doc.Heading(line(page.say("Bringing it on")))
    heads = (page.say("To"), page.say("Of {send}", send=shown[0].send), page.say("Takes"), page.say("Not more than"))
    said = (page.say("Who says what it costs"),) if page.on_page else ()
    yield doc.Table((*heads, *said), tuple(_home_row(route, every, page) for route in shown))


def _home_row(route: Route, every: bool, page: Formatter) -> tuple[Line, ...]:
    way = " > ".join(page.method(hop.to) for hop in route.hops) + ways_told(route, page)
    tone = Tone.PLAIN if route.standing is Standing.CLEAR else Tone.CARE
    # The most that the first step of a way moves at once, a day and a month.
    first = route.hops[0].transfer
    most = [one for one in (first.limits if first else ()) if one.most.value is not None]
    limits = [page.say(_PER[one.per], money=one.most.value) for one in most[: None if every else 1]]
    least = page.say("from {value}", value=route.blocked.details["least"]) if route.blocked else None
    row = (
        line(way),
        line(Span(least or arrives(route, page), tone)),
        line(page.value(route.days) if route.days else "?"),
        line(", ".join(limits) or "?"),
    )
    told = [span for hop in route.hops if hop.fee.known for span in page.confirmed(hop.fee)]
    return (*row, parted(list(dict.fromkeys(told)))) if page.on_page else row


def _payers(facts: MethodFacts, every: bool, page: Formatter) -> Iterator[doc.Block]:
    """Those with a name first, the newest first."""
    if not facts.payers:
        yield doc.paragraph(line(Span(page.say("No site that we know of pays by it."), Tone.CARE)))
        return
    ordered = sorted(facts.payers, key=_order)
    named = [payer for payer in ordered if _is_shown(payer, page)]
    shown = named[:_PAYERS] if not every else named if page.on_page else ordered
    if every:
        yield doc.Heading(line(page.say("Sites that say that they pay by it")))
    heads = (page.say("Pays by it"), page.field("minimum"), page.field("fee"), page.field("confirmed"))
    yield doc.Table(heads, tuple(_payer_row(payer, page) for payer in shown))
    if every and len(ordered) > len(shown):
        told = page.say("{count} more have ended or are reported not to pay.", count=len(ordered) - len(shown))
        yield doc.paragraph(line(Span(told, Tone.QUIET)))


def by_method(items: Sequence[MethodFacts], page: Formatter) -> doc.Items:
    """The ways in which money can reach her, each with the sites that say that they pay by it."""
    useful = sorted((facts for facts in items if _is_of_use(facts)), key=_place)
    rows = []
    for facts in useful:
        sites = [
            page.site_span(payer.platform, Tone.PLAIN)
            for payer in sorted(facts.payers, key=_order)
            if _is_shown(payer, page)
        ]
        if sites:
            rows.append((page.method_span(facts.method.id, Tone.STRONG), Span(": "), *parted(sites)))
    return doc.bullets(rows)


def _is_shown(payer: Payer, page: Formatter) -> bool:
    """Whether it has a name, and nothing says that it has ended, does not pay or defrauds."""
    return not payer.platform.unnamed and PlatformFacts(payer.platform, page.evidence).usable


def _order(payer: Payer) -> tuple[bool, int, str]:
    day = payer.option.offered.confirmed
    return payer.platform.unnamed, -day.last.toordinal() if day else 0, payer.platform.id


def _payer_row(payer: Payer, page: Formatter) -> tuple[Line, ...]:
    minimum, fee, offered = payer.option.minimum, payer.option.fee, payer.option.offered
    return (
        line(page.site_span(payer.platform)),
        page.least(minimum) if minimum.known else line("?"),
        page.linked(fee, page.value(fee.value)) if fee.known else line("?"),
        page.confirmed(offered),
    )
