"""What a reader does with articles and issues: marks of every kind, removal, and undoing it."""

from abc import abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message

from store.errors import DubaoError
from store.models import Article, issue_of
from tui.commands import Command, bindings
from tui.language import N_, _, plural
from tui.messages import translated
from tui.panes.article import ArticlePane
from tui.panes.completing_input import Completer, no_completions
from tui.panes.issues import IssueList
from tui.panes.question import OnAnswer, Question
from tui.panes.status import StatusLine
from tui.state.outline import Outline
from tui.state.session import Session
from tui.terminal.lean import LeanScreen

LOOK = 1.0
"""Seconds between two looks whether another session has changed anything."""


class MarkingScreen(LeanScreen[None]):
    """A screen with a list and an article, on which a reader marks what is shown."""

    KEYS: ClassVar[list[Command]] = [
        Command("s", "star", N_("Star the article, or no longer")),
        Command("r", "toggle_read", N_("Mark the article read, or unread")),
        Command("t", "tag", N_("Tag the article, or take the tag away")),
        Command("u", "undo", N_("Undo the last mark, tag or removal")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.outline = Outline(session)
        self._stamps = session.library.stamps()

    @property
    def issues(self) -> IssueList:
        """The issue list."""
        return self.query_one(IssueList)

    @property
    def reading(self) -> ArticlePane:
        """The article pane."""
        return self.query_one(ArticlePane)

    @abstractmethod
    def show(self, name: str) -> None:
        """Show the article at this address."""

    @abstractmethod
    def noticed(self) -> None:
        """Know that marks, saved filters or the library are others than before."""

    @abstractmethod
    def renew(self) -> None:
        """Ask anew what the filter leaves, for the library is another."""

    async def _dispatch_message(self, message: Message) -> None:
        """Tell of a library that fails, whatever asked it; the reader goes on."""
        with self.telling():
            await super()._dispatch_message(message)

    def tell(self, news: str) -> None:
        """Tell one sentence in the lowest line."""
        self.query_one(StatusLine).show(left=(news,))

    def ask(self, question: str, then: OnAnswer, complete: Completer = no_completions) -> None:
        """Ask for a line in the place above the lowest."""
        self.mount(Question(question, then, complete), before=self.query_one(StatusLine))

    def action_star(self) -> None:
        """Star the article shown, or take its star away."""
        article = self.reading.article
        if article is None:
            return
        with self.telling():
            starred = self.session.toggle_star(article)
            self.issues.show(self.outline.rows())
            self.tell(_("Starred.") if starred else _("No longer starred."))

    def action_toggle_read(self) -> None:
        """Mark the article shown read, or unread."""
        article = self.reading.article
        if article is not None:
            read = not self.session.is_read(article)
            self.mark_read(article, read)
            self.tell(_("Marked read.") if read else _("Marked unread."))

    def action_tag(self) -> None:
        """Ask for a tag, and give it to the article shown, or take it away."""
        article = self.reading.article
        if article is None:
            return

        def answered(tag: str) -> None:
            with self.telling():
                tags = self.session.tag(article, tag)
                self.tell(_("Tags: {tags}").format(tags=", ".join(tags) or "-"))

        names = " ".join(self.session.marks.tags())
        question = _("tag (there are: {tags}):").format(tags=names) if names else _("tag:")
        self.ask(question, answered)

    def action_undo(self) -> None:
        """Undo the last action on marks, or the removal of an issue."""
        with self.telling():
            undone = self.session.take_back()
            self.look()
            if undone is None:
                self.tell(_("There is nothing to undo."))
            elif undone.issue:
                self.outline.unfold(undone.issue)
                self.issues.show(self.outline.rows(), undone.issue)
                self.tell(_("{issue} is back.").format(issue=undone.issue))
            else:
                n = undone.marks
                self.issues.show(self.outline.rows())
                self.tell(
                    plural(
                        "Undone: the mark of {n} article.", "Undone: the marks of {n} articles.", n
                    ).format(n=n)
                )

    @on(IssueList.AllRead)
    def _all_read(self, event: IssueList.AllRead) -> None:
        """Mark what is beneath a row read, as one action."""
        with self.telling():
            marked = self.session.mark_all(self.outline.keys(event.row))
            self.issues.show(self.outline.rows())
            self.tell(
                plural("{n} article marked read.", "{n} articles marked read.", marked).format(
                    n=marked
                )
            )

    @on(IssueList.Discarded)
    def _discarded(self, event: IssueList.Discarded) -> None:
        """Take an issue out of the library."""
        if event.row.kind in ("paper", "shelf"):
            self.tell(_("Stand on the issue that is to go."))
            return
        with self.telling():
            gone = self.session.remove(issue_of(event.row.id))
            self.look()
            self.tell(_("{issue} is out of the library; u brings it back.").format(issue=gone.id))

    def mark_read(self, article: Article, read: bool = True) -> None:
        """Mark `article` read or unread, and show it so."""
        with self.telling():
            self.session.mark_read(article, read)
            self.issues.show(self.outline.rows())

    def look(self) -> None:
        """Show what other sessions have changed; one keeps one's place."""
        with self.telling():
            stamps = self.session.library.stamps()
            if not self.session.changed():
                return
            self.issues.show(self.outline.rows())
            self.noticed()
            if stamps == self._stamps:
                return
            self._stamps = stamps
            article = self.reading.article
            now = self.session.still(article) if article else None
            if article is None or now is None:
                name = self.session.first()
                self.outline.unfold(name)
                self.issues.show(self.outline.rows(), name)
                self.show(name)
            elif now != article:
                place = self.reading.place()
                self.issues.show(self.outline.rows(), now.id)
                self.show(now.id)
                self.reading.go_to(*place)
            self.renew()

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell what went wrong in the block."""
        try:
            yield
        except DubaoError as error:
            self.tell(translated(error.message))
