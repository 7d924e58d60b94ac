"""Messages: templates that are filled in after they are translated."""

import pytest

from store.backends.serialization import from_bytes, to_bytes
from store.messages import Message, once, template

CHINESE = {"{file}: {why}.": "{why}（{file}）。", "gone": "没了", "a {what}": "这是{what}；",
           "of {what}": "这份{what}里"}  # fmt: skip


def chinese(template: str) -> str:
    assert template  # gettext has its own headers under the empty msgid
    return CHINESE.get(template, template)


@pytest.mark.parametrize(
    ("message", "english", "translated"),
    [
        (Message("gone"), "gone", "没了"),
        (
            Message("{file}: {why}.", {"file": "gone", "why": Message("gone")}),
            "gone: gone.",
            "没了（gone）。",
        ),
        (Message("{n:,}", {"n": 1234}), "1,234", "1,234"),
        (Message("{x!r}", {"x": "{y}"}), "'{y}'", "'{y}'"),
        (Message("a {brace}"), "a {brace}", "a {brace}"),
        (Message("{text}", {"text": "a {brace}"}), "a {brace}", "a {brace}"),
        (Message(""), "", ""),
        (Message("a {what}", {"what": "PDF 文件"}), "a PDF 文件", "这是 PDF 文件；"),
        (Message("a {what}", {"what": "网页"}), "a 网页", "这是网页；"),
        (Message("of {what}", {"what": "EPUB"}), "of EPUB", "这份 EPUB 里"),
    ],
)
def test_a_template_is_translated_and_then_filled_in(
    message: Message, english: str, translated: str
) -> None:
    assert str(message) == english
    assert message.text(chinese) == translated


def test_a_marked_template_is_itself() -> None:
    assert template("{count} left") == "{count} left"


def test_a_message_goes_through_a_pipe_and_back() -> None:
    message = Message("{why} {n}", {"why": Message("No."), "n": 3})
    assert from_bytes(to_bytes([message]), list[Message]) == [message]


def test_what_was_told_is_not_told_again() -> None:
    told = list[Message]()
    tell = once(told.append)
    for name in ("a", "b", "a"):
        tell(Message("{file}: lost.", {"file": name}))
    assert list(map(str, told)) == ["a: lost.", "b: lost."]
