"""Dates of queries: what spans they mean, and what is none."""

from datetime import date

import pytest

from store.index.query import dates
from store.index.query.conditions import Dated
from store.index.query.dates import dated


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("2024", Dated(date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-2", Dated(date(2024, 2, 1), date(2024, 2, 29))),
        ("2024年3月5日", Dated(date(2024, 3, 5), date(2024, 3, 5))),
        ("2019-11..2019-12", Dated(date(2019, 11, 1), date(2019, 12, 31))),
        ("2019-11-02~2019-11-05", Dated(date(2019, 11, 2), date(2019, 11, 5))),
        ("2019-11...", Dated(date(2019, 11, 1), date.max)),
        ("..2019-11-02", Dated(date.min, date(2019, 11, 2))),
    ],
)
def test_a_span(typed: str, span: Dated) -> None:
    assert dated(typed) == span


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("today", Dated(date(2024, 3, 1), date(2024, 3, 1))),
        ("今天", Dated(date(2024, 3, 1), date(2024, 3, 1))),
        ("yesterday", Dated(date(2024, 2, 29), date(2024, 2, 29))),
        ("昨天", Dated(date(2024, 2, 29), date(2024, 2, 29))),
        ("7d", Dated(date(2024, 2, 23), date(2024, 2, 23))),
        ("7d..", Dated(date(2024, 2, 23), date.max)),
        ("7天前..昨天", Dated(date(2024, 2, 23), date(2024, 2, 29))),
        ("2024-01..today", Dated(date(2024, 1, 1), date(2024, 3, 1))),
    ],
)
def test_a_span_told_from_the_papers_today(
    typed: str, span: Dated, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dates, "papers_today", lambda: date(2024, 3, 1))
    assert dated(typed) == span


@pytest.mark.parametrize(
    "typed",
    ["", "today..x", "tomorrow", "x", "20", "2019-13", "2023-02-30", "2019-11-19-01"],
)
def test_no_date(typed: str) -> None:
    assert dated(typed) is None
