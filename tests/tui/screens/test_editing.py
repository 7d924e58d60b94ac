"""Setting an article right by its keys: what is changed is kept, shown, and can be undone."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from store.doubts import Doubt
from store.library.library import Library
from store.models import Byline
from store.reader.marks import Marks
from tui.app import DubaoApp
from tui.panes.article import ArticlePane
from tui.panes.issues import IssueList
from tui.panes.question import Question
from tui.panes.status import StatusLine
from tui.screens.editing import ArticleLines, EditScreen
from tui.screens.help import HelpText
from tui.screens.reading.screen import ReadingScreen

ISSUE = "linjiangbao-2024-03-05"


@pytest.fixture
def app(library: Library, marks: Marks, builder: type[Any]) -> DubaoApp:
    """Give a reader of an issue whose second article has one more headline inside."""
    paper = builder("临江报").on(2024, 3, 5).page("1")
    paper.article("古桥修好", "望江县的老桥今天通行。", kicker="顾长河调研强调")
    paper.article("春茶开园", "茶农采下半篓鲜叶。", "书屋亮灯了", "临水书屋重新开放。")
    paper.add_to(library)
    return DubaoApp(library, marks)


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def headlines(library: Library, issue: str = ISSUE) -> list[str]:
    return [article.headline for article in library.issue(issue).articles]


def told(pilot: Pilot[None]) -> str:
    return " ".join(pilot.app.screen.query_one(StatusLine).left)


async def test_a_line_becomes_the_headline_of_a_new_article(
    app: DubaoApp, library: Library
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "e", "j", "j", "S")
        assert len(headlines(library)) == 3
        await press(pilot, "escape", "j", "e", "H", "escape")
        assert headlines(library) == ["古桥修好", "春茶开园", "书屋亮灯了"]
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        labels = [row.label for row in screen.query_one(IssueList).rows]
        assert labels[-3:] == ["古桥修好", "春茶开园", "书屋亮灯了"]


async def test_one_begins_at_the_line_that_is_doubted(
    library: Library, marks: Marks, builder: type[Any]
) -> None:
    doubt = Doubt("bounds", "near_call", "书屋亮灯了", "body", "head")
    paper = builder("临江报").on(2024, 3, 5).page("1")
    paper.article("春茶开园", "茶农采下鲜叶。", "书屋亮灯了", confidence=0.4, doubts=(doubt,))
    paper.add_to(library)
    async with DubaoApp(library, marks).run_test(size=(80, 24)) as pilot:
        await press(pilot, "e")
        assert pilot.app.screen.query_one(ArticleLines).at == 1
        await press(pilot, "S")
        assert library.issue(ISSUE).articles[1].paragraphs == ("书屋亮灯了",)


async def test_an_article_joins_the_one_before_and_undo_parts_them(
    app: DubaoApp, library: Library
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        before = library.issue(ISSUE)
        await press(pilot, "j", "e", "J")
        assert headlines(library) == ["古桥修好"]
        await press(pilot, "u")
        assert library.issue(ISSUE).articles == before.articles
        await press(pilot, "u")
        assert "nothing to undo" in told(pilot)


async def test_what_does_not_fit_is_one_sentence(app: DubaoApp, library: Library) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e", "J")
        assert "no article before it" in told(pilot)
        await press(pilot, "d", *"12 March", "enter")
        assert "is not a day" in told(pilot)
        assert headlines(library) == ["古桥修好", "春茶开园"]


async def test_what_is_refused_stays_to_be_mended(app: DubaoApp, library: Library) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e", "d", *"2024年3月x", "enter")
        assert "is not a day" in told(pilot)
        await press(pilot, "backspace", *"6日", "enter", "escape")
        assert library.issue(ISSUE).id == "linjiangbao-2024-03-06"


async def test_the_date_moves_the_issue_and_the_reader_with_it(
    app: DubaoApp, library: Library
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e", "d", *"2024-03-06", "enter", "escape")
        article = pilot.app.screen.query_one(ArticlePane).article
        assert article is not None
        assert article.id == "linjiangbao-2024-03-06/1.1"
        assert library.issue(ISSUE).id == "linjiangbao-2024-03-06"


async def test_escape_leaves_the_question_first(app: DubaoApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "e", "p", "2", "escape")
        assert isinstance(pilot.app.screen, EditScreen)
        assert isinstance(pilot.app.screen.focused, ArticleLines)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_an_article_that_is_right_as_it_is_is_found_doubtful_no_more(
    library: Library, marks: Marks, builder: type[Any]
) -> None:
    paper = builder("临江报").on(2024, 3, 5).page("1")
    doubts = (Doubt("bounds", "near_call"),)
    paper.article("古桥修好", "望江县的老桥今天通行。", confidence=0.4, doubts=doubts)
    paper.add_to(library)
    async with DubaoApp(library, marks).run_test(size=(80, 24)) as pilot:
        await press(pilot, "e")
        told_of = pilot.app.screen.query_one("#doubts", Static)
        assert "bounds: another reading" in str(told_of.content)
        await press(pilot, "R")
        assert not told_of.display
        assert not library.issue(ISSUE).articles[0].doubtful
        await press(pilot, "R")
        assert "nothing was changed" in told(pilot)
        await press(pilot, "u")
        assert library.issue(ISSUE).articles[0].doubts == doubts


async def test_lines_are_shown_whole_with_the_byline_and_the_cursor_goes_by_lines(
    library: Library, marks: Marks, builder: type[Any]
) -> None:
    long = "望江县的老桥今天通行，" * 12 + "最后一句。"
    paper = builder("临江报").on(2024, 3, 5).page("1")
    paper.article("古桥修好", "第一段。", long, byline=(Byline("本报记者", ("白露",)),))
    paper.add_to(library)
    async with DubaoApp(library, marks).run_test(size=(60, 20)) as pilot:
        await press(pilot, "e")
        lines = pilot.app.screen.query_one(ArticleLines)
        texts = [row.text for row in lines.rows]
        assert "".join(texts) == f"古桥修好本报记者 白露第一段。{long}"
        assert [(row.at, row.name) for row in lines.rows[:3]] == [
            (-2, "headline"), (-5, "byline"), (0, ""),
        ]  # fmt: skip
        places = []
        for key in ("j", "j", "j", "k", "k", "k", "G"):
            await press(pilot, key)
            places.append(lines.at)
        assert places == [-5, 0, 1, 0, -5, -2, 1]
        await press(pilot, "g", "j", "j", "K")
        assert library.issue(ISSUE).articles[0].kicker == "第一段。"


async def test_the_way_out_and_the_help_are_hinted_at(app: DubaoApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e")
        line = pilot.app.screen.query_one(StatusLine).render_line(0).text
        assert "Esc done  ? help" in line
        await press(pilot, "j", "enter")
        line = pilot.app.screen.query_one(StatusLine).render_line(0).text
        assert "Esc leave  F1 help" in line
        assert "quit" not in line


async def test_the_words_of_a_line_are_changed_where_they_stand(
    app: DubaoApp, library: Library, in_this_process: None
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e", "j", "enter")
        question = pilot.app.screen.query_one(Question)
        assert question.value == "古桥修好"
        assert "headline:" in told(pilot)
        assert "Esc leave" in told(pilot)
        await press(pilot, "了", "escape")
        assert headlines(library)[0] == "古桥修好"
        assert "Enter words" in told(pilot)
        await press(pilot, "enter", "了", "enter")
        assert headlines(library)[0] == "古桥修好了"
        assert "Kept" in told(pilot)
        await press(pilot, "j", "enter", "ctrl+u", *"石桥今天通行", "enter")
        assert library.issue(ISSUE).articles[0].paragraphs == ("石桥今天通行",)
        await press(pilot, "escape")
        words = {word.word for word in library.issue(ISSUE).articles[0].keywords}
        assert "石桥" in words
        await press(pilot, "e", "u", "u")
        assert headlines(library)[0] == "古桥修好"
        assert library.issue(ISSUE).articles[0].paragraphs == ("望江县的老桥今天通行。",)


async def test_paragraphs_are_divided_and_joined(app: DubaoApp, library: Library) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        before = library.issue(ISSUE).articles[1]
        await press(pilot, "j", "e", "j", "D", *"新茶", "enter")
        assert "cannot be divided there" in told(pilot)
        await press(pilot, "ctrl+u", *"半篓", "enter")
        assert library.issue(ISSUE).articles[1].paragraphs[:2] == ("茶农采下", "半篓鲜叶。")
        await press(pilot, "j", "M")
        assert library.issue(ISSUE).articles[1].paragraphs == before.paragraphs
        await press(pilot, "g", "M")
        assert "only paragraphs" in told(pilot)


async def test_a_line_becomes_the_byline_and_a_name_in_it_is_set_right(
    app: DubaoApp, library: Library
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e", "j", "j", "enter", "ctrl+u", *"记者 白路", "enter", "Y")
        assert library.issue(ISSUE).articles[0].byline == (Byline("记者", ("白路",)),)
        await press(pilot, "g", "j", "j", "enter", "backspace", "露", "enter")
        assert library.issue(ISSUE).articles[0].byline == (Byline("记者", ("白露",)),)
        await press(pilot, "g", "O")
        assert library.issue(ISSUE).articles[0].column == "顾长河调研强调"


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_the_hint_line_and_the_help_tell_the_keys(
    app: DubaoApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "e")
        assert "Enter words" in told(pilot)
        await press(pilot, "question_mark")
        text_of_help = pilot.app.screen.query_one(HelpText)
        helped = "".join(
            text_of_help.line(number, 200).text for number in range(text_of_help.line_count())
        )
        for text in ("Change the words of the line", "Divide the paragraph", "the byline"):
            assert text in helped


async def test_it_is_said_which_line_gets_other_words(app: DubaoApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e", "enter")
        first = pilot.app.screen.query_one(Question).placeholder
        await press(pilot, "escape", "down", "enter")
        second = pilot.app.screen.query_one(Question).placeholder
        await press(pilot, "escape", "down", "enter")
        third = pilot.app.screen.query_one(Question).placeholder
        assert [first, second, third] == ["kicker:", "headline:", "words of the line:"]
