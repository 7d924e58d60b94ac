"""What stays when a better press reads the originals again."""

from collections.abc import Callable
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from msgspec.structs import replace

from store.backends.files import Files
from store.corrections import records as corrections
from store.doubts import Doubt
from store.errors import NotFoundError
from store.imports.pipeline import reimport
from store.imports.sources import Reading
from store.library.library import Library
from store.library.reimport import carried, likeness
from store.models import Article, HeadWords, Issue, Keyword, Paper
from store.press.result import PressResult, Report
from store.reader.marks import Marks

Builder = Callable[..., Any]

DAY = date(2024, 3, 5)
ID = "linjiangbao-2024-03-05"
BRIDGE = ("本报讯(记者 白露)望江县的老桥昨天修好了。", "人人叫好。")
TEA = ("桥头的茶摊又开张了，摊主说生意好。",)
BOATS = ("江上的鼓声响了。", "船出发了。")


def paper(builder: Builder) -> Any:
    """Return the page as the press reads it at first: the tea stall is lost in the bridge."""
    page = builder().page("1").article("老桥修好了", *BRIDGE, *TEA, lines=(1, 5))
    return page.article("赛龙舟", *BOATS, lines=(6, 9), keywords=(Keyword("龙舟"),))


def better(issue: Issue) -> Issue:
    """Return what a better press makes of it."""
    bridge, boats = issue.articles
    return replace(
        issue,
        articles=(
            replace(bridge, key="a" * 16, headline="古桥修好了", paragraphs=BRIDGE, lines=(1, 3)),
            Article(key="b" * 16, headline="茶摊开张", paragraphs=TEA, lines=(4, 5)),
            replace(boats, keywords=()),
        ),
    )


@pytest.fixture
def press(
    monkeypatch: pytest.MonkeyPatch, builder: Builder
) -> Callable[[Callable[..., Issue]], None]:
    """Give a function that sets how originals are read from now on."""

    def set_(read: Callable[[Issue], Issue]) -> None:
        found = Reading((PressResult(read(paper(builder).issue()), Report()),))
        monkeypatch.setattr("store.imports.pipeline._read", lambda worker, request: [found])
        for room in ("pipeline", "keywords"):
            name = f"store.imports.{room}.add_keywords"
            monkeypatch.setattr(name, lambda issues, _: list(issues))

    return set_


@pytest.fixture
def held(library: Library, builder: Builder) -> Issue:
    """Give the issue as it lies in the library."""
    return library.issue(paper(builder).add_to(library).issue)


def test_what_is_read_as_before_is_not_written(
    library: Library, files: Files, held: Issue, press: Any
) -> None:
    press(
        lambda issue: replace(
            issue, articles=tuple(replace(a, keywords=()) for a in issue.articles)
        )
    )
    rows, stamp = library.rows(), files.stamp("catalogue.json")
    found = reimport(library, held.id)
    assert (found.changed, found.before, found.after) == (False, held, held)
    assert (library.rows(), files.stamp("catalogue.json")) == (rows, stamp)


def test_an_issue_read_before_gets_the_words_of_its_head_lines(
    library: Library, held: Issue, press: Any
) -> None:
    words = HeadWords(headline=(2, 5))
    press(
        lambda issue: replace(
            issue, articles=tuple(replace(a, keywords=(), head_words=words) for a in issue.articles)
        )
    )
    assert reimport(library, held.id).changed
    after = library.issue(held.id)
    assert {a.head_words for a in after.articles} == {words}
    assert [a.keywords for a in after.articles] == [a.keywords for a in held.articles]
    assert not reimport(library, held.id).changed


def test_keys_and_keywords_come_along(library: Library, held: Issue, press: Any) -> None:
    press(better)
    found = reimport(library, held.id)
    after = library.issue(held.id)
    assert found.after == after
    assert [a.headline for a in after.articles] == ["古桥修好了", "茶摊开张", "赛龙舟"]
    assert [a.key for a in after.articles] == [held.articles[0].key, "b" * 16, held.articles[1].key]
    assert after.articles[2].keywords == (Keyword("龙舟"),)
    assert (found.added, found.removed) == (("茶摊开张",), ())
    assert found.renamed == (("老桥修好了", "古桥修好了"),)
    assert found.reset == 0
    assert library.article(held.articles[1].id)[1].headline == "茶摊开张", "its address now"
    assert not reimport(library, held.id).changed


def test_a_dry_run_changes_nothing(library: Library, held: Issue, press: Any) -> None:
    press(better)
    rows = library.rows()
    found = reimport(library, held.id, keep=False)
    assert found.changed
    assert len(found.after.articles) == 3
    assert (library.rows(), library.issue(held.id)) == (rows, held)


def test_an_article_that_went_into_another_leads_there(
    library: Library, builder: Builder, press: Any
) -> None:
    first = better(paper(builder).issue())
    data = paper(builder).original
    library.add(first, data)
    old = library.issue(first.id).articles
    press(lambda issue: issue)
    found = reimport(library, first.id)
    assert found.removed == ("茶摊开张",)
    issue, article = library.article(old[2].id)
    assert (article.key, article.id) == (old[2].key, f"{issue.id}/1.2")
    assert [a.key for a in issue.articles] == [old[0].key, old[2].key]


def test_a_date_and_a_paper_given_stay(library: Library, builder: Builder, press: Any) -> None:
    given = paper(builder).given(date=DAY, paper=Paper("青溪时报"))
    name = given.add_to(library).issue
    press(lambda issue: better(replace(issue, date=date(2020, 1, 1), paper=Paper("报"))))
    after = reimport(library, name).after
    assert (after.id, after.date, after.paper.name) == (name, DAY, "青溪时报")


def test_a_date_that_is_found_now_moves_the_issue(
    library: Library, held: Issue, press: Any
) -> None:
    press(lambda issue: replace(issue, date=DAY))
    assert reimport(library, held.id).after.id == ID
    assert library.issue(held.id) == library.issue(ID)


def test_corrections_hold_or_are_told_and_kept(library: Library, held: Issue, press: Any) -> None:
    bridge, boats = held.articles
    library.edit(held.id, corrections.relabel(boats, 0, "subhead"))
    library.edit(held.id, corrections.split(bridge, 2))
    press(better)
    found = reimport(library, held.id)
    assert [(c.action, fits) for c, fits in library.corrections(held.id)] == [
        ("line", True),
        ("split", False),
    ]
    assert [c.action for c in found.unfit] == ["split"]
    assert library.issue(held.id).articles[2].subhead == BOATS[0]
    library.undo(held.id)
    library.undo(held.id)
    assert library.issue(held.id).articles[2].paragraphs == BOATS


def _join(library: Library, name: str, press: Any) -> None:
    issue = library.issue(name)
    library.edit(name, corrections.join(issue, issue.articles[-1]))


def _split(library: Library, name: str, press: Any) -> None:
    story = library.issue(name).articles[0]
    library.edit(name, corrections.split(story, 1))


def _redate(library: Library, name: str, press: Any) -> None:
    library.edit(name, corrections.redate(library.issue(name), DAY))


def _reimport(library: Library, name: str, press: Any) -> None:
    press(better)
    reimport(library, name)


@pytest.mark.parametrize("order", list(permutations([_join, _split, _redate, _reimport])))
@pytest.mark.parametrize("files", ["memory"], indirect=True)
def test_marks_stay_whatever_comes_first(
    order: tuple[Any, ...], library: Library, marks: Marks, held: Issue, press: Any
) -> None:
    marks.mark(held.articles[0].key, starred=True)
    for act in order:
        act(library, held.id, press)
    issue = library.issue(held.id)
    assert issue.id == ID
    assert [a.headline for a in issue.articles if marks.get(a.key).starred] == ["古桥修好了"]
    for old in held.articles:
        assert library.article(old.id)
    while library.undo(library.issue(held.id).id):
        pass
    assert [a.headline for a in library.issue(held.id).articles] == [
        *("古桥修好了", "茶摊开张", "赛龙舟")
    ]


def test_doubts_come_with_the_new_reading_and_keys_stay_where_bounds_move(
    library: Library, marks: Marks, held: Issue, press: Any
) -> None:
    doubt = Doubt("bounds", "readings_differ")
    marks.mark(held.articles[1].key, starred=True)

    def doubted(issue: Issue) -> Issue:
        bridge, *others = better(issue).articles
        bridge = replace(bridge, confidence=0.4, doubts=(doubt,))
        return replace(issue, articles=(bridge, *others))

    press(doubted)
    reimport(library, held.id)
    bridge, tea, boats = library.issue(held.id).articles
    assert (bridge.doubtful, bridge.doubts, tea.doubts) == (True, (doubt,), ())
    assert [bridge.key, boats.key] == [article.key for article in held.articles]
    assert marks.get(boats.key).starred
    assert not marks.get(tea.key).starred


def test_likeness() -> None:
    one = Article(key="1", headline="老桥修好了", paragraphs=BRIDGE, lines=(1, 4))
    same = replace(one, headline="古桥修好了", lines=(0, 0))
    assert likeness(one, replace(one, headline="", paragraphs=())) == 2
    assert 0.5 < likeness(one, replace(same, key="2")) < 1
    assert likeness(one, Article(key="2", headline="别事", lines=(3, 4))) == 0.5
    assert likeness(one, Article(key="2", headline="别事", lines=(4, 9))) < 0.5


def test_no_key_is_given_twice(builder: Builder) -> None:
    old = paper(builder).issue()
    new = replace(
        old,
        articles=tuple(
            replace(a, key=k * 16) for a, k in zip(old.articles * 2, "abcd", strict=True)
        ),
    )
    keys = [article.key for article in carried(old, new).source_issue.articles]
    assert len(set(keys)) == 4
    assert {a.key for a in old.articles} <= set(keys)


def test_an_unknown_issue(library: Library) -> None:
    with pytest.raises(NotFoundError):
        reimport(library, ID)


def test_words_set_right_are_carried_to_another_reading(
    library: Library, held: Issue, press: Any
) -> None:
    story = held.articles[0]
    library.edit(held.id, corrections.reword(story, -2, "老桥修好啦"))
    library.edit(held.id, corrections.reword(story, 2, TEA[0].replace("摊主", "老板")))
    library.edit(held.id, corrections.join_line(library.issue(held.id).articles[1], 1))

    def read(issue: Issue) -> Issue:
        bridge, boats = issue.articles
        one = "".join((BRIDGE[1], TEA[0]))
        return replace(issue, articles=(replace(bridge, paragraphs=(BRIDGE[0], one)), boats))

    press(read)
    found = reimport(library, held.id)
    bridge, boats = library.issue(held.id).articles
    assert found.unfit == ()
    assert (bridge.headline, bridge.key) == ("老桥修好啦", story.key)
    assert bridge.paragraphs[1] == "人人叫好。桥头的茶摊又开张了，老板说生意好。"
    assert boats.paragraphs == ("".join(BOATS),)


def test_words_that_stand_in_another_article_now_are_set_right_there(
    library: Library, held: Issue, press: Any
) -> None:
    library.edit(held.id, corrections.reword(held.articles[0], 2, TEA[0].replace("摊主", "老板")))

    def read(issue: Issue) -> Issue:
        bridge, tea, boats = better(issue).articles
        return replace(issue, articles=(bridge, replace(tea, source=bridge.source), boats))

    press(read)
    assert reimport(library, held.id).unfit == ()
    assert "老板" in library.issue(held.id).articles[1].paragraphs[0]


def test_words_that_fit_no_more_are_told_and_kept(
    library: Library, held: Issue, press: Any
) -> None:
    library.edit(held.id, corrections.reword(held.articles[0], 1, "村村叫好。"))

    def read(issue: Issue) -> Issue:
        bridge, boats = issue.articles
        return replace(issue, articles=(replace(bridge, paragraphs=(*BRIDGE[:1], *TEA)), boats))

    press(read)
    (unfit,) = reimport(library, held.id).unfit
    assert (unfit.line, unfit.to) == (BRIDGE[1], "村村叫好。")
    assert library.corrections(held.id) == ((unfit, False),)
