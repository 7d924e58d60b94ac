"""``dubao completion``: the scripts themselves; what they offer stands in test_completing."""

import pytest

from tests.tui.cli.support import Dubao


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_for_each_shell(dubao: Dubao, shell: str) -> None:
    status, out, err = dubao("completion", shell)
    assert (status, err) == (0, "")
    assert "dubao" in out
    assert "_ARGCOMPLETE" in out


def test_another_shell_is_refused(dubao: Dubao) -> None:
    assert dubao("completion", "csh")[0] == 2
