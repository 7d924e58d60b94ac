"""The pictures of an article, by the keys."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest

from store.config import Config
from store.library.library import Library
from store.messages import Message
from store.models import Article, Picture
from store.press.read import read
from store.reader.marks import Marks
from store.subscriptions.pictures import Pictures
from tests.store.press.pdf.sheets import LAYOUTS
from tests.store.press.pdf.writer import pdf
from tui import language
from tui.app import DubaoApp
from tui.messages import translated
from tui.pictures.asking import Artist
from tui.pictures.drawing import Drawn, Wish
from tui.pictures.worker import TOO_LARGE, draw
from tui.screens.gallery import GalleryScreen, pictures_of, told_of

BRIDGE = Picture("https://qing.example/bridge.png", "老桥", "林晓 摄")
TOWER = Picture("https://qing.example/tower.png", "古塔")
TEXT = "望江县连日降雨，各乡镇加固堤防，值守人员昼夜巡查。"


@pytest.fixture(autouse=True)
def drawn_here(monkeypatch: pytest.MonkeyPatch) -> list[Wish]:
    """Have pictures drawn in this process, and give what was asked for."""
    asked: list[Wish] = []

    def drawn(_artist: Artist, wish: Wish) -> Drawn:
        asked.append(wish)
        return draw(wish)

    monkeypatch.setattr(Artist, "draw", drawn)
    monkeypatch.setenv("TEXTUAL_COLOR_SYSTEM", "truecolor")
    return asked


@pytest.fixture
def reader(library: Library, marks: Marks, builder: Any) -> Callable[..., DubaoApp]:
    """Give a maker of readers of an article with two pictures, of which the first is here."""
    pillow = pytest.importorskip("PIL.Image")
    paper = builder("清溪日报").on(2031, 4, 5).page("1")
    paper.article("老桥", TEXT, pictures=(BRIDGE, TOWER)).article("无图", TEXT).add_to(library)
    article = library.issue(library.rows()[0].id).articles[0]
    out = BytesIO()
    pillow.new("RGB", (160, 96), "red").save(out, "PNG")
    Pictures(library.files).keep({(article.source, BRIDGE.url): out.getvalue()})
    return lambda **settings: DubaoApp(library, marks, Config(**settings))


async def test_a_picture_is_shown_with_what_is_told_of_it(reader: Any, drive: Any) -> None:
    async with drive(reader(), (80, 24)) as driver:
        await driver.press("p")
        strips = driver.pilot.app.screen._compositor.render_strips()
        style = strips[0].crop(40, 41)._segments[0].style
        assert style.bgcolor.get_truecolor() == (255, 0, 0)
        assert "老桥" in driver.text
        assert "林晓 摄" in driver.text
        assert "picture 1 of 2" in driver.told
        assert BRIDGE.url not in driver.text


async def test_of_a_picture_that_is_not_here_is_told_where_it_is(reader: Any, drive: Any) -> None:
    async with drive(reader(), (80, 24)) as driver:
        await driver.press("p", "space")
        assert "古塔" in driver.text
        assert TOWER.url in driver.text
        assert "dubao subscribe --edit --pictures NAME" in " ".join(driver.text.split())
        assert "picture 2 of 2" in driver.told
        await driver.press("space")
        assert "picture 1 of 2" in driver.told
        await driver.press("h", "escape")
        assert driver.pilot.app.screen is driver.reading


async def test_a_picture_is_drawn_anew_for_another_size(
    reader: Any, drive: Any, drawn_here: list[Wish]
) -> None:
    async with drive(reader(picture_bytes=5000), (80, 24)) as driver:
        await driver.press("p")
        await driver.resize(40, 12)
        assert [wish.room.columns for wish in (drawn_here[0], drawn_here[-1])] == [80, 40]
        assert drawn_here[-1].room.rows < 12
        assert {wish.budget for wish in drawn_here} == {5000}


async def test_where_pictures_are_off_their_captions_are_told(
    reader: Any, drive: Any, drawn_here: list[Wish]
) -> None:
    async with drive(reader(pictures="off"), (80, 24)) as driver:
        await driver.press("p")
        assert "老桥" in driver.text
        assert "Pictures are not shown here" in driver.text
        assert not drawn_here


async def test_an_article_without_pictures_says_so(reader: Any, drive: Any) -> None:
    async with drive(reader(), (80, 24)) as driver:
        await driver.press("J", "p")
        assert "The article has no picture." in driver.told
        assert not isinstance(driver.pilot.app.screen, GalleryScreen)


async def test_a_picture_that_cannot_be_read_is_told_of(
    reader: Any, drive: Any, library: Library
) -> None:
    app = reader()
    (name,) = library.files.names("pictures")
    library.files.write(name, b"no picture")
    async with drive(app, (80, 24)) as driver:
        await driver.press("p")
        assert "This file is no picture that can be shown" in driver.text


async def test_a_picture_within_a_pdf_is_drawn_from_its_original(
    library: Library, marks: Marks, drive: Any, drawn_here: list[Wish]
) -> None:
    pytest.importorskip("PIL.Image")
    data = pdf([LAYOUTS["pictured"]().sheet])
    (result,) = read(data, "a.pdf")
    library.add(result.issue, data)
    async with drive(DubaoApp(library, marks), (80, 24)) as driver:
        await driver.press("p")
        assert drawn_here[-1].within.startswith("pdf:1/")
        assert drawn_here[-1].data == data
        assert "图为修好的老桥" in driver.text
        assert not draw(drawn_here[-1]).refusal


def test_captions_stand_for_pictures_of_which_nothing_is_known() -> None:
    bare = Picture("https://qing.example/1.png")
    assert pictures_of(Article(captions=("老桥",))) == (Picture(caption="老桥"),)
    assert pictures_of(Article(captions=("老桥",), pictures=(bare,)))[0].caption == "老桥"
    assert pictures_of(Article(captions=("一", "二"), pictures=(bare,))) == (bare,)


async def test_who_turns_on_quickly_has_what_is_shown_last_drawn(
    reader: Any, drive: Any, drawn_here: list[Wish]
) -> None:
    async with drive(reader(), (80, 24)) as driver:
        await driver.press("p")
        for _ in range(6):
            driver.pilot.app.screen.action_picture(1)
        await driver.settle()
        assert "picture 1 of 2" in driver.told
        assert "老桥" in driver.text
        assert TOWER.url not in driver.text


def test_what_is_told_of_a_picture_is_never_nothing() -> None:
    assert told_of(Picture(caption="老桥"), here=False) == [("老桥", "plain")]
    assert [text for text, _ in told_of(BRIDGE)] == ["老桥", "林晓 摄"]
    assert [text for text, _ in told_of(BRIDGE, here=False)][-1] == BRIDGE.url
    assert [text for text, _ in told_of(Picture("https://qing.example/1.png"))] == [
        "https://qing.example/1.png"
    ]


def test_every_refusal_is_said_in_the_readers_language() -> None:
    language.choose("zh")
    try:
        said = translated(Message(TOO_LARGE, {"width": 9, "height": 8}))
    finally:
        language.choose("en")
    assert said == "图片太大，无法显示：9×8 像素。"
