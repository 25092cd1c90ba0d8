"""`microjob check`: is a pasted address or offer what it says it is."""

from collections.abc import Iterator
from typing import Annotated

from typer import Argument

from microjob_cli import terminal
from microjob_cli.addresses.lookalikes import Resemblance, skeleton
from microjob_cli.addresses.owners import OwnerKind, owners
from microjob_cli.advice.verdict import Judge
from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.catalog.names import suggest_spelling
from microjob_cli.catalog.offers import Shown
from microjob_cli.payouts.network import Network
from microjob_cli.questions.indexes import spellings
from microjob_cli.questions.lexicon import Lexicon
from microjob_cli.questions.tokens import LONGEST
from microjob_cli.result import Remark, Result
from microjob_cli.scams.checking import AddressKind, Checker, Looked
from microjob_cli.scams.offers import Caution, Offer, offer_of
from microjob_cli.scams.signs import PRIVATE_CONTACT, ordinary_names, signs_of_link, signs_shown
from microjob_cli.settings import Settings

_BAD = frozenset({AddressKind.REPORTED, AddressKind.LOOKALIKE, AddressKind.NEAR_MISS})


def run(
    settings: Settings,
    text: Annotated[
        list[str] | None,
        Argument(metavar="[TEXT]...", help="The address, or the words of the offer; none: they are read in."),
    ] = None,
) -> Result:
    pasted = " ".join(text or ()).strip() or terminal.piped().strip()
    if not pasted:
        raise UsageProblem("nothing-to-check")
    offer = offer_of(pasted, settings.catalogue, suggest_spelling)
    own = None if settings.language_asked or offer.in_english else "bn"
    looked = tuple(checker(settings).looked(offer))
    shown = tuple(_signs(offer, looked, settings))
    return Result("check", {"text": pasted}, (*looked, *shown), tuple(_remarks(looked, shown, offer)), language=own)


def checker(settings: Settings) -> Checker:
    """Looks at addresses and names for whoever asks."""
    catalogue, evidence = settings.catalogue, settings.evidence
    judge = Judge(Network(catalogue, evidence, settings.country))
    lexicon = Lexicon(spellings(catalogue), catalogue.words, suggest_spelling)
    ordinary, everybody = ordinary_names(catalogue), owners(catalogue)
    firms = {skeleton(name) for one in everybody if one.kind is not OwnerKind.PLATFORM for name in one.names}

    def is_ordinary(name: str) -> bool:
        return name in ordinary or (name not in firms and lexicon.is_word(name))

    return Checker(catalogue, evidence, judge, Resemblance(catalogue, everybody, suggest_spelling, is_ordinary))


def _signs(offer: Offer, looked: tuple[Looked, ...], settings: Settings) -> Iterator[Shown]:
    """The signs that the words show, then what the links hide."""
    catalogue = settings.catalogue
    yield from signs_shown(offer.wordings, catalogue, offer.links, [one.owner for one in looked if one.owner])
    signs = catalogue.danger_signs.values()
    hidden = {sign.id for link in offer.links for sign in signs_of_link(link, signs)}
    yield from (Shown(sign) for sign in signs if sign.id in hidden)


def _remarks(looked: tuple[Looked, ...], shown: tuple[Shown, ...], offer: Offer) -> Iterator[Remark]:
    found = {one.finding for one in looked}
    # What has to be said of a text without a sign: it speaks of a secret, of pay by the day, or leads to a chat.
    is_chat = any(one.sign.id == PRIVATE_CONTACT for one in shown)
    caution = offer.caution or (Caution.CHAT if is_chat else None)
    if offer.cut:
        yield Remark("check-cut", {"count": LONGEST})
    if offer.more_links:
        yield Remark("check-more-links", {"count": offer.more_links})
    if all(one.sign.is_doubt for one in shown):
        if caution:
            yield Remark(f"check-{caution}")
        elif not looked and not shown:
            yield Remark("check-nothing-known")
        elif not found & _BAD and (offer.described or AddressKind.UNKNOWN in found):
            yield Remark("check-no-signs")
    if shown or found - {AddressKind.REAL}:
        yield Remark("check-guide")
