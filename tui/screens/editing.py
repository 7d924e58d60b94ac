"""Correcting an article: what each of its lines is, and where it begins and ends.

The reader has the last word over the press; each change is kept at once, and can be undone.
"""

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.strip import Strip
from textual.widgets import Static

from store.corrections.correction import Correction, Role
from store.corrections.lines import line_at, line_name, lines_by_number
from store.corrections.records import (
    confirm,
    divide_line,
    join,
    join_line,
    move,
    redate,
    relabel,
    rename,
    reword,
    split,
)
from store.dates import day_in
from store.errors import CorrectionError, DubaoError
from store.models import Article, Issue, issue_of
from tui.commands import Command, bindings
from tui.language import N_, _
from tui.messages import doubt_reasons, translated
from tui.panes.lines import CursorLines
from tui.panes.question import Question
from tui.panes.status import StatusLine
from tui.screens.standing import hints_for
from tui.state.session import Session
from tui.terminal.textual_seam import PassingScreen
from tui.typeset import break_text, fit

MARGIN = 12
"""Cells before the text: what a line is."""
QUESTIONS = {
    "text": N_("words of the line:"),
    "divide": N_("the second part begins with:"),
    "page": N_("page (as 2 or A5):"),
    "date": N_("date (as 2019-11-19 or 11-19):"),
    "paper": N_("name of the paper:"),
}


class _Row(NamedTuple):
    """A row of the screen: text, and before a line's first row what the line is."""

    at: int | None
    """The number of the line that begins here; nothing begins where the cursor cannot stand."""
    name: str
    text: str


class ArticleLines(CursorLines):
    """The lines of one article, each whole and with what it is.

    The cursor stands on first rows of lines, at first on the one that is doubted.
    """

    def __init__(self, article: Article) -> None:
        super().__init__(id="edit")
        self.rows: list[_Row] = []
        self.article = article

    def show(self, article: Article) -> None:
        """Show the lines of `article`, the cursor on the line of the same number."""
        before = sum(row.at is not None for row in self.rows[: self.cursor])
        line = before if self.rows else _doubted(article)
        self.article = article
        self._set()
        firsts = self._firsts()
        self.top = min(self.top, self.last_top)
        self.refresh()
        self.place_cursor(firsts[min(line, len(firsts) - 1)] if firsts else 0)

    def on_resize(self) -> None:
        """Set the lines anew for this width."""
        self.show(self.article)

    def _set(self) -> None:
        """Set the article's lines."""
        self.rows = []
        for number, text in lines_by_number(self.article).items():
            if number < 0:
                self._put(number, translated(line_name(number)), text)
            else:
                crosshead = number in self.article.crossheads
                self._put(number, _("crosshead") if crosshead else "", text)

    def _put(self, number: int, name: str, text: str) -> None:
        measure = max(MARGIN, self.size.width - MARGIN)
        for row, piece in enumerate(break_text(text, measure)):
            self.rows.append(_Row(None if row else number, "" if row else name, piece))

    def _firsts(self) -> list[int]:
        return [row for row, each in enumerate(self.rows) if each.at is not None]

    @property
    def at(self) -> int:
        """The number of the line under the cursor."""
        found = self.rows[self.cursor].at if self.cursor < len(self.rows) else None
        return found or 0

    @property
    def named(self) -> str:
        """What the line under the cursor is, ``""`` for a paragraph."""
        return self.rows[self.cursor].name if self.cursor < len(self.rows) else ""

    def line_count(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def move_to(self, number: int) -> None:
        """Put the cursor on the line that begins in row `number`, or next in its direction."""
        firsts = self._firsts() or [self.cursor]
        if number < self.cursor:
            super().move_to(max((row for row in firsts if row <= number), default=firsts[0]))
        else:
            super().move_to(min((row for row in firsts if row >= number), default=firsts[-1]))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the line clicked on, whichever of its rows that is."""
        row = self.top + event.y
        self.move_to(max((first for first in self._firsts() if first <= row), default=row))

    def line(self, number: int, cells: int) -> Strip:
        """Return a row, marked if it begins the line under the cursor."""
        row = self.rows[number]
        style = self.rich_style
        if number == self.cursor:
            style += self.named_style("cursor")
        return Strip([Segment(fit(f" {fit(row.name, 10)} {row.text}", cells), style)], cells)


def _doubted(article: Article) -> int:
    """Return which of the lines of `article` is the first that a doubt names, 0 for none."""
    named = {doubt.line.strip("…") for doubt in article.doubts} - {""}
    for at, text in enumerate(lines_by_number(article).values()):
        if any(words in text for words in named):
            return at
    return 0


class EditScreen(PassingScreen[str]):
    """The lines of an article; closes with the address that the article has then."""

    HELP = N_("The lines of this article. What you set right is kept, and read so again.")
    KEYS: ClassVar[list[Command]] = [
        Command("u", "undo", N_("Undo the last change of this issue"), N_("undo")),
        Command("enter", "ask('text')", N_("Change the words of the line"), N_("words")),
        Command("M", "join_line", N_("Join the paragraph to the one before it")),
        Command("D", "ask('divide')", N_("Divide the paragraph before words that you type")),
        Command("J", "join", N_("Join the article to the one before it"), N_("join")),
        Command("S", "split", N_("Let a new article begin with this line"), N_("split")),
        Command("H", "relabel('headline')", N_("Make the line the headline"), N_("headline")),
        Command("K", "relabel('kicker')", N_("Make the line the kicker")),
        Command("B", "relabel('subhead')", N_("Make the line the subhead")),
        Command("O", "relabel('column')", N_("Make the line the column")),
        Command("Y", "relabel('byline')", N_("Make the line the byline")),
        Command("C", "relabel('crosshead')", N_("Make the line a crosshead")),
        Command("P", "relabel('body')", N_("Make the line a paragraph")),
        Command("F", "relabel('furniture')", N_("Take the line out of the article")),
        Command("p", "ask('page')", N_("Set the article's page")),
        Command("R", "confirm", N_("The article is right as it is: doubt it no more"), N_("right")),
        Command("d", "ask('date')", N_("Set the issue's date")),
        Command("n", "ask('paper')", N_("Set the paper's name")),
        Command("escape,q", "close", N_("Back to reading"), N_("done")),
    ]
    DEFAULT_CSS = "EditScreen #doubts { height: auto; padding: 0 1; color: $faint; }"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    def __init__(self, session: Session, article: Article) -> None:
        super().__init__()
        self.session = session
        self.article = article

    def compose(self) -> ComposeResult:
        """Compose what is doubted, the lines and the status line."""
        yield Static(id="doubts", markup=False)
        yield ArticleLines(self.article)
        yield StatusLine()

    def on_mount(self) -> None:
        """Say what is doubtful and what can be done."""
        self._tell_doubts()
        self._tell_hints()

    def on_screen_resume(self) -> None:
        """Say it again after the help."""
        self._tell_hints()

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Say what can be done here: a question has keys of its own."""
        self._tell_hints()

    @property
    def issue(self) -> Issue:
        """The issue of the article."""
        return self.session.library.issue(issue_of(self.article.id))

    def action_join(self) -> None:
        """Join the article to the one before it."""
        self._correct(lambda: join(self.issue, self.article))

    def action_join_line(self) -> None:
        """Join the paragraph under the cursor to the one before it."""
        self._correct(lambda: join_line(self.article, self._lines.at))

    def action_split(self) -> None:
        """Let a new article begin with the line under the cursor."""
        self._correct(lambda: split(self.article, self._lines.at))

    def action_relabel(self, role: Role) -> None:
        """Make the line under the cursor a headline, a paragraph or whatever it is."""
        self._correct(lambda: relabel(self.article, self._lines.at, role))

    def action_confirm(self) -> None:
        """Say that the article is right as it is."""
        self._correct(lambda: confirm(self.article))

    def action_ask(self, what: str) -> None:
        """Ask for words, a page, a date or a name; words stand there as they are."""

        def answered(text: str) -> None:
            self._correct(lambda: self._correction(what, text))

        named = self._lines.named if what == "text" else ""
        question = Question(
            _("{line}:").format(line=named) if named else _(QUESTIONS[what]),
            answered,
            back_to=self.focused,
            refuse=lambda text: self._refusal(what, text),
        )
        if what == "text":
            question.select_on_focus = False
            question.put(line_at(self.article, self._lines.at))
        self.mount(question, before=self.query_one(StatusLine))

    def action_undo(self) -> None:
        """Undo the last change of this issue."""
        try:
            undone = self.session.undo_edit(self.issue.id)
        except DubaoError as error:
            self._tell(translated(error.message))
            return
        if undone is None:
            self._tell(_("There is nothing to undo."))
            return
        self._show_again(undone)
        self._tell(_("Undone."))

    def action_close(self) -> None:
        """Go back to reading."""
        self.dismiss(self.article.id)

    def _correction(self, asked: str, text: str) -> Correction:
        if asked == "text":
            return reword(self.article, self._lines.at, text)
        if asked == "divide":
            return divide_line(self.article, self._lines.at, text)
        if asked == "page":
            return move(self.article, text)
        if asked == "paper":
            return rename(self.issue, text)
        found = day_in(text)
        if found is None:
            news = _("{text} is not a day; write it as 2019-11-19, 11-19 or yesterday")
            raise CorrectionError(news.format(text=text))
        return redate(self.issue, found)

    def _refusal(self, asked: str, text: str) -> str:
        """Return why an answer cannot be taken, ``""`` where it can."""
        try:
            self._correction(asked, text)
        except DubaoError as error:
            return translated(error.message)
        return ""

    def _correct(self, correction: Callable[[], Correction]) -> None:
        """Keep a correction and show the article as it is now; say why if it does not fit."""
        try:
            issue = self.session.edit(self.issue.id, correction())
        except DubaoError as error:
            self._tell(translated(error.message))
            return
        self._show_again(issue)
        self._tell(_("Kept; u undoes it here."))

    def _show_again(self, issue: Issue) -> None:
        """Show the article of the same key, else the one that now stands about there."""
        articles = issue.articles
        same = [a for a in articles if a.key == self.article.key]
        before = [a for a in articles if a.source == self.article.source
                  and a.lines[0] <= self.article.lines[0]]  # fmt: skip
        self.article = (same or before[-1:] or list(articles[:1]) or [self.article])[0]
        self._lines.show(self.article)
        self._tell_doubts()

    @property
    def _lines(self) -> ArticleLines:
        return self.query_one(ArticleLines)

    def _place(self) -> tuple[str, str]:
        """Return which issue it is of, and the headline."""
        return issue_of(self.article.id), self.article.headline

    def _tell(self, news: str) -> None:
        self.query_one(StatusLine).show(left=(news,), right=self._place())

    def _tell_doubts(self) -> None:
        doubts = self.query_one("#doubts", Static)
        doubts.update(doubt_reasons(self.article))
        doubts.display = self.article.doubtful

    def _tell_hints(self) -> None:
        asked = [self.focused.placeholder] if isinstance(self.focused, Question) else []
        self.query_one(StatusLine).hint((*asked, *hints_for(self)), self._place())
