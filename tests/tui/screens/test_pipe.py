"""A text is handed to a shell's command."""

from pathlib import Path

import pytest

from tui.screens.pipe import pipe


@pytest.mark.slow
def test_the_command_gets_the_text_and_its_status_is_told(tmp_path: Path) -> None:
    assert pipe("春茶开园\n", f"cat > {tmp_path}/out; exit 3") == 3
    assert (tmp_path / "out").read_text("utf-8") == "春茶开园\n"
    assert pipe("", "true && ! false") == 0
