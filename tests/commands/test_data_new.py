"""`microjob data new` in a script: what it writes, and what it refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from microjob_cli.domain.facts import Claim
from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.run import check
from microjob_cli.lint.workspace import workspace
from microjob_cli.store.loading import load
from tests.conftest import SMALL
from tests.making import TODAY
from tests.running import Answer, Microjob

REQUIRED = ("--name", "Job Ghor", "--source-address", "https://page.example/a", "--source-kind", "blog")
NOT_PAYING = {"status": "not-paying-reports", "warning_en": "A.", "warning_bn": "ক।"}
KEYS = ["id", "name", "file", "source", "sources_file", "replaced", "next"]


@pytest.fixture
def into(tmp_path: Path) -> Path:
    """An empty folder for records."""
    folder = tmp_path / "mine"
    folder.mkdir()
    return folder


def new(microjob: Microjob, into: Path, *words: str, **changes: str | None) -> Answer:
    """One call with the options that are required; `changes` replaces them or (None) leaves them out."""
    given = {
        **dict(zip(REQUIRED[::2], REQUIRED[1::2], strict=True)),
        **{f"--{k.replace('_', '-')}": v for k, v in changes.items()},
    }
    options = [word for name, value in given.items() if value is not None for word in (name, value)]
    return microjob("data", "new", "--into", str(into), *options, *words)


def findings(into: Path) -> list[Finding]:
    """What `data check` finds in the folder, laid over the invented records."""
    return list(check(workspace([into], [SMALL]), TODAY).findings)


def text_of(into: Path, key: str = "job-ghor") -> str:
    return (into / f"platforms/{key}.yaml").read_text(encoding="utf-8")


def files(into: Path) -> dict[str, str]:
    return {str(path.relative_to(into)): path.read_text() for path in into.rglob("*") if path.is_file()}


def test_the_required_answers_make_a_record_without_findings(on_small: Microjob, into: Path) -> None:
    answer = new(on_small, into)
    assert (answer.code, answer.err) == (0, "")
    assert findings(into) == []
    record = load(SMALL, into).platforms["job-ghor"]
    (claim,) = record.status
    assert (record.name, record.website) == ("Job Ghor", None)
    assert (claim.value, claim.source, claim.as_of, claim.confidence) == ("unknown", "page", None, "medium")


def test_every_answer_is_in_the_record(on_small: Microjob, into: Path) -> None:
    answer = new(
        on_small, into, "--website", "https://jobghor.example", "--id", "jobghor", "--bengali-name", "জব ঘর",
        "--source-title", "What it pays", "--source-date", "2026-05", "--source-id", "ghor-page", "--status", "active",
        "--accepts", "partly", "--payout", "বিকাশ=4 usd or 300BDT", "--payout", "litecoin", "--confidence", "high",
    )  # fmt: skip
    assert answer.code == 0, answer.err
    assert findings(into) == []
    catalogue = load(SMALL, into)
    record, source = catalogue.platforms["jobghor"], catalogue.sources["ghor-page"]
    assert (source.title, source.address, source.kind, str(source.date)) == (
        "page.example: What it pays", "https://page.example/a", "blog", "2026-05",
    )  # fmt: skip
    assert (record.website, record.aliases.bn) == ("https://jobghor.example", ("জব ঘর",))
    assert (str(record.status[0].value), str(record.accepts["BD"][0].value)) == ("active", "partly")
    assert [(option.method, [str(claim.value) for claim in option.minimum]) for option in record.payouts] == [
        ("bkash", ["4 USD or 300 BDT"]), ("litecoin", []),
    ]  # fmt: skip
    claims: list[Claim[Any]] = [
        *record.status,
        *record.accepts["BD"],
        *record.payouts[0].offered,
        *record.payouts[0].minimum,
    ]
    assert {(claim.source, str(claim.as_of), claim.confidence) for claim in claims} == {
        ("ghor-page", "2026-05", "high")
    }


def test_it_tells_what_it_wrote_and_what_to_do_next(
    on_small: Microjob, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(into.parent)
    answer = new(on_small, Path("mine"))
    assert answer.out == (
        "Written: mine/platforms/job-ghor.yaml\n"
        "The source page is added to mine/sources.yaml\n\n"
        "Next\n\n"
        "  microjob --data mine show job-ghor\n"
        "  microjob data check mine\n"
    )
    assert on_small("--data", "mine", "show", "job-ghor").code == 0


def test_the_next_commands_can_be_pasted_wherever_the_folder_is(on_small: Microjob, tmp_path: Path) -> None:
    folder = tmp_path / "it's mine"
    folder.mkdir()
    answer = new(on_small, folder, "-f", "json")
    (item,) = answer.items
    assert list(item) == KEYS
    assert item["next"] == [
        f"microjob --data '{tmp_path}/it'\"'\"'s mine' show job-ghor",
        f"microjob data check '{tmp_path}/it'\"'\"'s mine'",
    ]
    assert answer.json["query"]["source_kind"] == "blog"


def test_beside_the_shipped_records_the_commands_need_no_folder(
    on_small: Microjob, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("microjob_cli.store.drafting.shipped_folder", lambda: into)
    (item,) = new(on_small, into, "-f", "json").items
    assert item["next"] == ["microjob show job-ghor", "microjob data check"]


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"name": None, "source_address": None, "source_kind": None}, "--name, --source-address, --source-kind"),
        ({"name": None}, "--name"),
        ({"source_kind": None}, "--source-kind"),
        ({"name": "জব ঘর"}, "--id"),
        ({"source_address": None, "source_id": "nothing-yet"}, "--source-address"),
        ({"status": "not-paying-reports"}, "--warning-en, --warning-bn"),
        ({"warning": "privacy", "warning_en": "It asks for passwords."}, "--warning-bn"),
    ],
)
def test_without_a_terminal_it_tells_what_is_missing_and_never_waits(
    changes: dict[str, str | None], missing: str, on_small: Microjob, into: Path
) -> None:
    answer = new(on_small, into, **changes)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"Nobody can be asked without a terminal. Give {missing}.\n"
    assert files(into) == {}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ('Joe\'s "Best" Gigs: 100% #1', "joes-best-gigs-100-1"),
        ("- [x] {y} & *z | !w", "x-y-z-w"),
        ("no", "no"),
        ("2026-11-23", "2026-11-23"),
        ("null", "null"),
        ("🔥 Gigs 🔥", "given"),
        ('জব ঘর: "১ নম্বর" #সেরা', "given"),
        ("র‍্যাপিড ওয়ার্ক", "given"),
        ("Žluťoučký kůň", "zlutoucky-kun"),
        ("a\\nb", "a-nb"),
    ],
)
def test_names_of_any_sort_are_kept_to_the_letter(name: str, key: str, on_small: Microjob, into: Path) -> None:
    answer = new(on_small, into, *(("--id", "given") if key == "given" else ()), name=name)
    assert answer.code == 0, answer.err
    assert [finding for finding in findings(into) if finding.level is Level.ERROR] == []
    assert load(SMALL, into).platforms[key].name == name
    assert name.split(maxsplit=1)[0] in on_small("--data", str(into), "show", key).out


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(min_size=1, max_size=30), title=st.text(min_size=1, max_size=30))
def test_whatever_is_typed_is_refused_or_becomes_a_record_without_errors(
    name: str, title: str, on_small: Microjob, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("into")
    answer = new(on_small, folder, "--id", "given", **{"name": f"={name}", "source_title": f"={title}"})
    if answer.code:
        assert (answer.code, files(folder)) == (2, {})
        assert len(answer.err.splitlines()) == 1
    else:
        assert [finding for finding in findings(folder) if finding.level is Level.ERROR] == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"name": "examplegigs"}, "examplegigs is already a name of ExampleGigs: `microjob show examplegigs`."),
        ({"name": "Tiny-Tasks"}, "Tiny-Tasks is already a name of ExampleGigs: `microjob show examplegigs`."),
        ({"name": "এক্সাম্পল গিগস"}, "এক্সাম্পল গিগস is already a name of ExampleGigs: `microjob show examplegigs`."),
        ({"name": "examp1e gigs"}, "examp1e gigs looks like examplegigs, a name of examplegigs"),
        ({"name": "!!!"}, "!!! has neither letters nor digits."),
        ({"name": "Job\u200bGhor"}, "The invisible character U+200B ZERO WIDTH SPACE stands there."),
        ({"name": "Jоb Ghor"}, "Jоb has Cyrillic letters among Latin ones"),
        ({"id": "nopay"}, "The id nopay belongs to NoPay."),
        ({"id": "Job Ghor"}, "Job Ghor is not an id. Write small letters, digits and single hyphens, as in job-ghor."),
        ({"id": "../../etc/x"}, "../../etc/x is not an id."),
        ({"bengali_name": "Job Ghor"}, "Job Ghor is not in Bengali."),
        ({"bengali_name": "বড় গিগস"}, "বড় গিগস is already a name of ExampleGigs"),
        ({"website": "jobghor.example"}, "jobghor.example is not a web address."),
        ({"website": "https://examplegigs.example/x"}, "examplegigs.example is already a name of ExampleGigs"),
        ({"source_address": "page.example"}, "page.example is not a web address."),
        ({"source_date": "yesterday"}, "yesterday is not a date. Write as much of it as is known"),
        ({"source_date": "2026-13"}, "2026-13 is not a date."),
        ({"source_date": "2026-12"}, "2026-12 has not come yet: today is 23 November 2026."),
        ({"source_id": "A Page"}, "A Page is not an id."),
        ({"source_id": "beta-review"}, "The source beta-review is another page: https://beta.example/examplegigs."),
        ({"source_id": "page", "source_address": "https://beta.example/examplegigs/"}, "is already the source beta"),
        ({"payout": "bkash=300"}, '300 is not an amount of money.'),
        ({"payout": "bkash=3 USD or 4 USD"}, "3 USD or 4 USD is not a minimum."),
        ({**NOT_PAYING, "warning": "privacy"}, "privacy is none of: non-payment-report, fraud-report."),
        ({"warning": "privacy", "warning_en": "ক।", "warning_bn": "ক।"}, "ক। is not in English."),
        ({"warning": "privacy", "warning_en": "A.", "warning_bn": "A."}, "A. is not in Bengali."),
    ],
)  # fmt: skip
def test_bad_values_are_refused_in_one_sentence(
    changes: dict[str, str | None], told: str, on_small: Microjob, into: Path
) -> None:
    answer = new(on_small, into, **changes)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert len(answer.err.splitlines()) == 1
    assert files(into) == {}


@pytest.mark.parametrize(
    "option", [("--status", "fine"), ("--accepts", "maybe"), ("--source-kind", "tv"), ("--warning", "x")]
)
def test_closed_lists_are_told(option: tuple[str, str], on_small: Microjob, into: Path) -> None:
    answer = new(on_small, into, *option)
    assert answer.code == 2
    assert option[1] in answer.err


def test_a_method_that_nobody_knows_is_not_found(on_small: Microjob, into: Path) -> None:
    answer = new(on_small, into, "--payout", "bkahs=300 BDT")
    assert (answer.code, answer.err) == (3, "No payout method named bkahs is in the records. Did you mean bkash?\n")
    assert files(into) == {}


def test_a_method_is_named_once(on_small: Microjob, into: Path) -> None:
    assert "bikash is named twice." in new(on_small, into, "--payout", "bkash", "--payout", "bikash=1 BDT").err


def test_a_country_that_is_none_has_no_answer(on_small: Microjob, into: Path) -> None:
    assert new(on_small, into, "--accepts", "yes", "--country", "ZZ").code == 2
    assert new(on_small, into, "--accepts", "yes", "--country", "NO").code == 0
    assert load(SMALL, into).platforms["job-ghor"].accepts["NO"]
    assert findings(into) == []


# Sources that are there already.


@pytest.mark.parametrize(
    "options",
    [
        {"source_id": "beta-review", "source_address": None, "source_kind": None},
        {"source_address": "http://www.beta.example/examplegigs/", "source_kind": None},
        {"source_id": "beta-review", "source_address": "https://beta.example/examplegigs"},
        {"source_address": "beta-review"},
    ],
)
def test_a_recorded_source_is_cited_and_not_written_again(
    options: dict[str, str | None], on_small: Microjob, into: Path
) -> None:
    answer = new(on_small, into, **options)
    assert answer.code == 0, answer.err
    assert "The source beta-review was recorded before." in answer.out
    assert list(files(into)) == ["platforms/job-ghor.yaml"]
    assert load(SMALL, into).platforms["job-ghor"].status[0].source == "beta-review"


def test_the_second_record_of_a_source_finds_it_in_ones_own_folder(on_small: Microjob, into: Path) -> None:
    assert new(on_small, into).code == 0
    before = (into / "sources.yaml").read_text()
    answer = new(on_small, into, name="Other Ghor")
    assert "The source page was recorded before." in answer.out
    assert (into / "sources.yaml").read_text() == before
    assert new(on_small, into, name="Third Ghor", source_address="https://page.example/b").code == 0
    assert (into / "sources.yaml").read_text().startswith(before)
    assert list(load(SMALL, into).sources)[-2:] == ["page", "page-2"]
    assert findings(into) == []


# Sites that are gone or do not pay.


def test_an_accusation_has_its_warning(on_small: Microjob, into: Path) -> None:
    answer = new(
        on_small, into, status="not-paying-reports", warning="fraud-report",
        warning_en="Dhaka police said in May 2026 that it took deposits.", warning_bn="পুলিশ বলেছে, এটা টাকা নিত।",
    )  # fmt: skip
    assert answer.code == 0, answer.err
    assert findings(into) == []
    (warning,) = load(SMALL, into).platforms["job-ghor"].warnings
    assert (warning.code, warning.source) == ("fraud-report", "page")


def test_a_merged_site_names_its_successor(on_small: Microjob, into: Path) -> None:
    assert new(on_small, into, status="merged", successor="tinytasks").code == 0
    assert load(SMALL, into).platforms["job-ghor"].successor[0].value == "examplegigs"
    assert new(on_small, into, name="Other", status="merged", successor="zzzz").code == 3


# What is there already.


def test_an_existing_record_is_written_anew_by_force_only(on_small: Microjob, into: Path) -> None:
    assert new(on_small, into, "--status", "paused").code == 0
    before = files(into)
    for again in (new(on_small, into), new(on_small, into, name="Another", id="job-ghor")):
        assert again.code == 2
        assert files(into) == before
    answer = new(on_small, into, "--force", "--status", "active")
    assert (answer.code, answer.out.splitlines()[0].split(":")[0]) == (0, "Written anew")
    assert load(SMALL, into).platforms["job-ghor"].status[0].value == "active"
    assert findings(into) == []


def test_force_takes_the_names_of_no_other_record(on_small: Microjob, into: Path) -> None:
    assert new(on_small, into, "--force", name="ExampleGigs", id="nopay").code == 2
    assert new(on_small, into, "--force", name="ExampleGigs", id="brand-new").code == 2
    assert new(on_small, into, "--force", id="nopay", website="https://examplegigs.example").code == 2
    assert files(into) == {}
    assert new(on_small, into, "--force", name="Tiny Tasks").code == 0
    assert list(files(into)) == ["platforms/examplegigs.yaml", "sources.yaml"] or set(files(into)) == {
        "platforms/examplegigs.yaml", "sources.yaml",
    }  # fmt: skip


def test_a_file_that_is_no_record_yet_is_not_overwritten(on_small: Microjob, into: Path) -> None:
    (into / "platforms").mkdir()
    (into / "platforms/job-ghor.yaml").write_text("# my notes\n")
    assert new(on_small, into).code in (2, 4)
    assert files(into) == {"platforms/job-ghor.yaml": "# my notes\n"}


def test_broken_records_are_told_before_anything_is_written(on_small: Microjob, into: Path) -> None:
    (into / "sources.yaml").write_text("page: {title: x}\n")
    assert new(on_small, into).code == 4
    assert list(files(into)) == ["sources.yaml"]


@pytest.mark.parametrize(("where", "told"), [((), "--into DIR"), (("--into", "nowhere"), "nowhere is not a folder.")])
def test_it_writes_only_where_records_are(
    where: tuple[str, ...], told: str, on_small: Microjob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = on_small("data", "new", *where, *REQUIRED)
    assert (answer.code, told in answer.err, list(tmp_path.iterdir())) == (2, True, [])


def test_the_folder_data_and_the_option_data_are_the_usual_places(
    on_small: Microjob, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(into)
    (into / "data/platforms").mkdir(parents=True)
    assert on_small("data", "new", *REQUIRED).code == 0
    (into / "other").mkdir()
    assert on_small("--data", "other", "data", "new", *REQUIRED).code == 0
    assert {"data/platforms/job-ghor.yaml", "other/platforms/job-ghor.yaml"} <= set(files(into))
