"""`microjob learn`: what there is to know, topic by topic."""

from typing import Annotated

from typer import Argument

from microjob_cli import completion
from microjob_cli.advice.learning import INCOME, checked_claims, guided, topic, topics
from microjob_cli.payouts.router import Router
from microjob_cli.result import Remark, Result
from microjob_cli.settings import Settings


def run(
    settings: Settings,
    name: Annotated[
        str | None, Argument(metavar="[TOPIC]", help="One topic; none: lists them.", autocompletion=completion.TOPICS)
    ] = None,
) -> Result:
    catalogue = settings.catalogue
    if name is None:
        return Result("learn", {"topic": None}, topics(catalogue.guides))
    asked = topic(name, catalogue.guides)
    if asked == INCOME:
        router = Router(catalogue, settings.evidence, settings.country)
        return Result("learn", {"topic": asked}, checked_claims(router), (Remark("learn-estimate"),))
    guide = guided(catalogue.guides[asked], catalogue, settings.evidence)
    # How to look behind a figure, by the first one that the guide gives.
    remarks = tuple(Remark("learn-why", {"reference": reference}) for reference in list(guide.facts)[:1])
    return Result("learn", {"topic": asked}, (guide,), remarks)
