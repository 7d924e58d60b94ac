"""SIGTERM ends a command as Ctrl-C does, and is itself again afterwards."""

import signal

import pytest

from tui.cli.signals import ended_by_sigterm


def test_sigterm_is_an_interrupt() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt), ended_by_sigterm():
        signal.raise_signal(signal.SIGTERM)
    assert signal.getsignal(signal.SIGTERM) is before
