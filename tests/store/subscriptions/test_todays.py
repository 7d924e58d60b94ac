"""What is of today: by its date, or as it came since midnight where the paper is made."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from store.library.library import open_library
from store.subscriptions.todays import of_today

NOW = datetime(2024, 3, 5, 2, tzinfo=UTC)


def test_by_date_or_since_midnight(tmp_path: Path, builder: Any) -> None:
    library = open_library(tmp_path / "library")
    builder("临江报").on(2024, 3, 5).page("1").article("老桥").add_to(library)
    builder("清溪报").on(2024, 3, 4).page("1").article("茶市").add_to(library)

    def told(hours: int) -> list[tuple[str, bool, int]]:
        moment = (NOW - timedelta(hours=hours)).timestamp()
        for path in library.path.rglob("*"):
            os.utime(path, (moment, moment))
        found = of_today(library.files, library.rows(), NOW)
        return [(each.row.paper, each.dated, len(each.fresh)) for each in found]

    assert told(12) == [("临江报", True, 0)]
    assert sorted(told(1)) == [("临江报", True, 1), ("清溪报", False, 1)]
