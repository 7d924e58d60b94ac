"""Processes that do what is slow or heavy, as many at a time as there are cores to run them.

A worker (`store.imports.worker`, or another module) takes requests on its standard input, one after
another, and answers on its standard output. It loads the press and a dictionary (1.3 s, 215 MB),
gives its memory back when it ends, and ends when nobody can ask it anything more.
"""

import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from queue import LifoQueue
from threading import Lock
from typing import IO, Literal, Self, TypeVar

from store.backends.serialization import from_bytes, to_bytes
from store.errors import WorkerError, reason_of

T = TypeVar("T")
R = TypeVar("R")

Task = Literal["read", "look_into", "outlines", "extract_keywords", "unpack", "draw"]
"""What a worker can be asked for: the functions of these names in its module."""

MOST = 8
"""Workers at most: what eight of them read keeps the one who writes busy (measured)."""

END = to_bytes(None)
"""What a worker says at the end of a stream of answers."""

STEP = to_bytes(True)
"""What a worker says of each part of a request that is done, before it answers."""

FEW = 2
"""So few requests are done by one worker: to load another takes longer than either."""


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def send(stream: IO[bytes], packed: bytes) -> None:
    """Write `packed` to `stream` as one message: its length in 8 bytes, and itself."""
    stream.write(len(packed).to_bytes(8))
    stream.write(packed)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Return the next message in `stream`, or None when there is none that is whole."""
    length = int.from_bytes(stream.read(8))
    packed = stream.read(length)
    return packed if length and len(packed) == length else None


class Worker:
    """One process, started when it is first asked for something, and again after it has died."""

    def __init__(self, module: str = "store.imports.worker") -> None:
        self._module = module
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def ask(
        self,
        task: Task,
        request: object,
        kind: type[R],
        told: Callable[[], object] = lambda: None,
    ) -> R:
        """Return the `kind` that the worker answers; `told` is called for each part that is done.

        Raises WorkerError when it cannot be started, or dies of the request.
        """
        process = self._asked(task, request)
        while (answer := _answer(process)) == STEP:
            told()
        return from_bytes(answer, kind)

    def stream(self, task: Task, request: object, kind: type[R]) -> Generator[R, None, None]:
        """Yield each `kind` that the worker answers, until it says that there are no more.

        Raises WorkerError as `ask` does. A worker whose answers nobody takes any more is ended.
        """
        process = self._asked(task, request)
        try:
            while (answer := _answer(process)) != END:
                yield from_bytes(answer, kind)
        except GeneratorExit:
            process.kill()
            process.communicate()
            raise

    def end(self) -> None:
        """End the process at once, whatever it is doing; the next request starts another."""
        with self._lock:
            if self._process:
                self._process.kill()

    def close(self) -> None:
        """End the process at once, whatever it is doing; nothing more can be asked."""
        with self._lock:
            self._closed = True
            if self._process:
                self._process.kill()
                self._process.communicate()

    def _asked(self, task: Task, request: object) -> subprocess.Popen[bytes]:
        """Return the process, which has been sent this."""
        try:
            process = self._running()
            assert process.stdin
            with suppress(BrokenPipeError):  # it has died: that its answer is missing says so
                send(process.stdin, to_bytes((task, to_bytes(request))))
        except OSError as error:
            raise WorkerError("{file}: {why}", file=sys.executable, why=error) from error
        return process

    def _running(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._closed:
                raise WorkerError("it was ended")
            if self._process is None or self._process.poll() is not None:
                # It finds this package where it lies, and nothing in the folder one stands in (-P).
                root = str(Path(__file__).parents[1])
                path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
                self._process = subprocess.Popen(
                    [sys.executable, "-P", "-m", self._module],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    env={**os.environ, "PYTHONPATH": path},
                )
            return self._process


def each_that_lives(
    ask: Callable[[Sequence[T]], list[R]],
    items: Sequence[T],
    died: Callable[[T, WorkerError], R],
) -> list[R]:
    """Return what a worker answers when it is asked for all `items` at once.

    If it dies, each is tried alone; of the one that it dies of, `died` says what there is instead.
    """
    try:
        return ask(items)
    except WorkerError as error:
        if len(items) == 1:
            return [died(items[0], error)]
    return [found for item in items for found in each_that_lives(ask, [item], died)]


def _answer(process: subprocess.Popen[bytes]) -> bytes:
    """Return the next message of a worker. Raises WorkerError when it has died instead."""
    assert process.stdout
    try:
        answer = receive(process.stdout)
    except OSError as error:
        raise WorkerError(reason_of(error)) from error
    if answer is None:
        raise WorkerError(_last_words(process))
    return answer


def _last_words(process: subprocess.Popen[bytes]) -> str:
    """Return why `process` has died: what it said last, or the signal that ended it."""
    _, said = process.communicate()
    lines = said.decode("utf-8", "replace").strip().splitlines()
    if process.returncode < 0:
        return f"{signal.Signals(-process.returncode).name}"
    return lines[-1] if lines else f"exit status {process.returncode}"


def spread(do: Callable[[Worker, T], R], items: Iterable[T]) -> Generator[tuple[T, R], None, None]:
    """Yield each of `items` with what `do` makes of it with a worker, in their order.

    Items are taken when they are needed, and no more than two for each worker are in hand. The
    workers end with this generator.
    """
    source = iter(items)
    first = list(islice(source, FEW + 1))
    size = min(cores(), MOST) if len(first) > FEW else 1
    idle: LifoQueue[Worker] = LifoQueue()
    workers = [Worker() for _ in range(size)]
    for worker in workers:
        idle.put(worker)

    def done(item: T) -> R:
        worker = idle.get()
        try:
            return do(worker, item)
        finally:
            idle.put(worker)

    threads = ThreadPoolExecutor(size)
    waiting: deque[tuple[T, Future[R]]] = deque()
    try:
        for item in chain(first, source):
            waiting.append((item, threads.submit(done, item)))
            while waiting and (len(waiting) == 2 * size or waiting[0][1].done()):
                item, future = waiting.popleft()
                yield item, future.result()
        for item, future in waiting:
            yield item, future.result()
    finally:
        for worker in workers:
            worker.close()
        threads.shutdown(cancel_futures=True)
