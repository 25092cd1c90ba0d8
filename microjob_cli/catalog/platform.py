"""One micro-job site: its record, and what the record says on one day."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Claim, Statement
from microjob_cli.catalog.measures import Days, Pay, Percent, Score
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.names import Aliases, OwnAddress
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


class PlatformKind(StrEnum):
    """What one does there. Only micro-jobs are ranked; all else is listed."""

    MICRO_TASKS = "micro-tasks"
    SURVEYS = "surveys"
    AI_TRAINING = "ai-training"
    OFFERS_AND_GAMES = "offers-and-games"
    PAID_TO_CLICK = "paid-to-click"
    FREELANCE = "freelance"
    INVESTMENT_SCHEME = "investment-scheme"
    OTHER = "other"


NO_MICRO_JOBS = (PlatformKind.FREELANCE, PlatformKind.INVESTMENT_SCHEME, PlatformKind.OTHER)


class Skill(StrEnum):
    """What the work asks for before one may begin: nothing, a test passed, an expert's training."""

    NONE = "none"
    TEST = "test"
    EXPERT = "expert"


class PayToJoin(StrEnum):
    """What one must give to earn or to withdraw: nothing; money (a fee, a deposit, a package); other people."""

    NO = "no"
    PAY = "pay"
    RECRUIT = "recruit"


class Witness(StrEnum):
    """Who tells of a payment: who worked for it, who tried or asked around, the press, the site itself."""

    WORKER = "worker"
    REVIEWER = "reviewer"
    PRESS = "press"
    SITE = "site"


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


class NoteWeight(StrEnum):
    """Where a note is told: on the first screen, because it changes what a beginner does, or with all the rest."""

    FIRST = "first"
    MORE = "more"


class FormerName(Struct, frozen=True, omit_defaults=True):
    """A name the platform no longer uses, and until when it did; `website`: where it was then, if elsewhere."""

    name: str
    source: str
    until: PartialDate | None = None
    website: str | None = None


class Note(Statement, frozen=True, kw_only=True):
    """Something worth knowing that no other field holds."""

    topic: Topic
    weight: NoteWeight = NoteWeight.MORE


class PaymentProof(Statement, frozen=True, kw_only=True):
    """One told event of having been paid, or not: by whom it is told, by which method, how much, in which country."""

    paid: Answer
    by: Witness
    method: str | None = None
    amount: Money | None = None
    country: str | None = None


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
    kind: tuple[Claim[PlatformKind], ...] = ()
    skill: tuple[Claim[Skill], ...] = ()
    pay_to_join: tuple[Claim[PayToJoin], ...] = ()
    unnamed: bool = False
    former_names: tuple[FormerName, ...] = ()
    addresses: tuple[OwnAddress, ...] = ()
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
    payment_proof: tuple[PaymentProof, ...] = ()
    ratings: tuple[Rating, ...] = ()
    lookalikes: tuple[Lookalike, ...] = ()
    warnings: tuple[SiteWarning, ...] = ()
    notes: tuple[Note, ...] = ()
