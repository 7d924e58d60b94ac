"""What a reader does with articles and issues: marks of every kind, removal, and undoing it."""

from collections.abc import Callable

from store.models import Article, issue_of
from tui.language import _, plural
from tui.screens.reading.host import Host
from tui.state.marking import mark_read, remove, star, toggle_tag, undo_last
from tui.state.outline_rows import OutlineRow

AT_ONCE = 20_000
"""Articles that are marked in half a second: more take a moment, of which a reader is told."""


def once_told(host: Host, count: int, do: Callable[[], None]) -> None:
    """Do what marks so many articles; where that takes a moment, once the screen says so.

    Keys wait meanwhile.
    """
    if count <= AT_ONCE:
        with host.telling():
            do()
        return
    done = host.expected.begin("marking")
    host.tell(plural("Marking {n:,} article …", "Marking {n:,} articles …", count).format(n=count))

    def work() -> None:
        try:
            with host.telling():
                do()
        finally:
            done()

    host.after_paint(work)


class Marking:
    """Marks what is shown, and takes the last mark or removal back."""

    def __init__(self, host: Host) -> None:
        self._host = host

    def action_star(self) -> None:
        """Star the article shown, or take its star away."""
        article = self._host.article
        if article is None:
            return
        with self._host.telling():
            marks = self._host.session.marks
            starred = article.key not in marks.starred_keys()
            star(marks, [article.key], starred=starred)
            self._host.show_list()
            self._host.tell(_("Starred.") if starred else _("No longer starred."))

    def action_toggle_read(self) -> None:
        """Mark the article shown read, or unread."""
        article = self._host.article
        if article is not None:
            read = article.key not in self._host.session.marks.read_keys()
            self.mark_read(article, read)
            self._host.tell(_("Marked read.") if read else _("Marked unread."))

    def action_tag(self) -> None:
        """Ask for a tag, and give it to the article shown, or take it away."""
        article = self._host.article
        if article is None:
            return
        marks = self._host.session.marks

        def answered(tag: str) -> None:
            with self._host.telling():
                tags = toggle_tag(marks, article, tag)
                self._host.tell(_("Tags: {tags}").format(tags=", ".join(tags) or "-"))

        names = " ".join(marks.tags())
        question = _("tag (there are: {tags}):").format(tags=names) if names else _("tag:")
        self._host.ask(question, answered)

    def action_undo(self) -> None:
        """Undo the last action on marks, or the removal of an issue."""
        with self._host.telling():
            session = self._host.session
            undone = undo_last(session.library, session.marks)
            self._host.look()
            if undone is None:
                self._host.tell(_("There is nothing to undo."))
            elif undone.issue:
                self._host.outline.unfold(undone.issue)
                self._host.show_list(undone.issue)
                self._host.tell(_("{issue} is back.").format(issue=undone.issue))
            else:
                self._host.show_list()
                news = plural(
                    "Undone: the mark of {n} article.",
                    "Undone: the marks of {n} articles.",
                    undone.marks,
                )
                self._host.tell(news.format(n=undone.marks))

    def mark_read(self, article: Article, read: bool = True) -> None:
        """Mark `article` read or unread, and show it so."""
        with self._host.telling():
            mark_read(self._host.session.marks, [article.key], read=read)
            self._host.show_list()

    def mark_all_read(self, row: OutlineRow) -> None:
        """Mark what is beneath a row read, as one action."""
        with self._host.telling():
            keys = self._host.outline.keys(row)

            def do() -> None:
                marked = mark_read(self._host.session.marks, keys)
                self._host.show_list()
                news = plural("{n} article marked read.", "{n} articles marked read.", marked)
                self._host.tell(news.format(n=marked))

            once_told(self._host, len(keys), do)

    def discard(self, row: OutlineRow) -> None:
        """Take the issue of a row out of the library."""
        if row.kind in ("paper", "shelf"):
            self._host.tell(_("Stand on the issue that is to go."))
            return
        with self._host.telling():
            session = self._host.session
            gone = remove(session.library, session.marks, issue_of(row.id))
            self._host.look()
            news = _("{issue} is out of the library; u brings it back.")
            self._host.tell(news.format(issue=gone.id))
