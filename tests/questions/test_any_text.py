"""Whatever somebody types or pastes is read, always in the same way, and answered without a failure."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from microjob_cli.addresses.finding import addresses
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.commands import ask, check
from microjob_cli.questions.reader import Reader
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.views import blocks_of, view_of
from microjob_cli.result import Result
from microjob_cli.settings import Settings
from tests.making import settings_for
from tools.questions import reader

WORDS = """
    which sites pay by bKash PayPal Skrill chara nai theke e SproutGigs hotovaga mtfe zorbagigs https://sproutgigs.com
    picoworkers.org sproutgigs.com@evil.xyz $5 300 tk ৫০০ টাকা লাখ hour ঘণ্টা mase dine বিকাশে ছাড়া কোন সাইট কত minimum
    fee legit real survey captcha Telegram deposit first age joma dite hobe India vpn student mobile haram weather ? !
""".split()
TEXTS = st.text() | st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@pytest.fixture(scope="module")
def reading(shipped: Catalogue) -> Reader:
    return reader(shipped)


@pytest.fixture(scope="module")
def call(shipped: Catalogue) -> Settings:
    return settings_for(shipped, language_asked=True)


def drawn(result: Result, call: Settings) -> str:
    """The answer in every form, as one text."""
    page = Formatter(call.language, call.catalogue, call.evidence, call.country)
    view = view_of(result.command)
    return f"{json.dumps(view.items(result, page))} {view.table(result, page)} {blocks_of(result, page)}"


@settings(max_examples=30)
@given(text=TEXTS)
def test_any_text_is_understood_always_in_the_same_way(text: str, reading: Reader) -> None:
    found = reading.read(text)
    assert found.intent is None or found.refusal is None
    assert reading.read(text) == found


@settings(max_examples=20)
@given(text=TEXTS.filter(str.strip))
def test_any_question_is_answered_or_declined(text: str, call: Settings) -> None:
    result = ask.answer(call, text)
    (item,) = result.items
    assert item.question == text.strip()
    assert result.exit_code == (3 if item.declined else 0)
    assert (item.call is None) is item.declined
    assert drawn(result, call) == drawn(ask.answer(call, text), call)


@settings(max_examples=20)
@given(text=TEXTS.filter(str.strip))
def test_any_offer_is_looked_at(text: str, call: Settings) -> None:
    result = check.run(call, [text])
    assert drawn(result, call) == drawn(check.run(call, [text]), call)
    assert result.items or [remark.code for remark in result.remarks] == ["check-nothing-known"]


@given(st.text() | st.lists(st.sampled_from([*"a.@:/\\%- ", "https:", "com", "xn--", "এ", "dot"])).map("".join))
def test_any_text_has_its_addresses_each_once(text: str) -> None:
    found = addresses(text)
    assert len(set(found)) == len(found)
    assert all("." in one and not one.startswith("www.") for one in found)
    assert addresses(text) == found


@pytest.mark.parametrize(
    "part", ["a.", "a:", "a@", "https:", "a.com@", "a-", " ", "%2e", "xn--.", "এ.", "dot ", "@a.com"]
)
def test_very_long_texts_are_looked_through(part: str) -> None:
    assert addresses(f"https://sproutgigs.com, {part * 20_000}")[0] == "sproutgigs.com"


@pytest.mark.parametrize(
    "text", ["\udcff", "is \udcff\udcfe real", "\x00", "https://\udcff.com", "\u200d\u200c", "০" * 3000]
)
def test_what_is_no_proper_text_is_read_too(text: str, call: Settings) -> None:
    for result in (ask.answer(call, text), check.run(call, [text])):
        assert drawn(result, call)
