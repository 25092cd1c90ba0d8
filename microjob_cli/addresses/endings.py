"""What addresses end in: the public suffix list, which tells what anybody can register under.

A full stop without a space behind it does not make an address, so without `https://` only these endings do.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

# Endings that are words of English or Banglish too, or what files are called: without a path they are the beginning of
# the next sentence, or a file.
_WORDS_TOO = frozenset(
    """
    able adult best bid book box build business buy call car care case cool day deal deals discover eat faith family
    fan fast film fire fish fit fly food free game get gift gives giving got green guide health help here holiday
    hot house how inc law like limited living llc love ltd man map meet men mom movie name new news next now off one
    open pay phone photo place play plus post property read rest review rich run safe save school science select sex
    show smile star talk today tools total travel trust video vote watch weather win wine wow you zero
    am ar as at be by de do er es id is it je ke ki la ma me mo mu my na ne ni no nu om pa pe se so to us
    java md mov pl ps py rs sh zip
    """.split()
)


def is_ending(label: str, *, marked: bool = True) -> bool:
    """Whether an address can end so. `marked`: it has a path or stands alone, as sentences and files do not."""
    return (marked or label not in _WORDS_TOO) and _listed().is_public(label)


@cache
def _listed() -> PublicSuffixList:
    """The list, read once: it takes as long as a short call of the program."""
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(only_icann=True, accept_unknown=False, accept_encoded_idn=False)
