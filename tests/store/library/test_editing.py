"""The library as its reader has set it right: durable, undone, and carried along."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from store.backends.files import Files
from store.corrections import records as corrections
from store.corrections.correction import Correction
from store.errors import CorrectionError, NotFoundError
from store.imports.keywords import without_words
from store.library.library import Library, open_library
from store.models import Article, Issue, Keyword
from store.reader.marks import Marks

Builder = Callable[..., Any]
LeftByKills = Callable[[Path, Callable[[], object]], Iterable[Path]]

DAY = date(2024, 3, 5)
ID = "linjiangbao-2024-03-05"


def paper(builder: Builder) -> Any:
    front = (
        builder().page("1").article("喜讯", "桥通了。", "人人叫好。").article("茶摊", "又开张了。")
    )
    return front.page("2").article("赛龙舟", "鼓声响了。", "船出发了。")


def found(library: Library, line: str) -> tuple[Issue, Article]:
    """Return the article that has this line, wherever it is now."""
    for row in library.rows():
        issue = library.issue(row.id)
        for article in issue.articles:
            if line in (article.kicker, article.headline, *article.paragraphs):
                return issue, article
    raise AssertionError(line)


def join(library: Library) -> Correction:
    return corrections.join(*found(library, "茶摊"))


def split(library: Library) -> Correction:
    return corrections.split(found(library, "赛龙舟")[1], 1)


def headline(library: Library) -> Correction:
    return corrections.relabel(found(library, "喜讯")[1], 1, "headline")


def furniture(library: Library) -> Correction:
    return corrections.relabel(found(library, "鼓声响了。")[1], 0, "furniture")


def page(library: Library) -> Correction:
    return corrections.move(found(library, "喜讯")[1], "4")


def redate(library: Library) -> Correction:
    return corrections.redate(found(library, "喜讯")[0], DAY)


def rename(library: Library) -> Correction:
    return corrections.rename(found(library, "喜讯")[0], "青溪时报")


def reword(library: Library) -> Correction:
    return corrections.reword(found(library, "喜讯")[1], 1, "个个叫好。\n还放了鞭炮。")


def sign(library: Library) -> Correction:
    return corrections.relabel(found(library, "喜讯")[1], 1, "byline")


EVERY = [join, split, headline, furniture, page, redate, rename, reword, sign]


def edit(library: Library, make: Callable[[Library], Correction]) -> Issue:
    issue, _ = found(library, "桥通了。")
    return library.edit(issue.id, make(library))


def truthful(library: Library) -> Iterator[Issue]:
    """Yield each issue, having checked that the catalogue tells the truth about it."""
    for row in library.rows():
        issue = library.issue(row.id)
        assert row.keys == tuple(article.key for article in issue.articles)
        assert row.pages == tuple(p.number for p in issue.pages)
        assert (row.date, row.paper) == (issue.date, issue.paper.name)
        assert all(library.holds(source.sha256) == row.id for source in issue.sources)
        assert all(library.article(article.id) == (issue, article) for article in issue.articles)
        yield issue


@pytest.mark.parametrize("make", EVERY)
def test_each_correction_is_kept_and_undone(
    make: Any, library: Library, files: Files, builder: Builder
) -> None:
    before = library.issue(paper(builder).add_to(library).issue)
    after = edit(library, make)
    assert after != before
    anew = Library(files)
    assert list(truthful(anew)) == [after]
    ((correction, fits),) = anew.corrections(after.id)
    assert fits
    assert all(anew.article(article.id) for article in before.articles), "old addresses lead on"
    assert anew.undo(after.id) == correction
    assert list(truthful(Library(files))) == [before]
    assert library.undo(before.id) is None
    assert all(anew.article(article.id) for article in after.articles)


@pytest.mark.parametrize("order", list(permutations([join, split, headline, redate], 4)))
@pytest.mark.parametrize("files", ["memory"], indirect=True)
def test_corrections_in_every_order_and_all_undone(
    order: tuple[Any, ...], library: Library, builder: Builder
) -> None:
    before = library.issue(paper(builder).add_to(library).issue)
    for make in order:
        after = edit(library, make)
        assert list(truthful(library)) == [after]
    assert after.articles[0].key == before.articles[0].key
    assert after.articles[0].headline == "人人叫好。"
    assert [a.id for a in after.articles] == [f"{ID}/1.1", f"{ID}/2.1", f"{ID}/2.2"]
    for _ in order:
        library.undo(found(library, "桥通了。")[0].id)
    assert list(truthful(library)) == [before]


def test_an_undated_issue_keeps_its_place_in_the_list(library: Library, builder: Builder) -> None:
    paper(builder).add_to(library)
    builder(source="b").page("1").article("新校舍").add_to(library)
    names = [row.id for row in library.rows()]
    edit(library, join)
    assert [row.id for row in library.rows()] == names


def test_marks_stay_on_their_articles(library: Library, marks: Marks, builder: Builder) -> None:
    issue = library.issue(paper(builder).add_to(library).issue)
    for article in issue.articles:
        marks.mark(article.key, read=True)
    for make in EVERY:
        edit(library, make)
    now = [a for i in truthful(library) for a in i.articles]
    assert [marks.get(a.key).read for a in now] == [True, False, True]


def test_what_does_not_fit_is_a_sentence_and_changes_nothing(
    library: Library, builder: Builder
) -> None:
    before = library.issue(paper(builder).add_to(library).issue)
    with pytest.raises(CorrectionError, match="not there any more"):
        library.edit(before.id, Correction("page", "0" * 16, "2"))
    with pytest.raises(CorrectionError, match="it is so already"):
        library.edit(before.id, corrections.move(before.articles[0], "1"))
    with pytest.raises(NotFoundError):
        library.edit(ID, corrections.redate(before, DAY))
    assert library.corrections(before.id) == ()
    assert list(truthful(library)) == [before]


def test_a_dated_issue_joins_that_of_its_day_and_leaves_it_again(
    library: Library, builder: Builder
) -> None:
    undated = library.issue(paper(builder).add_to(library).issue)
    edit(library, join)
    corrected = library.issue(undated.id)
    builder(source="b").on(2024, 3, 5).page("3").article("新校舍").add_to(library)
    other = library.issue(ID)
    merged = edit(library, redate)
    assert list(truthful(library)) == [merged]
    assert [a.headline for a in merged.articles] == ["喜讯", "赛龙舟", "新校舍"]
    assert library.issue(undated.id) == merged
    assert library.undo(ID) is not None
    assert list(truthful(library)) == [other, corrected]
    library.undo(undated.id)
    assert list(truthful(library)) == [other, undated]


def test_corrections_hold_when_another_source_joins(library: Library, builder: Builder) -> None:
    paper(builder).on(2024, 3, 5).add_to(library)
    edit(library, join)
    builder(source="b").on(2024, 3, 5).page("3").article("新校舍").add_to(library)
    (issue,) = truthful(library)
    assert [a.headline for a in issue.articles] == ["喜讯", "赛龙舟", "新校舍"]
    library.undo(ID)
    assert [a.headline for a in library.issue(ID).articles] == ["喜讯", "茶摊", "赛龙舟", "新校舍"]


def taken_back(library: Library) -> None:
    library.undo(found(library, "喜讯")[0].id)


@pytest.mark.parametrize(
    ("before", "act"),
    [
        ([], partial(edit, make=join)),
        ([join], partial(edit, make=redate)),
        ([join], taken_back),
        ([join, redate], taken_back),
    ],
    ids=["edited", "moved", "undone", "moved back"],
)
def test_a_kill_at_any_step_changes_all_or_nothing(
    before: list[Any], act: Any, tmp_path: Path, builder: Builder, left_by_kills: LeftByKills
) -> None:
    seen: list[bool] = []
    whole = open_library(tmp_path / "whole")
    paper(builder).add_to(whole)
    builder(source="b").on(2024, 3, 5).page("3").article("新校舍").add_to(whole)
    for make in before:
        edit(whole, make)
    old = list(truthful(whole))
    for folder in left_by_kills(whole.path, lambda: act(open_library(whole.path))):
        library = open_library(folder)
        now = list(truthful(library))
        if now == old:
            act(library)
        assert now in (old, list(truthful(library)))
        seen.append(now != old)
    assert seen == sorted(seen), "nothing is seen until all is"
    assert len(seen) > 10


def worded(*words: str) -> Callable[[list[Issue]], list[Issue]]:
    """Return what makes these the keywords of every article."""

    def make(issues: list[Issue]) -> list[Issue]:
        return [
            replace(issue, articles=tuple(replace(a, keywords=tuple(map(Keyword, words)))
                                          for a in issue.articles))
            for issue in issues
        ]  # fmt: skip

    return make


def keywords(library: Library) -> list[list[str]]:
    return [[word.word for word in article.keywords] for article in library.issue(ID).articles]


def test_words_of_what_was_reworded_are_kept_with_it(library: Library, builder: Builder) -> None:
    before = library.issue(paper(builder).on(2024, 3, 5).add_to(library).issue)
    assert not library.reword_texts(ID, worded("桥")), "nothing was reworded"
    edit(library, reword)
    assert library.reword_texts(ID, worded("鞭炮"))
    assert keywords(library) == [["鞭炮"], [], []]
    assert not library.reword_texts(ID, worded("鞭炮"))
    edit(library, join)
    assert keywords(library)[0] == ["鞭炮"]
    assert list(truthful(library)) == [library.issue(ID)]
    library.undo(ID)
    library.undo(ID)
    assert library.issue(ID) == before


def test_words_that_could_not_be_made_change_nothing(library: Library, builder: Builder) -> None:
    paper(builder).on(2024, 3, 5).add_to(library)
    edit(library, reword)
    assert not library.reword_texts(ID, lambda issues: without_words(issues, "SIGKILL"))
    assert library.reword_texts(ID, worded("鞭炮"))


def test_what_another_session_sets_right_meanwhile_is_not_lost(
    library: Library, files: Files, builder: Builder
) -> None:
    paper(builder).on(2024, 3, 5).add_to(library)
    edit(library, reword)

    def make(issues: list[Issue]) -> list[Issue]:
        edit(Library(files), page)
        return worded("鞭炮")(issues)

    assert not library.reword_texts(ID, make)
    assert len(library.corrections(ID)) == 2
