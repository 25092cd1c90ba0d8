"""Estimates for JSON, and what several views say of their figures."""

from decimal import Decimal

from microjob_cli.advice.learning import sources_of
from microjob_cli.catalog.earning_records import Counted, Ground, Study
from microjob_cli.catalog.money import Money
from microjob_cli.earnings.assumptions import Assumed, NoEstimate
from microjob_cli.earnings.estimate import Benchmark, Estimate, benchmarks, comparison
from microjob_cli.earnings.sampling import DRAWS, Spread
from microjob_cli.payouts.minimums import DOLLAR
from microjob_cli.render import jsonable
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result


def estimate_item(found: Estimate, page: Formatter) -> jsonable.Json:
    router, days = found.router, found.first_payout_days
    compared = comparison(router, found.currency, found.hourly.typical)
    figures = [_benchmark(one, page) for one in compared.figures] if compared else []
    target, rate = found.target, found.recorded_rate
    needed = {"low": target.low, "typical": target.typical, "high": target.high} if target else {}
    return {
        **jsonable.fields_of(found.plan, "hours_per_day", "days_per_month"),
        "hourly": _amounts(found.hourly, DOLLAR, 4),
        "hourly_local": _amounts(found.hourly.times(found.rate), found.currency, 2),
        "monthly": _amounts(found.monthly, found.currency, 2),
        "first_month": {
            "hourly": _amounts(found.first_hourly, DOLLAR, 4),
            "monthly": _amounts(found.first_monthly, found.currency, 2),
        },
        "first_payout_days": jsonable.three(days, 1) if days else None,
        "target": target and {
            "amount": jsonable.money(target.amount),
            "hours_per_day": {name: hours and round(hours, 4) for name, hours in needed.items()},
        },
        "rate": {
            "value": found.rate,
            "base": DOLLAR,
            "quote": found.currency,
            "on": jsonable.plain(rate and rate.on),
            "source": rate and rate.source,
        },
        "assumptions": [_assumption(one, page) for one in found.assumed.values()],
        "benchmarks": [_benchmark(one, page) for one in benchmarks(router, found.currency)],
        "compared_with": compared and {
            "low": figures[0], "high": figures[-1], "figures": figures, "inside": compared.inside,
        },
        "method": {"draws": DRAWS, "seed": found.plan.seed, "low": "p10", "typical": "p50", "high": "p90"},
        "refused": None,
    }  # fmt: skip


def empty_item(result: Result) -> jsonable.Json:
    """The keys of an estimate without their values."""
    empty = dict.fromkeys(
        (
            "hourly", "hourly_local", "monthly", "first_month", "first_payout_days", "target", "rate",
            "assumptions", "benchmarks", "compared_with", "method",
        )
    )  # fmt: skip
    planned = {"hours_per_day": result.query["hours"], "days_per_month": result.query["days"]}
    return {**planned, **empty, "assumptions": [], "benchmarks": []}


def _amounts(spread: Spread, currency: str, places: int) -> jsonable.Json:
    return {**jsonable.three(spread, places), "currency": currency}


def _assumption(one: Assumed, page: Formatter) -> jsonable.Json:
    sources = sources_of(one.rests_on, page.catalogue, page.evidence)
    return {
        "name": one.name.key,
        "value": round(one.spread.typical, 6),
        "basis": str(basis_of(one.basis)),
        "source": sources[0] if sources else None,
        **jsonable.three(one.spread, 6),
        "unit": str(one.unit),
        "given": one.given,
        "sources": list(sources),
        "studies": [support.study for support in one.rests_on if support.study],
        "text": why(one, page),
    }


def basis_of(basis: Ground) -> Ground:
    """What somebody merely claims is no better than a guess."""
    return Ground.GUESS if basis is Ground.CLAIMED else basis


def _benchmark(one: Benchmark, page: Formatter) -> jsonable.Json:
    study = one.study
    return {
        "name": study.id,
        "value": round(float(one.per_hour.amount), 2),
        "currency": one.per_hour.currency,
        "source": study.source,
        "local": round(float(one.local.amount), 2) if one.local else None,
        "basis": str(study.basis),
        "year": jsonable.plain(study.year),
        "stated": jsonable.plain(study.value),
        "hours_per_month": jsonable.number(study.hours_per_month),
        **jsonable.fields_of(study, "measures", "unpaid_counted"),
        "sample": jsonable.told(study.sample, page),
        "text": page.text(study.text),
    }


def refusal_item(refusal: NoEstimate, page: Formatter) -> jsonable.Json:
    return {**jsonable.coded(refusal, page), "reasons": [jsonable.told(one, page) for one in refusal.texts]}


def why(one: Assumed, page: Formatter) -> str:
    if one.why is not None:
        return page.text(one.why)
    return page.sentence(one.code, **one.details) if one.code else ""


def shown(value: float, currency: str) -> Money:
    """Three figures are more than an estimate can promise."""
    return Money(three_figures(value), currency)


def shown_money(money: Money) -> Money:
    return shown(float(money.amount), money.currency)


def three_figures(value: float) -> Decimal:
    """4008 -> 4010, 66.8 -> 67, 0.5462 -> 0.55, 0.0371 -> 0.037."""
    if value >= 10:
        return Decimal(round(value, min(3 - len(str(int(value))), 0)))
    return Decimal(str(round(value, 2 if value >= 0.1 else 3)))


def cited(study: Study, page: Formatter) -> str:
    """Whose figure it is, where and when it was found, among whom, and what it rests on."""
    told = [page.publisher(study.source), page.text(study.region), page.age(study.year), page.word(study.basis)]
    if study.sample:
        told.append(page.text(study.sample))
    if study.basis is Ground.MEASURED and study.value.per == "hour":
        if study.unpaid_counted is Counted.YES:
            told.append(page.say("unpaid time counted"))
        elif study.unpaid_counted is Counted.NO:
            told.append(page.say("unpaid time not counted"))
    return ", ".join(told)
