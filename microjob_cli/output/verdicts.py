"""A verdict with its gravest reasons, in words."""

from __future__ import annotations

from microjob_cli.domain.advice import Advice, Reason, Verdict
from microjob_cli.domain.platform import Weight
from microjob_cli.output.document import Line, Span, Tone, line
from microjob_cli.output.page import Page

_TONES = {Verdict.GOOD: Tone.GOOD, Verdict.CARE: Tone.CARE, Verdict.AVOID: Tone.AVOID}
_MOST = 4


def verdict_lines(advice: Advice, page: Page) -> list[Line]:
    """The verdict, what speaks for the site, what speaks against it."""
    tone = _TONES[advice.verdict]
    praise = [reason_told(reason, page) for reason in advice.reasons if reason.weight is None]
    concerns = sorted(advice.concerns, key=lambda reason: list(Weight).index(reason.weight or Weight.NOTE))
    lines = [line(Span(f"{page.say('Advice')}: ", Tone.STRONG), Span(page.word(advice.verdict), tone))]
    if praise:
        lines.append(line("; ".join(praise)))
    if concerns:
        told = "; ".join(reason_told(reason, page) for reason in concerns[:_MOST])
        lines.append(line(Span(page.say("but: {told}", told=told), Tone.CARE)))
    return lines


def reason_told(reason: Reason, page: Page) -> str:
    """A reason as a sentence."""
    return page.sentence(reason.code, **reason.details)
