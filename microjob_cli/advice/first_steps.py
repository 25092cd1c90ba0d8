"""What to do first on a site, what to check before, and what never to do: drawn from its record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from microjob_cli.advice.reasons import Reason
from microjob_cli.advice.search import Advice
from microjob_cli.catalog.names import MethodId, PlatformId
from microjob_cli.catalog.platform import IdentityCheck, SiteWarning, Topic, WarningCode


def first_steps(advice: Advice) -> tuple[Reason, ...]:
    """The steps in order. Each is a code with the values of its sentence."""
    return (*_sign_up(advice), *_check(advice), *_never(advice))


def _sign_up(advice: Advice) -> Iterator[Reason]:
    facts = advice.facts
    if facts.platform.website:
        yield Reason("step-sign-up", details={"website": facts.platform.website})
    else:
        yield Reason("step-no-website", details={"platform": PlatformId(facts.id)})
    if facts.lookalikes:
        yield Reason("step-lookalikes", details={"addresses": tuple(item.address for item in facts.lookalikes)})
    checks = facts.identity_checks.value or frozenset()
    if checks - {IdentityCheck.NONE}:
        yield Reason("step-identity", details={"checks": checks})


def _check(advice: Advice) -> Iterator[Reason]:
    option = advice.option
    if option is not None:
        details: dict[str, Any] = {"method": MethodId(option.method), "minimum": option.minimum.value}
        if option.minimum.known and option.minimum.disputed:
            yield Reason("step-check-disputed", details={**details, "others": option.minimum.rivals})
        else:
            yield Reason("step-check-minimum" if option.minimum.known else "step-ask-minimum", details=details)
        yield Reason("step-small-withdrawal", details=details)
    loss = _first_warning(advice, WarningCode.ACCOUNT_LOSS)
    if loss:
        yield Reason("step-keep-account", details={"rule": loss.text})
    rate = advice.facts.success_rate.value
    if rate is not None:
        yield Reason("step-success-rate", details={"rate": rate})
    schedule = next((note for note in advice.facts.notes if note.topic is Topic.SCHEDULE), None)
    if schedule:
        yield Reason("step-schedule", details={"schedule": schedule.text})


def _never(advice: Advice) -> Iterator[Reason]:
    if _first_warning(advice, WarningCode.RULE_BREAKING_TASKS):
        yield Reason("step-never-break-rules")
    yield Reason("step-never")


def _first_warning(advice: Advice, code: WarningCode) -> SiteWarning | None:
    return next((warning for warning in advice.facts.warnings if warning.code is code), None)
