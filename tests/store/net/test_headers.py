"""Headers that are more than text."""

from datetime import UTC, datetime

import pytest

from store.net.headers import retry_after, said, text, validator

NOW = datetime(2024, 3, 5, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Tue, 05 Mar 2024 08:01:30 GMT", 90.0),
        ("Tue, 05 Mar 2024 08:01:30", 90.0),
        ("Tue, 05 Mar 2024 07:00:00 GMT", 0.0),
        ("9" * 5000, 7 * 86400.0),
        ("Tue, 05 Mar 2999 07:00:00 GMT", 7 * 86400.0),
        ("", None),
        ("soon", None),
        (f"Tue, 05 Mar 2024 08:01:30 +{'9' * 20}", None),
        (f"Tue, 05 Mar {'9' * 20} 08:01:30 GMT", None),
        ("-5", None),
        ("²", None),
    ],
)
def test_when_to_come_again(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


def test_a_header_is_one_line_of_bytes() -> None:
    assert text("a\r\nX-Evil: 报") == "a X-Evil: \xe6\x8a\xa5"


def test_what_is_too_long_to_be_kept_is_not_sent_back() -> None:
    assert validator('W/"x"') == 'W/"x"'
    assert validator('"' + "x" * 300 + '"') == ""


def test_what_a_server_says_is_repeated_without_what_is_hidden() -> None:
    assert said("\x1b[31m220\r\n ready\u202e") == "[31m220 ready"
    assert len(said("x" * 10_000)) == 256
