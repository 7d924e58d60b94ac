"""A program in a terminal of its own, watched from outside."""

import os
import pty
import select
import struct
from collections.abc import Mapping, Sequence
from fcntl import ioctl
from subprocess import Popen
from termios import TIOCSWINSZ
from time import perf_counter
from types import TracebackType
from typing import Self

_TICKS = os.sysconf("SC_CLK_TCK")


class InTerminal:
    """A process that has begun in a terminal of 80 columns and 24 rows, ended with the block."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._terminal, theirs = pty.openpty()
        ioctl(theirs, TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._begun = perf_counter()
        self._process = Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment,
            start_new_session=True,
        )  # fmt: skip
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        os.close(self._terminal)

    def until(self, shown: bytes, patience: float = 120) -> float:
        """Return the seconds from the start, or from the last key, until this has come out."""
        received = b""
        while shown not in received:
            if perf_counter() - self._begun > patience:
                raise TimeoutError(f"{shown.decode()} has not come in {patience:.0f} seconds")
            received += self._read(0.1)
        return perf_counter() - self._begun

    def press(self, keys: bytes) -> None:
        """Press keys."""
        self._begun = perf_counter()
        os.write(self._terminal, keys)

    def answered(self, patience: float = 60) -> float:
        """Return the seconds from the last key until anything has come out."""
        while perf_counter() - self._begun < patience:
            if self._read(0.1):
                return perf_counter() - self._begun
        raise TimeoutError(f"nothing has come in {patience:.0f} seconds")

    def read_for(self, seconds: float) -> int:
        """Read for exactly so many seconds, and return how many bytes came."""
        sent, end = 0, perf_counter() + seconds
        while (left := end - perf_counter()) > 0:
            sent += len(self._read(left))
        return sent

    def children(self) -> set[int]:
        """Return the processes that it has started and that go on."""
        pid = self._process.pid
        return {int(child) for child in self._proc(f"task/{pid}/children").split()}

    def rest(self, quiet: float = 2.0) -> None:
        """Wait until the process has done nothing for so many seconds: neither written nor run."""
        since, spent = perf_counter(), self.seconds_run()
        while perf_counter() - since < quiet:
            if self._read(0.1) or self.seconds_run() > spent + 0.02:
                since, spent = perf_counter(), self.seconds_run()

    def seconds_run(self) -> float:
        """Return the seconds for which a processor has worked for it."""
        fields = self._proc("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def resident(self) -> float:
        """Return the megabytes of memory that it holds, shared libraries among them."""
        line = next(x for x in self._proc("status").splitlines() if x.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    def _proc(self, name: str) -> str:
        with open(f"/proc/{self._process.pid}/{name}") as file:
            return file.read()

    def _read(self, wait: float) -> bytes:
        if not select.select([self._terminal], [], [], wait)[0]:
            return b""
        return os.read(self._terminal, 65536)
