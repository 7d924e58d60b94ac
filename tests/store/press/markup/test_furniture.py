"""Lines that are a site's own, and what ends a story."""

import pytest

from store.press.markup.furniture import ends_body, is_day, is_furniture, names_editors, signature


@pytest.mark.parametrize(
    "line",
    [
        "责任编辑：白露",
        "（原标题：老桥修好了）",
        "本文来源：望江日报",
        "编辑 白露 校对 焦小满",
        "图片均来自网络",
        "关键词 >> 老桥,望江",
        "2024-03-05 20:35 南渡姐 望江哥",
        "【纠错】 责任编辑： 焦小满",
        "請繼續往下閱讀...",
        "不用抽、不用搶，現在下載APP，天天看新聞 點我",
        "点击上方蓝字关注我们",
        "—END—",
        "(港聞)",
        "Sign up for our morning newsletter",
        "Share this story",
        "4 min read",
        "下載青溪社「第一手」 APP，每天不漏接！",
        "本網站之文字、圖片及影音，非經授權，不得轉載、公開播送。",
        "【同場加映】夜市搬家",
    ],
)
def test_a_sites_own_lines(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "编辑部的同事都来看老桥，一看就是半天。",
        "2024年3月5日，老桥重新放行。",
        "石头一块也没有换",
        "Subscribe to the river, the old man said, and wait.",
        "(新桥)",
    ],
)
def test_a_storys_own_lines(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line", ["相关阅读", "【延伸阅读】", "网友评论(15)", "大家都爱看", "Related stories", "评论"]
)
def test_what_follows_a_story(line: str) -> None:
    assert ends_body(line)


@pytest.mark.parametrize("line", ["评论员说，这座桥修得好。", "相关部门介绍了情况。", "最新的桥"])
def test_what_only_looks_like_it(line: str) -> None:
    assert not ends_body(line)


def test_who_edited_it() -> None:
    assert names_editors("【纠错】 责任编辑： 焦小满")
    assert not names_editors("责任编辑们都来看老桥，一看就是半天。")


@pytest.mark.parametrize("line", ["2024-03-05", "2024年3月5日 20:15"])
def test_a_day_alone(line: str) -> None:
    assert is_day(line)
    assert not is_day(f"{line}，老桥放行")


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("望江新闻记者 陆望舒", "记者 陆望舒"),
        ("执笔/南渡姐、望江哥&渡口弟", "执笔/南渡姐、望江哥、渡口弟"),
        ("作者︱陆望舒", "作者：陆望舒"),
        ("老桥修好了，记者来看。", ""),
    ],
)
def test_a_line_that_signs(line: str, byline: str) -> None:
    assert signature(line) == byline


def test_a_paper_s_own_reporter_is_no_site_s() -> None:
    assert signature("本报记者 邵渡川 通讯员 骆闻喜") == "本报记者 邵渡川 通讯员 骆闻喜"
    assert signature("望江新闻记者 邵渡川") == "记者 邵渡川"
