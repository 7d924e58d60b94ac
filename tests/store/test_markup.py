"""A newspaper's own text is never markup."""

import pytest

from store.markup import escape_markdown


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("古桥修好", "古桥修好"),
        ("[点我](javascript:1) *星*", "\\[点我\\](javascript:1) \\*星\\*"),
        ("# 不是标题", "\\# 不是标题"),
        ("- 不是列表", "\\- 不是列表"),
        ("  1. 也不是", "  1\\. 也不是"),
        ("2024.3 起", "2024.3 起"),
        ("<b>粗</b>|~`_\\", "\\<b\\>粗\\</b\\>\\|\\~\\`\\_\\\\"),
    ],
)
def test_what_looks_like_markdown_is_escaped(text: str, escaped: str) -> None:
    assert escape_markdown(text) == escaped
