"""What there is to learn: topics, guides with their figures, the claims ledger beside its evidence.

And what assumptions, verdicts and guides rest on, looked up: studies, pages, fields of records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from microjob_cli.catalog.catalogue import Catalogue, TaskType
from microjob_cli.catalog.earning_records import LedgerEntry, Study, Support
from microjob_cli.catalog.explaining import Explained, explained, explained_rate
from microjob_cli.catalog.facts import Evidence
from microjob_cli.catalog.names import Name, NameIndex, NameKind
from microjob_cli.catalog.payout import PayoutMethod
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.text import Guide, Text, references
from microjob_cli.earnings.choosing import About
from microjob_cli.earnings.estimate import Estimate, Plan, estimate
from microjob_cli.payouts.router import Router

INCOME = "income"
# Each topic, in the order in which a beginner needs them, with what people type for it.
TOPICS = {
    "what": ("micro-job", "micro job", "micro job ki", "ki", "মাইক্রো জব", "মাইক্রো জব কি", "কি", "কী"),
    "needs": ("need", "requirements", "ki lagbe", "ki lage", "কি লাগে", "কি লাগবে", "কী লাগে", "যা লাগবে"),
    "start": ("begin", "how to start", "steps", "shuru", "kivabe shuru korbo", "শুরু", "কিভাবে শুরু করব", "ধাপ"),
    "choosing": ("choose", "first site", "site", "kon site", "কোন সাইট", "সাইট বাছাই", "সাইট", "বাছাই"),
    "payment": ("pay", "payout", "withdraw", "withdrawal", "taka tola", "পেমেন্ট", "টাকা তোলা", "উইথড্র", "বিকাশ"),
    INCOME: ("earnings", "claims", "ay", "aay", "koto income", "আয়", "ইনকাম", "উপার্জন"),
    "safety": ("safe", "scam", "scams", "fraud", "nirapotta", "protarona", "নিরাপত্তা", "প্রতারণা", "ধোঁকা", "স্ক্যাম"),
    "account": ("accounts", "ban", "suspend", "vpn", "success rate", "অ্যাকাউন্ট", "একাউন্ট", "সাসপেন্ড", "সাকসেস রেট"),
    "trouble": ("problem", "rejected", "pending", "somossa", "সমস্যা", "রিজেক্ট", "পেন্ডিং", "টাকা আসে না"),
    "judging": ("verdict", "ranking", "judged", "bichar", "রায়", "বিচার", "সাইট বিচার"),
    "words": ("glossary", "terms", "meaning", "shobdo", "শব্দ", "শব্দের মানে", "মানে", "অর্থ"),
}


class SupportFound(Struct, frozen=True):
    """One support with what it names. A field is `explained`, or bare `text`; neither when the record lacks it."""

    support: Support
    study: Study | None = None
    record: Platform | PayoutMethod | TaskType | None = None
    explained: Explained | None = None
    text: Text | None = None

    @property
    def sources(self) -> Iterator[str]:
        """The sources that stand behind it, the best first."""
        if self.support.source:
            yield self.support.source
        if self.study:
            yield self.study.source
        if self.explained and self.explained.fact and self.explained.fact.chosen:
            yield self.explained.fact.chosen.source
        if self.explained:
            yield from (statement.source for statement in self.explained.statements)


class Evidenced(Struct, frozen=True):
    """A support that was looked up; `estimate` where it is this program's own."""

    found: SupportFound
    estimate: Estimate | None = None


class CheckedClaim(Struct, frozen=True):
    """A claim of the ledger with all that is held against it."""

    entry: LedgerEntry
    evidence: tuple[Evidenced, ...]


class Guided(Struct, frozen=True):
    """A guide with what its references stand for; None for what the records do not have."""

    guide: Guide
    facts: Mapping[str, Explained | None]


def topics(guides: Mapping[str, Guide]) -> tuple[str, ...]:
    """Every topic there is something on, those that only a folder of the user's own has at the end."""
    return (*(key for key in TOPICS if key in guides or key == INCOME), *(key for key in guides if key not in TOPICS))


def topic(word: str, guides: Mapping[str, Guide]) -> str:
    """The topic that a word names: by its id, its title in either language, or an alias. Raises NotFound."""
    return NameIndex(topic_names(guides)).resolve(word, "no-such-topic").id


def spoken(key: str) -> str:
    """The first Bengali word that opens a topic; empty where there is none."""
    return next((word for word in TOPICS.get(key, ()) if not word.isascii()), "")


def topic_names(guides: Mapping[str, Guide]) -> tuple[Name, ...]:
    """Every name that leads to a topic, the surest first."""
    known = topics(guides)
    names = [Name(key, key, NameKind.ID) for key in known]
    titles = {key: guides[key].title for key in known if key in guides}
    names += [Name(told, key, NameKind.NAME) for key, title in titles.items() for told in (title.en, title.bn)]
    names += [Name(alias, key, NameKind.ALIAS) for key in known for alias in TOPICS.get(key, ())]
    return tuple(names)


def guided(guide: Guide, catalogue: Catalogue, evidence: Evidence) -> Guided:
    """A guide with the facts that its figures stand for on the day."""
    asked = (*references(guide.text.en), *references(guide.text.bn))
    return Guided(guide, {reference: referenced(reference, catalogue, evidence) for reference in asked})


def checked_claims(router: Router) -> tuple[CheckedClaim, ...]:
    """The claims ledger, each entry with its evidence as it stands on the day."""
    heard = router.evidence.heard
    entries = (entry for entry in router.catalogue.ledger.values() if heard(None, entry.source))
    return tuple(_checked(entry, router) for entry in entries)


def _checked(entry: LedgerEntry, router: Router) -> CheckedClaim:
    evidence = []
    for support in entry.evidence:
        looked_up = found(support, router.catalogue, router.evidence)
        hours = support.estimate_hours
        own = estimate(router, About(), Plan(float(hours))) if hours is not None else None
        evidence.append(Evidenced(looked_up, own if isinstance(own, Estimate) else None))
    return CheckedClaim(entry, tuple(evidence))


def found(support: Support, catalogue: Catalogue, evidence: Evidence) -> SupportFound:
    """What a support names."""
    if support.study:
        return SupportFound(support, study=catalogue.studies[support.study])
    record: Platform | PayoutMethod | TaskType
    if support.platform:
        record = catalogue.platforms[support.platform]
    elif support.method:
        record = catalogue.methods[support.method]
    elif support.task:
        record = catalogue.task_types[support.task]
    else:
        return SupportFound(support)
    held = getattr(record, support.field or "", None)
    text = held if isinstance(held, Text) else None
    return SupportFound(support, record=record, explained=explained(record, support.field or "", evidence), text=text)


def referenced(reference: str, catalogue: Catalogue, evidence: Evidence) -> Explained | None:
    """What a reference in a guide stands for; None when no record has it.

    It names the field of a site, payout method, transfer or country, or the rate of a pair.
    """
    name, _, field = reference.partition(" ")
    if "/" in name:
        return explained_rate(name, catalogue.rates, evidence)
    parts = (catalogue.platforms, catalogue.methods, catalogue.transfers, catalogue.countries)
    record = next((part[name] for part in parts if name in part), None)
    return explained(record, field, evidence) if record else None


def sources_of(supports: Iterable[Support], catalogue: Catalogue, evidence: Evidence) -> tuple[str, ...]:
    """Every source behind them, each once."""
    every = (source for support in supports for source in found(support, catalogue, evidence).sources)
    return tuple(dict.fromkeys(every))
