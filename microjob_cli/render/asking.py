"""Questions to somebody at the terminal, and why an answer cannot be used."""

from __future__ import annotations

from microjob_cli.catalog.errors import MicrojobError
from microjob_cli.environment import Environment
from microjob_cli.render.clean import clean
from microjob_cli.render.render import nearest_names, page_of, rows


def prompt(environment: Environment, question: str, suggested: str) -> str:
    """The question of a code in one line, with what Enter alone answers."""
    asked = page_of(environment).sentence(question)
    return clean(f"{asked} [{suggested}]: " if suggested else f"{asked}: ")


def explained(environment: Environment, problem: MicrojobError) -> str:
    """What is wrong with an answer, and the nearest names if it should have been one."""
    page = page_of(environment)
    sentence = page.sentence(problem.code, **problem.details)
    names = nearest_names(problem)
    if names:
        listed = environment.language.listed(names, page.say("or"))
        sentence = f"{sentence} {page.sentence('did-you-mean', names=listed)}"
    return "\n".join(rows(clean(sentence), environment))
