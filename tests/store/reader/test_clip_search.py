"""What a query finds among clippings."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from store.reader.clip_search import matching
from store.reader.clippings import Clip
from store.reader.marks import Marks

KEYS = ("0123456789abcdef", "fedcba9876543210")
TAKEN = datetime(2024, 3, 6, tzinfo=UTC)


def clip(number: int, headline: str, *paragraphs: str, **more: Any) -> Clip:
    name, day = f"linjiangbao-2024-03-0{number}/1.1", date(2024, 3, number)
    key = KEYS[number - 1]
    return Clip(str(number), TAKEN, name, key, "临江报", day, "A1", headline,
                paragraphs=paragraphs, **more)  # fmt: skip


CLIPS = (
    clip(1, "古桥修好了", "石匠说，三月完工。", authors=("叶知秋",)),
    clip(2, "春茶開園", "茶农采茶。", note="写序时用"),
)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("石匠", [0]),
        ("开园", [1]),
        ("写序", [1]),
        ("headline:古桥", [0]),
        ("作者:叶知秋", [0]),
        ("date:2024-03-02..", [1]),
        ("报:临江 版:A1", [0, 1]),
        ("is:starred", [1]),
        ("-茶", [0]),
        ("", [0, 1]),
    ],
)
def test_queries_are_those_of_the_filter(query: str, expected: list[int], marks: Marks) -> None:
    marks.mark_all([KEYS[1]], starred=True)
    assert list(matching(CLIPS, query, marks)) == [CLIPS[at] for at in expected]
