"""`microjob post`: an article with dates and sources, in both languages and formats."""

from __future__ import annotations

import re

import pytest

from microjob_cli.catalog.catalogue import Catalogue
from tests.running import Microjob
from tests.site.reading import Read
from tests.site.test_pages import ADDRESS, COMMAND, OBJECTION

TOPICS = ("bkash", "danger-signs", "sproutgigs", "mtfe")


@pytest.mark.parametrize("language", ["bn", "en"])
@pytest.mark.parametrize("topic", TOPICS)
def test_an_article_has_a_title_sources_and_how_to_object(microjob: Microjob, topic: str, language: str) -> None:
    text = microjob("--lang", language, "post", "--topic", topic).out
    assert text.startswith("# ")
    assert len(re.findall(r"^- \[.*\]\(https?://", text, re.MULTILINE)) >= 2
    assert OBJECTION[language] in text
    assert "https://creativecommons.org/licenses/by/4.0/" in text
    assert not COMMAND.search(ADDRESS.sub("", text))


@pytest.mark.parametrize("language", ["bn", "en"])
@pytest.mark.parametrize("topic", TOPICS)
def test_the_same_as_html(microjob: Microjob, topic: str, language: str) -> None:
    page = Read(microjob("--lang", language, "post", "--topic", topic, "-f", "html").out)
    assert len(page.all("h1")) == 1
    assert page.all("a")
    assert OBJECTION[language] in page.text


def test_each_row_tells_who_last_confirmed_it(microjob: Microjob) -> None:
    rows = re.findall(r"^\| \d+.*$", microjob("post", "--topic", "bkash").out, re.MULTILINE)
    assert len(rows) > 10
    for row in rows:
        last = row.strip("| ").split(" | ")[-1]
        assert re.fullmatch(r"\[.*, (undated|.*\d{4})\]\(https?://\S+\)", last), row


def test_a_topic_is_found_by_any_of_its_names(microjob: Microjob) -> None:
    assert microjob("post", "--topic", "বিকাশ").out == microjob("post", "--topic", "bkash").out
    assert microjob("post", "--topic", "picoworkers").out == microjob("post", "--topic", "sproutgigs").out


def test_what_names_nothing_is_told_with_what_comes_near(microjob: Microjob) -> None:
    answer = microjob("post", "--topic", "bkahs")
    assert answer.code == 3
    assert "bkash" in answer.err


def test_for_programs_an_article_is_one_text(microjob: Microjob, shipped: Catalogue) -> None:
    answer = microjob("post", "--topic", "bkash", "-f", "json")
    (item,) = answer.items
    assert (item["topic"], item["kind"]) == ("bkash", "method")
    assert item["text"].startswith("# Which sites pay by bKash?")
