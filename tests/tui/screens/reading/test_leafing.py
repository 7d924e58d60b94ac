"""Reading an article in columns by pages, and in one column to scroll."""

from collections.abc import Callable
from typing import Any

import pytest

from store.library.library import Library
from store.reader.marks import Marks
from tui.app import DubaoApp
from tui.typeset.horizontal import Columns, Scroll
from tui.typeset.vertical import Vertical

NARROW, MIDDLE, WIDE, WIDEST = (40, 12), (80, 24), (200, 50), (250, 70)
STORY = "linjiangbao-2024-03-05/1.1"


@pytest.fixture
def reader(library: Library, marks: Marks, builder: type[Any]) -> Callable[[], DubaoApp]:
    """Give a maker of readers of one long story, each paragraph of which tells its number."""
    long = [f"第{number}段，" + "沿江各村加固堤防，昼夜巡查。" * 12 for number in range(60)]
    builder("临江报").on(2024, 3, 5).page("1").article("防汛不松劲", *long).add_to(library)
    return lambda: DubaoApp(library, marks)


@pytest.mark.parametrize(
    ("size", "columns"),
    [
        (NARROW, 1),
        (MIDDLE, 1),
        ((120, 40), 1),
        (WIDE, 2),
        (WIDEST, 3),
    ],
)
async def test_as_many_columns_as_read_well(
    reader: Callable[[], DubaoApp], drive: Any, size: tuple[int, int], columns: int
) -> None:
    async with drive(reader(), size) as driver:
        await driver.press("enter")
        laid = driver.pane._laid
        assert isinstance(laid, Scroll if columns == 1 else Columns)
        assert max(len(laid.row(number)) for number in range(laid.count(0) or 20)) == columns
        assert laid.width <= driver.pane.size.width - 2
        assert 48 <= laid.setting.measure <= 76 or columns == 1


@pytest.mark.parametrize("size", [WIDE, WIDEST])
@pytest.mark.parametrize("key", ["space", "pagedown"])
async def test_pages_are_turned_and_counted(
    reader: Callable[[], DubaoApp], drive: Any, size: tuple[int, int], key: str
) -> None:
    async with drive(reader(), size) as driver:
        await driver.press("enter")
        places, pages = [], int(driver.pane.progress.partition("/")[2])
        for page in range(1, pages + 1):
            assert driver.pane.progress == f"{page}/{pages}"
            assert f"{page}/{pages}" in driver.told
            places.append(driver.pane.place())
            assert not driver.has_read(driver.pane.article) or page == pages
            if page < pages:
                await driver.press(key)
        assert places == sorted(set(places))
        assert driver.has_read(driver.pane.article)
        await driver.press("pageup")
        assert driver.pane.place() == places[-2]


@pytest.mark.parametrize(
    "size",
    [NARROW, MIDDLE, WIDE, WIDEST],
)
async def test_one_column_is_a_key_away_and_stays_chosen(
    reader: Callable[[], DubaoApp], drive: Any, size: tuple[int, int]
) -> None:
    async with drive(reader(), size) as driver:
        await driver.press("enter", "pagedown", "pagedown")
        place = driver.pane.place()
        await driver.press("c")
        assert isinstance(driver.pane._laid, Scroll)
        assert driver.pane.progress.endswith("%")
        assert driver.pane.place() == place
        await driver.press("q")
    async with drive(reader(), size) as driver:
        await driver.press("enter")
        assert isinstance(driver.pane._laid, Scroll)
        assert driver.pane.place() == place


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE])
async def test_vertical_setting_is_a_key_away_and_stays_chosen(
    reader: Callable[[], DubaoApp], drive: Any, size: tuple[int, int]
) -> None:
    async with drive(reader(), size) as driver:
        await driver.press("enter", "pagedown", "pagedown")
        place = driver.pane.place()
        await driver.press("V")
        assert "vertical" in driver.told
        assert driver.pane.place() == place
        await driver.press("q")
    async with drive(reader(), size) as driver:
        await driver.press("enter")
        assert isinstance(driver.pane._laid, Vertical)
        assert driver.pane.place() == place
        await driver.press("V")
        assert "vertical" not in driver.told
        assert driver.pane.place() == place


async def test_pages_of_tiers_are_turned_to_the_end(
    reader: Callable[[], DubaoApp], drive: Any
) -> None:
    async with drive(reader(), WIDE) as driver:
        await driver.press("enter", "V")
        places, pages = [], int(driver.pane.progress.partition("/")[2])
        for page in range(1, pages + 1):
            assert driver.pane.progress == f"vertical {page}/{pages}"
            places.append(driver.pane.place())
            if page < pages:
                await driver.press("space")
        assert places == sorted(set(places))
        assert driver.has_read(driver.pane.article)


@pytest.mark.parametrize("keys", ["", "c", "V", "cV"])
async def test_a_resize_there_and_back_keeps_the_very_character(
    reader: Callable[[], DubaoApp], drive: Any, keys: str
) -> None:
    async with drive(reader(), WIDE) as driver:
        await driver.press("enter", *keys, "pagedown", "pagedown")
        top, place = driver.pane.top, driver.pane.place()
        for size in (NARROW, WIDEST, MIDDLE, WIDE):
            await driver.resize(*size)
            assert driver.pane.place() == place
            laid = driver.pane._laid
            first = laid.setting.place_at(laid.first_line(driver.pane.top))
            assert first <= place
        assert driver.pane.top == top


async def test_hits_go_on_in_the_next_article_that_has_one(
    papers: Callable[[], DubaoApp], drive: Any
) -> None:
    async with drive(papers(), MIDDLE) as driver:
        await driver.press("slash", *"石匠|头条|date:2024-03-01", "enter", "enter")
        way = []
        for key in "nnnnNNNN":
            await driver.press(key)
            told = [word for word in ("On", "Back", "again") if word in driver.told]
            way.append((driver.shown.rpartition("-")[2], *told))
        assert way == [
            ("05/2.1",),
            ("03/1.1", "On"),
            ("01/1.1", "On"),
            ("01/1.1", "again"),
            ("03/1.1", "Back"),
            ("05/2.1", "Back"),
            ("05/2.1", "again"),
            ("05/2.1", "again"),
        ]
        await driver.press("escape", "enter", "n")
        assert "no hit" in driver.told


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_hits_are_gone_through_and_round(
    reader: Callable[[], DubaoApp], drive: Any, size: tuple[int, int]
) -> None:
    async with drive(reader(), size) as driver:
        await driver.press("slash", *"第4段|第25段|第59段", "enter")
        seen = []  # from the list, too, where one is after a filter
        for _ in range(4):
            await driver.press("n")
            here = driver.pane._here
            assert here is not None
            assert driver.pane._is_seen(driver.pane._laid.row_of(here[0]))
            seen.append(here[1][1])
        assert seen == [4, 25, 59, 4]
        await driver.press("N")
        assert driver.pane._here[1] == ("body", 59)


async def test_reading_to_the_end_at_once_reads_it(
    reader: Callable[[], DubaoApp], drive: Any
) -> None:
    async with drive(reader(), WIDE) as driver:
        await driver.press("enter", "G")
        page, pages = driver.pane.progress.split("/")
        assert page == pages
        assert driver.has_read(driver.pane.article)
        await driver.press("g")
        assert driver.pane.place() == (0, 0)


async def test_a_text_of_500_kb_is_set_as_it_is_read(
    library: Library, marks: Marks, builder: type[Any], drive: Any
) -> None:
    long = ["沿江各村加固堤防，昼夜巡查。" * 12] * 1000
    builder("长篇报").on(2024, 3, 6).page("1").article("连载", *long).add_to(library)
    for size in (MIDDLE, WIDE):
        async with drive(DubaoApp(library, marks), size) as driver:
            await driver.press("enter")
            setting = driver.pane._laid.setting
            assert len(setting.at_least(0)) < 2500
            assert driver.pane.progress.endswith("%")
            await driver.press("space", "space")
            assert driver.pane.place() > (0, 0)
            await driver.press("G")
            assert driver.pane.place()[0] > 900
            await driver.press("g", "r", "q")


@pytest.mark.parametrize(("size", "columns"), [(NARROW, 1), (MIDDLE, 1), ((120, 40), 2), (WIDE, 3)])
async def test_the_article_has_the_screen_for_itself_while_one_reads_it(
    reader: Callable[[], DubaoApp], drive: Any, size: tuple[int, int], columns: int
) -> None:
    async with drive(reader(), size) as driver:
        await driver.press("z")
        assert driver.pane.size.width == size[0]
        assert len(driver.pane._laid.row(20)) == columns
        await driver.press("h")
        assert driver.pane.size.width < size[0]
        await driver.press("enter")
        assert driver.pane.size.width == size[0]
        await driver.press("q")
    async with drive(reader(), size) as driver:
        await driver.press("enter")
        assert driver.pane.size.width == size[0]
        await driver.press("slash")
        assert driver.pane.size.width < size[0]
        await driver.press("escape", "enter", "z")
        assert driver.pane.size.width < size[0] or size == NARROW


async def test_hits_in_captions_and_credits_are_reached_too(
    library: Library, marks: Marks, builder: type[Any], drive: Any
) -> None:
    paper = builder("临江报").on(2024, 3, 6).page("1")
    shot = {"captions": ("图为石匠收徒。",), "credit": "石匠之友/摄"}
    paper.article("老桥", *["沿江各村加固堤防。" * 9] * 30, **shot).add_to(library)
    async with drive(DubaoApp(library, marks), MIDDLE) as driver:
        await driver.press("slash", *"石匠", "enter", "enter", "n")
        assert driver.pane._here[1] == ("caption", 0)
        assert "图为石匠收徒。" in driver.text
        await driver.press("n")
        assert driver.pane._here[1] == "credit"
