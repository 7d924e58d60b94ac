"""A site's own lines are furniture, and tell what stands around them."""

from collections.abc import Callable

from msgspec.structs import replace

from store.press.dump.lines.kinds import BYLINE, FURNITURE, HEAD
from store.press.dump.lines.lines import Line
from store.press.dump.told.site import tell_site_lines

Lines = Callable[[str], list[Line]]
BODY = "三座桥桥墩基础冲刷明显，五座桥栏板风化较重，其余四座状况良好，修缮从四月开始，年内完成。"


def told(lines: list[Line]) -> list[tuple[str, str]]:
    return [(line.text, line.kind) for line in tell_site_lines(lines)]


def test_a_headline_stands_over_a_line_of_source(lines_of: Lines) -> None:
    assert told(lines_of(f"古桥修好之后\n2034-03-12 09:00 来源：青溪商报\n{BODY}")) == [
        ("古桥修好之后", HEAD),
        ("2034-03-12 09:00 来源：青溪商报", FURNITURE),
        (BODY, ""),
    ]


def test_a_headline_between_buttons_that_is_listed_below(lines_of: Lines) -> None:
    page = (
        f"上一篇 下一篇\n古桥修好之后\n放大 缩小 默认\n□ 记者 白露\n{BODY}\n本版新闻\n古桥修好之后"
    )
    assert told(lines_of(page))[1] == ("古桥修好之后", "")


def test_a_post_with_a_page_in_it_is_no_headline(lines_of: Lines) -> None:
    post = f"旧报一则\n楼主：老报虫 发表于 2034-11-02 21:08\n《青溪日报》1996年8月14日第2版\n{BODY}"
    assert told(lines_of(post))[0] == ("旧报一则", "")


def test_a_headline_in_parts_may_be_long(lines_of: Lines) -> None:
    head = "贺闻溪在南渡考察古桥时强调 一桥一策护好每座古桥 让老桥连着沿河两岸各乡百姓的新生活"
    assert (
        told(lines_of(f"{head} 并主持座谈\n（ 2034-03-12 ） 来源：青溪商报\n{BODY}"))[0][1] == HEAD
    )


def test_a_paragraph_over_one_is_no_headline(lines_of: Lines) -> None:
    assert told(lines_of(f"{BODY}\n来源：青溪商报"))[0] == (BODY, "")


def test_an_author_among_the_fields_is_a_byline(lines_of: Lines) -> None:
    assert told(lines_of(f"古桥修好之后\n来源：青溪商报 作者：白露 时间：2034-03-12\n{BODY}")) == [
        ("古桥修好之后", HEAD),
        ("来源：青溪商报", FURNITURE),
        ("作者：白露", BYLINE),
        ("时间：2034-03-12", FURNITURE),
        (BODY, ""),
    ]


def test_titles_between_the_lines_of_a_site_are_a_list(lines_of: Lines) -> None:
    page = f"上一版 下一版\n古桥修好之后\n早市搬进新棚\n新闻搜索:\n古桥修好之后\n{BODY}"
    assert [kind for _, kind in told(lines_of(page))] == [*[FURNITURE] * 4, "", ""]


def test_titles_behind_bullets_are_a_list(lines_of: Lines) -> None:
    page = f"上一版 下一版\n· 古桥修好之后\n字号 大 中 小 2034年3月12日\n早市搬进新棚\n{BODY}"
    assert [kind for _, kind in told(lines_of(page))] == [*[FURNITURE] * 3, "", ""]


def test_the_papers_name_over_a_time_is_of_the_site(lines_of: Lines) -> None:
    text = f"古桥修好之后\n青溪商报\n2034-03-12 09:00\n{BODY}"
    assert [kind for _, kind in told(lines_of(text))] == [HEAD, FURNITURE, FURNITURE, ""]


def test_one_title_between_them_is_a_headline(lines_of: Lines) -> None:
    page = f"上一版 下一版\n古桥修好之后\n放大 缩小 默认\n{BODY}"
    assert [kind for _, kind in told(lines_of(page))] == [FURNITURE, "", FURNITURE, ""]


def test_the_day_of_a_masthead_makes_no_headline_of_its_name(lines_of: Lines) -> None:
    assert told(lines_of(f"今日青溪\n2034年3月12日 星期日\n{BODY}"))[0] == ("今日青溪", "")


def test_a_rule_and_an_author_may_stand_between_them(lines_of: Lines) -> None:
    page = f"古桥修好之后\n本报记者 白露\n2034-03-12 09:00 来源：青溪商报\n{BODY}"
    assert [kind for _, kind in told(lines_of(page))] == [HEAD, "", FURNITURE, ""]


def test_a_headline_over_its_second_line_and_a_rule(lines_of: Lines) -> None:
    text = "桥洞底下的豆腐坊\n——四十年没有挪过地方\n（ 2031-06-03 ）稿件来源：青溪时报\n"
    assert [line.kind for line in tell_site_lines(lines_of(text))] == [HEAD, HEAD, FURNITURE]


def test_bulleted_titles_under_a_label_are_other_stories(lines_of: Lines) -> None:
    others = "相关链接：\n·早市搬进新棚\n·老街亮灯\n"
    kinds = [line.kind for line in tell_site_lines(lines_of(f"{BODY}\n{others}{BODY}"))]
    assert kinds == ["", FURNITURE, FURNITURE, FURNITURE, ""]


def test_a_box_of_text_under_that_label_is_the_storys(lines_of: Lines) -> None:
    assert not any(line.kind for line in tell_site_lines(lines_of(f"相关链接\n{BODY}")))


def test_a_label_before_a_headline_is_no_part_of_it(lines_of: Lines) -> None:
    assert told(lines_of(f"标题：古桥修好之后\n来源：青溪商报\n{BODY}"))[:2] == [
        ("标题：", FURNITURE),
        ("古桥修好之后", HEAD),
    ]


def test_a_databases_labels_are_no_part_of_what_they_name(lines_of: Lines) -> None:
    page = f"【出版日期】2034-03-12\n【标题】古桥修好之后\n【作者】白露\n【正文】{BODY}"
    assert told(lines_of(page)) == [
        ("出版日期：2034-03-12", FURNITURE),
        ("标题：", FURNITURE),
        ("古桥修好之后", HEAD),
        ("作者：白露", ""),
        ("正文：", FURNITURE),
        (BODY, ""),
    ]


def test_a_button_that_touches_a_sites_line_is_furniture(lines_of: Lines) -> None:
    page = f"古桥修好之后\n2034-03-12 09:00\n分享\n{BODY}\n推荐\n{BODY}"
    assert [kind for _, kind in told(lines_of(page))] == [HEAD, FURNITURE, FURNITURE, "", "", ""]


def test_titles_over_a_headline_and_its_source_are_a_list(lines_of: Lines) -> None:
    titles = "南渡书屋亮灯\n早市搬进新棚\n水渠清淤\n渡口连线"
    page = f"标题导航\n{titles}\n古桥修好之后\n2034-03-12 09:00\n{BODY}"
    assert [kind for _, kind in told(lines_of(page))] == [*[FURNITURE] * 5, HEAD, FURNITURE, ""]


def test_the_last_titles_of_a_source_are_of_other_stories(lines_of: Lines) -> None:
    page = f"{BODY}\n热门推荐\n南渡书屋亮灯\n早市搬进新棚"
    assert [kind for _, kind in told(lines_of(page))] == ["", *[FURNITURE] * 3]


def test_a_papers_name_and_day_between_a_headline_and_its_text_are_its_source(
    lines_of: Lines,
) -> None:
    page = f"青溪时报 2034年3月12日\n古桥修好之后\n青溪时报 2034年3月12日\n{BODY}"
    assert [kind for _, kind in told(lines_of(page))] == ["", HEAD, FURNITURE, ""]


def test_a_headline_that_its_own_list_repeats_is_none_of_it(lines_of: Lines) -> None:
    titles = "■ 早市搬进新棚\n■ 水渠清淤\n■ 古桥修好之后\n古桥修好之后"
    page = f"上一版 下一版\n{titles}\n2034年3月12日 放大 缩小 复制文章\n{BODY}"
    kinds = [kind for _, kind in told(lines_of(page))]
    assert kinds == [*[FURNITURE] * 4, "", FURNITURE, ""]


def test_a_papers_site_is_no_headline_over_its_day(lines_of: Lines) -> None:
    page = f"青溪晚报电子版\n2034年3月12日 星期日\n古桥修好之后\n2034年3月12日 星期日\n{BODY}"
    assert [kind for _, kind in told(lines_of(page))] == ["", FURNITURE, HEAD, FURNITURE, ""]


def test_a_papers_day_stands_under_a_headline_that_is_told(lines_of: Lines) -> None:
    head, *lines = lines_of(f"古桥修好之后\n2034-03-12 青溪日报\n{BODY}")
    kinds = [kind for _, kind in told([replace(head, kind=HEAD), *lines])]
    assert kinds == [HEAD, FURNITURE, ""]


def test_a_title_of_the_list_above_heads_the_story_below_buttons(lines_of: Lines) -> None:
    links = "上一版 下一版\n· 古桥修好之后\n· 早市搬进新棚\n标题导航"
    text = f"{links}\n古桥修好之后\n字体： 放大 缩小 默认\n{BODY}"
    told = tell_site_lines(lines_of(text))
    assert [line.kind for line in told[1:5]] == [FURNITURE, FURNITURE, FURNITURE, ""]
