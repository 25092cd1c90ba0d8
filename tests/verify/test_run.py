"""A whole run over records of one's own: what is told, what is written, what a second run does."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.facts import Claim, Confidence
from microjob_cli.catalog.measures import Minimum
from microjob_cli.storage.loading import load
from microjob_cli.storage.reading import read_text
from microjob_cli.verify import run as running
from microjob_cli.verify.claims_to_find import ClaimToFind, checkable, plan, to_find
from microjob_cli.verify.fetching import Policy
from microjob_cli.verify.finding import figures_on
from microjob_cli.verify.looks import history_in, keep
from microjob_cli.verify.run import Looked, look, pages_to_see
from microjob_cli.verify.seen import write_own, write_seen
from tests.making import TODAY
from tests.running import Microjob
from tests.verify.serving import Sent, Site, html, serving

QUICK = Policy(pause=0.0, deadline=3.0, patience=1.0, private=("127.0.0.1", "127.0.0.2"))
AGENT = "tester (nobody@example.com)"

SITE_YAML = """\
# yaml-language-server: $schema=../schema/platform.json
id: examplegigs   # a comment that stays
name: ExampleGigs
website: https://examplegigs.com
aliases: {en: [], banglish: [], bn: []}
status: [{value: active, source: terms, confidence: high}]
payouts:
  - method: paypal
    offered:
      - {value: yes, source: terms, confidence: high}
    minimum:
      - value: 5.00 USD
        source: terms   # and this one
        confidence: high
      - {value: 9 USD, source: article, as_of: 2024-01, confidence: low}
"""
METHOD_YAML = """\
id: paypal
name: {en: PayPal, bn: পেপ্যাল}
kind: e-wallet
aliases: {en: [], banglish: [], bn: []}
"""
SOURCES_YAML = """\
terms: {{title: "ExampleGigs: terms", address: "{0}/terms", kind: official, living: true}}
article: {{title: "A blog", address: "{0}/article", kind: blog, date: 2024-01}}
"""
TERMS = html("<p>You can withdraw by PayPal. The minimum for PayPal is $5.</p>")
ARTICLE = html("<p>PayPal pays from a minimum of 9 dollars.</p>")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        one.pages |= {"/terms": TERMS, "/article": ARTICLE}
        yield one


@pytest.fixture
def folder(tmp_path: Path, site: Site) -> Path:
    """Records of one site whose sources stand on the test's own server."""
    for name, text in {
        "platforms/examplegigs.yaml": SITE_YAML,
        "payout_methods/paypal.yaml": METHOD_YAML,
        "sources.yaml": SOURCES_YAML.format(site.address),
    }.items():
        (tmp_path / "records" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "records" / name).write_text(text, encoding="utf-8")
    return tmp_path / "records"


def looked(folder: Path, history: Any = None, day: Any = TODAY) -> list[Looked]:
    catalogue = load(folder)
    found: list[Looked] = []
    pages = pages_to_see(checkable(catalogue), catalogue.sources, history or {}, 500)
    look(pages, catalogue, day, AGENT, QUICK, found.append)
    return found


def outcomes(found: list[Looked]) -> dict[str, str]:
    return {f"{one.field} {one.claim.value}": str(judged.outcome) for page in found for one, judged in page.judged}


def test_each_claim_is_judged_by_its_page(folder: Path, site: Site) -> None:
    assert outcomes(looked(folder)) == {
        "payouts.paypal.offered yes": "same",
        "payouts.paypal.minimum 5 USD": "same",
        "payouts.paypal.minimum 9 USD": "same",
    }
    site.pages["/terms"] = html("<p>You can withdraw by PayPal. The minimum for PayPal is $8.</p>")
    assert outcomes(looked(folder))["payouts.paypal.minimum 5 USD"] == "drifted"


@pytest.mark.parametrize(
    ("sent", "outcome"),
    [
        (Sent(status=404), "gone"),
        (Sent(status=403), "blocked"),
        (Sent(status=500), "unreadable"),
        (html("<h1>Buy this domain</h1>"), "parked"),
        (Sent(status=301, headers={"Location": "/"}), "moved"),
        (Sent(status=301, headers={"Location": "/terms?page=2"}), "same"),
    ],
)
def test_a_page_that_is_not_there_is_told_as_that(folder: Path, site: Site, sent: Sent, outcome: str) -> None:
    site.pages |= {"/terms": sent, "/": html("Welcome"), "/terms?page=2": TERMS}
    assert outcomes(looked(folder))["payouts.paypal.minimum 5 USD"] == outcome


def test_a_page_on_another_site_has_moved(folder: Path, site: Site) -> None:
    site.pages["/elsewhere"] = TERMS
    site.pages["/terms"] = Sent(
        status=301, headers={"Location": site.address.replace("127.0.0.1", "127.0.0.2") + "/elsewhere"}
    )
    assert outcomes(looked(folder))["payouts.paypal.minimum 5 USD"] == "moved"


def test_what_was_seen_is_written_and_nothing_else(folder: Path) -> None:
    confirmed = [one for page in looked(folder) if page.source.living for one, _ in page.judged]
    assert write_seen(folder, confirmed, TODAY) == 2
    path = folder / "platforms/examplegigs.yaml"
    assert path.read_text(encoding="utf-8") == SITE_YAML.replace(
        "{value: yes, source: terms,", f"{{value: yes, source: terms, seen: {TODAY},"
    ).replace("        source: terms   # and", f"        source: terms\n        seen: {TODAY}   # and")
    later = TODAY + timedelta(days=9)
    write_seen(folder, confirmed, later)
    assert path.read_text(encoding="utf-8").count(f"seen: {later}") == 2
    assert str(TODAY) not in path.read_text(encoding="utf-8")
    (seen,) = {claim.seen for claim in load(folder).platforms["examplegigs"].payouts[0].minimum if claim.seen}
    assert str(seen) == str(later)


def test_ones_own_records_say_it_as_an_amendment(folder: Path, tmp_path: Path) -> None:
    confirmed = [one for page in looked(folder) for one, _ in page.judged]
    own = tmp_path / "own"
    assert write_own(own, confirmed[:2], TODAY) == 2
    write_own(own, confirmed[2:], TODAY)
    option = load(folder, own).platforms["examplegigs"].payouts[0]
    claims: list[Claim[Any]] = [*option.offered, *option.minimum]
    assert [str(claim.seen) for claim in claims if claim.seen] == [str(TODAY)] * 3


def test_a_second_run_on_unchanged_pages_only_asks_whether_they_changed(folder: Path, site: Site) -> None:
    site.pages |= {
        path: Sent(page.body, headers={**page.headers, "ETag": '"1"'})
        for path, page in (("/terms", TERMS), ("/article", ARTICLE))
    }
    first = looked(folder)
    site.statuses.clear()
    again = looked(folder, {page.source.address: page.history for page in first})
    assert outcomes(again) == outcomes(first)
    assert sorted(site.statuses) == [304, 304, 404]  # robots.txt there is none
    assert [page.history for page in again] == [page.history for page in first]


def test_the_history_holds_no_text_of_a_page(folder: Path, tmp_path: Path, site: Site) -> None:
    site.pages["/terms"] = html("<p>The minimum for PayPal is $8. A sentence with unmistakable words.</p>")
    place = tmp_path / "deep" / "looks.json"
    keep(place, {page.source.address: page.history for page in looked(folder)})
    assert "unmistakable" not in place.read_text(encoding="utf-8")
    assert history_in(place)[f"{site.address}/terms"].claims
    place.write_text("{ broken", encoding="utf-8")
    assert history_in(place) == {}


def test_a_page_gone_on_three_days_is_looked_for_in_the_archive(
    folder: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = "https://web.archive.org/web/2024/x"
    site.pages |= {
        "/terms": Sent(status=404),
        "/wayback": Sent(
            json.dumps({"archived_snapshots": {"closest": {"url": kept}}}).encode(),
            headers={"Content-Type": "application/json"},
        ),
    }
    monkeypatch.setattr(running, "ARCHIVE", f"{site.address}/wayback")
    monkeypatch.setattr(site, "sent", lambda path, etag, sent=site.sent: sent(path.partition("?")[0], etag))
    history: dict[str, Any] = {}
    proposed = []
    for days in (0, 0, 1, 2):
        (page,) = (one for one in looked(folder, history, TODAY + timedelta(days=days)) if one.source.id == "terms")
        history[page.source.address] = page.history
        proposed.append(page.archive)
    assert proposed == [None, None, None, kept]


def test_hosts_of_frauds_and_look_alikes_are_never_opened(shipped: Catalogue) -> None:
    avoided = frozenset({"hotovaga.com"})
    every = [one for one in checkable(shipped) if "hotovaga.com" in shipped.sources[one.claim.source].address]
    assert every
    assert not any(to_find(replace(one, subjects=()), shipped, avoided).subjects for one in every)


def test_at_most_twenty_pages_of_a_host_are_looked_at(shipped: Catalogue) -> None:
    from collections import Counter

    from microjob_cli.verify.claims_to_find import host_of

    pages = pages_to_see(checkable(shipped), shipped.sources, {}, 500)
    assert max(Counter(host_of(page.source.address) for page in pages).values()) <= 20
    assert len(pages_to_see(checkable(shipped), shipped.sources, {}, 7)) == 7


def test_many_claims_of_the_shipped_records_can_be_checked(shipped: Catalogue) -> None:
    counted = plan(shipped)
    assert counted.checkable >= 250
    assert counted.checkable == sum(counted.by_field.values()) == sum(counted.by_host.values())
    assert counted.undated <= counted.checkable <= counted.claims


def test_the_plan_is_told_without_a_connection(microjob: Microjob) -> None:
    (told,) = microjob("data", "verify", "--plan", "-f", "json").items
    assert told["checkable"] >= 250
    assert {"undated", "by_field", "by_host", "dated_by_run"} <= set(told)
    assert "Can be checked" in microjob("data", "verify", "--plan").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "--contact"),
        (("--contact", "আমি"), "--contact"),
        (("nosuchsite", "--contact", "me@example.com"), "nosuchsite"),
        (("--limit", "0"), "--limit"),
    ],
)
def test_what_is_missing_is_told_before_a_page_is_asked(microjob: Microjob, words: tuple[str, ...], said: str) -> None:
    answer = microjob("data", "verify", *words)
    assert answer.code in (2, 3)
    assert said in answer.err


def test_without_its_libraries_it_says_how_to_get_them(microjob: Microjob, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("microjob_cli.commands.data_verify.find_spec", lambda name: None)
    answer = microjob("data", "verify", "--contact", "me@example.com")
    assert (answer.code, "microjob-cli[verify]" in answer.err) == (2, True)


def test_a_run_by_command_tells_writes_and_remembers(
    microjob: Microjob, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("microjob_cli.commands.data_verify.Policy", lambda: QUICK)
    words = ("--contact", "me@example.com", "--looks", str(tmp_path / "looks.json"), "--data", str(folder))
    answer = microjob("data", "verify", "examplegigs", *words, "--write", "-f", "json")
    assert (answer.code, [item["outcome"] for item in answer.items]) == (0, ["same"] * 3 + ["not-checkable"])
    assert (folder / "platforms/examplegigs.yaml").read_text(encoding="utf-8").count("seen: ") == 2
    assert len(history_in(tmp_path / "looks.json")) == 2


def test_what_was_done_before_an_interruption_is_kept(
    microjob: Microjob, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stops(done: int, whole: int) -> None:
        signal.raise_signal(signal.SIGINT)  # as Ctrl-C does: within a task an exception would be another thing

    monkeypatch.setattr("microjob_cli.commands.data_verify.Policy", lambda: QUICK)
    monkeypatch.setattr("microjob_cli.terminal.show_progress", stops)
    words = ("--contact", "me@example.com", "--looks", str(tmp_path / "looks.json"), "--data", str(folder))
    assert microjob("data", "verify", "examplegigs", *words).code == 130
    assert len(history_in(tmp_path / "looks.json")) == 1


def test_what_no_machine_can_look_up_is_left_to_people(microjob: Microjob) -> None:
    every = microjob("data", "stale", "--limit", "2000", "-f", "json").items
    by_hand = microjob("data", "stale", "--limit", "2000", "--by-hand", "-f", "json").items
    assert 0 < len(by_hand) < len(every)
    assert "status" in {item["field"] for item in by_hand}
    assert "payouts.paypal.minimum" not in {item["field"] for item in by_hand if item["record"] == "sproutgigs"}


_TEXT = st.text(alphabet="abc $৳%.,;|0123456789\npaypl minuterhdroক", max_size=300)


@settings(max_examples=150, deadline=None)
@given(_TEXT, st.integers(1, 50))
def test_no_page_makes_another_value_the_same(text: str, amount: int) -> None:
    """What a page says of 5 dollars is never taken for another sum that does not stand on it."""
    found = {(figure.unit, figure.low) for line in text.splitlines() for figure in figures_on(line)}
    for unit, low in found:
        assert str(low).rstrip("0").rstrip(".").split(".")[0].lstrip("0") in text.replace(",", "") or unit in ("days",)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "{value: 5 USD, source: terms, confidence: low}",
                "{value: 5.00 USD, confidence: low, source: article}",
                "{value: 6 USD, source: terms, confidence: low, note: {en: a, bn: b}}",
            ]
        ),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(["", " # told", "\n# told\n"]),
)
def test_writing_changes_no_value_and_no_other_byte(
    tmp_path_factory: pytest.TempPathFactory, claims: list[str], comment: str
) -> None:
    folder = tmp_path_factory.mktemp("records")
    (folder / "platforms").mkdir()
    text = (
        "id: x\npayouts:\n  - method: paypal\n    minimum:"
        + "".join(f"\n      - {one}{comment}" for one in claims)
        + "\n"
    )
    path = folder / "platforms/x.yaml"
    path.write_text(text, encoding="utf-8")
    claim = Claim(Minimum.parse("5 USD"), "terms", Confidence.LOW)
    count = write_seen(folder, [ClaimToFind("platforms", "x", "payouts.paypal.minimum", claim)], TODAY)
    after = path.read_text(encoding="utf-8")
    assert count == text.count("5 USD, source: terms")
    assert after.replace(f", seen: {TODAY}", "") == text
    assert read_text(after, "x").data
