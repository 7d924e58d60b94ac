"""What the lowest line says of where the reader is."""

from store.models import DOUBTFUL, Article, Issue
from tui.language import _
from tui.state.navigation import page_at
from tui.state.outline import page_label


def place_line(
    issue: Issue | None,
    article: Article | None,
    place: tuple[int, int],
    progress: str,
    filtered: str,
) -> tuple[str, ...]:
    """Return the pieces of the line, from the large to the small: paper, date, page, how far.

    `place` is a paragraph and an offset in it, `filtered` what the filter line holds. Without an
    article, nothing has been found by the filter, or there is nothing to be told.
    """
    narrowed = f"/{filtered}" if filtered else ""
    if issue is None or article is None:
        return (_("nothing found"), narrowed) if filtered else ()
    number = page_at(article, place)
    page = next((page for page in issue.pages if page.number == number), None)
    pieces = (
        issue.paper.name,
        str(issue.date or ""),
        page_label(page) if page else "",
        _("doubtful") if article.confidence < DOUBTFUL else "",
        progress,
        narrowed,
    )
    return tuple(filter(None, pieces))
