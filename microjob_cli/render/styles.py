"""How each tone is painted on a terminal."""

from __future__ import annotations

from microjob_cli.render.document import Tone

STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.QUIET: "dim",
    Tone.GOOD: "green",
    Tone.CARE: "yellow",
    Tone.AVOID: "bold red",
}
