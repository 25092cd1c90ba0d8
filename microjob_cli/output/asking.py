"""Questions to somebody at the terminal, and why an answer cannot be used."""

from __future__ import annotations

from microjob_cli.domain.errors import MicrojobError
from microjob_cli.environment import Environment
from microjob_cli.output.clean import clean
from microjob_cli.output.render import nearest_names, page_of, rows


def told(environment: Environment, sentence: str) -> str:
    """The sentence of a code."""
    return _broken(page_of(environment).sentence(sentence), environment)


def prompt(environment: Environment, question: str, suggested: str, **details: object) -> str:
    """The question of a code in one line, with what Enter alone answers."""
    asked = page_of(environment).sentence(question, **details)
    return clean(f"{asked} [{suggested}]: " if suggested else f"{asked}: ")


def explained(environment: Environment, problem: MicrojobError) -> str:
    """What is wrong with an answer, and the nearest names if it should have been one."""
    page = page_of(environment)
    sentence = page.sentence(problem.code, **problem.details)
    names = nearest_names(problem)
    if not names:
        return _broken(sentence, environment)
    meant = page.sentence("did-you-mean", names=environment.language.listed(names, page.say("or")))
    return _broken(f"{sentence} {meant}", environment)


def _broken(sentence: str, environment: Environment) -> str:
    return "\n".join(rows(clean(sentence), environment))
