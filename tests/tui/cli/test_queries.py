"""The query of a command: what is not understood is told, and nothing is not everything."""

import pytest

from store.errors import DubaoError
from tui.cli.queries import parse_query


def test_what_is_not_understood_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert parse_query("古桥 date:foo").groups
    assert "is not understood" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "|", "date:foo"])
def test_a_query_that_asks_for_nothing_is_an_error(text: str) -> None:
    with pytest.raises(DubaoError, match=r"does not search for anything|is not understood"):
        parse_query(text)
