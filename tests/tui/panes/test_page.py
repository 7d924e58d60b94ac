"""The page view: its cursor goes from story to story in any direction, and by pages."""

from typing import Any

import pytest
from rich.segment import Segment

from store.models import IndexEntry, Issue
from tui.panes.page import PageView

SIZE = (80, 23)


@pytest.fixture
def paper(builder: type[Any]) -> Issue:
    """Give an issue of two pages and a contents box."""
    text = "茶香满坡，游人如织。" * 20
    boxed = (IndexEntry("书屋", "", "2"), IndexEntry("龙舟", "", "7"))
    new = builder("临江报").on(2024, 3, 5).having(index=boxed).page("1", "要闻")
    new.article("开园", text, kicker="春茶").article("收徒", text).article("搬家", text)
    made: Issue = new.page("2").article("书屋", text).issue()
    return made


def headline(view: PageView) -> str:
    """Return what the cursor is on."""
    assert view.item is not None
    entry = view.item.entry
    return view.item.article.headline if view.item.article else f"→{entry.title if entry else ''}"


def drawn(view: PageView, text: str) -> Segment:
    """Return the segment that shows this text."""
    rows = (view.render_line(y) for y in range(view.size.height))
    return next(segment for row in rows for segment in row if text in segment.text)


async def test_the_cursor_goes_to_the_neighbour_in_each_direction(stage: Any, paper: Issue) -> None:
    view = PageView()
    async with stage(view, SIZE) as pane:
        view.show(paper, frozenset())
        assert headline(view) == "开园"
        assert "开 园" in "".join(pane.text)
        await pane.press("down")
        assert headline(view) == "→书屋"
        await pane.press("l")
        assert headline(view) == "收徒"
        assert tuple(view.standing()) == view.target.head  # type: ignore[union-attr]
        await pane.press("k", "left", "G")
        assert view.at == len(view.sheet.targets) - 1  # type: ignore[union-attr]
        await pane.press("g", "]", "enter")
        (chosen,) = pane.news
        assert chosen.item.entry == paper.index[0]


async def test_pages_turn_and_tell_it(stage: Any, paper: Issue) -> None:
    view = PageView()
    async with stage(view, SIZE) as pane:
        view.show(paper, {paper.articles[0].key})
        assert view.told() == ("1版 要闻", "3 stories", "2 unread")
        await pane.press("right_curly_bracket")
        assert headline(view) == "书屋"
        await pane.press("right_curly_bracket")
        assert view.told()[0] == "2版"
        await pane.press("left_curly_bracket", "left_curly_bracket")
        assert headline(view) == "开园"
        assert view.to_page("2")
        assert not view.to_page("9")
        await pane.press()
        assert [type(each) for each in pane.news] == [PageView.Turned] * 3


async def test_what_has_no_room_is_on_the_next_sheet(stage: Any, paper: Issue) -> None:
    view = PageView()
    async with stage(view, (38, 6)) as pane:
        view.show(paper, frozenset())
        assert "more" in pane.text[-1]
        assert "1/…" in view.told()
        await pane.press("G", "enter")
        assert view.told()[1].startswith("2/")
        await pane.press("left_curly_bracket")
        assert headline(view) == "开园"


async def test_the_cursor_begins_at_an_article_on_any_sheet(stage: Any, paper: Issue) -> None:
    view = PageView()
    async with stage(view, (38, 6)):
        for article in paper.articles:
            view.show(paper, frozenset(), article.id)
            assert headline(view) == article.headline


async def test_unread_is_bold_and_what_the_filter_leaves_is_marked(
    stage: Any, paper: Issue
) -> None:
    view = PageView()
    read, left = {paper.articles[1].key}, {paper.articles[1].id}

    def highlight(text: str) -> tuple[tuple[int, int], ...]:
        at = text.find("徒")
        return ((at, at + 1),) if at >= 0 else ()

    async with stage(view, SIZE):
        view.show(paper, read, "", left, highlight)
        bold, hit, plain = (
            drawn(view, "搬家").style,
            drawn(view, "徒").style,
            drawn(view, "收").style,
        )
        assert bold is not None
        assert bold.bold
        assert bold.dim
        assert plain is not None
        assert not plain.bold
        assert not plain.dim
        assert hit is not None
        assert hit.reverse


async def test_a_click_chooses_and_another_one_reads(stage: Any, paper: Issue) -> None:
    view = PageView()
    async with stage(view, SIZE) as pane:
        view.show(paper, frozenset())
        await pane.press("G")
        x, y = view.target.head  # type: ignore[union-attr]
        await pane.press("g")
        await pane.click(x, y)
        assert headline(view) == "收徒"
        await pane.click(x, y)
        assert [each.item.article for each in pane.news] == [paper.articles[1]]


async def test_an_issue_without_anything_has_an_empty_page(stage: Any) -> None:
    view = PageView()
    async with stage(view, SIZE) as pane:
        view.show(Issue(), frozenset())
        await pane.press("down", "enter", "G", "right_curly_bracket")
        assert pane.news == []
        assert view.item is None
