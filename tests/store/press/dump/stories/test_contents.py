"""The 导读 box: titles with pages, whatever stands first."""

from collections.abc import Callable

import pytest

from store.models import IndexEntry
from store.press.dump.lines.lines import Line
from store.press.dump.stories.contents import read_entries


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        (
            "古桥体检\n十二座桥完成\n» 详见 3 版\n春茶开园\n» 详见 4 版\n集市一览",
            [("古桥体检", "十二座桥完成", "3"), ("春茶开园", "", "4"), ("集市一览", "", "")],
        ),
        ("» 3版\n古桥体检\n» 4版\n春茶开园", [("古桥体检", "", "3"), ("春茶开园", "", "4")]),
        ("古桥体检……第3版\n春茶开园▶4版", [("古桥体检", "", "3"), ("春茶开园", "", "4")]),
        ("03版 古桥体检\nA04 春茶今日开园", [("古桥体检", "", "3"), ("春茶今日开园", "", "A4")]),
        (
            "水渠为何不淤？\n（A04）\n老街夜市\n（A05）",
            [("水渠为何不淤？", "", "A4"), ("老街夜市", "", "A5")],
        ),
        (
            "古桥体检  》3版\n读《山月》有感  》4版",
            [("古桥体检", "", "3"), ("读《山月》有感", "", "4")],
        ),
        (
            "老街夜市\n（报道见4版）\n春茶开园\n（报道见5版）",
            [("老街夜市", "", "4"), ("春茶开园", "", "5")],
        ),
        ("要聞 P.2\n水渠不淤", [("水渠不淤", "", "2")]),
        ("1. 古桥体检；\n（2）春茶开园。", [("古桥体检", "", ""), ("春茶开园", "", "")]),
    ],
)
def test_entries(
    lines_of: Callable[[str], list[Line]], text: str, entries: list[tuple[str, str, str]]
) -> None:
    assert read_entries(lines_of(text)) == tuple(IndexEntry(*entry) for entry in entries)
