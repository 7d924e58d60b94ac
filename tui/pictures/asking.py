"""Asking for pictures: the one door through which what comes of them reaches a terminal."""

from threading import Event, Timer

from store.errors import OVERTIME, LibraryError, WorkerError, why_ended
from store.messages import Message
from store.processes import Worker
from tui.language import N_
from tui.pictures.drawing import PNG, Drawn, Wish
from tui.pictures.sixel import BODY

PATIENCE = 30.0
"""Seconds that a picture may take by the clock: what decodes it may be stopped, and say nothing."""

TOO_LONG = N_("The picture takes too long to be decoded.")
DIED = N_("The picture cannot be decoded ({why}).")


class Artist:
    """Has pictures drawn, each in a process beside this one, which may die of it."""

    def __init__(self) -> None:
        self._worker = Worker("tui.pictures.worker")

    def draw(self, wish: Wish) -> Drawn:
        """Return a picture as it was wished for, or why there is none."""
        late = Event()

        def give_up() -> None:
            late.set()
            self._worker.end()

        timer = Timer(PATIENCE, give_up)
        timer.start()
        try:
            drawn = self._worker.ask("draw", wish, Drawn)
        except WorkerError as error:
            overtime = late.is_set() or str(error) == OVERTIME
            refusal = (
                Message(TOO_LONG) if overtime else Message(DIED, {"why": why_ended(str(error))})
            )
            return Drawn(refusal=refusal)
        except LibraryError:
            return Drawn(refusal=Message(DIED, {"why": "?"}))
        finally:
            timer.cancel()
        if drawn.refusal or fits(drawn, wish):
            return drawn
        return Drawn(refusal=Message(DIED, {"why": "?"}))

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._worker.close()


def fits(drawn: Drawn, wish: Wish) -> bool:
    """Return whether this can be sent: what decodes pictures of strangers may be theirs by now.

    Sixels hold no control character; a PNG goes out in letters, and blocks are numbers of colours.
    """
    room = wish.room
    if not (0 < drawn.columns <= room.columns and 0 < drawn.rows <= room.rows):
        return False
    if wish.encoding == "sixel":
        return len(drawn.data) <= wish.budget and BODY.fullmatch(drawn.data) is not None
    if wish.encoding == "kitty":
        return len(drawn.data) <= wish.budget and drawn.data.startswith(PNG)
    down = drawn.rows * (2 if wish.halves else 1)
    if drawn.across != drawn.columns or len(drawn.data) != drawn.across * down:
        return False
    if wish.colours == "truecolor":
        return len(drawn.palette) >= 3 * (max(drawn.data) + 1)
    return not drawn.palette and (wish.colours == "256" or max(drawn.data) < 16)
