"""One micro-job site: its record, and what the record says on one day."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Claim, Statement
from microjob_cli.catalog.measures import Days, Pay, Percent, Score
from microjob_cli.catalog.names import Aliases
from microjob_cli.catalog.payout import Answer, PayoutOption


class Status(StrEnum):
    """Whether a platform still works. A rename is not a status but a former name."""

    ACTIVE = "active"
    PAUSED = "paused"
    CLOSED = "closed"
    MERGED = "merged"
    NOT_PAYING_REPORTS = "not-paying-reports"
    UNKNOWN = "unknown"


# Nobody is paid there any more.
ENDED = (Status.CLOSED, Status.MERGED, Status.NOT_PAYING_REPORTS)


class Work(StrEnum):
    """What a site is: of those that are no place of micro-jobs none is ranked. Most records leave it out."""

    MICRO_JOBS = "micro-jobs"
    EXPERTS_ONLY = "experts-only"
    NO_MICRO_JOBS = "no-micro-jobs"


class Device(StrEnum):
    """What one can work with. `browser`: the source speaks of a website and not of the machine."""

    BROWSER = "browser"
    DESKTOP = "desktop"
    MOBILE = "mobile"
    ANDROID = "android"
    IOS = "ios"


class IdentityCheck(StrEnum):
    """What a platform wants to see of a person."""

    NONE = "none"
    EMAIL = "email"
    PHONE = "phone"
    ID_DOCUMENT = "id-document"
    SELFIE = "selfie"
    ADDRESS_LETTER = "address-letter"
    PAYMENT_ACCOUNT = "payment-account"
    INTERVIEW = "interview"
    TEST = "test"


class WarningCode(StrEnum):
    """What a warning is about."""

    FRAUD_REPORT = "fraud-report"
    NON_PAYMENT_REPORT = "non-payment-report"
    INVESTMENT_SCHEME = "investment-scheme"
    PAY_TO_JOIN = "pay-to-join"
    MUST_RECRUIT = "must-recruit"
    PAYMENT_COMPLAINT = "payment-complaint"
    NO_PAYMENT_PROOF = "no-payment-proof"
    ACCOUNT_LOSS = "account-loss"
    UNREALISTIC_PROMISE = "unrealistic-promise"
    RULE_BREAKING_TASKS = "rule-breaking-tasks"
    PRIVACY = "privacy"
    LOOKALIKE = "lookalike"
    PAYOUT_REACH = "payout-reach"
    REJECTION = "rejection"
    LOW_PAY = "low-pay"
    LITTLE_WORK = "little-work"
    COUNTRY_LIMITS = "country-limits"
    SLOW_PAYOUT = "slow-payout"
    POOR_SUPPORT = "poor-support"
    UNFAIR_TERMS = "unfair-terms"


class Weight(StrEnum):
    """What a warning does to the verdict: forbids it, lowers it, or is only told."""

    AVOID = "avoid"
    CARE = "care"
    NOTE = "note"


_AVOID = {
    WarningCode.FRAUD_REPORT,
    WarningCode.NON_PAYMENT_REPORT,
    WarningCode.INVESTMENT_SCHEME,
    WarningCode.PAY_TO_JOIN,
    WarningCode.MUST_RECRUIT,
}
_NOTE = {
    WarningCode.REJECTION,
    WarningCode.LOW_PAY,
    WarningCode.LITTLE_WORK,
    WarningCode.COUNTRY_LIMITS,
    WarningCode.SLOW_PAYOUT,
    WarningCode.POOR_SUPPORT,
    WarningCode.UNFAIR_TERMS,
}


class Topic(StrEnum):
    """What a note is about."""

    ACCOUNT = "account"
    IDENTITY = "identity"
    COUNTRIES = "countries"
    REVIEW = "review"
    SUCCESS_RATE = "success-rate"
    REFERRAL = "referral"
    SIGN_UP_BONUS = "sign-up-bonus"
    SCHEDULE = "schedule"
    PAYOUT = "payout"
    PAY = "pay"
    TASKS = "tasks"
    WORKERS = "workers"
    BUYERS = "buyers"
    HISTORY = "history"
    OWNER = "owner"
    STATUS = "status"
    MATCH = "match"
    REPLY = "reply"


class FormerName(Struct, frozen=True, omit_defaults=True):
    """A name the platform no longer uses, and until when it did; `website`: where it was then, if elsewhere."""

    name: str
    source: str
    until: PartialDate | None = None
    website: str | None = None


class Note(Statement, frozen=True, kw_only=True):
    """Something worth knowing that no other field holds."""

    topic: Topic


class SiteWarning(Statement, frozen=True, kw_only=True):
    """Something that speaks against a platform or can cost its workers."""

    code: WarningCode

    @property
    def weight(self) -> Weight:
        if self.code in _AVOID:
            return Weight.AVOID
        return Weight.NOTE if self.code in _NOTE else Weight.CARE


class Lookalike(Statement, frozen=True, kw_only=True):
    """An address that is not this platform but can be taken for it."""

    address: str


class TaskOffer(Struct, frozen=True, omit_defaults=True):
    """One task type on one platform."""

    task: str
    offered: tuple[Claim[Answer], ...] = ()
    pay: tuple[Claim[Pay], ...] = ()


class Rating(Struct, frozen=True):
    """What somebody who rates platforms gave this one."""

    rater: str
    score: tuple[Claim[Score], ...] = ()


class Platform(Struct, frozen=True, omit_defaults=True):
    """A micro-job site as recorded: every field that could be wrong is the list of its claims."""

    id: str
    name: str
    website: str | None
    aliases: Aliases
    status: tuple[Claim[Status], ...]
    work: tuple[Claim[Work], ...] = ()
    unnamed: bool = False
    former_names: tuple[FormerName, ...] = ()
    successor: tuple[Claim[str], ...] = ()
    founded: tuple[Claim[PartialDate], ...] = ()
    headquarters: tuple[Claim[str], ...] = ()
    owner: tuple[Claim[str], ...] = ()
    accepts: Mapping[str, tuple[Claim[Answer], ...]] = field(default_factory=dict)
    devices: tuple[Claim[frozenset[Device]], ...] = ()
    identity_checks: tuple[Claim[frozenset[IdentityCheck]], ...] = ()
    review_days: tuple[Claim[Days], ...] = ()
    success_rate: tuple[Claim[Percent], ...] = ()
    tasks: tuple[TaskOffer, ...] = ()
    task_pay: tuple[Claim[Pay], ...] = ()
    earnings: tuple[Claim[Pay], ...] = ()
    payouts: tuple[PayoutOption, ...] = ()
    ratings: tuple[Rating, ...] = ()
    lookalikes: tuple[Lookalike, ...] = ()
    warnings: tuple[SiteWarning, ...] = ()
    notes: tuple[Note, ...] = ()
