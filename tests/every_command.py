"""Calls of every command, for what must hold for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from microjob_cli.cli import COMMANDS, GROUPS

CALLS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "list": (
        (),
        ("--payout", "bkash"),
        ("--max-minimum", "5 USD", "--sort", "minimum"),
        ("--columns", "name,founded,headquarters,accepts,devices,tasks,task_pay,earnings,warnings,website"),
        ("--device", "mobile", "--task", "survey"),
        ("--status", "merged", "--payout", "bkash"),
    ),
    "show": (
        ("sproutgigs",),
        ("picoworkers",),
        ("hotovaga",),
        ("figure-eight",),
        ("mtfe",),
        ("amazon-mechanical-turk",),
    ),
    "recommend": (
        (),
        ("--payout", "bkash", "--all"),
        ("--explain", "--limit", "30"),
        ("--prefer", "most", "--hours", "2"),
    ),
    "advise": (("--payout", "bkash", "--hours", "2", "--device", "mobile", "--prefer", "soonest"),),
    "compare": (("sproutgigs", "hotovaga"), ("microworkers", "rapidworkers", "clickworker")),
    "route": (
        ("microworkers", "--to", "bkash"),
        ("sproutgigs", "--to", "bkash"),
        ("payoneer", "--to", "bank", "--amount", "100 USD"),
        ("payoneer", "--to", "bkash", "--rate", "123.5"),
    ),
    "estimate": ((), ("sproutgigs",), ("hotovaga", "--target", "5000 BDT"), ("mtfe",)),
    "tasks": ((), ("survey",), ("likes",)),
    "learn": (
        (),
        ("income",),
        *((topic,) for topic in "what needs start choosing payment safety account trouble judging words".split()),
    ),
    "payouts": ((), ("bkash",), ("payoneer",), ("paypal",), ("litecoin",)),
    "ask": (
        ("Micro job e kaj korar por payment kivabe pabo?",),
        ("which sites pay out via bKash",),
        ("সবচেয়ে কম কত ডলারে উইথড্র দেওয়া যায়?",),
        ("PayPal chara withdraw kora jabe?",),
        ("is SproutGigs real",),
        ("আজ আবহাওয়া কেমন",),
        ("আজকে ডলারের রেট কত",),
        ("Telegram job, pay 1000 taka first",),
        ("hotovaga vs sproutgigs",),
    ),
    "check": (
        ("https://sproutgigs.com",),
        ("picoworkers.org",),
        ("https://sproutgig.com/login",),
        ("mtfe",),
        ("টেলিগ্রামে কাজ, আগে ৫০০ টাকা জামানত দিতে হবে",),
        ("good morning",),
    ),
    "why": (
        ("sproutgigs", "status"),
        ("hotovaga", "payouts.bkash.minimum"),
        ("bkash", "reaches.BD"),
        ("USD/BDT", "rate"),
    ),
    "post": (("--topic", "bkash"), ("--topic", "danger-signs"), ("--topic", "hotovaga")),
    "mcp": (),
    "data check": ((),),
    "data schema": ((),),
    "data new": (),
    "data stale": (("--limit", "20"),),
    "data quality": ((), ("--by", "site")),
    "data verify": (("--plan",),),
    "data export": (),
    "data path": ((),),
    "site build": (),
}


def names() -> list[str]:
    """The names of all commands."""
    return [*COMMANDS, *(f"{group} {verb}" for group, verbs in GROUPS.items() for verb in verbs)]


def calls(most: int | None = None) -> Iterator[tuple[str, ...]]:
    """Every call, as typed, or so many of each command."""
    for name, several in CALLS.items():
        yield from ((*name.split(), *words) for words in several[:most])
