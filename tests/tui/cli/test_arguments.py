"""Types of arguments: what they take, and what they say of the rest."""

from argparse import ArgumentTypeError
from collections.abc import Callable
from datetime import date

import pytest

from tests.tui.cli.support import Dubao
from tui.cli.arguments import at_least_one, cells, day, minutes


def test_what_is_right_is_taken() -> None:
    assert day("2024-02-29") == date(2024, 2, 29)
    assert at_least_one("12") == 12
    assert (cells("1"), cells("1000")) == (1, 1000)
    assert minutes("0.5") == 0.5


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (day, ["2024-02-30", "12 March", ""]),
        (at_least_one, ["0", "-3", "x", "１", "", "1.5"]),
        (cells, ["0", "1001", "x"]),
        (minutes, ["0", "-1", "nan", "inf", "44640", "x"]),
    ],
)
def test_what_is_wrong_is_named(kind: Callable[[str], object], texts: list[str]) -> None:
    for text in texts:
        with pytest.raises(ArgumentTypeError) as raised:
            kind(text)
        assert text in str(raised.value)


@pytest.mark.parametrize("limit", ["-3", "0", "x", "１"])
def test_a_limit_is_one_or_more(dubao: Dubao, limit: str) -> None:
    for command in (("search", "x"), ("keywords",), ("similar", "a/1.1")):
        status, _, err = dubao(*command, f"--limit={limit}")
        assert (status, "must be 1 or more" in err) == (2, True)
