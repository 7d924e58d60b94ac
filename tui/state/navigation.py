"""Where one stands, and the ways to another page or issue of the paper, within the filter.

Plain functions; each way is an article's address, or ``""`` where it ends.
"""

from store.models import Article, CatalogueRow, Issue, Part, issue_of
from tui.language import _
from tui.messages import doubted_parts
from tui.state.outline import by_page, in_order, page_label
from tui.state.outline_rows import OutlineRow
from tui.state.session import Session
from tui.typeset import texts


def beside(session: Session, issue: str, by: int) -> CatalogueRow | None:
    """Return the issue of the same paper `by` places later than `issue`, negative for earlier.

    Issues that have no articles, or none that the filter leaves, are passed over; undated ones are
    the earliest.
    """
    rows, hits = session.library.rows(), session.hits()
    paper = next((row.paper for row in rows if row.id == issue), "")
    ours: list[CatalogueRow] = []
    at = 0
    for row in rows:
        if row.paper == paper and row.id == issue:
            at = len(ours)
            ours.append(row)
        elif row.paper == paper and row.articles and row.id in hits:
            ours.append(row)
    at -= by
    return ours[at] if 0 <= at < len(ours) else None


def issue_beside(session: Session, issue: str, by: int) -> str:
    """Return the first article of the paper's next issue (1), or of the one before (-1).

    Of one without articles that prints its contents it is the issue itself.
    """
    rows = session.library.rows()
    paper = next((row.paper for row in rows if row.id == issue), "")
    ours = [row for row in rows if row.paper == paper]
    at = next((at for at, row in enumerate(ours) if row.id == issue), 0)
    for row in ours[:at][::-1] if by > 0 else ours[at + 1 :]:
        if there := way_into(session, row):
            return there
    return ""


def way_into(session: Session, row: CatalogueRow) -> str:
    """Return the first article of an issue that the filter leaves, else the issue's contents.

    These are the id of the issue, ``""`` where it has articles or no contents.
    """
    if article := next(iter(session.shown(row)), None):
        return article.id
    if row.articles or session.narrowed():
        return ""
    return row.id if session.library.issue(row.id).index else ""


def way_beneath(session: Session, row: OutlineRow, shown: Article | None) -> str:
    """Return the first unread article beneath a row of a paper, an issue or a page, else the first.

    It is ``""`` where the article `shown` is beneath it: there one reads on.
    """
    if row.kind not in ("paper", "issue", "page"):
        return ""
    issues = [each for each in session.library.rows() if _is_above(row, each.paper, each.id)]
    page = row.id.partition("/")[2] if row.kind == "page" else ""
    here = issue_of(shown.id) if shown else ""
    if shown and page in ("", shown.page) and any(each.id == here for each in issues):
        return ""
    read, first = session.marks.read_keys(), ""
    for issue in issues:
        if first and all(key in read for key in issue.keys):
            continue
        beneath = [each for each in session.shown(issue) if page in ("", each.page)]
        for article in beneath:
            if article.key not in read:
                return article.id
        first = first or next((article.id for article in beneath), "")
    return first


def _is_above(row: OutlineRow, paper: str, issue: str) -> bool:
    return row.id == paper if row.kind == "paper" else issue_of(row.id) == issue


def page_beside(session: Session, article: Article, by: int) -> str:
    """Return the first article of the page `by` places further in the issue of `article`."""
    issue = issue_of(article.id)
    row = next((row for row in session.library.rows() if row.id == issue), None)
    left = {each.id for each in session.shown(row)} if row else set()
    at = 0
    firsts: list[str] = []
    for page, articles in by_page(session.library.issue(issue)):
        first = next((each.id for each in articles if each.id in left), "")
        if page.number == article.page:
            at = len(firsts)
        if first or page.number == article.page:
            firsts.append(first)
    at += by
    return firsts[at] if 0 <= at < len(firsts) else ""


PASSED_OVER = 500
"""Articles without a hit that are looked through for one: filters may ask for more than words."""


def hits_beside(session: Session, article: Article, by: int) -> str:
    """Return the next article after `article` with a hit to be marked, or the one before (-1)."""
    name = article.id
    for _turn in range(PASSED_OVER if session.narrowed() else 0):
        name = session.step(name, by)
        if not name:
            break
        read = session.library.article(name)[1]
        if any(session.marks_in(text) for _field, text in texts(read)):
            return name
    return ""


def same_page_before(session: Session, article: Article) -> str:
    """Return the first article on the same page of the paper's issue before."""
    row = beside(session, issue_of(article.id), -1)
    left = session.shown(row) if row else []
    return next((a.id for a in left if a.page == article.page), "")


def part_after(article: Article, place: tuple[int, int]) -> Part | None:
    """Return the joined continuation of `article` that begins next after `place`, if there is one.

    A place is a paragraph and an offset in it.
    """
    return next((p for p in article.parts if (p.paragraph, p.offset) > place), None)


def page_at(article: Article, place: tuple[int, int]) -> str:
    """Return the page on which the text at `place` was printed."""
    before = [p.page for p in article.parts if (p.paragraph, p.offset) <= place]
    return before[-1] if before else article.page


def page_first(session: Session, issue: str, page: str) -> str:
    """Return the first article on a page of an issue."""
    return next((a.id for a in in_order(session.library.issue(issue)) if a.page == page), "")


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
        doubted_parts(article),
        _("in part (w)") if article.stub else "",
        progress,
        narrowed,
    )
    return tuple(filter(None, pieces))
