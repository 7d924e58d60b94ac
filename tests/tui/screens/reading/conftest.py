"""A library to read in, and a reading screen without a terminal."""

from pathlib import Path
from typing import Any

import pytest

from store.library.library import Library
from store.reader.marks import Marks
from tests.tui.screens.reading.fake_host import FakeHost

NEW, OLD = "linjiangbao-2024-03-05", "linjiangbao-2024-03-03"


@pytest.fixture
def host(library: Library, marks: Marks, builder: type[Any]) -> FakeHost:
    """Give a host of two issues: 甲 乙 on page 1 and 丙 on page 2, before them 旧; 甲 is shown."""
    builder("临江报").on(2024, 3, 3).page("1").article("旧", "旧桥。").add_to(library)
    new = builder("临江报").on(2024, 3, 5).page("1").article("甲", "古桥一。", "古桥二。")
    new.article("乙", "春茶。").page("2").article("丙", "石匠。").add_to(library)
    host = FakeHost(library, marks)
    host.outline.unfold(NEW)
    host.show_list(f"{NEW}/1.1")
    host.show(f"{NEW}/1.1")
    return host


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the reader's own state folder."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "dubao"
