"""What the program suggests for a new record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.domain.drafts import (
    full_title,
    is_id,
    suggested_id,
    suggested_site_id,
    suggested_source_id,
    suggested_title,
    usual_confidence,
)
from microjob_cli.domain.facts import Confidence, Kind
from tests.making import day


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Example Gigs", "example-gigs"),
        ("  2Captcha!  ", "2captcha"),
        ("№7 Jobs", "no7-jobs"),
        ("Café d'Été", "cafe-dete"),
        ("Joe’s “Gigs”: #1", "joes-gigs-1"),
        ("micro.jobs / BD", "micro-jobs-bd"),
        ("জব ঘর", ""),
        ("বিকাশ Jobs", ""),
        ("Работа", ""),
        ("!!!", ""),
        ("x" * 80, "x" * 60),
        ("a" * 59 + " b", "a" * 59),
    ],
)
def test_ids_from_names(name: str, key: str) -> None:
    assert suggested_id(name) == key
    assert not key or is_id(key)


@given(st.text(max_size=100))
def test_a_suggested_id_is_one_or_empty(name: str) -> None:
    key = suggested_id(name)
    assert not key or is_id(key)


@pytest.mark.parametrize("text", ["", "A", "a b", "a--b", "-a", "a-", "a_b", "a.b", "জব", "a\n", "x" * 61])
def test_what_is_no_id(text: str) -> None:
    assert not is_id(text)


def test_a_bengali_name_takes_its_id_from_the_website() -> None:
    assert suggested_site_id("জব ঘর", "https://www.jobghor.com.bd/en") == "jobghor"
    assert suggested_site_id("জব ঘর", None) == ""
    assert suggested_site_id("Job Ghor", "https://other.example") == "job-ghor"


@pytest.mark.parametrize(
    ("address", "date", "taken", "key"),
    [
        ("https://www.projuktibuzz.com/a", "2020-12-05", (), "projuktibuzz-2020-12"),
        ("https://help.toloka.ai/x", None, (), "toloka"),
        ("https://help.toloka.ai/x", None, ("toloka", "toloka-2"), "toloka-3"),
        ("https://someone.blogspot.com/2020/x.html", "2020", (), "someone-2020"),
        ("http://103.16.74.116:8080/x", None, (), "103"),
        ("https://বাংলা.বাংলা/x", None, (), "source"),
        ("https://m.facebook.com/x", None, (), "facebook"),
        (f"https://{'x' * 70}.example/x", "2020-12", (), "x" * 48 + "-2020-12"),
    ],
)
def test_ids_of_sources(address: str, date: str | None, taken: tuple[str, ...], key: str) -> None:
    assert suggested_source_id(address, day(date), taken) == key
    assert is_id(key)


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("https://example.com/how-to-earn.html", "how to earn"),
        ("https://example.com/2024/05/Micro_Jobs/", "micro jobs"),
        ("https://example.com/", ""),
        ("https://example.com", ""),
        ("https://example.com/?p=4065", ""),
        ("https://example.com/articles/123?lang=en", "lang en"),
    ],
)
def test_titles_from_addresses(address: str, title: str) -> None:
    assert suggested_title(address) == title


def test_a_title_begins_with_its_publisher() -> None:
    assert full_title("How to earn: a guide", "https://www.example.com/x") == "example.com: How to earn: a guide"
    assert full_title("example.com: how", "https://example.com/x") == "example.com: how"
    assert full_title("", "https://example.com") == "example.com: a page"


def test_the_usual_confidence_is_that_of_the_record_format() -> None:
    assert [usual_confidence(kind) for kind in Kind] == [
        Confidence.HIGH, Confidence.MEDIUM, Confidence.MEDIUM, Confidence.MEDIUM, Confidence.LOW,
    ]  # fmt: skip
