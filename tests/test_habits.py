"""What contributors run is what CI runs, with versions that are locked, and pages lead to pages that are there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
CI = (ROOT / ".ci/run").read_text()
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
NOT_IN_CI = {"python benchmarks/run.py", "uv pip compile"}  # they take too long, or change a file


def tasks() -> set[str]:
    """The commands of the task runner, without what is handed on to them."""
    calls = re.findall(r'session\.run\(((?:"[^"]*",? ?)+)', (ROOT / "noxfile.py").read_text())
    return {" ".join(re.findall(r'"([^"]*)"', call)) for call in calls}


def hooks() -> set[str]:
    """The commands before each commit, without the folder of the environment."""
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())
    return {hook["entry"].removeprefix(".venv/bin/") for repository in config["repos"] for hook in repository["hooks"]}


def test_the_task_runner_and_the_hooks_call_what_ci_calls() -> None:
    assert {"ruff check .", "mypy", "python -m pytest", "microjob data check"} <= tasks()
    told = {call for call in tasks() | hooks() if not any(call.startswith(other) for other in NOT_IN_CI)}
    assert {call for call in told if f".venv/bin/{call}\n" not in CI} == set()


@pytest.mark.parametrize(("file", "extra"), [("constraints.txt", "dev"), ("constraints-site.txt", "site-test")])
def test_every_dependency_is_locked_with_hashes_and_from_no_named_place(file: str, extra: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*(project["dependencies"] if extra == "dev" else ()), *project["optional-dependencies"][extra]]
    names = {re.split(r"[<>=! \[]", one)[0].lower() for one in wanted}
    lock = (ROOT / file).read_text()
    locked = dict(re.findall(r"^([\w.-]+)==\S+ [^\\]*\\?\n((?: +--hash=sha256:\w{64}[ \\]*\n)*)", lock, re.MULTILINE))
    assert names - locked.keys() == set(), "renew it: nox -s lock"
    assert [name for name, hashes in locked.items() if not hashes] == []
    assert "://" not in lock
    assert "--index" not in lock


@pytest.mark.parametrize("form", ["fact-is-wrong", "site-is-missing"])
def test_issue_forms_ask_for_a_page_and_its_date(form: str) -> None:
    body = yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{form}.yml").read_text())["body"]
    asked = {field["id"]: field for field in body if field["type"] != "markdown"}
    page = asked.get("page") or asked["pages"]
    assert page["validations"]["required"]
    assert asked["date"]["validations"]["required"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text())
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []
