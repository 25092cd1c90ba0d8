"""A verdict, who says that a site pays, and the reasons, in words."""

from __future__ import annotations

from microjob_cli.advice.reasons import Reason
from microjob_cli.advice.search import Advice
from microjob_cli.advice.testimony import Level, Testimony
from microjob_cli.advice.verdict import Judgement, Verdict
from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.platform import WarningCode, Weight
from microjob_cli.render.document import Line, Span, Tone, line
from microjob_cli.render.formatter import Formatter

VERDICT_TONES = {
    Verdict.PROVEN: Tone.GOOD,
    Verdict.UNPROVEN: Tone.CARE,
    Verdict.UNKNOWN: Tone.QUIET,
    Verdict.UNREACHABLE: Tone.AVOID,
    Verdict.CLOSED: Tone.QUIET,
    Verdict.AVOID: Tone.AVOID,
}
_TROUBLE = (WarningCode.PAYMENT_COMPLAINT, WarningCode.NON_PAYMENT_REPORT)


def verdict_lines(one: Judgement, page: Formatter) -> list[Line]:
    """The verdict, and what it rests on."""
    verdict = Span(page.word(one.verdict), VERDICT_TONES[one.verdict])
    told = "; ".join(page.coded(reason) for reason in one.reasons)
    return [line(Span(f"{page.say('Verdict')}: ", Tone.STRONG), verdict), line(told)]


def who_says(one: Judgement | Advice, page: Formatter) -> str:
    """Who says that a site pays, for a column: how many, the newest date; and whether trouble is told of."""
    told = _who(one.testimony, page)
    in_trouble = one.testimony.unpaid or any(warning.code in _TROUBLE for warning in one.facts.warnings)
    return page.say("{told}; trouble reported", told=told) if in_trouble else told


def _who(testimony: Testimony, page: Formatter) -> str:
    if testimony.level is Level.SITE_ONLY:
        return page.say("only the site")
    if testimony.source is None or testimony.day is None:
        return page.say("nobody")
    day = month_of(testimony.day, page)
    if testimony.by:
        return page.say("{who} was paid, {day}", who=page.word(testimony.by), day=day)
    if testimony.witnesses > 1:
        return page.say("{count} sources, {day}", count=testimony.witnesses, day=day)
    return page.sentence(f"said-by-{page.catalogue.sources[testimony.source].kind}", day=day)


def month_of(day: PartialDate, page: Formatter) -> str:
    """`2025-08-14` as August 2025: what a column has room for."""
    return page.language.date(PartialDate(day.year, day.month))


def concerns(advice: Advice) -> list[Reason]:
    """What speaks against a site, the gravest first."""
    against = [reason for reason in advice.reasons if reason.is_concern]
    return sorted(against, key=lambda reason: list(Weight).index(reason.weight or Weight.NOTE))
