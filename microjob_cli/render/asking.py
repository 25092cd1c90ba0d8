"""Puts the questions of a command to somebody at the terminal."""

from collections.abc import Generator

from microjob_cli import terminal
from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.render.clean import clean
from microjob_cli.render.render import error_item, error_sentence, formatter_of, tell
from microjob_cli.render.views.ask import readings
from microjob_cli.result import Question, Result
from microjob_cli.settings import Settings


def result_of(questions: Generator[Question, str, Result], settings: Settings) -> Result:
    """Asks until the command knows enough to answer."""
    try:
        question = next(questions)
        while True:
            try:
                answer = ask(question, settings)
            except UsageProblem as problem:
                question = questions.throw(problem)
            else:
                question = questions.send(answer)
    except StopIteration as end:
        result: Result = end.value
        return result


def ask(question: Question, settings: Settings) -> str:
    """What is answered to a question; on Enter alone what was suggested. Raises UsageProblem as `terminal.ask` does."""
    page = formatter_of(settings)
    if question.problem is not None:
        tell(error_sentence(error_item(question.problem, settings), settings))
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
