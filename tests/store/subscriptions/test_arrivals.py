"""What has come into a library since some moment."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from store.corrections.correction import Correction
from store.library.library import open_library
from store.moments import utc_now
from store.subscriptions.arrivals import came_since


def age(folder: Path, by: timedelta) -> None:
    """Date all files back."""
    then = (utc_now() - by).timestamp()
    for path in folder.rglob("*"):
        os.utime(path, (then, then))


def test_what_came_since_a_moment_is_told_and_what_was_only_changed_is_not(
    tmp_path: Path, builder: Any
) -> None:
    library = open_library(tmp_path)
    old = builder("临江报").on(2024, 3, 3).page("1").article("老桥").add_to(library)
    corrected = builder("临江报").on(2024, 3, 4).page("1").article("旧塔").add_to(library)
    age(tmp_path, timedelta(days=2))
    new = builder("清溪报").on(2024, 3, 1).page("1").article("春茶").add_to(library)
    grown = builder("临江报", source="b").on(2024, 3, 3).page("2").article("渡口").add_to(library)
    (key,) = (article.key for article in library.issue(corrected.issue).articles)
    library.edit(corrected.issue, Correction("page", key, "2"))
    since = utc_now() - timedelta(days=1)
    came = {row.id: dates for row, dates in came_since(library.files, library.rows(), since)}
    assert came.keys() == {new.issue, grown.issue}
    assert grown.issue == old.issue
    (sha256,) = came[grown.issue]
    assert [a.headline for a in library.issue(old.issue).articles if a.source == sha256] == ["渡口"]
    assert all(date >= since for dates in came.values() for date in dates.values())
    assert not list(came_since(library.files, library.rows(), datetime(2100, 1, 1, tzinfo=UTC)))
