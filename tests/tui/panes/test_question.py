"""A question in a line of its own: it goes when it has been answered."""

from textual.app import App, ComposeResult
from textual.widgets import Input

from tui.panes.lines import CursorLines
from tui.panes.question import Question
from tui.styles import ANSI


class List(CursorLines):
    """A list without a line."""

    def line_count(self) -> int:
        return 0


class Asking(App[None]):
    """Asks beneath a list, and notes what is answered, and where the focus was then."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[tuple[str, bool]] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(ANSI)

    def compose(self) -> ComposeResult:
        yield List()

    async def ask(self) -> None:
        self.query_one(List).focus()
        await self.mount(Question("tag:", self.answered, back_to=self.query_one(List)))

    async def answered(self, text: str) -> None:
        self.answers.append((text, self.focused in [*self.query(List)]))


async def test_the_answer_comes_when_the_focus_is_back() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await app.ask()
        await pilot.pause()
        assert isinstance(app.focused, Input)
        await pilot.press("b", "y", "enter")
        await pilot.pause()
        assert app.answers == [("by", True)]
        assert not app.query(Question)


async def test_nothing_typed_is_no_answer_and_escape_leaves() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        for keys in (("space", "enter"), ("x", "escape")):
            await app.ask()
            await pilot.pause()
            await pilot.press(*keys)
            await pilot.pause()
            assert not app.query(Question)
            assert app.focused is app.query_one(List)
    assert app.answers == []


async def test_it_can_be_left_before_it_stands_and_when_what_was_before_has_gone() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        listed = app.query_one(List)
        question = Question("tag:", app.answered, back_to=listed)
        mounted = app.mount(question)
        question.action_leave()  # a key that comes before it is mounted
        await mounted
        await pilot.pause()
        assert not app.query(Question)
        await app.ask()
        await listed.remove()
        await pilot.press("x", "enter")
        await pilot.pause()
        assert app.answers == [("x", False)]


async def test_tab_leaves_no_question_behind() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await app.ask()
        await pilot.press("a", "tab", "b", "shift+tab", "c", "enter")
        await pilot.pause()
        assert app.answers == [("abc", True)]
        assert not app.query(Question)
