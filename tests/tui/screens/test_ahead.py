"""Modules are imported one at a time, so that no key waits for them together."""

from collections.abc import Callable

import pytest

from tui.screens import ahead


def test_one_module_is_imported_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    imported: list[str] = []
    waiting: list[Callable[[], None]] = []
    monkeypatch.setattr(ahead, "import_module", imported.append)
    ahead.import_ahead(lambda _seconds, step: waiting.append(step))
    for count in range(len(ahead.MODULES) + 1):
        assert len(imported) == count
        waiting.pop()()
    assert tuple(imported) == ahead.MODULES
    assert not waiting
