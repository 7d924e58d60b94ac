"""The article pane: where one is in it, what is marked, and that its end has been seen."""

from itertools import pairwise
from typing import Any

from store.config import Config
from store.models import Article
from tui.panes.article import ArticlePane
from tui.typeset import space_as, width

LONG = Article(
    id="linjiangbao-2024-03-05/1.1",
    headline="石桥",
    paragraphs=tuple(f"第{n}段写石匠与石桥。" + "茶香满坡，游人如织。" * 20 for n in range(6)),
    captions=("石桥一角",),
)


def stones(text: str) -> tuple[tuple[int, int], ...]:
    """Mark every bridge of stone."""
    return tuple((at, at + 2) for at in range(len(text)) if text.startswith("石桥", at))


async def test_the_same_article_keeps_its_place_and_another_begins(stage: Any) -> None:
    article = ArticlePane(scrolled=True)
    async with stage(article) as pane:
        article.show(LONG)
        await pane.press("pagedown", "pagedown")
        place = article.place()
        assert place > (0, 0)
        article.show(LONG, stones)
        assert article.place() == place
        article.show(Article(id="other", headline="喜讯", paragraphs=("好。",)))
        assert article.place() == (0, 0)


async def test_reading_on_leads_to_the_end_and_tells_it(stage: Any) -> None:
    article = ArticlePane(scrolled=True)
    async with stage(article) as pane:
        article.show(LONG)
        assert article.progress == "16%", "as far as is seen"
        while article.page_on():
            await pane.press()
        await pane.press()
        assert article.progress == "100%"
        ends = [each for each in pane.news if isinstance(each, ArticlePane.EndSeen)]
        assert ends
        assert all(end.article == LONG for end in ends)


async def test_past_the_last_hit_it_is_told_which_way_they_end(stage: Any) -> None:
    article = ArticlePane(scrolled=True)
    async with stage(article) as pane:
        article.show(LONG, stones)
        seen = []
        for _ in range(9):
            article.to_hit(1)
            await pane.press()
            seen.append(article.top)
        assert seen[0] == 0, "the headline"
        assert max(seen) == seen[8] > 0, "eight hits, and the ninth press stays at the last"
        x, y = article.standing()
        assert "石桥" in pane.text[y][x:], "one stands in the row of the hit"
        assert y > 0
        assert pane.news[-1] == ArticlePane.HitsPassed(LONG, 1)
        assert article.enter_hits(1)
        assert article.top == 0
        article.to_hit(-1)
        await pane.press()
        assert pane.news[-1] == ArticlePane.HitsPassed(LONG, -1)


async def test_an_article_without_a_hit_hands_the_way_on(stage: Any) -> None:
    article = ArticlePane()
    async with stage(article) as pane:
        article.show(LONG)
        article.to_hit(1)
        await pane.press()
        assert pane.news[-1] == ArticlePane.HitsPassed(LONG, 1)
        assert not article.enter_hits(1)


async def test_columns_or_one_to_scroll(stage: Any) -> None:
    article = ArticlePane()
    async with stage(article, (120, 20)) as pane:
        article.show(LONG)
        assert article.progress.startswith("1/")
        await pane.press("c")
        assert article.progress == "50%"


async def test_a_hit_is_marked_whole_where_chinese_and_latin_stand_apart(stage: Any) -> None:
    space_as(Config(marks="half", spacing=True))
    try:
        article = ArticlePane(scrolled=True)
        async with stage(article):
            text = "青溪镇在2024年增产，「好。」"
            article.show(Article(paragraphs=(text,)), lambda _: ((3, 9), (10, 14)))
            hit = article.rich_style + article.named_style("body") + article.named_style("hit")
            marked = [segment.text for segment in article.render_line(0) if segment.style == hit]
            assert "".join(marked) == "在 2024 年产，｢好"
    finally:
        space_as(Config())


async def test_columns_from_right_to_left_and_back_at_the_same_place(stage: Any) -> None:
    article = ArticlePane()
    async with stage(article, (60, 10)) as pane:
        article.show(LONG, stones)
        await pane.press("pagedown", "j")
        place = article.place()
        assert place > (0, 0)
        await pane.press("V")
        assert article.setting == "vertical"
        assert article.progress.startswith("vertical ")
        assert article.place() == place
        await pane.press("V")
        assert article.place() == place
        assert article.progress.endswith("%")
        assert "vertical" not in article.progress


async def test_set_vertically_hits_are_gone_to_and_pages_turned(stage: Any) -> None:
    article = ArticlePane(setting="vertical")
    async with stage(article, (60, 10)) as pane:
        article.show(LONG, stones)
        assert pane.text[4].endswith("石"), "the headline stands at the right"
        seen = []
        for _ in range(8):
            article.to_hit(1)
            await pane.press()
            seen.append(article.top)
            x, _y = article.standing()
            assert "石" in [_at(line, x) for line in pane.text], "in the column of the hit"
        assert seen == sorted(seen)
        article.to_hit(1)
        await pane.press()
        assert pane.news[-1] == ArticlePane.HitsPassed(LONG, 1)
        await pane.press("g", "j")
        assert article.top == 1, "a column further"
        while article.page_on():
            await pane.press()
        article.tell_end()
        await pane.press()
        assert any(isinstance(each, ArticlePane.EndSeen) for each in pane.news)


async def test_set_vertically_a_page_repeats_one_column_of_the_one_before(stage: Any) -> None:
    article = ArticlePane(setting="vertical", scrolled=True)
    async with stage(article, (60, 10)) as pane:
        article.show(LONG)
        tops = [article.top]
        while article.page_on():
            tops.append(article.top)
        assert len(tops) > 2
        assert {after - before for before, after in pairwise(tops)} == {article.shown - 1}
        assert article.at_end
        await pane.press("G")
        assert article.top == tops[-1]


def _at(line: str, x: int) -> str:
    """Return the character that begins at cell `x`, or none."""
    return next((line[n] for n in range(len(line)) if width(line[:n]) == x), "")
