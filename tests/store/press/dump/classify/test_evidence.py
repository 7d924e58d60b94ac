"""Evidence: a line's own form, its neighbours, and the page."""

from functools import partial

from msgspec.structs import replace

from store.press.dump.classify.evidence import Evidence, evidence
from store.press.dump.classify.signs import signs_of
from store.press.dump.classify.topics import topic
from store.press.dump.lines.kinds import (
    BODY,
    BYLINE,
    CROSSHEAD,
    FURNITURE,
    HEAD,
    INDEX,
    LEAD,
    REST,
)
from store.press.dump.lines.lines import Line
from store.press.dump.lines.look import Look
from store.press.dump.lines.style import Style

BODY_TEXT = "三座桥桥墩基础冲刷明显，五座桥栏板风化较重，其余四座状况良好，修缮从四月开始。"


def of(*texts: str, style: Style | None = None, front: bool = False) -> list[Evidence]:
    lines = [Line(text, at, at) for at, text in enumerate(texts, 1)]
    return seen(lines, style or Style(), front=front)


def seen(lines: list[Line], style: Style, *, front: bool = False) -> list[Evidence]:
    return evidence(lines, signs_of(lines), style, partial(topic, lines), front=front)


def best(scores: Evidence) -> str:
    return max(scores, key=scores.__getitem__)


def test_a_lines_own_form() -> None:
    assert of("古桥体检完成")[0][HEAD] > of("古桥体检完成")[0][BODY]
    assert best(of("本报记者 白露")[0]) == BYLINE
    assert best(of("本报讯（记者 白露）" + BODY_TEXT)[0]) == LEAD
    assert best(of("新闻热线：0000-1234567")[0]) == FURNITURE


def test_a_sentence_is_no_headline() -> None:
    assert of("古桥体检完成。")[0][HEAD] < of("古桥体检完成")[0][HEAD] - 4
    assert of("古桥修好。人们来看")[0][HEAD] < of("古桥修好，人们来看")[0][HEAD]


def test_a_masthead_stands_at_the_front() -> None:
    (front,), (within,) = of("今日青溪", front=True), of("今日青溪")
    assert front[FURNITURE] > within[FURNITURE]


def test_what_returns_is_furniture_or_a_column() -> None:
    (plain,) = of("春耕一线")
    (running,) = of("春耕一线", style=Style(running=frozenset(["春耕一线"])))
    (repeated,) = of("春耕一线", style=Style(repeated=frozenset(["春耕一线"])))
    assert running[FURNITURE] > repeated[FURNITURE] > plain[FURNITURE]


def test_a_flush_line_among_indented_ones_is_no_paragraph() -> None:
    (flush,) = of(BODY_TEXT, style=Style(indented=True))
    (plain,) = of(BODY_TEXT)
    assert flush[BODY] < plain[BODY]
    assert flush[REST] > plain[REST]


def test_entries_follow_a_contents_heading() -> None:
    heading, entry, reference = of("导读", "古桥体检完成", "» 详见 3 版")
    assert best(heading) == best(entry) == best(reference) == INDEX
    assert best(of("古桥体检完成")[0]) != INDEX


def test_a_story_begins_behind_a_signed_end() -> None:
    signed = of("修缮从四月开始。（记者 白露）", "春茶今日开园", BODY_TEXT)[1]
    unsigned = of("修缮从四月开始。", "春茶今日开园", BODY_TEXT)[1]
    assert signed[HEAD] > unsigned[HEAD]


def test_crossheads_that_are_built_alike_support_each_other() -> None:
    alike = of(BODY_TEXT, "查：看病根", BODY_TEXT, "修：下对药", BODY_TEXT)
    alone = of(BODY_TEXT, "查：看病根", BODY_TEXT)
    assert alike[1][CROSSHEAD] > alone[1][CROSSHEAD]


def test_what_stands_over_blocks_that_blank_lines_part_is_no_paragraph() -> None:
    texts = ("早市搬进新棚", BODY_TEXT, "春茶开园", BODY_TEXT)
    lines = [Line(text, at, at, gap=at % 2) for at, text in enumerate(texts, 1)]
    parted = evidence(lines, signs_of(lines), Style(), partial(topic, lines))
    assert parted[2][BODY] < of(*texts)[2][BODY]
    assert parted[2][HEAD] > of(*texts)[2][HEAD]
    lines[0] = Line("春耕开犁", 1, 1, gap=1)  # sections are called alike
    alike = evidence(lines, signs_of(lines), Style(), partial(topic, lines))
    assert parted[2][HEAD] > alike[2][HEAD] + 0.5


def test_a_line_built_as_the_headline_above_is_one() -> None:
    texts = ("南渡清理药柜腾出十三个车位", BODY_TEXT, "云坪清理石阶腾出十二个车位", BODY_TEXT)

    def third(kind: str) -> Evidence:
        lines = [Line(text, at, at, kind="" if at else kind) for at, text in enumerate(texts)]
        return evidence(lines, signs_of(lines), Style(), partial(topic, lines))[2]

    assert third(HEAD)[HEAD] > third("")[HEAD] + 1


def test_a_subhead_wants_its_headline() -> None:
    assert of("望月桥", "——青溪县修桥侧记")[0][HEAD] > of("望月桥", "青溪县修桥侧记")[0][HEAD]


def test_a_page_without_lines() -> None:
    assert of() == []


def test_where_heads_are_set_apart_plain_lines_are_none_but_beside_one() -> None:
    texts = ("桥头旧事", "渡口守船人", "老船", "天刚亮，老船离了岸。")
    plain = [Line(text, at, at, look=Look()) for at, text in enumerate(texts)]
    set_apart = [*plain[:2], replace(plain[2], look=Look(2.0)), *plain[3:]]
    before, after = (seen(lines, Style(apart=True)) for lines in (plain, set_apart))
    assert before[0][HEAD] == after[0][HEAD] < seen(plain, Style())[0][HEAD]
    assert after[1][HEAD] > before[1][HEAD]
    assert after[3][LEAD] > before[3][LEAD]
