"""Ranked platforms: the answer in a sentence, a row a site, what to do now; with `--explain` why in this order."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from microjob_cli.advice.ranking import ACCEPTED, MINIMUMS, SKILLS, WITNESSES
from microjob_cli.advice.reasons import first_steps
from microjob_cli.advice.search import Advice
from microjob_cli.advice.verdict import Verdict
from microjob_cli.catalog.names import MethodId
from microjob_cli.catalog.platform import Weight
from microjob_cli.payouts.minimums import DOLLAR
from microjob_cli.render import document as doc
from microjob_cli.render import jsonable
from microjob_cli.render.document import Line, Span, Told, Tone, line, quiet, strong
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.sites import UNKNOWN, concerns, first_withdrawal, way_home, who_says
from microjob_cli.render.views.list import left_out, more_of, nothing_found
from microjob_cli.render.views.route import item as route_item
from microjob_cli.result import Result

# So many sites stand on a screen unless more are asked for.
_ON_A_SCREEN = 5
# What the document itself tells of the remarks where it is folded.
TELLS = ("more", "not-ranked-", "see-all", "repeat")


def document(result: Result, page: Formatter) -> doc.Blocks:
    """The answer, a row a site, what to do now, and what is not shown."""
    if not result.items:
        yield from nothing_found(page)
        return
    ranked = [advice for advice in result.items if advice.keys]
    asked = result.query
    is_short = page.folded and not (asked["all"] or asked["limit"])
    shown = ranked[:_ON_A_SCREEN] if is_short else ranked
    yield doc.paragraph(strong(_answer(ranked, result, page)))
    rest = [advice for advice in result.items if not advice.keys]
    methods = tuple(map(MethodId, asked["payout"]))
    way = page.say("Way to {methods}", methods=methods) if methods else page.say("Way to you")
    dated = (page.field("confirmed"),) if page.on_page else ()
    heads = (page.field("name"), way, page.say("First withdrawal"), page.field("evidence"), *dated)
    yield doc.table(heads, (*_rows(shown, methods, page), *_unranked(rest, page)))
    if asked["explain"]:
        yield doc.cards((_name(one, page, rank), _explained(one, page)) for rank, one in enumerate(shown, 1))
    if ranked:
        yield from _now(shown, page)
    if page.folded:
        again = [str(one.details["command"]) for one in result.remarks if one.code == "repeat"]
        said = quiet(page.say("The same again:"))  # the command stands on a line of its own, to be copied
        yield from (doc.lines((said, command), verbatim=True) for command in again)
        yield doc.paragraph(quiet(_left(result, len(ranked) - len(shown), page)))


def items(result: Result, page: Formatter) -> list[jsonable.Json]:
    if result.query["brief"]:
        return [jsonable.brief(advice, page) for advice in result.items]
    return [_item(rank, advice, page) for rank, advice in enumerate(result.items, 1)]


def table(result: Result, page: Formatter) -> doc.Sheet:
    columns = ("rank", "id", "name", "verdict", "evidence", "method", "minimum", "reasons")
    rows = []
    for rank, one in enumerate(result.items, 1):
        paid = (one.option.method, one.option.minimum.value) if one.option else (None, None)
        why = "; ".join(map(page.coded, one.reasons))
        about = (one.facts.id, one.facts.name, one.verdict, one.testimony.level)
        rows.append((rank if one.keys else None, *about, *paid, why))
    return columns, rows


def _item(rank: int, advice: Advice, page: Formatter) -> jsonable.Json:
    estimate = advice.estimate
    days, hourly = (estimate.first_payout_days, estimate.net_per_hour) if estimate else (None, None)
    return {
        "rank": rank if advice.keys else None,
        "platform": advice.facts.id,
        "name": advice.facts.name,
        "verdict": str(advice.verdict),
        "evidence": jsonable.evidence(advice.testimony),
        "excluded": advice.excluded,
        "reasons": [jsonable.coded(reason, page) for reason in advice.reasons],
        "first_steps": [jsonable.coded(step, page) for step in first_steps(advice.facts, advice.option)],
        "route": route_item(advice.route, page) if advice.route else None,
        "first_payout_days": jsonable.three(days, 1) if days else None,
        "net_per_hour": hourly and {**jsonable.fields_of(hourly, "low", "typical", "high"), "currency": DOLLAR},
    }


def _answer(ranked: Sequence[Advice], result: Result, page: Formatter) -> str:
    """Which sites can pay her, by what she asked for, and how far that is proven."""
    methods = result.query["payout"]
    if not ranked:
        return page.say("No site is known to be able to pay you that way.")
    direct = [one for one in ranked if one.route and one.route.via in methods] if methods else ranked
    asked = tuple(map(MethodId, methods))
    names = [page.site(one.facts.platform) for one in direct[:3]]
    count = len(direct) + (more_of(result, "direct") if direct else 0)
    if not methods:
        who = page.say("{count} sites can pay you in {country}.", count=count, country=page.here)
    elif not direct:
        who = page.say("No site is known to pay {methods} itself; the money of these reaches it.", methods=asked)
    elif count == 1:
        who = page.say("One site says that it pays {methods} itself: {name}.", methods=asked, name=names)
    elif count <= 3 and count == len(direct):
        who = page.say("{count} sites say that they pay {methods} themselves: {names}.",
            count=count, methods=asked, names=names)  # fmt: skip
    else:
        who = page.say("{count} sites say that they pay {methods} themselves.", count=count, methods=asked)
    return f"{who} {_proof(direct or ranked, page)}"


def _proof(sites: Sequence[Advice], page: Formatter) -> str:
    proven = [page.site(one.facts.platform) for one in sites if one.verdict is Verdict.PROVEN]
    if proven:
        told = page.say("Of {names} somebody from outside tells that it paid.", names=proven[:3])
    else:
        told = page.say("Nobody outside proves it.")
    return f"{told} {page.say('Do one small task, withdraw at once, stop if that fails.')}"


def _rows(shown: Sequence[Advice], methods: tuple[MethodId, ...], page: Formatter) -> Iterator[tuple[Told, ...]]:
    """A row a site; where a method is asked for in two parts, those that pay by it themselves first."""
    titles = (
        page.say("pays {methods} itself", methods=methods),
        page.say("reaches {methods} through something else", methods=methods),
    )
    group = None
    for rank, one in enumerate(shown, 1):
        if methods and one.keys and one.keys.group != group:
            group = one.keys.group
            yield (quiet(titles[group]),)
        minimum = first_withdrawal(one.option.minimum, page) if one.option else UNKNOWN
        dated = (page.confirmed(one.option.offered) if one.option else "",) if page.on_page else ()
        yield _name(one, page, rank), way_home(one, page), minimum, who_says(one, page), *dated


def _name(one: Advice, page: Formatter, rank: int | None = None) -> Line:
    return line(f"{page.language.number(rank)}. " if rank else "", page.site_span(one.facts.platform))


def _unranked(rest: Sequence[Advice], page: Formatter) -> Iterator[tuple[Told, ...]]:
    """Those that are not ranked under their verdict, with why."""
    dated = ("",) if page.on_page else ()
    for verdict, part in groupby(rest, key=lambda one: one.verdict):
        yield (quiet(page.word(verdict)),)
        for one in part:
            why = next(map(page.coded, one.judgement.reasons), "")
            told = page.sentence(f"excluded-{one.excluded}") if one.excluded else why
            yield _name(one, page), told, UNKNOWN, who_says(one, page), *dated


def _explained(advice: Advice, page: Formatter) -> Iterator[Told]:
    """Every reason, and the keys of the order."""
    marks = {None: ("+", Tone.GOOD), Weight.NOTE: ("-", Tone.QUIET)}
    for reason in (*(one for one in advice.reasons if not one.is_concern), *concerns(advice)):
        mark, tone = marks.get(reason.weight, ("!", Tone.CARE))
        yield line(Span(f"{mark} ", tone), page.coded(reason))
    yield quiet(order_of(advice, page))


def order_of(advice: Advice, page: Formatter) -> str:
    """The row of keys that the order is made from."""
    keys = advice.keys
    if keys is None:
        return ""
    accepted, skill = ACCEPTED[keys.accepted], SKILLS[keys.skill]
    unknown, left = page.say("unknown"), advice.route and advice.route.kept_at_least
    preferred = (page.language.number(Decimal(str(round(abs(one), 2)))) for one in keys.preferred)
    told = {
        page.say("group"): page.language.number(keys.group + 1),
        page.say("verdict"): page.word(advice.verdict),
        page.say("takes {country}", country=page.here): page.word(accepted or "unknown"),
        page.say("newest witness"): page.sentence(f"key-witness-{WITNESSES[keys.witness]}"),
        page.say("witnesses"): page.language.number(-keys.witnesses),
        page.say("minimum"): page.sentence(f"key-minimum-{MINIMUMS[keys.minimum]}"),
        page.say("charges"): unknown if keys.charges else page.say("known"),
        page.say("skill"): page.word(skill or "unknown"),
        page.say("preferred"): ", ".join(preferred),
        page.say("left"): page.share(left) if left else unknown,
    }
    return page.say("Order: {parts}", parts="; ".join(f"{key} {value}" for key, value in told.items()))


def _now(shown: Sequence[Advice], page: Formatter) -> doc.Blocks:
    """What to do first: on a screen what holds for all, elsewhere the steps of the first site too."""
    top = shown[0]
    if not page.folded:
        yield doc.heading(page.say("If you try {name}", name=top.facts.name))
        yield doc.bullets(map(page.coded, first_steps(top.facts, top.option)), numbered=True)
        return
    website = top.facts.platform.website if top.verdict is Verdict.PROVEN else None
    if website:  # no other site is named as the one to begin with
        told = page.say("Sign up once, in your own name, only at {website}", website=website)
    else:
        command = f"microjob show {page.say('NAME')}"
        told = page.say("Sign up once, in your own name, only at the address in: {command}", command=command)
    yield doc.lines((line(strong(page.say("Now")), f"  {told}"), page.sentence("never-now")))


def _left(result: Result, more: int, page: Formatter) -> str:
    more += more_of(result)
    told = [
        page.say("{count} more: --all.", count=more) if more else "",
        left_out(result, page),
        "" if result.query["explain"] else page.say("Why this order: --explain"),
    ]
    return " ".join(filter(None, told))
