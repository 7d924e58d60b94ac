"""Everything that may go wrong, each with one sentence for the reader."""


class DubaoError(Exception):
    """The root: its text is a whole sentence that names the file and what to do."""


class SourceError(DubaoError):
    """A source cannot be read as a newspaper: missing, empty, binary, too large."""


class LibraryError(DubaoError):
    """The library cannot be opened, read or written."""


class NewerError(LibraryError):
    """It was written by a newer dubao."""


class HeldError(LibraryError):
    """Another process is writing, and does not end."""


class NotFoundError(DubaoError):
    """Nothing in the library has this name."""


class CorrectionError(DubaoError):
    """A correction does not fit its issue."""


class WorkerError(DubaoError):
    """A worker process cannot be started, or has died of what it was asked for."""
