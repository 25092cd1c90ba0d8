"""Ranked platforms: the answer in a sentence, a row a site, what to do now; with `--explain` why in this order."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from microjob_cli.advice.ranking import ACCEPTED, MINIMUMS, SKILLS, WITNESSES
from microjob_cli.advice.reasons import first_steps
from microjob_cli.advice.search import Advice
from microjob_cli.advice.verdict import Verdict
from microjob_cli.catalog.names import MethodId
from microjob_cli.catalog.platform import Weight
from microjob_cli.payouts.minimums import DOLLAR
from microjob_cli.render import document as doc
from microjob_cli.render import jsonable
from microjob_cli.render.document import Line, Span, Tone, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.site_cells import UNKNOWN, first_withdrawal, listed, way_home, who_says
from microjob_cli.render.verdicts import concerns
from microjob_cli.render.views.list import left_out, more_of, nothing_found, quiet
from microjob_cli.render.views.route import item as route_item
from microjob_cli.result import Result

# So many sites stand on a screen unless more are asked for.
_ON_A_SCREEN = 5
# What the document itself tells of the remarks where it is folded.
TELLS = ("more", "not-ranked-", "see-all", "repeat")


def document(result: Result, page: Formatter) -> doc.Document:
    """The answer, a row a site, what to do now, and what is not shown."""
    if not result.items:
        return nothing_found(page)
    ranked = [advice for advice in result.items if advice.keys]
    asked = result.query
    is_short = page.folded and not (asked["all"] or asked["limit"])
    shown = ranked[:_ON_A_SCREEN] if is_short else ranked
    blocks: list[doc.Block] = [doc.paragraph(line(Span(_answer(ranked, result, page), Tone.STRONG)))]
    rest = [advice for advice in result.items if not advice.keys]
    methods = tuple(map(MethodId, asked["payout"]))
    way = page.say("Way to {methods}", methods=methods) if methods else page.say("Way to you")
    dated = (page.field("confirmed"),) if page.on_page else ()
    heads = (page.field("name"), way, page.say("First withdrawal"), page.field("evidence"), *dated)
    blocks.append(doc.Table(heads, (*_rows(shown, methods, page), *_unranked(rest, page))))
    if asked["explain"]:
        blocks.append(doc.cards((_name(one, page, rank), _explained(one, page)) for rank, one in enumerate(shown, 1)))
    if ranked:
        blocks += _now(shown, page)
    if page.folded:
        again = [str(one.details["command"]) for one in result.remarks if one.code == "repeat"]
        said = quiet(page.say("The same again:"))  # the command stands on a line of its own, to be copied
        blocks += (doc.Lines((said, line(command)), verbatim=True) for command in again)
        blocks.append(doc.paragraph(quiet(_left(result, len(ranked) - len(shown), page))))
    return tuple(blocks)


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    if result.query["brief"]:
        return [jsonable.brief(advice, page) for advice in result.items]
    return [_item(rank, advice, page) for rank, advice in enumerate(result.items, 1)]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
    columns = ("rank", "id", "name", "verdict", "evidence", "method", "minimum", "reasons")
    rows = []
    for rank, one in enumerate(result.items, 1):
        paid = (one.option.method, one.option.minimum.value) if one.option else (None, None)
        why = "; ".join(page.coded(reason) for reason in one.reasons)
        about = (one.facts.id, one.facts.name, one.verdict, one.testimony.level)
        rows.append((rank if one.keys else None, *about, *paid, why))
    return columns, rows


def _item(rank: int, advice: Advice, page: Formatter) -> dict[str, Any]:
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
        "net_per_hour": {**jsonable.fields_of(hourly, "low", "typical", "high"), "currency": DOLLAR}
        if hourly
        else None,
    }


def _answer(ranked: Sequence[Advice], result: Result, page: Formatter) -> str:
    """Which sites can pay her, by what she asked for, and how far that is proven."""
    methods = result.query["payout"]
    if not ranked:
        return page.say("No site is known to be able to pay you that way.")
    direct = [one for one in ranked if one.route and one.route.via in methods] if methods else ranked
    asked = tuple(map(MethodId, methods))
    names = listed([page.site(one.facts.platform) for one in direct[:3]], page)
    count = len(direct) + (more_of(result, "direct") if direct else 0)
    if not methods:
        who = page.say("{count} sites can pay you in {country}.", count=count, country=page.country_name(page.country))
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
        told = page.say("Of {names} somebody from outside tells that it paid.", names=listed(proven[:3], page))
    else:
        told = page.say("Nobody outside proves it.")
    return f"{told} {page.say('Do one small task, withdraw at once, stop if that fails.')}"


def _rows(shown: Sequence[Advice], methods: tuple[MethodId, ...], page: Formatter) -> Iterator[tuple[Line, ...]]:
    """A row a site; where a method is asked for in two parts, those that pay by it themselves first."""
    titles = (
        page.say("pays {methods} itself", methods=methods),
        page.say("reaches {methods} through something else", methods=methods),
    )
    group = None
    for rank, one in enumerate(shown, 1):
        if methods and one.keys and one.keys.group != group:
            group = one.keys.group
            yield (line(Span(titles[group], Tone.QUIET)),)
        minimum = first_withdrawal(one.option.minimum, page) if one.option else UNKNOWN
        row = (_name(one, page, rank), way_home(one, page), minimum, who_says(one, page))
        yield (*row, page.confirmed(one.option.offered) if one.option else ()) if page.on_page else row


def _name(one: Advice, page: Formatter, rank: int | None = None) -> Line:
    number = f"{page.language.number(rank)}. " if rank else ""
    return line(number, page.site_span(one.facts.platform))


def _unranked(rest: Sequence[Advice], page: Formatter) -> Iterator[tuple[Line, ...]]:
    """Those that are not ranked under their verdict, with why."""
    for verdict, part in groupby(rest, key=lambda one: one.verdict):
        yield (line(Span(page.word(verdict), Tone.QUIET)),)
        for one in part:
            why = next((page.coded(reason) for reason in one.judgement.reasons), "")
            told = page.sentence(f"excluded-{one.excluded}") if one.excluded else why
            row = (_name(one, page), line(told), UNKNOWN, who_says(one, page))
            yield (*row, ()) if page.on_page else row


def _explained(advice: Advice, page: Formatter) -> Iterator[Line]:
    """Every reason, and the keys of the order."""
    marks = {None: ("+", Tone.GOOD), Weight.NOTE: ("-", Tone.QUIET)}
    for reason in (*(one for one in advice.reasons if not one.is_concern), *concerns(advice)):
        mark, tone = marks.get(reason.weight, ("!", Tone.CARE))
        yield line(Span(f"{mark} ", tone), page.coded(reason))
    yield line(Span(order_of(advice, page), Tone.QUIET))


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
        page.say("takes {country}", country=page.country_name(page.country)): page.word(accepted or "unknown"),
        page.say("newest witness"): page.sentence(f"key-witness-{WITNESSES[keys.witness]}"),
        page.say("witnesses"): page.language.number(-keys.witnesses),
        page.say("minimum"): page.sentence(f"key-minimum-{MINIMUMS[keys.minimum]}"),
        page.say("charges"): unknown if keys.charges else page.say("known"),
        page.say("skill"): page.word(skill or "unknown"),
        page.say("preferred"): ", ".join(preferred),
        page.say("left"): page.share(left) if left else unknown,
    }
    return page.say("Order: {parts}", parts="; ".join(f"{key} {value}" for key, value in told.items()))


def _now(shown: Sequence[Advice], page: Formatter) -> Iterator[doc.Block]:
    """What to do first: on a screen what holds for all, elsewhere the steps of the first site too."""
    if page.folded:
        top = shown[0]
        website = top.facts.platform.website if top.verdict is Verdict.PROVEN else None
        if website:  # no other site is named as the one to begin with
            told = page.say("Sign up once, in your own name, only at {website}", website=website)
        else:
            command = f"microjob show {page.say('NAME')}"
            told = page.say("Sign up once, in your own name, only at the address in: {command}", command=command)
        now = line(Span(page.say("Now"), Tone.STRONG), f"  {told}")
        yield doc.Lines((now, line(page.sentence("never-now"))))
        return
    yield doc.Heading(line(page.say("If you try {name}", name=shown[0].facts.name)))
    yield doc.bullets((line(page.coded(step)) for step in first_steps(shown[0].facts, shown[0].option)), numbered=True)


def _left(result: Result, more: int, page: Formatter) -> str:
    more += more_of(result)
    told = [page.say("{count} more: --all.", count=more)] if more else []
    told += [left_out(result, page)]
    if not result.query["explain"]:
        told.append(page.say("Why this order: --explain"))
    return " ".join(one for one in told if one)
