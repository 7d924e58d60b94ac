"""Dates of queries: what spans they mean, and what is none."""

from datetime import date

import pytest

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


@pytest.mark.parametrize("typed", ["x", "20", "2019-13", "2023-02-30", "2019-11-19-01"])
def test_no_date(typed: str) -> None:
    assert dated(typed) is None
