"""What stands in the place of a page, and stories that only speak of such things."""

import pytest

from store.press.barriers import barrier, is_error


@pytest.mark.parametrize(
    ("title", "line", "kind"),
    [
        ("404 Not Found", "nginx", "error"),
        ("望江网", "抱歉，您访问的页面不存在或已被删除！", "error"),
        ("出错了", "五秒钟后将自动跳转到首页。", "error"),
        ("页面不存在-望江网", "请返回首页重新浏览。", "error"),
        ("Page not found - River Daily", "It may have been moved.", "error"),
        ("502 Bad Gateway", "Try again.", "error"),
        ("Just a moment...", "Checking your browser before accessing the site.", "check"),
        ("安全验证", "您的访问过于频繁，请完成下方的验证后继续访问。", "check"),
        ("老桥修好了", "本文为付费内容，您还没有订阅。", "paywall"),
        ("老桥修好了", "订阅后可阅读全文", "paywall"),
        ("The bridge", "Subscribe to continue reading.", "paywall"),
        ("用户登录-望江网", "请输入您的手机号。", "login"),
        ("老桥修好了", "登录后阅读全文", "login"),
        ("老桥修好了_望江网", "望江县的老桥昨天修好了，两岸的村民都来看，桥上挂了灯。", ""),
        ("望江县开展安全检查", "安全检查组昨天到了望江县，检查了三座桥。", ""),
        ("积分怎么查", "市民登录后可查看积分，剩余 20% 年底清零。", ""),
        ("404 路公交车改道", "404 路公交车明天起改走新桥。", ""),
    ],
)
def test_what_stands_in_a_pages_place(title: str, line: str, kind: str) -> None:
    found = barrier(f"<title>{title}</title><p>{line}", [line])
    assert (found.code if found else "") == kind


def test_a_page_that_its_program_fills() -> None:
    markup = "<title>望江日报</title><div id=app></div>"
    found = barrier(f"{markup}<script src=app.js></script>", ["正在加载……"])
    assert found is not None
    assert found.code == "shell"
    assert barrier(markup, []) is None


def test_an_error_in_one_line() -> None:
    assert is_error("对不起，您访问的页面不存在。")
    assert not is_error("望江县的老桥修好了。")
