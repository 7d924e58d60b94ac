"""Invented papers: any day of any family of e-papers, made of a seed, as files by their paths.

What real issues have, these have: a story under two pages, 导读, 广告, 责编, blanks in names. What
goes wrong with some is switched on: see `Paper`.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from random import Random
from typing import NamedTuple

from tests.site.families import FAMILIES, Family

TOWNS = ["望江", "云坪", "清溪", "岭北", "石桥", "南浦", "白沙", "竹山", "青川", "杨渡"]
THINGS = ["老桥", "书屋", "茶园", "渡口", "粮站", "水渠", "戏台", "学堂", "果园", "灯会"]
DONE = ["修好了", "开张了", "通了水", "添了灯", "办得热闹", "迎来客人", "换了新颜", "又见丰收"]
NAMES = ("要　闻", "本地", "副 刊", "经济", "文化", "体育", "国际", "读书")


class Story(NamedTuple):
    """An invented story; `id` is its own in its issue."""

    id: int
    title: str
    kicker: str
    text: tuple[str, ...]


class Sheet(NamedTuple):
    """A page of an issue."""

    at: int
    name: str
    stories: tuple[Story, ...]


class Paper(NamedTuple):
    """A paper of a family, whose `newest` issue its entry leads to.

    `rests` are the days of the week without an issue (Monday is 0). Switches: `script` leads on by
    a script; `mislabelled` is UTF-8 that says to be gb2312; `late` has no page 1 yet; `shell` is
    empty, and `refusal` says no, both as 200; `away` is where the articles lie, on another host.
    """

    code: str
    family: str
    newest: date = date(2031, 4, 8)
    title: str = "临江日报"
    pages: int = 2
    stories: int = 3
    rests: tuple[int, ...] = ()
    script: bool = False
    mislabelled: bool = False
    late: bool = False
    shell: bool = False
    refusal: bool = False
    away: str = ""


@cache
def issue(paper: Paper, day: date) -> tuple[Sheet, ...]:
    """Return the pages of an issue; its last story of page 1 stands on page 2, too."""
    rows: list[list[Story]] = []
    for at in range(1, paper.pages + 1):
        numbers = range(100 * at + 1, 100 * at + 1 + paper.stories)
        rows.append([_story(paper, day, number) for number in numbers])
    if len(rows) > 1:
        rows[1].append(rows[0][-1]._replace(id=290))
    return tuple(
        Sheet(at, NAMES[(at - 1) % len(NAMES)], tuple(row)) for at, row in enumerate(rows, 1)
    )


def headlines(paper: Paper, day: date) -> list[str]:
    """Return the headlines of an issue, each once, in their order."""
    return list(dict.fromkeys(story.title for page in issue(paper, day) for story in page.stories))


def _story(paper: Paper, day: date, number: int) -> Story:
    chance = Random(f"{paper.code} {day} {number}")
    town, thing = chance.choice(TOWNS), chance.choice(THINGS)
    title = f"{town}{number}号{thing}{chance.choice(DONE)}"
    lines = tuple(
        f"{chance.choice(TOWNS)}的{chance.choice(THINGS)}今年{chance.choice(DONE)}，"
        f"{town}的乡亲们第{number + line}次到{thing}来看，大家都说好。"
        for line in range(chance.randint(2, 4))
    )
    return Story(number, title, f"{town}见闻", lines)


class File(NamedTuple):
    """A file of an issue: where it is, and what."""

    path: str
    body: bytes


@cache
def files(paper: Paper, day: date) -> dict[str, bytes]:
    """Return the files of the issue of a `day` by their paths; none on a day of rest."""
    if day > paper.newest or day.weekday() in paper.rests:
        return {}
    return dict(_files(paper, FAMILIES[paper.family], day))


def entry(paper: Paper) -> str:
    """Return the path of a paper's entry."""
    return path(paper, (*FAMILIES[paper.family].hops, FAMILIES[paper.family].page)[0], paper.newest)


def path(paper: Paper, form: str, day: date, at: int = 1, number: int = 0) -> str:
    """Return the path that a `form` of a family makes."""
    return f"/{paper.code}/" + form.format(
        y=day.year, m=f"{day:%m}", d=f"{day:%d}", no=f"{at:02}", at=at, id=number
    )


def _files(paper: Paper, family: Family, day: date) -> Iterator[File]:
    sheets = issue(paper, day)
    first = path(paper, family.page, day)
    hops = [path(paper, hop, day) for hop in family.hops]
    for hop, following in pairwise([*hops, first]):
        yield File(hop, _leading(paper, following))
    shown = sheets[:1] if family.whole or paper.family == "E" else sheets
    for sheet in shown:
        where = path(paper, family.page, day, sheet.at)
        yield File(where, _coded(paper, family, _sheet(paper, family, day, sheet)))
    if paper.family == "E":
        lists = "".join(
            f"<ul class=page-list>{_items(paper, family, day, sheet)}</ul>" for sheet in sheets
        )
        yield File(first.replace("page_list", "article_list"), f"<html>{lists}".encode())
    for sheet in sheets:
        for story in (*sheet.stories, *_beside(sheet)):
            where = path(paper, family.article, day, sheet.at, story.id)
            text = "".join(family.paragraph.format(line) for line in story.text)
            markup = family.story.format(**_fields(paper, day, sheet), **_told(story), text=text)
            yield File(where, _coded(paper, family, markup))


def _leading(paper: Paper, where: str) -> bytes:
    if paper.script:
        return f"<script>window.location.href = '{where}';</script>".encode()
    return f"<META CONTENT='0; URL={where}' HTTP-EQUIV=REFRESH>".encode()


def _sheet(paper: Paper, family: Family, day: date, sheet: Sheet) -> str:
    if paper.shell:
        return "<div id=app></div><script src=app.js></script>"
    if paper.refusal:
        return "<title>访问被拒绝</title><h1>403 Forbidden</h1><p>您的访问被拒绝，请稍后再试。</p>"
    labels = ""
    for each in issue(paper, day)[1 if paper.late else 0 :]:
        href = path(paper, family.page, day, each.at)
        labels += family.label.format(**_fields(paper, day, each), href=href)
        labels += _items(paper, family, day, each) if family.whole else ""
    items = _items(paper, family, day, sheet)
    areas = "".join(
        family.area.format(href=href, title=title) for title, href in _links(paper, day, sheet)
    )
    given = {"labels": labels, "items": items, "areas": areas}
    return family.sheet.format(**_fields(paper, day, sheet), **given)


def _items(paper: Paper, family: Family, day: date, sheet: Sheet) -> str:
    links = _links(paper, day, sheet)
    return "".join(family.item.format(href=href, title=title) for title, href in links)


def _links(paper: Paper, day: date, sheet: Sheet) -> list[tuple[str, str]]:
    form = FAMILIES[paper.family].article
    return [
        (story.title, paper.away + path(paper, form, day, sheet.at, story.id))
        for story in (*sheet.stories, *_beside(sheet))
    ]


def _beside(sheet: Sheet) -> Sequence[Story]:
    """Return what stands on a page and is no story."""
    number = 100 * sheet.at + 95
    found = [Story(number, "广告", "", ()), Story(number + 1, "责编", "", ("版式设计 赵青",))]
    if sheet.at == 1:
        found.append(Story(number + 2, "导读", "", ("副刊里的老街 2版", "果园的早春 2版")))
    return found


def _told(story: Story) -> dict[str, str]:
    return {"title": story.title, "kicker": story.kicker}


def _fields(paper: Paper, day: date, sheet: Sheet) -> dict[str, object]:
    no = f"{sheet.at:02}"
    when = {"y": day.year, "m": f"{day:%m}", "d": f"{day:%d}"}
    return {"paper": paper.title, "no": no, "at": sheet.at, "name": sheet.name} | when


def _coded(paper: Paper, family: Family, markup: str) -> bytes:
    encoding = "utf-8" if paper.mislabelled else family.encoding
    return f"<html>{markup}</html>".encode(encoding)


def calendar(paper: Paper, months: int = 1) -> dict[str, bytes]:
    """Return the calendars of the last months with an issue, by their paths."""
    found: dict[str, bytes] = {}
    day = paper.newest
    while len(found) < months:
        first = day.replace(day=1)
        days = (first + timedelta(days=each) for each in range((day - first).days + 1))
        periods = "".join(
            f"<period><period_date>{each}</period_date><front_page>node_1.htm</front_page></period>"
            for each in days
            if each.weekday() not in paper.rests
        )
        body = f"<?xml version='1.0'?><period_list>{periods}</period_list>".encode()
        found[f"/{paper.code}/html/{day:%Y-%m}/period.xml"] = body
        day = first - timedelta(days=1)
    return found
