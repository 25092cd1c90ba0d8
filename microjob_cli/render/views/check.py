"""What each address and name in a text is, and the danger signs in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from microjob_cli.advice.verdict import Advice, Verdict
from microjob_cli.catalog.facts import Statement
from microjob_cli.catalog.platform import Weight
from microjob_cli.catalog.question_records import DangerSign
from microjob_cli.render import jsonable
from microjob_cli.render.document import Block, Bullets, Cards, Document, Heading, Line, Lines, Span, Tone, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.verdicts import reason_told
from microjob_cli.result import Result
from microjob_cli.scams.checking import AddressKind, Looked, Shown

_TONES = {
    AddressKind.REAL: Tone.GOOD,
    AddressKind.FORMER: Tone.CARE,
    AddressKind.REPORTED: Tone.AVOID,
    AddressKind.LOOKALIKE: Tone.AVOID,
    AddressKind.NEAR_MISS: Tone.AVOID,
    AddressKind.RESEMBLING: Tone.CARE,
    AddressKind.BEARING: Tone.CARE,
    AddressKind.NAMED: Tone.PLAIN,
    AddressKind.UNKNOWN: Tone.CARE,
}
_MOST_SEEN = 1
_MOST_REPORTS = 3


def document(result: Result, page: Formatter) -> Document:
    """A line an address or name, then a card a sign."""
    return tuple(_blocks(result, page))


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return [_item(one, page) if isinstance(one, Looked) else sign_item(one.sign, page) for one in result.items]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """One row a finding."""
    columns = ("kind", "code", "subject", "platform", "text")
    return columns, [[str(item[name] or "") for name in columns] for item in items(result, page)]


def _blocks(result: Result, page: Formatter) -> Iterator[Block]:
    looked = [one for one in result.items if isinstance(one, Looked)]
    shown = [one.sign for one in result.items if isinstance(one, Shown)]
    if looked:
        yield Lines(tuple(line(Span(_said(one, page), _TONES[one.finding])) for one in looked))
    reports = [told for one in looked if one.finding is AddressKind.REPORTED for told in _reports(one, page)]
    if reports:
        yield Bullets(tuple(reports))
    for title, signs in (
        ("sign-of-danger", [sign for sign in shown if not sign.is_doubt]),
        ("sign-of-doubt", [sign for sign in shown if sign.is_doubt]),
    ):
        if signs:
            yield Heading(line(page.sentence(title)))
            yield signs_block(signs, page)


def _reports(one: Looked, page: Formatter) -> Iterator[Line]:
    """Who says so of a site, and when."""
    warnings = one.advice.facts.warnings if one.advice else ()
    grave = [warning for warning in warnings if warning.weight is Weight.AVOID]
    for warning in grave[:_MOST_REPORTS]:
        yield line(page.language.text(warning.text), Span(_said_by(warning, page), Tone.QUIET))


def _said_by(statement: Statement, page: Formatter) -> str:
    return f" ({page.publisher(statement.source)}, {page.age(statement.as_of)})"


def signs_block(signs: Sequence[DangerSign], page: Formatter) -> Cards:
    """Each sign with why it is one, and a case of it."""
    return Cards(tuple((_sign(sign, page), tuple(_about(sign, page))) for sign in signs), numbered=True)


def _sign(sign: DangerSign, page: Formatter) -> Line:
    return line(Span(page.language.text(sign.sign), Tone.AVOID))


def _about(sign: DangerSign, page: Formatter) -> Iterator[Line]:
    yield line(page.language.text(sign.why))
    for one in sign.seen[:_MOST_SEEN]:
        yield line(Span(page.language.text(one.text), Tone.QUIET), Span(_said_by(one, page), Tone.QUIET))


def _said(one: Looked, page: Formatter) -> str:
    """What an address or name is, in one sentence."""
    advice = one.advice
    if advice is None:
        return page.sentence("looked-unknown", subject=one.subject)
    platform, website = advice.facts.id, advice.facts.platform.website
    match one.finding:
        case AddressKind.REAL if advice.verdict is Verdict.AVOID:
            return page.sentence("looked-real-avoid", subject=one.subject, platform=platform, why=_why(advice, page))
        case AddressKind.REAL:
            details = {"verdict": page.word(advice.verdict), "command": f"microjob show {platform}"}
            return page.sentence("looked-real", subject=one.subject, platform=platform, **details)
        case AddressKind.FORMER if website:
            return page.sentence("looked-former", subject=one.subject, platform=platform, website=website)
        case AddressKind.FORMER:
            return page.sentence("looked-former-no-website", subject=one.subject, platform=platform)
        case AddressKind.LOOKALIKE:
            why = page.language.text(one.lookalike.text) if one.lookalike else ""
            return page.sentence("looked-lookalike", subject=one.subject, platform=platform, why=why)
        case AddressKind.NEAR_MISS if website:
            return page.sentence("looked-near-miss", subject=one.subject, platform=platform, website=website)
        case AddressKind.NEAR_MISS:
            return page.sentence("looked-near-miss-no-website", subject=one.subject, platform=platform)
        case AddressKind.RESEMBLING | AddressKind.BEARING as likeness if website:
            return page.sentence(f"looked-{likeness}", subject=one.subject, platform=platform, website=website)
        case AddressKind.RESEMBLING | AddressKind.BEARING as likeness:
            details = {"subject": one.subject, "platform": platform, "verdict": page.word(advice.verdict)}
            return page.sentence(f"looked-{likeness}-no-website", **details)
        case AddressKind.REPORTED if one.subject == advice.facts.name:
            return page.sentence("looked-reported-name", platform=platform, why=_why(advice, page))
        case AddressKind.REPORTED:
            return page.sentence("looked-reported", subject=one.subject, platform=platform, why=_why(advice, page))
    return page.sentence("looked-named", subject=one.subject, verdict=page.word(advice.verdict))


def _why(advice: Advice, page: Formatter) -> str:
    """The gravest reasons against a site."""
    grave = [reason for reason in advice.concerns if reason.weight is Weight.AVOID]
    return "; ".join(reason_told(reason, page) for reason in grave)


def _item(one: Looked, page: Formatter) -> dict[str, Any]:
    advice, lookalike = one.advice, one.lookalike
    return {
        "kind": "site",
        "code": str(one.finding),
        "subject": one.subject,
        "platform": advice.facts.id if advice else None,
        "website": advice.facts.platform.website if advice else None,
        "verdict": str(advice.verdict) if advice else None,
        "text": _said(one, page),
        "why": None,
        "sources": [lookalike.source] if lookalike else [],
    }


def sign_item(sign: DangerSign, page: Formatter) -> dict[str, Any]:
    """A danger sign, or what a link hides, for scripts."""
    return {
        "kind": "doubt" if sign.is_doubt else "sign",
        "code": sign.id,
        "subject": None,
        "platform": None,
        "website": None,
        "verdict": None,
        "text": page.language.text(sign.sign),
        "why": {"text": page.language.text(sign.why)},
        "sources": [
            {"source": one.source, "as_of": jsonable.plain(one.as_of), "text": page.language.text(one.text)}
            for one in sign.seen
        ],
    }
