"""After how many days a fact of a field is stale. Fields that are not here do not grow stale."""

from __future__ import annotations

YEAR = 365

STATUS = YEAR
PAYOUT_TERMS = YEAR
TRANSFER_TERMS = YEAR
REACH = 2 * YEAR
ACCEPTS = 2 * YEAR
DEVICES = 3 * YEAR
WORK_RULES = 2 * YEAR
PAY = 2 * YEAR
