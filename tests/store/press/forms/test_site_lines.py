"""A site's own lines: what is nothing but fields and buttons, and what only looks like it."""

import pytest

from store.press.forms.site_lines import is_button, read_site_line
from store.press.text.characters import folded


@pytest.mark.parametrize(
    "text",
    [
        "（ 2034-03-12 ） 稿件来源：青溪时报 综合",
        "2034-03-12 09:00 来源：青溪商报",
        "发布时间：2034年3月12日 09:00",
        "楼主：老报虫 发表于 2034-03-12 21:08",
        "原创 青溪日报 青溪日报 2034-03-12 06:30 发表于南渡",
        "刊发日期:2034-03-12 阅读次数: 作者:  语音阅读:",
        "来源:青溪时报",
        "2034年3月12日 08:15 | 来源：青溪时报 | 查看：231 | 评论：4",
        "本文来源：青溪时报",
        "来源：青溪时报 | 发布时间：2034年3月12日 08:00 | 浏览 315 次",
        "2034-03-12 10:20　青溪电讯　阅读：1024　字号：[大 中 小]",
        "【青溪电讯】 2034-03-12 【字体：大 中 小】【打印】【关闭】",
        "本报讯息来源：青溪时报（2034.3.12）",
        "作者:",
        "2034-03-12",
        "2034年03月12日 星期日",
        "青溪时报 2034-03-12 10:12:33 字号：大 中 小",
        "2034年3月12日·青溪时报·街巷",
        "原创 白露 青溪时报 2034-03-12 07:30",
    ],
)
def test_when_and_whence(text: str) -> None:
    site = read_site_line(text, folded(text))
    assert site
    assert not site.navigation
    assert site.author is None


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("发布时间：2034年3月12日 来源：青溪时报 作者：白露", "作者：白露"),
        ("作者：白露 简宁 来源：青溪时报", "作者：白露 简宁"),
        ("来源：青溪时报 记者 白露", "记者 白露"),
        ("2034-03-12 07:42 | 青溪晨讯 | 作者 白露", "作者 白露"),
        ("青溪时报 | 岑小满 | 2034年3月12日 07:15", "岑小满"),
        ("青溪时报 | 岑小满 | 2034年3月12日", "岑小满"),
        ("2034-03-12 · 青溪时报 · 文/岑小满", "文/岑小满"),
    ],
)
def test_who_wrote(text: str, author: str) -> None:
    site = read_site_line(text, folded(text))
    assert site
    assert site.author
    assert text[slice(*site.author)] == author


@pytest.mark.parametrize(
    "text",
    [
        "A- A+",
        "字号：A- A A+",
        "按日期检索",
        "回复(3) 收藏 举报",
        "点击上方蓝字关注我们",
        "— END —",
        "放大+ 缩小- 默认o 朗读",
        "微信 微博 QQ空间",
        "3上一版  下一版4",
        "2034年3月12日 前一天 后一天",
        "本版新闻",
        "值班编委：白露",
        "一审：白露 二审：岑小满 三审：江一帆",
        "编辑 | 岑小满",
        "下载PDF",
        "查看原版",
        "打开APP阅读全文",
        "当前位置： 首页 - 新闻 - 正文",
        "返回首页  今日报纸  往期报纸",
        "【 字体：大中小 】 【 复制 】 【 打印 】",
        "【收藏本页】【打印】【关闭窗口】",
        "原标题：古桥修好之后",
        "2034年3月12日 字体：T大 T小 复制文章",
        "请输入关键字",
        "全文搜索",
        "字号：大 中 小  打印  收藏  分享到",
        "IMG_20340312.JPG",
        "新闻搜索:",
        "3上一篇  下一篇4 2034年3月12日 放大 缩小 默认",
        "首页 > 新闻社会 > 正文",
        "您当前的位置：首页 >> 要闻 >> 正文",
        "63178991-aaaa-bbbb.jpg",
        "[责任编辑:白露]",
        "青溪新闻网版权所有,转载请注明出处",
        "字号：大 中 小 打印 分享",
        "上一篇：南渡早市搬进新棚",
        *("• 首页", "• 往期回顾", "阅读全文", "[首页]"),
        "https://paper.example/2034",
        "首页 | 要闻 | 评论",
        "首页 新闻 时政 财经 数字报",
        "往期回顾 | 版面概览 | 返回首页",
        "青溪网 > 新闻中心 > 本地",
        "今天是2034年3月12日 星期日",
        "登录 注册 APP下载",
        "版权声明：凡本网注明来源的作品，未经授权不得转载。",
        "扫一扫在手机打开当前页",
        "打赏 点赞 12 收藏 3",
        "[4]回首页",
        "主办：青溪时报社　技术支持：某某科技",
        "声明：本文版权归原作者所有，转载请注明。",
        "分享让更多人看到",
    ],
)
def test_what_leads_about(text: str) -> None:
    site = read_site_line(text, folded(text))
    assert site
    assert site.navigation


@pytest.mark.parametrize(
    "text",
    [
        "（来源：新华社）",
        "本报记者 白露",
        "作者：白露",
        "污水的来源查清了",
        "时间：3月15日上午9点",
        "地点：城南礼堂",
        "2034年03月12日",
        "青溪时报 2034年3月12日 星期日",
        "推荐",
        "问：作者是谁？",
    ],
)
def test_no_sites_line(text: str) -> None:
    assert read_site_line(text, folded(text)) is None


@pytest.mark.parametrize("piece", ["首页>", "来源:甲 ", "作者:甲乙 ", "大 ", "/", " - a"])
def test_a_hostile_line_is_judged_at_once(piece: str) -> None:
    text = ("首页" + piece * 50)[:99] + "。"
    assert read_site_line(text, folded(text)) is None


def test_a_button_is_one_word_of_theirs() -> None:
    assert is_button("分享")
    assert not is_button("分享会")


def test_a_day_and_who_wrote_are_a_site_s_line() -> None:
    text = "2031年04月05日 作者：邵渡川"
    read = read_site_line(text, folded(text))
    assert read is not None
    assert not read.navigation
