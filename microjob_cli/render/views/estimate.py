"""An estimate: the figures, a drawing that can be read at a glance, and everything that was assumed."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from microjob_cli.advice.learning import sources_of
from microjob_cli.catalog.earning_records import Counted, Ground, Measure, Study, Unit
from microjob_cli.catalog.money import Money
from microjob_cli.earnings.assumptions import Assumed, NoEstimate
from microjob_cli.earnings.estimate import Benchmark, Comparison, Estimate, benchmarks, comparison
from microjob_cli.earnings.sampling import Spread
from microjob_cli.payouts.minimums import DOLLAR
from microjob_cli.render import document as doc
from microjob_cli.render.document import Line, Span, Tone, line
from microjob_cli.render.estimate_items import basis_of, empty_item, estimate_item, refusal_item, why
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.range_chart import Strip, strips
from microjob_cli.result import Result

# So many publishers are named beside an assumption; JSON has all of them.
_MOST_NAMED = 3
# So many assumptions stand on a screen, those that move the result most; of a site more is told before.
_MOST_MOVING, _MOST_MOVING_A_SITE = 3, 1
_BASES = {Ground.MEASURED: Tone.GOOD, Ground.RULE: Tone.PLAIN, Ground.GUESS: Tone.CARE, Ground.CLAIMED: Tone.CARE}


def document(result: Result, page: Formatter) -> doc.Document:
    """The figures, the drawing, and what moves them most; all that was assumed where that is asked for."""
    found = result.items[0]
    if isinstance(found, NoEstimate):
        told = doc.paragraph(line(Span(page.coded(found), Tone.AVOID)))
        why = doc.bullets(line(page.language.text(text)) for text in dict.fromkeys(found.texts))
        return (told, why) if found.texts else (told,)
    every = not page.folded or bool(result.query.get("explain"))
    return (*_figured(found, every, page), *(_explained(found, page) if every else _moved_by(found, page)))


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    found = result.items[0]
    about = {"platform": result.query["platform"], "task": result.query["task"]}
    if isinstance(found, NoEstimate):
        return [{**about, **empty_item(result), "refused": refusal_item(found, page)}]
    return [{**about, **estimate_item(found, page)}]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
    columns = ("figure", "low", "typical", "high", "unit", "basis", "source")
    found = result.items[0]
    if isinstance(found, NoEstimate):
        return columns, [("refused", "", "", "", "", found.code, "")]
    month = f"{found.currency} per month"
    figures = (
        ("hourly", found.hourly, f"{DOLLAR} per hour"),
        ("hourly_local", _local(found), f"{found.currency} per hour"),
        ("first_month_hourly", found.first_hourly, f"{DOLLAR} per hour"),
        ("monthly", found.monthly, month),
        ("first_month_monthly", found.first_monthly, month),
        ("first_payout_days", found.first_payout_days, "days"),
    )
    rows = [(name, *_texts(spread), unit, "", "") for name, spread, unit in figures if spread is not None]
    for one in found.assumed.values():
        sources = sources_of(one.rests_on, page.catalogue, page.evidence)
        rows.append((one.name.key, *_texts(one.spread), str(one.unit), str(one.basis), "; ".join(sources)))
    return columns, rows


def _texts(spread: Spread) -> tuple[str, str, str]:
    low, typical, high = (f"{value:.4f}".rstrip("0").rstrip(".") for value in spread.values)
    return low, typical, high


def _figured(found: Estimate, every: bool, page: Formatter) -> Iterator[doc.Block]:
    """The answer in words, in figures and as a drawing."""
    yield doc.Lines(tuple(_answer(found, page)))
    heads = ("", page.say("If it goes badly"), page.say("Typically"), page.say("If it goes well"))
    yield doc.Table(heads, tuple(_figures(found, every, page)))
    beside = benchmarks(found.router, found.currency)
    unit = page.say("{currency} per planned hour", currency=page.language.currency(found.currency))
    yield strips(_strips(found, beside if every else _nearest(beside), page), unit, page.language.number)


def _answer(found: Estimate, page: Formatter) -> Iterator[Line]:
    site, task = found.about.site, found.about.task
    if site is not None and not found.own_pay:
        told = page.say("Nobody says what {site} pays a task: reckoned like small jobs elsewhere.",
            site=site.name)  # fmt: skip
        yield line(Span(told, Tone.CARE))
    names = [*([page.site(site.platform)] if site else []), *([page.language.text(task.name)] if task else [])]
    about = ", ".join(names) or page.say("Micro-jobs")
    hour, month = (page.value(shown(one.typical, found.currency)) for one in (_local(found), found.monthly))
    hours, days = Decimal(str(found.plan.hours_per_day)), found.plan.days_per_month
    told = page.say("{about}: about {hour} an hour, {month} a month ({hours} hours on {days} days).",
        about=about, hour=hour, month=month, hours=hours, days=days)  # fmt: skip
    taken = page.say("Waiting, unpaid search, refused work and charges are taken off.")
    yield line(Span(told, Tone.STRONG), f" {taken}")
    if site is not None and site.earnings.chosen is not None:
        yield line(page.say("Said to bring: {claim}", claim=page.claim(site.earnings.chosen)))


def _local(found: Estimate) -> Spread:
    return found.hourly.times(found.rate)


def _figures(found: Estimate, every: bool, page: Formatter) -> Iterator[tuple[Line, ...]]:
    yield _row(page.say("An hour"), _local(found), found.currency, page)
    yield _row(page.say("A month"), found.monthly, found.currency, page)
    if every:
        yield _row(page.say("The first month"), found.first_monthly, found.currency, page)
    if found.first_payout_days is not None:
        days = [Decimal(round(value)) for value in reversed(found.first_payout_days.values)]
        yield _cells(page.say("The first payout"), [page.say("after {days} days", days=value) for value in days])
    if found.target is not None:
        needed = (found.target.high, found.target.typical, found.target.low)
        hours = [
            page.say("not to be reached")
            if value is None or value > 24
            else page.say("{hours} hours a day", hours=Decimal(str(round(value, 1))))
            for value in needed
        ]
        yield _cells(page.say("For {amount} a month", amount=found.target.amount), hours)


def _row(label: str, spread: Spread, currency: str, page: Formatter) -> tuple[Line, ...]:
    return _cells(label, [page.value(shown(value, currency)) for value in spread.values])


def _cells(label: str, values: Sequence[str]) -> tuple[Line, ...]:
    low, typical, high = values
    return line(Span(label, Tone.QUIET)), line(low), line(Span(typical, Tone.STRONG)), line(high)


def _nearest(beside: Sequence[Benchmark]) -> list[Benchmark]:
    """What a beginner compares with: the first promise on record, and the first wage."""
    kinds = (Measure.INCOME_CLAIM, Measure.WAGE)
    found = (next((one for one in beside if one.study.measures is kind), None) for kind in kinds)
    return [one for one in found if one is not None]


def _moved_by(found: Estimate, page: Formatter) -> Iterator[doc.Block]:
    """What the result hangs on most, and where to read the rest."""
    most = _MOST_MOVING_A_SITE if found.about.site else _MOST_MOVING
    moved = [found.assumed[name] for name in found.moves_most[:most]]
    names = (page.language.text(page.catalogue.assumptions[one.name].name) for one in moved)
    told = [line(f"{name}: {_values(one, page)} ({_basis(one, page)})") for name, one in zip(names, moved, strict=True)]
    yield doc.pairs([(page.say("Moves it most"), told)])
    change = page.say("Change one: `--set price=0.10`. All that is assumed: --explain")
    yield doc.paragraph(line(Span(change, Tone.QUIET)))


def _basis(one: Assumed, page: Formatter) -> str:
    return page.say("set by you") if one.given else page.word(basis_of(one.basis))


def _explained(found: Estimate, page: Formatter) -> Iterator[doc.Block]:
    """All that was assumed, and what the figures are held against."""
    router = found.router
    yield from _compared(found, comparison(router, found.currency, found.hourly.typical), page)
    yield doc.Heading(
        line(page.say("What this assumes: when it goes badly, typically, well; `--set price=0.10` changes one"))
    )
    yield doc.cards(_assumed(one, page) for one in found.assumed.values())
    yield doc.Heading(line(page.say("What it is held against")))
    yield doc.cards(_beside(one, page) for one in benchmarks(router, found.currency))


def shown(value: float, currency: str) -> Money:
    """Three figures are more than an estimate can promise."""
    return Money(_three_figures(value), currency)


def _three_figures(value: float) -> Decimal:
    """4008 -> 4010, 66.8 -> 67, 0.5462 -> 0.55, 0.0371 -> 0.037."""
    if value >= 10:
        return Decimal(round(value, min(3 - len(str(int(value))), 0)))
    return Decimal(str(round(value, 2 if value >= 0.1 else 3)))


def _strips(found: Estimate, beside: Sequence[Benchmark], page: Formatter) -> list[Strip]:
    later, first = _local(found), found.first_hourly.times(found.rate)
    rows = [_range(later, page.say("later months"), page), _range(first, page.say("the first month"), page)]
    for one in beside:
        if one.local is not None and one.study.benchmark is not None:
            value = float(one.local.amount)
            words = _labelled(page.language.text(one.study.benchmark), value, page)
            rows.append(Strip(value, value, value, words, mark=True))
    return rows


def _range(spread: Spread, name: str, page: Formatter) -> Strip:
    words = _labelled(name, spread.typical, page, Tone.STRONG)
    return Strip(spread.low, spread.typical, spread.high, words)


def _labelled(name: str, value: float, page: Formatter, tone: Tone = Tone.PLAIN) -> Line:
    """The number first, so that numbers stand near their strips."""
    return line(Span(f"{page.language.number(_three_figures(value))}  {name}", tone))


def _compared(found: Estimate, compared: Comparison | None, page: Formatter) -> Iterator[doc.Block]:
    """Where the typical hour lies among published figures for comparable work."""
    if compared is None:
        return
    values = {"count": Decimal(len(compared.figures)), "typical": shown(found.hourly.typical, DOLLAR)}
    for end, figure in (("low", compared.figures[0]), ("high", compared.figures[-1])):
        values[end] = shown(float(figure.per_hour.amount), figure.per_hour.currency)
        values[f"{end}_where"] = page.language.text(figure.study.region)
    sentence = (
        "Compared with {count} published hourly figures for such work, from {low} ({low_where}) to {high} "
        "({high_where}): {typical} lies between them."
        if compared.inside
        else "Compared with {count} published hourly figures for such work, from {low} ({low_where}) to {high} "
        "({high_where}): {typical} lies outside them, so trust it less."
    )
    yield doc.paragraph(line(Span(page.say(sentence, **values), Tone.PLAIN if compared.inside else Tone.CARE)))


def _assumed(one: Assumed, page: Formatter) -> tuple[Line, tuple[Line, ...]]:
    """A card: name, values, basis; why; sources and how to change it."""
    name = page.language.text(page.catalogue.assumptions[one.name].name)
    basis = Span(_basis(one, page), Tone.STRONG if one.given else _BASES[one.basis])
    title = line(f"{name}: ", Span(_values(one, page), Tone.STRONG), "  ", basis)
    sources = sources_of(one.rests_on, page.catalogue, page.evidence)
    publishers = list(dict.fromkeys(page.publisher(source) for source in sources))[:_MOST_NAMED]
    cited = f"{one.name.key} ({', '.join(publishers)})" if publishers else one.name.key
    about = [] if one.given else [line(why(one, page))]
    return title, (*about, line(Span(cited, Tone.QUIET)))


def _values(one: Assumed, page: Formatter) -> str:
    """The three values, or the one that all three are."""
    spread = one.spread
    values = [spread.typical] if spread.is_fixed else [spread.low, spread.typical, spread.high]
    if one.unit is Unit.SHARE:
        told = [f"{page.language.number(_three_figures(value * 100))}%" for value in values]
        return " · ".join(told)
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


def _beside(one: Benchmark, page: Formatter) -> tuple[Line, tuple[Line, ...]]:
    study = one.study
    amounts = [one.per_hour] + ([one.local] if one.local and one.local.currency != one.per_hour.currency else [])
    told = ", ".join(page.value(shown(float(amount.amount), amount.currency)) for amount in amounts)
    name = page.language.text(study.benchmark) if study.benchmark else study.id
    return (
        line(f"{name}: ", Span(page.say("{amounts} an hour", amounts=told), Tone.STRONG)),
        (line(page.language.text(study.text)), line(Span(cited(study, page), Tone.QUIET))),
    )


def cited(study: Study, page: Formatter) -> str:
    """Whose figure it is, where and when it was found, among whom, and what it rests on."""
    told = [
        page.publisher(study.source),
        page.language.text(study.region),
        page.age(study.year),
        page.word(study.basis),
    ]
    if study.sample:
        told.append(page.language.text(study.sample))
    if study.basis is Ground.MEASURED and study.value.per == "hour":
        if study.unpaid_counted is Counted.YES:
            told.append(page.say("unpaid time counted"))
        elif study.unpaid_counted is Counted.NO:
            told.append(page.say("unpaid time not counted"))
    return ", ".join(told)
