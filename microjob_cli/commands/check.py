"""`microjob check`: is a pasted address or offer what it says it is."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from microjob_cli.domain.advice import Adviser, Person
from microjob_cli.domain.asking.tongue import tongue
from microjob_cli.domain.checking import Checker, Finding, Looked, Shown
from microjob_cli.domain.danger_signs import signs_in
from microjob_cli.domain.errors import UsageProblem
from microjob_cli.domain.question import Reader
from microjob_cli.domain.result import Remark, Result
from microjob_cli.environment import Environment
from microjob_cli.language.choosing import language_of
from microjob_cli.nearest import nearest_spelling

# So few words beside addresses describe nothing: "is this real".
_FEW_WORDS = 3
_ADDRESS = re.compile(r"\S*(?:://|\w\.\w)\S*")
_BAD = frozenset({Finding.REPORTED, Finding.LOOKALIKE, Finding.NEAR_MISS})


def run(
    environment: Environment,
    text: Annotated[list[str], typer.Argument(metavar="TEXT...", help="The address, or the words of the offer.")],
) -> Result:
    """Is a pasted address or offer the real site, a look-alike, a reported fraud, or unknown; and the danger signs."""
    pasted = " ".join(text).strip()
    if not pasted:
        raise UsageProblem("nothing-to-check")
    catalogue = environment.catalogue
    reader = Reader(catalogue.phrasebook, catalogue, nearest_spelling)
    passages = reader.passages(pasted)
    if not environment.language_asked and any(tongue(heard.row, heard.hits) != "en" for heard in passages):
        environment.language = language_of("bn")
    adviser = Adviser(Person(environment.country), environment.evidence, catalogue.methods)
    checker = Checker(catalogue, environment.evidence, adviser, nearest_spelling, reader.lexicon.is_word)
    looked = tuple(checker.looked(pasted, passages))
    said = [heard.said for heard in passages]
    shown = tuple(Shown(sign) for sign in catalogue.danger_signs.values() if any(signs_in(one, [sign]) for one in said))
    return Result(
        "check", {"text": pasted}, (*looked, *shown), tuple(_remarks(looked, shown, described=_describes(pasted)))
    )


def _describes(text: str) -> bool:
    """Whether a text says something beside addresses and a name or two."""
    return len(_ADDRESS.sub(" ", text).split()) > _FEW_WORDS


def _remarks(looked: tuple[Looked, ...], shown: tuple[Shown, ...], *, described: bool) -> list[Remark]:
    remarks, found = [], {one.finding for one in looked}
    if not looked and not shown:
        remarks.append(Remark("check-nothing-known"))
    elif not shown and not found & _BAD and (described or Finding.UNKNOWN in found):
        remarks.append(Remark("check-no-signs"))
    if shown or found - {Finding.REAL}:
        remarks.append(Remark("check-guide"))
    return remarks
