"""`microjob recommend` from the outside, on the invented records: who is ranked, who is not, and what to do first."""

from __future__ import annotations

from typing import Any

import pytest

from tests.running import Answer, Microjob, Overlay

PROMISED = {
    "rank", "platform", "name", "verdict", "evidence", "reasons", "first_steps", "route",
    "first_payout_days", "net_per_hour",
}  # fmt: skip


def verdicts(answer: Answer) -> dict[str, str]:
    return {item["platform"]: item["verdict"] for item in answer.items}


def codes(item: dict[str, Any], key: str) -> list[str]:
    return [entry["code"] for entry in item[key]]


def test_the_sound_site_comes_first_and_those_to_avoid_do_not_come(on_small: Microjob) -> None:
    answer = on_small("recommend", "-f", "json")
    assert answer.code == 0
    assert verdicts(answer) == {"examplegigs": "unproven", "blogonly": "unproven"}
    assert [item["rank"] for item in answer.items] == [1, 2]
    assert [item["evidence"]["level"] for item in answer.items] == ["recent", "nobody"]


def test_every_item_has_the_promised_keys(on_small: Microjob) -> None:
    for item in on_small("recommend", "--all", "-f", "json").items:
        assert set(item) >= PROMISED
        for entry in (*item["reasons"], *item["first_steps"]):
            assert list(entry) == ["code", "text"]
            assert entry["text"]


@pytest.mark.parametrize(("note", "count"), [("closed", 3), ("unreachable", 2), ("avoid", 1)])
def test_a_note_says_how_many_are_not_ranked_and_why(note: str, count: int, on_small: Microjob) -> None:
    answer = on_small("recommend", "-f", "json")
    (text,) = (one["text"] for one in answer.json["notes"] if one["code"] == f"not-ranked-{note}")
    assert text.startswith(f"{count} not ranked")
    assert "see-all" in answer.notes


def test_all_lists_those_too_and_says_why(on_small: Microjob) -> None:
    answer = on_small("recommend", "--all", "-f", "json")
    assert len(answer.items) == 8
    found = {item["platform"]: item for item in answer.items}
    assert {key: one["verdict"] for key, one in found.items() if one["rank"] is None} == {
        "nopay": "avoid", "refuses-bd": "unreachable", "paypalonly": "unreachable", "closedjobs": "closed",
        "mergedwork": "closed", "unnamed-2020": "closed",
    }  # fmt: skip
    assert "country-refused" in codes(found["refuses-bd"], "reasons")
    assert "status-closed" in codes(found["closedjobs"], "reasons")
    assert {"reported", "warned-non-payment-report"} <= set(codes(found["nopay"], "reasons"))
    assert "see-all" not in answer.notes


def test_in_another_country_the_same_sites_are_something_else(on_small: Microjob) -> None:
    every = verdicts(on_small("recommend", "--all", "--country", "IN", "-f", "json"))
    assert (every["paypalonly"], every["refuses-bd"], every["examplegigs"]) == ("unknown", "unknown", "unknown")


def test_filters_narrow_the_choice(on_small: Microjob) -> None:
    assert verdicts(on_small("recommend", "--payout", "bkash", "-f", "json")) == {"examplegigs": "unproven"}
    assert verdicts(on_small("recommend", "--task", "survey", "-f", "json")) == {"examplegigs": "unproven"}
    assert verdicts(on_small("recommend", "--payout", "bitcoin", "-f", "json")) == {}


def test_nothing_fitting_is_no_failure(on_small: Microjob) -> None:
    answer = on_small("recommend", "--payout", "bitcoin")
    assert (answer.code, answer.err) == (0, "")
    assert "No site in the records fits all of that." in answer.out


def test_the_limit_holds_and_the_rest_is_counted(on_small: Microjob) -> None:
    answer = on_small("recommend", "--limit", "1", "-f", "json")
    assert list(verdicts(answer)) == ["examplegigs"]
    assert "more" in answer.notes
    assert on_small("recommend", "--limit", "0").code == 2


def test_the_answer_ends_with_what_to_do_first(on_small: Microjob) -> None:
    out = on_small("recommend").out
    steps = out[out.index("If you try ExampleGigs") :]
    assert "https://www.examplegigs.example" in steps
    assert "tinytasks.example" in steps
    assert "payment account in your name" in steps
    assert "75%" in steps
    assert "Never pay to get work" in steps


def test_the_first_steps_are_those_of_the_record(on_small: Microjob) -> None:
    first, second = on_small("recommend", "-f", "json").items
    assert codes(first, "first_steps")[0] == "step-sign-up"
    assert {"step-lookalikes", "step-identity", "step-success-rate", "step-schedule"} <= set(
        codes(first, "first_steps")
    )
    assert {"step-keep-account", "step-never-break-rules"} <= set(codes(second, "first_steps"))
    assert all(codes(item, "first_steps")[-1] == "step-never" for item in (first, second))


def test_explain_gives_every_reason(on_small: Microjob) -> None:
    short, long = on_small("recommend").out, on_small("recommend", "--explain").out
    told = [entry["text"] for item in on_small("recommend", "-f", "json").items for entry in item["reasons"]]
    assert all(text in long for text in told)
    assert not all(text in short for text in told)


def test_csv_is_one_site_a_row(on_small: Microjob) -> None:
    out = on_small("recommend", "-f", "csv").out.splitlines()
    assert out[0].startswith("\ufeffrank,id,name,verdict,evidence")
    assert out[1].startswith("1,examplegigs,ExampleGigs,unproven,recent")


def test_work_that_breaks_rules_is_cautioned_of(microjob: Microjob) -> None:
    shown = microjob("tasks", "captcha", "-f", "json").items[0]
    answer = microjob("recommend", "--task", "captcha", "-f", "json")
    told = {note["code"]: note["text"] for note in answer.json["notes"]}
    assert shown["breaks_rules"]["text"] in told["task-breaks-rules"]
    assert ("task-danger" in told) is (shown["danger"] is not None)
    assert "ক্যাপচা" in microjob("recommend", "--task", "captcha", "--lang", "bn").out


def test_harmless_work_is_not_cautioned_of(microjob: Microjob) -> None:
    assert not {"task-breaks-rules", "task-danger"} & set(microjob("recommend", "--task", "survey", "-f", "json").notes)


def test_dangerous_work_is_cautioned_of(microjob: Microjob) -> None:
    dangerous = next(item for item in microjob("tasks", "-f", "json").items if item["danger"])
    notes = microjob("recommend", "--task", dangerous["id"], "-f", "json").json["notes"]
    assert any(dangerous["danger"]["text"] in note["text"] for note in notes if note["code"] == "task-danger")


BY_TWO = """
id: bytwo
name: By Two
website:
aliases: {}
status: [{value: active, source: gamma-news, as_of: 2026-05, confidence: high}]
payouts:
  - method: paypal
    offered: [{value: yes, source: gamma-news, as_of: 2026-05, confidence: high}]
    minimum: [{value: 15 USD, source: gamma-news, as_of: 2026-05, confidence: high}]
  - method: bkash
    offered: [{value: yes, source: gamma-news, as_of: 2026-05, confidence: high}]
    minimum: [{value: 2400 BDT, source: gamma-news, as_of: 2026-05, confidence: high}]
"""


@pytest.mark.parametrize("words", [("recommend", "--payout", "bkash"), ("route", "bytwo", "--to", "bkash")])
def test_the_minimum_of_what_does_not_reach_her_sets_no_amount(
    words: tuple[str, ...], on_small: Microjob, overlay: Overlay
) -> None:
    """By PayPal, which Bangladesh does not receive, 15 dollars would do; 2,400 taka by bKash are 20 dollars."""
    folder = overlay({"platforms/bytwo.yaml": BY_TWO})
    answer = on_small("--data", str(folder), *words, "-f", "json")
    routes = [item.get("route") or item for item in answer.items]
    (route,) = (one for one in routes if one["platform"] == "bytwo" and one["via"] == "bkash")
    assert route["send"] == {"amount": "2400.00", "currency": "BDT"}
    assert route["blocked"] is None


def test_too_small_a_sum_is_not_blamed_on_the_law(on_small: Microjob) -> None:
    little = on_small("recommend", "--payout", "bkash", "--amount", "0.50 USD", "-f", "json")
    enough = on_small("recommend", "--payout", "bkash", "--amount", "10 USD", "-f", "json")
    assert "not-ranked-too-little" in little.notes
    assert "not-ranked-too-little" not in enough.notes
    assert [one for one in little.notes if one.endswith("unreachable")] == [
        one for one in enough.notes if one.endswith("unreachable")
    ]


def test_a_rate_is_told_once(on_small: Microjob) -> None:
    notes = on_small("recommend", "--payout", "bkash", "--max-minimum", "5 USD", "-f", "json").json["notes"]
    assert len({note["text"] for note in notes}) == len(notes)


DISPUTED = """
id: disputed
name: Disputed Gigs
website:
aliases: {}
status: [{value: active, source: gamma-news, as_of: 2026-05, confidence: high}]
payouts:
  - method: bkash
    offered: [{value: yes, source: gamma-news, as_of: 2026-05, confidence: high}]
    minimum:
      - {value: 100 BDT, source: gamma-news, as_of: 2026-05, confidence: high}
      - {value: 500 BDT, source: gamma-news, as_of: 2026-04, confidence: high}
"""


def test_a_disputed_minimum_is_reckoned_with_at_its_highest_everywhere_and_both_are_shown(
    on_small: Microjob, overlay: Overlay
) -> None:
    mine = ("--data", str(overlay({"platforms/disputed.yaml": DISPUTED})))
    for words in (
        ("recommend", "--payout", "bkash"),
        ("recommend", "--payout", "bkash", "--explain"),
        ("route", "disputed", "--to", "bkash", "--amount", "600 BDT"),
        ("list", "--payout", "bkash", "--sort", "minimum"),
        ("compare", "disputed", "examplegigs"),
        ("show", "disputed"),
        ("payouts", "bkash"),
        ("why", "disputed", "payouts.bkash.minimum"),
    ):
        out = on_small(*mine, *words).out
        assert out.index("500 tk") < out.index("100"), words
    for limit, fits in (("100 BDT", False), ("499 BDT", False), ("500 BDT", True)):
        for command in ("list", "recommend"):
            within = on_small(*mine, command, "--payout", "bkash", "--max-minimum", limit, "-f", "json")
            assert ("disputed" in within.ids) is fits, (command, limit)
    (low,) = on_small(*mine, "route", "disputed", "--to", "bkash", "--amount", "499 BDT", "-f", "json").items
    assert low["blocked"]["code"] == "below-minimum"
    assert (
        on_small(*mine, "why", "disputed", "payouts.bkash.minimum", "-f", "json").items[0]["rule"]["code"] == "highest"
    )


@pytest.mark.parametrize(
    ("fields", "note", "excluded"),
    [
        ("warnings: [{code: pay-to-join, en: A., bn: ক।, source: gamma-news, confidence: low}]", "avoid", None),
        ("warnings: [{code: must-recruit, en: A., bn: ক।, source: gamma-news, confidence: low}]", "avoid", None),
        ("skill: [{value: expert, source: gamma-news, confidence: low}]", "expert", "expert"),
        ("kind: [{value: freelance, source: gamma-news, confidence: low}]", "freelance", "freelance"),
    ],
)
def test_deposit_schemes_and_other_than_micro_jobs_are_told_but_never_ranked(
    fields: str, note: str, excluded: str | None, on_small: Microjob, overlay: Overlay
) -> None:
    mine = ("--data", str(overlay({"platforms/bytwo.yaml": f"{BY_TWO}{fields}\n"})))
    answer = on_small(*mine, "recommend", "-f", "json")
    assert "bytwo" not in verdicts(answer)
    assert f"not-ranked-{note}" in answer.notes
    every = {item["platform"]: item for item in on_small(*mine, "recommend", "--all", "-f", "json").items}
    assert (every["bytwo"]["rank"], every["bytwo"]["excluded"]) == (None, excluded)
    if excluded is None:
        assert every["bytwo"]["verdict"] == "avoid"


@pytest.mark.parametrize("asked", [("--skill", "expert"), ("--kind", "freelance")])
def test_who_asks_for_just_that_gets_it_ranked(asked: tuple[str, ...], on_small: Microjob, overlay: Overlay) -> None:
    field, value = asked[0].removeprefix("--"), asked[1]
    record = f"{BY_TWO}{field}: [{{value: {value}, source: gamma-news, confidence: low}}]\n"
    mine = ("--data", str(overlay({"platforms/bytwo.yaml": record})))
    assert on_small(*mine, "recommend", *asked, "-f", "json").ids == ["bytwo"]


def test_those_that_pay_by_it_themselves_come_first(on_small: Microjob, overlay: Overlay) -> None:
    by_nagad = BY_TWO.replace("bkash", "nagad").replace("bytwo", "bynagad")
    mine = ("--data", str(overlay({"platforms/bytwo.yaml": BY_TWO, "platforms/bynagad.yaml": by_nagad})))
    for method in ("bkash", "nagad"):
        items = on_small(*mine, "recommend", "--payout", method, "-f", "json").items
        direct = [item["route"]["direct"] for item in items]
        assert direct == sorted(direct, reverse=True)
        assert items[0]["route"]["direct"]
