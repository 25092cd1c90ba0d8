"""Many platforms, a row each: on a screen those that can pay her, elsewhere all with their verdict."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from microjob_cli.advice.search import Advice
from microjob_cli.catalog.payout import MethodKind, PayoutFacts
from microjob_cli.catalog.platform import Status
from microjob_cli.payouts.minimums import size_of
from microjob_cli.render import document as doc
from microjob_cli.render import jsonable
from microjob_cli.render.document import Line, Span, Tone, line, parted, quiet, strong, text_of
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.sites import UNKNOWN, cell_of, first_withdrawal, least, lowest_option, verdict_cell, who_says
from microjob_cli.result import Result

# What is shown unless columns are asked for: on a screen of those that can pay her, elsewhere of all.
_PAYING = ("name", "reach", "minimum", "evidence", "skill")
_ALL = ("name", "verdict", "payouts", "minimum", "evidence", "skill")
# Columns that show a fact as it is.
_FACTS = ("kind", "skill", "founded", "headquarters", "devices", "task_pay", "earnings")
# So many sites, or withdrawals, stand on a screen unless more are asked for.
_ON_A_SCREEN = 6
# What the document itself tells of the remarks where it is folded.
_NOT_RANKED = "not-ranked-"
TELLS = (_NOT_RANKED, "cannot-pay-you")
_TONES = {
    Status.ACTIVE: Tone.GOOD,
    Status.NOT_PAYING_REPORTS: Tone.AVOID,
    Status.CLOSED: Tone.QUIET,
    Status.MERGED: Tone.QUIET,
}
# Why sites are not ranked, taken together as a first screen counts them.
_LEFT_OUT = (
    (("payout-unknown",), "counted-silent"),
    (("unreachable", "reach-unknown", "too-little"), "counted-unreached"),
    (("closed", "avoid", "unknown"), "counted-over"),
    (("expert", "freelance", "investment-scheme", "other"), "counted-others"),
)


def document(result: Result, page: Formatter) -> doc.Document:
    """What fits, counted; then a row each."""
    if not result.items:
        return nothing_found(page)
    asked = result.query
    if asked["sort"] == "minimum" and asked["columns"] is None:
        return _by_minimum(result, page)
    ranked = [advice for advice in result.items if advice.keys]
    if not page.folded or not ranked or asked["all"] or asked["status"] or asked["verdict"]:
        return page.with_legend(_table(result.items, asked["columns"] or _ALL, result, page))
    shown = ranked if asked["limit"] else ranked[:_ON_A_SCREEN]
    ways = [page.say("All {count}: --all.", count=len(result.items)), page.say("Reported frauds: --verdict avoid")]
    if rest := len(ranked) - len(shown):
        ways.insert(0, page.say("{count} more: {option}.", count=rest, option=f"--limit {len(ranked)}"))
    return (
        doc.paragraph(strong(_counts(result, len(ranked), page))),
        *page.with_legend(_table(shown, asked["columns"] or _PAYING, result, page)),
        doc.lines((quiet(" ".join(ways)), quiet(page.say("Narrow it: {options}", options=_NARROWER)))),
    )


_NARROWER = '--payout bkash --device mobile --max-minimum "500 tk"'


def _counts(result: Result, ranked: int, page: Formatter) -> str:
    """How many can pay her, and how many cannot or nobody knows it of."""
    from microjob_cli.advice.search import why_not_ranked

    found = page.say("{count} can pay you in {country}", count=ranked, country=page.here)
    left = Counter(why_not_ranked(one) for one in result.items if not one.keys)
    told = page.say("{parts}.", parts="; ".join([found, *_told(left, page)]))
    return f"{page.say('{count} sites:', count=len(result.items))} {told}"


def nothing_found(page: Formatter) -> doc.Document:
    return doc.paragraph(page.sentence("nothing-found")), doc.paragraph(page.sentence("try-fewer"))


def more_of(result: Result, name: str = "count") -> int:
    """How many sites more are ranked than the answer holds; or of these, those that pay by it themselves (`direct`)."""
    return sum(int(one.details[name]) for one in result.remarks if one.code == "more")


def left_out(result: Result, page: Formatter) -> str:
    """Of how many sites it is not known whether they can pay her, and why, in a sentence."""
    counted = [one for one in result.remarks if one.code.startswith(_NOT_RANKED)]
    counts = {one.code.removeprefix(_NOT_RANKED): one.details["count"] for one in counted}
    told = "; ".join([*_told(counts, page)][:2])
    return page.say("{parts}.", parts=told) if told else ""


def _told(counts: Mapping[str, int], page: Formatter) -> Iterator[str]:
    for why, code in _LEFT_OUT:
        count = sum(counts.get(one, 0) for one in why)
        if count:
            yield page.sentence(code, count=count)


def _table(shown: Sequence[Advice], columns: Sequence[str], result: Result, page: Formatter) -> doc.Table:
    """The columns of sites; their minimum among the payout methods that were asked for."""
    cells: Mapping[str, Callable[..., Line]] = {**COLUMNS, "minimum": partial(_minimum, result=result)}
    return doc.table(map(page.field, columns), ((cells[column](one, page) for column in columns) for one in shown))


def _by_minimum(result: Result, page: Formatter) -> doc.Document:
    """The smallest withdrawals first, one row for all methods of a site with the same one; phone credit told apart."""
    rates, today = page.catalogue.rates, page.evidence.today
    rows = [(advice, options) for advice in result.items for options in _equal_minimums(advice, result)]
    sized = [(size_of(options[0], rates, today), advice, options) for advice, options in rows]
    ordered = sorted(sized, key=lambda one: (one[0] is None, one[0] or 0))
    known = [one for one in ordered if one[0] is not None]
    is_short = page.folded and not (result.query["all"] or result.query["limit"])
    shown = known[:_ON_A_SCREEN] if is_short else ordered
    heads = (page.field("name"), page.say("From"), page.say("By"), page.field("evidence"))
    cells = (
        (
            page.site_span(advice.facts.platform), first_withdrawal(options[0].minimum, page),
            page.methods(one.method for one in options), who_says(advice, page),
        )
        for _, advice, options in shown
    )  # fmt: skip
    rest = list(_phone_credit(result, page))
    if len(known) > len(shown):
        rest.append(page.say("{count} more: --all.", count=len(known) - len(shown)))
    if is_short and len(ordered) > len(known):
        rest.append(page.say("{count} times the minimum is not known: --all.", count=len(ordered) - len(known)))
    told = page.say("The smallest withdrawals among sites that can pay you in {country}:", country=page.here)
    end = (doc.paragraph(quiet(" ".join(rest))),) if rest else ()
    return doc.paragraph(strong(told)), doc.table(heads, cells), *end


def _equal_minimums(advice: Advice, result: Result) -> list[list[PayoutFacts]]:
    """The options that reach her, those of the same minimum together."""
    asked = (*result.query["payout"], *result.query["also"])
    found: dict[str, list[PayoutFacts]] = {}
    for option in advice.judgement.usable:
        if not asked or option.method in asked:
            found.setdefault(f"{option.minimum.value} {option.minimum.rivals}", []).append(option)
    return list(found.values())


def _phone_credit(result: Result, page: Formatter) -> Iterator[str]:
    """Sites that pay out smaller sums as credit of a phone, which is no money."""
    found = [
        page.say("{site} from {minimum}", site=page.site(one.facts.platform), minimum=least(option.minimum.value, page))
        for one in result.items
        for option in one.facts.current_payouts
        if page.catalogue.methods[option.method].kind is MethodKind.AIRTIME and option.minimum.value
    ]
    if found:
        yield page.say("Phone credit only: {sites}.", sites=found)


def items(result: Result, page: Formatter) -> Iterator[jsonable.Json]:
    """One after the other: together they would take more memory than all else."""
    item = jsonable.brief if result.query["brief"] else jsonable.advised
    return (item(advice, page) for advice in result.items)


def table(result: Result, page: Formatter) -> doc.Sheet:
    """The asked columns for a spreadsheet, with the id first and the Bengali name last; what is not known is empty."""
    columns = list(dict.fromkeys(["id", *(result.query["columns"] or _ALL), "bengali_name"]))

    def told(name: str, advice: Advice) -> str:
        if name == "minimum":
            option = _counted(advice, page, result)
            return str(option.minimum.value or "") if option else ""
        cell = COLUMNS[name](advice, page)
        return "" if cell == UNKNOWN else text_of(cell)

    return columns, [[told(name, advice) for name in columns] for advice in result.items]


def _minimum(advice: Advice, page: Formatter, result: Result | None = None) -> Line:
    option = _counted(advice, page, result)
    return first_withdrawal(option.minimum, page) if option else UNKNOWN


def _counted(advice: Advice, page: Formatter, result: Result | None) -> PayoutFacts | None:
    """The option of the lowest minimum: of the methods asked for, else of those that reach the person, else of all."""
    asked = (*result.query["payout"], *result.query["also"]) if result else ()
    current = advice.facts.current_payouts
    return lowest_option([one for one in current if one.method in asked] or advice.judgement.usable or current, page)


def _status(advice: Advice, page: Formatter) -> Line:
    fact = advice.facts.status
    if fact.value is None:
        return UNKNOWN
    old = fact.stale and fact.value is Status.ACTIVE
    return line(Span(page.word(fact.value), Tone.CARE if old else _TONES.get(fact.value, Tone.PLAIN)))


def _paid_by(options: Iterable[PayoutFacts], page: Formatter, tone: Tone = Tone.PLAIN) -> Line:
    return page.methods((option.method for option in options), tone) or UNKNOWN


def _confirmed(advice: Advice, page: Formatter) -> Line:
    day = advice.facts.confirmed
    if day is None:
        return line(quiet(page.say("undated")))
    old = (advice.facts.today - day.last).days > 365
    return line(Span(page.language.short_date(day), Tone.CARE if old else Tone.PLAIN))


def _fact(name: str, advice: Advice, page: Formatter) -> Line:
    return cell_of(getattr(advice.facts, name), page)


COLUMNS: Mapping[str, Callable[[Advice, Formatter], Line]] = {
    "id": lambda advice, page: line(advice.facts.id),
    "name": lambda advice, page: line(page.site_span(advice.facts.platform)),
    "verdict": verdict_cell,
    "evidence": who_says,
    "reach": lambda advice, page: _paid_by(advice.judgement.usable, page, Tone.GOOD),
    "status": _status,
    "payouts": lambda advice, page: _paid_by(advice.facts.current_payouts, page),
    "minimum": _minimum,
    "confirmed": _confirmed,
    "accepts": lambda advice, page: cell_of(advice.facts.accepts_from(page.country), page),
    "tasks": lambda advice, page: parted([page.task_span(task.task) for task in advice.facts.tasks]) or UNKNOWN,
    "warnings": lambda advice, page: line(
        ", ".join(dict.fromkeys(page.word(one.code) for one in advice.facts.warnings))
    ),
    "website": lambda advice, page: line(website) if (website := advice.facts.platform.website) else UNKNOWN,
    "bengali_name": lambda advice, page: line(next(iter(advice.facts.platform.aliases.bn), "")),
    **{name: partial(_fact, name) for name in _FACTS},
}
