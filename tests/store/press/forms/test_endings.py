"""How stories end: signed, credited, or with a telegram's place and day."""

import pytest

from store.press.forms.endings import ends_story, is_credited, is_finished, is_telegram


@pytest.mark.parametrize(
    "text",
    [
        "桥修好了。(记者 白露)",
        "桥修好了。  本报南渡3月11日电",
        "桥修好了。”(新华社南渡3月11日电)",
        "本报南渡三月十一日电",
        "桥修好了。 白露 岑小满",
        "桥修好了。白露 岑小满",
        "桥修好了。（白露）",
        "桥修好了。（白露 通讯员 岑小满）",
        "桥上的灯也亮了　　新华社南渡3月11日电",
        "桥修好了！”（白露、岑小满）",
    ],
)
def test_a_story_ends(text: str) -> None:
    assert ends_story(text)
    assert is_finished(text)


def test_a_caption_is_finished_but_the_story_may_go_on() -> None:
    assert is_finished("桥修好了。江一帆 摄")
    assert is_finished("桥修好了。 图/江一帆")
    assert is_finished("村民在桥头挂起灯笼。新华社发")
    assert not ends_story("桥修好了。江一帆 摄")


@pytest.mark.parametrize(
    "text",
    [
        "桥修好了。(共三座)",
        "桥修好了。（笑声）",
        "他叫（白露）",
        "桥修好了",
        "南渡镇用上了风电",
        "桥修好了。过桥的人说",
        "桥修好了。过桥的人出发",
    ],
)
def test_a_story_goes_on(text: str) -> None:
    assert not ends_story(text)
    assert not is_finished(text)


def test_a_telegrams_place_and_day() -> None:
    assert is_telegram("新华社南渡3月11日电")
    assert not is_telegram("新华社南渡3月11日电 老桥修好了")
    assert not is_telegram("南渡镇用上了风电")


def test_who_took_the_picture_ends_a_caption() -> None:
    assert is_credited("老桥昨天修好了。（白露 摄影报道）")
    assert is_credited("老桥昨天修好了。图/江一帆")
    assert not is_credited("老桥昨天修好了。江一帆")
