"""Payout methods: those that bring money home in a table, or one on a page of its own."""

from collections.abc import Sequence

from microjob_cli.catalog.payout import Answer, MethodKind, Standing
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.transfer import LimitBasis
from microjob_cli.payouts.method_facts import MethodFacts, Payer
from microjob_cli.payouts.network import block_of
from microjob_cli.payouts.route import Route
from microjob_cli.render import document as doc
from microjob_cli.render import jsonable
from microjob_cli.render.document import Line, Span, Told, Tone, line, parted, quiet, strong
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.views.route import arrives, tone_of, ways_told, why_not
from microjob_cli.render.views.route import item as route_item
from microjob_cli.result import Result

_SAID = ("source", "as_of", "confidence")
_ANSWERS = {Answer.YES: Tone.GOOD, Answer.PARTLY: Tone.CARE, Answer.NO: Tone.AVOID}
# Where people of the country keep money themselves.
_OWN = (MethodKind.MOBILE_WALLET, MethodKind.BANK)
# So many sites, ways and dangers of a method stand on a screen.
_PAYERS, _WAYS, _DANGERS = 3, 4, 3
_PER = {LimitBasis.TRANSFER: "{money} at once", LimitBasis.DAY: "{money} a day", LimitBasis.MONTH: "{money} a month"}


def document(result: Result, page: Formatter) -> doc.Blocks:
    """One page, or a line a method."""
    page = page.in_full(result.query.get("all"))
    if result.query["method"] is None:
        return _list(result.items, page)
    return (block for facts in result.items for block in _page(facts, page))


def items(result: Result, page: Formatter) -> list[jsonable.Json]:
    return [_item(facts, page) for facts in result.items]


def table(result: Result, page: Formatter) -> doc.Sheet:
    return ("method", "name", "kind", "works", "standing", "sites"), [
        (
            one.method.id, page.text(one.method.name), one.method.kind, one.reaches.value, one.standing.value,
            len(one.payers),
        )
        for one in result.items
    ]  # fmt: skip


def _item(facts: MethodFacts, page: Formatter) -> jsonable.Json:
    method = facts.method
    return {
        "id": method.id,
        "name": method.name.en,
        **jsonable.fields_of(method, "kind", "currency", "former_names"),
        "country": facts.country,
        **jsonable.facts_of(facts, page, "reaches", "standing", "closed"),
        "platforms": [
            {**jsonable.fields_of(one.platform, "id", "name"), **jsonable.facts_of(one.option, page, "minimum", "fee")}
            for one in facts.payers
        ],
        "routes": [route_item(route, page) for route in facts.home],
        "facts": [{"topic": str(one.topic), **jsonable.statement(one, page, *_SAID)} for one in facts.facts],
        "dangers": [jsonable.statement(one, page, *_SAID) for one in facts.dangers],
    }


def _list(items: Sequence[MethodFacts], page: Formatter) -> doc.Blocks:
    """Her own wallets and the bank first, then what most sites pay by; what does not work here only if all is asked."""
    known = [facts for facts in items if page.on_page or facts.payers or facts.reaches.known]
    useful = [facts for facts in known if _is_of_use(facts)]
    shown = sorted(useful if page.folded else known, key=lambda facts: (facts not in useful, *_place(facts)))
    told = page.say("By these, money can reach you in {country}, lawfully and today:", country=page.here)
    yield doc.paragraph(strong(told if page.folded else page.say("Payout methods:")))
    heads = (page.field("method"), page.say("Works here?"), page.say("Of"), page.say("You get"), page.say("Sites"))
    yield doc.table(heads, (_row(facts, page) for facts in shown))
    if rest := len(known) - len(shown):
        yield doc.paragraph(quiet(page.say("{count} more do not work here, or nobody says so: --all", count=rest)))
    yield doc.paragraph(quiet(page.say("One of them: {command}", command="microjob payouts bkash")))


def _place(facts: MethodFacts) -> tuple[int, int]:
    kind = facts.method.kind
    return _OWN.index(kind) if kind in _OWN else len(_OWN), -len(facts.payers)


def _is_of_use(facts: MethodFacts) -> bool:
    """Whether money of sites can come by it: it works here, and it is her own or some site pays by it."""
    works = facts.reaches.value in (Answer.YES, Answer.PARTLY) and facts.standing.value is not Standing.FORBIDDEN
    own = facts.method.kind in _OWN and facts.method.country in (None, facts.country)
    return works and not facts.closed.known and bool(own or facts.payers)


def _row(facts: MethodFacts, page: Formatter) -> tuple[Told, ...]:
    best = next((route for route in facts.home if route.blocked is None and route.receive), None)
    sent, got = ("?", "?")
    if best is not None:
        sent = page.value(best.send)
        got = page.say("{sum}, {to}", sum=arrives(best, page), to=page.method(best.to))
    name = page.method_span(facts.method.id, Tone.STRONG)
    return name, _works(facts, page), sent, got, page.language.number(len(facts.payers))


def _works(facts: MethodFacts, page: Formatter) -> Span:
    if facts.standing.value is Standing.FORBIDDEN:
        return Span(page.word(Standing.FORBIDDEN), Tone.AVOID)
    answer = facts.reaches.value
    if answer is None:
        return quiet("?")
    return Span(page.say("for some") if answer is Answer.PARTLY else page.word(answer), _ANSWERS[answer])


def _page(facts: MethodFacts, page: Formatter) -> doc.Blocks:
    yield doc.paragraph(_answer(facts, page), quiet(f" {page.say('All of it: --all')}") if page.folded else "")
    yield from _home(facts.home, page)
    yield from _payers(facts, page)
    dangers = sorted(facts.dangers, key=lambda one: one.as_of.last.toordinal() if one.as_of else 0, reverse=True)
    if page.folded:
        short = sorted(dangers, key=lambda one: len(page.text(one.text)))[:_DANGERS]
        if short:
            yield doc.bullets((page.text(one.text) for one in dangers if one in short), mark="!")
        return
    works, law = page.say("Works in {country}?", country=page.country_name(facts.country)), page.say("The law")
    known = [(label, fact) for label, fact in ((works, facts.reaches), (law, facts.standing)) if fact.known]
    yield doc.pairs((label, page.fact(fact)) for label, fact in known)
    for title, said in ((page.say("Dangers"), dangers), (page.say("Good to know"), facts.facts)):
        if said:
            yield doc.heading(title)
            yield doc.bullets(map(page.stated, said))


def _answer(facts: MethodFacts, page: Formatter) -> Line:
    """Whether it works in her country, and who pays by it."""
    block = block_of(facts.method, facts.country, page.evidence)
    if block is not None:
        return why_not(block, page)
    about = {
        "method": page.formerly(page.text(facts.method.name), facts.method.former_names),
        "country": page.country_name(facts.country),
    }
    match facts.reaches.value:
        case Answer.YES:
            paying = sum(_is_shown(payer, page) for payer in facts.payers)
            count = page.say("{count} sites say that they pay by it.", count=paying) if paying else ""
            return line(strong(page.say("{method} works in {country}.", **about)), f" {count}" if count else "")
        case Answer.PARTLY:
            return line(Span(page.say("{method} works in {country} for some people only.", **about), Tone.CARE))
    return line(Span(page.say("Whether {method} works in {country} is not known.", **about), Tone.CARE))


def _home(routes: Sequence[Route], page: Formatter) -> doc.Blocks:
    """What it costs to bring on, to each place, and how much may be moved."""
    known = [route for route in routes if route.steps or (route.blocked and route.blocked.code == "below-limit")]
    in_hand_first = sorted(known, key=lambda route: page.catalogue.methods[route.to].kind is not MethodKind.CASH)
    shown = in_hand_first[:_WAYS] if page.folded else known
    if not shown:
        return
    if not page.folded:
        yield doc.heading(page.say("Bringing it on"))
    heads = (page.say("To"), page.say("Of {send}", send=shown[0].send), page.say("Takes"), page.say("Not more than"))
    said = (page.say("Who says what it costs"),) if page.on_page else ()
    yield doc.table((*heads, *said), (_home_row(route, page) for route in shown))


def _home_row(route: Route, page: Formatter) -> tuple[Told, ...]:
    way = " > ".join(page.method(hop.to) for hop in route.hops) + ways_told(route, page)
    # The most that the first step of a way moves at once, a day and a month.
    first = route.hops[0].transfer
    most = [one for one in (first.limits if first else ()) if one.most.value is not None]
    limits = [page.say(_PER[one.per], money=one.most.value) for one in most[: 1 if page.folded else None]]
    least = page.say("from {value}", value=route.blocked.details["least"]) if route.blocked else None
    days = page.value(route.days) if route.days else "?"
    told = dict.fromkeys(span for hop in route.hops if hop.fee.known for span in page.confirmed(hop.fee))
    said = (parted([*told]),) if page.on_page else ()
    return way, Span(least or arrives(route, page), tone_of(route)), days, ", ".join(limits) or "?", *said


def _payers(facts: MethodFacts, page: Formatter) -> doc.Blocks:
    """Those with a name first, the newest first."""
    if not facts.payers:
        yield doc.paragraph(Span(page.say("No site that we know of pays by it."), Tone.CARE))
        return
    ordered = sorted(facts.payers, key=_order)
    named = [payer for payer in ordered if _is_shown(payer, page)]
    shown = named[:_PAYERS] if page.folded else named if page.on_page else ordered
    if not page.folded:
        yield doc.heading(page.say("Sites that say that they pay by it"))
    heads = (page.say("Pays by it"), page.field("minimum"), page.field("fee"), page.field("confirmed"))
    yield doc.table(heads, (_payer_row(payer, page) for payer in shown))
    rest = len(ordered) - len(shown)
    if rest and not page.folded:
        yield doc.paragraph(quiet(page.say("{count} more have ended or are reported not to pay.", count=rest)))


def by_method(items: Sequence[MethodFacts], page: Formatter) -> doc.Items:
    """The ways in which money can reach her, each with the sites that say that they pay by it."""
    rows = []
    for facts in sorted(filter(_is_of_use, items), key=_place):
        payers = (one for one in sorted(facts.payers, key=_order) if _is_shown(one, page))
        sites = [page.site_span(one.platform, Tone.PLAIN) for one in payers]
        if sites:
            rows.append(line(page.method_span(facts.method.id, Tone.STRONG), ": ", parted(sites)))
    return doc.bullets(rows)


def _is_shown(payer: Payer, page: Formatter) -> bool:
    """Whether it has a name, and nothing says that it has ended, does not pay or defrauds."""
    return not payer.platform.unnamed and PlatformFacts(payer.platform, page.evidence).usable


def _order(payer: Payer) -> tuple[bool, int, str]:
    day = payer.option.offered.confirmed
    return payer.platform.unnamed, -day.last.toordinal() if day else 0, payer.platform.id


def _payer_row(payer: Payer, page: Formatter) -> tuple[Told, ...]:
    minimum, fee = payer.option.minimum, payer.option.fee
    return (
        page.site_span(payer.platform),
        page.least(minimum) if minimum.known else "?",
        page.linked(fee, page.value(fee.value)) if fee.known else "?",
        page.confirmed(payer.option.offered),
    )
