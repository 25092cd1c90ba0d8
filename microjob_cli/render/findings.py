"""Findings put into words."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import asdict

from microjob_cli.catalog.findings import Finding
from microjob_cli.render.clean import clean
from microjob_cli.render.record_sentences import FINDINGS, FORMS
from microjob_cli.render.sentences import SENTENCES

_LONGEST_QUOTE = 60
_MOST_CHOICES = 30
# Findings about a word that should have been one of those expected.
_MISTYPED = ("unknown-key", "not-in-list", "no-such-source", "no-such-method", "no-such-task", "no-such-platform")

Say = Callable[..., str]


def told(finding: Finding, say: Say) -> str:
    """A finding in one line: file, line, column, field, and what to do."""
    return f"{where(finding)}: {message(finding, say)}"


def where(finding: Finding) -> str:
    place = finding.place
    position = f"{place.file}:{place.line}:{place.column}"
    return f"{position}: {place.field}" if place.field else position


def item(finding: Finding, say: Say) -> dict[str, Any]:
    return {
        **asdict(finding.place),
        "code": finding.code,
        "level": str(finding.level),
        "found": clean(finding.found),
        "expected": list(choices(finding)),
        "hint": finding.hint or ", ".join(suggestions(finding)),
        "message": message(finding, say),
    }


def message(finding: Finding, say: Say) -> str:
    """What is wrong and what to do, with the names nearest to a mistyped one."""
    near = suggestions(finding)
    found = finding.found
    code = finding.code
    if near and code == "unknown-key":  # the nearest of the words expected are told behind it
        code = "unknown-key-near"
    sentence = say(
        FINDINGS[code],
        found=repr(found if len(found) <= _LONGEST_QUOTE else f"{found[: _LONGEST_QUOTE - 3]}..."),
        expected=", ".join(choices(finding)),
        hint=say(FORMS[finding.hint]) if finding.hint in FORMS else finding.hint,
        field=finding.place.field,
    )
    if not near:
        return sentence
    names = f" {say('or')} ".join(near)
    return f"{sentence} {say(SENTENCES['did-you-mean'], names=names)}"


def left_out(finding: Finding, say: Say) -> str:
    """That a file of one's own is left out, and the first thing wrong in it."""
    return clean(say(SENTENCES["own-left-out"], problem=told(finding, say)))


def left_out_note(finding: Finding, say: Say) -> dict[str, str]:
    return {"code": "own-left-out", "text": left_out(finding, say)}


def choices(finding: Finding) -> tuple[str, ...]:
    """What may stand there; of very many only the nearest."""
    return finding.expected if len(finding.expected) <= _MOST_CHOICES else suggestions(finding)


def suggestions(finding: Finding) -> tuple[str, ...]:
    """Up to three of the expected words that resemble the one found, or what it must have meant."""
    if finding.code == "country-code":  # expects just one word, if any
        return finding.expected
    if finding.code not in _MISTYPED or not finding.found:
        return ()
    from microjob_cli.catalog.names import nearest_words

    return tuple(nearest_words(finding.found, finding.expected))
