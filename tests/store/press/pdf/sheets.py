"""Pages of invented papers in the layouts that newspapers have, each with the stories on it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.store.press.pdf.papers import BOOKS, BRIDGE, TEA, TREES, Story
from tests.store.press.pdf.writer import Column, Sheet, columns, fill, wrapped

PAPER = "临江日报"
DAY = "2031年4月5日 星期六"
LEFT = 20.0
STEP = 155.0
"""From column to column."""


@dataclass(frozen=True)
class Layout:
    """A page, and its stories in the order in which they should be read."""

    sheet: Sheet
    stories: Sequence[Story]


def masthead(sheet: Sheet) -> None:
    """Set the paper's name, and beside it the day and the number."""
    sheet.text(LEFT, 70, 48, PAPER)
    sheet.text(600, 50, 9, DAY)
    sheet.text(600, 64, 9, "国内统一刊号：CN00-0001 第4096期 今日4版")


def running_head(sheet: Sheet, page: str = "2", name: str = "社会") -> None:
    """Set the line at the top of a page inside."""
    sheet.text(LEFT, 30, 10, f"第{page}版：{name}")
    sheet.text(600, 30, 10, DAY)


def lines_of(story: Story) -> list[str]:
    """Return a story's text in lines of a column."""
    return wrapped(story.paragraphs, 14)


def set_story(
    sheet: Sheet, story: Story, at: float, y: float, shape: Sequence[int], size: float = 22
) -> None:
    """Set a story into columns of so many lines each, from the column `at`, under its headline."""
    x = LEFT + at * STEP
    sheet.text(x + 10, y, size, story.headline, "hei")
    places = [Column(x + n * STEP, y + 30, lines) for n, lines in enumerate(shape)]
    fill(sheet, lines_of(story), places)


def broadsheet() -> Layout:
    """Set a kicker over a headline over five columns, and two stories below."""
    sheet = Sheet()
    masthead(sheet)
    sheet.text(300, 110, 16, "全县古桥保护现场会召开")
    sheet.text(120, 150, 34, BRIDGE.headline)
    sheet.text(330, 180, 15, "——首批十二座完成体检")
    fill(sheet, lines_of(BRIDGE), columns(LEFT, 210, 5, 11))
    sheet.rule(LEFT, 400, 760)
    set_story(sheet, BOOKS, 0, 440, (17, 17))
    set_story(sheet, TREES, 2, 440, (11, 11, 11))
    sheet.text(LEFT, 1080, 9, "本版责编：白露 美编：江一帆 新闻热线：0000-1234567")
    return Layout(sheet, (BRIDGE, BOOKS, TREES))


def corner() -> Layout:
    """Set a story around the upper right corner, where another one stands."""
    sheet = Sheet()
    running_head(sheet)
    sheet.text(LEFT, 80, 26, BRIDGE.headline)
    below = [Column(LEFT + at * STEP, 350, 6) for at in (2, 3, 4)]
    fill(sheet, lines_of(BRIDGE), [*columns(LEFT, 110, 2, 18), *below])
    set_story(sheet, BOOKS, 2, 80, (12, 12, 12), 20)
    return Layout(sheet, (BRIDGE, BOOKS))


def within_columns() -> Layout:
    """Set headlines within columns, one story beneath the other."""
    sheet = Sheet()
    running_head(sheet)
    set_story(sheet, TEA, 0, 80, (26,), 14)
    set_story(sheet, TREES, 0, 545, (33,), 14)
    sheet.text(LEFT + STEP + 10, 80, 30, BRIDGE.headline)
    fill(sheet, lines_of(BRIDGE), columns(LEFT + STEP, 120, 4, 13))
    set_story(sheet, BOOKS, 1, 380, (9, 9, 8, 8))
    return Layout(sheet, (TEA, TREES, BRIDGE, BOOKS))


def framed() -> Layout:
    """Set a story in a frame in the midst of another's columns."""
    sheet = Sheet()
    running_head(sheet)
    sheet.text(150, 80, 30, BRIDGE.headline)
    upper = [Column(LEFT + at * STEP, 110, lines) for at, lines in enumerate((25, 6, 6, 15))]
    fill(sheet, lines_of(BRIDGE), upper)
    sheet.frame(LEFT + STEP - 5, 220, 2 * STEP - 5, 320)
    sheet.text(LEFT + STEP + 20, 250, 18, BOOKS.headline)
    fill(sheet, lines_of(BOOKS), columns(LEFT + STEP, 275, 2, 17))
    return Layout(sheet, (BRIDGE, BOOKS))


def pictured() -> Layout:
    """Set a picture and its caption over two of a story's columns."""
    sheet = Sheet()
    running_head(sheet)
    sheet.text(150, 80, 30, BRIDGE.headline)
    sheet.picture(LEFT + STEP, 110, 295, 150)
    sheet.text(LEFT + STEP, 275, 8, "图为修好的老桥。本报记者 江一帆摄")
    places = [Column(LEFT, 110, 22), *columns(LEFT + STEP, 300, 2, 10), Column(485, 110, 22)]
    fill(sheet, lines_of(BRIDGE), places)
    return Layout(sheet, (BRIDGE,))


def row_wise() -> Layout:
    """Return the broadsheet, drawn row by row across its columns."""
    layout = broadsheet()

    def place(drawn: str) -> tuple[float, float]:
        words = drawn.split()
        return (-float(words[9]), float(words[8])) if "Tm" in words else (0.0, 0.0)

    layout.sheet.drawn.sort(key=place)
    return layout


def vertical_head() -> Layout:
    """Set a vertical headline of two lines, and a kicker, to the right of its columns."""
    sheet = Sheet()
    masthead(sheet)
    fill(sheet, lines_of(BRIDGE), columns(LEFT, 110, 4, 13))
    first, second = BRIDGE.headline.split()
    sheet.down(740, 100, 30, first)
    sheet.down(700, 130, 30, second)
    sheet.down(775, 100, 15, "全县古桥保护现场会召开")
    sheet.rule(LEFT, 330, 760)
    set_story(sheet, BOOKS, 0, 380, (17, 17))
    set_story(sheet, TREES, 2, 380, (11, 11, 11))
    return Layout(sheet, (BRIDGE, BOOKS, TREES))


def fill_tiers(sheet: Sheet, story: Story, tiers: Sequence[tuple[float, float, int]]) -> None:
    """Set a story downward, in tiers: from where to the right, from where above, how many lines."""
    left = wrapped(story.paragraphs, 14, narrow=1.0)
    for x, y, count in tiers:
        for at, line in enumerate(left[:count]):
            blank = len(line) - len(line.lstrip("\u3000"))
            sheet.down(x - at * 16, y + blank * 10, 10, line.lstrip("\u3000"))
        left = left[count:]
    if left:
        raise ValueError(f"{len(left)} lines are left over")


def upright() -> Layout:
    """Set a page downward (直排): two stories, each with its headline to the right of its tiers."""
    sheet = Sheet()
    running_head(sheet)
    sheet.down(770, 60, 26, BRIDGE.headline)
    fill_tiers(sheet, BRIDGE, [(735, 60, 19), (735, 215, 19), (735, 370, 19)])
    sheet.down(405, 60, 22, BOOKS.headline)
    fill_tiers(sheet, BOOKS, [(375, 60, 13), (375, 215, 13), (375, 370, 13)])
    return Layout(sheet, (BRIDGE, BOOKS))


def upright_head_across() -> Layout:
    """Set a page downward, its story under a headline across."""
    sheet = Sheet()
    sheet.text(500, 80, 30, BRIDGE.headline)
    fill_tiers(sheet, BRIDGE, [(770, 110, 28), (770, 270, 28)])
    return Layout(sheet, (BRIDGE,))


LAYOUTS: dict[str, Callable[[], Layout]] = {
    "broadsheet": broadsheet,
    "corner": corner,
    "within columns": within_columns,
    "framed": framed,
    "pictured": pictured,
    "row-wise": row_wise,
    "vertical head": vertical_head,
    "upright": upright,
    "upright, head across": upright_head_across,
}
