"""The list of subscriptions: its columns, and what is wanted of a row."""

from typing import Any

from tui.panes.subscriptions import SubscriptionList, SubscriptionRow

A = SubscriptionRow("a", "临江报", "03-05 06:30 56 new articles", "next 03-05 08:30")
B = SubscriptionRow("b", "岭北", "never fetched", "due now", "No answer.", "b-2024-03-05")


async def test_it_tells_what_is_wanted_of_a_row(stage: Any) -> None:
    listed = SubscriptionList()
    async with stage(listed) as pane:
        listed.show([A, B])
        await pane.press("down", "enter", "o")
        told = [(type(each).__name__, each.row.name) for each in pane.news]
        assert told == [("Moved", "a"), ("Moved", "b"), ("Chosen", "b"), ("Opened", "b")]


async def test_the_columns_stand_beneath_each_other(stage: Any) -> None:
    listed = SubscriptionList()
    async with stage(listed):
        listed.show([A, B])
        first, second = (listed.line(number, 80).text for number in (0, 1))
        assert first.startswith(" 临江报  03-05 06:30 56 new articles  next 03-05 08:30")
        assert second.startswith(" 岭北    never fetched                due now")
        assert second.rstrip().endswith("No answer.")


async def test_the_cursor_stays_on_its_subscription(stage: Any) -> None:
    listed = SubscriptionList()
    async with stage(listed):
        listed.show([B])
        listed.show([A, B])
        assert listed.row == B
        listed.show([])
        assert listed.row is None


async def test_what_is_set_stands_in_the_line(stage: Any) -> None:
    listed = SubscriptionList()
    async with stage(listed):
        listed.show([SubscriptionRow("a", "临江报", "now", "soon", options="--keep 30")])
        assert listed.line(0, 80).text.rstrip().endswith("soon  --keep 30")
