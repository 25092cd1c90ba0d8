"""`microjob data new`: the file that it starts, and what it refuses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from microjob_cli.catalog.findings import Finding
from microjob_cli.catalog.payout import PayoutOption
from microjob_cli.catalog.platform import Platform
from microjob_cli.lint.run import check
from microjob_cli.storage.loading import load
from microjob_cli.storage.new_record import template
from microjob_cli.storage.reading import read_text
from microjob_cli.storage.schema import validate
from tests.conftest import SMALL
from tests.making import TODAY
from tests.running import Microjob

DOCS = Path(__file__).parent.parent.parent / "docs" / "records.md"
EXAMPLE = re.compile(r"^#(?=\S| {2,}\S)(?!   my-source)", re.MULTILINE)
SOURCES = (
    "# yaml-language-server: $schema=schema/sources.json\n"
    'my-source: {title: "example.com: A page", address: "https://example.com/a", kind: blog, date: 2026-01-31}\n'
)


@pytest.fixture
def into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for records, named as from where its keeper stands."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    return Path("mine")


def findings(into: Path) -> list[Finding]:
    """What `data check` finds in the folder, laid over the invented records."""
    return list(check([into], [SMALL], TODAY).findings)


def filled() -> Platform:
    """The record with every example in force."""
    document = read_text(_filled(), "x.yaml")
    found = validate(Platform, document.data, document)
    assert not isinstance(found, tuple), found
    return found


def _filled() -> str:
    text = EXAMPLE.sub("", template("job-ghor"))
    return re.sub(r"\[(\{value: active,.*\})\]\.\nstatus: \[\]", r"\nstatus: [\1]", text)


def test_it_tells_what_it_wrote_and_what_to_do_next(on_small: Microjob, into: Path) -> None:
    answer = on_small("data", "new", "job-ghor", "--into", "mine")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "Written: mine/platforms/job-ghor.yaml\n"
        "Fill it in with a text editor. Then:\n\n"
        "  microjob data check mine\n"
        "  microjob --data mine show job-ghor\n"
    )
    assert on_small("--data", "mine", "show", "job-ghor").code == 0


def test_nothing_is_claimed_and_only_the_status_is_missing(on_small: Microjob, into: Path) -> None:
    on_small("data", "new", "job-ghor", "--into", "mine")
    record = load(SMALL, into).platforms["job-ghor"]
    given = {name for name in Platform.__struct_fields__ if getattr(record, name) not in ((), {}, None, False)}
    assert (given, record.aliases.all) == ({"id", "name", "aliases"}, ())
    assert [one.code for one in findings(into)] == ["no-status"]


@pytest.mark.parametrize("key", ["no", "null", "2026", "1e5", "x" * 60])
def test_any_id_is_read_back_as_it_was(key: str, on_small: Microjob, into: Path) -> None:
    assert on_small("data", "new", key, "--into", "mine").code == 0
    assert load(SMALL, into).platforms[key].id == key


def test_every_example_is_valid_once_its_mark_is_taken_away(into: Path) -> None:
    found = filled()
    assert [name for name in Platform.__struct_fields__ if not getattr(found, name)] == ["website"]
    option = {name for name in PayoutOption.__struct_fields__ if getattr(found.payouts[0], name)}
    assert option == set(PayoutOption.__struct_fields__) - {"superseded_by"}
    (into / "platforms").mkdir()
    (into / "platforms/job-ghor.yaml").write_text(_filled(), encoding="utf-8")
    (into / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    assert {one.code for one in findings(into)} <= {"no-such-platform", "no-such-method", "no-such-task"}


def test_the_source_that_the_examples_name_is_described() -> None:
    assert f"#   {SOURCES.splitlines()[1]}\n" in template("job-ghor")


def test_the_template_has_every_key_in_the_order_of_the_record_format() -> None:
    described = DOCS.read_text(encoding="utf-8").split("```yaml\n# yaml-language-server", 1)[1].split("```", 1)[0]
    order = re.findall(r"^(\w+):", described, re.MULTILINE)
    assert re.findall(r"^#?(\w+):", template("x"), re.MULTILINE) == order
    assert max(map(len, template("x").splitlines())) <= 120


def test_a_folder_with_any_name_can_be_pasted(on_small: Microjob, tmp_path: Path) -> None:
    folder = tmp_path / "it's mine"
    folder.mkdir()
    answer = on_small("data", "new", "job-ghor", "--into", str(folder), "-f", "json")
    quoted = f"'{tmp_path}/it'\"'\"'s mine'"
    assert answer.items == [
        {
            "id": "job-ghor",
            "file": str(folder / "platforms/job-ghor.yaml"),
            "next": [f"microjob data check {quoted}", f"microjob --data {quoted} show job-ghor"],
        }
    ]


def test_beside_the_shipped_records_the_commands_need_no_folder(
    on_small: Microjob, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("microjob_cli.commands.data_new.shipped_folder", lambda: into)
    (item,) = on_small("data", "new", "job-ghor", "--into", "mine", "-f", "json").items
    assert item["next"] == ["microjob data check", "microjob show job-ghor"]


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("mysite.com", "mysite.com is not an id. Write small letters, digits and single hyphens, as in mysite."),
        ("https://www.My-Site.com/join", "as in my-site."),
        ("Job Ghor", "as in job-ghor."),
        ("জব ঘর", "as in example-gigs."),
        ("../../etc/x", "../../etc/x is not an id."),
        ("x" * 61, f"as in {'x' * 60}."),
        ("examplegigs", "examplegigs is already a name of ExampleGigs: `microjob show examplegigs`."),
        ("tiny-tasks", "tiny-tasks is already a name of ExampleGigs: `microjob show examplegigs`."),
    ],
)
def test_what_is_no_new_id_is_refused_in_one_sentence(key: str, told: str, on_small: Microjob, into: Path) -> None:
    answer = on_small("data", "new", key, "--into", "mine")
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert len(answer.err.splitlines()) == 1
    assert list(into.iterdir()) == []


@pytest.mark.parametrize("ending", ["yaml", "yml"])
def test_what_is_there_stays_as_it_is(ending: str, on_small: Microjob, into: Path) -> None:
    (into / "platforms").mkdir()
    file = into / f"platforms/job-ghor.{ending}"
    file.write_text("mine\n")
    answer = on_small("data", "new", "job-ghor", "--into", "mine")
    assert (answer.code, answer.err) == (2, f"{file} is already there: open it in a text editor.\n")
    assert file.read_text() == "mine\n"


@pytest.mark.parametrize(
    ("where", "told"),
    [((), "no records in the folder data here"), (("--into", "nowhere"), "nowhere is not a folder.")],
)
def test_it_writes_only_where_records_are(
    where: tuple[str, ...], told: str, on_small: Microjob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = on_small("data", "new", "job-ghor", *where)
    assert (answer.code, told in answer.err, list(tmp_path.iterdir())) == (2, True, [])


def test_the_folder_data_and_the_option_data_are_the_usual_places(
    on_small: Microjob, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(into)
    Path("data/platforms").mkdir(parents=True)
    Path("other").mkdir()
    assert on_small("data", "new", "job-ghor").code == 0
    assert on_small("--data", "other", "data", "new", "job-ghor").code == 0
    found = {path.as_posix() for path in Path().rglob("*.yaml")}
    assert found == {"data/platforms/job-ghor.yaml", "other/platforms/job-ghor.yaml"}


def test_a_folder_that_cannot_be_made_is_told(on_small: Microjob, into: Path) -> None:
    (into / "platforms").write_text("a file in the place of the folder")
    answer = on_small("data", "new", "job-ghor", "--into", "mine")
    assert answer.code != 0
    assert "platforms" in answer.err
