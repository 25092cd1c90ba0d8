"""Where the program is measured: the built wheel installed by itself, larger catalogues, a checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.growing import grow

ROOT = Path(__file__).resolve().parent.parent
_PACKAGE = "microjob_cli"


@dataclass(frozen=True, slots=True)
class Installed:
    """A virtual environment with the wheel in it."""

    folder: Path

    @property
    def python(self) -> str:
        return str(self.folder / "bin/python")

    @property
    def microjob(self) -> str:
        return str(self.folder / "bin/microjob")

    @property
    def package(self) -> Path:
        """The installed package."""
        return next(self.folder.glob("lib/python*/site-packages")) / _PACKAGE


def installed(below: Path) -> tuple[Installed, Path]:
    """Builds the wheel and installs it into an environment of its own. Also returns the wheel."""
    _quietly(sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", str(below), str(ROOT))
    wheel = next(below.glob("*.whl"))
    _quietly(sys.executable, "-m", "venv", str(below / "venv"))
    found = Installed(below / "venv")
    _quietly(found.python, "-m", "pip", "install", str(wheel))
    return found, wheel


def reinstall(place: Installed, wheel: Path) -> None:
    """Puts the wheel in anew, as on the first day."""
    _quietly(place.python, "-m", "pip", "install", "--no-deps", "--force-reinstall", str(wheel))


def grown(place: Installed, below: Path, platforms: int) -> Path:
    """The folder of a copy of the package with so many platforms; it goes before the installed one on the path."""
    folder = below / f"grown-{platforms}"
    shutil.copytree(place.package, folder / _PACKAGE, ignore=shutil.ignore_patterns("data"))
    data = folder / _PACKAGE / "data"
    grow(ROOT / "data", data, platforms)
    code = (
        "from pathlib import Path; from microjob_cli.storage import snapshot, loading, folders\n"
        f"data = Path({str(data)!r})\n"
        "(data / folders.SNAPSHOT).write_bytes(snapshot.written(loading.load(data), 'grown'))"
    )
    _quietly(place.python, "-c", code)
    return folder


def checkout(below: Path) -> Path:
    """A copy of the sources, without a snapshot."""
    folder = below / "checkout"
    for name in (_PACKAGE, "data"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.snapshot"))
    return folder


def _quietly(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
