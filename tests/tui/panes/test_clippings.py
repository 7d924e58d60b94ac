"""The list of clippings: its columns, and what is wanted of a row."""

from typing import Any

from msgspec.structs import replace

from tui.panes.clippings import ClipList, ClipRow

A = ClipRow("1", "2024-03-08", "古桥修好了", "临江报 2024-03-05(1)", "¶2 桥上", "写序时用")
B = ClipRow("2", "", "长" * 60, "临江报 2024-03-05(2)")


async def test_it_tells_what_is_wanted_of_a_row(stage: Any) -> None:
    listed = ClipList()
    async with stage(listed) as pane:
        listed.show([A, B])
        await pane.press("down", "enter", "e", "D")
        told = [(type(each).__name__, each.row.id) for each in pane.news]
        moved = [("Moved", "1"), ("Moved", "2")]
        assert told == [*moved, ("Chosen", "2"), ("Annotated", "2"), ("Dropped", "2")]


async def test_day_headline_note_and_source_stand_in_columns(stage: Any) -> None:
    listed = ClipList()
    async with stage(listed, (80, 3)):
        listed.show([A, B])
        first, second = (listed.line(number, 200).text for number in (0, 1))
        assert first.startswith(" 2024-03-08  古桥修好了")
        assert first.index("写序时用") < first.index("临江报")
        assert second.index("长") == 13, "the row above says its day"


async def test_a_long_part_leaves_the_source_its_room(stage: Any) -> None:
    listed = ClipList()
    async with stage(listed, (80, 3)):
        part = replace(B, part="¶2 " + "桥上" * 20)
        listed.show([part])
        line = listed.line(0, 80).text
        assert line.rstrip().endswith(B.source)
        assert "¶2 桥上桥上" in line
        assert line.count("长") >= 10
        listed.show([B])
        assert listed.line(0, 80).text.count("长") == 20, "nothing else needs the room"


async def test_the_cursor_goes_to_the_clipping_named(stage: Any) -> None:
    listed = ClipList()
    async with stage(listed):
        listed.show([A, B], "2")
        assert listed.row == B
        listed.show([A])
        assert listed.row == A
        listed.show([])
        assert listed.row is None
