"""``dubao serve``: what is said before anyone is served."""

import sys

import pytest

from tests.tui.cli.support import Dubao


def test_serving_without_its_library_says_what_to_install(
    dubao: Dubao, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "asyncssh", None)
    monkeypatch.delitem(sys.modules, "tui.guests.serve", raising=False)
    status, out, err = dubao("serve", "--anyone")
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert f"{sys.executable} -m pip install asyncssh" in err
