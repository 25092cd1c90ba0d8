"""A verdict with its reasons, in words."""

from __future__ import annotations

from microjob_cli.advice.reasons import Reason
from microjob_cli.advice.verdict import Advice, Verdict
from microjob_cli.catalog.platform import Weight
from microjob_cli.render.document import Line, Span, Tone, line
from microjob_cli.render.formatter import Formatter

VERDICT_TONES = {Verdict.GOOD: Tone.GOOD, Verdict.CARE: Tone.CARE, Verdict.AVOID: Tone.AVOID}
# So many of the gravest concerns are told where there is little room.
MOST_TOLD = 3
_NO_SUM = frozenset({"charge-unknown", "arrives-unknown"})


def verdict_lines(advice: Advice, page: Formatter) -> list[Line]:
    """The verdict, what speaks for the site, what speaks against it."""
    verdict = Span(page.word(advice.verdict), VERDICT_TONES[advice.verdict])
    lines = [line(Span(f"{page.say('Advice')}: ", Tone.STRONG), verdict), praise_line(advice, page)]
    if advice.concerns:
        lines.append(line(Span(concerns_told(advice, page), Tone.CARE)))
    return [told for told in lines if told]


def praise(advice: Advice) -> list[Reason]:
    """What speaks for a site."""
    return [reason for reason in advice.reasons if reason.weight is None]


def concerns(advice: Advice) -> list[Reason]:
    """What speaks against a site, the gravest first."""
    return sorted(advice.concerns, key=lambda reason: list(Weight).index(reason.weight or Weight.NOTE))


def praise_line(advice: Advice, page: Formatter) -> Line:
    """All that speaks for a site, and in the place of what arrives that it is not known; empty where nothing does."""
    told = [page.coded(reason) for reason in advice.reasons if reason.weight is None or reason.code in _NO_SUM]
    return line("; ".join(told)) if told else ()


def concerns_told(advice: Advice, page: Formatter) -> str:
    """The gravest of what speaks against a site."""
    told = "; ".join(page.coded(reason) for reason in concerns(advice)[:MOST_TOLD])
    return page.say("but: {told}", told=told)
