"""What a reader has set right: which of it needs other words."""

from store.corrections.correction import ROLES, Correction


def test_other_words_and_bylines_are_extracted_anew() -> None:
    assert Correction("text", to="他们说").rewords
    assert [role for role in ROLES if Correction("line", to=role).rewords] == ["byline"]
    assert not Correction("page", to="2").rewords
