"""After how many days a fact of a field is stale. Fields that are not here do not grow stale."""

from __future__ import annotations

from collections.abc import Mapping

YEAR = 365
AGES: Mapping[str, int] = {
    "status": YEAR,
    "accepts": 2 * YEAR,
    "devices": 3 * YEAR,
    **dict.fromkeys(("identity_checks", "review_days", "success_rate"), 2 * YEAR),
    **dict.fromkeys(("tasks.pay", "task_pay", "earnings"), 2 * YEAR),
    **{f"payouts.{name}": YEAR for name in ("offered", "minimum", "fee", "days")},
    "method.reaches": 2 * YEAR,
    **{f"transfer.{name}": YEAR for name in ("available", "fee", "fee_minimum", "fee_maximum", "margin", "limits")},
}
_PREFIXES = {"platforms": "", "methods": "method.", "transfers": "transfer."}


def age_of(part: str, field: str) -> int | None:
    """The same by the part of the catalogue and the name that `microjob why` takes, as `payouts.bkash.minimum`."""
    words = field.split(".")
    prefix = _PREFIXES.get(part, f"{part}.")
    sorts = (f"{prefix}{sort}" for sort in (field, words[0], f"{words[0]}.{words[-1]}"))
    return next((AGES[sort] for sort in sorts if sort in AGES), None)
