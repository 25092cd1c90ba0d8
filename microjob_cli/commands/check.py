"""`microjob check`: is a pasted address or offer what it says it is."""

from __future__ import annotations

from typing import Annotated

import typer

from microjob_cli.domain.advice import Adviser, Person
from microjob_cli.domain.checking import Checker, Finding, Looked, Shown
from microjob_cli.domain.danger_signs import signs_in
from microjob_cli.domain.errors import UsageProblem
from microjob_cli.domain.question import Reader
from microjob_cli.domain.result import Remark, Result
from microjob_cli.environment import Environment
from microjob_cli.nearest import nearest_spelling


def run(
    environment: Environment,
    text: Annotated[list[str], typer.Argument(metavar="TEXT...", help="The address, or the words of the offer.")],
) -> Result:
    """Is a pasted address or offer the real site, a look-alike, a reported fraud, or unknown; and the danger signs."""
    pasted = " ".join(text).strip()
    if not pasted:
        raise UsageProblem("nothing-to-check")
    catalogue = environment.catalogue
    passages = Reader(catalogue.phrasebook, catalogue, nearest_spelling).passages(pasted)
    adviser = Adviser(Person(environment.country), environment.evidence, catalogue.methods)
    looked = tuple(Checker(catalogue, environment.evidence, adviser, nearest_spelling).looked(pasted, passages))
    said = [heard.said for heard in passages]
    shown = tuple(Shown(sign) for sign in catalogue.danger_signs.values() if any(signs_in(one, [sign]) for one in said))
    return Result("check", {"text": pasted}, (*looked, *shown), tuple(_remarks(looked, shown)))


def _remarks(looked: tuple[Looked, ...], shown: tuple[Shown, ...]) -> list[Remark]:
    remarks = []
    if not looked and not shown:
        remarks.append(Remark("check-nothing-known"))
    elif not shown:
        remarks.append(Remark("check-no-signs"))
    if any(one.finding is not Finding.REAL for one in looked) or shown:
        remarks.append(Remark("check-guide"))
    return remarks
