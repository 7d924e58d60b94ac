"""Pictures of a PDF: found by their captions, and told by their place on the page."""

from store.models import Picture
from store.press.dump.lines.kinds import CAPTION
from store.press.dump.lines.look import Look, SetLine
from store.press.pdf.pages import PageText
from store.press.pdf.pictures import pictures_of
from store.press.pdf.shapes import Box
from tests.store.press.pdf.sheets import LAYOUTS
from tests.store.press.pdf.test_read import issue_of

CAPTIONED = SetLine("图为老桥", Look(role=CAPTION))
TEXT = SetLine("桥修好了。", Look())
PICTURE = Box(100, 50, 400, 250)


def page(*lines: tuple[SetLine, Box], pictures: tuple[Box, ...] = (PICTURE,)) -> PageText:
    told = [line for line, _ in lines]
    return PageText(told, [[box] for _, box in lines], 1000, 500, 0, pictures)


def test_a_picture_is_told_by_its_place_and_its_caption() -> None:
    (article,) = issue_of(LAYOUTS["pictured"]().sheet).articles
    (picture,) = article.pictures
    assert picture.caption == article.captions[0]
    assert picture.url.startswith("pdf:1/")


def test_the_place_is_in_thousandths_of_the_page() -> None:
    pages = [
        page(pictures=()),
        page((TEXT, Box(0, 0, 90, 9)), (CAPTIONED, Box(120, 255, 300, 265))),
    ]
    assert pictures_of(pages) == {2: Picture("pdf:2/100-100-400-500", "图为老桥")}


def test_a_caption_has_the_picture_over_it_and_none_far_away() -> None:
    near, far = Box(100, 200, 400, 250), Box(100, 0, 400, 180)
    line = Box(120, 255, 300, 265)
    assert (
        pictures_of([page((CAPTIONED, line), pictures=(far, near))])[1].url
        == "pdf:1/100-400-400-500"
    )
    assert not pictures_of([page((CAPTIONED, Box(120, 400, 300, 410)))])
    assert not pictures_of([page((CAPTIONED, Box(500, 255, 600, 265)))])
    assert not pictures_of([page((TEXT, line))])


def test_a_place_never_leaves_its_page() -> None:
    wild = Box(-50, -50, 2000, 250)
    assert pictures_of([page((CAPTIONED, Box(120, 255, 300, 265)), pictures=(wild,))])[1].url == (
        "pdf:1/0-0-1000-500"
    )
