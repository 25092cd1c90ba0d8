"""The route calculator reckons what `route` reckons: every way, its order, each step, what is said of it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from microjob_cli.catalog.money import Money
from microjob_cli.payouts.charges import Carried
from microjob_cli.payouts.route import Route
from microjob_cli.programs.calling import called
from microjob_cli.render.document import Line, Lines, text_of
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.pages import formatter_of_page
from microjob_cli.render.views import blocks_of
from microjob_cli.render.views import route as view
from microjob_cli.result import Result
from microjob_cli.settings import Settings
from microjob_cli.site.hops import Hops
from tests.site.browser.chromium import Opened
from tests.site.building import shipped_settings

MANY, BY_HAND, AT_ONCE = 5_000, 36, 500
BENGALI = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
WORDS = {"USD": ("USD", "$", "ডলার"), "BDT": ("BDT", "tk", "টাকা"), "EUR": ("EUR", "eur")}
STANDINGS = ("clear", "restricted", "unknown", "forbidden")
ASK = """asked => asked.map(one => {
    const { send, routes, problem } = microjob.calculator.ask(one);
    const money = (sum) => sum && [`${sum.value.n}/${sum.value.d}`, sum.currency];
    return problem || { send: money(send), routes: routes.map(route => ({
        ...route, hops: null, send: null, receive: money(route.receive), least: money(route.least),
        blocked: route.blocked ? microjob.calculator.why(route) : null,
        steps: route.steps?.map(step => [money(step.sent), money(step.taken), money(step.received)]),
    })) };
})"""


@pytest.fixture(scope="module")
def hops() -> Hops:
    return Hops(shipped_settings())


def questions(hops: Hops, count: int) -> Iterator[dict[str, str]]:
    """From any site or account to anywhere, sums of every size, in whatever digits, the currency chosen or written."""
    drawn = random.Random(count)
    starts = [*(site.platform.id for site in hops.sites), *hops.holders]
    for _ in range(count):
        currency = drawn.choice(("USD", "USD", "BDT", "EUR"))
        size = drawn.choice(
            (drawn.uniform(0.01, 3), drawn.uniform(1, 60), drawn.uniform(50, 5_000), drawn.uniform(1, 10**7))
        )
        number = drawn.choice((f"{size:.2f}", str(int(size) + 1), f"{int(size) + 1:,}"))
        word = drawn.choice(("", *WORDS[currency]))
        amount = f"${number}" if word == "$" else f"{number} {word}".strip()
        yield {
            "start": drawn.choice(starts),
            "to": drawn.choice(hops.targets),
            "amount": drawn.choice((amount, amount.translate(BENGALI), "" if drawn.random() < 0.2 else amount)),
            "currency": currency if not word else drawn.choice(("USD", "BDT", "EUR")),
        }


def answered(asked: dict[str, str], settings: Settings) -> Result:
    """What `route` answers; it is told the currency behind the sum where only the form knows it."""
    bare = asked["amount"].translate(str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789"))
    named = bare if not bare or bare.strip("0123456789.,") else f"{bare} {asked['currency']}"
    return called("route", {"name": asked["start"], "to": asked["to"], "amount": named or None}, settings)


def exact(money: Money | None) -> list[Any] | None:
    return [Fraction(money.amount), money.currency] if money else None


def read(money: list[str] | None) -> list[Any] | None:
    return [Fraction(money[0]), money[1]] if money else None


def open_way(route: Route, page: Formatter) -> dict[str, Any]:
    path = [route.via, *(hop.to for hop in route.hops if hop.transfer)]
    return {
        "path": path,
        "receive": exact(route.receive),
        "least": exact(route.least),
        "exact": bool(route.receive) and route.exact,
        "standing": str(route.standing) if route.hops else None,
        "steps": [step_of(step) for step in route.steps],
        "caveats": [page.coded(caveat) for caveat in route.caveats],
    }


def step_of(step: Carried) -> list[Any]:
    return [exact(step.sent), exact(step.fee), exact(step.received)]


def drawn_way(route: dict[str, Any]) -> dict[str, Any]:
    return {
        "path": route["path"],
        "receive": read(route["receive"]),
        "least": read(route["least"]),
        "exact": bool(route["receive"]) and route["exact"],
        "standing": None if route.get("there") else STANDINGS[route["standing"]],
        "steps": [[*map(read, step)] for step in route["steps"]],
        "caveats": route["caveats"],
    }


def expected(result: Result, page: Formatter) -> dict[str, Any]:
    blocked = (text_of(view.why_not(route.blocked, page)) for route in result.items if route.blocked)
    return {
        "send": exact(result.query["amount"]),
        "open": [open_way(route, page) for route in result.items if not route.blocked],
        "blocked": sorted(blocked),
    }


def found(answer: dict[str, Any]) -> dict[str, Any]:
    return {
        "send": read(answer["send"]),
        "open": [drawn_way(route) for route in answer["routes"] if not route["blocked"]],
        "blocked": sorted(route["blocked"] for route in answer["routes"] if route["blocked"]),
    }


@pytest.mark.parametrize("part", range(MANY // AT_ONCE))
def test_it_reckons_what_route_reckons(opened: Opened, hops: Hops, part: int) -> None:
    settings = shipped_settings("en")
    page = formatter_of_page(settings)
    asked = list(questions(hops, MANY))[part * AT_ONCE : (part + 1) * AT_ONCE]
    answers = opened.open("en/calculator.html").evaluate(ASK, asked)
    for one, answer in zip(asked, answers, strict=True):
        assert found(answer) == expected(answered(one, settings), page), one
    assert opened.complaints == []


def test_its_form_says_what_route_says(opened: Opened, hops: Hops) -> None:
    settings = shipped_settings("bn")
    page, words = opened.open("bn/calculator.html"), formatter_of_page(settings)
    for asked in questions(hops, BY_HAND):
        for name in ("start", "to", "currency"):
            page.select_option(f"#{name}", asked[name])
        page.fill("#amount", asked["amount"])
        first = blocks_of(answered(asked, settings), words)[0]
        assert isinstance(first, Lines)
        told: Line = first.lines[0]
        assert text_of(told) in page.locator("#answer p").all_inner_texts(), asked
    assert opened.complaints == []


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        ("ten", "ten is not an amount of money."),
        ("5 crowns", "5 crowns is not an amount of money."),
        ("constructor 5", "constructor 5 is not an amount of money."),
        ("0", "0 is nothing to send."),
        ("0.001", "0.001 USD cannot be paid: in that currency sums go in steps of 0.01 USD."),
        ("-5", "-5 is not an amount of money."),
        ("<img src=x>", "<img src=x> is not an amount of money."),
    ],
)
def test_what_is_no_sum_is_told(opened: Opened, amount: str, told: str) -> None:
    page = opened.open("en/calculator.html")
    page.fill("#amount", amount)
    assert page.inner_text("#answer").startswith(told)


def test_a_site_to_avoid_is_told_first(opened: Opened, hops: Hops) -> None:
    page = opened.open("en/calculator.html")
    page.select_option("#start", next(site.platform.id for site in hops.sites if site.is_shut))
    assert "is to be avoided" in page.locator("#answer p").first.inner_text()


def test_halves_go_up_and_sums_are_exact_to_the_last_place(opened: Opened) -> None:
    page = opened.open("en/calculator.html")
    script = """([text, places]) => {
        const { fraction, rounded } = microjob.numbers;
        const { n, d } = rounded(fraction(text), places);
        return `${n}/${d}`;
    }"""
    for text, places in (("1/200", 2), ("1/3", 8), ("123456789012345/1000", 2), ("1249/1000", 2), ("5/2", 0)):
        exactly = Decimal(Fraction(text).numerator) / Decimal(Fraction(text).denominator)
        expected_value = Fraction(exactly.quantize(Decimal(1).scaleb(-places), "ROUND_HALF_UP"))
        assert Fraction(page.evaluate(script, [text, places])) == expected_value
