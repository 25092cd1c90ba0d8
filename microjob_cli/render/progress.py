"""How far a long work has come, on a terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from microjob_cli.i18n import Language


@contextmanager
def counted(whole: int, *, shown: bool, language: Language) -> Iterator[Callable[[str], None]]:
    """A bar on stderr that moves by one for each thing that is told of; nothing unless it is `shown`."""
    if not shown:
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    told = TextColumn(language.say("Pages"))
    with Progress(told, BarColumn(), MofNCompleteColumn(), console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=whole)
        yield lambda _: progress.advance(task)
