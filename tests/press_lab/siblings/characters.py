"""Siblings of the cases that are a matter of characters, dates and encodings, and the controls."""

import random
from datetime import date

from store.press.dump.lines.kinds import BYLINE, FURNITURE, HEAD
from tests.press_lab.desk import Desk, Row
from tests.press_lab.setting import set_story
from tests.press_lab.siblings.case_form import Case, CaseTruth, case
from tests.press_lab.siblings.kit import (
    STORIES,
    Recipe,
    masthead,
    new_desk,
    page_line,
    plain_story,
    stories,
)
from tests.press_lab.story import Story
from tests.press_lab.words import hanzi, year_in_characters

_RADICALS = dict(
    zip(
        "门民车长见贝页马鸟鱼风龙齿麦黄黑鼻竹西角辛酉里金食音首香骨高鬼",
        "⻔⺠⻋⻓⻅⻉⻚⻢⻦⻥⻛⻰⻮⻨⻩⿊⿐⽵⻄⻆⾟⾣⾥⾦⻝⾳⾸⾹⻣⾼⻤",
        strict=True,
    )
)
_PRIVATE = {"㧐": "\ue82a", "㧟": "\ue828", "㳠": "\ue82f", "䁖": "\ue834", "䶮": "\ue863"}
_ROC = ("中華民國{}年{}月{}日", "民國{}年{}月{}日")


def plain_desk(rng: random.Random, **forms: list[str]) -> Desk:
    """Return a desk of a plain paper: a masthead, 本报讯（记者 …）."""
    return new_desk(
        rng,
        {"lead": ["本报讯（记者 {who}）", "本报讯 （记者 {who}） "], **forms},
        blank=("all", "stories"),
        indent=("",),
        half=0.1,
    )


def under_head(desk: Desk, line: str) -> None:
    """Set a byline under the first headline."""
    at = next(at for at, row in enumerate(desk.rows) if row.kind == HEAD) + 1
    desk.rows.insert(at, Row(BYLINE, line))


def date_forms(rng: random.Random) -> Case:
    desk = plain_desk(rng)
    form = rng.choice(
        (
            "{y} 年 {m} 月 {d} 日(星期{w})",
            "{y} 年{m} 月{d} 日 星期{w}",
            "{y}年 {m}月 {d}日",
            "二 ○ {yc} 年 {mc} 月 {dc} 日",
        )
    )
    day = desk.facts.day = date(rng.randint(2031, 2039), rng.randint(1, 12), rng.randint(1, 28))
    words = {
        "y": day.year,
        "m": day.month,
        "d": day.day,
        "w": "一二三四五六日"[day.weekday()],
        "yc": " ".join(year_in_characters(day.year, "○")[2:]),
        "mc": hanzi(day.month),
        "dc": hanzi(day.day),
    }
    page = rng.randint(2, 40)
    text = " ".join(STORIES.draw(rng, 1, "zh-Hant")[0].paragraphs)
    who, other = desk.facts.person(), desk.facts.person()
    printed = form.format(**words)
    line = f"A{page} 兩岸新聞 責任編輯:{who} 版面設計:{other} {printed} {desk.facts.paper}訊 {text}"
    if rng.random() < 0.4:
        headline = STORIES.draw(rng, 1, "zh-Hant")[0].headline
        line = f"A{page} 要聞 {printed}\n\n{headline}\n\n{text}"
    truth: CaseTruth = {
        "about": "a date set with blanks, and the page before it",
        "date": day.isoformat(),
        "pages": [f"A{page}"],
    }
    return Case(f"{line}\n".encode(), truth)


def spaced_characters(rng: random.Random) -> Case:
    desk = plain_desk(rng)
    desk.facts.spaced = False
    masthead(desk)
    titles = (
        "关于防汛工作的通知",
        "全县春耕现场会召开",
        "图书馆夜间开放公告",
        "城区道路施工通告",
        "石门村里办新学",
        "今年春茶开园早",
    )
    title = rng.choice(titles)
    story = STORIES.draw(rng, 1, subjects=("news",))[0]
    set_story(desk, plain_story(story, 3, title), "")
    blank = rng.choice((" ", " ", "\u3000", "  "))
    at = next(i for i, row in enumerate(desk.rows) if row.text == title)
    desk.rows[at] = desk.rows[at]._replace(text=blank.join(title))
    found = case(desk, "blanks between the characters of a headline")
    found.truth["finds"] = [title[2:6]]
    return found


def vertical_forms(rng: random.Random) -> Case:
    desk = new_desk(
        rng,
        {"lead": ["【本報訊】（記者 {who}）", "〔本報訊〕（記者 {who}）", "【本報訊】"]},
        binding="vertical",
        blank=("all",),
        indent=("",),
        half=0,
    )
    masthead(desk, ("{paper}||{roc} 星期{week}", "{paper}||{date} 星期{week}", "{paper}|{rocn}"))
    drawn = stories(desk, 2, script="zh-Hant")
    found = case(
        desk, "text of vertical pages has the presentation forms of its marks", without=("absent",)
    )
    for article in found.truth["articles"]:
        article.pop("byline", None)
    found.truth["finds"] = [drawn[0].headline[:5]]
    return found


def radicals(rng: random.Random) -> Case:
    desk = plain_desk(rng)
    masthead(desk)
    stories(desk, 2)
    found = case(desk, "radicals in the place of characters", without=("absent", "paper"))
    text = found.data.decode()
    head, _, body = text.partition(desk.articles[0]["paragraphs"][0][:6])
    table = str.maketrans(_RADICALS)
    changed = head + desk.articles[0]["paragraphs"][0][:6] + body.translate(table)
    for article in found.truth["articles"]:
        article.pop("byline", None)
    wanted = [
        word
        for word in ("居民", "开门", "车站", "村民", "大门", "县长", "市民", "页", "天")
        if word in body
    ]
    found.truth["finds"] = wanted[:2]
    return Case(changed.encode(), found.truth)


def mixed_encodings(rng: random.Random) -> Case:
    desk = plain_desk(rng)
    masthead(desk)
    stories(desk, rng.randint(1, 2))
    found = case(desk, "one line in another encoding than the rest")
    who = desk.facts.person()
    line = rng.choice(
        (
            "责任编辑 {} 版式设计 {} 校对 {}",
            "新闻热线 8800123 本版编辑 {} {}",
            "本版责编：{}　制图：{}",
            "（转载请写明来处）编辑 {} 审读 {}",
        )
    ).replace("{}", who)
    broken = line.encode("gb18030") + b"\n"
    at_end = rng.random() < 0.5
    other = found.data.decode()
    data = (
        found.data + b"\n" + broken
        if at_end
        else other.split("\n")[0].encode()
        + b"\n"
        + broken
        + "\n".join(other.split("\n")[1:]).encode()
    )
    truth = found.truth
    truth.pop("absent", None)
    truth["either"] = [{"warning": True}, {"furniture": [line[:6]]}]
    return Case(data, truth)


def mojibake(rng: random.Random) -> Case:
    desk = plain_desk(rng)
    masthead(desk)
    stories(desk, rng.randint(1, 2))
    found = case(desk, "a text decoded wrongly and saved so")
    wrong = rng.choice(("gbk", "latin-1", "cp1252", "gb18030"))
    data = found.data.decode().encode().decode(wrong, "replace").encode()
    headline = desk.articles[0]["headline"]
    undone: CaseTruth = {"articles": [{"headline": a["headline"]} for a in desk.articles]}
    truth: CaseTruth = {"about": found.truth["about"], "either": [{"warning": True}, undone]}
    assert headline
    return Case(data, truth)


def name_in_brackets(rng: random.Random) -> Case:
    desk = plain_desk(rng)
    desk.style.forms = {}
    masthead(desk)
    surname = rng.choice(("柳", "韦", "程", "白", "何"))
    parts = rng.choice(
        ("（王争）", "（火韦）", "(金奇)", "（日华）", "（先先）", "（王 民）", "（草字头加力）")
    )
    other = desk.facts.person()
    odd = surname + parts
    form = rng.choice(("本报记者 {o} {n}", "本报记者 {n} {o}", "记者 {n}", "□ 记者 {o} 通讯员 {n}"))
    story = STORIES.draw(rng, 1, subjects=("news",))[0]
    set_story(desk, plain_story(story, 3), "")
    under_head(desk, form.format(o=other, n=odd))
    found = case(desk, "a name with a character that the paper lacks")
    names = [other, odd] if "{o}" in form else [odd]
    found.truth["articles"][0]["byline"] = names
    return found


def private_use(rng: random.Random) -> Case:
    desk = plain_desk(rng)
    masthead(desk)
    odd = rng.choice(tuple(_PRIVATE))
    story = STORIES.draw(rng, 1, subjects=("news",))[0]
    name = f"老人杭{odd}年"
    texts = (f"住在渠边的{name}说，他头一回看见这么清的水。", *plain_story(story, 2).paragraphs)
    set_story(desk, Story(story.headline, texts), "")
    found = case(desk, "private use characters of old tables")
    data = found.data.decode().replace(odd, _PRIVATE[odd]).encode()
    found.truth["articles"][0].pop("holds", None)
    found.truth["finds"] = [f"杭{odd}年"]
    return Case(data, found.truth)


def side_by_side(rng: random.Random) -> Case:
    desk = new_desk(
        rng,
        {"lead": ["本报讯（记者 {who}）"]},
        binding="side_by_side",
        blank=("none",),
        indent=("    ", "\u3000\u3000"),
        wrap=rng.choice((16, 18, 20)),
        half=0,
    )
    masthead(desk)
    drawn = STORIES.draw(rng, 2, subjects=("news",))
    for story in drawn:
        set_story(desk, plain_story(story, 3, story.headline.split(" ")[0][:14]), "")
    apart = case(desk, "columns beside each other")
    told: CaseTruth = {"doubtful": True}
    heads: CaseTruth = {"articles": [{"headline": a["headline"]} for a in desk.articles]}
    truth: CaseTruth = {"about": apart.truth["about"], "either": [told, heads]}
    return Case(apart.data, truth)


def year_in_chars(rng: random.Random) -> Case:
    desk = new_desk(
        rng,
        {"lead": ["【本報訊】", "【本報訊】（記者 {who}）"]},
        blank=("all",),
        indent=("",),
        half=0,
    )
    day = desk.facts.day = date(rng.randint(2031, 2039), rng.randint(1, 12), rng.randint(1, 28))
    zero = rng.choice("〇○零0")
    roc = rng.choice(
        (
            year_in_characters(day.year - 1911, zero),
            f"一百{'零' if day.year - 1911 < 110 else ''}{hanzi(day.year - 1911 - 100)}",
        )
    )
    line = rng.choice(_ROC).format(roc, hanzi(day.month), hanzi(day.day))
    script = "zh-Hant"
    if rng.random() < 0.4:
        line = f"{year_in_characters(day.year, zero)}年{hanzi(day.month)}月{hanzi(day.day)}日"
    desk.facts.printed.add("date")
    for text in (desk.facts.fill("{paper}"), f"{line} 星期{'一二三四五六日'[day.weekday()]}"):
        desk.put(FURNITURE, text)
    stories(desk, 1, script=script)
    found = case(desk, "the year of the masthead in characters")
    found.truth["articles"][0].pop("byline")
    return found


def byline_vanishes(rng: random.Random) -> Case:
    desk = plain_desk(rng)
    masthead(desk)
    page_line(desk)
    one, two = desk.facts.person(), desk.facts.person()
    form = rng.choice(
        (
            "本报记者 {} {}",
            "本报记者 {}、{}",
            "记者 {} 通讯员 {}",
            "□记者 {} {}",
            "本报记者 {}　实习生 {}",
        )
    )
    line = form.format(one, two)
    text = rng.choice(
        (
            "老船厂改造昨日启动，设计师{}说，吊车与船坞都会留下。{}撰写的厂史同日首发。",
            "昨天，{}和{}带着学生测了一遍古桥，测量数据刻在桥头的木牌上。",
            "镇上的图书馆重新开门，{}捐书三百册，{}登记造册。",
        )
    ).format(one, two)
    desk.style.forms = {}
    set_story(
        desk, Story(rng.choice(("老船厂改造启动", "一座桥量了又量", "旧书找到新读者")), (text,)), ""
    )
    under_head(desk, line)
    desk.articles[0]["byline_names"] = [one, two]
    found = case(desk, "a byline whose names stand in the text as other people's")
    found.truth["shows"] = [line]
    return found


def zero_in_years(rng: random.Random) -> Case:
    desk = plain_desk(rng)
    masthead(desk)
    year = rng.choice((2030, 2032, 2035, 2040, 2101, 2050))
    printed = rng.choice("零〇○")
    text = f"这项工程将于{year_in_characters(year, printed)}年完工，届时两岸的人都可以走路过河。"
    set_story(desk, Story("河边步道分三期修", (text, "第一期从码头修到水厂，已经开工。")), "")
    found = case(desk, "〇, ○ and 零 in a year are one")
    found.truth["finds"] = [f"{year_in_characters(year, zero)}年" for zero in "零〇"]
    return found


CHARACTERS: dict[str, Recipe] = {
    "18-date-forms": date_forms, "32-spaced-characters": spaced_characters,
    "33-vertical-forms": vertical_forms, "34-radicals": radicals,
    "35-mixed-encodings": mixed_encodings, "36-mojibake": mojibake,
    "37-name-in-brackets": name_in_brackets, "38-private-use": private_use,
    "39-columns-side-by-side": side_by_side, "40-year-in-characters": year_in_chars,
    "41-byline-vanishes": byline_vanishes, "42-zero-in-years": zero_in_years,
}  # fmt: skip
