"""Sets completion up for a shell: a script of its own, and where needed one line in the shell's startup file."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from microjob_cli.domain.errors import MicrojobError, UsageProblem
from microjob_cli.store.writing import write_text

_SCRIPTS = Path(__file__).parent / "scripts"
SHELLS = ("bash", "zsh", "fish")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the script of a shell belongs, and which file must call it; None where the shell finds it itself."""

    script: Path
    startup: Path | None


def shell_here() -> str:
    """The shell that called this program, else the user's usual one. Raises UsageProblem for one without a script."""
    import shellingham  # type: ignore[import-untyped]

    try:
        name, _ = shellingham.detect_shell()
    except shellingham.ShellDetectionFailure:
        name = Path(os.environ.get("SHELL", "")).name
    if name not in SHELLS:
        raise UsageProblem("no-completion", known=", ".join(SHELLS))
    return str(name)


def script(shell: str) -> str:
    """What makes a shell ask this program when Tab is pressed."""
    return (_SCRIPTS / f"microjob.{shell}").read_text(encoding="utf-8")


def install(shell: str) -> Path:
    """Writes the script and, once, the line that calls it. Returns where the script is. Raises MicrojobError."""
    place = _place(shell, os.environ)
    try:
        place.script.parent.mkdir(parents=True, exist_ok=True)
        write_text(place.script, script(shell))
        if place.startup is not None:
            quoted = shlex.quote(str(place.script))
            _add_line(place.startup, f"[ -r {quoted} ] && . {quoted} # Tab completes microjob")
    except OSError as problem:
        path = str(problem.filename or place.script)
        raise MicrojobError("cannot-write", path=path, problem=problem.strerror or str(problem)) from None
    return place.script


def _place(shell: str, variables: Mapping[str, str]) -> Place:
    try:
        home = Path.home()
    except RuntimeError:
        raise UsageProblem("no-home", variable="HOME") from None
    if shell == "fish":
        settings = Path(variables.get("XDG_CONFIG_HOME") or home / ".config")
        return Place(settings / "fish" / "completions" / "microjob.fish", None)
    from platformdirs import user_data_path

    kept = user_data_path("microjob", appauthor=False) / f"completion.{shell}"
    if shell == "zsh":
        return Place(kept, Path(variables.get("ZDOTDIR") or home) / ".zshrc")
    return Place(kept, home / ".bashrc")


def _add_line(path: Path, line: str) -> None:
    """Adds a line at the end unless it is there. What the file holds is not touched."""
    held = path.read_bytes() if path.exists() else b""
    added = line.encode()
    if added not in held.splitlines():
        with path.open("ab") as stream:
            stream.write((b"\n" if held and not held.endswith(b"\n") else b"") + added + b"\n")
