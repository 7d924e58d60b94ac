"""Modules are imported one at a time, so that no key waits for them together."""

from collections.abc import Callable

import pytest

from tui.screens import ahead


def test_one_module_is_imported_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    imported: list[str] = []
    waiting: list[Callable[[], None]] = []
    monkeypatch.setattr(ahead, "import_module", imported.append)
    ahead.import_ahead(lambda _seconds, step: waiting.append(step), lambda: False)
    for count in range(len(ahead.MODULES) + 1):
        assert len(imported) == count
        waiting.pop()()
    assert tuple(imported) == ahead.MODULES
    assert not waiting


def test_none_is_imported_while_a_key_is_being_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    imported: list[str] = []
    waiting: list[Callable[[], None]] = []
    answering = [True]
    monkeypatch.setattr(ahead, "import_module", imported.append)
    ahead.import_ahead(lambda _seconds, step: waiting.append(step), lambda: answering[0])
    for _ in range(3):
        waiting.pop()()
        assert not imported
    answering[0] = False
    waiting.pop()()
    assert len(imported) == 1
