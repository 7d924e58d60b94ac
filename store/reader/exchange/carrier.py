"""A thread that exchanges a reader's state with the archive while they read."""

import threading
from contextlib import closing
from typing import TYPE_CHECKING

from store.backends.addresses import open_state
from store.backends.files import Files
from store.backends.locking import quietly
from store.backends.state_files import Told
from store.errors import AwayError, LibraryError
from store.messages import once

if TYPE_CHECKING:
    from store.reader.exchange.exchange import Exchange

EVERY = 5.0
"""Seconds between two exchanges."""


def exchange_once(address: str, files: Files, told: Told) -> None:
    """Exchange the state in `files` with the archive at this address. Raises LibraryError."""
    from store.reader.exchange.exchange import Exchange

    with closing(open_state(address)) as archive:
        Exchange(files, archive, told).run()


class Carrier:
    """Exchanges the state in `files` with the archive at this address, from `begin` to `end`.

    While no server answers, what is marked stays here, and goes when one does. What else is wrong
    is `told` once.
    """

    def __init__(self, address: str, files: Files, told: Told = quietly) -> None:
        self._address = address
        self._files = files
        self._told = once(told)
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._carry, name="marks", daemon=True)

    def begin(self) -> None:
        """Exchange now, and from now on."""
        self._thread.start()

    def end(self, patience: float) -> None:
        """Exchange once more, which is waited for so many seconds."""
        self._ending.set()
        if self._thread.is_alive():
            self._thread.join(patience)

    def _carry(self) -> None:
        from store.reader.exchange.exchange import Exchange  # once the reader stands

        try:
            with closing(open_state(self._address)) as archive:
                exchange = Exchange(self._files, archive, self._told)
                last = False
                while not last:
                    last = self._ending.is_set()
                    self._exchange(exchange)
                    self._ending.wait(EVERY)
        except LibraryError as error:
            self._told(error.message)

    def _exchange(self, exchange: "Exchange") -> None:
        try:
            exchange.run()
        except AwayError:
            pass
        except LibraryError as error:
            self._told(error.message)
