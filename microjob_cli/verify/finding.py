"""Whether a page says what a claim says, without a sentence of the page being kept.

The rule. A figure belongs to the name that it stands beside: on its line the name before it, or the name after it
where the line begins with a figure; names joined by "and" share it; without a name on the line the last one above, all
within `REACH` characters. Of the figures that belong to the claim's subject those count that stand nearest to a word of
the claim's field ("minimum", "charge"). *Same*: each figure of the claim is among them. *Drifted*: there are such
figures, but others. A figure that changed places with that of another name is therefore a drift. All else was *not
found*.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from msgspec import Struct

from microjob_cli.catalog.errors import FormError
from microjob_cli.catalog.money import plain
from microjob_cli.verify.claims_to_find import ClaimToFind, Wanted
from microjob_cli.verify.figures import FigureFound, figures_on
from microjob_cli.verify.looks import Judged, Outcome
from microjob_cli.verify.pages import Page, folded

REACH = 90
# A word of a field behind its figure is less likely meant than one before it.
_BEHIND = 3
_NEW_SENTENCE = 20
_JOINED = re.compile(r"(?:\s|[,/&+]|\band\b|\bor\b|ও|এবং|আর|বা)*")
_SENTENCE_END = re.compile(r"[;|।]|\.\s")

_WORDS: Mapping[str, str] = {
    "minimum": r"minimum|min\b|threshold|at least|least|smallest|সর্বনিম্ন|ন্যূনতম|কমপক্ষে|মিনিমাম",
    "maximum": r"maximum|max\b|at most|limit|সর্বোচ্চ|লিমিট",
    "fee": r"fees?\b|charges?\b|charged|commission|costs?\b|deduct|চার্জ|ফি(?![\u0980-\u09ff])|কমিশন|খরচ",
    "days": r"within|\btime\b|takes?\b|process|arrive|receiv|sent|সময়|লাগে|মধ্যে",
    "review": r"review|rated?\b|rating|approv|verif|check|যাচাই|রিভিউ|অ্যাপ্রুভ",
    "success": r"success rate|satisfaction|approval rate|acceptance rate|সাকসেস রেট",
    "pay": r"pays?\b|paid|per (?:task|hour|day|month)|earn|reward|আয়|পাবেন",
    "founded": r"founded|since|established|launched|started|প্রতিষ্ঠ|যাত্রা",
    "bonus": r"bonus|referr|বোনাস|রেফার",
    "deposit": r"deposit|ডিপোজিট|জমা",
}
_LABELS = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _WORDS.items()))
_FIELD: Mapping[str, str] = {
    "payouts.minimum": "minimum", "payouts.fee": "fee", "payouts.days": "days", "success_rate": "success",
    "review_days": "review", "task_pay": "pay", "tasks.pay": "pay", "earnings": "pay", "founded": "founded",
    "fee": "fee", "days": "days", "limits.least": "minimum", "limits.most": "maximum",
}  # fmt: skip
_PER: Mapping[str, str] = {
    "task": r"task|job|survey|কাজ", "thousand": r"1,?000|thousand|হাজার", "hour": r"hour|/ ?hr|ঘণ্টা",
    "day": r"day|daily|দিন", "week": r"week|সপ্তাহ", "month": r"month|মাস",
}  # fmt: skip
_NEAR_NAME: Mapping[str, re.Pattern[str]] = {
    "payouts.offered": re.compile(r"withdraw|payout|pay(?:s|ment|ing)?\b|paid|cash ?out|উইথড্র|পেমেন্ট|টাকা"),
    "tasks.offered": re.compile(r"task|job|work|earn|কাজ|টাস্ক"),
    "accepts": re.compile(r"countr|available|resident|accept|দেশ"),
}
_DENIED = re.compile(r"\b(?:no longer|not|n't|unavailable|discontinued|removed|except|excluding)\b|বন্ধ|নেই|ছাড়া")


class _Mark(Struct, frozen=True):
    """Where a name, or a word of a field, stands on a line."""

    start: int
    end: int
    key: str


class Names:
    """Finds on a line what is called by names of records."""

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        self.key_of = {
            folded(name): key for key, called in reversed(list(names.items())) for name in called if len(name) > 2
        }
        longest_first = sorted(self.key_of, key=len, reverse=True)
        # Bengali joins its endings to the name; Latin letters do not.
        patterns = (f"{re.escape(name)}{'(?![a-z0-9])' if name.isascii() else ''}" for name in longest_first)
        self.pattern = re.compile("|".join(rf"(?<![a-z0-9\u0980-\u09ff]){one}" for one in patterns) or r"(?!)")

    def on(self, line: str) -> tuple[_Mark, ...]:
        return tuple(_Mark(*match.span(), self.key_of[match[0]]) for match in self.pattern.finditer(line))


def judge(page: Page, wanted: ClaimToFind, names: Names, *, own_page: bool) -> Judged:
    """What a page says of a claim. `own_page`: it is the site's own, which need not name itself beside its figures."""
    if not wanted.figures:
        return Judged(Outcome.SAME if _is_named(page, wanted, names) else Outcome.NOT_FOUND)
    of_page = own_page and wanted.said.about == wanted.said.record
    found = list(_of_claim(page, wanted, None if of_page else names))
    values = [[one for one in found if one.unit == figure.unit] for figure in wanted.figures]
    if not all(values):
        return Judged(Outcome.NOT_FOUND)
    if all(any(_equal(one, figure) for one in some) for some, figure in zip(values, wanted.figures, strict=True)):
        return Judged(Outcome.SAME)
    return Judged(Outcome.DRIFTED, _proposed(wanted, values))


def _is_named(page: Page, wanted: ClaimToFind, names: Names) -> bool:
    """Whether the subject's name stands near a word that tells what it is named for, and is not denied."""
    near = _NEAR_NAME[wanted.said.sort]
    return any(
        near.search(around) and not _DENIED.search(around)
        for line in page.lines
        for mark in names.on(line)
        if mark.key in wanted.subjects
        for around in [line[max(0, mark.start - REACH) : mark.end + REACH]]
    )


def _of_claim(page: Page, wanted: ClaimToFind, names: Names | None) -> Iterator[FigureFound]:
    """The figures on a page that belong to the claim's subject and field. Without names all belong to the subject."""
    above: tuple[int, _Mark | None] = (0, None)  # the last name above, and how many characters ago
    for line in page.lines:
        marks = names.on(line) if names else ()
        figures = figures_on(line)
        labels = tuple(_Mark(*match.span(), str(match.lastgroup)) for match in _LABELS.finditer(line))
        for figure in figures:
            distance, last = above
            near = {last.key} if last and distance + figure.start <= REACH else set()
            owners = _owners(figure, marks, figures, line) if marks else near
            if (names is None or owners & set(wanted.subjects)) and _is_of_field(figure, labels, line, wanted):
                yield figure
        above = (len(line) - marks[-1].end, marks[-1]) if marks else (above[0] + len(line), above[1])


def _owners(figure: FigureFound, marks: Sequence[_Mark], figures: Sequence[FigureFound], line: str) -> set[str]:
    """The names on its line to which a figure belongs."""
    before = [mark for mark in marks if mark.end <= figure.start]
    behind = [mark for mark in marks if mark.start >= figure.end]
    names_lead = marks[0].start < figures[0].start
    if before and (names_lead or not behind):
        chain = before[::-1]
        near = figure.start - chain[0].end <= REACH
    else:
        chain = behind
        near = bool(chain) and chain[0].start - figure.end <= REACH
    return {mark.key for mark in _joined(chain, line)} if near else set()


def _joined(chain: Sequence[_Mark], line: str) -> Iterator[_Mark]:
    """The first of the names, and those joined to it by nothing but "and" or a comma."""
    for place, mark in enumerate(chain):
        if place:
            one, other = sorted((chain[place - 1], mark), key=lambda each: each.start)
            if not _JOINED.fullmatch(line, one.end, other.start):
                return
        yield mark


def _is_of_field(figure: FigureFound, labels: Sequence[_Mark], line: str, wanted: ClaimToFind) -> bool:
    """Whether the word of a field nearest to a figure is one of the claim's, and money is for what the claim says."""

    def distance(label: _Mark) -> int:
        between = line[label.end : figure.start] if label.end <= figure.start else line[figure.end : label.start]
        behind = _BEHIND if label.start >= figure.end else 0
        return len(between) + behind + _NEW_SENTENCE * len(_SENTENCE_END.findall(between))

    # "Reviewed within 7 days": of a field about days the word "within" says nothing.
    told = [label for label in labels if label.key != "days" or wanted.said.sort != "review_days"]
    nearest = min(told, key=distance, default=None)
    if nearest is None or distance(nearest) > REACH or nearest.key != _FIELD[wanted.said.sort]:
        return False
    per = {one.per for one in wanted.figures if one.per}
    return all(re.search(_PER[name], line[figure.end : figure.end + 40]) for name in per)


def _equal(figure: FigureFound, wanted: Wanted) -> bool:
    return wanted.low in (None, figure.low) and wanted.high in (None, figure.high)


def _proposed(wanted: ClaimToFind, values: Sequence[Sequence[FigureFound]]) -> str | None:
    """The value that the page gives instead, as a record writes it; None where it gives several or an odd one."""
    differing = {(one.low, one.high, one.unit) for some in values for one in some}
    if len(wanted.figures) != 1 or len(differing) != 1:
        return None
    low, high, unit = differing.pop()
    amount = plain(low) if low == high else f"{plain(low)} to {plain(high)}"
    per = wanted.figures[0].per
    written = {"%": f"{amount}%", "days": amount, "working days": f"{amount} working", "year": amount}
    text = written.get(unit, f"{amount} {unit}" + (f" per {per}" if per else ""))
    if unit == "%":
        text = text.replace(" to ", "% to ")
    with suppress(FormError):
        return str(type(wanted.said.claim.value).parse(text))
    return None
