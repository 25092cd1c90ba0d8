"""All rules, one a file. A new rule is a new file here and a line in RULES."""

from __future__ import annotations

from microjob_cli.lint.rule import Rule
from microjob_cli.lint.rules import (
    alias_repeated,
    bengali_in_english,
    bengali_missing,
    claim_repeated,
    country_code,
    date_in_future,
    dated_after_source,
    editor_line,
    empty_text,
    ended_before_begun,
    entry_repeated,
    examples_of_nothing,
    file_name,
    harmful_character,
    id_form,
    leanings_outdated,
    lookalike_name,
    mixed_alphabets,
    name_shared,
    name_taken,
    no_status,
    no_successor,
    not_nfc,
    offered_missing,
    overrated_forum,
    source_address,
    source_twice,
    superseded_without_end,
    unexplained_non_payment,
    unknown_reference,
    unused_source,
    website,
)

RULES: tuple[Rule, ...] = (
    # files
    editor_line.RULE,
    harmful_character.RULE,
    file_name.RULE,
    id_form.RULE,
    # names
    name_taken.RULE,
    name_shared.RULE,
    alias_repeated.RULE,
    lookalike_name.RULE,
    mixed_alphabets.RULE,
    # sources and dates
    unknown_reference.RULE,
    unused_source.RULE,
    source_address.RULE,
    source_twice.RULE,
    date_in_future.RULE,
    dated_after_source.RULE,
    ended_before_begun.RULE,
    overrated_forum.RULE,
    claim_repeated.RULE,
    # values
    website.RULE,
    country_code.RULE,
    # platforms
    no_status.RULE,
    unexplained_non_payment.RULE,
    no_successor.RULE,
    offered_missing.RULE,
    superseded_without_end.RULE,
    entry_repeated.RULE,
    # questions
    examples_of_nothing.RULE,
    leanings_outdated.RULE,
    # texts
    empty_text.RULE,
    not_nfc.RULE,
    bengali_missing.RULE,
    bengali_in_english.RULE,
)
