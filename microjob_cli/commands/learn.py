"""`microjob learn`: what there is to know, topic by topic."""

from __future__ import annotations

from typing import Annotated

import typer

from microjob_cli.domain.learning import TOPICS, checked_claims, topic
from microjob_cli.domain.result import Remark, Result
from microjob_cli.domain.routes import Router
from microjob_cli.environment import Environment


def run(
    environment: Environment,
    name: Annotated[str | None, typer.Argument(metavar="[TOPIC]", help="One topic; none: lists them.")] = None,
) -> Result:
    """What there is to know: the topics, or one of them."""
    if name is None:
        return Result("learn", {"topic": None}, tuple(TOPICS), (Remark("learn-next"),))
    asked = topic(name)
    router = Router(environment.catalogue, environment.evidence, environment.country)
    return Result("learn", {"topic": asked}, checked_claims(router), (Remark("learn-estimate"),))
