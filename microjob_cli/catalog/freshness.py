"""After how many days a fact of a field is stale. Fields that are not here do not grow stale."""

from __future__ import annotations

from collections.abc import Mapping

YEAR = 365

STATUS = YEAR
PAYOUT_TERMS = YEAR
TRANSFER_TERMS = YEAR
REACH = 2 * YEAR
ACCEPTS = 2 * YEAR
DEVICES = 3 * YEAR
WORK_RULES = 2 * YEAR
PAY = 2 * YEAR

# The same by the sort of field.
AGES: Mapping[str, int] = {
    "status": STATUS,
    "accepts": ACCEPTS,
    "devices": DEVICES,
    "identity_checks": WORK_RULES,
    "review_days": WORK_RULES,
    "success_rate": WORK_RULES,
    "tasks.pay": PAY,
    "task_pay": PAY,
    "earnings": PAY,
    "payouts.offered": PAYOUT_TERMS,
    "payouts.minimum": PAYOUT_TERMS,
    "payouts.fee": PAYOUT_TERMS,
    "payouts.days": PAYOUT_TERMS,
    "method.reaches": REACH,
    "transfer.available": TRANSFER_TERMS,
    "transfer.fee": TRANSFER_TERMS,
    "transfer.fee_minimum": TRANSFER_TERMS,
    "transfer.fee_maximum": TRANSFER_TERMS,
    "transfer.margin": TRANSFER_TERMS,
    "transfer.limits": TRANSFER_TERMS,
}
_PREFIXES = {"platforms": "", "methods": "method.", "transfers": "transfer."}


def age_of(part: str, field: str) -> int | None:
    """The same by the part of the catalogue and the name that `microjob why` takes, as `payouts.bkash.minimum`."""
    words = field.split(".")
    prefix = _PREFIXES.get(part, f"{part}.")
    sorts = (f"{prefix}{sort}" for sort in (field, words[0], f"{words[0]}.{words[-1]}"))
    return next((AGES[sort] for sort in sorts if sort in AGES), None)
