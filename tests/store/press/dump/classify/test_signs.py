"""What a line shows: its length, and the forms that fit it."""

from store.press.dump.classify.signs import LONG, signs_of
from store.press.dump.lines.lines import Line


def shown(text: str) -> set[str]:
    (signs,) = signs_of([Line(text, 1, 1)])
    return {cue.name for cue in signs.cues}


def test_a_byline_with_a_spaced_name_is_seen_whole() -> None:
    assert "byline" in shown("本报记者 白  露")


def test_the_start_of_a_long_line_is_seen_and_nothing_within_it() -> None:
    story = (
        "本报讯（记者 白露）三座桥桥墩基础冲刷明显，" + "修缮从四月开始，" * 10 + "热线：0000-12345"
    )
    assert len(story) > LONG
    assert shown(story) == {"电头", "nothing"}


def test_every_line_ends_in_one_way() -> None:
    assert shown("修缮从四月开始。") == {"sentence"}
    assert "comma" in shown("修缮从四月开始，")


def test_length_counts_full_characters() -> None:
    assert [signs.length for signs in signs_of([Line("古桥AB", 1, 1)])] == [3]
