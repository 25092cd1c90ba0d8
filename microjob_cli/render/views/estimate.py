"""An estimate: the figures, a drawing that can be read at a glance, and everything that was assumed.

The drawing has ranges and marks over one scale, in characters that every terminal counts alike. `..===O====....` runs
from low to high with the typical value at the O; a benchmark is a single `|`. The words stand to the right of each
strip, so that no script however wide moves the strips apart.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from microjob_cli.advice.learning import sources_of
from microjob_cli.catalog.earning_records import Ground, Measure, Unit
from microjob_cli.earnings.assumptions import Assumed, NoEstimate
from microjob_cli.earnings.estimate import Benchmark, Comparison, Estimate, benchmarks, comparison
from microjob_cli.earnings.sampling import Spread
from microjob_cli.payouts.minimums import DOLLAR
from microjob_cli.render import document as doc
from microjob_cli.render import estimate_items as figures
from microjob_cli.render.document import Line, Span, Told, Tone, line, quiet, strong
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.jsonable import Json
from microjob_cli.result import Result

_WIDTH = 40
_STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
# So many publishers are named beside an assumption; JSON has all of them.
_MOST_NAMED = 3
# So many assumptions stand on a screen, those that move the result most; of a site more is told before.
_MOST_MOVING, _MOST_MOVING_A_SITE = 3, 1
_BASES = {Ground.MEASURED: Tone.GOOD, Ground.RULE: Tone.PLAIN, Ground.GUESS: Tone.CARE, Ground.CLAIMED: Tone.CARE}


def document(result: Result, page: Formatter) -> doc.Blocks:
    """The figures, the drawing, and what moves them most; all that was assumed where that is asked for."""
    found = result.items[0]
    if isinstance(found, NoEstimate):
        yield doc.paragraph(Span(page.coded(found), Tone.AVOID))
        if found.texts:
            yield doc.bullets(map(page.text, dict.fromkeys(found.texts)))
        return
    page = page.in_full(result.query.get("explain"))
    yield from _figured(found, page)
    yield from _moved_by(found, page) if page.folded else _explained(found, page)


def items(result: Result, page: Formatter) -> list[Json]:
    found = result.items[0]
    about = {"platform": result.query["platform"], "task": result.query["task"]}
    if isinstance(found, NoEstimate):
        return [{**about, **figures.empty_item(result), "refused": figures.refusal_item(found, page)}]
    return [{**about, **figures.estimate_item(found, page)}]


def table(result: Result, page: Formatter) -> doc.Sheet:
    columns = ("figure", "low", "typical", "high", "unit", "basis", "source")
    found = result.items[0]
    if isinstance(found, NoEstimate):
        return columns, [("refused", "", "", "", "", found.code, "")]
    hour, month = f"{DOLLAR} per hour", f"{found.currency} per month"
    ranges = (
        ("hourly", found.hourly, hour),
        ("hourly_local", _local(found), f"{found.currency} per hour"),
        ("first_month_hourly", found.first_hourly, hour),
        ("monthly", found.monthly, month),
        ("first_month_monthly", found.first_monthly, month),
        ("first_payout_days", found.first_payout_days, "days"),
    )
    rows = [(name, *_texts(spread), unit, "", "") for name, spread, unit in ranges if spread is not None]
    for one in found.assumed.values():
        sources = "; ".join(sources_of(one.rests_on, page.catalogue, page.evidence))
        rows.append((one.name.key, *_texts(one.spread), str(one.unit), str(one.basis), sources))
    return columns, rows


def _texts(spread: Spread) -> Iterator[str]:
    return (f"{value:.4f}".rstrip("0").rstrip(".") for value in spread.values)


def _figured(found: Estimate, page: Formatter) -> doc.Blocks:
    """The answer in words, in figures and as a drawing."""
    yield doc.lines(_answer(found, page))
    heads = ("", page.say("If it goes badly"), page.say("Typically"), page.say("If it goes well"))
    yield doc.table(heads, _figures(found, page))
    beside = benchmarks(found.router, found.currency)
    yield _drawing(list(_strips(found, _nearest(beside) if page.folded else beside, page)), found.currency, page)


def _answer(found: Estimate, page: Formatter) -> Iterator[Told]:
    site, task = found.about.site, found.about.task
    if site is not None and not found.own_pay:
        told = page.say("Nobody says what {site} pays a task: reckoned like small jobs.",
            site=site.name)  # fmt: skip
        yield Span(told, Tone.CARE)
    names = [*([page.site(site.platform)] if site else []), *([page.text(task.name)] if task else [])]
    told = page.say("{about}: about {hour} an hour, {month} a month ({hours} hours on {days} days).",
        about=", ".join(names) or page.say("Micro-jobs"), hour=figures.shown(_local(found).typical, found.currency),
        month=figures.shown(found.monthly.typical, found.currency), hours=Decimal(str(found.plan.hours_per_day)),
        days=found.plan.days_per_month)  # fmt: skip
    yield line(strong(told), f" {page.say('Waiting, unpaid search, refused work and charges are taken off.')}")
    if site is not None and site.earnings.chosen is not None:
        yield page.say("Said to bring: {claim}", claim=page.claim(site.earnings.chosen))


def _local(found: Estimate) -> Spread:
    return found.hourly.times(found.rate)


def _figures(found: Estimate, page: Formatter) -> Iterator[tuple[Told, ...]]:
    """For each label what it comes to when it goes badly, typically and well."""

    def row(label: str, low: str, typical: str, high: str) -> tuple[Told, ...]:
        return quiet(label), low, strong(typical), high

    def money(spread: Spread) -> Iterator[str]:
        return (page.value(figures.shown(value, found.currency)) for value in spread.values)

    def hours(needed: float | None) -> str:
        if needed is None or needed > 24:
            return page.say("not to be reached")
        return page.say("{hours} hours a day", hours=Decimal(str(round(needed, 1))))

    yield row(page.say("An hour"), *money(_local(found)))
    yield row(page.say("A month"), *money(found.monthly))
    if not page.folded:
        yield row(page.say("The first month"), *money(found.first_monthly))
    if (days := found.first_payout_days) is not None:
        after = (page.say("after {days} days", days=round(value)) for value in reversed(days.values))
        yield row(page.say("The first payout"), *after)
    if (target := found.target) is not None:
        label = page.say("For {amount} a month", amount=target.amount)
        yield row(label, *map(hours, (target.high, target.typical, target.low)))


def _nearest(beside: Sequence[Benchmark]) -> list[Benchmark]:
    """What a beginner compares with: the first promise on record, and the first wage."""
    kinds = (Measure.INCOME_CLAIM, Measure.WAGE)
    found = (next((one for one in beside if one.study.measures is kind), None) for kind in kinds)
    return [one for one in found if one is not None]


def _moved_by(found: Estimate, page: Formatter) -> doc.Blocks:
    """What the result hangs on most, and where to read the rest."""
    most = _MOST_MOVING_A_SITE if found.about.site else _MOST_MOVING
    moved = [found.assumed[name] for name in found.moves_most[:most]]
    told = [f"{_name(one, page)}: {_values(one, page)} ({_basis(one, page)})" for one in moved]
    yield doc.pairs([(page.say("Moves it most"), told)])
    yield doc.paragraph(quiet(page.say("Change one: `--set price=0.10`. All that is assumed: --explain")))


def _name(one: Assumed, page: Formatter) -> str:
    return page.text(page.catalogue.assumptions[one.name].name)


def _basis(one: Assumed, page: Formatter) -> str:
    return page.say("set by you") if one.given else page.word(figures.basis_of(one.basis))


def _explained(found: Estimate, page: Formatter) -> doc.Blocks:
    """All that was assumed, and what the figures are held against."""
    router = found.router
    compared = comparison(router, found.currency, found.hourly.typical)
    if compared is not None:
        yield _compared(found, compared, page)
    told = page.say("What this assumes: when it goes badly, typically, well; `--set price=0.10` changes one")
    yield doc.heading(told)
    yield doc.cards(_assumed(one, page) for one in found.assumed.values())
    yield doc.heading(page.say("What it is held against"))
    yield doc.cards(_beside(one, page) for one in benchmarks(router, found.currency))


class _Strip(Struct, frozen=True):
    """One row of the drawing; `mark`: no range, but a single value."""

    spread: Spread
    words: Line
    mark: bool = False


def _strips(found: Estimate, beside: Sequence[Benchmark], page: Formatter) -> Iterator[_Strip]:

    def words(value: float, name: str, tone: Tone = Tone.PLAIN) -> Line:
        """The number first, so that numbers stand near their strips."""
        return line(Span(f"{page.language.number(figures.three_figures(value))}  {name}", tone))

    later, first = _local(found), found.first_hourly.times(found.rate)
    yield _Strip(later, words(later.typical, page.say("later months"), Tone.STRONG))
    yield _Strip(first, words(first.typical, page.say("the first month"), Tone.STRONG))
    for one in beside:
        if one.local is not None and one.study.benchmark is not None:
            value = float(one.local.amount)
            yield _Strip(Spread.fixed(value), words(value, page.text(one.study.benchmark)), mark=True)


def _drawing(rows: Sequence[_Strip], currency: str, page: Formatter) -> doc.Table:
    """The strips one below the other, and the scale under them."""
    top, number = _round_top(max(row.spread.high for row in rows)), page.language.number
    start, end = number(Decimal(0)), number(Decimal(f"{top:g}"))
    unit = page.say("{currency} per planned hour", currency=page.language.currency(currency))
    scale = Span(f"{start}{end.rjust(_WIDTH - len(start))}", Tone.CODE), quiet(unit)
    return doc.table((), (*((_drawn(row, top), row.words) for row in rows), scale))


def _drawn(row: _Strip, top: float) -> Line:
    first, at, last = (min(round(value / top * (_WIDTH - 1)), _WIDTH - 1) for value in row.spread.values)
    if row.mark:
        return line(Span("." * at, Tone.CODE), "|", Span("." * (_WIDTH - at - 1), Tone.CODE))
    bar = "=" * (at - first) + "O" + "=" * (last - at)
    return line(Span("." * first, Tone.CODE), Span(bar, Tone.GOOD), Span("." * (_WIDTH - last - 1), Tone.CODE))


def _round_top(most: float) -> float:
    size = 1.0
    while size * 10 <= most:
        size *= 10
    while 0 < most <= size / 10:
        size /= 10
    return next((size * step for step in _STEPS if size * step >= most), size) or 1.0


def _compared(found: Estimate, compared: Comparison, page: Formatter) -> doc.Lines:
    """Where the typical hour lies among published figures for comparable work."""
    low, high = compared.figures[0], compared.figures[-1]
    sentence = (
        "Compared with {count} published hourly figures for such work, from {low} ({low_where}) to {high} "
        "({high_where}): {typical} lies between them."
        if compared.inside
        else "Compared with {count} published hourly figures for such work, from {low} ({low_where}) to {high} "
        "({high_where}): {typical} lies outside them, so trust it less."
    )
    told = page.say(
        sentence, count=len(compared.figures), typical=figures.shown(found.hourly.typical, DOLLAR),
        low=figures.shown_money(low.per_hour), low_where=low.study.region,
        high=figures.shown_money(high.per_hour), high_where=high.study.region,
    )  # fmt: skip
    return doc.paragraph(Span(told, Tone.PLAIN if compared.inside else Tone.CARE))


def _assumed(one: Assumed, page: Formatter) -> tuple[Line, list[Told]]:
    """A card: name, values, basis; why; sources and how to change it."""
    basis = Span(_basis(one, page), Tone.STRONG if one.given else _BASES[one.basis])
    sources = sources_of(one.rests_on, page.catalogue, page.evidence)
    publishers = [*dict.fromkeys(map(page.publisher, sources))][:_MOST_NAMED]
    cited = f"{one.name.key} ({', '.join(publishers)})" if publishers else one.name.key
    about: list[Told] = [] if one.given else [figures.why(one, page)]
    return line(f"{_name(one, page)}: ", strong(_values(one, page)), "  ", basis), [*about, quiet(cited)]


def _values(one: Assumed, page: Formatter) -> str:
    """The three values, or the one that all three are."""
    spread = one.spread
    values = [spread.typical] if spread.is_fixed else spread.values
    if one.unit is Unit.SHARE:
        return " · ".join(f"{page.language.number(figures.three_figures(value * 100))}%" for value in values)
    tell = page.language.number if one.unit in (Unit.DAYS, Unit.MINUTES) else page.language.amount
    numbers = " · ".join(tell(Decimal(str(round(value, 2 if value >= 1 else 3)))) for value in values)
    return page.say(_UNITS[one.unit], numbers=numbers, currency=page.language.currency(DOLLAR))


_UNITS = {
    Unit.MINUTES: "{numbers} minutes",
    Unit.DAYS: "{numbers} days",
    Unit.USD: "{numbers} {currency}",
    Unit.USD_PER_TASK: "{numbers} {currency}",
    Unit.USD_PER_HOUR: "{numbers} {currency} an hour",
}


def _beside(one: Benchmark, page: Formatter) -> tuple[Line, tuple[Told, ...]]:
    study = one.study
    amounts = [one.per_hour] + ([one.local] if one.local and one.local.currency != one.per_hour.currency else [])
    told = ", ".join(page.value(figures.shown_money(amount)) for amount in amounts)
    name = page.text(study.benchmark) if study.benchmark else study.id
    title = line(f"{name}: ", strong(page.say("{amounts} an hour", amounts=told)))
    return title, (page.text(study.text), quiet(figures.cited(study, page)))
