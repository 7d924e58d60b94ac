"""Invented papers, and their stories."""

from dataclasses import dataclass

_PLACES = ("南渡镇", "云坪乡", "石门村", "柳坝村", "望江街道", "东亭社区")
_DEEDS = (
    "把旧粮站改成了书屋，每天开放到晚上九点",
    "修好了通往渡口的三里石板路，雨天也能骑车",
    "请来老匠人教孩子们做竹编，一学就是一个冬天",
    "在晒谷场边种下两百棵乌桕，秋天红成一片",
    "给独居老人装上了会说话的药盒，按时提醒吃药",
    "把山泉引进了村口的水池，洗菜的人又多了起来",
)
_WORDS = ("这件事", "那几天", "后来", "说起来", "算一算", "去年秋天")


@dataclass(frozen=True)
class Story:
    """A story as it should be read."""

    headline: str
    paragraphs: tuple[str, ...]


def story(headline: str, number: int, paragraphs: int, sentences: int = 3) -> Story:
    """Return an invented story, another one for each `number`."""
    told = []
    for at in range(paragraphs):
        text = ""
        for more in range(sentences):
            pick = number * 7 + at * 3 + more
            place, deed = _PLACES[pick % 6], _DEEDS[(pick + at) % 6]
            count = 10 + pick * 13 % 87
            text += f"{_WORDS[(pick + 2 * at) % 6]}，{place}{deed}，有{count}户人家出了力。"
        told.append(text)
    return Story(headline, tuple(told))


BRIDGE = story("老桥修好了 新路连起来", 1, 6)
BOOKS = story("渡口书屋夜里亮着灯", 2, 4)
TREES = story("两百棵乌桕红了山坡", 3, 4)
TEA = story("头茬春茶今日开园", 4, 3)
