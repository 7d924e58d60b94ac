"""Markdown of an issue: a newspaper's own text is never markup in it."""

from typing import Any

from store.exports.markdown import markdown
from store.models import Byline


def test_an_article_is_set_as_a_section(builder: type[Any]) -> None:
    paper = builder("临江报").on(2024, 3, 5).page("1")
    paper.article("古桥修好", "开头。", "修缮方案", "结尾。", kicker="顾长河强调", crossheads=(1,),
                  byline=(Byline("记者", ("白露", "陆渔")),), credit="江一帆 摄")  # fmt: skip
    issue = paper.issue()
    assert "\n".join(markdown(issue, issue.articles)) == (
        "# 临江报 2024-03-05\n\n顾长河强调\n\n## 古桥修好\n\n*记者 白露、陆渔*\n\n开头。\n\n"
        "### 修缮方案\n\n结尾。\n\n*江一帆 摄*"
    )


def test_what_looks_like_markup_is_escaped(builder: type[Any]) -> None:
    paper = builder("临江报").on(2024, 3, 5).page("1")
    headline = "[点我](javascript:1) *星*"
    paper.article(headline, "# 不是标题", "- 不是列表", "1. 也不是", "<b>粗</b>|")
    lines = list(markdown(paper.issue(), paper.issue().articles))
    assert lines[2] == "## \\[点我\\](javascript:1) \\*星\\*"
    assert lines[4::2] == ["\\# 不是标题", "\\- 不是列表", "1\\. 也不是", "\\<b\\>粗\\</b\\>\\|"]
