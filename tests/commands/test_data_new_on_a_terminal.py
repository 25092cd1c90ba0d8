"""`microjob data new` asked and answered in a real terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from microjob_cli.domain.platform import Platform
from microjob_cli.lint.run import check
from microjob_cli.lint.workspace import workspace
from microjob_cli.store.folders import shipped_folder
from microjob_cli.store.loading import load
from tests.making import TODAY
from tests.terminal import Terminal, pty

NAME, SITE, ID, BENGALI = "Name of the site", "Its address", "Its id here", "Its name in Bengali letters"
PAGE, TITLE, KIND, DATE, SOURCE = (
    "address of the page",
    "Title of the page",
    "Kind of page",
    "Date that it",
    "Id of this",
)
STATUS, ACCEPTS, PAYS, LEAST = "Status (", "Takes people from Bangladesh", "Pays by", "Smallest withdrawal by "


@pytest.fixture
def into(tmp_path: Path) -> Path:
    """The folder where records are in the current one."""
    (tmp_path / "data/platforms").mkdir(parents=True)
    return tmp_path / "data"


def record(into: Path, key: str) -> Platform:
    """The record that was written, with which nothing may be wrong."""
    assert check(workspace([into], [shipped_folder()]), TODAY).findings == ()
    return load(shipped_folder(), into).platforms[key]


def files(into: Path) -> list[str]:
    return sorted(path.name for path in into.rglob("*") if path.is_file())


def test_every_question_answered(into: Path) -> None:
    person = Terminal("data", "new", cwd=into.parent)
    person.wait_for("unknown is a good answer")
    person.answer(NAME, 'Zzyx Jobs: the "best" #1')
    person.answer(SITE, "https://zzyxjobs.example")
    person.answer(f"{ID}, which never changes [zzyx-jobs-the-best-1]: ", "zzyxjobs")
    person.answer(BENGALI, "জিক্স জবস")
    person.answer(PAGE, "https://help.zzyxjobs.example/how-it-pays.html")
    person.answer(f"{TITLE} [how it pays]: ")
    person.answer(KIND, "official")
    person.answer(DATE, "2026-05")
    person.answer(f"{SOURCE} source [zzyxjobs-2026-05]: ")
    person.answer(f"{STATUS}active, paused, closed, merged, not-paying-reports) [unknown]: ", "active")
    person.answer(f"{ACCEPTS} (yes, partly, no): ", "yes")
    person.answer(PAYS, "বিকাশ")
    person.answer(f"{LEAST}bKash, as in 300 BDT: ", "300 BDT")
    person.answer(PAYS, "skrill=5 usd")
    person.answer(PAYS, "paypal")
    person.answer(f"{LEAST}PayPal", "")
    person.answer(PAYS)
    person.wait_for("Written: data/platforms/zzyxjobs.yaml")
    code, rest = person.ended()
    assert code == 0
    assert "microjob --data data show zzyxjobs\n" in rest
    assert "microjob data check data\n" in rest
    found = record(into, "zzyxjobs")
    assert (found.name, found.website, found.aliases.bn) == (
        'Zzyx Jobs: the "best" #1', "https://zzyxjobs.example", ("জিক্স জবস",),
    )  # fmt: skip
    assert [(option.method, str(*(claim.value for claim in option.minimum))) for option in found.payouts] == [
        ("bkash", "300 BDT"), ("skrill", "5 USD"), ("paypal", ""),
    ]  # fmt: skip
    assert (found.status[0].confidence, found.accepts["BD"][0].confidence) == ("high", "high")


def test_enter_skips_all_that_is_not_needed(into: Path) -> None:
    person = Terminal("data", "new", cwd=into.parent)
    for question, text in [
        (NAME, "জিক্স জবস"), (SITE, ""), (ID, "zzyx"), (PAGE, "https://zzyx.example/a"), (TITLE, ""), (KIND, "blog"),
        (DATE, ""), (SOURCE, ""), (STATUS, ""), (ACCEPTS, ""), (PAYS, ""),
    ]:  # fmt: skip
        person.answer(question, text)
    assert person.ended()[0] == 0
    found = record(into, "zzyx")
    assert (found.name, found.website, found.accepts, found.payouts) == ("জিক্স জবস", None, {}, ())
    assert [(str(claim.value), claim.as_of) for claim in found.status] == [("unknown", None)]


def test_a_bad_answer_is_explained_and_asked_again(into: Path) -> None:
    person = Terminal("data", "new", cwd=into.parent)
    for question, text, told in [
        (NAME, "", "This one is needed."),
        (NAME, "picoworkers", "is already a name of SproutGigs"),
        (NAME, "Zzyx\x16\x1b Jobs", "invisible character"),
        (NAME, "Zzyx Jobs", ""),
        (SITE, "zzyx.example", "is not a web address"),
        (SITE, "", ""),
        (ID, "Zzyx", "is not an id. Write small letters, digits and single hyphens, as in zzyx."),
        (ID, "sproutgigs", "The id sproutgigs belongs to SproutGigs."),
        (ID, "", ""),
        (BENGALI, "Zzyx", "is not in Bengali"),
        (BENGALI, "", ""),
        (PAGE, "", "This one is needed."),
        (PAGE, "https://zzyx.example/a", ""),
        (TITLE, "", ""),
        (KIND, "tv", "tv is none of: official, independent, news, blog, forum."),
        (KIND, "", "This one is needed."),
        (KIND, "NEWS", ""),
        (DATE, "2027-01", "2027-01 has not come yet"),
        (DATE, "May 2026", "is not a date"),
        (DATE, "2026-05-01", ""),
        (SOURCE, "projuktibuzz-2020-12", "is another page"),
        (SOURCE, "", ""),
        (STATUS, "fine", "fine is none of: active"),
        (STATUS, "paused", ""),
        (ACCEPTS, "maybe", "maybe is none of: yes, partly, no."),
        (ACCEPTS, "no", ""),
        (PAYS, "bkahs", "Did you mean bkash?"),
        (PAYS, "bkash", ""),
        (LEAST, "300", "300 is not an amount of money"),
        (LEAST, "300bdt", ""),
        (PAYS, "bikash", "bikash is named twice"),
        (PAYS, "", ""),
    ]:
        person.answer(question, text)
        if told:
            person.wait_for(told)
    code, rest = person.ended()
    assert code == 0, rest
    found = record(into, "zzyx-jobs")
    assert (str(found.status[0].value), str(found.accepts["BD"][0].value)) == ("paused", "no")
    assert str(found.payouts[0].minimum[0].value) == "300 BDT"


def test_an_accusation_is_asked_for_its_evidence(into: Path) -> None:
    person = Terminal("data", "new", cwd=into.parent)
    for question, text in [
        (NAME, "Zzyx Jobs"), (SITE, ""), (ID, ""), (BENGALI, ""), (PAGE, "https://paper.example/a"), (TITLE, ""),
        (KIND, "news"), (DATE, "2026"), (SOURCE, ""), (STATUS, "not-paying-reports"),
        ("What is reported", "privacy"), ("What is reported", "fraud-report"), ("in English", ""),
        ("in English", "The paper says in 2026 that it took deposits."), ("in Bengali", "কাগজ বলেছে, টাকা নিত।"),
        (ACCEPTS, ""), (PAYS, ""),
    ]:  # fmt: skip
        person.answer(question, text)
    assert person.ended()[0] == 0
    assert [str(warning.code) for warning in record(into, "zzyx-jobs").warnings] == ["fraud-report"]


def test_what_is_given_as_an_option_is_not_asked(into: Path) -> None:
    person = Terminal(
        "data", "new", "--name", "Zzyx Jobs", "--id", "zzyx", "--source-id", "projuktibuzz-2020-12",
        "--status", "active", "--accepts", "yes", "--payout", "bkash",
        "--website", "https://zzyx.example", "--bengali-name", "জিক্স",
        cwd=into.parent,
    )  # fmt: skip
    code, printed = person.ended()
    assert (code, "?" in printed, "]: " in printed) == (0, False, False)
    assert "The source projuktibuzz-2020-12 was recorded before." in printed
    assert files(into) == ["zzyx.yaml"]


def test_a_recorded_page_is_known_again(into: Path) -> None:
    person = Terminal("data", "new", "--name", "Zzyx Jobs", "--website", "https://zzyx.example", cwd=into.parent)
    for question, text in [
        (ID, ""),
        (BENGALI, ""),
        (PAGE, "projuktibuzz-2020-12"),
        (STATUS, ""),
        (ACCEPTS, ""),
        (PAYS, ""),
    ]:
        person.answer(question, text)
    assert person.ended()[0] == 0
    assert files(into) == ["zzyx-jobs.yaml"]


@pytest.mark.parametrize("key", [b"\x03", b"\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_leaving_writes_nothing(key: bytes, into: Path) -> None:
    person = Terminal("data", "new", cwd=into.parent)
    person.answer(NAME, "Zzyx Jobs")
    person.wait_for(SITE)
    person.insist(key)
    assert person.ended()[0] == 130
    assert files(into) == []


def test_a_bad_option_is_an_error_and_no_question(into: Path) -> None:
    code, printed = Terminal("data", "new", "--name", "picoworkers", cwd=into.parent).ended()
    assert (code, NAME in printed) == (2, False)
    assert "is already a name of SproutGigs" in printed


@pytest.mark.parametrize("piped", ["stdin", "stdout"])
def test_it_asks_only_where_both_ends_are_a_terminal(piped: str, into: Path) -> None:
    ours, theirs = pty.openpty()
    ends = {"stdin": theirs, "stdout": theirs, "stderr": subprocess.PIPE, piped: subprocess.PIPE}
    process = subprocess.Popen([sys.executable, "-m", "microjob_cli", "data", "new"], cwd=into.parent, **ends)
    _, told = process.communicate(timeout=30)
    for end in (ours, theirs):
        os.close(end)
    assert process.returncode == 2
    assert b"--name, --source-address, --source-kind" in told
