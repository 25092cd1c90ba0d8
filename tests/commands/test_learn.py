"""`microjob learn`: the topics, and the claims ledger."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer

from microjob_cli.advice.learning import found, referenced
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.earning_records import Holds, Support
from microjob_cli.catalog.text import references
from microjob_cli.cli import COMMANDS, app
from microjob_cli.storage.folders import shipped_folder
from tests.making import TODAY
from tests.running import Microjob, Overlay


def supports(shipped: Catalogue) -> list[Support]:
    assumed = [support for one in shipped.assumptions.values() for support in one.rests_on]
    return assumed + [support for one in shipped.ledger.values() for support in one.evidence]


def test_without_a_topic_it_lists_them(microjob: Microjob) -> None:
    assert "income" in [one["topic"] for one in microjob("learn", "-f", "json").items]
    assert "income" in microjob("learn").out


def test_each_claim_has_a_verdict_a_reason_and_evidence(microjob: Microjob) -> None:
    items = microjob("learn", "income", "-f", "json").items
    assert len(items) >= 10
    assert {one["verdict"] for one in items} == {str(verdict) for verdict in Holds}
    assert all(one["text"] and one["evidence"] and one["claim"] for one in items)
    assert all(support["text"] for one in items for support in one["evidence"])


def test_the_monthly_promise_is_set_beside_this_programs_own_estimate(microjob: Microjob) -> None:
    items = {one["id"]: one for one in microjob("learn", "income", "-f", "json").items}
    own = [one["estimate"] for one in items["month-income"]["evidence"] if one["estimate"]]
    assert [one["hours_per_day"] for one in own] == [1.0, 4.0]
    (again,) = microjob("estimate", "--hours", "4", "-f", "json").items
    assert own[1]["typical"] == again["monthly"]["typical"]
    assert items["month-income"]["verdict"] == "rosy"


def test_the_oldest_site_is_shown_to_be_another_one(microjob: Microjob) -> None:
    out = microjob("learn", "income").out
    assert "Amazon Mechanical Turk, founded: 2005" in out
    assert "Microworkers, founded: by June 2009" in out
    assert "wrong" in out


def test_the_law_and_the_reach_of_a_method_are_named(microjob: Microjob) -> None:
    out = microjob("learn", "income").out
    assert "PayPal, works in, Bangladesh: no" in out
    assert "Litecoin, the law, Bangladesh: forbidden" in out


@pytest.mark.parametrize("word", ["income", "Earnings", "আয়"])
def test_a_topic_has_several_names(microjob: Microjob, word: str) -> None:
    assert microjob("learn", word, "-f", "json").json["query"]["topic"] == "income"


def test_an_unknown_topic_exits_3_with_a_suggestion(microjob: Microjob) -> None:
    answer = microjob("learn", "incom", "-f", "json")
    assert answer.code == 3
    assert answer.json["error"]["suggestions"][0] == "income"


def test_the_ledger_as_csv(microjob: Microjob) -> None:
    head, *rows = microjob("learn", "income", "-f", "csv").out.splitlines()
    assert head.removeprefix("\ufeff") == "claim,text,verdict,why,source"
    assert rows[0].startswith("month-income,")


def test_all_that_assumptions_and_verdicts_rest_on_is_there(shipped: Catalogue) -> None:
    evidence = shipped.evidence(TODAY)
    for support in supports(shipped):
        if support.estimate_hours is not None:
            continue
        looked_up = found(support, shipped, evidence)
        told = looked_up.text is not None or any(looked_up.sources)
        assert told, f"{support} names nothing"


def test_every_study_has_an_address_to_read(shipped: Catalogue) -> None:
    for study in shipped.studies.values():
        assert shipped.sources[study.source].address.startswith("http")


def test_unread_claims_of_before_a_source_existed_are_not_shown(microjob: Microjob) -> None:
    assert microjob("learn", "income", "-f", "json", today="2019-01-01").items == []


TOPICS = ["what", "needs", "start", "choosing", "payment", "income", "safety", "account", "trouble", "judging", "words"]
GUIDES = [topic for topic in TOPICS if topic != "income"]
COMMAND = re.compile(r"`(microjob [^`]*)`")


def folder_of(language: str) -> Path:
    return shipped_folder() / "guides" / language


def commands(catalogue: Catalogue) -> set[str]:
    """Every command that a guide names."""
    texts = (text for guide in catalogue.guides.values() for text in (guide.text.en, guide.text.bn))
    return {command for text in texts for command in COMMAND.findall(text)}


def test_every_topic_has_a_guide_in_both_languages(shipped: Catalogue) -> None:
    assert set(shipped.guides) == set(GUIDES)
    for language in ("en", "bn"):
        assert {path.stem for path in folder_of(language).iterdir()} == set(GUIDES)
    for guide in shipped.guides.values():
        assert re.search("[\u0980-\u09ff]", guide.title.bn)
        assert re.search("[\u0980-\u09ff]", guide.text.bn)
        assert not re.search("[\u0980-\u09ff]", guide.title.en + guide.text.en)


def test_both_languages_of_a_guide_give_the_same_figures_and_name_the_same_commands(shipped: Catalogue) -> None:
    for guide in shipped.guides.values():
        assert sorted(references(guide.text.en)) == sorted(references(guide.text.bn)), guide.topic
        assert sorted(COMMAND.findall(guide.text.en)) == sorted(COMMAND.findall(guide.text.bn)), guide.topic


def test_guides_are_short(shipped: Catalogue) -> None:
    for language in ("en", "bn"):
        for path in folder_of(language).iterdir():
            assert 15 <= len(path.read_text(encoding="utf-8").splitlines()) <= 40, path


def test_every_reference_names_something(shipped: Catalogue) -> None:
    evidence = shipped.evidence(TODAY)
    asked = {one for guide in shipped.guides.values() for one in references(guide.text.en)}
    assert len(asked) > 15
    assert [one for one in asked if referenced(one, shipped, evidence) is None] == []


def test_every_command_in_a_guide_is_one_of_ours(shipped: Catalogue) -> None:
    program: Any = typer.main.get_command(app)
    named = commands(shipped)
    assert len(named) > 10
    for command in named:
        _, name, *words = shlex.split(command)
        assert name in COMMANDS, command
        program.get_command(None, name).make_context(name, words)  # raises for an option that it does not have


def test_the_topics_are_listed_in_order_with_their_titles(microjob: Microjob) -> None:
    assert [one["topic"] for one in microjob("learn", "-f", "json").items] == TOPICS
    assert "Staying safe" in microjob("learn").out
    assert "নিরাপদে থাকুন" in microjob("--lang", "bn", "learn").out


@pytest.mark.parametrize("topic", GUIDES)
def test_a_guide_has_its_figures_put_in(microjob: Microjob, topic: str) -> None:
    for language in ("en", "bn"):
        (item,) = microjob("--lang", language, "learn", topic, "-f", "json").items
        assert (item["topic"], set(item)) == (topic, {"topic", "title", "text"})
        assert "{{" not in item["text"]
        assert item["title"]["text"] in microjob("--lang", language, "learn", topic).out


def test_a_figure_is_that_of_the_record_with_its_date(microjob: Microjob) -> None:
    out = microjob("learn", "payment", today="2026-03-01").out
    assert "A dollar at the last recorded rate: 122.30 tk (26 February 2026)." in out
    assert "Receiving by PayPal in Bangladesh: no (25 September 2026)." in microjob("learn", "payment").out
    assert "১২২.৩০ টাকা (২৬ " in microjob("--lang", "bn", "learn", "payment", today="2026-03-01").out


def test_what_was_not_yet_known_on_a_day_is_unknown(microjob: Microjob) -> None:
    out = microjob("learn", "payment", today="2001-01-01").out
    assert "A dollar at the last recorded rate: unknown." in out


def test_figures_follow_the_users_own_records(microjob: Microjob, overlay: Overlay) -> None:
    rate = "- {base: USD, quote: BDT, rate: 131.5, on: 2026-11-01, kind: interbank, source: me, confidence: high}\n"
    source = 'me: {title: "me.example: a page", address: "https://me.example/", kind: news, date: 2026-11-01}\n'
    folder = overlay({"exchange_rates.yaml": rate, "sources.yaml": source})
    assert "131.50 tk (1 November 2026)" in microjob("--data", str(folder), "learn", "payment").out


@pytest.mark.parametrize(
    ("word", "topic"),
    [("Safety", "safety"), ("নিরাপদে থাকুন", "safety"), ("নিরাপত্তা", "safety"), ("শুরু", "start"), ("withdraw", "payment")],
)
def test_a_guide_is_found_by_title_and_alias(microjob: Microjob, word: str, topic: str) -> None:
    assert microjob("learn", word, "-f", "json").json["query"]["topic"] == topic


def test_a_mistyped_topic_is_suggested(microjob: Microjob) -> None:
    answer = microjob("learn", "paymnt", "-f", "json")
    assert (answer.code, answer.json["error"]["suggestions"][0]) == (3, "payment")


def test_a_guide_as_csv(microjob: Microjob) -> None:
    assert microjob("learn", "what", "-f", "csv").out.removeprefix("\ufeff").startswith("topic,title,text")


def test_a_guide_of_the_users_own(microjob: Microjob, overlay: Overlay) -> None:
    folder = overlay({"guides/en/mine.md": "# Mine\n\nText.\n", "guides/bn/mine.md": "# আমার\n\nলেখা।\n"})
    assert "Text." in microjob("--data", str(folder), "learn", "mine").out
    assert microjob("--data", str(folder), "learn", "-f", "json").items[-1]["topic"] == "mine"
    (folder / "guides/en/mine.md").write_text("# Mine\n\nOther words.\n", encoding="utf-8")
    assert "Other words." in microjob("--data", str(folder), "learn", "mine").out


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"guides/en/mine.md": "# Mine\n\nText.\n"}, "guide-one-language"),
        ({"guides/en/mine.md": "Mine\n\nText.\n", "guides/bn/mine.md": "# আমার\n\nলেখা।\n"}, "guide-untitled"),
        (
            {"guides/en/mine.md": "# Mine\n\n{{examplegigs luck}}\n", "guides/bn/mine.md": "# আমার\n\nলেখা।\n"},
            "guide-reference",
        ),
        (
            {"guides/en/mine.md": "# Mine\n\n{{nobody fee}}\n", "guides/bn/mine.md": "# আমার\n\nলেখা।\n"},
            "guide-reference",
        ),
    ],
)
def test_what_is_wrong_with_a_guide_is_found(
    on_small: Microjob, overlay: Overlay, files: dict[str, str], code: str
) -> None:
    folder = overlay(files)
    for path in (folder, folder / "guides", folder / "guides/en/mine.md"):
        answer = on_small("data", "check", str(path), "-f", "json")
        assert (answer.code, [one["code"] for one in answer.items]) == (1, [code])
    assert answer.items[0]["line"] == (3 if code == "guide-reference" else 1)
