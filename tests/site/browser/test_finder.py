"""The finder answers what `recommend` answers: the same head sentence, groups, sites and order."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.programs.calling import called
from microjob_cli.render.document import Lines, Table, text_of
from microjob_cli.render.pages import for_page, formatter_of_page
from microjob_cli.render.views import recommend
from microjob_cli.settings import Settings
from microjob_cli.site.finder import countries
from tests.site.browser.chromium import Opened
from tests.site.building import shipped_settings

MANY, BY_HAND = 500, 24
# What most people are paid by; of the others few bring anybody anything.
USUAL = ("", "bkash", "bank", "rocket", "nagad", "upay", "cash", "payoneer", "paypal", "skrill", "wise")
BENGALI = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
FIND = """asked => asked.map(one => {
    const number = microjob.finder.find(one);
    const { lists, rows } = microjob.finder.data;
    const list = lists[number];
    return list && { answer: list.answer, rows: list.rows.map(row => rows[row]) };
})"""
Answer = tuple[str, tuple[tuple[str, ...], ...]] | None


def questions(catalogue: Catalogue, count: int) -> Iterator[dict[str, str]]:
    """What anybody could fill in; half of it of her own country, where most sites pay."""
    drawn = random.Random(count)
    others = countries(catalogue, "BD")
    for _ in range(count):
        size = drawn.choice((drawn.uniform(1, 900), drawn.uniform(900, 20_000), drawn.randrange(100, 13_000, 100)))
        most = f"{size:.2f}"
        yield {
            "country": drawn.choice(("BD", drawn.choice(others))),
            "payout": drawn.choice((*USUAL, drawn.choice([*catalogue.methods]))),
            "device": drawn.choice(("", "mobile")),
            "most": drawn.choice(("", most, most.translate(BENGALI), f" {most.removesuffix('.00')} ")),
        }


def recommended(asked: dict[str, str], settings: Settings) -> Answer:
    """What `recommend` says of it: the sentence, then a row a site: its group, its id, what stands in its cells."""
    own = replace(settings, country=asked["country"])
    currency = own.catalogue.countries[own.country].currency
    most = f"{asked['most'].translate(str.maketrans('০১২৩৪৫৬৭৮৯', '0123456789')).strip()} {currency}"
    given = {name: asked[name] for name in ("payout", "device") if asked[name]}
    result = called("recommend", {**given, "limit": 999, **({"max_minimum": most} if asked["most"] else {})}, own)
    if not result.items:
        return None
    page = formatter_of_page(own)
    answer, table, *_ = for_page(recommend.document(result, page), page)
    assert isinstance(answer, Lines) and isinstance(table, Table)
    sites = iter(result.items)
    rows = (
        (text_of(row[0]),) if len(row) == 1 else (next(sites).facts.id, *map(text_of, row[1:])) for row in table.rows
    )
    return text_of(answer.lines[0]), tuple(rows)


def drawn(found: dict[str, Any] | None, plain: Any) -> Answer:
    """The same of what the page looks up; `plain` takes the text out of the cells of rows."""
    if found is None:
        return None
    keys = [re.search(r'href="site/([^"]+)\.html"', row) for row in found["rows"]]
    rows = (
        (key[1], *cells[1:]) if key else tuple(cells) for key, cells in zip(keys, plain(found["rows"]), strict=True)
    )
    return found["answer"], tuple(rows)


@pytest.fixture
def settings() -> Settings:
    return shipped_settings()


def test_it_answers_what_recommend_answers(opened: Opened, settings: Settings) -> None:
    page = opened.open("bn/finder.html")

    def plain(rows: list[str]) -> list[list[str]]:
        cells = """rows => rows.map(row => [...microjob.drawing.written(row).querySelectorAll("th, td")].map(
            cell => cell.textContent))"""
        return list(page.evaluate(cells, rows))

    asked = list(questions(settings.catalogue, MANY))
    found = page.evaluate(FIND, asked)
    differing = [
        one for one, answer in zip(asked, found, strict=True) if drawn(answer, plain) != recommended(one, settings)
    ]
    assert differing == []
    assert sum(answer is not None for answer in found) > MANY / 3
    assert opened.complaints == []


def test_its_form_shows_that_answer(opened: Opened, settings: Settings) -> None:
    page, nothing = opened.open("bn/finder.html"), formatter_of_page(settings).sentence("nothing-found")
    for asked in questions(settings.catalogue, BY_HAND):
        fill(page, asked)
        expected = recommended(asked, settings)
        ids = page.eval_on_selector_all(
            "#answer tbody th a", "all => all.map(one => /site.(.*).html/.exec(one.getAttribute('href'))[1])"
        )
        assert ids == [row[0] for row in (expected[1] if expected else ()) if len(row) > 1]
        assert page.locator("#answer p").first.inner_text() == (expected[0] if expected else nothing)
    assert opened.complaints == []


def fill(page: Any, asked: dict[str, str]) -> None:
    """As she fills it in."""
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    for name in ("country", "payout", "device"):
        page.select_option(f"#{name}", asked[name])
    page.fill("#most", asked["most"])


def test_where_there_is_none_it_says_why_and_offers_what_there_is(opened: Opened) -> None:
    page = opened.open("en/finder.html")
    page.select_option("#payout", "paypal")
    assert "PayPal cannot be received in Bangladesh" in page.inner_text("#answer")
    page.locator("#answer").get_by_role("button", name="bKash").click()
    assert page.input_value("#payout") == "bkash"
    assert page.locator("#answer tbody tr").count() > 1


def test_what_is_no_number_is_told(opened: Opened) -> None:
    page = opened.open("en/finder.html")
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    page.fill("#most", "many <b>taka</b>")
    assert page.inner_text("#answer") == "many <b>taka</b> is not a number. Write it as in 500."


def test_an_address_can_ask(opened: Opened) -> None:
    page = opened.open("en/finder.html#payout=nagad&device=mobile&nothing=1&length=2&country=XX")
    assert page.input_value("#payout") == "nagad"
    assert page.input_value("#device") == "mobile"
    assert page.input_value("#country") == "BD"
    assert "Nagad" in page.inner_text("#answer")
    assert opened.complaints == []
