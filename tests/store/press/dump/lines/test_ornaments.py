"""What a program put among the lines of a page is furniture."""

import pytest

from store.press.dump.lines.kinds import FURNITURE
from store.press.dump.lines.lines import split_lines
from store.press.dump.lines.ornaments import tell_ornaments


@pytest.mark.parametrize(
    "text",
    [
        *("━━━━━━━━━━", "- - - - - -", "==========", "＊" * 0 + "* * * * *", "┌────┬────┐"),
        *("[image]", "[IMG] [IMG]", "[图片]", "[bridge_01.jpg]", "(BUTTON)"),
        *("(BUTTON) 放大 (BUTTON) 缩小", "(BUTTON)打印"),
        *("References", "Visible links:", "12. https://qingxi.invalid/a?b=1", "javascript:void(0)"),
        "Search: ____________ [ 搜索 ]",
    ],
)
def test_ornaments(text: str) -> None:
    (line,) = tell_ornaments(split_lines(text))
    assert (line.text, line.kind) == (text, FURNITURE)


@pytest.mark.parametrize(
    "text",
    ["古桥体检完成", "——写在老桥修缮之后", "[桥头]今日开园", "1. 古桥体检完成", "……", "* 春茶开园"],
)
def test_what_is_printed(text: str) -> None:
    (line,) = tell_ornaments(split_lines(text))
    assert not line.kind
