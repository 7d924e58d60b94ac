"""Siblings of the controls: what is read right and must stay so."""

import random

from tests.press_lab.setting import set_story
from tests.press_lab.siblings.case_form import Case, case
from tests.press_lab.siblings.characters import plain_desk
from tests.press_lab.siblings.kit import (
    STORIES,
    Recipe,
    masthead,
    page_line,
    plain_story,
)
from tests.press_lab.story import Story


def control_headline(rng: random.Random) -> Case:
    """Set headlines that hold what elsewhere is a sign: 电, a name, a date, 来源, a page."""
    desk = plain_desk(rng)
    masthead(desk)
    page_line(desk)
    odd = rng.sample(
        (
            "石笋镇山顶用上了风电",
            "雁回镇昨夜恢复供电",
            "鲍知夏",
            "5月25日起北门桥封闭检修",
            "2031年中小学6月28日放假",
            "污水的来源查清了",
            "一本县志的第四十一页",
            "老作者的新书",
            "摄影家镜头里的渡口",
            "县里的第12版地图",
            "责任编辑这一行",
            "3号线下月试运行",
            "记者节里话记者",
            "图书馆的一张图",
        ),
        2,
    )
    for headline in odd:
        story = STORIES.draw(rng, 1, subjects=("news",))[0]
        set_story(desk, plain_story(story, 3, headline), "")
    return case(desk, "control: headlines that hold what elsewhere is a sign")


def control_crossheads(rng: random.Random) -> Case:
    """Set true crossheads; under one stands 据新华社…电."""
    desk = plain_desk(rng)
    masthead(desk)
    page_line(desk)
    story = next(s for s in STORIES.draw(rng, 40, subjects=("news",)) if s.crossheads)
    texts = list(story.paragraphs)
    at = story.crossheads[1] + 1
    texts[at] = (
        desk.facts.fill(
            rng.choice(("据新华社{place}{md}电，", "据{place}{md}电 ", "新华社{place}{md}电说，"))
        )
        + texts[at]
    )
    desk.style.rates["crosshead"] = 1.0
    set_story(desk, Story(story.headline, tuple(texts), story.crossheads), "")
    return case(desk, "control: true crossheads, an agency's words under one")


CONTROLS: dict[str, Recipe] = {
    "control-headline": control_headline,
    "control-crossheads": control_crossheads,
}
