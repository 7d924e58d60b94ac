"""Siblings of the cases about pages, sheets, sites, contents and dates."""

import random

from store.press.dump.lines.kinds import FURNITURE, INDEX
from tests.press_lab.habits import around, page_lines
from tests.press_lab.setting import set_story
from tests.press_lab.siblings.case_form import Case, case
from tests.press_lab.siblings.kit import (
    BARE,
    IDS,
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


def pdf_pages(rng: random.Random) -> Case:
    forms = {"byline": list(BARE), "under_head": texts(page_lines.UNDER_HEAD, "《")}
    desk = new_desk(
        rng, forms, binding="sheets", blank=("body", "none"), wrap=rng.choice((24, 28, 34))
    )
    desk.facts.page = rng.randint(1, 20)
    stories(desk, rng.randint(3, 4), "essay", "comment", "news")
    return case(desk, "a PDF's sheets are no pages of the paper")


def page_before_headline(rng: random.Random) -> Case:
    forms = {
        "in_headline": texts(page_lines.IN_HEADLINE),
        "source": ["{date0} 星期{week}", "{date}", "{iso}", "[{iso}]"],
    }
    if rng.random() < 0.5:
        forms["tail"] = ["（本报记者 {names}）", "（记者 {names}）", "（{who}）"]
    desk = new_desk(rng, forms, {"tail_line": 1.0}, blank=("heads", "all", "stories"))
    for _ in range(rng.randint(2, 3)):
        desk.facts.page += rng.randint(0, 2)
        desk.facts.section = rng.choice(("头版", "要闻", "综合新闻", "教科文新闻", "经济"))
        letter = "A" if "A{" in desk.style.forms["in_headline"][0] else ""
        desk.page = f"{letter}{desk.facts.page}"
        stories(desk, 1)
    return case(desk, "page, name and headline in one line", without=("pages",))


def page_at_end(rng: random.Random) -> Case:
    desk = new_desk(rng, {"closing": texts(page_lines.CLOSING)})
    for _ in range(rng.randint(2, 3)):
        desk.facts.page = rng.randint(1, 16)
        stories(desk, 1)
    return case(desk, "the line of paper, date and page closes its story")


def site_furniture(rng: random.Random) -> Case:
    desk = new_desk(
        rng,
        {
            "byline": ["N{town}记者 {names}", "本报记者 {names}", "□{town}报记者 {who}"],
            "lead": ["{town}讯 ", "本报讯 "],
        },
        blank=("all",),
    )
    page_line(
        desk, ("第A{page:02}版:{section}", "第{page:02}版:{section}", "A{page:02}版 {section}")
    )
    form = desk.furniture[-1]
    desk.page = ("A" if "A" in form else "") + str(desk.facts.page)
    drawn = STORIES.draw(rng, 4, subjects=("news",))
    for line in rng.sample(texts(around.SITE_ABOVE, "上一", "导航", "搜索"), 2):
        desk.put(FURNITURE, desk.facts.fill(line))
    for story in rng.sample(drawn, 4):
        desk.put(FURNITURE, rng.choice(("", "", "· ")) + story.headline)
    desk.put(
        FURNITURE,
        desk.facts.fill(
            rng.choice(
                (
                    "3上一篇  下一篇4 {date} 放大 缩小 默认",
                    "{date} 上一篇 下一篇",
                    "字号 大 中 小　{date}",
                )
            )
        ),
    )
    set_story(desk, plain_story(drawn[0]), "")
    desk.put(
        FURNITURE, rng.choice(("3上一篇  下一篇4", "上一篇 下一篇", "返回顶部", "全文复制 反馈"))
    )
    return case(desk, "a site's lists and buttons around one story", without=("absent",))


def portal(rng: random.Random) -> Case:
    desk = new_desk(
        rng,
        {"tail": [" 记者 {who} 摄", "（记者 {who} 摄）", " 本报记者 {who} 文/图"]},
        blank=("all",),
    )
    story = STORIES.draw(rng, 1, subjects=("news",))[0]
    desk.put(
        FURNITURE,
        rng.choice(
            (
                "首页 > 新闻社会 > 正文",
                "首页 >> 民生 >> 正文",
                "当前位置：首页 > 本地 > 详情",
                "您现在的位置: 首页 / 图片新闻",
            )
        ),
    )
    labels = [
        "来源:{paper}",
        "作者:",
        "{iso}",
        "{nnnn}-{hex}.jpg",
        "浏览:{n}",
        "发布：{iso} {time}",
    ]
    set_story(desk, plain_story(story, 1), "")
    rows = desk.rows
    at = next(i for i, row in enumerate(rows) if row.kind == "head") + 1
    desk.rows = []
    for form in rng.sample(labels[:4], rng.randint(2, 4)):
        desk.put(FURNITURE, desk.facts.fill(form))
    desk.rows = rows[:at] + desk.rows + rows[at:]
    for form in rng.sample(
        (
            "[责任编辑:{who}]",
            "责任编辑：{who}",
            "{town}新闻网版权所有,转载请写明来处",
            "编辑：{who} 审核：{who}",
            "网友评论",
        ),
        2,
    ):
        desk.put(FURNITURE, desk.facts.fill(form))
    return case(desk, "a portal's page around one story", without=("paper",))


def index_reference(rng: random.Random) -> Case:
    desk = new_desk(rng, {"lead": ["本报讯（记者 {names}）"]}, blank=("all", "stories"))
    masthead(desk)
    page_line(desk)
    stories(desk, rng.randint(1, 2))
    form = rng.choice(
        (
            "{t}|（A{n:02}）",
            "{t}|（{n}版）",
            "{t}|(第{n}版)",
            "{t}|【A{n:02}】",
            "{t}|（见{n}版）",
            "{t}|▶{n}版",
            "{t}|［{n:02}版］",
        )
    )
    for story in STORIES.draw(rng, rng.randint(2, 3), subjects=("essay", "comment")):
        number = rng.randint(2, 16)
        desk.gap()
        for line in form.split("|"):
            desk.put(INDEX, line.format(t=story.headline, n=number))
        desk.index.append(
            {"title": story.headline, "page": f"{'A' if 'A{' in form else ''}{number}"}
        )
    return case(desk, "headlines with a page in brackets and no text")


def contents(rng: random.Random) -> Case:
    forms = {
        "byline": ["本报记者 {who}", "{who}"],
        "under_head": texts(page_lines.UNDER_HEAD, "《"),
    }
    desk = new_desk(rng, forms, blank=("none", "body"), wrap=rng.choice((28, 34, 36)), half=0)
    desk.facts.page = 1
    drawn = STORIES.draw(rng, rng.randint(4, 6), subjects=("news", "essay"))
    header = rng.choice(
        ("{paper}文章目录", "目录", "目　录", "{paper} 目录", "本期目录", "《{paper}》文章目录", "")
    )
    desk.put(INDEX, desk.facts.fill(header))
    form = rng.choice(("{k}. {t}", "{k}、{t}", "{k:02}. {t}", "（{k}）{t}", "{k}．{t}", "{k} {t}"))
    for number, story in enumerate(drawn, 1):
        desk.put(INDEX, form.format(k=number, t=story.headline))
        desk.index.append({"title": story.headline, "page": None})
    for story in drawn[: rng.randint(1, 2)]:
        set_story(desk, plain_story(story), "")
    return case(desk, "a numbered list of titles above the first story")


def poem(rng: random.Random) -> Case:
    forms = {"byline": list(BARE[:1]), "under_head": texts(page_lines.UNDER_HEAD, "《", "（")}
    desk = new_desk(rng, forms, blank=("body", "none", "heads"), indent=("",), half=0)
    desk.facts.page = rng.randint(5, 24)
    stories(desk, 1, "verse")
    stories(desk, 1, "essay")
    if rng.random() < 0.5:
        stories(desk, 1, "verse")
    return case(desk, "《paper》（date page） above a poem is no reference")


def one_line(rng: random.Random) -> Case:
    leads = ["本报{place}{md}电 ", "新华社{place}{md}电 ", "本报讯 ", "【本报{place}{d}电】"]
    desk = new_desk(rng, {"lead": leads}, binding="one_line", half=0.7)
    desk.facts.page = rng.randint(1, 8)
    stories(desk, rng.randint(2, 3))
    found = case(
        desk, "each story one line of page, column, headline, text", without=("absent", "pages")
    )
    for article in found.truth["articles"]:
        article.pop("paragraphs", None)
    return found


def browser(rng: random.Random) -> Case:
    forms = {
        "source": [
            "（ {iso} ）稿件来源：{paper}{section}",
            "（ {iso} ） 稿件来源：{paper} {section}",
            "{iso} {time} 来源：{paper}",
            "来源：{paper} {date}",
        ],
        "byline": ["本报记者{names}", "新华社记者{names}", "本报记者 {who}"],
        "tail": ["　　　　本报{place}{md}电", "　　新华社{place}{md}电"],
    }
    desk = new_desk(
        rng,
        forms,
        binding="browser",
        blank=("heads",),
        indent=(IDS * 2,),
        wrap=rng.choice((34, 38, 40)),
        half=0,
    )
    page_line(desk)
    stories(desk, rng.randint(2, 3))
    return case(desk, "a text browser's dump: centred headlines, rules")


def body_line(rng: random.Random) -> Case:
    forms = {"byline": list(BARE[:1]), "under_head": texts(page_lines.UNDER_HEAD, "《")}
    desk = new_desk(
        rng, forms, binding="sheets", blank=("none",), wrap=rng.choice((26, 28, 30)), half=0
    )
    desk.facts.page = rng.randint(1, 20)
    features = [story for story in invented() if story.crossheads]
    story = rng.choice(features)
    set_story(desk, plain_story(story, 12), "")
    return case(desk, "a sheet's first line is a line of the story")


def two_digit(rng: random.Random) -> Case:
    forms = (
        "{paper} {date} 第 {page} 版",
        "{date} 第 {page} 版",
        "{paper}　{date}　第{page}版",
        "{paper} {date} 星期{week} 第 {page:02} 版",
        "{date} {paper} 第{page}版：{section}",
        "{paper} {iso} 第 {page} 版",
    )
    desk = new_desk(rng, {"lead": ["本报讯（记者{names}）"]}, blank=("stories", "all"))
    form, number = rng.choice(forms), rng.randint(10, 14)
    for _ in range(2):
        desk.facts.page = number
        desk.gap()
        desk.put(FURNITURE, desk.facts.fill(form))
        desk.page = str(number)
        stories(desk, 1)
        number += rng.randint(1, 8)
    return case(desk, "第 12 版 behind a date is no page 2")


def iso_date(rng: random.Random) -> Case:
    forms = (
        "{paper}||{iso}",
        "{paper}|{iso}",
        "{paper}|{dotted}",
        "{paper}||{slashed}",
        "{paper}|{iso} 星期{week}",
        "{iso}|{paper}",
        "{paper}|{dotted} 星期{week}",
        "{paper} {iso}",
    )
    desk = new_desk(rng, {"lead": ["本报讯（记者 {names}）"]}, blank=("all", "stories"))
    masthead(desk, forms)
    stories(desk, rng.randint(1, 3))
    return case(desk, "a date of figures on a line of its own")


PAGES: dict[str, Recipe] = {
    "08-pdf-pages": pdf_pages,
    "09-page-before-headline": page_before_headline,
    "10-page-at-end": page_at_end,
    "11-site-furniture": site_furniture,
    "12-portal-page": portal,
    "15-index-reference": index_reference,
    "19-toc": contents,
    "20-poem-to-index": poem,
    "21-one-line": one_line,
    "22-w3m-tail": browser,
    "23-body-line-to-furniture": body_line,
    "25-two-digit-page": two_digit,
    "31-iso-date-line": iso_date,
}
