"""The issue list's rows: folding, narrowing, and what is counted."""

from dataclasses import dataclass, field
from datetime import date

import pytest
from msgspec.structs import replace

from store.index.hits import EVERYTHING, Hits, Left
from store.models import Article, CatalogueRow, IndexEntry, Issue, Page, Paper, Source
from store.reader.saved_filters import SavedFilter
from tests.tui.state.fake_marks import FakeMarks
from tui.state.outline import Outline, by_page, page_label, title
from tui.state.outline_rows import UNCOUNTED, OutlineRow


def key_of(day: int, page: str, number: int) -> str:
    return f"{day}-{page}-{number}".ljust(16, "0")


def issue_of(day: int, paper: str = "青溪时报") -> Issue:
    name = f"qingxishibao-2024-03-{day:02}"
    pages = (Page("1", "要闻"), Page("2"))
    articles = tuple(
        Article(
            id=f"{name}/{page}.{n}", key=key_of(day, page, n), page=page, headline=f"{page}版{n}"
        )
        for page in ("1", "2")
        for n in (1, 2)
    )
    return Issue(
        paper=Paper(paper), date=date(2024, 3, day), pages=pages, articles=articles, id=name
    )


@dataclass
class FakeLibrary:
    """Two issues of one paper; it counts which issues were opened."""

    opened: list[str] = field(default_factory=list)
    issues: tuple[Issue, ...] = (issue_of(12), issue_of(8))
    catalogue: tuple[CatalogueRow, ...] = ()

    def rows(self) -> tuple[CatalogueRow, ...]:
        return self.catalogue or tuple(
            CatalogueRow(i.id, i.paper.name, i.date, keyed="".join(a.key for a in i.articles))
            for i in self.issues
        )

    def issue(self, name: str) -> Issue:
        self.opened.append(name)
        return next(i for i in self.issues if i.id == name)


@dataclass
class FakeSession:
    """A reader in that library."""

    found: Left = EVERYTHING
    hides: bool = False
    library: FakeLibrary = field(default_factory=FakeLibrary)
    marks: FakeMarks = field(default_factory=FakeMarks)

    def hits(self) -> Left:
        return self.found

    def narrowed(self) -> bool:
        return self.found is not EVERYTHING and not self.hides


def shown(rows: list[OutlineRow]) -> list[tuple[str, str, int]]:
    return [(row.kind, row.label, row.unread) for row in rows]


def test_a_folded_list_opens_no_issue() -> None:
    session = FakeSession()
    assert shown(Outline(session).rows()) == [("paper", "青溪时报", 8)]
    assert session.library.opened == []


def test_unfolding_shows_pages_and_headlines_and_counts_what_is_unread() -> None:
    session = FakeSession()
    session.marks.mark(key_of(12, "1", 1))
    session.marks.starred = frozenset({key_of(12, "1", 2)})
    outline = Outline(session)
    outline.unfold("qingxishibao-2024-03-12/1.1")
    rows = outline.rows()
    assert shown(rows) == [
        ("paper", "青溪时报", 7),
        ("issue", "2024-03-12", 3),
        ("page", "1版 要闻", 1),
        ("article", "1版1", 0),
        ("article", "1版2", 1),
        ("page", "2版", 2),
        ("article", "2版1", 1),
        ("article", "2版2", 1),
        ("issue", "2024-03-08", 4),
    ]
    assert [row.label for row in rows if row.starred] == ["1版2"]


def test_a_doubtful_article_and_one_here_in_part_are_marked_as_such() -> None:
    session = FakeSession()
    issue = session.library.issues[0]
    doubted = replace(issue.articles[1], confidence=0.5)
    stub = replace(issue.articles[0], stub=True)
    articles = (stub, doubted, *issue.articles[2:])
    session.library.issues = (replace(issue, articles=articles), *session.library.issues[1:])
    outline = Outline(session)
    outline.unfold(doubted.id)
    assert [row.id for row in outline.rows() if row.doubtful] == [doubted.id]
    assert [row.id for row in outline.rows() if row.stub] == [stub.id]


def test_a_page_folds() -> None:
    outline = Outline(FakeSession())
    outline.unfold("qingxishibao-2024-03-12")
    page = next(row for row in outline.rows() if row.kind == "page")
    outline.set_folded(page, True)
    assert [row.label for row in outline.rows() if row.kind == "article"] == ["2版1", "2版2"]


def test_the_folds_of_before_are_restored() -> None:
    outline = Outline(FakeSession())
    outline.unfold("qingxishibao-2024-03-12")
    before, rows = outline.folds(), outline.rows()
    outline.unfold("qingxishibao-2024-03-08")
    outline.set_folded(next(row for row in rows if row.kind == "page"), folded=True)
    assert outline.rows() != rows
    outline.restore(before)
    assert outline.rows() == rows


def test_a_filter_leaves_its_hits_unfolded_and_counts_them_alone() -> None:
    session = FakeSession(found=Hits({"qingxishibao-2024-03-08": b"\0\0\1\0"}))
    assert shown(Outline(session).rows()) == [
        ("paper", "青溪时报", 1),
        ("issue", "2024-03-08", 1),
        ("page", "2版", 1),
        ("article", "2版1", 1),
    ]


def test_what_was_folded_while_filtering_stays_folded_until_the_filter_goes() -> None:
    session = FakeSession(found=Hits({"qingxishibao-2024-03-08": b"\0\0\1\0"}))
    outline = Outline(session)
    outline.set_folded(outline.rows()[1], True)
    assert [row.kind for row in outline.rows()] == ["paper", "issue"]


def test_an_undated_issue_says_what_its_text_proves() -> None:
    row = CatalogueRow("jin-undated-3ffdba", "今日青溪", None, not_before="11-18")

    outline = Outline(FakeSession(library=FakeLibrary(catalogue=(row,))))
    outline.set_folded(outline.rows()[0], False)
    assert outline.rows()[1].label == "undated ≥ 11-18"


def test_an_issue_of_which_nothing_is_known_has_the_name_of_its_file() -> None:
    name = "paper-undated-3ffdba"
    row = CatalogueRow(name, "")
    issue = Issue(id=name, sources=(Source("river.txt"),))
    outline = Outline(FakeSession(library=FakeLibrary(issues=(issue,), catalogue=(row,))))
    outline.set_folded(outline.rows()[0], False)
    assert [each.label for each in outline.rows()] == ["unknown paper", "river.txt"]


@pytest.mark.parametrize(
    ("source", "label"),
    [
        ("/papers/2024/river.txt", "river.txt"),
        ("http://news.invalid/a/river.html", "river.html"),
        ("http://news.invalid/", "news.invalid"),
    ],
)
def test_of_a_path_or_an_address_the_end_tells_which_issue_it_is(source: str, label: str) -> None:
    name = "paper-undated-3ffdba"
    issue = Issue(id=name, sources=(Source(source),))
    library = FakeLibrary(issues=(issue,), catalogue=(CatalogueRow(name, ""),))
    outline = Outline(FakeSession(library=library))
    outline.set_folded(outline.rows()[0], False)
    assert outline.rows()[1].label == label


def test_what_came_without_pages_stands_beneath_its_issue() -> None:
    name, key = "kanhe-2024-03-05", key_of(5, "", 1)
    plain = Issue(id=name, articles=(Article(id=f"{name}/.1", key=key, page="", headline="快讯"),))
    row = CatalogueRow(name, "看河", date(2024, 3, 5), keyed=key)
    outline = Outline(FakeSession(library=FakeLibrary(issues=(plain,), catalogue=(row,))))
    outline.unfold(name)
    assert [(each.kind, each.label) for each in outline.rows()] == [
        ("paper", "看河"),
        ("issue", "2024-03-05"),
        ("article", "快讯"),
    ]
    paged = replace(plain, pages=(Page("1"), Page("")))
    outline = Outline(FakeSession(library=FakeLibrary(issues=(paged,), catalogue=(row,))))
    outline.unfold(name)
    assert [each.label for each in outline.rows()][2:] == ["未标版次", "快讯"]


def test_articles_come_page_by_page_even_on_a_page_that_the_header_lacks() -> None:
    issue = issue_of(12)
    lost = Article(id="x/5.1", page="5", headline="迟到")
    whole = Issue(pages=issue.pages, articles=(*issue.articles, lost))
    assert [(page.number, len(articles)) for page, articles in by_page(whole)] == [
        ("1", 2),
        ("2", 2),
        ("5", 1),
    ]


def test_what_is_folded_need_not_be_counted() -> None:
    session = FakeSession()
    session.marks.mark(key_of(12, "1", 1))
    outline = Outline(session)
    outline.unfold("qingxishibao-2024-03-12")
    assert shown(outline.rows(counted=False))[:2] == [
        ("paper", "青溪时报", UNCOUNTED),
        ("issue", "2024-03-12", 3),
    ]
    assert shown(outline.rows(counted=False))[-1] == ("issue", "2024-03-08", UNCOUNTED)
    assert [row.unread for row in outline.rows() if row.kind in ("paper", "issue")] == [7, 3, 4]


def test_counts_follow_the_marks() -> None:
    session = FakeSession()
    outline = Outline(session)
    outline.unfold("qingxishibao-2024-03-12")
    keys = [key_of(12, "1", 1), key_of(8, "2", 2)]
    session.marks.mark(*keys)
    assert [row.unread for row in outline.rows() if row.kind in ("paper", "issue")] == [6, 3, 3]
    session.marks.mark(*keys)
    assert [row.unread for row in outline.rows() if row.kind in ("paper", "issue")] == [8, 4, 4]


def test_counts_follow_the_library() -> None:
    session = FakeSession()
    outline = Outline(session)
    outline.unfold("qingxishibao-2024-03-12")
    outline.rows()
    session.library.issues = (issue_of(13), *session.library.issues[:1])
    assert shown(outline.rows())[:2] == [("paper", "青溪时报", 8), ("issue", "2024-03-13", 4)]
    assert [row.id for row in outline.rows() if row.kind == "issue"][1:] == [
        session.library.issues[1].id
    ]


def test_an_unfolded_issue_is_read_once() -> None:
    session = FakeSession()
    session.library.catalogue = session.library.rows()
    outline = Outline(session)
    outline.unfold("qingxishibao-2024-03-12")
    for found in (EVERYTHING, Hits({"qingxishibao-2024-03-12": b"\1\0\0\0"}), EVERYTHING):
        session.found = found
        outline.rows()
    assert session.library.opened == ["qingxishibao-2024-03-12"]


def test_saved_filters_stand_first_and_count_what_is_unread() -> None:
    session = FakeSession()
    session.marks.filters.saved = (SavedFilter("甲", "x"), SavedFilter("乙", "y"))
    outline = Outline(session)
    assert shown(outline.rows()) == [
        ("shelf", "Saved filters", UNCOUNTED),
        ("filter", "甲", UNCOUNTED),
        ("filter", "乙", UNCOUNTED),
        ("paper", "青溪时报", 8),
    ]
    newest = session.library.rows()[0]
    outline.shelf.take(
        session.marks.filters.saved, {"甲": Hits({newest.id: b"\1\0\1\0"}), "乙": Hits()}
    )
    assert [row.unread for row in outline.rows()] == [UNCOUNTED, 2, 0, 8]
    assert outline.rows(counted=False)[1].unread == UNCOUNTED
    keys = outline.keys(outline.rows()[1])
    assert keys == (newest.keys[0], newest.keys[2])
    session.marks.mark(keys[0])
    assert [row.unread for row in outline.rows()] == [UNCOUNTED, 1, 0, 7]
    outline.set_folded(outline.rows()[0], True)
    assert shown(outline.rows()) == [
        ("shelf", "Saved filters", UNCOUNTED),
        ("paper", "青溪时报", 7),
    ]


def test_a_page_without_a_number_is_called_by_its_name_or_by_none() -> None:
    pages = (Page("2", "综合"), Page("", "副刊"), Page(""))
    assert [page_label(page) for page in pages] == ["2版 综合", "副刊", ""]


def test_an_issue_of_contents_alone_shows_them_unless_a_filter_narrows() -> None:
    entries = (IndexEntry("春茶开园", "茶农增收", "2"), IndexEntry("龙舟下水"))
    bare = replace(issue_of(12), articles=(), index=entries)
    session = FakeSession(library=FakeLibrary(issues=(bare, issue_of(8))))
    outline = Outline(session)
    outline.unfold(bare.id)
    rows = outline.rows()
    assert [(row.kind, row.label) for row in rows[2:4]] == [
        ("entry", "春茶开园 茶农增收 2版"),
        ("entry", "龙舟下水"),
    ]
    assert len({row.id for row in rows}) == len(rows)
    assert outline.keys(rows[2]) == ()
    for hides in (True, False):
        session.hides = hides
        session.found = Hits.all_of(session.library.rows())
        assert (rows[2] in outline.rows()) == hides


@pytest.mark.parametrize(
    ("article", "told"),
    [
        (Article(headline="桥" * 60), "桥" * 60),
        (Article(paragraphs=("桥" * 30, "水" * 10)), "桥" * 30 + "水" * 10),
        (Article(paragraphs=("桥" * 30, "水" * 11)), "桥" * 30 + "水" * 9 + "…"),
        (Article(), "……"),
    ],
)
def test_an_article_without_a_headline_is_called_by_how_it_begins(
    article: Article, told: str
) -> None:
    assert title(article) == told
