"""Sources after GB/T 7714-2015."""

from datetime import date

import pytest

from store.exports.citation import citation

DAY = date(2024, 3, 5)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (("桥", ("叶知秋",), "报", DAY, "1"), "叶知秋. 桥[N]. 报, 2024-03-05(1)."),
        (("题", tuple("甲乙丙"), "报", DAY, "A1"), "甲, 乙, 丙. 题[N]. 报, 2024-03-05(A1)."),
        (("题", tuple("甲乙丙丁"), "报", DAY, ""), "甲, 乙, 丙, 等. 题[N]. 报, 2024-03-05."),
        (("", (), "", None, ""), "无题[N]. 报名不详, 日期不详."),
    ],
)  # fmt: skip
def test_what_is_not_printed_is_not_made_up(
    given: tuple[str, tuple[str, ...], str, date | None, str], expected: str
) -> None:
    assert citation(*given) == expected
