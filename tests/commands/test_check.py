"""`microjob check` from the outside: what an address is, and which danger signs an offer shows."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest

from tests.running import Answer, Microjob, Screen

BENGALI = re.compile("[\u0980-\u09ff]")


def sites(answer: Answer) -> list[tuple[str, str, str | None]]:
    """Of each address and name: what it is, how it is called, the site it is or passes for."""
    return [(one["code"], one["subject"], one["platform"]) for one in answer.items if one["kind"] == "site"]


def signs(answer: Answer) -> set[str]:
    return {one["code"] for one in answer.items if one["kind"] == "sign"}


@pytest.mark.parametrize(
    "address",
    [
        "sproutgigs.com",
        "https://sproutgigs.com",
        "http://sproutgigs.com",
        "https://www.sproutgigs.com/",
        "HTTPS://SPROUTGIGS.COM/Login",
        "https://sproutgigs.com:443/jobs?ref=1#top",
        "join at sproutgigs.com.",
        "(sproutgigs.com)",
        "sproutgigs.com-e kaj kori",
        "sproutgigs.comএ কাজ করি",
        "sproutgigs dot com",
        "https://sproutgigs。com",
        "sprout\u200bgigs.com",
        "https://sproutgigs.com/a@b",
    ],
)
def test_the_recorded_address_is_real_however_it_is_written(address: str, microjob: Microjob) -> None:
    answer = microjob("check", address, "-f", "json")
    assert (answer.code, sites(answer)) == (0, [("real", "sproutgigs.com", "sproutgigs")])
    told = microjob("--lang", "en", "check", address).out
    assert "`microjob show sproutgigs`" in told and "No sign" not in told


def test_a_host_below_the_recorded_one_is_its_own(microjob: Microjob) -> None:
    assert sites(microjob("check", "https://help.sproutgigs.com", "-f", "json")) == [
        ("real", "help.sproutgigs.com", "sproutgigs")
    ]


@pytest.mark.parametrize(
    "address",
    [
        "https://sproutgigs.com@evil.example",
        "https://sproutgigs.com:443@evil.example/login",
        "https://sproutgigs.com%40evil.example",
        "https://sproutgigs.com,@evil.example",
        "sproutgigs.com@evil.xyz",
        "sproutgigs.com:443@evil.xyz",
        "sproutgigs.com.evil.example",
        "https://sproutgigs.com.evil.example",
        "https://sproutgigs.com%2eevil.example",
        "https://sproutgigs.com%2f.evil.example",
        "https://sproutgigs.com\u2044login.evil.example",
        "https://sproutgigs.com。evil.example",
        "https://sproutgigs.com-login.evil.example",
        "https://evil.example/sproutgigs.com",
        "https://evil.example/?https://sproutgigs.com",
        "https:evil.example/sproutgigs.com",
        "https:/\\evil.example\\@sproutgigs.com",
        "evil.xyz/sproutgigs.com",
        "sproutgigs.comএ.evil.xyz",
        "mailto:help@sproutgigs.com",
    ],
)
def test_no_trick_makes_another_address_the_real_one(address: str, microjob: Microjob) -> None:
    answer = microjob("check", address, "-f", "json")
    assert answer.code == 0
    assert "real" not in [code for code, _, _ in sites(answer)]


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://sproutgig.com/login", "sproutgig.com"),
        ("https://sproutgiggs.com", "sproutgiggs.com"),
        ("https://sproutgigs.net", "sproutgigs.net"),
        ("https://sproutgigs-login.com", "sproutgigs-login.com"),
        ("https://login-sproutgigs.evil.example", "login-sproutgigs.evil.example"),
        ("sproutgigs.com.evil.example", "sproutgigs.com.evil.example"),
        ("https://sprоutgigs.com", "sprоutgigs.com"),  # one Cyrillic letter
        ("https://ѕрrоutgіgѕ.com", "ѕрrоutgіgѕ.com"),  # every letter that has a Cyrillic double
        ("https://sproutgígs.com", "sproutgígs.com"),
        ("https://xn--sprutgigs-5li.com", "xn--sprutgigs-5li.com"),  # the coded form of the one Cyrillic letter
        ("sproutg1gs.com", "sproutg1gs.com"),
    ],
)
def test_what_nearly_is_a_site_is_told_from_it(address: str, host: str, microjob: Microjob) -> None:
    answer = microjob("check", address, "-f", "json")
    assert sites(answer) == [("near-miss", host, "sproutgigs")]
    assert "https://sproutgigs.com" in microjob("check", address).out
    assert "check-guide" in answer.notes


@pytest.mark.parametrize("address", ["picoworkers.org", "https://picoworkers.org/earn", "picoworkers dot org"])
def test_picoworkers_org_is_not_sproutgigs(address: str, microjob: Microjob) -> None:
    answer = microjob("check", address, "-f", "json")
    assert sites(answer) == [("lookalike", "picoworkers.org", "sproutgigs")]
    assert answer.items[0]["sources"]


@pytest.mark.parametrize("address", ["picoworkers.com", "https://www.picoworkers.com/earn", "login.picoworkers.com"])
def test_the_address_that_a_site_had_before_its_rename_is_told_as_the_former_one(
    address: str, microjob: Microjob
) -> None:
    answer = microjob("check", address, "-f", "json")
    (item,) = answer.items
    assert (item["code"], item["platform"], item["website"]) == ("former", "sproutgigs", "https://sproutgigs.com")
    assert "former address of SproutGigs" in item["text"]


def test_a_reported_fraud_is_told_by_its_name_and_by_its_address(microjob: Microjob) -> None:
    shown = microjob("show", "mtfe", "-f", "json").items[0]
    for text in ("mtfe", "MTFE", "is mtfe a good site?", shown["website"] or "mtfe"):
        answer = microjob("check", text, "-f", "json")
        assert [(code, platform) for code, _, platform in sites(answer)] == [("reported", "mtfe")]
        assert answer.items[0]["verdict"] == "avoid"
        assert "check-guide" in answer.notes


def test_a_site_named_without_address_is_told_with_its_verdict(microjob: Microjob) -> None:
    answer = microjob("check", "they want me to join SproutGigs", "-f", "json")
    assert sites(answer) == [("named", "SproutGigs", "sproutgigs")]
    assert answer.items[0]["verdict"] == microjob("show", "sproutgigs", "-f", "json").items[0]["verdict"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("https://zorbagigs.example/join", "zorbagigs.example"),
        ("zorbagigs.xyz", "zorbagigs.xyz"),
        ("https://103.16.74.116/x", "103.16.74.116"),
        ("is Zorbagigs legit", "Zorbagigs"),
        ("https://goodshop.example/groups/1", "goodshop.example"),
    ],
)
def test_what_no_record_has_is_unknown_and_not_called_safe(text: str, subject: str, microjob: Microjob) -> None:
    answer = microjob("check", text, "-f", "json")
    assert sites(answer) == [("unknown", subject, None)]
    assert {"check-no-signs", "check-guide"} <= set(answer.notes)


def test_every_address_is_told_in_its_order_and_once(microjob: Microjob) -> None:
    text = "sproutgigs.com or microworkers.com, not picoworkers.org; again https://sproutgigs.com/x or zorbagigs.xyz"
    assert [subject for _, subject, _ in sites(microjob("check", text, "-f", "json"))] == [
        "sproutgigs.com", "microworkers.com", "picoworkers.org", "zorbagigs.xyz",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("join example.email today", "example.email"),
        ("on example.social, free", "example.social"),
        ("(example.jobs)", "example.jobs"),
        ("example.work", "example.work"),
        ("get it at example.app.", "example.app"),
        ("bit.ly/abc", "bit.ly"),
        ("ইনকাম করুন example.xyz এ", "example.xyz"),
        ("example.topএ কাজ", "example.top"),
        ("zorba.to", "zorba.to"),
        ("go to zorba.to/join now", "zorba.to"),
        ("www.zorba.anything", "zorba.anything"),
        ("500 taka.https://zorba.xyz/a", "zorba.xyz"),
        ("t.me/zorba", "t.me"),
    ],
)
def test_an_address_needs_no_scheme(text: str, host: str, microjob: Microjob) -> None:
    assert [(code, subject) for code, subject, _ in sites(microjob("check", text, "-f", "json"))] == [("unknown", host)]


@pytest.mark.parametrize(
    "text",
    [
        "help@gmail.com", "kaj shesh.taka pabo", "e.g. this", "version 1.2.3", "https://",
        "see report.pdf and photo.jpg", "v1.2 costs 5.5 taka", "B.Com or M.Sc/BBA pass", "Zorba Co.Ltd is hiring",
        "kaj ache.ki korbo bolen", "notes.md here", f"{'zorba.' * 60}com is too long",
        "it works.so do it", "কাজ শেষ.টাকা দিন", "কাজ শেষ।টাকা দিন",
        "সকাল ১০.৩০টায় আসুন", "at 10.30 a.m. sharp",
    ],
)  # fmt: skip
def test_what_only_looks_like_an_address_is_none(text: str, microjob: Microjob) -> None:
    assert [one for one in sites(microjob("check", text, "-f", "json")) if "." in one[1]] == []


@pytest.mark.parametrize(
    ("offer", "expected"),
    [
        ("Telegram job, pay 1000 taka first", {"pay-first", "messenger-job"}),
        ("Join our Telegram group, deposit 500 taka and earn 2000 daily", {"pay-first", "messenger-job"}),
        ("টেলিগ্রামে কাজ, আগে ৫০০ টাকা জামানত দিতে হবে", {"pay-first", "messenger-job"}),
        ("telegram e kaj, age 500 taka deposit dite hobe", {"pay-first", "messenger-job"}),
    ],
)
def test_an_offer_shows_its_danger_signs_in_every_language(offer: str, expected: set[str], microjob: Microjob) -> None:
    answer = microjob("check", offer, "-f", "json")
    assert answer.code == 0
    assert expected <= signs(answer)
    assert "check-guide" in answer.notes
    for sign in (one for one in answer.items if one["kind"] == "sign"):
        assert sign["why"]["text"]


@pytest.mark.parametrize("text", ["good morning", "শুভ সকাল", "valo acho?", "?", "500", "😀"])
def test_nothing_known_is_said_but_not_called_safe(text: str, microjob: Microjob) -> None:
    answer = microjob("check", text, "-f", "json")
    assert (answer.code, answer.items, answer.notes) == (0, [], ["check-nothing-known"])
    assert "does not make it safe" in microjob("check", text, "--lang", "en").out


@pytest.mark.parametrize(
    "question",
    [
        "which sites pay by bKash",
        "how long until SproutGigs pays",
        "বিকাশে পেমেন্ট দেয় কোন সাইট",
        "survey korle koto taka pabo",
        "is there a fee on withdrawals",
    ],
)
def test_an_ordinary_question_shows_no_danger_sign(question: str, microjob: Microjob) -> None:
    assert signs(microjob("check", question, "-f", "json")) == set()


def test_signs_and_addresses_are_told_together(microjob: Microjob) -> None:
    answer = microjob("check", "Deposit 500 taka first at https://sproutgig.com", "-f", "json")
    assert [code for code, _, _ in sites(answer)] == ["near-miss"]
    assert "pay-first" in signs(answer)


LONG = "We are hiring in your area. " * 200


def test_a_long_text_is_looked_through_for_addresses_to_its_end(microjob: Microjob) -> None:
    answer = microjob("check", f"{LONG} https://sproutgig.com", "-f", "json")
    assert answer.code == 0
    assert [code for code, _, _ in sites(answer)] == ["near-miss"]


def test_a_long_text_shows_its_danger_signs(microjob: Microjob) -> None:
    offer = "Telegram job, pay 1000 taka first. "
    assert {"pay-first", "messenger-job"} <= signs(microjob("check", offer + LONG, "-f", "json"))
    assert {"pay-first", "messenger-job"} <= signs(microjob("check", LONG + offer, "-f", "json"))


@pytest.mark.parametrize(
    "filling", ["We are hiring in your area. ", "আপনার এলাকায় লোক নেওয়া হচ্ছে। ", "x", "ক", "a.b", "12 "]
)
def test_of_a_very_long_text_the_beginning_is_read_and_every_address(filling: str, microjob: Microjob) -> None:
    offer = "Telegram job, pay 1000 taka first. "
    text = f"{offer}{filling * (300_000 // len(filling))} https://sproutgig.com"
    answer = microjob("check", text, "-f", "json")
    assert answer.code == 0
    assert "check-cut" in answer.notes
    assert {"pay-first", "messenger-job"} <= signs(answer)
    assert "near-miss" in [code for code, _, _ in sites(answer)]


def test_of_very_many_addresses_the_first_are_told_and_the_rest_counted(microjob: Microjob) -> None:
    answer = microjob("check", " ".join(f"https://zorba{number}.xyz" for number in range(130)), "-f", "json")
    assert len(sites(answer)) == 100
    assert next(note for note in answer.json["notes"] if note["code"] == "check-more-links")["text"].count("30") == 1


@pytest.mark.parametrize(
    ("link", "doubt"),
    [
        ("https://bit.ly/abc", "hidden-address"),
        ("tinyurl.com/abc", "hidden-address"),
        ("https://t.me/zorba", "private-contact"),
        ("wa.me/8801700000000", "private-contact"),
        ("https://forms.gle/abc", "open-form"),
        ("https://docs.google.com/forms/d/1", "open-form"),
    ],
)
def test_a_link_that_hides_something_is_doubted_and_not_accused(link: str, doubt: str, microjob: Microjob) -> None:
    answer = microjob("check", link, "-f", "json")
    assert [item["code"] for item in answer.items if item["kind"] == "doubt"] == [doubt]
    assert signs(answer) == set()
    assert ("check-chat" if doubt == "private-contact" else "check-no-signs") in answer.notes
    assert "signs of a scam" not in microjob("--lang", "en", "check", link).out


@pytest.mark.parametrize("link", ["https://docs.google.com/document/d/1", "https://notbit.ly.example/x"])
def test_other_links_hide_nothing(link: str, microjob: Microjob) -> None:
    assert [item["kind"] for item in microjob("check", link, "-f", "json").items] == ["site"]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("প্যাকেজিং কাজে লোক নিয়োগ, দিনে ৫০০ টাকা", "watch-ads-package"),
        ("Join our team, salary 18,000 taka per month", "bring-others"),
        ("We will pay 500 taka first and 500 taka when it is done", "pay-first"),
        ("amar wifi er password ta bhule gesi", "gives-login"),
    ],
)
def test_words_that_mean_something_harmless_are_no_sign(text: str, sign: str, microjob: Microjob) -> None:
    assert sign not in signs(microjob("check", text, "-f", "json"))


@pytest.mark.parametrize(
    "text",
    [
        "The library needs a student who puts books back on the shelves, apply with your CV at our desk on Monday",
        "We have a short task for somebody who lives near the market and can start on the first of the month",
    ],
)
def test_in_many_words_no_name_is_guessed(text: str, microjob: Microjob) -> None:
    assert microjob("check", text, "-f", "json").items == []


def test_in_many_words_a_name_is_found(microjob: Microjob) -> None:
    for name in ("Short Task", "ShortTask", "shorttask"):
        text = f"My cousin told me yesterday that he has worked for {name} for two years now and likes it"
        assert [site for _, _, site in sites(microjob("check", text, "-f", "json"))] == ["shorttask"]


def test_words_without_quotes_are_one_text(microjob: Microjob) -> None:
    apart = microjob("check", "Telegram", "job,", "pay", "1000", "taka", "first", "-f", "json")
    together = microjob("check", "Telegram job, pay 1000 taka first", "-f", "json")
    assert apart.json == together.json


@pytest.mark.parametrize("words", [(), ("",), ("  ", "\t")])
def test_nothing_to_check_is_2(words: tuple[str, ...], microjob: Microjob, monkeypatch: pytest.MonkeyPatch) -> None:
    for stdin in (None, Screen("never read"), io.StringIO(), io.StringIO(" \n\t")):
        monkeypatch.setattr("sys.stdin", stdin)
        answer = microjob("check", *words)
        assert (answer.code, answer.out) == (2, "")


def test_an_offer_can_be_piped_in_and_is_one_text(microjob: Microjob, monkeypatch: pytest.MonkeyPatch) -> None:
    offer = "Telegram job: like 5 videos,\nget 500 taka,\n\nfirst deposit 1000 taka"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(offer.encode()), encoding="latin-1"))
    piped = microjob("check", "-f", "json")
    assert piped.json == microjob("check", offer, "-f", "json").json
    assert piped.items


@pytest.mark.parametrize("command", ["check", "ask"])
def test_what_never_ends_is_refused(command: str, microjob: Microjob, monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(io.StringIO):
        def read(self, size: int | None = -1) -> str:
            assert size is not None and size > 0
            return "y" * size

        def readline(self, size: int | None = -1) -> str:  # type: ignore[override]
            return self.read(size)

    monkeypatch.setattr("sys.stdin", Endless())
    answer = microjob(command)
    assert (answer.code, answer.out) == (2, "")
    assert "1,000,000" in answer.err


def test_the_answer_is_in_the_language_that_is_asked_for(microjob: Microjob) -> None:
    assert not BENGALI.search(microjob("--lang", "en", "check", "https://sproutgig.com").out)
    assert BENGALI.search(microjob("--lang", "bn", "check", "https://sproutgig.com").out)


def test_csv_has_a_row_a_finding(microjob: Microjob) -> None:
    words = ("check", "Telegram job, pay 1000 taka first, sproutgig.com")
    rows = list(csv.DictReader(io.StringIO(microjob(*words, "-f", "csv").out.removeprefix("\ufeff"))))
    items: list[dict[str, Any]] = microjob(*words, "-f", "json").items
    assert [row["code"] for row in rows] == [item["code"] for item in items]


def test_what_is_pasted_cannot_steer_the_terminal(microjob: Microjob) -> None:
    for text in ("\x1b[31mZorbagigs\x1b[0m site", "https://\x1b]0;x\x07evil.example", "https://evil\x1b[2J.example"):
        answer = microjob("check", text)
        assert answer.code == 0
        assert "\x1b" not in answer.out


@pytest.mark.parametrize(
    ("link", "code", "host"),
    [
        ("https://sproutgigs.com@evil.example/login", "near-miss", "evil.example"),
        ("sproutgigs.com:443@evil.xyz", "near-miss", "evil.xyz"),
        ("https://t.me/sproutgigs_support", "bearing", "t.me"),
        ("https://news.example/2026/sproutgigs-tested", "bearing", "news.example"),
    ],
)
def test_a_link_that_bears_the_name_of_a_site_is_not_that_site(
    link: str, code: str, host: str, microjob: Microjob
) -> None:
    assert sites(microjob("check", link, "-f", "json")) == [(code, host, "sproutgigs")]


def test_a_name_in_one_link_says_nothing_of_another(microjob: Microjob) -> None:
    answer = microjob("check", "see sproutgigs.com and https://news.example/x", "-f", "json")
    assert sites(answer) == [("real", "sproutgigs.com", "sproutgigs"), ("unknown", "news.example", None)]


@pytest.mark.parametrize(
    ("address", "platform"),
    [("https://www.turing.ac.uk", "turing"), ("freecast.com", "freecash"), ("polarsteps.com", "fake-polarsteps-app")],
)
def test_a_likeness_that_may_be_chance_is_told_as_doubt(address: str, platform: str, microjob: Microjob) -> None:
    answer = microjob("check", address, "-f", "json")
    assert [(code, site) for code, _, site in sites(answer)] == [("resembling", platform)]
    told = microjob("--lang", "en", "check", address).out
    assert "nothing to do with it" in told
    assert "Do not" not in told


@pytest.mark.parametrize("address", ["minds.testable.org", "testable.org", "cloudresearch.com", "appen.com"])
def test_other_addresses_of_a_site_are_its_own(address: str, microjob: Microjob) -> None:
    assert [code for code, _, _ in sites(microjob("check", address, "-f", "json"))] == ["real"]


def test_a_site_that_is_closed_or_for_others_is_not_accused(microjob: Microjob) -> None:
    for address, verdict in (("uber.com", "unreachable"), ("jobboy.com", "closed")):
        item = microjob("check", address, "-f", "json").items[0]
        assert (item["code"], item["verdict"]) == ("real", verdict)
        assert "Not for you" in item["text"]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("বিকাশ থেকে বলছি, আপনার একাউন্ট বন্ধ হয়ে যাবে, পিন নম্বর দিন", "gives-login"),
        ("apnar bkash number diye lok taka pathabe, seta amake pathaben, 10% apnar", "passes-money-on"),
    ],
)
def test_a_sign_is_found_and_told_in_the_language_of_the_text(text: str, sign: str, microjob: Microjob) -> None:
    assert sign in [item["code"] for item in microjob("check", text, "-f", "json").items]
    assert "লক্ষণ" in microjob("check", text).out


def test_a_warning_of_frauds_is_none(microjob: Microjob) -> None:
    text = "Never share your OTP or PIN with anyone. bKash will never ask for it."
    assert microjob("check", text, "-f", "json").items == []


@pytest.mark.parametrize(
    "text",
    [
        "please give us the pin of your nagad wallet now",
        "text me the four digit PIN of your wallet",
        "tell us the OTP which has just arrived by SMS",
        "আপনার নগদ ওয়ালেটের চার সংখ্যার পিনটি আমাকে পাঠান",
        "মোবাইলে আসা ভেরিফিকেশন কোড আমাদের প্রতিনিধিকে বলুন",
        "apnar nagad er pin ta amader office e janan",
        "mobile e je otp asbe seta amake pathan",
    ],
)
def test_a_secret_that_is_asked_for_with_words_between_is_a_sign(text: str, microjob: Microjob) -> None:
    assert "gives-login" in signs(microjob("check", text, "-f", "json"))


@pytest.mark.parametrize(
    "text",
    [
        "Never tell your PIN to anyone who calls you.",
        "482100 is your verification code. It is valid for 5 minutes.",
        "আপনার পিন কাউকে বলবেন না, ব্যাংক কখনো পিন চায় না।",
        "apnar otp 5521, eta kauke diben na",
        "Dear customer, our branch is closed on Friday. We do not ask for your password.",
    ],
)
def test_who_warns_of_giving_a_secret_is_no_fraud(text: str, microjob: Microjob) -> None:
    assert signs(microjob("check", text, "-f", "json")) == set()


@pytest.mark.parametrize(
    "text",
    [
        "earn from home, write to t.me/zorba_jobs",
        "easy work, pay every evening, https://wa.me/8801900000000",
        "ঘরে বসে ইনকাম করুন t.me/zorba_jobs",
        "kaj korte chaile @zorba_boss e likhun",
        "salary every week, knock on imo",
    ],
)
def test_a_chat_beside_pay_is_a_sign(text: str, microjob: Microjob) -> None:
    assert "messenger-job" in signs(microjob("check", text, "-f", "json"))


@pytest.mark.parametrize(
    "text", ["income 700 every day", "দৈনিক ৭০০ টাকা আয় করুন", "protidin 700 taka income", "earn 700 taka daily by phone"]
)
def test_a_fixed_income_each_day_is_a_sign(text: str, microjob: Microjob) -> None:
    assert "too-good-pay" in signs(microjob("check", text, "-f", "json"))


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("দিনে ৭০০ টাকা", "check-pay"),
        ("700 taka daily", "check-pay"),
        ("Shop assistant wanted, 15,000 taka a month, apply at the shop", "check-pay"),
        ("482100 is your OTP", "check-secret"),
    ],
)
def test_of_a_pay_or_a_secret_without_a_sign_a_word_of_caution_is_said(
    text: str, note: str, microjob: Microjob
) -> None:
    answer = microjob("check", text, "-f", "json")
    assert (signs(answer), note in answer.notes) == (set(), True)
    assert not {"check-no-signs", "check-nothing-known"} & set(answer.notes)


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("join at sproutgigs.mov today", "sproutgigs"),
        ("picoworkers.bot signup", "sproutgigs"),
        ("microworkers.con", "microworkers"),
        ("sproutgigs.বাংলা", "sproutgigs"),
        ("স্প্রাউটগিগস.zip", "sproutgigs"),
    ],
)
def test_a_name_with_any_ending_is_no_site(text: str, platform: str, microjob: Microjob) -> None:
    assert [(code, site) for code, _, site in sites(microjob("check", text, "-f", "json"))] == [("near-miss", platform)]


@pytest.mark.parametrize(
    ("address", "kind", "owner"),
    [
        ("bkash.com", "method", "bkash"),
        ("https://www.nagad.com.bd/offer", "method", "nagad"),
        ("https://www.upwork.com/jobs", "firm", "upwork"),
        ("https://www.facebook.com/groups/1", "firm", "facebook"),
        ("dutchbanglabank.com", "method", "rocket"),
    ],
)
def test_the_own_address_of_a_payout_method_or_a_firm_is_known(
    address: str, kind: str, owner: str, microjob: Microjob
) -> None:
    (item,) = (one for one in microjob("check", address, "-f", "json").items if one["kind"] == "site")
    assert (item["code"], item["platform"], item["other"]) == ("real", None, {"kind": kind, "id": owner})


@pytest.mark.parametrize("address", ["odesk.com", "https://transferwise.com/login", "clixsense.com"])
def test_a_former_address_is_told_as_such(address: str, microjob: Microjob) -> None:
    assert [code for code, _, _ in sites(microjob("check", address, "-f", "json"))] == ["former"]


@pytest.mark.parametrize(
    "address",
    [
        "bkash-offer.xyz",
        "bkash.vip",
        "mybkash-bonus.top",
        "nagad-login.com",
        "bkahs.com",
        "paypa1.com",
        "pаypal.com",
        "paypal-secure.net",
        "paypal.com.verify-now.top",
        "upwork.jobs-bd.site",
        "https://fiverr.com@evil.xyz/login",
        "payoneerr.com",
        "face-book.com",
        "faceb00k-prize.com",
    ],
)
def test_a_copy_of_a_payout_method_or_a_firm_is_warned_of(address: str, microjob: Microjob) -> None:
    found = {code for code, _, _ in sites(microjob("check", address, "-f", "json"))}
    assert found & {"near-miss", "resembling"}


@pytest.mark.parametrize(
    "address",
    [
        "rocketlawyer.com",
        "wisecase.com",
        "skrillex.com",
        "akash.com",
        "stripes.com",
        "freelance-school.org",
        "wiseowl.co.uk",
        "nagar.com",
    ],
)
def test_who_only_has_a_usual_word_in_common_is_left_alone(address: str, microjob: Microjob) -> None:
    assert [code for code, _, _ in sites(microjob("check", address, "-f", "json"))] == ["unknown"]


def test_the_first_line_counts_the_signs_and_says_what_not_to_do(microjob: Microjob) -> None:
    offer = "Telegram job: like 5 videos, get 500 taka, first deposit 1000 taka"
    told = microjob("--lang", "en", "check", offer).out
    assert told.splitlines()[0] == "3 signs of a scam. Do not pay, do not give a code."
    assert "1 sign of a scam" in microjob("--lang", "en", "check", "give us your pin").out.splitlines()[0]


def test_each_sign_tells_why_what_to_do_and_a_case(microjob: Microjob) -> None:
    for sign in microjob("check", "Telegram job, pay 1000 taka first", "-f", "json").items:
        assert sign["why"]["text"] and sign["do"]["text"] and sign["sources"]


def test_the_same_reason_is_told_once(microjob: Microjob) -> None:
    told = microjob("--lang", "en", "check", "ringid").out.splitlines()
    assert told[0] == "Keep away from ringID community jobs:"
    assert len([one for one in told if "CID arrested" in one]) == 1


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Ask the seller on WhatsApp about the colour", "check-chat"),
        ("see https://t.me/zorba for the list of books", "check-chat"),
    ],
)
def test_of_a_private_chat_a_word_of_caution_is_said(text: str, note: str, microjob: Microjob) -> None:
    answer = microjob("check", text, "-f", "json")
    assert (signs(answer), note in answer.notes) == (set(), True)
