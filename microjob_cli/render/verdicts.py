"""A verdict in words: in one line with what to do, or with all its reasons."""

from microjob_cli.advice.reasons import Reason
from microjob_cli.advice.search import Advice
from microjob_cli.advice.testimony import Level
from microjob_cli.advice.verdict import Judgement, Verdict
from microjob_cli.catalog.catalogue import host
from microjob_cli.catalog.facts import Cited
from microjob_cli.catalog.platform import Status, Weight
from microjob_cli.render.document import Kind, Line, Span, Target, Tone, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.site_cells import VERDICT_TONES, month_of, trouble_of

_TONES = {Verdict.UNREACHABLE: Tone.AVOID, Verdict.AVOID: Tone.AVOID, Verdict.CLOSED: Tone.AVOID}


def verdict_lines(one: Judgement, page: Formatter) -> list[Line]:
    verdict = Span(page.word(one.verdict), VERDICT_TONES[one.verdict])
    told = "; ".join(page.coded(reason) for reason in one.reasons)
    return [line(Span(f"{page.say('Verdict')}: ", Tone.STRONG), verdict), line(told)]


def concerns(advice: Advice) -> list[Reason]:
    """What speaks against a site, the gravest first."""
    against = [reason for reason in advice.reasons if reason.is_concern]
    return sorted(against, key=lambda reason: list(Weight).index(reason.weight or Weight.NOTE))


def headline(one: Judgement, page: Formatter) -> Line:
    """What a site is for her, and what that means for what she does."""
    former = (name.name for name in one.facts.former_names)
    platform = one.facts.platform
    name = page.formerly(page.site(platform), former)
    where = f", {host(platform.website)}" if platform.website else ""
    told = f"{name}{where}: {_said(one, page)}"
    answer, trouble = Span(told, _TONES.get(one.verdict, Tone.STRONG)), trouble_of(one)
    if trouble is None:
        return line(answer)
    said = page.say("Trouble with payment is reported.", source=Cited(trouble.source, trouble.as_of))
    return line(answer, " ", Span(said, Tone.AVOID, Target(Kind.SOURCE, trouble.source)))


def _said(one: Judgement, page: Formatter) -> str:
    match one.verdict:
        case Verdict.PROVEN:
            source = one.testimony.source
            who = f"{page.publisher(source)}, {month_of(one.testimony.day, page)}" if source else ""
            return page.say(
                "it can pay you, and somebody from outside was paid ({who}). Do one small task and withdraw first.",
                who=who,
            )
        case Verdict.UNPROVEN:
            return page.say(
                "it can pay you, but nobody outside proves that it does. Do one small task, withdraw at once, "
                "stop if that fails."
            )
        case Verdict.UNKNOWN:
            why = next(page.coded(reason) for reason in one.reasons)
            return page.say("nobody knows whether it can pay you: {why}.", why=why)
        case Verdict.UNREACHABLE:
            return _unreachable(one, page)
        case Verdict.CLOSED:
            return _closed(one, page)
    against = [page.coded(reason) for reason in one.reasons if reason.weight is Weight.AVOID]
    return page.say("keep away: {why}.", why=page.language.listed(against, page.say("and")))


def _unreachable(one: Judgement, page: Formatter) -> str:
    country = page.country_name(one.country)
    if any(reason.code == "country-refused" for reason in one.reasons):
        return page.say("it does not take people from {country}.", country=country)
    sentence = (
        "a real site, but no lawful way to bring its money to {country} is known. Look elsewhere: {command}"
        if one.testimony.level in (Level.PAID, Level.RECENT)
        else "no lawful way to bring its money to {country} is known. Look elsewhere: {command}"
    )
    return page.say(sentence, country=country, command="microjob recommend")


def _closed(one: Judgement, page: Formatter) -> str:
    status = one.facts.status
    since = status.chosen.since if status.chosen else None
    match status.value:
        case Status.CLOSED if since:
            return page.say("closed since {since}.", since=since)
        case Status.CLOSED:
            return page.say("closed.")
        case Status.MERGED:
            into = one.facts.successor.value
            return page.say("merged into {into}.", into=page.platform(into)) if into else page.say("merged.")
        case Status.PAUSED:
            return page.say("paused: nobody can begin there now.")
    return page.say("no source tells its name, so nobody can say which site it is.")
