"""What is typed at the colon, and how it is completed."""

import pytest

from tui.state.command_line import SCOPES, ParsedCommand, offers, parse


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("", ParsedCommand("")),
        ("quit", ParsedCommand("quit")),
        ("read", ParsedCommand("read")),
        (" read  above ", ParsedCommand("read", scope="above")),
        ("read /防汛 水库", ParsedCommand("read", scope="query", query="防汛 水库")),
        ("read /", ParsedCommand("read", scope="query")),
        ("tag 水利", ParsedCommand("tag", "水利")),
        ("tag 水利 shown", ParsedCommand("tag", "水利", "shown")),
        ("tag 水利 /a /b", ParsedCommand("tag", "水利", "query", "a /b")),
        ("tag page", ParsedCommand("tag", scope="page")),
        ("filter 防汛 page", ParsedCommand("filter", "防汛 page")),
        ("go a/1.1", ParsedCommand("go", "a/1.1")),
    ],
)
def test_a_command_is_a_name_an_argument_and_a_scope(text: str, understood: ParsedCommand) -> None:
    assert parse(text) == understood


@pytest.mark.parametrize(
    ("text", "begin", "words"),
    [
        ("re", 0, ("read", "repaint")),
        ("un", 0, ("unread", "unstar", "untag")),
        ("read ", 5, SCOPES),
        ("read a", 5, ("above",)),
        ("tag 水", 4, ("水利",)),
        ("tag 水利 s", 7, ("shown",)),
        ("theme ", 6, ("night",)),
        ("theme night ", 12, ()),
        ("quit ", 5, ()),
    ],
)
def test_its_last_word_is_completed(text: str, begin: int, words: tuple[str, ...]) -> None:
    choices = {"tag": ("水利",), "theme": ("night",)}
    assert offers(text, ("quit", "repaint"), choices) == (begin, words)
