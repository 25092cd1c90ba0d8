"""Strategies for files of records: real ones, spoilt in the ways in which people and attackers spoil them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import strategies as st

from microjob_cli.storage.folders import LAYOUTS, record_files, shipped_folder
from tests.fuzzing.words import ODD

SMALL = Path(__file__).parents[1] / "data" / "small"


class RecordFile(NamedTuple):
    """A file of a record folder: where in it, and what stands there."""

    where: str
    content: bytes


# What may stand where a value or a key stood.
SCALARS = (
    "", "~", "null", "[]", "{}", "[[]]", "{a: 1}", "- x", "NaN", ".inf", "-.inf", "1e999999999", "-1", "0", "00",
    "1_000", "0x1F", "9999-12-31", "0000-00-00", "2026-02-30", "2026-13", "-5 USD", "NaN USD", "1e400 USD",
    "5 USD or", "5 ZZZ", "١٢٣", "৫ USD", "150%", "-1%", "5/0", "0/0", "3 to 1", "up to", "1 to 99999999999",
    "1e5 working", "yes", "no", "*x", "&x y", "!!python/object:os.system x", "!!binary x", "? x", "<<: x", "%TAG",
    "---", "...", "|", ">", "'", '"', "`", "@", '"\\x1b[2J"', '"\\u202eevil"', '"\\u0000"', '"\\ud800"', '"=1+1"',
    '"[bold]x[/bold]"', '"{x}"', '"<script>"', '"bKаsh"', "../../etc/passwd", '"' + "x" * 5000 + '"', "[" * 60,
    "{a: " * 40, "a: " * 20, "x" * 300, "বিকাশ", '"র\\u200d্যাব"',
)  # fmt: skip
BYTES = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe0\xa6", b"\t", b"\r", b"\r\n", b"\x0c", b"\x85", b"\xc2\x85",
    b"\xe2\x80\xa8", b"\x1b[2J", b"\xed\xa0\x80", b"#", b"- ", b": ", b"{", b"}", b"[", b"]", b"&a ", b"*a",
    b"\n---\n", b"'", b'"', b"\\",
)  # fmt: skip
_MOST_SITES = 25
_REFERENCE = re.compile(r"\b(source|method|task): *([\w-]+)")
_SUCCESSOR = re.compile(r"(?m)^successor:\n(?: .*\n)+")


@cache
def seeds() -> tuple[RecordFile, ...]:
    """The invented records, and shipped sites transplanted among them."""
    own = [RecordFile(path.relative_to(SMALL).as_posix(), path.read_bytes()) for path in record_files(SMALL)]
    sites = sorted((shipped_folder() / "platforms").glob("*.yaml"), key=lambda path: -path.stat().st_size)[:_MOST_SITES]
    return (*own, *(RecordFile(f"platforms/{path.name}", _transplanted(path.read_text("utf-8"))) for path in sites))


def _transplanted(text: str) -> bytes:
    """A shipped record that names sources, methods and tasks of the invented ones."""
    here = {
        "source": re.findall(r"(?m)^([\w-]+):", (SMALL / "sources.yaml").read_text("utf-8")),
        "method": sorted(path.stem for path in (SMALL / "payout_methods").iterdir()),
        "task": re.findall(r"(?m)^([\w-]+):", (SMALL / "task_types.yaml").read_text("utf-8")),
    }

    def moved(match: re.Match[str]) -> str:
        among = here[match[1]]
        return f"{match[1]}: {among[sum(map(ord, match[2])) % len(among)]}"

    return _REFERENCE.sub(moved, _SUCCESSOR.sub("", text)).encode()


_places = st.floats(0, 1, exclude_max=True)


@cache
def shipped_seeds() -> tuple[RecordFile, ...]:
    """The shipped records of every kind but sites and payout methods, and some of those."""
    folder = shipped_folder()
    files = {path.relative_to(folder).as_posix(): path for path in record_files(folder)}
    many = ("platforms/", "payout_methods/")
    few = {prefix: [where for where in files if where.startswith(prefix)][::10] for prefix in many}
    every = [where for where in files if not where.startswith(many)]
    chosen = (*every, *(where for some in few.values() for where in some))
    return tuple(RecordFile(where, files[where].read_bytes()) for where in chosen)


@st.composite
def spoilt(draw: Any, among: Callable[[], tuple[RecordFile, ...]] = seeds) -> RecordFile:
    """A file of records with a few things wrong in it."""
    where, content = draw(st.sampled_from(among()))
    for _ in range(draw(st.sampled_from((1, 1, 1, 2, 3)))):
        content = draw(st.sampled_from(_WAYS))(draw, content)
    if draw(st.integers(0, 19)) == 0:
        layout = draw(st.sampled_from(LAYOUTS))
        where = layout.where if layout.one_file else f"{layout.where}/x.yaml"
    return RecordFile(where, content)


def _line(draw: Any, lines: list[bytes]) -> int:
    return int(draw(_places) * len(lines))


def _value_replaced(draw: Any, content: bytes) -> bytes:
    """Another value after some colon."""
    colons = [match.end() for match in re.finditer(rb": ", content)] or [0]
    start = colons[int(draw(_places) * len(colons))]
    end = re.compile(rb"[,}\]\n]|\Z").search(content, start)
    other: str = draw(st.sampled_from(SCALARS))
    return content[:start] + other.encode() + content[end.start() if end else start :]


def _key_replaced(draw: Any, content: bytes) -> bytes:
    """Another word before some colon."""
    keys = list(re.finditer(rb"[\w-]+(?=:)", content))
    if not keys:
        return content
    key = keys[int(draw(_places) * len(keys))]
    words = [one[0] for one in keys]
    other: bytes = draw(st.one_of(st.sampled_from(words), st.sampled_from(SCALARS).map(str.encode)))
    return content[: key.start()] + other + content[key.end() :]


def _text_replaced(draw: Any, content: bytes) -> bytes:
    """Another text where people write freely; the record stays valid."""
    free = list(re.finditer(rb"\b(?:en|bn|name|title|website|address|rater): ([^\n{}\[\],]+)", content))
    if not free:
        return content
    chosen = free[int(draw(_places) * len(free))]
    text = draw(st.one_of(st.sampled_from(ODD), st.text(max_size=40)))
    return content[: chosen.start(1)] + json.dumps(text).encode() + content[chosen.end(1) :]


def _line_dropped(draw: Any, content: bytes) -> bytes:
    lines = content.split(b"\n")
    del lines[_line(draw, lines)]
    return b"\n".join(lines)


def _line_doubled(draw: Any, content: bytes) -> bytes:
    lines = content.split(b"\n")
    lines.insert(_line(draw, lines), lines[_line(draw, lines)])
    return b"\n".join(lines)


def _line_moved(draw: Any, content: bytes) -> bytes:
    """A line indented by another depth."""
    lines = content.split(b"\n")
    chosen = _line(draw, lines)
    lines[chosen] = b" " * draw(st.integers(0, 8)) + lines[chosen].lstrip()
    return b"\n".join(lines)


def _bytes_put_in(draw: Any, content: bytes) -> bytes:
    at = int(draw(_places) * (len(content) + 1))
    odd: bytes = draw(st.one_of(st.sampled_from(BYTES), st.binary(max_size=8)))
    return content[:at] + odd + content[at:]


def _cut(draw: Any, content: bytes) -> bytes:
    return content[: int(draw(_places) * len(content))]


def _stretched(draw: Any, content: bytes) -> bytes:
    """A part of it, very often."""
    start = int(draw(_places) * len(content))
    part = content[start : start + draw(st.integers(1, 60))]
    often: int = draw(st.sampled_from((2, 50, 2000)))
    return content[:start] + part * often + content[start:]


def _recoded(draw: Any, content: bytes) -> bytes:
    """In another encoding, with other line ends, or with marks at the start."""
    text = content.decode("utf-8", "replace")
    return bytes(
        draw(
            st.sampled_from(
                (text.encode("utf-16"), text.encode("cp1252", "replace"), text.replace("\n", "\r\n").encode(),
                 b"\xef\xbb\xbf" * 2 + content, text.replace("  ", "\t").encode(), text.replace("\n", "\r").encode())
            )
        )
    )  # fmt: skip


def _amending(draw: Any, content: bytes) -> bytes:
    """An amendment in place of a record."""
    target = draw(st.sampled_from((b"examplegigs", b"nopay", b"nobody", b"[a]", b"")))
    kept = re.sub(rb"(?m)^(name|website|unnamed):.*\n", b"", content)
    return re.sub(rb"(?m)^id:.*", b"amends: " + target, kept, count=1)


_WAYS = (
    _value_replaced, _value_replaced, _value_replaced, _text_replaced, _text_replaced, _text_replaced, _key_replaced,
    _line_dropped, _line_doubled, _line_moved, _bytes_put_in, _cut, _stretched, _recoded, _amending,
)  # fmt: skip
