"""The pictures of an article, one at a time; each is drawn in a process beside the reader."""

import os
from collections.abc import Sequence
from functools import partial
from threading import Lock
from typing import ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.worker import get_current_worker

from store.config import Config
from store.errors import DubaoError
from store.messages import Message
from store.models import Article, Picture, issue_of
from store.subscriptions.pictures import Pictures
from tui.commands import Command, bindings
from tui.language import N_, _
from tui.messages import translated
from tui.panes.illustration import Illustration
from tui.panes.status import StatusLine
from tui.pictures.asking import Artist
from tui.pictures.drawing import Drawn, Room, Wish
from tui.pictures.kitty import MOST_ROWS
from tui.pictures.ways import Way, way
from tui.pictures.within import is_within_pdf
from tui.screens.standing import hints_for
from tui.state.session import Session
from tui.terminal.environment import colours
from tui.terminal.lean import LeanApp
from tui.terminal.size import cell_size
from tui.terminal.textual_seam import PassingScreen
from tui.typeset import width

WITH_PICTURES = ("mhtml", "mail", "epub")
"""The kinds of sources that have their pictures in them, as parts."""

LEAST = 4096
"""Bytes that a picture may take in any case."""

_NOT_HERE = N_(
    "The picture was not kept. To keep those to come: dubao subscribe --edit --pictures NAME"
)
_NOT_SHOWN = N_("Pictures are not shown here (NO_COLOR, or the setting pictures).")


class GalleryScreen(PassingScreen[str]):
    """One picture after the other, with what is told of it."""

    KEYS: ClassVar[list[Command]] = [
        Command("space,l,right,j,down,n,J", "picture(1)", N_("To the next picture"), N_("next")),
        Command("h,left,k,up,N,K", "picture(-1)", N_("To the picture before"), N_("before")),
        Command("escape,p,q", "close", N_("Back to reading"), N_("back")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    def __init__(self, session: Session, article: Article) -> None:
        super().__init__()
        self._session = session
        self._article = article
        self._pictures = pictures_of(article)
        self._files = Pictures(session.library.files)
        self._artist, self._turn = Artist(), Lock()
        self._at = 0
        self._shown_for = Size()
        self._sent = os.getpid()
        self._way = Way()
        self._config = Config()

    def compose(self) -> ComposeResult:
        """Compose the picture and the status line."""
        yield Illustration()
        yield StatusLine()

    def on_mount(self) -> None:
        """Find out what can be shown."""
        app = self.app
        found = getattr(app, "config", None)
        self._config = found if isinstance(found, Config) else Config()
        self._way = way(
            self._config.pictures,
            os.environ,
            drawn_by_us=isinstance(app, LeanApp) and app.sends_cells,
            restricted=bool(getattr(app, "denied", None)),
            narrow=width("▀") == 1,
        )
        self.set_focus(self.query_one(Illustration))

    def on_unmount(self) -> None:
        """End the process that draws."""
        self._artist.close()

    def on_screen_resume(self) -> None:
        """Say what can be done, again after the help."""
        self._tell_hints()

    def on_resize(self) -> None:
        """Draw the picture for the new size; after a stop it is the one of before."""
        if self.size != self._shown_for:
            self._shown_for = self.size
            self.call_after_refresh(self._show)

    def action_picture(self, by: int) -> None:
        """Show the next picture, or the one before; after the last comes the first."""
        if len(self._pictures) > 1:
            self._at = (self._at + by) % len(self._pictures)
            self._tell_hints()
            self._show()

    def action_close(self) -> None:
        """Go back to reading."""
        self.dismiss("")

    def _show(self) -> None:
        """Tell of the picture, and have it drawn."""
        picture, pane = self._pictures[self._at], self.query_one(Illustration)
        told = told_of(picture)
        pane.tell(told)
        if self._way.encoding is None:
            self._refuse(told, Message(_NOT_SHOWN))
            return
        columns, rows = pane.room()
        room = Room(columns, min(rows, MOST_ROWS), cell_size() or self._way.cell)
        self.run_worker(
            partial(self._draw, picture, room), thread=True, exclusive=True, exit_on_error=False
        )

    def _draw(self, picture: Picture, room: Room) -> None:
        """Have a picture drawn, off the screen's thread, when the one before it is.

        Those that nobody waits for any more are passed over.
        """
        worker = get_current_worker()
        with self._turn:
            if worker.is_cancelled:
                return
            try:
                wish = self._wish(picture, room)
                drawn = self._artist.draw(wish) if wish else None
            except DubaoError as error:
                drawn = Drawn(refusal=error.message)
        if not worker.is_cancelled:
            self.call_later(self._take, picture, drawn)

    def _wish(self, picture: Picture, room: Room) -> Wish | None:
        """Return what is to be drawn: a file of its own, or its place in the original."""
        within = ""
        data = self._files.get(self._article, picture)
        if data is None and picture.url and self._is_within(picture.url):
            data, within = self._session.library.original(self._article.source), picture.url
        if data is None or self._way.encoding is None:
            return None
        placed = 5 * room.columns * room.rows if self._way.within else 0
        budget = max(LEAST, self._config.picture_bytes - placed)
        encoding, halves = self._way.encoding, self._way.halves
        return Wish(data, room, encoding, colours(), halves, budget, within)

    def _is_within(self, address: str) -> bool:
        """Return whether the picture at this address may be in the article's original."""
        sources = self._session.library.issue(issue_of(self._article.id)).sources
        kinds = {each.sha256: each.kind for each in sources}
        return is_within_pdf(address) or kinds.get(self._article.source) in WITH_PICTURES

    def _take(self, picture: Picture, drawn: Drawn | None) -> None:
        """Show what was drawn, unless another picture is wanted by now."""
        if picture != self._pictures[self._at] or not self.is_attached:
            return
        refusal = drawn.refusal if drawn else Message(_NOT_HERE)
        if refusal or not drawn:
            self._refuse(told_of(picture, here=drawn is not None), refusal)
            return
        self._sent += 1
        self.query_one(Illustration).draw(drawn, self._way, self._sent % 240 + 16)

    def _refuse(self, told: Sequence[tuple[str, str]], why: Message | None) -> None:
        """Say beneath what is told why there is no picture."""
        said = [(translated(why), "faint")] if why else []
        self.query_one(Illustration).tell([*told, *said])

    def _tell_hints(self) -> None:
        which = _("picture {n} of {total}").format(n=self._at + 1, total=len(self._pictures))
        self.query_one(StatusLine).hint(hints_for(self), (which,))


def pictures_of(article: Article) -> tuple[Picture, ...]:
    """Return the pictures that an article tells of, with the captions that can be only theirs.

    Where it has captions alone, those stand for its pictures.
    """
    pictures, captions = article.pictures, article.captions
    if not pictures:
        return tuple(Picture(caption=each) for each in captions)
    if len(pictures) == len(captions) and not any(each.caption for each in pictures):
        pairs = zip(pictures, captions, strict=True)
        return tuple(replace(picture, caption=caption) for picture, caption in pairs)
    return pictures


def told_of(picture: Picture, *, here: bool = True) -> list[tuple[str, str]]:
    """Return what is told of a picture, each with a style; its address, too, where it is not here.

    That also stands for one of which nothing else is told.
    """
    told = [(picture.caption, "plain"), (picture.credit, "credit")]
    if not (here and any(text for text, _ in told)) and ".invalid/" not in picture.url:
        told.append((picture.url, "faint"))
    return [(text, name) for text, name in told if text]
