"""The palette of commands: Textual's own, whose list is asked for no page before it is laid out."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.command import CommandList, CommandPalette
from textual.widgets import Input

from tui.terminal.textual_seam import PassingScreen
from tui.typeset import width


class Palette(CommandPalette, PassingScreen[None]):
    """Commands by their names; its lines are of dashes where a terminal draws others too wide."""

    DEFAULT_CSS = """
    Palette.-dashes #--input { border: none; border-top: ascii; }
    Palette.-dashes CommandList { border: none; border-bottom: ascii; }
    Palette.-dashes LoadingIndicator { border: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]

    def on_mount(self) -> None:
        """Take the lines that are as long here as they are meant to be."""
        self.set_class(width("▔") > 1, "-dashes")

    def action_page(self, by: int) -> None:
        """Move by so many pages; a command has two rows, its name and a blank or its help."""
        commands = self.query_one(CommandList)
        if commands.option_count:
            at = (commands.highlighted or 0) + by * max(1, commands.size.height // 2)
            commands.highlighted = max(0, min(at, commands.option_count - 1))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Look for nothing any more once one has left."""
        if self.app.screen is not self:
            event.prevent_default()
