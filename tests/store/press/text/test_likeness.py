"""What reads like a newspaper has many of the commonest characters."""

from store.press.text.likeness import likeness


def test_newspaper_text_has_them_and_wrongly_decoded_text_has_not() -> None:
    text = "这是记者从会上了解到的，县里今年安排了资金。"
    assert likeness(text) > 0.3
    assert likeness(text.encode().decode("gb18030", "replace")) < 0.05
    assert likeness("plain") == 0.0
