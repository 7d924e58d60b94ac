"""Messages: their sentence in English, and in whatever language the edge speaks."""

from store.messages import Message, template


def test_the_sentence_is_the_template_filled_in() -> None:
    assert str(Message("{count} of {what}", {"count": 3, "what": "them"})) == "3 of them"


def test_braces_without_fields_are_text() -> None:
    assert str(Message("a {brace}")) == "a {brace}"
    assert str(Message("{text}", {"text": "a {brace}"})) == "a {brace}"


def test_each_template_is_translated_before_it_is_filled_in() -> None:
    chinese = {"{what} is full": "{what} 已满", "the disk": "磁盘"}
    told = Message("{what} is full", {"what": Message("the disk")})
    assert told.text(lambda text: chinese.get(text, text)) == "磁盘 已满"


def test_nothing_stays_nothing() -> None:
    assert Message("").text(lambda text: f"headers of the catalogue {text}") == ""


def test_a_marked_template_is_itself() -> None:
    assert template("{count} left") == "{count} left"
