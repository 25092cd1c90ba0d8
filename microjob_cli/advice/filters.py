"""Which platforms fit what a person asks for. Each test answers yes, no or "nobody knows"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from datetime import date
from typing import Any, TypeAlias

from msgspec import Struct, field

from microjob_cli.catalog.catalogue import ExchangeRate, convert
from microjob_cli.catalog.facts import Bound, Fact
from microjob_cli.catalog.measures import Minimum
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import Answer, PayoutFacts
from microjob_cli.catalog.platform import Device, PlatformKind, Skill, Status
from microjob_cli.catalog.platform_facts import PlatformFacts

_PHONES = frozenset({Device.ANDROID, Device.IOS})
# What else a source may say that answers the question: an app is for a phone, and a computer has a browser.
_ENOUGH = {
    Device.MOBILE: _PHONES,
    Device.DESKTOP: frozenset({Device.BROWSER}),
}


Test: TypeAlias = Callable[[PlatformFacts], bool | None]


class Wanted(Struct, frozen=True):
    """What a person asks for. Payout methods and task types are ids, countries two-letter codes.

    `payout`: any of these methods will do; `also`: all of these must be there.
    """

    payout: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    max_minimum: Money | None = None
    task: tuple[str, ...] = ()
    device: Device | None = None
    based_in: str | None = None
    kind: tuple[PlatformKind, ...] = ()
    skill: tuple[Skill, ...] = ()
    status: Status | None = None
    accepts: str | None = None

    @property
    def methods(self) -> tuple[str, ...]:
        """Every payout method that is asked for."""
        return (*self.payout, *self.also)


class Filtered(Struct, frozen=True):
    """The platforms that fit; how many were left out because something is not known; the rates that were needed."""

    kept: tuple[PlatformFacts, ...]
    unknown: Mapping[str, int] = field(default_factory=dict)
    rates: tuple[ExchangeRate, ...] = ()


def is_said_to_run(platform: PlatformFacts, device: Device) -> bool:
    """Whether somebody says that it works on a machine."""
    devices = platform.devices.value or frozenset()
    return device in devices or bool(devices & _ENOUGH.get(device, frozenset()))


def is_for_browsers(platform: PlatformFacts) -> bool:
    """Whether it is a website and no machine is named: every one has a browser, how well it does there is not told."""
    devices = platform.devices.value
    if not devices:
        return platform.platform.website is not None
    return Device.BROWSER in devices and Device.DESKTOP not in devices


def _is_among(fact: Fact[Any], wanted: Container[Any]) -> bool | None:
    return fact.value in wanted if fact.known else None


class PlatformFilter:
    """Tests platforms against what is wanted, on one day and with the rates known by then."""

    def __init__(self, wanted: Wanted, rates: tuple[ExchangeRate, ...], today: date) -> None:
        self.wanted = wanted
        self.rates = rates
        self.today = today
        self.used: dict[ExchangeRate, None] = {}

    def fitting(self, platforms: Iterable[PlatformFacts]) -> Filtered:
        """The platforms that pass every test."""
        kept, unknown, tests = [], Counter[str](), self.tests().items()
        for platform in platforms:
            answers = {name: test(platform) for name, test in tests}
            if all(answers.values()):
                kept.append(platform)
            elif False not in answers.values():
                name = next(name for name, answer in answers.items() if answer is None)
                unknown[name] += 1
        return Filtered(tuple(kept), dict(unknown), tuple(self.used))

    def tests(self) -> Mapping[str, Test]:
        """The tests that the wanted things call for, by the name of what they look at."""
        wanted = self.wanted
        also, takes = frozenset(wanted.also), (Answer.YES, Answer.PARTLY)
        tests: dict[str, tuple[Any, Test]] = {
            "status": (wanted.status, self.has_status),
            "payout": (wanted.payout or wanted.without, lambda one: bool(self.options(one, wanted.payout))),
            "also": (also, lambda one: also <= {option.method for option in one.current_payouts}),
            "task": (wanted.task, self.offers_task),
            "device": (wanted.device, self.runs_on_device),
            "country": (wanted.accepts, lambda one: _is_among(one.accepts_from(wanted.accepts or ""), takes)),
            "kind": (wanted.kind, lambda one: _is_among(one.kind, wanted.kind)),
            "skill": (wanted.skill, lambda one: _is_among(one.skill, wanted.skill)),
            "headquarters": (wanted.based_in, lambda one: _is_among(one.headquarters, (wanted.based_in,))),
            "minimum": (wanted.max_minimum, self.is_within_minimum),
        }
        return {name: test for name, (asked, test) in tests.items() if asked}

    def options(self, platform: PlatformFacts, payout: Container[str] = ()) -> list[PayoutFacts]:
        """The platform's current payout options by these methods (none: any) that are not unwanted."""
        current = [one for one in platform.current_payouts if one.method not in self.wanted.without]
        return [one for one in current if not payout or one.method in payout]

    def has_status(self, platform: PlatformFacts) -> bool | None:
        """The wanted status. Who is said to be of unknown status is as unknown as who is not spoken of."""
        status = platform.status.value or Status.UNKNOWN
        if status is self.wanted.status:
            return True
        return None if status is Status.UNKNOWN else False

    def offers_task(self, platform: PlatformFacts) -> bool | None:
        """One of the wanted task types."""
        if not platform.tasks:
            return None
        offered = {task.task for task in platform.tasks if task.offered.value in (Answer.YES, Answer.PARTLY)}
        return bool(offered.intersection(self.wanted.task))

    def runs_on_device(self, platform: PlatformFacts) -> bool | None:
        """Whether it works on the wanted machine; "on a phone" does not tell on which one."""
        devices, wanted = platform.devices.value or frozenset(), self.wanted.device
        if wanted is None:
            return None
        if is_said_to_run(platform, wanted) or is_for_browsers(platform):
            return True
        return None if not devices or (Device.MOBILE in devices and wanted in _PHONES) else False

    def is_within_minimum(self, platform: PlatformFacts) -> bool | None:
        """A minimum, of one of the options that count, that does not exceed the wanted one."""
        answers = [self.fits(option) for option in self.options(platform, self.wanted.methods)]
        if True in answers:
            return True
        return None if None in answers or not answers else False

    def fits(self, option: PayoutFacts) -> bool | None:
        """Whether the option's minimum does not exceed the wanted one; None when that is not known."""
        claim, limit = option.minimum.chosen, self.wanted.max_minimum
        if claim is None or limit is None:
            return None
        within = self.is_within(claim.value, limit)
        if (claim.bound is Bound.AT_LEAST and within) or (claim.bound is Bound.AT_MOST and not within):
            return None
        return within

    def is_within(self, minimum: Minimum, limit: Money) -> bool | None:
        """Whether one of a minimum's alternative amounts does not exceed the limit; those in its own currency first,
        which need no rate. None when that rests on an amount without a rate."""
        answers: list[bool | None] = []
        for amount in sorted(minimum.amounts, key=lambda one: one.currency != limit.currency):
            inside = amount if amount.currency == limit.currency else self.converted(amount, limit)
            if inside is not None and inside.amount <= limit.amount:
                return True
            answers.append(None if inside is None else False)
        return None if None in answers else False

    def converted(self, amount: Money, limit: Money) -> Money | None:
        """The amount in the currency of the limit, unrounded, remembering the rate."""
        converted = convert(amount, limit.currency, self.rates, self.today)
        if converted is None:
            return None
        self.used[converted.rate] = None
        return converted.money
