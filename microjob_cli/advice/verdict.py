"""The verdict on one platform for one person: one function, whoever asks. The rule is published in `docs/ranking.md`.

**avoid**: reported as a fraud or as not paying by news, by an official source or by two publishers; or one must pay
or bring others in. **closed**: closed, merged, paused, nameless. **unreachable**: her country is refused, or each
method of it is known not to reach her lawfully.
**unknown**: nobody says how it pays, whether that reaches her, or where it is and that it works. **unproven**: a lawful
way home is known. **proven**: and somebody from outside tells of a payment within two years.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from microjob_cli.advice.reach import Reach, Reached, Ways, is_settled
from microjob_cli.advice.reasons import Reason
from microjob_cli.advice.testimony import Level, Testimony, is_site, testimony_of
from microjob_cli.catalog.catalogue import host
from microjob_cli.catalog.facts import Cited, SourceKind
from microjob_cli.catalog.names import CountryCode, MethodId
from microjob_cli.catalog.payout import Answer, PayoutFacts
from microjob_cli.catalog.platform import NO_MICRO_JOBS, PayToJoin, Skill, Status, WarningCode, Weight
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.payouts.network import Network

if TYPE_CHECKING:
    from microjob_cli.catalog.catalogue import Catalogue
    from microjob_cli.catalog.facts import Evidence

_ENOUGH_ALONE = (SourceKind.NEWS, SourceKind.OFFICIAL)
_PUBLISHERS = 2
_CLOSED = {Status.CLOSED: "status-closed", Status.MERGED: "status-merged", Status.PAUSED: "status-paused"}
_TAKES = {PayToJoin.PAY: WarningCode.PAY_TO_JOIN, PayToJoin.RECRUIT: WarningCode.MUST_RECRUIT}
_BLOCKED = {"method-closed": "payout-closed", "method-forbidden": "payout-forbidden"}
_WITNESSED = {Level.PAID: "paid", Level.RECENT: "witnessed", Level.OLD: "witnessed-long-ago"}


class Verdict(StrEnum):
    """What a site is for a person, the best first."""

    PROVEN = "proven"
    UNPROVEN = "unproven"
    UNKNOWN = "unknown"
    UNREACHABLE = "unreachable"
    CLOSED = "closed"
    AVOID = "avoid"


# Those by which a person can be paid.
PAYING = (Verdict.PROVEN, Verdict.UNPROVEN)


class Judgement(Struct, frozen=True):
    """A verdict, who says that the site pays, why, and whether each of its payout methods reaches the person."""

    facts: PlatformFacts
    country: str
    verdict: Verdict
    testimony: Testimony
    reasons: tuple[Reason, ...]
    reached: Mapping[str, Reached]

    @property
    def is_shut(self) -> bool:
        """Whether she cannot begin there or should not: it is to be avoided, closed, or refuses her country."""
        refused = any(reason.code == "country-refused" for reason in self.reasons)
        return self.verdict in (Verdict.AVOID, Verdict.CLOSED) or refused

    @property
    def usable(self) -> tuple[PayoutFacts, ...]:
        """The payout options that are known to reach the person."""
        return tuple(one for one in self.facts.current_payouts if self.reach(one.method) is Reach.YES)

    def reach(self, method: str) -> Reach:
        """Whether what the site pays by a method reaches her; of one that she does not want it does not."""
        found = self.reached.get(method)
        return found.reach if found else Reach.NO


class Judge:
    """Judges platforms for a person of a network's country, on the day of its evidence.

    `targets`: where she wants the money, any bank or wallet of her country where none is named. `only` and `without`:
    the payout methods of a site that may count, where she says so.
    """

    def __init__(
        self, network: Network, targets: Sequence[str] = (), only: Sequence[str] = (), without: Sequence[str] = ()
    ) -> None:
        self.network = network
        self.ways = Ways(network, targets)
        self.only, self.without = only, without

    def judge(self, facts: PlatformFacts) -> Judgement:
        """The verdict on one platform, with its reasons."""
        wanted = [one.method for one in facts.current_payouts if self._is_wanted(one.method)]
        reached = {method: self.ways.of(method) for method in wanted}
        testimony = testimony_of(facts)
        verdict, why = self._verdict(facts, reached, testimony)
        return Judgement(facts, self.network.country, verdict, testimony, (*why, _told(testimony)), reached)

    def _is_wanted(self, method: str) -> bool:
        return method not in self.without and (not self.only or method in self.only)

    def _verdict(
        self, facts: PlatformFacts, reached: Mapping[str, Reached], testimony: Testimony
    ) -> tuple[Verdict, list[Reason]]:
        """The verdict and what decides it: the first clause of the rule that holds."""
        for verdict, grounds in (
            (Verdict.AVOID, _against(facts)),
            (Verdict.CLOSED, _ended(facts)),
            (Verdict.UNREACHABLE, self._shut(facts, reached)),
            (Verdict.UNKNOWN, self._open(facts, reached)),
        ):
            found = list(grounds)
            if found:
                return verdict, found
        methods = tuple(MethodId(method) for method, one in reached.items() if one.reach is Reach.YES)
        verdict = Verdict.PROVEN if testimony.level is Level.PAID else Verdict.UNPROVEN
        return verdict, [Reason("pays-by", details={"methods": methods})]

    def _shut(self, facts: PlatformFacts, reached: Mapping[str, Reached]) -> Iterator[Reason]:
        """That her country is refused, or that no method reaches her."""
        country = CountryCode(self.network.country)
        accepts = facts.accepts_from(country)
        if accepts.value is Answer.NO and is_settled(accepts, facts.evidence):
            yield Reason("country-refused", Weight.AVOID, {"country": country})
        elif reached and all(one.reach is Reach.NO for one in reached.values()):
            by_code: dict[str, list[MethodId]] = {}
            for method, one in reached.items():
                code = _BLOCKED.get(one.block.code if one.block else "", "payout-unreceivable")
                by_code.setdefault(code, []).append(MethodId(method))
            for code, methods in by_code.items():
                yield Reason(code, Weight.CARE, {"methods": tuple(methods), "country": country})

    def _open(self, facts: PlatformFacts, reached: Mapping[str, Reached]) -> Iterator[Reason]:
        """What would have to be known before anybody can tell."""
        if not reached:
            yield Reason("payout-unknown", Weight.CARE)
        elif all(one.reach is not Reach.YES for one in reached.values()):
            methods = tuple(MethodId(method) for method, one in reached.items() if one.reach is Reach.UNKNOWN)
            yield Reason("reach-unknown", Weight.CARE, {"methods": methods})
        if facts.platform.website is None and facts.status.value is not Status.ACTIVE:
            yield Reason("no-address", Weight.CARE)
        if facts.accepts_from(self.network.country).value is Answer.NO:
            yield Reason("country-disputed", Weight.CARE, {"country": CountryCode(self.network.country)})
        reports = list(_reports(facts))
        if reports:
            yield Reason("reported-by-one", Weight.CARE, {"who": _cited(facts, reports)})


def judge(facts: PlatformFacts, catalogue: Catalogue, evidence: Evidence, country: str) -> Judgement:
    """The verdict on one platform for a person of a country, wherever she keeps her money."""
    return Judge(Network(catalogue, evidence, country)).judge(facts)


def not_ranked(facts: PlatformFacts, kinds: Sequence[str] = (), skills: Sequence[str] = ()) -> str | None:
    """Why a site is not ranked, whatever the verdict: its kind, or experts' work, unless just that is asked for."""
    if facts.kind.value in NO_MICRO_JOBS and facts.kind.value not in kinds:
        return str(facts.kind.value)
    is_for_experts = facts.skill.value is Skill.EXPERT and Skill.EXPERT not in skills
    return str(Skill.EXPERT) if is_for_experts else None


def _against(facts: PlatformFacts) -> Iterator[Reason]:
    """Reports that are grave enough, and that one must pay or bring others in."""
    reports = list(_reports(facts))
    sources = [facts.evidence.sources[one] for one in reports]
    publishers = {host(one.address) for one in sources if not is_site(one, facts.hosts)}
    if any(one.kind in _ENOUGH_ALONE for one in sources) or len(publishers) >= _PUBLISHERS:
        yield Reason("reported", Weight.AVOID, {"who": _cited(facts, reports)})
    warned = {one.code for one in facts.warnings}
    for takes, code in _TAKES.items():
        if facts.pay_to_join.value is takes or code in warned:
            yield Reason(f"warned-{code}", Weight.AVOID)


def _reports(facts: PlatformFacts) -> Iterator[str]:
    """The sources that report it as a fraud, and those of the status that the rule picks, if that is of not paying."""
    status = facts.status
    if status.value is Status.NOT_PAYING_REPORTS:
        yield from (claim.source for claim in status.standing)
    yield from (one.source for one in facts.warnings if one.code is WarningCode.FRAUD_REPORT)


def _cited(facts: PlatformFacts, reports: Iterable[str]) -> Cited:
    """The newest of the reports."""
    told = {claim.source: claim.as_of for claim in facts.status.standing}
    told.update({one.source: one.as_of for one in facts.warnings})
    cited = [Cited(source, told[source] or facts.evidence.sources[source].date) for source in reports]
    return max(cited, key=lambda one: one.day.first.toordinal() if one.day else 0)


def _ended(facts: PlatformFacts) -> Iterator[Reason]:
    """That nobody can begin there: closed, merged, paused, or no source tells its name."""
    status = facts.status.value
    if status in _CLOSED and status:
        yield Reason(_CLOSED[status], Weight.AVOID, {"as_of": facts.status.as_of})
    elif facts.platform.unnamed:
        yield Reason("unnamed", Weight.AVOID)


def _told(testimony: Testimony) -> Reason:
    """Who says that it pays."""
    if testimony.source is None:
        return Reason(str(testimony.level), Weight.CARE)
    details = {"who": Cited(testimony.source, testimony.day), "count": testimony.witnesses}
    code = _WITNESSED[testimony.level]
    return Reason(code, None if testimony.level is not Level.OLD else Weight.CARE, details)
