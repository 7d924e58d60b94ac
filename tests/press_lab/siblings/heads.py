"""Siblings of the cases about heads, bylines and where stories end."""

import random

from tests.press_lab.habits import around, page_lines, people
from tests.press_lab.setting import set_story
from tests.press_lab.siblings.case_form import Case, case
from tests.press_lab.siblings.kit import (
    BARE,
    STORIES,
    Recipe,
    masthead,
    new_desk,
    page_line,
    plain_story,
    stories,
    texts,
)
from tests.press_lab.stories import invented
from tests.press_lab.story import Story
from tests.press_lab.words import TOWNS


def source_line(rng: random.Random) -> Case:
    forms = {"source": texts(around.SOURCES, "来源", "稿源", "出处", without="{time}")}
    if rng.random() < 0.5:
        forms["byline"] = [
            "本报记者 {names}",
            "□{paper}记者 {names}",
            "新华社记者{names}",
            "记者 {who}　通讯员 {who}",
        ]
    desk = new_desk(rng, forms, blank=("all", "heads", "stories", "none"))
    if rng.random() < 0.6:
        page_line(desk)
    stories(desk, rng.randint(1, 3))
    return case(desk, "a line of date and source between headline and story")


def source_time(rng: random.Random) -> Case:
    desk = new_desk(rng, {"source": texts(around.SOURCES, "{time}")})
    if rng.random() < 0.3:
        masthead(desk)
    stories(desk, rng.randint(1, 3))
    return case(desk, "date, time and source under the headline")


def crosshead_splits(rng: random.Random) -> Case:
    desk = new_desk(
        rng,
        {"byline": ["本报记者 {names}", "□ 本报记者 {who}", "文/{who}"]},
        {"crosshead": 1.0, "crosshead_gap": rng.choice((0.0, 1.0))},
    )
    masthead(desk)
    page_line(desk)
    features = [story for story in invented() if story.crossheads]
    for story in rng.sample(features, 1) + STORIES.draw(rng, rng.randint(0, 1), subjects=("news",)):
        set_story(desk, Story(story.headline, story.paragraphs, story.crossheads), "")
    return case(desk, "crossheads, alike in make, are no headlines")


def headline_glued(rng: random.Random) -> Case:
    tails = [
        "　　本报{place}{md}电",
        "　　　　新华社{place}{md}电",
        "　　本报{place}{d}电",
        "  （本报{place}{md}电）",
        "　　{paper}{place}{md}电",
    ]
    desk = new_desk(
        rng,
        {"tail": tails, "byline": ["本报记者 {names}", "新华社记者{names}"]},
        blank=("all", "heads", "stories"),
    )
    masthead(desk)
    page_line(desk)
    stories(desk, rng.randint(2, 3))
    return case(desk, "a story ends in 本报X N月N日电; the next headline is not its own")


def bare_name(rng: random.Random) -> Case:
    desk = new_desk(rng, {"byline": list(BARE)}, blank=("all", "stories", "none"))
    masthead(desk)
    if rng.random() < 0.6:
        page_line(desk)
    stories(desk, rng.randint(2, 3), "comment", "essay")
    return case(desk, "nothing but names under a headline")


def credit_under(rng: random.Random) -> Case:
    desk = new_desk(rng, {"byline": texts(people.BYLINES, "图", "摄", without="图片")})
    masthead(desk)
    page_line(desk)
    stories(desk, rng.randint(2, 3))
    return case(desk, "文/X 图/Y, X 摄 under a headline", without=("kind",))


def bare_author(rng: random.Random) -> Case:
    forms = {"byline": list(BARE), "under_head": texts(page_lines.UNDER_HEAD, "《", "（", "【")}
    desk = new_desk(rng, forms, blank=("body", "none", "stories"), wrap=rng.choice((0, 24, 28, 32)))
    desk.facts.page = rng.randint(1, 20)
    stories(desk, rng.randint(2, 3), "essay", "comment")
    return case(desk, "an author alone, and 《paper》（date page） under it")


def bylines(rng: random.Random) -> Case:
    desk = new_desk(rng, {}, blank=("all", "stories", "none"))
    page_line(desk)
    leads = [
        "本报讯 ({who}) ",
        "本报讯({who} {who}) ",
        "【{names}╱{place}報導】",
        "〔{who}／{place}報導〕",
        "【本報訊】（記者 {who}）",
        "本报讯 通讯员{who}报道 ",
        "（{who}）",
    ]
    tails = [" {who} {who}", "{who}　{who}", " {who}", "（{who} {who}）", "　{who}"]
    for at in range(3):
        desk.style.forms = (
            {"lead": [rng.choice(leads)]} if at < 2 else {"tail": [rng.choice(tails)]}
        )
        script = "zh-Hant" if any(c in str(desk.style.forms) for c in "報訊") else "zh-Hans"
        stories(desk, 1, script=script)
    return case(desk, "names in forms that are rarely met")


def photo_briefs(rng: random.Random) -> Case:
    desk = new_desk(
        rng,
        {"credit": texts(people.CREDITS, "摄", without="影像")},
        blank=("none", "stories", "all"),
        indent=("",),
    )
    briefs = [story for story in invented() if story.subject == "photo"]
    for story in rng.sample(briefs, 3):
        set_story(desk, Story("", story.paragraphs[:1], subject="photo"), "")
    return case(desk, "photo stories without headlines, closed by credits")


def two_lines(rng: random.Random) -> Case:
    pairs = (
        ("把隐患查在雨前看得见", "把责任落到河段找得着"),
        ("走一趟山路问一问冷暖", "修一座小桥暖一方人心"),
        ("以河为镜护一城清水", "以树为邻守一路浓荫"),
        ("让老手艺走进新课堂", "让新学徒记住老师傅"),
        ("全县春耕备耕全面铺开", "各镇农机下田不误农时"),
        ("稳住粮食生产这个大头", "管好农民增收这件大事"),
        ("推动旧厂房变成新车间", "帮助老工人学会新本领"),
        ("高标准修渠引水上山", "下苦功种树固土保田"),
    )  # fmt: skip
    desk = new_desk(
        rng,
        {"lead": texts(people.LEADS, "讯（", "电（", without="新闻网")},
        {"two_line": 1.0},
        blank=("all", "stories", "none"),
    )
    masthead(desk)
    page_line(desk)
    for pair in rng.sample(pairs, 2):
        story = STORIES.draw(rng, 1, subjects=("news",))[0]
        set_story(desk, plain_story(story, 3, " ".join(pair)), "")
    return case(desk, "a headline of two like lines")


def wrapped_headline(rng: random.Random) -> Case:
    story = STORIES.draw(rng, 1, subjects=("news",))[0]
    headline = (
        rng.choice(("柳溪小码头", "石坪早市", "鼓楼夜校", "北岭果园"))
        + "："
        + rng.choice(
            (
                "替山货寻一条走水路的新办法",
                "一杆老秤称出几代人的公道来",
                "把远来的客人留在自家的屋檐下",
            )
        )
    )
    forms = {
        "byline": ["本报记者 {who}", "{who}"],
        "under_head": texts(page_lines.UNDER_HEAD, "《"),
    }
    rest = {"rest_line": 1.0}
    wrap = rng.randint(25, 32)
    desk = new_desk(rng, forms, rest, blank=("none", "body"), wrap=wrap, half=0)
    desk.facts.page = rng.randint(1, 20)
    set_story(desk, plain_story(story, 4, headline), "")
    stories(desk, 1, "essay")
    return case(desk, "a headline parted by the dump's width")


def after_names(rng: random.Random) -> Case:
    desk = new_desk(
        rng,
        {"tail": ["{who} {who}", " {who} {who}", "　{who}　{who}", "　{who}"]},
        blank=("none", "stories"),
        half=0.5,
    )
    stories(desk, rng.randint(2, 4))
    return case(desk, "names after the last stop end a story")


def lead_after_crosshead(rng: random.Random) -> Case:
    desk = new_desk(
        rng,
        {"lead": ["本报讯（记者 {names}）", "本报讯 （通讯员 {who}）", "本报讯(记者 {who})"]},
        blank=("all", "none", "stories"),
    )
    masthead(
        desk,
        (
            "今日{town}|{date} 第{issue}期|中共{town}区委员会、{town}区人民政府主办",
            "{paper}|{date} 星期{week}",
        ),
    )
    desk.facts.printed.discard("paper")
    verb = rng.choice(
        ("试办{}惠及{}户居民", "翻修{}方便{}名学生", "新添{}服务{}位老人", "清理{}腾出{}个车位")
    )
    things = rng.sample(("灯箱", "石阶", "炉灶", "讲堂", "水井", "桌椅", "药柜", "管道"), 4)
    for number, thing in enumerate(things):
        story = STORIES.draw(rng, 1, subjects=("news",))[0]
        headline = rng.choice(TOWNS) + verb.format(thing, 310 + number)
        set_story(desk, plain_story(story, 2, headline), "")
    return case(desk, "headlines all alike in make, a lead under each", without=("paper",))


HEADS: dict[str, Recipe] = {
    "01-source-line": source_line,
    "02-source-time": source_time,
    "03-crosshead-splits": crosshead_splits,
    "04-headline-glued": headline_glued,
    "05-bare-name-byline": bare_name,
    "06-credit-under-headline": credit_under,
    "07-bare-author": bare_author,
    "13-two-line-headline": two_lines,
    "14-wrapped-headline": wrapped_headline,
    "16-bylines": bylines,
    "17-photo-briefs": photo_briefs,
    "24-swallowed-after-names": after_names,
    "26-lead-after-crosshead": lead_after_crosshead,
}
