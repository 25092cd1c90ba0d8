"""Strategies for what people type: questions, offers, and whole command lines, sensible ones and others."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import typer
import yaml
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from microjob_cli.cli import COMMANDS, GROUPS, app
from tests.every_command import names

QUESTIONS = Path(__file__).parents[1] / "questions"

# What answers until its input ends, and what writes wherever it is told to.
_SERVING = ("mcp", "data export", "site build")
# Flags that write into the records that the call is about.
_WRITING = frozenset({"--write"})

NAMES = (
    "sproutgigs", "picoworkers", "hotovaga", "মাইক্রোওয়ার্কার্স", "mturk", "figure-eight", "mtfe", "unnamed-bd-2020",
    "bkash", "বিকাশ", "payoneer", "litecoin", "paypal", "cash", "bank", "survey", "likes", "bd-payoneer-bkash",
    "USD/BDT", "safety", "income", "status", "payouts.bkash.minimum", "reaches.BD", "rate", "examplegigs",
    "tinytasks", "https://sproutgigs.com", "sproutgig.com/login", "name,founded,warnings", "platform", "sources",
    "bkahs", "zzzz",
)  # fmt: skip
VALUES = (
    "5 USD", "300 BDT", "300 taka", "৩০০ টাকা", "1e999999 USD", "-1 USD", "NaN USD", "0", "-0", "1", "2.5", "24",
    "1e309", "99999999999999999999", "10 USD or 300 BDT", "USD", "5 XYZ", "2026-11-23", "2026-02-30", "0001-01-01",
    "9999-12-31", "1970-01-01", "BD", "bd", "ZZ", "বাংলা", "en", "bn", "fr", "price=0.05", "acceptance=2",
    "bkash=300 BDT", "=", "yes", "https://x.example/a", "http://[", "javascript:alert(1)", "2024-10-08",
)  # fmt: skip
ODD = (
    "", " ", "-", "--", "---", "-x", "--no-such", "-f", "--format", "--help", "--version", "\x1b[2J", "\u202eevil",
    "a\u200db", "\udcff\udcfe", "{x}", "{0}", "%s", "%(x)s", "[bold]x[/bold]", "$(id)", "`id`", "../../etc/passwd",
    "/dev/zero", "\u0000"[:0], "\ufeff", "\ud83d", "ক্\u200cষ", "র\u200d্যাব", "𝕓𝕂𝕒𝕤𝕙", "\u0995" * 3000, "a" * 20000,
    "9" * 5000, "(" * 500, "🙂" * 200, "\n\n\n", "\t", "\r\n", "=cmd()", "@SUM(1)", "|", "\\", "'", '"', "*", "?", "İ",
    "ß", "ﬁ", "\u0344",
)  # fmt: skip

# What an option may be given, by its name: so that most calls get past the reading of their words.
FITTING = {
    "--today": ("2026-11-23", "1970-01-01", "2100-01-01", "0001-01-01", "9999-12-31", "2020-06-30"),
    "--country": ("BD", "in", "US", "PK", "NG", "ZZ"),
    "--lang": ("en", "bn"),
    "--data": (".",),
    "--into": (".",),
    "--payout": ("bkash", "বিকাশ", "paypal", "litecoin", "bkash=300 BDT", "nagad=4 USD or 300 BDT"),
    "--without": ("paypal", "bkash", "bank"),
    "--max-minimum": ("5 USD", "300 BDT", "৩০০ টাকা", "0.01 USD", "99999999 USD"),
    "--amount": ("10 USD", "97USD", "1000 BDT", "0.01 USD", "1e30 USD", "99999999999 USD"),
    "--target": ("5000 BDT", "1 USD", "1e30 BDT"),
    "--rate": ("122.3", "1", "0.000001", "1e12"),
    "--hours": ("1", "2.5", "24"),
    "--days": ("1", "30"),
    "--seed": ("0", "-1", "99999999999999999999"),
    "--set": ("price=0.05", "acceptance=1", "minutes_per_task=3"),
    "--task": ("survey", "likes", "data-entry"),
    "--to": ("bkash", "bank", "cash", "nagad", "bitcoin"),
    "--via": ("payoneer", "paypal", "litecoin"),
    "--sort": ("name", "minimum", "founded", "status"),
    "--columns": ("name", "name,founded,headquarters", "id,warnings,website"),
    "--limit": ("1", "3", "500"),
    "--accepts": ("BD", "IN"),
    "--based-in": ("BD", "US"),
    "--name": ("Zzyx Gigs", "জেড কাজ", "ExampleGigs"),
    "--website": ("https://zzyx.example",),
    "--id": ("zzyx", "zzyx-2"),
    "--bengali-name": ("জেড কাজ",),
    "--source-address": ("https://zzyx.example/terms",),
    "--source-date": ("2026-10-01", "2024", "2024-05"),
    "--source-title": ("Terms",),
    "--source-id": ("zzyx-terms", "sproutgigs"),
    "--successor": ("sproutgigs",),
    "--warning-en": ("Workers say that it does not pay.",),
    "--warning-bn": ("কর্মীরা বলেন, টাকা দেয় না।",),
}

texts = st.text(alphabet=st.characters(exclude_characters="\x00"), max_size=40)
bengali = st.text(alphabet=st.characters(min_codepoint=0x0980, max_codepoint=0x09FF), max_size=30)
arguments = st.one_of(st.sampled_from(NAMES), st.sampled_from(VALUES), st.sampled_from(ODD), texts, bengali)


@cache
def recorded_questions() -> tuple[str, ...]:
    """The questions that people asked, as far as the tests know them."""
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(QUESTIONS.glob("*.yaml"))]
    entries = [entry for file in files for entry in (file["questions"] if isinstance(file, dict) else file)]
    return tuple(str(entry["text"]) for entry in entries)


@st.composite
def questions(draw: Any) -> str:
    """A question or an offer: one that was asked, cut and joined with others, or words thrown together."""
    if draw(st.booleans()):
        words = draw(st.sampled_from(recorded_questions())).split()
        start = draw(st.integers(0, len(words)))
        return " ".join([*words[start:], draw(arguments), *words[: draw(st.integers(0, start))]])
    pieces = st.one_of(arguments, st.sampled_from(recorded_questions()).map(lambda one: one[: len(one) // 2]))
    between: str = draw(st.sampled_from((" ", "", " and ", " না ", "? ", ", ")))
    return between.join(draw(st.lists(pieces, max_size=6)))


@cache
def _options(name: str) -> tuple[tuple[Any, ...], bool]:
    """The options of a command as Typer knows them, and whether it takes arguments."""
    group: Any = typer.main.get_command(app)
    for step in name.split():
        group = group.get_command(None, step)
    options = tuple(one for one in group.params if one.param_type_name == "option" and not _WRITING & set(one.opts))
    return options, any(one.param_type_name == "argument" for one in group.params)


@st.composite
def _option(draw: Any, options: tuple[Any, ...]) -> list[str]:
    """One option, mostly with a value that it may have."""
    option = draw(st.sampled_from(options))
    flag = draw(st.sampled_from(option.opts))
    if getattr(option, "is_flag", False):
        return [flag]
    fitting = FITTING.get(flag) or tuple(map(str, getattr(option.type, "choices", ()) or ()))
    value = draw(st.sampled_from(fitting) if fitting and draw(st.integers(0, 9)) else arguments)
    return [f"{flag}={value}"] if flag.startswith("--") and draw(st.booleans()) else [flag, value]


@st.composite
def command_lines(draw: Any) -> list[str]:
    """The words of a call: mostly a command with options of its own, sometimes anything at all."""
    if draw(st.integers(0, 9)) == 0:
        words = st.one_of(arguments, st.sampled_from([one for one in (*COMMANDS, *GROUPS) if one not in _SERVING]))
        return list(draw(st.lists(words, max_size=6)))
    name = draw(st.sampled_from([one for one in names() if one not in _SERVING]))
    options, taking = _options(name)
    named = st.one_of(st.sampled_from(NAMES), st.sampled_from(NAMES), arguments)
    free: SearchStrategy[str] = questions() if name in ("ask", "check") else named
    rest = draw(st.lists(free, min_size=1, max_size=3 if name == "compare" else 2)) if taking else []
    given = [word for option in draw(st.lists(_option(options), max_size=3)) for word in option]
    before = draw(st.booleans())
    return [*name.split(), *(given if before else ()), *rest, *(() if before else given)]
