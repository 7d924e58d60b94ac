"""Commands by their names, and what is done to many articles at once."""

from collections.abc import Callable
from functools import partial

from store.errors import DubaoError
from tui.language import _, plural
from tui.screens.reading.clipping import keep
from tui.screens.reading.host import Host
from tui.screens.reading.layout import PaneLayout
from tui.screens.reading.marking import once_told
from tui.state.command_line import LETTERS, SCOPES, ParsedCommand, keys_of, offers, parse
from tui.state.layout import LAYOUTS
from tui.state.marking import mark_read, star, tag
from tui.styles import PALETTES
from tui.typed import GIVEN, SCOPED, nearest

MOST_CLIPPED = 1000
"""Articles that are clipped at once: their texts are kept in one file, of a few megabytes then."""


class CommandLine:
    """Takes typed commands; they reach what keys reach, and more at once."""

    def __init__(self, host: Host, layout: PaneLayout) -> None:
        self._host = host
        self._layout = layout

    def action_order(self) -> None:
        """Ask for a command."""
        tags = tuple(self._host.session.marks.tags())
        arguments = {
            "tag": tags,
            "untag": tags,
            "theme": tuple(PALETTES),
            "panes": tuple(map(str, LAYOUTS)),
        }
        names = tuple(self._host.outside.command_names())
        question = _("command (Tab completes):")
        self._host.ask(question, self.run, lambda text: offers(text, names, arguments))

    async def run(self, text: str) -> None:
        """Do what was typed."""
        command = parse(text)
        with self._host.telling():
            match command.name:
                case "read" | "unread" | "star" | "unstar" | "tag" | "untag":
                    self._mark(command)
                case "clip":
                    self._clip(command)
                case "filter":
                    self._host.narrow_by(command.argument)
                case "go":
                    self._host.go(self._address(command.argument), _("Where to?"))
                case "theme" if command.argument in PALETTES:
                    self._host.outside.set_theme(command.argument)
                case "panes" if command.argument in map(str, LAYOUTS):
                    self._layout.set_panes(int(command.argument))
                case _:
                    if not await self._host.outside.run(
                        " ".join(filter(None, (command.name, command.argument)))
                    ):
                        self._tell_unknown(command.name, text)

    def _tell_unknown(self, name: str, text: str) -> None:
        """Tell that there is no such command, and which is nearest."""
        names = {*self._host.outside.command_names(), *SCOPED, *GIVEN}
        if (near := nearest(name, names)) and near != name:
            self._host.tell(_("There is no command {n}; is it {near}?").format(n=text, near=near))
        else:
            self._host.tell(_("There is no command {n}; ? lists them.").format(n=text))

    def mark_scope_read(self, letter: str) -> None:
        """Mark the articles of a scope, named by its first letter, read."""
        if letter in LETTERS:
            self._mark(ParsedCommand("read", scope=LETTERS[letter]))
        else:
            self._host.tell(_("None of these letters: nothing is marked."))

    def _mark(self, command: ParsedCommand) -> None:
        """Mark the articles of a command's scope, as one action."""
        name = "-".join(command.argument.split())
        if news := _wrong(command):
            self._host.tell(news.format(name=command.name, scope=name, scopes=", ".join(SCOPES)))
            return
        keys, marks = self._keys(command), self._host.session.marks
        changes: dict[str, Callable[[], int]] = {
            "read": partial(mark_read, marks, keys),
            "unread": partial(mark_read, marks, keys, read=False),
            "star": partial(star, marks, keys),
            "unstar": partial(star, marks, keys, starred=False),
            "tag": partial(tag, marks, keys, name),
            "untag": partial(tag, marks, keys, name, tagged=False),
        }

        def do() -> None:
            marked = changes[command.name]()
            self._host.show_list()
            news = plural("{n} article marked.", "{n} articles marked.", marked)
            self._host.tell(news.format(n=marked))

        once_told(self._host, len(keys), do)

    def _clip(self, command: ParsedCommand) -> None:
        """Clip the articles of a command's scope, each as a whole."""
        from tui.screens.clippings.articles import cuttings_of  # not before the first paint

        keys = () if command.argument else self._keys(command)
        if len(keys) > MOST_CLIPPED:
            news = _("{n} articles are too many to clip at once (at most {most}).")
            self._host.tell(news.format(n=len(keys), most=MOST_CLIPPED))
        elif keys:
            keep(self._host, cuttings_of(self._host.session.library, keys))
        else:
            self._host.tell(_("Clip what? As :clip page, or :clip /防汛."))

    def _keys(self, command: ParsedCommand) -> tuple[str, ...]:
        """Return the keys of the articles that a command is for."""
        host = self._host
        return keys_of(command, host.session, host.outline, host.article, host.panes.issues.cursor)

    def _address(self, name: str) -> str:
        """Return the article of this address, or the first of the issue of this name."""
        session = self._host.session
        try:
            return session.library.article(name)[1].id
        except DubaoError:
            return session.first(session.library.issue(name).id) if name else ""


def _wrong(command: ParsedCommand) -> str:
    """Return what is wrong with a command that marks articles, ``""`` if nothing is."""
    if command.name.endswith("tag"):
        return "" if command.argument else _("{name}: a tag and no more, then the scope.")
    if command.argument:
        return _("{name}: {scope} is no scope; choose one of {scopes}, or /WORDS.")
    if command.scope == "query" and not command.query:
        return _("{name}: type what to look for behind the /.")
    return ""
