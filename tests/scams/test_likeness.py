"""What is said of a text as a whole, by weights made up for the purpose and by the shipped ones."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.offers import OfferWeights
from microjob_cli.questions.indexes import offered_spellings
from microjob_cli.questions.likelihoods import SOUNDS, WORDS
from microjob_cli.scams.likeness import Likeness, features, likeness
from microjob_cli.scams.signs import signs_in
from microjob_cli.scams.words import Wording, worded
from tests.running import Microjob

KINDS = {"a": "fraud", "b": "pay-first", "c": "gives-login"}
WEIGHTS = {
    WORDS: OfferWeights(WORDS, "", KINDS, {"any-text": "a-10b-20c-20"}),
    SOUNDS: OfferWeights(SOUNDS, "", KINDS, {"mun": "a40b30", "buk": "a20b10c5", "hom": "a-60"}),
}


def wordings(text: str, shipped: Catalogue) -> tuple[Wording, ...]:
    return (worded(text, offered_spellings(shipped)),)


def like(text: str, shipped: Catalogue) -> Likeness:
    found = likeness(wordings(text, shipped), (), WEIGHTS)
    assert found is not None
    return found


def test_the_words_that_weighed_most_are_named_as_they_are_written(shipped: Catalogue) -> None:
    found = like("Zorp books for the MOON, one or two of them", shipped)
    assert found.fraud > 0.98
    assert found.signs == {"pay-first": ("MOON", "books")}


def test_words_may_speak_against_a_fraud(shipped: Catalogue) -> None:
    assert like("the moon is over my home now and then", shipped).fraud < 0.1


def test_the_likeliest_sign_is_told_even_where_none_is_likely(shipped: Catalogue) -> None:
    assert len(like("what nobody has ever said of anything at all", shipped).signs) == 1


def test_too_few_or_too_many_words_are_not_weighed_as_one_text(shipped: Catalogue) -> None:
    assert likeness(wordings("moon " * 7, shipped), (), WEIGHTS) is None
    assert likeness(wordings("moon " * 201, shipped), (), WEIGHTS) is None
    assert likeness(wordings("moon " * 20, shipped), (), {}) is None


def test_numbers_are_weighed_by_their_length(shipped: Catalogue) -> None:
    found = features(wordings("give 12 or 1200", shipped), ("a-link",))
    assert {"#", "##"} <= found[SOUNDS].keys()
    assert {"a-link", "any-text"} <= found[WORDS].keys()


def test_a_sign_that_no_rule_knows_is_told_with_its_words(shipped: Catalogue) -> None:
    alone = {key: replace(sign, clues=()) for key, sign in shipped.danger_signs.items()}
    text = "Zorp books for the MOON, one or two of them"
    assert signs_in(text, replace(shipped, danger_signs=alone, offer_leanings={})) == ()
    (shown,) = signs_in(text, replace(shipped, danger_signs=alone, offer_leanings=WEIGHTS))
    assert (shown.sign.id, shown.words) == ("pay-first", ("MOON", "books"))


def test_a_text_of_an_honest_kind_shows_no_sign_whatever_its_words(shipped: Catalogue) -> None:
    text = "They said send money first by bkash, 500 taka, then the job, from my home"
    by_rules = replace(shipped, offer_leanings={})
    assert signs_in(text, by_rules)
    assert signs_in(text, replace(shipped, offer_leanings=WEIGHTS)) == ()


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_a_likelihood_and_signs_of_the_records(shipped: Catalogue, text: str) -> None:
    found = likeness(wordings(text, shipped), (), shipped.offer_leanings)
    if found is not None:
        assert 0 <= found.fraud <= 1
        assert found.signs.keys() <= shipped.danger_signs.keys()


def test_no_private_chat_passes_without_a_word(microjob: Microjob) -> None:
    for link in ("wa.me/8801700000000", "https://t.me/some_group", "https://t.me/some_group is this ok"):
        codes = [one["code"] for one in microjob("check", link, "-f", "json").json["notes"]]
        assert "check-no-signs" not in codes and "check-nothing-known" not in codes
        assert "check-chat" in codes
