"""Going from one article to another: on, to another page or issue, along a jump, and back again."""

from store.errors import DubaoError
from store.models import Article, Jump, Mark, issue_of
from store.reader.place import Place
from tui.language import _
from tui.screens.reading.host import Host
from tui.state import navigation
from tui.state.front_page import contents_of
from tui.state.jump_list import JumpList
from tui.state.outline_rows import OutlineRow


class Navigation:
    """Knows where the reader is and was, and brings them elsewhere."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._jumps = JumpList()
        self._left: Place | None = None
        """Where the reader was before what is shown in passing now."""
        self._here = ""
        self._contents = ""
        """The issue whose contents are shown in the place of an article, ``""`` without any."""
        self._mark: Mark | None = None
        """The mark that the article shown had when it was first shown."""

    @property
    def here(self) -> str:
        """The address of the article shown, or of the last one."""
        article = self._host.article
        return article.id if article else self._here

    @property
    def issue_at_hand(self) -> str:
        """The issue under the list's cursor while one is in the list, else that of the article."""
        row, article = self._host.panes.issues.row, self._host.article
        if (
            self._host.panes.focused_name == "issues"
            and row
            and row.kind in ("issue", "page", "article", "entry")
        ):
            return issue_of(row.id)
        return issue_of(article.id) if article else self._contents

    @property
    def article_at_hand(self) -> Article | None:
        """The article shown, or the first one of the issue at hand where that is another."""
        article, issue = self._host.article, self.issue_at_hand
        if not issue or (article and issue_of(article.id) == issue):
            return article
        session = self._host.session
        name = session.first(issue)
        return session.library.article(name)[1] if name else None

    # Showing an article

    def show(self, name: str) -> None:
        """Show the article at this address, or the contents of an issue without articles.

        ``""`` shows nothing.
        """
        session = self._host.session
        if name and name == issue_of(name):
            self._show_contents(name)
            return
        try:
            article = session.library.article(name)[1] if name else None
            if article != self._host.article:
                self._mark = session.marks.get(article.key) if article else None
        except DubaoError as error:
            self._host.tell_error(error)
            return
        self._here, self._contents = name or self._here, ""
        self._host.panes.article_pane.show(article, session.marks_in)
        self._host.tell_place()

    def _show_contents(self, issue: str) -> bool:
        """Show the contents of an issue without articles; return False if it has any."""
        with self._host.telling():
            text = contents_of(self._host.session.library.issue(issue))
            if text is not None:
                self._contents = issue
                self._host.panes.article_pane.show_contents(text)
                self._host.tell_place()
                return True
        return False

    def turn_to(self, name: str) -> None:
        """Show the article at this address.

        If the one that is left was marked meanwhile, it may have no place in the list any more.
        """
        left, before = self._host.article, self._mark
        narrowed_by = self._host.panes.filter_pane.text
        self.show(name)
        if left is not None and narrowed_by:
            with self._host.telling():
                if self._host.session.marks.get(left.key) != before:
                    self._host.search(narrowed_by)

    def follow_cursor(self) -> None:
        """Show the article under the list's cursor, in passing."""
        row = self._host.panes.issues.row
        if row is None or row.kind not in ("issue", "entry", "article"):
            return
        left = self._left or self._host.place()
        if row.kind == "article":
            self.turn_to(row.id)
        elif not self._show_contents(issue_of(row.id)):
            return
        self._left = left

    def go(self, name: str, otherwise: str = "") -> None:
        """Bring the reader to this article, with a way back; or tell what is so without one.

        The address of an issue without articles stands for its contents.
        """
        if not name:
            self._host.tell(otherwise)
            return
        now = self._host.place()
        before = self._left or now
        if before.article != name:
            self._jumps.leave(before)
        self._left = None
        issue = issue_of(name)
        there = Place(issue, "" if name == issue else name)
        self._bring_to(now if now.article == name else there)

    def _bring_to(self, place: Place) -> None:
        """Show the article of `place` in list and pane, or the contents of its issue."""
        with self._host.telling():
            library, name = self._host.session.library, place.article
            name = library.article(name)[1].id if name else place.issue
            self._host.outline.unfold(name)
            self._host.show_list(name)
            self.turn_to(name)
            self._host.panes.article_pane.go_to(place.paragraph, place.offset)

    def return_to(self, place: Place, row: str) -> None:
        """Show the article of `place` where it was read, and the list with its cursor on `row`."""
        now = self._host.place()
        self._left = None
        self._host.show_list(row)
        if now.article != place.article:
            self._jumps.leave(now)
            self._host.tell(_("As it was before the filter; Backspace goes to what it found."))
        self.show(place.article)
        self._host.panes.article_pane.go_to(place.paragraph, place.offset)

    def enter(self, name: str) -> None:
        """Bring the reader into the text of this article, with a way back."""
        self.go(name)
        self._host.panes.go_to("article")

    def open(self, row: OutlineRow) -> None:
        """Bring the reader into the article of a row, or into the contents that it is part of."""
        if row.kind == "article":
            self.enter(row.id)
        elif self._show_contents(issue_of(row.id)):
            self._host.panes.go_to("article")

    def fold(self, row: OutlineRow) -> None:
        """Fold what is beneath a row, or unfold it; tell of an issue that cannot be read."""
        self._host.outline.set_folded(row, row.unfolded)
        self._host.show_list()
        if row.kind == "issue" and not row.unfolded:
            with self._host.telling():
                self._host.session.library.issue(row.id)

    # Going on

    def action_step(self, by: int) -> None:
        """Go to the article `by` places further in its issue."""
        article = self._host.article
        name = self._host.session.step(article.id, by) if article else ""
        narrowed = self._host.session.narrowed()
        end = _("The filter leaves no further article.")
        self.go(name, end if narrowed else _("No further article in this issue."))

    def action_hit(self, by: int) -> None:
        """Go to the next hit in the article, or the one before, wherever one is."""
        panes = self._host.panes
        if panes.focused_name != "article":
            panes.go_to("article")
        panes.article_pane.to_hit(by)

    def action_read_on(self) -> None:
        """Turn the page; from the article's end, or that of contents, go to the next unread one.

        Where the list's cursor is on a paper, an issue or a page other than what is shown, it is
        begun there.
        """
        session, article, row = self._host.session, self._host.article, self._host.panes.issues.row
        if row is not None and self._host.panes.focused_name == "issues":
            there = navigation.way_beneath(session, row, article)
            if there:
                self.go(there)
                return
        here = article.id if article else self._contents
        if here and not self._host.panes.article_pane.page_on():
            if article is not None:
                self._host.mark_read(article)
            self.go(session.next_unread(here), _("Everything is read."))

    def follow_hits(self, article: Article, by: int) -> None:
        """Go from `article` to the hits of the next one that has any, or of the one before.

        Where there is none the hits of this article begin anew.
        """
        there = navigation.hits_beside(self._host.session, article, by)
        if there:
            self.go(there)
        if not self._host.panes.article_pane.enter_hits(by):
            self._host.tell(_("There is no hit to go to: / filters by words."))
        elif there:
            on = _("On in the next article with a hit.")
            self._host.tell(on if by > 0 else _("Back in the article before with a hit."))
        else:
            again = _("The first hit again: no later article has one.")
            self._host.tell(
                again if by > 0 else _("The last hit again: no earlier article has one.")
            )

    def action_page(self, by: int) -> None:
        """Go to the first article of the next page, or of the page before."""
        article = self._host.article
        there = navigation.page_beside(self._host.session, article, by) if article else ""
        self.go(there, _("No further page in this issue."))

    def action_issue(self, by: int) -> None:
        """Go to the first article or the contents of the paper's next issue, or the one before."""
        there = navigation.issue_beside(self._host.session, self.issue_at_hand, by)
        self.go(there, _("No later issue here.") if by > 0 else _("No earlier issue here."))

    def action_same_page(self) -> None:
        """Go to the same page of the paper's issue before."""
        article = self._host.article
        there = navigation.same_page_before(self._host.session, article) if article else ""
        self.go(there, _("The issue before has no such page here."))

    def action_front(self) -> None:
        """Show the front page of the issue, and go to the article chosen there."""
        issue, article = self.issue_at_hand, self._host.article
        if issue:
            self._host.outside.open_front(issue, article.id if article else "", self.enter)

    def action_calendar(self) -> None:
        """Show which issues of the paper are here, and go to the one chosen."""

        def go_to_issue(issue: str) -> None:
            session = self._host.session
            with self._host.telling():
                rows = (row for row in session.library.rows() if row.id == issue)
                there = next((navigation.way_into(session, row) for row in rows), "")
                self.go(there, _("The filter leaves nothing of this issue."))

        self._host.outside.open_calendar(self.issue_at_hand, go_to_issue)

    def follow_story(self, article: Article) -> None:
        """Go to the part of the story that was joined, or to the page that the jump names."""
        part = navigation.part_after(article, self._host.panes.article_pane.place())
        jump = next((j for j in (article.jump, article.continues) if j and not j.resolved), None)
        if part is not None:
            self._jumps.leave(self._host.place())
            self._host.panes.article_pane.go_to(part.paragraph, part.offset)
            news = _("From page {page}; Backspace goes back.")
            self._host.tell(news.format(page=part.page))
        elif jump is None:
            self._host.tell(_("The story is all here."))
        else:
            self._jump(article, jump)

    def _jump(self, article: Article, jump: Jump) -> None:
        from store.links import other_end  # difflib: 5 ms

        session = self._host.session
        issue = session.library.issue(issue_of(article.id))
        other = other_end(issue, article, jump)
        there = other.id if other else navigation.page_first(session, issue.id, jump.to)
        self.go(there, _("Page {page} is not in the library.").format(page=jump.to))
        if there and not other:
            news = _("The rest is not found; this is page {page}.")
            self._host.tell(news.format(page=jump.to))

    # Places by a letter, and the way back

    def known_letters(self) -> str:
        """Return the letters by which places are kept, parted by blanks."""
        return " ".join(self._host.session.marks.places())

    def keep_place(self, letter: str) -> None:
        """Keep where the reader is by a letter."""
        self._host.session.marks.leave(self._host.place(), letter)
        news = _("Marked {letter}: {letter} after ' comes back here.")
        self._host.tell(news.format(letter=letter))

    def find_place(self, letter: str) -> None:
        """Go to the place kept by a letter."""
        place = self._host.session.marks.place(letter)
        if place.article:
            self._jumps.leave(self._left or self._host.place())
            self._return_to(place)
        else:
            self._host.tell(_("There is no mark {letter}.").format(letter=letter))

    def action_back(self) -> None:
        """Go back to where the reader was before."""
        if self._left:
            self._jumps.leave(self._left)
        self._return_to(self._jumps.back(self._host.place()), _("There is no earlier place."))

    def action_forward(self) -> None:
        """Go forward to where the reader came back from."""
        self._return_to(self._jumps.forward(self._host.place()), _("There is no further place."))

    def _return_to(self, place: Place | None, else_told: str = "") -> None:
        self._left = None
        if place is None:
            self._host.tell(else_told)
        else:
            self._bring_to(place)
