"""Puts the questions of a command to somebody at the terminal."""

from collections.abc import Generator

from microjob_cli import terminal
from microjob_cli.catalog.errors import MicrojobError, UsageProblem
from microjob_cli.render.clean import clean
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.render import formatter_of, nearest_names, tell
from microjob_cli.render.views.ask import readings
from microjob_cli.result import Question, Result
from microjob_cli.settings import Settings


def result_of(questions: Generator[Question, str, Result], settings: Settings) -> Result:
    """Asks until the command knows enough to answer."""
    try:
        question = next(questions)
        page = formatter_of(settings)
        while True:
            try:
                answer = ask(question, page)
            except UsageProblem as problem:
                question = questions.throw(problem)
            else:
                question = questions.send(answer)
    except StopIteration as end:
        result: Result = end.value
        return result


def ask(question: Question, page: Formatter) -> str:
    """What is answered to a question; on Enter alone what was suggested. Raises UsageProblem as `terminal.ask` does."""
    if question.problem is not None:
        tell(explained(question.problem, page))
    if question.choices:
        tell("\n".join(readings(question.choices, page)))
    asked = page.sentence(question.code)
    if question.methods:  # in a line of their own: what stands before an answer must be short
        numbers = map(page.language.number, range(1, len(question.methods) + 1))
        choices = (f"{number} {page.method(key)}" for number, key in zip(numbers, question.methods, strict=True))
        tell(f"{asked} {', '.join(choices)}")
        asked = ">"
    usual = question.suggested
    hint = f" [{page.language.number(int(usual)) if usual.isdecimal() else usual}]" if usual else ""
    return terminal.ask(clean(f"{asked}{hint}: ")).strip() or usual


def explained(problem: MicrojobError, page: Formatter) -> str:
    """What is wrong with an answer, and the nearest names if it should have been one."""
    sentence, names = page.sentence(problem.code, **problem.details), nearest_names(problem)
    if not names:
        return sentence
    listed = page.language.listed(names, page.say("or"))
    return f"{sentence} {page.sentence('did-you-mean', names=listed)}"
