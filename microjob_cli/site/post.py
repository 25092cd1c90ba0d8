"""`microjob post`: a dated article with its sources, to be pasted into a blog."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from microjob_cli import completion
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.programs.calling import called
from microjob_cli.result import Result
from microjob_cli.settings import Settings

DANGER_SIGNS = "danger-signs"


def run(
    settings: Settings,
    topic: Annotated[
        str,
        Option(
            "--topic", metavar="TOPIC", help="A payout method, a site, or `danger-signs`.",
            autocompletion=completion.HOLDERS,
        ),
    ],
) -> Result:  # fmt: skip
    """An article about a payout method, a site or the danger signs."""
    if topic.strip().casefold() == DANGER_SIGNS:
        return Result("post", {"topic": DANGER_SIGNS, "kind": DANGER_SIGNS}, ())
    kind, key = _named(topic, settings.catalogue)
    answer = (
        called("show", {"name": key}, settings)
        if kind == "site"
        else called("recommend", {"payout": key, "limit": 30}, settings)
    )
    return Result("post", {"topic": key, "kind": kind}, (answer,))


def _named(word: str, catalogue: Catalogue) -> tuple[str, str]:
    """A payout method before a site of the same name. Raises NotFound."""
    part, name = catalogue.named(word, ("methods", "platforms"), "no-such-start")
    return "method" if part == "methods" else "site", name.id
