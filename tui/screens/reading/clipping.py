"""Taking an article elsewhere: into the clippings, to one's own clipboard, through a command."""

import re
import subprocess
from typing import ClassVar

from textual.binding import BindingType

from store.models import Article, issue_of
from tui.commands import Command, bindings
from tui.language import N_, _
from tui.screens.reading.marking import MarkingScreen

MOST_COPIED = 74_000
"""Bytes that terminals take for their clipboard: xterm and tmux stop at some 100 kB of base64."""


class ClippingScreen(MarkingScreen):
    """A screen with an article that can be taken elsewhere."""

    KEYS: ClassVar[list[Command]] = [
        Command("x", "clip", N_("Clip the article")),
        Command("X", "clip_some", N_("Clip some of its paragraphs")),
        Command("Y", "copy", N_("Copy the article to the clipboard of one's own machine")),
        Command("vertical_line", "pipe", N_("Pipe the article to a command")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    def action_clip(self) -> None:
        """Keep the article shown as a clipping."""
        self._clip(())

    def action_clip_some(self) -> None:
        """Ask for paragraphs, and keep these as a clipping."""
        first = self.reading.place()[0] + 1

        def answered(text: str) -> None:
            numbers = _numbers(text)
            if numbers:
                self._clip(numbers)
            else:
                self.tell(_("{text} names no paragraphs; write 2 or 2-4 6").format(text=text))

        self.ask(_("paragraphs (as 2 or 2-4 6; {n} is at the top):").format(n=first), answered)

    def action_copy(self) -> None:
        """Send the article to the terminal's clipboard (OSC 52), through SSH as well."""
        article = self.reading.article
        if article is None:
            return
        text = self._text(article)
        if len(text.encode()) > MOST_COPIED:
            self.tell(_("This is more than a terminal's clipboard takes; clip it with x."))
            return
        self.app.copy_to_clipboard(text)
        self.tell(_("Copied, where the terminal lets programs copy (OSC 52)."))

    def action_pipe(self) -> None:
        """Ask for a command, and give it the article on its standard input."""
        article = self.reading.article
        if article is None:
            return

        def answered(command: str) -> None:
            with self.app.suspend():
                done = subprocess.run(command, shell=True, input=self._text(article).encode())
                input(_("[exit status {n}; Enter goes back]").format(n=done.returncode))

        self.ask(_("pipe to the command:"), answered)

    def _clip(self, paragraphs: "tuple[int, ...]") -> None:
        from store.reader.clippings import open_clips

        article = self.reading.article
        if article is None:
            return
        with self.telling():
            issue = self.session.issue(issue_of(article.id))
            clip = open_clips(patience=1.0).clip(issue, article, paragraphs)
            self.tell(_("Clipped: {citation}").format(citation=clip.citation))

    def _text(self, article: Article) -> str:
        from tui.typeset.plain import plain_lines

        return "\n".join(plain_lines(article, 76)) + "\n"


def _numbers(text: str) -> tuple[int, ...]:
    """Return the paragraphs (from 0) that ``2-4 6`` names, none for what is not understood."""
    found: list[int] = []
    for part in text.split():
        match = re.fullmatch(r"(\d{1,6})(?:-(\d{1,6}))?", part)
        if match is None or match[1] == "0":
            return ()
        last = int(match[2] or match[1])
        found += range(int(match[1]) - 1, min(last, int(match[1]) + 9_999))
    return tuple(found)
