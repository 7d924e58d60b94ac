"""New topics: a headline's words are new before it and return after it."""

from store.press.dump.classify.topics import topic
from store.press.dump.lines.lines import Line

TEA = "云坪乡的头茬春茶今日开园，茶农天不亮就上山，早市鲜叶每斤九十元，收购点从上午收到傍晚。"
BRIDGE = "全县古桥体检完成，南渡廊桥的桥墩基础冲刷明显，修缮方案四月公布，年内修好八座古桥。"


def of(*texts: str) -> float:
    lines = [Line(text, at, at) for at, text in enumerate(texts, 1)]
    return topic(lines, 1)


def test_words_that_are_new_and_return_make_a_headline() -> None:
    assert of(BRIDGE, "头茬春茶今日开园", TEA) > 0


def test_words_of_the_story_at_hand_make_a_crosshead() -> None:
    assert of(BRIDGE, "古桥修缮方案", BRIDGE) < 0
    assert of(BRIDGE, "古桥修缮方案", TEA) < of(TEA, "古桥修缮方案", BRIDGE)


def test_too_few_characters_say_nothing() -> None:
    assert of(TEA, "春茶", TEA) == 0.0
