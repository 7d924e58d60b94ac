"""One's clippings; closes with the address of the article that is to be read."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from store.errors import DubaoError
from store.exports.destination import destination, writing_to
from store.reader.clip_forms import document, form_of
from store.reader.clip_search import article_of, matching
from store.reader.clippings import Clip
from tui.commands import Command, bindings
from tui.language import N_, _, plural
from tui.messages import translated
from tui.panes.article import ArticlePane
from tui.panes.clippings import ClipList, ClipRow
from tui.panes.question import Question
from tui.panes.status import StatusLine
from tui.screens.clippings.articles import address_now
from tui.screens.standing import hints_for
from tui.state.session import Session
from tui.terminal.textual_seam import PassingScreen

NO_NOTE = "-"
"""What is answered to take a note away: a question takes no empty answer."""


class ClippingsScreen(PassingScreen[str]):
    """The clippings above, and the text of the one under the cursor below."""

    KEYS: ClassVar[list[Command]] = [
        Command(
            "slash", "search", N_("Search the clippings: words, as in the filter"), N_("search")
        ),
        Command("space", "read_on", N_("Turn the page of the clipping")),
        Command("u", "put_back", N_("Bring back the clipping dropped last")),
        Command("w", "write_clips", N_("Write those shown to a file, its name tells the format")),
        Command("escape", "give_back", N_("All clippings again, then back to reading"), N_("back")),
        Command("B,q,left,h", "close", N_("Back to reading")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))
    DEFAULT_CSS = """
    ClippingsScreen ClipList { height: 1fr; }
    ClippingsScreen ArticlePane { height: 1fr; border-top: solid $faint; }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._query = ""
        self._shown: dict[str, Clip] = {}

    def compose(self) -> ComposeResult:
        """Compose the list, the text and the status line."""
        text = ArticlePane(scrolled=True)
        text.can_focus = False
        yield ClipList()
        yield text
        yield StatusLine()

    def on_mount(self) -> None:
        """Show all clippings."""
        self._look()

    def on_screen_resume(self) -> None:
        """Say what can be done, again after the help."""
        self.set_focus(self.query_one(ClipList))
        self.query_one(StatusLine).hint(hints_for(self))
        if not self._shown and not self._query:
            self._tell(_("There are no clippings; x clips the article that is read."))

    @on(ClipList.Moved)
    def _moved(self, event: ClipList.Moved) -> None:
        clip = self._shown[event.row.id]
        self.query_one(ArticlePane).show(replace(article_of(clip), credit=clip.citation))
        self.query_one(StatusLine).show(right=(self._count(),))

    @on(ClipList.Chosen)
    def _chosen(self, event: ClipList.Chosen) -> None:
        clip = self._shown[event.row.id]
        address = address_now(self._session.library, clip.key, clip.article)
        if address:
            self.dismiss(address)
        else:
            self._tell(_("The article is no longer in the library; this is what was clipped."))

    @on(ClipList.Annotated)
    def _annotated(self, event: ClipList.Annotated) -> None:
        clip = self._shown[event.row.id]

        def answered(note: str) -> None:
            with self._telling():
                self._session.clippings.note(clip.id, "" if note == NO_NOTE else note)
                self._look(clip.id)

        self._ask(_("note (- takes it away):"), answered, clip.note)

    @on(ClipList.Dropped)
    def _drop(self, event: ClipList.Dropped) -> None:
        with self._telling():
            self._session.clippings.drop(event.row.id)
            self._look()
            self._tell(_("Dropped; u brings it back."))

    def action_put_back(self) -> None:
        """Keep the clipping again that was dropped last."""
        with self._telling():
            clip = self._session.clippings.undo_drop()
            self._look(clip.id if clip else "")
            self._tell(_("It is back.") if clip else _("There is nothing to undo."))

    def action_search(self) -> None:
        """Ask for words, and show the clippings that have them."""

        def answered(query: str) -> None:
            self._query = query
            self._look()

        self._ask(_("search the clippings:"), answered, self._query)

    def action_give_back(self) -> None:
        """Show all clippings again; where all are shown, go back to reading."""
        if self._query:
            self._query = ""
            self._look()
        else:
            self.action_close()

    def action_read_on(self) -> None:
        """Turn the page of the clipping, from the last one to the first."""
        text = self.query_one(ArticlePane)
        if not text.page_on():
            text.go_to(0, 0)

    def action_write_clips(self) -> None:
        """Ask for a file's name, and write what is shown there."""
        clips = list(self._shown.values())[::-1]

        def refuse(name: str) -> str:
            try:
                form_of(name)
                destination(str(Path(name).expanduser()), force=None)
            except DubaoError as error:
                return translated(error.message)
            return ""

        def answered(name: str) -> None:
            with self._telling():
                path = destination(str(Path(name).expanduser()), force=None)
                with writing_to(str(path), force=None) as file:
                    file.write(document(clips, form_of(name), _).encode())
                said = plural("{n} clipping in {file}.", "{n} clippings in {file}.", len(clips))
                self._tell(said.format(n=len(clips), file=path))

        if clips:
            asked = _("write to the file (.md .csv .bib .ris .json .txt):")
            self._ask(asked, answered, refuse=refuse)

    def action_close(self) -> None:
        """Go back to reading."""
        self.dismiss("")

    def _look(self, cursor_on: str = "") -> None:
        """Show the clippings that are asked for, the newest first."""
        clips = list(self._session.clippings.all())[::-1]
        found = matching(clips, self._query, self._session.marks) if self._query else clips
        self._shown = {clip.id: clip for clip in found}
        self.query_one(ClipList).show(list(_rows(list(self._shown.values()))), cursor_on)
        if not self._shown:
            self.query_one(ArticlePane).show(None)
            self.query_one(StatusLine).show(right=(self._count(),))

    def _count(self) -> str:
        count = len(self._shown)
        return plural("{n} clipping", "{n} clippings", count).format(n=count)

    def _ask(
        self,
        question: str,
        answered: Callable[[str], None],
        before: str = "",
        refuse: Callable[[str], str] = lambda _text: "",
    ) -> None:
        """Ask for a line, which begins as it was `before`."""
        asked = Question(question, answered, back_to=self.query_one(ClipList), refuse=refuse)
        asked.value, asked.select_on_focus = before, False
        self.mount(asked, before=self.query_one(StatusLine))

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Tell what went wrong in the block, which is left then."""
        try:
            yield
        except DubaoError as error:
            self._tell(translated(error.message))

    def _tell(self, news: str) -> None:
        self.query_one(StatusLine).show(left=(news,))


def _rows(clips: Sequence[Clip]) -> Iterator[ClipRow]:
    """Yield a row for each clipping; the first of a day says which it is."""
    before = ""
    for clip in clips:
        day = clip.taken.astimezone().date().isoformat()
        where = f"{clip.date or ''}{f'({clip.page})' if clip.page else ''}"
        source = f"{clip.paper} {where}".strip()
        headline = clip.headline or next(iter(clip.paragraphs), "")
        shown = day if day != before else ""
        yield ClipRow(clip.id, shown, headline, source, clip.part, clip.note)
        before = day
