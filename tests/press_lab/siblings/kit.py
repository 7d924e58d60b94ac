"""What recipes for siblings have in common: a plain maker, and how it sets."""

import random
from collections.abc import Callable, Iterable, Sequence

from store.press.dump.lines.kinds import FURNITURE
from tests.press_lab.desk import Desk
from tests.press_lab.habits.tables import Form
from tests.press_lab.setting import set_story
from tests.press_lab.siblings.case_form import Case
from tests.press_lab.stories import Library, invented
from tests.press_lab.story import Story
from tests.press_lab.style import Style

IDS = "\u3000"
STORIES = Library(story for story in invented() if story.headline or story.subject == "photo")
Recipe = Callable[[random.Random], Case]
COMMON = ("日报", "晚报", "时报", "晨报", "商报", "早报", "新报", "周报", "导报", "快报", "都市报")
BARE = ("{who}", "{who} {who}", "{who}　{who}", "{who}、{who}")
DATES = ("{date}", "{date} 星期{week}", "{date0}", "{iso}", "{dotted}", "{spacedday}")


def texts(forms: Iterable[Form], *holding: str, without: str = "\0") -> list[str]:
    """Return the templates that hold one of `holding`."""
    return [
        form.text
        for form in forms
        if any(each in form.text for each in holding or ("",)) and without not in form.text
    ]


def new_desk(
    rng: random.Random,
    forms: dict[str, list[str]],
    rates: dict[str, float] | None = None,
    *,
    binding: str = "plain",
    blank: Sequence[str] = ("all", "none", "stories", "heads"),
    indent: Sequence[str] = ("", IDS * 2),
    wrap: int = 0,
    half: float = 0.2,
) -> Desk:
    """Return a desk whose maker sets with one of each of `forms`."""
    chosen = {slot: [rng.choice(found)] for slot, found in forms.items() if found}
    style = Style(
        "district", chosen, rates or {}, binding, rng.choice(blank), rng.choice(indent), wrap,
        rng.random() < half,
    )  # fmt: skip
    desk = Desk(rng, style)
    if rng.random() < 0.8:
        desk.facts.paper = desk.facts.town + rng.choice(COMMON)
    return desk


def masthead(
    desk: Desk,
    forms: Sequence[str] = (
        "{paper} {date}",
        "{paper}|{date} 星期{week}",
        "{paper} {date} 星期{week}",
    ),
) -> None:
    """Set a plain masthead."""
    for line in desk.rng.choice(forms).split("|"):
        desk.put(FURNITURE, desk.facts.fill(line)) if line else desk.void()


def page_line(
    desk: Desk,
    forms: Sequence[str] = (
        "第{page:02}版：{section}",
        "第{page}版 {section}",
        "{page:02}版 {section}",
    ),
) -> None:
    """Set a plain line of the page."""
    desk.facts.page = desk.rng.randint(1, 16)
    desk.gap()
    desk.put(FURNITURE, desk.facts.fill(desk.rng.choice(forms)))
    desk.page = str(desk.facts.page)


def stories(desk: Desk, count: int, *subjects: str, script: str = "zh-Hans") -> list[Story]:
    """Set `count` stories of our own."""
    drawn = STORIES.draw(desk.rng, count, script, subjects or ("news",))
    for story in drawn:
        set_story(desk, plain_story(story), "")
    return drawn


def plain_story(story: Story, most: int = 6, headline: str = "") -> Story:
    """Return at most `most` paragraphs of `story`, without kicker, subhead and crossheads."""
    texts = [text for at, text in enumerate(story.paragraphs) if at not in story.crossheads]
    return Story(headline or story.headline, tuple(texts[:most]), subject=story.subject)
