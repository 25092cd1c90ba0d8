"""What the words of the records may set: the slots that they fill, and the values that each can have."""

from __future__ import annotations

import re
from collections.abc import Mapping

from microjob_cli.catalog.errors import FormError
from microjob_cli.catalog.platform import Device, Status

_NUMBER = r"\d+(?:\.\d+)?"
# Any short name will do where nothing but records speaks of the values.
_ANY = r"[A-Za-z0-9_-]+"

_VALUES: Mapping[str, str] = {
    "number": _NUMBER,
    "multiplier": _NUMBER,
    "unit": "USD|BDT|cent|hour|minute|day|percent",
    "country": "[A-Z]{2}",
    "device": "|".join(Device),
    "status": "|".join(Status),
    "prefer": "arrives|soonest|most|safest",
    "order": "newest|highest",
    "aspect": "payouts|minimum|fee|days|devices|tasks|task_pay|accepts|founded",
    "payout_kind": "crypto",
    "no_investment": "true",
    **dict.fromkeys(
        (
            "payout_methods",
            "task_types",
            "via",
            "fact",
            "signal",
            "skill",
            "rule",
            "problem",
            "age",
            "contrast",
            "user_profile",
        ),
        _ANY,
    ),
}


def check_sets(sets: Mapping[str, str]) -> None:
    """Raises FormError for a slot that there is not, or a value that it cannot have."""
    for slot, value in sets.items():
        if slot not in _VALUES or not re.fullmatch(_VALUES[slot], value):
            raise FormError("sets", f"{slot}: {value}")
