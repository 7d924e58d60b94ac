"""Markdown of an issue: a newspaper's own text is never markup in it."""

from typing import Any

from store.exports.markdown import markdown
from store.models import Byline, Issue, Source


def test_an_article_is_set_as_a_section(builder: type[Any]) -> None:
    paper = builder("临江报").on(2024, 3, 5).page("1")
    paper.article("古桥修好", "开头。", "修缮方案", "结尾。", kicker="顾长河强调", crossheads=(1,),
                  byline=(Byline("记者", ("白露", "陆渔")),), credit="江一帆 摄")  # fmt: skip
    issue = paper.issue()
    assert "\n".join(markdown(issue, issue.articles)) == (
        "# 临江报 2024-03-05\n\n顾长河强调\n\n## 古桥修好\n\n*记者 白露 陆渔*\n\n开头。\n\n"
        "### 修缮方案\n\n结尾。\n\n*江一帆 摄*\n\n"
        "— 白露, 陆渔. 古桥修好\\[N\\]. 临江报, 2024-03-05(1)."
    )


def test_what_looks_like_markup_is_escaped(builder: type[Any]) -> None:
    paper = builder("临江报").on(2024, 3, 5).page("1")
    headline = "[点我](javascript:1) *星*"
    paper.article(headline, "# 不是标题", "- 不是列表", "1. 也不是", "<b>粗</b>|")
    lines = list(markdown(paper.issue(), paper.issue().articles))
    assert lines[2] == "## \\[点我\\](javascript:1) \\*星\\*"
    assert lines[4:-2:2] == ["\\# 不是标题", "\\- 不是列表", "1\\. 也不是", "\\<b\\>粗\\</b\\>\\|"]


def test_a_lead_in_stands_for_the_people_that_it_names_and_for_no_others(
    builder: type[Any],
) -> None:
    paper = builder("临江报").on(2024, 3, 5).page("1")
    people = (Byline("本报记者", ("白露",)), Byline("通讯员", ("陆渔",)))
    paper.article("古桥修好", "本报讯 开头。", lead_in="本报讯", byline=people)
    lead_in = "本报讯（记者 白露）"
    paper.article("新桥开工", f"{lead_in}开头。", lead_in=lead_in, byline=people)
    issue = paper.issue()
    lines = [line for line in markdown(issue, issue.articles) if line.startswith("*")]
    assert lines == ["*本报记者 白露 通讯员 陆渔*", "*通讯员 陆渔*"]


def test_an_issue_of_no_known_paper_and_day_is_called_as_its_file_is() -> None:
    issue = Issue(sources=(Source("老桥.txt"),))
    assert list(markdown(issue, ())) == ["# 老桥.txt"]
    assert list(markdown(Issue(), ())) == ["# ……"]
