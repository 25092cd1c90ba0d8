"""`microjob check`: is a pasted address or offer what it says it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from microjob_cli.domain.advice import Adviser, Person
from microjob_cli.domain.asking.heard import Heard
from microjob_cli.domain.checking import Checker, Finding, Looked, Shown
from microjob_cli.domain.danger_signs import signs_in
from microjob_cli.domain.errors import UsageProblem
from microjob_cli.domain.question import Reader
from microjob_cli.domain.result import Remark, Result
from microjob_cli.environment import Environment
from microjob_cli.nearest import nearest_spelling

# So few words beside addresses and names describe nothing: "https", "is this real".
_FEW_WORDS = 3


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
    return Result(
        "check", {"text": pasted}, (*looked, *shown), tuple(_remarks(looked, shown, described=_describes(passages)))
    )


def _describes(passages: Iterable[Heard]) -> bool:
    """Whether the text says something beside addresses and names."""
    words = 0
    for heard in passages:
        parts = {part for address in heard.addresses for part in address.split(".")}
        words += sum(token.folded not in parts for token in heard.unnamed)
    return words > _FEW_WORDS


def _remarks(looked: tuple[Looked, ...], shown: tuple[Shown, ...], *, described: bool) -> list[Remark]:
    remarks = []
    if not looked and not shown:
        remarks.append(Remark("check-nothing-known"))
    elif not shown and (described or any(one.finding is Finding.UNKNOWN for one in looked)):
        remarks.append(Remark("check-no-signs"))
    if any(one.finding is not Finding.REAL for one in looked) or shown:
        remarks.append(Remark("check-guide"))
    return remarks
