"""The tasks of a contributor, by name: `nox -s tests`. They run in the environment that nox itself is installed in.

Each calls what `.ci/run` calls; `tests/test_habits.py` holds the two together.
"""

import tomllib
from pathlib import Path

import nox

nox.options.default_venv_backend = "none"
nox.options.sessions = ["lint", "types", "records"]


@nox.session
def lint(session: nox.Session) -> None:
    """Format, lint, and who imports whom."""
    session.run("ruff", "format", "--check", ".")
    session.run("ruff", "check", ".")
    session.run("lint-imports", "--no-cache", "--no-logo")


@nox.session
def types(session: nox.Session) -> None:
    """Types."""
    session.run("mypy")


@nox.session
def records(session: nox.Session) -> None:
    """The records."""
    session.run("microjob", "data", "check")


@nox.session
def tests(session: nox.Session) -> None:
    """The tests, all or those named: `nox -s tests -- tests/commands`."""
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session(venv_backend="venv", python=["3.11", "3.12", "3.13", "3.14"])
def versions(session: nox.Session) -> None:
    """The tests on each Python that is found here, in an environment of its own."""
    session.install("-e", ".[dev]")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """What a call costs, as a ratio to what its libraries cost."""
    session.run("python", "benchmarks/run.py", *session.posargs)


@nox.session
def site_tests(session: nox.Session) -> None:
    """The site in a browser: needs the extra site-test, and Chromium."""
    session.run("python", "-m", "pytest", "tests/site/browser", *session.posargs)


@nox.session(venv_backend="venv")
def lock(session: nox.Session) -> None:
    """Renews the constraints: the newest versions that pyproject.toml allows, with the hashes of all their files."""
    session.install("uv")
    given = ["--universal", "--python-version", "3.11", "--generate-hashes", "--upgrade"]
    quiet = ["--quiet", "--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "nox -s lock"]
    compiling = ["uv", "pip", "compile", *given, *quiet]
    session.run(*compiling, "--extra", "dev", "pyproject.toml", "--output-file", "constraints.txt")
    extras = tomllib.loads(Path("pyproject.toml").read_text())["project"]["optional-dependencies"]
    site = Path(session.create_tmp(), "site-test.in")
    site.write_text("\n".join(extras["site-test"]))
    session.run(
        *compiling,
        "--no-annotate",
        "--constraint",
        "constraints.txt",
        str(site),
        "--output-file",
        "constraints-site.txt",
    )
