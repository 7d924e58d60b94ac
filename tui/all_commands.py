"""All that a reader can do, place by place: for README, ``dubao keys`` and the configuration."""

from collections.abc import Mapping, Sequence

from tui.commands import Command, keymap, named_today
from tui.language import N_

EVERYWHERE = [
    Command("question_mark,f1", "help", N_("Help for where one stands"), N_("help")),
    Command("ctrl+p", "command_palette", N_("The command palette")),
    Command("ctrl+l", "repaint", N_("Paint the screen anew")),
    Command("ctrl+z", "suspend_process", N_("Suspend; fg in the shell brings it back")),
    Command("q,ctrl+q,ctrl+c,Z Z", "quit", N_("Quit"), N_("quit")),
]
"""The commands of the application itself."""


def sections() -> dict[str, Sequence[Command]]:
    """Return the commands of each place; imports every screen, which takes a moment."""
    from tui.panes.article import ArticlePane
    from tui.panes.calendar import Calendar
    from tui.panes.choices import Choices
    from tui.panes.clippings import ClipList
    from tui.panes.completing_input import CompletingInput
    from tui.panes.filter_line import FilterLine
    from tui.panes.front import FrontPage
    from tui.panes.issues import IssueList
    from tui.panes.keywords import KeywordList
    from tui.panes.lines import CursorLines
    from tui.panes.subscriptions import SubscriptionList
    from tui.screens.arrivals.subscriptions import SubscriptionsScreen
    from tui.screens.calendar import CalendarScreen
    from tui.screens.choosing import ChoosingScreen
    from tui.screens.clippings.screen import ClippingsScreen
    from tui.screens.editing import EditScreen
    from tui.screens.front import FrontScreen
    from tui.screens.gallery import GalleryScreen
    from tui.screens.reading.screen import ReadingScreen

    return {
        N_("everywhere"): [*ReadingScreen.KEYS, *EVERYWHERE],
        N_("issue list"): [*IssueList.KEYS, *CursorLines.KEYS],
        N_("article"): ArticlePane.KEYS,
        N_("filter line"): [*FilterLine.KEYS, *CompletingInput.KEYS],
        N_("keywords"): KeywordList.KEYS,
        N_("list to choose from (`a`, `T`, `i`)"): [*Choices.KEYS, *ChoosingScreen.KEYS],
        N_("page as made up (`f`)"): [*FrontPage.KEYS, *FrontScreen.KEYS],
        N_("calendar (`C`)"): [*Calendar.KEYS, *CalendarScreen.KEYS],
        N_("pictures (`p`)"): GalleryScreen.KEYS,
        N_("subscriptions (`P`)"): [*SubscriptionList.KEYS, *SubscriptionsScreen.KEYS],
        N_("clippings (`B`)"): [*ClipList.KEYS, *ClippingsScreen.KEYS],
        N_("setting right (`e`)"): EditScreen.KEYS,
    }


def checked(keys: Mapping[str, str], macros: Mapping[str, str]) -> list[str]:
    """Return what is wrong with the keys of a configuration, a sentence for each thing."""
    return keymap(sections(), named_today(keys), macros)[1]
