"""Other processes that tests make of this one: what they do is bounded, and they always end.

A process of pytest has threads, and a fork takes none of them along: a lock that one of them held
stays taken for ever. And a fork that went on after what it has to do would be a second pytest.
"""

import os
import signal
import traceback
from collections.abc import Callable

from tests.conftest import LONG

DEADLINE = 900 if LONG else 100
"""Seconds after which SIGALRM ends a fork, whatever it waits for."""

IGNORED = (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP)
"""Signals that whoever starts the tests may have ignored, as a shell does with ``&`` and nohup."""


def forked(do: Callable[[], object]) -> int:
    """Do something in another process, and return its number at once.

    Its exit status is 0, or 1 when `do` raises.
    """
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(DEADLINE)
        do()
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


def ended(child: int) -> int:
    """Wait for the end of a fork; return its exit status, or the signal that ended it as -n."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def as_at_login() -> None:
    """Ignore no signal, in a process that is about to become a program (`preexec_fn`)."""
    for number in IGNORED:
        signal.signal(number, signal.SIG_DFL)
