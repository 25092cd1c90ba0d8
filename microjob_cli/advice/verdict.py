"""The verdict on one platform for one person: one function, whoever asks. The rule is published in `docs/ranking.md`.

**avoid**: reported as a fraud or as not paying by news, by an official source or by two publishers; or one must pay
or bring others in. **closed**: closed, merged, paused, nameless. **unreachable**: her country is refused, or each
method of it is known not to reach her lawfully.
**unknown**: nobody says how it pays, whether that reaches her, or where it is and that it works. **unproven**: a lawful
way home is known. **proven**: and somebody from outside tells of a payment within two years.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from microjob_cli.advice.reasons import WARNED, Reason
from microjob_cli.advice.testimony import Level, Testimony, is_site, testimony_of
from microjob_cli.catalog.catalogue import host
from microjob_cli.catalog.facts import Cited, Claim, Evidence, Fact, SourceKind
from microjob_cli.catalog.names import CountryCode, MethodId
from microjob_cli.catalog.payout import Answer, PayoutFacts
from microjob_cli.catalog.platform import NO_MICRO_JOBS, PayToJoin, SiteWarning, Skill, Status, WarningCode, Weight
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.payouts.network import Network
from microjob_cli.payouts.route import Notice

if TYPE_CHECKING:
    from microjob_cli.catalog.catalogue import Catalogue

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


class Reach(StrEnum):
    """Whether what is paid by a method can lawfully get to a person: known to, not known, known not to."""

    YES = "yes"
    UNKNOWN = "unknown"
    NO = "no"


class Reached(Struct, frozen=True):
    """The same of one method, and what is known to stand in the way."""

    reach: Reach
    block: Notice | None = None


class Judgement(Struct, frozen=True, dict=True):
    """One platform for a person of a country. `reached` tells of each payout method that counts whether it reaches her.

    What is found by it is found when it is first asked for.
    """

    facts: PlatformFacts
    country: str
    reached: Mapping[str, Reached]

    @cached_property
    def testimony(self) -> Testimony:
        """Who says that the site pays."""
        return testimony_of(self.facts)

    @property
    def verdict(self) -> Verdict:
        return self._clause[0]

    @property
    def grounds(self) -> list[Reason]:
        """What decides it."""
        return self._clause[1]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The same, and who says that the site pays."""
        return (*self.grounds, _told(self.testimony))

    @property
    def is_shut(self) -> bool:
        """Whether she cannot begin there or should not: it is to be avoided, closed, or refuses her country."""
        refused = any(one.code == "country-refused" for one in self.grounds)
        return refused or self.verdict in (Verdict.AVOID, Verdict.CLOSED)

    @property
    def usable(self) -> tuple[PayoutFacts, ...]:
        """The payout options that are known to reach the person."""
        return tuple(one for one in self.facts.current_payouts if self.reach(one.method) is Reach.YES)

    def reach(self, method: str) -> Reach:
        """Whether what the site pays by a method reaches her; of one that she does not want it does not."""
        found = self.reached.get(method)
        return found.reach if found else Reach.NO

    @cached_property
    def _clause(self) -> tuple[Verdict, list[Reason]]:
        """The verdict and what decides it: the first clause of the rule that holds."""
        for verdict, grounds in (
            (Verdict.AVOID, _against(self.facts)),
            (Verdict.CLOSED, _ended(self.facts)),
            (Verdict.UNREACHABLE, self._shut()),
            (Verdict.UNKNOWN, self._open()),
        ):
            found = list(grounds)
            if found:
                return verdict, found
        verdict = Verdict.PROVEN if self.testimony.level is Level.PAID else Verdict.UNPROVEN
        return verdict, [Reason("pays-by", details={"methods": self._methods(Reach.YES)})]

    def _methods(self, reach: Reach) -> tuple[MethodId, ...]:
        return tuple(MethodId(method) for method, one in self.reached.items() if one.reach is reach)

    def _shut(self) -> Iterator[Reason]:
        """That her country is refused, or that no method reaches her."""
        country = CountryCode(self.country)
        accepts = self.facts.accepts_from(country)
        if accepts.value is Answer.NO and _is_settled(accepts, self.facts.evidence):
            yield Reason("country-refused", Weight.AVOID, {"country": country})
        elif self.reached and all(one.reach is Reach.NO for one in self.reached.values()):
            by_code: dict[str, list[MethodId]] = {}
            for method, one in self.reached.items():
                code = _BLOCKED.get(one.block.code if one.block else "", "payout-unreceivable")
                by_code.setdefault(code, []).append(MethodId(method))
            for code, methods in by_code.items():
                yield Reason(code, Weight.CARE, {"methods": tuple(methods), "country": country})

    def _open(self) -> Iterator[Reason]:
        """What would have to be known before anybody can tell."""
        if not self.reached:
            yield Reason("payout-unknown", Weight.CARE)
        elif not self._methods(Reach.YES):
            yield Reason("reach-unknown", Weight.CARE, {"methods": self._methods(Reach.UNKNOWN)})
        if self.facts.platform.website is None and self.facts.status.value is not Status.ACTIVE:
            yield Reason("no-address", Weight.CARE)
        if self.facts.accepts_from(self.country).value is Answer.NO:
            yield Reason("country-disputed", Weight.CARE, {"country": CountryCode(self.country)})
        if reports := _reports(self.facts):
            yield Reason("reported-by-one", Weight.CARE, {"who": _newest(reports)})


class Judge:
    """Judges platforms for a person of a network's country, on the day of its evidence.

    `targets`: where she wants the money, any bank or wallet of her country where none is named. `only` and `without`:
    the payout methods of a site that may count, where she says so.
    """

    def __init__(
        self, network: Network, targets: Sequence[str] = (), only: Sequence[str] = (), without: Sequence[str] = ()
    ) -> None:
        self.network = network
        self.targets = tuple(targets) or network.home()
        self.only, self.without = only, without
        self.reached = cache(self._reached)  # many sites pay by the same methods

    def judge(self, facts: PlatformFacts) -> Judgement:
        """The verdict on one platform, with its reasons."""
        methods = (one.method for one in facts.current_payouts)
        wanted = (one for one in methods if one not in self.without and (not self.only or one in self.only))
        return Judgement(facts, self.network.country, {method: self.reached(method) for method in wanted})

    def _reached(self, method: str) -> Reached:
        """Whether what is paid by a method gets to one of the targets."""
        network = self.network
        block = network.blocks[method]
        if block is not None:
            reaches = network.evidence.fact(network.catalogue.methods[method].reaches.get(network.country, ()))
            open_question = block.claim in reaches.standing and not _is_settled(reaches, network.evidence)
            return Reached(Reach.UNKNOWN if open_question else Reach.NO, block)
        paths = [path for to in self.targets for path in network.paths(method, to)]
        if any(path.block is None and path.is_sure for path in paths):
            return Reached(Reach.YES)
        is_blocked = paths and all(path.block for path in paths)
        return Reached(Reach.NO, paths[0].block) if is_blocked else Reached(Reach.UNKNOWN)


def judge(facts: PlatformFacts, catalogue: Catalogue, evidence: Evidence, country: str) -> Judgement:
    """The verdict on one platform for a person of a country, wherever she keeps her money."""
    return Judge(Network(catalogue, evidence, country)).judge(facts)


def not_ranked(facts: PlatformFacts, kinds: Sequence[str] = (), skills: Sequence[str] = ()) -> str | None:
    """Why a site is not ranked, whatever the verdict: its kind, or experts' work, unless just that is asked for."""
    if facts.kind.value in NO_MICRO_JOBS and facts.kind.value not in kinds:
        return str(facts.kind.value)
    is_for_experts = facts.skill.value is Skill.EXPERT and Skill.EXPERT not in skills
    return str(Skill.EXPERT) if is_for_experts else None


def _is_settled(fact: Fact[Any], evidence: Evidence) -> bool:
    """Whether what is chosen stands on a better source than what disputes it."""
    return fact.chosen is None or all(evidence.rank(fact.chosen) < evidence.rank(other) for other in fact.disputed)


def _against(facts: PlatformFacts) -> Iterator[Reason]:
    """Reports that are grave enough, and that one must pay or bring others in."""
    reports = _reports(facts)
    sources = [facts.evidence.sources[one.source] for one in reports]
    publishers = {host(one.address) for one in sources if not is_site(one, facts.hosts)}
    if any(one.kind in _ENOUGH_ALONE for one in sources) or len(publishers) >= _PUBLISHERS:
        yield Reason("reported", Weight.AVOID, {"who": _newest(reports)})
    warned = {one.code for one in facts.warnings}
    for takes, code in _TAKES.items():
        if facts.pay_to_join.value is takes or code in warned:
            yield Reason(WARNED[code], Weight.AVOID)


def _reports(facts: PlatformFacts) -> list[Cited]:
    """Who reports it as a fraud, and who says of its status that it does not pay, if that is what the rule picks."""
    found: list[Claim[Status] | SiteWarning] = []
    if facts.status.value is Status.NOT_PAYING_REPORTS:
        found += facts.status.standing
    found += (one for one in facts.warnings if one.code is WarningCode.FRAUD_REPORT)
    return [Cited(one.source, one.as_of or facts.evidence.sources[one.source].date) for one in found]


def _newest(reports: Sequence[Cited]) -> Cited:
    return max(reports, key=lambda one: one.day.first.toordinal() if one.day else 0)


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
