"""What is measured: the calls, by the name that the table shows."""

from __future__ import annotations

from collections.abc import Mapping

ANSWERS: Mapping[str, tuple[str, ...]] = {
    "list": ("list",),
    "show": ("show", "picoworkers"),
    "recommend": ("recommend", "--payout", "bkash"),
    "recommend, any payout": ("recommend", "--limit", "10"),
    "compare": ("compare", "sproutgigs", "hotovaga"),
    "route": ("route", "payoneer", "--to", "bkash"),
    "payouts": ("payouts",),
    "estimate": ("estimate",),
    "tasks": ("tasks",),
    "learn": ("learn", "safety"),
    "why": ("why", "microworkers", "founded"),
    "check": ("check", "https://sproutgigs.com"),
    "ask": ("ask", "is SproutGigs real"),
}
OTHERS: Mapping[str, tuple[str, ...]] = {
    "list in Bengali": ("--lang", "bn", "list"),
    "recommend in Bengali": ("--lang", "bn", "recommend", "--payout", "bkash"),
    "help": ("--help",),
    "version": ("--version",),
}
# What must not grow with the catalogue: one site, and the ten best.
GROWING: Mapping[str, tuple[str, ...]] = {
    "show": ("show", "sproutgigs"),
    "recommend": ("recommend", "--payout", "bkash", "--limit", "10"),
    "recommend, any payout": ("recommend", "--limit", "10"),
    "ask": ("ask", "is SproutGigs real"),
    "list": ("list",),
}
# As bash asks on Tab after `microjob sh`.
TAB = {"_MICROJOB_COMPLETE": "complete_bash", "COMP_WORDS": "microjob sh", "COMP_CWORD": "1"}
