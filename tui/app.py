"""The application: it holds what the screens share, and opens the first of them."""

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import ClassVar

from msgspec.structs import replace
from textual import events, on
from textual.actions import ActionParseResult, parse
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.screen import Screen

from store.config import Config
from store.errors import DubaoError
from store.library.library import Library
from store.locations import state_folder
from store.messages import Message
from store.reader.marks import Marks
from tui.all_commands import EVERYWHERE, sections
from tui.commands import (
    bindings,
    commands_of,
    counted,
    is_typed,
    key_name,
    keymap,
    named_today,
    sequences,
)
from tui.guests.restricted import DENIED
from tui.language import N_, _
from tui.messages import translated
from tui.panes.notice import Notice
from tui.panes.status import StatusLine
from tui.screens.reading.opening import Start
from tui.screens.reading.screen import ReadingScreen
from tui.screens.standing import named, nodes_above
from tui.state.session import Session
from tui.styles import hard_to_read, palette_of, theme_named
from tui.terminal.environment import terminal_has_margins
from tui.terminal.grid import Cell
from tui.terminal.input_method import PLAIN, plain
from tui.terminal.lean import LeanApp, takes_text
from tui.terminal.picture import Picture, Stamps, stamps
from tui.themes import themes
from tui.typeset import show_in, space_as

QUIT = next(command for command in EVERYWHERE if command.action == "quit")

MOST_STEPS = 99_999
"""More steps at a time are not asked for."""


class DubaoApp(LeanApp):
    """The reader."""

    TITLE = "dubao"
    CSS_PATH = "paper.tcss"
    ENABLE_COMMAND_PALETTE = True
    HELP = N_("Everywhere")
    KEYS = EVERYWHERE
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))
    once_standing: Callable[[], object] = staticmethod(lambda: None)

    def __init__(
        self,
        library: Library,
        marks: Marks,
        config: Config | None = None,
        *,
        start: str = "",
        notice: str = "",
        first: bool = False,
        picture: Picture | None = None,
        watched: Sequence[str] = (),
        restricted: bool = False,
        awaited: Library | None = None,
    ) -> None:
        """Begin at the issue `start`, else where one left off, on `picture` if one is painted.

        A `first` start welcomes whoever reads. `watched` are files whose contents the next picture
        shows; without them there is none. `restricted` keeps a guest to reading. `awaited` is an
        empty library in whose place another is shown until it holds something.
        """
        super().__init__(picture)
        self.denied = DENIED if restricted else frozenset[str]()
        self.config = config or Config()
        self.grid.margins = terminal_has_margins(self.config.margins)
        self.session = Session(library, marks, fuzzy=self.config.fuzzy)
        self._take_theme()
        self.keys_set = named_today(self.config.keys)
        self.held = True  # until the reading screen has found its layout and its article
        self._count = 0
        self._sequences = sequences({QUIT.name: QUIT.keys} | self.keys_set, self.config.macros)
        self._pressed: tuple[str, ...] = ()
        patient = picture is not None and picture.whole  # the driver takes it away
        show_in(marks.place().script, self.config.script)
        space_as(self.config)
        self._start = Start(start, notice, first, self.config.hanging, patient, awaited)
        self._watched = watched
        self.left_off: tuple[Stamps, list[list[Cell]]] | None = None
        """The stamps of what is watched, and the screen as the next start will show it."""
        self.untold: list[Message] = []  # what could not be read or kept, till it is told
        self.failed = False

    def _take_theme(self) -> None:
        """Take the theme that is set; of the terminal's own colours one reading tells all."""
        for theme in themes():
            self.register_theme(theme)
        self.theme = theme_named(self.config.theme)
        if self.theme.startswith("ansi"):
            self.styled_for = self.theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return what the style sheets' colours are where a theme does not say."""
        return dict(palette_of(self.theme))

    def get_default_screen(self) -> Screen[None]:
        """Return the reading screen."""
        config = self.config
        start = replace(self._start, setting=config.setting, front=config.front)
        start = replace(start, at_front=config.start == "front", untold=self.untold)
        follows = config.state == "archive"
        start = replace(start, follows=follows, once_standing=self.once_standing)
        return ReadingScreen(self.session, start)

    @on(ReadingScreen.FirstPaintReady)
    def _first_paint_ready(self) -> None:
        self.release()
        gc.freeze()
        gc.enable()
        if self.keys_set or self.config.macros:
            self._set_keys()
        if self.config.colours and isinstance(self.screen, ReadingScreen):
            for sentence in hard_to_read(self.theme):
                self.screen.view.tell(sentence)

    def _set_keys(self) -> None:
        """Take the keys of the configuration, and say what is wrong with them."""
        mapped, wrong = keymap(sections(), self.keys_set, self.config.macros)
        self.set_keymap(mapped)
        if wrong and isinstance(self.screen, ReadingScreen):
            self.screen.view.tell(wrong[0])

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield the commands of where one stands: the palette's content."""
        for node, __, commands in nodes_above(screen):
            for command in commands:
                name, keys = _(command.title), command.keys_shown()

                async def run(node: object = node, action: str = command.action) -> None:
                    await self.run_action(action, node)  # type: ignore[arg-type]

                yield SystemCommand(name, keys, run)

    async def on_event(self, event: events.Event) -> None:
        """Take an event; the next key takes notices away, and what was told with a key or click.

        A key typed with an input method on is the key that was pressed, unless it is one of those
        that the reader has set, or goes into a line of text. What is pasted goes into one line.
        """
        if isinstance(event, events.Key):
            self.screen.query(Notice).remove()
        if isinstance(event, events.Key | events.MouseUp):
            for line in self.screen.query(StatusLine):
                line.pass_news()
        if isinstance(event, events.Key) and not (self._typing() or self._is_set(event)):
            event = plain(event)
        elif isinstance(event, events.Paste):
            event = events.Paste(" ".join(filter(str.strip, event.text.splitlines())))
        await super().on_event(event)

    async def on_key(self, event: events.Key) -> None:
        """Take a key of a sequence; or a digit: the next move goes so many times as far.

        A modal screen, such as the palette, asks for no keys of the application's: one leaves by
        them all the same.
        """
        if self.screen.is_modal and self.leaves(event.key):
            event.prevent_default()
            await self.run_action(QUIT.action)
            return
        pressed, self._pressed = (*self._pressed, event.key), ()
        if any(each[: len(pressed)] == pressed for each in self._sequences):
            event.prevent_default()
            meant = commands_of(self._sequences.get(pressed, ""))
            found = named(self.screen, meant[0]) if len(meant) == 1 else None
            if found:
                await self.run_action(found[1].action, found[0])
            elif meant:
                self.run_worker(self._play(meant))
            elif pressed not in self._sequences:
                self._pressed = pressed
                self._tell(key_name(" ".join(pressed)))
            return
        digit = event.character or ""
        if digit in ",".join(self.keys_set.values()).split(","):
            return
        if digit.isascii() and digit.isdigit() and (self._count or digit != "0"):
            self._count = min(self._count * 10 + int(digit), MOST_STEPS)
            self._tell(str(self._count))
            event.prevent_default()

    async def _play(self, names: Sequence[str]) -> None:
        """Do the commands of a macro, each when the one before is done; keys wait for the last.

        What is typed at ``:`` may be among them. It ends at one that cannot be used where it is.
        """
        ended = self.playing.begin("macro")
        try:
            for name in names:
                found = named(self.screen, name)
                if found is not None:
                    self.call_later(self.run_action, found[1].action, found[0])
                elif is_typed(name) and isinstance(self.screen, ReadingScreen):
                    self.call_later(self.screen.view.command_line.run, name)
                else:
                    self._tell(_("There is no command {n} here.").format(n=name))
                    return
                await self.settled()
        finally:
            ended()

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key says, as many times as far as a number before it says."""
        count, self._count = self._count, 0
        if isinstance(action, str):
            action = parse(counted(action, count))
        destination, name, arguments = action
        if name in self.denied:
            self._tell(_("Guests cannot do that."))
            return True
        try:
            if isinstance(default_namespace, ReadingScreen) and not destination:
                handled = await default_namespace.run(name, arguments)
                if handled:
                    return True
            return await super().run_action(action, default_namespace, namespaces)
        except DubaoError as error:
            self._tell(translated(error.message))
            return True

    def _tell(self, news: str) -> None:
        for line in self.screen.query(StatusLine):
            line.show(left=(news,))

    def action_command_palette(self) -> None:
        """Open the palette, in the language chosen."""
        from tui.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            placeholder = _("Search for a command")
            self.push_screen(Palette(id="--command-palette", placeholder=placeholder))

    def action_help(self) -> None:
        """Show the help for where one stands."""
        from tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_repaint(self) -> None:
        """Paint the whole screen anew."""
        self.repaint()

    def leaving(self, reason: str) -> None:
        """Keep where one stands, whatever one leaves for; what cannot be kept holds nobody."""
        del reason
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen):
                try:
                    screen.keep_place()
                except DubaoError as error:
                    self.untold.append(error.message)

    def take_failure(self, error: Exception) -> int:
        """Keep where one stands, and a note of the error; return the status to end with.

        Where one leaves already, that stays the reason: what fails then is noted all the same.
        """
        if self.is_headless:
            return 0  # a test's, which is to see it
        from tui.screens.failure import FAILED, note_failure

        if not self.failed:
            self.failed = True
            with suppress(Exception):  # whatever is broken: the terminal is given back
                self.leaving("failure")
            self.untold.append(note_failure(error, state_folder()))
        return self.departure.status or FAILED

    def leaves(self, key: str) -> bool:
        """Return whether this key quits, as it is set and where one stands; from any thread.

        The last screen may be gone already: keys are read until the terminal is given back.
        """
        typing = len(key) == 1 and self._typing()
        return not typing and PLAIN.get(key, key) in QUIT.rebound(self.keys_set).keys.split(",")

    def _typing(self) -> bool:
        """Return whether what is typed goes into a line of text."""
        return any(takes_text(screen.focused) for screen in self.screen_stack[-1:])

    def _is_set(self, key: events.Key) -> bool:
        """Return whether the configuration has this key for a command."""
        mine = ",".join(self.keys_set.values()).replace(" ", ",").split(",")
        return key.key in mine or key.character in mine

    async def action_quit(self) -> None:
        """Keep where one stands, and quit."""
        self.leaving("quit")
        await self.depart()

    async def depart(self, status: int = 0) -> None:
        """Draw what the next start will show first, and end the application.

        Where the library or the state fails meanwhile, the next start is without that picture.
        """
        self.held = True
        screen = self.screen
        if self._watched and isinstance(screen, ReadingScreen):
            before = stamps(self._watched)  # what is drawn is read after this
            with suppress(DubaoError):
                if await screen.view.opening.show_next_start():
                    self.left_off = before, self.drawn()
        await super().depart(status)
