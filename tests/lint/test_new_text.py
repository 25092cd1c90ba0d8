"""Texts that a person types, before they are in a record."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from microjob_cli.domain.catalogue import Catalogue
from microjob_cli.domain.errors import UsageProblem
from microjob_cli.lint.new_text import TakenNames, bengali_text, english_text, plain_text, web_address


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Job   Ghor ", "Job Ghor"),
        ("two\nlines\tand", "two lines and"),
        ("কাজের ঘর", "কাজের ঘর"),
        ("র‍্যাপিড", "র‍্যাপিড"),
        ("বড\u09bc", "বড\u09bc"),
        ("Cafe\u0301", "Café"),
        ('it\'s: #1 "job" [x] {y} \\ 100%', 'it\'s: #1 "job" [x] {y} \\ 100%'),
        ("🔥 Gigs", "🔥 Gigs"),
        ("", ""),
    ],
)
def test_a_text_in_its_standard_form(typed: str, kept: str) -> None:
    assert plain_text(typed) == kept


@pytest.mark.parametrize(
    ("read", "typed", "code"),
    [
        (plain_text, "Job\u200bGhor", "hidden-character"),
        (plain_text, "Job\u202eGhor", "hidden-character"),
        (plain_text, "Job\x1b[DGhor", "hidden-character"),
        (plain_text, "Job\u200dGhor", "hidden-character"),
        (plain_text, "Gigs\ufe0f", "hidden-character"),
        (plain_text, "half \udc80", "hidden-character"),
        (plain_text, "private \ue000", "hidden-character"),
        (plain_text, "x" * 1001, "too-long"),
        (plain_text, "bKаsh", "mixed-letters"),
        (web_address, "example.com", "bad-address"),
        (web_address, "https://", "bad-address"),
        (web_address, "ftp://example.com", "bad-address"),
        (web_address, "https://exa mple.com", "bad-address"),
        (web_address, "javascript:alert(1)", "bad-address"),
        (bengali_text, "Job Ghor", "not-bengali"),
        (english_text, "Job ঘর", "not-english"),
    ],
)
def test_what_is_refused(read: Callable[[str], str], typed: str, code: str) -> None:
    with pytest.raises(UsageProblem) as problem:
        read(typed)
    assert problem.value.code == code


def test_addresses() -> None:
    assert web_address(" https://example.com/a?b=c#d ") == "https://example.com/a?b=c#d"


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("ExampleGigs", "examplegigs"),
        ("example-GIGS", "examplegigs"),
        ("Tiny Tasks", "examplegigs"),
        ("এক্সাম্পল গিগস", "examplegigs"),
        ("examplegigs.example", "examplegigs"),
        ("bkash", None),
        ("Job Ghor", None),
    ],
)
def test_who_has_a_name(name: str, owner: str | None, small: Catalogue) -> None:
    assert TakenNames(small).owner(name) == owner


@pytest.mark.parametrize("name", ["examp1egigs", "ЕxampleGigs", "bkαsh"])
def test_what_only_looks_like_a_name_is_refused(name: str, small: Catalogue) -> None:
    with pytest.raises(UsageProblem) as problem:
        TakenNames(small).owner(name)
    assert problem.value.code == "looks-like"
