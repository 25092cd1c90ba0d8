"""Rules for names: each leads to one record, and nobody takes one for another."""

import re
from collections.abc import Callable, Hashable, Iterator

from msgspec import Struct

from microjob_cli.addresses.lookalikes import mixed_alphabet, skeleton
from microjob_cli.catalog.catalogue import TaskType, host
from microjob_cli.catalog.findings import Finding, Level, Location
from microjob_cli.catalog.names import fold
from microjob_cli.catalog.payout import PayoutMethod
from microjob_cli.catalog.platform import Platform
from microjob_cli.lint.rule import Entry, Records, fault, rule
from microjob_cli.storage.reading import FieldPath
from microjob_cli.storage.references import walk

_NAMED = (Platform, PayoutMethod, TaskType)
_SUREST = ("id", "name")
_WORD = re.compile(r"\w+")


class _Written(Struct, frozen=True):
    """A name as it is written in a record."""

    text: str
    path: FieldPath
    entry: Entry

    @property
    def place(self) -> Location:
        return self.entry.id_place() if self.path == ("id",) else self.entry.place(self.path)


def _names_of(entry: Entry) -> Iterator[_Written]:
    """Every name that leads to a record, its id first and its aliases last."""
    if entry.kind not in _NAMED:
        return
    if not entry.amends:
        yield _Written(entry.id, ("id",), entry)
    yield from _under("name", entry)
    yield from (name for name in _under("former_names", entry) if name.path[-1] == "name" or len(name.path) == 2)
    website = entry.data.get("website")
    if isinstance(website, str) and host(website):
        yield _Written(host(website), ("website",), entry)
    yield from _under("aliases", entry)


def _under(key: str, entry: Entry) -> Iterator[_Written]:
    """The texts under a key, however deep."""
    found = walk(entry.data.get(key), (key,))
    return (_Written(value, path, entry) for path, value in found if isinstance(value, str))


def _doubles(records: Records, form: Callable[[_Written], Hashable]) -> Iterator[tuple[_Written, _Written]]:
    """Each name with the first one of another record that has the same form; what has none is like nothing else.

    Ids and names are looked at first, then addresses, former names and aliases.
    """
    first: dict[Hashable, _Written] = {}
    every = [name for entry in records.of(*_NAMED) for name in _names_of(entry)]
    for name in sorted(every, key=lambda name: name.path[0] not in _SUREST):
        if formed := form(name):
            other = first.setdefault(formed, name)
            if other.entry.id != name.entry.id:
                yield name, other


@rule(Records, "Of two records with the same name only one can be found by it.")
def name_taken(records: Records) -> Iterator[Finding]:
    """Names that fold to the same letters as a name of another record of the same kind."""
    for name, other in _doubles(records, lambda name: (name.entry.kind, fold(name.text))):
        yield fault(name.place, found=name.text, expected=(other.entry.id,), hint=other.place.file)


@rule(Records, "A question with such a word in it can be understood in two ways.", Level.WARNING)
def name_shared(records: Records) -> Iterator[Finding]:
    """Names shared between platforms, payout methods and task types.

    Records of the same id are left out: they are one thing in two roles, as FaucetPay is a site and a wallet.
    """
    for name, other in _doubles(records, lambda name: (fold(name.text),)):
        if other.entry.kind is not name.entry.kind:
            yield fault(name.place, found=name.text, expected=(other.entry.id,), hint=other.place.file)


@rule(
    Entry,
    "Case, spaces and hyphens do not count when a name is looked up, so such an alias does nothing.",
    Level.WARNING,
)
def alias_repeated(entry: Entry, records: Records) -> Iterator[Finding]:
    """Aliases that fold to the same letters as the id, a name or an earlier alias of the record."""
    first: dict[str, _Written] = {}
    for name in _names_of(entry):
        # Addresses are compared as they are: Claru AI is no repetition of claru.ai.
        is_address = "." in name.text and " " not in name.text
        before = first.setdefault(name.text.casefold() if is_address else fold(name.text), name)
        if before is not name and name.path[0] == "aliases":
            yield fault(name.place, found=name.text, expected=(before.text,))


@rule(Records, "Frauds take names that are drawn like known ones; here nobody may be led to the wrong record.")
def lookalike_name(records: Records) -> Iterator[Finding]:
    """Names that a reader cannot tell apart, though they are spelt with different letters."""
    for name, other in _doubles(records, lambda name: skeleton(name.text)):
        if fold(other.text) != fold(name.text):
            yield fault(name.place, found=name.text, expected=(other.text,), hint=other.entry.id)


@rule(Entry, "Such a word cannot be found by typing it, and it is how look-alikes of known names are made.")
def mixed_alphabets(entry: Entry, records: Records) -> Iterator[Finding]:
    """Words such as `bKаsh` with a Cyrillic letter. The address of a look-alike may have them: that is its trick."""
    for path, text in entry.texts():
        if path[0] == "lookalikes" and path[-1] == "address":
            continue
        for word in _WORD.findall(text):
            if alphabet := mixed_alphabet(word):
                yield fault(entry.place(path), found=word, hint=alphabet.capitalize())
