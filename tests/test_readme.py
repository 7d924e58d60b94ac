"""The README tells what the code does: its table of keys is made from the commands."""

from pathlib import Path

from tui.app import DubaoApp
from tui.commands import Command
from tui.panes.article import ArticlePane
from tui.panes.calendar import Calendar
from tui.panes.filter import FilterLine, KeywordList
from tui.panes.front import FrontPage
from tui.panes.issues import IssueList
from tui.panes.lines import CursorLines
from tui.screens.calendar import CalendarScreen
from tui.screens.editing import EditScreen
from tui.screens.front import FrontScreen
from tui.screens.marking import MarkingScreen
from tui.screens.moving import MovingScreen
from tui.screens.reading import ReadingScreen

README = Path(__file__).parents[1] / "README.md"
SECTIONS: list[tuple[str, list[Command]]] = [
    ("everywhere", [*ReadingScreen.KEYS, *MovingScreen.KEYS, *MarkingScreen.KEYS, *DubaoApp.KEYS]),
    ("issue list", [*IssueList.KEYS, *CursorLines.KEYS]),
    ("article", ArticlePane.KEYS),
    ("filter line", FilterLine.KEYS),
    ("keywords", KeywordList.KEYS),
    ("front page (`f`)", [*FrontPage.KEYS, *FrontScreen.KEYS]),
    ("calendar (`C`)", [*Calendar.KEYS, *CalendarScreen.KEYS]),
    ("setting right (`e`)", EditScreen.KEYS),
]


def table() -> str:
    """Return the table of keys as the README has it."""
    lines = ["| where | keys | what |", "|---|---|---|"]
    for where, commands in SECTIONS:
        for command in commands:
            keys = " ".join(f"`{key}`" for key in command.keys_shown().split())
            lines.append(f"| {where} | {keys} | {command.title} |")
            where = ""
    return "\n".join(lines)


def between(text: str, mark: str) -> str:
    """Return what stands between the README's marks of this name."""
    return text.split(f"<!-- {mark} -->")[1].split(f"<!-- /{mark} -->")[0].strip()


def test_the_table_of_keys_is_that_of_the_commands() -> None:
    assert between(README.read_text(encoding="utf-8"), "keys") == table()


def test_no_key_means_two_things_in_one_place() -> None:
    for where, commands in SECTIONS:
        keys = [key for command in commands for key in command.keys.split(",")]
        assert len(keys) == len(set(keys)), where
