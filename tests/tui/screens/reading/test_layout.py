"""How the panes stand, without a terminal."""

from store.reader.place import Place
from tests.tui.screens.reading.fake_host import FakeHost
from tui.screens.reading.layout import STEP, PaneLayout
from tui.state.layout import LAYOUTS, widths
from tui.typeset import script_shown


def test_panes_are_one_two_three_or_as_many_as_there_is_room_for(host: FakeHost) -> None:
    layout = PaneLayout(host, Place(panes=2))
    assert layout.breakpoints == LAYOUTS[2]
    layout.action_panes()
    assert (layout.panes, host.panes.breakpoints) == (3, LAYOUTS[3])
    assert host.told == "Panes: 3"
    layout.action_panes()
    assert (layout.panes, host.panes.breakpoints) == (0, LAYOUTS[0])
    assert "as many as there is room for" in host.told


def test_texts_are_shown_in_one_script_after_the_other(host: FakeHost) -> None:
    layout = PaneLayout(host, Place())
    assert layout.script == ""
    for script in ("simplified", "traditional", "printed"):
        layout.action_script()
        assert layout.script == script_shown() == script
        assert script.capitalize()[:5] in host.told or script == "printed"
    assert host.panes.drawn == 3


def test_the_list_is_made_wider_and_given_its_own_width_back(host: FakeHost) -> None:
    layout = PaneLayout(host, Place())
    layout.apply()
    own = host.panes.widths
    assert own == widths(120)
    layout.action_widen(1)
    assert host.panes.widths.list == own.list + STEP
    layout.action_widen(0)
    assert host.panes.widths == own
    assert layout.list_width == 0


def test_one_pane_has_no_width_to_choose(host: FakeHost) -> None:
    host.panes.one_pane = True
    layout = PaneLayout(host, Place(list_width=40))
    layout.action_widen(1)
    assert layout.list_width == 40
    assert "There is one pane here" in host.told
