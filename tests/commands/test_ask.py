"""`microjob ask` from the outside: which answer a question gets, in which language, and what is declined."""

from __future__ import annotations

import csv
import gc
import io
import json
import re
import shlex
from collections.abc import Callable
from typing import Any

import pytest

from microjob_cli.render.json_writer import indented
from tests.running import Answer, Microjob, Screen

Piped = Callable[[bytes | str], None]
BENGALI = re.compile("[\u0980-\u09ff]")


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Piped:
    """Pipes that into the next call."""

    def piped(text: bytes | str) -> None:
        raw = text.encode() if isinstance(text, str) else text
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))

    return piped


def the_one(answer: Answer) -> dict[str, Any]:
    (item,) = answer.items
    return item


@pytest.mark.parametrize(
    ("question", "intent", "command"),
    [
        ("which sites pay out via bKash", "platforms_by_payout", "list --payout bkash"),
        ("which sites pay by bKash", "platforms_by_payout", "list --payout bkash"),
        ("lowest payout threshold", "lowest_threshold", "list --status active --sort minimum"),
        ("সবচেয়ে কম কত ডলারে উইথড্র দেওয়া যায়?", "lowest_threshold", "list --status active --sort minimum"),
        ("PayPal chara withdraw kora jabe?", "platforms_by_payout", "list --without paypal"),
        ("Micro job e kaj korar por payment kivabe pabo?", "payout_route", "payouts"),
        ("hotovaga vs sproutgigs", "compare_platforms", "compare hotovaga sproutgigs"),
        ("how do I bring Payoneer dollars to bKash", "payout_route", "route payoneer --to bkash"),
        ("পেওনিয়ারের ডলার বিকাশে আনব কীভাবে", "payout_route", "route payoneer --to bkash"),
    ],
)
def test_a_question_is_answered_by_the_command_that_is_told(
    question: str, intent: str, command: str, microjob: Microjob
) -> None:
    answer = microjob("ask", question, "-f", "json")
    item = the_one(answer)
    assert (answer.code, item["intent"], item["declined"]) == (0, intent, None)
    assert " ".join(item["command"]).startswith(command)


@pytest.mark.parametrize(
    "question",
    [
        "which sites pay out via bKash",
        "lowest payout threshold",
        "PayPal chara withdraw kora jabe?",
        "is SproutGigs real",
    ],
)
def test_the_answer_is_the_very_envelope_of_the_command(question: str, microjob: Microjob) -> None:
    item = the_one(microjob("ask", question, "-f", "json"))
    own = "bn" if "chara" in question else "en"
    assert item["answer"] == microjob("--lang", own, *item["command"], "-f", "json").json


def test_who_pays_by_bkash_is_listed_as_list_lists_it(microjob: Microjob) -> None:
    asked = the_one(microjob("ask", "which sites pay out via bKash", "-f", "json"))["answer"]["items"]
    listed = microjob("list", "--payout", "bkash", "-f", "json").items
    assert sorted(one["id"] for one in asked) == sorted(one["id"] for one in listed) != []


def test_the_command_is_told_and_its_answer_shown(microjob: Microjob) -> None:
    out = microjob("ask", "which sites pay out via bKash").out
    assert "`microjob list --payout bkash" in out
    for name in ("Hotovaga", "IncomeBD50"):
        assert name in out


def test_a_question_about_one_site_is_answered_with_the_facts_asked_for(microjob: Microjob) -> None:
    item = the_one(microjob("ask", "what is the minimum withdrawal of SproutGigs", "-f", "json"))
    assert (item["intent"], item["slots"]["platforms"]) == ("threshold_of_platform", ["sproutgigs"])
    shown = microjob("show", "sproutgigs", "-f", "json").items[0]["payouts"]
    minimums = {one["method"]: one["minimum"] for one in shown if one["current"]}
    assert {one["of"]: one["fact"] for one in item["facts"] if one["field"] == "minimum"} == minimums


def test_a_method_that_is_not_recorded_for_a_site_is_unknown(microjob: Microjob) -> None:
    item = the_one(microjob("ask", "does SproutGigs pay by Upay", "-f", "json"))
    (told,) = [one for one in item["facts"] if one["of"] == "upay"]
    assert (told["field"], told["fact"]["value"]) == ("offered", None)
    assert "unknown" in microjob("ask", "does SproutGigs pay by Upay").out


def test_whether_a_site_is_real_is_answered_with_its_verdict(microjob: Microjob) -> None:
    item = the_one(microjob("ask", "is SproutGigs real", "-f", "json"))
    assert (item["intent"], item["verdict"]) == ("platform_legitimacy", "unreachable")
    assert the_one(microjob("ask", "is MTFE legit", "-f", "json"))["verdict"] == "avoid"


@pytest.mark.parametrize(
    "question",
    [
        "is zorbagigs legit",
        "zorbagigs ki real",
        "Zorbagigs কি আসল",
        "what is the minimum withdrawal of zorbagigs",
        "zorbagigs e minimum koto",
        "is zorbagigs available in bangladesh",
    ],
)
def test_an_unknown_site_is_told_to_be_unknown(question: str, microjob: Microjob) -> None:
    answer = microjob("ask", question, "-f", "json")
    item = the_one(answer)
    assert [one.casefold() for one in item["slots"]["platforms_unlisted"]] == ["zorbagigs"]
    assert [one["code"] for one in item["answer"]["items"]] == ["unknown"]
    assert "zorbagigs" in microjob("ask", question).out.casefold()


@pytest.mark.parametrize(
    ("question", "name", "command"),
    [
        ("compare sproutgigs and zelvora", "zelvora", "show sproutgigs"),
        ("স্প্রাউটগিগস নাকি জেলভোরা কোনটা ভালো", "জেলভোরা", "show sproutgigs"),
        ("how much can I earn on zelvora", "zelvora", "estimate"),
        ("zelvora theke bkash e taka anbo kivabe", "zelvora", "payouts"),
        ("alternatives to zelvora", "zelvora", "recommend"),
        ("টাস্করিও কি বিকাশে টাকা দেয়", "টাস্করিও", ""),
    ],
)
def test_what_a_question_names_is_told_to_be_unrecorded_whatever_it_asks(
    question: str, name: str, command: str, microjob: Microjob
) -> None:
    item = the_one(microjob("ask", question, "-f", "json"))
    assert [one["name"] for one in item["unrecorded"]] == [name]
    assert " ".join(item["command"]).startswith(command)
    assert name in microjob("ask", question).out


def test_names_that_come_near_an_unrecorded_one_are_told(microjob: Microjob) -> None:
    (one,) = the_one(microjob("ask", "is TaskBucks legit", "-f", "json"))["unrecorded"]
    assert one == {"name": "TaskBucks", "nearest": ["TimeBucks", "Swagbucks"]}
    assert "TimeBucks" in microjob("ask", "is TaskBucks legit").out


@pytest.mark.parametrize("question", ["Survey site konta valo", "Amazon e ki kaj ache", "korun bolen kon site valo"])
def test_ordinary_words_are_no_unrecorded_names(question: str, microjob: Microjob) -> None:
    assert the_one(microjob("ask", question, "-f", "json"))["unrecorded"] == []


def test_a_look_alike_is_not_taken_for_the_site(microjob: Microjob) -> None:
    item = the_one(microjob("ask", "is https://sproutgigs.com@evil.example real", "-f", "json"))
    assert "real" not in [one["code"] for one in item["answer"]["items"]]


@pytest.mark.parametrize(
    "question", ["আজ আবহাওয়া কেমন", "aj abohawa kemon", "what is the weather today", "asdf qwer zxcv", "😀", "?"]
)
def test_what_it_knows_nothing_of_is_3_and_it_tells_what_it_can_answer(question: str, microjob: Microjob) -> None:
    answer = microjob("ask", question)
    assert (answer.code, answer.err) == (3, "")
    assert answer.out.count("microjob ask ") == 4
    item = the_one(microjob("ask", question, "-f", "json"))
    assert (item["intent"], item["command"], item["answer"]) == ("out_of_scope", None, None)
    assert item["declined"]
    assert item["text"]


def test_the_questions_that_it_offers_it_can_answer(microjob: Microjob) -> None:
    for language in ("en", "bn"):
        out = microjob("--lang", language, "ask", "asdf qwer zxcv").out
        offered = re.findall(r'microjob ask "([^"]+)"', out)
        assert len(offered) == 4
        assert [question for question in offered if microjob("ask", question).code != 0] == []


def test_gibberish_is_told_from_what_is_out_of_scope(microjob: Microjob) -> None:
    assert the_one(microjob("ask", "asdf qwer zxcv", "-f", "json"))["declined"] == "not_understood"
    assert the_one(microjob("ask", "আজ আবহাওয়া কেমন", "-f", "json"))["declined"] == "other_domain"


def test_todays_rate_is_declined_but_the_last_one_is_told_with_its_date(microjob: Microjob) -> None:
    answer = microjob("ask", "আজকে ডলারের রেট কত", "-f", "json")
    item = the_one(answer)
    assert (answer.code, item["declined"]) == (3, "live_data")
    newest = the_one(microjob("why", "USD/BDT", "rate", "-f", "json"))["fact"]
    assert (item["rate"]["base"], item["rate"]["quote"], item["rate"]["on"]) == ("USD", "BDT", newest["as_of"])
    assert float(item["rate"]["rate"]) == newest["value"]
    assert "২০২৬" in item["text"]


def test_a_rate_of_a_later_day_is_not_told(microjob: Microjob) -> None:
    item = the_one(microjob("ask", "what is the dollar rate today", "-f", "json", today="2025-06-01"))
    assert item["rate"]["on"] <= "2025-06-01"
    assert the_one(microjob("ask", "what is the dollar rate today", "-f", "json", today="1990-01-01"))["rate"] is None


def test_an_offer_is_answered_from_the_danger_signs(microjob: Microjob) -> None:
    answer = microjob("ask", "Telegram job, pay 1000 taka first", "-f", "json")
    item = the_one(answer)
    assert (answer.code, item["intent"]) == (0, "scam_check")
    assert {"pay-first", "messenger-job"} <= {one["code"] for one in item["signs"]}
    out = microjob("ask", "Telegram job, pay 1000 taka first").out
    assert [sign["text"] in out for sign in item["signs"]] == [True] * len(item["signs"])


@pytest.mark.parametrize(
    ("question", "bengali"),
    [
        ("lowest payout threshold", False),
        ("সবচেয়ে কম কত ডলারে উইথড্র দেওয়া যায়?", True),
        ("PayPal chara withdraw kora jabe?", True),
        ("আজ আবহাওয়া কেমন", True),
        ("what is the weather today", False),
    ],
)
def test_the_answer_is_in_the_language_of_the_question(question: str, bengali: bool, microjob: Microjob) -> None:
    assert bool(BENGALI.search(microjob("ask", question).out.splitlines()[0])) is bengali


def test_the_language_that_is_asked_for_goes_first(microjob: Microjob) -> None:
    assert not BENGALI.search(microjob("--lang", "en", "ask", "PayPal chara withdraw kora jabe?").out)
    assert BENGALI.search(microjob("--lang", "bn", "ask", "lowest payout threshold").out.splitlines()[0])


UNSURE = "i got ban yesterday so maybe no money for me, just for one job"


def test_an_unsure_question_is_told_in_three_ways_by_number(microjob: Microjob) -> None:
    answer = microjob("ask", UNSURE, "-f", "json")
    item = the_one(answer)
    assert (answer.code, item["declined"]) == (0, None)
    commands = [one["command"] for one in item["alternatives"]]
    assert (item["sure"], commands[0], 2 <= len(commands) <= 3) == (False, item["command"], True)
    assert len({tuple(command) for command in commands}) == len(commands)
    out = microjob("ask", UNSURE).out
    assert [f"microjob {command[0]}" in out for command in commands] == [True] * len(commands)


def test_one_of_the_likeliest_is_chosen_by_a_digit(microjob: Microjob, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = [one["command"] for one in the_one(microjob("ask", UNSURE, "-f", "json"))["alternatives"]]
    for typed, chosen in (("2\n", commands[1]), ("x\n2\n", commands[1]), ("\n", commands[0])):
        monkeypatch.setattr("sys.stdin", Screen(typed))
        screen = Screen()
        monkeypatch.setattr("sys.stdout", screen)
        assert microjob("ask", UNSURE).code == 0
        assert f"microjob {chosen[0]}" in screen.getvalue()


def test_two_questions_in_one_are_both_answered(microjob: Microjob) -> None:
    asked = "what is a micro job? and how do I get the money to bkash?"
    item = the_one(microjob("ask", asked, "-f", "json"))
    assert (item["command"], item["other"]["command"]) == (["learn", "what"], ["payouts", "bkash"])
    out = microjob("ask", asked).out
    assert "microjob learn what" in out
    assert "microjob payouts bkash" in out


QUESTIONS = "which sites pay out via bKash\n\nআজ আবহাওয়া কেমন\r\n  lowest payout threshold  \n"


def test_several_questions_piped_in_are_answered_in_order_a_line_each(microjob: Microjob, pipe: Piped) -> None:
    pipe(QUESTIONS)
    answer = microjob("ask", "-f", "jsonl")
    items = [json.loads(line) for line in answer.out.splitlines()]
    assert [item["question"] for item in items] == [
        "which sites pay out via bKash", "আজ আবহাওয়া কেমন", "lowest payout threshold",
    ]  # fmt: skip
    assert [item["intent"] for item in items] == ["platforms_by_payout", "out_of_scope", "lowest_threshold"]
    assert answer.code == 0


def test_each_of_several_questions_is_answered_as_if_it_were_alone(microjob: Microjob, pipe: Piped) -> None:
    pipe(QUESTIONS)
    together = [json.loads(line) for line in microjob("ask", "-f", "jsonl").out.splitlines()]
    alone = [the_one(microjob("ask", item["question"], "-f", "json")) for item in together]
    assert together == alone


def test_several_questions_of_which_none_can_be_answered_are_3(microjob: Microjob, pipe: Piped) -> None:
    pipe("আজ আবহাওয়া কেমন\nasdf qwer zxcv\n")
    assert microjob("ask").code == 3


def test_several_questions_are_told_apart(microjob: Microjob, pipe: Piped) -> None:
    pipe(QUESTIONS)
    out = microjob("ask").out
    places = [out.index(question) for question in ("which sites pay", "আজ আবহাওয়া", "lowest payout")]
    assert places == sorted(places)


def test_words_without_quotes_are_one_question(microjob: Microjob) -> None:
    assert (
        the_one(microjob("ask", "lowest", "payout", "threshold", "-f", "json"))["question"] == "lowest payout threshold"
    )


def test_csv_has_one_row_a_question(microjob: Microjob, pipe: Piped) -> None:
    pipe(QUESTIONS)
    rows = list(csv.DictReader(io.StringIO(microjob("ask", "-f", "csv").out.removeprefix("\ufeff"))))
    assert [row["intent"] for row in rows] == ["platforms_by_payout", "out_of_scope", "lowest_threshold"]
    assert rows[0]["command"].startswith("microjob list --payout bkash")
    assert (rows[1]["command"], rows[1]["declined"]) == ("", "other_domain")


def test_markdown_has_the_answer_as_a_table(microjob: Microjob) -> None:
    lines = microjob("ask", "which sites pay out via bKash", "-f", "markdown").out.splitlines()
    assert any(line.startswith("| [Hotovaga]") for line in lines)


def test_a_failure_is_json_too(microjob: Microjob, pipe: Piped) -> None:
    pipe("")
    answer = microjob("ask", "-f", "json")
    assert (answer.code, answer.json["error"]["code"], answer.items) == (2, "no-question", [])


@pytest.mark.parametrize("piped", ["", "\n \n\t\n"])
@pytest.mark.parametrize("words", [(), ("",), ("  ", "")])
def test_no_question_at_all_is_2(words: tuple[str, ...], piped: str, microjob: Microjob, pipe: Piped) -> None:
    pipe(piped)
    answer = microjob("ask", *words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1


def test_nothing_typed_at_a_terminal_is_2_and_nobody_waits(microjob: Microjob, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Screen("never read\n"))
    assert microjob("ask").code == 2


def test_a_closed_stdin_is_no_question(microjob: Microjob, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert microjob("ask").code == 2
    assert microjob("ask", "lowest payout threshold").code == 0


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_what_is_not_utf_8_is_2_whatever_the_system_reads(
    encoding: str, microjob: Microjob, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = io.BytesIO("বিকাশ\n".encode("utf-16"))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(raw, encoding=encoding, errors="surrogateescape"))
    answer = microjob("ask")
    assert (answer.code, answer.out) == (2, "")
    assert "UTF-8" in answer.err


def test_bengali_is_read_whatever_the_system_reads_and_a_byte_order_mark_is_no_letter(
    microjob: Microjob, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = io.BytesIO("\ufeffকোন সাইট বিকাশে পেমেন্ট দেয়\n".encode())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(raw, encoding="latin-1"))
    item = json.loads(microjob("ask", "-f", "jsonl").out)
    assert (item["question"], item["intent"]) == ("কোন সাইট বিকাশে পেমেন্ট দেয়", "platforms_by_payout")


def test_a_question_cannot_steer_the_terminal(microjob: Microjob) -> None:
    assert "\x1b" not in microjob("ask", "is \x1b[31mzorbagigs\x1b[0m legit").out
    assert "\x1b" not in microjob("ask", "is https://\x1b[31mevil.example legit").out


def test_a_command_that_is_told_can_be_pasted(microjob: Microjob) -> None:
    out = microjob("ask", 'is "zorbagigs" $(id) legit').out
    told = re.search(r"`microjob (.*)`", out)
    assert told is not None
    item = the_one(microjob("ask", 'is "zorbagigs" $(id) legit', "-f", "json"))
    assert shlex.split(told[1]) == item["command"]


@pytest.mark.parametrize(
    "question",
    [
        "I paid an amount for the work but I cannot withdraw",
        "I have already paid the fee, they still do not let me withdraw",
        "we deposited 2000 taka and the site is gone",
        "I've invested in an app and it is closed now",
        "I gave them 500 taka for a membership",
        "they lied to me and took my money",
        "my friend and I got cheated, we were scammed by a job",
        "I deposited in MTFE, where do I report it",
        "ami 500 taka disi kintu withdraw dey na",
        "deposit korechilam ekhon taka tulte pari na",
        "bkash e 1000 taka pathaisi oder number e, kaj dey nai",
        "amake thokaise vai ki korbo",
        "কাজ পাওয়ার জন্য টাকা দিয়েছিলাম, এখন তুলতে পারি না",
        "আমি ৩০০০ টাকা ডিপোজিট করছি, আর ফেরত দেয় না",
        "প্যাকেজ কিনেছি কিন্তু অ্যাপ খোলে না",
        "আমি প্রতারিত হয়েছি",
    ],
)
def test_who_paid_or_was_cheated_is_told_what_to_do_and_whom_to_turn_to(question: str, microjob: Microjob) -> None:
    item = the_one(microjob("ask", question, "-f", "json"))
    assert (item["intent"], item["command"]) == ("cheated", ["learn", "safety"])
    bengali = bool(BENGALI.search(item["text"]))
    told = ("আর একটা টাকাও দেবেন না", "প্রমাণ", "ওয়ালেট", "৯৯৯", "১৬২৪৭") if bengali else (
        "Pay no more", "Keep all proof", "Tell the wallet", "999", "16247",
    )  # fmt: skip
    assert [part for part in told if part not in item["text"]] == []
    assert "support" not in item["text"]


@pytest.mark.parametrize(
    "question",
    [
        "when am I paid for my tasks",
        "my withdrawal is still pending after 5 days",
        "I sent money from Payoneer to bKash and it has not arrived",
        "withdraw disi 3 din holo taka ase nai",
        "proof joma diyechi kintu approve hoy nai",
        "has anyone been cheated by microworkers",
        "someone asks me to deposit 500 taka first",
        "amar taka mere dibe na to",
        "পেমেন্ট কবে দেয়",
    ],
)
def test_who_only_waits_or_asks_of_it_is_not_taken_for_cheated(question: str, microjob: Microjob) -> None:
    assert the_one(microjob("ask", question, "-f", "json"))["intent"] not in ("cheated", "out_of_scope")


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("earn daily at sproutgigs.mov now", "near-miss"),
        ("how much can I earn at SproutGigs.zip in a month", "near-miss"),
        ("sproutgigs.mov e bikash e payment dey?", "near-miss"),
        ("what is the weather at SproutGigs.zip today", "near-miss"),
        ("can I withdraw to bKash from picoworkers.org", "lookalike"),
    ],
)
def test_whatever_is_asked_an_address_like_that_of_a_site_is_warned_of(
    question: str, code: str, microjob: Microjob
) -> None:
    item = the_one(microjob("--lang", "en", "ask", question, "-f", "json"))
    assert [(one["code"], one["platform"]) for one in item["sites"]] == [(code, "sproutgigs")]
    if (item["command"] or [""])[0] != "check":
        assert item["sites"][0]["text"] in " ".join(microjob("--lang", "en", "ask", question).out.split())


@pytest.mark.parametrize("question", ["what does sproutgigs.com pay", "is a job at example.org good", "I paid a fee"])
def test_no_other_address_is(question: str, microjob: Microjob) -> None:
    assert the_one(microjob("ask", question, "-f", "json"))["sites"] == []


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("hotovaga scammed me", ["named"]),
        ("I paid sproutgigs.xyz 500 taka and they cheated me", ["near-miss"]),
        ("I paid them at sproutgigs.com", ["real"]),
        ("I got scammed at example.org", ["unknown"]),
    ],
)
def test_who_was_cheated_is_told_what_the_site_is(question: str, codes: list[str], microjob: Microjob) -> None:
    item = the_one(microjob("ask", question, "-f", "json"))
    assert item["intent"] == "cheated"
    assert [one["code"] for one in item["sites"]] == codes


def test_whom_to_turn_to_is_told_with_its_source_for_ones_own_country_and_as_of_the_day(microjob: Microjob) -> None:
    out = microjob("ask", "I was cheated").out
    assert "999, the national emergency number, at any hour, from any phone and free of charge. (BSS" in out
    assert "4 December 2025" in out
    for more in (("--country", "US"), ("--today", "2019-01-01")):
        item = the_one(
            microjob(*more, "ask", "I was cheated", "-f", "json", today=None if "--today" in more else "2026-11-23")
        )
        assert "Pay no more" in item["text"]
        assert "999" not in item["text"]
    assert "999" in microjob("learn", "safety").out
    assert "bssnews" in microjob("why", "BD", "help.police").out


@pytest.mark.parametrize(
    "question",
    [
        "How do I make money online?",
        "I want some income on the internet",
        "what is the best thing to earn from at home online",
        "অনলাইন ইনকাম",
        "ঘরে বসে অনলাইনে টাকা আয়",
        "online income korbo kivabe",
        "online e taka kamanor upay bolen",
    ],
)
def test_who_wants_to_earn_online_is_helped(question: str, microjob: Microjob) -> None:
    answer = microjob("ask", question, "-f", "json")
    assert (answer.code, the_one(answer)["command"][0]) in {(0, "learn"), (0, "recommend"), (0, "list")}


@pytest.mark.parametrize(
    ("question", "declined"),
    [("is online income halal", "religious_ruling"), ("online casino e taka income korbo kivabe", "gambling")],
)
def test_with_a_word_of_the_refused_subject_it_is_declined(question: str, declined: str, microjob: Microjob) -> None:
    answer = microjob("ask", question, "-f", "json")
    assert (answer.code, the_one(answer)["declined"]) == (3, declined)


class Typist(io.StringIO):
    """Asks the next question only when the one before is answered on the given stream."""

    def __init__(self, questions: list[str], heard: Callable[[], str]) -> None:
        super().__init__()
        self._questions, self._heard, self.answers = questions, heard, [""]

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        self.answers.append(self._heard())
        return f"{self._questions.pop(0)}\n" if self._questions else ""


@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "markdown"])
def test_each_question_of_a_pipe_is_answered_before_the_next_is_read(
    form: str, microjob: Microjob, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typist = Typist(["lowest payout threshold", "asdf qwer", "is SproutGigs real"], lambda: capsys.readouterr().out)
    monkeypatch.setattr("sys.stdin", typist)
    assert microjob("ask", "-f", form).code == 0
    assert [bool(answer.strip()) for answer in typist.answers[2:]] == [True, True, True]


def test_one_json_object_holds_the_answers_to_all_questions(microjob: Microjob, pipe: Piped) -> None:
    pipe(QUESTIONS)
    answer = microjob("ask", "-f", "json")
    assert answer.json["query"]["question"] == [item["question"] for item in answer.items]
    assert len(answer.items) == 3
    assert answer.out == f"{''.join(indented(answer.json))}\n"


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_a_very_long_question_is_not_echoed_whole(form: str, microjob: Microjob, pipe: Piped) -> None:
    pipe("is zorbagigs legit " + "x y " * 240_000)
    answer = microjob("ask", "-f", form)
    assert answer.code == 0
    assert len(answer.out) < 20_000
    assert "…" in answer.out


def test_a_line_without_end_is_2(microjob: Microjob, pipe: Piped) -> None:
    pipe("x" * 1_000_001)
    answer = microjob("ask", "-f", "jsonl")
    assert (answer.code, json.loads(answer.out)["error"]["code"]) == (2, "piped-too-long")


def test_what_answers_leave_behind_is_collected(microjob: Microjob, pipe: Piped) -> None:
    gc.disable()
    try:
        pipe(QUESTIONS)
        microjob("ask")
        assert gc.isenabled()
    finally:
        gc.enable()
