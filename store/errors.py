"""Everything that may go wrong, each with one message for the reader."""

import signal
from typing import Literal

from store.hostile import readable
from store.messages import Message, template


class DubaoError(Exception):
    """The root: its message is a whole sentence that names the file and says what to do.

    It is made of a template and what fills it in (see `store.messages`): text, numbers, paths,
    messages, or the error that is the reason. A message that is ready is taken as it is.
    """

    def __init__(self, template: str | Message, **fields: object) -> None:
        super().__init__(template)
        if isinstance(template, Message):
            self.message = template
        else:
            filled = {name: _field(value) for name, value in fields.items()}
            self.message = Message(template, filled or None)

    def __str__(self) -> str:
        return str(self.message)


class SourceError(DubaoError):
    """A source cannot be read as a newspaper: missing, empty, binary, too large."""


class LibraryError(DubaoError):
    """The library cannot be opened, read or written."""


class DamagedError(LibraryError):
    """A file cannot be what dubao wrote, or is missing where there must be one."""


class NewerError(LibraryError):
    """It was written by a newer dubao."""


class UnsureError(LibraryError):
    """It is done and stands, but the disk did not say that it would survive a power cut."""


class AwayError(LibraryError):
    """No server of the archive answers."""


class HeldError(LibraryError):
    """Another process is writing, and does not finish."""


class NotFoundError(DubaoError):
    """Nothing in the library has this name."""


class CorrectionError(DubaoError):
    """A correction does not fit its issue."""


class WorkerError(DubaoError):
    """A worker process cannot be started, or died of what it was asked for."""


Trouble = Literal[
    "address",  # no address on the web
    "private",  # an address within this machine or its network, and the request allows none
    "name",  # there is no such host
    "connect",  # no connection: it is refused, or the host cannot be reached
    "timeout",  # no connection, or nothing, or not all of it, in time
    "tls",  # the other side cannot be trusted, or speaks no TLS
    "proxy",  # the proxy does not do what is asked of it
    "broken",  # the connection ended early, or what came is no HTTP
    "encoding",  # compressed as we did not ask for, or not whole
    "type",  # sound or film
    "too_large",
    "loop",  # redirects without an end
    "refused",  # 401, 403, 451
    "missing",  # 404, 410
    "busy",  # 429, 503
    "status",  # any other that is not good
    "file",  # one of cookies or certificates cannot be read
    "stopped",  # the client was closed meanwhile
]
"""Why nothing was fetched."""


class NetError(DubaoError):
    """Nothing was fetched; `code` tells why, and the message says it with what to do.

    `status` is that of the answer, 0 if there was none. `retry_after` are the seconds after which
    the server wants to be asked again, None where it did not say.
    """

    def __init__(
        self,
        template: str | Message,
        code: Trouble,
        *,
        status: int = 0,
        retry_after: float | None = None,
        **fields: object,
    ) -> None:
        super().__init__(template, **fields)
        self.code: Trouble = code
        self.status = status
        self.retry_after = retry_after


class IncompleteError(DubaoError):
    """An issue is still being put up; it is come back to soon."""


def _field(value: object) -> str | int | Message:
    """Return `value` as a field of a message; of an error, the reason that it gives."""
    match value:
        case str():
            return readable(value)
        case int() | Message():
            return value
        case BaseException():
            return reason_of(value)
        case _:
            return readable(str(value))


def reason_of(error: BaseException) -> Message:
    """Return why, in the words of `error`; of the system those that the interface's language has.

    Nobody else asks an error for its ``strerror``, which is English alone.
    """
    if isinstance(error, DubaoError):
        return error.message
    if isinstance(error, OSError) and error.strerror:
        return Message(error.strerror)
    return Message(readable(str(error)) or type(error).__name__)


OVERTIME = signal.SIGPROF.name
"""The signal that ends a process which has had its time (see `store.press.limits`)."""

_WHY = {
    OVERTIME: template("it took too long"),
    signal.SIGKILL.name: template("the system ended it, perhaps for want of memory"),
}
_CRASHED = template("it crashed, {signal}")


def why_ended(said: str) -> Message:
    """Return what a worker `said` last, or, of the name of a signal, what that means."""
    if said in _WHY:
        return Message(_WHY[said])
    if said in signal.Signals.__members__:
        return Message(_CRASHED, {"signal": said})
    return Message(said)
