"""``dubao papers``: found by name, pinyin, initials."""

import json

import pytest

from tests.tui.cli.support import Dubao


@pytest.mark.parametrize("text", ["rmrb", "人民日报", "renminribao"])
def test_a_paper_is_found_as_it_is_typed(dubao: Dubao, text: str) -> None:
    status, out, _ = dubao("papers", text)
    assert (status, out.startswith("rmrb  人民日报")) == (0, True)
    assert "seen working 20" in out
    assert out.splitlines()[0].endswith("html"), "the address is last, whole for who copies it"


def test_all_are_listed_and_none_is_status_1(dubao: Dubao) -> None:
    assert len(json.loads(dubao("papers", "--json")[1])) > 20
    assert dubao("papers", "nosuchpaper")[0] == 1
