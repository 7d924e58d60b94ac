"""Taking an article elsewhere: into the clippings, to one's own clipboard, through a command."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.exports.citation import source_of
from store.models import Article, issue_of
from tui.language import _, plural
from tui.screens.pipe import pipe
from tui.screens.reading.host import Host

if TYPE_CHECKING:
    from store.reader.clippings import Cutting

MOST_COPIED = 74_000
"""Bytes that terminals take for their clipboard: xterm and tmux stop at some 100 kB of base64."""

MOST_NAMED = 9_999
"""Paragraphs that one range may name."""


class Clipping:
    """Takes the article shown elsewhere; it has no state of its own."""

    def __init__(self, host: Host) -> None:
        self._host = host

    def action_clip(self) -> None:
        """Keep the article shown as a clipping."""
        self._clip(())

    def action_clip_some(self) -> None:
        """Ask for paragraphs, whose numbers are shown meanwhile, and keep these as a clipping."""
        pane, article = self._host.panes.article_pane, self._host.article
        if article is None:
            return
        first, count = self._host.place().paragraph + 1, len(article.paragraphs)

        def refuse(text: str) -> str:
            numbers = paragraph_numbers(text)
            if not numbers:
                return _("{text} names no paragraphs; write 2 or 2-4 6").format(text=text)
            if max(numbers) < count:
                return ""
            return plural(
                "The article has {n} paragraph.", "The article has {n} paragraphs.", count
            ).format(n=count)

        pane.number(on=True)
        self._host.ask(
            _("paragraphs (as 2 or 2-4 6; {n} is at the top):").format(n=first),
            lambda text: self._clip(paragraph_numbers(text)),
            refuse=refuse,
            over=lambda: pane.number(on=False),
        )

    def action_clippings(self) -> None:
        """Show the clippings, and go to the article chosen there."""
        self._host.outside.open_clippings(self._host.go)

    def action_copy(self) -> None:
        """Send the article to the terminal's clipboard."""
        article = self._host.article
        if article is None:
            return
        text = _text_of(article)
        if len(text.encode()) > MOST_COPIED:
            self._host.tell(_("This is more than a terminal's clipboard takes; clip it with x."))
        else:
            self._host.copy(text)

    def action_pipe(self) -> None:
        """Ask for a command, and give it the article on its standard input."""
        article = self._host.article
        if article is None:
            return

        def answered(command: str) -> None:
            with self._host.outside.suspended():
                status = pipe(_text_of(article), command)
                input(_("[exit status {n}; Enter goes back]").format(n=status))

        self._host.ask(_("pipe to the command:"), answered)

    def _clip(self, paragraphs: tuple[int, ...]) -> None:
        article = self._host.article
        if article is None:
            return
        from store.reader.clippings import Cutting  # not before the first paint

        with self._host.telling():
            issue = self._host.session.library.issue(issue_of(article.id))
            keep(self._host, [Cutting(issue, article, paragraphs)])


def keep(host: Host, cuttings: "Sequence[Cutting]") -> None:
    """Keep as clippings what is none yet, and tell of it."""
    clippings = host.session.clippings
    new = clippings.new(cuttings)
    clips = clippings.clip_all(new) if new else []
    if len(cuttings) == 1:
        (cutting,) = cuttings
        sentence = _("Clipped: {citation}") if clips else _("Clipped already: {citation}")
        host.tell(sentence.format(citation=source_of(cutting.issue, cutting.article)))
        return
    told = [plural("{n} article clipped.", "{n} articles clipped.", len(clips))]
    there = len(cuttings) - len(clips)
    if there:
        told.append(plural("{m} was clipped already.", "{m} were clipped already.", there))
    host.tell(" ".join(told).format(n=len(clips), m=there))


def _text_of(article: Article) -> str:
    from tui.typeset.plain import unset_lines  # not before the first paint

    return "\n".join(unset_lines(article)) + "\n"


def paragraph_numbers(text: str) -> tuple[int, ...]:
    """Return the paragraphs (from 0) that ``2-4 6`` names, none for what is not understood."""
    found: list[int] = []
    for part in text.split():
        match = re.fullmatch(r"(\d{1,6})(?:-(\d{1,6}))?", part)
        if match is None or match[1] == "0":
            return ()
        first, last = int(match[1]), int(match[2] or match[1])
        found += range(first - 1, min(last, first + MOST_NAMED))
    return tuple(found)
