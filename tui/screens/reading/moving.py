"""The moves of a newspaper reader: to another page or issue, along a jump, and back again."""

from abc import abstractmethod
from typing import ClassVar, Literal

from textual import events, on
from textual.binding import BindingType

from store.models import Article, Jump, Place, issue_of
from tui.commands import Command, bindings
from tui.language import N_, _
from tui.panes.article import ArticlePane
from tui.screens.reading.marking import MarkingScreen
from tui.state import navigation
from tui.state.jump_list import JumpList
from tui.state.session import Session

Letter = Literal["keep", "seek", "read"]
"""What a letter is asked for: to keep a place by it, to find one again, or to name a scope."""


class MovingScreen(MarkingScreen):
    """What a screen on which one reads can do to bring one elsewhere; it knows where it stands."""

    KEYS: ClassVar[list[Command]] = [
        Command("f", "front", N_("The issue's front page: headlines and contents")),
        Command("right_curly_bracket", "page(1)", N_("To the next page of the issue")),
        Command("left_curly_bracket", "page(-1)", N_("To the page before")),
        Command("greater_than_sign", "issue(1)", N_("To the next issue of the paper")),
        Command("less_than_sign", "issue(-1)", N_("To the issue before")),
        Command("y", "same_page", N_("To the same page of the issue before")),
        Command("C", "calendar", N_("The calendar of the paper's issues")),
        Command("m", "letter('keep')", N_("Mark this place with a letter")),
        Command("apostrophe", "letter('seek')", N_("To the place marked with a letter")),
        Command("backspace,H", "back", N_("Back to where one was before")),
        Command("L", "forward", N_("Forward again")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._trail = JumpList()
        self._stood: Place | None = None
        self._awaited: Letter | Literal[""] = ""

    @abstractmethod
    def stand(self) -> Place:
        """Return where the reader stands."""

    @abstractmethod
    def turn_to(self, name: str) -> None:
        """Show the article at this address; what was told before is passed."""

    @abstractmethod
    def enter(self) -> None:
        """Bring the reader into the text of the article shown."""

    @property
    def issue_at_hand(self) -> str:
        """The issue under the list's cursor while one is in the list, else that of the article."""
        row, article = self.issues.row, self.reading.article
        if self.focused is self.issues and row and row.kind in ("issue", "page", "article"):
            return issue_of(row.id)
        return issue_of(article.id) if article else ""

    def stand_at(self, place: Place) -> None:
        """Show the article of `place` in list and pane, at the place in it."""
        with self.telling():
            name = self.session.article(place.article).id
            self.outline.unfold(name)
            self.issues.show(self.outline.rows(), name)
            self.turn_to(name)
            self.reading.go_to(place.paragraph, place.offset)

    def pass_by(self) -> None:
        """Note that what is shown next is in passing: the way back leads to where one stands."""
        self._stood = self._stood or self.stand()

    def go(self, article: str, otherwise: str = "") -> None:
        """Bring the reader to this article, with a way back; or say what is so without one."""
        if not article:
            self.tell(otherwise)
            return
        here, before = self.stand(), self._stood or self.stand()
        if before.article != article:
            self._trail.leave(before)
        self._stood = None
        there = Place(issue_of(article), article)
        self.stand_at(here if here.article == article else there)

    def action_front(self) -> None:
        """Show the front page of the issue."""
        from tui.screens.front import FrontScreen  # not before the first paint

        issue, article = self.issue_at_hand, self.reading.article
        if issue:
            front = FrontScreen(self.session, issue, article.id if article else "")
            self.app.push_screen(front, self._chosen)

    def _chosen(self, article: str | None) -> None:
        if article:
            self.go(article)
            self.enter()

    def action_calendar(self) -> None:
        """Show which issues of the paper are here."""
        from tui.screens.calendar import CalendarScreen  # not before the first paint

        calendar = CalendarScreen(self.session, self.issue_at_hand)
        self.app.push_screen(calendar, self._dated)

    def _dated(self, issue: str | None) -> None:
        if issue:
            self.go(self.session.first(issue), _("The filter leaves nothing of this issue."))

    @on(ArticlePane.Followed)
    def _followed(self, event: ArticlePane.Followed) -> None:
        """Go to the part of the story that was joined, or to the page that the jump names."""
        article, part = event.article, navigation.part_after(event.article, self.reading.place())
        jump = next((j for j in (article.jump, article.continues) if j and not j.resolved), None)
        if part is not None:
            self._trail.leave(self.stand())
            self.reading.go_to(part.paragraph, part.offset)
            self.tell(_("From page {page}; Backspace goes back.").format(page=part.page))
        elif jump is None:
            self.tell(_("The story is all here."))
        else:
            self._jump(article, jump)

    def _jump(self, article: Article, jump: Jump) -> None:
        from store.links import other_end  # difflib: 5 ms

        issue = self.session.issue(issue_of(article.id))
        other = other_end(issue, article, jump)
        there = other.id if other else navigation.page_first(self.session, issue.id, jump.to)
        self.go(there, _("Page {page} is not in the library.").format(page=jump.to))
        if there and not other:
            self.tell(_("The rest is not found; this is page {page}.").format(page=jump.to))

    def action_page(self, by: int) -> None:
        """Go to the first article of the next page, or of the page before."""
        article = self.reading.article
        there = navigation.page_beside(self.session, article, by) if article else ""
        self.go(there, _("No further page in this issue."))

    def action_issue(self, by: int) -> None:
        """Go to the first article of the paper's next issue, or of the one before."""
        there = navigation.issue_beside(self.session, self.issue_at_hand, by)
        self.go(there, _("No later issue here.") if by > 0 else _("No earlier issue here."))

    def action_same_page(self) -> None:
        """Go to the same page of the paper's issue before."""
        article = self.reading.article
        there = navigation.same_page_before(self.session, article) if article else ""
        self.go(there, _("The issue before has no such page here."))

    def action_letter(self, what: Letter) -> None:
        """Wait for the letter of a place to keep, or to go to."""
        if self.reading.article is None:
            return
        with self.telling():
            self._awaited = what
            if what == "read":
                self.tell(_("a above, b below, p the page, i the issue, s all shown:"))
            else:
                known = " ".join(self.session.marks.places())
                self.tell(_("A letter from a to z ({known}):").format(known=known or "-"))

    def on_key(self, event: events.Key) -> None:
        """Take the letter that is waited for; anything else ends the waiting."""
        awaited, self._awaited = self._awaited, ""
        if not awaited:
            return
        event.stop()
        letter = event.character or ""
        if letter.isascii() and letter.islower():
            self.took(awaited, letter)
        else:
            self.tell(_("No letter, no mark."))

    def took(self, what: Letter, letter: str) -> None:
        """Keep or find a place by its letter."""
        with self.telling():
            if what == "keep":
                self.session.marks.leave(self.stand(), letter)
                self.tell(
                    _("Marked {letter}: {letter} after ' comes back here.").format(letter=letter)
                )
            elif (place := self.session.marks.place(letter)).article:
                self._trail.leave(self._stood or self.stand())
                self._turn(place)
            else:
                self.tell(_("There is no mark {letter}.").format(letter=letter))

    def action_back(self) -> None:
        """Go back to where the reader was before."""
        if self._stood:
            self._trail.leave(self._stood)
        self._turn(self._trail.back(self.stand()))

    def action_forward(self) -> None:
        """Go forward to where the reader came back from."""
        self._turn(self._trail.forward(self.stand()))

    def _turn(self, place: Place | None) -> None:
        self._stood = None
        if place is None:
            self.tell(_("There is no further place."))
        else:
            self.stand_at(place)
