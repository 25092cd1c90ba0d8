"""A record whose every text tries to do harm, and what must never come out of it raw."""

from __future__ import annotations

import json
import re

ESCAPE = "\x1b[2J\x1b]0;owned\x07"
OVERRIDE = "\u202eevil\u202c\u2066x\u2069"
MARKUP = "[bold]B[/bold][/x][link=https://evil.example]L[/link] :warning: {braces} `code` **b** <b> &#x202e; ~~s~~ |"
UNSEEN = "P\u00ada\u034fy\u3164P\u200bal"
HOSTILE = f"{MARKUP}{ESCAPE}{OVERRIDE}{UNSEEN}\x9b31m\u200b\ufeff\u2028"
LITERAL = "[bold]B[/bold][/x]"

# Everything that may steer a terminal or turn the reading order; line breaks are the program's own.
RAW = re.compile(
    "[\x00-\x09\x0b-\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)

_TEXT = json.dumps(HOSTILE)
FILES = {
    "sources.yaml": f"""\
trap-page:
  title: {_TEXT}
  address: "https://evil.example"
  kind: blog
""",
    "platforms/trap.yaml": f"""\
id: trap
name: {_TEXT}
website: {_TEXT}
former_names:
  - {{name: {_TEXT}, source: trap-page}}
aliases: {{bn: ["বড় ফাঁদ"]}}
status:
  - {{value: active, source: trap-page, as_of: 2026-11, confidence: low}}
owner:
  - {{value: {_TEXT}, source: trap-page, confidence: low}}
  - {{value: "=1+1", source: trap-page, confidence: low}}
ratings:
  - rater: {_TEXT}
    score:
      - {{value: 1/5, source: trap-page, confidence: low}}
lookalikes:
  - {{address: {_TEXT}, en: {_TEXT}, bn: {_TEXT}, source: trap-page, confidence: low}}
warnings:
  - {{code: privacy, en: {_TEXT}, bn: {_TEXT}, source: trap-page, confidence: low}}
  - {{code: account-loss, en: {_TEXT}, bn: {_TEXT}, source: trap-page, confidence: low}}
notes:
  - {{topic: schedule, en: {_TEXT}, bn: {_TEXT}, source: trap-page, confidence: low}}
""",
}
