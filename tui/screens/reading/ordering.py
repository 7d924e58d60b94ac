"""Commands by their names, and what is done to many articles at once."""

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from store.errors import DubaoError
from store.models import issue_of
from tui.commands import Command, bindings
from tui.language import N_, _, plural
from tui.screens.help import named, nodes_above
from tui.screens.reading.arranging import ArrangingScreen
from tui.screens.reading.moving import Letter
from tui.screens.reading.relating import RelatingScreen
from tui.state.command_line import SCOPES, ParsedCommand, Scope, offers, order
from tui.state.layout import LAYOUTS
from tui.state.outline_rows import OutlineRow, RowKind
from tui.styles import PALETTES

LETTERS: Mapping[str, Scope] = {scope[0]: scope for scope in SCOPES}
"""The letter of each scope: t, p, i, a, b, s."""


class OrderingScreen(RelatingScreen, ArrangingScreen):
    """A screen on which one types commands; they reach what its keys reach, and more at once."""

    KEYS: ClassVar[list[Command]] = [
        Command("colon", "order", N_("Type a command, with its scope")),
        Command(
            "M",
            "letter('read')",
            N_("Mark read: a above, b below, p the page, i the issue, s all shown"),
        ),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    def action_order(self) -> None:
        """Ask for a command."""
        commands = [each for _node, _help, listed in nodes_above(self) for each in listed]
        choices = {
            "tag": tuple(self.session.marks.tags()),
            "untag": tuple(self.session.marks.tags()),
            "theme": tuple(PALETTES),
            "panes": tuple(map(str, LAYOUTS)),
        }
        names = [command.name for command in commands]
        question = _("command (Tab completes):")
        self.ask(question, self._ordered, lambda text: offers(text, names, choices))

    async def _ordered(self, text: str) -> None:
        """Do what was typed."""
        given = order(text)
        with self.telling():
            match given.name:
                case "read" | "unread" | "star" | "unstar" | "tag" | "untag":
                    self._mark_all(given)
                case "filter":
                    self._narrow_by(given.argument)
                case "go":
                    self.go(self._address(given.argument), _("Where to?"))
                case "theme" if given.argument in PALETTES:
                    self.app.theme = given.argument
                case "panes" if given.argument in map(str, LAYOUTS):
                    self.set_panes(int(given.argument))
                case _:
                    await self._run(text)

    async def _run(self, text: str) -> None:
        found = named(self, text)
        if found is None:
            self.tell(_("There is no command {n}; ? lists them.").format(n=text))
        else:
            await self.app.run_action(found[1].action, found[0])

    def took(self, what: Letter, letter: str) -> None:
        """Take the letter of a scope, or of a place."""
        if what != "read":
            super().took(what, letter)
        elif letter in LETTERS:
            with self.telling():
                self._mark_all(ParsedCommand("read", scope=LETTERS[letter]))
        else:
            self.tell(_("No such letter, no mark."))

    def _mark_all(self, given: ParsedCommand) -> None:
        """Mark the articles of a scope, as one action."""
        tag = "-".join(given.argument.split())
        if given.name.endswith("tag") is not bool(tag):
            self.tell(_("{name}: a tag and no more, then the scope.").format(name=given.name))
            return
        keys = self._keys_of(given)
        change = {
            "read": partial(self.session.mark_all, keys),
            "unread": partial(self.session.mark_all, keys, read=False),
            "star": partial(self.session.star_all, keys),
            "unstar": partial(self.session.star_all, keys, starred=False),
            "tag": partial(self.session.tag_all, keys, tag),
            "untag": partial(self.session.tag_all, keys, tag, tagged=False),
        }
        marked = change[given.name]()
        self.issues.show(self.outline.rows())
        news = plural("{n} article marked.", "{n} articles marked.", marked)
        self.tell(news.format(n=marked))

    def _keys_of(self, given: ParsedCommand) -> tuple[str, ...]:
        """Return the keys of the articles that an order is for."""
        article = self.reading.article
        if given.scope == "query":
            return self.session.keys_found(given.query)
        if given.scope in ("above", "below", "shown"):
            return self.outline.keys_within(given.scope, self.issues.cursor)
        if article is None:
            return ()
        issue = issue_of(article.id)
        places: Mapping[Scope, tuple[RowKind, str]] = {
            "this": ("article", article.id),
            "page": ("page", f"{issue}/{article.page}"),
            "issue": ("issue", issue),
        }
        kind, place = places[given.scope]
        return self.outline.keys(OutlineRow(kind, place, 0, "", 0))

    def _address(self, name: str) -> str:
        """Return the article of this address, or the first of the issue of this name."""
        try:
            return self.session.library.article(name)[1].id
        except DubaoError:
            return self.session.first(self.session.library.issue(name).id) if name else ""
