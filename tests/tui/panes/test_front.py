"""The front page: its cursor goes from headline to headline, and by pages."""

from typing import Any

from tui.panes.front import FrontPage


def paper(builder: Any) -> Any:
    text = "茶香满坡，游人如织。" * 20
    new = builder("临江报").on(2024, 3, 5).page("1", "要闻").article("开园", text)
    return new.article("收徒", text).page("2").article("书屋", text).issue()


async def test_the_cursor_goes_by_headlines(stage: Any, builder: Any) -> None:
    front = FrontPage()
    async with stage(front) as pane:
        front.show(paper(builder), frozenset())
        await pane.press("j", "enter")
        (chosen,) = pane.news
        assert chosen.item.article.headline == "收徒"
        await pane.press("home")
        assert front.top == 0
        assert pane.text[0].strip() == "临江报"


async def test_the_cursor_goes_by_pages(stage: Any, builder: Any) -> None:
    front = FrontPage()
    async with stage(front) as pane:
        issue = paper(builder)
        front.show(issue, frozenset(), issue.articles[1].id)
        assert front.item is not None
        assert front.item.article == issue.articles[1]
        await pane.press("right_curly_bracket", "right_curly_bracket")
        assert front.item.page == "2"
        assert front.to_page("1")
        assert not front.to_page("9")
        assert front.item.article == issue.articles[0]
