"""Every page of the shipped records: complete, linked, small, worded for somebody who has no program."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import pytest

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.platform import WarningCode
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.i18n.choosing import language_of
from microjob_cli.render.formatter import Formatter
from tests.making import TODAY
from tests.site.reading import Read, read

LANGUAGES = ("bn", "en")
# A command, or an option; only the page about the program names one.
COMMAND = re.compile(r"\bmicrojob [a-z]+\b|(?<![\w-])--[a-z]{2,}")
ADDRESS = re.compile(r"https?://\S+|\S+\.com: .*")
REPORTS = (WarningCode.FRAUD_REPORT, WarningCode.NON_PAYMENT_REPORT)
OBJECTION = {"bn": "জবাব দিলে সেটা অভিযোগের পাশেই থাকবে", "en": "a reply is put beside the report"}
MOST, MOST_AT_FIRST = 30_000, 100_000

page_of = cache(read)


def pages(site: Path, language: str) -> dict[str, Read]:
    folder = site / language
    return {str(path.relative_to(folder)): page_of(path) for path in sorted(folder.rglob("*.html"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_has_a_page(site: Path, language: str, shipped: Catalogue) -> None:
    wanted = {
        *(f"site/{key}.html" for key in shipped.platforms),
        *(f"pay/{key}.html" for key in shipped.methods),
        *(f"learn/{key}.html" for key in (*shipped.guides, "income")),
        *(f"task/{key}.html" for key in shipped.task_types),
        *(f"{name}.html" for name in "index finder calculator checker danger sites methods tasks topics".split()),
        *(f"{name}.html" for name in ("sheet", "about")),
    }
    assert wanted == set(pages(site, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_in_which_language_and_when_it_was_made(site: Path, language: str) -> None:
    other = next(code for code in LANGUAGES if code != language)
    for name, page in pages(site, language).items():
        assert page.all("html") == [{"lang": language}], name
        assert len(page.all("h1")) == 1, name
        assert [one for one in page.all("p") if one.get("class") == "dated"], name
        assert any(one.get("hreflang") == other and one.get("lang") == other for one in page.all("a")), name


def test_no_link_among_pages_is_dead(site: Path) -> None:
    dead = [
        f"{path.relative_to(site)}: {link}"
        for path in sorted(site.rglob("*.html"))
        for link in page_of(path).links
        if not link.startswith(("https://", "http://", "#")) and not (path.parent / link.partition("#")[0]).is_file()
    ]
    assert dead == []


def test_every_page_is_reached_from_the_first(site: Path) -> None:
    waiting, seen = [site / "index.html"], set[Path]()
    while waiting:
        path = waiting.pop()
        if path in seen or path.suffix != ".html":
            continue
        seen.add(path)
        links = (link for link in page_of(path).links if "//" not in link and not link.startswith("#"))
        waiting += [(path.parent / link.partition("#")[0]).resolve() for link in links]
    assert {path.resolve() for path in site.rglob("*.html")} == {path.resolve() for path in seen}


def test_nothing_is_loaded_from_elsewhere_and_no_script_stands_in_a_page(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        page = page_of(path)
        policy = [one["content"] for one in page.all("meta") if one.get("http-equiv") == "Content-Security-Policy"]
        assert policy and policy[0].startswith("default-src 'none'"), path
        assert all("src" in one for one in page.all("script")), path
        loaded = [one.get("src", one.get("href", "")) for tag in ("script", "link", "img") for one in page.all(tag)]
        assert not [one for one in loaded if "//" in one], path
        assert not [one for one in page.elements if one.tag == "style" or "style" in one.attributes], path
        assert not [name for one in page.elements for name in one.attributes if name.startswith("on")], path


def test_pages_are_small(site: Path) -> None:
    sizes = {path: len(gzip.compress(path.read_bytes())) for path in site.rglob("*.html")}
    assert max(sizes.values()) <= MOST
    for language in LANGUAGES:
        first = site / language / "index.html"
        loaded = {(first.parent / one).resolve() for one in page_of(first).links if re.search(r"\.(css|js)$", one)}
        assert loaded
        assert sizes[first] + sum(len(gzip.compress(path.read_bytes())) for path in loaded) <= MOST_AT_FIRST


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_but_the_one_about_the_program_names_a_command(site: Path, language: str) -> None:
    named = {name: COMMAND.findall(ADDRESS.sub("", page.text)) for name, page in pages(site, language).items()}
    named = {name: found for name, found in named.items() if found}
    assert set(named) == {"about.html"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_how_to_object(site: Path, language: str) -> None:
    assert [name for name, page in pages(site, language).items() if OBJECTION[language] not in page.text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_site_said_to_defraud_or_not_to_pay_is_shown_with_who_says_so_and_when(
    site: Path, language: str, shipped: Catalogue
) -> None:
    page = Formatter(language_of(language), shipped, shipped.evidence(TODAY), "BD")
    looked = 0
    for key, platform in shipped.platforms.items():
        facts = PlatformFacts(platform, page.evidence)
        told = [one for one in facts.warnings if one.code in REPORTS]
        text = page_of(site / language / "site" / f"{key}.html").text
        for one in told:
            assert f"{page.publisher(one.source)}, {page.age(one.as_of)})" in text, key
            looked += 1
    assert looked > 20


def test_a_guide_leads_to_pages_in_the_place_of_commands(site: Path) -> None:
    page = page_of(site / "en" / "learn" / "start.html")
    assert {"../methods.html", "../pay/bkash.html", "../site/hotovaga.html", "income.html"} <= {
        link.removeprefix("../learn/") for link in page.links
    }
    assert "Ask for sites that fit: bKash, or your own method." in page.text


def test_whoever_is_reported_to_defraud_is_not_linked(site: Path, shipped: Catalogue) -> None:
    evidence = shipped.evidence(TODAY)
    sites = shipped.platforms.values()
    reported = {one.id: one.website for one in sites if one.website and not PlatformFacts(one, evidence).usable}
    assert reported
    for key, website in reported.items():
        page = page_of(site / "en" / "site" / f"{key}.html")
        assert website in page.text
        assert website not in page.links
