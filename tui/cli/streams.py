"""Standard streams that are always there, and take every text.

Python gives a process whose streams are closed None for them, and the next file that it opens takes
their place. Here a closed one stands again, and fails when it is used, as a full disk does.
"""

import io
import os
import sys


def stand_streams() -> None:
    """Let closed streams stand, and let none fail of a character that its encoding lacks."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            _stand(number)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _stand(number: int) -> None:
    """Open this stream: input and output cannot be used, errors are said to nobody."""
    os.open(os.devnull, os.O_RDONLY if number == 1 else os.O_WRONLY)
    if number == 0:
        sys.stdin = os.fdopen(0, closefd=False)
    elif number == 1:
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    else:
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
