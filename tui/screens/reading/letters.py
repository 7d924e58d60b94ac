"""Keys that take one letter: to keep a place, to find it again, to mark what a scope holds."""

from typing import Literal

from tui.language import N_, _
from tui.screens.reading.command_line import CommandLine
from tui.screens.reading.host import Host
from tui.screens.reading.navigation import Navigation

Purpose = Literal["keep", "seek", "read"]
"""What a letter is asked for: to keep a place by it, to find one again, or to name a scope."""

NO_LETTER: dict[Purpose, str] = {
    "keep": N_("No letter: the place is not kept."),
    "seek": N_("No letter: one stays here."),
    "read": N_("None of these letters: nothing is marked."),
}


class Letters:
    """Asks for a letter, and hands the next key to what it is for."""

    def __init__(self, host: Host, navigation: Navigation, command_line: CommandLine) -> None:
        self._host = host
        self._navigation = navigation
        self._uses = {
            "keep": navigation.keep_place,
            "seek": navigation.find_place,
            "read": command_line.mark_scope_read,
        }
        self._asked_for: Purpose | None = None

    def action_letter(self, purpose: Purpose) -> None:
        """Wait for a letter."""
        if self._host.article is None:
            return
        with self._host.telling():
            self._asked_for = purpose
            if purpose == "read":
                question = _("a above, b below, p the page, i the issue, s all shown:")
            else:
                known = self._navigation.known_letters()
                question = _("A letter from a to z ({known}):").format(known=known or "-")
            self._host.tell(question)

    def take(self, character: str) -> bool:
        """Take what a key types, ``""`` for nothing; return False where no letter is waited for.

        Anything but a letter ends the waiting.
        """
        purpose, self._asked_for = self._asked_for, None
        if purpose is None:
            return False
        if character.isascii() and character.islower():
            with self._host.telling():
                self._uses[purpose](character)
        else:
            self._host.tell(_(NO_LETTER[purpose]))
        return True
