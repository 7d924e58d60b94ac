"""What some makers set beside and between the paragraphs: boxes, tables, lists of titles."""

from collections.abc import Sequence

from store.press.dump.lines.kinds import BODY, CROSSHEAD, FURNITURE, LEAD
from tests.press_lab.desk import Desk
from tests.press_lab.story import Story
from tests.press_lab.truth import ArticleTruth

_BOXES = ("编者按", "核心阅读", "开栏的话", "编者的话", "阅读提示")
_TABLES = (
    ("河东队 2：1 铁路队", "城建队 0：0 教师队", "水厂队 3：2 邮电队"),
    ("春小麦　1.18元/斤", "玉米　0.97元/斤", "大豆　2.45元/斤", "油菜籽　2.80元/斤"),
    ("首班 6：30", "末班 21：00", "间隔 15分钟"),
    ("姓名 年龄 村组", "何大有 63 二组", "孟小江 41 五组", "田春生 57 一组"),
    ("周一 多云 12℃至18℃", "周二 小雨 10℃至15℃", "周三 晴 8℃至19℃"),
)


def set_box(desk: Desk, article: ArticleTruth, texts: list[str]) -> list[str]:
    """Set a box above the text, out of its first paragraph; return what is left to be set."""
    if len(texts) < 4 or not desk.keeps("box"):
        return texts
    label = desk.rng.choice(_BOXES)
    if desk.rng.random() < 0.5:
        return [f"{label}：{texts[0]}", *texts[1:]]
    article["crossheads"].append(0)
    article["paragraphs"] += [label, texts[0]]
    desk.put(CROSSHEAD, label)
    desk.put(LEAD, texts[0])
    return texts[1:]


def set_echo(desk: Desk, article: ArticleTruth) -> None:
    """Say the column's label once more at the head of the text, as some feeds do."""
    headline = article["headline"]
    if headline.startswith("【") and desk.keeps("echo"):
        label = headline[: headline.index("】") + 1]
        article["paragraphs"].append(label)
        desk.put(LEAD, label)


def set_table(desk: Desk, article: ArticleTruth) -> None:
    """Set a small table behind a paragraph."""
    if not desk.keeps("table"):
        return
    for row in desk.rng.choice(_TABLES):
        article["paragraphs"].append(row)
        desk.put(BODY, row)


def set_titles(desk: Desk, stories: Sequence[Story]) -> None:
    """Set a site's list of the page's titles, its own among them."""
    if not desk.keeps("titles"):
        return
    mark = desk.rng.choice(("", "", "· ", "•", "[", "> "))
    titles = [story.headline for story in stories if story.headline]
    desk.rng.shuffle(titles)
    for title in titles:
        desk.put(FURNITURE, mark + title)
